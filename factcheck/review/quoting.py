"""Which quotations of a claim stand word for word in nothing that its verdict rests on."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.domain import Claim, ClaimState, Evidence, Stance


def not_verbatim(claim: Claim, state: ClaimState, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the quotations of a claim that no passage has word for word which was judged to bear on it, or cited.

    None where there is no verdict, or nothing was judged or cited: that is told by itself.
    """
    if state.verdict is None or not claim.quotations:
        return ()
    from factcheck.stance.quotations.quoted_parts import (
        has_word_for_word,  # 20 ms, which no claim without a quotation needs
    )

    texts = [one.candidate.passage.text for one in evidence if _counts(one, state)]
    quoted = [one.text for one in claim.quotations]
    return tuple(words for words in quoted if texts and not any(has_word_for_word(words, text) for text in texts))


def _counts(evidence: Evidence, state: ClaimState) -> bool:
    decided = state.stances.get(evidence.id)
    return decided.stance is not Stance.UNRELATED if decided else evidence.id in state.cited
