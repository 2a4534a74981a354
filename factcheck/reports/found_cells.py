"""Cells of tables with a figure of a claim, a line each: the address to cite, what it says and of what."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from factcheck.corpus.cells import FoundCell, Offer
from factcheck.reports.cells import shown_line

_BARE = frozenset("!' ")


def cell_lines(found: Iterable[FoundCell]) -> Iterator[str]:
    """Yield a line for each cell, without newlines: 'Table 1a'!C5: 39,145 (2023; Completed), of 2022-2023."""
    for one in found:
        rounded = "" if one.exact or not one.figure else f" - about the {one.figure} of the text"
        yield shown_line(_told(one) + rounded)


def offer_lines(offers: Iterable[Offer], number: str) -> Iterator[str]:
    """Yield each cell with the stance that it would come with, why, and the command that keeps it for a claim."""
    for one in offers:
        why = "row, column and period are those of the claim" if one.bound else "which cell is meant, a person tells"
        yield shown_line(f"{one.judgement.stance}? {f'{one.formula} over ' if one.formula else ''}{_told(one.cell)}")
        yield from (f"    {shown_line(_told(cell))}" for cell in one.beside)
        yield f"    {why}"
        yield from (f"    {shown_line(reason.message)}" for reason in one.judgement.reasons[:1])
        yield f"    {shown_line(_command(one, number))}"


def _command(one: Offer, number: str) -> str:
    """Return the command that keeps an offer, as a shell reads it."""
    figure = f" --figure {shlex.quote(one.figure)}" if one.formula and one.figure else ""
    formula = shlex.quote(one.formula or one.cell.cell)
    return f"factcheck claim calculate {number} {formula} --table {one.cell.source.id[:12]}{figure}"


def _told(one: FoundCell) -> str:
    name = f"'{one.table}'" if not _BARE.isdisjoint(one.table) else one.table
    labels = f" ({'; '.join(one.labels)})" if one.labels else ""
    period = f", table of {one.period}" if one.period else ""
    issued = f", published {one.source.published}" if one.source.published else ""
    return f"{name}!{one.cell}: {one.text}{labels}{period}{issued}"
