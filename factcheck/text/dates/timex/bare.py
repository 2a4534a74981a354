"""Days and nights told by themselves, and comparisons with the year before: "on the 5th", "from a year earlier".

Each counts from the date named last, else from the anchor.
"""

from __future__ import annotations

from datetime import timedelta

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.rules import A_NUMBER, Reading, Rule, rule, word_set
from factcheck.text.dates.timex.words import D, W

_MONTHS_BACK = 2  # months in which a day without its month is looked for: the 31st is not in each
_RECENT = timedelta(days=7)
_ENDS = (
    r"(?=\s*(?:[.,;:)”\"’]|$)|\s(?:and|but|or|when|while|after|before|at|by|in|to|he|she|they|it|we|his|her|their|its|"
    r"was|were|is|are)\b)"
)
"""What can follow a day, and no noun that it counts ("on the 18th hole")."""


def nth(r: Reading) -> Period | None:
    """Read "on the 5th": of the month named last, else the last one before the anchor, or the next one ahead."""
    number = int(r.groups["d"])
    if r.named is not None and r.named.precision in (Precision.DAY, Precision.MONTH):
        start = r.named.start
        later = r.named.precision is Precision.DAY and number < start.day
        return periods.day(*_moved(start.year, start.month + later), number)
    if r.anchor is None:
        return None
    passed = number < r.anchor.day if r.forward else number > r.anchor.day
    way = 1 if r.forward else -1
    steps = range(int(passed), int(passed) + _MONTHS_BACK)
    found = (periods.day(*_moved(r.anchor.year, r.anchor.month + way * step), number) for step in steps)
    return next((one for one in found if one is not None), None)


def _moved(year: int, month: int) -> tuple[int, int]:
    """Return year and month, where the month runs over."""
    return year + (month - 1) // periods.MONTHS_OF_YEAR, (month - 1) % periods.MONTHS_OF_YEAR + 1


def overnight(r: Reading) -> Period | None:
    """Read "overnight": the night behind a day named shortly before, else the night before the anchor."""
    if r.anchor is None:
        return None
    day = timedelta(days=1)
    named = (
        r.named is not None and r.named.precision is Precision.DAY and r.anchor - _RECENT <= r.named.start < r.anchor
    )
    first = r.named.start if named and r.named else r.anchor - day
    return Period(first, first + day, Precision.INTERVAL)


def compared(r: Reading) -> Period | None:
    """Read "from a year earlier" beside a month, a quarter or another part of a year: the same part, a year before."""
    named = r.named
    part = named is not None and named.precision in (Precision.MONTH, Precision.QUARTER, Precision.INTERVAL)
    return same_a_year_before(named) if named is not None and part else None


def same_a_year_before(named: Period) -> Period | None:
    """Return the same months of the year before; None where they are no whole months, or more than a year."""
    first, last = named.start, named.end
    count = (last.year - first.year) * periods.MONTHS_OF_YEAR + last.month - first.month + 1
    whole = periods.months(first.year, first.month, count, named.precision)
    if count > periods.MONTHS_OF_YEAR or (whole.start, whole.end) != (first, last):
        return None
    return periods.months(first.year - 1, first.month, count, named.precision)


RULES: tuple[Rule, ...] = (
    rule(
        "bare-day",
        rf"\b[Oo]n\s(?P<the>the\s)(?P<d>{D})(?:st|nd|rd|th)\b{_ENDS}",
        nth,
        word_set("st nd rd th"),
        word_set("on"),
        word_set("the"),
    ),
    rule(
        "bare-day",
        rf"\b(?P<a>[Aa]m\s)(?P<d>{D})\.(?=\s[a-zäöüß]|\s?$|,)",
        nth,
        word_set("am"),
        A_NUMBER,
        german=True,
    ),
    rule(
        "overnight",
        r"(?<![Aa]n\s)(?<!the\s)(?<!his\s)(?<!her\s)(?<!its\s)(?<!our\s)(?<!of\s)"
        rf"\b(?P<o>[Oo]vernight)(?!\son\s{W}|\s(?:into|from|between|by|to)\s){_ENDS}",
        overnight,
        word_set("overnight"),
    ),
    rule(
        "overnight",
        r"\b(?P<o>[Üü]ber\sNacht)\b",
        overnight,
        word_set("nacht"),
        german=True,
    ),
    rule(
        "a-year-back",
        r"(?:(?<=\bfrom\s)|(?<=\bthan\s)|(?<=\bover\s)|(?<=\bagainst\s)|(?<=\bwith\s))"
        r"(?P<c>(?:a|one)\s)(?P<u>year\s)(?:earlier|ago|before)\b",
        compared,
        word_set("year"),
        word_set("earlier ago before"),
    ),
)
