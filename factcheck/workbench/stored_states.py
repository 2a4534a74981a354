"""The stored states against the fold of the log: what a list shows is only as good as the log says. Changes nothing.

Claims are read many at a time, with all that they are folded from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.domain import Claim, ClaimState, Event, Evidence
from factcheck.errors import StateError
from factcheck.store.encoding import decode
from factcheck.store.rows import claim_row, state_row
from factcheck.workbench.folding import folded

if TYPE_CHECKING:
    from factcheck.store import Store

_AT_ONCE = 200
"""Claims that are read together."""
REMEDY = "`factcheck audit rebuild` stores what the log says"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A claim whose rows are not what they should be: `columns` of the claim or of its stored state."""

    claim: str
    columns: Sequence[str]

    def __str__(self) -> str:
        return f"what is stored differs from what its events say ({', '.join(self.columns)})"


def check_states(store: Store, articles: Iterable[str], *, earlier: bool = False) -> None:
    """Refuse to let articles (ids) into print where what is stored of a claim in their lists is not what the log says.

    `earlier`: those of their earlier revisions, too. That the log is whole is not looked at: `factcheck audit verify`.
    Some 1 ms of processor time a claim that is signed (our own measurement of 10,000, 2026-11).

    Raises:
        StateError: names the first such claim, and what to do.
    """
    latest = {article.id: article.revision for article in store.articles()}
    for article in articles:
        for revision in store.revisions(article) if earlier else [latest[article]]:
            for one in _of_revision(store, revision):
                raise StateError(str(one), hint=REMEDY, subject=f"claim {one.claim}")


def differing_states(store: Store) -> Iterator[Differing]:
    """Fold every claim anew, those of earlier revisions, too, and yield those whose rows are something else."""
    for article in store.articles():
        for revision in store.revisions(article.id):
            yield from _of_revision(store, revision)


def _of_revision(store: Store, revision: str) -> Iterator[Differing]:
    claims = iter(store.claims(revision))
    of_revision: dict[tuple[str, ...], Sequence[Event]] = {}
    while some := list(islice(claims, _AT_ONCE)):
        ids = [claim.id for claim in some]
        ahead = _Ahead(
            store=store,
            rows=store.rows_of_many(ids),
            own=store.events_of(ids),
            items=store.evidence_of(ids),
            revision=revision,
            of_revision=of_revision,
        )
        for claim in some:
            if columns := _differing(ahead, claim):
                yield Differing(claim=claim.id, columns=columns)


@dataclass(slots=True, kw_only=True)
class _Ahead:
    """Some claims of a revision with what they are folded from, read before it is asked for (`folding.Kept`).

    What else a fold asks for (the claim of an earlier revision) is read from the store.
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

    def events(self, *, subject: str = "", kinds: Sequence[str] = ()) -> Iterable[Event]:
        """Return the events of a subject in order; of some kinds alone, if given."""
        if subject in self.own and not kinds:
            return self.own[subject]
        if subject != self.revision:
            return self.store.events(subject=subject, kinds=kinds)
        if tuple(kinds) not in self.of_revision:
            self.of_revision[tuple(kinds)] = tuple(self.store.events(subject=subject, kinds=kinds))
        return self.of_revision[tuple(kinds)]

    def evidence(self, claim: str, known: Mapping[str, Evidence]) -> Sequence[Evidence]:
        """Return all evidence ever kept for a claim."""
        return self.items[claim] if claim in self.items else self.store.evidence(claim, known)

    def private_texts(self, digests: Sequence[str]) -> Mapping[str, str]:
        """Return the texts behind salted digests."""
        return self.store.private_texts(digests)


def _as_known(state: ClaimState, written: str) -> ClaimState:
    """Return a state as the program that wrote it knew it: before 2026-12, not for which words a verdict was given."""
    carried = state.stage.carried
    if carried is None or '"rated"' in written:
        return state
    known = replace(carried, rated="", kept=None)
    return replace(state, stage=replace(state.stage, carried=known))


def _differing(ahead: _Ahead, claim: Claim) -> list[str]:
    """Return the columns in which the rows of a claim are not what they should be."""
    made, kept = ahead.rows.get(claim.id) or ahead.store.rows_of(claim.id)
    state, counts = folded(ahead, claim.id)
    right = (claim_row(claim, made["revision"], made["number"], made["sentence"]), state_row(state, counts))
    written = kept.get("payload", "")
    if written and written != right[1]["payload"] and decode(ClaimState, written) == _as_known(state, written):
        # an earlier program wrote it without what it did not know
        right = (right[0], {**state_row(_as_known(state, written), counts), "payload": written})
    return [
        name.replace("payload", "the whole")
        for row, should in zip((made, kept), right, strict=True)
        for name, value in should.items()
        if row.get(name, row) != value
    ]
