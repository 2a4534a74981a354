"""Idioms: a phrase, and the word that it stands for."""

from __future__ import annotations

IDIOMS = """
no one: nobody
voted down: reject
vote down: reject
votes down: reject
voting down: reject
on time: punctual
in time: punctual
see eye to eye: agree
sees eye to eye: agree
saw eye to eye: agree
at odds: disagree
at loggerheads: disagree
fall out over: disagree
of one mind: agree
of the same mind: agree
share the view: agree
shares the view: agree
shared the view: agree
on board: agree
common line: consensus
common ground: consensus
common position: consensus
rule out: exclude
rules out: exclude
ruled out: exclude
rule each other out: exclude
shut out: exclude
shuts out: exclude
kept out: exclude
keep out: exclude
step up: intensify
stepped up: intensify
stepping up: intensify
steps up: intensify
scale up: intensify
ramp up: intensify
do more for: intensify
more help: intensify
more support: intensify
more aid: intensify
cut back: reduce
scale back: reduce
scale down: reduce
put together: assemble
pull together: assemble
set up: establish
take part: participate
takes part: participate
took part: participate
taking part: participate
take place: happen
takes place: happen
took place: happen
come about: happen
going to happen: happen
on the table: discuss
taken up: discuss
took up: discuss
brought up: discuss
call off: cancel
called off: cancel
put off: delay
puts off: delay
turn down: reject
turned down: reject
turns down: reject
give up: abandon
gave up: abandon
carry out: perform
carried out: perform
point out: note
pointed out: note
find out: discover
found out: discover
look into: investigate
looking into: investigate
fast track: accelerate
fast-track: accelerate
any time soon: soon
near future: soon
before long: soon
great weight: significant
great significance: significant
at present: now
right now: now
for now: now
heads of state and government: leaders
heads of government: leaders
come to power: elect
step down: resign
stepped down: resign
steps down: resign
pass away: die
passed away: die
lose their lives: die
lost their lives: die
lost his life: die
lost her life: die
shut down: close
lay off: layoff
lays off: layoff
laid off: layoff
laying off: layoff
struck down: overturn
strike down: overturn
strikes down: overturn
striking down: overturn
threw out: overturn
thrown out: overturn
death toll: death
jobless rate: unemployment
unemployment rate: unemployment
lost power: blackout
lose power: blackout
without power: blackout
lost electricity: blackout
without electricity: blackout
power cut: blackout
power outage: blackout
shuts down: close
nicht mehr: nicht
anything but: not
alles andere als: nicht
not true that: not
not the case that: not
stimmt nicht dass: not
nicht wahr dass: not
go up: rise
goes up: rise
went up: rise
gone up: rise
going up: rise
go down: fall
goes down: fall
went down: fall
gone down: fall
going down: fall
end up: become
ended up: become
break down: fail
back down: yield
"""
