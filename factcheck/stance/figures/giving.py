"""What a formula gives, in words and digits: in the unit of the claim's figure, and rounded as that is. Pure."""

from __future__ import annotations

from decimal import Decimal

from factcheck.domain import Calculation
from factcheck.stance.figures.said import HUNDRED, Said
from factcheck.text.tables.evaluating import rounded

PLACES = 2
"""Decimals to which a result is rounded that no figure of the claim is compared with."""
_FEWEST_DIGITS = 2
_LONGEST_SHOWN = 80
_UNITS = {"%": " %", "pp": " percentage points", "points": " as a share", "ratio": "", "rank": ""}


def in_its_unit(one: Said, made: Calculation) -> Decimal:
    """Return the result in the unit of the claim's figure."""
    if is_share(one, made):
        return made.result * HUNDRED
    if made.unit.startswith("per "):
        return made.result * one.base / Decimal(made.unit.removeprefix("per ").replace(",", ""))
    return made.result


def is_share(one: Said, made: Calculation) -> bool:
    """Whether a formula gives as a share of one what the claim says of a hundred."""
    return made.unit in ("ratio", "points") and one.unit in ("%", "pp")


def telling_places(value: Decimal) -> int:
    """Return to how many decimals a result is rounded that nothing is compared with: two digits of a small one."""
    return PLACES if value == 0 else max(PLACES, _FEWEST_DIGITS - 1 - value.adjusted())


def _places(said: Said | None) -> int:
    return PLACES if said is None else -said.step.adjusted()


def finer(one: Said) -> Said | None:
    """Return the figure to round by where the result differs; None for tens and hundreds, which would hide that."""
    return one if one.step <= 1 else None


def gives(made: Calculation, one: Said | None) -> str:
    """Say what the formula gives: one digit more than the claim has, and rounded as the claim is."""
    value = made.result if one is None else in_its_unit(one, made)
    unit = _unit(made.unit if one is None or value == made.result else one.unit)
    if one is not None and made.unit.startswith("per "):
        unit = f" per {one.base:,f}"
    places = _places(one)
    shown = number(rounded(value, max(places + 1, 0) if one is not None else telling_places(value)))
    coarse = number(rounded(value, places))
    place = "place " if made.unit.startswith("rank") else ""
    told = f"{shortened(made.expression)} gives {place}{shown}{unit}"
    return f"{told}, rounded {coarse}{unit}" if one is not None and coarse != shown else told


def _unit(unit: str) -> str:
    return _UNITS[unit] if unit in _UNITS else "" if unit.startswith("rank") or not unit else f" {unit}"


def shortened(expression: str) -> str:
    """Return a formula, or as much of it as a sentence has room for."""
    return expression if len(expression) <= _LONGEST_SHOWN else f"{expression[: _LONGEST_SHOWN - 3]}..."


def number(value: Decimal) -> str:
    """Write a number for people: thousands parted by commas, no zeros at the end of its decimals."""
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def places_of(said: Said | None, made: Calculation) -> int:
    """Return to how many decimals the claim asks to round, but to no nought: £1.2 billion beside £12 million."""
    places = _places(said) + (2 if said is not None and is_share(said, made) else 0)
    nought = made.result != 0 and rounded(made.result, places) == 0
    return telling_places(made.result) if said is None or nought else places
