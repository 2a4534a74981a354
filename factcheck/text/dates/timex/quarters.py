"""Quarters, halves and the first months of a year; of the fiscal year where the text dates one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import MONTHS_OF_YEAR, Period
from factcheck.text.dates.timex.rules import (
    A_MONTH,
    A_NUMBER,
    A_YEAR,
    Reading,
    Rule,
    count_of,
    month_number,
    rule,
    whole_year,
    word_set,
)
from factcheck.text.dates.timex.words import COUNT_WORDS, EARNED, ORDINALS, STEP, UNITS, M, Y

_REPORTED = 60  # days after its end in which a quarter is still "expected to" bring something
_ANY_QUARTER = word_set("quarter quarters")
_QUARTER, _HALF = word_set("quarter qtr"), word_set("half")
_NTH = r"[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th"
_FISCAL = r"(?:[Ff]iscal|[Ff]inancial)"
_OF_YEAR = (
    rf"(?:(?:the\s)?"
    rf"(?:{_FISCAL}\s|calendar\s)?(?P<y>{Y})(?:/\d\d)?(?:\s(?:{_FISCAL}|calendar)\syear)?|"
    rf"(?:(?:the|its|their)\s)?(?P<step>this|last|next|current|previous)\s"
    rf"(?:{_FISCAL}\s|calendar\s)?year)"
)
_THE_YEAR = rf"(?:{_OF_YEAR}|(?P<whole>the|its|their)\s(?:{_FISCAL}\s|calendar\s|current\s)?year)"
_NO_FRAME = (
    r"(?!['’]|\s(?:of|after|in|he|she|they|we|that|since|with|as|on|following|there|here|is|are|was|were|to|alone)\b)"
)
_DATED = re.compile(
    rf"(?i:\b(?:(?P<q>first|second|third|fourth)[-\s](?:fiscal[-\s])?quarter|{_FISCAL}\syear(?:\s{Y})?),?\s"
    rf"(?:which\s|that\s)?(?P<way>ended|ending|ends?|began|begins?|beginning|starting|starts|started)\s(?:on\s|in\s)?)(?P<m>{M})"
)


def fiscal_year_end(text: str, start: int, end: int) -> int:
    """Return the month in which the fiscal year of a text ends: 12 where it dates none.

    Read from "third quarter, ending March 31" and "the fiscal year, which began in October".
    """
    stretch = text[start:end].lower()
    told = "quarter" in stretch or "fiscal" in stretch or "financial" in stretch
    found = _DATED.search(text, start, end) if told else None
    if found is None:
        return MONTHS_OF_YEAR
    month, way = month_number(found["m"]), found["way"].lower()
    if way.startswith(("b", "s")):
        month -= 1 if not found["q"] else -2
    number = ORDINALS[found["q"].lower()] if found["q"] else 4
    return (month + 3 * (4 - number) - 1) % MONTHS_OF_YEAR + 1


def quarter(r: Reading) -> Period | None:
    """Read a quarter of a year."""
    word = r.groups["q"].lower()
    number = int(word) if word.isdigit() else ORDINALS[word]
    if r.groups.get("y"):
        return _quarter_of(r, whole_year(r.groups["y"]), number)
    if r.anchor is None:
        return None
    if "step" in r.groups:
        return _quarter_of(r, r.anchor.year + STEP[r.groups["step"].lower()], number)
    return _nearest_quarter(r, r.anchor, number)


def _quarter_of(r: Reading, year: int, number: int) -> Period:
    """Return a quarter of the fiscal year that ends in `year`."""
    return periods.months(year, r.fiscal - 3 * (4 - number) - 2, 3, Precision.QUARTER)


def _nearest_quarter(r: Reading, anchor: date, number: int) -> Period:
    """Return the quarter that last began, or the next one where the words look ahead."""
    found = [_quarter_of(r, anchor.year + step, number) for step in (-1, 0, 1, 2)]
    just_ended = any(0 < (anchor - one.end).days <= _REPORTED for one in found)
    if r.forward and not just_ended:
        return next(one for one in found if one.end >= anchor)
    return next(one for one in reversed(found) if one.start <= anchor)


def quarters(r: Reading) -> Period | None:
    """Read "the third and fourth quarters of 1987"."""
    one = quarter(r)
    other = one and quarter(replace(r, groups={**r.groups, "q": r.groups["e"]}))
    return Period(one.start, other.end, Precision.INTERVAL) if one and other and one.start < other.end else None


def quarter_of_month(r: Reading) -> Period | None:
    """Read "the June quarter": the three months that end with it."""
    number = month_number(r.groups["m"])
    year = r.year_of(number, 1)
    return None if year is None else periods.months(year, number - 2, 3, Precision.QUARTER)


def months_of_year(r: Reading) -> Period | None:
    """Read "the first nine months of the year", "the first six weeks of 2019", and "the first four months" alone."""
    count, unit = count_of(r.groups["c"]), UNITS[r.groups["u"].lower()]
    year = _year_named(r)
    if year is None or not 1 <= count <= {"month": MONTHS_OF_YEAR, "week": 52, "day": 365}[unit]:
        return None
    first = r.groups["q"].lower() in ("first", "initial", "1st")
    if unit == "month":
        return periods.months(year, 1 if first else MONTHS_OF_YEAR + 1 - count, count, Precision.INTERVAL)
    whole, length = periods.year(year), timedelta(days=count * (7 if unit == "week" else 1) - 1)
    low = whole.start if first else whole.end - length
    return Period(low, low + length, Precision.INTERVAL)


def half(r: Reading) -> Period | None:
    """Read "the second half of last year", "the first half of May"."""
    first = r.groups["q"].lower() == "first"
    if "m" in r.groups:
        number = month_number(r.groups["m"])
        year = r.year_of(number, 1)
        if year is None:
            return None
        whole, middle = periods.month(year, number), date(year, number, 15)
        low, high = (whole.start, middle) if first else (middle + timedelta(days=1), whole.end)
        return Period(low, high, Precision.INTERVAL)
    number_of_year = _year_named(r)
    if number_of_year is None:
        return None
    return periods.months(number_of_year, 1 if first else 7, 6, Precision.INTERVAL)


def half_named(r: Reading) -> Period | None:
    """Read "H1 2022", "2H21": of the year named."""
    return periods.months(whole_year(r.groups["y"]), 1 if r.groups["q"] == "1" else 7, 6, Precision.INTERVAL)


def half_bare(r: Reading) -> Period | None:
    """Read "in H1": the half that last began."""
    return half(replace(r, groups={"q": "first" if r.groups["q"] == "1" else "second"}))


def _year_named(r: Reading) -> int | None:
    """Return the year of a part of it: named, told from the anchor, or the one in which the part last began."""
    if "y" in r.groups:
        return int(r.groups["y"])
    if r.anchor is None:
        return None
    if "step" in r.groups or "whole" in r.groups or r.forward:
        return r.anchor.year + STEP.get(r.groups.get("step", "").lower(), 0)
    first = r.groups["q"].lower() == "first"
    length = count_of(r.groups["c"]) if "c" in r.groups else 6
    begun = r.anchor.month > (length // 2 if first else MONTHS_OF_YEAR - length)  # "the first half" of one under way
    return r.anchor.year if begun else r.anchor.year - 1


RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        rf"\b(?:(?P<the>[Tt]he\s)(?!(?:[Ff]iscal\s)?\w+[-\s](?:quarter|qtr)\s{EARNED}))?(?:(?P<f>{_FISCAL})\s)?"
        rf"(?P<q>{_NTH})[-\s](?:fiscal[-\s])?(?:quarter|qtr)"
        rf"(?:,?\s(?:of\s)?{_OF_YEAR}|\sof\sthe\s(?:{_FISCAL}\s|calendar\s)?year)?\b(?!-)",
        quarter,
        _QUARTER,
    ),
    rule(
        "quarter",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]inal|[Ll]ast)[-\s]quarter\sof\s{_THE_YEAR}\b",
        quarter,
        _QUARTER,
    ),
    rule(
        "quarter",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>{_NTH}|[Ff]inal|[Ll]ast)\s(?P<y>{Y})(?:/\d\d)?[-\s]quarter\b",
        quarter,
        _QUARTER,
        A_YEAR,
    ),
    rule(
        "quarters",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>{_NTH})\s(?:and|or)\s(?P<e>{_NTH})[-\s]quarters?(?:\sof\s{_OF_YEAR})?\b",
        quarters,
        _ANY_QUARTER,
    ),
    rule(
        "year-quarter",
        rf"\b(?:(?P<the>[Tt]he\s)(?!\d+\s\w+[-\s]quarter\s{EARNED}))?"
        rf"(?:(?P<y>{Y})(?:['’]s)?|(?P<step>[Tt]his|[Ll]ast|[Nn]ext)\syear['’]s)\s"
        rf"(?P<q>{_NTH}|[Ff]inal|[Ll]ast)[-\s](?:quarter|qtr)\b",
        quarter,
        _QUARTER,
    ),
    rule(
        "q",
        rf"\b(?P<a>Q)(?P<q>[1-4])(?:[-\s](?:of\s)?(?:FY\s?|fiscal\s)?['’]?(?P<y>{Y}|(?<=['’Y])\d\d))?\b",
        quarter,
        word_set("q"),
    ),
    rule("q", rf"\b(?P<y>{Y})\sQ(?P<q>[1-4])\b", quarter, word_set("q"), A_YEAR),
    rule(
        "month-quarter",
        rf"\b(?:(?P<the>[Tt]he\s)(?!\S+\s(?:quarter|qtr)\s{EARNED}))?(?P<m>{M})(?:\s(?P<y>{Y}))?[-\s](?:quarter|qtr)\b",
        quarter_of_month,
        A_MONTH,
        _QUARTER,
    ),
    rule(
        "q",
        rf"\b(?P<q>[1-4])(?P<a>Q)(?:\s?(?:of\s)?['’]?(?P<y>{Y}|\d\d))?\b",
        quarter,
        word_set("q qof"),
    ),
    rule(
        "h",
        rf"\b(?:(?P<a>H)(?P<q>[12])|(?P<q2>[12])(?P<a2>H))(?:[-\s]?(?:of\s)?(?:FY\s?)?['’]?(?P<y>{Y}|(?<=['’Y])\d\d|(?<=H)\d\d))\b",
        half_named,
        A_NUMBER,
        word_set("h hof hfy"),
    ),
    rule(
        "h",
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ff]or\s)|(?<=\b[Oo]f\s))(?P<a>H)(?P<q>[12])\b(?!\s\d|-)",
        half_bare,
        A_NUMBER,
        word_set("h"),
    ),
    rule("h", rf"\b(?P<y>{Y})[-\s]H(?P<q>[12])\b", half_named, A_YEAR, word_set("h")),
    rule(
        "months-of-year",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ll]ast|[Ff]inal|[Ii]nitial)\s(?P<c>{COUNT_WORDS})\s(?P<u>months|weeks|days)\sof\s"
        rf"(?:{_THE_YEAR})\b",
        months_of_year,
        word_set("months weeks days"),
        word_set("first last final initial"),
    ),
    rule(
        "months-of-year",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst)\s(?P<c>{COUNT_WORDS})\s(?P<u>months)\b{_NO_FRAME}",
        months_of_year,
        word_set("months"),
        word_set("first"),
    ),
    rule(
        "half",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ss]econd)[-\s]half\s(?:of\s)?{_THE_YEAR}\b",
        half,
        _HALF,
    ),
    rule(
        "half",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ss]econd)\s(?P<y>{Y})(?:/\d\d)?\shalf\b",
        half,
        _HALF,
        A_YEAR,
    ),
    rule(
        "half",
        rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ss]econd)\shalf\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y}))?",
        half,
        _HALF,
        A_MONTH,
    ),
    rule("half", rf"\b(?P<q>[Ff]irst|[Ss]econd)[-\s]half(?=\s{EARNED})", half, _HALF),
)
