"""What a search found: terms, hits, candidates, the record of the search, and what became of what it left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.domain.sources import Passage, Source, Tier


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
