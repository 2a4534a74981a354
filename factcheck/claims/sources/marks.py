"""The marks by which a text calls its numbered notes: "[2]", "[1, 3–4]", "²", "(2)". Asks for no list.

A raised figure behind a unit is an area or a volume ("km²"), behind ten or one letter a power ("10⁶", "x²"); behind a
sum it is a mark whatever shortens that ("£4.2m²"), and so is a one behind a unit ("40 km¹").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.quantities.units import UNITS

LENGTHS = frozenset(["km", "m", "dm", "cm", "mm", "ft", "in", "yd", "mi"])
"""Units of length: squared and cubed ("km²", "mm³") they are other units."""
MOST_CALLED = 50
"""Notes that one mark calls at most; a longer range is none."""
BASE = "10"
"""The number whose powers are written out."""


class Style(StrEnum):
    """How a mark is written."""

    BRACKET = "bracket"
    RAISED = "raised"
    PAREN = "paren"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, or several beside one another, `[start, end)`; `behind`: right behind the word that it follows."""

    start: int
    end: int
    behind: int
    numbers: tuple[int, ...]


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED + "⁻", "0123456789-")
_APART = r"[ \t\u00a0\u202f]?"
_NUMBERS = r"\^?\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,9}"
_ONE = {
    Style.BRACKET: rf"\[{_NUMBERS}\](?!\()",
    Style.PAREN: rf"\({_NUMBERS}\)",
    Style.RAISED: rf"⁽?[{_RAISED}]{{1,3}}(?:[,⁻–-]\s?[{_RAISED}]{{1,3}}){{0,9}}[⁾)]?",
}
_MARKS = {
    style: re.compile(rf"(?<=\S)(?P<apart>{_APART})(?P<marks>{one}(?:[,;]?{_APART}{one})*)")
    for style, one in _ONE.items()
}
_RANGE = re.compile(r"(\d{1,3})(?:\s?[–-]\s?\^?(\d{1,3}))?")
_BEFORE = re.compile(r"(?:(?P<digits>\d+)|(?P<letters>[^\W\d_]+))\Z")
_LOOKED_BACK = 40
_SUM = re.compile(r"[£$€]\s?[\d.,]{1,15}\s?[mk]\Z")


def marks_of(text: str, style: Style) -> Iterator[Mark]:
    """Yield the marks of a text that are written so, in order."""
    for found in _MARKS[style].finditer(text):
        if style is Style.RAISED and _is_power(text, found):
            continue
        numbers = tuple(_numbers(found["marks"]))
        if numbers:
            yield Mark(found.start("marks"), found.end(), found.start(), numbers)


def raised_number(digits: str) -> int:
    """Return the number that raised figures write."""
    return int(digits.translate(_PLAIN))


def _numbers(marks: str) -> Iterator[int]:
    """Yield the numbers that marks name, each of a range."""
    for first, last in _RANGE.findall(marks.translate(_PLAIN)):
        low, high = int(first), int(last or first)
        if 0 <= high - low <= MOST_CALLED:
            yield from range(low, high + 1)


def _is_power(text: str, found: re.Match[str]) -> bool:
    """Tell whether raised figures belong to what stands before them: a unit, a power, a formula."""
    if found["apart"]:
        return False
    if text[found.end() : found.end() + 1].isalnum():
        return True
    before = _BEFORE.search(text, max(0, found.start() - _LOOKED_BACK), found.start())
    if before is None:
        return text[found.start() - 1] in "−-⁻"
    letters = before["letters"] or ""
    if letters and _SUM.search(text, max(0, found.start() - _LOOKED_BACK), found.start()):
        return False
    measure = not LENGTHS.isdisjoint([letters.casefold(), UNITS.get(letters.casefold(), "")])
    if measure and found["marks"] == "¹":
        return False
    return before["digits"] == BASE or len(letters) == 1 or measure


__all__ = ["Mark", "Style", "marks_of", "raised_number"]
