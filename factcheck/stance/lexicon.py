"""The small shipped word lists of stance: words that mean much the same, words that exclude one another, negators.

General news vocabulary, written by hand and kept readable: a line is a class. Nothing here was taken from a data set.
Words are compared by their stems, so "rise" stands for "rises" and "rising" too; irregular forms are listed.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from factcheck.text.words import fold, stem

_SYNONYMS = (
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
kill die dead death murder slay died slain fatal deadly
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
population inhabitant resident
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
"""
)

_ANTONYMS = """
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
support back endorse favour favor | oppose reject condemn
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
"""

_EXCLUSIVE = """
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

_PEOPLES = """
usa america american americans united-states
britain british uk united-kingdom briton britons
england english
scotland scottish
wales welsh
ireland irish
france french
germany german germans
italy italian italians
spain spanish spaniard spaniards
portugal portuguese
netherlands dutch
belgium belgian belgians
denmark danish dane danes
norway norwegian norwegians
sweden swedish swede swedes
finland finnish finn finns
iceland icelandic
poland polish pole poles
czechia czech czechs
slovakia slovak slovaks
hungary hungarian hungarians
austria austrian austrians
switzerland swiss
greece greek greeks
turkey turkish turk turks turkiye
russia russian russians
ukraine ukrainian ukrainians
belarus belarusian belarusians
lithuania lithuanian lithuanians
latvia latvian latvians
estonia estonian estonians
romania romanian romanians
bulgaria bulgarian bulgarians
serbia serbian serb serbs
croatia croatian croat croats
bosnia bosnian bosnians
albania albanian albanians
kosovo kosovar
georgia georgian georgians
armenia armenian armenians
azerbaijan azerbaijani
kazakhstan kazakh
china chinese
japan japanese
korea korean koreans
india indian indians
pakistan pakistani pakistanis
bangladesh bangladeshi
iran iranian iranians
iraq iraqi iraqis
syria syrian syrians
israel israeli israelis
lebanon lebanese
jordan jordanian
egypt egyptian egyptians
libya libyan libyans
tunisia tunisian
algeria algerian
morocco moroccan
nigeria nigerian nigerians
kenya kenyan kenyans
ethiopia ethiopian
somalia somali
sudan sudanese
south-africa
ghana ghanaian
canada canadian canadians
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian
chile chilean
colombia colombian
venezuela venezuelan
cuba cuban
peru peruvian
australia australian australians
new-zealand
indonesia indonesian
malaysia malaysian
philippines filipino philippine
thailand thai
vietnam vietnamese
afghanistan afghan afghans
saudi saudis saudi-arabia
yemen yemeni
qatar qatari
"""

_IRREGULAR = """
beat beaten
become became
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
fly flew flown
forbid forbade forbidden
give gave given
go went gone
grow grew grown
hold held
keep kept
know knew known
lead led
lend lent
lose lost
make made
uphold upheld
forget forgot forgotten
freeze froze frozen
hear heard
hide hid hidden
shake shook shaken
tear tore torn
wear wore worn
overthrow overthrew overthrown
arise arose arisen
blow blew blown
dig dug
drink drank drunk
sing sang sung
sit sat
sleep slept
undergo underwent undergone
understand understood
undertake undertook undertaken
overcome overcame
oversee oversaw overseen
mislead misled
meet met
pay paid
ride rode ridden
rise rose risen
run ran
seek sought
sell sold
send sent
shoot shot
shrink shrank shrunk
sink sank sunk
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
throw threw thrown
win won
withdraw withdrew withdrawn
write wrote written
"""
"""Forms that the stemmer does not bring together; left out are those that are another word too ("found", "left")."""

_ALIASES = """
kyiv kiev
usa american washington
uk britain british
moscow kremlin
ukraine ukrainian kyiv
nato alliance bloc ally allied
eu european
lithuania lithuanian vilnius
estonia estonian tallinn
latvia latvian riga
poland polish warsaw
germany german berlin
france french paris
spain spanish madrid
italy italian rome
russia russian moscow kremlin
china chinese beijing
japan japanese tokyo
turkey turkish ankara
iran iranian tehran
israel israeli jerusalem
hungary hungarian budapest
uk britain british london
"""


def _classes(table: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(table.strip().splitlines()):
        for word in line.split():
            key = stem(fold(word))
            if number not in found.get(key, ()):
                found[key] = (*found.get(key, ()), number)
    return found


def _sides(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    halves = ([half.split() for half in line.split("|")] for line in table.strip().splitlines())
    return tuple((_stems(left), _stems(right)) for left, right in halves)


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in words)


_SYNONYM_CLASSES = _classes(_SYNONYMS)
_BASES = {stem(form): stem(verb) for verb, *forms in map(str.split, _IRREGULAR.strip().splitlines()) for form in forms}
_VERBS = frozenset(_BASES.values())
_FORMS_OF = {base: frozenset(form for form, verb in _BASES.items() if verb == base) for base in _VERBS}
_EXCLUSIVE_CLASSES = _classes(_EXCLUSIVE)
_PEOPLE_CLASSES = _classes(_PEOPLES)
_ALIAS_CLASSES = _classes(_ALIASES)
_OPPOSITES = _sides(_ANTONYMS)


_KEPT_APART = frozenset([_stems(["sign", "ratify"])])
"""What WordNet has for one and the news has apart: a treaty is signed on one day and ratified on another."""


@lru_cache(1)
def _wordnet() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[str]]]:
    """Return the classes that a stem is in, and its opposites; read once from the file beside this one."""
    classes: dict[str, set[int]] = {}
    against: dict[str, set[str]] = {}
    lines = resources.files("factcheck.stance").joinpath("wordnet.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        kind, *stems = line.split()
        if frozenset(stems) in _KEPT_APART:
            continue
        if kind in ("=", "~"):
            for one in stems:
                classes.setdefault(one, set()).add(number)
        elif kind == "!":
            against.setdefault(stems[0], set()).add(stems[1])
            against.setdefault(stems[1], set()).add(stems[0])
    return (
        {one: frozenset(numbers) for one, numbers in classes.items()},
        {one: frozenset(others) for one, others in against.items()},
    )


@lru_cache(65_536)
def meanings(one: str) -> frozenset[str]:
    """Return the names of all the classes that a stem is in: two stems that share one mean much the same."""
    ours = {f"s{number}" for number in _SYNONYM_CLASSES.get(one, ())}
    ours |= {f"w{number}" for number in _wordnet()[0].get(one, ())}
    if one in _VERBS:
        ours.add(f"v{one}")
    return named_by(one).union(ours, meanings(_BASES[one]) if one in _BASES else ())


def like(one: str) -> frozenset[str]:
    """Return the stems that mean much the same as a stem: itself among them, if any class has it."""
    return frozenset[str]().union(*[_members()[meaning] for meaning in meanings(one)])


@lru_cache(1)
def _members() -> dict[str, frozenset[str]]:
    """Return the stems of each class by its name in `meanings`."""
    tables = (_SYNONYM_CLASSES, _wordnet()[0], _VERBS, _BASES, _PEOPLE_CLASSES, _ALIAS_CLASSES)
    found: dict[str, set[str]] = {}
    for one in frozenset[str]().union(*tables):
        for meaning in meanings(one):
            found.setdefault(meaning, set()).add(one)
    return {meaning: frozenset(stems) for meaning, stems in found.items()}


def synonyms(left: str, right: str) -> bool:
    """Whether two stems mean much the same, share a root, or name one people and its country, or one capital."""
    return not meanings(left).isdisjoint(meanings(right))


def one_name(left: str, right: str) -> bool:
    """Whether two stems name one country, people or alliance, so that one word of a text can answer both."""
    return not named_by(left).isdisjoint(named_by(right))


@lru_cache(65_536)
def named_by(one: str) -> frozenset[str]:
    """Return the names of the classes of countries, peoples and alliances that a stem is in: of most words, none."""
    tables = {"p": _PEOPLE_CLASSES, "a": _ALIAS_CLASSES}
    return frozenset(f"{name}{number}" for name, table in tables.items() for number in table.get(one, ()))


@lru_cache(65_536)
def opposites_of(one: str) -> frozenset[str]:
    """Return the stems that exclude a stem ("rise": "fall", "fell", …), by a line here or by WordNet."""
    said = {one, _BASES.get(one, one)}
    ours = [other for side, other in _OPPOSITES if said & side] + [side for side, other in _OPPOSITES if said & other]
    found = _wordnet()[1].get(one, frozenset()).union(*ours)
    return found.union(*(_FORMS_OF.get(other, ()) for other in found))


_NEGATIVE_PREFIXES = ("un", "in", "il", "im", "ir", "non", "dis")
_QUALITIES = (
    "al",
    "able",
    "ible",
    "ful",
    "ed",
    "ent",
    "ant",
    "ive",
    "ic",
    "ate",
    "ous",
    "ary",
    "ral",
    "lar",
    "ect",
    "est",
)
"""How adjectives end that a prefix makes their opposite; "form" and "inform" are two other words."""
_NO_PREFIX = frozenset(["valuable", "flammable", "tense", "different", "cited", "formed", "tended", "creased"])
"""What such a prefix makes no opposite of ("invaluable", "indifferent", "informed")."""
_SHORTEST_QUALITY = 5


@lru_cache(65_536)
def prefixed_opposites(folded: str) -> frozenset[str]:
    """Return the folded words that a negative prefix makes of a word, or makes a word of: "lawful" of "unlawful"."""
    if not folded.endswith(_QUALITIES):
        return frozenset()
    bare = {folded.removeprefix(prefix) for prefix in _NEGATIVE_PREFIXES if folded.startswith(prefix)}
    plain = {one for one in bare if len(one) >= _SHORTEST_QUALITY and one not in _NO_PREFIX}
    if len(folded) < _SHORTEST_QUALITY or folded in _NO_PREFIX:
        return frozenset(plain)
    return frozenset(plain | {prefix + folded for prefix in _NEGATIVE_PREFIXES})


def opposites(left: str, right: str) -> bool:
    """Whether two stems exclude each other ("rise" and "fall")."""
    return right in opposites_of(left)


@lru_cache(65_536)
def excludes(left: str, right: str) -> bool:
    """Whether two different stems name two members of a closed class (months, weekdays, peoples, colours)."""
    if left == right:
        return False
    if left in _PEOPLE_CLASSES and right in _PEOPLE_CLASSES:
        return not set(_PEOPLE_CLASSES[left]) & set(_PEOPLE_CLASSES[right])
    shared = set(_EXCLUSIVE_CLASSES.get(left, ())) & set(_EXCLUSIVE_CLASSES.get(right, ()))
    return bool(shared)


def is_people(one: str) -> bool:
    """Whether a stem names a country or its people."""
    return one in _PEOPLE_CLASSES


def is_past(word: str) -> bool:
    """Whether a folded word has the form of a verb of the past ("opened", "sold")."""
    return word.endswith("ed") or (stem(word) in _BASES and not word.endswith("n"))


def is_verb(word: str) -> bool:
    """Whether a folded word can be a verb by its form, or is one that has irregular forms ("opens", "sold", "buy")."""
    return word.endswith(("s", "ed", "ing")) or stem(word) in _BASES or stem(word) in _VERBS


def in_closed_class(one: str) -> bool:
    """Whether a stem belongs to a closed class, so that another member in its place contradicts it."""
    return one in _PEOPLE_CLASSES or one in _EXCLUSIVE_CLASSES


_IDIOMS = """
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

IDIOMS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
"""Phrases by their first word: the words of each, folded, and the stem that it stands for."""
for _line in _IDIOMS.strip().splitlines():
    _phrase, _meaning = _line.split(": ")
    _words = tuple(_phrase.replace("-", " ").split())
    IDIOMS[_words[0]] = (*IDIOMS.get(_words[0], ()), (_words, stem(fold(_meaning))))

NEGATORS = frozenset(
    [
        *("not", "no", "never", "nor", "neither", "nobody", "no one", "nothing", "none", "without", "cannot", "hardly"),
        *("not true that", "not the case that", "stimmt nicht, dass", "nicht wahr, dass"),
        *("nicht", "nicht mehr", "nie", "niemals", "nichts", "niemand", "niemanden", "niemandem", "ohne", "weder"),
        *("kein", "keine", "keinen", "keinem", "keiner", "keines", "keineswegs", "keinesfalls"),
    ]
)
"""Words that turn round what follows them; words ending in n't do too."""

LASTING = frozenset(["longer", "still", "anymore"])
"""What "no longer" and "still" have beside the negation: they say since when, and not what."""

NEGATIVE_VERBS = frozenset(
    stem(word)
    for word in (
        *("fail", "refuse", "decline", "unable", "stop", "prevent", "avoid", "lack", "cease", "impossible"),
        *("unlikely", "failed", "refused", "failure", "refusal", "inability"),
    )
)
"""Verbs that turn round the verb after them ("failed to agree")."""

DENIALS = frozenset(
    stem(word)
    for word in (
        *("deny", "denies", "denied", "denial", "refute", "debunk", "hoax", "false", "falsely", "wrongly", "bogus"),
        *("untrue", "fake", "fabricated", "baseless", "myth", "disprove", "dispel", "incorrect", "mistakenly"),
    )
)
"""Words that deny what the sentence reports, on whichever side of it they stand."""

HEDGES = frozenset(
    [
        *("alleged", "allegedly", "allegation", "allegations", "reportedly", "rumor", "rumors", "rumour", "rumours"),
        *("rumored", "rumoured", "unconfirmed", "unverified", "supposedly", "speculation", "speculated", "speculate"),
        *("suspected", "apparently", "claimed", "purported", "purportedly"),
    ]
)
"""Words by which a report keeps its distance: they block corroboration and conflict with nothing."""
