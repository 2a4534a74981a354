"""The figures that a claim says a table's would give: changes, shares, ranks, rates, counts; each with how exactly.

"rose by 12 %" is a change of +12 %; "doubled" one of +100 %, or a ratio of 2; "the second-highest" a rank; "12 per
1,000" a rate. How exactly a figure is said follows from how it is written: 12 % within half a point, 11.8 % within half
a tenth, 40,000 within half of ten thousand but no more than three in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.domain import Operator, Quantity, Span
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quantities.numerals import numeral_value, written_value

HUNDRED = Decimal(100)
ROUND_FROM = 100
"""Counts from here on may be rounded to tens, hundreds, ...; smaller ones are exact (`numbers`)."""
MOST_ROUNDED = Decimal("0.03")
"""How far a rounded count may lie from what it stands for (`numbers`)."""
ABOUT = Decimal("0.1")
"""How far "about" reaches (`numbers`)."""
_REACH = 60  # characters between a figure and the verb of its change

_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth up gain "
    "gains gained climb climbs climbed jump jumps jumped soar soared surge surged higher more add added adds longer"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
    "decreased decreasing down lose loses lost cut cuts reduce reduces reduced reduction shrink shrinks shrank shrunk "
    "slump slumped lower less fewer plunge plunged sink sank sunk dip dipped shorter"
)
_SIGN_OF = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)
_WORDS = re.compile(r"[A-Za-z]+")
_COMPARED = re.compile(r"(?:more|less|fewer|higher|lower)\s+than\b|up\s+to\b|cut(?:ting)?\s+off", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:\w+\s+){0,3}\Z")
_CHANGE = re.compile(
    r"\s+(?:more|higher|less|lower|fewer|rise|increase|growth|gain|jump|fall|drop|decline|decrease|cut|reduction)\b"
)
_TIMES = {
    **dict.fromkeys(["doubled", "doubles", "double", "doubling"], Decimal(2)),
    **dict.fromkeys(["tripled", "triples", "trebled", "trebles"], Decimal(3)),
    **dict.fromkeys(["quadrupled", "quadruples"], Decimal(4)),
    **dict.fromkeys(["halved", "halves", "halving"], Decimal("0.5")),
    "twice": Decimal(2),
}
_MULTIPLE = re.compile(r"\b(?:" + "|".join(_TIMES) + r")\b", re.IGNORECASE)
_PER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:per|for every|in every|for each|out of every)\s+"
    r"(?P<base>\d{1,3}(?:,\d{3})+|\d+|hundred|thousand|million)(?:\s+(?P<scale>thousand|million))?\b"
)
_BASES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|[1-9]\d{{0,2}}(?:st|nd|rd|th))"
_HIGH = "highest largest biggest greatest most busiest longest tallest richest fastest oldest strongest"
_LOW = "lowest smallest least fewest shortest poorest slowest youngest weakest"
_RANK = re.compile(
    rf"\b(?:(?P<place>{_ORDINAL})[ -])?(?P<high>{'|'.join(_HIGH.split())})\b"
    rf"|\b(?:(?P<low_place>{_ORDINAL})[ -])?(?P<low>{'|'.join(_LOW.split())})\b"
    rf"|\b(?:rank(?:s|ed|ing)?|comes?|came|placed?)\s+(?:at\s+|in\s+|as\s+)?(?:number\s+|no\.?\s*)?(?P<ranked>{_ORDINAL}|\d{{1,3}})\b"
    rf"|\b(?P<in_place>{_ORDINAL})\s+place\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that a claim says, in the unit of a result. `step`: the least difference in which it is written.

    `direction`: 1 it rose, -1 it fell, 0 not said, by the word `verb`; `changed`: it is said to be by how much;
    `base`: a rate is per so many.
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: str
    step: Decimal
    operator: Operator = Operator.EQUAL
    direction: int = 0
    verb: str = ""
    changed: bool = False
    base: Decimal = HUNDRED

    def fits(self, value: Decimal) -> bool:
        """Whether a result bears the figure out, as exactly as it is said. The sign is not looked at."""
        value, half = abs(value), self.step / 2
        if self.operator is Operator.ABOUT:
            return abs(value - self.low) <= max(self.low * ABOUT, half)
        if self.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
            return value > self.low if self.operator is Operator.MORE_THAN else value >= self.low
        if self.operator in (Operator.AT_MOST, Operator.LESS_THAN):
            return value < self.high if self.operator is Operator.LESS_THAN else value <= self.high
        rounded_count = self.step > 1 and self.low == self.high
        near = min(half, self.high * MOST_ROUNDED) if rounded_count else half
        return self.low - near <= value <= self.high + near


def figures_said(text: str, unit: str, *, change: bool) -> list[Said]:
    """Return the figures of a claim that a result of this unit can bear out, in the order of the text."""
    if unit.startswith("rank"):
        return list(_ranks(text))
    quantities = find_quantities(text)
    if unit.startswith("per "):
        return list(_rates(text, quantities))
    wanted = {"%": ("%",), "ratio": ("%", "times"), "pp": ("pp",), "points": ("pp",)}.get(unit)
    found = [_said(text, one) for one in quantities if _can_be(one, unit, wanted)]
    if unit in ("%", "ratio"):
        found += _multiples(text, unit, change=change)
    return sorted(found, key=lambda one: one.span.start)


def says_direction(word: str) -> bool:
    """Whether a word says that something rose or fell."""
    return word.lower() in _SIGN_OF


def quantities_beside(text: str, spans: list[Span]) -> list[Said]:
    """Return the other figures of a claim, as they are said."""
    others = [one for one in find_quantities(text) if not any(_touch(one.span, span) for span in spans)]
    return [_said(text, one) for one in others]


def _can_be(one: Quantity, unit: str, wanted: tuple[str, ...] | None) -> bool:
    if wanted is not None:
        return one.unit in wanted
    return one.unit == unit or (not unit and one.unit not in ("%", "pp"))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _said(text: str, one: Quantity) -> Said:
    direction, verb = _direction(text, one.span)
    return Said(
        span=one.span,
        low=abs(one.low),
        high=abs(one.high),
        unit=one.unit,
        step=_step(one),
        operator=one.operator,
        direction=-1 if one.low < 0 else direction,
        verb="a minus" if one.low < 0 else verb,
        changed=bool(
            _BY.search(text, max(0, one.span.start - _REACH), one.span.start) or _CHANGE.match(text, one.span.end)
        ),
    )


def _step(one: Quantity) -> Decimal:
    """Return the least difference in which a figure is written: 1 for 12, 0.1 for 11.8, 100,000 for 4.2 million."""
    numeral = re.search(r"\d[\d.,]*\d|\d", one.span.text)
    value = numeral_value(numeral[0]) if numeral else None
    if value is None:
        return Decimal(1)
    high = abs(one.high)
    scale = high / value if one.low == one.high and value else Decimal(1)
    exponent = int(value.as_tuple().exponent)
    if exponent < 0:
        return Decimal(1).scaleb(exponent) * _power(scale)
    if one.unit in ("%", "pp") or high < ROUND_FROM:
        return Decimal(1)
    digits = f"{high:f}".partition(".")[0]
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def _power(scale: Decimal) -> Decimal:
    """Return the power of ten that a scale is; 1 where it is none ("a fifth")."""
    return scale if scale > 0 and scale == Decimal(1).scaleb(scale.adjusted()) else Decimal(1)


def _direction(text: str, span: Span) -> tuple[int, str]:
    """Return which way the figure goes, by the nearest word that says so: 1 up, -1 down, 0 none near."""
    compared = [match.span() for match in _COMPARED.finditer(text)]
    best: tuple[int, int, str] = (_REACH, 0, "")
    for match in _WORDS.finditer(text, max(0, span.start - _REACH), span.end + _REACH):
        sign = _SIGN_OF.get(match[0].lower(), 0)
        if not sign or any(start <= match.start() < end for start, end in compared):
            continue
        gap = span.start - match.end() if match.end() <= span.start else match.start() - span.end
        if 0 <= gap < best[0]:
            best = (gap, sign, match[0])
    return best[1], best[2]


def _multiples(text: str, unit: str, *, change: bool) -> Iterator[Said]:
    """Yield "doubled", "halved": of a change what was added, of a proportion the whole; in the unit of the result."""
    factor = HUNDRED if unit == "%" else Decimal(1)
    for match in _MULTIPLE.finditer(text):
        times = _TIMES[match[0].lower()]
        value = abs(times - 1) if change else times
        yield Said(
            span=Span(match.start(), match.end(), match[0]),
            low=value * factor,
            high=value * factor,
            unit=unit,
            step=factor / 10,
            direction=(1 if times > 1 else -1) if change else 0,
            verb=match[0],
        )


def _rates(text: str, quantities: list[Quantity]) -> Iterator[Said]:
    for one in quantities:
        match = _PER.match(text, one.span.end)
        if match is not None:
            base = Decimal(_BASES.get(match["base"]) or match["base"].replace(",", ""))
            base *= _BASES.get(match["scale"] or "", 1)
            said = _said(text, one)
            span = Span.cut(text, one.span.start, match.end())
            yield replace(said, span=span, unit="per", direction=0, verb="", base=base)


def _ranks(text: str) -> Iterator[Said]:
    for match in _RANK.finditer(text):
        low = bool(match["low"])
        words = match["place"] or match["low_place"] or match["ranked"] or match["in_place"] or ""
        place = Decimal(_place(words)) if words else Decimal(1)
        unit = "" if match["ranked"] or match["in_place"] else "rank from the lowest" if low else "rank"
        yield Said(Span(match.start(), match.end(), match[0]), place, place, unit, Decimal(1))


def _place(words: str) -> int:
    if words.lower() in _ORDINALS:
        return _ORDINALS.index(words.lower()) + 1
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else int(written_value([words.lower()])[0]) or 1
