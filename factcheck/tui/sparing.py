"""Painting with fewer bytes: a style is told when it changes, and only what changes of it. For slow lines (SSH).

Textual tells each stretch of text its whole style, and takes it back after it: 60 bytes a stretch in true colour. What
stands on the screen is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from textual.drivers.linux_driver import LinuxDriver


class Told(NamedTuple):
    """A style as a terminal is told it: the numbers of its attributes, and those of its colours ("38;2;1;2;3")."""

    attributes: frozenset[str] = frozenset()
    colour: str = ""
    ground: str = ""


PLAIN = Told()

_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_COLOURS = re.compile(r"(?:(?<=;)|^)([34]8;(?:2;\d+;\d+;\d+|5;\d+)|\d+)")
_MOVE = re.compile(r"\x1b\[\d+;\d+H")
_MOVED_ON = re.compile(rf"(?:{_MOVE.pattern})+(?={_MOVE.pattern})")
"""Moves after which nothing is written before the next one."""
_SEEN_ON_BLANKS = frozenset(["4", "7", "9", "21", "53"])
"""Lines, and colours the other way round; what else there is, a blank does not show."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""Attribute -> what takes it back; any other is taken back with all. Source: ECMA-48, 8.3.117."""


class SparingDriver(LinuxDriver):
    """Textual's driver, which writes what it is given with fewer bytes."""

    def write(self, data: str) -> None:
        """Write what is painted."""
        super().write(spared(data))


def spared(painted: str) -> str:
    """Return what paints the same, from a plain style to a plain style, with fewer bytes."""
    first, *rest = _STYLE.split(painted.replace("\n\x1b[", "\x1b["))  # after each line comes a move: no need to go down
    written, told, wanted = [first], PLAIN, PLAIN
    for numbers, text in zip(rest[::2], rest[1::2], strict=True):
        wanted = _after(wanted, numbers)
        shown = _MOVE.sub("", text)
        if shown and (shown.strip(" ") or not _same_on_blanks(told, wanted)):
            written.append(_change(told, wanted))
            told = wanted
        written.append(text)
    written.append(_change(told, wanted))
    return _MOVED_ON.sub("", "".join(written))


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
