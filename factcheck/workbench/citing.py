"""The writer's own sources, looked up in the corpus for the claims that they are cited for. Nothing is fetched.

What was fetched from an address that redirects stands under the one where it ended, and is found by either.

What a citation means is asked once a run; a claim without citations costs nothing here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.claims.sources.leads import follow
from factcheck.domain import Candidate, CitedStatus, Claim, Evidence
from factcheck.matching.cited import ENGINE, Found, find_cited, overlap, put_first, resolve
from factcheck.store.encoding import encode
from factcheck.web.kept import KeptPages
from factcheck.web.salted import PAGES
from factcheck.workbench.cited_lost import SINCE
from factcheck.workbench.cited_tables import UNREAD, are_tables, judged_cells
from factcheck.workbench.folding import citation_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.claims.sources.leads import Lead
    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

ABSENT = "no document of the corpus has the address, file, id or title that it names; nothing is fetched"

SUMMED_UP = "only a feed's summary of it is in the corpus, not the page; `factcheck fetch --claim` asks for it"

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What came of a citation (by its digest): what it means, and the places of its passages for the claim."""

    citation: str
    found: Found
    lost: str = ""
    """Why its address gave no page when it was asked last; "" where it gave one, or nobody asked."""
    places: tuple[Place, ...] = ()
    cells: tuple[Evidence, ...] = ()
    """What the cells of its tables say, where they take a side."""


class Citing:
    """The citations of a revision, and what they lead to."""

    def __init__(self, bench: Workbench, revision: str) -> None:
        bound = bench.citations(revision)
        shelf = KeptPages(bench.workspace / PAGES)
        leads = [_with_ends(lead, shelf) for lead in follow([one.citation for one in bound])]
        self._lost = {url: said for lead in leads for url in lead.urls if (said := shelf.lost(url))}
        self._leads: dict[str, list[tuple[str, Lead]]] = {}
        self._found: dict[Lead, Found] = {}
        for one, lead in zip(bound, leads, strict=True):
            for claim in one.claims:
                self._leads.setdefault(claim, []).append((citation_digest(one.citation), lead))

    def digest(self, claim: str) -> str:
        """Return the digest of what a claim's citations lead to, "" for none: where it changes, they are asked anew."""
        leads = self._leads.get(claim)
        if not leads:
            return ""
        lost = [said for _, lead in leads if (said := self.lost(lead))]
        told = encode([ENGINE, *((name, lead) for name, lead in leads), *lost]).encode()
        return hashlib.sha256(told).hexdigest()[:16]

    def lost(self, lead: Lead) -> str:
        """Return why the addresses of a lead gave no page when they were asked last; "" where that is not known."""
        told = [self._lost.get(url, "") for url in lead.urls]
        return told[0] if all(told) and told else ""

    def look_up(
        self, claim: Claim, corpus: Corpus, others: Sequence[Candidate]
    ) -> tuple[tuple[Candidate, ...], list[LookedUp]]:
        """Return the candidates with the passages of the cited documents in front, and what came of each citation."""
        if claim.id not in self._leads:
            return tuple(others), []
        told: list[LookedUp] = []
        cited: dict[Place, Candidate] = {}
        for name, lead in self._leads[claim.id]:
            found = self._found.get(lead) or resolve(lead, corpus)
            self._found[lead] = found
            passages = find_cited(claim, corpus, [source.id for source in found.sources])
            places = []
            for one in passages:
                places.append(_taken(one, cited))
                cited.setdefault(places[-1], one)
            cells = judged_cells(claim, found.sources, corpus)
            told.append(LookedUp(name, found, self.lost(lead), tuple(dict.fromkeys(places)), cells))
        return put_first(list(cited.values()), others), told


def _with_ends(lead: Lead, shelf: KeptPages) -> Lead:
    """Return a lead with the addresses to which its own ones led when they were fetched: a page may have moved."""
    ends = (page.address for url in lead.urls if (page := shelf.reached(url)))
    return replace(lead, urls=tuple(dict.fromkeys((*lead.urls, *ends))))


def _taken(candidate: Candidate, cited: Mapping[Place, Candidate]) -> Place:
    """Return the place of a passage, or of the one that was taken with a part of it: two notes may mean one page."""
    return next((place for place, one in cited.items() if overlap(candidate, one)), place_of(candidate))


def place_of(candidate: Candidate) -> Place:
    """Name a passage: where it stands in which document."""
    return candidate.source.id, candidate.passage.start, candidate.passage.end


def cited_body(told: Sequence[LookedUp], evidence: Sequence[Evidence]) -> list[Mapping[str, Any]]:
    """Return what came of a claim's citations as the log keeps it."""
    ids = {place_of(item.candidate): item.id for item in evidence}
    return [
        {
            "citation": one.citation,
            "status": str(_status(one)),
            "reason": _reason(one),
            "sources": [source.id for source in one.found.sources],
            "evidence": [*(cell.id for cell in one.cells), *(ids[place] for place in one.places if place in ids)],
        }
        for one in told
    ]


def _status(one: LookedUp) -> CitedStatus:
    """Return the status before anybody looked at the passages: a document that was found is silent until then."""
    if one.found.sources:
        return CitedStatus.UNREAD if are_tables(one.found.sources) else CitedStatus.SILENT
    if one.found.vague:
        return CitedStatus.VAGUE
    return CitedStatus.UNREACHABLE if one.lost else CitedStatus.ABSENT


def _reason(one: LookedUp) -> str:
    found = one.found
    if found.sources:
        first = found.sources[0]
        more = f" and {len(found.sources) - 1} more" if len(found.sources) > 1 else ""
        since = f"{SINCE}{one.lost}" if one.lost else ""
        unread = f"; {UNREAD}" if are_tables(found.sources) and not one.cells else ""
        unread = f", read by its {one.cells[0].candidate.locator}" if one.cells else unread
        return f"found by {found.how} ({first.title or first.path or first.id}{more}){since}{unread}"
    return f"it {found.vague}" if found.vague else one.lost or (SUMMED_UP if found.summed_up else ABSENT)
