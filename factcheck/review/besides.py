"""What changed in a claim besides its words: why a revision made one stale of which no word differs."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.wording import open_words
from factcheck.domain import Claim
from factcheck.review.aligning import form_of


def facts_changed(then: Claim, now: Claim) -> Iterator[str]:
    """Yield in words that a claim has another claimant, or other dates."""
    if _who(then) != _who(now):
        yield "its claimant is another one"
    if _when(then) != _when(now):
        yield "its dates are others"


def changed_besides(then: Claim, now: Claim, sentences: tuple[str, str]) -> str:
    """Say why a claim counts as changed though it has the same words. `sentences`: its own, then and now."""
    told = list(facts_changed(then, now))
    before, here = (form_of(one).text for one in sentences)
    if before != here:
        told.append("its sentence has other words")
    elif words := open_words(now):
        told.append(f"it points back (“{words[0]}”), and what stands before it is not the same")
    return ", ".join(told) or "what stands around it is not the same"


def same_words(then: str, now: str) -> bool:
    """Tell whether two texts have the same words; white space and typographic marks do not count."""
    return form_of(then).text == form_of(now).text


def _who(claim: Claim) -> tuple[str, str]:
    return (claim.claimant.name, claim.claimant.office or "") if claim.claimant else ("", "")


def _when(claim: Claim) -> tuple[str, ...]:
    return (claim.said_on.iso if claim.said_on else "", *(one.iso for one in claim.dates))
