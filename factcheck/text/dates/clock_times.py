"""Times of day: "at 9.30pm", "21:30", "half past nine", "noon", "um 21.30 Uhr", "halb zehn".

Method: one pattern for each way to write a time, in English and German; then what stands before it ("shortly before")
and behind it ("in the evening", "GMT"). Digits alone are a time only behind a word that sets one ("at 21:30"). What
names no half of the day ("nine o’clock") can be in either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from factcheck.domain import Span
from factcheck.text.quantities.calendar_numbers import is_time_of_day
from factcheck.text.quantities.numeral_tokens import tokens_of


class Bearing(StrEnum):
    """How a time of day stands to what happens."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day: `minutes` since midnight, two of them where either half of the day can be meant.

    `span` covers the time with what sets it ("shortly before"), the half of the day and its zone. `about`: told
    roughly. `zone`: as written, "" for none.
    """

    span: Span
    minutes: tuple[int, ...]
    bearing: Bearing = Bearing.AT
    about: bool = False
    zone: str = ""


DAY = 1440
"""Minutes."""
_HALF_DAY, _HOUR, _HOURS = 720, 60, 12
_WORDS = {
    word: at
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    )
    for at, word in enumerate(words.split(), start=1)
}
_SHIFTS = _WORDS | {"twenty": 20, "zwanzig": 20, "twenty-five": 25, "a quarter": 15, "quarter": 15, "viertel": 15}
_WORD = "|".join(_WORDS)
_SHIFT = r"(?:a\s)?quarter|twenty-five|twenty|ten|five|\d\d?"
_DIGITS = r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)"
_APART = r"(?<![\w.,:$€£/-])"
_NO_COUNT = r"\b(?!-|\s(?:million|hundred|thousand|dozen)\b)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_APART}(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)",
        rf"{_APART}(?P<hour>1[0-2]|0?[1-9]|{_WORD})\s?o[’']\s?clock\b",
        rf"{_APART}(?P<certain>(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\sUhr)\b",
        rf"{_APART}(?P<hour>{_WORD}|ein)\sUhr\b",
        rf"\b(?P<past>half)\spast\s(?P<hour>{_WORD}){_NO_COUNT}",
        rf"(?<=\b(?:at|by)\s)(?P<past>half)\s(?P<hour>{_WORD}){_NO_COUNT}",
        rf"\b(?P<shift>{_SHIFT})(?:\sminutes)?\s(?P<way>past|to)\s(?P<hour>{_WORD}){_NO_COUNT}(?!\s[a-z]+s\b)",
        rf"\b(?P<shift>viertel)\s(?P<way>vor|nach)\s(?P<hour>{_WORD})\b",
        rf"\b(?P<to>halb)\s(?P<hour>{_WORD})\b",
        r"\b(?:12\s)?(?P<noon>noon|midday|midnight|mitternacht)\b",
        rf"{_APART}(?P<alone>{_DIGITS})(?![\d%]|[.,:/-]\d|\s(?:per|percent|Prozent|[a-z]*illion)\b)",
    )
)
_TELLS = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\d[:.]\d\d|o[’']\s?clock|\bUhr\b|\bhal[fb]\s|quarter\s|\s(?:past|to)\s(?=[efnost])"
    r"|viertel\s|noon|midday|mi(?:dn|ttern)(?:ight|acht)",
    re.IGNORECASE,
)
"""What every time of day has: most texts have none, and are not looked through."""
_PART = re.compile(
    r"\s(?:(?:in\sthe|on|this|that|am|at|yesterday|(?:on\s)?\w+day)\s)?"
    r"(?:(?P<late>afternoon|evening|tonight|nachmittags?|abends?)|(?P<early>morning|vormittags?|morgens?|früh))\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s\(?(?P<zone>GMT|UTC|BST|[CEM]E?S?Z|[AEC][ES]*T|[CEMP][SD]T|ET|IST|JST|MSK)\b")
_LEAD = re.compile(
    r"(?:(?<=\s)|^|(?<=\())(?:(?P<just>shortly|just|soon|kurz|right|a\slittle)\s)?(?P<word>at|um|around|about|circa|gegen|nearly|almost"
    r"|roughly|approximately|etwa|ca\.|by|before|vor|after|nach|past|from|since|between|von|ab|seit|zwischen|until|till"
    r"|bis)\s(?:(?:around|about|roughly|approximately|etwa|circa|ca\.|some)\s)?$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:around|about|circa|gegen|nearly|almost|roughly|approximately|etwa|ca\.|some)\s$", re.IGNORECASE
)
_BEARINGS = {
    **dict.fromkeys(("by", "before", "vor"), Bearing.BEFORE),
    **dict.fromkeys(("after", "nach", "past"), Bearing.AFTER),
    **dict.fromkeys(("from", "since", "between", "von", "ab", "seit", "zwischen"), Bearing.FROM),
    **dict.fromkeys(("until", "till", "bis"), Bearing.UNTIL),
}
_LONGEST_LEAD = 40  # characters
_AROUND = 80  # characters in which what is measured stands


@lru_cache(512)
def clock_times(text: str, start: int = 0, end: int | None = None) -> tuple[ClockTime, ...]:
    """Return the times of day of `text[start:end]` in their order; kept for the texts used last."""
    end = len(text) if end is None else end
    if _TELLS.search(text, start, end) is None:
        return ()
    found: list[ClockTime] = []
    for form in _FORMS:
        for match in form.finditer(text, start, end):
            taken = any(one.span.start < match.end() and match.start() < one.span.end for one in found)
            if not taken and (one := _time(text, match, end)) is not None:
                found.append(one)
    return tuple(_stretched(text, sorted(found, key=lambda one: one.span.start)))


def _stretched(text: str, found: list[ClockTime]) -> list[ClockTime]:
    """Return the times with the two ends of "9am to 5pm" and "between 3pm and 4pm" as from and until."""
    for at, (one, other) in enumerate(pairwise(found)):
        joint = text[one.span.end : other.span.start].strip().lower()
        ends = not joint and other.bearing is Bearing.UNTIL
        if ends or joint in _TO or (joint in _AND and one.bearing is Bearing.FROM):
            found[at] = replace(one, bearing=Bearing.FROM)
            found[at + 1] = replace(other, bearing=Bearing.UNTIL)
    return found


_TO = frozenset(["to", "-", "–"])
_AND = frozenset(["and", "und"])


def _time(text: str, match: re.Match[str], end: int) -> ClockTime | None:
    part = _PART.match(text, match.end(), end)
    zone = _ZONE.match(text, part.end() if part else match.end(), end)
    lead = _LEAD.search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
    told = match.groupdict()
    if told.get("alone") and not (part or zone or _is_set(text, match, lead)):
        return None
    if told.get("way") == "to" and not (part or lead or "quarter" in match.group().lower()):
        return None  # "five to nine people"
    word = lead["word"].lower() if lead else ""
    just = lead is not None and lead["just"] is not None
    return ClockTime(
        span=Span.cut(text, lead.start() if lead else match.start(), (zone or part or match).end()),
        minutes=_minutes(told, part),
        bearing=Bearing.AT if just else _BEARINGS.get(word, Bearing.AT),
        about=just or _ROUGHLY.search(text, max(0, match.start() - _LONGEST_LEAD), match.start()) is not None,
        zone=zone["zone"] if zone else "",
    )


def _is_set(text: str, match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Whether a word before digits says that they are a time, and no level, score or length."""
    if lead is None:
        return False
    if ":" in match.group():
        return lead["word"].lower() in _SETTING
    tokens = tokens_of(text, max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND))
    first = next((at for at, one in enumerate(tokens) if one.start == match.start()), None)
    return first is not None and is_time_of_day(tokens, first, first + 1)


_SETTING = frozenset(
    "at um around about gegen etwa before vor after nach from since von ab seit until till bis".split()  # noqa: SIM905
)


def _minutes(told: dict[str, str | None], part: re.Match[str] | None) -> tuple[int, ...]:
    """Return the minutes since midnight that a time can be."""
    if noon := told.get("noon"):
        return (_HALF_DAY if noon.lower() in ("noon", "midday") else 0,)
    hour = _number(told["hour"] or "")
    minutes = hour * _HOUR + int(told.get("minute") or 0)
    if told.get("past"):
        minutes += _HOUR // 2
    elif told.get("to"):
        minutes -= _HOUR // 2
    elif shift := told.get("shift"):
        minutes += _number(shift) * (1 if (told["way"] or "").lower() in ("past", "nach") else -1)
    if half := told.get("half"):
        return (minutes % _HALF_DAY + (_HALF_DAY if half.lower() == "p" else 0),)
    if hour > _HOURS or (told["hour"] or "").startswith("0"):
        return (minutes % DAY,)
    if part is not None:
        return (minutes % _HALF_DAY + (_HALF_DAY if part["late"] else 0),)
    if told.get("certain"):
        return (minutes % DAY,)
    return (minutes % _HALF_DAY, minutes % _HALF_DAY + _HALF_DAY)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else {**_SHIFTS, "ein": 1}[written.lower()]
