"""What a numeral is in German text: an ordinal ("der 10. Umbau"), a year ("waren 2021 arbeitslos"), and what it counts.

German nouns have a capital, and no sign else; so the text around is asked for its language, where that decides.
"""

from __future__ import annotations

from factcheck.text.abbreviations import stop_ends
from factcheck.text.languages.language import is_german, is_german_sentence
from factcheck.text.quantities.numeral_tokens import Token, token_at

AROUND = 300
"""Characters on both sides that tell the language."""
MOST_ORDINAL_DIGITS = 3
_YEARS = range(1900, 2100)
_CALENDAR_WORDS = """
    uhr januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch
    donnerstag freitag samstag sonntag"""
_CALENDAR = frozenset(_CALENDAR_WORDS.split())
_GERMAN_UNIT_WORDS = """
    Euro Franken Tonnen Kilometer Kilometern Meter Metern Quadratmeter Quadratmetern Quadratkilometer Kubikmeter Hektar
    Liter Litern Kilogramm Gramm Stunden Tage Tagen Menschen Personen Einwohner Einwohnern"""
_GERMAN_UNITS = frozenset(_GERMAN_UNIT_WORDS.split())
"""What is counted and measured in German alone, written so."""
_NO_ADJECTIVE_WORDS = """
    gegen ohne über unter hinter wegen neben zwischen oder aber eine einen einer eines sowie wurde wurden waren
    werden haben hatte hatten habe sollen sollte sollten können konnte konnten müssen musste mussten kamen gingen"""
_NO_ADJECTIVES = frozenset(_NO_ADJECTIVE_WORDS.split())
"""Words that end as adjectives do and part a number from the next noun: "gewann 3 zu 1 gegen Arle"."""


def in_german(text: str, start: int, end: int) -> bool:
    """Tell whether the text around a stretch is German."""
    return is_german(text[max(0, start - AROUND) : end + AROUND])


def counts_in_german(text: str, tokens: list[Token], place: int) -> bool:
    """Whether the numeral at `place` is one of German: by the text around, or by what it counts ("1.500 Euro").

    Few words tell no language; then a noun with its capital behind the number does, where nothing around is English.
    """
    numeral, following = tokens[place], token_at(tokens, place + 1)
    if in_german(text, numeral.start, numeral.end):
        return True
    if following is None or following.text in _GERMAN_UNITS:
        return following is not None
    around = text[max(0, numeral.start - AROUND) : numeral.end + AROUND]
    noun = following.kind == "word" and following.text.istitle()
    return (noun or following.text == "€") and is_german_sentence(around, within_german=True)


def is_ordinal(text: str, tokens: list[Token], place: int) -> bool:
    """Whether the numeral at `place` has the stop of an ordinal, which in German ends no sentence."""
    numeral, stop, following = tokens[place], token_at(tokens, place + 1), token_at(tokens, place + 2)
    if stop is None or stop.text != "." or stop.start != numeral.end or following is None or following.kind != "word":
        return False
    short = numeral.text.isdigit() and len(numeral.text) <= MOST_ORDINAL_DIGITS
    then = token_at(tokens, place + 3)
    goes_on = short and not stop_ends(numeral.text, following.text, then.text if then else "", german=True)
    return goes_on and in_german(text, numeral.start, numeral.end)


def is_german_year(text: str, tokens: list[Token], place: int) -> bool:
    """Whether four digits are a year, since no noun follows that they could count."""
    numeral, following = tokens[place], token_at(tokens, place + 1)
    year = numeral.text.isdigit() and len(numeral.text) == 4 and int(numeral.text) in _YEARS  # noqa: PLR2004
    counts = following is not None and following.kind == "word" and following.text[0].isupper()
    return year and not counts and in_german(text, numeral.start, numeral.end)


def german_noun(text: str, tokens: list[Token], after: int) -> str:
    """Return the noun that a number counts in German text: the next word with a capital, past adjectives; else ""."""
    for token in tokens[after : after + 3]:
        if token.kind != "word":
            return ""
        if token.text[0].isupper():
            german = token.low not in _CALENDAR and in_german(text, token.start, token.end)
            return token.text if german else ""
        if not token.low.endswith(("e", "en", "er", "es")) or token.low in _NO_ADJECTIVES:
            return ""
    return ""


__all__ = ["counts_in_german", "german_noun", "in_german", "is_german_year", "is_ordinal"]
