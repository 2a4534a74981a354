"""What counts from the date named last: "two days later", "that night", "the same 1999 period"."""

from __future__ import annotations

from datetime import timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.bare import same_a_year_before
from factcheck.text.dates.timex.direction import Direction
from factcheck.text.dates.timex.months import season
from factcheck.text.dates.timex.relative import ago
from factcheck.text.dates.timex.rules import (
    A_MONTH,
    A_SEASON,
    A_YEAR,
    Reading,
    Rule,
    count_of,
    month_number,
    rule,
    shifted,
    word_set,
)
from factcheck.text.dates.timex.words import COUNT_WORDS, SEASON_WORDS, UNIT_WORDS, UNITS, M, Y

_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "week", "month")}
_WAYS = {
    **dict.fromkeys(("later", "next", "following", "after", "afterwards", "afterward", "on"), 1),
    **dict.fromkeys(("earlier", "before", "preceding", "previous"), -1),
}
_PART_OF_DAY = "night|evening|morning|afternoon"
_CLAUSE_ENDS = (
    r"(?=\s*(?:[.,;:)”\"’]|$|\n\s)|\s(?:and|but|when|while)\b)"  # "the day before the vote" hangs on the vote
)
_SAME = r"(?:same|comparable|corresponding|like|similar|equivalent)"
_A_YEAR_BACK = r"(?:last\syear|a\syear\s(?:ago|earlier|before)|the\sprevious\syear|the\sprior\syear)"


def from_named(r: Reading) -> Period | None:
    """Read "two days later", "the next day", "that night": counted from the date named last, where it tells enough."""
    unit = UNITS.get(r.groups.get("u", "day").lower(), "day")
    if r.named is None or r.named.precision not in _FINER.get(unit, (*_FINER["month"], "quarter", "season", "year")):
        return None
    found = shifted(r.named.start, unit, _WAYS.get(r.groups.get("way", ""), 0) * count_of(r.groups.get("c", "one")))
    beyond = found is not None and r.anchor is not None and found.start > r.anchor and not r.forward
    return None if beyond and "c" in r.groups else found  # "four decades later" counts from something else then


def some_later(r: Reading) -> Period | None:
    """Read "weeks later": from one such unit after the date named last up to the anchor."""
    if r.named is None or r.anchor is None or r.named.precision not in (*_FINER["month"], "year"):
        return None
    first = shifted(r.named.start, UNITS[r.groups["u"].lower()], 1)
    return Period(first.start, r.anchor, Precision.INTERVAL) if first and first.start < r.anchor else None


def of_named(r: Reading) -> Period | None:
    """Read "that weekend", "that summer": of the week or year named last."""
    if r.named is None or r.named.precision not in (*_FINER["month"], "year"):
        return None
    if "s" in r.groups:
        return season(Reading({"s": r.groups["s"]}, r.named.start, Direction))
    if r.named.precision not in _FINER["week"]:
        return None
    saturday = periods.week(r.named.start).start + timedelta(days=5)
    return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)


def same_month(r: Reading) -> Period | None:
    """Read "the same February period": that month of the year named, else of the year before the month named last."""
    number = month_number(r.groups["m"])
    if "y" in r.groups:
        return periods.month(int(r.groups["y"]), number)
    if r.named is not None and r.named.precision in (*_FINER["month"], "quarter", "interval"):
        return periods.month(r.named.start.year - (number >= r.named.start.month), number)
    return periods.month(r.anchor.year - (number >= r.anchor.month), number) if r.anchor else None


def before_named(r: Reading) -> Period | None:
    """Read "the year before", "the day after"; years count from the anchor where no date is named."""
    counted = from_named(r)
    backward = _WAYS[r.groups["way"]] < 0
    return counted if counted or r.groups["u"] != "year" or not backward or r.named else ago(r)


def same_period(r: Reading) -> Period | None:
    """Read "the same 1999 period", "the same month last year": the months named last, in that year; else the year."""
    last = r.named.start if r.named else r.anchor
    if "y" in r.groups:
        number = int(r.groups["y"])
    elif last:
        number = last.year - 1
    else:
        return None
    if r.named is None or r.named.precision not in ("month", "quarter", "interval"):
        return periods.year(number)
    count = (
        (r.named.end.year - r.named.start.year) * periods.MONTHS_OF_YEAR + r.named.end.month - r.named.start.month + 1
    )
    return periods.months(number, r.named.start.month, count, r.named.precision)


def earlier(r: Reading) -> Period | None:
    """Read "a year earlier": from the date named last; without one years, months and weeks count from the anchor.

    Beside a quarter or another part of a year it is that part of the year before.
    """
    part = r.named is not None and r.named.precision in ("quarter", "interval") and UNITS[r.groups["u"]] == "year"
    if r.named is not None and part and count_of(r.groups["c"]) == 1 and (same := same_a_year_before(r.named)):
        return same
    counted = from_named(r)
    return counted if counted or UNITS[r.groups["u"]] == "day" else ago(r)


_UNITS = word_set(" ".join(UNITS))
_PERIOD = word_set("period quarter half month week")
_DAY = word_set("night evening morning afternoon")

RULES: tuple[Rule, ...] = (
    rule(
        "later",
        rf"\b(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS})\s(?P<way>later|afterwards?|on(?=,))\b(?!\sthan\b)",
        from_named,
        word_set("later afterwards afterward on"),
        _UNITS,
    ),
    rule(
        "some-later",
        r"(?:(?<=[.,;:“\"(\n]\s)|(?<![\s\S])|(?<=\n)|(?<=\b(?:just|only|said|told)\s)|(?<=\b(?:and|but)\s))"
        r"(?P<u>[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears)\s"
        r"(?:later|afterwards?)\b(?!\sthan\b)",
        some_later,
        word_set("later afterwards afterward"),
        word_set("days weeks months years"),
    ),
    rule(
        "next-unit",
        rf"\b(?P<the>[Tt]he\s)(?P<way>next|following|preceding|previous)\s(?P<u>day|week|month|year|{_PART_OF_DAY})\b(?!-)",
        from_named,
        word_set("next following preceding previous"),
        word_set("day week month year night evening morning afternoon"),
    ),
    rule(
        "same-period",
        rf"\b(?:(?P<the>[Tt]he\s)(?:{_SAME}\s)?|(?P<the2>same\s))(?P<y>{Y})(?:/\d\d)?\s(?:period|quarter|half|month)\b",
        same_period,
        _PERIOD,
        A_YEAR,
    ),
    rule(
        "same-period",
        rf"\b(?P<the>[Tt]he\s)(?:{_SAME})\s(?:week|month|period|quarter|time)\s"
        rf"(?:of\s(?P<y>{Y})|(?:of\s|in\s)?(?P<ago>{_A_YEAR_BACK}))\b",
        same_period,
        word_set("period quarter half month week time"),
        word_set("same comparable corresponding like similar equivalent"),
    ),
    rule(
        "same-period",
        rf"\b(?P<the>[Tt]he\s)?(?:{_SAME}\s)?(?P<ago>year[-\s](?:ago|earlier)|prior[-\s]year)\s(?:month|period|quarter|week|half)\b",
        same_period,
        _PERIOD,
        word_set("ago earlier prior"),
    ),
    rule(
        "same-month",
        rf"\b(?P<the>[Tt]he\s)(?:{_SAME})\s(?P<m>{M})(?:\s(?P<y>{Y}))?\s(?:month|period)\b",
        same_month,
        A_MONTH,
        _PERIOD,
    ),
    rule(
        "same-unit",
        r"\b(?P<the>[Tt]he\ssame|[Tt]hat(?:\ssame)?)\s(?:very\s)?(?P<u>day|week|month|year)\b"
        r"(?!-|\s(?:that|as|when|after|before|which|in\swhich|of)\b|(?<!\b[Ii]n\sthe\ssame\syear)\sthe\b)",
        from_named,
        word_set("same that"),
        word_set("day week month year"),
    ),
    rule(
        "same-day",
        rf"\b(?P<the>[Tt]hat|[Tt]he\ssame)\s(?:same\s)?(?:{_PART_OF_DAY})\b(?!\s(?:that|as|when|of)\b)",
        from_named,
        word_set("that same"),
        _DAY,
    ),
    rule(
        "same-unit",
        rf"\b(?P<the>[Tt]hat)\s(?:same\s)?(?:weekend|(?P<s>{SEASON_WORDS}))\b(?!\s(?:that|as|when|of)\b)",
        of_named,
        word_set("that"),
        A_SEASON | {"weekend"},
    ),
    rule(
        "before",
        rf"\b(?P<the>[Tt]he\s)(?P<u>day|week|month|year|{_PART_OF_DAY})\s(?P<way>before|earlier|after){_CLAUSE_ENDS}",
        before_named,
        word_set("before earlier after"),
        word_set(f"day week month year {_PART_OF_DAY.replace('|', ' ')}"),
    ),
    rule(
        "earlier",
        rf"\b(?P<c>{COUNT_WORDS})\s(?P<u>years?|months?|weeks?|days?|decades?)\s"
        rf"(?:(?P<way>earlier)\b(?!\sthan\b)|(?P<way2>before){_CLAUSE_ENDS})",
        earlier,
        word_set("earlier before"),
        word_set("year years month months week weeks day days decade decades"),
    ),
)
