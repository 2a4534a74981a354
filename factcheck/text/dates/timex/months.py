"""Months and their parts, stretches of months, quarters, halves and seasons."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.rules import (
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
from factcheck.text.dates.timex.words import (
    COUNT_WORDS,
    IN,
    MONTHLY,
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

_END_OF_WINTER = 2  # February
_HALF_A_YEAR = 150  # days; "this winter" with a verb in the past, said in June, is the last one


def month(r: Reading) -> Period | None:
    """Read a month, or a part of one."""
    number = month_number(r.groups["m"])
    part = r.groups.get("part", "").lower()
    if "told" in r.groups:
        year = r.anchor.year + STEP[r.groups["told"].lower()] if r.anchor else None
    elif step := STEP.get(r.groups.get("step", "").lower()):
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


def season(r: Reading) -> Period | None:
    """Read a season, of a year that is named or told, or the one about the anchor."""
    name = SEASONS[r.groups["s"].lower()]
    if r.groups.get("y"):
        whole = periods.season(int(r.groups["y"]), name)
        part = r.groups.get("part")
        return periods.part_of(whole, part_named(part.lower())) if part else whole
    if r.anchor is None:
        return None
    if "told" in r.groups:
        return periods.season(r.anchor.year + STEP[r.groups["told"].lower()], name)
    this = _season_about(r.anchor, name)
    if part := r.groups.get("part"):
        return periods.part_of(this, part_named(part.lower()))
    step = STEP.get(r.groups.get("step", "").lower(), 0)
    if step == 0 and r.looks.past and not r.forward and (this.start - r.anchor).days > _HALF_A_YEAR:
        return periods.season(this.start.year - 1, name)
    other = (step < 0 and this.end >= r.anchor) or (step > 0 and this.start <= r.anchor)
    return periods.season(this.start.year + step, name) if other else this


def _season_about(anchor: date, name: str) -> Period:
    """Return the season of the anchor's year; January belongs to the winter that began the year before."""
    return periods.season(anchor.year - (name == "winter" and anchor.month <= _END_OF_WINTER), name)


def week_of_month(r: Reading) -> Period | None:
    """Read "the last week of August": its last seven days."""
    whole = month(r)
    if whole is None:
        return None
    six = timedelta(days=6)
    weeks = ORDINALS[r.groups["q"]] - 1
    first = whole.end - six if r.groups["q"] in ("last", "final") else whole.start + timedelta(weeks=weeks)
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


def _stepped_month_year(anchor: date | None, number: int, step: int) -> int | None:
    if anchor is None:
        return None
    if step < 0:
        return anchor.year - (number >= anchor.month)
    return anchor.year + (number <= anchor.month)


RULES: tuple[Rule, ...] = (
    rule(
        "month-year",
        rf"\b(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s](?:in\s)?)?(?P<m>{M})(?:,?\s(?:of\s)?(?P<y>{Y})\b)",
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
        rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s](?:in\s)?(?P<m>{M})(?!\s\d)",
        month,
        A_MONTH,
        word_set("mid early late end"),
    ),
    rule(
        "end-month",
        rf"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        month,
        A_MONTH,
        A_BOUND,
    ),
    rule("step-month", rf"\b(?P<step>{STEPS})\s(?P<m>{M})(?!\s\d)", month, A_MONTH, A_STEP),
    rule(
        "step-month",
        rf"\b(?P<m>{M}),?\s(?:of\s)?(?P<told>this|last|next)\syear\b",
        month,
        A_MONTH,
        A_STEP,
    ),
    rule(
        "in-month",
        rf"\b{IN}\s(?P<m>{M})(?!(?<=\bJan)\s[A-Z])"  # "through Jan Petersen’s header"
        r"(?!\s?\d(?!\d?(?:[.,]\d|\s(?:pct|percent|per\scent|Prozent|Million|Milliard|Tausend))))",
        month,
        A_MONTH,
    ),
    rule(
        "the-month",
        rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?P<m>{M})(?=\s[a-z]{{4,}})(?!\s(?:with|from|that)\b)",
        month,
        A_MONTH,
    ),
    rule("bare-month", rf"(?<![\w'’-])(?P<m>{PLAIN_MONTHS})\b(?![-/]|\s?\d)", month, A_MONTH),
    rule(
        "the-month",
        rf"\b[Aa]n?\s(?P<m>{M})(?=\s[A-Z])|(?:\b[a-z][\w-]*|[.!?]|\s)\s+(?P<m2>March|April|May)(?=\s{MONTHLY})",
        month,
        A_MONTH,
    ),
    rule(
        "month-of", rf"\b(?P<the>[Tt]he\s)month\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?", month, A_MONTH, word_set("month")
    ),
    rule(
        "season",
        rf"\b(?:(?P<the>[Tt]he\s)(?=\w+\sof\s))?(?P<s>{SEASON_WORDS})\s(?:of\s)?(?P<y>{Y})\b",
        season,
        A_SEASON,
        A_YEAR,
    ),
    rule(
        "season",
        rf"\b(?P<the>[Tt]he\s)(?P<s>{SEASON_WORDS})\sof\s(?P<told>last|this|next)\syear\b",
        season,
        A_SEASON,
        A_STEP,
    ),
    rule("step-season", rf"\b(?P<step>{STEPS})\s(?P<s>{SEASON_WORDS})\b(?!\sof\s\d)", season, A_SEASON, A_STEP),
    rule(
        "part-season",
        rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s](?P<s>{SEASON_WORDS})\b(?:\s(?:of\s)?(?P<y>{Y})\b|(?!\s{NOUN}))",
        season,
        A_SEASON,
        word_set("mid early late"),
    ),
    rule(
        "week-of-month",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>first|second|third|fourth|last|final)\sweek\s(?:of|in)\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        week_of_month,
        A_MONTH,
        word_set("week"),
    ),
    rule(
        "months",
        rf"\b(?:(?P<the>[Tt]he\s)(?=\S+\s(?:quarter|period)))?(?P<m>{M})[-–/](?P<n>{M})(?!\s\d\d?\b)"
        rf"(?:\s(?:quarter|period))?(?:\s(?:of\s)?(?P<y>{Y}))?(?!\w)",
        months,
        A_MONTH,
    ),
    rule(
        "in-season",
        rf"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Tt]hroughout|[Bb]y|[Uu]ntil)\s(?P<the>the\s)(?P<s>{SEASON_WORDS})|"
        rf"(?:[Ss]ince|[Bb]efore|[Aa]fter)\s(?P<the2>the\s)(?P<s2>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter))\b"
        r"(?!\sof\b|\s(?:months?|weather|heat|recess|break|[Oo]lympics|[Gg]ames|session|semester|days?|holidays?|time)\b)",
        season,
        A_SEASON,
    ),
)
