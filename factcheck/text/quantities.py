"""Find the quantities of a text: value, range, unit, how exact, and what is counted.

Reads "180-340 thousand", "between 80% and 90%", "half a billion euros", "nearly two-thirds of voters", "no fewer than
thirty-one members". Leaves out what is written in digits but counts nothing: years, days of a month, times, ordinals,
names of things (Article 5, G20, 7th). A share ("two-thirds", "one in five") is given in per cent.

Not `quantulum3`: measured in 2026 it read "180-340 thousand" as 520,000 and failed with a current scikit-learn.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.domain import Operator, Quantity, Span
from factcheck.text.calendar_numbers import CLOCK, LAST_DAY, is_day, is_half_day, is_label, is_year
from factcheck.text.counted import counted_noun, subject_noun
from factcheck.text.digit_numbers import Number, digits_at, is_glued
from factcheck.text.exactness import operator_of
from factcheck.text.german_numbers import german_noun, in_german, is_german_year, is_ordinal
from factcheck.text.german_shares import STARTERS as _GERMAN_STARTERS
from factcheck.text.german_shares import german_share
from factcheck.text.number_units import add_scale, add_unit
from factcheck.text.numeral_tokens import DASHES, Token, token_at, tokens_of
from factcheck.text.numerals import (
    FRACTION_PARTS,
    GROUPS,
    ONES,
    SCALES,
    TENS,
    numeral_value,
    point_value,
    written_value,
)
from factcheck.text.scores import is_score
from factcheck.text.units import CURRENCIES, DOLLARS, SIGNS, UNITS

_NTH = frozenset(["first", "second", "third", "fourth", "last", "latter", "final"])


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities of `text[start:end]` in order; spans cover number, scale and unit.

    The counted noun is the nearest plural after the number ("40,000 new homes": homes), or "" where none is certain.
    """
    tokens = _with_german_thousands(text, tokens_of(text, start, len(text) if end is None else end))
    openings = [at for at, one in enumerate(tokens) if one.kind == "num" or one.low in _STARTERS or one.text in _MONEY]
    found: list[Quantity] = []
    after = 0
    for place in openings:
        number = _read(tokens, place) if place >= after else None
        if number is None:
            continue
        quantity, after = _finish(text, tokens, number)
        if quantity is not None:
            found.append(quantity)
    return found


_CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _with_german_thousands(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with "3.500" as three and a half thousand where the text around it is German."""
    return [
        one._replace(text=one.text.replace(".", ""))
        if one.kind == "num" and _DOTTED_THOUSANDS.fullmatch(one.text) and in_german(text, one.start, one.end)
        else one
        for one in tokens
    ]


def _finish(text: str, tokens: list[Token], number: Number) -> tuple[Quantity | None, int]:
    """Read the range, then decide what the number is; returns also the token to go on with."""
    second = _second_of_range(tokens, number)
    last = second or number
    if (
        _is_calendar(tokens, number, last)
        or is_label(tokens, number.first)
        or _is_german_calendar(text, tokens, number)
    ):
        return None, last.after
    low, high = number.value * number.scale, last.value * last.scale
    unit = last.unit or number.unit
    operator = Operator.RANGE if second else operator_of(tokens, number.first, last.after)
    quantity = Quantity(
        span=Span.cut(text, tokens[number.first].start, tokens[last.after - 1].end),
        low=low,
        high=high,
        unit=unit,
        operator=operator,
        noun=_noun(text, tokens, (number.first, last.after), unit),
    )
    return quantity, last.after


def _noun(text: str, tokens: list[Token], bounds: tuple[int, int], unit: str) -> str:
    """Return what the number of these tokens counts, or ""."""
    first, after = bounds
    german = "" if unit else german_noun(text, tokens, after)
    return german or counted_noun(tokens, after, unit) or ("" if unit else subject_noun(tokens, first))


def _is_german_calendar(text: str, tokens: list[Token], number: Number) -> bool:
    place = number.first
    return number.bare and (is_ordinal(text, tokens, place) or is_german_year(text, tokens, place))


def _read(tokens: list[Token], place: int) -> Number | None:
    """Read one number with sign, scale and unit at `place`, or None."""
    first, currency = place, ""
    token = tokens[place]
    opens_money = token.text in _MONEY
    if not (opens_money or token.kind == "num" or token.low in _STARTERS):
        return None
    if opens_money:
        currency = SIGNS.get(token.text) or CURRENCIES.get(token.low, "")
        if token.text == "$" and place and tokens[place - 1].end == token.start and tokens[place - 1].text in DOLLARS:
            currency, first = DOLLARS[tokens[place - 1].text], place - 1
        place += 1 + _dotted(tokens, place)
        if token.text == "US" and place < len(tokens) and tokens[place].text == "$":
            currency, place = "USD", place + 1
        if not currency or place >= len(tokens) or tokens[place].kind != "num":
            return None
    if not currency and (ratio := _ratio(tokens, place)) is not None:
        return ratio
    number = digits_at(tokens, place) if tokens[place].kind == "num" else _words(tokens, place)
    if number is None:
        return None
    minus = token_at(tokens, first - 1)
    if minus is not None and minus.low == "minus" and not _ends_number(tokens, first - 2):
        number.value, first = -number.value, first - 1
    number.first, number.unit = first, currency or number.unit
    number.bare = number.bare and not currency
    add_scale(tokens, number, money=bool(currency))
    add_unit(tokens, number)
    return number


def _dotted(tokens: list[Token], place: int) -> bool:
    """Whether a stop shortens the currency at `place`: "Rs. 500"."""
    stop = token_at(tokens, place + 1)
    return tokens[place].low == "rs" and stop is not None and stop.text == "."


MOST_IN_RATIO = 1000
"""A rarer thing ("1 in 20,000") is no share that per cent with two decimals could tell."""


def _ends_number(tokens: list[Token], place: int) -> bool:
    """Whether a number stands at `place`, from which "minus" takes something away."""
    token = token_at(tokens, place)
    return token is not None and token.kind == "num"


def _ratio(tokens: list[Token], place: int) -> Number | None:
    """Read "one in five", "1 in 5", "nine in 10", "3 out of ten" as a share in per cent, or None."""
    top = _whole_number(tokens, place)
    joint = [t.low for t in tokens[place + 1 : place + 3]]
    at = place + 2 if joint[:1] == ["in"] else place + 3 if joint == ["out", "of"] else 0
    whole = _whole_number(tokens, at) if top and at else None
    if not top or whole is None or not top < whole <= MOST_IN_RATIO or _goes_on(tokens, at + 1):
        return None
    return Number(place, at + 1, (100 * top / whole).quantize(Decimal("0.01")), unit="%")


def _whole_number(tokens: list[Token], place: int) -> Decimal | None:
    """Return the value of one word or plain numeral that is a whole number, or None."""
    token = token_at(tokens, place)
    if token is None:
        return None
    if token.kind == "num":
        plain = token.text.isdigit() and not token.tail and not is_glued(tokens, place)
        return numeral_value(token.text) if plain else None
    return written_value([token.low])[0] or None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the second number is one of something else: "3 in 24 hours", "two in 40,000", "9 in 10 million"."""
    following, beyond = token_at(tokens, at), token_at(tokens, at + 1)
    if following is not None and following.text == "-":
        following = beyond  # "one in twenty-five" is no one in twenty, "killed 2 in 10-day march" no share
        return following is not None and following.kind in ("word", "num")
    return following is not None and (
        following.kind == "num" or following.low in UNITS or following.low in SCALES or following.low in GROUPS
    )


def _words(tokens: list[Token], place: int) -> Number | None:
    """Read a written number, a share ("two-thirds", "one in five") or a part of a scale ("half a billion")."""
    if tokens[place].kind != "word" or tokens[place].low not in _STARTERS:
        return None
    run, after = _run(tokens, place)
    period = run[0] in FRACTION_PARTS and place > 0 and tokens[place - 1].low in _NTH  # "the first half of 2020"
    if period or (run[0] in ("a", "an") and run[1:2] and (run[1] in ONES or run[1] in TENS)):  # "a two-thirds majority"
        return None
    share = german_share(run) or _share(run, hyphened=place + 1 < len(tokens) and tokens[place + 1].text in DASHES)
    if share is not None:
        value, used, unit = share
        return Number(place, after[used - 1], value, unit=unit)
    value, used = point_value(run)
    if not used:
        value, used = written_value(run)
    if used and run[used : used + 3] == ["and", "a", "half"]:  # "two and a half million", "one and a half dozen"
        group = GROUPS.get(run[used + 3], Decimal(1)) if len(run) > used + 3 else Decimal(1)
        value, used = (value + Decimal("0.5")) * group, used + 3 + (group > 1)
    if not used or ((used == 1 and run[0] in ("one", "zero")) and not _counts_a_unit(run)):
        return None
    return Number(place, after[used - 1], value)


_LONGEST_RUN = 10


def _run(tokens: list[Token], place: int) -> tuple[list[str], list[int]]:
    """Return the next words, hyphens taken out, and for each the token after it."""
    run: list[str] = []
    after: list[int] = []
    while place < len(tokens) and len(run) < _LONGEST_RUN:
        token = tokens[place]
        if token.kind == "word":
            run.append(token.low)
            after.append(place + 1)
        elif not (token.text in DASHES and run):
            break
        place += 1
    return run, after


def _share(run: list[str], *, hyphened: bool) -> tuple[Decimal, int, str] | None:
    """Return value, words used and unit of a share; "half a million" is a plain number, "half of" is 50 %.

    `hyphened`: a hyphen joins the first two words, as in "a two-thirds majority".
    """
    top, used = (Decimal(1), 0) if run[0] in FRACTION_PARTS else written_value(run[:1])
    if run[0] in ("a", "an"):
        top, used = Decimal(1), 1
    if top and len(run) > used and run[used] in FRACTION_PARTS:
        portion = top / FRACTION_PARTS[run[used]]
        of_something = _part(portion, run, used + 1)
        plain = hyphened or (top > 1 and run[used] in ("thirds", "fifths", "tenths"))
        alone = ((100 * portion).quantize(Decimal("0.01")), used + 1, "%") if plain else None
        return of_something or alone
    return None


def _part(part: Decimal, run: list[str], used: int) -> tuple[Decimal, int, str] | None:
    rest = run[used:]
    lead = 1 if rest[:1] == ["of"] else 0
    if rest[lead : lead + 1] and rest[lead] in ("a", "an", "one"):
        of = rest[lead + 1 : lead + 3]
        if of[:1] == ["percent"] or of == ["per", "cent"]:
            return part, used + lead + 1 + (1 if of[0] == "percent" else 2), "%"
        if of in (["percentage", "point"], ["percentage", "points"]):
            return part, used + lead + 3, "pp"
    article = int(rest[lead : lead + 1] in (["a"], ["an"]))
    scale = _MULTIPLES.get(rest[lead + article]) if len(rest) > lead + article else None
    if scale is not None and (article or not lead):  # "half a dozen", "a half-dozen", "half of a million"
        return part * scale, used + lead + article + 1, ""
    if lead or rest[:1] == ["the"]:
        return (100 * part).quantize(Decimal("0.01")), used, "%"
    return None


def _counts_a_unit(run: list[str]) -> bool:
    return len(run) > 1 and run[1] in UNITS


_MULTIPLES = GROUPS | SCALES
_MONEY = frozenset([*SIGNS, "US", "USD", "EUR", "GBP", "CHF", "RUB", "INR", "Rs"])
_STARTERS = frozenset(
    [
        *("a", "an", "half", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        *("nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        *_GERMAN_STARTERS,
        *ONES,
    ]
)


def _second_of_range(tokens: list[Token], number: Number) -> Number | None:
    """Read "… to 5", "-340 thousand", "and 90%" after a first number; None if no rising range stands there."""
    joint = token_at(tokens, number.after)
    before = token_at(tokens, number.first - 1)
    if joint is None or number.after + 1 >= len(tokens):
        return None
    between = before is not None and (before.low, joint.low) in (("between", "and"), ("zwischen", "und"))
    if not (between or joint.low in ("to", "bis") or joint.text in DASHES or (joint.low == "or" and not number.unit)):
        return None
    second = _read(tokens, number.after + 1)
    if second is None or (second.unit and number.unit and second.unit != number.unit):
        return None
    alone = number.unit in ("%", "pp") and not second.unit  # "rose by 12% to 39,145"
    if alone or (joint.low == "or" and second.unit in ("%", "pp")):  # "12 or 30%" of them
        return None
    if number.scale == 1 and second.scale != 1 and number.value < second.value:
        number.scale = second.scale
    rising = number.value * number.scale < second.value * second.scale
    if not rising or (not (number.unit or second.unit) and is_score(tokens, number.first, number.after, second.after)):
        return None
    return second


def _is_calendar(tokens: list[Token], number: Number, last: Number) -> bool:
    """Whether the number is a day of a month, a year or a time of day."""
    following, before = token_at(tokens, last.after), token_at(tokens, number.first - 1)
    clock = number.bare or _CLOCK_TIME.fullmatch(tokens[number.first].text) is not None
    if clock and following is not None and (following.low in CLOCK or is_half_day(tokens, last.after)):
        return True
    if number.unit or last.unit or not number.bare:
        return False
    low = min(number.value, last.value)
    return (low <= LAST_DAY and is_day(tokens, number.first, last.after)) or is_year(number.value, before, following)
