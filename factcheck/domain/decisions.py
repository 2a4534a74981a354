"""What people decide: events, verdicts, sign-offs, and the state that is folded from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from factcheck.domain.articles import Citation
from factcheck.domain.claims import Claim, Claimant, Content, DateValue, Form
from factcheck.domain.judgements import CitedSource, CitedStatus, Evidence, Stance
from factcheck.domain.searches import Search
from factcheck.domain.sources import SourceState
from factcheck.domain.triage import Priority, Triage
from factcheck.domain.wording import Wording
from factcheck.domain.workflow import PUBLISHED, ReviewState, Stage

ASSERTED, BY_KEY = "asserted", "by key"
"""How sure it is that a sign-off is its user's: nobody proved it, or their key signed it."""

Clock = Callable[[], datetime]
"""Tells the time (aware UTC). Passed in, so that pure rooms and tests have none of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One step of the scale. `needs`: what a verdict with it must cite ("evidence", "search" or "nothing").

    `direction`: whether it says that the claim holds ("supports"), that it does not ("against"), or "neither";
    `number`: its place on the scale for machines (ClaimReview), None where it has none; `exported`: whether a verdict
    with it is published at all.
    """

    id: str
    label: str
    letter: str
    meaning: str
    needs: str = "evidence"
    direction: str = "neither"
    number: float | None = None
    exported: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRating(Rating):
    """A rating as it was when a verdict was given with it. `worst`, `best`: the ends of the numbers of that scale."""

    worst: float | None = None
    best: float | None = None

    @property
    def falls_short(self) -> bool:
        """Whether it says that the words do not hold as they stand: it is against them, or below the best number."""
        below = self.number is not None and self.best is not None and self.number < self.best
        return self.direction == "against" or below


WITH = "with"
"""The part of an event's body that names the first event (its seq) of what was decided in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the append-only log. `digest` is SHA-256 over the canonical JSON (RFC 8785) of all other fields.

    `subject` is the claim or revision it is about; `prev` the digest of the entry before (64 zeros at the start).
    """

    seq: int
    at: datetime
    user: str
    kind: str
    subject: str
    revision: str
    body: Mapping[str, Any]
    schema: int
    prev: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a checker concludes, and why. `given`: what the rating meant then; None: an earlier program kept it not."""

    rating: str
    rationale: str
    user: str
    at: datetime
    given: GivenRating | None = None

    @property
    def rests_on_search(self) -> bool:
        """Whether it says what a search came to, by what its rating meant when it was given."""
        return self.given is not None and self.given.needs == "search"

    def called(self, named: Callable[[str], str]) -> str:
        """Return what the rating was called when it was given; else as it is `named` now (an id -> its label)."""
        return self.given.label if self.given else named(self.rating)


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceDecision:
    """A person's stance on a piece of evidence; it never overwrites the machine's suggestion."""

    stance: Stance
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What was said in its own language, where the article quotes a translation.

    `language` is a BCP 47 tag ("de"); `translator` is "" where nobody is named.
    """

    wording: str
    language: str
    translator: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on a claim or on one piece of its evidence. The log holds a salted digest of `text`, not the text."""

    text: str
    evidence: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """That a person checked an item of a claim against `evidence`, or waived it for a `reason`."""

    evidence: str
    reason: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A reviewer's signature over `digest`. Without a `key` that signed it, identity is asserted, not proved.

    `version`: of the list of things that the digest binds; `sources`: the evidence (ids) whose source had changed or
    was gone when it was signed, which the signer was shown; `instead`: the digest of the text in its place then.
    `bypass`: the reason of somebody who may pass over the rules and did; `unmet`: what the source policy missed, where
    nobody submitted the claim; `exception`: the reason with which it was submitted all the same; `wording`: the
    proposed one as it stood then. `taken_over`: what it holds with since a revision took it over by an event
    (`taken_over_by`, its seq), then by the list of `version`; `erased`: what it holds with since personal words that it
    bound were erased. "" (0) where none did, or none were. `search`: what was searched when it was signed, where the
    verdict rests on that.
    """

    user: str
    at: datetime
    digest: str
    self_signed: bool = False
    version: int = 1
    sources: Mapping[str, SourceState] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    bypass: str = ""
    unmet: str = ""
    exception: str = ""
    key: str = ""
    wording: Wording | None = None
    erased: str = ""
    taken_over: str = ""
    taken_over_by: int = 0
    search: Search | None = None

    @property
    def in_article(self) -> str:
        """What a signature on the article has of it: what was signed, or what it was taken over as."""
        return self.taken_over or self.digest

    @property
    def holds_with(self) -> str:
        """The binding with which it stands."""
        return self.erased or self.in_article

    @property
    def identity(self) -> str:
        """How sure it is that this is its user's, in words."""
        return f"{BY_KEY} {self.key[:16]}" if self.key else ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on who asserts a claim or when, in place of what was extracted. One of the two is corrected.

    `claimant` None: the article itself asserts; `said_on` None: not known. `text` is the claim's self-contained wording
    with this claimant.
    """

    user: str
    at: datetime
    claimant: Claimant | None = None
    said_on: DateValue | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A person's removal of a claim from the list: `by` the claims that stand for it, or withdrawn for a `reason`.

    `ticked`: the reviewer's tick that a withdrawn claim needs, as a waived one does.
    """

    user: str
    at: datetime
    by: tuple[str, ...] = ()
    reason: str = ""
    ticked: SignOff | None = None


MACHINE = "factcheck"
"""The user of events that a machine run appends; no person can have this name."""


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
    as they stand; False where an earlier program kept it not.

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
