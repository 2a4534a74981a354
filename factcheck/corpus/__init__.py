"""The corpus: documents are the truth, the index is a cache of their passages.

`Corpus` is what the other rooms see. It is a `Library`, so matching can be handed any other that is one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from factcheck.corpus.adding import Adding, AddProgress, AddReport, Preview, Tell, check_paths, index_pending, preview
from factcheck.corpus.columns import Columns, Mapped
from factcheck.corpus.counting import Statistics
from factcheck.corpus.database import Database
from factcheck.corpus.lock import writing
from factcheck.corpus.looking import LookedAt
from factcheck.corpus.marks import UNMARKED, Mark
from factcheck.corpus.options import Reading, as_written
from factcheck.corpus.places import Synced
from factcheck.corpus.said import Said, SaidBefore, beside, say, shown
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Document, Problem
from factcheck.errors import BusyError, InputError, NoWorkspaceError, StorageError

__all__ = [
    "AddProgress",
    "AddReport",
    "Corpus",
    "Mapped",
    "Mark",
    "Preview",
    "Statistics",
    "Synced",
    "Tell",
    "TierRules",
]


class Corpus(LookedAt):
    """The documents of a workspace, and the index of their passages."""

    def __init__(
        self,
        folder: Path,
        rules: TierRules,
        scopes: Collection[str] = (),
        kept: Callable[[Problem], Problem] = lambda one: one,
        address: Callable[[str], str] = as_written,
    ) -> None:
        super().__init__(folder, rules, scopes, address)
        self._kept = kept

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        rules: TierRules | None = None,
        create: bool = True,
        scopes: Collection[str] = (),
        kept: Callable[[Problem], Problem] = lambda one: one,
        address: Callable[[str], str] = as_written,
        progress: Tell | None = None,
    ) -> Self:
        """Open the corpus in the folder `path`; what a killed run left unindexed is indexed.

        Unless another one writes, or nothing can be written, as on a full disk: what the index has is found all the
        same, and `unindexed` counts what it lacks.

        `scopes`: what is found beside the documents that belong to all ("desk:science", "article:3f2a"). `kept`: what
        is kept and told of a problem, as without the keys of the addresses that it names; `address`: how an address of
        a document is kept, which other processes ask, too. `progress` is told of what takes minutes where a
        large corpus is of an earlier version: its texts are sketched anew, and indexed.

        Raises:
            NoWorkspaceError: there is none, and `create` is off.
            StateError: it was made by a newer factcheck, or the disk failed.
        """
        folder = Path(path)
        if not (folder / "documents.db").is_file() and not create:
            raise NoWorkspaceError("there is no corpus here", hint="`factcheck corpus add PATH`", subject=str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"cannot make the corpus: {error.strerror}", subject=str(folder)) from error
        if progress is not None:
            _bring_up(folder / "documents.db", progress)
        corpus = cls(folder, rules or TierRules(), scopes, kept, address)
        if corpus._store.has_unindexed():
            with suppress(BusyError, StorageError), writing(folder, "indexing", patience=0):
                index_pending(corpus._store, corpus._index, progress)
        return corpus

    # --- adding -------------------------------------------------------------------------------------------------------

    def add(  # noqa: PLR0913 - one for each thing that can be said of what is added
        self,
        items: Iterable[Path | Document],
        *,
        progress: Tell | None = None,
        workers: int = 0,
        mark: Mark = UNMARKED,
        columns: Columns | None = None,
        language: str | None = None,
        dates: str | None = None,
        in_place_of: Collection[str] = (),
        problems: Iterable[Problem] = (),
    ) -> AddReport:
        """Add files, folders or documents. What is kept stays; running it again goes on, and adds nothing twice.

        A file that was added before replaces what it held then. `workers`: processes that read beside this one.
        `mark`: to whom the documents belong and who may see them, also those that are there already; where it says
        nothing, new ones are marked as what their files held before, or as the documents `in_place_of` (ids).
        `columns`: our field -> the column that holds it, where its name does not tell. `language`: of all the files,
        whatever they say. `dates`: "dmy" or "mdy", which comes first in 03/04/2020. These three are remembered of each
        path, for the next run; None leaves what was said before, an empty value takes it back. `problems`: of documents
        that were read elsewhere.

        Raises:
            InputError: a path does not exist; nothing is added then.
            BusyError: another process is writing; says which.
            StorageError: the disk failed; what was added before is kept.
        """
        wanted = list(items)
        check_paths(wanted)
        paths = [item for item in wanted if isinstance(item, Path)]
        with self._writing("adding"):
            how, anew, before = self._reading(paths, columns, language, dates)
            former = self._store.strictest_of(in_place_of)
            run = Adding(self._store, self._index, progress, mark, former, anew)
            run.problems(problems)
            run.documents((item for item in wanted if isinstance(item, Document)), self._address)
            run.files(paths, how, workers)
            run.commit()
            others = (Path(one.source.path.partition("#")[0]) for one in wanted if isinstance(one, Document))
            return run.report([*paths, *set(others)], self._kept, before)

    def preview(
        self,
        items: Sequence[Path | Document | Problem],
        columns: Columns | None = None,
        language: str | None = None,
        dates: str | None = None,
    ) -> Preview:
        """Read files and folders as `add` would, and tell what it would add; nothing is written."""
        paths = [item for item in items if isinstance(item, Path)]
        how, _, before = self._reading(paths, columns, language, dates)
        return preview(items, how, self._store.known, before)

    def _reading(
        self, paths: Sequence[Path], columns: Columns | None, language: str | None, dates: str | None
    ) -> tuple[Reading, dict[bytes, Said], tuple[SaidBefore, ...]]:
        """Return how paths are read, what is said of them anew, and what was said before and holds."""
        known = beside(self._store.said(), paths)
        said = Said(columns=None if columns is None else tuple(columns.items()), language=language, dates=dates)
        anew = say(known, paths, said)
        holds = {place: one for place, one in {**known, **anew}.items() if one != Said()}
        before = shown({place: one for place, one in holds.items() if place not in anew})
        today = datetime.now(UTC).date()
        return Reading(rules=self._rules, today=today, address=self._address, said=holds), anew, before

    def remove(self, ids: Sequence[str]) -> int:
        """Remove documents by id; return how many there were.

        Evidence that was found in them keeps a copy of the passages that it cites.
        """
        with self._writing("removing"):
            removed = self._store.remove(ids)
            index_pending(self._store, self._index)
        return removed

    def join_origins(self, ids: Sequence[str]) -> None:
        """Make one origin of documents that are ways to one page, as a page and its entry in a feed."""
        with self._writing("joining origins"):
            self._store.join(ids)

    def mark(self, ids: Sequence[str], mark: Mark) -> int:
        """Say to whom documents belong, and who may see them; return how many there are."""
        with self._writing("marking"):
            return self._store.mark(ids, mark)

    def sync(self, below: Path | None = None) -> Synced:
        """Look whether the files (at or below a path) are still there; return how many are gone now, and how many back.

        Documents that no file holds any more are no longer found, and found again when a file is back. What may not
        be looked at stays as it was; of such a file that belongs to others, the name is not told.
        """
        with self._writing("looking for files that are gone"):
            synced = self._store.sync(below)
            index_pending(self._store, self._index)
        return replace(synced, problems=self._store.told_to(self._scopes, synced.problems))

    def check_holds(self, path: Path) -> None:
        """Refuse a path that was never added: to look for its files would find nothing, and say so as if all were well.

        Raises:
            InputError: no document is from a file at or below it.
        """
        if not self._store.holds(path):
            hint = "`factcheck corpus list` shows what was added; `factcheck corpus add PATH` adds it"
            raise InputError("nothing in the corpus is from there", hint=hint, subject=str(path))

    def rebuild(self, *, progress: Tell | None = None) -> int:
        """Build the index anew from the documents, by the rules for tiers that hold now; return their number.

        Addresses are kept as they are to be kept now: an earlier version kept the keys in them. A kill is mended by the
        next opening. Evidence keeps the tier it was judged with.
        """
        with self._writing("building the index anew"):
            self._store.apply_rules(self._rules)
            self._store.readdress(self._address, self._kept)
            self._build_anew(progress)
        return self.documents

    def clean(self) -> int:
        """Let nothing be left of the documents that were removed; return the number of those that are there.

        The index and the list of spellings are built anew from these, and the file of the documents is written anew: it
        costs what `rebuild` does, and for a moment the room of the file once more.
        """
        with self._writing("leaving out what was removed"):
            self._build_anew()
            self._store.clean()
        return self.documents

    def _build_anew(self, progress: Tell | None = None) -> None:
        self._store.forget_spellings()
        self._index.clear()
        index_pending(self._store, self._index, progress)

    @contextmanager
    def _writing(self, doing: str) -> Iterator[None]:
        with writing(self.folder, doing):
            if self._store.has_unindexed():
                index_pending(self._store, self._index)
            try:
                yield
            finally:
                self._index.close()
                self._digest = ""
                self._documents = None


def _bring_up(documents: Path, progress: Tell) -> None:
    """Give the documents the tables of this version, and tell how far that has come."""
    begun = time.monotonic()
    Database(documents, lambda done: progress(AddProgress(documents=done, seconds=time.monotonic() - begun))).close()
