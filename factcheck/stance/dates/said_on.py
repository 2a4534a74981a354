"""When it was said: does the passage give the words to the same day?

Levels: *same*; *another day* (of which a verb of speech in the passage tells); *not told*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from factcheck.domain import Claim, DateValue, Facet, Polarity, Precision, Reason, Span
from factcheck.stance.dates.dates import LEAST_TOPIC, SAME_STRENGTH, dates_within
from factcheck.stance.dates.years import overlap
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import alike, names_in
from factcheck.text.dates.telling import told_on

SAID_STRENGTH = 0.65
_WEEK = 7
_CUE_REACH = 40  # "said for the first time on Saturday, 3 June"
_NAME_REACH = 80  # "On 3 June the Defence Secretary, Anna Lind, announced that"
_CUE = re.compile(
    r"\b(?:(?:spoke|speaking)(?: to| with)?|said|says|told|stated|declared|stressed|added|announced|warned|insisted)\b"
    r"(?:(?!\b(?:that|to|would|will|had|has|was|were|is|are|he|she|they|it|we|i)\b)[^.;])*$",
    re.IGNORECASE,
)
"""A verb of speech and what stands between it and its day, but for the verb of another clause: "said he would come"."""
_OPENS = re.compile(
    r",? (?:[Tt]he )?[A-Z][^.;“”\"]{2,60}? "
    r"(?:said|told|stated|declared|stressed|added|announced|warned|insisted|noted)\b"
)

_BEGUN = re.compile(r"(?:\A.?|[.!?:;–—-][”\"’)]?\s+|\n\s*)(?:(?:on|late|early|am|and|but)\s+){0,2}\Z", re.IGNORECASE)
"""The beginning of a sentence, before its day."""


def compare_said(pair: Pair, claim: Claim | str, passage_date: date | None) -> Iterator[Reason]:
    """Yield at most one reason on *when* it was said: the claim's day beside the day next to the passage's cue."""
    if isinstance(claim, str) or claim.said_on is None or claim.said_on.precision is not Precision.DAY:
        return
    if pair.coverage < LEAST_TOPIC or pair.topic < LEAST_TOPIC or not _names_claimant(pair, claim):
        return
    days = dates_within(pair.passage.text, passage_date, pair.start, pair.end)
    places = [(one, one.span) for one in days if one.span is not None and one.precision is Precision.DAY]
    told = next((found for found in places if _is_behind_cue(pair, found[1])), None)
    told = told or next((found for found in places if _opens_saying(pair, found[1])), None)
    if told is None:
        return
    other, place = _past(told[0], passage_date), told[1]
    agreed = overlap(claim.said_on, other)
    yield Reason(
        comparator="said on",
        facet=Facet.WHEN,
        polarity=Polarity.SUPPORTS if agreed else Polarity.OPPOSES,
        strength=SAME_STRENGTH if agreed else SAID_STRENGTH,
        message=f"said {told_on(claim.said_on)} in the claim, {told_on(other)} in the source",
        passage_spans=(place,),
    )


def _is_behind_cue(pair: Pair, place: Span) -> bool:
    """Whether a verb of speech has the day: "said on Tuesday"."""
    return _CUE.search(pair.passage.text[max(pair.start, place.start - _CUE_REACH) : place.start]) is not None


def _opens_saying(pair: Pair, place: Span) -> bool:
    """Whether a day stands before who spoke and the verb: "On 3 June the minister said". It opens the sentence.

    Behind other words it is a day of what was said: "It will stop from 4 January, the trust said on Tuesday".
    """
    text = pair.passage.text
    opens = _OPENS.match(text[place.end : min(pair.end, place.end + _NAME_REACH)])
    return opens is not None and _BEGUN.search(text[max(0, place.start - _CUE_REACH) : place.start]) is not None


def _names_claimant(pair: Pair, claim: Claim) -> bool:
    """Whether the passage names the claimant, so that the day can be the day of these words."""
    if claim.claimant is None:
        return False
    name = claim.claimant.name
    return any(alike(name, one.text) for one in names_in(pair.passage.text))


def _past(value: DateValue, dateline: date | None) -> DateValue:
    """Return a day on which something *was* said: the weekday before the dateline, not the next one."""
    if dateline is None or value.start is None or value.end is None or value.start <= dateline:
        return value
    if value.start - dateline > timedelta(days=_WEEK):
        return value
    return replace(value, start=value.start - timedelta(days=_WEEK), end=value.end - timedelta(days=_WEEK))
