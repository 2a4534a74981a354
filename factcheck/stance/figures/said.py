"""The figures that a claim says a table's would give: changes, shares, ranks, rates, counts; each with how exactly.

"rose by 12 %" is a change of +12 %; "doubled" one of +100 %, or a ratio of 2; "a third of what it was" one of -66.7 %;
"the second-highest" a rank; "12 per 1,000" a rate. Of a change, a level that it led to ("to 40 %") is no figure. How
exactly a figure is said follows from how it is written: 12 % within half a point, 11.8 % within half a tenth, 40,000
within half of ten thousand but no more than three in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.domain import Operator, Quantity, Span
from factcheck.stance.figures.placings import ranks_in, rates_in
from factcheck.stance.figures.ways import direction_of, is_changed_by, is_level, says_direction
from factcheck.stance.figures.worded import HUNDRED, is_halving, is_under, worded_in
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quantities.numerals import numeral_value

ROUND_FROM = 100
"""Counts from here on may be rounded to tens, hundreds, ...; smaller ones are exact (`numbers`)."""
MOST_ROUNDED = Decimal("0.03")
"""How far a rounded count may lie from what it stands for (`numbers`)."""
ABOUT = Decimal("0.1")
"""How far "about" reaches (`numbers`)."""
EXACT_DIGITS = 3
"""Digits that tell something from which on "about" reaches no farther than rounding: "some 39,200". Our own choice."""
WORDED_STEP = Decimal(2)
"""In per cent; a share in words is told more roughly than one in digits: "a third" are 32.4 % to 34.3 %. Our choice."""
PART_STEP = Decimal("0.2")
"""Of percentage points: "half a point" are 0.4 to 0.6. Our own choice."""
TIMES_STEP, TIMES_SHARE = Decimal("0.1"), Decimal("0.05")
"""How exactly "doubled" and "tenfold" are told: within half a tenth, or half of a twentieth of it. Our own choice."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that a claim says, in the unit of a result. `step`: the least difference in which it is written.

    `direction`: 1 it rose, -1 it fell, 0 not said, by the word `verb`; `changed`: it is said to be by how much;
    `base`: a rate is per so many; `about`: how far "about" reaches here; `under`: it is not quite reached ("nearly").
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
    about: Decimal | None = None
    under: bool = False

    def fits(self, value: Decimal) -> bool:
        """Whether a result bears the figure out, as exactly as it is said. The sign is not looked at."""
        value, half = abs(value), self.step / 2
        if self.operator is Operator.ABOUT:
            share = ABOUT if _digits(self.span.text) < EXACT_DIGITS else MOST_ROUNDED
            reach = max(self.low * share if self.about is None else self.about, half)
            return self.low - reach <= value <= self.high + (half if self.under else reach)
        if self.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
            return value > self.low if self.operator is Operator.MORE_THAN else value >= self.low
        if self.operator in (Operator.AT_MOST, Operator.LESS_THAN):
            return value < self.high if self.operator is Operator.LESS_THAN else value <= self.high
        rounded_count = self.step > 1 and self.low == self.high
        near = min(half, self.high * MOST_ROUNDED) if rounded_count else half
        return self.low - near <= value <= self.high + near


def _digits(words: str) -> int:
    """Count the digits of the first numeral without zeros at its ends: 3 of "39,200", none of "a third"."""
    found = re.search(r"\d[\d.,]*", words)
    return len("".join(filter(str.isdigit, found[0])).strip("0")) if found else 0


def figures_said(text: str, unit: str, *, change: bool) -> list[Said]:
    """Return the figures of a claim that a result of this unit can bear out, in the order of the text."""
    if unit.startswith("rank"):
        return [
            Said(one.span, one.place, one.place, one.unit, Decimal(1), operator=one.operator) for one in ranks_in(text)
        ]
    quantities = find_quantities(text)
    if unit.startswith("per "):
        return list(_rates(text, quantities))
    if unit in ("%", "ratio", "pp", "points"):
        return list(_shares(text, quantities, unit, change=change))
    return [_said(text, one) for one in quantities if one.unit == unit or not (unit or one.unit in ("%", "pp"))]


def quantities_beside(text: str, spans: list[Span]) -> list[Said]:
    """Return the other figures of a claim, as they are said."""
    others = [one for one in find_quantities(text) if not any(_touch(one.span, span) for span in spans)]
    return [_said(text, one) for one in others]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _said(text: str, one: Quantity) -> Said:
    direction, verb = direction_of(text, one.span)
    return Said(
        span=one.span,
        low=abs(one.low),
        high=abs(one.high),
        unit=one.unit,
        step=_step(one),
        operator=one.operator,
        direction=-1 if one.low < 0 else direction,
        verb="a minus" if one.low < 0 else verb,
        changed=is_changed_by(text, one.span),
        under=is_under(text, one),
    )


def _step(one: Quantity) -> Decimal:
    """Return the least difference in which a figure is written: 1 for 12, 0.1 for 11.8, 100,000 for 4.2 million."""
    numeral = re.search(r"\d[\d.,]*\d|\d", one.span.text)
    value = numeral_value(numeral[0]) if numeral else None
    if value is None:
        return Decimal(1) if one.unit != "pp" or abs(one.high) >= 1 else PART_STEP
    high = abs(one.high)
    scale = high / value if one.low == one.high and value else Decimal(1)
    exponent = int(value.as_tuple().exponent)
    if exponent < 0:
        return Decimal(1).scaleb(exponent) * _power(scale)
    if one.unit in ("%", "pp") or high < ROUND_FROM:
        return min(Decimal(1), _power(scale))
    digits = f"{high:f}".partition(".")[0]
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def _power(scale: Decimal) -> Decimal:
    """Return the power of ten that a scale is; 1 where it is none ("a fifth")."""
    return scale if scale > 0 and scale == Decimal(1).scaleb(scale.adjusted()) else Decimal(1)


def _shares(text: str, quantities: list[Quantity], unit: str, *, change: bool) -> Iterator[Said]:
    """Yield the shares, points and multiples of a text as what a result of this unit is compared with."""
    wanted = ("pp",) if unit in ("pp", "points") else ("%", "times")
    for one in worded_in(text, quantities):
        quantity = one.quantity
        if quantity.unit not in wanted:
            continue
        if quantity.unit == "times":
            yield _times(text, quantity, unit, change=change)
        elif one.of_before and change:
            yield _left(text, quantity)
        elif not (change and is_level(text, quantity.span)):
            yield _share(text, quantity, change=change)


def _share(text: str, one: Quantity, *, change: bool) -> Said:
    said = _said(text, one)
    if is_halving(one):
        return replace(said, direction=-1 if change else 0, verb=one.span.text, step=WORDED_STEP)
    return said if any(map(str.isdigit, one.span.text)) or one.unit != "%" else replace(said, step=WORDED_STEP)


def _left(text: str, one: Quantity) -> Said:
    """Return the fall that "a third of what it was" is."""
    said, low, high = _share(text, one, change=True), HUNDRED - one.high, HUNDRED - one.low
    return replace(said, low=low, high=high, direction=-1, verb=one.span.text, changed=True)


def _times(text: str, one: Quantity, unit: str, *, change: bool) -> Said:
    """Return "doubled": of a change what was added, of a proportion the whole; in the unit of the result."""
    factor = HUNDRED if unit == "%" else Decimal(1)
    less = Decimal(1) if change else Decimal(0)
    fell = change and direction_of(text, one.span)[0] < 0
    return Said(
        span=one.span,
        low=(one.low - less) * factor,
        high=(one.high - less) * factor,
        unit=unit,
        step=max(TIMES_STEP, one.low * TIMES_SHARE) * factor,
        operator=one.operator,
        direction=(-1 if fell else 1) if change else 0,
        verb=one.span.text,
        about=one.low * ABOUT * factor,
        under=is_under(text, one),
    )


def _rates(text: str, quantities: list[Quantity]) -> Iterator[Said]:
    for one in rates_in(text, quantities):
        if one.one is None:
            yield Said(one.span, Decimal(1), Decimal(1), "per", Decimal(1), base=one.base)
        else:
            yield replace(_said(text, one.one), span=one.span, unit="per", direction=0, verb="", base=one.base)


__all__ = ["HUNDRED", "Said", "figures_said", "quantities_beside", "says_direction"]
