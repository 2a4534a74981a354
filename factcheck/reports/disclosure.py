"""What of a source may leave the newsroom: the one rule that every export follows.

| sensitivity | in the workbench, on the terminal | in what leaves (JSON and every file format) |
| --- | --- | --- |
| open | shown | shown |
| background | shown, with a badge | text withheld; named "background source" |
| confidential | shown, with a badge | text withheld; named "confidential source" |

Withheld are all words that are the source's or could tell it: title, publisher, author, date, address, file, digest,
the passage and its place, words shared with it, and what comparators say of it. What stays: the id, the tier, the
stance with its scores to a tenth, so that a claim does not look less supported than it is. More of a score, or how
many words were shared, would let somebody who guesses the words make sure of them.

The address of an open source leaves without the passwords and keys in it: they are somebody's.

What people wrote in their own words is withheld where it names such a source (`own_words`).

A document that is marked later is withheld from then on, also where evidence copied it before.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from factcheck.domain import (
    Candidate,
    Citation,
    CitedSource,
    ClaimView,
    Evidence,
    Fate,
    Hit,
    Judgement,
    Match,
    Passage,
    Problem,
    Sensitivity,
    Source,
    Triage,
)
from factcheck.stance.matrix.facets import FacetMatrix, Row
from factcheck.web.secrets import told_problem, without_secrets

_NOWHERE = Passage(text="", start=0, end=0)


def badge(source: Source) -> str:
    """Return what is shown beside a source that is not for everybody; "" for an open one."""
    return "" if source.sensitivity is Sensitivity.OPEN else str(source.sensitivity)


def leaving(value: object) -> object:
    """Return what of a source, or of anything that copies from one, may leave; other values as they are."""
    rule = _RULES.get(type(value))
    return rule(value) if rule else value


def leaving_view(view: ClaimView) -> ClaimView:
    """Return what of a claim with its evidence may leave."""
    kept = frozenset(one.id for one in view.evidence if badge(one.candidate.source))
    cited = tuple(one and _cited(one, kept) for one in view.cited_sources)
    state, told = view.state, tuple(_cited(one, kept) for one in view.state.cited_sources)
    if told or state.triage.wait:
        state = replace(state, triage=_without_person(state.triage), cited_sources=told)
    return replace(
        view,
        evidence=tuple(map(leaving_evidence, view.evidence)),
        cited_sources=cited,
        state=state,
        since={item: lines for item, lines in view.since.items() if item not in kept},
        notices={item: notice for item, notice in view.notices.items() if item not in kept},
    )


def leaving_facets(matrix: FacetMatrix, view: ClaimView) -> FacetMatrix:
    """Return what may leave of the facets of a claim as they are: what a withheld origin covers, not its words."""
    hidden = {one.id for one in view.evidence if badge(one.candidate.source)}
    return replace(matrix, rows=tuple(_facets(row, hidden) for row in matrix.rows)) if hidden else matrix


def _facets(row: Row, hidden: Collection[str]) -> Row:
    cells = (replace(cell, message="") if cell.evidence in hidden else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def marked(view: ClaimView, marks: Mapping[str, Sensitivity]) -> ClaimView:
    """Return a claim with its evidence as its sources (ids) are marked now, not as they were when they were matched."""
    found = {e.candidate.source.id for e in view.evidence}.union(
        carrier.id for e in view.evidence for carrier in e.candidate.carriers
    )
    if not found.intersection(marks):
        return view
    return replace(view, evidence=tuple(marked_evidence(one, marks) for one in view.evidence))


def marked_evidence(one: Evidence, marks: Mapping[str, Sensitivity]) -> Evidence:
    """Return evidence with its source and their carriers as they are marked now."""

    def now(source: Source) -> Source:
        return replace(source, sensitivity=marks.get(source.id, source.sensitivity))

    carriers = tuple(map(now, one.candidate.carriers))
    return replace(one, candidate=replace(one.candidate, source=now(one.candidate.source), carriers=carriers))


def _without_person(triage: Triage) -> Triage:
    """Return how a claim was sorted without the name of whoever is waited for: that is a contact's."""
    return replace(triage, wait=replace(triage.wait, person="")) if triage.wait else triage


def _cited(cited: CitedSource, withheld: frozenset[str]) -> CitedSource:
    """What of a cited source may leave; `withheld`: the evidence (ids) whose words may not."""
    reason = "withheld" if withheld.intersection(cited.evidence) else without_secrets(cited.reason)
    return replace(cited, reason=reason)


def leaving_source(source: Source) -> Source:
    """Return what of a source may leave."""
    if not badge(source):
        address = without_secrets(source.url) if source.url else ""
        return source if address == source.url else replace(source, url=address)
    return Source(
        id=source.id,
        digest="",
        origin=source.origin,
        title=f"{source.sensitivity} source",
        tier=source.tier,
        scope=source.scope,
        sensitivity=source.sensitivity,
    )


def is_left(source: Source) -> bool:
    """Whether this is what may leave of a source that is not open: what it does not say is withheld, not unknown."""
    return bool(badge(source)) and leaving_source(source) == source


def leaving_problem(problem: Problem, sensitivity: Sensitivity) -> Problem:
    """Return what may leave of a problem: of one with a withheld source, neither its path nor what stands there."""
    if sensitivity is Sensitivity.OPEN:
        return told_problem(problem)
    return Problem(path=f"{sensitivity} source", reason="could not be read, or not in full", remedy="")


def _candidate(one: Candidate) -> Candidate:
    source, carriers = leaving_source(one.source), tuple(map(leaving_source, one.carriers))
    if not badge(one.source):
        same = source is one.source and all(map(operator.is_, carriers, one.carriers))  # the rule, for most sources
        return one if same else replace(one, source=source, carriers=carriers)
    bare, score = Match(bm25=0.0, token_set=0.0), _coarse(one.score)
    return replace(
        one, source=source, passage=_NOWHERE, locator="", digest="", match=bare, score=score, carriers=carriers
    )


def _coarse(score: float) -> float:
    return round(score, 1)


def leaving_evidence(one: Evidence) -> Evidence:
    """Return what of a piece of evidence may leave."""
    candidate = _candidate(one.candidate)
    if not badge(one.candidate.source):
        return one if candidate is one.candidate else replace(one, candidate=candidate)
    said = one.judgement
    judgement = Judgement(
        stance=said.stance,
        target=said.target,
        scores={stance: _coarse(score) for stance, score in said.scores.items()},
        confidence=_coarse(said.confidence),
    )
    return replace(one, candidate=candidate, judgement=judgement, calculation=None)


def _fate(one: Fate) -> Fate:
    instead = _candidate(one.stands_for_it) if one.stands_for_it else None
    if not badge(one.source):
        return replace(one, source=leaving_source(one.source), stands_for_it=instead)
    score, bound = (None if told is None else _coarse(told) for told in (one.score, one.bound))
    bare = replace(one, source=leaving_source(one.source), passage=_NOWHERE, bm25=0.0, stands_for_it=instead)
    return replace(bare, score=score, bound=bound)


def _hit(one: Hit) -> Hit:
    return replace(one, source=leaving_source(one.source), passage=_NOWHERE, bm25=0.0) if badge(one.source) else one


def _citation(one: Citation) -> Citation:
    """Return one of the writer's own sources without the passwords and keys that its address may carry."""
    return replace(one, target=without_secrets(one.target), note=without_secrets(one.note))


_RULES: Mapping[type, Callable[[Any], object]] = {
    Source: leaving_source,
    Candidate: _candidate,
    Evidence: leaving_evidence,
    Fate: _fate,
    Hit: _hit,
    Citation: _citation,
    ClaimView: leaving_view,
    Problem: told_problem,
}
