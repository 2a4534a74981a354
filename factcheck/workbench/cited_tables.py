"""What cells of tables say of a claim: of tables that the writer cites, and of those that are offered.

The cell that a figure of the claim is about is told by the names of its row and its column (`corpus.cells_meant`), and
held against the figure as a person's calculation is. What takes a side is evidence like any passage; a cited table in
which no cell could be told is not read, and not silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.corpus.cells_meant import Reading
from factcheck.corpus.tables import is_table
from factcheck.domain import Claim, Evidence, Facet, Judgement, Polarity, Reason, Source, Stance
from factcheck.errors import InputError
from factcheck.stance.figures.narrowing import narrowing
from factcheck.workbench.calculating import Wanted, worked_out

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.corpus.cells import FoundCell
    from factcheck.corpus.formulas_meant import FoundFormula
    from factcheck.corpus.tables import Table

SIDES = (Stance.CORROBORATES, Stance.CONFLICTS)
UNREAD = (
    "it is a table, and no cell of it could be told to answer the claim; `factcheck corpus cells` looks for figures"
)


class ReadOnce:
    """The tables of a corpus, the last one kept: a long one takes seconds, and several cells are asked of it."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._last: tuple[str, Table] | None = None

    def tables(self) -> list[Source]:
        """Return the tables there are."""
        return self._corpus.tables()

    def table(self, name: str) -> Table:
        """Return the table of a name or id.

        Raises:
            InputError: none fits, or several do.
        """
        if self._last is None or self._last[0] != name:
            self._last = name, self._corpus.table(name)
        return self._last[1]


def judged_cells(claim: Claim, sources: Sequence[Source], corpus: Corpus) -> tuple[Evidence, ...]:
    """Return what cells of cited tables say for or against a claim; () where no cell could be told, or none does."""
    tables = ReadOnce(corpus)
    readings = (reading_of(claim, source, tables) for source in sources if is_table(source))
    found = (evidence for one in readings if one for _, evidence in judged(claim, one.meant, tables))
    return tuple({one.id: one for one in found if one.judgement.stance in SIDES}.values())


def are_tables(sources: Sequence[Source]) -> bool:
    """Whether what is cited is tables and nothing else, so that no passage of it can be searched."""
    return bool(sources) and all(map(is_table, sources))


def reading_of(claim: Claim, source: Source, tables: ReadOnce) -> Reading | None:
    """Return a table as it answers to a claim; None for one that cannot be read."""
    with suppress(InputError):
        return Reading(claim.words, tables.table(source.id))
    return None


def judged(claim: Claim, cells: Iterable[FoundCell], tables: ReadOnce) -> Iterator[tuple[FoundCell, Evidence]]:
    """Yield cells, each judged as evidence; not those that cannot be calculated with."""
    for one in cells:
        with suppress(InputError):  # text, or a figure of another kind than the claim's
            yield one, _judged(claim, one, tables)


def judged_formulas(
    claim: Claim, formulas: Iterable[FoundFormula], tables: ReadOnce
) -> Iterator[tuple[FoundFormula, Evidence]]:
    """Yield formulas over cells, each judged as evidence; not those that give nothing to hold against the claim."""
    for one in formulas:
        wanted = Wanted(expression=one.expression, table=one.cells[0].source.id, figure=one.figure)
        with suppress(InputError):
            yield one, _worked_out(claim, wanted, tables)


def _judged(claim: Claim, cell: FoundCell, tables: ReadOnce) -> Evidence:
    return _worked_out(claim, Wanted(expression=cell.cell, table=cell.source.id, figure=cell.figure), tables)


def _worked_out(claim: Claim, wanted: Wanted, tables: ReadOnce) -> Evidence:
    """Return cells as evidence, judged by their figures; of those that count more than the claim does, as related.

    Raises:
        InputError: their table cannot be calculated with, or the figure is of another kind.
    """
    made = worked_out(claim, wanted, tables)
    return replace(made, judgement=_unless_narrower(claim.words, made.judgement))


def _unless_narrower(words: str, judgement: Judgement) -> Judgement:
    """Return a judgement that takes no side where words of the claim narrow what the table counts."""
    narrow = narrowing(words, judgement.missing)
    if not narrow or judgement.stance not in SIDES:
        return judgement
    told = ", ".join(f"“{one.text}”" for one in narrow)
    reason = Reason(
        comparator="calculations",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=judgement.confidence,
        message=f"the claim counts less than the table may: nothing there says {told}",
        claim_spans=tuple(narrow),
    )
    swapped = {judgement.stance: Stance.RELATED, Stance.RELATED: judgement.stance}
    scores = {swapped.get(stance, stance): score for stance, score in judgement.scores.items()}
    return replace(judgement, stance=Stance.RELATED, scores=scores, reasons=(reason, *judgement.reasons))
