"""Read one number in digits with what is glued to it; tell dates, times and identifiers from numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.text.quantities.calendar_numbers import CLOCK
from factcheck.text.quantities.lengths import is_length
from factcheck.text.quantities.numeral_tokens import Token
from factcheck.text.quantities.numerals import GLYPHS, SHORT_SCALES, numeral_value, written_value
from factcheck.text.quantities.units import UNITS

_ORDINALS = frozenset(["st", "nd", "rd", "th", "s"])
_ONLY_GLUED = {"p": "penny", "pc": "%", "°c": "°C", "°f": "°F"}
"""Units that are no word of their own: "5p", "12C"."""
_FRACTION_TOKENS = 3  # number, slash, number
_PARTS = frozenset([2, 3, 4, 5, 6, 8, 10, 16, 32, 64])
"""What the fraction of a mixed number is in; "on 12 3/7" is none."""
_IN_DIALLED = frozenset("/-()")
_MOST_GROUPS = 6  # of a telephone number
_LEAST_PREFIX = 3  # digits of one that begins with a nought
_ISO_TOKENS = 5  # number, hyphen, number, hyphen, number


@dataclass(slots=True)
class Number:
    """A number being read: tokens `[first, after)`, its value, and the scale and unit behind it."""

    first: int
    after: int
    value: Decimal
    scale: Decimal = Decimal(1)
    unit: str = ""
    bare: bool = False  # plain digits, so perhaps a year or a day
    change: bool = False  # told by a verb or behind "by": "doubled", "fell by a quarter"
    below_zero: bool = False  # told behind it: "10 degrees below zero"


def digits_at(tokens: list[Token], place: int, *, money: bool = False) -> Number | None:
    """Read the numeral at `place` with what is glued to it, or None where it counts nothing; "£88m" is no length."""
    token = tokens[place]
    value = numeral_value(token.text)
    glyph, tail = GLYPHS.get(token.tail[:1]), token.tail
    if glyph is not None:
        tail = tail[1:]
    if value is None or tail in _ORDINALS or tail in CLOCK or is_glued(tokens, place) or _is_dialled(tokens, place):
        return None
    if tail and tail not in SHORT_SCALES and tail not in UNITS and tail not in _ONLY_GLUED:
        return None
    value += glyph or 0
    if (
        place
        and tokens[place - 1].text in ("-", "−")
        and tokens[place - 1].end == token.start
        and _opens(tokens, place)
    ):
        value = -value
    number = Number(place, place + 1, value, bare=token.text.isdigit() and not token.tail)
    if number.bare and (part := _fraction_behind(tokens, place)) is not None:
        number.value += part[0] if value >= 0 else -part[0]
        number.after, number.bare = part[1], False
        tail = tokens[number.after - 1].tail
    if tail in SHORT_SCALES and (money or tail != "m" or not is_length(tokens, place)):
        number.scale = SHORT_SCALES[tail]
    elif tail:
        number.unit = _ONLY_GLUED.get(tail) or UNITS.get(tail, tail)
    return number


def _fraction_behind(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read the "3/4" or "¾" of "12 3/4": what it is worth, and the token behind it; None where there is none."""
    parts = tokens[place + 1 : place + 4]
    if not parts or parts[0].start != tokens[place].end + 1:
        return None
    if (glyph := GLYPHS.get(parts[0].text)) is not None:
        return glyph, place + 2
    over = [one.text for one in parts]
    if len(over) != _FRACTION_TOKENS or over[1] != "/" or not (over[0].isdigit() and over[2].isdigit()):
        return None
    joined = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    if not joined or int(over[2]) not in _PARTS or not 0 < int(over[0]) < int(over[2]):
        return None
    beyond = tokens[place + 4] if place + 4 < len(tokens) else None
    dated = beyond is not None and beyond.start == parts[2].end and beyond.text == "/"
    return None if dated else (Decimal(over[0]) / int(over[2]), place + 4)


def _opens(tokens: list[Token], place: int) -> bool:
    """Whether the dash before `place` is a minus: nothing stands directly before it."""
    return place == 1 or tokens[place - 2].end < tokens[place - 1].start


def _is_dialled(tokens: list[Token], place: int) -> bool:
    """Whether the numeral is of a telephone number: "020 7946 0199", "+44 20 7946 0199", "04321/32555"."""
    first, groups = place, 1
    while first and groups < _MOST_GROUPS and tokens[first].start - tokens[first - 1].end <= 1:
        if tokens[first - 1].kind != "num" and tokens[first - 1].text not in _IN_DIALLED:
            break
        first -= 1
        groups += tokens[first].kind == "num"
    opens, plus = tokens[first], tokens[first - 1] if first else None
    if opens.text in _IN_DIALLED and first < place:
        opens = tokens[first + 1]
    prefixed = plus is not None and plus.text == "+" and plus.end == opens.start
    zero = opens.text.isdigit() and opens.text.startswith("0") and len(opens.text) >= _LEAST_PREFIX
    alone = opens is tokens[place]
    then = tokens[place + 1] if place + 1 < len(tokens) else None
    follows = then is not None and (then.kind == "num" or then.text in _IN_DIALLED)
    return (zero or prefixed) and not opens.tail and (not alone or follows)


def is_glued(tokens: list[Token], place: int) -> bool:
    """Whether the numeral is part of a date, a time, an address or an identifier (10:30, 12/07/2023, COVID-19)."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before and before.end == token.start and before.text in ("'", "’", "‘") and len(token.text) == 2:  # noqa: PLR2004 - "’98"
        return True
    if before and before.end == token.start and before.text in ("/", ":", ".", "@", "#", "_", "-"):
        previous = tokens[place - 2] if place > 1 else None
        if before.text == "#" or (
            previous and previous.end == before.start and _joins(previous, before, tokens, place)
        ):
            return True
    if after and after.start == token.end and after.text in ("/", ":", ".", "@", "_", "-"):
        further = tokens[place + 2] if place + 2 < len(tokens) else None
        return bool(further and further.start == after.end and further.kind == "num" and after.text != "-") or _is_iso(
            tokens, place
        )
    return False


def _joins(previous: Token, mark: Token, tokens: list[Token], place: int) -> bool:
    if mark.text != "-":
        return previous.kind == "num"
    return (previous.kind == "word" and not _is_number_word(previous.low)) or _is_iso(tokens, place - 2)


def _is_iso(tokens: list[Token], place: int) -> bool:
    """Whether three numerals joined by hyphens stand around here: a date or an identifier, never a range."""
    first = place
    while (
        first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].kind == "num" and place - first < _ISO_TOKENS
    ):
        first -= 2
    part = tokens[first : first + _ISO_TOKENS]
    return (
        len(part) == _ISO_TOKENS
        and all(one.kind == "num" for one in part[::2])
        and all(one.text == "-" for one in part[1::2])
        and all(a.end == b.start for a, b in pairwise(part))
    )


def _is_number_word(word: str) -> bool:
    return written_value([word])[1] > 0 or word in ("mid", "sub", "pre", "post", "from", "to", "about")


__all__ = ["Number", "digits_at", "is_glued"]
