"""Cells of tables that may bear on a claim, each judged as it would be as evidence; nothing is kept.

A cell that the claim means is suggested as what bears the claim out or contradicts it, as it is where the writer cites
its table (`cited_tables`); in a table that nobody cites its period has to be the claim's, too. Any other cell that is
called what the claim says, or has a figure of it, is only related: which cells are meant, a person tells. For a change,
a share or a rank, which no one cell has, the formula over the cells is offered, ready to be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.corpus.cells import Offer
from factcheck.corpus.cells_meant import Reading, years_in
from factcheck.corpus.formulas_meant import formulas_meant
from factcheck.domain import Claim, Judgement, Source, Stance
from factcheck.workbench.cited_tables import SIDES, ReadOnce, judged, judged_formulas, reading_of

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

Progress = Callable[[str, int, int], None]
"""Told of a table by its name: it is the so-many-th of so many."""


def offered(
    bench: Workbench, claim: str, most: int, *, progress: Progress = lambda _, __, ___: None
) -> tuple[Offer, ...]:
    """Return cells of the corpus's tables for a claim, those that take a side first, and the cited tables' own first.

    Raises:
        NoWorkspaceError: there is no corpus.
    """
    view = bench.claim(claim)
    cited = frozenset(source for one in view.cited_sources if one for source in one.sources)
    found: list[Offer] = []
    with bench.open_corpus(article=view.summary.article) as corpus:
        tables = ReadOnce(corpus)
        asked = corpus.tables_for(view.claim.words, cited)
        for at, source in enumerate(asked, start=1):
            progress(source.title or source.path, at, len(asked))
            found += _offered_of(view.claim, source, tables, most, is_cited=source.id in cited)
    return tuple(
        sorted(found, key=lambda it: (not it.bound, it.cell.source.id not in cited, not it.formula, -it.cell.words))[
            :most
        ]
    )


def _offered_of(claim: Claim, source: Source, tables: ReadOnce, most: int, *, is_cited: bool) -> Iterator[Offer]:
    """Yield what one table has: the cells meant, then the others, each once and at most so many."""
    reading = reading_of(claim, source, tables)
    if reading is None:
        return
    years = years_in(claim.words)
    yield from _formulas_of(claim, reading, tables)
    for cell, evidence in judged(claim, reading.meant, tables):
        stance = evidence.judgement.stance
        bound = stance in SIDES and (is_cited or cell.period in years)
        yield Offer(
            cell=cell, judgement=evidence.judgement if bound else _only_related(evidence.judgement), bound=bound
        )
    there = {one.cell for one in reading.meant}
    called = reading.called[:most] if len(years) == 1 else ()  # a claim of two is about a change, which no cell has
    others = {one.cell: one for one in (*reading.having[:most], *called) if one.cell not in there}
    for cell, evidence in judged(claim, others.values(), tables):
        yield Offer(cell=cell, judgement=_only_related(evidence.judgement), bound=False)


def _formulas_of(claim: Claim, reading: Reading, tables: ReadOnce) -> Iterator[Offer]:
    """Yield the formulas that a claim asks for; one takes a side where the claim names its cells, with their years."""
    for one, evidence in judged_formulas(claim, formulas_meant(reading), tables):
        bound = one.certain and evidence.judgement.stance in SIDES and bool(years_in(claim.words))
        yield Offer(
            cell=one.cells[0],
            judgement=evidence.judgement if bound else _only_related(evidence.judgement),
            bound=bound,
            formula=one.expression,
            beside=one.cells[1:],
            figure=one.figure,
        )


def _only_related(judgement: Judgement) -> Judgement:
    return replace(judgement, stance=Stance.RELATED)
