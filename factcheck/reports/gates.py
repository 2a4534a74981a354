"""What a publishing gate objects to, and what opens it: a sign-off, or an editor's decision."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from enum import StrEnum

from factcheck.domain import ClaimSummary, ReviewState, SourceState, WordingState
from factcheck.reports.marks import waits_for_words
from factcheck.review.rated import is_rated_otherwise

_NEED_NO_VERDICT = frozenset({ReviewState.WAIVED, ReviewState.SIGNED, ReviewState.CUT})
"""States in which a claim without a verdict is not open: it was waived, or is to leave the text."""


class Gate(StrEnum):
    """What must not be left when an article is published.

    `open`: no verdict, and not waived; `unsigned`: no valid sign-off (a stale one is not valid); `conflicting`:
    conflicting evidence that no valid sign-off has settled (`workbench.since_signing`: or that came later); `stale`:
    signed, and what it bound has changed since, or decided on in other words; `source`: the verdict rests on a source
    that was retracted, or has changed or is gone since and no valid sign-off was given with that in sight; `uncited`:
    the writer gave no source; `uncovered`: no origin corroborates it or conflicts with it, and no valid sign-off has
    settled that, or a sentence has neither a claim nor a reason for none (`workbench.coverage`); `wording`: nobody has
    decided on a proposed wording, or it was accepted, or its words cut, and the text is as it was; `against`: its
    verdict says that its words do not hold as they stand, they stand so in the text, and no editor decided that they
    may.
    """

    OPEN = "open"
    UNSIGNED = "unsigned"
    CONFLICTING = "conflicting"
    STALE = "stale"
    SOURCE = "source"
    UNCITED = "uncited"
    UNCOVERED = "uncovered"
    WORDING = "wording"
    AGAINST = "against"


_SETTLED_BY_EDITOR = frozenset({Gate.OPEN, Gate.UNSIGNED, Gate.WORDING, Gate.AGAINST})
"""What a claim no longer is that an editor decided to publish open or hedged."""


def failing(
    rows: Iterable[ClaimSummary],
    gates: Iterable[Gate],
    uncounted: Container[str] = (),
    *,
    short: frozenset[str] = frozenset(),
) -> Mapping[Gate, int]:
    """Return how many rows each gate objects to; gates that nothing fails are left out.

    What an editor decided to publish open or hedged is neither open nor unsigned; it is told beside the gate.
    `uncounted`: the claims (ids) whose sign-off, or editor's decision, counts for nothing here; `short`: see
    `stands_against`.
    """
    counted = dict.fromkeys(gates, 0)
    for row in rows:
        for gate in counted:
            void = row.id in uncounted
            settled = gate in _SETTLED_BY_EDITOR and row.is_published and not void
            fails = stands_against(row, short) if gate is Gate.AGAINST else objects(row, gate, void=void)
            counted[gate] += fails and not settled
    return {gate: number for gate, number in counted.items() if number}


def stands_against(row: ClaimSummary, short: frozenset[str]) -> bool:
    """Tell whether words stand in the text of which the verdict says that they do not hold as they stand.

    Not where the text has other words since, articles and the like aside, nor where an editor let them stand. `short`:
    the ratings (ids) of the scale that say so, for verdicts of which an earlier program did not keep what they meant.
    """
    says_so = row.falls_short if row.rating_label else row.rating in short
    return says_so and row.wording_state != WordingState.STET and not is_rated_otherwise(row)


_SEEN_ALONE: Mapping[Gate, Callable[[ClaimSummary], bool]] = {
    Gate.OPEN: lambda row: not row.rating and row.review_state not in _NEED_NO_VERDICT,
    Gate.STALE: lambda row: row.review_state == ReviewState.STALE,
    Gate.UNCITED: lambda row: not row.citations,
    Gate.WORDING: waits_for_words,
}
"""The gates that no sign-off opens."""
OPENED_BY_SIGN_OFF = frozenset(Gate) - set(_SEEN_ALONE) | _SETTLED_BY_EDITOR
"""The gates that a sign-off opens, or an editor's decision."""


def objects(row: ClaimSummary, gate: Gate, *, void: bool = False) -> bool:
    """Tell whether a gate that asks no scale objects to a claim; `void`: its sign-off counts for nothing here."""
    if gate in _SEEN_ALONE:
        return _SEEN_ALONE[gate](row)
    unsigned = row.review_state != ReviewState.SIGNED or void
    if gate is Gate.SOURCE:  # one that is signed since it changed was shown to the signer: else the sign-off is stale
        retracted = row.source_state == SourceState.RETRACTED
        return retracted or (unsigned and row.source_state is not None)
    if gate is Gate.UNCOVERED:
        return unsigned and not (row.corroborates or row.conflicts)
    return unsigned if gate is Gate.UNSIGNED else unsigned and row.conflicts > 0
