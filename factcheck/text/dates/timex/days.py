"""Days of the calendar, stretches of them, weekdays, holidays and named days ("yesterday")."""

from __future__ import annotations

import calendar
import re
from datetime import timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.rules import (
    A_DASH,
    A_DOT,
    A_MONTH,
    A_NUMBER,
    A_SLASH,
    A_STEP,
    A_WEEKDAY,
    A_YEAR,
    TWO_DOTS,
    Reading,
    Rule,
    month_number,
    rule,
    word_set,
)
from factcheck.text.dates.timex.words import (
    AMOUNT,
    COUNTS,
    DAY_ORDINALS,
    DAY_WORDS,
    DAY_WORDS_CAPITAL,
    DAYS,
    DAYS_IN_ORDER,
    HOLIDAY_NAMES,
    HOLIDAYS,
    JOIN,
    LATE,
    MN,
    NAMED_WEEKDAYS,
    NOUN,
    OUTLET,
    STEP,
    STEPS,
    TH,
    WEEKDAYS,
    D,
    M,
    W,
    Y,
    holiday_key,
)

LEAP_DAY = (2, 29)


def day(r: Reading) -> Period | None:
    """Read a day of the calendar."""
    month = month_number(r.groups["m"]) if "m" in r.groups else int(r.groups["mn"])
    named = r.groups.get("dw", "").lower()
    number = int(r.groups["d"]) if "d" in r.groups else DAYS_IN_ORDER.get(named) or COUNTS[named]
    year = r.year_of(month, number)
    if year is not None and not r.groups.get("y") and (month, number) == LEAP_DAY:
        year -= next(step for step in range(9) if calendar.isleap(year - step))
    return None if year is None else periods.day(year, month, number)


def same_day(r: Reading) -> Period | None:
    """Read "5/5/2020", one day in either order; what "4/5/2020" is, the rest of the text may tell."""
    return day(r) if int(r.groups["mn"]) == int(r.groups["d"]) else None


def no_day(_: Reading) -> Period | None:
    """Read "on 32 January": no month has such a day."""
    return None


def days(r: Reading) -> Period | None:
    """Read a stretch of days."""
    month, first, last = month_number(r.groups["m"]), int(r.groups["d"]), int(r.groups["e"])
    end_month = month_number(r.groups["n"]) if r.groups.get("n") else month
    year = r.year_of(month, first)
    if year is None:
        return None
    low, high = periods.day(year, month, first), periods.day(year, end_month, last)
    return Period(low.start, high.end, Precision.INTERVAL) if low and high and low.start <= high.end else None


def week_of_day(r: Reading) -> Period | None:
    """Read "the week of June 3"."""
    found = day(r)
    return periods.week(found.start) if found else None


def weekday(r: Reading) -> Period | None:
    """Read a weekday: the last one, or the next where the words look ahead; "every Tuesday" and names are none."""
    if r.anchor is None or "not" in r.groups:
        return None
    step = STEP.get(r.groups.get("step", "").lower())
    forward = r.forward if step is None else step >= 0
    strict = step is not None and step != 0
    return periods.weekday(r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=forward, strict=strict)


def weekday_of_week(r: Reading) -> Period | None:
    """Read "Friday of last week"."""
    if r.anchor is None:
        return None
    monday = periods.shift(r.anchor, "week", STEP[r.groups["told"].lower()]).start
    return periods.one_day(monday + timedelta(days=WEEKDAYS[r.groups["w"].lower()]))


def coming_weekday(r: Reading) -> Period | None:
    """Read "by Thursday", "midnight Thursday": a limit lies ahead, unless a verb in the past stands before it."""
    if r.anchor is None:
        return None
    return periods.weekday(
        r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=r.forward or not r.looks.past, strict=False
    )


def weekday_week(r: Reading) -> Period | None:
    """Read "Monday week", "a week on Monday": a week after the next one; "a week last Monday": one before the last."""
    if r.anchor is None:
        return None
    back = r.groups.get("step", "").lower() == "last"
    weeks = 2 if r.groups["far"].lower() == "fortnight" else 1
    near = periods.weekday(r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=not back, strict=True)
    return periods.one_day(near.start + timedelta(weeks=-weeks if back else weeks))


def weekend(r: Reading) -> Period | None:
    """Read "the weekend": the last one, or the next where the words look ahead."""
    if r.anchor is None:
        return None
    saturday = periods.weekday(r.anchor, 5, forward=r.forward, strict=False).start
    return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)


def attacks(_: Reading) -> Period | None:
    """Read "the Sept. 11 attacks": those of 2001."""
    return periods.day(2001, 9, 11)


def holiday(r: Reading) -> Period | None:
    """Read a holiday that falls on one day: of the year that is named, else the one nearest in the direction told."""
    name = holiday_key(r.groups["h"])
    if name == "9/11":
        return attacks(r)
    if r.groups.get("y"):
        return periods.holiday(int(r.groups["y"]), name)
    if r.anchor is None:
        return None
    found = [one for step in (-1, 0, 1) if (one := periods.holiday(r.anchor.year + step, name))]
    ahead = next((one for one in found if one.start >= r.anchor), None)
    behind = next((one for one in reversed(found) if one.start <= r.anchor), None)
    if ahead is None or behind is None:
        return ahead or behind
    since, until = (r.anchor - behind.start).days, (ahead.start - r.anchor).days
    if r.forward:
        return behind if _MUCH_NEARER * since < until else ahead
    return ahead if (_MUCH_NEARER if r.looks.past else _NEARER) * until < since else behind


def named_day(r: Reading) -> Period | None:
    """Read "yesterday", "tonight"."""
    if r.anchor is None:
        return None
    word = r.groups["t"].lower()
    return periods.one_day(r.anchor + timedelta(days=DAYS.get(word, -1 if word.startswith("last") else 0)))


_NEARER, _MUCH_NEARER = (
    3,
    10,
)  # so many times nearer, a holiday is meant ("three weeks before Election Day"); the second against a verb
_FEAST = frozenset(word for name in HOLIDAY_NAMES for word in name.lower().split()[-1:]) | {"mayo", "july"}
_OPENS_FEAST = word_set(" ".join(re.findall(r"(?m)^(?:the\s)?([^\W\d_]+)", "\n".join(HOLIDAY_NAMES))))
"""The first words of their names: of the last ones, "Monday" and "day" stand in any text."""

_SHORT_DOTTED = r"(?P<d>0[1-9]|[12]\d|3[01])\.(?P<mn>0[1-9]|1[0-2])\.(?P<y>\d\d)(?!\d|\.\d)"
"""A day with a year of two digits, which in English is more often a version: there it needs a word of dates before."""
_NAMES_NUMBERED = ("Version", "version", "macOS", "OS X", "iOS", "Release", "Update", "Kapitel", "Abschnitt", "Ziffer")
_NO_VERSION = "".join(rf"(?<!{name}\s)" for name in (*_NAMES_NUMBERED, "Nummer", r"Nr\."))

_NO_LAST_OF_MANY = (
    r"(?!(?:(?<=\b[Tt]he\s)|(?<=\b[Aa]\s)|(?<=\b[Ii]ts\s)|(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s)|(?<=\b[Oo]ur\s)|(?<=\b[Mm]y\s)|"
    rf"(?<=\b[Tt]heir\s)|(?<=\bvery\s)|(?<=['’]s\s))last\s(?:night|evening)\s(?:of\b|{NOUN}))"
)
"""What "the last night boat" and "the last evening of the fair" are no yesterday by."""

RULES: tuple[Rule, ...] = (
    rule("iso", rf"(?<![\d-])(?P<y>{Y})-(?P<mn>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)", day, A_YEAR, A_DASH),
    rule(
        "dotted",
        rf"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Dd]ated|[Aa]m|[Vv]om|[Ss]eit|[Bb]is|(?:Date|Posted|Published|Stand|Datum):|{W},)\s"
        rf"{_SHORT_DOTTED}",
        day,
        TWO_DOTS,
    ),
    rule("dotted", rf"(?<![\w.]){_NO_VERSION}{_SHORT_DOTTED}", day, TWO_DOTS, german=True),
    rule(
        "dotted",
        r"\b(?:[Aa]m|[Vv]om|[Zz]um|[Ss]eit|[Bb]is|[Aa]b|[Dd]en|[Dd]em)\s(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<mn>1[0-2]|0?[1-9])\.(?!\d)",
        day,
        word_set("am vom zum seit bis ab den dem"),
        A_NUMBER,
        german=True,
    ),
    rule("dotted", rf"(?<![\d.])(?P<d>{D})\.\s?(?P<mn>1[0-2]|0?[1-9])\.\s?(?P<y>{Y})(?!\d)", day, A_YEAR, A_DOT),
    rule(
        "day-range",
        rf"\b(?P<d>{D}){TH}{JOIN}(?P<e>{D}){TH}\s(?:of\s)?(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        days,
        A_MONTH,
        A_NUMBER,
    ),
    rule(
        "month-day-range",
        rf"\b(?P<m>{M})\s(?P<d>{D}){TH}(?:\s?[-–—]\s?(?P<n>{M})\s|{JOIN})(?P<e>{D})\b(?:st|nd|rd|"
        rf"th)?(?!\d)(?:,?\s(?P<y>{Y})\b)?",
        days,
        A_MONTH,
        A_NUMBER,
    ),
    rule(
        "day-month",
        rf"(?<![\d.,])\b(?P<d>{D}){TH}\s(?:day\s)?(?:of\s)?(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        day,
        A_MONTH,
        A_NUMBER,
    ),
    rule(
        "day-month",
        rf"\b(?:[Tt]he\s)?(?P<dw>{DAY_ORDINALS})\s(?:day\s)?of\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        day,
        A_MONTH,
        word_set("of"),
    ),
    rule(
        "month-day",
        rf"\b(?P<m>{M})\s(?:the\s)?(?P<d>{D})(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,?\s(?P<y>{Y})\b)?",
        day,
        A_MONTH,
        A_NUMBER,
    ),
    rule(
        "month-day-word",
        rf"\b(?P<m>{M})\s(?P<dw>{DAY_WORDS})\b(?:,?\s(?P<y>{Y})\b)?"
        rf"(?=[.,;:)]|\s*$|\s*\n\s|\s(?:to|and|or|through|last|for|with|until|at|after|when|by|but|still|unless)\b)",
        day,
        A_MONTH,
        word_set(DAY_WORDS.lower().replace("|", " ")),
    ),
    rule(
        "month-day-word",
        rf"\b(?P<m>{M})\s(?P<dw>{DAY_WORDS_CAPITAL}|two|three|four|five|six|seven|eight|nine|ten)\b"
        rf"(?:,?\s(?P<y>{Y})\b)?(?!{AMOUNT})",
        day,
        A_MONTH,
        word_set(DAY_WORDS.lower().replace("|", " ")),
    ),
    rule(
        "week-of",
        rf"\b(?P<the>[Tt]he\s)week\s(?:of|beginning|starting)\s(?P<m>{M})\s(?P<d>{D})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>{Y})\b)?",
        week_of_day,
        A_MONTH,
        word_set("week"),
    ),
    rule(
        "month-day-word",
        rf"\b(?:(?:[Oo]n|[Bb]y|[Uu]ntil|[Ee]ffective|[Rr]ecord|[Pp]ay|[Pp]ayable|[Ss]tarting|[Bb]egan)\s)"
        rf"(?P<m>{M})\s(?P<dw>{DAY_WORDS})\b(?:,?\s(?P<y>{Y})\b)?",
        day,
        A_MONTH,
        word_set(DAY_WORDS.lower().replace("|", " ")),
    ),
    rule(
        "step-weekday",
        rf"\b(?P<w>{W})(?:\sof)?\s(?P<told>this|last|next)\sweek\b",
        weekday_of_week,
        A_WEEKDAY,
        A_STEP,
    ),
    rule("step-weekday", rf"\b(?P<step>{STEPS})\s(?P<w>{W})", weekday, A_WEEKDAY, A_STEP),
    rule(
        "by-weekday",
        rf"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|midnight|deadline)\s(?P<w>{W})",
        coming_weekday,
        A_WEEKDAY,
        word_set("by until till before midnight deadline"),
    ),
    rule(
        "weekday-week",
        rf"\b(?P<w>{W})\s(?P<far>week|fortnight)\b(?!-|['’]|\s(?:of|in|that)\b)",
        weekday_week,
        A_WEEKDAY,
        word_set("week fortnight"),
    ),
    rule(
        "weekday-week",
        rf"\b(?P<a>[Aa])\s(?P<far>week|fortnight)\s(?:(?:from|on|come)(?:\snext)?|(?P<step>last))\s(?P<w>{W})",
        weekday_week,
        A_WEEKDAY,
        word_set("week fortnight"),
    ),
    rule(
        "weekday",
        rf"\b(?:(?P<not>[Ee]very|[Ee]ach|News(?=\sSunday)|[Tt]he\s(?:Mail|Sun|Scotland|Wales)\son(?=\sSunday)|"
        rf"{NAMED_WEEKDAYS})\s)?(?P<w>{W})"
        rf"(?!{OUTLET}|\s(?:of|in)\s(?:each|every)\b)",
        weekday,
        A_WEEKDAY,
    ),
    rule("slashed", rf"(?<![\d/])(?P<mn>{MN})/(?P<d>{LATE})/(?P<y>{Y}|\d\d)(?![\d/])", day, A_SLASH),
    rule("slashed", rf"(?<![\d/])(?P<d>{LATE})/(?P<mn>{MN})/(?P<y>{Y}|\d\d)(?![\d/])", day, A_SLASH),
    rule("two-readings", rf"(?<![\d/])(?P<mn>{MN})/(?P<d>{MN})/(?P<y>{Y}|\d\d)(?![\d/])", same_day, A_SLASH),
    rule(
        "no-day",
        rf"\b[Oo]n\s(?P<d>3[2-9]|[4-9]\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
        no_day,
        A_MONTH,
        A_NUMBER,
        word_set("on"),
    ),
    rule(
        "no-day",
        rf"\b[Oo]n\s(?P<m>{M})\s(?P<d>3[2-9])(?:th)?\b(?:,?\s(?P<y>{Y})\b)?",
        no_day,
        A_MONTH,
        A_NUMBER,
        word_set("on"),
    ),
    rule("weekend", r"\b(?P<the>[Tt]he)\sweekend\b", weekend, word_set("weekend")),
    rule(
        "attacks",
        r"\b(?P<h>Sept(?:ember|\.)?\s11)(?:th)?(?=,?\s(?:2001\s)?(?:attack|terror|hijack))",
        attacks,
        word_set("sept september"),
    ),
    rule(
        "holiday",
        rf"\b(?P<h>{HOLIDAYS})(?:,?\s(?:of\s)?(?P<y>{Y})\b)?",
        holiday,
        _FEAST,
        _OPENS_FEAST,
    ),
    rule("holiday", r"(?<![\d/])(?P<h>9/11)(?![\d/])", holiday, word_set("9")),
    rule(
        "named-day",
        r"(?P<t>(?<![A-Za-zäöü]\s)(?:Heute|Gestern|Vorgestern|Übermorgen|Morgen(?=\s[a-z]))\b|"
        r"\bübermorgen\b|(?<!heute\s)(?<!gestern\s)\bmorgen)\b|"
        r"\b(?P<t2>[Yy]esterday|today|(?<![A-Za-z]\s)Today(?![”’\x22\x27])|[Tt]omorrow|[Tt]onight|"
        rf"{_NO_LAST_OF_MANY}[Ll]ast\s(?:night|evening)|"
        r"[Tt]he\sday\s(?:before\syesterday|after\stomorrow)|[Tt]his\s(?:morning|"
        r"afternoon|evening)|gestern|vorgestern|heute)\b(?!['’]s\s[a-z]+\s(?:world|life))",
        named_day,
        word_set(
            "yesterday today tomorrow tonight night morning afternoon evening "
            "gestern vorgestern heute morgen übermorgen"
        ),
    ),
)
