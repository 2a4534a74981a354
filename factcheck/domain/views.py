"""What a face shows: the rows of the lists of claims and articles, who holds a claim, and a claim as it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from factcheck.domain.articles import Citation
from factcheck.domain.claim_states import ClaimState
from factcheck.domain.claims import Claim, Content, Form
from factcheck.domain.judgements import CitedSource, CitedStatus, Evidence
from factcheck.domain.sources import SourceState
from factcheck.domain.triage import Priority
from factcheck.domain.workflow import PUBLISHED, ReviewState


class ClaimSummary(NamedTuple):
    """A row of the claim list. Counts are of origins, a person's stance before the suggested one.

    `citations`: how many sources of the writer's own; `cited_source`: the most that one of them has to say;
    `source_state`: whether a source that the verdict rests on changed or is gone since, as the workbench finds it;
    `assigned`: to whom; `bypass`: why the rules were passed over when it was signed, "" if they were not;
    `signed_with`: the key that signed it, "" if none did; `tags`: with commas between them; `waiting_until`: when an
    answer is due (ISO 8601, UTC), "" where none is waited for; `closing`: what an editor decided at the deadline, in
    words, "" if nothing; `wording`: what is proposed in place of its words, `wording_state`: where that stands ("open",
    "accepted", "applied" once the text has it, "stet", "cut"), "" where nothing is proposed; `waived`: why it needs no
    verdict, `waived_by`: who said so, also once a reviewer signed that; `held`, `position`: of a dispute that is not
    settled, what is disputed and what is held instead, each behind the name of whoever holds it; `exception`: why it
    was submitted past the source policy, while it is in review and once it was signed so; `rated`: the words that the
    verdict was given for, where the article has others now; `rating_label`, `rating_letter`: of its rating as they were
    when the verdict was given. All "" where there is none. `falls_short`: that rating says that the words do not hold
    as they stand; False where an earlier program kept it not. `was_searched`: see `ClaimState.was_searched`.

    A tuple, since lists are made of thousands: five times as fast to make as a frozen dataclass.
    """

    number: int
    id: str
    article: str
    start: int
    end: int
    verbatim: str
    text: str
    claimant: str
    said_on: str
    form: Form
    content: Content
    check_worthiness: float
    review_state: ReviewState
    rating: str = ""
    rationale: str = ""
    checker: str = ""
    reviewer: str = ""
    self_signed: bool = False
    corroborates: int = 0
    conflicts: int = 0
    related: int = 0
    judged: int = 0
    notes: int = 0
    citations: int = 0
    cited_source: CitedStatus | None = None
    source_state: SourceState | None = None
    assigned: str = ""
    bypass: str = ""
    signed_with: str = ""
    priority: str = Priority.NORMAL
    tags: str = ""
    waiting_until: str = ""
    closing: str = ""
    wording: str = ""
    wording_state: str = ""
    waived: str = ""
    waived_by: str = ""
    held: str = ""
    position: str = ""
    exception: str = ""
    rated: str = ""
    rating_label: str = ""
    rating_letter: str = ""
    falls_short: bool = False
    was_searched: bool = False

    @property
    def is_unsearched(self) -> bool:
        """Whether nobody looked for evidence yet, nor brought any that takes a side: its counts say nothing."""
        return not (self.was_searched or self.corroborates or self.conflicts)

    @property
    def is_published(self) -> bool:
        """Whether an editor decided that it is published open, or hedged as the text has it now."""
        return self.closing.startswith(PUBLISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """A row of the article list, with how far its claims have come."""

    id: str
    revision: str
    title: str
    path: str
    published: date | None
    published_from: str
    claims: int = 0
    signed: int = 0


HELD_MINUTES = 30
"""How long a claim is held where nobody says so: long enough to read what was found, over before anybody has to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLock:
    """That a person holds a claim until a moment: others do not decide on it meanwhile."""

    claim: str
    user: str
    until: datetime

    def __str__(self) -> str:
        return f"held by {self.user} until {self.until:%H:%M} UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with all that a face shows beside it.

    `evidence`: what stands now, the writer's own sources first, then best first; `cited_sources`: one for each of
    `citations`, in their order, None where it was not looked up yet; `source_states`: of the evidence (ids) whose
    source was retracted, changed or is gone since; `since`: what is told of that, in words; `notices`: what stands in
    place of the whole page, of the evidence (ids) from pages that are not shown whole; `lock`: who holds it now, if
    anybody does.
    """

    summary: ClaimSummary
    claim: Claim
    revision: str
    sentence: str
    state: ClaimState
    evidence: tuple[Evidence, ...]
    citations: tuple[Citation, ...] = ()
    cited_sources: tuple[CitedSource | None, ...] = ()
    source_states: Mapping[str, SourceState] = field(default_factory=dict)
    since: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: Mapping[str, str] = field(default_factory=dict)
    lock: ClaimLock | None = None

    @property
    def of_the_writer(self) -> frozenset[str]:
        """The evidence (ids) that comes from the writer's own sources."""
        return frozenset(e for one in self.cited_sources if one for e in one.evidence)
