"""Is the claim's date in the source that of what the claim tells, or of another thing?

"In 2022 the plant produced 60,000 cars, more than in 2021" bears out nothing of 2021. Levels: *its own, or not told*;
*another's* (what the source tells of the claim has another date, and the claim's own is that of what it is compared
with, of a noun that the claim has not, or of another part of the sentence). The last is no conflict: a second event may
have been then. Asked only of what would else be called corroborated. `own_place` asks it of a date behind its verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Reason
from factcheck.stance.dates.beside import as_many_as, compared_with, lead_of
from factcheck.stance.names.filling import DATE, Filler, are_one, are_rivals, are_side_by_side, fillers_in
from factcheck.stance.names.own_place import differs
from factcheck.stance.reading.pair import Pair
from factcheck.text.sentences import sentence_at

_PARTS = re.compile(r"[(–]|[,;:](?!\d)|\b(?:and|but|after|when|while|und|aber|nachdem|als|während)\b")
_OPENS = re.compile(
    r"[\W_]*(?:but |and |aber |und )?(?:(?:in|on|during|am|im|the|jahr(?:e|es)?|year) ){0,3}", re.IGNORECASE
)


def dates_another(pair: Pair) -> Reason | None:
    """Return a reason where the claim's date is in the source that of another thing only."""
    ours = [one for one in fillers_in(pair.claim.text, pair.claim.words) if one.kind == DATE]
    if not ours:
        return None
    theirs = [one for one in fillers_in(pair.passage.text, pair.stretch) if one.kind == DATE]
    for one in ours:
        own = [each for each in theirs if are_one(one, each)]
        others = [each for each in theirs if are_rivals(one, each) and one.parts.keys() == each.parts.keys()]
        if not own or not others or compared_with(pair.claim.text, one.span.start) is not None:
            continue
        found = [_dated_by(pair, each, others) for each in own]
        if all(found) and found[0] is not None:
            return differs(one, found[0])
    return None


def _dated_by(pair: Pair, own: Filler, others: Sequence[Filler]) -> Filler | None:
    """Return the date that the sentence of the claim's own date gives what the claim tells, where it is another one."""
    text = pair.passage.text
    start, end = sentence_at(pair.passage.sentences, own.span.start) or (pair.start, pair.end)
    beside = [
        each for each in others if start <= each.span.start < end and compared_with(text, each.span.start) is None
    ]
    if not beside or as_many_as(text, own.span.start, start):
        return None
    told = _told(pair, start, end, [own, *others])
    base = compared_with(text, own.span.start, start)
    if base is not None and not any(base <= at < own.span.start for at in told):
        return beside[0]
    of_noun = _of_a_noun(pair, own, beside, told)
    if of_noun is not None:
        return of_noun
    if _follows(pair, own, told):
        return None
    return _opening(pair, own, beside, told) or _of_its_part(pair, own, beside, told)


def _told(pair: Pair, start: int, end: int, dates: Sequence[Filler]) -> list[int]:
    """Return where a sentence tells what the claim does, but for the dates."""
    places = {one.passage.start for one in pair.partners if start <= one.passage.start < end}
    return sorted(at for at in places if not any(one.span.start <= at < one.span.end for one in dates))


def _of_a_noun(pair: Pair, own: Filler, others: Sequence[Filler], told: Sequence[int]) -> Filler | None:
    """Return the date that goes with what is told, where the claim's own says which noun of it is meant.

    "The singer on 2 August cancelled the concert of 14 August".
    """
    text, words = pair.passage.text, pair.stretch
    if not _OF.search(text, 0, own.span.start) or not told or told[-1] > own.span.start or _claim_has_of(pair):
        return None
    for other in others:
        led_by = lead_of(text, words, other.span.start)
        behind = next((word for word in words[other.last + 1 :] if not word.is_stop), None)
        if other.first < own.first and any(word is not None and word.start in told for word in (led_by, behind)):
            return other
    return None


_OF = re.compile(r"\b(?:of|vom|von)(?: the| dem)? \Z", re.IGNORECASE)


def _claim_has_of(pair: Pair) -> bool:
    dates = [one for one in fillers_in(pair.claim.text, pair.claim.words) if one.kind == DATE]
    return any(_OF.search(pair.claim.text, 0, one.span.start) for one in dates)


def _follows(pair: Pair, own: Filler, told: Sequence[int]) -> bool:
    """Whether a date stands right behind what the claim tells, or alone before it: "in 2023, the hospital"."""
    low, high = _part_of(pair, own.span.start)
    led_by = lead_of(pair.passage.text, pair.stretch, own.span.start)
    if led_by is not None and led_by.start >= low:
        return led_by.start in told or led_by.is_number
    return not pair.passage.text[own.span.end : high].strip()


def _opening(pair: Pair, own: Filler, others: Sequence[Filler], told: Sequence[int]) -> Filler | None:
    """Return a date that opens the sentence, where the claim's own follows a word that the claim has not.

    "In September the court sentenced the banker for a fraud in March".
    """
    text = pair.passage.text
    start, _ = sentence_at(pair.passage.sentences, own.span.start) or (pair.start, pair.end)
    first = next((each for each in others if _OPENS.fullmatch(text, start, each.span.start)), None)
    if first is None or not told or not told[-1] < own.span.start:
        return None
    if re.search(r"\b(?:that|dass)\b", text[first.span.end : told[0]]):
        return None  # what opens it is when it was said
    return first


def _of_its_part(pair: Pair, own: Filler, others: Sequence[Filler], told: Sequence[int]) -> Filler | None:
    """Return the date of the part of a sentence that tells most of the claim, where its own is in another part.

    "In 2020 the factory stood still, but in 2021 it produced 300 trams".
    """
    part, words = _part_of(pair, own.span.start), pair.stretch
    small = words[own.first - 1].folded if own.first else ""
    for other in others:
        if other.first < own.first and are_side_by_side(pair.passage.text, words, other, own, [own, *others], small):
            continue  # "on 2 May, on 4 May and on 6 May"
        low, high = _part_of(pair, other.span.start)
        inside = sum(low <= at < high for at in told)
        with_own = sum(part[0] <= at < part[1] for at in told)
        if (low, high) != part and inside >= _MOST * len(told) and with_own <= 1 < inside:
            return other
    return None


_MOST = 0.6
"""Share of what a sentence tells of the claim that stands in the part: our own choice, for one word may be outside."""


def _part_of(pair: Pair, place: int) -> tuple[int, int]:
    start, end = sentence_at(pair.passage.sentences, place) or (pair.start, pair.end)
    marks = [one.start() for one in _PARTS.finditer(pair.passage.text, start, end)]
    return max((at for at in marks if at <= place), default=start), min((at for at in marks if at > place), default=end)
