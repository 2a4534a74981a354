"""Telling how far indexing has come while a corpus is opened: one of an earlier version is indexed anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.cli.output import Progress

if TYPE_CHECKING:
    from factcheck.corpus import AddProgress, Tell


@contextmanager
def indexing_told() -> Iterator[Tell]:
    """Let what is indexed meanwhile be told, where it takes a while."""
    with Progress() as progress:

        def tell(done: AddProgress) -> None:
            from factcheck.reports.corpus_counts import progress_line  # only where something is told

            progress.show(f"the index is brought up to date: {progress_line(done)}")

        yield tell


__all__ = ["indexing_told"]
