"""The passage index (tantivy): a cache that can be rebuilt from the documents at any time.

Words are cut, folded and stemmed here (`text.stems`), each text by its own language, and the library is given the
results between blanks: so all languages share one field and its statistics, and what is asked for is stemmed for the
languages that the index holds (`index_queries`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import tantivy

from factcheck.corpus.index_files import damaged_files
from factcheck.corpus.index_queries import SCHEMA, is_in, query_of
from factcheck.corpus.index_rows import found_at, rows_of
from factcheck.corpus.lock import writing
from factcheck.domain import EVERYWHERE, Found, Indexed, IndexStatistics, Problem, Term, Within
from factcheck.errors import BusyError, StorageError

HEAP_BYTES = 40 * 1024 * 1024
"""What the writer fills before it writes a segment, some 100,000 passages. Source: a million in peak memory of 600 MB;
and each segment that a search goes through takes time: in 12 it takes 3.3 ms, in one 2.5 (2026-11)."""
REBUILD = "`factcheck corpus rebuild` builds it anew from the documents"
BUSY_SECONDS = 5.0
RETRY_SECONDS = 0.05
_UNLOCKABLE = "Failed to acquire Lockfile: IoError"
"""How the library says that it cannot make its lock: in a folder where nothing may be written."""
_LOCKED = "LockBusy"
"""How it says that another process holds it."""
FORMAT = "4"
"""Written beside the index; another one means that it was built by another version, and is built anew."""


class PassageIndex:
    """The index in a folder of the corpus. One writer at a time; readers look at the last commit."""

    def __init__(self, folder: Path, lost: Callable[[], object] = lambda: None) -> None:
        """Open the index, or make it. `lost` is called before it is made: the documents are to be indexed again.

        Raises:
            BusyError: it is to be made, and another process is writing the corpus.
            StorageError: the disk failed.
        """
        self.folder = folder
        self._lost = lost
        self._index = self._opened()
        self._held: Any = None
        self._seen: tuple[int, int, int] | None = None
        self._committed: Any = None
        self._added: set[str] = set()

    def _opened(self) -> tantivy.Index:
        """Return the index; who finds none makes it, unless another process was faster."""
        until = time.monotonic() + BUSY_SECONDS
        with _faults_told(self.folder):
            while True:
                if found := self._whole():
                    return found
                self.folder.parent.mkdir(parents=True, exist_ok=True)
                try:
                    with writing(self.folder.parent, "making the index", patience=0):
                        return self._whole() or self._made()
                except BusyError:
                    if time.monotonic() > until:
                        raise
                time.sleep(RETRY_SECONDS)

    def _whole(self) -> tantivy.Index | None:
        """Return the index if it is there, undamaged and of this format: else it is to be made, being only a cache."""
        mark = self.folder / "FORMAT"
        if not (self.folder / "meta.json").is_file() or not mark.is_file() or mark.read_bytes() != FORMAT.encode():
            return None  # without meta.json the library would begin an empty index
        try:
            return tantivy.Index(SCHEMA, path=str(self.folder))
        except ValueError as error:
            if _UNLOCKABLE in str(error):
                return self._mirrored()
            if _LOCKED in str(error):
                raise
            return None

    def _mirrored(self) -> tantivy.Index:
        """Open an index where nothing may be written, through links: the library makes a lock even to read."""
        mirror = Path(tempfile.mkdtemp(prefix="factcheck-index-"))
        weakref.finalize(self, shutil.rmtree, mirror, ignore_errors=True)
        for file in self.folder.iterdir():
            if file.suffix != ".lock":
                (mirror / file.name).symlink_to(file.absolute())
        return tantivy.Index(SCHEMA, path=str(mirror))

    def _made(self) -> tantivy.Index:
        """Put an empty index in the place of whatever is there; the corpus is held for writing.

        It is made aside, so that nobody ever finds half of one.
        """
        self._lost()
        aside, former = (self.folder.with_name(f"{self.folder.name}.{name}") for name in ("new", "old"))
        for left in (aside, former):  # by a run that was killed
            _delete(left)
        aside.mkdir()
        tantivy.Index(SCHEMA, path=str(aside))
        (aside / "FORMAT").write_text(FORMAT)
        with suppress(FileNotFoundError):
            self.folder.rename(former)
        aside.rename(self.folder)
        _delete(former)
        return tantivy.Index(SCHEMA, path=str(self.folder))

    # --- writing ------------------------------------------------------------------------------------------------------

    def add(self, documents: Iterable[Indexed]) -> None:
        """Take documents; one whose source (id) is there already is replaced."""
        with self._writer() as writer:
            for document in documents:
                self._take_out(writer, document.source.id)
                self._added.add(document.source.id)
                for row in rows_of(document):
                    writer.add_document(row)

    def delete(self, sources: Iterable[str]) -> None:
        """Take out the documents with these ids."""
        with self._writer() as writer:
            for identifier in sources:
                self._take_out(writer, identifier)

    def _take_out(self, writer: Any, identifier: str) -> None:  # noqa: ANN401 - tantivy's own type
        """Take out a document if it is there: to look is much cheaper than to take out what is not."""
        if identifier in self._added or self._committed.doc_freq("source", identifier):
            writer.delete_documents_by_term("source", identifier)

    def commit(self, *, more: bool = False) -> None:
        """Make what was added and deleted durable and found. `more`: the lock of the writer is kept."""
        if self._held is None:
            return
        with self._writer() as writer:
            writer.commit()
            writer.garbage_collect_files()
            self._look_again()
            self._added.clear()
            if not more:
                self._held = None
                writer.wait_merging_threads()

    def _look_again(self) -> None:
        self._index.reload()
        self._committed = self._index.searcher()

    def clear(self) -> None:
        """Take out everything, whatever state the files are in: to be filled again from the documents."""
        self.close()
        with _faults_told(self.folder):
            self._index, self._seen = self._made(), None

    def close(self) -> None:
        """Let go of the writer; what was not committed is dropped."""
        writer, self._held = self._held, None
        self._added.clear()
        if writer is not None:
            with _faults_told(self.folder):
                writer.rollback()
                writer.wait_merging_threads()

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        with _faults_told(self.folder):
            if self._held is None:
                self._held = self._locked()
                self._look_again()
            try:
                yield self._held
            except BaseException:
                self.close()
                raise

    def _locked(self) -> Any:  # noqa: ANN401 - tantivy's own type
        """Return the one writer; wait for another process to let go of it, as the databases do."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                return self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
            except ValueError as error:
                if _LOCKED not in str(error) or time.monotonic() > until:
                    raise
            time.sleep(RETRY_SECONDS)

    # --- searching ----------------------------------------------------------------------------------------------------

    def _searcher(self) -> Any:  # noqa: ANN401 - tantivy's own type
        """Return what looks at the last commit; while that is the same, with what it has unpacked of the passages."""
        try:
            found = (self.folder / "meta.json").stat()  # a commit puts another file in its place
        except FileNotFoundError:
            seen = None  # it is being built anew
        else:
            seen = (found.st_ino, found.st_mtime_ns, found.st_size)
        if seen is None or seen != self._seen:
            self._index.reload()
            self._seen = seen
        return self._index.searcher()

    def search(self, terms: Sequence[Term], k: int, within: Within = EVERYWHERE) -> list[Found]:
        """Return the `k` best passages for an OR of terms, best first, ties by reference and place."""
        if (not terms and within == EVERYWHERE) or k < 1:
            return []
        with _faults_told(self.folder):
            searcher = self._searcher()
            query = query_of(terms, within, searcher)
            if query is None:
                return []
            found = found_at(searcher, searcher.search(query, limit=k, count=False).hits)
        return sorted(found, key=lambda f: (-f.bm25, f.reference, f.start))

    def get(self, source: str) -> list[Found]:
        """Return the places of all passages of a document, in order, with a score of 0."""
        with _faults_told(self.folder):
            searcher = self._searcher()
            number = searcher.doc_freq("source", source)
            hits = searcher.search(is_in("source", source), limit=number, count=False).hits if number else []
            found = found_at(searcher, [(0.0, address) for _, address in hits])
        return sorted(found, key=lambda f: f.start)

    def stats(self) -> IndexStatistics:
        """Count what is there."""
        with _faults_told(self.folder):
            passages = int(self._searcher().num_docs)
            size = sum(file.stat().st_size for file in self.folder.iterdir())
        return IndexStatistics(passages=passages, size=size)

    def damaged(self) -> tuple[Problem, ...]:
        """Return the files that are not as they were written."""
        with _faults_told(self.folder):
            return tuple(
                Problem(path=str(file), reason=f"{fault}: the index may miss documents", remedy=REBUILD)
                for file, fault in damaged_files(self.folder)
            )


def _delete(path: Path) -> None:
    """Delete what is there, if anything: a folder, a file or a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _faults_told(folder: Path) -> Iterator[None]:
    try:
        with _unprinted():
            yield
    except ValueError as error:
        if _LOCKED in str(error) or "lock" in str(error).lower():
            raise BusyError(
                "the corpus is being written by another process",
                hint="wait for it to end and try again; nothing was lost",
                subject=str(folder),
            ) from error
        full = "os error 28" in str(error)
        killed = "writer was killed" in str(error)  # what failed stays in the thread that wrote
        raise StorageError(
            "the disk is full" if full else "the index cannot be written" if killed else f"the index failed: {error}",
            hint="make room on the disk and run the command again; what was added before is there"
            if full or killed
            else "delete the folder; it is rebuilt from the documents",
            subject=str(folder),
        ) from error
    except OSError as error:
        raise StorageError(
            f"the disk failed: {error.strerror}", hint="make room and run the command again", subject=str(folder)
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a fault of tantivy itself arrives; it exports no name for it
            raise
        raise StorageError("the index is damaged", hint=REBUILD, subject=str(folder)) from error


@contextmanager
def _unprinted() -> Iterator[None]:
    """Keep off the terminal what the library itself prints where it fails: a trace of calls, beside our own message.

    Not while other threads run: what they write, as a screen does, would be lost.
    """
    if threading.active_count() > 1:
        yield
        return
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)


_STDERR = 2
