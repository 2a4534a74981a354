"""Claims with everything that a face shows beside them, read many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.domain import ClaimLock, ClaimView, Evidence, Sensitivity, SourceNow
from factcheck.reports.disclosure import marked
from factcheck.review.binding import as_shown
from factcheck.workbench.cited_lost import LostCitations, with_lost
from factcheck.workbench.folding import looked_up
from factcheck.workbench.meeting import all_standing

if TYPE_CHECKING:
    from factcheck.store.many import StoredClaim
    from factcheck.workbench import Workbench

AT_ONCE = 200
"""Claims whose sources are looked up together: the corpus is opened once for them all."""


def views(bench: Workbench, identifiers: Iterable[str]) -> Iterator[ClaimView]:
    """Yield claims (ids) in their order, each with its state and evidence, and its sources as they stand now.

    Raises:
        InputError: there is no such claim.
    """
    marks: Mapping[str, Sensitivity] | None = None
    waiting, lost = iter(identifiers), LostCitations(bench.store, bench.workspace)
    while some := list(islice(waiting, AT_ONCE)):
        locks = {lock.claim: lock for lock in all_standing(bench.store, bench.now)}
        stored = bench.store.stored_claims(some)
        bare = [with_lost(_bare(one, locks.get(one.claim.id)), lost) for one in stored]
        evidence = [item for view in bare for item in view.evidence]
        if not evidence:
            yield from (replace(view, state=as_shown(view.state, {})) for view in bare)
            continue
        from factcheck.store.standing import read_marks
        from factcheck.workbench.opening import CORPUS
        from factcheck.workbench.snapshots import notices_of
        from factcheck.workbench.standing import states_of, with_states

        if marks is None:
            marks = read_marks(bench.workspace / CORPUS / "documents.db")
        now = states_of(evidence, bench.workspace / CORPUS)
        notices = notices_of(bench.workspace, {item.candidate.source.id for item in evidence})
        said = notices_of(bench.workspace, {document for one in now.values() for document in one.documents})
        settled = [with_states(marked(view, marks), now) for view in bare]
        gone = [item for view in settled for item in _lost(view)]
        texts = _texts(bench, [document for item in gone for document in now[item].documents])
        settled = [replace(view, state=as_shown(view.state, now)) for view in settled]
        yield from (_with_notices(_with_since(view, now, said, texts), notices) for view in settled)


def _lost(view: ClaimView) -> Mapping[str, Evidence]:
    """Return the evidence that the verdict rests on, and is open to all, whose source is no longer what it was."""
    return {
        item.id: item
        for item in view.evidence
        if item.id in view.source_states
        and item.id in view.state.rests_on
        and item.candidate.source.sensitivity is Sensitivity.OPEN
    }


def _texts(bench: Workbench, documents: Sequence[str]) -> Mapping[str, str]:
    """Read the texts of documents, as far as they are there and for everybody. The corpus is opened once, if at all."""
    if not documents:
        return {}
    with bench.open_corpus() as corpus:
        there = {one: corpus.document(one) for one in dict.fromkeys(documents) if corpus.known([one])}
    return {
        name: one.text
        for name, one in there.items()
        if one.source.sensitivity is Sensitivity.OPEN and not one.source.scope
    }


def _with_since(
    view: ClaimView, now: Mapping[str, SourceNow], said: Mapping[str, str], texts: Mapping[str, str]
) -> ClaimView:
    """Return a claim with what is told of the documents that stand in place of those its verdict rests on.

    `said`: what is said of documents (ids); `texts`: theirs. No word is told of what is not for everybody.
    """
    told = {
        name: (
            *dict.fromkeys(said[document] for document in now[name].documents if document in said),
            *_words_since(item, [texts[document] for document in now[name].documents if document in texts]),
        )
        for name, item in _lost(view).items()
    }
    return replace(view, since={item: lines for item, lines in told.items() if lines})


def _words_since(item: Evidence, texts: Sequence[str]) -> tuple[str, ...]:
    if not texts or not item.candidate.passage.text:
        return ()
    from factcheck.workbench.drift import told_since

    return told_since(item, texts)


def _with_notices(view: ClaimView, of_sources: Mapping[str, str]) -> ClaimView:
    """Return a claim with what is said of the pages (by the ids of their documents) that its evidence is from."""
    if not of_sources:
        return view
    told = {item.id: of_sources.get(item.candidate.source.id, "") for item in view.evidence}
    return replace(view, notices={name: notice for name, notice in told.items() if notice})


def _bare(stored: StoredClaim, lock: ClaimLock | None) -> ClaimView:
    state = stored.state
    return ClaimView(
        summary=stored.summary,
        claim=state.corrected(stored.claim),
        revision=stored.revision,
        sentence=stored.sentence,
        state=state,
        evidence=tuple(stored.evidence[e] for e in state.evidence if e in stored.evidence),
        citations=stored.citations,
        cited_sources=looked_up(stored.citations, state) if stored.citations else (),
        lock=lock,
    )
