"""A figure in its place: does the passage have it, or another, among the claim's own words?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import Alignment
from factcheck.text.quantities.numerals import ONES
from factcheck.text.words import Word

DIFFER_STRENGTH = 0.75
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


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


def says_the_same(alignment: Alignment) -> bool:
    """Whether each word of the claim that the passage has not as it is faces one that means the same."""
    return all(
        any(same_word(word, other) for other in slot.passage)
        for slot in alignment.slots
        for word in slot.claim
        if not word.is_stop
    )


def bare_numbers(alignment: Alignment, named: list[Span]) -> Iterator[Reason]:
    """Yield a reason for two numerals that face each other and are part of no figure that was read."""
    for slot in alignment.slots:
        left, right = (list(filter(_numeral, words)) for words in (slot.claim, slot.passage))
        if len(left) != 1 or len(right) != 1 or _numeral(left[0]) == _numeral(right[0]) or not slot.narrow:
            continue
        one, other = left[0], right[0]
        if any(span.start <= one.start < span.end for span in named):
            continue
        years = all(_YEAR.fullmatch(word.folded) for word in (one, other))
        yield Reason(
            comparator="dates" if years else "numbers",
            facet=Facet.WHEN if years else Facet.HOW_MANY,
            polarity=Polarity.OPPOSES,
            strength=DIFFER_STRENGTH,
            message=f"the claim says {one.text}; the source says {other.text}",
            claim_spans=(Span(one.start, one.end, one.text),),
            passage_spans=(Span(other.start, other.end, other.text),),
        )


def _numeral(word: Word) -> str:
    """Return the digits of a number in digits or in one word, or ""; "one" is seldom a number."""
    spelled = ONES.get(word.folded, 0)
    return word.folded if word.is_number else str(spelled) if spelled > 1 else ""
