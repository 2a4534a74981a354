"""Idioms: a phrase, and the word that it stands for; of forms with a bar between them each makes the phrase."""

from __future__ import annotations

IDIOMS = """
decline/declines/declined/declining to comment: nocomment
refuse/refuses/refused/refusing to comment: nocomment
decline/declines/declined/declining comment: nocomment
refuse/refuses/refused/refusing comment: nocomment
decline/declines/declined/declining any comment: nocomment
have/has/had/make/makes/made/offer/offers/offered/give/gives/gave no comment: nocomment
would/could/did/does/do/will not comment: nocomment
wouldn't/didn't/doesn't/don't/won't comment: nocomment
claim/claims/claimed the life/lives of: kill
cost/costs the life/lives of: kill
go/goes/went/going to the polls: election
take/takes/took/taken off the market: withdraw
talk/talks/talked/talking about: discuss
fire brigade: firefighter
fire service: firefighter
fire department: firefighter
open/opens/opened its doors again: reopen
vote/votes/voted/voting against: oppose
bring/brings/brought to an end: end
come/comes/came under fire: criticism
come/comes/came under attack: attack
take/takes/took to court: sue
go/goes/went on trial: trial
on trial: trial
go/goes/went bankrupt: bankrupt
hold/holds/held on to: keep
turn/turns/turned away: reject
make/makes/made public: publish
make/makes/made clear: stress
take/takes/took note of: note
take/takes/took control of: seize
bring/brings/brought down: topple
run/runs/ran for office: candidate
take/takes/took office: inaugurate
sworn in: inaugurate
go/goes/went missing: disappear
set/sets off: trigger
give/gives/gave birth to: birth
look/looks/looked for: search
make/makes/made up for: compensate
cut off: sever
fall/falls/fell apart: collapse
go/goes/went/gone/going on: continue
go/goes/went/gone/going on to: proceedto
call/calls/called/calling off: cancel
give/gives/gave/given/giving up: abandon
put/puts on ice: shelve
put/puts on hold: suspend
go/goes/went/going ahead: proceed
press/presses/pressed/pressing ahead: proceed
switch/switches/switched/switching off: shut
turn/turns/turned/turning off: shut
stay/stays/stayed/staying away: boycott
find/finds/found guilty: convict
must serve: sentence
prison/jail term: sentence
sent to prison/jail: imprison
all three/four/five/six/seven/eight/nine/eleven/twelve judges/justices: unanimous
without dissent: unanimous
score/scores/scored/scoring twice: brace
score/scores/scored/scoring two goals: brace
score/scores/scored/scoring three times/goals: hattrick
hat trick: hattrick
become/becomes/became/becoming a member of: join
call/calls/called/calling back: recall
go/goes/went on strike: strike
walk/walks/walked/walking out on: abandon
step/steps/stepped aside: resign
put/puts to death: execute
burn/burned/burnt to the ground: destroy
key/policy/benchmark/main/base interest rate/rates: keyrate
key/policy/benchmark/base rate/rates: keyrate
put/puts forward: propose
open again: reopen
back in operation: reopen
industrial action: strike
put to sea: depart
run/runs/ran out of: exhaust
set/sets fire to: burn
set/sets free: release
let/lets go: release
send/sends/sent home: dismiss
hold/holds/held talks: negotiate
tear/tears/tore/torn down: demolish
pull/pulls/pulled down: demolish
knock/knocks/knocked down: demolish
blow/blows/blew/blown up: explode
take/takes/took/taken/taking place: take-place
is/are/was/were up: rise
is/are/was/were up to: upto
is/are/was/were up for: upfor
is/are/was/were up against: upagainst
is/are/was/were down: fall
is/are/was/were down to: downto
electricity was/is cut: blackout
power was/is cut: blackout
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
come about: happen
going to happen: happen
on the table: discuss
taken up: discuss
took up: discuss
brought up: discuss
put off: delay
puts off: delay
turn down: reject
turned down: reject
turns down: reject
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
a lot of: many
a number of: several
lots of: many
among them: including
end up: become
ended up: become
break down: fail
back down: yield
throw/throws/threw/thrown out: throwout
strike/strikes/struck/stricken off: remove
give/gives/gave/given the green light: approve
green light: approve
green lit: approve
hand/hands/handed/handing in his/her/their/its resignation: resign
tender/tenders/tendered his/her/their resignation: resign
offer/offers/offered his/her/their resignation: resign
stand/stands/stood/standing down: resign
pull/pulls/pulled/pulling out: withdraw
bow/bows/bowed out: withdraw
come/comes/came/coming back: return
go/goes/went/going back: return
carry/carries/carried/carrying on: continue
call/calls/called/calling for: demand
ask/asks/asked/asking for: demand
take/takes/took/taken effect: effect
come/comes/came into force/effect: effect
enter/enters/entered into force/effect: effect
go/goes/went into force/effect: effect
in force: effect
leave/left their home/homes: evacuate
leave/left his/her home: evacuate
bring/brought to safety: evacuate
brought/taken to safety: evacuate
come/came/comes to terms: agree
strike/strikes/struck a deal/bargain: agree
reach/reaches/reached a/an deal/agreement: agree
vote/votes/voted/voting in favour/favor of: approve
vote/votes/voted/voting for: approve
say/says/said no to: reject
say/says/said yes to: approve
push/pushes/pushed/pushing back: delay
push/pushes/pushed/pushing ahead: continue
get/gets/got under way: begin
kick/kicks/kicked off: begin
come/comes/came to an end: end
draw/draws/drew to a close: end
take/takes/took over: takeover
out of work: unemployed
out of a job: unemployed
give/gives/gave way: collapse
cave/caves/caved in: collapse
burn/burns/burned/burnt down: burn
go/goes/went up in flames: burn
break/breaks/broke out: begin
make/makes/made up of: consist
made up of: consist
hold/holds/held responsible: blame
twice as many/much/high/large/big/long: double
half as many/much/high/large/big/long: halve
three times as many/much/high/large/big/long: triple
cut/cuts in half: halve
cut/cuts by half: halve
fall/falls/fell by half: halve
rise/rises/rose twofold: double
break/breaks/broke off: end
hold/holds/held off: delay
do/does/did away with: abolish
get/gets/got rid of: abolish
keep/keeps/kept on: continue
take/takes/took to the streets: protest
sign/signs/signed up: join
sign/signs/signed off: approve
member state/states: member
member country/countries: member
something other than: not
at no time/point/stage/moment: never
in no way/case/event: never
on no account/occasion: never
under no circumstances: never
not once: never
not once but twice: twice
never once: never
zu keiner zeit: never
zu keinem zeitpunkt: never
unter keinen umständen: never
auf keinen fall: never
in keiner weise: never
kein einziges mal: never
in favour/favor of: support
is/are/was/were/be/been against: oppose
end/ends/ended/ending in a draw/tie/stalemate: drawngame
end/ends/ended/finish/finishes/finished level: drawngame
hold/holds/held to a draw: drawngame
draw/draws/drew with: drawngame
draw/draws/drew against: drawngame
play/plays/played out a draw: drawngame
share/shares/shared the spoils: drawngame
anything but: not
have/has/had/is/are yet to: not
head/heads of state: leaders
brush/brushes/brushed aside: dismiss
wave/waves/waved through: approve
write/writes/wrote off: abandon
set/sets foot: enter
at war: war
walk/walks/walked out: strike
down tools: strike
take/takes/took into custody: arrest
in custody: arrest
behind bars: prison
put/puts behind bars: imprison
ums leben: sterben
ums leben gekommen: sterben
grünes licht: genehmigen
in kraft: kraft
zum erliegen: stoppen
"""
