"""Commands of the checker's hand on the list of claims: each asks in a form, and shows what stands there after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.tui.commands.stepping import Stepping
from factcheck.tui.with_keys import with_keys

if TYPE_CHECKING:
    from factcheck.domain import ClaimView
    from factcheck.tui.dialogs.form import Form
    from factcheck.tui.edits import Edits
    from factcheck.workbench.edited import Edited


class Editing(Stepping):
    """Commands that edit the list of claims."""

    def split(self) -> None:
        self._ask(self._edits.split)

    def join(self) -> None:
        self._ask(self._edits.join)

    def bounds(self) -> None:
        self._ask(self._edits.bounds)

    def claimant(self) -> None:
        self._ask(self._edits.claimant)

    def said_on(self) -> None:
        self._ask(self._edits.said_on)

    def remove_claim(self) -> None:
        self._ask(self._edits.remove)

    def add_claim(self) -> None:
        article = self.desk.article_summary
        if article is None:
            self.app.tell("there is no article here")
        else:
            self.open_form(self._edits.add(article))

    @property
    def _edits(self) -> Edits:
        from factcheck.tui.edits import Edits

        return Edits(self.decisions, self._edited)

    def _ask(self, make: Callable[[ClaimView], Form]) -> None:
        if view := self._view():
            self.open_form(make(view))

    def _edited(self, edited: Edited, what: str) -> None:
        """Read the list again, go to what stands there now, and tell what a person should know."""
        self.desk.load()
        if edited.claims:
            self.desk.go_to(edited.claims[0].id)
        numbers = ", ".join(str(row.number) for row in edited.claims)
        stays = not edited.gone and what.startswith("claim ")  # it is the claim that it was, and was named
        self.decisions.done("", f"{what}: now claim {numbers}" if numbers and not stays else what)
        self.screen.show_all()
        if edited.remarks:
            self.app.show_message("What to know of this edit", *map(with_keys, edited.remarks))
