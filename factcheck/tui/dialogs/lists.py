"""Lists in which something is decided: stale claims signed anew together, names ticked, removed claims brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimView
from factcheck.reports.cells import counted
from factcheck.tui import lists
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Answers, Ask, Form, FormDialog
from factcheck.tui.dialogs.listing import TALL, ListDialog
from factcheck.tui.dialogs.read_through import READ_ON
from factcheck.tui.lines import GUTTER, Lines, app_of
from factcheck.tui.pieces import Line, Piece, Role, plain, row_text, width_of
from factcheck.workbench import differences, editing, name_ticks
from factcheck.workbench.stale import sign_nothing_material

if TYPE_CHECKING:
    from factcheck.workbench.edited import Edited


class StaleDialog(ListDialog):
    """The stale claims of an article; those in which nothing material changed are marked, and signed together."""

    hints = (
        ("Space", "mark"),
        ("a", "mark all"),
        ("y", "sign the marked"),
        ("Enter", "go there"),
        ("Esc", "close"),
    )

    message_lines = 12

    def __init__(self, decisions: Decisions, article: ArticleSummary) -> None:
        title = f"Nothing material in these? Stale claims of {row_text(article.title or article.path)}"
        super().__init__(title, lists.stale(article), "no claim is stale")
        self.decisions = decisions
        self.marked: dict[str, str] = {}
        """The claims (ids) that are marked, with what a sign-off of each would bind, as it is shown."""
        self._seen: set[str] = set()
        """The claims (ids) whose differences were on screen in full: all can be marked at once, not signed unseen."""
        self._signed = ""
        """What was signed just now, in words."""

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """The difference, with a mark in front."""
        entry = self.entries[row]
        mark = Piece("[x] " if entry.claim in self.marked else "[ ] ", Role.STRONG)
        return [(mark, *entry.lines[0]), (Piece("    "), *entry.lines[1])]

    def came(self, entries: Sequence[lists.Entry]) -> None:
        """Show what was read, and more of the first row."""
        self._seen.clear()
        super().came(entries)
        self._tell(self._signed)

    def scroll(self, command: str) -> None:
        """Move, and show more of the row under the cursor."""
        super().scroll(command)
        self._tell()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click moves, as the keys do."""
        super().on_lines_clicked(event)
        self._tell()

    def _show_title(self) -> None:
        """The place in the list changed, or its size: so did what is on screen."""
        super()._show_title()
        if not self._gone:
            first = self.body.scroll_offset.y // TALL
            in_sight = range(first, min(len(self.entries), first + self.body.rows_in_sight))
            self._seen |= {self.entries[row].claim for row in in_sight if not self._is_cut(row)}

    def _is_cut(self, row: int) -> bool:
        """Whether a row has no room for all of a difference."""
        width = self.body.size.width - GUTTER
        return width_of(self.row_lines(row, width)[0]) > width

    def _tell(self, before: str = "") -> None:
        """Say what the row has no room for: all of the difference, which source is another one, and which wordings."""
        if self.here is None or self.here.stale is None or self._gone:
            return
        difference = [plain(self.here.lines[0]).strip()] if self._is_cut(self.cursor) else []
        told = "\n".join([*filter(None, [before]), *difference, *lists.stale_lines(self.here.stale)])
        self.say(told, Role.DIM)
        place = self._places(self.app.size).get("message")
        if place and len(self._message_lines(place.width - GUTTER)) <= place.height:
            self._seen.add(self.here.claim)

    def pressed(self, key: str) -> bool:
        """Space marks, `a` marks all, `y` signs the marked."""
        if self.is_typing:
            return super().pressed(key)
        if key == "space":
            if self._mark([self.here] if self.here else []):
                self.scroll("cursor-down")
        elif key == "a":
            self.marked.clear()
            self._mark([entry for entry in self.entries if entry.stale and not entry.stale.apart])
        elif key == "y":
            self._sign()
        else:
            return super().pressed(key)
        return True

    def _mark(self, entries: Sequence[lists.Entry]) -> bool:
        """Mark rows, or unmark them; tell whether all of them could be."""
        refused = ""
        for entry in entries:
            if entry.stale and entry.stale.apart:
                refused = entry.stale.apart
                self.say(f"it has to be looked at by itself: {entry.stale.apart}")
            elif entry.stale and self.marked.pop(entry.claim, None) is None:
                self.marked[entry.claim] = entry.stale.binding
        self.show_found()
        return not refused

    def _sign(self) -> None:
        if not self.marked:
            self.say("mark first in which nothing material changed: Space, or a for all that may be")
            return
        if unseen := self.marked.keys() - self._seen:
            self.cursor = next((row for row, entry in enumerate(self.entries) if entry.claim in unseen), self.cursor)
            self.body.move_cursor(self.cursor)
            self._tell(READ_ON)
            self.call_after_refresh(self._show_title)
            return
        displayed = dict(self.marked)

        def signed(states: Sequence[object]) -> None:
            self.marked.clear()
            self.decisions.desk.load()
            self._signed = f"{counted(len(states), 'claim')} signed anew: nothing material"
            self.decisions.done("", self._signed, undoable=False)
            self._nothing = f"{self._signed}; no claim is stale"
            if not self._gone:
                self.start()

        self.attempt_beside(lambda bench: sign_nothing_material(bench, displayed), signed)


class NamesDialog(ListDialog):
    """The names sheet of an article; a row that is ticked is ticked in all claims that have the name."""

    hints = (("Enter", "tick"), ("/", "search"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, article: ArticleSummary) -> None:
        title = f"Names of {row_text(article.title or article.path)}"
        super().__init__(title, lists.names(article), "no name is found in this article")
        self.decisions = decisions
        self.article = article

    def go_there(self) -> None:
        """Ask what the name was checked against."""
        one = self.here.name if self.here else None
        if one is None:
            return
        if not one.left:
            told = "is ticked in all claims that have it" if one.items else "stands in the words of no claim"
            signed = f"; as {one.standing}, who said it is signed with each" if one.speaks and not one.items else ""
            self.say(f"{one.row.name} {told}: nothing is left to tick{signed}")
            return
        name = one.row.name

        def save(answers: Answers, _: ClaimView | None) -> object:
            _row, items = name_ticks.tick_name(self.decisions.desk.bench, self.article, name, answers["against"])
            return self.decisions.done("", f"ticked: {name}, in {items} places")

        form = Form(
            title=f"Tick {row_text(name)}",
            about=self.here.lines if self.here else (),
            asks=(Ask("against", hint="the source, and where in it"),),
            draft=f"name:{name}",
            subject=self.article.id,
            save=save,
        )
        app_of(self).push_screen(FormDialog(form), lambda _: self.start())


class RemovedDialog(ListDialog):
    """The claims that left the list; `r` brings one back, `S` ticks a withdrawal. `shown`: what follows."""

    hints = (("r", "bring back"), ("S", "sign its removal"), ("/", "search"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, shown: Callable[[Edited, str], object]) -> None:
        super().__init__("Claims that left the list", lists.removed, "no claim has left the list")
        self.decisions = decisions
        self._shown = shown

    def pressed(self, key: str) -> bool:
        """`r` brings back, `S` opens the sign-off."""
        if self.is_typing or self.here is None or key not in {"r", "S"}:
            return super().pressed(key)
        claim = self.here.claim
        if key == "r":
            self.attempt_beside(lambda bench: editing.restore(bench, claim), self._restored)
        else:
            from factcheck.tui.dialogs.sign import SignDialog

            view = self.decisions.desk.bench.claim(claim)
            app_of(self).push_screen(SignDialog(self.decisions, view), lambda _: self.start())
        return True

    def go_there(self) -> None:
        """They are not in the list: there is nowhere to go."""
        self.say("it is not in the list; r brings it back")

    def _restored(self, edited: Edited) -> None:
        self.dismiss()
        self._shown(edited, "restored")


class OrphansDialog(ListDialog):
    """Decisions of the earlier revision that belong to no claim yet: a claim takes them over, or they are dropped."""

    hints = (("Enter", "place, or drop"), ("/", "search"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, article: ArticleSummary) -> None:
        title = f"Decisions without a claim in {row_text(article.title or article.path)}"
        super().__init__(title, lists.orphaned(article), "all decisions of the earlier revision have their claim")
        self.decisions = decisions
        self.article = article

    def go_there(self) -> None:
        """Ask which claim takes the decisions over, or why none does."""
        if self.here is None:
            return
        old = self.here.claim

        def save(answers: Answers, _: ClaimView | None) -> object:
            bench, number = self.decisions.desk.bench, answers["claim"]
            if not number:
                differences.drop(bench, self.article.revision, old, answers["reason"])
                return self.decisions.done("", "dropped: they stay with the earlier revision", undoable=False)
            claim = bench.find_claim(number, self.article.id)
            differences.place(bench, old, claim)
            return self.decisions.done(claim, f"claim {number} takes the decisions over; it is stale", undoable=False)

        form = Form(
            title="Who takes these decisions over?",
            about=self.here.lines,
            asks=(
                Ask("claim", hint="the number of a claim; empty: none, with a reason"),
                Ask("reason", hint="only where none takes them over: why"),
            ),
            draft=f"orphan:{old}",
            subject=self.article.id,
            save=save,
        )
        app_of(self).push_screen(FormDialog(form), lambda _: self.start())
