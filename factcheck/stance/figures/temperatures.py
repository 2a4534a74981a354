"""Degrees of two scales: 104 °F are 40 °C, and a rise of 2.7 °F is one of 1.5 °C.

A level turns by a factor and an offset, a difference by the factor alone, and a text seldom says plainly which it
tells: two figures are the same if either reading makes them so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.domain import Operator, Quantity

_FIFTHS, _OFFSET = Decimal(5) / 9, Decimal(32)
"""Source: the definition of the Fahrenheit scale, 0 °C = 32 °F and 100 °C = 212 °F."""
_TURNS: Mapping[tuple[str, str], Callable[[Decimal], Decimal]] = {
    ("°F", "°C"): lambda degrees: (degrees - _OFFSET) * _FIFTHS,
    ("°C", "°F"): lambda degrees: degrees / _FIFTHS + _OFFSET,
}
TURNING = frozenset(_TURNS)
"""The scales that turn into each other, each with the other."""
ONE_DEGREE = Decimal(1)
"""By how much a temperature may miss a bound told on another scale and be rounded there. Source: our own choice."""
_CELSIUS = "°C"
_WHOLE, _TENTH, _ROUGHLY = Decimal("0.5"), Decimal("0.05"), Decimal(2)
"""Degrees Celsius by which one may be off that was rounded to whole degrees, to a tenth, or told with "about".
Source: our own choice."""
_OF_FAHRENHEIT = Decimal("0.1")
"""Degrees Celsius by which a level told in whole degrees of both scales can miss the half where it is rounded."""


def to_scale(quantity: Quantity, unit: str) -> Quantity | None:
    """Return a temperature on another scale, or None where either unit is none of temperature."""
    turn = _TURNS.get((quantity.unit, unit))
    return replace(quantity, low=turn(quantity.low), high=turn(quantity.high), unit=unit) if turn else None


def is_told_in_degrees(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are temperatures on two scales."""
    return (one.unit, other.unit) in TURNING


def same_temperature(one: Quantity, other: Quantity) -> bool:
    """Whether two temperatures on two scales are the same, as levels or as differences, but for rounding."""
    celsius, fahrenheit = (one, other) if one.unit == _CELSIUS else (other, one)
    level = to_scale(fahrenheit, _CELSIUS)
    if level is None:
        return False
    rise = replace(level, low=fahrenheit.low * _FIFTHS, high=fahrenheit.high * _FIFTHS)
    slack = _slack(celsius)
    return any(
        abs(celsius.low - turned.low) <= slack and abs(celsius.high - turned.high) <= slack for turned in (level, rise)
    )


def _slack(celsius: Quantity) -> Decimal:
    if celsius.operator is Operator.ABOUT:
        return _ROUGHLY
    whole = celsius.low == celsius.low.to_integral_value()
    return (_WHOLE if whole else _TENTH) + _OF_FAHRENHEIT
