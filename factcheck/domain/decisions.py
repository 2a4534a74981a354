"""What a person decides on a claim: verdict, stance, note, tick, correction, removal, and the sign-off on all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.domain.claims import Claimant, DateValue
from factcheck.domain.judgements import Stance
from factcheck.domain.ratings import GivenRating
from factcheck.domain.searches import Search
from factcheck.domain.sources import SourceState
from factcheck.domain.wording import Wording

ASSERTED, BY_KEY = "asserted", "by key"
"""How sure it is that a sign-off is its user's: nobody proved it, or their key signed it."""


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
