"""Nouns of which another only says what they are of: those that say no other thing, and those that always do.

General news vocabulary, our own choice: "the use of the drug" is the drug to who bans it, "traces of the drug" are not.
"""

from __future__ import annotations

from factcheck.text.words import fold, stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in words.split())


SAME_THING = _stems(
    """city town village state county province region district island kingdom republic country municipality
    hundreds thousands dozens millions billions tens scores number numbers group crowd rest series pair lot team family
    majority whole entirety total all kind kinds type types sort form forms range set variety list
    amount level levels rate price prices cost costs size volume value quantity proportion percentage figure figures
    length duration scope extent
    construction building erection creation introduction adoption use usage deployment sale purchase acquisition
    opening launch start beginning expansion extension existence presence enlargement completion
    project scheme programme program site structure complex bill law act deal agreement accord package legislation
    text terms version draft ratification signing passage approval reading
    application appeal bid request call calls demand demands idea concept principle
    funding funds money financing spending budget
    case cases count counts charge charges allegation allegations accusation accusations offence offense offences crime
    crimes suspicion act acts incident incidents
    post role position job office rank title presidency chairmanship leadership
    people person residents resident inhabitants population citizens patients staff workers employees members
    person man woman men women child children
    government administration authorities army military police board management officials regierung armee polizei
    final race contest event edition game match
    stadt gemeinde dorf land bundesland kreis insel region bezirk bau neubau aufbau ausbau errichtung einführung
    nutzung verwendung einsatz verkauf kauf erwerb eröffnung start beginn gründung erweiterung schaffung zahl anzahl
    menge reihe art form summe höhe gruppe vielzahl gesetz projekt vorhaben programm abkommen vertrag antrag
    hunderte tausende dutzende millionen mehrheit einwohner bewohner mitarbeiter menschen leute fall fälle"""
)
"""Heads that say no other thing than what they are of, or that a headline leaves out."""
PLANS = _stems(
    """plan plans proposal proposals motion petition resolution campaign initiative vision concept
    plan pläne planung vorschlag vorschläge entwurf konzept"""
)
"""What speaks of a thing to come; who announces, backs or opposes it, announces, backs or opposes the thing."""
SPOKEN_OF = _stems(
    """announce unveil present propose back support oppose criticise criticize condemn defend reject discuss debate
    welcome favour favor endorse outline detail reveal drop scrap abandon shelve halt cancel withdraw kill block stop
    ankündigen vorstellen vorschlagen unterstützen ablehnen kritisieren begrüßen diskutieren aufgeben stoppen
    kündigte stellte schlug unterstützte unterstützt lehnte lehnt kritisierte begrüßte verwarf stoppte"""
)
MAKES_ANOTHER = PLANS | _stems(
    """trace traces sign signs symptom symptoms risk risks threat threats fear fears lack absence end copy copies
    replica model image images picture pictures photo photos photograph photographs film video portrait drawing study
    studies survey report review draft evidence suspicion idea promise offer supplier suppliers maker makers producer
    producers seller owner owners victim victims opponent opponents critic critics supporter supporters relative
    relatives friend friends family theory simulation imitation substitute substitutes remains part parts half quarter
    spuren kopie modell bild bilder foto fotos film studie bericht gutachten entwurf opfer gegner kritiker anhänger"""
)
"""Heads that make another thing even of what is counted or measured: "traces of cocaine", and not "bags of rice"."""
TAKING = frozenset(
    """of for to on about over against with from in at into by zum zur fur uber von vom des der gegen mit am im
    in near behind outside beside opposite under around""".split()  # noqa: SIM905
)
"""What stands between a noun and what it is of, for or about."""
NEAR = frozenset("near behind outside beside opposite off bei nahe neben hinter vor".split())  # noqa: SIM905
"""What says that something is not there, but near."""
WITHIN = frozenset(["in", "at", "im", "am", "into"])
PARTS_OF_PLACES = _stems(
    """north south east west northeast northwest southeast southwest centre center middle heart coast border part parts
    suburb suburbs area areas outskirts edge capital
    norden süden osten westen zentrum mitte küste teil teile hauptstadt"""
)
"""What is a part of a place: who strikes a village in a country, or its coast, has struck the country."""
LED_BY = frozenset("for against about with over to from zu fur gegen uber mit zum zur von vom".split())  # noqa: SIM905
"""What leads from a verb to what it is done to or about: "voted for the war"."""
PLACED_BY = frozenset("in at on into im am auf aus".split())  # noqa: SIM905
"""What leads from a verb to where it is done."""
GIVING = _stems(
    """pay give offer hand send award grant show teach lend owe promise sell serve supply deliver allot provide
    gave paid sold sent lent gab zahlte schickte verkaufte bot lieferte"""
)
"""Verbs behind which stands what is given as well as whom it is given to: "paid the workers", "paid wages to them"."""
NO_NOUNS = frozenset(
    """rather instead again together too also abroad online nationwide worldwide overnight ahead soon later earlier away
    back home alone once twice early late last next previous ever never always often forever anyway indeed altogether
    apart aside first second here there now then out off up down inside outside upstairs downstairs live free open shut
    closed empty full dead alive unhurt unharmed guilty invalid void illegal unconstitutional unlawful unanimous intact
    safe because due despite unlike amid ahead against without within during after before as than plus via per each
    ago long fast hard well half elsewhere everywhere somewhere somehow thereby therefore however meanwhile
    afterwards beforehand afterward outright forward straight right left north south east west midway halfway amok
    wieder erneut zusammen auch sofort vorerst bereits schon heute gestern ab an auf aus ein zu zurück statt anstatt
    morgen spater fruher damals nun jetzt dort hier mehr nicht einstimmig vollig weit komplett""".split()  # noqa: SIM905
)
"""What stands behind a noun as another part of the sentence: "approved the bridge again"."""
