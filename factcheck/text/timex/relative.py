"""What counts from the anchor: "last week", "three years ago", "the past two months", "later this year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from factcheck.domain import Precision
from factcheck.text import periods
from factcheck.text.periods import Period
from factcheck.text.timex.months import season
from factcheck.text.timex.rules import (
    A_BOUND,
    A_SEASON,
    A_SIZE,
    A_STEP,
    Reading,
    Rule,
    count_of,
    moved,
    part_named,
    rule,
    shifted,
    word_set,
)
from factcheck.text.timex.words import COUNT_WORDS, SEASON_WORDS, SEASONS, STEP, STEPS, UNIT_WORDS, UNITS, M


def step(r: Reading) -> Period | None:
    """Read "last week", "this year", "early next month"."""
    if r.anchor is None:
        return None
    step, unit = STEP[r.groups["step"].lower()], r.groups["u"].lower()
    if unit == "weekend":
        saturday = periods.shift(r.anchor, "week", step).start + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)
    if r.groups["step"].lower() == "past" and (low := moved(r.anchor, unit, -1)):
        return Period(low, r.anchor, Precision.INTERVAL)
    previous = r.groups["step"].lower() == "previous" and r.named is not None and r.named.precision == UNITS[unit]
    whole = periods.shift(r.named.start if previous and r.named else r.anchor, UNITS[unit], step)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, part_named(part)) if part else whole


def part_of_this(r: Reading) -> Period | None:
    """Read "the end of the month"."""
    if r.anchor is None:
        return None
    return periods.part_of(
        periods.shift(r.anchor, UNITS[r.groups["u"].lower()], 0), part_named(r.groups["part"].lower())
    )


def ago(r: Reading) -> Period | None:
    """Read "three weeks ago": the whole week, month or year."""
    return None if r.anchor is None else shifted(r.anchor, r.groups["u"], -count_of(r.groups["c"]))


def past(r: Reading) -> Period | None:
    """Read "the past two years": from so long before the anchor up to it; "the previous" ones end at the date named."""
    if r.anchor is None:
        return None
    if r.groups["step"] == "previous":
        if r.named is None or (low := moved(r.named.start, r.groups["u"], -count_of(r.groups["c"]))) is None:
            return None
        return Period(low, r.named.start - timedelta(days=1), Precision.INTERVAL)
    low = moved(r.anchor, r.groups["u"], -count_of(r.groups["c"]))
    return None if low is None else Period(low, r.anchor, Precision.INTERVAL)


def coming(r: Reading) -> Period | None:
    """Read "the next five years": from the anchor so far on."""
    if r.anchor is None:
        return None
    high = moved(r.anchor, r.groups["u"], count_of(r.groups["c"]))
    return None if high is None else Period(r.anchor, high, Precision.INTERVAL)


def rest_of_this(r: Reading) -> Period | None:
    """Read "earlier this year" up to the anchor; "later this week" and "the rest of the year" from it."""
    if r.anchor is None:
        return None
    unit = r.groups["u"].lower()
    whole = season(replace(r, groups={"s": unit})) if unit in SEASONS else periods.shift(r.anchor, UNITS[unit], 0)
    if whole is None or not whole.start <= r.anchor <= whole.end:
        return whole
    if r.groups["part"].lower() == "earlier":
        return Period(whole.start, r.anchor, Precision.INTERVAL)
    return Period(r.anchor, whole.end, Precision.INTERVAL)


def year_end(r: Reading) -> Period | None:
    """Read "year-end": the last day of the anchor's year."""
    return None if r.anchor is None else periods.day(r.anchor.year, 12, 31)


def from_now(r: Reading) -> Period | None:
    """Read "two months from now": the whole month."""
    return None if r.anchor is None else shifted(r.anchor, r.groups["u"], count_of(r.groups["c"]))


def prior(r: Reading) -> Period | None:
    """Read "the prior year": the one before the anchor's."""
    return None if r.anchor is None else shifted(r.anchor, r.groups["u"], -1)


RULES: tuple[Rule, ...] = (
    rule(
        "step-unit",
        rf"\b(?:(?P<whole>[Tt]he\s)(?=\w+\sof\s))?(?:(?P<part>[Ee]arly|[Ll]ate|[Ee]nd|[Bb]eginning|[Mm]iddle|"
        rf"[Ss]tart)\s(?:of\s)?)?(?P<the>[Tt]he\s)?(?P<step>{STEPS})\s(?:fiscal\s|financial\s|calendar\s)?(?P<u>week|month|year|quarter|weekend|"
        rf"decade)\b(?!-|\sof\s(?:the\s)?(?:{M}|{UNIT_WORDS}))",
        step,
        A_STEP,
        A_SIZE,
    ),
    rule(
        "part-unit",
        r"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\sthe\s(?P<u>week|month|year|quarter)\b",
        part_of_this,
        A_BOUND,
        A_SIZE,
    ),
    rule(
        "ago",
        rf"(?<![\w.,])(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?:of\s)?(?P<u>{UNIT_WORDS})\s(?:ago|earlier\sthis)\b",
        ago,
        word_set("ago earlier"),
    ),
    rule(
        "vor",
        rf"\b[Vv]or\s(?P<c>{COUNT_WORDS})\s(?P<u>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\b",
        ago,
        word_set("vor"),
    ),
    rule(
        "past-units",
        rf"\b(?:(?P<the>[Tt]he|[Tt]hese)|[Oo]ver|[Ii]n)\s(?P<step>last|past|previous)\s(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS}|hours)\b",
        past,
        word_set("last past previous"),
        word_set("the these over in"),
    ),
    rule(
        "next-units",
        rf"\b(?P<the>[Tt]he)\s(?:next|coming)\s(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS}|hours)\b",
        coming,
        word_set("next coming"),
        word_set("the"),
    ),
    rule(
        "rest-of-unit",
        rf"\b(?P<part>[Ee]arlier|[Ll]ater)\s[Tt]his\s(?P<u>week|month|year|quarter|decade|{SEASON_WORDS})\b",
        rest_of_this,
        word_set("earlier later remainder rest"),
        A_SIZE | A_SEASON,
    ),
    rule(
        "rest-of-unit",
        r"\b(?P<the>the\s)?(?P<part>remainder|rest)\sof\s(?:the|this)\s(?:fiscal\s|financial\s)?(?P<u>week|month|year|quarter|decade)\b",
        rest_of_this,
        word_set("earlier later remainder rest"),
        A_SIZE | A_SEASON,
    ),
    rule("year-end", r"\b(?P<q>[Yy]ear[-\s]end)\b", year_end, word_set("year"), word_set("end")),
    rule(
        "from-now",
        rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>{UNIT_WORDS})\sfrom\snow\b",
        from_now,
        word_set("now"),
    ),
    rule("prior-unit", r"\b(?P<the>[Tt]he\s)(?:prior)\s(?P<u>year|quarter|month|week)\b", prior, word_set("prior")),
)
