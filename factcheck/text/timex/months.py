"""Months and their parts, stretches of months, quarters, halves and seasons."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text import periods
from factcheck.text.periods import Period
from factcheck.text.timex.rules import (
    A_BOUND,
    A_MONTH,
    A_SEASON,
    A_STEP,
    A_YEAR,
    Reading,
    Rule,
    count_of,
    month_number,
    part_named,
    rule,
    word_set,
)
from factcheck.text.timex.words import (
    COUNT_WORDS,
    EARNED,
    IN,
    NOUN,
    ORDINALS,
    PLAIN_MONTHS,
    SEASON_WORDS,
    SEASONS,
    STEP,
    STEPS,
    M,
    Y,
)


def month(r: Reading) -> Period | None:
    """Read a month, or a part of one."""
    number = month_number(r.groups["m"])
    part = r.groups.get("part", "").lower()
    if step := STEP.get(r.groups.get("step", "").lower()):
        year = _stepped_month_year(r.anchor, number, step)
    elif "y" not in r.groups and r.anchor and r.anchor.month == number:
        year = r.anchor.year  # the month that runs is the nearest whichever way the words look
    else:
        year = r.year_of(number, 1)
    if year is None or not periods.MIN_YEAR <= year <= periods.MAX_YEAR:
        return None
    whole = periods.month(year, number)
    return periods.part_of(whole, part_named(part)) if part else whole


def days_of_month(r: Reading) -> Period | None:
    """Read "the first ten days of June"."""
    whole, count = month(r), count_of(r.groups["c"])
    if whole is None or not 1 <= count <= whole.end.day:
        return None
    span = timedelta(days=count - 1)
    if r.groups["q"] == "first":
        return Period(whole.start, whole.start + span, Precision.INTERVAL)
    return Period(whole.end - span, whole.end, Precision.INTERVAL)


def quarter(r: Reading) -> Period | None:
    """Read a quarter of a year."""
    number = ORDINALS[r.groups["q"].lower()] if not r.groups["q"].isdigit() else int(r.groups["q"])
    if r.groups.get("y"):
        return periods.quarter(int(r.groups["y"]), number)
    if r.anchor is None:
        return None
    step = STEP.get(r.groups.get("step", "").lower())
    if step is not None:
        return periods.quarter(r.anchor.year + step, number)
    year = periods.nearest_year(r.anchor, 3 * number - 2, 1, forward=r.forward)
    return periods.quarter(year, number)


def season(r: Reading) -> Period | None:
    """Read a season, of a year that is named or the one about the anchor."""
    name = SEASONS[r.groups["s"].lower()]
    if r.groups.get("y"):
        return periods.season(int(r.groups["y"]), name)
    if r.anchor is None:
        return None
    this = periods.season(r.anchor.year, name)
    if name == "winter" and r.anchor.month < 3:  # noqa: PLR2004 - January belongs to the winter that began last year
        this = periods.season(r.anchor.year - 1, name)
    if part := r.groups.get("part"):
        return periods.part_of(this, part_named(part.lower()))
    step = STEP.get(r.groups.get("step", "").lower(), 0)
    if step < 0 and this.end >= r.anchor:
        return periods.season(this.start.year - 1, name)
    if step > 0 and this.start <= r.anchor:
        return periods.season(this.start.year + 1, name)
    return this


def week_of_month(r: Reading) -> Period | None:
    """Read "the last week of August": its last seven days."""
    whole = month(r)
    if whole is None:
        return None
    six = timedelta(days=6)
    first = whole.start if r.groups["q"] == "first" else whole.end - six
    return Period(first, first + six, Precision.WEEK)


def months(r: Reading) -> Period | None:
    """Read "October/December": from the first of the one to the last of the other; three of them are a quarter."""
    low, high = month_number(r.groups["m"]), month_number(r.groups["n"])
    first = r.year_of(low, 1)
    if first is None:
        return None
    count = (high - low) % 12 + 1
    quarterly = count == 3 and low % 3 == 1  # noqa: PLR2004 - the months of a quarter
    return periods.months(first, low, count, Precision.QUARTER if quarterly else Precision.INTERVAL)


def months_of_year(r: Reading) -> Period | None:
    """Read "the first nine months of the year"."""
    number, count = _year_named(r), count_of(r.groups["c"])
    if number is None or not 1 <= count <= periods.MONTHS_OF_YEAR:
        return None
    first = 1 if r.groups["q"] == "first" else periods.MONTHS_OF_YEAR + 1 - count
    return periods.months(number, first, count, Precision.INTERVAL)


def half(r: Reading) -> Period | None:
    """Read "the second half of last year"."""
    number = _year_named(r)
    if number is None:
        return None
    return periods.months(number, 1 if r.groups["q"].lower() == "first" else 7, 6, Precision.INTERVAL)


def _stepped_month_year(anchor: date | None, number: int, step: int) -> int | None:
    if anchor is None:
        return None
    if step < 0:
        return anchor.year - (number >= anchor.month)
    return anchor.year + (number <= anchor.month)


def _year_named(r: Reading) -> int | None:
    if "y" in r.groups:
        return int(r.groups["y"])
    return r.anchor.year + STEP.get(r.groups["step"].lower(), 0) if r.anchor else None


RULES: tuple[Rule, ...] = (
    rule(
        "month-year",
        rf"\b(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s])?(?P<m>{M})(?:,?\s(?:of\s)?(?P<y>{Y})\b)",
        month,
        A_MONTH,
        A_YEAR,
    ),
    rule(
        "days-of-month",
        rf"\b(?P<the>[Tt]he\s)(?P<q>first|last)\s(?P<c>{COUNT_WORDS})\sdays\sof\s"
        rf"(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        days_of_month,
        A_MONTH,
        word_set("days"),
    ),
    rule(
        "part-month",
        rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s](?P<m>{M})",
        month,
        A_MONTH,
        word_set("mid early late end"),
    ),
    rule(
        "end-month",
        rf"\b(?P<the>the\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        month,
        A_MONTH,
        A_BOUND,
    ),
    rule("step-month", rf"\b(?P<step>{STEPS})\s(?P<m>{M})(?!\s\d)", month, A_MONTH, A_STEP),
    rule("in-month", rf"\b{IN}\s(?P<m>{M})(?!\s?\d)", month, A_MONTH),
    rule(
        "the-month",
        rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?P<m>{M})(?=\s[a-z]{{4,}})(?!\s(?:with|from|that)\b)",
        month,
        A_MONTH,
    ),
    rule("bare-month", rf"(?<![\w'’-])(?P<m>{PLAIN_MONTHS})\b(?![-/]|\s?\d)", month, A_MONTH),
    rule(
        "quarter",
        rf"\b(?:(?P<the>[Tt]he\s)(?!\w+[-\s](?:quarter|qtr)\s{EARNED}))?(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|"
        rf"4th)[-\s](?:quarter|qtr)(?:\s(?:of\s)?(?:(?P<y>{Y})|(?P<step>this|last|next)\syear))?\b",
        quarter,
        word_set("quarter qtr"),
    ),
    rule("q", rf"\bQ(?P<q>[1-4])(?:\s(?P<y>{Y}))?\b", quarter, word_set("q")),
    rule("season", rf"\b(?P<s>{SEASON_WORDS})\s(?:of\s)?(?P<y>{Y})\b", season, A_SEASON, A_YEAR),
    rule("step-season", rf"\b(?P<step>{STEPS})\s(?P<s>{SEASON_WORDS})\b(?!\sof\s\d)", season, A_SEASON, A_STEP),
    rule(
        "part-season",
        rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s](?P<s>{SEASON_WORDS})\b(?!\s{NOUN})",
        season,
        A_SEASON,
        word_set("mid early late"),
    ),
    rule(
        "week-of-month",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>first|last)\sweek\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        week_of_month,
        A_MONTH,
        word_set("week"),
    ),
    rule(
        "months",
        rf"\b(?:(?P<the>[Tt]he\s)(?=\S+\squarter))?(?P<m>{M})/(?P<n>{M})(?:\squarter)?(?:\s(?P<y>{Y}))?\b",
        months,
        A_MONTH,
    ),
    rule(
        "year-quarter",
        rf"\b(?:(?P<the>[Tt]he\s)(?!\d+\s\w+[-\s]quarter\s{EARNED}))?"
        rf"(?:(?P<y>{Y})(?:['’]s)?|(?P<step>[Tt]his|[Ll]ast|[Nn]ext)\syear['’]s)\s"
        rf"(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[-\s]quarter\b",
        quarter,
        word_set("quarter qtr"),
    ),
    rule(
        "months-of-year",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>first|last)\s(?P<c>{COUNT_WORDS})\smonths\sof\s"
        rf"(?:(?P<y>{Y})|(?P<step>this|last|next|the)\syear)\b",
        months_of_year,
        word_set("months"),
    ),
    rule(
        "half",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ss]econd)[-\s]half\sof\s"
        rf"(?:(?P<y>{Y})|(?P<step>this|last|next|the)\syear)\b",
        half,
        word_set("half"),
    ),
    rule(
        "in-season",
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Tt]hroughout)\s(?P<the>the\s)(?P<s>{SEASON_WORDS})\b(?!\sof\b)",
        season,
        A_SEASON,
    ),
)
