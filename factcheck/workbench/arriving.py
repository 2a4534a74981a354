"""Pages made sources while others are still on their way: a kill loses what came in the last seconds, and no more.

It is done beside the loop that fetches, in one thread at a time: nothing else uses the workbench meanwhile. One run at
a time does it for a workspace.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.web.collecting import Collected
from factcheck.web.snapshots import SNAPSHOTS
from factcheck.workbench.keeping import FetchedPage, Keeper
from factcheck.workbench.lost_copies import Lost
from factcheck.workbench.site_turns import SiteTurns, unwritable
from factcheck.workbench.turns import in_turn

if TYPE_CHECKING:
    from factcheck.web.kept import KeptPages
    from factcheck.workbench import Workbench

KEEP_SECONDS = 1.0
"""Between two times: each writes the index, some 0.1 s."""
_LOCK = "fetching.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What came so far: `found`, and what became of it, `kept`. `revision`: the article (its id); `lost`: see `Keeper`.

    `asked`: all that is wanted of the sites of a turn, where that came: the turn ends when it is kept.
    """

    bench: Workbench
    shelf: KeptPages
    revision: str
    turns: SiteTurns
    lost: Sequence[Lost] = ()
    asked: dict[str, Sequence[str]] = field(default_factory=dict)
    found: dict[str, Collected] = field(default_factory=dict)
    kept: dict[str, FetchedPage] = field(default_factory=dict)

    def keep(self) -> None:
        """Make sources of what came and is none yet.

        Raises:
            FactcheckError: the corpus is being written, or the disk failed.
        """
        waiting = {url: one for url, one in tuple(self.found.items()) if url not in self.kept}
        if waiting:
            with self._alone(), self.bench.open_corpus(create=True) as corpus:
                keeper = Keeper(
                    bench=self.bench, corpus=corpus, shelf=self.shelf, revision=self.revision, lost=self.lost
                )
                for url, one in waiting.items():
                    self.kept[url] = keeper.keep(one)
        for name in [name for name, urls in tuple(self.asked.items()) if self.kept.keys() >= set(urls)]:
            self.turns.leave(name)
            del self.asked[name]

    def keep_all(self) -> None:
        """Make sources of all that came, to the end, though somebody interrupts: who does so twice means it.

        Raises:
            FactcheckError: as `keep`.
            KeyboardInterrupt: somebody interrupted.
        """
        done: Future[None] = Future()
        # a thread, since only the main one is interrupted; a daemon, so that nobody waits for it who means it
        threading.Thread(target=_settle, args=(done, self.keep), daemon=True).start()
        interrupted: KeyboardInterrupt | None = None
        while not done.done():
            try:
                wait([done])
            except KeyboardInterrupt as error:
                if interrupted is not None:
                    raise
                interrupted = error
        done.result()
        if interrupted is not None:
            raise interrupted

    @contextmanager
    def _alone(self) -> Iterator[None]:
        folder = self.bench.workspace / SNAPSHOTS
        with ExitStack() as held:
            try:
                held.enter_context(in_turn(folder / _LOCK, lambda: None))
            except OSError as error:
                raise unwritable(folder, error) from error
            yield

    def is_done(self, name: str, urls: Sequence[str]) -> None:
        """Hear that all came that is wanted of the sites of a turn."""
        self.asked[name] = urls

    @asynccontextmanager
    async def kept_meanwhile(self) -> AsyncIterator[None]:
        """Keep what comes while something else is awaited; it has ended when that has."""
        keeping = asyncio.ensure_future(self._keep_on())
        try:
            yield
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping

    async def _keep_on(self) -> None:
        while True:
            await asyncio.sleep(KEEP_SECONDS)
            work = asyncio.ensure_future(asyncio.to_thread(self._try))
            try:
                await asyncio.shield(work)
            except asyncio.CancelledError:
                await work
                raise

    def _try(self) -> None:
        with suppress(FactcheckError):  # it is tried again, and told at the end
            self.keep()


def _settle(done: Future[None], work: Callable[[], None]) -> None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - it is raised where the work is waited for
        done.set_exception(error)
    else:
        done.set_result(None)
