"""Find dates and periods in English and German text and resolve them against an anchor, usually the dateline.

Method: a grammar of some twenty expressions (one pattern and one reading each), longest match first. General date
searchers read "we" as Wednesday and "may" as May; here a bare word counts only with a preposition or a number.
Without a year a date is the latest one not after the anchor, or the next one where the words around it are about the
future. Fiscal years, moving feasts and times of day are not known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.domain import DateValue, Precision, Span
from factcheck.text import periods
from factcheck.text.periods import Period

_MONTH_WORDS = (
    ("january", "jan", "januar", "jänner"),
    ("february", "feb", "februar"),
    ("march", "mar", "märz"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "jun", "juni"),
    ("july", "jul", "juli"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct", "oktober"),
    ("november", "nov"),
    ("december", "dec", "dezember"),
)
_MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words}
_WEEKDAY_WORDS = (
    ("monday", "montag", "mon"),
    ("tuesday", "dienstag", "tues"),
    ("wednesday", "mittwoch"),
    ("thursday", "donnerstag", "thurs"),
    ("friday", "freitag"),
    ("saturday", "samstag", "sonnabend"),
    ("sunday", "sonntag"),
)
_WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAY_WORDS) for word in words}
_COUNTS = {
    word: number
    for number, words in enumerate(
        [
            "a,an,one,ein,eine,einem,einer",
            "two,zwei,couple",
            "three,drei",
            "four,vier",
            "five,fünf",
            "six,sechs",
            "seven,sieben",
            "eight,acht",
            "nine,neun",
            "ten,zehn",
            "eleven,elf",
            "twelve,zwölf",
        ],
        1,
    )
    for word in words.split(",")
}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_PARTS = {"end": "end", "beginning": "start", "start": "start", "middle": "mid", "early": "early", "mid": "mid"}
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_STEP = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}
_DAYS = {"today": 0, "tonight": 0, "heute": 0, "yesterday": -1, "gestern": -1, "tomorrow": 1, "vorgestern": -2}
_UNITS = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen"), "day"),
    **dict.fromkeys(("week", "weeks", "woche", "wochen"), "week"),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten"), "month"),
    **dict.fromkeys(("year", "years", "jahr", "jahre", "jahren"), "year"),
    **dict.fromkeys(("quarter", "quarters", "quartal"), "quarter"),
    **dict.fromkeys(("decade", "decades"), "decade"),
}
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|upcoming|forthcoming|expected|due|plans?|planned|planning|going to|is to|are to|"
    r"would|slated|set to|ahead of|next (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"wird|werden|soll|geplant)\b"
)
_PAST = re.compile(
    r"\b(?:(?:was|were|had\sbeen)\s(?:scheduled|expected|due|planned|slated|set)|was|were|had|did|said|told|ago|since)\b"
)
_PAST_FORM = re.compile(
    r"\b(?:[a-z]{3,}ed|went|took|made|gave|came|got|met|held|led|left|won|lost|found|began|became)\b"
)
_OUTLET = r"\s(?:Telegraph|Times|Mirror|Mail|Express|Post|Night\sLive|Morning|Business)\b"
_FUTURE_WINDOW = 90  # characters on both sides, inside the sentence: about one clause
_SENTENCE_EDGE = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ“\"])|\n\s*\n")


def _words(*tables: object) -> str:
    """Return a pattern for the words, capitalised; longest first, so that "Sept" wins over "Sep"."""
    words = sorted((str(w) for table in tables for w in table), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(re.escape(word.capitalize()) for word in words)


_M = rf"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.|(?:{_words(_MONTHS)})\b)"
_W = rf"(?:{_words(_WEEKDAYS)})\b"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_Y = r"(?:1[0-9]|20)\d\d"
_TH = r"(?:st|nd|rd|th|\.)?"
_JOIN = r"(?:\s?[-–—]\s?|\s(?:and|to|until|bis|und)\s)"
_UNIT_WORDS = "|".join(sorted(_UNITS, key=lambda w: (-len(w), w)))
_COUNT_WORDS = r"\d{1,3}|" + "|".join(sorted(_COUNTS, key=lambda w: (-len(w), w)))
_STEPS = "[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Cc]urrent|[Uu]pcoming"
_IN = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Bb]etween|[Tt]o|and|"
    r"[Tt]hrough|[Ss]eit|[Ii]m|[Aa]round|[Ff]or|or)"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a reading gets: the match, the anchor and whether the words around it look ahead."""

    groups: dict[str, str]
    anchor: date | None
    forward: bool
    past: bool = False

    def year_of(self, month: int, day: int) -> int | None:
        if self.groups.get("y"):
            return int(self.groups["y"])
        if self.anchor is None:
            return None
        soon = not self.past and periods.is_soon(self.anchor, month, day)
        return periods.nearest_year(self.anchor, month, day, forward=self.forward or soon)


def _month_number(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _read_day(r: _Reading) -> Period | None:
    month = _month_number(r.groups["m"]) if "m" in r.groups else int(r.groups["mn"])
    number = int(r.groups["d"])
    year = r.year_of(month, number)
    return None if year is None else periods.day(year, month, number)


def _read_days(r: _Reading) -> Period | None:
    month, first, last = _month_number(r.groups["m"]), int(r.groups["d"]), int(r.groups["e"])
    end_month = _month_number(r.groups["n"]) if r.groups.get("n") else month
    year = r.year_of(month, first)
    if year is None:
        return None
    low, high = periods.day(year, month, first), periods.day(year, end_month, last)
    return Period(low.start, high.end, Precision.INTERVAL) if low and high and low.start <= high.end else None


def _read_month(r: _Reading) -> Period | None:
    number = _month_number(r.groups["m"])
    part = r.groups.get("part", "").lower()
    if step := _STEP.get(r.groups.get("step", "").lower()):
        year = _stepped_month_year(r.anchor, number, step)
    else:
        year = r.year_of(number, 1)
    if year is None or not periods.MIN_YEAR <= year <= periods.MAX_YEAR:
        return None
    whole = periods.month(year, number)
    return periods.part_of(whole, _part(part)) if part else whole


def _stepped_month_year(anchor: date | None, number: int, step: int) -> int | None:
    if anchor is None:
        return None
    if step < 0:
        return anchor.year - (number >= anchor.month)
    return anchor.year + (number <= anchor.month)


def _part(word: str) -> str:
    return _PARTS.get(word, "late")


def _read_year(r: _Reading) -> Period | None:
    whole = periods.year(int(r.groups["y"]))
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, _part(part)) if part else whole


def _read_years(r: _Reading) -> Period | None:
    first, last = int(r.groups["y"]), r.groups["z"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004 - "2008-12" has two digits
    return Period(date(first, 1, 1), date(end, 12, 31), Precision.INTERVAL) if first < end else None


def _read_decade(r: _Reading) -> Period | None:
    return periods.shift(date(int(r.groups["y"]), 1, 1), "decade", 0)


def _read_quarter(r: _Reading) -> Period | None:
    number = _ORDINALS[r.groups["q"].lower()] if not r.groups["q"].isdigit() else int(r.groups["q"])
    if r.groups.get("y"):
        return periods.quarter(int(r.groups["y"]), number)
    if r.anchor is None:
        return None
    step = _STEP.get(r.groups.get("step", "").lower())
    if step is not None:
        return periods.quarter(r.anchor.year + step, number)
    year = periods.nearest_year(r.anchor, 3 * number - 2, 1, forward=r.forward)
    return periods.quarter(year, number)


def _read_season(r: _Reading) -> Period | None:
    name = _SEASONS[r.groups["s"].lower()]
    if r.groups.get("y"):
        return periods.season(int(r.groups["y"]), name)
    if r.anchor is None:
        return None
    this = periods.season(r.anchor.year, name)
    if name == "winter" and r.anchor.month < 3:  # noqa: PLR2004 - January belongs to the winter that began last year
        this = periods.season(r.anchor.year - 1, name)
    step = _STEP.get(r.groups.get("step", "").lower(), 0)
    if step < 0 and this.end >= r.anchor:
        return periods.season(this.start.year - 1, name)
    if step > 0 and this.start <= r.anchor:
        return periods.season(this.start.year + 1, name)
    return this


def _read_weekday(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    step = _STEP.get(r.groups.get("step", "").lower())
    forward = r.forward if step is None else step >= 0
    strict = step is not None and step != 0
    return periods.weekday(r.anchor, _WEEKDAYS[r.groups["w"].lower()], forward=forward, strict=strict)


def _read_step(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    step, unit = _STEP[r.groups["step"].lower()], r.groups["u"].lower()
    if unit == "weekend":
        saturday = periods.shift(r.anchor, "week", step).start + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)
    whole = periods.shift(r.anchor, _UNITS[unit], step)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, _part(part)) if part else whole


def _read_part_of_this(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    return periods.part_of(periods.shift(r.anchor, _UNITS[r.groups["u"].lower()], 0), _part(r.groups["part"].lower()))


def _read_ago(r: _Reading) -> Period | None:
    return None if r.anchor is None else _shifted(r.anchor, r.groups["u"], -_count(r.groups["c"]))


def _shifted(anchor: date, unit: str, count: int) -> Period | None:
    try:
        return periods.shift(anchor, _UNITS[unit.lower()], count)
    except (ValueError, OverflowError):  # before the first day of the calendar
        return None


def _read_past(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    low = _shifted(r.anchor, r.groups["u"], -_count(r.groups["c"]))
    return None if low is None else Period(min(low.start, r.anchor), r.anchor, Precision.INTERVAL)


def _read_next(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    high = _shifted(r.anchor, r.groups["u"], _count(r.groups["c"]))
    return None if high is None else Period(r.anchor, max(high.end, r.anchor), Precision.INTERVAL)


def _read_named_day(r: _Reading) -> Period | None:
    if r.anchor is None:
        return None
    word = r.groups["t"].lower()
    return periods.one_day(r.anchor + timedelta(days=_DAYS.get(word, -1 if word == "last night" else 0)))


_Read = Callable[[_Reading], Period | None]
_GRAMMAR: tuple[tuple[str, re.Pattern[str], _Read], ...] = tuple(
    (name, re.compile(pattern), read)
    for name, pattern, read in (
        ("iso", rf"(?<![\d-])(?P<y>{_Y})-(?P<mn>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)", _read_day),
        ("dotted", rf"(?<![\d.])(?P<d>{_D})\.\s?(?P<mn>1[0-2]|0?[1-9])\.\s?(?P<y>{_Y})(?!\d)", _read_day),
        (
            "day-range",
            rf"\b(?P<d>{_D}){_TH}{_JOIN}(?P<e>{_D}){_TH}\s(?:of\s)?(?P<m>{_M})(?:,?\s(?P<y>{_Y})\b)?",
            _read_days,
        ),
        (
            "month-day-range",
            (
                rf"\b(?P<m>{_M})\s(?P<d>{_D}){_TH}{_JOIN}(?:(?P<n>{_M})\s)?(?P<e>{_D})\b(?:st|nd|rd|"
                rf"th)?(?!\d)(?:,?\s(?P<y>{_Y})\b)?"
            ),
            _read_days,
        ),
        (
            "day-month",
            rf"(?<![\d.,])\b(?P<d>{_D}){_TH}\s(?:day\s)?(?:of\s)?(?P<m>{_M})(?:,?\s(?P<y>{_Y})\b)?",
            _read_day,
        ),
        (
            "month-day",
            rf"\b(?P<m>{_M})\s(?:the\s)?(?P<d>{_D})(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,?\s(?P<y>{_Y})\b)?",
            _read_day,
        ),
        (
            "month-year",
            rf"\b(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s])?(?P<m>{_M})(?:,?\s(?:of\s)?(?P<y>{_Y})\b)",
            _read_month,
        ),
        ("part-month", rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s](?P<m>{_M})", _read_month),
        (
            "end-month",
            rf"\b(?:the\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<m>{_M})(?:,?\s(?P<y>{_Y})\b)?",
            _read_month,
        ),
        ("step-month", rf"\b(?P<step>{_STEPS})\s(?P<m>{_M})(?!\s\d)", _read_month),
        ("in-month", rf"\b{_IN}\s(?P<m>{_M})(?!\s?\d)", _read_month),
        (
            "the-month",
            rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?P<m>{_M})\s(?=[a-z]{{4,}})(?!with\b|from\b|that\b)",
            _read_month,
        ),
        (
            "year-of",
            r"\b(?P<y>(?:19|20)\d\d)(?=\s(?:presidential|midterms?|elections?|campaign|general\selection|census|budget|season)\b)",
            _read_year,
        ),
        ("year-range", rf"\b(?P<y>{_Y})[-–](?P<z>(?:19|20)\d\d|\d\d)\b(?![-–])", _read_years),
        ("years", rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<y>{_Y})\s(?:and|to|until)\s(?P<z>{_Y})\b", _read_years),
        ("decade", r"\b(?:the\s)?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", _read_decade),
        ("part-year", rf"\b(?:the\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<y>{_Y})\b", _read_year),
        ("early-year", rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[-\s](?:in\s)?(?P<y>{_Y})\b", _read_year),
        (
            "in-year",
            (
                rf"\b{_IN}\s(?:the\syear\s)?(?P<y>(?:1[5-9]|20)\d\d)\b(?![-–.,]?\d|\s(?:people|men|women|%|percent|"
                rf"per\scent|million|thousand))"
            ),
            _read_year,
        ),
        (
            "the-year",
            (
                r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?P<y>(?:19|"
                r"20)\d\d)(?=\s[a-zA-Z][a-z]+)(?!\s(?:people|men|women|percent|per\scent|million))"
            ),
            _read_year,
        ),
        (
            "quarter",
            (
                rf"\b(?:the\s)?(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|"
                rf"4th)[-\s]quarter(?:\s(?:of\s)?(?:(?P<y>{_Y})|(?P<step>this|last|next)\syear))?\b"
            ),
            _read_quarter,
        ),
        ("q", rf"\bQ(?P<q>[1-4])(?:\s(?P<y>{_Y}))?\b", _read_quarter),
        ("season", rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?(?P<y>{_Y})\b", _read_season),
        (
            "step-season",
            rf"\b(?P<step>{_STEPS})\s(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b(?!\sof\s\d)",
            _read_season,
        ),
        ("step-weekday", rf"\b(?P<step>{_STEPS})\s(?P<w>{_W})", _read_weekday),
        ("weekday", rf"\b(?P<w>{_W})(?!['’]s\s[A-Z][a-z]+\s[A-Z])(?!{_OUTLET})", _read_weekday),
        (
            "step-unit",
            (
                rf"\b(?:(?P<part>[Ee]arly|[Ll]ate|[Ee]nd|[Bb]eginning|[Mm]iddle|"
                rf"[Ss]tart)\s(?:of\s)?)?(?P<step>{_STEPS})\s(?P<u>week|month|year|quarter|weekend|"
                rf"decade)\b(?!-)"
            ),
            _read_step,
        ),
        (
            "part-unit",
            r"\b(?:the\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\sthe\s(?P<u>week|month|year|quarter)\b",
            _read_part_of_this,
        ),
        (
            "ago",
            rf"\b(?P<c>{_COUNT_WORDS}|A|An|One|Two|Three)\s(?:of\s)?(?P<u>{_UNIT_WORDS})\s(?:ago|earlier\sthis)\b",
            _read_ago,
        ),
        ("vor", rf"\b[Vv]or\s(?P<c>{_COUNT_WORDS})\s(?P<u>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\b", _read_ago),
        (
            "next-units",
            rf"\b(?:[Tt]he|[Tt]hese)\s(?:next|coming)\s(?P<c>{_COUNT_WORDS})\s(?P<u>{_UNIT_WORDS})\b",
            _read_next,
        ),
        (
            "past-units",
            rf"\b(?:[Tt]he|[Tt]hese)\s(?:last|past)\s(?P<c>{_COUNT_WORDS})\s(?P<u>{_UNIT_WORDS})\b",
            _read_past,
        ),
        (
            "named-day",
            (
                r"\b(?P<t>[Yy]esterday|today|(?<![A-Za-z]\s)Today|[Tt]omorrow|[Tt]onight|[Ll]ast\snight|[Tt]his\s(?:morning|"
                r"afternoon|evening)|gestern|vorgestern|heute)\b(?!['’]s\s[a-z]+\s(?:world|life))"
            ),
            _read_named_day,
        ),
    )
)


def find_dates(text: str, *, anchor: date | None, start: int = 0, end: int | None = None) -> list[DateValue]:
    """Return the dates and periods in `text[start:end]`, resolved, in order and without overlap.

    Spans hold the expression without its preposition and count from the start of `text`. Without `anchor`, what
    cannot be resolved ("last Friday", "June 2") is left out.
    """
    stop = len(text) if end is None else end
    hits: list[tuple[int, int, str, re.Match[str], _Read]] = []
    for name, pattern, read in _GRAMMAR:
        hits.extend((_begin(match), match.end(), name, match, read) for match in pattern.finditer(text, start, stop))
    hits.sort(key=lambda hit: (hit[0], -hit[1], hit[2]))
    edges = [match.end() for match in _SENTENCE_EDGE.finditer(text, start, stop)]
    found: list[DateValue] = []
    covered = start
    for low, high, name, match, read in hits:
        if low < covered:
            continue
        value = _resolve(text, (low, high), name, match, read, anchor, edges)
        if value is not None:
            found.append(value)
            covered = high
    return found


def _begin(match: re.Match[str]) -> int:
    """Return where the expression begins: at its first group, so that "in" and "on" stay outside."""
    begin = min(match.start(name) for name, value in match.groupdict().items() if value is not None)
    return match.start() if match.group()[:4].lower() == "the " and match.re.groupindex.get("y") != 1 else begin


def _resolve(
    text: str,
    bounds: tuple[int, int],
    name: str,
    match: re.Match[str],
    read: _Read,
    anchor: date | None,
    edges: list[int],
) -> DateValue | None:
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    open_year = anchor is not None and "y" not in groups
    forward = open_year and _looks_ahead(text, bounds, edges)
    past = open_year and _looks_back(text, bounds, edges)
    try:
        period = read(_Reading(groups, anchor, forward, past))
    except (ValueError, OverflowError):  # an anchor at the edge of the calendar
        return None
    if period is None:
        return None
    return DateValue(
        start=period.start, end=period.end, precision=period.precision, span=Span.cut(text, *bounds), rule=name
    )


def _looks_back(text: str, bounds: tuple[int, int], edges: list[int]) -> bool:
    """Tell whether a verb in the past stands before the date in its sentence."""
    index = bisect_right(edges, bounds[0])
    low = max(edges[index - 1] if index else 0, bounds[0] - _FUTURE_WINDOW)
    return _PAST.search(text, low, bounds[0]) is not None or _PAST_FORM.search(text, low, bounds[0]) is not None


def _looks_ahead(text: str, bounds: tuple[int, int], edges: list[int]) -> bool:
    index = bisect_right(edges, bounds[0])
    low = max(edges[index - 1] if index else 0, bounds[0] - _FUTURE_WINDOW)
    high = min(edges[index] if index < len(edges) else len(text), bounds[1] + _FUTURE_WINDOW)
    ahead = [m.end() for m in _FUTURE.finditer(text, low, bounds[0])]
    behind = [m.end() for m in _PAST.finditer(text, low, bounds[0])]
    if ahead and (not behind or ahead[-1] > behind[-1]):
        return True
    return not behind and _FUTURE.search(text, bounds[1], high) is not None


__all__ = ["find_dates"]
