"""A figure in its place: does the passage have it, or another, among the claim's own words?"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Quantity
from factcheck.stance.figures.figures import same_figure
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import Alignment


def stands_word_for_word(pair: Pair, one: Quantity) -> bool:
    """Whether the stretch has a figure with two words beside it as the claim has: "three other Americans".

    What such a figure counts is not read in either text, and so says nothing for or against.
    """
    whole = pair.claim.words
    inside = [at for at, word in enumerate(whole) if word.start < one.span.end and one.span.start < word.end]
    if not inside:
        return False
    words, told = [word.folded for word in whole], [word.folded for word in pair.stretch]
    first, last = inside[0], inside[-1] + 1
    places = ((first - 2, last), (first - 1, last + 1), (first, last + 2))
    runs = [words[start:end] for start, end in places if start >= 0 and end <= len(words)]
    return any(run == told[at : at + len(run)] for run in runs for at, word in enumerate(told) if word == run[0])


def stands_behind_the_same(pair: Pair, one: Quantity) -> bool:
    """Whether the stretch has a figure behind the words that stand before it in the claim: "was down nearly 170"."""
    whole = pair.claim.words
    inside = [at for at, word in enumerate(whole) if word.start < one.span.end and one.span.start < word.end]
    if not inside or inside[0] < _BEFORE:
        return False
    run = [word.folded for word in whole[inside[0] - _BEFORE : inside[-1] + 1]]
    told = [word.folded for word in pair.stretch]
    return any(run == told[at : at + len(run)] for at, word in enumerate(told) if word == run[0])


_BEFORE = 2  # words


def _says_the_same(alignment: Alignment) -> bool:
    """Whether each word of the claim that the passage has not as it is faces one that means the same."""
    return all(
        any(same_word(word, other) for other in slot.passage)
        for slot in alignment.slots
        for word in slot.claim
        if not word.is_stop
    )


def _has_more_figures(alignment: Alignment) -> bool:
    """Whether a figure stands among the words that the passage puts in: "90 inns in Halm and 40 in Elna"."""
    return any(word.is_number for slot in alignment.slots for word in slot.passage)


def stands_in_place(pair: Pair, alignment: Alignment, one: Quantity, comparable: Sequence[Quantity]) -> bool:
    """Whether the passage has the claim's very words with its figure among them, and no figure more."""
    if not alignment.verbatim or _has_more_figures(alignment):
        return False
    there = any(same_figure(one, other) for other in comparable)
    return there and (stands_word_for_word(pair, one) or _says_the_same(alignment))
