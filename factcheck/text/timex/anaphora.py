"""What counts from the date named last: "two days later", "that night", "the same 1999 period"."""

from __future__ import annotations

from factcheck.text import periods
from factcheck.text.periods import Period
from factcheck.text.timex.relative import ago
from factcheck.text.timex.rules import Reading, Rule, count_of, rule, shifted, word_set
from factcheck.text.timex.words import COUNT_WORDS, UNIT_WORDS, UNITS, Y

_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "week", "month")}


def from_named(r: Reading) -> Period | None:
    """Read "two days later", "the next day", "that night": counted from the date named last, where it tells enough."""
    unit = UNITS[r.groups.get("u", "day").lower()]
    if r.named is None or r.named.precision not in _FINER.get(unit, (*_FINER["month"], "quarter", "season", "year")):
        return None
    way = {"later": 1, "next": 1, "following": 1, "earlier": -1, "before": -1, "preceding": -1, "previous": -1}
    return shifted(r.named.start, unit, way.get(r.groups.get("way", ""), 0) * count_of(r.groups.get("c", "one")))


def same_period(r: Reading) -> Period | None:
    """Read "the same 1999 period", "the same month last year": the months named last, in that year; else the year."""
    last = r.named.start if r.named else r.anchor
    if "y" in r.groups:
        number = int(r.groups["y"])
    elif last:
        number = last.year - 1
    else:
        return None
    if r.named is None or r.named.precision not in ("month", "quarter", "interval"):
        return periods.year(number)
    count = (
        (r.named.end.year - r.named.start.year) * periods.MONTHS_OF_YEAR + r.named.end.month - r.named.start.month + 1
    )
    return periods.months(number, r.named.start.month, count, r.named.precision)


def earlier(r: Reading) -> Period | None:
    """Read "a year earlier": from the date named last; without one years, months and weeks count from the anchor."""
    counted = from_named(r)
    return counted if counted or UNITS[r.groups["u"]] == "day" else ago(r)


RULES: tuple[Rule, ...] = (
    rule(
        "later",
        rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>{UNIT_WORDS})\s(?P<way>later)\b(?!\sthan\b)",
        from_named,
        word_set("later"),
    ),
    rule(
        "next-unit",
        r"\b(?P<the>[Tt]he\s)(?P<way>next|following|preceding|previous)\s(?P<u>day|week|month|year)\b",
        from_named,
        word_set("next following preceding previous"),
        word_set("day week month year"),
    ),
    rule(
        "same-period",
        rf"\b(?P<the>[Tt]he\s)(?:(?:same|comparable|corresponding)\s)?(?P<y>{Y})(?:/\d\d)?\s"
        r"(?:period|quarter|half)\b",
        same_period,
        word_set("period quarter half month week"),
    ),
    rule(
        "same-period",
        r"\b(?P<the>[Tt]he\s)(?:same|comparable|corresponding|like)\s(?:week|month|period|quarter)\s"
        rf"(?:of\s(?P<y>{Y})|(?:of\s)?(?P<ago>last\syear|a\syear\s(?:ago|earlier|before)))\b",
        same_period,
        word_set("period quarter half month week"),
    ),
    rule(
        "same-period",
        r"\b(?P<the>[Tt]he\s)(?P<ago>year[-\s](?:ago|earlier))\s(?:month|period|quarter)\b",
        same_period,
        word_set("period quarter half month week"),
    ),
    rule(
        "same-unit",
        r"\b(?P<the>[Tt]he\ssame|[Tt]hat)\s(?:very\s)?(?P<u>day|week|month|year)\b"
        r"(?!-|['’]s|\s(?:that|as|when|after|before|which|in\swhich|the|of)\b)",
        from_named,
        word_set("same that"),
        word_set("day week month year"),
    ),
    rule(
        "same-day",
        r"\b(?P<the>[Tt]hat)\s(?:night|evening|morning|afternoon)\b",
        from_named,
        word_set("that"),
        word_set("night evening morning afternoon"),
    ),
    rule(
        "earlier",
        rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>years?|months?|weeks?|days?)\s(?P<way>earlier|before)\b(?!\sth|\s[A-Z])",
        earlier,
        word_set("earlier before"),
    ),
)
