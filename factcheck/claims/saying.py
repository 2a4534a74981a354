"""Tell when somebody said it: a date beside the cue, the speaker's last dated sentence, or "by publication"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.claims.attribution import Attribution
from factcheck.domain import DateValue, Precision

LEAD = 30  # characters before a date at the head of a sentence: "On", "In a speech on"
NEAR = 60  # characters after a cue in which a date still dates the saying

BESIDE = 12  # characters after a cue in which even a year alone dates the saying: "said in 2004"

_ASIDE = re.compile(
    r"(?:,\s(?:(?:[a-z]+\s){0,3}(?:who|whom|which|whose|where|when)|(?:[a-z]+ly\s|first\s|who\s)?[a-z]+(?:ed|[wo]n)(?=\s))|"
    r"\b(?:who|which|that\s(?:was|were|is|has|had|began|took|came|[a-z]+ed)))\b(?:[^,;:“”\"]|,(?=\s\d))*$"
)  # up to the end of what is searched: the aside is not closed yet; "May 3, 2019" holds a comma
_MADE_PUBLIC = re.compile(
    r"\b(?:publish|releas|issu|post|record|deliver|print|televis|dat|conduct|circulat|obtain|review|broadcast(?=\s)|"
    r"given|gave|sent|held|made|aired|written|wrote|taken|fil|ask|testifi|address|interview|spoke|speaking|talking)(?:ed)?\s"
    r"(?:[a-z]+\s){0,4}$"
)  # "in a letter that was published on": the medium is dated, and with it the saying

Pair = tuple[int, int]


def beside_cue(
    text: str, dates: Sequence[DateValue], sentence: Pair, found: Sequence[Attribution], published: date | None
) -> DateValue | None:
    """Return the date of `dates` that dates the saying, and not what is said or what an aside tells, or None."""
    contents = [a.content for a in found if not a.whole_clause]
    latest = published + timedelta(days=1) if published else date.max
    for value in dates:
        if value.span is None or value.start is None or value.start > latest or _inside(value.span.start, contents):
            continue
        if value.precision is Precision.YEAR and not any(
            a.cue and 0 <= value.span.start - a.cue[1] <= BESIDE for a in found
        ):
            continue
        if _in_aside(text, value.span.start, sentence, found):
            continue
        if value.span.start - sentence[0] <= LEAD or any(_near(value.span.start, a) for a in found):
            return value
    return None


def _inside(at: int, spans: Sequence[Pair]) -> bool:
    return any(low <= at < high for low, high in spans)


def _in_aside(text: str, at: int, sentence: Pair, found: Sequence[Attribution]) -> bool:
    """Tell whether a date stands in a relative or participial clause, whose event it dates: ", who was elected on"."""
    opened = _ASIDE.search(text, sentence[0], at)
    if opened is None or _MADE_PUBLIC.search(text, opened.start(), at):
        return False
    return not any(a.cue and opened.start() <= a.cue[0] < at for a in found)


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
