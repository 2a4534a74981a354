"""Whether a page says the day that was found for it: who reads "March 2021" may well make up a day of that month.

Pure. What finds dates (htmldate) fills in what a page leaves open, and takes one of two readings of "03/04/2021"; both
are days that nobody stated. The day is held against the page, in the forms in which pages write days. The day of the
last change is none of release: what a page says of that is taken out before anybody looks for a day.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.claims.page.published import find_published
from factcheck.corpus.readers.page_times import CHANGED, is_aside
from factcheck.corpus.records import parse_date, two_days

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


FIRST_LINES = 600
"""Characters below the heading of a page in which it says when it was published: byline and date line."""
_CHANGES = re.compile(
    r"(?:\w{1,12}[:.])?(?:modified(?:_?time)?|updated(?:_?time)?|last-?mod(?:ified)?|date-?modified|revised|date\.updated)",
    re.IGNORECASE,
)
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_CHANGED = re.compile(
    rf"{CHANGED}(?:(?!\b(?:first|originally|published|posted|issued|released|veröffentlicht)\b)[^\n|;]){{0,80}}",
    re.IGNORECASE,
)
"""What a line says of a later change, up to what it says of the day of release."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LINE = 120
"""Characters of a line with a byline and a day; a longer one is of the text."""
_BARS = re.compile(r"\s[–—-]\s|\s?[|•·]\s?")
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s)?"
_DAY_OF_WEEK = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)"
)
_PLACE = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.’'-]{1,30}(?:\s[\w.’'-]{1,30}){0,3})"
"""A place, or a room in it, which begins with a capital."""
_ISSUED = (
    r"(?:(?:first|originally)\s)?(?:published|posted|issued|released)|veröffentlicht|erschienen|herausgegeben|publiée?"
    r"|mise? en ligne|paru|éditée?|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|uitgegeven|publicerad|publisert"
    r"|wydan[ey]"
)
_BY = r"(?:by|von|vom|par|por|di|da|door|av|af|przez)"
_WRITTEN = (
    r"(?P<day>\d{1,2}(?:er|st|nd|rd|th|[.º])?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:del?\s)?(?:19|20)\d\d"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
    r"|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?:\s(?:r\.|roku))?"
)
_NAMED_DAY = re.compile(
    rf"(?:{_BY}\s[^\n|]{{2,60}}?,?\s|{_PLACE},\s|(?:{_ISSUED})\s{_BY}\s[^\n|]{{2,80}}?,?\s)?(?:{_ISSUED})?:?\s?"
    rf"(?:(?:on|am|le|el|il|em|op|den|dnia)\s)?{_WEEKDAY}{_WRITTEN}"
    r"(?:,?\s?(?:at|um|à|a las|alle|às|om|kl\.?)?\s?\d{1,2}\s?[:.hH]\s?\d{0,2}.{0,20})?\.?",
    re.IGNORECASE,
)
"""A line, or what stands between two bars of it, that is a day with its byline, place or label, and nothing else."""
_SESSION = re.compile(rf"{_DAY_OF_WEEK},?\s{_WRITTEN}(?:,\s{_PLACE}){{1,3}}\.?", re.IGNORECASE)
"""The day of a session with its place behind it, and nothing else."""
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:?\d\d\S{0,20})?\Z")
_LINES = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "header",
        "footer",
        "section",
        "article",
        "ul",
        "ol",
        "table",
    ]
)
_NO_LINES = frozenset(["script", "style", "nav", "noscript", "template", "form", "button", "aside"])


def without_changes(tree: Any) -> None:  # noqa: ANN401 - an lxml tree
    """Take out of a page's tree what it says in its markup of the day of its last change."""
    for meta in list(tree.iter("meta")):
        if any(_CHANGES.fullmatch((meta.get(name) or "").strip().rpartition(":")[2]) for name in _META_NAMES):
            meta.drop_tree()
    for element in tree.iter("time", "span", "abbr"):
        if _CHANGES.fullmatch(element.get("itemprop") or "") or "updated" in (element.get("class") or "").split():
            for name in ("datetime", "content", "title"):
                element.attrib.pop(name, None)


def first_lines(tree: Any) -> str:  # noqa: ANN401 - an lxml tree
    """Return what a page shows below its first heading, line by line; of a page without headings, where it begins.

    Before it stands what its article shows above the heading, if that is little: a rubric, a day.
    """
    start = next(tree.iter("h1"), None)
    holder = (
        next((one for one in start.iterancestors() if one.tag in ("article", "main")), None)
        if start is not None
        else None
    )
    above = _lines(_until(_pieces(holder, None, until=start))) if holder is not None else ""
    below = _lines(_until(_pieces(tree, start)))
    return f"{above}\n{below}" if above and len(above) <= _LINE else below


def _until(pieces: Iterator[str]) -> str:
    """Join pieces to as much text as is looked at."""
    found, length = [], 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length > FIRST_LINES:
            break
    return "".join(found)[:FIRST_LINES]


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def released_day(lines: str) -> str:
    """Return the day (YYYY-MM-DD) on which a text says in its first lines that it was published; "" for none.

    Where it writes one that can be read in two ways, that is returned as it is written ("03/04/2021").
    """
    if not _YEAR.search(lines):
        return ""
    lines = _CHANGED.sub(" ", lines)
    found = find_published(lines)
    if found and found.start and found.start == found.end:
        return found.start.isoformat()
    return next(filter(None, map(_named_day, lines.split("\n"))), "")


def first_day(lines: str) -> str:
    """Return the day of the first line that is a day alone, with its label or its time; "" for none."""
    for line in _CHANGED.sub(" ", lines).split("\n"):
        if _ISO.match(line) and (day := parse_date(line)):
            return day.isoformat()
        if found := released_day(line):
            return found
    return ""


def _named_day(line: str) -> str:
    """Return the day of a byline in other words and languages than date lines are known in; "" for none."""
    if len(line) > _LINE or not _YEAR.search(line):
        return ""
    for piece in (line, *_BARS.split(line)):
        bare = piece.strip(" ,|")
        if found := _NAMED_DAY.fullmatch(bare) or _SESSION.fullmatch(bare):
            day = parse_date(found["day"])
            return day.isoformat() if day else found["day"] if two_days(found["day"], "") else ""
    return ""


def _pieces(tree: Any, start: Any, *, until: Any = None) -> Iterator[str]:  # noqa: ANN401 - lxml elements
    """Yield the texts of a page behind the element `start`, up to `until`, with a line end where a line ends."""
    from lxml import etree

    body = tree.find(".//body")
    begun = start is None
    walk = etree.iterwalk(tree if body is None else body, events=("start", "end"))
    for event, element in walk:
        if element is until and until is not None:
            return
        if element is start:
            begun = True
        if not isinstance(element.tag, str):
            yield (element.tail or "") if begun and event == "end" else ""
            continue
        if event == "start" and (element.tag in _NO_LINES or (begun and start is not None and is_aside(element))):
            walk.skip_subtree()
            continue
        if begun:
            text = (element.text if event == "start" and element.tag not in _NO_LINES else element.tail) or ""
            yield f"{chr(10) if element.tag in _LINES else ''}{text if event == 'start' or element is not tree else ''}"


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
