"""What became of the sentences of a text by a person's hand. Reports ask it of every list: nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Claim, Disposition, Sentence

BY_HAND = "added by a checker"
"""Why a sentence that had been set aside carries claims."""

TAKEN_OUT = "claims withdrawn by a checker"
"""Why a sentence that carried claims carries none."""


def accounted(
    sentences: Iterable[Sentence], by_hand: Sequence[Claim], listed: Sequence[Claim], taken_out: Sequence[Claim]
) -> Iterator[Sentence]:
    """Yield the sentences with what became of them by a person's hand.

    One that had been set aside carries claims where one was made in it (`by_hand`); one whose claims were all
    withdrawn (`taken_out`, and none `listed`) carries none.
    """
    for sentence in sentences:
        here = (sentence.start, sentence.end)
        if sentence.disposition is not Disposition.CLAIMS:
            if overlapping(by_hand, *here):
                sentence = replace(sentence, disposition=Disposition.CLAIMS, reason=BY_HAND)  # noqa: PLW2901
        elif overlapping(taken_out, *here) and not overlapping(listed, *here):
            sentence = replace(sentence, disposition=Disposition.NOT_CHECKABLE, reason=TAKEN_OUT)  # noqa: PLW2901
        yield sentence


def unaccounted(sentences: Iterable[Sentence], listed: Sequence[Claim]) -> Iterator[Sentence]:
    """Yield the sentences (`accounted`) that were to carry claims and carry none that is listed: nobody checks them."""
    for sentence in sentences:
        carries = sentence.disposition is Disposition.CLAIMS
        if carries and not overlapping(listed, sentence.start, sentence.end):
            yield sentence


def overlapping(claims: Iterable[Claim], start: int, end: int) -> tuple[Claim, ...]:
    """Return the claims that share characters with `[start, end)`."""
    return tuple(claim for claim in claims if claim.start < end and start < claim.end)
