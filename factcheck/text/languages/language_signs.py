"""What tells German from English where a text has too few small words to tell: other words, and the shape of words.

A brief of three sentences ("Gestern sanken 40 Boote. Drei Menschen starben.") has no article and no "and". Method: each
word that only one of the languages has is a sign of it; one with a capital may be a name and is half a sign, and what
both have ("die", "war", "an") is none. Knows no third language.
"""

from __future__ import annotations

import re

from factcheck.text.languages.german_verbs import STRONG
from factcheck.text.languages.stop_words import STOP_WORDS
from factcheck.text.runs import word_runs

PLAIN = 2
"""What a word in small letters counts; one with a capital, which a name may have, counts 1."""
ENOUGH = 2
"""What the signs of German must come to: one plain word, or two with a capital."""
_LONG = 6  # letters of a word whose ending is looked at: "often" and "eaten" end as German verbs do, "sagten" is longer

_BOTH_WORDS = """
    all also am an anders april arm art as at august bald band barb bat be bin bog born brief by da den des die dies
    do du elf er es fast fell fort gang gift gilt gold half hand hat he her hing hut in is ja just kind lag links
    log los made mag man may me mine more most mutter no not note november nun on over pass plan rang rat rate riss
    rode rose rot sang sank see september so stand stark stern still tag to toll tote under us von wand war warm was
    wild will wind wo wolf wonder zu"""
_BOTH = frozenset(_BOTH_WORDS.split())
"""Words of the one language that the other has, or that stand in its names."""
_GERMAN_WORDS = """
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend
    sonntag prozent uhr millionen milliarden mio mrd gestern heute morgen vorgestern übermorgen zuvor derzeit zudem
    ab je eins zwei drei vier fünf sechs sieben acht neun zehn zwölf rund knapp kein keiner mal zweimal dreimal
    erneut bereits laut weniger erste ersten zweite zweiten neue neuer neues neuen gut vorn kritik
    gewannen verloren fielen stiegen starben trafen hielten schlugen sanken brachen fanden kamen gingen gaben nahmen
    sahen stahlen zogen flohen blieben erhielt erhielten bekam bekamen unterlagen schlossen verließ verließen sprachen
    schrieben riefen liefen ließen wuchsen verstarb verstarben ertrank ertranken flogen traten boten schwiegen warfen
    begannen brachte brachten standen lagen tat taten sprangen schossen verschwanden entstand entstanden wurde wurden
    hatte hatten konnte konnten musste mussten sollte wollte
    wollten durfte durften gilt gelten liegt liegen steht stehen geht gehen kommt kommen gibt geben bleibt bleiben
    zeigt zeigen führt führen führte führten sucht suchen leitet leiten meldet melden fordert fordern steigt steigen
    sinkt sinken fällt fallen wächst wachsen verliert verlieren gewinnt gewinnen erhält erhalten bekommt bekommen
    kostet kosten zahlt zahlen spielt spielen siegt siegte siegten fehlt fehlen fehlte fehlten warnt
    warnen startet starten endet enden beginnt beginnen öffnet öffnen schließt schließen kritisiert lebt leben
    arbeitet arbeiten droht drohen streikt streiken verlässt verlassen sterben gestorben stirbt tötet töten fliehen
    flieht brennt brennen sperrt sperren sagt sagen laden verlangt verlangen wiegt wiegen dauert dauern brachten
    schlafen lernt lernen heißt sind"""
_ENGLISH_WORDS = """
    january february march june july october december monday tuesday wednesday thursday friday saturday sunday
    percent one two three four five six seven eight nine ten million billion people years new won lost rises falls
    wins beats dies kills shut cut hit yes no war's world week day last first jobs euros points shares back home hard
    get got go goes went make take says them off police fire ends buys sold left held ago third second"""
_NO_GERMAN_WORDS = """
    often eaten written rotten gotten forgotten listen threaten shorten tighten straighten heighten flatten brighten
    frighten lighten beaten enlighten unwritten rewritten moisten christen glisten soften sweeten tungsten molten gluten
    kindergarten kitten mitten bitten smitten fasten hasten chasten unbeaten gestalt"""
_NO_GERMAN = frozenset(_NO_GERMAN_WORDS.split())
"""English words that have the shape of German ones."""
_GERMAN = (frozenset(_GERMAN_WORDS.split()) | STRONG | STOP_WORDS["de"]) - _BOTH
_ENGLISH = (frozenset(_ENGLISH_WORDS.split()) | STOP_WORDS["en"]) - _BOTH
_GERMAN_ENDINGS = ("ten", "iert", "ierte", "lich", "liche", "licher", "lichen", "isch", "ische", "ischer", "ischen")
_ENGLISH_ENDINGS = ("ed", "ly", "ght", "tion", "sion", "ous", "ry", "ty", "oy", "ow", "ew", "ers", "ess", "ss", "ish")
_NO_ENGLISH = ("ging", "hing", "fing", "gering", "fting")
_ENGLISH_STARTS = ("wh", "sh", "squ")
_PARTICLES = re.compile(r"\b[Vv][ao]n\s(?:de[rnm]?\s)?(?=[A-Z])")
"""What stands in a name: "Ursula von der Leyen"."""


def without_particles(text: str) -> str:
    """Return a text without the small words of names."""
    return _PARTICLES.sub("", text)


def is_sign(word: str) -> bool:
    """Tell whether a word in small letters is one that only German, or only English, has."""
    return word in _GERMAN or word in _ENGLISH


def signs(text: str) -> tuple[int, int]:
    """Return what the signs of German and those of English come to in a text, each of its words asked for one."""
    german = english = 0
    for word in word_runs(text):
        lower = word.lower()
        counts = PLAIN if word[0].islower() else 1
        if lower in _GERMAN:
            german += counts
        elif lower in _ENGLISH:
            english += counts
        elif counts == PLAIN and lower not in _BOTH:
            german += counts * _is_shaped_as_german(word)
            english += counts * _is_shaped_as_english(word)
    return german, english


def _is_shaped_as_german(word: str) -> bool:
    """Tell whether a word in small letters has what no English one has: "ä", "geräumt", "verkauften", "tödlich"."""
    if any(letter in "äöüß" for letter in word):
        return True
    if len(word) < _LONG or word in _NO_GERMAN:
        return False
    prefixed = word.startswith(("ge", "ver")) and word.endswith(("t", "te"))
    return (prefixed and not word.endswith(("ist", "ate", "ct"))) or word.endswith(_GERMAN_ENDINGS)


def _is_shaped_as_english(word: str) -> bool:
    if word.endswith("ing"):
        return not word.endswith(_NO_ENGLISH)
    return word.endswith(_ENGLISH_ENDINGS) or word.startswith(_ENGLISH_STARTS)


__all__ = ["ENOUGH", "signs", "without_particles"]
