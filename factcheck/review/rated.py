"""Whether a verdict was given on other words than the claim has now: then it is given anew before anybody signs it.

Other words are what `material` says touches something. Words that an editor accepted in place of those that were rated
are not: what was decided on the one holds for the other.
"""

from __future__ import annotations

from factcheck.domain import APPLIED, Claim, ClaimState, ClaimSummary, WordingState
from factcheck.review.wording import same_words
from factcheck.text.display import display_line

LONGEST = 160
"""Characters of the words before that are told: as much as a line or two of a terminal has."""

ANEW = "give it anew: `factcheck claim verdict {0} --rating RATING --rationale TEXT`"
"""What brings a claim on whose verdict was given on other words; {0} is the claim. The same rating counts, too."""


def rated_otherwise(state: ClaimState, claim: Claim) -> str:
    """Say that the verdict was given on other words than stand there now, and which; "" if it was not."""
    carried = state.stage.carried
    if carried is None or not carried.rated or state.verdict is None or state.stage.waiver or state.removal:
        return ""
    known = state.wording
    accepted = known is not None and known.state is WordingState.ACCEPTED and known.applied
    if known and accepted and same_words(known.before, carried.rated):
        return ""
    told = f"the verdict was given on other words: “{display_line(carried.rated, LONGEST)}”"
    return told if _differ(carried.rated, claim.verbatim) else ""


def given_anew(state: ClaimState, claim: Claim) -> str:
    """Say that the verdict was given on other words, and how it is given anew; "" if it was not."""
    told = rated_otherwise(state, claim)
    return f"{told}; {ANEW.format(state.claim)}" if told else ""


def is_rated_otherwise(row: ClaimSummary) -> bool:
    """Tell of a row whether its verdict was given on other words than stand there now, or than were accepted."""
    return bool(row.rated) and (row.wording_state == APPLIED or _differ(row.rated, row.verbatim))


def _differ(rated: str, now: str) -> bool:
    from factcheck.review.material import touched  # what reads dates and names, which few lists of claims need

    return bool(touched(rated, now))
