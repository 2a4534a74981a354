"""Read the marks of lists ("•", "2.", "(iii)"): a claim begins behind it, and a mere part of a sentence is none.

Knows a table's row, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from factcheck.claims.sentence.clauses import has_verb
from factcheck.claims.sentence.grammar import tokenize
from factcheck.text.tables.figures import read_figure

_MARK = re.compile(r"(?:[-*•–—▪●·]\s+|\(?[a-z]\)\s+|\([ivx]{1,4}\)\s+|\(\d{1,3}\)\s+|(?P<ordinal>\d{1,3}[.)]\s+))")
_CELL = re.compile(r"\s*[|\t]\s*")
_NO_ASSERTION = re.compile(r"(?:whether|if|how|why|what|who|where|when|to\s[a-z]+|for)\b")


def list_mark_end(text: str, start: int, end: int, *, german: bool) -> int:
    """Return where the words begin behind the mark of a list at `start`; `start` where none stands there.

    `german`: a number with a full stop may be an ordinal ("3. Oktober"), and is kept.
    """
    mark = _MARK.match(text, start, end)
    if mark is None or mark.end() >= end or (german and mark.group("ordinal")):
        return start
    return mark.end()


def is_part_of_list(item: str) -> bool:
    """Tell whether an item only goes on with the sentence above it ("(ii) whether the mayor knew; and")."""
    if not item[:1].islower():
        return False
    return _NO_ASSERTION.match(item) is not None or not has_verb(tokenize(item))


def is_row(line: str) -> bool:
    """Tell whether a line is the row of a table: cells apart by bars or tabs, a figure in one that is not the first."""
    cells = cells_of(line)
    return len(cells) > 1 and any(read_figure(cell) is not None for cell in cells[1:])


def cells_of(line: str) -> list[str]:
    """Return the cells of a line, apart by bars or tabs; the line itself where it has none."""
    bare = line.strip(" |\t")
    return _CELL.split(bare) if "|" in bare or "\t" in bare else [bare]


def in_columns(row: str, columns: Sequence[str]) -> str:
    """Return a row with the head of its column in [brackets] behind each cell."""
    parts = zip_longest(_CELL.split(row), _CELL.findall(row), columns, fillvalue="")
    return "".join(f"{cell} [{head}]{apart}" if cell and head else f"{cell}{apart}" for cell, apart, head in parts)


__all__ = ["cells_of", "in_columns", "is_part_of_list", "is_row", "list_mark_end"]
