"""What became of the sentences of a text by a person's hand. Reports ask it of every list: nothing heavy is loaded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Protocol, TypeVar

from factcheck.domain import Disposition, Sentence

BY_HAND = "added by a checker"
"""Why a sentence that had been set aside carries claims."""

TAKEN_OUT = "claims withdrawn by a checker"
"""Why a sentence that carried claims carries none."""


class Bounded(Protocol):
    """What stands somewhere in a text: a claim, or its bounds alone."""

    @property
    def start(self) -> int:
        """The first character."""
        ...

    @property
    def end(self) -> int:
        """The character after the last."""
        ...


AnyBounded = TypeVar("AnyBounded", bound=Bounded)


def accounted(
    sentences: Iterable[Sentence],
    by_hand: Iterable[Bounded],
    listed: Iterable[Bounded],
    taken_out: Iterable[Bounded],
) -> Iterator[Sentence]:
    """Yield the sentences with what became of them by a person's hand.

    One that had been set aside carries claims where one was made in it (`by_hand`); one whose claims were all
    withdrawn (`taken_out`, and none `listed`) carries none.
    """
    is_made, is_listed, is_gone = _touched_by(by_hand), _touched_by(listed), _touched_by(taken_out)
    for sentence in sentences:
        here = (sentence.start, sentence.end)
        if sentence.disposition is not Disposition.CLAIMS:
            if is_made(*here):
                sentence = replace(sentence, disposition=Disposition.CLAIMS, reason=BY_HAND)  # noqa: PLW2901
        elif is_gone(*here) and not is_listed(*here):
            sentence = replace(sentence, disposition=Disposition.NOT_CHECKABLE, reason=TAKEN_OUT)  # noqa: PLW2901
        yield sentence


def unaccounted(sentences: Iterable[Sentence], listed: Iterable[Bounded]) -> Iterator[Sentence]:
    """Yield the sentences (`accounted`) that were to carry claims and carry none that is listed: nobody checks them."""
    is_listed = _touched_by(listed)
    for sentence in sentences:
        if sentence.disposition is Disposition.CLAIMS and not is_listed(sentence.start, sentence.end):
            yield sentence


def overlapping(claims: Iterable[AnyBounded], start: int, end: int) -> tuple[AnyBounded, ...]:
    """Return the claims that share characters with `[start, end)`."""
    return tuple(claim for claim in claims if claim.start < end and start < claim.end)


def _touched_by(claims: Iterable[Bounded]) -> Callable[[int, int], bool]:
    """Return what tells whether any claim shares characters with `[start, end)`, without looking at each of them."""
    ordered = sorted((claim.start, claim.end) for claim in claims)
    starts = [start for start, _ in ordered]
    farthest = list(accumulate((end for _, end in ordered), max))

    def is_touched(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before > 0 and farthest[before - 1] > start

    return is_touched
