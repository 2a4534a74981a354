"""The one screen: claims, the claim, evidence, passage, why, source. It shows the desk; `commands.py` changes it.

The first paint shows the claims: what shows one with its evidence is imported after that.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from factcheck.reports.cells import counted
from factcheck.tui import titles
from factcheck.tui.contents import Contents
from factcheck.tui.decisions import Decisions
from factcheck.tui.keys import BY_ID, CLAIMS, EVIDENCE, PASSAGE, key_of, shown_key
from factcheck.tui.lines import Bar, Fixed, Lines, app_of
from factcheck.tui.pieces import Piece, Role
from factcheck.tui.places import CLAIM, FOOTER, HEADER, SOURCE, STATUS, WHY, Place, places
from factcheck.tui.reading import claim_at
from factcheck.tui.state import PANES, Desk

SETTLE_SECONDS = 0.03
"""How long the cursor rests on a claim before its evidence is read: holding a key down must not read every claim."""

INTERRUPT = "ctrl+c"
"""Ends other programs, and copies elsewhere: here it says which keys do."""

TEXTS = (CLAIM, WHY, SOURCE)


class ReviewScreen(Screen[None], inherit_bindings=False):
    """Shows the desk in the places that the size allows."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = f"#{CLAIMS}"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.decisions = Decisions(desk)
        self.zoomed = False
        self.lines = {name: Lines(id=name, focusable=name in PANES) for name in (*PANES, *TEXTS)}
        self.bars = {name: Bar(id=name) for name in (HEADER, STATUS, FOOTER, *(f"title-{n}" for n in (*PANES, *TEXTS)))}
        self._fixed = Fixed(self._places)
        self._settling: Timer | None = None
        self.contents = Contents(self, self.decisions.rating)
        self._covered = False
        """Whether a dialog is on top."""

    # --- showing the desk ---------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Show everything anew."""
        self._show_claims()
        self.show_claim()

    def repaint(self) -> None:
        """Paint everything again: the look has changed."""
        for bar in self.bars.values():
            bar.refresh()
        for lines in self.lines.values():
            lines.repaint()
        self.show_all()

    def _show_claims(self) -> None:
        if self.desk.visible and self.desk.reading:
            self.lines[CLAIMS].show_text(self.contents.article_lines, see=Role.HERE, stay=True)
        elif self.desk.visible:
            tall = 2 if self.is_beside else 1
            self.lines[CLAIMS].show_rows(
                len(self.desk.visible), self.contents.claim_row, cursor=self.desk.cursor, tall=tall
            )
        else:
            self.lines[CLAIMS].show_text(lambda width: titles.empty_pane(self.desk, width))

    def show_claim(self) -> None:
        """Show the claim in view with its evidence."""
        if self._settling:
            self._settling.stop()
            self._settling = None
        view = self.desk.view
        if view and view.evidence:
            self.lines[EVIDENCE].show_rows(
                len(view.evidence),
                self.contents.evidence_row,
                cursor=self.desk.evidence_cursor,
                tall=2 if self.is_apart else 1,
            )
        else:
            self.lines[EVIDENCE].show_text(self.contents.no_evidence)
        self.lines[CLAIM].show_text(self.contents.claim_lines)
        self.show_passage()

    def show_passage(self) -> None:
        """Show the passage of the evidence under the cursor."""
        self.lines[PASSAGE].show_text(self.contents.passage_lines, see=Role.MATCH)
        self.lines[WHY].show_text(self.contents.why_lines)
        self.lines[SOURCE].show_text(self.contents.source_lines)
        self.show_bars()

    def show_bars(self) -> None:
        """Show header, titles, status and footer."""
        desk, size = self.desk, self.size
        view = None if self._settling else desk.view
        self.bars[HEADER].show(*titles.header(desk, size.width))
        self.bars[STATUS].show(*titles.status(desk, app_of(self).keys, size.width, size.height))
        self._show_footer()
        self._title(CLAIMS, titles.claims_title(desk))
        if self._settling:
            return
        self._title(CLAIM, titles.claim_title(desk, view, self.decisions.rating, cut=self.contents.is_cut))
        self._title(EVIDENCE, titles.evidence_title(desk, app_of(self).keys.first("more-candidates")))
        self._title(PASSAGE, titles.passage_title(desk, self.contents.passage_place))
        self._title(WHY, titles.why_title(with_source=not self.is_wide, cut=self.contents.is_why_cut))
        self._title(SOURCE, titles.source_title(cut=self.contents.is_source_cut))

    def _show_footer(self) -> None:
        """Show the keys; below a dialog none: they would act there, or be text."""
        self.bars[FOOTER].show(() if self._covered else titles.footer(app_of(self).keys, self.size.width))

    def claim_moved(self) -> None:
        """The cursor is on another claim: mark it at once, read it when the cursor rests."""
        self._let_go()
        if self.desk.reading:
            self._show_claims()
        else:
            self.lines[CLAIMS].grow(len(self.desk.visible))
            self.lines[CLAIMS].move_cursor(self.desk.cursor)
        if self._settling:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE_SECONDS, self.show_claim)
        self.show_bars()

    def evidence_moved(self) -> None:
        """The cursor is on another piece of evidence."""
        self.lines[EVIDENCE].move_cursor(self.desk.evidence_cursor)
        self._let_go()
        self.show_passage()

    def rows_changed(self) -> None:
        """Rows of the list came, or others changed them; the claim in view stays as it was shown."""
        self._show_claims()
        self.show_bars()

    def decided(self) -> None:
        """A decision changed the claim in view."""
        self.show_all()

    def focus_pane(self, pane: str) -> None:
        """Make a pane the one that keys act on."""
        self.desk.pane = pane
        self.lines[pane].focus()
        self.place_again()
        self.show_bars()

    def place_again(self) -> None:
        """Arrange the parts anew: other panes are shown, at the same size. Asked of a child, whose ancestors comply."""
        self.bars[HEADER].refresh(layout=True)

    def mark_found(self) -> None:
        """Mark what is searched for in each pane."""
        for pane in PANES:
            self.lines[pane].mark(self.desk.searched.get(pane, ""))

    @property
    def selected(self) -> Lines | None:
        """The pane in which words are selected."""
        return next((shown for shown in self.lines.values() if shown.stretch), None)

    def has(self, part: str) -> bool:
        """Whether a part has a place now."""
        return part in self._places(self.size)

    @property
    def is_wide(self) -> bool:
        """Whether why and source have places of their own."""
        return self.has(SOURCE)

    @property
    def is_apart(self) -> bool:
        """Whether why, and the source with it, has a place with a title of its own."""
        return self.has(f"title-{WHY}")

    @property
    def is_beside(self) -> bool:
        """Whether the claims stand beside the rest: narrow, and as high as the screen."""
        place = self._places(self.size).get(CLAIMS)
        return place is not None and place.width < self.size.width

    # --- Textual's side -----------------------------------------------------------------------------------------------

    @property
    def layout(self) -> Layout:
        """Our own arithmetic."""
        return self._fixed

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield from self.bars.values()
        yield from self.lines.values()

    def on_mount(self) -> None:
        """Paint the claims first, their evidence a moment later; follow the scrolling of the passage in its title."""
        self._settling = self.set_timer(SETTLE_SECONDS, self.show_claim)
        self.watch(self.lines[PASSAGE], "scroll_y", self.show_bars, init=False)

    def on_screen_suspend(self) -> None:
        """A dialog opens."""
        self._covered = True
        self._show_footer()

    def on_screen_resume(self) -> None:
        """The last dialog has closed."""
        if self._covered:
            self._covered = False
            self._show_footer()

    def on_resize(self) -> None:
        """Show everything in its new place."""
        self._show_claims()
        if self._settling:
            self.show_bars()
        else:
            self.show_claim()

    def on_lines_resized(self, event: Lines.Resized) -> None:
        """Which lines of the passage are in sight stands in its title."""
        if event.lines.id == PASSAGE:
            self.show_bars()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane focuses it."""
        if event.widget.id in PANES and event.widget.id != self.desk.pane:
            self.focus_pane(event.widget.id)

    async def on_key(self, event: events.Key) -> None:
        """Run the command of the key.

        Who types fast has keys on their way here when a dialog opens: those are meant for it, and go there.
        """
        if self.app.screen is not self:
            event.stop()
            app_of(self).hand_on(event)
        elif command := app_of(self).keys.by_key().get(event.key):
            event.stop()
            app_of(self).run_command(command)
        elif event.key in app_of(self).keys.menus():
            event.stop()
            app_of(self).open_menu(event.key)
        elif event.key == INTERRUPT:
            event.stop()
            if self.selected:
                app_of(self).run_command("copy")
            else:
                app_of(self).tell(f"{key_of('quit')} quits; {key_of('copy')} copies the passage")
        elif not app_of(self).waiting:
            event.stop()
            app_of(self).tell(f"{shown_key(event.key)} does nothing here; {key_of('help')} lists the keys")

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A footer entry was clicked."""
        if event.command in BY_ID:
            app_of(self).run_command(event.command)
        else:
            app_of(self).open_menu(event.command)

    def on_dragged_chosen(self, event: Lines.Chosen) -> None:
        """Words were selected: one pane has a selection; say what can be done with it."""
        self._let_go(event.lines)
        adds = f", {key_of('select-passage')} adds them as evidence" if event.lines.id == PASSAGE else ""
        chosen = counted(len(event.words), "character")
        app_of(self).tell(f"{chosen} selected: {key_of('copy')} copies{adds}, Esc lets go")

    def _let_go(self, but: Widget | None = None) -> None:
        for shown in self.lines.values():
            if shown is not but:
                shown.let_go()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click selects; a double click is Enter. While a decision waits, what it is about stays selected."""
        if app_of(self).waiting:
            return
        if event.lines.id == CLAIMS and self.desk.visible and self._selected_by_click(event.row):
            self.claim_moved()
        elif event.lines.id == EVIDENCE and self.desk.select_evidence(event.row):
            self.evidence_moved()
        if event.twice and event.lines.id in PANES:
            app_of(self).run_command("open-detail")

    def _selected_by_click(self, row: int) -> bool:
        """Select the claim of a row, or of a line of the article; tell whether it is another one."""
        if not self.desk.reading:
            return self.desk.select(row)
        before, claim = self.desk.cursor, claim_at(self.lines[CLAIMS].text, row)
        if claim:
            self.desk.go_to(claim)
        return self.desk.cursor != before

    def _places(self, size: Size) -> dict[str, Place]:
        return places(size.width, size.height, self.desk.pane, zoomed=self.zoomed)

    def _title(self, name: str, pair: titles.Pair) -> None:
        focused = name == self.desk.pane
        glyph = app_of(self).look.glyphs["heavy" if focused else "light"] * 2
        self.bars[f"title-{name}"].show(
            (Piece(glyph, Role.RULE), *pair[0]), pair[1], rule="heavy" if focused else "light"
        )
