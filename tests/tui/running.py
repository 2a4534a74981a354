"""The workbench run without a terminal, and what tests ask of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from factcheck.domain import ClaimState
from factcheck.tui.app import FactcheckApp
from factcheck.tui.state import Desk
from factcheck.workbench import Workbench
from tests.tui.frames import frame
from tests.tui.workspace import bench_at


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
        """Press keys, and wait until all they caused is on screen."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type into an input; only what is typed last needs to settle."""
        await self.pilot.press(*["space" if letter == " " else letter for letter in text])
        await self.settle()

    async def settle(self) -> None:
        """Wait for what is still to come: keys, rows, what runs beside the screen and what it shows, layout.

        A key may open a dialog that reads beside the screen, and that grows once it is read: nothing of it has begun
        when the key was only handed out. So all of it is looked at again until the frame stays as it is.
        """
        before = ""
        for _ in range(500):
            await self.pilot.pause()
            shown = "" if self.is_busy else self.frame
            if shown and shown == before:
                break
            before = shown
            await self.pilot.pause(0.01)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that may still change the screen."""
        app = self.app
        return bool(
            app._typed
            or app._under_way
            or not app.screen.is_mounted
            or app.screen.size != app.size
            or app.screen._layout_required
            or app.review._settling is not None
            or not self.desk.is_complete
            or app.beside.is_busy
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
