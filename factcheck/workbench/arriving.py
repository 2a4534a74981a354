"""Pages made sources while others are still on their way: a kill loses what came in the last seconds, and no more.

It is done beside the loop that fetches, in one thread at a time: nothing else uses the workbench meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.web.collecting import Collected
from factcheck.workbench.keeping import FetchedPage, Keeper

if TYPE_CHECKING:
    from factcheck.web.kept import KeptPages
    from factcheck.workbench import Workbench

KEEP_SECONDS = 1.0
"""Between two times: each writes the index, some 0.1 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What came so far: `found`, and what became of it, `kept`. `revision`: the article (its id)."""

    bench: Workbench
    shelf: KeptPages
    revision: str
    found: dict[str, Collected] = field(default_factory=dict)
    kept: dict[str, FetchedPage] = field(default_factory=dict)

    def keep(self) -> None:
        """Make sources of what came and is none yet.

        Raises:
            FactcheckError: the corpus is being written, or the disk failed.
        """
        waiting = {url: one for url, one in tuple(self.found.items()) if url not in self.kept}
        if not waiting:
            return
        with self.bench.open_corpus(create=True) as corpus:
            keeper = Keeper(bench=self.bench, corpus=corpus, shelf=self.shelf, revision=self.revision)
            for url, one in waiting.items():
                self.kept[url] = keeper.keep(one)

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
