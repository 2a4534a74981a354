"""Of what does the sentence speak in which a value stands: of what the claim says it of, or of something beside it?

A passage of several sentences names the claim's subject in one and tells the like of another thing in the next: "The
bridge was opened in May. The car park cost £2 million." Levels: *the same, or not told* (the sentence has the claim's
words, a pronoun, or a noun that may stand for them: "the structure", "the company"); *another* (its own words stand in
their place, and the claim's only in another sentence). What is told of another bears nothing out and contradicts
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.located import places_of
from factcheck.stance.names.newcomers import brought_in
from factcheck.stance.names.stand_ins import OF_PERSONS, may_be, person_for_thing
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import NARROW, Alignment
from factcheck.stance.reading.texts import cover, is_light, is_name, words_between
from factcheck.text.words import Word

STRENGTH = 0.5
LEAST_ANSWERED = 0.5
"""Share of the claim answered below which nothing corroborates, so that what is brought in need not be asked."""
_TOLD_OF = frozenset(["numbers", "dates", "polarity", "shares", "durations", "results", "who"])
"""Comparators whose clash is of something; and of names those that say where; the others, and speakers, say of whom."""
_PRONOUNS = frozenset(
    [
        *("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "which"),
        *("er", "sie", "es", "dies", "dieser", "diese", "dieses", "wir", "ich"),
    ]
)
_PREPOSITIONS = frozenset(
    [
        *("to", "of", "in", "at", "by", "with", "for", "from", "on", "above", "below", "behind", "near", "before"),
        *("after", "beside", "around", "under", "over", "against", "about", "between", "through", "without", "than"),
    ]
)


class Another(NamedTuple):
    """What the claim speaks of, and what stands in its place in the sentence of a passage."""

    claim: Span
    passage: Span


def keep_to_bearer(pair: Pair, alignment: Alignment, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with what is told of another thing as context and one more that says so.

    Where the words are the same but for one value, it is told of the same.
    """
    told: list[Reason] = []
    found: Another | None = None
    counted = any(one.comparator in _VALUES and one.polarity is Polarity.OPPOSES for one in reasons)
    for one in reasons:
        other = None if _is_the_difference(alignment, one) else _of_another(pair, one)
        found = found or other
        told.append(replace(one, polarity=Polarity.CONTEXT) if other else one)
    if found is not None and counted:  # "the second phase cost" is no clash of "first" with "second" either
        told = [replace(one, polarity=Polarity.CONTEXT) if _lies_in_other(one, found) else one for one in told]
    found = found or _answered_of_another(pair)
    return [*told, _reason(found)] if found else reasons


def _is_the_difference(alignment: Alignment, reason: Reason) -> bool:
    slot = alignment.difference
    return slot is not None and any(
        slot.holds(one, other) for one in reason.claim_spans for other in reason.passage_spans
    )


_VALUES = frozenset(["numbers", "shares", "durations"])


def _of_another(pair: Pair, reason: Reason) -> Another | None:
    """Return of what else a clash is told."""
    if reason.polarity is not Polarity.OPPOSES or not reason.passage_spans:
        return None
    several = _told_of_several(pair, reason) if reason.comparator in _NAMING else None
    told = reason.comparator in _TOLD_OF or (reason.comparator == "names" and reason.facet is Facet.WHERE)
    bounds = _clause_of(pair, reason.passage_spans[0].start)
    if several is not None or not told or bounds is None:
        return several
    subject = _beside_subject(pair, bounds) if reason.comparator in _VALUES else None
    subject = _another_subject(pair, bounds) if reason.comparator == "polarity" else subject
    if subject is not None:
        return subject
    if bounds != (pair.passage.sentences[0][0], pair.passage.sentences[-1][1]):
        slots = _slots(pair, bounds, (reason.claim_spans, reason.passage_spans))
        slot = next((one for one, leads in slots if leads or reason.comparator != "polarity"), None)
        if slot is not None:
            return slot
    if reason.comparator in _VALUES:
        apart = _in_another_place(pair, bounds, reason.claim_spans) or _by_another_deed(pair, bounds, reason)
        return apart or _brought_in(pair, bounds, reason.claim_spans)
    return None if reason.comparator in _NAMING else _new_subject(pair, bounds, reason)


def _another_subject(pair: Pair, bounds: tuple[int, int]) -> Another | None:
    """Return the nouns that open the claim and a clause, where neither text has the other's: "teachers", "nurses".

    What is told of one of two kinds is not denied of the other. A name can be of any kind.
    """
    answered = {one.claim.start for one in pair.partners} | {one.passage.start for one in pair.partners}
    ours, theirs = _opening(pair.claim.words, answered), _opening(_words(pair, bounds), answered)
    missing = {word.start for word in pair.missing}
    if not ours or not theirs or any(map(is_name, theirs)) or any(word.start not in missing for word in ours):
        return None
    if any(word.text[0].isupper() for word in ours) or may_be(ours, theirs, pair):
        return None
    return Another(cover(pair.claim.text, ours), cover(pair.passage.text, theirs))


def _beside_subject(pair: Pair, bounds: tuple[int, int]) -> Another | None:
    """Return what opens a clause and only lies by what the claim opens with: "the road to the tunnel", "the tunnel"."""
    words = _words(pair, bounds)
    at = next((place for place, word in enumerate(words[:_HEAD]) if word.folded in _BESIDE), None)
    subject = next((one for one in pair.partners if at is not None and one.claim == pair.claim.content[0]), None)
    if at is None or subject is None:
        return None
    behind = next((word for word in words[at + 1 :] if not word.is_stop), None)
    head = [word for word in words[:at] if not word.is_stop]
    if behind != subject.passage or not head or head[-1].stem in pair.claim.stems or any(map(_is_told, head)):
        return None
    return Another(cover(pair.claim.text, [subject.claim]), cover(pair.passage.text, head))


_HEAD = 6  # words of a clause up to the small word that says by what its subject lies
_BESIDE = frozenset(["to", "near", "beside", "behind", "above", "below", "opposite", "neben", "hinter", "zum", "zur"])


def _is_told(word: Word) -> bool:
    return is_past(word.folded) or is_light(word)


def _opening(words: Sequence[Word], answered: Collection[int]) -> list[Word]:
    """Return the noun behind the article that opens a clause, with what stands before it, up to its verb."""
    if not words or words[0].folded not in _OPENERS:
        return []
    found: list[Word] = []
    for word in words[1 : 1 + _MOST_WORDS]:
        if word.start in answered or not _tells(word) or (found and is_past(word.folded)):
            break
        found.append(word)
    return found


_OPENERS = frozenset("the all some most many several die der das alle viele einige".split())  # noqa: SIM905


def _new_subject(pair: Pair, bounds: tuple[int, int], reason: Reason) -> Another | None:
    """Return a thing brought in of which something is denied or dated; what is denied of the claim's is none."""
    denied = reason.claim_spans[:1] if reason.comparator == "polarity" else ()
    end = denied[0].start if denied else len(pair.claim.text)
    but = (Span.cut(pair.claim.text, end, len(pair.claim.text)),)
    return _brought_in(pair, (bounds[0], reason.passage_spans[0].start), but)


def _brought_in(pair: Pair, bounds: tuple[int, int], but: Sequence[Span]) -> Another | None:
    new = brought_in(pair, bounds, but)
    return Another(*new) if new else None


def _in_another_place(pair: Pair, bounds: tuple[int, int], but: Sequence[Span]) -> Another | None:
    """Return where else than the claim has it a clause has its figure: "in Ostwick" for "in Halm", told of apart."""
    there = _words(pair, bounds)
    partners = _partners(pair)
    stems = {word.stem for word in there}
    for ours in places_of(pair.claim.text, pair.claim.words):
        if any(word.stem in stems or not _stands_elsewhere(pair, word, partners, bounds) for word in ours):
            continue
        if any(span.start <= ours[0].start < span.end for span in but):
            continue
        for theirs in places_of(pair.passage.text, there):
            if (is_name(theirs[0]) == is_name(ours[0])) and not may_be(ours, theirs, pair):
                return Another(cover(pair.claim.text, ours), cover(pair.passage.text, theirs))
    return None


_NAMING = frozenset(["names", "who"])


def _told_of_several(pair: Pair, reason: Reason) -> Another | None:
    """Return what a passage says of several in turn, none of which is the claim's: "exports to China …, to India …"."""
    there = reason.passage_spans[0]
    lead = _LEAD.search(pair.passage.text, max(0, there.start - _LEAD_REACH), there.start)
    if lead is None or not reason.claim_spans or not there.text[:1].isupper():
        return None
    again = re.compile(rf"{re.escape(lead.group())}(?=[A-Z])", re.IGNORECASE)
    others = [one.end() for one in again.finditer(pair.passage.text) if one.end() != there.start]
    told = [at for at in others if not pair.passage.text.startswith(there.text, at) and pair.passage.text[at].isupper()]
    return Another(reason.claim_spans[0], there) if told else None


_LEAD = re.compile(r"\b[\w’'-]+ (?:to|from|in|with|for|of|against) \Z")
_LEAD_REACH = 40  # characters


def _by_another_deed(pair: Pair, bounds: tuple[int, int], reason: Reason) -> Another | None:
    """Return the verb before the claim's figure and the one before the clause's, where the first stands elsewhere.

    "Destroyed 70 tanks" says nothing of how many were lost, even if losses are spoken of, too.
    """
    ours = _verb_before(pair.claim.words, reason.claim_spans[0].start) if reason.claim_spans else None
    theirs = _verb_before(_words(pair, bounds), reason.passage_spans[0].start)
    partners = {one.claim.start: one.passage for one in pair.partners}
    if ours is None or theirs is None or not _stands_elsewhere(pair, ours, partners, bounds):
        return None
    if any(same_word(word, theirs) for word in pair.claim.content):
        return None
    return Another(cover(pair.claim.text, [ours]), cover(pair.passage.text, [theirs]))


def _verb_before(words: Sequence[Word], at: int) -> Word | None:
    """Return the word of content that stands last before a place, if it is a verb of the past."""
    last = next((word for word in reversed(words) if word.end <= at and not (word.is_stop or is_light(word))), None)
    return last if last is not None and is_past(last.folded) else None


def _lies_in_other(reason: Reason, found: Another) -> bool:
    there = reason.comparator == "who" and reason.polarity is Polarity.OPPOSES
    return there and all(found.passage.start <= span.start < found.passage.end for span in reason.passage_spans)


def _sentence_of(pair: Pair, at: int) -> tuple[int, int] | None:
    return next((one for one in pair.passage.sentences if one[0] <= at < one[1]), None)


def _clause_of(pair: Pair, at: int) -> tuple[int, int] | None:
    """Return the bounds of the clause of a place: of its sentence, up to a "while", a "but" or a semicolon."""
    bounds = _sentence_of(pair, at)
    if bounds is None:
        return None
    start, end = bounds
    for mark in _ANOTHER_CLAUSE.finditer(pair.passage.text, start, end):
        start, end = (mark.end(), end) if mark.end() <= at else (start, min(end, mark.start()))
    return start, end


_ANOTHER_CLAUSE = re.compile(r"[,–—] ?(?:while|whereas|whilst|but|although|though|während|aber)\b|;", re.IGNORECASE)


def _answered_of_another(pair: Pair) -> Another | None:
    """Return what stands in the place of the claim's subject in the sentence that answers most of the rest."""
    if len(pair.passage.sentences) == 1:
        return None
    inside = [one for one in pair.passage.sentences if pair.start <= one[0] < pair.end]
    if not inside:
        return None
    bounds = inside[0]
    if len(inside) > 1:
        stems = {word.stem for word in pair.claim.content if not is_name(word)}
        bounds = max(inside, key=lambda one: len(stems & {word.stem for word in _words(pair, one)}))
    slots = _slots(pair, bounds, ((), ()), leading=True) if _may_lead(pair, bounds) else iter(())
    slot = next((one for one, _ in slots), None)
    if slot is not None or min(pair.coverage, pair.topic) < LEAST_ANSWERED:
        return slot
    return _brought_in(pair, bounds, ())


def _may_lead(pair: Pair, bounds: tuple[int, int]) -> bool:
    """Whether anything can stand in a sentence for what leads the claim: of most sentences this is told sooner.

    The first word of the claim that tells anything must be answered elsewhere, or a pronoun stand for it.
    """
    first = next(filter(_tells, pair.claim.words), None)
    if first is None:
        return False
    there = _words(pair, bounds)
    if not OF_PERSONS.isdisjoint([word.folded for word in there]):
        return True
    if first.stem in [word.stem for word in there]:
        return False
    return _stands_elsewhere(pair, first, _partners(pair), bounds)


def _partners(pair: Pair) -> dict[int, Word]:
    """Return the words of the passage that stand for those of the claim, by the places of these."""
    return {one.claim.start: one.passage for one in pair.partners if one.kind != "opposite"}


def _slots(
    pair: Pair,
    bounds: tuple[int, int],
    clashing: tuple[Sequence[Span], Sequence[Span]],
    *,
    leading: bool = False,
) -> Iterator[tuple[Another, bool]]:
    """Yield what stands for another thing in a sentence, and whether it leads claim and sentence.

    `clashing`: the values themselves, on either side; `leading`: only what leads.
    """
    left, right = pair.claim.words, _words(pair, bounds)
    there = {word.stem for word in right}
    partners = _partners(pair)
    blocks = LCSseq.editops([word.stem for word in left], [word.stem for word in right]).as_matching_blocks()
    begin = low = 0
    leads = True
    for block in blocks:
        between = left[begin : block.a], right[low : block.b]
        telling = [word for word in between[0] if _tells(word)]
        ours = [word for word in telling if not _lies_in(word, clashing[0])]
        following = right[block.b].start if block.size else 0
        own = _own(pair.passage.text, between[1], following) if ours else []
        theirs = [word for word in own if not _lies_in(word, clashing[1])]
        narrow = leads or max(map(len, between)) <= NARROW
        if not own and leads and ours and (person := person_for_thing(ours, between[1])) is not None:
            yield Another(cover(pair.claim.text, ours), cover(pair.passage.text, [person])), leads
        ends = not block.size and max(map(len, between)) <= NARROW  # "support the tax", for "support the plan"
        faces = (block.size or ends) and narrow and 0 < len(theirs) <= _MOST_WORDS
        if (
            faces
            and all(word.stem not in there and _stands_elsewhere(pair, word, partners, bounds) for word in ours)
            and not may_be(ours, theirs, pair)
        ):
            yield Another(cover(pair.claim.text, ours), cover(pair.passage.text, theirs)), leads
        leads = leads and not (telling or any(map(_tells, left[block.a : block.a + block.size])))
        if leading and not leads:
            return
        begin, low = block.a + block.size, block.b + block.size


_MOST_WORDS = 4
"""Telling words of what a sentence is about; of more, some say other things."""


def _words(pair: Pair, bounds: tuple[int, int]) -> tuple[Word, ...]:
    return words_between(pair.passage.words, *bounds)


def _stands_elsewhere(pair: Pair, word: Word, partners: dict[int, Word], bounds: tuple[int, int]) -> bool:
    """Whether a word of the claim is answered, and only outside of a sentence."""
    partner, told = partners.get(word.start), word.stem in pair.passage.content_stems
    if partner is not None and (partner.stem == word.stem or not told):
        return not bounds[0] <= partner.start < bounds[1]
    outside = (one for one in pair.passage.content if not bounds[0] <= one.start < bounds[1])
    return told and any(word.stem == one.stem for one in (*pair.near, *outside))


def _own(text: str, words: Sequence[Word], following: int) -> list[Word]:
    """Return the words that stand directly before what both texts have at `following`; none where a pronoun leads on.

    Of "Halm, the next town, has" it is Halm, of "in May, the town has" the town.
    """
    commas = [at for at in range(1, len(words)) if "," in text[words[at - 1].end : words[at].start]]
    closed = bool(words) and "," in text[words[-1].end : following]
    if commas:
        words = words[: commas[-1]] if closed else words[commas[-1] :]
    for at, word in enumerate(words):
        led = at > 0 and words[at - 1].folded in _PREPOSITIONS
        if word.folded in _PRONOUNS and not led and all(map(_goes_on, words[at + 1 :])):
            return []
    return [word for word in words if _tells(word) and not word.folded.endswith("ly")]


def _goes_on(word: Word) -> bool:
    """Whether a word behind a pronoun goes on with its clause, and names nothing: "it stayed"."""
    return word.is_stop or is_light(word) or is_past(word.folded)


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word) or word.is_number or word.folded in _ARTICLES)


_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"])


def _lies_in(word: Word, spans: Sequence[Span]) -> bool:
    return any(one.start <= word.start < one.end for one in spans)


def _reason(found: Another) -> Reason:
    return Reason(
        comparator="events",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the claim says it of “{found.claim.text}”, the source of “{found.passage.text}”",
        claim_spans=(found.claim,),
        passage_spans=(found.passage,),
    )
