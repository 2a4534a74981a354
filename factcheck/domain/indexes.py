"""The protocols of what finds passages: an index of a corpus, and what may be asked of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from factcheck.domain.articles import Marker
from factcheck.domain.searches import Hit, Term
from factcheck.domain.sources import Document, Passage, Problem, Source, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A document as an index takes it: its source, and the passages by which it is found.

    `reference`: by what its store knows it (0 or more, 63 bits); an index gives it back as it is.
    """

    source: Source
    passages: tuple[Passage, ...]
    reference: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What a search is limited to. Empty fields limit nothing; `since` and `until` are days, both included.

    `publisher` and `language` as the source has them, whatever the case; `sources` are ids; `phrases` must all stand
    in the passage, word beside word.
    """

    publisher: str = ""
    since: date | None = None
    until: date | None = None
    tier: Tier | None = None
    language: str = ""
    sources: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


EVERYWHERE = Within()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where an index found a passage: `[start, end)` of the text of a document, and its raw BM25 score."""

    reference: int
    start: int
    end: int
    locator: str
    bm25: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStatistics:
    """Counts of an index. `size` in bytes, 0 where it is not kept on this machine's disk."""

    passages: int
    size: int = 0


class CorpusIndex(Protocol):
    """What finds passages, here or on a cluster: a cache that can be made anew from the documents.

    What is added and deleted counts after the next `commit`, for this and for every other process.
    """

    def add(self, documents: Iterable[Indexed]) -> None:
        """Take documents; one whose source (id) is there already is replaced."""
        ...

    def delete(self, sources: Iterable[str]) -> None:
        """Take out the documents with these ids; ids that are not there are passed over."""
        ...

    def commit(self, *, more: bool = False) -> None:
        """Make what was added and deleted durable and found. `more`: this process will go on writing at once."""
        ...

    def search(self, terms: Sequence[Term], k: int, within: Within = EVERYWHERE) -> Sequence[Found]:
        """Return the `k` best passages for an OR of terms, best first, ties by reference and place.

        Without terms, all that it is limited to has a score of 0. Scores are of the whole index, whatever the limits.
        """
        ...

    def get(self, source: str) -> Sequence[Found]:
        """Return the places of all passages of a document, in order, with a score of 0."""
        ...

    def stats(self) -> IndexStatistics:
        """Count what is there."""
        ...

    def damaged(self) -> Sequence[Problem]:
        """Return what of it is not as it was written."""
        ...

    def close(self) -> None:
        """Let go of it; what was not committed is dropped."""
        ...


class Retrieval(Protocol):
    """What `matching/` asks of a corpus."""

    def retrieve(self, terms: Sequence[Term], k: int) -> Sequence[Hit]:
        """Return the `k` best passages for an OR of `terms`, best first."""
        ...

    def stretch(self, source: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the source with this id; "" if it is gone."""
        ...

    def markers(self, source: str) -> Sequence[Marker]:
        """Return where the pages or time codes of the source with this id begin, in order; none if it has none."""
        ...

    def own_word(self, source: str) -> str:
        """Return what the source with this id says of itself: retracted, corrected, a ruling; "" where nothing."""
        ...

    @property
    def digest(self) -> str:
        """The digest of the set of documents searched."""
        ...

    @property
    def documents(self) -> int:
        """How many documents are searched."""
        ...


class Shelved(Retrieval, Protocol):
    """An index that can be asked of some of its sources alone."""

    def retrieve_from(self, sources: Sequence[str], terms: Sequence[Term], k: int) -> Sequence[Hit]:
        """Return what `retrieve` would, of these sources (ids) alone; the scores are those of the whole index."""
        ...


class Library(Shelved, Protocol):
    """A corpus whose documents can be asked for by what a note names: that is how the writer's own sources are found.

    Each list is in the order of the ids, or best first; `k` is the most that are wanted.
    """

    def addressed(self, keys: Sequence[str], k: int) -> Sequence[Source]:
        """Return the sources with one of these keys of addresses or file names (`text.addresses`)."""
        ...

    def identified(self, start: str, k: int) -> Sequence[Source]:
        """Return the sources whose id begins so."""
        ...

    def labelled(self, words: Sequence[str], k: int) -> Sequence[Source]:
        """Return the sources that share the most, and the rarest, of these words in title, publisher and author."""
        ...

    def document(self, identifier: str) -> Document:
        """Return a document by its id. Raises InputError where there is none."""
        ...
