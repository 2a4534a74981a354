"""Add documents: keep them, index them, and commit so often that a kill costs little.

Order of events: a batch is kept (one transaction) with its documents pending, then handed to the index; every
COMMIT_SECONDS the index commits, and what was pending is settled. A kill in between leaves documents pending, which the
next opening indexes; what was not kept yet is read again by the next run.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.corpus.columns import Mapped, join_alike
from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.kept import Ended
from factcheck.corpus.marks import UNMARKED, Mark
from factcheck.corpus.options import Reading
from factcheck.corpus.preparing import Prepared, indexed, prepare
from factcheck.corpus.reading import BATCH_CHARACTERS, BATCH_DOCUMENTS, Batch, Gaps, Unit, read_units, units_of
from factcheck.corpus.records import as_kept, encodable
from factcheck.corpus.said import NOTHING_SAID, Said, SaidBefore
from factcheck.domain import CorpusIndex, Document, Problem, ProblemKind
from factcheck.text.languages.stems import primary_language

_CHANGED = "has another text than when it was added, and replaces it"
_REREAD = "is read in another way than before, and replaces what it held"
COMMIT_SECONDS = 30.0
"""How much work a kill costs at most, beside a batch; and of that only the share of the index, a fifth: documents are
kept. Each commit makes a segment that searches go through, so no more often than that. Source: 30 s are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProgress:
    """How far adding has come, after `seconds`: documents read, their passages, and bytes of the files' `of_bytes`."""

    documents: int
    passages: int = 0
    bytes_read: int = 0
    of_bytes: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes if it goes on like this; None where nobody can tell."""
        if not self.bytes_read or not self.of_bytes:
            return None
        return self.seconds * max(0, self.of_bytes - self.bytes_read) / self.bytes_read


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What an `add` did: new documents, those that were there already, and what could not be read.

    `unchanged`: documents that were there; `repeated`: how often one was read again that this run had read already, as
    a copy in another file. `changed`: files whose text is another than when they were added; `reread`: files that did
    not change and are read in another way than then; what either held before is no longer in the corpus. `corrected`:
    how many of the unchanged are in another language now. `said`: what was said of these places before, and obeyed.
    `mapped`: which columns of the files of rows became what. `heirs`: new documents that are marked as what their
    files held before, and so not for all to see. `alike`: new documents (ids) that are open, and carry the text of one
    that is not. `back`: those of the unchanged whose files were gone, and which are found again.
    """

    added: int
    unchanged: int
    problems: tuple[Problem, ...]
    changed: tuple[Problem, ...] = ()
    mapped: tuple[Mapped, ...] = ()
    heirs: int = 0
    alike: tuple[str, ...] = ()
    back: int = 0
    repeated: int = 0
    reread: tuple[Problem, ...] = ()
    corrected: int = 0
    said: tuple[SaidBefore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an `add` would do: documents that are new and those that are there already, and what could not be read.

    `languages`: how many of both are in which, the most first; "" where nobody can tell. `repeated`: how often one of
    them is read again, as a copy in another file. `said`: what was said of these places before, and obeyed.
    """

    new: int
    there: int
    problems: tuple[Problem, ...]
    mapped: tuple[Mapped, ...] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    repeated: int = 0
    said: tuple[SaidBefore, ...] = ()


Tell = Callable[[AddProgress], None]


class Adding:
    """One run of adding, in a corpus that this process holds for writing."""

    def __init__(
        self,
        store: DocumentStore,
        index: CorpusIndex,
        tell: Tell | None,
        mark: Mark,
        former: Mark = UNMARKED,
        said: Mapping[bytes, Said] = NOTHING_SAID,
    ) -> None:
        self._store = store
        self._index = index
        self._tell = tell
        self._mark, self._former = mark, former
        self._run = store.begin_run(said)
        self._begun = self._committed = time.monotonic()
        self._problems: list[Problem] = []
        self._changed: list[Path] = []
        self._reread: list[Path] = []
        self._alike: list[str] = []
        self._mapped: tuple[Mapped, ...] = ()
        self._added = self._there = self._seen = self._passages = self._heirs = self._back = self._corrected = 0
        self._read = self._total = 0

    def problems(self, problems: Iterable[Problem]) -> None:
        """Note what could not be read of what was read elsewhere."""
        self._problems += problems

    def documents(self, documents: Iterable[Document], address: Callable[[str], str]) -> None:
        """Add documents that were read elsewhere: no file holds them. `address`: how an address is kept."""
        batch: list[Prepared] = []
        for document in documents:
            batch.append(prepare(as_kept(document, address)))
            if len(batch) == BATCH_DOCUMENTS:
                self._take([(None, one) for one in batch])
                batch.clear()
        self._take([(None, one) for one in batch])

    def files(self, paths: Sequence[Path], how: Reading, workers: int) -> None:
        """Add files, and those of folders."""
        sizes = dict(self._listed(paths))
        self._total = sum(sizes.values())
        finished = 0
        if self._tell and self._total:
            self._tell(self._progress())  # a large file may take a while
        for unit, batch in read_units(units_of(sizes.items()), how, workers):
            self._problems += batch.problems
            self._mapped = join_alike([*self._mapped, *batch.mapped])
            finished += sum(sizes[unit[number]] for number, _ in batch.ended)
            ended = {number for number, _ in batch.ended}
            unfinished = sum(len(one.text) for number, one in batch.documents if number not in ended)
            self._read = min(self._total, max(self._read + unfinished, finished))
            self._take(_with_paths(unit, batch), _ended(unit, batch))

    def _listed(self, paths: Iterable[Path]) -> Iterator[tuple[Path, int]]:
        from factcheck.corpus.readers import list_files  # not where nothing is read: half a second of rules

        for path in paths:
            for found in list_files(path):
                if found[1]:
                    self._problems.append(found[1])
                else:
                    yield found[0], _size(found[0])

    def _take(self, documents: Sequence[tuple[Path | None, Prepared]], ended: Sequence[Ended] = ()) -> None:
        kept = self._store.add(documents, ended, self._run, self._mark, self._former)
        self._index.delete(kept.removed)
        self._index.add([*kept.new, *kept.again])
        self._changed += kept.changed
        self._reread += kept.reread
        self._there += kept.there
        self._corrected += kept.corrected
        self._heirs += kept.heirs
        self._back += kept.back
        self._alike += kept.alike
        self._added += len(kept.new)
        self._seen += len(documents)
        self._passages += sum(len(one.places) for _, one in documents)
        if time.monotonic() - self._committed > COMMIT_SECONDS:
            self.commit(more=True)
        if self._tell:
            self._tell(self._progress())

    def commit(self, *, more: bool = False) -> None:
        """Make durable what was added."""
        self._index.commit(more=more)
        self._store.settle()
        self._committed = time.monotonic()

    def _progress(self) -> AddProgress:
        return AddProgress(
            documents=self._seen,
            passages=self._passages,
            bytes_read=self._read,
            of_bytes=self._total,
            seconds=time.monotonic() - self._begun,
        )

    def report(
        self, paths: Sequence[Path], kept: Callable[[Problem], Problem], said: tuple[SaidBefore, ...] = ()
    ) -> AddReport:
        """Tell what was done, and keep the problems as they may be `kept`, in place of the earlier ones of `paths`."""
        problems = tuple(map(kept, self._problems))
        self._store.replace_problems(paths, problems, self._mark, self._former)
        return AddReport(
            added=self._added,
            unchanged=self._there,
            problems=problems,
            changed=tuple(_replaced(path, _CHANGED) for path in self._changed),
            reread=tuple(_replaced(path, _REREAD) for path in self._reread),
            mapped=self._mapped,
            heirs=self._heirs,
            alike=tuple(self._alike),
            back=self._back,
            repeated=self._seen - self._added - self._there,
            corrected=self._corrected,
            said=said,
        )


def index_pending(store: DocumentStore, index: CorpusIndex, tell: Tell | None = None) -> None:
    """Bring the index up to the documents: what a killed run left, or everything if it is built anew."""
    begun = committed = time.monotonic()
    index.delete(store.removed())
    last = done = passages = 0
    while True:
        documents = store.pending(last, BATCH_DOCUMENTS, BATCH_CHARACTERS)
        if not documents:
            break
        store.note_spellings(one.text for one in documents.values())
        last = max(documents)
        batch = [indexed(number, one) for number, one in documents.items()]
        index.add(batch)
        done += len(batch)
        passages += sum(len(one.passages) for one in batch)
        if time.monotonic() - committed > COMMIT_SECONDS:
            index.commit(more=True)
            store.settle(last)
            committed = time.monotonic()
        if tell:
            tell(AddProgress(documents=done, passages=passages, seconds=time.monotonic() - begun))
    index.commit()
    store.settle()


def preview(
    items: Sequence[Path | Document | Problem],
    how: Reading,
    known: Callable[[Iterable[str]], Collection[str]],
    said: tuple[SaidBefore, ...] = (),
) -> Preview:
    """Read files and those of folders, and tell which documents are not `known` (asked for ids)."""
    from factcheck.corpus.readers import read_documents

    check_paths(items)
    languages: dict[str, str] = {}
    there: set[str] = set()
    problems, mapped, read, gaps = list[Problem](), list[Mapped](), 0, Gaps()
    for item in items:
        documents = read_documents(item, how=how, tell=mapped.append) if isinstance(item, Path) else iter([item])
        for found in documents:
            gaps.note(found)
            if isinstance(found, Problem):
                problems.append(found)
                continue
            source = as_kept(found, how.address).source
            languages[source.id] = primary_language(source.language)
            there.update(known([source.id]))
            read += 1
    return Preview(
        new=len(languages.keys() - there),
        there=len(there),
        problems=gaps.told(problems),
        mapped=join_alike(mapped),
        languages=dict(Counter(languages.values()).most_common()),
        repeated=read - len(languages),
        said=said,
    )


def check_paths(items: Iterable[Path | Document | Problem]) -> None:
    """Refuse a path that does not exist.

    Raises:
        InputError: says which.
    """
    from factcheck.corpus.readers import check_path

    for item in items:
        if isinstance(item, Path):
            check_path(item)


def _with_paths(unit: Unit, batch: Batch) -> list[tuple[Path | None, Prepared]]:
    return [(unit[number], one) for number, one in batch.documents]


def _ended(unit: Unit, batch: Batch) -> list[Ended]:
    return [Ended(unit[number], unread) for number, unread in batch.ended]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # it vanished, or may not be looked at: to read it will tell
        return 0


def _replaced(path: Path, reason: str) -> Problem:
    remedy = "nothing to do: evidence keeps its copy of the earlier text"
    return Problem(path=encodable(str(path)), reason=reason, remedy=remedy, kind=ProblemKind.READ)
