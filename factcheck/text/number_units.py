"""Read the scale and the unit behind a number: "million", "Mio. Euro", "per cent", "km/h", "square miles"."""

from __future__ import annotations

from factcheck.text.digit_numbers import Number
from factcheck.text.numeral_tokens import Token, token_at
from factcheck.text.numerals import SCALES, SHORT_SCALES
from factcheck.text.units import COMPOUNDS, MONEY, SIGNS, UNITS

_SHORTENED = frozenset(["mio", "mrd", "tsd", "mln", "bln"])


def add_scale(tokens: list[Token], number: Number, *, money: bool) -> None:
    """Take what multiplies a number; `money`: "m" is millions."""
    token = token_at(tokens, number.after)
    if token is not None and token.text == "-":  # a 30-billion-euro package
        following = token_at(tokens, number.after + 1)
        if following is not None and following.low in SCALES and following.start == token.end:
            number.after, token = number.after + 1, following
    if token is None or token.kind != "word":
        return
    if token.low in SCALES:
        number.scale *= SCALES[token.low]
        following = token_at(tokens, number.after + 1)
        if token.low == "lakh" and following is not None and following.low == "crore":
            number.scale, number.after = number.scale * SCALES["crore"], number.after + 1
    elif token.low in SHORT_SCALES and (money or token.low != "m"):
        number.scale *= SHORT_SCALES[token.low]
    else:
        return
    number.after += 1
    number.bare = False
    if _is_dotted(tokens, number.after, token):
        number.after += 1


def _is_dotted(tokens: list[Token], place: int, scale: Token) -> bool:
    """Whether the stop at `place` only shortens the scale before it: "3,5 Mio. Euro"."""
    stop, following = token_at(tokens, place), token_at(tokens, place + 1)
    if stop is None or stop.text != "." or stop.start != scale.end or scale.low not in _SHORTENED:
        return False
    return (following is not None and following.kind == "word") or (following is not None and following.text in SIGNS)


def add_unit(tokens: list[Token], number: Number) -> None:
    """Take the unit behind a number and its scale."""
    token = token_at(tokens, number.after)
    if token is not None and token.text == "-":  # a 35-year sentence
        following = token_at(tokens, number.after + 1)
        if following is None or following.low not in UNITS or following.start != token.end:
            return
        number.after, token = number.after + 1, following
    if token is None or token.start > tokens[number.after - 1].end + 1:
        return
    if (compound := _compound(tokens, number)) is not None:
        number.unit, number.after, number.bare = *compound, False
        return
    _add_plain_unit(tokens, number, token)


def _add_plain_unit(tokens: list[Token], number: Number, token: Token) -> None:
    following = token_at(tokens, number.after + 1)
    if token.low in ("per", "percentage") and following is not None:
        if following.low == "cent":
            number.unit, number.after = "%", number.after + 2
        elif following.low in ("point", "points"):
            number.unit, number.after = "pp", number.after + 2
        number.bare = number.bare and not number.unit
    elif token.low == "pounds" and following is not None and following.low == "of" and not number.unit:
        _take_unit(number, "lb")
    elif token.low in UNITS or token.text in SIGNS:
        _take_unit(number, UNITS.get(token.low) or SIGNS[token.text])
        if number.unit == "%" and following is not None and following.low in ("point", "points"):
            number.unit, number.after = "pp", number.after + 1


def _compound(tokens: list[Token], number: Number) -> tuple[str, int] | None:
    """Return the unit of several tokens behind a number ("km/h", "square miles"), and the token after it."""
    start = number.after - bool(tokens[number.after - 1].tail)  # "30km/h": the first is glued
    for words, label in () if number.unit in MONEY else COMPOUNDS:
        there = tokens[start : start + len(words)]
        told = tuple((one.tail or one.low) if at == 0 else one.low for at, one in enumerate(there))
        if told == words and all(one.kind != "num" or at == 0 for at, one in enumerate(there)):
            return label, start + len(words)
    return None


def _take_unit(number: Number, unit: str) -> None:
    if number.unit in MONEY and unit not in MONEY:
        return  # "$5 miles" is two things; the sign goes first
    if not (unit == "in" or (number.unit and unit not in MONEY)):
        number.unit = unit
        number.after += 1
        number.bare = False


__all__ = ["add_scale", "add_unit"]
