"""Where an article stands as a whole, and what an editor's signature on it binds.

Ready: every sentence is accounted for, nothing is open, returned, disputed or stale, and the snapshots verify.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factcheck.domain import ClaimSummary, Event, ReviewState, WordingState
from factcheck.review.holding import ALONE
from factcheck.review.kinds import Kind
from factcheck.review.steps import POSSIBLE, ReviewStep
from factcheck.store.canonical import canonical


class ArticleState(StrEnum):
    """Where an article stands. `corrected`: published, and a later revision that corrects it was published, too."""

    DRAFT = "draft"
    CHECKING = "checking"
    READY = "ready"
    SIGNED_OFF = "signed-off"
    PUBLISHED = "published"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One thing that keeps an article from being ready: the claim it is about ("" for the article), and the remedy."""

    claim: str
    number: int
    what: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What a claim lacks that its row does not tell.

    `rated`: that its verdict was given on other words, and on which; `items`: those to be ticked before it is signed,
    in words, and `ticking`, the command that does it; `sources`: what the source policy misses; `late`: that all that
    contradicts was released after the statement; `cite`: the name of evidence that a verdict could cite, "" where there
    is none; `anew`: the command that signs a stale claim anew, where nothing material differs from what was signed;
    `unsettleable`: why nobody may settle its dispute, and what to do.
    """

    rated: str = ""
    items: str = ""
    ticking: str = ""
    sources: str = ""
    late: str = ""
    cite: str = ""
    anew: str = ""
    unsettleable: str = ""

    def verdict(self) -> str:
        """Return the command that proposes a verdict; {0} is the claim."""
        return "claim verdict {0} --rating RATING --rationale TEXT" + (f" --cite {self.cite}" if self.cite else "")

    def submission(self) -> str:
        """Return the command that brings a verdict to the reviewers; {0} is the claim. What came late needs another."""
        if self.late:
            return self.verdict()
        return "review submit {0} --exception REASON" if self.sources else "review submit {0}"


NOTHING = Lacking()
REVISE = "check FILE --revision-of {1}"
"""What changes the text of an article; of one that is published, anything at all."""
SIGN_ANEW = "review stale {0} --nothing-material"
"""What signs a stale claim anew in which nothing material differs."""
_REWORD = "--user NAME claim wording {0} accept"
_SIGN = "--user NAME review sign {0}"
_COMMANDS = {
    ReviewState.IN_REVIEW: _SIGN,
    ReviewState.DISPUTED: "--user NAME review settle {0} keep --reason TEXT",
    ReviewState.WAIVED: _SIGN,
    ReviewState.CUT: REVISE,
}
"""What resolves the states in which it is the same for each claim: {0} is the claim, {1} the article."""

_CLOSE = "--user NAME review close {0} open --reason TEXT"
SIGNABLE = frozenset({ReviewState.PROPOSED, ReviewState.IN_REVIEW, ReviewState.STALE})
"""The states of a verdict whose items have to be ticked before anything else brings it on."""
_WITHDRAW = "review withdraw {0} --reason TEXT"
_DISPUTE = "--user NAME review dispute {0} --position TEXT"
_RESTORE = "claim restore {0}"
_CLOSABLE = POSSIBLE[ReviewStep.CLOSE] - {ReviewState.CUT}


def blocker(
    row: ClaimSummary, *, uncounted: str = "", unticked: bool = False, late: bool = False, lacking: Lacking = NOTHING
) -> Blocker | None:
    """Return what a claim keeps its article from; None if nothing.

    `uncounted`: why what settles it counts for nothing here; `unticked`: withdrawn, and ticked by nobody; `late`: the
    deadline is reached, so that an editor may close it.
    """
    if unticked:
        what = f"withdrawn, and {uncounted or 'ticked by no reviewer'}"
        return _of(row, what, _RESTORE if uncounted else _SIGN)
    if row.wording_state == WordingState.CUT and not row.is_published:
        return _of(row, "cut, and still in the text", REVISE)
    if row.review_state is ReviewState.SIGNED:
        return _of(row, uncounted, _WITHDRAW if uncounted == ALONE else _DISPUTE) if uncounted else None
    if row.is_published:
        return _of(row, uncounted, _CLOSE) if uncounted else None
    return _open(row, late=late, lacking=lacking)


def _open(row: ClaimSummary, *, late: bool, lacking: Lacking) -> Blocker:
    text = ReviewState.CUT if row.closing else row.review_state  # of what is to be hedged, too, the text has to change
    what = f"{row.closing or text}, and still in the text" if text is ReviewState.CUT else str(row.review_state)
    what = what.replace("-", " ")
    if late and text in _CLOSABLE and text not in SIGNABLE:
        return _of(row, what, _CLOSE)
    close = f"`factcheck {_CLOSE.format(row.id)}`"
    may_close = f"; past the deadline an editor may close it instead: {close}" if late else ""
    if (lacking.rated or lacking.items) and text in SIGNABLE:
        what = f"{what}; {lacking.rated or f'left to tick: {lacking.items}'}{may_close}"
        command = lacking.verdict().format(row.id) if lacking.rated else lacking.ticking
        return Blocker(claim=row.id, number=row.number, what=what, command=command)
    if late and text in SIGNABLE:  # one who signs it settles it, and nothing goes out unchecked
        return _of(row, f"{what}{may_close}", _SIGN)
    if text is ReviewState.STALE and (lacking.anew or not row.rating):  # a waiver is not submitted
        return _of(row, f"{what}; nothing material differs" if lacking.anew else what, lacking.anew or _SIGN)
    if text in {ReviewState.PROPOSED, ReviewState.STALE} and row.rating:
        missed = "; ".join(filter(None, (lacking.sources, lacking.late)))
        return _of(row, f"{what}; {missed}" if missed else what, lacking.submission())
    what = "; ".join(filter(None, (what, lacking.unsettleable)))
    return _of(row, what, _COMMANDS.get(text) or lacking.verdict())


def wording_blocker(row: ClaimSummary) -> Blocker | None:
    """Return what another wording for a claim keeps its article from; None if nothing. One that is cut: `blocker`."""
    if row.is_published:
        return None
    if row.wording_state == WordingState.OPEN:
        return _of(row, "proposed in other words, and nobody has decided on them", _REWORD)
    if row.wording_state == WordingState.ACCEPTED:
        return _of(row, "accepted in other words, which are not in the text", REVISE)
    return None


def _of(row: ClaimSummary, what: str, command: str) -> Blocker:
    return Blocker(claim=row.id, number=row.number, what=what, command=command.format(row.id, row.article))


BINDING_VERSION = 2
"""The version of the list of things that a signature on an article binds; one of an earlier version has ended.

1: the text, and the digest of what settles each claim. 2: which decision that was, too: signed again is another."""


def article_binding(revision: str, text: str, settled: Iterable[tuple[str, str, str]]) -> str:
    """Return SHA-256 (hex) over all that a signature on an article binds: the text, and what settles each claim.

    `text`: its digest; `settled`: (claim, digest of its sign-off or of the tick on its withdrawal, when that was made).
    """
    content: dict[str, Any] = {
        "version": BINDING_VERSION,
        "revision": revision,
        "text": text,
        "claims": sorted(map(list, settled)),
    }
    return hashlib.sha256(canonical(content)).hexdigest()


def article_state(
    events: Iterable[Event], *, binding: str, blocked: bool, decided: bool, corrected: bool
) -> ArticleState:
    """Return where an article stands, by the events of its revision.

    `binding`: of all that a signature would bind now; `blocked`: something keeps it from being ready; `decided`:
    somebody decided something; `corrected`: a later revision was published.
    """
    last = {event.kind: event for event in events}
    if Kind.ARTICLE_PUBLISHED in last:
        return ArticleState.CORRECTED if corrected else ArticleState.PUBLISHED
    if blocked:
        return ArticleState.CHECKING if decided else ArticleState.DRAFT
    signed = last.get(Kind.ARTICLE_SIGNED)
    return ArticleState.SIGNED_OFF if signed and signed.body["binding"] == binding else ArticleState.READY
