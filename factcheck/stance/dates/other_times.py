"""Another time of the same: what was so once and is over, what was done on another occasion, a count on the way.

Asked only of what would else take a side. Levels: *of the claim's time, or not told*; *over* (the claim says that it is
so, the source that it was: "headed the agency from 2012 to 2018"); *earlier* ("had chaired the jury the year before",
"last year …; this time …"); *another occasion* ("in a separate case", "in the first leg"); *interim* ("with half of the
votes counted"). Each forbids both sides unless the claim speaks of that time itself. An "had" alone only tells the
order of one story, and says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import is_past, is_verb
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.stance.words.times_told import (
    COUNTING,
    EARLIER,
    FOR_GOOD,
    HAD_ONCE,
    IN_YEAR,
    SEPARATE,
    THEN,
    THIS_TIME,
)
from factcheck.text.sentences import sentence_at

STRENGTH = 0.5
_ANY_DAY = date(2000, 1, 1)
_ANOTHER_YEAR = 2
"""Years between a claim and what is told of a year, from which it is no late report of the same: our own choice."""
_PARTS = re.compile(
    r"(?<!\d)[,;:]|[,;:](?!\d)|[()–—]"
    r"|\b(?:but|aber|who|which|whom|whose|after|when|while|because|although|though|nachdem|weil|obwohl|während)\b"
)
"""Where a part of a sentence ends: what stands between two of them is told together."""
_OPENING = re.compile(r"[\W_]*(?:(?:but|and|yet|und|aber|it was not the first time)\b[:,]?\W*)?\Z", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|hatten?)\b(?:\s+[\w’'-]+){0,4}\s*\Z", re.IGNORECASE)
_HATTE = re.compile(r"\b(?:hatten?|waren?)\b", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:on|than|from|with|to|against|since|of|as|versus|gegenüber|als|nach|seit|zu)\s+(?:the |dem |der )?\Z",
    re.IGNORECASE,
)
"""Words behind which an earlier time is only what is compared with: "up 4% on the year before"."""
_COMPARED = re.compile(r"\b(?:from|than|compared|against|versus|up|down|gegenüber|statt|als|nach)\b", re.IGNORECASE)
_OF_A_COUNT = re.compile(
    r"[Cc]ount|[Rr]eport|declared|tall|[Bb]allot|recinct|votes? in|[Ff]irst round"
    r"|[Aa]uszähl|[Ww]ahlgang|[Zz]wischenstand|gezählt"
)
_INDEFINITE = re.compile(r"\b(?:an?|eine?[mnr]?)\s+(?=\w)", re.IGNORECASE)
_INDEFINITE_BEFORE = re.compile(r"\b(?:an?|eine?[mnr]?)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)


def told_of_earlier(pair: Pair, reasons: Sequence[Reason]) -> Reason | None:
    """Return a reason where what would bear out the claim is told of an earlier time, or of a count on the way."""
    interim = _interim(pair, [one.passage.start for one in pair.partners if one.claim.is_number])
    if interim is not None or _is_dated(pair.claim.text) or any(_counts(one) for one in reasons):
        return interim
    deeds = [one for one in _deeds(pair) if _is_told_once(pair, one)]
    if any(not FOR_GOOD.isdisjoint((one.claim.stem, one.passage.stem)) for one in deeds):
        return None
    for deed in deeds:
        for found in in_reach(pair, EARLIER, deed.passage.start):
            if _is_before_that(pair, deed.passage.start) and not _is_base(pair, found):
                return tells("an earlier time", found)
    return _at_another_turn(pair, deeds)


def told_of_another_occasion(pair: Pair, against: Sequence[Reason], claim_date: date | None) -> Reason | None:
    """Return a reason where all that speaks against the claim is told of another occasion of the kind."""
    places = [span.start for one in against for span in one.passage_spans]
    if not places:
        return None
    found = _interim(pair, places) or _separate(pair, places)
    if found is not None or _is_dated(pair.claim.text):
        return found
    if any(not FOR_GOOD.isdisjoint((one.claim.stem, one.passage.stem)) for one in _deeds(pair)):
        return None
    return _earlier(pair, places, claim_date)


def _counts(reason: Reason) -> bool:
    """Whether a figure agrees: it is the same occasion then."""
    return reason.comparator == "numbers" and reason.polarity is Polarity.SUPPORTS


@lru_cache(256)
def _is_dated(text: str) -> bool:
    """Whether a claim says itself when it was, or that it was before."""
    return bool(dates_of(text, _ANY_DAY)) or any(each.search(text) for each in (EARLIER, THEN, THIS_TIME, HAD_ONCE))


def _deeds(pair: Pair) -> list[Partner]:
    """Return what says in both texts what is done."""
    german = is_in_german(pair.claim.text)
    return [
        one
        for one in pair.partners
        if one.kind in ALIKE
        and one.claim.text.islower()
        and not one.claim.is_number
        and (german or is_told_deed(one.passage.folded) or is_told_deed(one.claim.folded) or _is_behind_had(pair, one))
    ]


def _is_told_once(pair: Pair, one: Partner) -> bool:
    """Whether the passage tells a deed in one place: who had won the year before may have won again."""
    return sum(word.stem == one.passage.stem for word in pair.passage.words) == 1


def _is_behind_had(pair: Pair, one: Partner) -> bool:
    """Whether a word stands right behind "had", and so is a verb whatever its form: "had set the record"."""
    return pair.passage.text[: one.passage.start].lower().endswith(("had ", "had been "))


def is_told_deed(folded: str) -> bool:
    """Whether a folded word can tell what was done: "opened", "sold", "won"."""
    verb = folded.split(" ", maxsplit=1)[0]  # of an idiom, which is one word: "struck a deal"
    return is_past(verb) or (is_verb(verb) and not verb.endswith(("s", "ing")))


def _interim(pair: Pair, places: Sequence[int]) -> Reason | None:
    """Return that what is told at some places is of votes that were not all counted, or None."""
    if _OF_A_COUNT.search(pair.passage.text) is None:  # most texts are of no vote
        return None
    return _told_at_all(pair, COUNTING, places, "an interim count")


def _separate(pair: Pair, places: Sequence[int]) -> Reason | None:
    return _told_at_all(pair, SEPARATE, places, "another occasion")


def _told_at_all(pair: Pair, pattern: re.Pattern[str], places: Sequence[int], what: str) -> Reason | None:
    """Return that all places are told under words of a kind that the claim has not."""
    if not places or not pattern.search(pair.passage.text) or pattern.search(pair.claim.text):
        return None
    first: Span | None = None
    for place in places:
        found = next(in_reach(pair, pattern, place), None)
        if found is None:
            return None
        first = first or found
    return tells(what, first) if first else None


def _earlier(pair: Pair, places: Sequence[int], claim_date: date | None) -> Reason | None:
    """Return that some figures, or what else differs, are told of an earlier time than an undated claim's, or None."""
    last: Span | None = None
    for place in places:
        last = next(_earlier_times(pair, place, claim_date), None)
        if last is None:
            return None
    return tells("an earlier time", last) if last else None


def _earlier_times(pair: Pair, place: int, claim_date: date | None) -> Iterator[Span]:
    for found in (*in_reach(pair, EARLIER, place), *in_reach(pair, HAD_ONCE, place, anywhere=True)):
        if not _is_base(pair, found) and not _COMPARED.search(pair.passage.text, place, found.start):
            yield found
    for found in in_reach(pair, IN_YEAR, place):
        year = next(int(word) for word in re.findall(r"\d{4}", found.text))
        far = claim_date is not None and abs(claim_date.year - year) >= _ANOTHER_YEAR
        if far or _is_of_any(pair) or any(_is_before_that(pair, one.passage.start) for one in _deeds(pair)):
            yield found


def _is_of_any(pair: Pair) -> bool:
    """Whether both texts tell of one of many: "an earthquake killed"."""
    opening = _INDEFINITE.match(pair.claim.text)
    if opening is None:
        return False
    noun = next((one for one in pair.partners if one.claim.start == opening.end()), None)
    return noun is not None and _INDEFINITE_BEFORE.search(pair.passage.text[: noun.passage.start]) is not None


def _is_before_that(pair: Pair, deed: int) -> bool:
    """Whether a deed is told as one before what the source tells: "had chaired"."""
    low, high = part_of(pair, deed)
    if is_in_german(pair.claim.text):
        return _HATTE.search(pair.passage.text, low, high) is not None
    return _HAD.search(pair.passage.text[low:deed]) is not None


def _at_another_turn(pair: Pair, deeds: Sequence[Partner]) -> Reason | None:
    """Return that a deed is of an earlier turn, which the source sets against this one, or None."""
    text = pair.passage.text
    for deed in deeds:
        low, high = part_of(pair, deed.passage.start)
        elsewhere = any(not low <= one.start() < high for one in THIS_TIME.finditer(text))
        here = THIS_TIME.search(text, low, high) is not None
        found = next(in_reach(pair, THEN, deed.passage.start), None) if elsewhere and not here else None
        if found is not None:
            return tells("an earlier time", found)
    return None


def in_reach(
    pair: Pair, pattern: re.Pattern[str], place: int, *, anywhere: bool = False, behind: bool = False
) -> Iterator[Span]:
    """Yield what a sentence has of a pattern that is told of a place of it.

    It opens the sentence, or stands in the part of the place, or right behind that; `anywhere`: wherever it stands;
    `behind`: only in what the passage goes on with behind that part.
    """
    text = pair.passage.text
    start, end = _sentence(pair, place)
    low, high = part_of(pair, place)
    if behind:
        start, end = high, len(text)
    for found in pattern.finditer(text, start, end):
        opens = _OPENING.match(text[start : found.start()]) is not None
        near = opens or low <= found.start() < high or 0 <= found.start() - high <= _NEXT
        if anywhere or behind or near:
            yield Span.cut(text, *found.span())


_NEXT = 2  # characters: ", "


def _sentence(pair: Pair, place: int) -> tuple[int, int]:
    return sentence_at(pair.passage.sentences, place) or (pair.start, pair.end)


def part_of(pair: Pair, place: int) -> tuple[int, int]:
    """Return the bounds of the part of a sentence, between two marks, that a place of the passage stands in."""
    text = pair.passage.text
    start, end = _sentence(pair, place)
    marks = [one.start() for one in _PARTS.finditer(text, start, end)]
    return max((at for at in marks if at <= place), default=start), min((at for at in marks if at > place), default=end)


def _is_base(pair: Pair, found: Span) -> bool:
    return _BASE.search(pair.passage.text[: found.start]) is not None


def tells(what: str, place: Span) -> Reason:
    """Return the reason that the source tells of another time, with the words that say so."""
    return Reason(
        comparator="dates",
        facet=Facet.WHEN,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source tells of {what}: “{place.text.strip()}”",
        passage_spans=(place,),
    )
