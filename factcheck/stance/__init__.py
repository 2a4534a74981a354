"""Claim x passage -> judgement: one comparator a file, and what combines them."""

from __future__ import annotations

from datetime import date

from factcheck.domain import Claim, Judgement
from factcheck.stance.judging import judge

ENGINE = "stance/4"

__all__ = ["ENGINE", "compare"]


def compare(
    claim: str | Claim,
    passage: str,
    *,
    claim_date: date | None = None,
    passage_date: date | None = None,
    translated: bool = False,
    heading: str = "",
) -> Judgement:
    """Judge whether `passage` corroborates `claim`, conflicts with it, or is only related; it abstains when in doubt.

    `claim_date` and `passage_date` are the datelines that each text's relative dates count from. `translated`: the two
    texts went through different translations, so nearly the same words agree. `heading` is the title that the passage
    stands under: a name in it need not be repeated in the passage. Any text gives a defined result.
    """
    return judge(
        claim, passage, claim_date=claim_date, passage_date=passage_date, translated=translated, heading=heading
    )
