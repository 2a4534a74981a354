"""Numerals that count nothing: days of a month, years, times of day, and numbers that are part of a name."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.text.quantities.counted import looks_plural
from factcheck.text.quantities.numeral_tokens import DASHES, Token, token_at

_MONTHS = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"),
    ]
)
_SHORT_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
CLOCK = frozenset(["am", "pm", "o'clock", "o’clock", "gmt", "bst", "cet", "est", "utc", "uhr"])
"""What makes a number before it a time of day."""
CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_LEVELS_WORDS = """
    average averaged averages averaging currency dollar euro exchange fixed float gpa
    index level levels lira measured median paid peaked pegged pound pressure price priced prices quoted rate
    rated rates ratio rouble ruble rupee score scored scores sensex settled share shares sold stands stock stocks stood
    trade traded trades trading valued yen yield yields yuan kurs aktie aktien preis"""
_LEVELS = frozenset(_LEVELS_WORDS.split())
"""Words behind which "at 10.15" is the level of something, and no time of day."""
_CLOSES = frozenset(["close", "closed", "closes", "closing"])
"""What polls and shops do at a quarter of an hour, and what is traded at a level."""
_QUARTERS = frozenset(["00", "15", "30", "45"])
_CHANGES_WORDS = """
    rise rose risen rising rises fall fell fallen falling falls grow grew grown growing grows gain gained gains drop
    dropped drops slip slipped slips climb climbed jump jumped cut cuts cutting raise raised raises lower lowered lowers
    increase increased increases decrease decreased decreases change changed up down widen widened narrow narrowed
    beat beaten won lost ahead behind faster slower longer shorter higher exceed exceeded miss missed divided multiplied
    below above steigt stieg fiel gestiegen gesunken sank sinkt verbessert"""
_CHANGES = frozenset(_CHANGES_WORDS.split())
"""Words behind which "by 10.15" or "from 10.15" is an amount."""
_LOOKED_BACK = 10  # tokens in which such a word stands
_BEFORE_TIME = frozenset(["at", "um", "gegen"])
_BETWEEN_TIMES = frozenset(
    ["by", "until", "till", "from", "before", "after", "since", "around", "bis", "ab", "seit", "vor"]
)
"""Words before a time of day, which stand before amounts as often."""
_BEHIND_TIME_WORDS = """
    on and but when as local today yesterday tomorrow this that in at a to until till bis am an the with where while
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag"""
_BEHIND_TIME = frozenset(_BEHIND_TIME_WORDS.split())
_LABELS_WORDS = """
    article section chapter page paragraph no number room resolution highway route flight channel boeing airbus
    grade phase act version windows figure table caption district building statute round step rule title volume
    episode precinct interstate proposition proposal amendment ward terminal gate unit seat row size
    agenda vision horizon cop expo project apollo formula euro telefon telefonnummer notruf"""
_LABELS = frozenset(_LABELS_WORDS.split())
_BEFORE_A_YEAR = frozenset(
    "in since by of from until till during before after early late mid around circa the for and to between".split()  # noqa: SIM905
)
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_FIRST_LIKELY_YEAR = 1900  # of the numbers that no word announces as years
_SHORT_YEAR = 2  # digits
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_FIRST_LABEL_YEAR, _LAST_LABEL_YEAR = 2001, 2035  # "2020 Democrats" are those of the year
_BEFORE_A_COUNT = frozenset(["than", "least", "most", "over", "nearly", "almost", "exceeding", "some", "exactly"])
_DATES_IN_GERMAN = frozenset(["am", "vom", "zum", "seit", "bis", "ab", "den", "dem"])
_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
LAST_DAY = 31
"""Of a month."""


def is_half_day(tokens: list[Token], place: int) -> bool:
    """Whether "a.m." or "p.m." stands here, which the token pattern takes apart."""
    return "".join(token.low for token in tokens[place : place + 3]) in ("a.m", "p.m")


def is_time_of_day(tokens: list[Token], first: int, after: int) -> bool:
    """Whether "10.15" stands behind "at" or "by" and nothing around it is measured, priced or counted by it."""
    before, following = token_at(tokens, first - 1), token_at(tokens, after)
    if before is None or CLOCK_TIME.fullmatch(tokens[first].text) is None:
        return False
    if following is not None and following.kind == "word" and looks_plural(following.low):
        return False
    near = {token.low for token in tokens[max(0, first - _LOOKED_BACK) : first]}
    if near & _LEVELS or (near & _CLOSES and tokens[first].text[-2:] not in _QUARTERS):
        return False
    if before.low in _BEFORE_TIME:
        return True
    alone = following is None or following.text in ".,;:)" or following.low in _BEHIND_TIME
    return before.low in _BETWEEN_TIMES and alone and not near & _CHANGES


def is_day(tokens: list[Token], first: int, after: int) -> bool:
    """Whether a month stands beside the number or numbers of tokens `[first, after)`."""
    before = _month_place(tokens, first - 1)
    if _is_month(token_at(tokens, after), tokens, after) or _is_month(token_at(tokens, before), tokens, before):
        return True
    joint, further = token_at(tokens, after), token_at(tokens, after + 1)  # "11 and 12 July"
    joined = joint is not None and (joint.low in ("and", "or", ",") or joint.text in DASHES)
    if joined and further is not None and further.kind == "num":
        return _is_month(token_at(tokens, after + 2), tokens, after + 2)
    joint, further = token_at(tokens, first - 1), token_at(tokens, first - 2)  # "July 11 and 12"
    joined = joint is not None and (joint.low in ("and", "or") or joint.text in DASHES)
    if joined and further is not None and further.kind == "num":
        before = _month_place(tokens, first - 3)
        return _is_month(token_at(tokens, before), tokens, before)
    return False


def is_dotted_day(tokens: list[Token], first: int, after: int) -> bool:
    """Whether "3.6." stands here behind a word that dates in German ("am 3.6."): a day and a month."""
    before, stop = token_at(tokens, first - 1), token_at(tokens, after)
    if before is None or stop is None or stop.text != "." or before.low not in _DATES_IN_GERMAN:
        return False
    return stop.start == tokens[after - 1].end and _DAY_AND_MONTH.fullmatch(tokens[first].text) is not None


def _month_place(tokens: list[Token], place: int) -> int:
    """Return where a month before a day stands: "Feb." is two tokens."""
    token = token_at(tokens, place)
    if token is None or token.text != "." or place == 0:
        return place
    month = tokens[place - 1]
    return place - 1 if month.end == token.start and month.low in _SHORT_MONTHS else place


def _is_month(token: Token | None, tokens: list[Token], place: int) -> bool:
    """Whether `token` names a month; "may" and "march" only with a capital."""
    if token is None:
        return False
    name = token.low.rstrip(".")
    if name == "of":
        following = token_at(tokens, place + 1)
        return following is not None and following.low in _MONTHS
    return name in _MONTHS and token.text[0].isupper()


_FOLK = frozenset(["Menschen", "Personen", "Einwohner", "Euro", "Tonnen"])
"""What is counted in German, whose plural none of English tells: "1500 Menschen"."""


def is_year(value: Decimal, before: Token | None, following: Token | None) -> bool:
    """Whether a number between these two tokens is a year."""
    if value != value.to_integral_value() or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return False
    if before is not None and (before.low in _BEFORE_A_YEAR or before.low in _MONTHS or before.text in ("(", ",")):
        return True
    if before is not None and before.low in _BEFORE_A_COUNT:
        return False
    if following is not None and following.text in _FOLK and value < _FIRST_LIKELY_YEAR:
        return False
    if following is None or following.kind != "word" or not looks_plural(following.low):
        return True
    return _FIRST_LABEL_YEAR <= value <= _LAST_LABEL_YEAR and following.text[0].isupper()


def is_year_apart(value: Decimal, before: Token | None, following: Token) -> bool:
    """Whether a plain number is a year beside which a count stands, not the first of a range: "since 1955—48,277 ill".

    Who parts the thousands of the second would part those of the first.
    """
    likely = value >= _FIRST_LIKELY_YEAR or (before is not None and before.low in _BEFORE_A_YEAR)
    return likely and _GROUPED.match(following.text) is not None and is_year(value, before, None)


def ends_years(tokens: list[Token], first: int) -> bool:
    """Whether two digits close a stretch of years: the 20 of "2019–20"."""
    dash, year = token_at(tokens, first - 1), token_at(tokens, first - 2)
    if dash is None or year is None or dash.text not in DASHES or not year.end == dash.start == tokens[first].start - 1:
        return False
    short = len(tokens[first].text) == _SHORT_YEAR and year.text.isdigit()
    return short and is_year(Decimal(year.text), token_at(tokens, first - 3), None)


def is_label(tokens: list[Token], first: int) -> bool:
    """Whether the number is part of a name: "Article 5", "No. 10"."""
    before = token_at(tokens, first - 1)
    if before is not None and before.text == "." and before.start == _before_end(tokens, first):
        before = token_at(tokens, first - 2)
        return before is not None and before.text in ("No", "no", "Nr", "Art")
    return before is not None and before.low in _LABELS and (before.text[0].isupper() or before.low == "page")


def _before_end(tokens: list[Token], first: int) -> int:
    return tokens[first - 2].end if first > 1 else -1
