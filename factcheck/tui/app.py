"""The application: themes, the screen, dialogs on top of it, and what happens when something fails."""

from __future__ import annotations

import asyncio
import gc
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from factcheck.domain import ClaimSummary
from factcheck.errors import EXIT_DONE, EXIT_FAULT, BusyError, ConflictError, FactcheckError, LostError
from factcheck.tui import GC_THRESHOLD
from factcheck.tui.beside import Beside
from factcheck.tui.commands import Commands
from factcheck.tui.fetching import Fetching
from factcheck.tui.key_order import KeysInOrder
from factcheck.tui.keys import name_keys
from factcheck.tui.loading import LOOKED_AFTER, ONE_MOMENT, Loading
from factcheck.tui.look import OWN, Uncoloured, look_of
from factcheck.tui.news import MOST_NAMED, told_of
from factcheck.tui.ours import write_in_ascii
from factcheck.tui.remembered import keep_place, place_of
from factcheck.tui.review import ReviewScreen
from factcheck.tui.sparing import SparingDriver
from factcheck.tui.state import Coming, Desk
from factcheck.tui.usable import keys_of, unusable
from factcheck.tui.waiting import TRY_SECONDS, WAITING
from factcheck.tui.with_keys import in_words
from factcheck.workbench import Workbench

TERMINAL_LOOKED_AT = 1.0
"""Seconds between two looks whether the terminal is still there."""
OTHERS_LOOKED_FOR = 2.0
"""Seconds between two looks at the log for what others decided."""


def is_hung_up(number: int) -> bool:
    """Whether nobody is at the other end of a terminal (a file descriptor) any more."""
    looking = select.poll()
    looking.register(number, 0)  # a hang-up is always told
    return any(told & select.POLLHUP for _, told in looking.poll(0))


class FactcheckApp(KeysInOrder, inherit_bindings=False):
    """The terminal workbench. `fault` holds the error that ended it, if one did."""

    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { layers: base; overflow: hidden; }
    Lines { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; background: $background; color: $foreground; }
    Bar { background: $background; color: $foreground; }
    Dialog { background: $background 50%; }
    #field { background: $surface; color: $foreground; padding: 0 1; }
    """

    def __init__(
        self, bench: Workbench, *, ascii_only: bool = False, blind: bool = False, coming: Coming | None = None
    ) -> None:
        super().__init__()
        self.fault: Exception | None = None
        self.wants_example = False
        """Whether it ended because somebody in an empty workspace asked for the worked example."""
        self.waiting = False
        """Whether a decision waits for another process; no other one is taken meanwhile."""
        bench.store.patience = TRY_SECONDS
        self.keys = keys_of(bench.settings)
        name_keys(self.keys)
        write_in_ascii(wanted=ascii_only)
        self.desk = Desk(bench, coming=coming, blind=blind)
        self.animation_level = "none"
        for theme in OWN:
            self.register_theme(theme)
        self._ascii = ascii_only
        wanted = bench.settings.values.workbench.theme
        self.theme = wanted if wanted in self.available_themes else OWN[0].name
        self.look = look_of(self.current_theme, ascii_only=ascii_only, no_colour=self.no_color)
        if self.no_color:
            self._filters = [Uncoloured()]
        self.review = ReviewScreen(self.desk)
        self.fetching = Fetching(self)
        self.beside = Beside(self)
        self._loading = Loading()
        self._commands = Commands(self, self.review)

    def get_default_screen(self) -> Screen[None]:
        """Start with the one screen there is."""
        return self.review

    def on_ready(self) -> None:
        """After the first paint: read the rest, say what was wrong with the settings, load what a first write needs."""
        self.app_resume_signal.subscribe(self, lambda _: self.paint_anew())  # after `fg` the screen is blank
        self._end_on_signals()
        self.set_interval(OTHERS_LOOKED_FOR, self._tell_of_others)
        self._place = place_of(self.desk.bench)
        self._read_more()
        gc.enable()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLD)
        self._loading.start()
        if troubles := unusable(self.desk.bench.settings):
            self.show_message("Settings that could not be used", "\n".join(troubles))

    def on_unmount(self) -> None:
        """Leave nothing behind that runs."""
        self.fetching.end()
        self.beside.join()
        keep_place(self.desk.bench, self.desk.place)

    def _end_on_signals(self) -> None:
        """Leave the terminal as it was when the session goes away: every decision is saved already."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if threading.current_thread() is threading.main_thread():
                loop.add_signal_handler(number, self.leave, 128 + number)
        self.set_interval(TERMINAL_LOOKED_AT, self._end_with_terminal)

    def _end_with_terminal(self) -> None:
        """End where the terminal is gone and no signal told so: Textual would read its end again and again."""
        if sys.__stdin__ is not None and not sys.__stdin__.closed and is_hung_up(sys.__stdin__.fileno()):
            self.leave(128 + signal.SIGHUP)

    def _tell_of_others(self) -> None:
        """Show what others have decided meanwhile, and say so. The claim in view moves only when this user asks."""
        if not self.screen_stack or self.screen is not self.review or self.waiting:
            return
        was_away, news, held = self.desk.away, None, False
        try:
            self.desk.bench.store.check_same_file()
            news = self.desk.news()
            held = self.desk.held_anew()
            self.desk.away = ""
        except FactcheckError as error:
            self.desk.away = str(error)
        if self.desk.away != was_away:
            self.review.show_all()
        if was_away and not self.desk.away:
            self.tell("the workspace can be read again")
        elif not self.desk.away and news:
            self.review.rows_changed()
            last = self.desk.last  # where it is of a decision, it was perhaps not read yet
            own = f"; {last}" if last and last == self.review.decisions.said else ""
            self.tell(told_of(news, self.keys.first("reload")) + own)
        elif held and not self.desk.away:
            self.review.show_claim()

    def _read_more(self) -> None:
        """Read the claims that the first paint did not need, beside the screen, so that no key waits."""
        if self.desk.is_complete:
            self._take_more(())
        else:
            failed = partial(self.show_error, "Not all claims could be read")
            self.beside.run(lambda bench: tuple(bench.summaries()), self._take_more, failed)

    def _take_more(self, rows: Iterable[ClaimSummary]) -> None:
        if self.is_running:
            self.desk.take(rows)
            self.review.rows_changed()
            self._go_where_they_were()
            self._tell_what_was_begun()
            self.look_for_earlier()

    def look_for_earlier(self) -> None:
        """Find out, beside the screen, of which claims something was checked before in another article."""
        if len(self.desk.articles) < 2:  # noqa: PLR2004 - one, and another
            return
        from factcheck.workbench.earlier import with_earlier

        def came(found: frozenset[str]) -> None:
            if found != self.desk.before and self.is_running:
                self.desk.before = found
                self.review.rows_changed()

        self.beside.run(lambda bench: with_earlier(bench, lambda: not self._exit), came, lambda _: None)

    def _go_where_they_were(self) -> None:
        """Go to the claim that this user left last, unless they are somewhere already."""
        if self.screen is self.review and not self.desk.cursor and self._place:
            self.desk.restore(self._place)
            self.review.focus_pane(self.desk.pane)
            self.review.show_all()

    def _tell_what_was_begun(self) -> None:
        """Say of which claims there are words that this user began and did not save."""
        keys_of_claim = self.desk.drafts.keys
        begun = [f"{row.number} ({', '.join(keys)})" for row in self.desk.rows if (keys := keys_of_claim(row.id))]
        if begun and not self.desk.last:
            named = ", ".join(begun[:MOST_NAMED]) + ("..." if len(begun) > MOST_NAMED else "")
            self.tell(f"begun and not saved: on claim {named}; that key goes on")

    # --- commands and dialogs -----------------------------------------------------------------------------------------

    def run_command(self, command: str) -> None:
        """Run a command by its id; while a decision waits, only those that leave."""
        if self.waiting and command not in {"quit", "suspend"}:
            self.tell(WAITING)
        elif self._loading.lacks(command):
            said, undoable = self.desk.last, self.desk.undoable
            self.tell(ONE_MOMENT)
            self.hold_keys()
            self.set_timer(LOOKED_AFTER, partial(self._run_when_loaded, command, said, undoable=undoable))
        else:
            self._run_now(command)

    def _run_when_loaded(self, command: str, said: str, *, undoable: bool) -> None:
        """Run a command once what it needs is loaded; keys typed meanwhile come after it."""
        if self._loading.lacks(command):
            self.set_timer(LOOKED_AFTER, partial(self._run_when_loaded, command, said, undoable=undoable))
            return
        self.tell(said)
        self.desk.undoable = undoable
        self._run_now(command)
        self.go_on_with_keys()

    def _run_now(self, command: str) -> None:
        try:
            self._commands.run(command)
        except FactcheckError as error:  # what a command reads may be away, too
            self.show_error("Not done", error)

    def open_menu(self, first: str) -> None:
        """Open the menu of the commands that begin with a key."""
        from factcheck.tui.dialogs.key_menu import KeyMenu

        if self.waiting:
            self.tell(WAITING)
            return
        menu = self.keys.menu(first)
        self.open_dialog(KeyMenu(first, menu, self._commands.why_not(menu.values())))

    def open_dialog(self, dialog: Screen[None]) -> None:
        """Open a dialog; when it closes, it tells `dialog_closed`.

        Not by a callback of Textual's: that is run by whoever opened it, and a dialog that opened another is gone.
        """
        self.push_screen(dialog)

    def dialog_closed(self) -> None:
        """Show what a dialog changed."""
        if self.is_running:
            self.review.show_all()

    def tell(self, message: str) -> None:
        """Say something in the status bar."""
        self.desk.last = message
        self.desk.undoable = False
        self.review.show_bars()

    def show_message(self, title: str, *texts: str) -> None:
        """Say something that has to be read, in full."""
        from factcheck.tui.dialogs.reader import message

        self.open_dialog(message(title, *texts))

    def show_error(self, title: str, error: FactcheckError) -> None:
        """Show an error in its own words; if somebody else was faster, offer to read it again."""
        from factcheck.tui.dialogs.reader import Question

        reload = self.keys.keys.get("reload", ())
        if not isinstance(error, ConflictError) or not reload:
            self.show_message(title, in_words(error))
            return
        again = (reload[0], "read it again", lambda: self.run_command("reload"))
        self.open_dialog(Question(title, in_words(error), (again, ("Esc", "close", None))))

    def show_fault(self, error: FactcheckError, again: Callable[[], object]) -> None:
        """A write failed: stop, say that it is not saved, and never go on as if it were. `again` tries once more."""
        from factcheck.tui.dialogs.fault import FaultDialog

        before = "" if isinstance(error, LostError) else " What was saved before is on disk."
        self.open_dialog(
            FaultDialog(f"{error}\n\nThis decision is NOT saved.{before}", again, locked=isinstance(error, BusyError))
        )

    def ask_to_quit(self) -> None:
        """Quit; ask first if a note would be lost or pages are being fetched. Other work is waited for."""
        from factcheck.tui.dialogs.note import NoteDialog
        from factcheck.tui.dialogs.reader import Question

        if any(isinstance(screen, NoteDialog) and screen.is_unsaved for screen in self.screen_stack):
            title, asks, stay = "A note is not saved", "Quit without saving it?", "go on writing"
        elif self.fetching.running:
            title, asks, stay = "Pages are being fetched", "Quit, and stop that? What came is kept.", "stay"
        else:
            self.leave(EXIT_DONE)
            return
        self.push_screen(Question(title, asks, (("Esc", stay, None), ("q", "quit", lambda: self.leave(EXIT_DONE)))))

    def leave(self, code: int) -> None:
        """End with an exit code; what is being written is there again next time."""
        from factcheck.tui.dialogs.begun import Writing

        for screen in self.screen_stack:
            if isinstance(screen, Writing):
                screen.keep()
        self.exit(code)

    def leave_for_example(self) -> None:
        """End, so that the worked example is made and opened in this one's place."""
        self.wants_example = True
        self.leave(EXIT_DONE)

    def next_theme(self) -> None:
        """Take the next theme: ours first, then Textual's."""
        names = [theme.name for theme in OWN]
        names += [name for name in self.available_themes if name not in names and not name.endswith("ansi")]
        self.theme = names[(names.index(self.theme) + 1) % len(names) if self.theme in names else 0]
        self.look = look_of(self.current_theme, ascii_only=self._ascii, no_colour=self.no_color)
        self.review.repaint()
        self.tell(f"theme {self.theme}; workbench.theme in factcheck.toml keeps it")

    # --- Textual's side -----------------------------------------------------------------------------------------------

    def get_driver_class(self) -> type[Driver]:
        """Write to a terminal with few bytes; a driver that somebody asked for is theirs."""
        found = super().get_driver_class()
        return SparingDriver if issubclass(SparingDriver, found) else found

    def on_resize(self) -> None:
        """A terminal of another size may show anything."""
        self.forget_screen()

    def paint_anew(self) -> None:
        """Paint all of the screen: a line of another program may stand on it."""
        self.forget_screen()
        self.refresh()

    def forget_screen(self) -> None:
        """Send all that is painted next, for a screen on which something else may stand."""
        if isinstance(self._driver, SparingDriver):
            self._driver.forget()

    def _handle_exception(self, error: Exception) -> None:
        """End on an error nobody foresaw: `run` raises it, so that the command says it in one line.

        Textual would print a traceback with local variables, which hold texts from outside.
        """
        self.fault = self.fault or error
        self._return_code = EXIT_FAULT
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
