"""What people do with a claim besides judging it: who works on it, and what a reviewer, writer or editor said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReviewState(StrEnum):
    """Where a claim stands in the workflow; never mixed with the verdict.

    `waived`: an opinion, or not checkable; it needs a reviewer's tick as a verdict does. `cut`: an editor decided that
    it leaves the text, where it still stands. The last three left the claim list by a person's hand and keep their
    history. `superseded`: other claims stand for it; `withdrawn`: it is no claim; `undone`: a person made it, and took
    that back.
    """

    EXTRACTED = "extracted"
    ASSIGNED = "assigned"
    PROPOSED = "proposed"
    IN_REVIEW = "in-review"
    RETURNED = "returned"
    DISPUTED = "disputed"
    WAIVED = "waived"
    SIGNED = "signed"
    STALE = "stale"
    CUT = "cut"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"


UNLISTED = (ReviewState.SUPERSEDED, ReviewState.WITHDRAWN, ReviewState.UNDONE)
"""The states of the claims that left the list by a person's hand."""

LISTED = tuple(state for state in ReviewState if state not in UNLISTED)
"""The states of the claims that a list shows where it is not asked for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """That `user` gave a claim to a checker (`to`)."""

    user: str
    at: datetime
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """That a claim needs no verdict, and why; a reviewer still ticks it."""

    user: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """That a verdict was handed to the reviewers as it stood (`digest`), or with an `exception` to the source policy.

    It counts as long as what a sign-off would bind stays what was submitted; the ticks may follow.
    """

    user: str
    at: datetime
    digest: str
    exception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """That a claim went back to its checker, with a comment that says what is missing."""

    user: str
    at: datetime
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two positions on a claim. `held` is the one disputed, by `holder` (a verdict with its rationale, or a waiver)."""

    user: str
    at: datetime
    position: str
    holder: str
    held: str


class Outcome(StrEnum):
    """How a dispute ends: it stands as it was, its checker changes it, or it leaves the text."""

    KEEP = "keep"
    CHANGE = "change"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How a third person settled a dispute, and why. `own`: by one of the two, in a solo workspace."""

    user: str
    at: datetime
    outcome: Outcome
    reason: str
    own: bool = False


class Ending(StrEnum):
    """What becomes at the deadline of a claim that is open: it leaves the text, is hedged, or is published as it is."""

    CUT = "cut"
    HEDGED = "hedged"
    OPEN = "open"


PUBLISHED = "published"
"""How the words for an ending begin that lets the claim stay as it stands: a row of a list has the words alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What an editor decided at the deadline, and why. It counts until somebody decides on the claim again.

    `wording`: how it is hedged; `done`: the text has that wording now (of the two others: always).
    """

    user: str
    at: datetime
    ending: Ending
    reason: str
    wording: str = ""
    done: bool = True

    @property
    def holds(self) -> bool:
        """Whether the article may be published with the claim as it stands."""
        return self.done and self.ending is not Ending.CUT

    def __str__(self) -> str:
        if self.ending is Ending.CUT:
            return "cut at the deadline"
        if self.ending is Ending.OPEN:
            return f"{PUBLISHED} open"
        return f"{PUBLISHED} hedged" if self.done else "to be hedged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """That a claim took over the decisions on `claim` of an earlier revision, whose words were `before`.

    `changed`: its words, sentence, claimant, date or what it points back at are others now, and nobody has
    looked at that yet. Of a verdict that was given before and stands: `rated`, the words that it was given for, "" if
    those are the words of now; `kept`, the items (their keys) that stood in them, None where it was given since.
    """

    claim: str
    before: str
    at: datetime
    changed: bool = False
    rated: str = ""
    kept: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What was decided on the way of a claim through the workflow; None for what never was, or counts no more."""

    assignment: Assignment | None = None
    waiver: Waiver | None = None
    submission: Submission | None = None
    returned: Return | None = None
    dispute: Dispute | None = None
    settlement: Settlement | None = None
    carried: Carried | None = None
    closing: Closing | None = None
