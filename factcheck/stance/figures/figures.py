"""Two figures of one dimension: are they the same, and if not, can both be true?

Levels: *the same* (equal, or equal after rounding or conversion of units; inside a stated range; beyond a stated bound
and so near it that the bound was made from it); *compatible* (another figure that does not exclude this one: "more than
120,000" beside "over 170,000"); neither. Two bounds are the same only at the same value: each says what it says. A
bound itself is exact: what lies on its wrong side is another figure, however near, unless it was rounded there. A
figure beyond the claim's bound bears the claim out (`covers`); a bound beside a claim's figure only leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from factcheck.domain import Operator, Quantity
from factcheck.stance.figures.temperatures import ONE_DEGREE, TURNING, is_told_in_degrees, same_temperature, to_scale
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.quantities.exactness import is_exactly, is_short_of, with_operator
from factcheck.text.quantities.finding import find_quantities

_EXACT, _ROUNDED, _ABOUT = Decimal("0.005"), Decimal("0.03"), Decimal("0.1")
_ABOUT_DIGITS = 2
"""Units of its last digit by which what is told with "about" may be off and be the same: "some 301,000", no 310,000."""
_NEAR_BOUND = Decimal("0.06")
"""Share of a bound by which a figure may lie beyond it and still be what was meant by it: "over 40,000" for 42,150."""
_INSIDE = Decimal("0.99")  # 55,000 lies half way, and rounds to 60,000 for nobody who means 55,000
_ROUND_DIGITS = 2  # a figure of two significant digits is taken for rounded
_LEAST_ROUND = 100  # small counts are exact
_LEAST = frozenset([Operator.AT_LEAST, Operator.MORE_THAN])
_MOST = frozenset([Operator.AT_MOST, Operator.LESS_THAN])

_STRICT = frozenset([Operator.MORE_THAN, Operator.LESS_THAN])
_FAR = 2
"""Times a bound beyond which a figure is not what it was set for. Source: our own choice."""

_METRES = {
    "km": Decimal(1000),
    "m": Decimal(1),
    "cm": Decimal("0.01"),
    "mm": Decimal("0.001"),
    "in": Decimal("0.0254"),
    "mi": Decimal("1609.344"),
    "ft": Decimal("0.3048"),
    "yd": Decimal("0.9144"),
}
_GRAMS = {
    "kg": Decimal(1000),
    "g": Decimal(1),
    "t": Decimal(1_000_000),
    "lb": Decimal("453.592"),
    "oz": Decimal("28.35"),
    "mg": Decimal("0.001"),
}
_DAYS = {"day": Decimal(1), "week": Decimal(7), "hour": Decimal(1) / 24, "minute": Decimal(1) / 1440}
_MONTHS = {"month": Decimal(1), "year": Decimal(12)}
_LITRES = {"l": Decimal(1), "ml": Decimal("0.001"), "m³": Decimal(1000), "barrel": Decimal("158.987")}
"""A gallon is none of them: it is 3.8 litres in America, and 4.5 in Britain."""
_AREAS = {
    "ha": Decimal(1),
    "acre": Decimal("0.404686"),
    "m²": Decimal("0.0001"),
    "km²": Decimal(100),
    "ft²": Decimal("0.0000092903"),
    "mi²": Decimal("258.9988"),
}
_POWER = {"kW": Decimal("0.001"), "MW": Decimal(1), "GW": Decimal(1000)}
_ENERGY = {"kWh": Decimal("0.001"), "MWh": Decimal(1), "GWh": Decimal(1000), "TWh": Decimal(1_000_000)}
_SPEEDS = {"km/h": Decimal(1), "mph": Decimal("1.609344"), "m/s": Decimal("3.6")}
_POINTS = {"pp": Decimal(1), "bp": Decimal("0.01")}
_DIMENSIONS: tuple[Mapping[str, Decimal], ...] = (
    *(_METRES, _GRAMS, _DAYS, _MONTHS, _LITRES, _AREAS, _POWER, _ENERGY, _SPEEDS, _POINTS),
)
_TURNING = frozenset((one, other) for table in _DIMENSIONS for one, other in permutations(table, 2)) | TURNING


@lru_cache(512)
def figures_in(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Return the figures of a stretch of a text; kept for the texts used last: several comparators ask."""
    return tuple(find_quantities(text, start, end))


def convertible(one: Quantity, other: Quantity) -> bool:
    """Whether the units of the two can be turned into one another."""
    pounds = (_weighed(one, other.unit).unit, _weighed(other, one.unit).unit)
    return one.unit == other.unit or (one.unit, other.unit) in _TURNING or pounds in _TURNING


def _weighed(quantity: Quantity, unit: str) -> Quantity:
    """Return a quantity in pounds as a weight, where the other one weighs: "seven pounds" beside 3.2 kg is no money."""
    weighs = quantity.unit == "GBP" and unit in _GRAMS and _POUNDS.search(quantity.span.text) is not None
    return replace(quantity, unit="lb") if weighs else quantity


_POUNDS = re.compile(r"\bpounds?\b", re.IGNORECASE)


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are one figure: rounding, approximation, range and bound allowed for."""
    turned = _turned(other, one.unit)
    if turned is None:
        return False
    slack = max(_agreement(one, other), _agreement(other, one))
    if _side(one) or _side(other):
        return _same_bound(one, other, turned, slack)
    if is_told_in_degrees(one, other):
        return same_temperature(one, other)
    rounded = _rounded_percent(one, other) or _rounded(one, turned)
    return rounded or _alike((one.low, one.high), (turned.low, turned.high), slack)


def _same_bound(one: Quantity, other: Quantity, turned: Quantity, slack: Decimal) -> bool:
    """Whether two figures, one of them a bound, are one; `turned`: the other in the unit of the first."""
    if _is_on_strict_bound(one, other) or _is_on_strict_bound(other, one):
        return False
    if _side(one) and _side(other):
        return _side(one) == _side(other) and _near(one.low, turned.low, slack)
    if _side(one):
        return not _is_about_bound(one, turned) and _meets(one.low, _side(one), turned.low, turned.high, slack)
    return _meets(turned.low, _side(other), one.low, one.high, slack)


def _is_about_bound(bound: Quantity, other: Quantity) -> bool:
    """Whether a figure is told roughly, and may as well lie on the wrong side of a bound: "about 1,200"."""
    if other.operator is not Operator.ABOUT:
        return False
    return (other.low - bound.low) * _side(bound) <= abs(other.low) * _agreement(other, bound)


def _is_on_strict_bound(bound: Quantity, other: Quantity) -> bool:
    """Whether a figure is just what it would have to be more or fewer than: 60 is not "over 60"."""
    exact = other.operator is Operator.EQUAL and other.low == other.high == bound.low
    return bound.operator in _STRICT and exact and other.unit == bound.unit


def _rounded_percent(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other in whole per cent ("33.4 percent"), or as a part ("a third"); small ones are exact."""
    if one.unit != "%" or other.unit != "%" or min(one.low, other.low) < _ROUNDED_PERCENT_FROM:
        return False
    if _is_part(one) != _is_part(other) and one.low == one.high and other.low == other.high:
        part = one.low if _is_part(one) else other.low
        return abs(one.low - other.low) <= min(_PART_COVERS, part * _PART_SHARE)
    exact, whole = (one, other) if other.low == other.low.to_integral_value() else (other, one)
    return exact.low == exact.high and round(exact.low) == whole.low == whole.high


_ROUNDED_PERCENT_FROM = 10
_PART_COVERS, _PART_SHARE = Decimal(1), Decimal("0.05")
"""By how much a part told in words may be off, in per cent, and as a share of it: half is 49 to 51, two thirds are 66
and 67, a tenth is 9.5 to 10.5. Source: our own choice; "half" is said of 48 and 52 as well, mostly with "about"."""


def _is_part(quantity: Quantity) -> bool:
    """Whether a share is told as a part, and not in per cent: "two thirds", "one in five"."""
    return quantity.unit == "%" and _PER_CENT.search(quantity.span.text) is None


_PER_CENT = re.compile(r"%|per\s?cent|prozent|pct|percent|\bpc\b", re.IGNORECASE)


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other, rounded at its last digit: "£1.2bn" for £1.19 billion, "12 km" for 11.8 km.

    Whole counts below a thousand are told exactly, and shares have a rule of their own.
    """
    if one.low != one.high or other.low != other.high or one.unit in _SHARES:
        return False
    coarse, fine = sorted((one.low, other.low), key=_digits)
    whole = coarse < _EXACT_BELOW and fine == fine.to_integral_value()
    if whole or _digits(coarse) == _digits(fine) or not coarse:
        return False
    half = _last_digit(coarse) / 2
    return abs(coarse - fine) <= (half if _digits(coarse) > 1 else min(half, _ROUNDED * abs(coarse)))


_EXACT_BELOW = 1000
_SHARES = frozenset(["%", "pp"])


def _alike(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal], slack: Decimal) -> bool:
    """Whether two figures without a bound are the same: a range holds what lies between its ends."""
    ranges = one[0] != one[1], other[0] != other[1]
    if all(ranges) or not any(ranges):
        return _near(one[0], other[0], slack) and _near(one[1], other[1], slack)
    (low, high), (value, _) = (one, other) if ranges[0] else (other, one)
    return low < value < high


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true, though they need not be one figure."""
    turned = _turned(other, one.unit)
    if turned is None:
        return False
    if _is_on_strict_bound(one, other) or _is_on_strict_bound(other, one):
        return bool(one.unit) or (abs(one.low) >= _LEAST_ROUND and _digits(one.low) <= _ROUND_DIGITS)  # it was rounded
    if Operator.MORE_THAN in (one.operator, other.operator) and Operator.LESS_THAN in (one.operator, other.operator):
        low, high = (one.low, turned.low) if one.operator is Operator.MORE_THAN else (turned.low, one.low)
        return low < high  # "more than 40" is not "fewer than 40"
    slack = _slack(one, other, turned)
    over = one.low - slack <= turned.high or _side(other) > 0 or _side(one) < 0
    under = turned.low - slack <= one.high or _side(one) > 0 or _side(other) < 0
    return over and under


def _slack(one: Quantity, other: Quantity, turned: Quantity) -> Decimal:
    """Return by how much two figures may miss each other: beside a bound only by what the other was rounded."""
    if _side(one) != _side(other) and Operator.ABOUT not in (one.operator, other.operator):
        plain, bound = (turned, one) if _side(one) else (one, turned)
        if one.unit == other.unit:
            return _left_off(plain, bound)
        return ONE_DEGREE if is_told_in_degrees(one, other) else _ROUNDED * abs(plain.low)
    return max(_tolerance(one, other), _tolerance(other, one)) * max(abs(one.high), abs(turned.high))


def _left_off(plain: Quantity, bound: Quantity) -> Decimal:
    """Return what rounding may have left off a figure beside a bound told with more digits: 1,200 beside over 1,250."""
    value = abs(plain.low)
    if _digits(value) >= _digits(bound.low):
        return Decimal(0)
    if plain.unit in _SHARES:
        return _HALF
    whole = value < _EXACT_BELOW and value == value.to_integral_value()
    return Decimal(0) if whole else min(_last_digit(value) / 2, _ROUNDED * value)


_HALF = Decimal("0.5")  # of a whole per cent


def covers(claim: Quantity, source: Quantity) -> bool:
    """Whether what a source gives lies wholly beyond the bound that the claim sets: "at least 50" beside 63.

    Not where it is told roughly, nor where it lies so far off that nobody would have set that bound for it.
    """
    turned, side = _turned(source, claim.unit), _side(claim)
    if turned is None or not side or source.operator is Operator.ABOUT or _side(source) == -side:
        return False
    nearest, farthest = (turned.low, turned.high) if side > 0 else (turned.high, turned.low)
    bound = claim.low
    strict = claim.operator in _STRICT and source.operator not in _STRICT
    beyond = (nearest - bound) * side
    return (beyond > 0 or (beyond == 0 and not strict)) and max(bound, farthest) <= _FAR * min(bound, farthest)


def overshoots(claim: str, one: Quantity, passage: str, other: Quantity) -> bool:
    """Whether one figure is told as not quite reached, and the other is beyond it: "nearly 400" beside 430.

    Or the claim says "exactly", and the source does not: "about 400" is not exactly so many.
    """
    if is_exactly(claim, one) and (other.operator is not Operator.EQUAL or one.low != other.low):
        return convertible(one, other) and one.unit == other.unit
    return (is_short_of(claim, one) and _is_over(one, other)) or (is_short_of(passage, other) and _is_over(other, one))


def _is_over(short: Quantity, other: Quantity) -> bool:
    if short.unit != other.unit or other.operator is Operator.ABOUT:
        return False
    return other.low > short.high * (1 + _EXACT) or (_side(other) > 0 and other.low >= short.high)


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether two figures in one slot are the same; "at least 20" is not "at least 28", though both can be true."""
    if one.operator is other.operator is not Operator.ABOUT and one.unit == other.unit:
        near = _near(one.low, other.low, _EXACT) and _near(one.high, other.high, _EXACT)
        return near or (not _side(one) and (_rounded_percent(one, other) or _rounded(one, other)))
    return same_figure(one, other)


def both_say(claim: str, one: Quantity, passage: str, other: Quantity) -> str:
    """Say of two figures that are the same "both say 40", and where they are not told alike what each says."""
    if (one.low, one.high, one.unit, one.operator) == (other.low, other.high, other.unit, other.operator):
        counted = f" ({one.noun})" if one.noun else ""
        return f"both say {_told(claim, one)}{counted}"
    return each_says(claim, one, passage, other)


def each_says(claim: str, one: Quantity, passage: str, other: Quantity) -> str:
    """Say what each of the two texts says."""
    counted = f" ({other.noun})" if other.noun else ""
    return f"the claim says {_told(claim, one)}; the source says {_told(passage, other)}{counted}"


def _told(text: str, quantity: Quantity) -> str:
    """Return a quantity as its text has it, to the end of the word it is a part of: "34-year-old"."""
    rest = _REST.match(text, quantity.span.end) if "-" in quantity.span.text else None
    return f"{with_operator(text, quantity)}{rest.group() if rest else ''}"


_REST = re.compile(r"-old\b| (?!(?:and|or|but|in|on|at|to|for|of|that|who|which|after|before)\b)[a-z]{3,}\b")


def _side(quantity: Quantity) -> int:
    """Return 1 for a lower bound, -1 for an upper one, else 0."""
    return (quantity.operator in _LEAST) - (quantity.operator in _MOST)


def _meets(bound: Decimal, side: int, low: Decimal, high: Decimal, slack: Decimal) -> bool:
    """Whether a figure lies on the bound or just beyond it, by less than one unit of the bound's last digit."""
    allowed = max(min(_last_digit(bound), abs(bound) * _NEAR_BOUND), abs(bound) * slack)
    first, last = (bound, bound + allowed) if side > 0 else (bound - allowed, bound)
    return first <= low and high <= last


def _last_digit(value: Decimal) -> Decimal:
    """Return the worth of one in the last digit that is no zero: of 170,000 it is 10,000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _near(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def _tolerance(one: Quantity, other: Quantity) -> Decimal:
    if one.unit != other.unit or Operator.ABOUT in (one.operator, other.operator):
        return _ABOUT
    if abs(one.high) >= _LEAST_ROUND and _digits(one.high) <= _ROUND_DIGITS < _digits(other.high):
        return _ROUNDED
    return _EXACT


def _agreement(one: Quantity, other: Quantity) -> Decimal:
    """Return the share by which two may differ and be one figure: "about 60,000" is 58,000, and not 55,000.

    What is told with "about" was rounded at its last digit, and so may the other be, where it has few; farther off, up
    to a tenth, the two only do not conflict.
    """
    if Operator.ABOUT not in (one.operator, other.operator):
        return _tolerance(one, other)
    if one.unit != other.unit or one.low != one.high or not one.low:
        return _ROUNDED
    digit = _last_digit(one.low) / abs(one.low)
    if one.operator is Operator.ABOUT:
        return min(max(digit / 2 * _INSIDE, min(_ROUNDED, digit * _ABOUT_DIGITS)), _ABOUT)
    return min(digit / 2 * _INSIDE, _ROUNDED) if _digits(one.low) <= _ROUND_DIGITS else _EXACT


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def _turned(quantity: Quantity, unit: str) -> Quantity | None:
    """Return a quantity in another unit, or None where the units are of two dimensions."""
    if quantity.unit == unit:
        return quantity
    if unit == "GBP":
        return _turned(quantity, "lb") if quantity.unit in _GRAMS else None
    quantity = _weighed(quantity, unit)
    for table in _DIMENSIONS:
        if quantity.unit in table and unit in table:
            factor = table[quantity.unit] / table[unit]
            return replace(quantity, low=quantity.low * factor, high=quantity.high * factor, unit=unit)
    return to_scale(quantity, unit)


def only_currency(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts differ in nothing but their currency: then no rate of the day makes them one."""
    alike = (one.low, one.high, one.operator) == (other.low, other.high, other.operator)
    return alike and one.unit != other.unit and other.unit in MONEY


def share_and_count(one: Quantity, other: Quantity) -> bool:
    """Whether one is a percentage, and the other counts or measures: a rate of 3 % is not 20,000 people."""
    return one.unit in PERCENT and other.unit not in PERCENT and bool(other.unit or other.noun or other.low > _WHOLE)


PERCENT = frozenset(["%", "pp"])
_WHOLE = 100
