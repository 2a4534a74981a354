"""Commands that show a list beside the claims: what waits, what is stale, names, the article as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.tui.commands.editing import Editing

if TYPE_CHECKING:
    from factcheck.domain import ArticleSummary
    from factcheck.tui.dialogs.frame import Dialog
    from factcheck.tui.lists import Load


class Listing(Editing):
    """Commands of lists."""

    def queue(self) -> None:
        from factcheck.tui import lists

        user = self.desk.bench.user
        self._list(f"Next for {user}", lists.queued, f"nothing waits for {user}")

    def waiting(self) -> None:
        from factcheck.tui import lists

        self._list("Waiting for an answer", lists.waited_for, "nobody's answer is waited for")

    def to_review(self) -> None:
        from factcheck.tui import lists

        self._list("To review", lists.to_review, "nothing waits for a reviewer")

    def disputed(self) -> None:
        from factcheck.tui import lists

        self._list("Disputed", lists.disputed, "nothing is disputed", tall=3)

    def stale(self) -> None:
        from factcheck.tui.dialogs.lists import StaleDialog

        self._of_article(lambda article: StaleDialog(self.decisions, article))

    def names(self) -> None:
        from factcheck.tui.dialogs.lists import NamesDialog

        self._of_article(lambda article: NamesDialog(self.decisions, article))

    def removed(self) -> None:
        from factcheck.tui.dialogs.lists import RemovedDialog

        self.app.open_dialog(RemovedDialog(self.decisions, self._edited))

    def orphans(self) -> None:
        from factcheck.tui.dialogs.lists import OrphansDialog

        self._of_article(lambda article: OrphansDialog(self.decisions, article))

    def checked_before(self) -> None:
        from factcheck.tui import lists

        if view := self._view():
            title = f"Checked before: what says what claim {view.summary.number} says"
            self._list(title, lists.earlier(view.claim.id), "nothing in another article says this and has a verdict")

    def keys(self) -> None:
        from factcheck.tui.dialogs.keyring import KeysDialog

        self.app.open_dialog(KeysDialog(self.decisions))

    def erase(self) -> None:
        from factcheck.tui.dialogs.erasing import EraseDialog

        if view := self._view():
            self.app.open_dialog(EraseDialog(self.decisions, view))

    def article(self) -> None:
        from factcheck.tui.dialogs.article import ArticleDialog

        self._of_article(lambda article: ArticleDialog(self.decisions, article))

    def handover(self) -> None:
        from factcheck.tui import lists
        from factcheck.tui.dialogs.article import BesideReader

        self.app.open_dialog(BesideReader("Handover", lists.handover_lines))

    def _list(self, title: str, load: Load, nothing: str, *, tall: int = 2) -> None:
        from factcheck.tui.dialogs.listing import ClaimsDialog

        self.app.open_dialog(ClaimsDialog(title, load, nothing, tall=tall))

    def _of_article(self, make: Callable[[ArticleSummary], Dialog]) -> None:
        article = self.desk.article_summary
        if article is None:
            self.app.tell("there is no article here")
        else:
            self.app.open_dialog(make(article))
