"""What a formula gives, in decimals, with what it measures. A cell without a figure is a fault: none is skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from factcheck.errors import InputError
from factcheck.text.tables.formulas import Formula, Number, Operation, Range, Reference, Tree
from factcheck.text.tables.measures import (
    CONTEXT,
    Kind,
    Measure,
    added,
    divided,
    faults_told,
    multiplied,
    negated,
    subtracted,
)

_MOST_PLACES = 20

Value = Callable[[Reference], Measure]
"""Gives the value of a cell, or raises an InputError that says why it has none."""


def evaluate(formula: Formula, value: Value) -> Measure:
    """Return what a formula gives.

    Raises:
        InputError: it divides by zero, or gives no figure; and what `value` raises.
    """
    try:
        return _evaluate(formula.tree, value)
    except InputError as error:
        if error.subject:
            raise
        raise InputError(error.message, hint=error.hint, subject=formula.text) from error


_ARITHMETIC = {"+": added, "-": subtracted, "*": multiplied, "/": divided}


def _evaluate(tree: Tree, value: Value) -> Measure:
    if isinstance(tree, Number):
        return Measure(tree.value)
    if isinstance(tree, Range):
        if tree.size > 1:
            raise InputError("a range stands where one value is asked for", hint="like SUM(C2:C9)")
        return value(tree.first)
    if isinstance(tree, Operation):
        return _ARITHMETIC[tree.sign](_evaluate(tree.left, value), _evaluate(tree.right, value))
    return _FUNCTIONS[tree.name](tree.arguments, value)


def _values(arguments: tuple[Tree, ...], value: Value) -> list[Measure]:
    found: list[Measure] = []
    for argument in arguments:
        if isinstance(argument, Range):
            found += [value(cell) for cell in argument.cells()]
        else:
            found.append(_evaluate(argument, value))
    return found


def _negated(arguments: tuple[Tree, ...], value: Value) -> Measure:
    return negated(_evaluate(arguments[0], value))


def _sum(arguments: tuple[Tree, ...], value: Value) -> Measure:
    return reduce(added, _values(arguments, value))


def _average(arguments: tuple[Tree, ...], value: Value) -> Measure:
    found = _values(arguments, value)
    total = reduce(added, found)
    with faults_told():
        return replace(total, value=CONTEXT.divide(total.value, Decimal(len(found))))


def _least(arguments: tuple[Tree, ...], value: Value) -> Measure:
    return min(_values(arguments, value), key=lambda one: one.value)


def _greatest(arguments: tuple[Tree, ...], value: Value) -> Measure:
    return max(_values(arguments, value), key=lambda one: one.value)


def _absolute(arguments: tuple[Tree, ...], value: Value) -> Measure:
    found = _evaluate(arguments[0], value)
    return replace(found, value=abs(found.value), change=False)


def _round(arguments: tuple[Tree, ...], value: Value) -> Measure:
    found = _evaluate(arguments[0], value)
    places = _evaluate(arguments[1], value).value if len(arguments) > 1 else Decimal(0)
    if places != places.to_integral_value() or abs(places) > _MOST_PLACES:
        raise InputError(f"rounds to {places} places", hint=f"a whole number up to {_MOST_PLACES}")
    return replace(found, value=rounded(found.value, int(places)))


def _rank(arguments: tuple[Tree, ...], value: Value) -> Measure:
    """Return the place of a value among others, 1 the greatest; a third argument other than 0 counts from the least."""
    own = _evaluate(arguments[0], value).value
    others = [one.value for one in _values(arguments[1:2], value)]
    if own not in others:
        raise InputError("RANK: the value is not among those that it is ranked with")
    least = len(arguments) > 2 and _evaluate(arguments[2], value).value != 0  # noqa: PLR2004 - the third one
    before = sum(one < own if least else one > own for one in others)
    return Measure(Decimal(before + 1), Kind.RANK, "rank from the lowest" if least else "rank")


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half away from zero, as people do, to so many decimals; negative ones are tens, hundreds.

    Raises:
        InputError: the value has too many digits for that.
    """
    with faults_told():
        step = Decimal(1).scaleb(-places)
        whole = CONTEXT.divide(value, step).to_integral_value("ROUND_HALF_UP")
        return CONTEXT.add(CONTEXT.multiply(whole, step), Decimal(0))  # no "-0"


_FUNCTIONS: dict[str, Callable[[tuple[Tree, ...], Value], Measure]] = {
    "-": _negated,
    "ABS": _absolute,
    "AVERAGE": _average,
    "MAX": _greatest,
    "MIN": _least,
    "RANK": _rank,
    "ROUND": _round,
    "SUM": _sum,
}
