"""From the log to the stored state of a claim: reading what the fold needs, and keeping what it gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from factcheck.claims.accounting import accounted
from factcheck.domain import (
    LISTED,
    BoundCitation,
    Citation,
    CitedSource,
    Claim,
    ClaimState,
    Event,
    Evidence,
    ReviewState,
    Sentence,
)
from factcheck.domain.words import Words, digest_in
from factcheck.review.binding import count_origins, settle
from factcheck.review.cited import heard
from factcheck.review.fold import fold
from factcheck.review.hand import OF_REVISIONS, about
from factcheck.review.kinds import Kind
from factcheck.store.encoding import encode

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction


PRIVATE: Mapping[str, str] = {Kind.NOTE: "text", Kind.WAITING: "person"}
"""Which part of an event's body is the salted digest of words that stand outside the log."""


def digests_of(event: Event) -> tuple[str, ...]:
    """Return the digests that stand in the log for words of an event, in whatever version it was written."""
    private = event.body.get(PRIVATE[event.kind], "") if event.kind in PRIVATE else ""
    said = (one.digest if isinstance(one, Words) else digest_in(one) for one in event.body.values())
    return tuple(filter(None, (private, *said)))


class Kept(Protocol):
    """What a claim is folded from: a database, or a dossier. See `store.reading.Reader`."""

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence."""
        ...

    def events(self, *, subject: str = "", kinds: Sequence[str] = ()) -> Iterable[Event]:
        """Return the events of a subject in order; of some kinds alone, if given."""
        ...

    def evidence(self, claim: str, known: Mapping[str, Evidence]) -> Sequence[Evidence]:
        """Return all evidence ever kept for a claim."""
        ...

    def private_texts(self, digests: Sequence[str]) -> Mapping[str, str]:
        """Return the texts behind salted digests."""
        ...


class Stored(Kept, Protocol):
    """What also has the fold of a claim as it is stored."""

    def state(self, claim: str) -> ClaimState:
        """Return the fold of a claim."""
        ...

    def evidence(self, claim: str, known: Mapping[str, Evidence] = ...) -> Sequence[Evidence]:
        """Return all evidence ever kept for a claim."""
        ...


def refresh(tx: Transaction, claim_id: str, just_kept: Sequence[Evidence] = ()) -> ClaimState:
    """Fold the events of a claim again and store the state; return it. `just_kept` need not be read again."""
    state, counts = folded(tx, claim_id, just_kept)
    tx.put_state(state, counts)
    return state


def refresh_list(tx: Transaction, revision: str, claims: Iterable[str]) -> list[ClaimState]:
    """Fold claims again that came into the list or left it, and bind the writer's own sources to what is listed now."""
    states = [refresh(tx, claim) for claim in claims]
    citations = [bound.citation for bound in tx.citations(revision)]
    if citations:
        tx.put_citations(revision, bound_now(tx, revision, citations))
    return states


def bound_now(reader: Reader, revision: str, citations: Sequence[Citation]) -> tuple[BoundCitation, ...]:
    """Bind citations to the claims that are listed; one that is not keeps those it had."""
    from factcheck.claims.sources.binding import bind_citations  # extraction takes 0.2 s to import: no list needs it

    listed = reader.listed_claims(revision)
    here = {claim.id for claim in listed}
    before = {bound.citation: [c for c in bound.claims if c not in here] for bound in reader.citations(revision)}
    found = bind_citations(citations, listed, reader.sentences(revision) or ())
    return tuple(replace(bound, claims=(*bound.claims, *before.get(bound.citation, ()))) for bound in found)


def claims_engine() -> str:
    """Return the name and version of the engine that finds claims and binds citations to them."""
    from factcheck.claims import ENGINE

    return ENGINE


def citation_digest(citation: Citation) -> str:
    """Name a citation by what it says: the log has no words of the writer's notes."""
    return hashlib.sha256(encode(citation).encode()).hexdigest()[:16]


def looked_up(citations: Sequence[Citation], state: ClaimState) -> tuple[CitedSource | None, ...]:
    """Return what came of each citation of a claim, None where it was not looked up yet."""
    known = {one.citation: one for one in state.cited_sources}
    return tuple(known.get(citation_digest(citation)) for citation in citations)


def folded(
    reader: Kept, claim_id: str, just_kept: Sequence[Evidence] = (), *, once: bool = True
) -> tuple[ClaimState, dict[str, int]]:
    """Fold the events of a claim into its state and the counts its list row shows (`once`: see `count_origins`)."""
    claim, revision, sentence = reader.claim(claim_id)
    events = history(reader, claim_id, revision)
    digests = [e.body[PRIVATE[e.kind]] for e in events if e.kind in PRIVATE]
    evidence = {e.id: e for e in reader.evidence(claim_id, {e.id: e for e in just_kept})}
    state = settle(fold(claim_id, events, reader.private_texts(digests)), claim, sentence, evidence)
    state = replace(state, cited_sources=heard(state, evidence))
    standing = [evidence[e] for e in state.evidence if e in evidence]
    return state, count_origins(standing, state, lambda e: e.candidate.origin, once=once)


def history(reader: Kept, claim_id: str, revision: str) -> list[Event]:
    """Return the events of a claim: its own, and those of its revision that a person's hand is in and that name it.

    Before them stand those of the claim of an earlier revision whose decisions it took over, under the names of here.
    """
    of_revision = reader.events(subject=revision, kinds=OF_REVISIONS)
    return history_among(reader, claim_id, reader.events(subject=claim_id), of_revision)


def history_among(reader: Kept, claim_id: str, of_claim: Iterable[Event], of_revision: Iterable[Event]) -> list[Event]:
    """Return what `history` does, of events that were read already: of the claim, and of its revision (a person's)."""
    own = list(of_claim)
    found = about(claim_id, own, of_revision)
    carried = [event for event in own if event.kind == Kind.CARRIED]
    if not carried:
        return found
    from factcheck.workbench.inheriting import inherited, names_of

    last = carried[-1]
    claim, before, _ = reader.claim(last.body["from"])
    earlier = (event for event in history(reader, claim.id, before) if event.seq < last.seq)
    return [*inherited(earlier, names_of(last), reader.claim(claim_id)[0]), *found]


def logged(reader: Kept, claim_id: str) -> list[Event]:
    """Return the events of a claim as they were logged, and of those of earlier revisions whose decisions it took over.

    Those that a fold has no use for are among them; `history` has the names of here.
    """
    _, revision, _ = reader.claim(claim_id)
    own = list(reader.events(subject=claim_id))
    found = {one.seq: one for one in about(claim_id, own, reader.events(subject=revision, kinds=OF_REVISIONS))}
    for event in own:
        if event.kind == Kind.CARRIED:
            found |= {one.seq: one for one in logged(reader, event.body["from"])}
    return [found[seq] for seq in sorted(found)]


def sentences_of(reader: Reader, revision: str) -> tuple[Sentence, ...]:
    """Return the sentences of a revision with what became of them, by extraction and by a person's hand."""
    sentences = reader.sentences(revision) or ()
    extracted = {c for e in reader.events(subject=revision, kinds=[Kind.EXTRACTED]) for c in e.body["claims"]}
    listed = reader.bounds_of(revision, *LISTED)
    by_hand = [claim for claim in listed if claim.id not in extracted]
    return tuple(accounted(sentences, by_hand, listed, reader.bounds_of(revision, ReviewState.WITHDRAWN)))
