"""What a list says of one claim by a mark: how far its sign-off came, conflicts, words to change, waived."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.domain import ClaimSummary, ReviewState, WordingState

SELF_SIGNED = "s"
BYPASSED = "b"
PUBLISHED = "o"
MARKS: Mapping[ReviewState, tuple[str, str]] = {
    ReviewState.SIGNED: ("*", "signed"),
    ReviewState.STALE: ("~", "stale"),
    ReviewState.IN_REVIEW: (">", "in review"),
    ReviewState.RETURNED: ("<", "returned"),
    ReviewState.DISPUTED: ("?", "disputed"),
    ReviewState.WAIVED: ("w", "waived"),
    ReviewState.CUT: ("x", "to be cut"),
}
"""The mark of a review state in lists, and what it means; the others have none."""

NO_MARK = (" ", "")
_WAITING_WORDS = frozenset({WordingState.OPEN, WordingState.ACCEPTED, WordingState.CUT})


Marked = tuple[str | bool | None, ...]
"""What marks and counts tell claims apart by."""


def marked(row: ClaimSummary) -> Marked:
    """Return all that the marks of a claim and the counts of a list depend on: a list of thousands has few of these."""
    return (
        row.review_state,
        row.rating,
        row.rating_label,
        row.rating_letter,
        row.wording_state,
        row.cited_source,
        row.source_state,
        row.self_signed,
        row.conflicts > 0,
        not row.bypass,
        not row.signed_with,
        not row.waived,
        not row.rated,
        row.closing != "" and row.is_published,
    )


def is_waived(row: ClaimSummary) -> bool:
    """Tell whether a claim needs no verdict because a person said so, whether a reviewer signed that or not."""
    return bool(row.waived) or row.review_state == ReviewState.WAIVED


def is_unjudged(row: ClaimSummary) -> bool:
    """Tell whether a claim has no verdict and is not waived, whatever state it is in."""
    return not row.rating and not is_waived(row)


def is_waived_beside(row: ClaimSummary) -> bool:
    """Tell whether a claim is waived and its state does not say so: the mark `w` behind that of its state."""
    return bool(row.waived) and row.review_state != ReviewState.WAIVED


def is_self_signed(row: ClaimSummary) -> bool:
    """Tell whether the valid sign-off of a claim is its checker's own."""
    return row.self_signed and row.review_state == ReviewState.SIGNED


def is_bypassed(row: ClaimSummary) -> bool:
    """Tell whether the valid sign-off of a claim passed over the rules of the workflow."""
    return bool(row.bypass) and row.review_state == ReviewState.SIGNED


def signature_mark(row: ClaimSummary) -> str:
    """The mark of a sign-off on every list: signed by another, by the checker, past the rules, or how far it came."""
    if row.is_published:
        return PUBLISHED
    if is_bypassed(row):
        return BYPASSED
    return SELF_SIGNED if is_self_signed(row) else MARKS.get(row.review_state, NO_MARK)[0]


def is_conflicting(row: ClaimSummary) -> bool:
    """Tell whether evidence conflicts with a claim and no valid sign-off has settled it: the mark `!` on every list."""
    return row.conflicts > 0 and row.review_state != ReviewState.SIGNED


def waits_for_words(row: ClaimSummary) -> bool:
    """Tell whether another wording for a claim is open, or decided and not in the text: the mark `/` on every list."""
    return row.wording_state in _WAITING_WORDS
