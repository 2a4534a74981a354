"""The fold: from the events of a claim to its state.

An event that was undone does not count; one that was undone and redone does. Nothing is ever removed from the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from factcheck.domain import (
    CLAIMANT,
    ERASED,
    MACHINE,
    SAID_ON,
    WITH,
    CitedSource,
    CitedStatus,
    Claimant,
    ClaimState,
    Correction,
    DateValue,
    Event,
    Note,
    Original,
    Outcome,
    Precision,
    Priority,
    Removal,
    ReviewState,
    Search,
    SignOff,
    SourceState,
    Stance,
    StanceDecision,
    Term,
    Tick,
    Triage,
    Verdict,
    Wait,
    WordingState,
)
from factcheck.domain.words import has_words, plain
from factcheck.errors import GuardError, StateError
from factcheck.review import hand, staging, wording
from factcheck.review.kinds import CONTRIBUTIONS, SIGN_OFFS, SIGNATURES, UNDOABLE, Kind
from factcheck.review.scale import given_in

_INSTEAD: Mapping[str, str] = {
    Kind.SIGNED: "withdraw it with a reason (`factcheck review withdraw`)",
    Kind.NOTHING_MATERIAL: "withdraw each with a reason (`factcheck review withdraw`)",
    Kind.WITHDRAWN: "sign again",
    Kind.ERASED: "nothing brings those words back",
}
"""What to do where undo stops."""


def fold(claim: str, events: Iterable[Event], private_texts: Mapping[str, str]) -> ClaimState:
    """Fold the events of one claim, in the order of the log. `binding` and staleness are added by `binding.settle`.

    `private_texts`: the words of notes by their salted digest; an erased one reads "[erased]".
    """
    state = ClaimState(claim=claim)
    known = [replace(event, body=plain(event.body)) if has_words(event.body) else event for event in events]
    standing = in_force(known)
    for event in standing:
        state = _step(state, event, private_texts)
    last = next((event for event in reversed(standing) if event.kind != Kind.MATCHED), None)
    if last:  # a run of matching changes no decision
        where = staging.review_state(state)
        state = replace(state, review_state=where, seq=last.seq, changed_by=last.user, changed_at=last.at)
    if hand.is_unmade(claim, known, standing):
        state = replace(state, review_state=ReviewState.UNDONE)
    return replace(state, contributors=_contributors(claim, known)[1])


def signed_contributors(claim: str, events: Iterable[Event]) -> tuple[str, ...]:
    """Return who decided or corrected what the last sign-off of a claim binds, in order."""
    return _contributors(claim, list(events))[0]


def _contributors(claim: str, events: Sequence[Event]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who decided or corrected what a sign-off binds, in order: up to the last one, and since.

    One that was withdrawn, or ended by a settlement, does not count; one that signs the same anew leaves who decided
    it. Whoever took back, or brought back, what stood before a sign-off touched what it bound.
    """
    current: list[str] = []
    before_signing: list[str] = []
    standing = {event.seq for event in in_force(events)}
    decided: dict[int, Event] = {}
    signed = 0
    for event in events:
        if event.kind in {Kind.UNDONE, Kind.REDONE}:
            about = decided.get(event.body["event"])
            if about and about.seq < signed < event.seq and _touches(about, claim):
                current.append(event.user)
            continue
        decided[event.seq] = event
        if event.seq not in standing:
            continue
        signed = event.seq if event.kind in SIGN_OFFS else signed
        if event.kind in SIGN_OFFS:
            before_signing, current = current or before_signing, []
        elif event.kind == Kind.WITHDRAWN or _voids(event):
            before_signing, current = [], [*before_signing, *current]
        elif _touches(event, claim):
            current.append(event.user)
    return tuple(dict.fromkeys(before_signing)), tuple(dict.fromkeys(current))


def _voids(event: Event) -> bool:
    """Tell whether a settlement ends the sign-off that was disputed."""
    return event.kind == Kind.SETTLED and event.body["outcome"] == Outcome.CHANGE


def _touches(event: Event, claim: str) -> bool:
    """Tell whether a decision sets what a sign-off binds; to submit does, where an exception is claimed with it.

    So does who takes decisions over from an earlier revision, where that could not be told by itself, and who lets
    words stand or cuts them; to accept a wording as it was proposed sets nothing.
    """
    excepted = event.kind == Kind.SUBMITTED and bool(event.body["exception"])
    placed = event.kind == Kind.CARRIED and event.user != MACHINE
    reworded = event.kind == Kind.REWORDED and event.body["outcome"] != WordingState.ACCEPTED
    return event.kind in CONTRIBUTIONS or excepted or placed or reworded or hand.sets_bounds(event, claim)


def in_force(events: Sequence[Event]) -> list[Event]:
    """Leave out the events that were undone, and the undoing itself."""
    undone: set[int] = set()
    for event in events:
        if event.kind == Kind.UNDONE:
            undone.add(event.body["event"])
        elif event.kind == Kind.REDONE:
            undone.discard(event.body["event"])
    return [e for e in events if e.seq not in undone and e.kind not in {Kind.UNDONE, Kind.REDONE}]


def next_to_undo(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the user's latest decision that `undo` would take back: what was decided in one go, the last event first.

    `events` are those of one user. None are returned if there is nothing to take back.

    Raises:
        GuardError: the latest is a sign-off or its withdrawal. To go on to the decision before it would take back
            something that the user is not looking at.
    """
    standing = [e for e in reversed(in_force(list(events))) if e.kind in UNDOABLE or e.kind in SIGNATURES]
    last = next(iter(standing), None)
    if last is not None and last.kind in SIGNATURES:
        hint = _INSTEAD.get(last.kind, "take the next step of the workflow (`factcheck review status`)")
        raise GuardError(
            f"your last decision is a {SIGNATURES[Kind(last.kind)]}, which undo does not take back", hint=hint
        )
    return _in_one_go(last, standing) if last else ()


def next_to_redo(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the decision that `redo` would bring back: the last one undone, unless the user went on deciding.

    It is what was decided in one go, the first event first; none if there is nothing to bring back.
    """
    pending: list[int] = []
    by_seq: dict[int, Event] = {}
    for event in events:
        by_seq[event.seq] = event
        if event.kind == Kind.UNDONE:
            pending.append(event.body["event"])
        elif event.kind == Kind.REDONE:
            pending.remove(event.body["event"])
        elif event.kind in UNDOABLE or event.kind in SIGNATURES:
            pending.clear()
    undone = [by_seq[seq] for seq in reversed(pending)]
    return _in_one_go(undone[0], undone) if undone else ()


def _in_one_go(event: Event, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return what was decided in one go with an event, out of some events."""
    first = event.body.get(WITH, event.seq)
    return tuple(one for one in events if one.body.get(WITH, one.seq) == first)


def _step(state: ClaimState, event: Event, private_texts: Mapping[str, str]) -> ClaimState:
    body = event.body
    match event.kind:
        case Kind.MATCHED:
            cited = tuple(_cited(one) for one in body.get("cited", ()))
            found = _evidence(state, body["evidence"])
            numbered = _numbered(state, body["evidence"])
            return replace(state, evidence=found, numbered=numbered, cited_sources=cited, search=_search(event))
        case Kind.STANCE | Kind.CITED | Kind.CALCULATED | Kind.BROUGHT:
            state = _on_evidence(state, event)
        case Kind.VERDICT:
            told = {"rating": body["rating"], "rationale": body["rationale"], "given": given_in(body)}
            state = replace(state, verdict=Verdict(**told, user=event.user, at=event.at) if body["rating"] else None)
            state = _answered(staging.after_verdict(state)) if body["rating"] else state
        case Kind.TICKED:
            state = replace(state, ticks=_ticks(state, event))
        case Kind.NOTE | Kind.TRIAGED | Kind.WAITING:
            state = _beside(state, event, private_texts)
        case Kind.ORIGINAL | Kind.WORDED | Kind.REWORDED:
            state = _words(state, event)
        case Kind.SIGNED | Kind.NOTHING_MATERIAL:
            state = _answered(staging.after_signature(state, _sign_off(state, event)))
        case _ if event.kind in staging.KINDS:
            state = staging.staged(state, event)
        case Kind.CORRECTED | Kind.EDITED | Kind.CLAIM_WITHDRAWN | Kind.RESTORED:
            state = _by_hand(state, event)
        case _:
            raise StateError(
                f"event {event.seq} is of a kind that this program does not know ({event.kind!r})",
                hint="upgrade factcheck: pip install -U factcheck-workbench",
                subject=f"claim {state.claim}",
            )
    return state


def _words(state: ClaimState, event: Event) -> ClaimState:
    """Fold other words than those of the text: what was said before it was translated, or is to stand there."""
    if event.kind != Kind.ORIGINAL:
        return wording.worded(state, event)
    original = Original(**event.body, user=event.user, at=event.at)
    return replace(state, original=original if original.wording else None)


def _on_evidence(state: ClaimState, event: Event) -> ClaimState:
    """Judge a piece of evidence, cite it or bring it."""
    item = event.body["evidence"]
    if event.kind == Kind.STANCE:
        return replace(state, stances=_stances(state, event))
    if event.kind == Kind.CITED:
        others = tuple(e for e in state.cited if e != item)
        return replace(state, cited=(*others, item) if event.body["cited"] else others)
    others = tuple(e for e in state.evidence if e != item)
    numbered = _numbered(state, [item])
    return replace(state, evidence=(*others, item), numbered=numbered, calculated=(*state.calculated, item))


def _numbered(state: ClaimState, found: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*state.numbered, *found)))


def _evidence(state: ClaimState, found: Sequence[str]) -> tuple[str, ...]:
    """What a person judged, cited or had calculated stays, even where a later run of matching does not find it."""
    by_hand = {*state.stances, *state.cited, *state.calculated}
    kept = [e for e in state.evidence if e not in found and e in by_hand]
    return (*found, *kept)


def _cited(body: Mapping[str, Any]) -> CitedSource:
    return CitedSource(
        citation=body["citation"],
        status=CitedStatus(body["status"]),
        reason=body["reason"],
        sources=tuple(body["sources"]),
        evidence=tuple(body["evidence"]),
    )


def _stances(state: ClaimState, event: Event) -> dict[str, StanceDecision]:
    stances = {e: s for e, s in state.stances.items() if e != event.body["evidence"]}
    if event.body["stance"]:
        stances[event.body["evidence"]] = StanceDecision(
            stance=Stance(event.body["stance"]), user=event.user, at=event.at
        )
    return stances


def _ticks(state: ClaimState, event: Event) -> dict[str, Tick]:
    body = event.body
    ticks = {item: tick for item, tick in state.ticks.items() if item not in body["items"]}
    if body["evidence"] or body["reason"]:
        tick = Tick(evidence=body["evidence"], reason=body["reason"], user=event.user, at=event.at)
        ticks |= dict.fromkeys(body["items"], tick)
    return ticks


def _beside(state: ClaimState, event: Event, private_texts: Mapping[str, str]) -> ClaimState:
    """Fold what is kept beside a claim and decides nothing on it: a note, how it was sorted, who is waited for."""
    if event.kind != Kind.NOTE:
        return replace(state, triage=_triage(state.triage, event, private_texts))
    text = private_texts.get(event.body["text"], ERASED)
    note = Note(text=text, evidence=event.body["evidence"], user=event.user, at=event.at)
    return replace(state, notes=(*state.notes, note))


def _triage(triage: Triage, event: Event, private_texts: Mapping[str, str]) -> Triage:
    body = event.body
    if event.kind == Kind.TRIAGED:
        return replace(triage, priority=Priority(body["priority"]), tags=tuple(body["tags"]))
    if not body["due"]:
        return replace(triage, wait=None)
    person = private_texts.get(body["person"], ERASED)
    due = datetime.fromisoformat(body["due"])
    return replace(triage, wait=Wait(user=event.user, at=event.at, person=person, channel=body["channel"], due=due))


def _answered(state: ClaimState) -> ClaimState:
    """A verdict and a signature need no answer any more."""
    if state.triage.wait is None:
        return state
    return replace(state, triage=replace(state.triage, wait=None))


def _by_hand(state: ClaimState, event: Event) -> ClaimState:
    """Correct the claim, bring it into the list, or take it out."""
    body = event.body
    if event.kind == Kind.CORRECTED:
        return replace(state, corrections={**state.corrections, **_corrections(event)})
    if state.claim in hand.brought_by(event):
        stands_for = body.get("replaced", ()) if body.get("how") != hand.RESTORE else state.replaces
        return replace(state, removal=None, replaces=tuple(stands_for))
    by, reason = tuple(body.get("by", ())), body.get("reason", "")
    return replace(state, removal=Removal(user=event.user, at=event.at, by=by, reason=reason))


def _corrections(event: Event) -> dict[str, Correction]:
    body = event.body
    found = {}
    if CLAIMANT in body:
        who = Claimant(**body[CLAIMANT]) if body[CLAIMANT] else None
        found[CLAIMANT] = Correction(user=event.user, at=event.at, claimant=who, text=body["text"])
    if SAID_ON in body:
        found[SAID_ON] = Correction(user=event.user, at=event.at, said_on=_date(body[SAID_ON]))
    return found


def _date(body: Mapping[str, str | None] | None) -> DateValue | None:
    if body is None:
        return None
    start, end = (date.fromisoformat(day) if day else None for day in (body["start"], body["end"]))
    return DateValue(start=start, end=end, precision=Precision(body["precision"] or ""), rule=body["rule"] or "")


def _search(event: Event) -> Search:
    fields = dict(event.body["search"])
    terms = tuple(Term(**term) for term in fields.pop("terms"))
    return Search(terms=terms, **{**fields, "at": event.at, "event": event.seq})


def _sign_off(state: ClaimState, event: Event) -> SignOff:
    body = event.body
    if event.kind == Kind.NOTHING_MATERIAL:
        return _signed_anew(state, event)
    return SignOff(
        user=event.user,
        at=event.at,
        digest=body["binding"],
        self_signed=body["self_signed"],
        version=body["version"],
        sources={item: SourceState(became) for item, became in body.get("sources", {}).items()},
        instead=body.get("instead", {}),
        bypass=body.get("bypass", ""),
        unmet=body.get("unmet", ""),
        exception=body.get("exception", ""),
        key=body.get("key", ""),
        wording=state.wording,
        search=state.search if state.verdict and state.verdict.rests_on_search else None,
    )


def _signed_anew(state: ClaimState, event: Event) -> SignOff:
    """Sign a stale claim together with others: what was to be known of its sign-off before still is."""
    body = event.body
    digest = body["bindings"][state.claim]
    before = state.sign_off or SignOff(user=event.user, at=event.at, digest=digest)
    own, key = state.claim in body["self_signed"], body.get("key", "")
    told = {"digest": digest, "version": body["version"], "self_signed": own, "key": key, "wording": state.wording}
    became = body.get("sources", {}).get(state.claim, {})
    return replace(
        before,
        user=event.user,
        at=event.at,
        sources={**before.sources, **{item: SourceState(one) for item, one in became.items()}},
        instead={**before.instead, **body.get("instead", {}).get(state.claim, {})},
        erased="",
        taken_over="",
        taken_over_by=0,
        search=before.search and state.search,
        **told,
    )
