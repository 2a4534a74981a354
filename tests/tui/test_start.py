"""What the first paint waits for: nothing that only a later key needs."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.domain import ClaimSummary
from factcheck.errors import StateError
from factcheck.tui import GC_THRESHOLD
from factcheck.tui.ahead import FIRST_ROWS
from factcheck.tui.app import FactcheckApp
from factcheck.tui.state import Desk
from factcheck.workbench import Workbench
from tests.tui.frames import frame
from tests.tui.running import running
from tests.tui.workspace import bench_at

HEAVY = {
    *("sqlmodel", "httpx", "rapidfuzz", "tantivy", "factcheck.claims.extraction", "factcheck.corpus.index"),
    *("factcheck.tui.panes", "factcheck.tui.claim_pane", "factcheck.web.secrets", "factcheck.text.names.finding"),
    *("factcheck.text.dates.finding", "factcheck.claims.sources.leads"),
}
"""The last but two show a claim with its evidence, which comes after the list of claims; the last two read dates."""


READS_AND_SHOWS = """
import sys
from pathlib import Path
from factcheck.tui.app import FactcheckApp
from factcheck.workbench import Workbench
with Workbench.open(Path(sys.argv[1]), user="alice") as bench:
    assert FactcheckApp(bench).desk.rows
print("\\n".join(sys.modules))
"""


def test_the_first_claims_are_read_without_what_reads_articles_and_corpora(fresh: Path) -> None:
    program = [sys.executable, "-c", READS_AND_SHOWS, str(fresh)]
    loaded = subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()
    assert "factcheck.tui.app" in loaded
    assert not HEAVY & set(loaded)


def test_the_rest_of_the_claims_leaves_what_is_shown_as_it_is(filled: Callable[..., Path]) -> None:
    with bench_at(filled(300)) as bench:
        desk = Desk(bench)
        before = tuple(bench.summaries())
        bench.add_note(desk.rows[0].id, "asked the ministry")
        desk.refresh(desk.rows[0].id)
        shown = list(desk.rows)
        desk.take(before)
        assert desk.rows[: len(shown)] == shown
        assert [row.number for row in desk.rows] == list(range(1, 301))
        assert [desk.row(place).number for place in range(300)] == list(range(1, 301))


async def test_a_list_that_cannot_be_read_to_its_end_says_so(
    filled: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(
        _: Workbench, article: str = "", *, unlisted: bool = False, first: int = 0
    ) -> Iterator[ClaimSummary]:
        if not first:
            raise StateError("disk I/O error")
        return read(_, article, unlisted=unlisted, first=first)

    read = Workbench.summaries
    folder = filled(300)
    monkeypatch.setattr(Workbench, "summaries", unreadable)
    with bench_at(folder) as bench:
        app = FactcheckApp(bench)
        async with app.run_test(size=(80, 24)) as pilot:
            while len(app.screen_stack) < 2:
                await pilot.pause()
            await pilot.pause()
            assert "disk I/O error" in frame(app)
            assert len(app.desk.rows) == FIRST_ROWS


async def test_python_looks_for_garbage_in_short_steps_beside_the_screen(fresh: Path) -> None:
    gc.set_threshold(200_000, 20, 20)  # as the command does
    async with running(fresh):
        assert gc.get_threshold() == GC_THRESHOLD
        assert gc.isenabled()
