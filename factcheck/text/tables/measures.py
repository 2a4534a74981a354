"""Numbers that know what they measure, so that a change in per cent is told from one in percentage points.

A number is a constant of the formula, a count (perhaps with a unit), a ratio, or the difference of two ratios. What
constants multiply it by is kept apart: a ratio times 100 is per cent, times 1,000 a rate per 1,000. Arithmetic is in
decimals of 50 digits, half to even (General Decimal Arithmetic Specification).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, DivisionByZero, InvalidOperation, Overflow
from enum import StrEnum

from factcheck.errors import InputError

CONTEXT = Context(
    prec=50, rounding=ROUND_HALF_EVEN, Emax=99, Emin=-99, traps=[DivisionByZero, InvalidOperation, Overflow]
)
"""What every formula is calculated in; values of more than 100 digits are a fault of the formula."""
HUNDRED = Decimal(100)
LEAST_RATE = 3  # powers of ten from which a ratio is a rate: per 1,000


class Kind(StrEnum):
    """What a number measures."""

    CONSTANT = "constant"
    COUNT = "count"
    RATIO = "ratio"
    POINTS = "points"
    RANK = "rank"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Measure:
    """A value with what it measures; `scale`: what constants multiplied it by; `change`: it is a difference in time.

    `unit` is that of a count, as in `Quantity.unit`; of a rank "rank", or "rank from the lowest".
    """

    value: Decimal
    kind: Kind = Kind.CONSTANT
    unit: str = ""
    scale: Decimal = Decimal(1)
    change: bool = False

    @property
    def label(self) -> str:
        """The unit in words: "%", "pp", "per 1,000", "ratio", "points", "rank", or that of a count ("" if none)."""
        if self.kind is Kind.RATIO:
            return "%" if self.scale == HUNDRED else "ratio" if self.scale == 1 else _rate(self.scale)
        if self.kind is Kind.POINTS:
            return "pp" if self.scale == HUNDRED else "points" if self.scale == 1 else ""
        return self.unit if self.kind in (Kind.COUNT, Kind.RANK) else ""


def measured(value: Decimal, unit: str) -> Measure:
    """Return a published figure as a measure: per cent are a ratio times 100, a rate "per 1,000" one times 1,000."""
    if unit in ("%", "pp"):
        return Measure(value, Kind.RATIO if unit == "%" else Kind.POINTS, scale=HUNDRED)
    if unit.startswith("per "):
        return Measure(value, Kind.RATIO, scale=Decimal(unit.removeprefix("per ").replace(",", "")))
    return Measure(value, Kind.COUNT, unit)


def negated(one: Measure) -> Measure:
    """Return `-one`."""
    return replace(one, value=-one.value)


def added(one: Measure, other: Measure) -> Measure:
    """Return `one + other`."""
    with faults_told():
        return replace(_together(one, other), value=CONTEXT.add(one.value, other.value))


def subtracted(one: Measure, other: Measure) -> Measure:
    """Return `one - other`: of two counts a change, of two ratios percentage points."""
    with faults_told():
        value = CONTEXT.subtract(one.value, other.value)
    if one.kind is Kind.RATIO and other.kind is Kind.RATIO:
        same = one.scale == other.scale
        return Measure(value, Kind.POINTS if same else Kind.OTHER, scale=one.scale, change=True)
    if one.kind is Kind.RATIO and other.kind is Kind.CONSTANT:  # the new in proportion to the old, less 1 or less 100
        return replace(one, value=value, change=one.change or other.value == one.scale)
    found = _together(one, other)
    return replace(found, value=value, change=found.kind is Kind.COUNT or found.change)


def multiplied(one: Measure, other: Measure) -> Measure:
    """Return `one * other`."""
    with faults_told():
        value, scale = CONTEXT.multiply(one.value, other.value), CONTEXT.multiply(one.scale, other.scale)
        for factor, rest in ((one, other), (other, one)):
            if factor.kind is Kind.CONSTANT:
                grown = rest.scale if rest.kind is Kind.CONSTANT else CONTEXT.multiply(rest.scale, factor.value)
                return replace(rest, value=value, scale=grown or Decimal(1))
    kinds = {one.kind, other.kind}
    if kinds == {Kind.RATIO}:
        return Measure(value, Kind.RATIO, scale=scale)
    if kinds == {Kind.RATIO, Kind.COUNT} or (kinds == {Kind.COUNT} and not (one.unit and other.unit)):
        return Measure(value, Kind.COUNT, one.unit or other.unit, scale)
    return Measure(value, Kind.OTHER)


def divided(one: Measure, other: Measure) -> Measure:
    """Return `one / other`: of two counts of one unit a ratio.

    Raises:
        InputError: `other` is zero.
    """
    with faults_told():
        value = CONTEXT.divide(one.value, other.value)
        if other.kind is Kind.CONSTANT:
            shrunk = one.scale if one.kind is Kind.CONSTANT else CONTEXT.divide(one.scale, other.value)
            return replace(one, value=value, scale=shrunk)
        scale = CONTEXT.divide(one.scale, other.scale)
    if one.kind is Kind.COUNT and other.kind is Kind.COUNT and one.unit == other.unit:
        return Measure(value, Kind.RATIO, scale=scale, change=one.change)
    if one.kind in (Kind.RATIO, Kind.POINTS) and other.kind is Kind.RATIO:
        return Measure(value, Kind.RATIO, scale=scale, change=one.change)
    if one.kind is Kind.COUNT and (other.kind is Kind.RATIO or not other.unit):
        return Measure(value, Kind.COUNT, one.unit, scale)
    return Measure(value, Kind.OTHER)


def _together(one: Measure, other: Measure) -> Measure:
    """Return what a sum of the two measures."""
    if Kind.CONSTANT in (one.kind, other.kind):
        return other if one.kind is Kind.CONSTANT else one
    if one.kind is Kind.COUNT and other.kind is Kind.COUNT:
        if one.unit and other.unit and one.unit != other.unit:
            raise InputError(
                f"{one.unit} and {other.unit} cannot be added or subtracted", hint="cite cells of one unit"
            )
        return replace(one, unit=one.unit or other.unit, change=one.change and other.change)
    if {one.kind, other.kind} <= {Kind.RATIO, Kind.POINTS} and one.scale == other.scale:
        return one if one.kind is Kind.RATIO else other
    return replace(one, kind=Kind.OTHER, unit="", change=False)


def _rate(scale: Decimal) -> str:
    power = scale.log10(CONTEXT) if scale > 0 else Decimal(0)
    return f"per {scale:,.0f}" if power >= LEAST_RATE and power == power.to_integral_value() else ""


@contextmanager
def faults_told() -> Iterator[None]:
    """Say of a result that there is none, or that it is too long to be a figure.

    Raises:
        InputError: a division by zero, or a value beyond all figures.
    """
    try:
        yield
    except DivisionByZero as error:
        raise InputError("divides by zero", hint="look at the cells it divides by") from error
    except DecimalException as error:
        if isinstance(error, InvalidOperation) and "DivisionUndefined" in repr(error):
            raise InputError("divides by zero", hint="look at the cells it divides by") from error
        raise InputError("gives no figure: a value in it is too large", hint="is it the right formula?") from error
