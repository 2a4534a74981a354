"""Tell when somebody said it: a date beside the cue, the speaker's last dated sentence, or "by publication"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.claims.attribution import Attribution
from factcheck.domain import DateValue, Precision

LEAD = 30  # characters before a date at the head of a sentence: "On", "In a speech on"
NEAR = 60  # characters after a cue in which a date still dates the saying

BESIDE = 12  # characters after a cue in which even a year alone dates the saying: "said in 2004"

Pair = tuple[int, int]


def beside_cue(
    dates: Sequence[DateValue], sentence: Pair, found: Sequence[Attribution], published: date | None
) -> DateValue | None:
    """Return the date of `dates` that dates the saying and not what is said, or None."""
    contents = [a.content for a in found if not a.whole_clause]
    latest = published + timedelta(days=1) if published else date.max
    for value in dates:
        if value.span is None or value.start is None or value.start > latest or _inside(value.span.start, contents):
            continue
        if value.precision is Precision.YEAR and not any(
            a.cue and 0 <= value.span.start - a.cue[1] <= BESIDE for a in found
        ):
            continue
        if value.span.start - sentence[0] <= LEAD or any(_near(value.span.start, a) for a in found):
            return value
    return None


def _inside(at: int, spans: Sequence[Pair]) -> bool:
    return any(low <= at < high for low, high in spans)


def _near(at: int, attribution: Attribution) -> bool:
    if attribution.cue is None or attribution.mention is None:
        return False
    low = min(attribution.cue[0], attribution.mention[0])
    high = max(attribution.cue[1], attribution.mention[1])
    return low <= at <= high + NEAR


def inherited(value: DateValue) -> DateValue:
    """Return a date as one taken over from an earlier sentence."""
    return replace(value, inherited=True)


def until(published: date | None) -> DateValue | None:
    """Return "not later than the day of publication", or None where that is not known."""
    if published is None:
        return None
    return DateValue(start=None, end=published, precision=Precision.UNTIL, rule="until-published")


__all__ = ["beside_cue", "inherited", "until"]
