"""Words selected in running text that is wrapped to lines: where they begin and end, and what they are. No Textual.

A spot is a line's number and how many characters of it lie before; a stretch is two of them, half-open. A stretch is
widened to whole words: half a word, or "12" of "12.5", is no quotation.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rich.cells import cell_len

from factcheck.tui.pieces import Line, Piece, Role, between, harmless, plain

Spot = tuple[int, int]
Stretch = tuple[Spot, Spot]

_WHOLE = re.compile(r"\w+(?:[.,:/'’\-]\w+)*")
"""A word, a number, a time or a date, up to what only ends a sentence."""


def spot_at(lines: Sequence[Line], number: int, cell: int) -> Spot:
    """Return the spot under a cell of a line; the nearest one where there is no text."""
    if number < 0 or not lines:
        return 0, 0
    if number >= len(lines):
        return len(lines) - 1, len(plain(lines[-1]))
    text, used = plain(lines[number]), 0
    for at, letter in enumerate(text):
        used += cell_len(letter)
        if cell < used:
            return number, at
    return number, len(text)


def stretch_of(lines: Sequence[Line], one: Spot, other: Spot) -> Stretch:
    """Return the stretch from one spot to another, whichever is first: both letters are in it, and all of their words.

    In writing without blanks (wide letters) there are no words to see: there the letters are taken as they are.
    """
    (first, start), (last, end) = sorted((one, other))
    begin, text = plain(lines[first]), plain(lines[last])
    start = next((low for low, high in _words(begin) if low < start < high), start)
    end = min(end + 1, len(text))
    return (first, start), (last, next((high for low, high in _words(text) if low < end < high), end))


def part_of(number: int, length: int, stretch: Stretch) -> tuple[int, int]:
    """Return which characters of a line (its number and length) are in a stretch; two times the same: none."""
    (first, start), (last, end) = stretch
    if not first <= number <= last:
        return 0, 0
    return (start if number == first else 0), (end if number == last else length)


def selected(pieces: Line, number: int, stretch: Stretch) -> Line:
    """Give what is selected of a line its role."""
    length = len(plain(pieces))
    start, end = part_of(number, length, stretch)
    if start >= end:
        return pieces
    chosen = (Piece(piece.text, Role.SELECTED, piece.target) for piece in between(pieces, start, end))
    return (*between(pieces, 0, start), *chosen, *between(pieces, end, length))


def words_in(lines: Sequence[Line], stretch: Stretch) -> str:
    """Return the words of a stretch, a line each as they are shown."""
    (first, _), (last, _) = stretch
    texts = [(number, plain(lines[number])) for number in range(first, min(last + 1, len(lines)))]
    parts = [(text, part_of(number, len(text), stretch)) for number, text in texts]
    return "\n".join(text[start:end] for text, (start, end) in parts).strip()


def place_in(text: str, lines: Sequence[Line], stretch: Stretch) -> tuple[int, int] | None:
    """Return where a stretch of the wrapped `lines` of a text stands in the text itself; None where it holds no word.

    Wrapping drops blanks at the ends of lines, and what would command a terminal is shown in other characters.
    """
    shown, stored = _shown(text)
    starts = _starts(shown, lines)
    spots = []
    for number, offset in stretch:
        inside = min(number, len(lines) - 1)
        at = starts[inside] + (offset if number == inside else len(plain(lines[inside])))
        spots.append(stored[min(at, len(stored) - 1)])
    start, end = spots
    return (start, end) if text[start:end].strip() else None


def stretch_in(text: str, lines: Sequence[Line], place: tuple[int, int]) -> Stretch:
    """Return the stretch of the wrapped `lines` of a text that shows a place in it: what `place_in` takes back."""
    shown, stored = _shown(text)
    starts = _starts(shown, lines)
    low, high = (bisect_left(stored, at) for at in place)
    first = max(0, bisect_right(starts, low) - 1)
    last = max(first, bisect_left(starts, high) - 1)
    return (first, low - starts[first]), (last, min(high - starts[last], len(plain(lines[last]))))


def _starts(shown: str, lines: Sequence[Line]) -> list[int]:
    """Return where each line begins in a text as it is shown."""
    starts, at = [], 0
    for one in map(plain, lines):
        while at < len(shown) and not shown.startswith(one, at):
            at += 1
        starts.append(at)
        at += len(one)
    return starts


def _words(text: str) -> list[tuple[int, int]]:
    """Return the places of whole words, save of writing in which words are not parted."""
    found = (match.span() for match in _WHOLE.finditer(text))
    return [(low, high) for low, high in found if not any(map(is_wide, text[low:high]))]


def is_wide(letter: str) -> bool:
    """Whether a letter takes two cells: writing of such letters has no blanks between words."""
    return unicodedata.east_asian_width(letter) in {"W", "F"}


def _shown(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as it is shown; and of each of its characters, and its end, the place in the text."""
    if "\r" not in text and harmless(text) == text:
        return text, range(len(text) + 1)
    parts, places = [], []
    for place, letter in enumerate(text):
        part = "" if text.startswith("\r\n", place) else harmless(letter)
        parts.append(part)
        places += [place] * len(part)
    return "".join(parts), [*places, len(text)]
