"""What the panes say of the facets of a claim: what no source covers, and which evidence covers which part."""

from __future__ import annotations

from factcheck.domain import ClaimView
from factcheck.reports.facets import named, phrases
from factcheck.stance.matrix.facets import Coverage, FacetMatrix
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, field, row_text

_ROLES = {Coverage.COVERED: Role.GOOD, Coverage.CONTRADICTED: Role.BAD, Coverage.SILENT: Role.DIM}


def gap_fields(matrix: FacetMatrix | None) -> list[Line]:
    """What no origin covers, one below the other."""
    gaps = matrix.gaps if matrix else ()
    return [
        field("" if place else "gaps", Piece(row_text(ours(gap.message)), Role.WARN)) for place, gap in enumerate(gaps)
    ]


def facet_fields(matrix: FacetMatrix | None, view: ClaimView) -> list[Line]:
    """The matrix, a part a line: which evidence, by its place in the list, covers or contradicts it."""
    if matrix is None or not matrix.rows:
        return []
    places = {item.id: str(place) for place, item in enumerate(view.evidence, start=1)}
    found: list[Line] = []
    for at, part in enumerate(matrix.parts):
        told = phrases([row.cells[at] for row in matrix.rows], places)
        pieces = [
            Piece(f"{'; ' if n else ''}{ours(words)}", _ROLES[coverage]) for n, (coverage, words) in enumerate(told)
        ]
        found.append(field(part.facet, f"{row_text(ours(named(part)))}: ", *pieces))
    return found
