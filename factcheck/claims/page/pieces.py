"""A piece of an article: a stretch of its text with its layout, and the rule that saw it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.domain import Block

_LINE_START = re.compile(r"(?:^|\n)[^\S\n]*\Z")
LOOKED_BACK = 40  # characters in front of a line that hold its indent

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article with its layout, the rule that saw it, and the caption that names its speaker."""

    start: int
    end: int
    block: Block
    reason: str
    boilerplate: bool = False
    speaker: Pair | None = None


def begins_line(text: str, piece: Piece) -> bool:
    """Tell whether a piece stands at the head of its line, and is not joined to text before it."""
    return _LINE_START.search(text[max(0, piece.start - LOOKED_BACK) : piece.start]) is not None


def is_own(piece: Piece) -> bool:
    """Tell whether a piece is of the article itself: no furniture of the page, and no other story's headline."""
    return not piece.boilerplate and piece.block is not Block.TEASER


__all__ = ["Pair", "Piece", "begins_line", "is_own"]
