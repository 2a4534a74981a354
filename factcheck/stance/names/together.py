"""Does the passage answer the claim in one place, or here a word and there a word?

An archive of a topic has nearly every word of a claim somewhere in a long sentence; only where they stand together do
they say what the claim says. Two measures: the share of the claim's weight that one short run of the passage answers,
and the share of its words that are answered in the claim's order. A claim of few words has to be followed closely: any
sentence can have three of its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from factcheck.domain import Span
from factcheck.stance.names.roles import is_told_in_passive
from factcheck.stance.reading.lasting import only_lasts
from factcheck.stance.reading.negations import negation, turns_sentence
from factcheck.stance.reading.pair import FEW, Pair
from factcheck.stance.reading.slots import Alignment, Slot, alike
from factcheck.stance.reading.texts import cover, is_name, weight
from factcheck.text.words import Word

# Source of the thresholds: 64 suggestions for 24 news articles beside an archive of their topic, 56 of them wrong, read
# 2026-11 (tests/quality/gold/suggestions.jsonl, part mended); FEVER-symmetric dev, Emergent tune and planted edits
# lose few of what was right.
CLOSE_SHARE, CLOSE_TOGETHER = 0.6, 0.55
"""Share of a claim's words in order, and of its weight in one run, from which the passage follows its wording."""
CLASH_TOGETHER, REST_TOGETHER = 0.65, 0.72
"""Share of the weight, and of the weight without what clashes, from which a passage worded otherwise clashes."""
ALL_TOGETHER = 0.95
"""The same for a claim of few words whose order is another one: "112 were arrested", "police arrested 37"."""
TOLD_TOGETHER = 0.68
AGREED_TOGETHER = 0.5
"""The same where a number, a date or a quotation agrees as well."""
WHOLLY_TOGETHER = 0.9
WORD_FOR_WORD = 0.95
"""Share of the words of a claim of two or three words of content that must stand there in order."""
ORDERED_SHARE, ORDERED = 0.5, 0.75
"""Share of the words in order, and of the claim answered, from which it is followed half closely."""
_RUN, _SPARE = 1.5, 3
"""A run is so many times as long as the claim, and a few words more."""


def clashes_in_one_place(
    pair: Pair, alignment: Alignment, clashing: Sequence[Span], *, values: bool = False, denied: bool = False
) -> bool:
    """Whether the passage is so much about what the claim says that another value there contradicts it.

    `clashing`: the places of the claim that the passage contradicts, and so does not answer; `values`: they are figures
    and dates alone; `denied`: they are what one text denies or turns into its opposite, alone.
    """
    if alignment.verbatim:
        return True
    together = answered_together(pair)
    silent = [w for w in (*pair.missing, *pair.near) if not any(s.start <= w.start < s.end for s in clashing)]
    silent = [
        word for word in silent if not (denied and turns_sentence(pair.claim.words, pair.claim.words.index(word)))
    ]
    if alignment.share >= CLOSE_SHARE or (values and _share_but_bounds(pair, alignment, clashing) >= CLOSE_SHARE):
        return together >= CLOSE_TOGETHER or (values and not silent) or (denied and _all_together(pair, clashing))
    if not is_long(pair):
        ordered = alignment.share >= ORDERED_SHARE and answered_in_order(pair, clashing) >= ORDERED
        whole = (values or denied) and _size(pair) >= FEW - 1 and _all_together(pair, clashing)
        if denied and all(map(negation, silent)) and is_told_in_passive(pair):
            return True  # "never sold it" beside "it was sold by"
        return not silent and (ordered or whole)
    half_close = alignment.share >= ORDERED_SHARE and pair.coverage >= ORDERED
    return together >= CLASH_TOGETHER or half_close or answered_together(pair, clashing) >= REST_TOGETHER


def _share_but_bounds(pair: Pair, alignment: Alignment, clashing: Sequence[Span]) -> float:
    """Return the share of the claim's words that stand there in order, without those of a bound: "more than 40"."""
    bounds = [
        word for span in clashing for word in takewhile(lambda one: not one.is_number, _within(pair.claim.words, span))
    ]
    total = len(pair.claim.words)
    return alignment.share * total / ((total - len(bounds)) or 1)


def _within(words: Sequence[Word], span: Span) -> list[Word]:
    return [word for word in words if span.start <= word.start < span.end]


def _all_together(pair: Pair, clashing: Sequence[Span]) -> bool:
    """Whether all of the claim but what clashes is answered in one run."""
    return answered_together(pair, clashing) >= ALL_TOGETHER


def is_long(pair: Pair) -> bool:
    """Whether the claim says enough that a passage with most of its words must be about it."""
    return _size(pair) >= FEW


def told_in_one_place(pair: Pair, alignment: Alignment, *, agreed: bool) -> bool:
    """Whether the passage says the claim, and not only its words; `agreed`: a number, date or quotation agrees."""
    if _size(pair) < FEW - 1 and not agreed:
        # "Moe took office" is in many a sentence of something else
        close = alignment.share + _by_other_words(pair, alignment) >= WORD_FOR_WORD
        close = close or (not (pair.missing or pair.near) and (is_told_in_passive(pair) or _says_no_more(pair)))
        named = any(map(is_name, pair.claim.words))  # small words alone stand in the order of any long sentence
        return close and (named or answered_together(pair) >= WHOLLY_TOGETHER)
    if alignment.share >= CLOSE_SHARE:
        return is_long(pair) or answered_in_order(pair) >= ORDERED or is_told_in_passive(pair)
    return answered_together(pair) >= (AGREED_TOGETHER if agreed else TOLD_TOGETHER)


def _says_no_more(pair: Pair) -> bool:
    """Whether the claim's words are nearly all that the stretch says: "On Friday the ferry sank" in another order."""
    brief = len(pair.stretch) < _BRIEF * len(pair.claim.words)
    return brief and _size(pair) >= FEW - 2 and answered_together(pair) >= WHOLLY_TOGETHER


_BRIEF = 1.7  # times the claim's length


def _by_other_words(pair: Pair, alignment: Alignment) -> float:
    """Return the share of the claim's words that a name or a small word faces which can be the same.

    "Kiev" beside "Kyiv", "failed to" beside "did not", "stayed" beside "was".
    """
    found = 0
    for slot in alignment.slots:
        if slot.claim and slot.passage and (_are_one_name(pair, slot) or _say_no_more(slot)):
            found += len(slot.claim)
    return found / (len(pair.claim.words) or 1)


def _are_one_name(pair: Pair, slot: Slot) -> bool:
    ours, theirs = (
        cover(text, words) for text, words in ((pair.claim.text, slot.claim), (pair.passage.text, slot.passage))
    )
    return ours.text[0].isupper() and theirs.text[0].isupper() and alike(ours.text, theirs.text)


def _say_no_more(slot: Slot) -> bool:
    """Whether both sides of a slot only say that it is so, or are small words with one negation among them."""
    words = (slot.claim, slot.passage)
    if all(
        all(word.folded in _HELPING for word in side) and any(word.folded in _BEING for word in side) for side in words
    ):
        return True  # "had been" in a report of who said "was"
    return all(map(only_lasts, (*slot.claim, *slot.passage))) or all(
        sum(map(negation, words)) == 1 and all(word.is_stop or negation(word) for word in words)
        for words in (slot.claim, slot.passage)
    )


_BEING = frozenset(["is", "are", "was", "were", "been", "be"])
_HELPING = _BEING | {"has", "have", "had"}


def answered_together(pair: Pair, but: Sequence[Span] = ()) -> float:
    """Return the share (0..1) of the claim's weight that is answered within one run of the stretch.

    `but`: places of the claim that are not counted.
    """
    places = {word.start: at for at, word in enumerate(pair.stretch)}
    stands_for = _pronoun(pair)
    found = sorted(
        (max(places[one.passage.start], stands_for if one.passage.text[0].isupper() else 0), weight(one.claim))
        for one in pair.partners
        if one.kind != "opposite"
        and one.passage.start in places
        and not any(span.start <= one.claim.start < span.end for span in but)
    )
    run = int(len(pair.claim.words) * _RUN) + _SPARE
    best = total = 0.0
    first = 0
    for place, gained in found:
        total += gained
        while found[first][0] <= place - run:
            total -= found[first][1]
            first += 1
        best = max(best, total)
    return best / (_asked_weight(pair, but) or 1.0)


def _pronoun(pair: Pair) -> int:
    """Return the place in the stretch of the pronoun that opens its last sentence, for whom was named before; or 0."""
    begins = next((start for start, end in reversed(pair.passage.sentences) if pair.start < start < pair.end), None)
    at = next((at for at, word in enumerate(pair.stretch) if word.start == begins), 0)
    return at if at and pair.stretch[at].folded in _PRONOUNS else 0


_PRONOUNS = frozenset(["he", "she", "it", "they", "er", "sie", "es"])


def answered_in_order(pair: Pair, but: Sequence[Span] = ()) -> float:
    """Return the share (0..1) of the claim's distinct words that are answered in the order of the claim.

    `but`: places of the claim that are not counted.
    """
    last: list[int] = []  # the longest run of places that does not fall: the least end of a run of each length
    for one in pair.partners:
        at = bisect_right(last, one.passage.start)
        last[at : at + 1] = [one.passage.start]
    clashing = {w.stem for w in pair.claim.content if any(s.start <= w.start < s.end for s in but)}
    return len(last) / ((_size(pair) - len(clashing)) or 1)


def _asked_weight(pair: Pair, but: Sequence[Span]) -> float:
    """Return the weight of the claim's distinct words but those of a name that the passage has in fewer words."""
    named = {word.stem for word in (*pair.missing, *pair.near)} | {one.claim.stem for one in pair.partners}
    distinct = {word.stem: word for word in pair.claim.content if not any(s.start <= word.start < s.end for s in but)}
    return sum(weight(word) for stem, word in distinct.items() if stem in named or not is_name(word))


def _size(pair: Pair) -> int:
    return len({word.stem for word in pair.claim.content})
