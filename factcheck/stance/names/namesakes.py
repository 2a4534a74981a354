"""Of one name: does the source give the claim's person another office, or tell of another person of that name?

Levels: *the same, or not told* (one text gives no office, or what both give can be held at once: "the mayor", "the
Labour leader"); *another office* of one full name (another portfolio, the deputy, another party, an office that nobody
holds beside the claim's: a conflict); *may be another office* (another trade, "former"); *another person* (a relative
or namesake, "Jr.", another first name, or another office beside a bare surname): neither for nor against the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.offices import Office, Person, bare, persons_in
from factcheck.stance.reading.given_names import SPELLED
from factcheck.stance.reading.lexicon import synonyms
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import cover
from factcheck.stance.words.offices import ANYBODY, EXCLUSIVE, NEAR
from factcheck.text.names.name_words import FIRST
from factcheck.text.names.short_forms import are_forms_of_one
from factcheck.text.words import Word, stem

DIFFERS_STRENGTH = 0.7
"""As of another name in the claim's place (`naming`)."""
STRENGTH = 0.5

_RELATIVES = (
    r"father|mother|son|daughter|brother|sister|cousin|uncle|aunt|nephew|niece|grandfather|grandmother|grandson"
    r"|granddaughter|wife|husband|widow|twin|half-brother|half-sister|stepson|stepdaughter|brother-in-law|sister-in-law"
    r"|father-in-law|mother-in-law|vater|mutter|sohn|tochter|bruder|schwester|cousine|onkel|tante|neffe|nichte|großvater"
    r"|großmutter|enkel|enkelin|frau|mann|schwager|schwägerin"
)
_RELATED = re.compile(
    rf"\b(?:his|her|their|whose|(?:[A-Z]\w+|\w+er|\w+or)(?:['’]s|s['’])|sein\w*|ihr\w*|dessen|deren)"
    rf" (?:\w+ )?(?:{_RELATIVES}),? (?:\w+ )?\Z",
    re.IGNORECASE,
)
_NAMESAKE = re.compile(
    r"\b(?P<told>(?:namesake|namensvetter\w*|(?:also|likewise) (?:called|named)|of the same name|gleichnamige\w*"
    r"|another (?:\w+ ){0,3}(?:called|named))\b[^.;“”\"]{0,30})\Z",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:another|(?:ein|eine) (?:andere|weitere)\w*) (?:\w+ ){0,2}\w+,? \Z", re.IGNORECASE)
_UNRELATED = re.compile(
    r",? (?:\(|, )?[^.;“”\"]{0,50}\b(?:not related to|unrelated to|no relation\b|nicht (?:mit [^,.;]{1,40} )?verwandt)",
    re.IGNORECASE,
)
_JUNIOR = re.compile(
    r",? (?:(?:[Jj]r|[Ss]r|[Jj]un|[Ss]en)\b\.?|[Jj]unior\b|[Ss]enior\b|the (?:younger|elder)\b|d\. ?[JÄ]\.)"
)
_RELATIVE = re.compile(rf"\b(?:{_RELATIVES})\b", re.IGNORECASE)
_REACH = 70  # characters before a name in which it is told whose relative it is
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def compare_offices(pair: Pair) -> Iterator[Reason]:
    """Yield the office that one full name has in the claim and cannot have beside the one it has in the source."""
    found = _difference(pair) if _gives_office(pair.claim.text) else None
    if found is not None and found.level == _EXCLUDED and found.same and not found.told:
        yield _reason(pair, found, "names", Polarity.OPPOSES, DIFFERS_STRENGTH)


def another_of_the_name(pair: Pair, *, contradicted: bool = False) -> Reason | None:
    """Return that the source tells of another person of the claim's name, or may do so.

    `contradicted`: asked of what would else be a conflict. Of one full name an office that differs, and of a surname
    one that was held, speaks for no other person.
    """
    found = _difference(pair)
    if found is None or (contradicted and not found.told and (found.same or found.level == _FORMER)):
        return None
    return _reason(pair, found, "roles", Polarity.CONTEXT, STRENGTH)


def with_offices_missing(pair: Pair) -> Pair:
    """Return `pair` with the words of an office of the claim as missing for which the source gives another one."""
    found = _difference(pair) if _gives_office(pair.claim.text) else None
    if found is None or found.our_office is None or found.their_office is None:
        return pair
    theirs = found.their_office.words
    lost = [word for word in found.our_office.words if not any(_is_one(word, other) for other in theirs)]
    return replace(pair, missing=tuple(sorted({*pair.missing, *lost}, key=lambda word: word.start)))


@lru_cache(64)
def _gives_office(claim: str) -> bool:
    return any(one.offices for one in persons_in(claim))


class Difference(NamedTuple):
    """What tells a person of the passage from the one of that surname in the claim; `told`: the words that say so."""

    ours: Person
    theirs: Person
    level: int
    same: bool
    our_office: Office | None = None
    their_office: Office | None = None
    told: str = ""


_SAME, _OPEN, _FORMER, _DIFFERS, _EXCLUDED = range(5)
"""What two offices of a name come to: one, not comparable, one of another time, two, two that nobody has at once."""


def _difference(pair: Pair) -> Difference | None:
    """Return the difference of a pair; most have no surname in common, and no person of the passage is read."""
    surnames = {one.surname for one in persons_in(pair.claim.text)}
    if not any(bare(word) in surnames for word in pair.stretch):
        return None
    return _differing(pair.claim.text, pair.passage.text, pair.start, pair.end)


@lru_cache(64)
def _differing(claim: str, passage: str, start: int, end: int) -> Difference | None:
    """Return the first person of a claim for whom every one of that surname in the stretch is told otherwise."""
    for ours in persons_in(claim):
        named = [one for one in persons_in(passage) if one.surname == ours.surname]
        there = [one for one in named if start <= one.name[0].start < end]
        found = [_told_apart((claim, passage), ours, one) for one in there]
        first = next(iter(found), None)
        if first is None or not all(found):
            continue
        if first.told or not any(_agrees(ours, one) for one in named):
            return first
    return None


def _agrees(ours: Person, other: Person) -> bool:
    return any(_level(one, two) == _SAME for one in ours.offices for two in other.offices)


def _told_apart(texts: tuple[str, str], ours: Person, theirs: Person) -> Difference | None:
    """Return what tells two persons of one surname apart, if anything does."""
    claim, passage = texts
    same = _same_given(ours, theirs)
    told = _mark(passage, theirs, same=same)
    if told and not _mark(claim, ours, same=same) and not _RELATIVE.search(claim):
        return Difference(ours, theirs, _EXCLUDED, same is True, told=told)
    if same is False:
        return Difference(ours, theirs, _EXCLUDED, same=False)
    pairs = [(_level(one, other), one, other) for one in ours.offices for other in theirs.offices]
    least = min(pairs, key=itemgetter(0), default=None)
    if least is None or least[0] in (_SAME, _OPEN) or (least[0] == _FORMER and _YEAR.search(claim)):
        return None  # in a year that is told, one may have been what the source calls them no more
    return Difference(ours, theirs, least[0], same is True, least[1], least[2])


def _same_given(ours: Person, theirs: Person) -> bool | None:
    """Whether the first names are one; None where one has none, or one is none that is known."""
    one, other = [bare(word) for word in ours.name[:-1]], [bare(word) for word in theirs.name[:-1]]
    if not one or not other:
        return None
    if set(one) & set(other) or _can_be_one(one[0], other[0]):
        return True
    return False if one[0] in FIRST and other[0] in FIRST else None


def _can_be_one(one: str, other: str) -> bool:
    short, long = sorted((one.strip("."), other.strip(".")), key=len)
    return long.startswith(short) or are_forms_of_one(one, other) or fuzz.ratio(one, other) >= SPELLED


def _mark(text: str, one: Person, *, same: bool | None) -> str:
    """Return the words around a name that say that it is of another than who may be meant by it alone, or ""."""
    start, end = one.name[0].start, one.name[-1].end
    before = text[max(0, start - _REACH) : start]
    own = _JUNIOR.match(text, end) or _UNRELATED.match(text, end) or _NAMESAKE.search(before)
    if own is None and same is not True:
        own = _RELATED.search(before) or _ANOTHER.search(before)
    return own[0].strip(" ,(") if own is not None else ""


def _level(one: Office, other: Office) -> int:
    """Return what two offices of a name come to."""
    apart = one.qualifiers ^ other.qualifiers
    if one.parties and other.parties and one.parties.isdisjoint(other.parties):
        return _OPEN if "former" in apart else _EXCLUDED
    if not one.noun or not other.noun:
        return _OPEN
    if one.noun == other.noun or synonyms(stem(one.noun), stem(other.noun)):
        return _level_of_one_noun(one, other, apart - {"then"})
    nouns = {one.noun, other.noun}
    if nouns & ANYBODY or "former" in apart or ("deputy" in apart and "minister" in nouns):
        return _OPEN
    if nouns == _OF_MONEY and "finance" in one.portfolios | other.portfolios:
        return _OPEN
    free = not (apart or one.bound or other.bound)
    portfolio = "minister" not in nouns or one.portfolios or other.portfolios
    return _EXCLUDED if free and portfolio and any(nouns <= row for row in EXCLUSIVE) else _DIFFERS


_OF_MONEY = {"minister", "chancellor"}
"""The Chancellor of the Exchequer is a minister of finance."""


def _level_of_one_noun(one: Office, other: Office, apart: frozenset[str]) -> int:
    other_portfolio = bool(one.portfolios and other.portfolios and one.portfolios.isdisjoint(other.portfolios))
    if not (apart or other_portfolio):
        return _SAME
    if apart & _OF_A_TIME:
        return _DIFFERS if other_portfolio else _FORMER
    near = any(one.portfolios | other.portfolios <= row for row in NEAR)
    if "shadow" in apart or one.bound != other.bound or (near and not apart):
        return _DIFFERS
    return _EXCLUDED


_OF_A_TIME = frozenset(["former", "future", "acting"])


def _is_one(word: Word, other: Word) -> bool:
    return word.stem == other.stem or synonyms(word.stem, other.stem)


def _reason(pair: Pair, found: Difference, comparator: str, polarity: Polarity, strength: float) -> Reason:
    ours, theirs = _span(pair.claim.text, found.ours), _span(pair.passage.text, found.theirs)
    return Reason(
        comparator=comparator,
        facet=Facet.WHO,
        polarity=polarity,
        strength=strength,
        message=_message(pair, found),
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )


def _message(pair: Pair, found: Difference) -> str:
    claim, passage = pair.claim.text, pair.passage.text
    one, other = cover(claim, found.ours.name).text, cover(passage, found.theirs.name).text
    if found.told:
        return f"the source tells it of another of that name: “{found.told}” beside {other}"
    if found.our_office is None or found.their_office is None:
        return f"the claim tells it of {one}, the source of {other}"
    ours, theirs = cover(claim, found.our_office.words).text, cover(passage, found.their_office.words).text
    return f"the claim calls {one} {ours}; the source calls {other} {theirs}"


def _span(text: str, one: Person) -> Span:
    return Span.cut(text, one.start, max(word.end for word in one.words))
