"""The facets of a claim as lines: which evidence covers or contradicts each part, and what no source covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.reports.cells import shown_line
from factcheck.stance.matrix.facets import Cell, Coverage, FacetMatrix
from factcheck.stance.matrix.parts import Part, PartKind


def facet_lines(matrix: FacetMatrix, names: Mapping[str, str], indent: str = "") -> Iterator[str]:
    """Yield the matrix, a part a line, then its gaps, without newlines; `names`: evidence (ids) -> e1, e2, ..."""
    if matrix.rows and matrix.parts:
        count = len(matrix.rows)
        yield f"Facets by origin: {count} {'origin' if count == 1 else 'origins'}"
        for place, part in enumerate(matrix.parts):
            told = "; ".join(words for _, words in phrases([row.cells[place] for row in matrix.rows], names))
            yield f"{indent}{part.facet}, {shown_line(named(part))}: {told}"
    if matrix.gaps:
        yield f"Gaps: {len(matrix.gaps)}"
        yield from (f"{indent}{shown_line(gap.message)}" for gap in matrix.gaps)


def phrases(cells: Sequence[Cell], names: Mapping[str, str]) -> Iterator[tuple[Coverage, str]]:
    """Yield what the origins say of a part, in words; `names`: what a face calls each piece of evidence, by id."""
    for coverage in (Coverage.COVERED, Coverage.CONTRADICTED):
        saying = [names.get(cell.evidence, "?") for cell in cells if cell.coverage is coverage]
        if saying:
            yield coverage, f"{coverage} by {', '.join(saying)}"
    silent = sum(cell.coverage is Coverage.SILENT for cell in cells)
    if silent:
        yield Coverage.SILENT, f"{silent} silent"


def named(part: Part) -> str:
    """Return the words of a part; of a claimant, that they are who says it."""
    return f"{part.words} (says it)" if part.kind is PartKind.CLAIMANT else part.words
