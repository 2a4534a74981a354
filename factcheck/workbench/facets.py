"""The facets of a claim beside its evidence, as a person's decisions leave it; made when it is shown, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from factcheck.domain import TABLES, ClaimView, Evidence, Facet, Judgement, Stance, StanceDecision
from factcheck.reports.disclosure import leaving_facets
from factcheck.stance.matrix.facets import Cell, FacetMatrix, Gap, facet_cells, facet_matrix


def facets_of(view: ClaimView) -> FacetMatrix:
    """Return which origin covers which part of the claim, and its gaps; before a search no gap is known."""
    dismissed = {name for name, decided in view.state.stances.items() if decided.stance is Stance.UNRELATED}
    evidence = [_as_decided(one, view.state.stances) for one in view.evidence]
    search = view.state.search
    matrix = facet_matrix(view.claim, evidence, dismissed, search)
    if search is None and not view.evidence:
        return replace(matrix, gaps=())
    used = {one.candidate.source.id for one in view.evidence if one.calculation}
    tables = search.dropped.get(TABLES, 0) - len(used) if search else 0
    return replace(matrix, gaps=tuple(_beside_tables(gap, tables, bool(used)) for gap in matrix.gaps))


def seen_facets(whole: ClaimView) -> FacetMatrix:
    """Return the facets of a claim as all its evidence tells them, without the words of what is withheld."""
    return leaving_facets(facets_of(whole), whole)


def _beside_tables(gap: Gap, tables: int, used: bool) -> Gap:
    """Return a gap of a figure that tells of the tables, beside those used, which no search by word looks into."""
    if tables <= 0 or gap.facet is not Facet.HOW_MANY:
        return gap
    other = "other " if used else ""
    told = f"1 {other}table was" if tables == 1 else f"{tables} {other}tables were"
    return replace(gap, message=f"{gap.message}; {told} not searched (`claim cells`)")


def _as_decided(one: Evidence, stances: Mapping[str, StanceDecision]) -> Evidence:
    """Return evidence that only the program takes for unrelated with the stance that a person gave it instead."""
    decided = stances.get(one.id)
    if decided is None or one.judgement.stance is not Stance.UNRELATED:
        return one
    return replace(one, judgement=replace(one.judgement, stance=decided.stance))


def facets_of_text(claim: str, judgement: Judgement, claim_date: date | None = None) -> tuple[Cell, ...]:
    """Return what a passage covers of a claim that is given as a text, by the judgement on the two."""
    from factcheck.claims.bounds import claims_at

    (found,) = claims_at(claim, [((0, len(claim)), None)], published=claim_date)
    return facet_cells(found, judgement)
