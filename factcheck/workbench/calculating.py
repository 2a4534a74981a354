"""A calculation over tables of the corpus, kept as evidence for a claim, with all that went into it.

The evidence copies the cells as published, with the digest of their document. The event in the log names the cells,
from which anybody who may see the table can work it out again; nothing can be taken out of the log later, so it has no
words of the table, and of one that is not open no result either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.domain import Calculation, Candidate, Claim, Evidence, Match, Passage, Sensitivity, Source, TableCell
from factcheck.errors import InputError
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.stance.figures.calculations import ENGINE, judge_calculation
from factcheck.stance.figures.giving import PLACES
from factcheck.text.tables.evaluating import evaluate, rounded
from factcheck.text.tables.figures import Figure
from factcheck.text.tables.formulas import Formula, Reference, parse_formula
from factcheck.text.tables.measures import Measure, measured
from factcheck.text.tables.scales import scale_by
from factcheck.workbench.edited import append
from factcheck.workbench.folding import refresh
from factcheck.workbench.meeting import check_unchanged
from factcheck.workbench.outputs import output_digest

if TYPE_CHECKING:
    from factcheck.corpus.tables import Table
    from factcheck.workbench import Workbench

MOST_SHOWN = 40
"""Cells written out in the passage of the evidence; the calculation has all."""
WITHHELD = "withheld"
"""What stands in the log for what only those may know who may see the table."""
DIGITS = 28
"""Significant digits of a result that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asks for. `table`: where cells without a table's name stand; `figure`: words of the claim.

    `places`: decimals to round to, where not as the claim's figure; `comma`: how the tables write decimals, where they
    are read wrongly.
    """

    expression: str
    table: str = ""
    figure: str = ""
    places: int | None = None
    comma: bool | None = None


def calculate(bench: Workbench, claim: str, wanted: Wanted, *, seen: int | None = None) -> Evidence:
    """Work out a formula over tables, judge the claim by it, and keep both as evidence.

    Raises:
        InputError: the formula, a table or a cell cannot be used, or the calculation is there already.
        GuardError: the claim is not in the list.
        ConflictError: somebody changed it since `seen`.
        NoWorkspaceError: there is no corpus.
    """
    view = bench.claim(claim)
    with bench.open_corpus(article=view.summary.article) as corpus:
        evidence = worked_out(view.claim, wanted, corpus)
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        if evidence.id in state.evidence:
            raise InputError("this calculation is there already", subject=f"evidence {evidence.id}")
        tx.add_evidence([evidence])
        append(bench, tx, Kind.CALCULATED, claim, view.revision, _body(evidence))
        refresh(tx, claim)
    return evidence


class Tables(Protocol):
    """Where tables are found: a corpus, or what keeps those it has read."""

    def tables(self) -> list[Source]:
        """Return the tables there are."""

    def table(self, name: str) -> Table:
        """Return the table of a name or id.

        Raises:
            InputError: none fits, or several do.
        """


def worked_out(claim: Claim, wanted: Wanted, corpus: Tables) -> Evidence:
    """Work out a formula over tables and judge a claim by it; nothing is kept.

    Raises:
        InputError: the formula, a table or a cell cannot be used, or no digit of the result is left at the places.
    """
    formula = parse_formula(wanted.expression)
    if not formula.cells():
        raise InputError("cites no cell", hint="like C17, or 'Table 1a'!C17", subject=formula.text)
    tables = _tables(formula, wanted.table, corpus)
    figures = {one: tables[one.table].figure(one.column, one.row, comma=wanted.comma) for one in formula.cells()}
    found = evaluate(formula, lambda one: measured(figures[one].value, figures[one].unit))
    made = _calculation(formula, found, [_cell(one, tables[one.table], figures[one]) for one in figures])
    told = (table.told_of(_cited_of(formula, name)) for name, table in tables.items())
    notes = _told((_scales(made.cells), *told))
    about = _told(table.about_of(_cited_of(formula, name)) for name, table in tables.items())
    made = replace(made, about=about, notes=notes)
    compared = judge_calculation(claim.words, made, wanted.figure)
    places = compared.places if wanted.places is None else _checked(wanted.places, made.result)
    made = replace(made, places=places, rounded=_plain(rounded(made.result, places)))
    return Evidence(
        id=_identity(claim.id, made, wanted),
        claim=claim.id,
        candidate=_candidate(figures, tables),
        judgement=compared.judgement,
        calculation=made,
    )


def _checked(places: int, result: Decimal) -> int:
    """Return the places asked for, which have to leave something of a result: 1,200 in whole millions is nothing."""
    if result and not rounded(result, places):
        hint = f"the result is {_plain(result)}: 0 rounds it to a whole number"
        raise InputError("leaves nothing of the result", hint=hint, subject=f"{places} decimal places")
    return places


def _tables(formula: Formula, default: str, corpus: Tables) -> dict[str, Table]:
    """Return the tables that a formula cites, by the names it has for them; "" is the only one, where none is given."""
    names = dict.fromkeys(cell.table for cell in formula.cells())
    if "" in names and not default:
        known = corpus.tables()
        if len(known) != 1:
            hint = "name it: --table NAME, or 'NAME'!C17"
            raise InputError("does not say of which table", hint=hint, subject=formula.text)
        default = known[0].id
    return {name: corpus.table(name or default) for name in names}


def _cited_of(formula: Formula, name: str) -> list[tuple[int, int]]:
    """Return the cells (column and row) of one table that a formula cites."""
    return [(cell.column, cell.row) for cell in formula.cells() if cell.table == name]


def _told(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, words)))


def _cell(one: Reference, table: Table, figure: Figure) -> TableCell:
    return TableCell(
        table=table.name,
        cell=one.cell,
        text=table.cell(one.column, one.row),
        value=_plain(figure.value),
        unit=figure.unit,
        label="; ".join(table.labels(one.column, one.row)),
        source=table.source.id,
        digest=table.source.digest,
        scale=figure.scale,
    )


def _scales(cells: Iterable[TableCell]) -> str:
    """Say of cells of several scales which has which: each is multiplied out, and a scale read wrongly would show."""
    counts = [cell for cell in cells if not (cell.unit in ("%", "pp") or cell.unit.startswith("per "))]
    told = {cell.scale: cell.cell for cell in reversed(counts)}
    if len({scale_by(scale) for scale in told}) < 2:  # noqa: PLR2004 - one scale, or none
        return ""
    each = ", ".join(f"{cell} in {scale}" if scale else f"{cell} as it stands" for scale, cell in told.items())
    return f"scales differ, and are multiplied out: {each}"


def _calculation(formula: Formula, found: Measure, cells: Iterable[TableCell]) -> Calculation:
    result = kept_result(found)
    return Calculation(
        expression=formula.text,
        cells=tuple(cells),
        result=result,
        unit=found.label,
        change=found.change,
        rounded=_plain(rounded(result, PLACES)),
        places=PLACES,
        engine=ENGINE,
    )


def kept_result(found: Measure) -> Decimal:
    """Return what is kept of what a formula gives."""
    digits = max(0, DIGITS - 1 - found.value.adjusted())
    return _plain(rounded(found.value, digits))


def _plain(value: Decimal) -> Decimal:
    """Return a value without an exponent and without zeros at the end, so that it reads the same everywhere."""
    written = f"{value:f}"
    return Decimal(written.rstrip("0").rstrip(".") if "." in written else written)


def _candidate(figures: Mapping[Reference, Figure], tables: Mapping[str, Table]) -> Candidate:
    """Return the cited cells as a passage; it stands at the rows of the first table from the first to the last."""
    cells = (*figures,)
    first = tables[cells[0].table]
    own = [first.places[one.row - 1] for one in cells if tables[one.table].source.id == first.source.id]
    passage = Passage(
        text="\n".join(_lines(figures, tables)),
        start=min(start for start, _ in own),
        end=max(end for _, end in own),
        locator=_locator(cells),
    )
    # Of several tables, the strictest mark holds for all that was worked out of them.
    strictest = max((one.source.sensitivity for one in tables.values()), key=list(Sensitivity).index)
    source = replace(first.source, sensitivity=strictest)
    return Candidate(
        source=source,
        passage=passage,
        score=1.0,
        rank=0,
        origin=source.origin,
        tier=source.tier,
        locator=passage.locator,
        digest=source.digest,
        match=Match(bm25=0.0, token_set=0.0),
    )


def _lines(figures: Mapping[Reference, Figure], tables: Mapping[str, Table]) -> Iterable[str]:
    cells = (*figures,)
    for one in cells[:MOST_SHOWN]:
        table = tables[one.table]
        label = "; ".join(table.labels(one.column, one.row))
        remark = table.remark(one.column, one.row)
        text = f"{table.cell(one.column, one.row)}{f' ({figures[one].scale})' if figures[one].scale else ''}"
        told = f"{table.name}!{one.cell}{f' ({label})' if label else ''}: {text}"
        yield f"{told} ({remark})" if remark else told
    if len(cells) > MOST_SHOWN:
        yield f"and {len(cells) - MOST_SHOWN} more cells"


def _locator(cells: tuple[Reference, ...]) -> str:
    names = [one.cell for one in cells]
    shown = ", ".join(names[:5])
    return f"cell {shown}" if len(names) == 1 else f"cells {shown}" + (", ..." if len(names) > 5 else "")  # noqa: PLR2004


def _identity(claim: str, made: Calculation, wanted: Wanted) -> str:
    cells = [(cell.digest, cell.cell, str(cell.value)) for cell in made.cells]
    identity = f"{claim}:{made.expression}:{cells}:{wanted.figure}:{made.places}:{ENGINE}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _body(evidence: Evidence) -> dict[str, Any]:
    made = evidence.calculation
    assert made is not None  # noqa: S101 - made above
    is_open = evidence.candidate.source.sensitivity is Sensitivity.OPEN
    return {
        "evidence": evidence.id,
        "expression": made.expression if is_open else WITHHELD,
        "cells": [{"cell": c.cell, "source": c.source, "digest": c.digest} for c in made.cells],
        "result": str(made.result) if is_open else WITHHELD,
        "unit": made.unit,
        "rounded": str(made.rounded) if is_open else WITHHELD,
        "places": made.places,
        "engine": made.engine,
        "output": output_digest([evidence]),
        "portable": [portable_digest(evidence)],
    }
