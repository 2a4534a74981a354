"""What can fill a place of a sentence, a name or a date, and whether two of them stand there side by side.

`fillers_in` reads them from the words of a text; `are_rivals` says that two of one kind cannot be one;
`are_side_by_side` that one stands there with the other ("in Vienna and Geneva"), or only says which it is ("in Brixton,
a district of London").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.domain import Span
from factcheck.stance.names.subjects import is_told
from factcheck.stance.names.voices import is_helping
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.slots import alike, known, names_in
from factcheck.text.dates.timex.words import DAYS, MONTHS, WEEKDAYS
from factcheck.text.names.known import DEMONYMS, ORGANISATIONS, PLACES
from factcheck.text.names.persons import is_person, person_in
from factcheck.text.names.sameness import canonical
from factcheck.text.words import Word

PERSON, PLACE, NAME, DATE = "person", "place", "name", "date"
ARTICLES = frozenset("the a its their his her der die das den dem ein eine einen einem einer".split())  # noqa: SIM905


class Filler(NamedTuple):
    """A name or a date at the words `[first, last]` of a text; `parts` are the day, month, year of a date."""

    span: Span
    first: int
    last: int
    kind: str
    parts: Mapping[str, int]


def fillers_in(text: str, words: Sequence[Word]) -> tuple[Filler, ...]:
    """Return the names and dates of some words of a text, in order; of German ones only names known as such."""
    german = is_in_german(text)
    found = [*_dates(text, words)]
    for name in names_in(text):
        inside = [at for at, word in enumerate(words) if name.start <= word.start < name.end]
        kind = _kind(name.text, german=german)
        if inside and kind:
            found.append(Filler(name, inside[0], inside[-1], kind, {}))
    return tuple(sorted(found, key=lambda one: one.first))


def _kind(name: str, *, german: bool) -> str:
    usual = canonical(name)
    if name in DEMONYMS or name.endswith(("'s", "’s", "s'", "s’")):
        return ""
    if usual in PLACES or known(usual):
        return PLACE
    if usual not in ORGANISATIONS and is_person(person_in(usual), known=german):
        return PERSON
    return "" if german else NAME


def _dates(text: str, words: Sequence[Word]) -> list[Filler]:
    """Return the dates of some words: a weekday, a month with its day and year, a year alone."""
    found: list[Filler] = []
    at = 0
    while at < len(words):
        last, parts = at, dict[str, int]()
        while last < len(words) and (part := _part(words[last])) and part[0] not in parts:
            if parts and text[words[last - 1].end : words[last].start].strip(" ,."):
                break
            parts[part[0]] = part[1]
            last += 1
        if parts and parts.keys() != {"day"}:
            span = Span.cut(text, words[at].start, words[last - 1].end)
            found.append(Filler(span, at, last - 1, DATE, parts))
        at = max(last, at + 1)
    return found


def _part(word: Word) -> tuple[str, int] | None:
    """Return which part of a date a word is, with its number."""
    low = word.text.lower().removesuffix(".")
    if word.text[0].isupper() and (low in MONTHS or low in WEEKDAYS):
        return ("month", MONTHS[low]) if low in MONTHS else ("weekday", WEEKDAYS[low])
    found = _NUMBER.fullmatch(low)
    if found is None:
        return None
    number = int(found[1])
    if number <= _LAST_DAY:
        return ("day", number)
    return ("year", number) if _FIRST_YEAR <= number < _NO_YEAR and not found[2] else None


_NUMBER = re.compile(r"(\d{1,4})(st|nd|rd|th)?")
_LAST_DAY, _FIRST_YEAR, _NO_YEAR = 31, 1500, 2100  # as years are written in news


def are_one(one: Filler, other: Filler) -> bool:
    """Whether two can be one: names alike, or dates of which no part differs."""
    if DATE in (one.kind, other.kind):
        shared = one.parts.keys() & other.parts.keys()
        return bool(shared) and all(one.parts[part] == other.parts[part] for part in shared)
    return alike(one.span.text, other.span.text)


def are_rivals(one: Filler, other: Filler) -> bool:
    """Whether two of one kind cannot be one; what a name that nobody knows names is left open."""
    if DATE in (one.kind, other.kind):
        return not are_one(one, other) and bool(one.parts.keys() & other.parts.keys())
    same = one.kind == other.kind or (NAME in (one.kind, other.kind) and PERSON not in (one.kind, other.kind))
    return same and not are_one(one, other)


def are_side_by_side(
    text: str, words: Sequence[Word], one: Filler, other: Filler, fillers: Sequence[Filler], small: str
) -> bool:
    """Whether nothing but an enumeration, or what says who or where it is, stands from one filler to another.

    `small`: the small word that leads to the one, which may stand before the other again. Of what stands far away
    nothing is told.
    """
    if other.first - one.last > _FARTHEST:
        return True
    between = _shape(text, words, one, other, fillers, small)
    if one.kind == DATE:
        return _OF_DATES.fullmatch(between) is not None
    if one.kind != PERSON:
        return _OF_OTHERS.fullmatch(between) is not None
    listed = _LISTED.fullmatch(between) is not None and _GOES_ON.match(text, other.span.end) is not None
    return listed or _OF_PERSONS.fullmatch(between) is not None


_FARTHEST = 40
"""Words between two names up to which it is read how they belong together. Source: our own choice."""


def _shape(text: str, words: Sequence[Word], one: Filler, other: Filler, fillers: Sequence[Filler], small: str) -> str:
    """Return what stands between two fillers, each word as what it is there."""
    named = {at for each in fillers for at in range(each.first, each.last + 1)}
    found: list[str] = []
    last = one.span.end
    for at in range(one.last + 1, other.first + 1):
        word = words[at]
        found += [mark if mark in ",&" else "x" for mark in text[last : word.start] if mark not in " ()\n"]
        if at < other.first:
            what = "N" if at in named or word.text[0].isupper() else _class(word, small)
            found.append("V" if word.folded.endswith("ing") and found[-1:] == [","] else what)
        last = word.end
    return "".join(f"{each} " for each in found).replace("but and ", "and ")  # "not only … but also"


def _class(word: Word, small: str) -> str:
    if word.folded == small:
        return "P"
    if word.is_number:
        return "N"
    if is_told(word) or is_past(word.folded):
        return "V"
    helping = is_helping(word) and not word.folded.endswith("ly")
    parting = word.is_stop or helping or word.folded in PARTING
    return _SMALL.get(word.folded, "x" if parting else "w")


_ANDS = "and or both as well again then later finally together along jointly also und oder sowie auch dann"
_SMALL = {
    **dict.fromkeys(("an", *ARTICLES), "the"),
    **dict.fromkeys(_ANDS.split(), "and"),
    **dict.fromkeys(("with", "mit"), "with"),
    **dict.fromkeys(("in", "at", "on", "from", "for", "im", "am", "auf"), "in"),
    **{word: word for word in ("of", "who", "but")},
}
"""What the small words between two names do there."""
PARTING = frozenset(
    """ahead instead far rather beating replacing succeeding despite following unlike behind near beside opposite
    anstelle statt weit nahe trotz""".split()  # noqa: SIM905
)
"""Words of content that begin another clause or complement, and no name's title."""
_OF_PERSONS = re.compile(
    r"(?:, (?:who|V|of|in|the|w|N) (?:[^ ,]+ )*, (?=and )|(?:of|in|the|w|N|,|and|&) )*(?:and|&|(?<!, )with) "
    r"(?:, in (?:(?:the|w) )*, )?(?:P )?(?:(?:the|w|N|,) )*"
)
"""Persons are told of together behind "and" or "with" alone: "a rival of Maria Silva" is another one.

So is ", with Maria Silva second".
"""
_LISTED, _GOES_ON = re.compile(r"(?:[,N] )+"), re.compile(r",? (?:and|or|&|und|oder) |, (?=[A-ZÄÖÜ])")
"""Names with commas between them are a list where it goes on: "Karl Menk, Emil Roth and Ines Lang"."""
_OF_OTHERS = re.compile(r"(?:, |& |and |the |w |N |P |of |in )*")
_OF_DATES = re.compile(r"(?:(?:[wNP,&]|in|of|the|and) )*(?:and|&|,) (?:(?:[PN]|and|the) )*|(?:(?:[NP]|the) )*")
"""A date that ends another complement dates that: "on 20 May for a brawl on 4 May"; not so behind "and" alone."""


def is_of_title(word: Word) -> bool:
    """Whether a word can stand before a name as its article or of its title: "the former party leader"."""
    parting = word.is_stop or word.is_number or is_told(word) or word.folded in PARTING
    return word.folded in ARTICLES or not parting


_WHEN = frozenset(["last", "next", "early", "late", "earlier", "later", *DAYS])


def says_which(text: str, words: Sequence[Word], one: Filler) -> bool:
    """Whether a name only says which the noun behind it is: "Volvo managers"."""
    behind = words[one.last + 1] if one.last + 1 < len(words) else None
    if one.kind == DATE or behind is None or text[one.span.end : behind.start] not in (" ", "-"):
        return False
    plain = behind.is_stop or behind.is_number or is_told(behind) or behind.folded in PARTING | _WHEN
    return not (plain or behind.text[0].isupper() or is_helping(behind))
