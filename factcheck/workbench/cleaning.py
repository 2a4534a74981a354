"""Letting nothing be left, in free pages or caches, of what was erased or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.workbench.opening import CORPUS
from factcheck.workbench.standing import DOCUMENTS

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def clean(bench: Workbench) -> int | None:
    """Let nothing of what was erased be left in the file, nor of documents that were removed, in the corpus.

    Returns how many documents the corpus has, which stay as they are; None where there is no corpus.

    Raises:
        BusyError: another process keeps a file from being written anew.
    """
    bench.store.clean()
    if not (bench.workspace / CORPUS / DOCUMENTS).is_file():
        return None
    with bench.open_corpus() as corpus:
        return corpus.clean()
