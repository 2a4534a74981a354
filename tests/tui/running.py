"""The workbench run without a terminal, and what tests ask of it."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from factcheck.domain import ClaimState
from factcheck.tui.app import FactcheckApp
from factcheck.tui.state import Desk
from factcheck.workbench import Workbench
from tests.tui.frames import frame
from tests.tui.workspace import bench_at

MOST_LOOKS = 5_000
QUIET = 3
LOOKED_AFTER = 0.002
"""Seconds between two looks at what is under way."""


class Session:
    """A running workbench."""

    def __init__(self, app: FactcheckApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def desk(self) -> Desk:
        return self.app.desk

    @property
    def dialog(self) -> str:
        """The class of the dialog on top; "" if there is none."""
        return type(self.app.screen).__name__ if len(self.app.screen_stack) > 1 else ""

    @property
    def frame(self) -> str:
        return frame(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, each once the one before has done its work, and wait until all they caused is on screen."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            self.app.post_message(events.Key(name, _letter(name)))
            await self.settle(1)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size, and wait until all is in its place."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type into an input; only what is typed last needs to settle."""
        await self.press(*["space" if letter == " " else letter for letter in text])

    async def settle(self, looks: int = QUIET) -> None:
        """Wait for what is still to come: keys, rows, what runs beside the screen and what it shows, layout.

        Nothing is waited for by the clock, as Textual's pilot does (60 ms a key): what is under way is looked at. A
        message may cause another one, so it has to be quiet at several `looks` in a row.
        """
        quiet = 0
        for _ in range(MOST_LOOKS):
            if self.app._exit:
                return  # it quits: nothing settles any more
            await self.pilot._wait_for_screen()
            if self.is_busy:
                quiet = 0
                await asyncio.sleep(LOOKED_AFTER)
                continue
            self.app.screen._on_timer_update()
            quiet += 1
            if quiet == looks:
                break

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that may still change the screen."""
        app, screen = self.app, self.app.screen
        return bool(
            app._typed
            or app._under_way
            or not screen.is_mounted
            or screen.size != app.size
            or screen._layout_required
            or screen._callbacks
            or app.review._settling is not None
            or not self.desk.is_complete
            or app.beside.is_busy
            or any(
                pump._message_queue.qsize() or pump._next_callbacks for pump in (app, screen, *screen.walk_children())
            )
        )

    def on_disk(self, number: int) -> ClaimState:
        """The state of a claim as another process reads it."""
        with Workbench.open(self.desk.bench.workspace, user="reader") as bench:
            return bench.claim(bench.find_claim(str(number))).state


@asynccontextmanager
async def running(
    folder: Path, size: tuple[int, int] = (80, 24), user: str = "alice", *, ascii_only: bool = False
) -> AsyncIterator[Session]:
    """Run the workbench on a workspace, from its first paint to its end."""
    with bench_at(folder, user) as bench:
        app = FactcheckApp(bench, ascii_only=ascii_only)
        async with app.run_test(size=size) as pilot:
            session = Session(app, pilot)
            await session.settle()
            yield session
        if app.fault:
            raise app.fault


def _letter(key: str) -> str | None:
    """Return the character that a key writes, as Textual's pilot finds it."""
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        return key if len(key) == 1 else None
