"""Claim x passage -> judgement: one comparator a file, and what combines them."""

from __future__ import annotations

from datetime import date

from factcheck.domain import Claim, Judgement, Stance, Target

ENGINE = "stance/1"


def compare(
    claim: str | Claim,
    passage: str,
    *,
    claim_date: date | None = None,
    passage_date: date | None = None,
    translated: bool = False,
) -> Judgement:
    """Judge (stub while the comparators are being written)."""
    del claim, passage, claim_date, passage_date, translated
    scores = {stance: 0.25 for stance in Stance}
    return Judgement(stance=Stance.RELATED, target=Target.SO, scores=scores, confidence=0.25)
