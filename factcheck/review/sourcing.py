"""The source policy: how many sources of independent origin a verdict needs before it goes to the reviewers.

One primary source is enough, or three secondary ones: "if you must use secondary sources, find at least three, each an
independent piece, not the same wire story".
Source: the KSJ fact-checking project, ksjfactcheck.org, sourcing and record keeping.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

import rfc8785

from factcheck.domain import LATER, Claim, ClaimState, Evidence, Rating, Stance, Tier
from factcheck.review.pointers import can_be_followed
from factcheck.stance.reading.badges import BEARS_NOTHING

PRIMARY, SECONDARY = 1, 3
"""How many of either kind are enough. Source: as above."""

_SPEAKS = {"supports": frozenset({Stance.CORROBORATES}), "against": frozenset({Stance.CONFLICTS})}
_BEARS_ON = frozenset({Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRule:
    """What verdicts with `rating` on claims with `content` need instead ("": any). 0 and 0: no source at all."""

    primary: int
    secondary: int
    rating: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePolicy:
    """How many primary sources are enough, and how many origins without; the first rule that fits goes before."""

    primary: int = PRIMARY
    secondary: int = SECONDARY
    rules: tuple[SourceRule, ...] = ()

    def asked_of(self, rating: str, content: str) -> SourceRule:
        """Return what a verdict with this rating on a claim with this content needs."""
        fitting = (r for r in self.rules if r.rating in {"", rating} and r.content in {"", content})
        return next(fitting, SourceRule(primary=self.primary, secondary=self.secondary))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the policy: recorded beside what was decided under it."""
        content = {**asdict(self), "rules": [asdict(rule) for rule in self.rules]}
        return hashlib.sha256(rfc8785.dumps(content)).hexdigest()


def unmet(policy: SourcePolicy, claim: Claim, state: ClaimState, rating: Rating, evidence: Iterable[Evidence]) -> str:
    """Say what the source policy misses for a verdict with this rating; "" if it is met.

    Counted are origins, not documents, of the evidence that people judged to speak for the rating, or cite for it and
    judged no other way. A text of which nobody can look up where it stands is context, and no source.
    """
    asked = policy.asked_of(rating.id, claim.content)
    if rating.needs != "evidence" or not (asked.primary or asked.secondary):
        return ""
    judged = list(_speaking(state, rating, evidence))
    speaking = [item for item in judged if can_be_followed(item.candidate)]
    primary = {item.candidate.origin for item in speaking if item.candidate.tier is Tier.PRIMARY}
    independent = {item.candidate.origin for item in speaking if item.candidate.tier is not Tier.TERTIARY}
    enough = (asked.primary and len(primary) >= asked.primary, asked.secondary and len(independent) >= asked.secondary)
    if any(enough):
        return ""
    needed = ((asked.primary, "primary"), (asked.secondary, "secondary of independent origin"))
    wanted = " or ".join(f"{number} {what}" for number, what in needed if number)
    return (
        f"the source policy asks for {wanted}, and the verdict rests on {len(primary)} primary,"
        f" {len(independent - primary)} secondary{_uncounted(len(judged) - len(speaking))}"
    )


def _uncounted(texts: int) -> str:
    """Say how much of the evidence does not count as a source."""
    if not texts:
        return ""
    return f"; not counted: {'1 text that names' if texts == 1 else f'{texts} texts that name'} no source"


def only_later(state: ClaimState, claim: Claim, rating: Rating, evidence: Iterable[Evidence]) -> str:
    """Say that a contradicting verdict rests on nothing that was there when the statement was made; "" if it does."""
    if rating.direction != "against":
        return ""
    speaking = list(_speaking(state, rating, evidence))
    if not speaking or not all(_is_later(item, claim) for item in speaking):
        return ""
    return f"all that contradicts it was released after the statement ({len(speaking)} of {len(speaking)})"


def _speaking(state: ClaimState, rating: Rating, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the evidence that a verdict rests on: judged to speak for its rating, or cited and not judged otherwise."""
    stances = _SPEAKS.get(rating.direction, _BEARS_ON)
    for item in evidence:
        decided = state.stances.get(item.id)
        speaks = decided.stance in stances if decided else item.id in state.cited
        if speaks and BEARS_NOTHING.isdisjoint(item.judgement.badges):
            yield item


def _is_later(item: Evidence, claim: Claim) -> bool:
    """Tell whether a source was released after a statement. What a contact says of then has no release, but a day."""
    if item.candidate.source.is_contact:
        return False
    released, said = item.candidate.source.published, claim.said_on.end if claim.said_on else None
    return LATER in item.judgement.badges or bool(released and said and released > said)
