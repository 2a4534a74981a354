"""Find the day an article was published, from a date line near the head of its text; reads nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claims.page.teaser_cues import inner_teasers
from factcheck.domain import DateValue, Precision
from factcheck.text.dates.finding import find_dates

HEAD = 1_200  # characters: a date line stands above the first paragraphs

_LINE_ENDS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
LINE = 80  # characters; a longer line holds more than its date

_WEEKDAY = r"(?:(?:[A-ZÄÖÜ][a-z]+(?:day|tag)|Mittwoch|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s)"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?,?\s)"
BY = (
    r"(?:(?:(?:Interview|Text|Story|Words|Report|Reporting|Written|Analysis|Review|Essay|Commentary|Opinion)\s)?[Bb]y|"
    r"(?:Interview|Text|Story|Words|Report|Bericht):|(?:(?:Interview|Text|Bericht|Analyse|Kommentar)\s[Vv]|V)on)"
)
"""What a byline opens with; not the maker of a picture, whose day is another."""
_LABEL = re.compile(
    r"(?i:\b(?:date|published|posted|updated|last updated|last modified|modified|first published|issued|aired|"
    r"broadcast|for (?:immediate )?release|veröffentlicht|stand|datum)\b(?:\s(?:on|at|am))?)"
    rf"\s*[:|–-]?\s*{_CLOCK}?{_WEEKDAY}?$"
)
_DAY = r"(?:[A-Z][A-Za-zä]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[A-ZÄ][a-zä]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?"
_PRESS_PLACE = (
    r"[A-ZÄÖÜ](?:[A-ZÄÖÜ.’'/&-]|\s(?=[A-ZÄÖÜ&(])|\sand\s){2,40}(?:,\s[A-ZÄÖÜ](?:[\w.]|\s(?=[A-ZÄÖÜ])){1,20}){0,2}"
)
_PRESS_WIRE = r"(?:/[A-Z][\w .-]{1,30}/|\([^()\n]{1,40}\))"
_PRESS_LINE = re.compile(
    rf"(?:{_PRESS_PLACE}\s?(?:,|[-–—]{{1,2}}|\(|[-–—]{{1,2}}\s?{_PRESS_WIRE}\s?[-–—]{{1,2}})\s?(?P<day>{_DAY})"
    rf"(?:\)|\s?{_PRESS_WIRE})?"
    rf"|(?:[A-ZÄÖÜ][\w.,’'/& -]{{2,50}},\s)?(?P<wired>{_DAY})\s?/[A-Z][\w .-]{{1,30}}/)"
    r"\s?[-–—]{1,2}(?:\s|(?=[A-Z]))(?!\s?[a-zäöüß])"
)
"""The date line of a press release: "DAYTON, Ohio, Oct. 2, 2024 /PRNewswire/ --"."""
_TITLED = re.compile(
    r"[\s*_#>]*(?:Ein\s|Eine\s|An?\s)?(?i:interview(?:ed)?|podcast|transcript|episode|review(?:ed)?|opinion|commentary|"
    r"comment|column|essay|analysis|letter|statement|press release|media release|news release|newsletter|bulletin|"
    r"recorded|filed|embargo(?:ed)?|not for (?:publication|release) (?:before|until)|kommentar|analyse|gastbeitrag|"
    r"bericht|reportage|glosse|rezension|leserbrief|erklärung|pressemitteilung|medienmitteilung|pressemeldung|"
    r"aufgezeichnet|sperrfrist)"
    r"(?=[\s:,|–—-])(?:(?!\s(?:is|was|were|has|had|said|ist|war|wurde|fand|took|rose|fell|ended)\b)[^.!?;\n]){0,60}$"
)
"""How a line begins that names what sort of text it heads, and when: "Interview: 9 May 2025", "Ein Kommentar von …"."""
_CITY = re.compile(
    r"^[A-ZÄÖÜ][A-ZÄÖÜ.’' -]{2,40}(?:,\s[A-Z][\w. ]{1,20})?,\s$|^[A-Z][\w. ]{2,30}(?:,\s[A-Z][\w. ]{1,20})?,\s$"
)
_CITY_AND_AGENCY = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜ.’' -]{2,40}\s\([^()\n]{1,40}\)\s[-–—]\s$")
_STOPPED_LINE = re.compile(
    r"[A-ZÄÖÜ][\w.’'/-]{1,30}(?:\s[A-ZÄÖÜ][\w.’'/-]{1,30}){0,2}(?:,\s[A-ZÄÖÜ][\w. ]{1,20})?"
    r"(?:,\s(?:den\s)?(?P<day>[A-Z][a-zä]{2,8}\.?\s\d{1,2},?\s(?:19|20)\d\d|"
    r"\d{1,2}\.?\s[A-ZÄ][a-zä]{2,8}\.?,?\s(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)\."
    r"|\s\((?:[A-Za-z]{2,8},\s)?(?P<within>[^()\n]{6,20}(?:19|20)\d\d)\)(?:\.|\s?[-–—]{1,2}|:))(?:$|\s+(?=[A-ZÄÖÜ\"“„])"
    r"(?!(?:Photo|Foto|Picture|Image|Credit|Bild|Retrieved|Accessed|Abgerufen)\b))"
)
"""A place and a whole date closed by a full stop, or with the date in brackets: "Talheim, 12. Mai 2024. Das …"."""
_AFTER_CITY = re.compile(r"\s?(?:\([^()\n]{1,40}\)\s?)?(?:[-–—]|:)(?![-–—\s]{0,3}[a-zäöüß])")  # "– a great day" goes on
_TIME_BEHIND = re.compile(r",?\s(?:at\s|um\s)?\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}\b|Uhr\b))?")
_BAR = re.compile(r"\s?[|•·–-]\s?(?=(?:last |first )?(?:updated|published|modified|aktualisiert)\b)", re.IGNORECASE)
_LONE_AFTER = re.compile(
    r"\)?[\s*_]*(?:[|,•·–-]\s*)?(?:(?:at\s)?\d{1,2}(?:[:.]\d{2}|\sUhr).{0,20}|\d{1,2}\s?min(?:ute)?s?(?:\sread)?)?$"
)
_LONE_BEFORE = re.compile(
    rf"^\s*\(?(?:{_WEEKDAY}|{BY}\s[^\n]{{2,60}}(?:[|•·,–-]|\son\s)\s*|"
    rf"[A-ZÄÖÜ][\wäöüß.’'-]{{2,30}}(?:\s[A-ZÄÖÜ][\wäöüß.’'-]{{1,30}}){{0,2}},\s(?:den\s)?{_WEEKDAY}?)?$"
)


def find_published(text: str) -> DateValue | None:
    """Return the date of the article's date line, or None: labelled, after a place ("LONDON, June 8 -") or on its own.

    Only a whole date with its year counts, or one whose year stands elsewhere in the head of the text.
    """
    text = text[:HEAD].translate(_LINE_ENDS) + text[HEAD:]
    dates = find_dates(text, anchor=None, start=0, end=min(len(text), HEAD))
    for value in dates:
        if (
            value.precision is Precision.DAY
            and value.span is not None
            and _is_date_line(text, value.span.start, value.span.end)
        ):
            return replace(value, rule=f"published-{value.rule}")
    return None


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where a date line at the head of `text[start:end]` ends; `start` where there is none."""
    head = text[start : min(end, start + 160)]
    labelled = re.match(
        r"(?:date|published|posted|updated|last updated)\b(?:\s(?:on|at))?\s*[:|–-]?\s*", head, re.IGNORECASE
    )
    if labelled:
        found = find_dates(text, anchor=None, start=start, end=min(end, start + 160))
        if found and found[0].span and found[0].span.start <= start + labelled.end() + 12:
            return _past_clock(text, found[0].span.end, end)
    city = _PRESS_LINE.match(head) or _CITY_LINE.match(head) or _STOPPED_LINE.match(head)
    return start + city.end() if city else lone_date_end(text, start, end)


def _past_clock(text: str, start: int, end: int) -> int:
    """Return where a date line goes on to: over the time of day, and over the next labelled date behind a bar."""
    clock = _TIME_BEHIND.match(text, start, end)
    at = clock.end() if clock else start
    bar = _BAR.match(text, at, end)
    further = dateline_end(text, bar.end(), end) if bar else 0
    return further if bar and further > bar.end() else at


def lone_date_end(text: str, start: int, end: int) -> int:
    """Return `end` where a line is a date on its own ("14 November 2024", "Updated 3 May, 10:30"), else `start`."""
    if end - start > LINE or not any(c.isdigit() for c in text[start:end]):
        return start
    for value in find_dates(text, anchor=None, start=start, end=end):
        if value.precision is Precision.DAY and value.span is not None and value.span.end <= end:
            before, after = text[start : value.span.start], text[value.span.end : end]
            alone = _LABEL.search(before) or _LONE_BEFORE.match(before) or _TITLED.match(before)
            if alone and _LONE_AFTER.match(after):
                return end
    return start


_AGENCY = (
    r"(?:dpa|epd|kna|sid|apa|sda|dts|afp|ap|rtr|DPA|AFP|AP|KNA|SID|APA|EPD|UPI|Reuters|TASS|Agentur(?:en)?)(?:/\w+)?"
)
_CITY_LINE = re.compile(
    rf"(?:[A-ZÄÖÜ][A-ZÄÖÜ.’'/ -]{{2,40}}(?:,\s[A-Z][\w. ]{{1,20}})??(?:,\s{_DAY})?\s?"
    r"(?:\([^()\n]{1,40}\)\s?)?\s?[-–—]{1,2}\s"
    rf"|[A-ZÄÖÜ][\w.’'/ -]{{2,30}},\s(?:[A-Z][\w. ]{{1,20}},\s)?(?:{_DAY}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)\s"
    r"(?:\([^()\n]{1,40}\)\s?)?[-–—]{1,2}\s"
    rf"|(?:[A-ZÄÖÜ][\wäöüß.’'/-]{{2,30}}\s\((?:{_AGENCY}|[A-Z]\w{{2,15}})\)|"
    rf"(?:[A-ZÄÖÜ][\wäöüß.’-]{{2,20}}\s){{2,3}}\({_AGENCY}\))\s?[-–—]{{1,2}}\s"
    r"|\([A-Z][\w. ]{1,20}\)\s(?:[-–—]{1,2}\s)?)"
)


def _is_date_line(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    newline = text.find("\n", end)
    newline = newline if newline >= 0 else len(text)
    newline = next(iter(inner_teasers(text, end, newline)), newline)  # "14 November 2024 | See also: …"
    before = text[line_start:start][-90:]
    after = text[end:newline][:60]
    if _LABEL.search(before):
        return True
    press = _PRESS_LINE.match(text, line_start)
    if press and start in (press.start("day"), press.start("wired")):
        return True
    stopped = _STOPPED_LINE.match(text, line_start)
    if stopped and start in (stopped.start("day"), stopped.start("within")):
        return True
    if (_CITY.match(before) or _CITY_AND_AGENCY.match(before)) and _AFTER_CITY.match(after):
        return True
    lone = _LONE_BEFORE.match(before) or (newline - line_start <= LINE and _TITLED.match(before))
    return bool(lone and _LONE_AFTER.match(after))


__all__ = ["BY", "HEAD", "dateline_end", "find_published", "lone_date_end"]
