"""Which of the writer's own sources gave no page when their address was asked last: told at the claim at once.

The next match puts it on record (`citing`); until then it is laid over what the last one found. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain import CitedSource, CitedStatus, ClaimSummary, ClaimView
from factcheck.workbench.folding import citation_digest

if TYPE_CHECKING:
    from factcheck.store import Store

LOST = Path("snapshots/pages/lost")
"""Where `web/kept.py` keeps what came of such addresses: importing that room takes too long for a list."""
SINCE = "; now unreachable: "
_NOT_READ = frozenset([None, CitedStatus.ABSENT, CitedStatus.VAGUE])


class LostCitations:
    """What gave no page of the writer's own sources; each revision is looked up once."""

    def __init__(self, store: Store, workspace: Path) -> None:
        self._store = store
        self._workspace = workspace
        folder = workspace / LOST
        self.are_some = folder.is_dir() and any(True for _ in folder.iterdir())
        self._found: dict[str, Mapping[str, Mapping[str, str]]] = {}

    def of(self, revision: str) -> Mapping[str, Mapping[str, str]]:
        """Return claim -> digest of a citation -> why none of its addresses gave a page."""
        if not self.are_some:
            return {}
        if revision not in self._found:
            self._found[revision] = _lost(self._store, revision, self._workspace)
        return self._found[revision]


def rows_with_lost(rows: Iterable[ClaimSummary], store: Store, workspace: Path) -> Iterator[ClaimSummary]:
    """Yield rows of the list, those as unreachable whose writer cites nothing that was read, and what was lost."""
    lost = LostCitations(store, workspace)
    if not lost.are_some:
        return iter(rows)
    revisions = {article.id: article.revision for article in store.articles()}
    return (_row(row, lost, revisions) for row in rows)


def with_lost(view: ClaimView, lost: LostCitations) -> ClaimView:
    """Return a claim with what came of its citations' addresses since they were looked up."""
    said = lost.of(view.revision).get(view.claim.id) if view.citations else None
    if not said:
        return view
    found = zip(view.citations, view.cited_sources, strict=True)
    cited = tuple(_cited(source, citation_digest(citation), said) for citation, source in found)
    statuses = {one.status for one in cited if one}
    summary = view.summary._replace(cited_source=next((one for one in CitedStatus if one in statuses), None))
    return replace(view, cited_sources=cited, summary=summary)


def _row(row: ClaimSummary, lost: LostCitations, revisions: Mapping[str, str]) -> ClaimSummary:
    if not row.citations or row.cited_source not in _NOT_READ or row.article not in revisions:
        return row
    is_lost = row.id in lost.of(revisions[row.article])
    return row._replace(cited_source=CitedStatus.UNREACHABLE) if is_lost else row


def _cited(source: CitedSource | None, digest: str, said: Mapping[str, str]) -> CitedSource | None:
    reason = said.get(digest, "")
    if not reason:
        return source
    if source is None or source.status in _NOT_READ:
        return CitedSource(citation=digest, status=CitedStatus.UNREACHABLE, reason=reason)
    return source if reason in source.reason else replace(source, reason=f"{source.reason}{SINCE}{reason}")


def _lost(store: Store, revision: str, workspace: Path) -> Mapping[str, Mapping[str, str]]:
    """Return claim -> digest of a citation -> why none of its addresses gave a page."""
    from factcheck.claims.sources.leads import follow  # it reads dates, which every list would wait for
    from factcheck.web.kept import KeptPages
    from factcheck.web.salted import PAGES

    shelf = KeptPages(workspace / PAGES)
    bound = store.citations(revision)
    found: dict[str, dict[str, str]] = {}
    for one, lead in zip(bound, follow([one.citation for one in bound]), strict=True):
        told = [shelf.lost(url) for url in lead.urls]
        if told and all(told):
            for claim in one.claims:
                found.setdefault(claim, {})[citation_digest(one.citation)] = told[0]
    return found
