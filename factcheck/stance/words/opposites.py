"""Words that exclude one another: sides with a bar between them, and classes of which only one can be so."""

from __future__ import annotations

ANTONYMS = """
comment | nocomment
agree agreement consensus unite united solidarity | disagree disagreement divide division quarrel dispute differ odds
lower reduce cut | raise increase boost
keep preserve retain | scrap abolish drop remove
delay postpone | accelerate hasten
succeed | fail
positive | negative
lift ease relax | keep retain maintain extend
steigen ansteigen zunehmen wachsen erhöhen anheben | sinken absinken abnehmen zurückgehen senken kürzen
aufheben kippen | bestätigen beibehalten verhängen
kündigen | verlängern
abweisen zurückweisen ablehnen | stattgeben
verurteilen | freisprechen
festnehmen verhaften | freilassen
einführen | abschaffen
gründen | auflösen
überleben | sterben
kaufen | verkaufen
gain | lose loss
punctual | late delay belated
hire recruit | dismiss sack layoff
include | exclude omit
pass | fail
reopen | close shut
open | shut
annehmen genehmigen zustimmen beschließen | ablehnen zurückweisen
bestreiten dementieren | bestätigen einräumen zugeben
eröffnen öffnen | schließen
erlauben zulassen | verbieten
gewinnen | verlieren
einstellen | entlassen
rise increase climb jump surge soar rose risen higher | fall drop decline decrease sink plunge slip fell fallen lower
grow grew grown rise | shrink shrank shrunk fall drop decline
accept approve endorse adopt | reject refuse decline dismiss oppose veto
confirm admit acknowledge | deny denied refute
win won victory winner | lose lost defeat loser
beat | lose lost
support back endorse favour favor | oppose reject condemn
approve grant | deny denied refuse
cause trigger spark | prevent avert
sicher ungefährlich harmlos | unsicher gefährlich
stattgeben genehmigen bewilligen | abweisen zurückweisen ablehnen
allow permit legalise legalize | ban forbid prohibit outlaw block
succeed success successful | fail failure unsuccessful
alive survive survivor living | dead die died killed perish
guilty convict convicted | innocent acquit acquitted cleared exonerate exonerated
agree | disagree
lift ease relax | impose tighten
join enter | leave left quit withdraw
strengthen boost improve | weaken worsen harm
expand extend | shrink reduce curtail
majority most | minority
largest biggest highest most tallest longest | smallest lowest least shortest
best | worst
oldest | youngest newest
legal lawful | illegal unlawful
possible able | impossible unable
real genuine authentic true | fake false hoax bogus fictional
safe harmless | dangerous unsafe harmful
cheap cheaper | expensive dearer
profit | loss
surplus | deficit
create | cut shed axe slash eliminate layoff
uphold upheld affirm | overturn strike quash reverse annul invalidate
pass adopt approve | reject defeat
buy bought purchase | sell sold
optimistic confident | pessimistic
absent | present
free released | jailed detained imprisoned
arrive arrived | depart departed
include | exclude
ally | enemy
temporary | permanent
direct | indirect
married | unmarried single divorced
awake | asleep sleeping
empty | full
wet | dry
high | low
double triple treble | halve
ratify | reject refuse
uphold upheld grant | reject refuse dismiss throwout
throwout | accept approve
tighten | loosen ease
widen | narrow
nationalise nationalize | privatise privatize
elect election | defeat
promote promotion | relegate relegation demote
worsen deteriorate | improve recover
arm | disarm
reveal disclose publish | conceal hide
remain stay | resign leave left quit depart
drawngame | win won victory winner beat lose lost defeat
profitable | unprofitable
voluntary | compulsory mandatory
optional | compulsory mandatory
verdoppeln verdreifachen | halbieren
teurer | billiger
gestiegen | gesunken gefallen
öffentlich | geheim
"""

CONTRARY = """
rise increase climb jump surge soar grow gain raise boost fall drop decline decrease sink plunge slip shrink lower cut
raise increase boost lower reduce cut decrease drop
gain lose loss
steigen ansteigen zunehmen wachsen erhöhen anheben sinken absinken abnehmen zurückgehen senken kürzen fallen
win lose defeat beat victory winner loser
gewinnen verlieren
confirm admit acknowledge deny refute
bestätigen einräumen zugeben bestreiten dementieren leugnen
support back endorse favour favor oppose condemn
strengthen boost improve recover weaken worsen harm deteriorate
expand extend widen shrink reduce curtail narrow
largest biggest highest tallest longest smallest lowest shortest
oldest youngest newest best worst
high low empty full wet dry cheap expensive dear
profit surplus loss deficit
optimistic pessimistic confident
arrest free release detain verhaften festnehmen freilassen
buy sell purchase kaufen verkaufen
kündigen verlängern
"""
"""Opposites with a middle between them: what did not rise need not have fallen, who did not confirm has not denied."""

EXCLUSIVE = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter
north south east west
northern southern eastern western
first second third fourth fifth sixth seventh eighth ninth tenth
red blue green yellow black white purple orange pink grey
catholic protestant orthodox muslim jewish hindu buddhist
democrat republican
"""
