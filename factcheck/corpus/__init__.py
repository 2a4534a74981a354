"""The corpus: documents are the truth, the index is a cache of their passages.

`Corpus` is what the other rooms see. It is a `CorpusIndex`, so matching can be handed any other that is one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Self

from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.index import PassageIndex
from factcheck.corpus.readers import check_path, read_documents
from factcheck.corpus.records import encodable
from factcheck.corpus.tables import Table, read_table, table_meant
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Candidate, Document, Hit, Passage, Problem, Source, Term
from factcheck.errors import InputError, NoWorkspaceError, StorageError

__all__ = ["AddProgress", "AddReport", "Corpus", "Statistics", "TierRules"]

BATCH = 500
"""Documents added and indexed at a time. Source: a commit of 500 rows takes 26 ms (measured 2026-11)."""

PASSAGES_KEPT = 2048
"""Passages that stay read, those that the claims of one article retrieve; some 4 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProgress:
    """How many documents were added or known so far; `total` is 0, since files are read as they come."""

    done: int
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What an `add` did: new documents, those that were there already, and what could not be read.

    `changed`: files whose text is another than when they were added; both are kept, since evidence may cite the old.
    """

    added: int
    unchanged: int
    problems: tuple[Problem, ...]
    changed: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of a corpus."""

    documents: int
    passages: int
    origins: int
    problems: int
    digest: str


class Corpus:
    """The documents of a workspace, and the index of their passages."""

    def __init__(self, folder: Path, rules: TierRules) -> None:
        self.folder = folder
        self._rules = rules
        self._store = DocumentStore(folder / "documents.db")
        self._index = PassageIndex(folder / "index")
        if self._index.fresh and self._store.count():
            self._store.mark_all_pending()
        self._passage = lru_cache(maxsize=PASSAGES_KEPT)(self._store.passage)
        self._digest = ""

    @classmethod
    def open(cls, path: Path | str, *, rules: TierRules | None = None, create: bool = True) -> Self:
        """Open the corpus in the folder `path`; what a killed run left unindexed is indexed.

        Raises:
            NoWorkspaceError: there is none, and `create` is off.
            BusyError: another process is writing it.
            StateError: it was made by a newer factcheck, or the disk failed.
        """
        folder = Path(path)
        if not (folder / "documents.db").is_file() and not create:
            raise NoWorkspaceError("there is no corpus here", hint="`factcheck corpus add PATH`", subject=str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"cannot make the corpus: {error.strerror}", subject=str(folder)) from error
        corpus = cls(folder, rules or TierRules())
        corpus._index_pending()
        return corpus

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- adding -------------------------------------------------------------------------------------------------------

    def add(
        self, items: Iterable[Path | Document], *, progress: Callable[[AddProgress], None] | None = None
    ) -> AddReport:
        """Add files, folders or documents. Each batch is durable when the next begins; running it again adds nothing.

        Raises:
            InputError: a path does not exist; nothing is added then.
            BusyError: another process is writing.
            StorageError: the disk failed; the batches before are kept.
        """
        wanted = list(items)
        for item in wanted:
            if isinstance(item, Path):
                check_path(item)
        problems: list[Problem] = []
        changed: dict[str, Problem] = {}
        known = self._store.ids_by_path()
        added = seen = 0
        found = self._found(wanted, problems)
        while batch := list(islice(found, BATCH)):
            changed |= {path: _changed(path) for path in _changed_paths(batch, known)}
            added += self._store.add(batch)
            self._index_pending()
            seen += len(batch)
            self._digest = ""
            if progress:
                progress(AddProgress(done=seen))
        self._store.forget_problems(encodable(str(i)) for i in wanted if isinstance(i, Path))
        self._store.keep_problems(problems)
        return AddReport(added=added, unchanged=seen - added, problems=tuple(problems), changed=tuple(changed.values()))

    def remove(self, ids: Sequence[str]) -> int:
        """Remove documents by id; return how many there were. Evidence that cites them keeps its copy."""
        self._index.remove(ids)
        removed = self._store.remove(ids)
        self._passage.cache_clear()
        self._digest = ""
        return removed

    def _found(self, items: Iterable[Path | Document], problems: list[Problem]) -> Iterator[Document]:
        for item in items:
            for found in [item] if isinstance(item, Document) else read_documents(item, rules=self._rules):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    yield found

    def _index_pending(self) -> None:
        while batch := self._store.pending(BATCH):
            self._index.add(batch)
            self._store.mark_indexed(document.source.id for document in batch)

    # --- searching ----------------------------------------------------------------------------------------------------

    def retrieve(self, terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages for an OR of `terms`, best first."""
        return self._hits(self._index.search(terms, k))

    def retrieve_from(self, sources: Sequence[str], terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages of the sources with these ids, with the scores that `retrieve` gives them."""
        return self._hits(self._index.search(terms, k, sources))

    def _hits(self, places: Iterable[tuple[str, int, int, str, float]]) -> list[Hit]:
        hits = []
        for identifier, start, end, locator, score in places:
            found = self._passage(identifier, start, end)
            if found:  # else removed since: the index is a cache
                passage = Passage(text=found[1], start=start, end=end, locator=locator)
                hits.append(Hit(source=found[0], passage=passage, bm25=score))
        return hits

    def stretch(self, source: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the source with this id; "" if it is gone."""
        found = self._passage(source, start, end)
        return found[1] if found else ""

    def search(self, text: str, k: int = 50) -> list[Candidate]:
        """Return the best candidates for a claim in words, one an origin, best first."""
        from factcheck.matching import find_candidates

        candidates, _ = find_candidates(text, self, retrieve=max(k, 50), keep=k)
        return list(candidates)

    def addressed(self, keys: Sequence[str], k: int) -> list[Source]:
        """Return the sources with one of these keys of addresses or file names (`text.addresses`)."""
        return self._store.named(keys, k)

    def identified(self, start: str, k: int) -> list[Source]:
        """Return the sources whose id begins so."""
        return self._store.beginning(start, k)

    def labelled(self, words: Sequence[str], k: int) -> list[Source]:
        """Return the sources that share the most, and the rarest, of these words in title, publisher and author."""
        return self._store.labelled(words, k)

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted ids of the documents."""
        if not self._digest:
            self._digest = hashlib.sha256("\n".join(self._store.ids()).encode()).hexdigest()
        return self._digest

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return self._store.count()

    # --- looking ------------------------------------------------------------------------------------------------------

    def document(self, identifier: str) -> Document:
        """Return a document by its id.

        Raises:
            InputError: there is none.
        """
        found = self._store.get(identifier)
        if found is None:
            raise InputError("there is no such document", hint="`factcheck corpus list`", subject=identifier)
        return found

    def origin_of(self, text: str) -> str:
        """Return the origin of the documents that carry this text (a reprint of the article, say), or ""."""
        return self._store.origin_of(text)

    def find(self, reference: str) -> str:
        """Return the id of the document that a person means by the start of its id.

        Raises:
            InputError: none fits, or several do.
        """
        found = self._store.ids(reference) if reference else []
        if len(found) == 1:
            return found[0]
        what = f"{len(found)} documents begin with that" if found else "there is no such document"
        raise InputError(what, hint="`factcheck corpus list`", subject=reference)

    def sources(self) -> Iterator[Source]:
        """Yield the sources, in the order in which they were added."""
        return self._store.sources()

    def table(self, name: str) -> Table:
        """Return the table that a person means by its title, the name of its file, or the start of its id.

        Raises:
            InputError: none fits, or several do.
        """
        return read_table(self.document(table_meant(name, self._store.tables()).id))

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read."""
        return self._store.problems()

    def stats(self) -> Statistics:
        """Count what is there."""
        origins = {source.origin for source in self.sources()}
        return Statistics(
            documents=self.documents,
            passages=self._index.passages(),
            origins=len(origins),
            problems=len(self.problems()),
            digest=self.digest,
        )

    def all(self) -> Iterator[Document]:
        """Yield the documents, in the order in which they were added."""
        return self._store.all()

    def verify(self) -> tuple[Problem, ...]:
        """Hold every document against its digest; return those that differ."""
        return tuple(
            Problem(path=d.source.path, reason="its text does not match its digest", remedy="remove and add it again")
            for d in self._store.all()
            if hashlib.sha256(d.text.encode()).hexdigest() != d.source.digest
        )


def _changed_paths(documents: Iterable[Document], known: Mapping[str, Collection[str]]) -> Iterator[str]:
    for document in documents:
        source = document.source
        if source.path in known and source.id not in known[source.path]:
            yield source.path


def _changed(path: str) -> Problem:
    return Problem(
        path=path,
        reason="has another text than when it was added; both are in the corpus",
        remedy="`factcheck corpus remove ID` takes the old one out (`factcheck corpus list`)",
    )
