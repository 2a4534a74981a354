"""The filter: a row a field, left and right change it, Enter applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from textual.widget import Widget

from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.filtering import EVIDENCE, NO_VERDICT, NOBODY, STATUSES, Filter, checkers, claimants
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import STATES
from factcheck.tui.state import Desk


class FilterDialog(Choice):
    """Chooses which claims are shown."""

    hints = (("h l", "change"), ("/", "text"), ("Enter", "apply"), ("Backspace", "show all"), ("Esc", "close"))
    title_line = line(Piece("Show only claims with", Role.STRONG))
    field_height = 1
    label = "text in the claim (/)"

    def __init__(self, desk: Desk, apply: Callable[[Filter], object]) -> None:
        super().__init__()
        self._wanted = desk.filter
        self._apply = apply
        ratings = [rating.id for rating in desk.bench.ratings]
        self.options: dict[str, tuple[str, ...]] = {
            "status": tuple(map(str, STATUSES)),
            "verdict": ("", NO_VERDICT, *ratings),
            "evidence": EVIDENCE,
            "claimant": ("", *claimants(desk.rows)),
            "assigned": ("", *checkers(desk.rows, desk.bench.user), NOBODY),
            "article": ("", *(article.id for article in desk.articles)),
        }
        self._titles = {article.id: article.title for article in desk.articles}

    def fields(self) -> Iterable[Widget]:
        """The text to look for."""
        return [SafeInput(self._wanted.text, placeholder="any")]

    def count(self) -> int:
        """One row a field."""
        return len(self.options)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """The field and its value."""
        name = list(self.options)[row]
        value = getattr(self._wanted, name)
        shown = f"{value} {self._titles[value]}" if name == "article" and value else value
        means = STATES.get(value, "") if name == "status" else ""
        return [
            line(
                Piece(f"{name:<10}", Role.DIM),
                Piece(row_text(shown) or "any", Role.STRONG if value else Role.TEXT),
                Piece(f"  {means}" if means else "", Role.DIM),
            )
        ]

    def pressed(self, key: str) -> bool:
        """Left and right change the field; Enter applies; Backspace shows all."""
        if self.is_typing and key in {"up", "down", "tab", "shift+tab"}:
            self.body.focus()
        elif self.is_typing:
            return False
        elif key in {"l", "right", "space"}:
            self._turn(1)
        elif key in {"h", "left"}:
            self._turn(-1)
        elif key in {"slash", "tab"}:
            self.query_one("#field").focus()
        elif key == "enter":
            self.on_input_submitted()
        elif key in {"backspace", "delete"}:
            self._apply(Filter())
            self.dismiss()
        else:
            return False
        return True

    def on_input_submitted(self) -> None:
        """Apply."""
        self._apply(replace(self._wanted, text=self.query_one("#field", SafeInput).value.strip()))
        self.dismiss()

    def _turn(self, steps: int) -> None:
        name = list(self.options)[self.cursor]
        options = self.options[name]
        place = options.index(getattr(self._wanted, name)) if getattr(self._wanted, name) in options else 0
        self._wanted = replace(self._wanted, **{name: options[(place + steps) % len(options)]})
        self.body.repaint_row(self.cursor)
