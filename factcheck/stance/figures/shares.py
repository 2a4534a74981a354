"""Shares and growth told in words beside figures: "most", "a minority", "few"; "doubled", "halved".

Levels: *the same* ("most residents" beside "62 percent of residents"; "doubled" beside "rose by 100 percent");
*differs* (beside 38 percent or a minority of the same; beside "rose by 20 percent", or "fell"); *not compared* (two
shares or two changes stand there, they are of other things, or a figure is neither the same nor clearly another:
"nearly doubled" beside 85 percent).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from factcheck.domain import Facet, Operator, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.by_part import compare_by_part, is_of_the_same
from factcheck.stance.figures.counted import names_persons, same_noun
from factcheck.stance.figures.figures import figures_in
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name

SAME_STRENGTH, DIFFER_STRENGTH = 0.6, 0.7
LEAST_TOPIC = 0.5
"""Share of the claim's other words that must be answered, as for figures."""
_HALF, _ALL = Decimal(50), Decimal(100)
_OF = r"(?: of)?(?: (?:the|all|its|their|his|her|our|those|these))?"
_NOUN = r"(?P<noun>[a-z][a-z-]+s|people|men|women|children)\b"
_SHARES = re.compile(
    rf"(?<!the )(?<!at )\b(?:(?P<most>most|(?:(?:the|a) )?(?:(?:vast|large|great|overwhelming|clear) )?majority)"
    rf"|(?P<few>(?<!a )(?<!the )few|hardly any|a minority|only a minority)){_OF} {_NOUN}",
    re.IGNORECASE,
)
_FACTORS = {
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "halv": Decimal("0.5"),
}
_WORDED = re.compile(
    r"\b(?:(?P<over>more than )|(?P<near>nearly |almost |about |roughly |around ))?"
    r"(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)\b",
    re.IGNORECASE,
)
_UP = (
    r"(?:rose|risen|rises?|rising|grew|grown|grows?|growth|increased?|increases|climbed|jumped?|soared|surged|gained|"
    r"up)"
)
_DOWN = (
    r"(?:fell|fallen|falls?|falling|dropped|drops?|declined?|declines|decreased?|shrank|shrunk|sank|slipped|lost|down)"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:by|of|only|just|some|about|around|from|[a-z]+ly)){{0,3}} $"
)
_AFTER = re.compile(rf" (?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_PARTS = {"half": Decimal(1) / 2, "third": Decimal(1) / 3, "quarter": Decimal(1) / 4, "fifth": Decimal(1) / 5}
_BY_PART = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) by (?:(?P<over>more than |over )|(?P<near>nearly |almost |about |roughly |"
    rf"around ))?(?:(?:an?|one)[ -])?(?P<part>{'|'.join(_PARTS)})\b(?! (?:a|of a|an) )",  # "by half a point"
    re.IGNORECASE,
)
_BEFORE_REACH = 40  # characters
_SAME, _APART = Decimal("0.1"), Decimal("0.15")
"""Shares of a factor up to which a change is the same, and from which it is another."""
_LEAST = frozenset([Operator.AT_LEAST, Operator.MORE_THAN])
_MOST = frozenset([Operator.AT_MOST, Operator.LESS_THAN])


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of what a noun counts, in words: in per cent it lies between `low` and `high`, neither of them meant."""

    noun: str
    low: Decimal
    high: Decimal
    place: Span
    vague: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """A change by a factor; `over`: it is at least that; `near`: it is somewhat less or more; `worded`: in words.

    `part`: it is told by what was added or taken away ("by a quarter"), and compared by that.
    """

    factor: Decimal
    place: Span
    worded: bool
    over: bool = False
    near: bool = False
    part: bool = False


def compare_shares(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where one text has a share or a change in words, and the other one has it in a figure."""
    if pair.topic < LEAST_TOPIC:
        return
    yield from _shares(pair)
    yield from list(_changes(pair)) or compare_by_part(pair)
    yield from _nobody(pair)


# --- shares -----------------------------------------------------------------------------------------------------------


def _shares(pair: Pair) -> Iterator[Reason]:
    claim, passage, within = pair.claim.text, pair.passage.text, (pair.start, pair.end)
    whole = 0, len(claim)
    for share in _shares_in(claim, *whole):
        given = [one for one in figures_in(passage, *within) if _is_share_of(one, share)]
        if len(given) == 1:
            yield from _told(share, given[0], share.place, given[0].span)
        for other in _shares_in(passage, *within):
            if same_noun(share.noun, other.noun) and (share.low >= other.high or other.low >= share.high):
                yield _reason(Polarity.OPPOSES, share.place, other.place)
    for share in _shares_in(passage, *within):
        asked = [one for one in figures_in(claim, *whole) if _is_share_of(one, share)]
        if len(asked) == 1:
            yield from _told(share, asked[0], asked[0].span, share.place)


@lru_cache(512)
def _shares_in(text: str, start: int, end: int) -> tuple[_Share, ...]:
    return tuple(
        _Share(
            noun=found["noun"],
            low=_HALF if found["most"] else Decimal(0),
            high=_ALL if found["most"] else _HALF,
            place=Span.cut(text, found.start("most" if found["most"] else "few"), found.end()),
            vague=bool(found["few"]) and "minority" not in found["few"].casefold(),
        )
        for found in _SHARES.finditer(text, start, end)
    )


def _is_share_of(one: Quantity, share: _Share) -> bool:
    return one.unit == "%" and bool(one.noun) and same_noun(one.noun, share.noun)


def _told(share: _Share, figure: Quantity, ours: Span, theirs: Span) -> Iterator[Reason]:
    low = Decimal(0) if figure.operator in _MOST else figure.low
    high = _ALL if figure.operator in _LEAST else figure.high
    apart = high < share.low or low > share.high or (low == high and low in (share.low, share.high) and low == _HALF)
    if apart:
        yield _reason(Polarity.OPPOSES, ours, theirs)
    elif low >= share.low and high <= share.high and not share.vague:
        yield _reason(Polarity.SUPPORTS, ours, theirs)


def _nobody(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where the claim counts people of whom the passage says that there was none: "no one was hurt"."""
    counted = figures_in(pair.claim.text, 0, len(pair.claim.text))
    asked = [one for one in counted if one.noun and not one.unit and one.low > 0]
    found = _NOBODY.search(pair.passage.text, pair.start, pair.end) if len(asked) == 1 else None
    inside = found is not None and bool(found["verb"])
    if found is None or not (
        (names_persons(asked[0].noun) and not inside)
        or same_noun(asked[0].noun, found["noun"] or found["any"] or "")
    ):  # fmt: skip
        return
    given = [one for one in figures_in(pair.passage.text, pair.start, pair.end) if one.noun and not one.unit]
    start, end = (found.start(), found.end()) if inside else (found.end() + 1, found.end() + _BEFORE_REACH)
    told = [one for one in pair.partners if start <= one.passage.start <= end]
    if not given and any(not (is_name(one.claim) or one.claim.is_number) for one in told):
        claim, place = pair.claim.text, asked[0].span
        end = claim.find(asked[0].noun, place.end)
        whole = Span.cut(claim, place.start, end + len(asked[0].noun) if end >= 0 else place.end)
        yield _reason(Polarity.OPPOSES, whole, Span(found.start(), found.end(), found[0]))


_NOBODY = re.compile(
    r"\b(?:[Nn]o one|[Nn]obody|[Nn]o (?P<noun>people|children|[a-z]+s))(?= (?:was|were|had|has|have|will|would)\b)"
    r"|\b(?:[Nn]iemand|[Kk]ein Mensch)\b"
    r"|(?:\bnot|n['’]t) (?P<verb>[a-z]+) any (?P<any>people|children|[a-z]+s)\b"
)


# --- changes ----------------------------------------------------------------------------------------------------------


def _changes(pair: Pair) -> Iterator[Reason]:
    asked = _changes_in(pair.claim.text, 0, len(pair.claim.text))
    given = _changes_in(pair.passage.text, pair.start, pair.end) if len(asked) == 1 else ()
    if len(given) != 1 or not is_of_the_same(pair, given[0].place.start):
        return
    one, other = asked[0], given[0]
    if one.worded == other.worded and one.part == other.part:
        return  # two figures, or the same kind of words
    worded, figure = (one, other) if one.worded else (other, one)
    parted = one.part or other.part
    ratio = (figure.factor - 1) / (worded.factor - 1) if parted else figure.factor / worded.factor
    enough = worded.over and (worded.factor > 1 or parted) and ratio > 1 - _SAME
    if enough or abs(ratio - 1) <= _SAME:
        yield _reason(Polarity.SUPPORTS, one.place, other.place)
    elif abs(ratio - 1) > (2 * _APART if worded.near or figure.near else _APART):
        yield _reason(Polarity.OPPOSES, one.place, other.place)


@lru_cache(512)
def _changes_in(text: str, start: int, end: int) -> tuple[_Change, ...]:
    worded = [
        _Change(
            _FACTORS[found["verb"].casefold()],
            Span(found.start(), found.end(), found[0]),
            worded=True,
            over=bool(found["over"]),
            near=bool(found["near"]),
        )
        for found in _WORDED.finditer(text, start, end)
    ]
    if not _may_change(text, start, end):
        return tuple(worded)
    worded += [_by_part(found) for found in _BY_PART.finditer(text, start, end)]
    figures = figures_in(text, start, end)
    told = (_change(text, one, other) for one, other in zip_longest(figures, figures[1:]) if one)
    return (*worded, *(one for one in told if one is not None))


def _by_part(found: re.Match[str]) -> _Change:
    """Return the change that "fell by a quarter" tells."""
    part = _PARTS[found["part"].casefold()]
    return _Change(
        1 + (part if found["up"] else -part),
        Span(found.start(), found.end(), found[0]),
        worded=True,
        over=bool(found["over"]),
        near=bool(found["near"]),
        part=True,
    )


_MAY_CHANGE = re.compile(rf"\b(?:{_UP}|{_DOWN})\b")


def _may_change(text: str, start: int, end: int) -> bool:
    return _MAY_CHANGE.search(text, start, end) is not None


def _change(text: str, figure: Quantity, following: Quantity | None) -> _Change | None:
    """Return the change that a figure tells: "rose by 20 percent", "a 20 percent rise", "rose from 100 to 120"."""
    before = _BEFORE.search(text, max(0, figure.span.start - _BEFORE_REACH), figure.span.start)
    found = before or (_AFTER.match(text, figure.span.end) if figure.unit == "%" else None)
    if found is None:
        return None
    start = min(found.start("up" if found["up"] else "down"), figure.span.start)
    place = Span.cut(text, start, max(found.end(), figure.span.end))
    near = figure.operator is Operator.ABOUT
    if text[: figure.span.start].endswith("from "):
        if following is None or text[figure.span.end : following.span.start] != " to " or not figure.low > 0:
            return None
        return _Change(following.low / figure.low, Span.cut(text, start, following.span.end), worded=False)
    if figure.unit == "%" and figure.low == figure.high:
        grown = 1 + (figure.low if found["up"] else -figure.low) / _ALL
        return _Change(grown, place, worded=False, near=near) if grown > 0 else None
    return None


def _reason(polarity: Polarity, ours: Span, theirs: Span) -> Reason:
    same = polarity is Polarity.SUPPORTS
    return Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=polarity,
        strength=SAME_STRENGTH if same else DIFFER_STRENGTH,
        message=f"the claim says “{ours.text}”; the source says “{theirs.text}”",
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )
