"""What is known of names without a text: places with their countries, capitals and peoples, organisations, roles.

The tables of `gazetteer` as they are looked up, and what a word of a name tells by itself.
"""

from __future__ import annotations

import re

from factcheck.domain.offices import FORMER, THEN
from factcheck.text.names import gazetteer, name_words

POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


def _spellings(table: str, separator: str) -> dict[str, str]:
    rows = [row for line in table.strip().splitlines() for row in line.split(separator)]
    return {alias: names[0] for row in rows for names in [row.split(",")] for alias in names}


_COUNTRY_ROWS = [row.split("|") for row in gazetteer.COUNTRIES.strip().splitlines()]
_COUNTRIES = {alias: names[0] for row in _COUNTRY_ROWS for names in [row[0].split(",")] for alias in names}
_SEATS = [(seat.split(","), row[0].split(",")[0]) for row in _COUNTRY_ROWS if row[1] for seat in row[1].split(";")]
CAPITALS = {alias: names[0] for names, _ in _SEATS for alias in names}
CAPITAL_OF = {names[0]: country for names, country in reversed(_SEATS)}  # the first is the capital
DEMONYMS = {people: row[0].split(",")[0] for row in _COUNTRY_ROWS if row[2] for people in row[2].split(",")}
METONYMS = dict(row.split("|") for row in gazetteer.METONYMS.strip().splitlines())
PLACES = _spellings(gazetteer.PLACES, ";") | CAPITALS | _COUNTRIES
COUNTRIES = frozenset(_COUNTRIES.values())
KNOWN_PLACES = frozenset(PLACES.values())
ORGANISATIONS = _spellings(gazetteer.ORGANISATIONS, "\n")
KNOWN_ORGANISATIONS = frozenset(ORGANISATIONS.values())
_BEFORE_NAMES = gazetteer.TITLES | FORMER | THEN | {"the"}
NO_PERSON = gazetteer.ORGANISATION_WORDS | gazetteer.FIRM_WORDS | gazetteer.PLACE_WORDS | name_words.NO_PERSON
KNOWN_NAMES = {name.casefold(): full for name, full in (PLACES | ORGANISATIONS).items()}


def is_title(word: str) -> bool:
    """Tell whether a lower-case word stands before a name: a title, "former", "the"."""
    return word in _BEFORE_NAMES or name_words.is_german_role(word)


def is_role(word: str) -> bool:
    """Tell whether a lower-case word is an office or a trade."""
    return word in gazetteer.ROLES or name_words.is_german_role(word)


def plain_word(word: str) -> str:
    """Return a word of a name in lower case, without the marks around it."""
    return word.strip(".,;:()[]'’").casefold()


def is_body(word: str) -> bool:
    """Tell whether a word of a name is one for an organisation; "&" joins the names of a firm."""
    return word in gazetteer.ORGANISATION_WORDS or word == "&" or name_words.is_german_body(word)
