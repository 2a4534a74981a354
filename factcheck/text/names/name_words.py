"""Shipped tables that tell a person's name from other capitalised words, in English and German.

Written by hand for this project, after reading which phrases of news were taken for persons. `NO_PERSON` holds
words that are no part of anybody's name; a word that is a surname as well ("Price", "West", "Day") is not among them.
"""

from __future__ import annotations

from factcheck.text.names import gazetteer

_NO_PERSON_WORDS = """
    prize prizes award medal trophy storm typhoon cyclone
    house senate republican republicans democrat democrats democratic conservatives liberals congressional bipartisan
    security affairs health healthcare care policy policies privacy enforcement protection patrol intelligence
    oversight services act bill's amendment rights laws treaty agreement accord deal plan program programme project
    initiative partnership convention summit marathon olympics games cup championship tournament tour festival awards
    parenthood lives matter newsletter newsletters stories coverage report reports review news edition show podcast
    podcasts caption images advertisement email login signup account cookies terms america american americans african
    africans asian asians hispanic hispanics latino latinos central southern northern eastern western international
    national federal regional global supreme caucus depression recession war revolution election elections primary
    primaries inauguration memorial monument garden gardens tower towers zoo wing palace cathedral stadium hurricane
    tropical associates associated industrial average index beacon examiner register standard caller correspondents
    veterans prisons finance defense defence homeland labor education energy treasury interior commerce transportation
    agriculture immigration customs border foreign environmental environment housing budget economic economy medicare
    medicaid obamacare brexit constitution declaration independence islamic muslim muslims catholic catholics jewish
    jews protestants evangelicals palestinians christians monday tuesday wednesday thursday friday saturday sunday
    january february april june july august september october november december christmas easter thanksgiving ramadan
    ministers leaders lawmakers officials senators representatives investigators prosecutors voters protesters states
    kingdom republic union world first second special counsel general's chief's founding human humanitarian nuclear
    military naval air space climate research science sciences technology trade social media public private civil
    civic criminal legal financial medical mental joint chiefs staff greater metropolitan pacific atlantic overnight
    sign continue skip watch live latest breaking exclusive opinion analysis video photo image copyright getty videos
    replay papers diseases economics capital analytica business debates status borders gulf plaza syndrome violence
    gun foods wars dispatch cities zone room outbreak capitol here now tv radio online inc workers"""
NO_PERSON = frozenset(_NO_PERSON_WORDS.split())

_NOT_NAMES_WORDS = """
    a about according after all also although among an and another any are as asked at back because before both but
    by can could despite did do does during each earlier even every few first for former from get given had has have
    he her here his how however i if in indeed instead into is it its just last later let like many maybe meanwhile
    more most much my next no nor not now of on once one only or other our out over perhaps please read recently
    related second see she since so some still such than thanks that the their them then there these they this those
    though three through thus to today together tomorrow too two under unless until up us very was we well were what
    when where whether which while who why will with within without would yes yesterday yet you your der die das und
    ein eine in im am auf mit von zu bei nach monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december montag dienstag mittwoch
    donnerstag freitag samstag sonntag good say says said told asked speaking commenting asking talking being
    having making everything nothing anything something everyone everybody nobody anyone anybody someone somebody"""
NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
"""What a sentence opens with, or a date, and no name."""

_NO_FIRST_WORDS = """
    little
    new old great grand big super daily morning evening tonight weekly sunday san santa los las el des saint st fort
    port mount lake north south east west upper lower hot cold black white red blue green golden silver free open
    common gilded rolling planned affordable clean dream patriot vanity wild rust silicon wall main baton rouge black
    never make full top key many most more all both support crooked sleepy good bad real true high low day night"""
_BEFORE_PARTICLES_WORDS = """
    rio costa plaza palacio palazzo banco banque tour cirque château chateau torre ciudad casa museo musée musee notre
    val vale pont place rue île ile isla playa puerto punta sierra saint-germain corpus chef coup fleur crème creme
    joie piazza ponte monte porto villa via avenida rua praia universidad université universidade instituto institut
    conseil société societe crédit credit caisse partido partito parti frente frontera estadio parc jardin bois mont
    lac cap cabo rede federación federação confederação ordre médecins opéra opera teatro théâtre"""
BEFORE_PARTICLES = frozenset(_BEFORE_PARTICLES_WORDS.split())
"""Words before "de" or "del" that begin no person's name: "Costa del Sol", "Cirque du Soleil"."""
_SITE_WORDS = """
    bridge cross hospital church chapel college park square street lane road hill castle island bay wharf gate market
    point creek landing harbour harbor cathedral inn lock mill quay field green head ferry corner pier"""
_SITE_OR_SURNAME_WORDS = "lane bay lake castle forest rivers ford moor harbour town borough dam"
SITE_OR_SURNAME = frozenset(_SITE_OR_SURNAME_WORDS.split())
"""Nouns of places that are surnames behind a first name: "Diane Lane", but "Mill Lane"."""
SITES = frozenset(_SITE_WORDS.split())
"""Nouns that end names of places which begin with whose they were: "Tanner’s Bridge", "St Mary’s Hospital"."""
NO_FIRST = frozenset(_NO_FIRST_WORDS.split())
"""Words that begin names of places, programmes and papers, and nobody's first name."""

_MORE_FIRST_NAMES = """
    annalena annegret antje armin axel bärbel bastian bernd birgit björn boris britta carsten cem christa christiane
    bo clemens dagmar detlef dieter dietmar dirk dominik doro eberhard edith egon ekkehard elfriede elke ella emil erika
    erwin esken eva-maria fabian felix ferdinand florian franziska frauke frieda fritz gabriele gerda gero gert gisela
    gottfried götz gregor grit gudrun günter günther hannelore hannes hans-georg hans-jürgen hans-peter harald hartmut
    hedwig heike heiko heiner henning herta hildegard holger horst hubertus ines ingo ingrid inge irmgard jana janine
    jochen jonas jörg josef jutta kai karin karl-heinz karla karolin karsten kathrin katja katrin kerstin kirsten
    klara konrad konstantin lars lena leonie lisbeth lothar ludwig luisa lukas lutz magdalena maike maja malu manfred
    manuela marcel marcus mareike margarete margot marianne marita marius markus marlene martina mathias matthias
    maike mechthild meike melanie merle michaela miriam mona monika moritz nadine nele nils norbert ole olga ottmar
    patrick petra philipp pia rainer ralf ralph reiner reinhard reinhold renate ricarda rita robert roderich roland
    rolf rosemarie rudolf rüdiger ruprecht sabine sandra saskia siegfried sigmar sigrid silke silvia simone sonja
    stephan susanne svenja svetlana sven sybille theo theodor thorsten till tilo timo tobias torsten udo ulf ulla
    ulrich ulrike uta ute uwe veit vera verena viktor volker volkmar waltraud wiebke wilfried wilhelm willi winfried
    wolf wolfram kristen kristin krista yannick aisha akira alberto alejandra alessandro alfonso alina alma amina amir
    amit anil anton aram arjun arne arturo astrid aya aylin ayşe beatrice beatriz bianca bjorn bruno camila camille
    carmen cecilia celine chiara chloe ciara clara claude colette cristina dalia daria davide deepak diego dilma dina
    eduardo elin elif elisa eloise emine enzo erdem esther fatima fatma federico felipe fiona freya gemma giorgia
    giovanni giulia giuseppe greta guido gustavo hadi hamid hana haruto hector helena hiroshi idris ignacio ilse imran
    ingeborg irina isabella isla ismail ivo jamal jana jakub javed jorge josefa juliette kamal kamala karim kenji kofi
    kwame laila lana lars layla leila lena leonardo lina lorenzo luca lucia ludmila luigi magnus maja malik manuel
    marek maren mariana marina marta martina mateo mathieu matteo mehmet mei mia miguel mila milan mirjam mohan
    mustafa nadia naoko natasha nadine neha nia nina nina nora nuria ola oleg olena omid oksana pablo paola paolo piet
    pilar priya rafael rahul raj raja rajesh ramon rania ravi renee rania reza rohan rolando rosalie ruben sadiq salma
    salvador sanjay sara saskia selma serena sergio shinzo silvana siobhan sofia soren stella sunil svetlana tariq
    tatiana tayyip thabo thierry tiago tove tuomas usman valentina vijay vikram viola xavier yasmin yuki yuri yusuf
    zainab zara zeynep jacinda annika agnes alexa amelia angelina bridget brigitte charlene clare deirdre dolores
    erica georgia geraldine gertrude gillian gwen harriet hilary imelda irma ivy jasmine josephine juliet justine
    kamila lorraine lydia mabel maggie marcia marianna marjorie maureen mavis mildred miranda muriel nadja nellie
    noreen norma paulina phoebe priscilla rhonda roberta rosalind rosemary sabrina sadie selina sheryl shona stefanie
    tamara tanya tess trudy valeria velma vicky wilma winifred zoe"""
FIRST = gazetteer.FIRST_NAMES | frozenset(_MORE_FIRST_NAMES.split())
"""Every first name that is known."""

_MORE_FEMALE_NAMES = """
    annalena annegret antje bärbel birgit britta christa christiane dagmar edith elfriede elke ella erika eva-maria
    franziska frauke frieda gabriele gerda gisela grit gudrun hannelore hedwig heike herta hildegard ines ingrid inge
    irmgard jana janine jutta karin karla karolin kathrin katja katrin kerstin kirsten klara lena leonie lisbeth luisa
    magdalena maike maja malu manuela mareike margarete margot marianne marita marlene martina mechthild meike melanie
    merle michaela miriam mona monika nadine nele olga petra pia renate ricarda rita rosemarie sabine saskia sigrid
    silke silvia simone sonja susanne svenja svetlana sybille ulla ulrike uta ute vera verena waltraud wiebke aisha
    alejandra alina alma amina astrid aylin ayşe beatrice beatriz bianca camila camille carmen cecilia celine chiara
    chloe ciara clara colette cristina dalia daria dilma dina elin elif elisa eloise emine esther fatima fatma fiona
    freya gemma giorgia giulia greta hana helena ilse ingeborg irina isabella isla josefa juliette kamala laila lana
    layla leila lina lucia ludmila maren mariana marina marta mei mia mila mirjam nadia naoko natasha neha nia nina
    nora nuria olena oksana paola pilar priya rania renee rosalie salma selma serena silvana siobhan sofia stella
    kristen kristin krista tatiana tove valentina viola yasmin zainab zara zeynep april ruth jo lindsey jacinda annika
    agnes alexa amelia angelina bridget brigitte charlene clare deirdre dolores erica georgia geraldine gertrude
    gillian gwen harriet hilary imelda irma ivy jasmine josephine juliet justine kamila lorraine lydia mabel maggie
    marcia marianna marjorie maureen mavis mildred miranda muriel nadja nellie noreen norma paulina phoebe priscilla
    rhonda roberta rosalind rosemary sabrina sadie selina sheryl shona stefanie tamara tanya tess trudy valeria velma
    vicky wilma winifred zoe"""
MORE_FEMALE_NAMES = frozenset(_MORE_FEMALE_NAMES.split())

_EITHER_NAMES = """
    alex andrea angel ashley bo chris dana evan frances jackie jamie jan jean jordan kai kelly kim lee leslie lynn
    nicola ola robin sam shannon shawn stacy terry tracy yuki raja mika xi"""
EITHER = frozenset(_EITHER_NAMES.split())
"""First names of women and men."""

GERMAN_ROLES = (
    "minister", "ministerin", "sprecher", "sprecherin", "präsident", "präsidentin", "kanzler", "kanzlerin", "meister",
    "meisterin", "vorsitzende", "vorsitzender", "vorsitzenden", "chefin", "direktor", "direktorin", "leiter",
    "leiterin", "führer", "führerin", "anwalt", "anwältin", "richter", "richterin", "forscher", "forscherin",
    "professorin", "experte", "expertin", "trainerin", "sekretär", "sekretärin", "beauftragte", "beauftragter",
    "abgeordnete", "abgeordneter", "senatorin", "landrat", "landrätin", "kommissar", "kommissarin", "botschafter",
    "botschafterin", "inhaberin", "lehrer", "lehrerin", "ärztin", "ökonom", "ökonomin", "historiker", "historikerin",
    "wissenschaftler", "wissenschaftlerin", "politiker", "politikerin", "unternehmer", "unternehmerin", "vorstand",
    "ratsfrau", "ratsherr", "stadtrat", "stadträtin", "geschäftsführer", "betreiber", "betreiberin", "pfarrer",
    "pfarrerin", "bischöfin",
)  # fmt: skip
"""Endings of German words for an office or trade: "Finanzministerin", "Polizeisprecher"."""


_GERMAN_BODIES = (
    "amt", "gericht", "gerichtshof", "werke", "verband", "bank", "verein", "kammer", "ministerium", "universität",
    "gesellschaft", "stiftung", "kasse", "gewerkschaft", "behörde", "anstalt", "klinikum",
)  # fmt: skip
"""Endings of German words for an organisation: "Umweltbundesamt", "Verbraucherverband"."""
_LEAST_BODY = 8  # letters; shorter ones name a kind of thing, not one of it: "Bank", "Kammer"


def is_first_name(word: str) -> bool:
    """Tell whether a lower-case word is a first name that is known, or two of them by the first: "hans-jörg"."""
    first, _, second = word.partition("-")
    return word in FIRST or (first in FIRST and second.isalpha())


def is_german_body(word: str) -> bool:
    """Tell whether a lower-case word is a German one for an organisation."""
    return len(word) >= _LEAST_BODY and word.endswith(_GERMAN_BODIES)


def is_german_role(word: str) -> bool:
    """Tell whether a lower-case word is a German one for an office or trade, a compound of one too."""
    return word.endswith(GERMAN_ROLES) or (word.endswith("chef") and word != "chef") or word in ("alt-ob", "ex-ob")


__all__ = [
    "BEFORE_PARTICLES",
    "EITHER",
    "FIRST",
    "MORE_FEMALE_NAMES",
    "NOT_NAMES",
    "NO_FIRST",
    "NO_PERSON",
    "SITES",
    "SITE_OR_SURNAME",
    "is_first_name",
    "is_german_body",
    "is_german_role",
]
