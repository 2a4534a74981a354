"""Two vintages of one table or document: what tells that they are that, and what differs. Pure.

Rows and columns are matched by their labels, so that a row that was put in moves no other. Two tables are of one origin
where most cells of the smaller one have, by the same labels, about the same figure in the other: a later vintage adds
rows and revises the last ones. The same labels alone tell nothing, since a region's table has those of the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.corpus.origins import Sketch, sketch_marks
from factcheck.corpus.tables import Table, bare_label
from factcheck.errors import InputError
from factcheck.text.tables.figures import read_figure
from factcheck.text.tables.formulas import column_name

SHARED_LABELS = 0.5
"""Share of the labels of the shorter table that the other has, too, from which on they can be compared. Our own
choice: a new vintage adds rows, and rewords few."""
_NO_CELL = ("", "")
MOST_PARAGRAPHS = 2_000
"""Paragraphs of a text that are compared: the comparison is quadratic at worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A cell that differs: where it stands in each (`C17`), its labels, and what each says.

    Place and words are "" in a table that has no such figure.
    """

    earlier: str
    later: str
    label: tuple[str, ...]
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """Paragraphs that stand in one text only, at the same place; "" where one was put in or left out."""

    was: str
    now: str


def sketch_table(table: Table) -> Sketch:
    """Return what a table is known by among others: its labelled figures, to one digit (a zero tells nothing)."""

    def marks() -> Iterator[str]:
        for _, _, labels, text in table.figures():
            figure = read_figure(text, comma=table.comma)
            if labels and figure and figure.value:
                yield "\x1f".join([*map(bare_label, labels), f"{figure.value:.0e}"]).casefold()

    return sketch_marks(marks())


def compare_vintages(earlier: Table, later: Table) -> tuple[Revised, ...]:
    """Return what differs: figures that both have, then those of the later one alone, then those of the earlier alone.

    Each in the order of its table. Cells with the same labels as another of their table are left out: which is which
    cannot be told.

    Raises:
        InputError: they have few labels in common.
    """
    before, after = _cells(earlier), _cells(later)
    shared = len(before.keys() & after.keys())
    if not shared or shared < SHARED_LABELS * min(len(before), len(after)):
        raise InputError(
            f"the tables have {shared} labelled figures in common, too few to compare",
            hint="`factcheck corpus table NAME` shows each",
            subject=f"{earlier.name}, {later.name}",
        )
    labels = [*after, *(label for label in before if label not in after)]
    cells = [(label, before.get(label, _NO_CELL), after.get(label, _NO_CELL)) for label in labels]
    found = [
        Revised(earlier=earlier, later=later, label=label, was=was, now=now)
        for label, (earlier, was), (later, now) in cells
        if was != now
    ]
    return tuple(sorted(found, key=lambda one: (not one.later, not one.earlier)))


def compare_texts(earlier: str, later: str) -> tuple[Reworded, ...]:
    """Return the paragraphs that differ, in order."""
    one, other = _paragraphs(earlier), _paragraphs(later)
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = max(i2 - i1, j2 - j1)
            was, now = ([*side, *[""] * (pairs - len(side))] for side in (one[i1:i2], other[j1:j2]))
            found += [Reworded(was=a, now=b) for a, b in zip(was, now, strict=True)]
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line][:MOST_PARAGRAPHS]


def _cells(table: Table) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return the place and the words of each figure, by its labels."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    twice: set[tuple[str, ...]] = set()
    for x, y, printed, text in table.figures():
        labels = tuple(map(bare_label, printed))
        twice |= {labels} & found.keys()
        found[labels] = (f"{column_name(x)}{y}", text)
    return {labels: cell for labels, cell in found.items() if labels and labels not in twice}
