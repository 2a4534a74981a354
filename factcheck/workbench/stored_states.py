"""The stored states against the fold of the log: what a list shows is only as good as the log says. Changes nothing.

Claims are read many at a time, with all that they are folded from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.domain import Claim, ClaimState, Ending, ReviewState
from factcheck.errors import StateError
from factcheck.store.encoding import decode, encode
from factcheck.store.rows import claim_row, state_row
from factcheck.workbench.ahead import Ahead, read_ahead
from factcheck.workbench.folding import folded

if TYPE_CHECKING:
    from factcheck.store import Store

REBUILD, RESTORE = "audit rebuild", "restore FILE --force"
"""What stores the fold of the log anew; and what puts back the rows that the log has only digests of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A claim whose rows are not what they should be: `columns` of the claim or of its stored state.

    `as_extracted`: the row of the claim itself is right, and only the state differs, which the log can store anew.
    """

    claim: str
    columns: Sequence[str]
    as_extracted: bool = True

    def __str__(self) -> str:
        return f"what is stored differs from what its events say ({', '.join(self.columns)})"


def check_states(store: Store, articles: Iterable[str], *, earlier: bool = False) -> None:
    """Refuse to let articles (ids) into print where what is stored of a claim in their lists is not what the log says.

    `earlier`: those of their earlier revisions, too. That the log is whole is not looked at: `factcheck audit verify`.
    Some 0.4 ms of processor time a claim that is signed (our own measurement of 1,500, 2026-11).

    Raises:
        StateError: names the first such claim, and what to do.
    """
    if one := first_differing(store, articles, earlier=earlier):
        raise StateError(str(one), hint=remedy_in_words(store, one), subject=f"claim {one.claim}")


def remedy_of(store: Store, one: Differing) -> str:
    """Return the command that mends a claim's rows: the log is folded anew, or where that cannot be, a backup."""
    from factcheck.workbench.verifying import fault_of

    return REBUILD if one.as_extracted and not fault_of(store) else RESTORE


def remedy_in_words(store: Store, one: Differing) -> str:
    """Say which command mends a claim's rows, and how."""
    if remedy_of(store, one) == REBUILD:
        return f"`factcheck {REBUILD}` stores what the log says"
    return f"put a backup back: `factcheck {RESTORE}`"


def first_differing(store: Store, articles: Iterable[str], *, earlier: bool = False) -> Differing | None:
    """Return the first claim of articles (ids) of which what is stored is not what the log says; None where all is."""
    latest = {article.id: article.revision for article in store.articles()}
    for article in articles:
        for revision in store.revisions(article) if earlier else [latest[article]]:
            if one := next(differing_of(store, revision), None):
                return one
    return None


def differing_states(store: Store) -> Iterator[Differing]:
    """Fold every claim anew, those of earlier revisions, too, and yield those whose rows are something else."""
    for article in store.articles():
        for revision in store.revisions(article.id):
            yield from differing_of(store, revision)


def differing_of(store: Store, revision: str) -> Iterator[Differing]:
    """Fold the claims of a revision anew, and yield those whose rows are something else."""
    for claim, ahead in read_ahead(store, revision):
        if one := differing(ahead, claim):
            yield one


def _as_known(state: ClaimState, written: str) -> ClaimState:
    """Return a state as the program that wrote it knew it.

    Before 2026-12 it did not know for which words a verdict was given, nor what was signed before it was taken over;
    and it called stale what nobody had signed, and what reads as an editor hedged it.
    """
    signed, closing = state.sign_off, state.stage.closing
    if not signed and closing and closing.ending is Ending.HEDGED and f'"{ReviewState.STALE}"' in written:
        state = replace(state, review_state=ReviewState.STALE)
    if signed and '"taken_over"' not in written:
        state = replace(
            state, sign_off=replace(signed, digest=signed.in_article, taken_over="", taken_over_by=0, search=None)
        )
    carried = state.stage.carried
    if carried is None or '"rated"' in written:
        return state
    return replace(state, stage=replace(state.stage, carried=replace(carried, rated="", kept=None)))


def _is_of_earlier(written: str, state: ClaimState) -> bool:
    """Tell whether a state is what an earlier program wrote: all that it has is as it should be, though parts lack."""
    known, stored = _as_known(state, written), decode(ClaimState, written)
    same = stored == known and stored.known == known.known
    return same and _holds(json.loads(encode(known)), json.loads(written))


def _holds(whole: object, part: object) -> bool:
    """Tell whether a value of JSON is a part of another: fields may lack, and what is there is the same."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and _holds(whole[name], value) for name, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(_holds, whole, part))
    return part == whole and type(part) is type(whole)


def differing(ahead: Ahead, claim: Claim) -> Differing | None:
    """Return in which columns the rows of a claim are not what they should be; None where they are."""
    made, kept = ahead.rows.get(claim.id) or ahead.store.rows_of(claim.id)
    state, counts = folded(ahead, claim.id)
    extracted = dict(claim_row(claim, made["revision"], made["number"], made["sentence"]))
    if _holds(json.loads(extracted["payload"]), json.loads(made.get("payload") or "null")):
        extracted["payload"] = made["payload"]  # an earlier program wrote it without what it did not know
    right = (extracted, state_row(state, counts))
    written = kept.get("payload", "")
    if written and written != right[1]["payload"] and _is_of_earlier(written, state):
        # an earlier program wrote it without what it did not know
        right = (right[0], {**state_row(_as_known(state, written), counts), "payload": written})
    columns = [
        name.replace("payload", "the whole")
        for row, should in zip((made, kept), right, strict=True)
        for name, value in should.items()
        if row.get(name, row) != value
    ]
    if columns and set(columns) <= counts.keys():  # an earlier program counted an origin in each stance it had
        counts = folded(ahead, claim.id, once=False)[1]
        columns = [name for name in columns if kept.get(name) != counts[name]]
    as_extracted = all(made.get(name, made) == value for name, value in right[0].items())
    return Differing(claim=claim.id, columns=columns, as_extracted=as_extracted) if columns else None
