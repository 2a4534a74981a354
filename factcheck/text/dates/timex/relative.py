"""What counts from the anchor: "last week", "three years ago", "the past two months", "later this year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.months import month, season
from factcheck.text.dates.timex.rules import (
    A_BOUND,
    A_MONTH,
    A_SEASON,
    A_SIZE,
    A_STEP,
    A_YEAR,
    Reading,
    Rule,
    count_of,
    moved,
    part_named,
    rule,
    shifted,
    word_set,
)
from factcheck.text.dates.timex.words import (
    COUNT_WORDS,
    KIND_OF_YEAR,
    SEASON_WORDS,
    SEASONS,
    STEP,
    STEPS,
    UNIT_WORDS,
    UNITS,
    M,
    Y,
)

_STRETCHES = (
    "week",
    "month",
    "year",
    "decade",
    "century",
)  # "over the last week" ends today; "in the last quarter" does not
_FRACTIONS = {"half": 2, "quarter": 4}


_BEFORE_THAT = frozenset(["previous", "preceding", "prior"])
_NOT_SO_FINE = ("month", "quarter", "season", "year")


def step(r: Reading) -> Period | None:
    """Read "last week", "this year", "early next month", "over the next decade"."""
    if r.anchor is None:
        return None
    word, unit = r.groups["step"].lower(), r.groups["u"].lower()
    step = STEP[word]
    if word in _BEFORE_THAT and unit in ("week", "weekend") and r.named and r.named.precision in _NOT_SO_FINE:
        return None  # "said in June that 40 had died | the previous week": nobody tells which
    if unit == "weekend":
        saturday = periods.shift(r.anchor, "week", step).start + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)
    if "part" not in r.groups and unit in _STRETCHES and "kind" not in r.groups:
        if word == "past" or ("the" in r.groups and word == "last"):
            return _stretch(r.anchor, moved(r.anchor, unit, -1))
        if "the" in r.groups and word == "next":
            return _stretch(r.anchor, moved(r.anchor, unit, 1))
    return _stepped(r, r.anchor, step)


def _stepped(r: Reading, anchor: date, step: int) -> Period:
    """Return a whole unit some steps away, or a part of it; "the previous year" counts from a year named before."""
    unit = UNITS[r.groups["u"].lower()]
    previous = r.groups["step"].lower() == "previous" and r.named is not None and r.named.precision == unit
    at = r.named.start if previous and r.named else anchor
    whole = r.fiscal_year(at, step) if unit == "year" and "kind" in r.groups else periods.shift(at, unit, step)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, part_named(part)) if part else whole


def _stretch(anchor: date, other: date | None) -> Period | None:
    """Return the stretch between the anchor and a day before or after it."""
    return Period(min(anchor, other), max(anchor, other), Precision.INTERVAL) if other else None


def both(r: Reading) -> Period | None:
    """Read "this year and next", "last month and this"."""
    if r.anchor is None:
        return None
    unit = UNITS[r.groups["u"].lower()]
    one, other = (periods.shift(r.anchor, unit, STEP[r.groups[name].lower()]) for name in ("step", "more"))
    return Period(min(one.start, other.start), max(one.end, other.end), Precision.INTERVAL)


def part_of_this(r: Reading) -> Period | None:
    """Read "the end of the month", "mid-year", "late in the week"."""
    if r.anchor is None:
        return None
    unit = r.groups["u"].lower()
    whole = season(replace(r, groups={"s": unit})) if unit in SEASONS else periods.shift(r.anchor, UNITS[unit], 0)
    return periods.part_of(whole, part_named(r.groups["part"].lower())) if whole else None


def ago(r: Reading) -> Period | None:
    """Read "three weeks ago": the whole week, month or year; "two or three weeks ago" is both."""
    if r.anchor is None:
        return None
    count = count_of(r.groups.get("c", "one"))
    found = shifted(r.anchor, r.groups["u"], -count)
    if "low" not in r.groups or found is None:
        return found
    nearer = shifted(r.anchor, r.groups["u"], -count_of(r.groups["low"]))
    return Period(found.start, nearer.end, Precision.INTERVAL) if nearer and found.start <= nearer.end else None


def ago_and_a_half(r: Reading) -> Period | None:
    """Read "a year and a half ago": the month."""
    months = 12 * count_of(r.groups["c"]) + 6
    return None if r.anchor is None else shifted(r.anchor, "month", -months)


def part_of_century_ago(r: Reading) -> Period | None:
    """Read "half a century ago", "a quarter-century ago": the year."""
    years = 100 // _FRACTIONS[r.groups["half"].lower()]
    return None if r.anchor is None else shifted(r.anchor, "year", -years)


def past_and_a_half(r: Reading) -> Period | None:
    """Read "the past year and a half", "the last two-and-a-half years", "the past half-century"."""
    if r.anchor is None:
        return None
    fraction = r.groups.get("half", "").lower()
    months = 1200 // _FRACTIONS[fraction] if fraction else 12 * count_of(r.groups.get("c", "one")) + 6
    return _stretch(r.anchor, moved(r.anchor, "month", -months))


def past(r: Reading) -> Period | None:
    """Read "the past two years": from so long before the anchor up to it; "the previous" ones end at the date named."""
    if r.anchor is None:
        return None
    if r.groups["step"] in ("previous", "preceding", "prior"):
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


def rest_of_named(r: Reading) -> Period | None:
    """Read "the rest of 2018", "later in June": from the anchor on, or all of it where the anchor lies elsewhere."""
    named = replace(r, groups={name: value for name, value in r.groups.items() if name != "part"})
    whole = month(named) if "m" in r.groups else periods.year(int(r.groups["y"]))
    if whole is None or r.anchor is None or not whole.start <= r.anchor <= whole.end:
        return whole
    if r.groups["part"].lower() == "earlier":
        return Period(whole.start, r.anchor, Precision.INTERVAL)
    return Period(r.anchor, whole.end, Precision.INTERVAL)


def end_of_unit(r: Reading) -> Period | None:
    """Read "year-end", "the year’s end", "month-end": the last day of it."""
    if r.groups.get("y"):
        return periods.day(int(r.groups["y"]), 12, 31)
    if r.anchor is None:
        return None
    return periods.one_day(periods.shift(r.anchor, UNITS[r.groups["u"].lower()], 0).end)


def from_now(r: Reading) -> Period | None:
    """Read "two months from now": the whole month."""
    return None if r.anchor is None else shifted(r.anchor, r.groups["u"], count_of(r.groups["c"]))


def prior(r: Reading) -> Period | None:
    """Read "the prior year", "year-ago": the one before the year named last, else before the anchor's."""
    unit = r.groups["u"].lower()
    at = r.named.start if r.named is not None and r.named.precision == unit else r.anchor
    return None if at is None else shifted(at, unit, -1)


_KIND = rf"(?:(?P<kind>{KIND_OF_YEAR})[-\s](?=year))?"
_REST = word_set("earlier later remainder rest")
_LEAST = (
    rf"(?:(?P<low>{COUNT_WORDS})(?:\s(?:or|to)\s|(?<=\d)[-–]))?"  # "two or three weeks ago", "the past 5 to 8 years"
)
_STRETCH = rf"{UNIT_WORDS}|hours"
_DETERMINED = r"(?:(?P<the>[Tt]he|[Tt]hese)|[Oo]ver|[Ii]n|[Ff]or|[Dd]uring|[Ww]ithin)"
_HALVED = r"(?P<c>{count})[-\s]and[-\s]a[-\s]half[-\s]years?"

RULES: tuple[Rule, ...] = (
    rule(
        "step-unit",
        rf"\b(?:(?P<whole>[Tt]he\s)(?=\w+\sof\s))?(?:(?P<part>[Ee]arly|[Ll]ate|[Ee]nd|[Bb]eginning|[Mm]iddle|"
        rf"[Ss]tart)\s(?:of\s|in\s)?)?(?P<the>[Tt]he\s)?(?P<step>{STEPS})\s{_KIND}"
        rf"(?P<u>week|month|year|quarter|weekend|decade|century)\b(?!-|\sof\s(?:the\s)?(?:{M}|{UNIT_WORDS}|his|her|their|its)\b)",
        step,
        A_STEP,
        A_SIZE,
    ),
    rule(
        "step-unit",
        r"\b(?P<step>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<u>week|month|year|quarter)\s(?:and|or)\s(?P<more>next|this|last)\b"
        r"(?!\s(?:week|month|year|quarter|summer|spring|fall|autumn|winter|[A-Z]))",
        both,
        A_STEP,
        A_SIZE,
    ),
    rule(
        "part-unit",
        rf"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\sthe\s{_KIND}"
        rf"(?P<u>week|month|year|quarter|decade|century|{SEASON_WORDS})\b(?!-)",
        part_of_this,
        A_BOUND,
        A_SIZE | A_SEASON,
    ),
    rule(
        "part-unit",
        rf"\b(?P<part>[Ee]arly|[Ll]ate)\sin\sthe\s(?P<u>week|month|year|quarter|decade|century|{SEASON_WORDS})\b",
        part_of_this,
        word_set("early late"),
        A_SIZE | A_SEASON,
    ),
    rule(
        "part-unit",
        r"\b(?P<part>[Mm]id)-?(?P<u>year|month|week)\b(?!-)",
        part_of_this,
        word_set("mid midyear midmonth midweek"),
    ),
    rule(
        "ago",
        rf"(?<![\w.,–-]){_LEAST}(?P<c>{COUNT_WORDS})\s(?:of\s)?(?P<u>{UNIT_WORDS})\s(?:ago|earlier\sthis)\b",
        ago,
        word_set("ago earlier"),
    ),
    rule(
        "ago",
        rf"(?<![\w.,–-])(?:{_HALVED.format(count=COUNT_WORDS)}|(?P<c2>{COUNT_WORDS})\syears?\sand\sa\shalf)\sago\b",
        ago_and_a_half,
        word_set("ago"),
        word_set("half"),
    ),
    rule(
        "ago",
        r"\b(?P<a>(?:[Aa]\s)?(?P<half>[Hh]alf|[Qq]uarter)(?:[-\s]|\sa\s|\sof\sa\s)century)\sago\b",
        part_of_century_ago,
        word_set("ago"),
        word_set("century centuries"),
    ),
    rule(
        "year-ago",
        r"(?<![\w-])(?P<u>[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay)[-\s]ago\b|(?<![\w-])(?P<u2>[Yy]ear)-earlier\b",
        prior,
        word_set("ago earlier"),
        word_set("year month week day"),
    ),
    rule(
        "vor",
        rf"\b[Vv]or\s(?P<c>{COUNT_WORDS})\s(?P<u>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\b",
        ago,
        word_set("vor"),
    ),
    rule(
        "past-units",
        rf"\b{_DETERMINED}\s(?P<step>last|past|previous|latest|preceding|prior)\s{_LEAST}(?P<c>{COUNT_WORDS})\s(?P<u>{_STRETCH})\b(?!\sof\b)",
        past,
        word_set("last past previous latest preceding prior"),
        word_set("the these over in for during within"),
    ),
    rule(
        "past-units",
        rf"\b{_DETERMINED}\s(?:last|past)\s(?:{_HALVED.format(count=COUNT_WORDS)}|(?P<a>year\sand\sa\shalf)|"
        rf"(?P<half>half|quarter)[-\s]century)\b",
        past_and_a_half,
        word_set("last past"),
        word_set("half quarter"),
    ),
    rule(
        "next-units",
        rf"\b{_DETERMINED}\s(?:next|coming)\s{_LEAST}(?P<c>{COUNT_WORDS})\s(?P<u>{_STRETCH})\b(?!\sof\b)",
        coming,
        word_set("next coming"),
        word_set("the these over in for during within"),
    ),
    rule(
        "rest-of-unit",
        rf"\b(?P<part>[Ee]arlier|[Ll]ater)\s(?:[Tt]his|in\sthe)\s{_KIND}(?P<u>week|month|year|quarter|decade|century|{SEASON_WORDS})\b",
        rest_of_this,
        _REST,
        A_SIZE | A_SEASON,
    ),
    rule(
        "rest-of-unit",
        rf"\b(?P<the>[Tt]he\s)?(?P<part>remainder|rest)\sof\s(?:the|this)\s{_KIND}"
        rf"(?P<u>week|month|year|quarter|decade|century|{SEASON_WORDS})\b",
        rest_of_this,
        _REST,
        A_SIZE | A_SEASON,
    ),
    rule(
        "rest-of",
        rf"\b(?:(?P<the>[Tt]he\s)?(?P<part>remainder|rest)\sof|(?P<part2>[Ee]arlier|[Ll]ater)\sin)\s"
        rf"(?:(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?(?!\s\d)|(?P<y2>{Y})\b)",
        rest_of_named,
        _REST,
        A_MONTH | A_YEAR,
    ),
    rule(
        "year-end",
        rf"\b(?:(?:(?P<y2>{Y})\s)?(?P<u>[Yy]ear|[Mm]onth)(?:[-\s]end|['’]s[-\s]end)|(?P<the>the\s(?=year['’]))(?P<u2>year)['’]s\send|"
        rf"(?P<a>end-)(?P<u3>year))(?:\s(?P<y>{Y}))?\b(?!\s(?:{M}|\d)|-)",
        end_of_unit,
        word_set("year month"),
        word_set("end"),
    ),
    rule(
        "from-now",
        rf"\b(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS})\sfrom\snow\b",
        from_now,
        word_set("now"),
        word_set("from"),
    ),
    rule(
        "from-now",
        rf"\b[Ii]n\s(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS})['’]s?\stime\b",
        from_now,
        word_set("time"),
        word_set("in"),
    ),
    rule(
        "prior-unit",
        r"\b(?:(?P<the>[Tt]he\s)(?!prior[-\s]year\s(?:period|quarter|month|results?|earnings|profits?)))?"
        r"(?P<a>prior)[-\s](?P<u>year|quarter|month|week)\b",
        prior,
        word_set("prior"),
    ),
)
