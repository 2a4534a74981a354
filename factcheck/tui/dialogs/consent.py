"""Consent to fetch pages for a claim: the hosts that would be asked, each address, and the exact words that go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.reports.cells import counted
from factcheck.tui.dialogs.read_through import READ_ON, ReadThrough
from factcheck.tui.pieces import Line, Piece, Role, line, wrap

if TYPE_CHECKING:
    from factcheck.workbench.asking import Plan


class ConsentDialog(ReadThrough):
    """Shows what would go out; `y` agrees for this article, once all of it was on screen: nobody agrees unseen."""

    def __init__(self, plan: Plan, number: int, agreed: Callable[[], object], *, done: Callable[[], object]) -> None:
        super().__init__()
        self.plan = plan
        self.title_line = line(Piece(f"May this go out for claim {number} of this article?", Role.STRONG))
        self.hints = self._hints()
        self._agreed = agreed
        self._done = done

    def _hints(self) -> tuple[tuple[str, str], ...]:
        return (("y", "agree, and fetch" if self.was_read else READ_ON), ("Esc", "no: nothing is asked"))

    def more_was_read(self) -> None:
        """What `y` does changes with the last line."""
        self.hints = self._hints()
        self.show_hints(self.hints)

    def body_lines(self, width: int) -> Sequence[Line]:
        """Return hosts, words and addresses."""
        plan = self.plan
        told = [
            ("hosts that are asked: ", ", ".join(plan.hosts)),
            ("words that go out: ", ", ".join(plan.terms) or "none"),
            *(
                [("held back: ", f"{counted(plan.held_back, 'word')} of names that are withheld")]
                if plan.held_back
                else ()
            ),
            *([("not asked: ", f"{plan.left_out} addresses with names that are withheld")] if plan.left_out else ()),
            *([("keys that go out: ", plan.keys)] if plan.keys else ()),
            *(("cited: ", url) for url in plan.told),
            *(("search: ", plan.shown(url)) for url in plan.searches),
        ]
        return [
            part
            for what, value in told
            for part in wrap(line(Piece(what, Role.DIM), Piece(value)), width, indent=len(what))
        ]

    def pressed(self, key: str) -> bool:
        """`y` puts the consent on record, then goes on."""
        if key != "y":
            return False
        if self.was_read:
            self.attempt(self._agreed, self._go_on)
        else:
            self.read_on()
        return True

    def _go_on(self) -> None:
        self.dismiss()
        self._done()
