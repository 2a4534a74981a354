"""Words for what the news tells of, by what happens: a line is a class of words that mean much the same."""

from __future__ import annotations

HAPPENINGS = """
send supply provide deliver furnish ship
give grant award hand donate
receive get obtain collect
lend loan
start commence launch initiate
finish conclude cease terminate terminated over
continue persist proceed resume
suspend pause interrupt freeze halt
cancel cancelled scrap shelve shelved abandon drop dropped axe ditch
postpone delay defer
extend prolong lengthen renew
shut close seal lock block
closed shut off-limits blocked impassable
sentence jail imprison
convict guilty
acquit acquitted clear
appeal challenge contest
charge indict accuse
apprehend arrest detain nab
extradite extradition deport deportation expel expulsion
verdict ruling judgment judgement decision
reject refuse dismiss veto
block prevent veto
decide agree resolve determine rule
elect choose pick
appoint name nominate
oust remove depose topple overthrow
sack fire dismiss dismissal
propose suggest proposal
insist demand urge
promise pledge vow commit
plan intend aim want
admit acknowledge concede confess
criticise criticize criticism condemn denounce slam blast
praise welcome hail applaud laud
apologise apologize apology sorry regret
object objection oppose resist
attend attendance participate
boycott shun
unbeaten undefeated
loss lose deficit
profit earn gain surplus
unchanged steady stable
bankrupt insolvent insolvency bankruptcy
merge merger
strike walkout stoppage
shell bombard bomb bombing
seize capture occupy overrun conquer
retreat withdraw withdrawal pullout
ceasefire truce armistice
invade invasion
wreck ruin destroy devastate devastation raze
crash collide collision
rescue save
evacuate evacuation
demolish demolition tear-down raze
renovate renovation restore restoration refurbish repair
lawmaker deputy mp parliamentarian legislator
pupil student schoolchild
motorist driver
fall fewer less decline
venue hall arena
negotiation negotiate talks
province region district area
share stake
employ work job staff
land territory soil
farm farming agriculture agricultural
allow permit let
border frontier
dispatch send
gain win
complain complaint
inflation prices
hospital infirmary
wedding marriage
funeral burial bury
hide conceal
leak spill escape
poison poisoning toxic
famine hunger starvation
drought dryness
heat hot heatwave
prevent avert avoid
warn caution
evidence proof
search raid
ship ferry vessel
steal theft stolen stole
rob robbery robber
burglary burgle burglar
murder kill homicide
smuggle smuggling
bribe bribery corruption corrupt
fraud deceive defraud
resident villager townspeople
high tall height
firefighter fireman firemen
disappear vanish
publish release disclose reveal
compensate compensation reimburse
trigger cause spark prompt
accusation allegation charge
quota limit cap ceiling
tourist visitor holidaymaker
shoot film
approve authorise authorize
loan credit lending
ruled found
bill legislation law
judge justice
jury juror
criminalise criminalize outlaw ban prohibit
overtake overtook overtaken surpass exceed eclipse
beat beaten defeat overcome thrash
teenager youth adolescent youngster
product item goods
secure obtain get
slow ease decelerate
die perish
unveil present reveal
expel eject
revenue turnover sales
staff workforce employee
shareholder stockholder
survey poll
recall withdraw
unearth excavate discover
author write wrote written
architect design designer
owner own
headquarters headquartered based
inmate prisoner detainee
gunman shooter attacker assailant
hostage captive
surgery operation
coach manager trainer
pardon amnesty
donation donate contribute contribution
keyrate interest
arrivals visitors tourists
keep kept unchanged
fall fell fallen drop decline slide slid tumble dip
rise rose risen climb increase grow grew leap leapt
besucher besuchen besuch
feuern entlassen
refugee displaced
ratify approve ratification
streichen abbauen kürzen
sperren schließen dichtmachen
sperrung schließung
verlangen fordern
planen wollen beabsichtigen
einigen einigung vereinbaren
erklären mitteilen bekanntgeben
scheitern fehlschlagen
verletzen verletzter
warnen warnung
entscheiden entscheidung urteil
stilllegen schließen
beantragen antrag
klagen klage
bezahlen zahlen
liefern schicken senden entsenden
stoppen anhalten
evakuieren räumen
demonstrieren protestieren protest demonstration
streik streiken ausstand
wohnen leben
"""

OPPOSED = """
shelve shelved scrap cancel abandon ditch | proceed continue
veto | sign approve
sentence convict jail imprison | acquit acquitted free
apologise apologize | defend
drop dropped abandon withdraw | maintain keep insist
attend | boycott shun skip miss
unbeaten undefeated | beaten lose lost defeat
remain stay keep | lift end scrap
unchanged steady stable | raise raised lift rise rose cut lower fall fell
seize occupy capture conquer | liberate recapture
closed shut blocked | open reopened
extend prolong renew | shorten end
appoint | dismiss sack
rescue save | abandon
praise welcome hail | criticise criticize condemn denounce
object objection oppose | agree support back
suspend halt | resume continue
merge | split separate
build erect | demolish raze
rise rose risen climb increase grow grew leap leapt | slide slid tumble dip
leap leapt | fall fell fallen drop decline
recover survive | die
injure injured wound hurt | unhurt unharmed uninjured unscathed
gain gained profit | lose lost loss
sperren schließen | öffnen offen
verabschieden billigen annehmen | ablehnen zurückweisen
unterstützen befürworten | ablehnen
streichen abbauen | schaffen
zurücktreten rücktritt | bleiben
loben begrüßen | kritisieren verurteilen
"""
