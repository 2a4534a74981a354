"""Stretches and days that are told by another: "the year to March", "last Nov. 2", "May to July", "a fortnight ago"."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.days import day
from factcheck.text.dates.timex.months import month
from factcheck.text.dates.timex.rules import (
    A_MONTH,
    A_NUMBER,
    A_STEP,
    A_YEAR,
    Reading,
    Rule,
    count_of,
    month_number,
    rule,
    shifted,
    word_set,
)
from factcheck.text.dates.timex.words import COUNT_WORDS, DECADES, STEP, D, M, Y

_FORTNIGHT = 2  # weeks
_COUNT = r"(?:two|three|six|nine|twelve|\d{1,2})"


def months_to(r: Reading) -> Period | None:
    """Read "the year to March", "the 12 months ended 31 May 2021": so many months that end with what is named."""
    end = day(r) if "d" in r.groups else month(r)
    if end is None:
        return None
    count = count_of(r.groups["c"]) if "c" in r.groups else periods.MONTHS_OF_YEAR
    last = end.end
    before = periods.month(last.year, last.month - count)
    whole = last == periods.month(last.year, last.month).end
    first = before.end if whole else before.start.replace(day=min(last.day, before.end.day))
    return Period(first + timedelta(days=1), last, Precision.INTERVAL)


def years_to(r: Reading) -> Period | None:
    """Read "the five years to 2024": so many years, of which the year named is the last."""
    count, last = count_of(r.groups["c"]), int(r.groups["y"])
    return Period(date(last - count + 1, 1, 1), date(last, 12, 31), Precision.INTERVAL) if count > 1 else None


def stepped_day(r: Reading) -> Period | None:
    """Read "last Nov. 2", "next Jan. 5": the day that came, or will come, before or after the anchor's."""
    if r.anchor is None:
        return None
    number, at = month_number(r.groups["m"]), int(r.groups["d"])
    step = STEP[r.groups["step"].lower()]
    if step == 0:
        return periods.day(r.anchor.year, number, at)
    year = periods.nearest_year(r.anchor, number, at, forward=step > 0)
    same = (r.anchor.month, r.anchor.day) == (number, at)
    return periods.day(year + (step if same else 0), number, at)


def months_between(r: Reading) -> Period | None:
    """Read "May to July": from the first of the one to the last of the other."""
    low, high = month_number(r.groups["m"]), month_number(r.groups["n"])
    last = r.year_of(high, 1)
    if last is None:
        return None
    return periods.months(last - (low > high), low, (high - low) % periods.MONTHS_OF_YEAR + 1, Precision.INTERVAL)


def fortnight(r: Reading) -> Period | None:
    """Read "a fortnight ago": the week two weeks back."""
    return None if r.anchor is None else shifted(r.anchor, "week", -_FORTNIGHT)


def decade_in_words(r: Reading) -> Period | None:
    """Read "the nineties": of the century before this one, but for the noughties."""
    first = DECADES[r.groups["decade"].lower()]
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(r.groups.get("part", ""), (0, 9))
    return Period(periods.year(first + low).start, periods.year(first + high).end, Precision.INTERVAL)


_NO_COUNT = r"[-–/.,]?\d|[-–][a-z]"
_END = rf"(?:(?:the\s)?end\sof\s)?(?:(?P<d>{D})\s(?P<m>{M})|(?P<m2>{M})(?:\s(?P<d2>{D})(?!\d))?)(?:,?\s(?P<y>{Y})\b)?"

RULES: tuple[Rule, ...] = (
    rule(
        "year-to",
        rf"\b(?P<the>[Tt]he\s)?(?:(?:full\s)?year|(?P<c>{_COUNT})\smonths)(?:['’]s)?\s(?:to|ended|ending|through)\s{_END}",
        months_to,
        A_MONTH,
        word_set("year months"),
    ),
    rule(
        "years-to",
        rf"(?<!\bto\s)\b(?P<the>[Tt]he\s)?(?P<c>{COUNT_WORDS})\syears\s(?:up\s)?(?:to|ended|ending|through)\s"
        rf"(?P<y>(?:19|20)\d\d)\b(?!{_NO_COUNT})",
        years_to,
        A_YEAR,
        word_set("years"),
    ),
    rule(
        "step-month-day",
        rf"\b(?P<step>[Ll]ast|[Nn]ext|[Tt]his\spast)\s(?P<m>{M})\.?\s(?P<d>{D})(?:st|nd|rd|th)?\b(?!,?\s{Y}\b)",
        stepped_day,
        A_MONTH,
        A_STEP,
        A_NUMBER,
    ),
    rule(
        "months",
        rf"\b(?P<m>{M})\s(?:to|through|until)\s(?P<n>{M})(?!\s\d\d?\b)(?:,?\s(?:of\s)?(?P<y>{Y})\b)?(?!\w)",
        months_between,
        A_MONTH,
        word_set("to through until"),
    ),
    rule("fortnight-ago", r"\b(?P<a>[Aa])\sfortnight\sago\b", fortnight, word_set("fortnight")),
    rule(
        "decade-in-words",
        rf"\b(?P<the>[Tt]he\s)(?:(?P<part>early|mid|late)[-\s])?(?P<decade>(?i:{'|'.join(DECADES)}))\b",
        decade_in_words,
        word_set(" ".join(DECADES)),
    ),
)
