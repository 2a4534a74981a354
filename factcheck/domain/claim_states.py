"""Where a claim stands: the state that is folded from its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from factcheck.domain.claims import Claim
from factcheck.domain.decisions import Correction, Note, Original, Removal, SignOff, StanceDecision, Tick, Verdict
from factcheck.domain.judgements import CitedSource, CitedStatus, Stance
from factcheck.domain.searches import Search
from factcheck.domain.sources import SourceState
from factcheck.domain.triage import Triage
from factcheck.domain.wording import Wording
from factcheck.domain.workflow import ReviewState, Stage

CLAIMANT, SAID_ON = "claimant", "said_on"
"""What can be corrected in a claim: the keys of `ClaimState.corrections`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimState:
    """What the log says of a claim now: the fold of its events.

    `evidence`: ids of what the last matching run found, or a person judged or had `calculated`; `ticks`: of items, by
    kind and place, as `review.items.key_of` names them; `binding`: digest of all that a sign-off would bind now, in a
    view of the claim also of what its signer is shown beside that (`review.binding.as_shown`);
    `seq`: the last event that counts (a face presents it, so that a lost race is seen); `replaces`: the claims that
    this one stands for, by a person's hand; `stage`: how far it came in the workflow; `cited_sources`: what came of the
    writer's own sources when the claim was matched last, with the stances as they are now; `lost`: what became of the
    sources of evidence (ids) since the sign-off, which its signer was not shown; `triage`: how it was sorted;
    `wording`: what is proposed in place of its words; `numbered`: all evidence (ids) that it ever had, in the order in
    which it came: the number by which people know a piece is its place there, and is never another's.
    """

    claim: str
    review_state: ReviewState = ReviewState.EXTRACTED
    verdict: Verdict | None = None
    sign_off: SignOff | None = None
    stances: Mapping[str, StanceDecision] = field(default_factory=dict)
    cited: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    original: Original | None = None
    evidence: tuple[str, ...] = ()
    numbered: tuple[str, ...] = field(default=(), compare=False)
    cited_sources: tuple[CitedSource, ...] = ()
    search: Search | None = None
    contributors: tuple[str, ...] = ()
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    removal: Removal | None = None
    calculated: tuple[str, ...] = ()
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    binding: str = ""
    lost: Mapping[str, SourceState] = field(default_factory=dict)
    stage: Stage = field(default_factory=Stage)
    triage: Triage = field(default_factory=Triage)
    wording: Wording | None = None
    seq: int = 0
    changed_by: str = ""
    changed_at: datetime | None = None

    def name_of(self, evidence: str) -> str:
        """Return what people call a piece of evidence (an id): e1, e2, ...; "" for one that the claim never had."""
        return f"e{self.known.index(evidence) + 1}" if evidence in self.known else ""

    @property
    def was_searched(self) -> bool:
        """Whether a search in a corpus that has documents is on record: in an empty one nothing can be found."""
        return self.search is not None and self.search.documents > 0

    @property
    def known(self) -> tuple[str, ...]:
        """All evidence (ids) by its number; where an earlier version kept no numbers, what there is, in its order."""
        return tuple(dict.fromkeys((*self.numbered, *self.evidence)))

    @property
    def cited_source(self) -> CitedStatus | None:
        """The status that stands for all of the claim's cited sources: the most telling; None where there are none."""
        statuses = {one.status for one in self.cited_sources}
        return next((status for status in CitedStatus if status in statuses), None)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The evidence (ids) that the verdict rests on: what a person cited, or judged and did not dismiss."""
        if self.verdict is None:
            return ()
        judged = (e for e, decided in self.stances.items() if decided.stance is not Stance.UNRELATED)
        return tuple(dict.fromkeys((*self.cited, *judged)))

    @property
    def found_since(self) -> bool:
        """Whether it was searched again since a sign-off on what the search before came to."""
        signed = self.sign_off.search if self.sign_off else None
        return bool(signed and self.search and self.search.event != signed.event)

    def is_of_former_words(self, at: datetime) -> bool:
        """Tell whether what was decided then was of the words that the verdict was given for, which are others now."""
        carried = self.stage.carried
        return bool(carried and carried.rated and at <= carried.at)

    def corrected(self, claim: Claim) -> Claim:
        """Return the claim as it stands now: what a person corrected, over what was extracted."""
        if who := self.corrections.get(CLAIMANT):
            claim = replace(claim, claimant=who.claimant, text=who.text)
        if when := self.corrections.get(SAID_ON):
            claim = replace(claim, said_on=when.said_on)
        return claim
