"""Statistics for the desk: what was checked, how it came out, how long it took, what was corrected, on what."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Self

from factcheck.domain import Source
from factcheck.reports.about import Stamp
from factcheck.reports.cells import counted, fit, pad, shown_line, width
from factcheck.reports.claim_counts import Counts
from factcheck.reports.disclosure import badge, leaving

WIDEST_LABEL = 40
LONGEST_BAR = 40
"""Cells of a label, and of the longest bar beside it."""
NARROWEST_BAR = 8
_UNITS = ((86400, "d"), (3600, "h"), (60, "min"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How several lengths of time are spread, in seconds; `number`: of how many."""

    number: int
    least: float
    lower_quarter: float
    median: float
    upper_quarter: float
    most: float

    @classmethod
    def of(cls, lengths: Sequence[timedelta]) -> Self | None:
        """Return the spread of some lengths, None of none. Quartiles include both ends (Hyndman and Fan, type 7)."""
        seconds = sorted(length.total_seconds() for length in lengths)
        if not seconds:
            return None
        several = seconds * 2 if len(seconds) == 1 else seconds
        lower, median, upper = statistics.quantiles(several, n=4, method="inclusive")
        return cls(
            number=len(seconds),
            least=seconds[0],
            lower_quarter=lower,
            median=median,
            upper_quarter=upper,
            most=seconds[-1],
        )

    def __str__(self) -> str:
        if self.number == 1:
            return f"{length(self.median)} (1 claim)"
        middle = f"half of them {length(self.lower_quarter)} to {length(self.upper_quarter)}"
        ends = f"all {length(self.least)} to {length(self.most)}"
        return f"median {length(self.median)}, {middle}, {ends} ({counted(self.number, 'claim')})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relied:
    """A source that verdicts rest on, and how many claims have one that does."""

    source: Source
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStatistics:
    """The statistics of the articles that the stamp names.

    `states`, `verdicts`: claims in each, what is waived apart; `outcomes`: the same verdicts, what is signed apart from
    what is not; `signing`: from extraction to the sign-off that stands; `corrections`: what
    people corrected of what was extracted, by cause, and signatures that were taken back; `wordings`: claims by where
    another wording for them stands; `sources`: those most relied on, `sources_in_all` of how many.
    """

    stamp: Stamp
    counts: Counts
    states: Mapping[str, int]
    verdicts: Mapping[str, int]
    signing: Spread | None
    corrections: Mapping[str, int]
    sources: tuple[Relied, ...]
    sources_in_all: int
    wordings: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, int] = field(default_factory=dict)

    def leaving(self) -> DeskStatistics:
        """Return them without the paths of this machine and without what may not leave of a source."""
        return replace(self, sources=tuple(replace(one, source=_leaving(one.source)) for one in self.sources))


def statistics_lines(found: DeskStatistics, columns: int) -> Iterator[str]:
    """Yield tables with small bars, without newlines, none longer than the terminal is wide."""
    yield f"{counted(found.counts.claims, 'claim')} in {counted(len(found.stamp.articles), 'article')}"
    yield from _table("Review states", found.states, columns)
    yield from _table("Verdicts", found.outcomes, columns)
    yield ""
    yield "From extraction to sign-off"
    yield f"  {found.signing}" if found.signing else "  no claim is signed"
    yield from _table("Corrections by cause", found.corrections, columns)
    if found.wordings:
        yield from _table("Proposed wordings", found.wordings, columns)
    yield from _source_lines(found, columns)
    yield ""
    yield f"state: {found.stamp}"


def _source_lines(found: DeskStatistics, columns: int) -> Iterator[str]:
    title, left = "Sources that verdicts rest on (claims)", found.sources_in_all - len(found.sources)
    if left and not found.sources:
        yield from ("", title, f"  {counted(left, 'source')}, none named (--top)")
        return
    named = {f"{_named(one.source)}\0{one.source.id}": one.claims for one in found.sources}
    yield from _table(title, named, columns)
    if left:
        yield f"  and {left} more (--top)"


def _leaving(source: Source) -> Source:
    kept = leaving(source)
    return replace(kept if isinstance(kept, Source) else source, path="")


def length(seconds: float) -> str:
    """Return a length of time in words, in the unit that suits it."""
    for size, unit in _UNITS:
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} s"


def _named(source: Source) -> str:
    told = ", ".join(part for part in (source.title or source.path or source.id[:12], source.publisher) if part)
    mark = f"[{badge(source)}] " if badge(source) else ""
    return mark + shown_line(told)


def _table(title: str, counts: Mapping[str, int], columns: int) -> Iterator[str]:
    yield ""
    yield title
    shown = [(shown_line(name.partition("\0")[0]), number) for name, number in counts.items() if number]
    if not shown:
        yield "  none"
        return
    digits = max(len(str(number)) for _, number in shown)
    room = max(NARROWEST_BAR, columns - digits - NARROWEST_BAR - 4)
    label = min(WIDEST_LABEL, room, max(width(name) for name, _ in shown))
    bar = max(1, min(LONGEST_BAR, columns - label - digits - 4))
    most = max(number for _, number in shown)
    for name, number in shown:
        yield f"  {fit(name, label)} {pad(str(number), digits, right=True)} {'#' * max(1, bar * number // most)}"
