"""What the first paint waits for: nothing that only a later key needs."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

from factcheck.tui import GC_THRESHOLD
from tests.tui.running import running

HEAVY = {
    *("sqlmodel", "httpx", "rapidfuzz", "tantivy", "factcheck.claims.extraction", "factcheck.corpus.index"),
    *("factcheck.tui.panes", "factcheck.tui.claim_pane", "factcheck.web.secrets", "factcheck.text.names"),
}
"""The last four show a claim with its evidence, which comes after the list of claims."""


def test_the_screen_is_imported_without_what_reads_articles_and_corpora() -> None:
    program = "import sys, factcheck.tui.app; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


async def test_python_looks_for_garbage_in_short_steps_beside_the_screen(fresh: Path) -> None:
    gc.set_threshold(200_000, 20, 20)  # as the command does
    async with running(fresh):
        assert gc.get_threshold() == GC_THRESHOLD
        assert gc.isenabled()
