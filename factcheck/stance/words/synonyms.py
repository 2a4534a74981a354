"""Words that mean much the same: a line is a class."""

from __future__ import annotations

SYNONYMS = (
    """
government administration cabinet executive
journalist reporter correspondent press
disagree disagreement divide division differ quarrel dispute split rift odds discord
enter entry accession join joining admission admit admittance membership
path road way route manner method course track
exclude preclude bar forbid prevent
pursue seek aim strive
intensify increase boost strengthen raise step-up expand
significant important significance importance weighty weight momentous major consequential
decide decision choose chose chosen resolve determination
discuss discussion talk topic subject conversation debate consult
issue question matter topic subject
focus concentrate concentration attention priority prioritise prioritize
military arm arms weapon weaponry ammunition defence defense
approach movement move advance
border frontier boundary
main chief principal key primary central leading
minister secretary
consensus agreement accord common unanimity
annual yearly
ahead before prior
agree unanimous united share solidarity concur
happen occur come take-place
soon near shortly imminent
direct directly
part participate involve involvement participation
possible could might possibility potential
deploy deployment dispatch send sending sent
assemble form gather establish put-together
provide offer give grant supply furnish
apply application bid request ask seek
accelerate fast quick rapid expedite speedy swift
mode procedure pace process manner
admit acknowledge concede confess
leader head chief
near close
remain stay continue persist still
regard concern
realistic realist realism
worth value
lie locate situate
last duration
veto objection
expect hope anticipate
delay postpone put-off
speech address remark
statement remark comment
build construct erect complete
repair fix mend restore
hire employ recruit
dismiss fire sack
resident inhabitant local
citizen national
pupil student
study research survey
scheme plan project programme program
cost price expense
pay fund finance spend
tax levy duty
worker employee staff
shop store
street road
shut close
approve agree pass adopt endorse back accept
oppose object
estimate reckon calculate
council councillor
court judge tribunal
crash collision accident
flood flooding
fire blaze flame inferno
bank lender
airline carrier
unternehmen konzern firma
klinikum krankenhaus klinik spital
festnehmen verhaften
beschließen verabschieden
ablehnen zurückweisen abweisen
behandeln versorgen
spend spent cost
ausgeben kosten
voter elector electorate
candidate contender
protest demonstration rally
protester demonstrator
parent mother father
medicine drug medication
illness disease
earth world globe
global worldwide
"""
    """
help assist assistance aid support back
member seat
troop soldier force serviceman servicemen army personnel military
summit meeting gathering meet gather talks conference session
say tell state declare announce claim assert stress note add explain insist believe argue think admit acknowledge
country nation state
war conflict fighting battle
begin start launch open commence began begun
end finish conclude stop halt cease close
buy purchase acquire bought acquisition
sell sold sale
rise increase grow climb jump surge soar rose risen grew grown higher up
fall drop decline decrease sink plunge slip fell fallen lower shrink shrank down cut reduce
kill die dead death murder slay died slain perish perished drown drowned fatal deadly
injure wound hurt
show reveal indicate demonstrate suggest
film movie picture
song track single
film-maker director
author writer novelist
actor actress star perform
win won victory
lose lost defeat loss
big large huge major great
small little tiny minor
chief head leader boss
president presidency
police officer cop
attack strike assault raid bomb
house home dwelling residence
city town
job employment work post position
child children kid youngster
man men male
woman women female
person people individual
firm company corporation business
car vehicle automobile
doctor physician
money cash fund sum
price cost
law legislation act
vote ballot poll
election poll
approve accept back endorse adopt pass
reject refuse deny decline dismiss turn
plan intend propose proposal scheme
agree agreement accord deal pact treaty
ask request urge call appeal
give gave given provide supply deliver grant donate offer hand
get receive obtain got gotten
make produce create made manufacture
build construct built construction
found establish create establishment
leave left quit depart exit resign withdraw
arrive reach come came arrival
send sent dispatch deploy
hold held stage host
join enter accede accession
border frontier
capital city
warn warning caution
danger risk threat
want wish seek sought desire
need require demand necessary
try attempt effort
use employ deploy
fast quick rapid swift
show display
near close
about approximately around
yearly annual annually
month monthly
whole entire full total
part portion share stake
role part
join participate involve take
direct directly
possible possibly potential
new fresh recent
former ex onetime previous erstwhile
euro eur
dollar usd
marry married wed wife husband spouse marriage
born birth
airplane plane aircraft jet
ship vessel boat
gun weapon arm firearm rifle
photo photograph picture image
video footage clip
story report article
fake false hoax bogus
true genuine real authentic
ill sick
hospital clinic
university college
school academy
teacher professor
company firm
earn make
spend spent spending expenditure
scheduled schedule slated set due planned
prison jail
arrest detain custody
hurt harm damage
storm hurricane
talk speak spoke spoken discuss conversation
parliament legislature congress
minister secretary
spokesman spokeswoman spokesperson
guarantee assurance pledge commitment
coalition alliance bloc
baltic
assemble form gather
peace truce ceasefire armistice
rocket missile
entry enter accession accede membership join admission admit
path road way route
disagreement disagree differ difference division divide dispute odds
focus concentrate emphasis
discuss discussion talk debate deliberate
significant significance important importance weight
intensify increase strengthen boost expand step
accelerate accelerated fast quick speed rapid hasten
apply application seek request
approach movement move
issue problem matter question
ahead before
exclude rule
decision decide resolve resolution
urge advise advice call recommend
protest demonstration rally march demonstrator protester
investigate investigation inquiry probe inquest
lawsuit sue suit court
sentence sentenced jailed
budget spending
tax levy duty tariff
flood flooding inundation
earthquake quake tremor
fire blaze wildfire
vaccine vaccination jab
disease illness virus infection
trade commerce
oil petroleum crude
strike walkout
wage salary pay
resign resignation step
visit visitor travel trip go went
shrink shrank shrunk contract contraction
aid relief rescue bailout stimulus
parliament legislature congress lawmaker legislator
record report register log confirm
job worker employee post
cut layoff dismiss dismissal
home house household
power electricity
population people inhabitant resident
key benchmark main
lower less
flee fled leave left escape refugee
rise rose risen grow grew grown growth increase expand expansion climb
rise rose risen climb reach hit surpass exceed top topped outstrip
kill die dead death toll fatality fatal
unemployment unemployed jobless joblessness
layoff redundancy dismissal dismiss fire sack
produce production output
injure injury wound wounded hurt
close closure shut shutdown
explode explosion blast bombing detonate detonation
shoot shot shooting gunfire
pledge promise vow commitment
cut reduce reduction lower decrease
raise hike increase lift
pay paid payment payout
recession downturn slump
deficit shortfall
debt borrowing
survive survivor survival
meet met meeting
speak spoke spoken speech
write wrote written letter
sue sued lawsuit suit
acquit acquitted acquittal
extend extension prolong
expire expiry expiration
suspend suspension
case infection
gdp economy
payroll job
flat apartment
petrol gasoline
lorry truck
appoint appointment nominate name
find found
see saw seen
center centre
theater theatre
official authority
accuse blame
huge enormous
require oblige
allow permit
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
eleven 11
twelve 12
thirteen 13
fourteen 14
fifteen 15
sixteen 16
seventeen 17
eighteen 18
nineteen 19
twenty 20
factory plant works mill
halt stop suspend interrupt interruption
operate operation run running ran
double twofold
triple threefold treble
halve half
elect choose chose chosen pick vote
throwout reject refuse dismiss dismissal
throwout overturn quash annul
link connect connection join tie
open inaugurate inauguration unveil
ban prohibit prohibition forbid outlaw
allow permit authorise authorize licence license permission
accuse charge indict indictment
inspect inspection check examine examination review
discover discovery detect find
seize seizure capture confiscate impound
return come-back
want demand ask request
evacuate evacuation evacuee
live reside inhabit dwell
own possess belong
replace replacement substitute
punish punishment fine penalty penalise penalize
free release
move relocate transfer shift
blame fault
part tranche instalment installment
package programme program scheme
worth value cost
frontier border
apologise apologize apology sorry
lawyer attorney solicitor barrister
premier pm
takeover acquire acquisition buy purchase
damage destroy destruction ruin
search hunt seek
supply delivery deliver shipment ship
freeze frozen froze
sanction embargo
recognise recognize recognition
abolish scrap repeal
train railway rail
harbour harbor port
motorway highway
holiday vacation
rent rental lease
tenant renter
pension retirement
farmer grower
harvest crop yield
customer client
einwohner bewohner mensch menschen
sinken fallen zurückgehen abnehmen
steigen ansteigen zunehmen wachsen klettern erhöhen anheben anwachsen
erhöhung anstieg zunahme zuwachs
rückgang senkung abnahme
töten sterben tot tote toten todesopfer tod
verletzen verletzt verletzte verletzten verwunden verwundet
fordern verlangen
bekanntgeben ankündigen mitteilen
bauen errichten
eröffnen einweihen öffnen
kaufen erwerben übernehmen
auto wagen fahrzeug pkw
arzt ärztin mediziner
regierung kabinett
stadtrat gemeinderat
stellen arbeitsplätze jobs
beschäftigte beschäftigten mitarbeiter angestellte angestellten
kosten ausgaben
umfrage befragung erhebung
studie untersuchung
zurücktreten rücktritt
unfall unglück
brand feuer
gebäude haus
helfen unterstützen hilfe unterstützung
beginnen starten anfangen
enden beenden
verschieben vertagen
genehmigen zustimmen beschließen billigen
erlauben gestatten genehmigen
untersagen verbieten
zahlen bezahlen
schließen dichtmachen stilllegen
verurteilen verurteilung
vertrag abkommen vereinbarung
treffen gipfel
strom elektrizität
haushalte haushalt
grenze grenzen
soldat soldaten truppen
verdoppeln doppelt
halbieren hälfte
"""
)
