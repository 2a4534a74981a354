"""Whether a page says the day that was found for it: who reads "March 2021" may well make up a day of that month.

Pure. What finds dates (htmldate) fills in what a page leaves open, and takes one of two readings of "03/04/2021"; both
are days that nobody stated. The day is held against the page, in the forms in which pages write days.
"""

from __future__ import annotations

import html
import re
from datetime import date

_DAYS_ONLY = 12
"""Above it a number is no month, and the order of a date with strokes is plain."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SPACE = r"[\s,]{1,6}"
_OF = rf"(?:{_SPACE}(?:of|de|del|di))?{_SPACE}"
_MONTHS = (
    "jan|ene|gen|oca|янв",
    "feb|fév|fev|şub|фев",
    "mar|mär|mrz|maa|мар",
    "apr|avr|abr|nis|апр",
    "may|mai|mag|mei|май|мая",
    "jun|juin|giu|haz|июн",
    "jul|juil|lug|tem|июл",
    "aug|aoû|aou|ago|ağu|авг",
    "sep|set|eyl|сен",
    "oct|okt|ott|out|eki|окт",
    "nov|kas|ноя",
    "dec|dez|déc|dic|ara|дек",
)
"""How the names of each month begin in English and the languages in which htmldate and its parser read days."""


def stated_day(found: str, page: str) -> str:
    """Return the day (YYYY-MM-DD) that was found for a page, if the page states it.

    Where it writes one that can be read in two ways, that is returned as it is written ("03/04/2021"); "" where it
    states no day.
    """
    try:
        day = date.fromisoformat(found)
    except ValueError:
        return ""
    for text in (page, _words(page)):
        if _full(day).search(text):
            return found
    both = _in_two_ways(day).search(page)
    return both[0] if both else ""


def _words(page: str) -> str:
    """Return a page's text, its tags as blanks: a day may stand in several elements."""
    return html.unescape(_TAG.sub(" ", page))


def _full(day: date) -> re.Pattern[str]:
    """Return what states a day beyond doubt: in ISO's order, with points, strokes in plain order, or a month's name."""
    name = rf"(?:{_MONTHS[day.month - 1]})[^\W\d_]{{0,10}}\.?"
    year, month, number = f"{day.year}", f"0?{day.month}", f"0?{day.day}"
    short = f"(?:{year}|'?{day.year % 100:02})"
    forms = [
        rf"{year}\D{{0,2}}{month}\D{{0,2}}{number}(?!\d)",
        rf"{year}{day.month:02}{day.day:02}(?!\d)",
        rf"{number}\.\s?{month}\.\s?{short}(?!\d)",
        rf"{number}(?:\.|[^\W\d_]{{1,2}})?{_OF}{name}{_OF}{short}(?!\d)",
        rf"{number}[-/]{name}[-/]{short}(?!\d)",
        rf"(?<![^\W\d_]){name}{_SPACE}{number}(?:\.|[^\W\d_]{{1,2}})?{_OF}{year}(?!\d)",
    ]
    if day.day > _DAYS_ONLY or day.day == day.month:
        forms += [rf"{number}[-/]{month}[-/]{short}(?!\d)", rf"{month}[-/]{number}[-/]{short}(?!\d)"]
    joined = "|".join(form if form.startswith("(?<!") else rf"(?<!\d){form}" for form in forms)
    return re.compile(joined, re.IGNORECASE)


def _in_two_ways(day: date) -> re.Pattern[str]:
    one, other = f"0?{day.day}", f"0?{day.month}"
    strokes = "|".join(rf"{first}[-/]{second}[-/]{day.year}" for first, second in ((one, other), (other, one)))
    return re.compile(rf"(?<!\d)(?:{strokes})(?!\d)")
