"""Painting with fewer bytes, for slow lines (SSH): what stands on the screen already is not sent again.

Textual sends a row whole where one letter of it changes, tells each stretch of text its whole style, and takes it back
after it: 60 bytes a stretch in true colour. Here a style is told when it changes, and only what changes of it. What
stands on the screen is the same. A list that scrolls by half a page cost 3,524 bytes, now 1,710 (120x40, 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

from rich.cells import cell_len
from textual.drivers.linux_driver import LinuxDriver


class Told(NamedTuple):
    """A style as a terminal is told it: the numbers of its attributes, and those of its colours ("38;2;1;2;3")."""

    attributes: frozenset[str] = frozenset()
    colour: str = ""
    ground: str = ""


PLAIN = Told()

_COLOURS = re.compile(r"(?:(?<=;)|^)([34]8;(?:2;\d+;\d+;\d+|5;\d+)|\d+)")
_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\x1b\[\?(?:2026|25)[hl])|([^\x1b\n]+)|([\s\S])")
"""A move, a style, what changes nothing that stands there, a text; anything else may change the screen."""
_SEEN_ON_BLANKS = frozenset(["4", "7", "9", "21", "53"])
"""Lines, and colours the other way round; what else there is, a blank does not show."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""Attribute -> what takes it back; any other is taken back with all. Source: ECMA-48, 8.3.117."""
NEAR = 4
"""Cells that stand there already and are sent again all the same: to pass over them takes as many bytes."""


class SparingDriver(LinuxDriver):
    """Textual's driver, which writes what it is given with fewer bytes."""

    _standing: Standing | None = None

    def write(self, data: str) -> None:
        """Write what is painted."""
        self._standing = self._standing or Standing()
        super().write(self._standing.new_in(data))

    def forget(self) -> None:
        """Send all that is painted next: what stands on the screen is not known any more."""
        self._standing = None


class Standing:
    """What stands on the screen, by row and column from 1, as far as it is known."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[list[str], list[Told]]] = {}

    def new_in(self, painted: str) -> str:
        """Return what paints the same, from a plain style to a plain style, with fewer bytes."""
        if "\x1b" not in painted:
            self._rows.clear()
            return painted
        painted = painted.replace("\n\x1b[", "\x1b[")  # after each line comes a move: no need to go down
        tokens = [found.groups() for found in _TOKEN.finditer(painted)]
        if any(other for *_, other in tokens):
            self._rows.clear()
            return painted
        return "".join(self._written(tokens))

    def _written(self, tokens: list[tuple[str, ...]]) -> Iterator[str]:
        pen, wanted, at = Pen(), PLAIN, None
        for row, column, numbers, passed, text, _ in tokens:
            if row:
                at = (int(row), int(column))
            elif text and at and is_plain(text):
                for start, part in self._put(at, text, wanted):
                    yield pen.write((at[0], start), part, wanted)
                at = (at[0], at[1] + len(text))
            elif text:  # how wide a terminal shows it is not sure, nor what stands behind it
                self._forget_from(at)
                yield pen.write(at, text, wanted)
                at = pen.at = None
            elif passed:
                yield passed
            else:
                wanted = _after(wanted, numbers)
        if at and at != pen.at:
            yield pen.move(at)
        yield _change(pen.told, wanted)

    def _put(self, at: tuple[int, int], text: str, style: Told) -> Iterator[tuple[int, str]]:
        """Let text stand at a place; yield what is new of it, and where."""
        letters, styles = self._rows.setdefault(at[0], ([], []))
        first, last = at[1], at[1] + len(text)
        letters += [""] * (last - len(letters))
        styles += [PLAIN] * (last - len(styles))
        blank = _on_blanks(style)
        before, now = letters[first:last], list(text)
        told, wanted = styles[first:last], [blank if letter == " " else style for letter in now]
        if before == now and told == wanted:
            return
        letters[first:last], styles[first:last] = now, wanted
        cells = enumerate(zip(before, now, told, wanted, strict=True))
        new = [place for place, (old, letter, had, has) in cells if old != letter or (had is not has and had != has)]
        ends = [n for n, (low, high) in enumerate(pairwise(new)) if high - low > NEAR]
        for low, high in pairwise([-1, *ends, len(new) - 1]):
            start, end = new[low + 1], new[high] + 1
            yield first + start, text[start:end]

    def _forget_from(self, at: tuple[int, int] | None) -> None:
        if at is None:
            self._rows.clear()
        elif at[0] in self._rows:
            for known in self._rows[at[0]]:
                del known[at[1] :]


class Pen:
    """Where a terminal writes next (row and column, None: not known), and in which style."""

    def __init__(self) -> None:
        self.at: tuple[int, int] | None = None
        self.told = PLAIN

    def write(self, at: tuple[int, int] | None, text: str, style: Told) -> str:
        """Return what writes text at a place (None: where it stands) in a style."""
        before = self.move(at) if at and at != self.at else ""
        if text.strip(" ") or not _same_on_blanks(self.told, style):
            before += _change(self.told, style)
            self.told = style
        self.at = (at[0], at[1] + len(text)) if at else None
        return before + text

    def move(self, at: tuple[int, int]) -> str:
        """Return what moves to a place: in the same row it takes fewer bytes."""
        before, self.at = self.at, at
        if before and before[0] == at[0] and before[1] < at[1]:
            return f"\x1b[{at[1] - before[1]}C"
        return f"\x1b[{at[0]};{at[1]}H"


def is_plain(text: str) -> bool:
    """Whether each letter of a text takes one cell, on its own."""
    return (text.isascii() and text.isprintable()) or all(map(_is_one_cell, text))


@lru_cache(maxsize=4096)
def _is_one_cell(letter: str) -> bool:
    return letter.isprintable() and cell_len(letter) == 1 and not category(letter).startswith("M")


@lru_cache(maxsize=1024)
def _after(style: Told, numbers: str) -> Told:
    """Return the style after a terminal was told the numbers of a sequence."""
    for number in _COLOURS.findall(numbers) or ["0"]:
        if number == "0":
            style = PLAIN
        elif _is_colour(number, "3", "9"):
            style = style._replace(colour=number)
        elif _is_colour(number, "4", "10"):
            style = style._replace(ground=number)
        else:
            style = style._replace(attributes=style.attributes | {number})
    return style


def _is_colour(number: str, tens: str, bright: str) -> bool:
    return number.partition(";")[0][:-1] in {tens, bright}


@lru_cache(maxsize=1024)
def _on_blanks(style: Told) -> Told:
    """Return what a blank shows of a style."""
    return style if style.attributes & _SEEN_ON_BLANKS else Told(ground=style.ground)


def _same_on_blanks(told: Told, wanted: Told) -> bool:
    """Whether a blank looks the same in both."""
    return told.ground == wanted.ground and not _SEEN_ON_BLANKS & (told.attributes | wanted.attributes)


@lru_cache(maxsize=4096)
def _change(told: Told, wanted: Told) -> str:
    """Return the sequence that makes one style of another; "" where they are the same."""
    if told == wanted:
        return ""
    whole = [*sorted(wanted.attributes, key=int), *filter(None, (wanted.colour, wanted.ground))]
    gone = told.attributes - wanted.attributes
    if gone - set(_OFF) or (told.colour and not wanted.colour) or (told.ground and not wanted.ground):
        return f"\x1b[{';'.join(['0', *whole] if whole else [])}m"
    off = {_OFF[number] for number in gone}
    kept = {number for number in told.attributes & wanted.attributes if _OFF.get(number) not in off}
    new = sorted(wanted.attributes - kept, key=int)
    colours = [now for before, now in zip(told[1:], wanted[1:], strict=True) if now != before]
    return f"\x1b[{';'.join([*sorted(off), *new, *colours])}m"
