"""What the screen stands on, without a screen: rows, filter, order, search, selection, and the claim in view.

Reads through the workbench; decisions are in `decisions.py`. Everything that is on screen can be asked for here, so
most tests need no terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimSummary, ClaimView, Event, Evidence
from factcheck.errors import StateError
from factcheck.reports.marks import is_conflicting
from factcheck.review.hand import claims_of
from factcheck.review.kinds import LISTING
from factcheck.tui.ahead import FIRST_ROWS
from factcheck.tui.drafts import drafts_of, follow
from factcheck.tui.filtering import (
    Filter,
    Order,
    chosen,
    holds,
    is_to_do,
    is_undecided,
    words_of_evidence,
    words_of_row,
)
from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE
from factcheck.tui.mine import Mine
from factcheck.tui.news import News
from factcheck.tui.reading import ArticleText
from factcheck.tui.remembered import Place
from factcheck.tui.rows import more_marks
from factcheck.workbench import Workbench
from factcheck.workbench.meeting import standing

if TYPE_CHECKING:
    from factcheck.stance.matrix.facets import FacetMatrix

PANES = (CLAIMS, EVIDENCE, PASSAGE)

Coming = Callable[[], Iterator[ClaimSummary]]
"""Gives the first rows of the claim list."""

MOST_FOLLOWED = 50
"""Claims of others' decisions that are read again at once: about 50 ms. Beyond, the reviewer reads the list again."""


class Desk:
    """One reviewer's desk: the claims of a workspace, and the one that is looked at."""

    def __init__(self, bench: Workbench, *, coming: Coming | None = None, blind: bool = False) -> None:
        self.bench = bench
        self.blind = blind or bench.settings.values.workbench.blind
        """Whether suggestions are hidden."""
        self.filter = Filter()
        self.order = Order.ARTICLE
        self.pane = CLAIMS
        self.reading = False
        """Whether the claims are shown in the text of their article."""
        self.searched: dict[str, str] = {}
        self.drafts = drafts_of(bench)
        self.articles: tuple[ArticleSummary, ...] = ()
        self.rows: list[ClaimSummary] = []
        self.visible: list[int] = []
        self.cursor = 0
        self._piece = ("", 0)
        self.saved = ""
        self.last = ""
        self.away = ""
        """Why the workspace could not be read last, in words; "" where it can be."""
        self.undoable = False
        """Whether `last` is a decision that undo takes back."""
        self.before: frozenset[str] = frozenset()
        """Claims (ids) without a verdict of which something was checked before in another article."""
        self._seen = 0
        self._others: dict[str, Event] = {}
        self._counts: tuple[int, int, int] | None = None
        self._mine = Mine(bench)
        self._more_marks: int | None = None
        self._view: ClaimView | None = None
        self._facets: tuple[ClaimView, FacetMatrix] | None = None
        self._article: ArticleText | None = None
        self._index: dict[str, int] = {}
        self.is_complete = False
        """Whether all rows have been read."""
        self.load(coming or (lambda: bench.summaries(first=FIRST_ROWS)))

    # --- the claims ---------------------------------------------------------------------------------------------------

    def load(self, coming: Coming | None = None) -> None:
        """Read all rows again, or the first few, which are `coming`; the selection stays where it was."""
        kept = self.selected
        latest = self.bench.store.last_event()
        self._seen = latest.seq if latest else 0
        self._others = {}
        self.rows = list((coming or self.bench.summaries)())
        self.articles = self.bench.articles()
        self.is_complete = coming is None or len(self.rows) < FIRST_ROWS
        self._index = {row.id: place for place, row in enumerate(self.rows)}
        self._view = self._article = None
        self._count_anew()
        self._arrange(kept.id if kept else "")
        follow(self.drafts, self._index, bench=self.bench)

    def take(self, rows: Iterable[ClaimSummary]) -> None:
        """Go on with the rest of all rows. Those that are there stay as they are: nothing changes its place."""
        if self.is_complete:
            return
        before = len(self.rows)
        self.rows.extend(row for row in rows if row.id not in self._index)
        self._index |= {row.id: place for place, row in enumerate(self.rows[before:], start=before)}
        self.visible.extend(range(before, len(self.rows)))
        self._count_anew()
        self.is_complete = True

    def news(self) -> News | None:
        """Read again the rows of claims that others decided on since; None where there is nothing new.

        The claim in view stays as it was shown, and says so (`overtaken`): who signs, signs what they saw.
        """
        events = list(self.bench.store.decided_since(self._seen, self.bench.user))
        if not events:
            return None
        self._seen = events[-1].seq
        claims = {claim: event for event in events for claim in claims_of(event) if claim in self._index}
        self._others |= claims
        followed = list(claims)[:MOST_FOLLOWED]
        for claim in followed:
            self._put(self._index[claim], self.bench.claim(claim).summary)
        numbers = sorted(self.rows[self._index[claim]].number for claim in followed)
        changed = any(event.kind in LISTING for event in events) or len(claims) > len(followed)
        return News(decisions=len(events), claims=tuple(numbers), reads_again=changed or self.overtaken is not None)

    def held_anew(self) -> bool:
        """Look who holds the claim in view, which no decision tells; tell whether that changed."""
        view = self._view
        lock = standing(self.bench.store, self.bench.now, view.claim.id) if view else None
        if view is None or lock == view.lock:
            return False
        self._view = replace(view, lock=lock)
        return True

    @property
    def overtaken(self) -> Event | None:
        """What somebody else decided on the claim in view since it was shown."""
        view = self._view
        event = self._others.get(view.claim.id) if view else None
        return event if event and view and event.seq > view.state.seq else None

    @property
    def total(self) -> int:
        """How many claims there are, read or not."""
        return sum(article.claims for article in self.articles)

    def _complete(self) -> None:
        if not self.is_complete:
            self.take(self.bench.summaries())

    @property
    def selected(self) -> ClaimSummary | None:
        """The claim under the cursor."""
        return self.rows[self.visible[self.cursor]] if self.visible else None

    def row(self, position: int) -> ClaimSummary:
        """Return the claim shown at a position of the list."""
        return self.rows[self.visible[position]]

    def move(self, steps: int) -> bool:
        """Move the cursor, stopping at the ends; tell whether it moved."""
        return self.select(self.cursor + steps)

    def select(self, position: int) -> bool:
        """Put the cursor at a position of the list, or the nearest there is; tell whether it moved."""
        before = self.cursor
        if position >= len(self.visible):
            self._complete()
        self.cursor = max(0, min(position, len(self.visible) - 1))
        return self.cursor != before

    def go_to(self, claim: str) -> None:
        """Select a claim; if the filter hides it, the filter goes."""
        self._complete()
        index = self._index.get(claim)
        if index is None:
            return
        if index not in self.visible:
            self.filter = Filter()
            self._arrange("")
        self.select(self.visible.index(index))

    def go_to_do(self, direction: int) -> bool:
        """Select the next claim whose next step is this user's, in one direction; tell whether there is one."""
        self._complete()
        mine = self._mine.among(self.rows)
        return self._go_where(lambda row: row.id in mine, direction)

    def go_to_undecided(self) -> bool:
        """Select the next claim without a verdict or waiver; tell whether there is one."""
        return self._go_where(is_undecided, 1)

    def _go_where(self, fits: Callable[[ClaimSummary], bool], direction: int) -> bool:
        self._complete()
        positions = range(self.cursor + 1, len(self.visible)) if direction > 0 else range(self.cursor - 1, -1, -1)
        for position in positions:
            if fits(self.row(position)):
                return self.select(position)
        return False

    def set_filter(self, wanted: Filter) -> None:
        """Show only the claims that fit."""
        self.filter = wanted
        self._arrange_keeping()

    def sort(self) -> Order:
        """Take the next order."""
        self.order = self.order.following
        self._arrange_keeping()
        return self.order

    def _arrange_keeping(self) -> None:
        self._complete()
        kept = self.selected
        self._arrange(kept.id if kept else "")

    def _arrange(self, claim: str) -> None:
        self.visible = chosen(self.rows, self.filter, self.order)
        index = self._index.get(claim)
        place = self.visible.index(index) if index is not None and index in self.visible else self.cursor
        self.cursor = max(0, min(place, len(self.visible) - 1))

    @property
    def place(self) -> Place | None:
        """Where the reviewer is, to go on there next time."""
        row = self.selected
        return Place(claim=row.id, pane=self.pane, order=str(self.order), reading=self.reading) if row else None

    def restore(self, place: Place) -> None:
        """Go on where a reviewer was, as far as that is still there."""
        if place.order in list(Order):
            self.order = Order(place.order)
            self._arrange_keeping()
        self.reading = place.reading
        self.pane = place.pane if place.pane in PANES else CLAIMS
        self.go_to(place.claim)

    # --- the article --------------------------------------------------------------------------------------------------

    @property
    def article(self) -> ArticleText | None:
        """The article of the selected claim, read when first asked for."""
        row = self.selected
        if row is None:
            return None
        revision = next(article.revision for article in self.articles if article.id == row.article)
        if self._article is None or self._article.revision != revision:
            bench = self.bench
            self._article = ArticleText(revision, bench.revision(revision).text, bench.sentences(revision))
        return self._article

    @property
    def article_summary(self) -> ArticleSummary | None:
        """The row of the article of the selected claim; of the first article where no claim is selected."""
        row = self.selected
        return next((one for one in self.articles if row is None or one.id == row.article), None)

    def rows_of_article(self) -> list[ClaimSummary]:
        """Return the listed claims of the article of the selected claim."""
        self._complete()
        row = self.selected
        return [other for other in self.rows if row and other.article == row.article]

    # --- the claim in view --------------------------------------------------------------------------------------------

    @property
    def view(self) -> ClaimView | None:
        """The selected claim with its evidence, read when first asked for; None where it cannot be read (`away`)."""
        row = self.selected
        if row is None:
            return None
        if self._view is None or self._view.summary.id != row.id:
            self._view = None
            try:
                self._view = self.bench.claim(row.id)
                self.away = ""
                self.select_evidence(self.evidence_cursor)  # there may be less of it than when it was read last
            except StateError as error:  # a disk or a share that went away, and may come back
                self.away = str(error)
        return self._view

    @property
    def facets(self) -> FacetMatrix | None:
        """What is covered of the claim in view, and its gaps; None where there is none or suggestions are hidden."""
        view = self.view
        if view is None or self.blind:
            return None
        from factcheck.workbench.facets import facets_of  # the first paint does without

        if self._facets is None or self._facets[0] is not view:
            self._facets = view, facets_of(view)
        return self._facets[1]

    @property
    def evidence_cursor(self) -> int:
        """The position in the evidence of the selected claim: of another claim it begins at the top."""
        claim, position = self._piece
        return position if self.selected and self.selected.id == claim else 0

    @property
    def evidence(self) -> Evidence | None:
        """The piece of evidence under the cursor."""
        view = self.view
        return view.evidence[self.evidence_cursor] if view and self.evidence_cursor < len(view.evidence) else None

    def move_evidence(self, steps: int) -> bool:
        """Move the cursor among the evidence; tell whether it moved."""
        return self.select_evidence(self.evidence_cursor + steps)

    def select_evidence(self, position: int) -> bool:
        """Put the evidence cursor at a position, or the nearest there is; tell whether it moved."""
        before = self.evidence_cursor
        view = self.view
        if view:
            self._piece = view.claim.id, max(0, min(position, len(view.evidence) - 1))
        return self.evidence_cursor != before

    def refresh(self, claim: str) -> None:
        """Read one claim again, after a decision."""
        view = self.bench.claim(claim)
        index = self._index.get(claim)
        if index is not None:
            self._put(index, view.summary)
        if self.selected and self.selected.id == claim:
            self._view = view
            self.select_evidence(self.evidence_cursor)

    # --- counts and search --------------------------------------------------------------------------------------------

    def counts(self) -> tuple[int, int, int, int]:
        """Count the claims: all, signed, with conflicts, and those whose next step is this user's.

        Kept, as each move of the cursor shows them.
        """
        if self._counts is None:
            open_ones = sum(map(is_to_do, self.rows))
            conflicts = 0 if self.blind else sum(map(is_conflicting, self.rows))
            self._counts = len(self.rows), len(self.rows) - open_ones, conflicts
        return (*self._counts, len(self._mine.among(self.rows)))

    def _count_anew(self) -> None:
        self._counts = self._more_marks = None
        self._mine.forget()

    def _put(self, index: int, row: ClaimSummary) -> None:
        """Put a row in the place of the one before it, and count what it changes: a stance must not count 10,000."""
        before, self.rows[index] = self.rows[index], row
        if self._counts is not None:
            total, signed, conflicts = self._counts
            signed += is_to_do(before) - is_to_do(row)
            conflicts += 0 if self.blind else is_conflicting(row) - is_conflicting(before)
            self._counts = total, signed, conflicts
        self._mine.changed(row)
        was, marks = len(more_marks(before)), len(more_marks(row))
        if self._more_marks is not None and was == self._more_marks > marks:
            self._more_marks = None  # it may have been the only one
        elif self._more_marks is not None:
            self._more_marks = max(self._more_marks, marks)

    @property
    def more_marks(self) -> int:
        """How many marks that few claims have stand at one claim at most. Kept, as each row that is painted asks."""
        if self._more_marks is None:
            self._more_marks = max(map(len, map(more_marks, self.rows)), default=0)
        return self._more_marks

    def title(self) -> str:
        """Name what is on the desk: the article of the selected claim."""
        row = self.selected
        named = {article.id: article.title or article.path for article in self.articles}
        return named.get(row.article, "") if row else ""

    def places(self, text: str, pane: str) -> list[int]:
        """Return the positions in a list where a text is found (the passage pane searches its own lines)."""
        if not text:
            return []
        if pane == CLAIMS:
            self._complete()
            return [p for p, i in enumerate(self.visible) if holds(words_of_row(self.rows[i]), text)]
        if pane == EVIDENCE and self.view:
            return [p for p, e in enumerate(self.view.evidence) if holds(words_of_evidence(e), text)]
        return []

    def blockers(self) -> tuple[str, ...]:
        """Say what keeps this user from signing the claim in view."""
        return self.bench.blockers(self.view.claim.id) if self.view else ()
