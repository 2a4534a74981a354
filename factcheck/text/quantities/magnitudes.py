"""Numbers of which only the size is told: "dozens of homes", "hundreds of thousands of voters", "Tausende Menschen".

Each is read as the range that English and German readers take it for; the upper end is that of the next larger word,
and for "thousands" of the next but one, since "tens of thousands" is often not troubled with.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.quantities.digit_numbers import Number
from factcheck.text.quantities.number_units import add_unit
from factcheck.text.quantities.numeral_tokens import Token, token_at

_SIZES = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 99_999),
    "millions": (2_000_000, 999_999_999),
    "billions": (2_000_000_000, 999_999_999_999),
}
_GERMAN = {
    "Dutzende": (24, 99),
    "Hunderte": (200, 999),
    "Tausende": (2_000, 99_999),
    "Zehntausende": (20_000, 99_999),
    "Hunderttausende": (200_000, 999_999),
}
_MULTIPLIED = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_NO_SCORES = frozenset(
    """the their his her its our these those test exam credit average median mean reading maths math high higher highest
    low lower lowest box film musical total final top""".split()  # noqa: SIM905
)
"""Before "scores of", which are then results and no score of people."""
MAGNITUDES = frozenset([*_SIZES, *(word.lower() for word in _GERMAN)])
"""The words, in lower case, that may begin one."""


def magnitude_at(tokens: list[Token], place: int) -> tuple[Number, Decimal] | None:
    """Read the size told at `place`: the number with the low end as its value and its unit, and the high end."""
    token, after = tokens[place], place + 1
    low, high = _GERMAN.get(token.text) or _SIZES.get(token.low, (0, 0))
    if not low or token.text.isupper():
        return None
    if token.text not in _GERMAN:
        size = _multiplied(tokens, after)
        if size:
            after += 2
        if not _of(tokens, after) and not (size and token.low != "scores"):
            return None
        if (token.low == "tens" and not size) or (token.low == "scores" and _results(tokens, place)):
            return None
        low, high = low * (size or 1), (high + 1) * size - 1 if size else high
    number = Number(place, after, Decimal(low))
    if _of(tokens, after):
        counted = Number(place, after + 1, Decimal(low))
        add_unit(tokens, counted)
        if counted.unit:
            number = counted
    return number, Decimal(high)


def _multiplied(tokens: list[Token], after: int) -> int:
    """Return what the second word of "tens of thousands" multiplies by, or 0."""
    second = token_at(tokens, after + 1)
    return _MULTIPLIED.get(second.low, 0) if second is not None and _of(tokens, after) else 0


def _of(tokens: list[Token], place: int) -> bool:
    joint, following = token_at(tokens, place), token_at(tokens, place + 1)
    return joint is not None and joint.low in ("of", "von") and following is not None and following.kind == "word"


def _results(tokens: list[Token], place: int) -> bool:
    """Whether "scores" are those of a test or a match, or somebody scores."""
    before = token_at(tokens, place - 1)
    return tokens[place + 2].low == "course" or (before is not None and before.low in _NO_SCORES)


__all__ = ["MAGNITUDES", "magnitude_at"]
