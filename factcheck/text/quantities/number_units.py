"""Read the scale and the unit behind a number: "million", "Mio. Euro", "per cent", "km/h", "square miles"."""

from __future__ import annotations

from factcheck.text.quantities.currencies import MONEY, SHORT, SIGNS
from factcheck.text.quantities.digit_numbers import Number
from factcheck.text.quantities.numeral_tokens import Token, token_at
from factcheck.text.quantities.numerals import SCALES, SHORT_SCALES
from factcheck.text.quantities.units import COMPOUNDS, UNITS

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
    """Take the unit behind a number and its scale: "5 km/h", "a 35-year sentence", "a 40-per-cent rise"."""
    words = _words_behind(tokens, number.after)
    if (compound := _compound(tokens, number, words)) is not None:
        number.unit, number.after, number.bare = *compound, False
    elif words:
        _add_plain_unit(number, words)
    if number.unit in _DEGREES and _follow(tokens, number.after) in _BELOW_ZERO:
        number.value, number.after, number.below_zero = -abs(number.value), number.after + 2, True


def _words_behind(tokens: list[Token], place: int) -> list[tuple[Token, int]]:
    """Return the few tokens behind a number, each with the place after it; what hyphens join is read without them."""
    words: list[tuple[Token, int]] = []
    token, end = token_at(tokens, place), tokens[place - 1].end
    while token is not None and len(words) < _LONGEST_UNIT:
        if token.text == "-":
            following = token_at(tokens, place + 1)
            opens = following is not None and (words or following.low in UNITS or following.low in _JOINED)
            if not opens or following is None or not end == token.start == following.start - 1:
                break
            place, token = place + 1, following
        elif not words and token.start > end + 1:
            break
        place, end = place + 1, token.end
        words.append((token, place))
        token = token_at(tokens, place)
    return words


_LONGEST_UNIT = 4  # words or marks: "km / h", "of a percentage point"
_JOINED = frozenset(["per", "percentage", "basis", "square", "sq"])
"""Words with which a unit of several words opens behind a hyphen: "a 25-basis-point rise"."""
_DEGREES = frozenset(["degree", "°C", "°F"])
_BELOW_ZERO = ("below zero", "unter null")


def _follow(tokens: list[Token], place: int) -> str:
    return " ".join(token.low for token in tokens[place : place + 2])


def _add_plain_unit(number: Number, words: list[tuple[Token, int]]) -> None:
    (token, after), (following, beyond) = words[0], words[1] if len(words) > 1 else (None, 0)
    word = following.low if following is not None else ""
    if token.low in ("per", "percentage") and word in ("cent", "point", "points"):
        number.unit, number.after, number.bare = "%" if word == "cent" else "pp", beyond, False
    elif token.low == "pounds" and word == "of" and not number.unit:
        _take_unit(number, "lb", after)
    elif unit := UNITS.get(token.low) or SIGNS.get(token.text) or SHORT.get(token.text):
        _take_unit(number, unit, after)
        if number.unit == "%" and word in ("point", "points"):
            number.unit, number.after = "pp", beyond


_FIRST_OF_COMPOUNDS = frozenset(unit[0] for unit, _ in COMPOUNDS)


def _compound(tokens: list[Token], number: Number, words: list[tuple[Token, int]]) -> tuple[str, int] | None:
    """Return the unit of several tokens behind a number ("km/h", "square miles"), and the token after it."""
    if number.unit in MONEY:
        return None
    told = [token.low for token, _ in words]
    glued = tokens[number.after - 1].tail  # "30km/h": the first is glued
    if _FIRST_OF_COMPOUNDS.isdisjoint((glued, *told[:1])):
        return None
    for unit, label in COMPOUNDS:
        if tuple(told[: len(unit)]) == unit:
            return label, words[len(unit) - 1][1]
        if glued and (glued, *told[: len(unit) - 1]) == unit:
            return label, words[len(unit) - 2][1]
    return None


def _take_unit(number: Number, unit: str, after: int) -> None:
    if number.unit in MONEY and unit not in MONEY:
        return  # "$5 miles" is two things; the sign goes first
    if not (unit == "in" or (number.unit and unit not in MONEY)):
        number.unit = unit
        number.after = after
        number.bare = False


__all__ = ["add_scale", "add_unit"]
