"""Lines of styled text, safe by construction: a `Piece` neutralises its text when made, and only pieces are painted.

So no outside text reaches the terminal raw, and none is ever parsed as markup. Widths are terminal cells (a CJK letter
takes two), never lengths of strings. Knows no Textual: rows and panes are plain data, tested as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

from rich.cells import cell_len, set_cell_size

from factcheck.domain import Span
from factcheck.text.display import ELLIPSIS, display_line, display_text

LONGEST_ROW = 400
"""Characters of a text that a one-line row looks at: more than any terminal is wide, less than a pasted book."""

MOST_IN_CELL = 4
"""Characters a cell that a text is looked at for where it is cut: more stand on one another in no writing we know."""

MOST_STACKED = 30
"""Characters without width that one cell shows. Source: Unicode Standard Annex 15, 13 (Stream-Safe Text Format)."""

_WIDE = re.compile("[\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e\u3001-\u3011]+")
"""Letters of two cells: kana, Chinese, Korean, their marks."""

_JOINS = re.compile("[\u200d\ufe0f]")

_TOKENS = re.compile(r"\n|[^\S\n]+|\S+")


class Role(StrEnum):
    """What a stretch of text is for; `look.py` says what each looks like in a theme."""

    TEXT = "text"
    STRONG = "strong"
    DIM = "dim"
    SUGGESTION = "suggestion"
    MATCH = "match"
    FOUND = "found"
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"
    RULE = "rule"
    KEY = "key"
    HERE = "here"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one role. `target`: the id of what a click on it runs (a command) or goes to (a claim)."""

    text: str
    role: Role = Role.TEXT
    target: str = ""

    def __post_init__(self) -> None:
        """Make the text harmless; done twice it changes nothing."""
        object.__setattr__(self, "text", harmless(self.text))


Line = tuple[Piece, ...]

LABEL = 13
"""Cells of the labels in front of values."""


def harmless(text: str) -> str:
    """Return the text as the screen may show it; what UTF-8 cannot carry (half a surrogate pair) becomes `?`."""
    if text.isascii() and text.isprintable():
        return text
    return display_text(text).encode("utf-8", "replace").decode()


def cells_of(text: str) -> int:
    """Return how many cells a text takes, as rich's `cell_len` does.

    That looks each letter up, and there are more Chinese letters than it remembers: 30,000 of them took 100 ms. Those
    that take two cells by their block are counted here (2026-11: 0.3 ms).
    """
    if text.isascii():
        return cell_len(text)
    rest = _WIDE.sub("", text)
    if _JOINS.search(rest):  # letters that are one with what stands beside them
        return cell_len(text)
    return 2 * (len(text) - len(rest)) + cell_len(rest)


def incoming(text: str) -> str:
    """Return typed or pasted text, harmless: each end of a line is a newline (terminals and old files send CR)."""
    return harmless(text.replace("\r\n", "\n").replace("\r", "\n"))


def unstacked(text: str) -> str:
    """Return text for painting, with at most so many marks on a letter as any script has: more cannot be read.

    A page may stack thousands; Textual takes seconds to lay a dialog over them.
    """
    if len(text) - cells_of(text) <= MOST_STACKED:
        return text
    kept, stacked = [], 0
    for letter in text:
        stacked = 0 if cells_of(letter) else stacked + 1
        if stacked <= MOST_STACKED:
            kept.append(letter)
    return "".join(kept)


def row_text(text: str) -> str:
    """Return outside text for a row: one line, no longer than a row can show."""
    return display_line(text, LONGEST_ROW)


def line(*parts: str | Piece) -> Line:
    """Make a line of pieces; plain strings are ordinary text."""
    return tuple(part if isinstance(part, Piece) else Piece(part) for part in parts)


def field(label: str, *value: str | Piece) -> Line:
    """A labelled value; wrap it with `indent=LABEL`."""
    return line(Piece(f"{label:<{LABEL}}", Role.DIM), *value)


def plain(pieces: Line) -> str:
    """Return the bare text of a line."""
    return "".join(piece.text for piece in pieces)


def width_of(pieces: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cells_of(piece.text) for piece in pieces)


def fit(pieces: Line, width: int) -> Line:
    """Cut a line to `width` cells; one that is too long ends in `...`."""
    if width_of(pieces) <= width:
        return pieces
    return (*_head(pieces, max(0, width - len(ELLIPSIS))), Piece(ELLIPSIS[:width], Role.DIM))


def pad(text: str, width: int) -> str:
    """Make text exactly `width` cells: padded with blanks, or cut with `...`."""
    shown = harmless(text)
    if cells_of(shown) > width:
        shown = _cut(shown, max(0, width - len(ELLIPSIS))) + ELLIPSIS[:width]
    return set_cell_size(shown, width)


def marked(text: str, spans: Iterable[Span], role: Role = Role.MATCH, *, within: Span | None = None) -> Line:
    """Cut text at spans that count its characters; what lies in one gets `role`, what else is `within` is strong."""
    inside = sorted((max(0, s.start), min(len(text), s.end)) for s in spans if s.start < s.end)
    around = [(max(0, within.start), min(len(text), within.end))] if within else []
    bounds = sorted(
        {0, len(text), *(bound for pair in (*inside, *around) for bound in pair if 0 <= bound <= len(text))}
    )

    def role_at(start: int, end: int) -> Role:
        if any(a <= start and end <= b for a, b in inside):
            return role
        return Role.STRONG if any(a <= start and end <= b for a, b in around) else Role.TEXT

    return tuple(Piece(text[start:end], role_at(start, end)) for start, end in pairwise(bounds))


def highlighted(pieces: Line, text: str) -> Line:
    """Give the role FOUND to each place where a text stands, across pieces. Smart case, as in `filtering.holds`."""
    whole = plain(pieces)
    found = re.finditer(re.escape(text), whole, 0 if text != text.lower() else re.IGNORECASE) if text else ()
    bounds = [match.span() for match in found]
    if not bounds:
        return pieces
    cuts = [0, *(cut for pair in bounds for cut in pair), len(whole)]
    return tuple(
        Piece(piece.text, Role.FOUND, piece.target) if number % 2 else piece
        for number, (start, end) in enumerate(pairwise(cuts))
        for piece in between(pieces, start, end)
    )


def wrap(pieces: Line, width: int, *, indent: int = 0, limit: int | None = None) -> list[Line]:
    """Break a line between words into lines of at most `width` cells; `indent` blanks start the second and later ones.

    A word longer than a line is cut. Newlines are kept. `limit`: how many lines are wanted at most; a text of any
    length costs no more than these.
    """
    breaks = islice(_breaks(plain(pieces), max(2, width), indent), limit)
    return [
        (Piece(" " * indent), *found) if number and indent else found
        for number, found in enumerate(_cut_at(pieces, breaks))
    ]


def _cut_at(pieces: Line, places: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield what stands at places (in their order, counted in characters) of a line; each piece is passed once."""
    first, before = 0, 0
    for start, end in places:
        while first < len(pieces) and before + len(pieces[first].text) <= start:
            before += len(pieces[first].text)
            first += 1
        yield between(pieces[first:], start - before, end - before) if first else between(pieces, start, end)


def _breaks(text: str, width: int, indent: int) -> Iterator[tuple[int, int]]:
    """Yield `[start, end)` of each line."""
    start = end = 0
    used = 0
    room = width
    for token in _TOKENS.finditer(text):
        word = token.group()
        cells = 0 if word == "\n" else cells_of(word)
        fits_alone = cells <= width - indent  # a longer word is cut where it stands
        if word == "\n" or (used + cells > room and used and not word.isspace() and (fits_alone or used >= room)):
            yield start, end
            room = max(2, width - indent)
            start, end, used = (token.end(), token.end(), 0) if word == "\n" else (token.start(), token.start(), 0)
            if word == "\n":
                continue
        if word.isspace():
            used += cells
            continue
        while cells > room - used:
            if used and cells_of(word[0]) > room - used:  # a wide letter, and one cell left
                yield start, end
                start, used, room = token.end() - len(word), 0, max(2, width - indent)
                continue
            cut = _cells_cut(word, room - used)
            yield start, token.end() - len(word) + cut
            start = token.end() - len(word) + cut
            cells, used = cells - cells_of(word[:cut]), 0
            word = word[cut:]
            room = max(2, width - indent)
        used += cells
        end = token.end()
    yield start, end


def _cells_cut(word: str, room: int) -> int:
    """Return how many characters of a word fit into `room` cells; at least one, so that there is an end."""
    low, high = 1, min(len(word), max(1, room * MOST_IN_CELL))
    if cells_of(word[:high]) <= room:
        return high
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if cells_of(word[:middle]) <= room else (low, middle)
    return low


def between(pieces: Line, start: int, end: int) -> Line:
    """Cut `[start, end)`, counted in characters, out of a line."""
    found: list[Piece] = []
    offset = 0
    for piece in pieces:
        here = piece.text[max(0, start - offset) : max(0, end - offset)]
        if here:
            found.append(Piece(here, piece.role, piece.target))
        offset += len(piece.text)
        if offset >= end:
            break
    return tuple(found)


def _cut(text: str, width: int) -> str:
    """Cut a text at `width` cells; of a long one no more is looked at than may stand there."""
    return set_cell_size(text[: MOST_IN_CELL * width], width).rstrip()


def _head(pieces: Line, width: int) -> Line:
    """Cut a line hard at `width` cells."""
    found: list[Piece] = []
    left = width
    for piece in pieces:
        cells = cells_of(piece.text)
        if cells > left:
            return (*found, Piece(_cut(piece.text, left), piece.role, piece.target))
        found.append(piece)
        left -= cells
    return tuple(found)


def cut_lines(lines: Sequence[Line], height: int, width: int) -> list[Line]:
    """Keep the first `height` lines; if some are lost, the last one kept ends in `...`."""
    if len(lines) <= height:
        return list(lines)
    kept = list(lines[: max(1, height)])
    kept[-1] = (*_head(kept[-1], max(0, width - len(ELLIPSIS))), Piece(ELLIPSIS, Role.DIM))
    return kept
