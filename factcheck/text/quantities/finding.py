"""Find the quantities of a text: value, range, unit, how exact, and what is counted.

Reads "180-340 thousand", "between 80% and 90%", "half a billion euros", "nearly two-thirds of voters", "no fewer than
thirty-one members". Leaves out what is written in digits but counts nothing: years, days of a month, times, ordinals,
names of things (Article 5, G20, 7th). A share ("two-thirds", "one in five") is given in per cent.

Not `quantulum3`: measured in 2026 it read "180-340 thousand" as 520,000 and failed with a current scikit-learn.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factcheck.domain import Operator, Quantity, Span
from factcheck.text.cued import words_in
from factcheck.text.quantities.calendar_numbers import (
    CLOCK,
    CLOCK_TIME,
    LAST_DAY,
    ends_years,
    is_day,
    is_dotted_day,
    is_half_day,
    is_label,
    is_time_of_day,
    is_year,
    is_year_apart,
)
from factcheck.text.quantities.changes import LEAST_SCALE, is_change_and_level, shares_scale, verb_of_levels
from factcheck.text.quantities.counted import counted_noun, subject_noun
from factcheck.text.quantities.currencies import DOLLARS, RAND, SHORT, SIGNS
from factcheck.text.quantities.digit_numbers import Number, digits_at
from factcheck.text.quantities.exactness import has_plus, operator_of
from factcheck.text.quantities.german_numbers import counts_in_german, german_noun, is_german_year, is_ordinal
from factcheck.text.quantities.magnitudes import MAGNITUDES, magnitude_at
from factcheck.text.quantities.number_units import add_scale, add_unit
from factcheck.text.quantities.numeral_tokens import DASHES, Token, token_at, tokens_of
from factcheck.text.quantities.scores import is_score
from factcheck.text.quantities.written_numbers import CHANGED_BY, STARTERS, ratio_at, words_at


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities of `text[start:end]` in order; spans cover number, scale and unit.

    The counted noun is the nearest plural after the number ("40,000 new homes": homes), or "" where none is certain.
    Changes told in words alone are left to `find_changes`.
    """
    return _find(text, start, len(text) if end is None else end, changes=False)


def find_changes(text: str) -> list[Quantity]:
    """Return the changes told in words: "doubled" (2 times), "halved" and "fell by half" (50 %), "um ein Viertel"."""
    if _MAY_CHANGE.isdisjoint(words_in(text)):
        return []
    plain = {one.span.start for one in find_quantities(text)}
    return [one for one in _find(text, 0, len(text), changes=True) if one.span.start not in plain]


_MAY_CHANGE_WORDS = "half third quarter fifth tenth drittel viertel fünftel sechstel achtel zehntel"
_MAY_CHANGE = CHANGED_BY | frozenset(_MAY_CHANGE_WORDS.split())
"""Words without which no change is told: few claims have one, and only for these the tokens are looked through."""


def _find(text: str, start: int, end: int, *, changes: bool) -> list[Quantity]:
    tokens = _with_german_thousands(text, tokens_of(text, start, end))
    openings = [at for at, one in enumerate(tokens) if one.kind == "num" or one.low in _STARTERS or one.text in _MONEY]
    found: list[Quantity] = []
    after = 0
    for place in openings:
        if place < after:
            continue
        if (size := magnitude_at(tokens, place)) is not None:
            found.append(_sized(text, tokens, *size))
            after = size[0].after
        number = _read(tokens, place)
        if number is None or (number.change and not changes):
            continue
        quantities, after = _finish(text, tokens, number)
        if found and quantities:
            quantities[0] = _in_unit_of(text, found[-1], quantities[0])
        found.extend(quantities)
    return found


def _in_unit_of(text: str, before: Quantity, one: Quantity) -> Quantity:
    """Return the level before a change in the unit of the one after it: "to £88.6 million, up from 79.1 million"."""
    if one.unit or not before.unit or not _FROM_LEVEL.fullmatch(text, before.span.end, one.span.start):
        return one
    near = before.low and one.low and _NEAR_LEVELS[0] < one.low / before.low < _NEAR_LEVELS[1]
    alone = _ENDS_LEVEL.match(text, one.span.end) is not None
    return replace(one, unit=before.unit, noun="") if near and alone else one


_FROM_LEVEL = re.compile(
    r",?\s(?:(?:up|down)\s)?(?:from|compared\s(?:with|to)|against|versus)\s"
    r"(?:(?:about|around|nearly|almost|roughly|some|just|over|under)\s)?"
)
_ENDS_LEVEL = re.compile(r"\s?(?:[.,;:)]|$)|\s(?:an?\s|in\s|the\s(?:year|month|quarter|week)|last\s|at\s|on\s|a\s)")
"""What follows a bare level; a noun there would be what it counts."""
_NEAR_LEVELS = (Decimal("0.1"), Decimal(10))
"""How far apart two levels of one thing are at most. Source: our own choice."""


_STARTERS = STARTERS | MAGNITUDES
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _with_german_thousands(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with "3.500" as "3,500" where the text around it is German; a grouped number is no year."""
    return [
        one._replace(text=one.text.replace(".", ","))
        if one.kind == "num" and _DOTTED_THOUSANDS.fullmatch(one.text) and counts_in_german(text, tokens, at)
        else one
        for at, one in enumerate(tokens)
    ]


def _finish(text: str, tokens: list[Token], number: Number) -> tuple[list[Quantity], int]:
    """Read the second level or the range, then decide what the number is; returns also the token to go on with."""
    verb = verb_of_levels(tokens, number.first)
    level = _level_after(tokens, number, verb) if verb else None
    second = level or _margin_around(tokens, number) or _second_of_range(tokens, number)
    if second and _is_apart_from_year(tokens, number, second):
        return [], number.after
    last = second or number
    if (
        _is_calendar(tokens, number, last)
        or is_label(tokens, number.first)
        or _is_german_calendar(text, tokens, number)
    ):
        return [], last.after
    noun = _noun(text, tokens, (number.first, last.after), last.unit or number.unit)
    if level:
        return [_quantity(text, tokens, one, noun) for one in (number, level)], level.after
    one = _quantity(text, tokens, number, noun)
    if second:
        span = Span.cut(text, one.span.start, tokens[second.after - 1].end)
        low, high = sorted((one.low, second.value * second.scale))
        one = replace(one, span=span, low=low, high=high, unit=second.unit or number.unit, operator=Operator.RANGE)
    return [one], last.after


def _is_apart_from_year(tokens: list[Token], number: Number, second: Number) -> bool:
    """Tell whether a year stands before a level, and no range does: "from 300 in 2019 | to 4,100 in 2023"."""
    years = not (second.unit or second.scale != 1) and tokens[second.first].text.isdigit()
    to = tokens[number.after].low == "to"
    return to and not years and number.bare and _is_calendar(tokens, number, number)


def _quantity(text: str, tokens: list[Token], number: Number, noun: str) -> Quantity:
    """Return a number as a quantity of its own."""
    value = number.value * number.scale
    operator = operator_of(tokens, number.first, number.after)
    if operator is Operator.EQUAL and tokens[number.after - 1].low in (
        "dozen",
        "dutzend",
    ):  # nobody counts eggs in the news
        operator = Operator.ABOUT
    return Quantity(
        span=Span.cut(text, tokens[number.first].start, tokens[number.after - 1].end),
        low=value,
        high=value,
        unit=number.unit,
        operator=operator,
        noun=noun,
    )


def _sized(text: str, tokens: list[Token], number: Number, high: Decimal) -> Quantity:
    """Return a number of which only the size is told, as a range."""
    joint = token_at(tokens, number.after)
    after = number.after + (joint is not None and joint.low == "von")
    noun = _noun(text, tokens, (number.first, after), number.unit)
    return replace(_quantity(text, tokens, number, noun), high=high, operator=Operator.RANGE)


def _noun(text: str, tokens: list[Token], bounds: tuple[int, int], unit: str) -> str:
    """Return what the number of these tokens counts, or ""."""
    first, after = bounds
    after += has_plus(tokens, after)
    if _ends_row(text, tokens, after) or tokens[first].low in CHANGED_BY:
        return ""
    german = "" if unit else german_noun(text, tokens, after)
    return german or counted_noun(tokens, after, unit) or ("" if unit else subject_noun(tokens, first))


def _ends_row(text: str, tokens: list[Token], after: int) -> bool:
    """Tell whether a number is the last cell of a table's row: what the next row begins with is not what it counts."""
    following = token_at(tokens, after)
    if following is None or "\n" not in text[tokens[after - 1].end : following.start]:
        return False
    line = text.find("\n", following.start)
    return text.find("\t", following.start, line if line >= 0 else len(text)) >= 0


def _is_german_calendar(text: str, tokens: list[Token], number: Number) -> bool:
    place = number.first
    return number.bare and (is_ordinal(text, tokens, place) or is_german_year(text, tokens, place))


def _read(tokens: list[Token], place: int) -> Number | None:
    """Read one number with sign, scale and unit at `place`, or None."""
    first, currency, below = place, "", False
    token = tokens[place]
    if token.text in _MONEY:
        currency, first, place = _money(tokens, place)
        below = _is_sign(tokens, place)
        place += below
        if not currency or place >= len(tokens) or tokens[place].kind != "num":
            return None
    elif token.kind != "num" and token.low not in STARTERS:
        return None
    if not currency and (ratio := ratio_at(tokens, place)) is not None:
        return ratio
    number = digits_at(tokens, place, money=bool(currency)) if tokens[place].kind == "num" else words_at(tokens, place)
    if number is None:
        return None
    if below:
        number.value = -number.value
    minus = token_at(tokens, first - 1)
    if minus is not None and minus.low == "minus" and not _ends_number(tokens, first - 2):
        number.value, first = -number.value, first - 1
    elif number.value < 0 and first == number.first:
        first -= 1  # the sign
    elif currency and _is_sign(tokens, first - 1) and _opens(tokens, first - 1):
        number.value, first = -number.value, first - 1
    number.first, number.unit = first, currency or number.unit
    number.bare = number.bare and not currency
    add_scale(tokens, number, money=bool(currency))
    add_unit(tokens, number)
    return number


def _money(tokens: list[Token], place: int) -> tuple[str, int, int]:
    """Return the currency that opens at `place` ("" if none), where it begins, and where its number stands."""
    token, first = tokens[place], place
    currency = SIGNS.get(token.text) or SHORT.get(token.text, "")
    if token.text == "$" and place and tokens[place - 1].end == token.start and tokens[place - 1].text in DOLLARS:
        currency, first = DOLLARS[tokens[place - 1].text], place - 1
    if token.text == RAND and place + 1 < len(tokens) and tokens[place + 1].start == token.end:
        currency = "ZAR"
    place += 1 + _dotted(tokens, place)
    if token.text == "US" and place < len(tokens) and tokens[place].text == "$":
        currency, place = "USD", place + 1
    return currency, first, place


def _is_sign(tokens: list[Token], place: int) -> bool:
    """Whether a minus stands at `place`, glued to what follows."""
    sign, after = token_at(tokens, place), token_at(tokens, place + 1)
    return sign is not None and after is not None and sign.text in ("-", "−") and sign.end == after.start


def _opens(tokens: list[Token], place: int) -> bool:
    """Whether nothing is glued before `place`: "a result of | -£4 million", and no "mid-£4 million"."""
    before = token_at(tokens, place - 1)
    return before is None or before.end < tokens[place].start or before.text in _OPENING


def _dotted(tokens: list[Token], place: int) -> bool:
    """Whether a stop shortens the currency at `place`: "Rs. 500"."""
    stop = token_at(tokens, place + 1)
    return tokens[place].low == "rs" and stop is not None and stop.text == "."


def _ends_number(tokens: list[Token], place: int) -> bool:
    """Whether a number stands at `place`, from which "minus" takes something away."""
    token = token_at(tokens, place)
    return token is not None and token.kind == "num"


_OPENING = frozenset("([{\"'“‘„«|")
_MONEY = frozenset([*SIGNS, *SHORT, RAND, "US"])


def _level_after(tokens: list[Token], number: Number, verb: str) -> Number | None:
    """Read "to 25 percent" after the level from which something rose or fell, with its unit and maybe its scale."""
    joint = token_at(tokens, number.after)
    if joint is None or joint.low not in ("to", "auf") or number.after + 1 >= len(tokens):
        return None
    level = _read(tokens, number.after + 1)
    if level is None or (number.unit and level.unit != number.unit):
        return None
    number.unit = level.unit
    if shares_scale(verb, number, level):
        number.scale = level.scale
    return level


def _margin_around(tokens: list[Token], number: Number) -> Number | None:
    """Read "± 4 %" behind a number, which becomes the low end of that range; returns the high end."""
    signs = "".join(token.low for token in tokens[number.after : number.after + 3])
    used = next((used for sign, used in _MARGINS.items() if signs.startswith(sign)), 0)
    margin = _read(tokens, number.after + used) if used and number.after + used < len(tokens) else None
    if margin is None or (number.unit and margin.unit not in ("", number.unit, "pp")):
        return None
    number.unit = margin.unit = number.unit or margin.unit
    if number.scale == 1 and number.value < LEAST_SCALE:
        number.scale = margin.scale
    middle, room = number.value * number.scale, abs(margin.value) * margin.scale
    number.value, number.scale, number.bare = middle - room, Decimal(1), False
    margin.value, margin.scale = middle + room, Decimal(1)
    return margin


_MARGINS = {"±": 1, "+/-": 3, "+/−": 3, "plusorminus": 3}
"""What stands between a figure and its margin, with how many tokens it is."""


def _second_of_range(tokens: list[Token], number: Number) -> Number | None:
    """Read "… to 5", "-340 thousand", "and 90%" after a first number; None if no rising range stands there."""
    joint = token_at(tokens, number.after)
    before = token_at(tokens, number.first - 1)
    if joint is None or number.after + 1 >= len(tokens):
        return None
    lead = before
    if (
        before is not None
        and before.low == "of"
        and (ages := token_at(tokens, number.first - 2))
        and ages.low == "ages"
    ):
        the = token_at(tokens, number.first - 3)  # "between the ages of 5 and 10 years"
        lead = token_at(tokens, number.first - 4) if the is not None and the.low == "the" else the
    between = lead is not None and (lead.low, joint.low) in (("between", "and"), ("zwischen", "und"))
    dash = joint.text in DASHES and not (number.bare and is_year_apart(number.value, before, tokens[number.after + 1]))
    if not (between or joint.low in ("to", "bis") or dash or (joint.low == "or" and not number.unit)):
        return None
    second = _read(tokens, number.after + 1)
    if second is None or (second.unit and number.unit and second.unit != number.unit):
        return None
    if number.unit in _STRETCHES and not second.unit and joint.low in ("to", "bis"):
        return None  # "in the five years to 2024", "rose in two years to 2,400", "the 12 months to 31 March"
    alone = number.unit in ("%", "pp") and not second.unit  # "rose by 12% to 39,145"
    apart = joint.low == "or" and second.unit in ("%", "pp")  # "12 or 30%" of them
    if alone or apart or (joint.low == "to" and is_change_and_level(tokens, number, second)):
        return None
    if number.scale == 1 and second.scale != 1 and number.value < second.value:
        number.scale = second.scale
    bare = not (number.unit or second.unit)
    scored = bare and is_score(tokens, number.first, number.after, second.after)
    return second if _makes_range(number, second) and not scored else None


_STRETCHES = frozenset(["year", "month", "week", "day", "hour", "minute"])
"""Of time: one told with its unit is over before what follows it, since a range has its unit behind its second end."""


def _makes_range(number: Number, second: Number) -> bool:
    """Whether a number rises to the second; what is below zero behind both is so at both ends."""
    if second.below_zero and (number.below_zero or not number.unit):
        number.value = -abs(number.value)
        return number.value != second.value
    return number.value * number.scale < second.value * second.scale


def _is_calendar(tokens: list[Token], number: Number, last: Number) -> bool:
    """Whether the number is a day of a month, a year or a time of day."""
    following, before = token_at(tokens, last.after), token_at(tokens, number.first - 1)
    written = tokens[number.first].kind == "word" and number.after == number.first + 1  # "two o’clock"
    clock = number.bare or written or CLOCK_TIME.fullmatch(tokens[number.first].text) is not None
    if clock and following is not None and (following.low in CLOCK or is_half_day(tokens, last.after)):
        return True
    if clock and not number.unit and number.scale == 1 and is_time_of_day(tokens, number.first, number.after):
        return True
    if number.unit or last.unit:
        return False
    if not number.bare:
        return is_dotted_day(tokens, number.first, last.after)
    if ends_years(tokens, number.first):
        return True
    low = min(number.value, last.value)
    return (low <= LAST_DAY and is_day(tokens, number.first, last.after)) or is_year(number.value, before, following)
