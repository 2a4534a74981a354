"""The annotated copy of a dossier written again from its own records, and held against the one that is in it.

The same program writes the same bytes of the same records, so whatever somebody changed in the copy is seen. Only
pictures may be drawn otherwise, by another version of the library that draws them: their numbers stand beside them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.domain import (
    LISTED,
    Citation,
    CitedSource,
    Claim,
    ClaimState,
    ClaimSummary,
    ClaimView,
    Disposition,
    ReviewState,
    Revision,
)
from factcheck.errors import InputError
from factcheck.reports.about import About, Shown, Stamp
from factcheck.reports.aside import Aside
from factcheck.reports.claim_counts import count
from factcheck.reports.copy.rendering import annotated_copy
from factcheck.reports.dossier import manifest as parts
from factcheck.reports.dossier.container import Container
from factcheck.reports.dossier.records import NOTHING_BESIDE, BesideClaim, BesideRecord
from factcheck.store.rows import claim_row, state_row
from factcheck.workbench.annotated import Seen, article_shown
from factcheck.workbench.dossier.opening import Contents
from factcheck.workbench.facets import facets_of

DRAWN = "its pictures are drawn otherwise, as by another version of the library; nothing else in it differs"
_PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)
_CLAIM = re.compile(r'id="c-1-(\d+)"')
_COUNTED = ("corroborates", "conflicts", "related")
_AROUND = 30
"""Characters that are told of a place where the copy differs."""


def differing_copy(found: Contents, container: Container, beside: BesideRecord) -> tuple[str, str]:
    """Return what in the copy is not what the records say, and what is worth a note; "" for nothing.

    Raises:
        InputError: what the dossier has beside its records does not fit them.
        StateError: what writes it is not installed.
    """
    right, here = hashlib.sha256(), hashlib.sha256()
    for written in _again(found, beside):
        right.update(written.encode(errors="backslashreplace"))
    for packed in container.chunks(parts.COPY):
        here.update(packed)
    if right.digest() == here.digest():
        return "", ""
    wanted = "".join(_again(found, beside)).encode(errors="backslashreplace").decode()
    told = container.read(parts.COPY).decode(errors="replace")
    plain, other = _PICTURE.sub("", wanted), _PICTURE.sub("", told)
    return ("", DRAWN) if plain == other else (_difference(plain, other), "")


def _difference(wanted: str, told: str) -> str:
    """Say where the copy first differs, and what stands there in place of what."""
    ends = min(len(wanted), len(told))
    at = next((place for place in range(ends) if wanted[place] != told[place]), ends)
    before = _CLAIM.findall(wanted, 0, at)
    where = f"at claim {before[-1]}" if before else "before its claims"
    own, right = (text[max(0, at - _AROUND) : at + _AROUND] for text in (told, wanted))
    return f"does not say what the records say, first {where}: it has {own!a}, they give {right!a}"


def _again(found: Contents, beside: BesideRecord) -> Iterator[str]:
    """Write the copy from the records."""
    said = found.manifest
    record = found.revisions[said.revision]
    revision = replace(record.revision, text=found.texts[said.revision])
    own = [name for name, (_, of, _) in found.pack.claims.items() if of == said.revision]
    rows = sorted((_row(found, name, beside) for name in own), key=lambda row: (row.start, row.end, row.number))
    listed = [row for row in rows if row.review_state in LISTED]
    title = revision.title or f"Article {revision.article}"
    left = [row.review_state for row in rows]
    aside = Aside(
        superseded=left.count(ReviewState.SUPERSEDED),
        withdrawn=left.count(ReviewState.WITHDRAWN),
        sentences=sum(one.disposition is not Disposition.CLAIMS for one in record.sentences),
    )
    about = About(stamp=_stamp(found, revision), counts=count(listed), ratings=beside.ratings, aside=aside)
    bound = {row.id: [one.citation for one in record.citations if row.id in one.claims] for row in listed}
    seen = (_seen(found, row, bound[row.id], beside.claims.get(row.id, NOTHING_BESIDE)) for row in listed)
    shown = article_shown(1, revision, record.sentences, listed, seen, beside.ratings, found.pack)
    yield from annotated_copy([shown], [title], about)


def _stamp(found: Contents, revision: Revision) -> Stamp:
    said = found.manifest
    shown = Shown(id=said.article, revision=said.revision, title=revision.title, published=said.published)
    at = datetime.fromisoformat(said.log.at)
    return Stamp(program=said.program, events=said.log.events, at=at, head=said.log.head, articles=(shown,))


def _row(found: Contents, name: str, beside: BesideRecord) -> ClaimSummary:
    """Return the row of the claim list as it was then."""
    claim, state = _standing(found, name, beside.claims.get(name, NOTHING_BESIDE))
    told = beside.claims.get(name, NOTHING_BESIDE).origins
    counts = dict(zip(_COUNTED, told, strict=True)) if told else found.counts[name]
    kept = {**claim_row(claim, "", found.numbers[name], ""), **state_row(state, counts)}
    fields = {field: kept[field] for field in ClaimSummary._fields if field in kept}
    return ClaimSummary(**{**fields, "article": found.manifest.article, "cited_source": state.cited_source})


def _standing(found: Contents, name: str, known: BesideClaim) -> tuple[Claim, ClaimState]:
    """Return a claim as people corrected it, and how it stood with what was known of its sources then."""
    state = found.states[name]
    if known.lost:
        stale = state.review_state is ReviewState.SIGNED
        state = replace(state, lost=known.lost, review_state=ReviewState.STALE if stale else state.review_state)
    return state.corrected(found.pack.claim(name)[0]), state


def _seen(found: Contents, row: ClaimSummary, citations: Sequence[Citation], known: BesideClaim) -> Seen:
    claim, state = _standing(found, row.id, known)
    if len(known.cited) != len(citations):
        raise InputError(f"says something else of the sources that the writer gives for claim {row.id}")
    cited = tuple(
        CitedSource(citation="", status=status, reason="", evidence=known.writers) if status else None
        for status in known.cited
    )
    _, revision, sentence = found.pack.claim(row.id)
    by_id = {item.id: item for item in found.items(row.id)}
    view = ClaimView(
        summary=row,
        claim=claim,
        revision=revision,
        sentence=sentence,
        state=state,
        evidence=tuple(by_id[one] for one in state.evidence if one in by_id),
        citations=tuple(citations),
        cited_sources=cited,
        source_states=known.sources,
        since=known.since,
        notices=known.notices,
    )
    matrix = known.facets or facets_of(view)
    if any(len(one.cells) != len(matrix.parts) for one in matrix.rows):
        raise InputError(f"has facets of claim {row.id} that do not fit its parts")
    return Seen(view, found.pack.history(row.id), matrix)
