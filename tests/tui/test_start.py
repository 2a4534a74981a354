"""What the first paint waits for: nothing that only a later key needs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {
    *("sqlmodel", "httpx", "rapidfuzz", "tantivy", "factcheck.claims.extraction", "factcheck.corpus.index"),
    *("factcheck.tui.panes", "factcheck.tui.claim_pane", "factcheck.web.secrets", "factcheck.text.names"),
}
"""The last four show a claim with its evidence, which comes after the list of claims."""


def test_the_screen_is_imported_without_what_reads_articles_and_corpora() -> None:
    program = "import sys, factcheck.tui.app; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)
