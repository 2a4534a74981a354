"""Columns of a PDF page that were drawn row by row: read one after the other, as a reader would.

Two columns or more. Most programs draw a column whole; some draw each row across the page, so that two texts run into
one another. Told by where pieces begin: most rows have a second piece that begins at one and the same place, with a gap
in front of it. The rows of a table look alike; their cells have few words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

LEAST_ROWS = 5
"""Rows side by side; fewer are a heading with its date, or a signature."""
OF_ROWS = 0.5
"""Share of a page's rows that stand side by side, at least; an article with a table between has fewer."""
LEAST_WORDS = 3
"""Words at the median on either side; cells of a table have one or two."""
SAME_ROW = 2.0  # points by which the pieces of one row may stand higher or lower
SAME_PLACE = 3  # points by which the lines of a column may begin further left or right
LETTER = 0.45  # of the size of type: the width of a letter at the average; Helvetica's is .5, Times's .42


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece of text as it was drawn, and where it begins, in points from the left and from below."""

    text: str
    size: float
    left: float
    base: float

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.left + len(self.text.strip()) * self.size * LETTER


def in_columns(pieces: Sequence[Drawn]) -> tuple[list[tuple[str, float]], bool]:
    """Return the text and size of the pieces in the order in which they are read, and whether that order is ours."""
    ordered = _ordered(_rows(pieces))
    if ordered is None:
        return [(piece.text, piece.size) for piece in pieces], False
    return [one for row in ordered if row for one in _line(row)], True


def _ordered(rows: Sequence[list[Drawn]], *, side: bool = False) -> list[list[Drawn]] | None:
    """Return rows with one column after the other, each side of which can be columns again; None for none.

    `side`: the rows are one side, so that what stands above and below its pairs is of its first column.
    """
    at = _second_column(rows)
    if at is None:
        return None
    paired = [number for number, row in enumerate(rows) if _split_at(row, at)]
    first, last = (0, len(rows)) if side else (paired[0], paired[-1] + 1)
    left = [row[: _split_at(row, at) or (0 if _begins(row[0], at) else len(row))] for row in rows[first:last]]
    right = [row[len(before) :] for row, before in zip(rows[first:last], left, strict=True)]
    sides = [[row for row in side if row] for side in (left, right)]
    parted = [row for part in sides for row in (_ordered(part, side=True) or part)]
    return [*rows[:first], *parted, *rows[last:]]


def _rows(pieces: Sequence[Drawn]) -> list[list[Drawn]]:
    """Return the pieces of each row; a row goes on while pieces stand about as high as its first."""
    rows: list[list[Drawn]] = []
    for piece in pieces:
        if not piece.text.strip():
            continue
        if rows and abs(piece.base - rows[-1][0].base) <= SAME_ROW:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _line(row: Sequence[Drawn]) -> list[tuple[str, float]]:
    return [*((piece.text.replace("\n", " "), piece.size) for piece in row), ("\n", row[-1].size)]


def _second_column(rows: Sequence[Sequence[Drawn]]) -> float | None:
    """Return where the second of two columns begins, or None where the rows are no columns side by side."""
    begins = Counter(round(piece.left) for row in rows for piece in row[1:])
    if not begins:
        return None
    at, _ = begins.most_common(1)[0]
    parts = [(row[:cut], row[cut:]) for row in rows if (cut := _split_at(row, at))]
    if len(parts) < max(LEAST_ROWS, OF_ROWS * len(rows)):
        return None
    words = [[sum(len(piece.text.split()) for piece in side) for side in row] for row in parts]
    return at if all(median(side) >= LEAST_WORDS for side in zip(*words, strict=True)) else None


def _split_at(row: Sequence[Drawn], at: float) -> int:
    """Return the number of the piece with which the second column begins in a row; 0 where none does."""
    for number in range(1, len(row)):
        if _begins(row[number], at) and row[number - 1].right < row[number].left:
            return number
    return 0


def _begins(piece: Drawn, at: float) -> bool:
    return abs(piece.left - at) <= SAME_PLACE
