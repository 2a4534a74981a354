"""Claims read many at a time, with all that they are folded from: a gate asks hundreds of questions, not thousands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.domain import Claim, ClaimState, Event, Evidence
from factcheck.store.encoding import decode
from factcheck.store.reading import NOTHING

if TYPE_CHECKING:
    from factcheck.store import Store

_AT_ONCE = 200
"""Claims that are read together."""

Row = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Ahead:
    """Some claims of a revision with what they are folded from, read before it is asked for (`folding.Kept`).

    What else is asked for (the claim of an earlier revision) is read from the store.
    """

    store: Store
    rows: Mapping[str, tuple[Row, Row]]
    own: Mapping[str, Sequence[Event]]
    items: Mapping[str, tuple[Evidence, ...]]
    revision: str
    of_revision: dict[tuple[str, ...], Sequence[Event]] = field(default_factory=dict)

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence."""
        if identifier not in self.rows:
            return self.store.claim(identifier)
        made = self.rows[identifier][0]
        return decode(Claim, made["payload"]), made["revision"], made["sentence"]

    def state(self, claim: str) -> ClaimState:
        """Return what is stored of a claim's fold."""
        kept = self.rows[claim][1] if claim in self.rows else None
        return decode(ClaimState, kept["payload"]) if kept else self.store.state(claim)

    def events(self, *, subject: str = "", kinds: Sequence[str] = ()) -> Sequence[Event]:
        """Return the events of a subject in order; of some kinds alone, if given."""
        if subject in self.own:
            return [event for event in self.own[subject] if not kinds or event.kind in kinds]
        if subject != self.revision:
            return tuple(self.store.events(subject=subject, kinds=kinds))
        if tuple(kinds) not in self.of_revision:
            self.of_revision[tuple(kinds)] = tuple(self.store.events(subject=subject, kinds=kinds))
        return self.of_revision[tuple(kinds)]

    def evidence(self, claim: str, known: Mapping[str, Evidence] = NOTHING) -> Sequence[Evidence]:
        """Return all evidence ever kept for a claim."""
        return self.items[claim] if claim in self.items else self.store.evidence(claim, known)

    def private_texts(self, digests: Sequence[str]) -> Mapping[str, str]:
        """Return the texts behind salted digests."""
        return self.store.private_texts(digests)


def read_ahead(store: Store, revision: str) -> Iterator[tuple[Claim, Ahead]]:
    """Yield the claims of a revision, each with what was read with it."""
    claims = iter(store.claims(revision))
    of_revision: dict[tuple[str, ...], Sequence[Event]] = {}
    while some := list(islice(claims, _AT_ONCE)):
        ids = [claim.id for claim in some]
        ahead = Ahead(
            store=store,
            rows=store.rows_of_many(ids),
            own=store.events_of(ids),
            items=store.evidence_of(ids),
            revision=revision,
            of_revision=of_revision,
        )
        yield from ((claim, ahead) for claim in some)
