"""The columns of the table for a terminal: what stands in a cell, how wide a column is, what it is cut to."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial

from factcheck.domain import CitedStatus, ClaimSummary, Rating, ReviewState
from factcheck.reports.about import About
from factcheck.reports.cells import fit, shown_line, width
from factcheck.reports.columns import row_of
from factcheck.reports.marks import (
    MARKS,
    Marked,
    is_conflicting,
    is_waived_beside,
    marked,
    signature_mark,
    waits_for_words,
)
from factcheck.reports.ordering import Group, group_of
from factcheck.review.scale import letter_of

NARROW_WIDTH = 60
"""Below, claimant, date and evidence are left out, so that the claim itself has room."""
MINIMAL_WIDTH = 32
"""A table is never made narrower: below, a claim would have no room even so."""

CLAIMANT_SHARE = 6
"""A claimant gets at most one part in so many of the width (13 cells of 80: a name, not a title)."""

SOURCE_LOST = "^"
"""The mark of a verdict that rests on a source which has changed or is gone since, on every list."""
CITED_LOST = "%"
"""The mark of a claim for which a source that the writer cites gave no page when it was asked last."""
WAIVED_MARK = MARKS[ReviewState.WAIVED][0]
"""The mark of a claim that needs no verdict: its state's own, and behind that of any other state."""
REWORDED = "/"
"""The mark of a claim for which another wording is open, or decided and not in the text."""
RATED_BEFORE = "&"
"""The mark of a claim whose verdict is of the words before, which the article does not have any more."""
UNSEARCHED = "-"
"""In place of how many origins bear on a claim: nobody looked for any yet, so that none is not "nothing found"."""
UNLIMITED = 10**9
NARROWEST = 4
"""Cells that a column keeps where many are asked for: a letter and what says that it was cut."""
ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is laid out: `columns` wide, or with `wide` as wide as its longest claim.

    `about`: what it says of itself, where that is known; its own columns and groups, where they are asked for.
    """

    columns: int = 80
    wide: bool = False
    about: About | None = None

    @property
    def total(self) -> int:
        """The cells of a line."""
        return max(self.columns, MINIMAL_WIDTH)

    @property
    def group(self) -> Group | None:
        """What was asked to be put together."""
        return self.about.group if self.about else None


class Survey:
    """What the first look at all rows finds: which ratings they have, whether articles stand together, the groups."""

    def __init__(self, group: Group | None) -> None:
        self.ratings: dict[str, ClaimSummary] = {}
        """A row of each rating, by its id and what it was called."""
        self.lost = self.cited_lost = self.unjudged = self.conflicting = self.rated = self.unsearched = False
        self.signatures: set[str] = set()
        """The marks of the states that are shown."""
        self.in_runs = True
        """Whether the claims of each article stand together, so that one heading serves them."""
        self.groups: Counter[str] = Counter()
        self._kinds: set[Marked] = set()
        self._group = None if group is Group.ARTICLE else group
        self._seen: set[str] = set()
        self._last = ""

    @property
    def needs_article(self) -> bool:
        """Whether a row has to say of which article it is: no heading does, and there are several."""
        return len(self._seen) > 1 if self._group else not self.in_runs

    def look_at(self, rows: Iterable[ClaimSummary]) -> None:
        """Take some rows into account."""
        for row in rows:
            if (kind := marked(row)) not in self._kinds:
                self._kinds.add(kind)
                self._note_marks(row)
            self.unsearched = self.unsearched or row.is_unsearched
            if row.article != self._last:
                self.in_runs = self.in_runs and row.article not in self._seen
                self._seen.add(row.article)
                self._last = row.article
            if self._group:
                self.groups[group_of(row, self._group)] += 1

    def _note_marks(self, row: ClaimSummary) -> None:
        if row.rating:
            self.ratings.setdefault(f"{row.rating}\n{row.rating_letter}\n{row.rating_label}", row)
        self.unjudged = self.unjudged or not row.rating
        self.conflicting = self.conflicting or is_conflicting(row)
        self.rated = self.rated or bool(row.rated)
        self.signatures.add(signature_mark(row))
        if is_waived_beside(row):
            self.signatures.add(WAIVED_MARK)
        self.lost = self.lost or row.source_state is not None
        self.cited_lost = self.cited_lost or row.cited_source is CitedStatus.UNREACHABLE


MOST_TEXTS = 4096
"""Different texts of a column that are remembered at once: most columns say the same of many claims."""


@dataclass(slots=True, kw_only=True)
class Spec:
    """A column before its width is known: `text` of a row, at most `limit` cells. `measured`: its width is asked."""

    title: str
    text: Callable[[ClaimSummary], str]
    limit: int = UNLIMITED
    right: bool = False
    measured: bool = True
    widest: int = 0
    _texts: set[str] = field(default_factory=set)

    def look_at(self, rows: Iterable[ClaimSummary]) -> None:
        """Take the cells of some rows into account."""
        if not self.measured:
            return
        self._texts.update(map(self.text, rows))
        if len(self._texts) > MOST_TEXTS:
            self._measure()

    def width(self) -> int:
        """Return the cells that the column takes: as wide as its widest cell, but no wider than its limit."""
        self._measure()
        return min(self.limit, max(width(self.title), self.widest))

    def _measure(self) -> None:
        self.widest = max(self.widest, max(map(width, self._texts), default=0))
        self._texts.clear()


class Column:
    """A column whose width is known."""

    def __init__(self, spec: Spec, cells: int) -> None:
        self.title, self.width, self.right = spec.title, cells, spec.right
        self._text = spec.text
        fitted = partial(fit, cells=cells, right=spec.right)
        self._fit: Callable[[str], str] = lru_cache(MOST_TEXTS)(fitted) if spec.measured else fitted

    def cell(self, row: ClaimSummary) -> str:
        """Return the cell of a row, as wide as the column."""
        return self._fit(self._text(row))


def usual_specs(ratings: Sequence[Rating], layout: Layout) -> list[Spec]:
    """Return the columns of a list where none are asked for."""
    letters = {r.id: r.letter for r in ratings}
    marks: dict[Marked, str] = {}

    def mark(row: ClaimSummary) -> str:
        if (kind := marked(row)) not in marks:
            marks[kind] = _mark(row, letters)
        return marks[kind]

    claimant_limit = UNLIMITED if layout.wide else layout.total // CLAIMANT_SHARE
    specs = [
        Spec(title=ARTICLE, text=lambda row: _name(row.article, 8)),
        Spec(title="no", text=lambda row: str(row.number), right=True),
        Spec(title="mark", text=mark),
        Spec(title="evid.", text=origins),
        Spec(title="claimant", text=lambda row: _name(row.claimant, 100), limit=claimant_limit),
        Spec(title="said on", text=lambda row: short_date(row.said_on)),
    ]
    if not has_evidence(layout):
        specs = specs[:3]
    room = None if layout.wide else layout.total
    return [*specs, Spec(title="claim", text=lambda row: shown_line(row.verbatim, room), measured=layout.wide)]


def origins(row: ClaimSummary) -> str:
    """Return how many origins corroborate a claim and conflict with it; a mark where it was not searched yet."""
    return UNSEARCHED if row.is_unsearched else f"+{row.corroborates} -{row.conflicts}"


def has_evidence(layout: Layout) -> bool:
    """Tell whether the usual columns have room for claimant, date and evidence."""
    return layout.wide or layout.total >= NARROW_WIDTH


def chosen_specs(about: About, columns: Sequence[str]) -> list[Spec]:
    """Return the columns that were asked for; the last one takes what room is left."""

    def text(name: str) -> Callable[[ClaimSummary], str]:
        made = row_of(about, [name])

        def of(row: ClaimSummary) -> str:
            (cell,) = made(row)
            return "" if cell is None else shown_line(str(cell))

        return of

    return [Spec(title=name, text=text(name)) for name in columns]


def fitted(specs: Sequence[Spec], layout: Layout, survey: Survey) -> list[Column]:
    """Give each column its width: where a line is too short, the widest give way; what was not measured gets the rest.

    The article has a column of its own only where no heading names it.
    """
    if specs and specs[0].title == ARTICLE and not survey.needs_article:
        specs = specs[1:]
    widths = [spec.width() if spec.measured else 0 for spec in specs]
    room = layout.total - len(specs) + 1
    if all(spec.measured for spec in specs):
        while not layout.wide and sum(widths) > room and max(widths) > NARROWEST:
            widths[widths.index(max(widths))] -= 1
    else:
        widths[-1] = room - sum(widths)
    return [Column(spec, cells) for spec, cells in zip(specs, widths, strict=True)]


@lru_cache(4096)
def _name(text: str, limit: int) -> str:
    """Show the start of a name; claimants repeat down a list of ten thousand."""
    return shown_line(text, limit)


def _mark(row: ClaimSummary, letters: Mapping[str, str]) -> str:
    letter = letter_of(row, letters) if row.rating else " "
    conflict = "!" if is_conflicting(row) else " "
    return f"[{letter}]{conflict}{signature_mark(row)}{waived_mark(row)}{source_mark(row)}{wording_mark(row)}"


def waived_mark(row: ClaimSummary) -> str:
    """Return the mark of a claim that is waived, where its state does not say so."""
    return WAIVED_MARK if is_waived_beside(row) else ""


def wording_mark(row: ClaimSummary) -> str:
    """Return the mark of a claim that is rated in other words than it has, or for which others wait to be put in."""
    if row.rated:
        return RATED_BEFORE
    return REWORDED if waits_for_words(row) else ""


def source_mark(row: ClaimSummary) -> str:
    """Return the mark of a claim that rests on a source which was lost, or whose writer cites one that is."""
    if row.source_state:
        return SOURCE_LOST
    return CITED_LOST if row.cited_source is CitedStatus.UNREACHABLE else ""


@lru_cache(4096)
def short_date(iso: str) -> str:
    """Shorten an ISO 8601 date or interval: whole months and years by name, other intervals by their first day."""
    start, slash, end = iso.partition("/")
    if not slash:
        return shown_line(iso, 12)
    if start == "..":
        return f"..{end}"
    whole = _whole_period(start, end)
    return whole or f"{start}.."


def _whole_period(start: str, end: str) -> str:
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    days = calendar.monthrange(first.year, first.month)[1]
    whole_month = first.day == 1 and (last.year, last.month, last.day) == (first.year, first.month, days)
    return start[:7] if whole_month else ""
