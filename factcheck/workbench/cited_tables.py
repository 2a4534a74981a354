"""The tables that a writer cites, judged by their cells: no search by word finds these.

The cell that a figure of the claim is about is told by the names of its row and its column (`corpus.cells_meant`), and
held against the figure as a person's calculation is. What takes a side is evidence like any passage; a table in which
no cell could be told is not read, and not silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.corpus.cells_meant import cells_meant
from factcheck.corpus.tables import is_table
from factcheck.domain import Claim, Evidence, Source, Stance
from factcheck.errors import InputError
from factcheck.workbench.calculating import Wanted, worked_out

if TYPE_CHECKING:
    from factcheck.corpus import Corpus

SIDES = (Stance.CORROBORATES, Stance.CONFLICTS)
UNREAD = (
    "it is a table, and no cell of it could be told to answer the claim; `factcheck corpus cells` looks for figures"
)


def judged_cells(claim: Claim, sources: Sequence[Source], corpus: Corpus) -> tuple[Evidence, ...]:
    """Return what cells of cited tables say for or against a claim; () where no cell could be told, or none does."""
    found = (evidence for source in sources if is_table(source) for evidence in _of_table(claim, source, corpus))
    return tuple({one.id: one for one in found if one.judgement.stance in SIDES}.values())


def are_tables(sources: Sequence[Source]) -> bool:
    """Whether what is cited is tables and nothing else, so that no passage of it can be searched."""
    return bool(sources) and all(map(is_table, sources))


def _of_table(claim: Claim, source: Source, corpus: Corpus) -> Iterator[Evidence]:
    try:
        table = corpus.table(source.id)
        for one in cells_meant(claim.words, table):
            yield worked_out(claim, Wanted(expression=one.cell, table=source.id, figure=one.figure), corpus)
    except InputError:  # a table that cannot be read, or a figure of another kind than the cell's
        return
