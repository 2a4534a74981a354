"""What can bear on a claim: sources, passages and candidates, and the protocols of what finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from factcheck.domain.articles import Marker


class Tier(StrEnum):
    """How close a source stands to what it reports; a default here, decided for each claim by a person."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Sensitivity(StrEnum):
    """Who may see a source: anybody; the newsroom; the newsroom, and its name nobody else (`reports.disclosure`)."""

    OPEN = "open"
    BACKGROUND = "background"
    CONFIDENTIAL = "confidential"


BY_HAND = "by-hand:"
"""How the ids of sources begin that a person brought as evidence: no corpus has them, and so none loses them."""

SALTED = f"{BY_HAND}salt-"
"""How they begin where the rest is chance: a digest of what has it says nothing once the words are erased."""

SNAPSHOTS = "snapshots"
"""The folder of a workspace in which pages are kept as they were received."""

ERASED = "[erased]"
"""What stands in place of personal words that were erased."""


class SourceState(StrEnum):
    """What became of a source since evidence copied it, the worst first.

    What stands there now says that it was retracted, or it is another text, or it is there no longer.
    """

    RETRACTED = "retracted"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNow:
    """What became of a source, and the digest of the text that stands in its place ("" where none does).

    `documents`: those (ids) that have that text.
    """

    state: SourceState
    instead: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that can bear on a claim, without its text.

    `id` is a digest of text and metadata; `digest` (SHA-256, hex) of the text alone; `origin` groups the sources that
    carry one and the same text; `path` is the file, with the record in it after `#` where a file holds several.
    `scope`: the desk or article that it belongs to ("desk:science", "article:3f2a"), "" for all.
    `made`: the day on which its file says that it was made, `fetched`: on which a crawl took it; neither is that of
    its publication.
    """

    id: str
    digest: str
    origin: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    path: str = ""
    language: str = ""
    tier: Tier = Tier.SECONDARY
    scope: str = ""
    sensitivity: Sensitivity = Sensitivity.OPEN
    made: date | None = None
    fetched: date | None = None

    @property
    def is_contact(self) -> bool:
        """Whether it is a person somebody talked or wrote to; `published` is the day of that."""
        kept_close = self.sensitivity is Sensitivity.CONFIDENTIAL
        return kept_close and self.id.startswith(BY_HAND) and not (self.path or self.url)

    @property
    def place(self) -> str:
        """What people find it by: a page's address, not the file that it is kept in; its id where it has neither."""
        kept = self.url and self.path.startswith(f"{SNAPSHOTS}/")
        return self.url if kept else self.path or self.url or self.id

    @property
    def copy_told(self) -> str:
        """What is left of it once it has changed or is gone, in words: of a file that a person brought, no copy is."""
        if self.id.startswith(BY_HAND):
            return "the evidence keeps the words that were transcribed, and no copy of the file"
        return "the evidence keeps its copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with its normalised text: what the document store keeps. `markers`: its pages, time codes.

    `ruled`: its tier is that of the rules, since it says none of itself; other rules may change it.
    """

    source: Source
    text: str
    markers: tuple[Marker, ...] = ()
    ruled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The unit of retrieval: `[start, end)` of its document's text; `locator` is for people ("paragraph 3").

    `own_word`: what its document says of itself elsewhere (retracted, corrected, a ruling); "" where it was not asked.
    """

    text: str
    start: int
    end: int
    locator: str = ""
    own_word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or name to search for, and how much it counts beside the others (1.0: an ordinary word)."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What an index returns: a passage with its raw BM25 score."""

    source: Source
    passage: Passage
    bm25: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why a passage was retrieved: the scores that ranked it and the words and names it shares with the claim."""

    bm25: float
    token_set: float
    shared: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage retrieved for a claim. `rank` counts from 1; `carriers` are further sources of the same origin."""

    source: Source
    passage: Passage
    score: float
    rank: int
    origin: str
    tier: Tier
    locator: str
    digest: str
    match: Match
    carriers: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search as it was made, so that "searched, nothing found" can be cited.

    `retrieved`: passages that the index returned; `kept`: candidates made of them; `dropped`: step -> passages left
    out, and `TABLES` -> how many tables it did not look into; `filters`: the limits it was made with (`retrieve`,
    `keep`, `floor`, `each source`; `semantic` where the meaning counted).
    `at` and `event` are of the entry of the log that records it, no part of what was found; a search that is not on
    record has neither.
    """

    terms: tuple[Term, ...]
    corpus_digest: str
    documents: int
    retrieved: int
    dropped: Mapping[str, int] = field(default_factory=dict)
    kept: int | None = None
    filters: Mapping[str, float] = field(default_factory=dict)
    at: datetime | None = field(default=None, compare=False)
    event: int = field(default=0, compare=False)

    @property
    def left_out(self) -> int:
        """How many passages were left out by a limit, so that nothing that was kept stands for them."""
        return sum(count for step, count in self.dropped.items() if step in LEFT_OUT)

    @property
    def cut_short(self) -> tuple[str, ...]:
        """The limits that kept back passages which may bear on the claim, in words; () where none did.

        What scored below the floor is not among them: it was looked at, and bears on the claim too little. Nor is what
        the index has below it, in whose order the scores fall: its limit cuts only where nothing scored low.
        """
        reached = not self.dropped.get(Step.LOW) and self.retrieved >= self.filters.get("retrieve", self.retrieved + 1)
        return tuple(
            words.format(f"{self.filters[limit]:g}" if limit in self.filters else "a set number")
            for limit, step, words in _LIMITS
            if (self.dropped.get(step) if step else reached)
        )

    @property
    def is_whole(self) -> bool:
        """Whether no limit but the floor kept back a passage: whatever else has a word of the claim scored low."""
        return not self.cut_short


class Step(StrEnum):
    """What became of a passage in a search: the step that left it out, or `KEPT`."""

    KEPT = "kept"
    JOINED = "joined to its neighbour"
    LOW = "scored low"
    ORIGIN = "same origin"
    SOURCE = "same source"
    WORDS = "same words"
    BEST = "below the best"
    INDEX = "not among the best of the index"


_LIMITS: tuple[tuple[str, Step | None, str], ...] = (
    ("retrieve", None, "the index was asked for no more than {} passages"),
    ("keep", Step.BEST, "no more than {} are kept"),
    ("each source", Step.SOURCE, "no more than {} of each source are kept"),
)
"""By which filter a search is cut short, the step that tells so (None: it was reached), and what that is in words."""
TABLES = "kept as tables, not searched by word"
"""What a search leaves aside: the cells of tables, which are cited one by one, and stand in no index."""

LEFT_OUT = frozenset({Step.LOW, Step.BEST, Step.SOURCE})
"""The steps that leave a passage out by a limit: who doubts the limit reads these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one passage in a search. `place` counts in the index's own order, `rank` after ranking again.

    `limit` is what `score` (of `Step.INDEX`: `bm25`; of `Step.BEST`: `rank`; of `Step.SOURCE`: how many of its source
    are kept) was held against; `bound` the score of the last passage that was kept before it (of `Step.SOURCE`: of its
    source). `read`: its words had a part in its score, not its place in the index alone. `stands_for_it`: the passage
    that was kept in its stead, another carrier of the text, its neighbour, one of the same words, or a better one of
    its source; None where that one was kept no more than this one. `place` is 0 where the index was not looked through
    that far.
    """

    step: Step
    source: Source
    passage: Passage
    place: int = 0
    bm25: float = 0.0
    score: float | None = None
    rank: int = 0
    limit: float | None = None
    stands_for_it: Candidate | None = None
    bound: float | None = None
    read: bool = True


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


class ProblemKind(StrEnum):
    """What became of what a problem tells of: lost, read all the same, or no document that anybody would miss."""

    UNREAD = "unread"
    READ = "read"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not read, not used or not certain: counted and listed, never dropped silently."""

    path: str
    reason: str
    remedy: str
    kind: ProblemKind = ProblemKind.UNREAD

    def __str__(self) -> str:
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.path}: {self.reason}{remedy}"
