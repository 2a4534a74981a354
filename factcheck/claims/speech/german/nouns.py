"""Tell the nouns of German text from its names: all have a capital, and only names have no article.

A checker who has to tick "Unterschriften" and "Millionen Euro" beside "Brunnheim" ticks all unread. Method: what the
text itself has behind an article, a number or another word that only nouns have is a noun wherever it stands, unless
another capital follows ("die Arler Brücke"); so is what ends as nouns made of verbs and adjectives do. What ends as
places do stays a name ("der Ammersee").
"""

from __future__ import annotations

import re

from factcheck.text.languages.stop_words import STOP_WORDS
from factcheck.text.words import fold

_BEFORE = (
    r"der|die|das|de[mns]|eine?[mnrs]?|[ms]eine?[mnrs]?|ihre?[mnrs]?|unsere?[mnrs]?|keine?[mnrs]?|im|am|beim|zum|zur|vom|"
    r"ins|ans|aufs|fürs|diese[mnrs]?|jede[mnrs]?|jene[mnrs]?|welche[mnrs]?|alle[mnrs]?|viele?[mnrs]?|wenige?[mnrs]?|"
    r"mehrere[nr]?|einige[mnrs]?|manche[mnrs]?|beide[nr]?|solche[mnrs]?|mehr|eigene[nrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|"
    r"zehn|elf|zwölf|Millionen|Milliarden|Tausend|Prozent|\d[\d.,]{0,15}"
)
_NOUN = re.compile(
    rf"\b(?i:{_BEFORE})\s(?:[a-zäöüß]+(?:e|e[mnrs])\s){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]*)(?![\w-]|\s[A-ZÄÖÜ])"
)
_MADE = re.compile(r"(?:ung|heit|keit|schaft|tion|ität|ismus|nis|ling|ment)(?:en|s|se|e)?\Z")
_PLACE = re.compile(r".{3,}(?:heim|hausen|burg|furt|dorf|bach|ingen|see|tal|berg|gebirge)s?\Z")
_NO_NAMES = frozenset(
    """million millionen milliarde milliarden mio mrd tausend euro dollar prozent kilometer meter hektar tonnen liter
    uhr jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minuten januar februar märz
    april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag
    sonntag ende anfang mitte außerdem zudem allerdings dennoch daraufhin zugleich deshalb trotzdem künftig bislang
    zuletzt insgesamt dagegen hingegen inzwischen""".split()  # noqa: SIM905
)


def nouns_of(text: str) -> frozenset[str]:
    """Return the words that stand in a German text as nouns do; time is linear in its length."""
    return frozenset(found["noun"] for found in _NOUN.finditer(text) if not _PLACE.match(found["noun"]))


def is_noun(mention: str, nouns: frozenset[str]) -> bool:
    """Tell whether a mention of German text has no word that can be a name; `nouns`: those that its text tells."""
    capitals = [word.strip(".,;:!?") for word in mention.split() if word[:1].isupper()]
    return all(
        word in nouns
        or word.lower() in _NO_NAMES
        or fold(word) in STOP_WORDS["de"]
        or (_MADE.search(word) is not None and not _PLACE.match(word))
        for word in capitals
    )


__all__ = ["is_noun", "nouns_of"]
