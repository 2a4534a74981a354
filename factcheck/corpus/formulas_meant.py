"""Formulas over the cells of a table that a claim asks for: of a change, a difference, a share or a rank. Pure.

"Homes completed rose 12 % from 2022 to 2023" asks for `(C3-C2)/C2*100` over the two cells of that series, "by 3,900"
for `C3-C2`, "to 39,145 from 34,900" for where the change leads, "a third of homes" for the part of the total, "the
second-highest" for a rank in the column. What is in per cent changes by percentage points. A formula is `certain` where
the claim names its cells wholly, and no others as well: it may bear the claim out or contradict it. Of any other, a
person has to tell whether it is the one meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from factcheck.corpus.cells import FoundCell, found_at
from factcheck.corpus.cells_meant import Reading, years_in
from factcheck.corpus.named_cells import Named, When, named_cells, names_total
from factcheck.corpus.table_labels import is_figure
from factcheck.corpus.tables import Table
from factcheck.stance.figures.change_ends import is_moved, is_share, levels_said
from factcheck.stance.figures.placings import ranks_in
from factcheck.stance.figures.said import figures_said
from factcheck.stance.figures.ways import says_direction
from factcheck.text.tables.formulas import column_name
from factcheck.text.words import split_words

MOST_FORMULAS = 6
"""Formulas of one table that are offered at most: more are no help. Our own choice."""
_FROM_TO = re.compile(
    r"\b(?:from|between|since|von|zwischen|seit)\b[^.;]{0,30}?\b(?P<first>(?:1[5-9]|20)\d\d)\b[^.;]{0,30}?"
    r"\b(?:to|and|until|till|bis|und|auf)\b[^.;]{0,30}?\b(?P<last>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:a|one|the) year (?:earlier|before|ago)|(?:previous|preceding|prior|last) year|year[ -]on[ -]year|"
    r"year[ -]over[ -]year|Vorjahr\w*|(?:ein|im) Jahr (?:zuvor|davor))\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\bthan\b|\bals\b|\bcompared (?:with|to)\b|\b(?:as|so) (?:many|much|viele?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFormula:
    """A formula with the cells it is over, what it is about first. `figure`: words of the claim that it answers."""

    expression: str
    cells: tuple[FoundCell, ...]
    figure: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two cells of one series; `earlier` is what the other is held against."""

    earlier: Named
    later: Named
    certain: bool


def formulas_meant(reading: Reading) -> tuple[FoundFormula, ...]:
    """Return the formulas over cells of a table that a claim asks for, the certain ones first."""
    if not _may_ask(reading.words):
        return ()
    cells = named_cells(reading)
    found = [*_changes(reading, cells), *_shares(reading, cells), *_ranks(reading, cells)]
    return tuple(islice(sorted(found, key=lambda one: not one.certain), MOST_FORMULAS))


def _may_ask(words: str) -> bool:
    """Whether a claim says a change, a share or a rank at all: a long table takes seconds to read."""
    if any(says_direction(word.text) for word in split_words(words)) or _COMPARED.search(words):
        return True
    return bool(figures_said(words, "%", change=False) or [*ranks_in(words)])


def _changes(reading: Reading, cells: Sequence[Named]) -> Iterator[FoundFormula]:
    words, table = reading.words, reading.table
    for pair in _pairs_of_two(words, cells) or _pairs_in_time(words, cells):
        ends = _cells_at(table, pair.later, pair.earlier)
        if ends:
            yield from _of_change(words, ends, certain=pair.certain)


def _cells_at(table: Table, *named: Named) -> tuple[FoundCell, ...]:
    """Return cells as they are offered; () where any holds no figure."""
    told = [(one, found_at(table, one.column, one.row)) for one in named]
    found = tuple(replace(cell, words=one.words) for one, cell in told if cell)
    return found if len(found) == len(named) else ()


def _of_change(words: str, ends: tuple[FoundCell, ...], *, certain: bool) -> Iterator[FoundFormula]:
    """Yield what the figures of a claim ask of two cells, the later one first."""
    later, earlier = (one.cell for one in ends)
    unit = ends[0].unit
    difference, relative = f"{later}-{earlier}", f"({later}-{earlier})/{earlier}*100"
    shares = [one for one in figures_said(words, "%", change=True) if not is_share(words, one.span)]
    told = [(relative, one.span.text) for one in shares]
    if unit == "%":
        told += [(difference, one.span.text) for one in figures_said(words, "pp", change=True)]
        told += [(difference, "")] if shares else []  # per cent said for percentage points
    else:
        counts = figures_said(words, unit, change=True)
        told += [(difference, one.span.text) for one in counts if one.changed or is_moved(words, one.span)]
    formulas = [FoundFormula(expression=it, cells=ends, figure=figure, certain=certain) for it, figure in told]
    formulas += _of_levels(words, ends, certain=certain)
    yield from formulas or [FoundFormula(expression=difference, cells=ends, figure="", certain=certain)]


def _of_levels(words: str, ends: tuple[FoundCell, ...], *, certain: bool) -> Iterator[FoundFormula]:
    """Yield where a change leads ("to 34,000"), told by where it came from; and that, where the claim says it, too."""
    later, earlier = ends
    levels = levels_said(words, later.unit)
    if levels is None:
        return
    since, to = levels
    sure = certain or (to.fits(later.value) and since.fits(earlier.value))
    whole = f"{earlier.cell}+({later.cell}-{earlier.cell})"
    yield FoundFormula(expression=whole, cells=ends, figure=to.span.text, certain=sure)
    if not since.fits(earlier.value):
        back = f"{later.cell}+({earlier.cell}-{later.cell})"  # both years of the claim have to be cited
        yield FoundFormula(expression=back, cells=(earlier, later), figure=since.span.text, certain=certain)


def _pairs_in_time(words: str, cells: Sequence[Named]) -> list[_Pair]:
    """Return the cells of one series at the two times that a claim names, or in its year and the one before."""
    series: dict[tuple[frozenset[str], ...], list[Named]] = defaultdict(list)
    for one in cells:
        if one.when != (0, 0):
            series[one.of].append(one)
    told = (_ends_of(words, group) for group in series.values())
    pairs = [(earlier, later) for earlier, later in filter(None, told)]
    both = len(years_in(words)) > 1 or _YEAR_BEFORE.search(words) is not None or _share_year(pairs)
    return _likeliest(pairs, certain=both)


def _share_year(pairs: Sequence[tuple[Named, Named]]) -> bool:
    """Whether the two times are months of one year, which the claim has both named."""
    return bool(pairs) and all(one.when[0] == other.when[0] for one, other in pairs)


def _ends_of(words: str, group: Sequence[Named]) -> tuple[Named, Named] | None:
    """Return the earlier and the later cell of a series; None where there are others, or either is there twice."""
    by_time: dict[When, Named] = {one.when: one for one in group}
    between = _FROM_TO.search(words)
    if between and len(by_time) > 2:  # noqa: PLR2004 - a year beside the two: "the most since 2010"
        ends = (int(between["first"]), int(between["last"]))
        by_time = {when: one for when, one in by_time.items() if when[0] in ends}
    if len(by_time) != 2 or len(by_time) != len([one for one in group if one.when in by_time]):  # noqa: PLR2004
        return None
    earlier, later = sorted(by_time)
    return by_time[earlier], by_time[later]


def _pairs_of_two(words: str, cells: Sequence[Named]) -> list[_Pair]:
    """Return the cells of two places, or two of anything, that a claim holds against one another."""
    if not _COMPARED.search(words) or len(years_in(words)) > 1:
        return []
    named = [one for one in cells if one.whole and str(one.when[0] or "") in ("", *years_in(words))]
    pairs: list[tuple[Named, Named]] = []
    for axis in (0, 1):
        groups: dict[tuple[object, ...], list[Named]] = defaultdict(list)
        for one in named:
            if len(one.of) > 1 and one.of[axis]:
                groups[(one.of[1 - axis], one.when)].append(one)
        two = (group for group in groups.values() if len(group) == 2)  # noqa: PLR2004 - this and that
        for one, other in two:
            if one.of[axis] != other.of[axis]:
                places = sorted((one, other), key=lambda it: _place(words, it.of[axis]))
                pairs.append((places[1], places[0]))
    return _likeliest(pairs, certain=True)


def _place(words: str, stems: frozenset[str]) -> int:
    """Return where a claim names something first."""
    return min((word.start for word in split_words(words) if word.stem in stems), default=len(words))


def _likeliest(pairs: Sequence[tuple[Named, Named]], *, certain: bool) -> list[_Pair]:
    """Return the pairs that most words of the claim name, those named wholly before others."""
    named = [(one.whole and other.whole, min(one.words, other.words), one, other) for one, other in pairs]
    best = max((it[:2] for it in named), default=None)
    kept = [(one, other) for whole, count, one, other in named if (whole, count) == best]
    alone = certain and len(kept) == 1 and best is not None and best[0] and best[1] > 0
    return [_Pair(one, other, alone) for one, other in kept]


def _shares(reading: Reading, cells: Sequence[Named]) -> Iterator[FoundFormula]:
    """Yield parts of a total, where a claim says a share of something."""
    words, table = reading.words, reading.table
    said = [one for one in figures_said(words, "%", change=False) if is_share(words, one.span) and not one.changed]
    told = [(part, whole) for part in _meant(words, cells) for whole in cells if said and _is_of(part, whole)]
    for part, whole in told:
        found = _cells_at(table, part, whole)
        for one in said if found and found[0].unit != "%" else ():
            expression = f"{found[0].cell}/{found[1].cell}*100"
            certain = len(told) == 1 and part.whole
            yield FoundFormula(expression=expression, cells=found, figure=one.span.text, certain=certain)


def _is_of(part: Named, whole: Named) -> bool:
    """Whether a cell is the total that another is a part of: in its column or in its row, and of the same time."""
    if part.when != whole.when or len(part.of) != len(whole.of):
        return False
    same = [one == other for one, other in zip(part.of, whole.of, strict=True)]
    apart = [at for at, is_same in enumerate(same) if not is_same]
    return len(apart) == 1 and whole.is_total[apart[0]] and not part.is_total[apart[0]]


def _meant(words: str, cells: Iterable[Named]) -> list[Named]:
    """Return the cells of the claim's own year that most of its words name, those named wholly before others."""
    years = years_in(words)
    own = [one for one in cells if not one.when[0] or (str(one.when[0]) in years and len(years) == 1)]
    best = max(((one.whole, one.words) for one in own), default=None)
    return [one for one in own if best and (one.whole, one.words) == best and one.words]


def _ranks(reading: Reading, cells: Sequence[Named]) -> Iterator[FoundFormula]:
    """Yield the rank of a cell among those of its column, without totals, where a claim says one."""
    said = [*ranks_in(reading.words)]
    meant = [one for one in _meant(reading.words, cells) if one.of[0] and not one.is_total[0]] if said else []
    for one in meant:
        found = _cells_at(reading.table, one)
        among = _column_of(reading.table, one)
        if not found or len(among) < 2:  # noqa: PLR2004 - a rank among several
            continue
        name = column_name(one.column)
        lowest = ", 1" if said[0].unit == "rank from the lowest" else ""
        expression = f"RANK({found[0].cell}, {name}{among[0]}:{name}{among[-1]}{lowest})"
        certain = len(meant) == len(said) == 1 and one.whole
        yield FoundFormula(expression=expression, cells=found, figure=said[0].span.text, certain=certain)


def _column_of(table: Table, one: Named) -> range:
    """Return the rows with figures around a cell in its column, up to a total or a gap."""
    first = last = one.row
    while first > 1 and _is_ranked(table, one.column, first - 1):
        first -= 1
    while last < len(table.rows) and _is_ranked(table, one.column, last + 1):
        last += 1
    return range(first, last + 1)


def _is_ranked(table: Table, column: int, row: int) -> bool:
    labels = table.labels(column, row)
    return is_figure(table.cell(column, row), column) and len(labels) > 1 and not names_total(labels[0])
