"""Text in terminal cells: how wide it is, and how it is cut and padded so that columns stay aligned.

Source: the wide and fullwidth classes of Unicode UAX #11; combining marks take no cell of their own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck.text.display import ELLIPSIS, REPLACEMENT, display_line, display_text

_SURROGATES = re.compile("[\ud800-\udfff]")
_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Latin letters and typographic punctuation: a cell each, which most lines consist of."""
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_WIDE = {"W", "F"}


def shown_line(text: str, limit: int | None = None) -> str:
    """Show text on one line, harmless and encodable; with `limit`, no more of it than could fill so many cells."""
    head = text if limit is None else text[: limit * 8 + 64]
    if head.isprintable():  # no control, no format (bidi, zero width), no surrogate: nothing to neutralise
        return " ".join(head.split())
    return _SURROGATES.sub(REPLACEMENT, display_line(head))


def counted(number: int, word: str) -> str:
    """Return how many there are, with the word in the singular where there is one."""
    return f"{number} {word if number == 1 else f'{word}s'}"


def shown_text(text: str) -> str:
    """Show text on as many lines as it has, harmless and encodable."""
    return _SURROGATES.sub(REPLACEMENT, display_text(text))


def width(text: str) -> int:
    """Count the terminal cells that `text` takes."""
    return len(text) if _is_narrow(text) else sum(map(_cells, text))


def cut(text: str, cells: int) -> str:
    """Cut text to at most `cells`, ending in `...` if anything was left out."""
    if _fitting(text, cells) == len(text):
        return text
    room = max(0, cells - len(ELLIPSIS))
    return text[: _fitting(text, room)].rstrip() + ELLIPSIS[: max(0, cells)]


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Fill text up to `cells` with blanks, on its left if `right`."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """Cut or fill text so that it takes `cells`."""
    head = text[: cells + 1]
    if cells < len(ELLIPSIS) or not _is_narrow(head):
        return pad(cut(text, cells), cells, right=right)
    if len(head) > cells:
        head = head[: cells - len(ELLIPSIS)].rstrip() + ELLIPSIS
    return head.rjust(cells) if right else head.ljust(cells)


def wrap(text: str, cells: int, indent: str = "") -> list[str]:
    """Break text into lines of at most `cells`, between words where it can, each after `indent`."""
    room = max(8, cells - width(indent))
    lines: list[str] = []
    for word in text.split():
        rest = word
        if lines and width(lines[-1]) + 1 + width(rest) <= room:
            lines[-1] += f" {rest}"
            continue
        while width(rest) > room:
            taken = max(1, _fitting(rest, room))
            lines.append(rest[:taken])
            rest = rest[taken:]
        lines.append(rest)
    return [indent + line for line in lines]


def _is_narrow(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or _NARROW.fullmatch(text) is not None


def _fitting(text: str, room: int) -> int:
    """Return how many characters of `text` fit into `room` cells."""
    if _is_narrow(text[: room + 1]):
        return min(room, len(text))
    used = 0
    for position, character in enumerate(text):
        used += _cells(character)
        if used > room:
            return position
    return len(text)


@lru_cache(4096)
def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
