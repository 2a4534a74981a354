"""Which verdicts rest on a source that has changed or is gone since: they stand, and are to be signed again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain import (
    BY_HAND,
    ArticleSummary,
    ClaimSummary,
    ClaimView,
    Evidence,
    ReviewState,
    Source,
    SourceNow,
    SourceState,
)
from factcheck.errors import StateError
from factcheck.reports.cells import counted
from factcheck.review.binding import settle_sources
from factcheck.review.cited import most_telling, without_retracted
from factcheck.review.kinds import Kind
from factcheck.store.standing import became
from factcheck.workbench.brought_files import files_now
from factcheck.workbench.opening import CORPUS

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.workbench import Workbench

DOCUMENTS = "documents.db"
PAGES_GONE = Path("snapshots/pages/gone")
"""Where `web/kept.py` names the documents of pages that are gone: importing that room takes too long for a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A claim whose verdict rests on a source that has changed or is gone: which it is, by file, address or id.

    `kept`: what evidence keeps of them, in words.
    """

    claim: ClaimSummary
    sources: Mapping[str, SourceState]
    kept: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = ", ".join(f"source {state}: {name}" for name, state in self.sources.items())
        return f"claim {self.claim.number}: {told}"


Lost = Mapping[str, Mapping[str, tuple[Source, SourceNow]]]
"""Claim -> evidence -> its source, and what became of that."""


def check_not_lost(bench: Workbench, state: str) -> None:
    """Refuse a corpus that has nothing where claims of any article were matched with something.

    Raises:
        StateError: what is lost (`state`: "is empty"), and how it comes back.
    """
    searches = (event.body["search"] for event in bench.store.events(kinds=[Kind.MATCHED]))
    if most := max((search["documents"] for search in searches), default=0):
        raise StateError(
            f"{state}, though claims were matched with it ({counted(most, 'document')}); evidence keeps its copies",
            hint="restore it from a backup, or add the files again: `factcheck corpus add PATH...`",
            subject=str(bench.workspace / CORPUS),
        )


def rows_with_states(rows: Iterable[ClaimSummary], store: Store, lost: Lost) -> Iterator[ClaimSummary]:
    """Yield rows of the list with what became of the sources they rest on (the worst of it where there are several).

    A sign-off is stale from then on, until somebody signs who was shown it.
    """
    return (_row(row, store, lost[row.id]) if row.id in lost else row for row in rows) if lost else iter(rows)


def articles_with_states(articles: tuple[ArticleSummary, ...], store: Store, lost: Lost) -> tuple[ArticleSummary, ...]:
    """Return rows of the article list; a sign-off that the state of a source made stale counts no more as signed."""
    if not (lost and any(one.signed for one in articles)):
        return articles
    signed = (row for row in store.summaries() if row.id in lost and row.review_state is ReviewState.SIGNED)
    stale = Counter(row.article for row in signed if _row(row, store, lost[row.id]).review_state is ReviewState.STALE)
    return tuple(replace(one, signed=one.signed - stale[one.id]) for one in articles)


def touched(store: Store, lost: Lost) -> tuple[Touched, ...]:
    """Return the listed claims that rest on a source which changed or is gone, in the order of the list."""
    rows = (row for row in (store.summaries() if lost else ()) if row.id in lost)
    return touched_among(rows_with_states(rows, store, lost), lost)


def touched_among(rows: Iterable[ClaimSummary], lost: Lost) -> tuple[Touched, ...]:
    """Return those of some rows of the list that rest on a source which changed or is gone."""
    return tuple(
        Touched(
            claim=row,
            sources={source.place: now.state for source, now in lost[row.id].values()},
            kept=tuple(dict.fromkeys(source.copy_told for source, _ in lost[row.id].values())),
        )
        for row in rows
        if row.id in lost
    )


def with_states(view: ClaimView, now_of: Mapping[str, SourceNow]) -> ClaimView:
    """Return a claim with what became of the sources of its evidence (ids) since."""
    now = {item.id: now_of[item.id] for item in view.evidence if item.id in now_of}
    if not now:
        return view
    states = {e: one.state for e, one in now.items()}
    resting = [states[e] for e in view.state.rests_on if e in states]
    state = settle_sources(view.state, now)
    worst = _worst(resting) if resting else None
    cited = tuple(one and without_retracted(one, states) for one in view.cited_sources)
    summary = view.summary._replace(source_state=worst, review_state=state.review_state)
    if cited != view.cited_sources:
        summary = summary._replace(cited_source=most_telling(cited))
    return replace(view, summary=summary, state=state, source_states=states, cited_sources=cited)


def states_of(evidence: Iterable[Evidence], corpus: Path) -> Mapping[str, SourceNow]:
    """Return the evidence (ids) whose source changed or is gone since."""
    items = list(evidence)
    now = _became(corpus, [item.candidate.source for item in items])
    return {item.id: now[item.candidate.source.id] for item in items if item.candidate.source.id in now}


def _row(row: ClaimSummary, store: Store, lost: Mapping[str, tuple[Source, SourceNow]]) -> ClaimSummary:
    states = {evidence: now for evidence, (_, now) in lost.items()}
    row = row._replace(source_state=_worst(now.state for now in states.values()))
    retracted = row.source_state is SourceState.RETRACTED and row.cited_source is not None
    if row.review_state is not ReviewState.SIGNED and not retracted:
        return row
    state = store.state(row.id)
    if retracted:
        became = {evidence: now.state for evidence, now in states.items()}
        row = row._replace(cited_source=most_telling(without_retracted(one, became) for one in state.cited_sources))
    return row._replace(review_state=settle_sources(state, states).review_state)


def states_by_claim(store: Store, corpus: Path) -> Lost:
    """Return what verdicts rest on that changed or is gone since."""
    resting = store.rested_on()
    now = _became(corpus, [source for _, _, source in resting])
    found: defaultdict[str, dict[str, tuple[Source, SourceNow]]] = defaultdict(dict)
    for claim, evidence, source in resting:
        if source.id in now:
            found[claim][evidence] = source, now[source.id]
    return found


def _became(corpus: Path, copied: Sequence[Source]) -> Mapping[str, SourceNow]:
    """Return which sources (ids) changed, are gone from the corpus, or are of pages that are gone from the web."""
    files = files_now(copied)
    copied = [source for source in copied if not source.id.startswith(BY_HAND)]
    if not (copied and (corpus / DOCUMENTS).is_file()):
        return files
    folder = corpus.parent / PAGES_GONE
    vanished = frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()
    gone = {source.id: SourceNow(state=SourceState.GONE) for source in copied if source.id in vanished}
    return {**files, **gone, **became(corpus / DOCUMENTS, copied, vanished)}


def _worst(states: Iterable[SourceState]) -> SourceState:
    found = set(states)
    return next(one for one in SourceState if one in found)
