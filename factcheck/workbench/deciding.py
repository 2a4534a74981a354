"""What a person decides on a claim, as an event: stances, citations, the verdict, notes, the original wording.

What is as it was already is no new decision. A signature is withdrawn here, and given in `signing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimState, Stance
from factcheck.errors import GuardError, InputError
from factcheck.review import guards
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.review.scale import verdict_body
from factcheck.review.signing import check_withdraw
from factcheck.review.steps import ReviewStep, check_step
from factcheck.workbench.meeting import check_unchanged
from factcheck.workbench.wording import carried

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


def set_stance(bench: Workbench, claim: str, evidence: str, stance: Stance | None, seen: int | None) -> ClaimState:
    """Judge a piece of evidence; see `Workbench.set_stance`."""

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any] | None:
        _check_evidence(tx, claim, evidence)
        standing = state.stances.get(evidence)
        same = stance is None if standing is None else standing.stance is stance and standing.user == bench.user
        return None if same else {"evidence": evidence, "stance": stance or ""}

    return decide(bench, claim, Kind.STANCE, body, seen)


def cite(bench: Workbench, claim: str, evidence: str, seen: int | None, *, cited: bool) -> ClaimState:
    """Cite a piece of evidence in the report, or no longer."""

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any] | None:
        _check_evidence(tx, claim, evidence)
        return None if (evidence in state.cited) == cited else {"evidence": evidence, "cited": cited}

    return decide(bench, claim, Kind.CITED, body, seen)


def set_verdict(
    bench: Workbench,
    claim: str,
    rating: str,
    rationale: str,
    *,
    cited: Iterable[str],
    wording: str,
    seen: int | None,
) -> ClaimState:
    """Propose a verdict, `cited` evidence with it; see `Workbench.set_verdict`."""
    chosen = guards.rating_named(rating, bench.ratings)
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        _check_proposable(bench, state)
        for evidence in cited:
            _check_evidence(tx, claim, evidence)
            if evidence not in state.cited:
                state = bench.append(tx, claim, Kind.CITED, {"evidence": evidence, "cited": True})
        guards.check_verdict(state, chosen, rationale, tx.evidence(claim))
        body = verdict_body(chosen, bench.ratings, rationale)
        if warned := guards.doubts(state, chosen, tx.evidence(claim)):
            body["warned"] = list(warned)
        state = bench.append(tx, claim, Kind.VERDICT, body)
        worded = carried(tx, state, wording)
        return bench.append(tx, claim, Kind.WORDED, worded) if worded else state


def clear_verdict(bench: Workbench, claim: str, seen: int | None) -> ClaimState:
    """Take the verdict back, leaving none."""

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        _check_proposable(bench, state)
        return {"rating": "", "rationale": ""}

    return decide(bench, claim, Kind.VERDICT, body, seen)


def add_note(bench: Workbench, claim: str, text: str, evidence: str) -> ClaimState:
    """Leave a note on a claim, or on one piece of its evidence."""
    if not text.strip():
        raise GuardError("a note needs some text")
    with bench.store.transaction() as tx:
        if evidence:
            _check_evidence(tx, claim, evidence)
        tx.state(claim)
        return bench.append(tx, claim, Kind.NOTE, {"evidence": evidence, "text": tx.keep_private(text.strip())})


def set_original(
    bench: Workbench, claim: str, wording: str, language: str, *, translator: str, seen: int | None
) -> ClaimState:
    """Keep what was said in its own language; see `Workbench.set_original`."""
    guards.check_original(wording, language)
    body = {"wording": wording.strip(), "language": language, "translator": translator.strip()}
    return decide(bench, claim, Kind.ORIGINAL, lambda _, __: body, seen)


def clear_original(bench: Workbench, claim: str, seen: int | None) -> ClaimState:
    """Take the original wording back, leaving none."""
    body = {"wording": "", "language": "", "translator": ""}
    return decide(bench, claim, Kind.ORIGINAL, lambda _, __: body, seen)


def withdraw(bench: Workbench, claim: str, reason: str) -> ClaimState:
    """Withdraw one's own signature; see `Workbench.withdraw`."""

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        check_withdraw(bench.workflow, state, bench.user, reason)
        check_step(bench.workflow, state, bench.user, ReviewStep.WITHDRAW)
        return {"reason": reason.strip()}

    return decide(bench, claim, Kind.WITHDRAWN, body, None)


def decide(
    bench: Workbench,
    claim: str,
    kind: Kind,
    body: Callable[[Reader, ClaimState], Mapping[str, Any] | None],
    seen: int | None,
) -> ClaimState:
    """Append what `body` says of a claim; where that is None, it changes nothing, and is no event."""
    with bench.signing(kind) as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        if kind != Kind.WITHDRAWN:
            check_listed(state)
        made = body(tx, state)
        return state if made is None else bench.append(tx, claim, kind, made)


def _check_proposable(bench: Workbench, state: ClaimState) -> None:
    check_step(bench.workflow, state, bench.user, ReviewStep.PROPOSE)


def _check_evidence(reader: Reader, claim: str, evidence: str) -> None:
    if all(e.id != evidence for e in reader.evidence(claim)):
        raise InputError("is no evidence of this claim", hint=f"`factcheck claim show {claim}`", subject=evidence)
