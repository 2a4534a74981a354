"""Figures as tables publish them: "1,234", "1.234,5", "12 %", "£3.4m", "(56)", "1 234 [r]". One cell, one figure.

Whether a comma parts thousands or decimals is told from the whole table where one cell leaves it open. What stands for
no figure ("n/a", "..", a dash), a formula, or a figure with other words around it is none: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.text.quantities.currencies import CURRENCIES, SHORT, SIGNS
from factcheck.text.quantities.numerals import SCALES, SHORT_SCALES
from factcheck.text.quantities.units import UNITS
from factcheck.text.tables.flags import LONGEST, letters_in, without_flags, without_notes
from factcheck.text.tables.scales import UNSCALED, scale_of, unit_said

_GAPS = " \u00a0\u202f\u2009'’"
_MINUS = "-−–"
_BEGINNING = (
    rf"(?P<open>\()?(?P<sign>[{_MINUS}+])?\s?(?P<before>US\$|[$£€¥₽₴₹]|[A-Z]{{3}}(?=\s?[\d.,]))?"
    rf"\s?(?P<minus>[{_MINUS}])?"
)
_BEGINS = re.compile(rf"{_BEGINNING}\d")
"""How each figure begins, whatever notes and flags stand behind it: most words are told apart by that."""
_FIGURE = re.compile(
    rf"{_BEGINNING}"
    rf"(?P<number>(?:\d[\d.,{_GAPS}]{{0,40}})?\d)(?P<gap>\s?)(?P<after>[^\d()]{{0,24}})(?P<close>\))?\Z"
)
_POINT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?:[.,]\d+)?")
_PERCENT = {"%": "%", "per cent": "%", "percent": "%", "pct": "%"}
_PLAIN = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?", re.ASCII)
"""How most cells of a long table are written: read at sight, since each is read several times."""
_POINTS = frozenset(["pp", "% points", "percentage points", "percentage point", "p.p."])


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a cell, scale multiplied in, with its unit as in `Quantity.unit` ("%": twelve per cent is 12).

    `scale`: the words of a head that multiply it ("thousand", "£m"); `scaled`: the cell itself names its scale.
    """

    value: Decimal
    unit: str = ""
    scale: str = ""
    scaled: bool = field(default=False, compare=False)


def read_figure(text: str, *, comma: bool | None = None) -> Figure | None:
    """Read a cell; None if it is no figure. `comma`: whether commas part decimals (None: the cell tells, else no)."""
    cell = text.strip()
    if len(cell) > LONGEST or not _BEGINS.match(cell):
        return None
    if not comma and _PLAIN.fullmatch(cell):
        return Figure(Decimal(cell))
    bare = without_notes(cell)
    found = _read(bare, comma)
    if found is not None:
        return found
    unflagged = without_flags(bare)
    return _read(unflagged, comma) if unflagged != bare else None


def flags_of(text: str) -> tuple[str, ...]:
    """Return the flags of a cell that is a figure, a letter each ("7.5 bp": b, p); none of any other cell."""
    cell = text.strip()
    if _PLAIN.fullmatch(cell) or read_figure(cell) is None:
        return ()
    bare = without_notes(cell)
    if _read(bare, None) is None:
        bare = without_flags(bare)
    return letters_in(cell.removeprefix(bare))


def _read(cell: str, comma: bool | None) -> Figure | None:
    found = _FIGURE.match(cell)
    if found is None or bool(found["open"]) is not bool(found["close"]):
        return None
    value = _value(found["number"], comma)
    rest = _rest(found["after"].strip().casefold(), money=bool(found["before"]), glued=not found["gap"])
    before = found["before"] or ""
    unit = SIGNS.get(before.removeprefix("US")) or SHORT.get(before) or CURRENCIES.get(before.casefold(), "")
    if value is None or rest is None or (before and not unit):
        return None
    negative = bool(found["open"]) or bool(found["minus"]) or (found["sign"] or "+") in _MINUS
    return Figure(-value * rest[0] if negative else value * rest[0], unit or rest[1], scaled=rest[0] != 1)


def with_labels(figure: Figure, labels: Sequence[str], whole: str = "") -> Figure:
    """Return a figure of a cell with the unit and the scale that its labels say, or `whole`, what its table says.

    What stands in the cell itself counts first.
    """
    if figure.unit in ("%", "pp") or figure.scaled:
        return figure
    shared = next(filter(None, map(unit_said, reversed(labels))), "") if not figure.unit else ""
    if shared:
        return Figure(figure.value, shared)
    found = scale_of(labels, whole)
    if found == UNSCALED and not figure.unit:
        return Figure(figure.value, unit_said(whole))
    if found.by == 1 or (figure.unit and found.unit not in ("", figure.unit)):
        return Figure(figure.value, figure.unit or found.unit)
    return Figure(figure.value * found.by, figure.unit or found.unit, found.words)


def writes_commas(cells: Iterable[str]) -> bool | None:
    """Tell whether a table's cells write decimals with a comma; None where they do not tell, or contradict."""
    point = comma = 0
    for cell in cells:
        if cell.isdecimal() or not _BEGINS.match(cell.strip()):  # most cells, and told at sight
            continue
        found = _FIGURE.match(without_flags(cell)) if len(cell) <= LONGEST else None
        if found is not None:
            number = found["number"]
            points, commas = _POINT.fullmatch(number), _COMMA.fullmatch(number)
            point += bool(points and not commas)
            comma += bool(commas and not points)
    return None if bool(point) == bool(comma) else bool(comma)


def _value(number: str, comma: bool | None) -> Decimal | None:
    """Return the value of a numeral; where both ways of writing fit, `comma` decides, else the English way."""
    if any(gap in number for gap in _GAPS):
        if not _GROUPED.fullmatch(number):
            return None
        return Decimal(re.sub(f"[{_GAPS}]", "", number).replace(",", "."))
    as_point = number.replace(",", "") if _POINT.fullmatch(number) else None
    as_comma = number.replace(".", "").replace(",", ".") if _COMMA.fullmatch(number) else None
    chosen = (as_comma or as_point) if comma else (as_point or as_comma)
    return Decimal(chosen) if chosen else None


def _rest(words: str, *, money: bool, glued: bool) -> tuple[Decimal, str] | None:
    """Return scale and unit of what stands behind a numeral; None if it is neither."""
    if not words:
        return Decimal(1), ""
    if words in _PERCENT or words in _POINTS:
        return Decimal(1), "%" if words in _PERCENT else "pp"
    head, _, tail = words.partition(" ")
    scale = SCALES.get(head)
    if scale is None and (money or glued or head != "m"):  # "3 m" are metres
        scale = SHORT_SCALES.get(head)
    unit = tail if scale is not None else words
    if unit == "m" and scale is None:
        return Decimal(1), "m"
    known = "" if not unit else UNITS.get(unit) or SIGNS.get(unit)
    return None if known is None else (scale or Decimal(1), known)
