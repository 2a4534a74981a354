"""What is to be known of an article before anybody signs or publishes it, and blocks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.domain import ClaimState, ClaimSummary, ReviewState, WordingState
from factcheck.reports.cells import counted
from factcheck.reports.gates import stands_against
from factcheck.reports.marks import waits_for_words
from factcheck.review.guards import standing_objections
from factcheck.review.scale import CHANGED, falling_short, label_of, rating_of, scale_changed
from factcheck.review.steps import POSSIBLE, ReviewStep
from factcheck.workbench.published import lock_of
from factcheck.workbench.since_signing import conflicting_since, unjudged_since

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def remarks(bench: Workbench, rows: Sequence[ClaimSummary]) -> Iterator[str]:
    """Yield it for the claims of a list, each line by itself."""
    yield from _against(bench, rows)
    former: list[str] = []
    for row in rows:
        if not (row.rating or row.closing or row.wording_state or row.review_state is ReviewState.SIGNED):
            continue
        state = bench.store.state(row.id)
        yield from _of_state(bench, row, state)
        former += [str(row.number)] * bool(scale_changed(state.verdict, bench.ratings))
    if former:
        told = "was given, which says what it said: claim"
        told = told if len(former) == 1 else "were given, which say what they said: claims"
        yield f"{CHANGED} {counted(len(former), 'verdict')} {told} {', '.join(former)}"


def _of_state(bench: Workbench, row: ClaimSummary, state: ClaimState) -> Iterator[str]:
    if row.is_published and (closing := state.stage.closing):
        yield f"claim {row.number} is {closing} by {closing.user}: {closing.reason}"
    if row.wording_state == WordingState.STET and (wording := state.wording):
        yield f"claim {row.number}: the words stand, by {wording.settled_by}: {wording.reason}"
    if row.review_state is ReviewState.SIGNED:
        yield from _of_signature(row, state)
        since, against = unjudged_since(bench, state), conflicting_since(bench, [row]).get(row.id, ())
        if against:
            said = "conflicting evidence came after it was signed, and nobody judged it"
            yield f"claim {row.number}: {said}: {', '.join(against)}"
        if rest := [one for one in since if one not in against]:
            yield f"claim {row.number}: evidence came after it was signed, and nobody judged it: {', '.join(rest)}"
        rating = rating_of(state.verdict, bench.ratings)
        if rating and rating.needs == "search":  # of before 2026-12 the search is not bound by the signature
            told = standing_objections(state, bench.ratings, bench.store.evidence(row.id))
            yield from (f"claim {row.number}: {one}" for one in told)


def _against(bench: Workbench, rows: Iterable[ClaimSummary]) -> Iterator[str]:
    """Yield whose words stand in the text though the verdict says that they do not hold as they stand, by rating.

    Not where other words are proposed or accepted: that blocks the article, and says what is next.
    """
    short, labels = falling_short(bench.ratings), {one.id: one.label for one in bench.ratings}
    found: dict[str, list[ClaimSummary]] = {}
    for row in rows:
        if stands_against(row, short) and not row.is_published and not waits_for_words(row):
            found.setdefault(label_of(row, labels), []).append(row)
    for label, some in found.items():
        told = f"claim{'s' if len(some) > 1 else ''} {', '.join(str(row.number) for row in some)}"
        yield f"rated {label!r}, and the words stand in the text as they were: {told}{_way_to_other_words(bench, some)}"


def _way_to_other_words(bench: Workbench, rows: Iterable[ClaimSummary]) -> str:
    """Say how other words are proposed for the first claim that can have some now; "" where none can."""
    row = next((row for row in rows if row.review_state in POSSIBLE[ReviewStep.PROPOSE]), None)
    if row is None:
        return ""
    _, revision, _ = bench.store.claim(row.id)
    _, correction = lock_of(bench.store, revision)
    return f" ({correction or f'`factcheck claim wording {row.id} propose TEXT`; an editor decides'})"


def _of_signature(row: ClaimSummary, state: ClaimState) -> Iterator[str]:
    sign_off = state.sign_off
    if sign_off is None:
        return
    if sign_off.bypass:
        yield f"claim {row.number} was signed past the rules by {sign_off.user}: {sign_off.bypass}"
    if sign_off.self_signed:
        yield f"claim {row.number} was self-signed by {sign_off.user}"
    if sign_off.exception:
        yield f"claim {row.number}: exception to the source policy: {sign_off.exception}"
    elif sign_off.unmet:
        yield f"claim {row.number} was signed without being submitted: {sign_off.unmet}"
