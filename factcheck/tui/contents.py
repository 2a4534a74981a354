"""What each part of the screen shows, at the size that it has.

What shows a claim with its evidence is imported when it is first shown: the first paint does without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.tui.keys import PASSAGE
from factcheck.tui.pieces import Line, Piece, Role, cut_lines, line, wrap
from factcheck.tui.places import CLAIM, SOURCE, TEXT_WIDTH, WHY
from factcheck.tui.reading import reading_lines
from factcheck.tui.rows import CHECKED_BEFORE, RowLook, claim_rows, evidence_rows

if TYPE_CHECKING:
    from factcheck.domain import Evidence
    from factcheck.tui.review import ReviewScreen


class Contents:
    """The lines of each part. `screen` tells the sizes; `named` gives the label of a rating."""

    def __init__(self, screen: ReviewScreen, named: Callable[[str], str]) -> None:
        self._screen = screen
        self._desk = screen.desk
        self._named = named
        self._letters = {rating.id: rating.letter for rating in screen.desk.bench.ratings}

    def article_lines(self, width: int) -> Sequence[Line]:
        """The article as it reads, with its claims in place."""
        desk, article, here = self._desk, self._desk.article, self._desk.selected
        if article is None or here is None:
            return []
        room = min(width, TEXT_WIDTH)
        return reading_lines(article, desk.rows_of_article(), here, self._letters, room, blind=desk.blind)

    def claim_row(self, position: int, width: int) -> Sequence[Line]:
        """The lines of a claim in the list."""
        desk = self._desk
        digits = max(2, len(str(desk.total)))  # of all: rows that are read later stand below the first ones
        look = RowLook(digits=digits, more=desk.more_marks, blind=desk.blind, article=len(desk.articles) > 1)
        row = desk.row(position)
        letters = self._letters | {"": CHECKED_BEFORE} if row.id in desk.before else self._letters
        return claim_rows(row, letters, width, look, tall=self._screen.is_beside)

    def evidence_row(self, position: int, width: int) -> Sequence[Line]:
        """The lines of a piece of evidence in the list."""
        view = self._desk.view
        if view is None or position >= len(view.evidence):
            return []
        tall = self._screen.is_apart
        item, blind = view.evidence[position], self._desk.blind
        return evidence_rows(item, view, width, blind=blind, tall=tall)

    def no_evidence(self, width: int) -> Sequence[Line]:
        """What stands there where a claim has none, and which key or command finds some."""
        from factcheck.tui import panes

        if self._desk.rows and self._desk.view is None:
            return wrap(line(Piece("It cannot be read now: the last line says why.", Role.DIM)), width)
        return panes.no_evidence_lines(self._desk.view, min(width, TEXT_WIDTH))

    def claim_lines(self, width: int) -> Sequence[Line]:
        """The claim in view, as much of it as there is room for."""
        from factcheck.tui import claim_pane

        view = self._desk.view
        height = self._screen.lines[CLAIM].size.height
        if view is None or not height:
            return []
        room = min(width, TEXT_WIDTH)
        return claim_pane.claim_strip(view, room, height, self._named, self._desk.facets, blind=self._desk.blind)

    @property
    def is_cut(self) -> bool:
        """Whether there is more of the claim than is shown."""
        from factcheck.tui import claim_pane

        view, size = self._desk.view, self._screen.lines[CLAIM].size
        if view is None or not size.height:
            return False
        room, limit = min(size.width - 2, TEXT_WIDTH), size.height + 1
        named, facets = self._named, self._desk.facets
        return len(claim_pane.claim_lines(view, room, named, facets, limit, blind=self._desk.blind)) > size.height

    def passage_lines(self, width: int) -> Sequence[Line]:
        """The passage of the evidence in focus, in full."""
        from factcheck.tui import panes

        item, view = self._desk.evidence, self._desk.view
        if item is None or view is None:
            return panes.no_passage_lines(min(width, TEXT_WIDTH))
        apart = self._screen.has(WHY)
        return panes.full_passage(item, min(width, TEXT_WIDTH), view, blind=self._desk.blind, apart=apart)

    @property
    def passage_place(self) -> tuple[int, int, int]:
        """The first line in sight, how many are, and how many there are."""
        shown = self._screen.lines[PASSAGE]
        return shown.scroll_offset.y, shown.size.height, len(shown.text)

    def why_lines(self, width: int) -> Sequence[Line]:
        """Why the evidence was found and what speaks for its stance, as much as there is room for."""
        from factcheck.tui import panes

        height = self._screen.lines[WHY].size.height
        item = self._desk.evidence
        if item is None or not height:
            return []
        room = min(width, TEXT_WIDTH)
        if not self._screen.is_apart:
            return panes.strip_lines(item, room, height, blind=self._desk.blind)
        return cut_lines(self._all_why(item, room, height + 1), height, room)

    def _all_why(self, item: Evidence, width: int, limit: int) -> list[Line]:
        from factcheck.tui import panes

        why = panes.why_lines(item, width, blind=self._desk.blind, limit=limit)
        return why if self._screen.is_wide else [*why, *panes.source_lines(item, width, limit)]

    def source_lines(self, width: int) -> Sequence[Line]:
        """Where the evidence is from, as much as there is room for."""
        from factcheck.tui import panes

        item, height = self._desk.evidence, self._screen.lines[SOURCE].size.height
        room = min(width, TEXT_WIDTH)
        return cut_lines(panes.source_lines(item, room, height + 1), height, room) if item and height else []

    @property
    def is_why_cut(self) -> bool:
        """Whether there is more of the reasons than is shown."""
        item, size = self._desk.evidence, self._screen.lines[WHY].size
        room, limit = min(size.width - 2, TEXT_WIDTH), size.height + 1
        return item is not None and bool(size) and len(self._all_why(item, room, limit)) > size.height

    @property
    def is_source_cut(self) -> bool:
        """Whether there is more of the source than is shown."""
        from factcheck.tui import panes

        item, size = self._desk.evidence, self._screen.lines[SOURCE].size
        room, limit = min(size.width - 2, TEXT_WIDTH), size.height + 1
        return item is not None and bool(size) and len(panes.source_lines(item, room, limit)) > size.height
