"""The German words that introduce somebody's words, and the closed classes that the search for their speakers needs."""

from __future__ import annotations

_SAYING_WORDS = """
    sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten berichtet berichtete berichteten
    berichten schreibt schrieb schrieben warnt warnte warnten meint meinte meinten fordert forderte forderten ergänzt
    ergänzte ergänzten fügt fügte fügten bestätigt bestätigte bestätigten entgegnet entgegnete entgegneten mahnt mahnte
    mahnten behauptet behauptete behaupteten verspricht versprach versprachen erwidert erwiderte antwortet antwortete
    ruft rief glaubt glaubte glaubten versichert versicherte versicherten beklagt beklagte beklagten prophezeit
    prophezeite unterstreicht unterstrich verkündet verkündete verkündeten twittert twitterte prognostiziert
    prognostizierte schätzt schätzte schätzten erzählt erzählte erzählten schildert schilderte schilderten bilanziert
    bilanzierte resümiert resümierte konstatiert konstatierte argumentiert argumentierte argumentierten droht drohte
    drohten verlangt verlangte verlangten vermutet vermutete vermuteten hofft hoffte hofften erwartet erwartete
    erwarteten äußert äußerte äußerten kommentiert kommentierte zitiert zitierte fragt fragte teilt teilte teilten
    kündigt kündigte kündigten räumt räumte räumten gibt gab gaben hebt hob hoben stellt stellte stellten heißt hieß
    kritisiert kritisierte kritisierten lobt lobte lobten weist wies wiesen begründet begründete begründeten
    verteidigt verteidigte verteidigten urteilt urteilte spottet spottete klagt klagte klagten zeigt zeigte zeigten
    beteuert beteuerte bemängelt bemängelte bemängelten moniert monierte monierten
    findet fand rät riet appelliert appellierte plädiert plädierte rechnet rechnete rechneten nennt nannte nannten
    erinnert erinnerte erinnerten rechnen spricht sprach sprechen sprachen
    bezeichnet bezeichnete bezeichneten wirft warf warfen lehnt lehnte lehnten begrüßt begrüßte begrüßten
    meldet meldete meldeten"""
DENYING = frozenset(
    [
        *("bestreitet", "bestreiten", "bestritt", "bestritten", "widerspricht", "widersprach", "widersprachen"),
        *("dementiert", "dementieren", "dementierte", "dementierten", "weist", "wies", "wiesen"),
        *("leugnet", "leugnen", "leugnete", "leugneten", "geleugnet"),
        *("verneint", "verneinte", "verneinten", "zurückgewiesen", "widersprochen"),
    ]
)
"""Verbs that deny what another has said; what follows them after "dass" is denied, what follows a colon is said."""
_SAID_WORDS = "gesagt erklärt betont berichtet geschrieben gewarnt bestätigt behauptet versichert gefordert"
SAID = frozenset(_SAID_WORDS.split())
"""Participles that stand at the end behind "hat": "hatte damals erklärt, …"."""
SAYING = frozenset(_SAYING_WORDS.split()) | DENYING | SAID
HAVE = frozenset(["hat", "haben", "habe", "hatte", "hatten"])
DENIED = frozenset(["bestritten", "geleugnet", "dementiert"])
"""Participles that stand behind "hat" and what is denied: "hat den Vorwurf bestritten"."""

REPORTING = frozenset(
    ["mitteilt", "mitteilte", "mitteilten", "angab", "ankündigte", "erfuhr", "bekanntgab", "mitgeteilt"]
)
"""Verbs that end a clause with "wie": "wie die Polizei mitteilte"."""
BOUNDS = frozenset(["bis", "ab", "seit", "für", "zum", "zur", "vom", "von", "gegen"])
"""Before a date these tell of what is said, not when: "forderte bis Freitag mehr Geld"."""

_ACTS_WORDS = """
    kritisiert kritisierte kritisierten lobt lobte lobten fordert forderte forderten verlangt verlangte verlangten
    bestätigt bestätigte bestätigten dementiert dementieren dementierte dementierten bestreitet bestreiten bestritt
    bestritten leugnet leugnen leugnete leugneten geleugnet verspricht versprach versprachen verteidigt
    verteidigte verteidigten begrüßt begrüßte begrüßten bemängelt bemängelte bemängelten moniert monierte monierten
    bezeichnet bezeichnete bezeichneten nennt nannte nannten plädiert plädierte appelliert appellierte warnt warnte
    warnten droht drohte drohten beklagt beklagte beklagten meldet meldete meldeten"""
ACTS = frozenset(_ACTS_WORDS.split())
"""Verbs whose whole clause is the claim: "Der Verband forderte mehr Geld"."""

CONTESTED = (
    "spiel", "spiele", "spielen", "partie", "partien", "rennen", "duell", "match", "turnier", "turniere", "saison",
    "kampf", "kämpfe", "finale", "etappe", "einsatz", "einsätze", "unterhalt", "kosten", "ausgaben", "derby", "konzert",
    "konzerte", "auftritt", "programm",
)  # fmt: skip
"""Endings of what is contested or paid for in deed, where "bestreiten" denies nothing: "bestritt 40 Spiele"."""

PARTICLES = {
    **dict.fromkeys(["fügt", "fügte", "fügten"], frozenset(["hinzu", "an"])),
    **dict.fromkeys(["teilt", "teilte", "teilten"], frozenset(["mit"])),
    **dict.fromkeys(["kündigt", "kündigte", "kündigten"], frozenset(["an"])),
    **dict.fromkeys(["räumt", "räumte", "räumten"], frozenset(["ein"])),
    **dict.fromkeys(["gibt", "gab", "gaben"], frozenset(["an", "bekannt", "zu"])),
    **dict.fromkeys(["hebt", "hob", "hoben"], frozenset(["hervor"])),
    **dict.fromkeys(["stellt", "stellte", "stellten"], frozenset(["klar", "fest"])),
    **dict.fromkeys(["weist", "wies", "wiesen"], frozenset(["hin", "zurück"])),
    **dict.fromkeys(["wirft", "warf", "warfen"], frozenset(["vor"])),
    **dict.fromkeys(["lehnt", "lehnte", "lehnten"], frozenset(["ab"])),
    **dict.fromkeys(["rechnet", "rechnete", "rechneten", "rechnen"], frozenset(["vor", "damit"])),
    **dict.fromkeys(["erinnert", "erinnerte", "erinnerten"], frozenset(["daran"])),
    **dict.fromkeys(["spricht", "sprach", "sprechen", "sprachen"], frozenset(["von", "vom", "aus"])),
}
"""Verbs that report only with their particle at the end of the clause: "teilte … mit"."""

ACTS_WITH = frozenset(["an", "zurück", "vor", "ab", "von", "vom", "aus"])
"""Particles with which such a verb is a speech act without a clause: "wies die Kritik zurück"."""

REPORTED = frozenset(["meldet", "meldete", "meldeten"])
NO_REPORTS = frozenset(["sich", "mich", "uns", "an", "ab", "um"])
"""What makes of "melden" another verb: "meldete sich krank", "meldete Insolvenz an"."""
REJECTS = frozenset(["lehnt", "lehnte", "lehnten"])
DECIDERS = (
    "bundestag", "bundesrat", "landtag", "kreistag", "parteitag", "nationalrat", "ständerat", "stadtrat", "gemeinderat",
    "parlament", "senat", "kammer", "gericht", "gerichtshof", "gerichts", "kabinett", "ausschuss", "wähler", "kongress",
)  # fmt: skip
"""Endings of who decides together: what they reject they vote on."""
CHARGES = ("vorwurf", "vorwürfe", "kritik", "behauptung", "behauptungen", "darstellung", "unterstellung")

STATEMENTS = (
    r"(?:eigene[nr]\s)?(?:Angaben?|Aussagen?|Auskunft|Einschätzung(?:en)?|Ansicht|Meinung|Worten|Auffassung|Darstellung|"
    r"Informationen|Berechnungen|Schätzungen|Erkenntnissen|Überzeugung|Mitteilung)"
)
_DETERMINERS_WORDS = """
    der die das dem den des ein eine einer eines einem einen sein seine seiner seines ihr ihre ihrer ihres unser
    unsere mehrere viele einige manche alle beide zwei drei vier kein keine dieser diese dieses jener jene"""
DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
GENITIVE = frozenset(["der", "des", "eines", "einer", "seiner", "ihrer", "seines", "ihres"])
RELATIVES = frozenset(["der", "die", "das", "deren", "dessen"])
"""What opens a relative clause behind a comma."""
OBJECTS = frozenset(["den", "dem", "diesen", "diesem", "einen", "einem", "jeden", "jedem"])
"""Articles of an object, whose subject stands behind the verb: "Den Vorwurf wies Lenz zurück: …"."""
PRONOUNS = frozenset(["er", "sie", "es", "man", "wir", "ich"])
_PREPOSITIONS_WORDS = """
    am an auf aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne seit trotz über um unter vom von
    vor während wegen zu zum zur zwischen gegenüber"""
PREPOSITIONS = frozenset(_PREPOSITIONS_WORDS.split())
_ADVERBS_WORDS = """
    auch aber doch jedoch dann dort hier heute gestern morgen nun jetzt zudem außerdem dabei dagegen dennoch
    allerdings zugleich gleichzeitig später zuvor bereits erneut weiter schließlich unterdessen derweil damit darauf
    daraufhin so deshalb darum nur noch wieder sich"""
ADVERBS = frozenset(_ADVERBS_WORDS.split())
_TIMES_WORDS = """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli
    august september oktober november dezember abend morgen mittag nachmittag vormittag nacht woche jahr monat"""
TIMES = frozenset(_TIMES_WORDS.split())
SPANS = frozenset(
    "tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden minuten".split()  # noqa: SIM905
)
APART = frozenset(["später", "zuvor", "davor", "danach", "darauf", "vorher", "früher"])
"""What makes of a stretch of time how far one thing lies from another: "drei Wochen später"."""
OUTLETS = ("zeitung", "agentur", "sender", "magazin", "blatt", "rundfunk", "fernsehen", "dpa", "ard", "zdf", "funk")
"""Endings of the nouns for who was told something: "sagte der Minister der Rheinzeitung"."""

__all__ = [
    "ACTS", "ACTS_WITH", "ADVERBS", "APART", "CHARGES", "CONTESTED", "DECIDERS", "DENYING", "DETERMINERS", "GENITIVE",
    "NO_REPORTS", "OBJECTS", "OUTLETS", "PARTICLES", "PREPOSITIONS", "PRONOUNS", "REJECTS", "RELATIVES", "REPORTED",
    "SAYING", "SPANS", "STATEMENTS", "TIMES",
]  # fmt: skip
