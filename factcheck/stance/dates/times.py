"""Times of day: does the passage say that it happened at the same time of the day?

Levels: *same* (equal, or as near as "about nine" and a full hour are told); *differ* (what the claim tells with its
time is told there with one time, `LEAST_APART` minutes or more from it); *not compared* (the time there is told of
another deed, in another zone, or as one of several).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.reading.texts import Text, is_deed, is_light, is_name, words_between
from factcheck.text.dates.clock_times import DAY, Bearing, ClockTime, clock_times
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

SAME_STRENGTH, DIFFER_STRENGTH = 0.5, 0.75
LEAST_TOPIC = 0.75
"""Share of what the claim says of its event that must be answered before two times differ. Source: our own choice."""
ROUGHLY, LEAST_APART = 10, 20
"""Minutes by which a rounded time may be off and be the same, and from which two times are no rounding of one."""
_BY_SIDE = 360
"""Minutes up to which a time lies before or after another of the same day."""
_ROUND = 30


def compare_times(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each time of day of the claim that the stretch answers with one."""
    asked = clock_times(pair.claim.text)
    given = clock_times(pair.passage.text, pair.start, pair.end) if asked else ()
    for one in asked if given else ():
        agreed = [other for other in given if _agree(one, other)]
        told = _told_of_it(pair, one, given)
        same = next((other for other in agreed if other in told or _is_of_deed(pair, other)), None)
        elsewhere = all(_nearest_deed(pair, other) is not None for other in agreed)
        if same is not None:
            yield _reason(one, same, Polarity.SUPPORTS, SAME_STRENGTH)
        elif elsewhere and len({other.minutes for other in told}) == 1:
            alone = _is_answered(pair, asked, verbatim=alignment.verbatim) and not negations_of(pair.claim.text)
            differ = alone and _differ(one, told[0])
            yield _reason(one, told[0], Polarity.OPPOSES if differ else Polarity.CONTEXT, DIFFER_STRENGTH)
        elif agreed:
            yield _reason(one, agreed[0], Polarity.CONTEXT, SAME_STRENGTH)


def _gap(one: ClockTime, other: ClockTime) -> int:
    """Return by how many minutes the second is later, at the least, from minus to plus half a day."""
    gaps = [(theirs - ours + DAY // 2) % DAY - DAY // 2 for ours in one.minutes for theirs in other.minutes]
    return min(gaps, key=abs)


def _agree(one: ClockTime, other: ClockTime) -> bool:
    """Whether two times are one, or the second lies where the first says."""
    gap = _gap(one, other)
    if one.bearing in _SIDES and other.bearing is Bearing.AT:
        return 0 <= gap * _SIDES[one.bearing] <= _BY_SIDE and _in_one_zone(one, other)
    return _comparable(one, other) and abs(gap) <= _slack(one, other) and (not gap or _in_one_zone(one, other))


_SIDES = {Bearing.BEFORE: -1, Bearing.AFTER: 1}


def _comparable(one: ClockTime, other: ClockTime) -> bool:
    """Whether two times can be of one moment of what is told: where it begins, where it ends, or when it was."""
    bearings = {one.bearing, other.bearing}
    sided = one.bearing in _SIDES and other.bearing is Bearing.AT
    return sided or len(bearings) == 1 or bearings == {Bearing.AT, Bearing.FROM}


def _slack(one: ClockTime, other: ClockTime) -> int:
    """Return the minutes by which two times may differ and be one: what is told roughly, or at a full half hour."""
    if one.about or other.about:
        return ROUGHLY
    return 0 if one.minutes[0] % _ROUND and other.minutes[0] % _ROUND else _NEAREST


_NEAREST = 2


def _differ(one: ClockTime, other: ClockTime) -> bool:
    """Whether not both times can be true of one event."""
    gap = _gap(one, other)
    if not _in_one_zone(one, other):
        return False
    if one.bearing in _SIDES and other.bearing is Bearing.AT:
        return LEAST_APART <= -gap * _SIDES[one.bearing] <= _BY_SIDE
    return one.bearing is other.bearing and one.bearing not in _SIDES and abs(gap) >= LEAST_APART


def _in_one_zone(one: ClockTime, other: ClockTime) -> bool:
    return one.zone.replace("GMT", "UTC") == other.zone.replace("GMT", "UTC")


def _is_answered(pair: Pair, times: Sequence[ClockTime], *, verbatim: bool) -> bool:
    """Whether the passage tells of the deed of the claim, of most of what else it says, and of no like event.

    "The attack occurred at ten" can be of any attack: it takes a name or a day that both have, more words, or the
    claim's own wording (`verbatim`).
    """
    german = is_in_german(pair.claim.text)
    lost = {word.start for word in (*pair.missing, *pair.near)}
    words = [word for word in pair.claim.content if not (_inside(word, times) or is_light(word))]
    said = [word for word in words if german or not is_name(word)]
    silent = [word for word in said if word.start in lost]
    answered = [word for word in words if word.start not in lost]
    known = len(answered) + sum(map(is_name, answered)) * (not german)
    identified = verbatim or known >= (_KNOWN_IN_GERMAN if german else _KNOWN)
    return identified and not any(map(is_deed, silent)) and len(silent) <= (1 - LEAST_TOPIC) * len(said)


_KNOWN, _KNOWN_IN_GERMAN = 4, 3
"""Words that both texts have, from which they tell of one event; a name or weekday counts twice, where nouns do not."""


def _told_of_it(pair: Pair, one: ClockTime, given: Sequence[ClockTime]) -> list[ClockTime]:
    """Return the times of the passage, of the claim's bearing, that are told of what the claim tells with its own.

    The words of the passage next to such a time are the claim's, down to one that is no name: "the fire broke out at
    9", "at 9 the fire broke out"; not "police were called to the fire at 9". Of several it is the one beside the word
    that the claim has beside its own: "began at 9 and ended at 12".
    """
    answers = {other.passage.start: other.claim.start for other in pair.partners if other.kind != "opposite"}
    found: list[tuple[ClockTime, int]] = []
    for other in given:
        before, after = _around(pair.passage, given, other)
        word = _first_unnamed(before[::-1] or after, answers) if _comparable(one, other) else None
        if word is not None:
            found.append((other, answers[word.start]))
    if len({other.minutes for other, _ in found}) > 1:
        before, after = _around(pair.claim, clock_times(pair.claim.text), one)
        beside = next((word.start for word in (before[::-1] or after) if not is_name(word)), None)
        found = [(other, word) for other, word in found if word == beside]
    return [other for other, _ in found]


def _first_unnamed(words: Sequence[Word], answers: Mapping[int, int]) -> Word | None:
    """Return the first word that is no name, where it and all before it answer the claim."""
    for word in words:
        if word.start not in answers:
            return None
        if not is_name(word):
            return word
    return None


def _is_of_deed(pair: Pair, other: ClockTime) -> bool:
    """Whether the nearest deed beside a time is one of the claim: "broke out on the second floor at 9"."""
    nearest = _nearest_deed(pair, other)
    return nearest is not None and any(
        one.passage.start == nearest.start for one in pair.partners if one.kind != "opposite"
    )


def _nearest_deed(pair: Pair, other: ClockTime) -> Word | None:
    before, after = _around(pair.passage, clock_times(pair.passage.text, pair.start, pair.end), other)
    return next((word for word in (*reversed(before), *after) if is_deed(word)), None)


def _around(whole: Text, times: Sequence[ClockTime], one: ClockTime) -> tuple[list[Word], list[Word]]:
    """Return the words of content of a time's sentence, before it and behind it, without those of dates and times."""
    start, end = sentence_at(whole.sentences, one.span.start) or (0, len(whole.text))
    words = [
        word
        for word in words_between(whole.content, start, end)
        if word.folded not in _BESIDE and not _inside(word, times)
    ]
    return [word for word in words if word.start < one.span.start], [w for w in words if w.start > one.span.start]


_BESIDE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight local time shortly just
    soon around about roughly approximately nearly almost
    montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute""".split()  # noqa: SIM905
)
"""What stands beside a time and says nothing of the event."""


def _inside(word: Word, times: Sequence[ClockTime]) -> bool:
    return any(one.span.start <= word.start < one.span.end for one in times)


def _reason(one: ClockTime, other: ClockTime, polarity: Polarity, strength: float) -> Reason:
    same = one.span.text.lower() == other.span.text.lower()
    message = f"the claim says {one.span.text}; the source says {other.span.text}"
    return Reason(
        comparator="dates",
        facet=Facet.WHEN,
        polarity=polarity,
        strength=strength,
        message=f"both say {one.span.text}" if same else message,
        claim_spans=(one.span,),
        passage_spans=(other.span,),
    )
