"""The day in the heading of a record: "Minutes of the council, 12 March 2024", "Sitzung vom 12. März 2024".

Pure. A weaker sign than a date line, and told as what it is: the line has to name a kind of record, the day has to
close it, and what stands between must not make it the day of something that the record is about ("Report on the flood
of 12 March 2024"). Invitations and agendas are none: they are older than the day that they name.
"""

from __future__ import annotations

import re

from factcheck.domain import Precision
from factcheck.text.dates.finding import find_dates

LINES = 4
"""Lines in which a record has its heading: the body's name, the kind of record, its subject, its day."""
LONGEST = 120
"""Characters of a line of a heading; a longer one is of the text. As of a byline: `page_dates`."""
_KIND = (
    r"(?:minutes|proceedings|transcript|hearing|meeting|session|sitting|statement|press\srelease|bulletin|newsletter|"
    r"circular|memo(?:randum)?|report|briefing|communiqué|decision|order|ruling|judge?ment|resolution|letter|record|"
    r"gazette|\w*(?:protokoll|sitzung|bericht|mitteilung)|niederschrift|bekanntmachung|beschluss|erklärung|"
    r"rundschreiben|amtsblatt|verfügung|bescheid|urteil|anhörung)"
)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|sonntag)"
)
_APART = re.compile(rf"\b{_KIND}\b.*(?:[,;:|(\[]|\s[–—-])\s?(?:(?:den|dated)\s)?(?:{_WEEKDAY},?\s)?$", re.IGNORECASE)
"""What stands before a day that a mark parts from its heading."""
_JOINED = re.compile(
    rf"\b{_KIND}(?:\s(?:held|gehalten))?\s(?:of|on|from|dated|vom|am)\s(?:the\s)?(?:{_WEEKDAY},?\s(?:den\s)?)?$",
    re.IGNORECASE,
)
"""What stands before a day that is that of the record itself: "minutes of", "meeting held on", "Sitzung vom"."""
_OF_ANOTHER = re.compile(
    r"\b(?:about|on\sthe|regarding|concerning|after|following|since|before|(?<!niederschrift\s)(?<!protokoll\s)über|zum|zur|zu|nach|seit)\b",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"\b(?:next|upcoming|forthcoming|agenda|invitation|notice|nächste\w*|tagesordnung|einladung|updated?|draft\sfor|"
    r"is|are|was|were|has|had|will|said|met|took|ist|war|wurde|hat|wird)\b",
    re.IGNORECASE,
)
"""A day to come, a change, or a sentence."""
_CLOSED = re.compile(r"[\s)\].]*")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?][”\"]?$")


def heading_day(text: str) -> str:
    """Return the day (YYYY-MM-DD) in the heading of a record that stands in a text's first lines; "" for none."""
    lines = [line for line in map(str.strip, text[: LINES * LONGEST * 2].split("\n")) if line][:LINES]
    for before, line in zip(("", *lines), lines, strict=False):
        if len(line) > LONGEST or _SENTENCE.search(line):
            return ""
        if day := _day_in(line) or (_day_in(f"{before} {line}") if line[0].islower() else ""):
            return day
    return ""


def _day_in(line: str) -> str:
    days = [one for one in find_dates(line, anchor=None) if one.precision is Precision.DAY and one.span and one.start]
    if len(days) != 1 or _NOT_IT.search(line):
        return ""
    (one,) = days
    if one.span is None or one.start is None or _CLOSED.fullmatch(line, one.span.end) is None:
        return ""
    before = line[: one.span.start]
    own = _JOINED.search(before) and not _OF_ANOTHER.search(before)
    return one.start.isoformat() if own or _APART.search(before) else ""
