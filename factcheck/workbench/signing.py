"""Signing a claim: what keeps a person from it, what they are shown, and what is recorded with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimState, ClaimSummary, Item, Rating, ReviewState, SourceNow
from factcheck.review import signing
from factcheck.review.article import NOTHING, Lacking
from factcheck.review.binding import VERSION, as_shown, settle_sources
from factcheck.review.fold import signed_contributors
from factcheck.review.handing import unsettleable
from factcheck.review.kinds import Kind
from factcheck.review.rated import given_anew, rated_otherwise
from factcheck.review.scale import rating_of
from factcheck.review.sourcing import only_later, unmet
from factcheck.review.tick_hints import left_in_words, ticking_command
from factcheck.workbench.folding import Stored, history
from factcheck.workbench.published import lock_of
from factcheck.workbench.trusting import identity, keyless, ring

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


def blockers(bench: Workbench, claim: str) -> tuple[str, ...]:
    """Return in words what keeps this user from signing the claim."""
    state, _ = to_sign(bench, bench.store, claim)
    return _blockers(bench, bench.store, state, keyless(bench, ring(bench.store)))


def blockers_of(bench: Workbench, revision: str, claims: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return of claims of a revision what `blockers` returns of one, read together."""
    from factcheck.workbench.ahead import read_ahead
    from factcheck.workbench.opening import CORPUS
    from factcheck.workbench.standing import states_by_claim

    without_key, lost = keyless(bench, ring(bench.store)), states_by_claim(bench.store, bench.workspace / CORPUS)
    found = {}
    for claim, ahead in read_ahead(bench.store, revision) if claims else ():
        if claim.id in claims:
            became = {evidence: now for evidence, (_, now) in lost.get(claim.id, {}).items()}
            found[claim.id] = _blockers(bench, ahead, _as_sources_stand(ahead, claim.id, became), without_key)
    return found


def _blockers(bench: Workbench, reader: Stored, state: ClaimState, without_key: str) -> tuple[str, ...]:
    left = unticked(bench, reader, state.claim, state)
    rated = given_anew(state, reader.claim(state.claim)[0])
    told = signing.blockers(bench.workflow, state, bench.user, rated=rated, unticked=left)
    if is_locked := lock_of(reader, reader.claim(state.claim)[1])[0]:
        return (f"its article {is_locked}",)
    return (*told, *filter(None, [without_key]))


def missing_sources(bench: Workbench, reader: Reader, claim: str, state: ClaimState) -> str:
    """Say what a submission of the verdict that stands would lack; "" if nothing, or there is none.

    That is what the source policy misses, and that all that contradicts was released after the statement.
    """
    rating = _standing_rating(bench, state)
    if rating is None:
        return ""
    late = only_later(state, state.corrected(reader.claim(claim)[0]), rating, reader.evidence(claim))
    return "; ".join(filter(None, (unmet_policy(bench, reader, claim, state), late)))


def unmet_policy(bench: Workbench, reader: Reader, claim: str, state: ClaimState) -> str:
    """Say what the source policy misses for the verdict that stands, if anything: an exception may leave it unmet."""
    rating = _standing_rating(bench, state)
    if rating is None:
        return ""
    made = state.corrected(reader.claim(claim)[0])
    return unmet(bench.workflow.policy, made, state, rating, reader.evidence(claim))


def _standing_rating(bench: Workbench, state: ClaimState) -> Rating | None:
    """Return the rating of the verdict that stands, as it was given; None where nothing is known of it any more."""
    return rating_of(state.verdict, bench.ratings)


def sign(bench: Workbench, claim: str, displayed: str, bypass: str) -> ClaimState:
    """Sign a claim, or tick one that was withdrawn; see `Workbench.sign`."""
    with bench.signing(Kind.SIGNED) as tx:
        state, lost = to_sign(bench, tx, claim)
        signing.check_sign(
            bench.workflow,
            state,
            bench.user,
            displayed=displayed,
            rated=given_anew(state, tx.claim(claim)[0]),
            unticked=unticked(bench, tx, claim, state),
            bypass=bypass.strip(),
        )
        body = {**_body(bench, tx, state), **_remarks(bench, tx, claim, state, bypass.strip())}
        shown = {item: lost[item] for item in state.rests_on if item in lost}
        if shown:
            body["sources"] = {item: str(now.state) for item, now in shown.items()}
            body["instead"] = {item: now.instead for item, now in shown.items()}
        return bench.append(tx, claim, Kind.SIGNED, body)


def _body(bench: Workbench, reader: Reader, state: ClaimState) -> dict[str, Any]:
    return {
        "binding": reader.state(state.claim).binding,
        "version": VERSION,
        "self_signed": signing.contributed(bench.workflow, state, bench.user),
        "identity": identity(bench, reader),
    }


def _remarks(bench: Workbench, reader: Reader, claim: str, state: ClaimState, bypass: str) -> dict[str, Any]:
    """Return what a report has to say of this signature, where there is something."""
    if state.removal:
        return {"ticked": True, **({"bypass": bypass} if bypass else {})}
    submitted = state.stage.submission if state.review_state is ReviewState.IN_REVIEW else None
    told = {
        "bypass": bypass,
        "exception": submitted.exception if submitted else "",
        "unmet": missing_sources(bench, reader, claim, state),
        "policy": bench.workflow.policy.digest,
        "search": state.search.event if state.search and state.verdict and state.verdict.rests_on_search else 0,
    }
    return {name: value for name, value in told.items() if value}


def to_sign(bench: Workbench, reader: Reader, claim: str) -> tuple[ClaimState, Mapping[str, SourceNow]]:
    """Return a claim's state as its sources stand and as it is shown, and the evidence whose source changed or is gone.

    Who decided what was signed may not sign it anew because a source went away, or the text has other words.
    """
    from factcheck.workbench.opening import CORPUS
    from factcheck.workbench.standing import states_of

    state = reader.state(claim)
    lost = states_of(reader.evidence(claim), bench.workspace / CORPUS) if state.rests_on else {}
    return as_shown(_as_sources_stand(reader, claim, lost), lost), lost


def _as_sources_stand(reader: Stored, claim: str, lost: Mapping[str, SourceNow]) -> ClaimState:
    state = reader.state(claim)
    settled = settle_sources(state, lost)
    resubmitted = bool(settled.lost) and state.review_state is ReviewState.IN_REVIEW
    carried = settled.stage.carried
    unseen = not settled.contributors or (carried is not None and carried.changed)
    reworded = settled.review_state is ReviewState.STALE and unseen
    if settled.review_state is not state.review_state or resubmitted or reworded:
        decided = signed_contributors(claim, history(reader, claim, reader.claim(claim)[1]))
        settled = replace(settled, contributors=tuple(dict.fromkeys((*decided, *settled.contributors))))
    return settled


def unticked(bench: Workbench, reader: Stored, claim: str, state: ClaimState) -> str:
    """Say which items are left to tick, where that keeps a verdict from being signed; "" if nothing does."""
    items = left_to_tick(bench, reader, claim, state)
    if not items:
        return ""
    words, command = _told(reader, claim, state, items)
    otherwise = "" if "REASON" in command else ", or waive it there"
    return f"not ticked: {words} (`factcheck {command}`{otherwise})"


def left_to_tick(bench: Workbench, reader: Stored, claim: str, state: ClaimState) -> tuple[Item, ...]:
    """Return the items that have to be ticked or waived before the verdict that stands can be signed.

    None where the workspace does not ask for it, where there is no verdict, or one that needs no evidence at all:
    what cannot be checked has nothing to be ticked against.
    """
    rating = _standing_rating(bench, state)
    if not bench.settings.values.review.require_ticks or state.verdict is None or state.stage.waiver or state.removal:
        return ()
    if rating is not None and rating.needs == "nothing":
        return ()
    from factcheck.workbench.ticking import left_in

    return left_in(reader, claim, state)


def ticks_lacking(bench: Workbench, reader: Stored, claim: str) -> tuple[str, str]:
    """Say which items of a claim have to be ticked before it can be signed, and the command for it; "" if none."""
    state = reader.state(claim)
    items = left_to_tick(bench, reader, claim, state)
    return _told(reader, claim, state, items) if items else ("", "")


def _told(reader: Stored, claim: str, state: ClaimState, items: Sequence[Item]) -> tuple[str, str]:
    """Return in words which items are left, and the command that ticks or waives them."""
    from factcheck.workbench.ticking import bound_in

    made, held = reader.claim(claim)[0], reader.evidence(claim)
    command = ticking_command(made, items, state, bound_in(reader, claim, state), held)
    return left_in_words(made, items, state, held), command


def lacking_of(bench: Workbench, reader: Stored, row: ClaimSummary) -> Lacking:
    """Return what a claim lacks before it is submitted and signed; of one that is signed, nothing."""
    if row.review_state is ReviewState.SIGNED:
        return NOTHING
    state = reader.state(row.id)
    cite = next((state.name_of(e) for e in state.evidence), "")
    stuck = unsettleable(bench.workflow, state) if row.review_state is ReviewState.DISPUTED else ""
    rating = _standing_rating(bench, state)
    if rating is None:
        return Lacking(cite=cite, unsettleable=stuck)
    evidence, claim = reader.evidence(row.id), state.corrected(reader.claim(row.id)[0])
    items, ticking = ticks_lacking(bench, reader, row.id)
    return Lacking(
        rated=rated_otherwise(state, claim),
        items=items,
        ticking=ticking,
        sources=unmet(bench.workflow.policy, claim, state, rating, evidence),
        late=only_later(state, claim, rating, evidence),
        cite=cite,
        unsettleable=stuck,
    )
