"""A second index, in memory and without any library: it shows that the tests of the protocol are about the protocol."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.domain import EVERYWHERE, Found, Indexed, IndexStatistics, Passage, Problem, Source, Term, Within

K1, B = 1.2, 0.75


def words_of(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", text)]


class MemoryIndex:
    """BM25 over all passages, one after another."""

    def __init__(self) -> None:
        self._held: dict[str, Indexed] = {}
        self._waiting: dict[str, Indexed | None] = {}

    def add(self, documents: Iterable[Indexed]) -> None:
        self._waiting |= {document.source.id: document for document in documents}

    def delete(self, sources: Iterable[str]) -> None:
        self._waiting |= dict.fromkeys(sources)

    def commit(self, *, more: bool = False) -> None:
        del more
        self._held |= {name: one for name, one in self._waiting.items() if one}
        for name, one in self._waiting.items():
            if one is None:
                self._held.pop(name, None)
        self._waiting.clear()

    def search(self, terms: Sequence[Term], k: int, within: Within = EVERYWHERE) -> list[Found]:
        limited = within != EVERYWHERE
        scored = [
            Found(reference=one.reference, start=p.start, end=p.end, locator=p.locator, bm25=score)
            for one, p in self._passages()
            if _fits(one.source, p, within) and ((score := self._score(terms, p)) or (limited and not terms))
        ]
        return sorted(scored, key=lambda f: (-f.bm25, f.reference, f.start))[: max(0, k)]

    def get(self, source: str) -> list[Found]:
        return [
            Found(reference=one.reference, start=p.start, end=p.end, locator=p.locator, bm25=0.0)
            for one, p in self._passages()
            if one.source.id == source
        ]

    def stats(self) -> IndexStatistics:
        return IndexStatistics(passages=len(self._passages()))

    def damaged(self) -> tuple[Problem, ...]:
        return ()

    def close(self) -> None:
        self._waiting.clear()

    def _passages(self) -> list[tuple[Indexed, Passage]]:
        return [(one, passage) for one in self._held.values() for passage in one.passages]

    def _score(self, terms: Sequence[Term], passage: Passage) -> float:
        texts = [words_of(one.text) for _, one in self._passages()]
        mean = sum(map(len, texts)) / len(texts)
        counts = Counter(words_of(passage.text))
        score = 0.0
        for term in terms:
            for word in words_of(term.text):
                holding = sum(word in text for text in texts)
                rare = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
                often = counts[word]
                score += term.weight * rare * often * (K1 + 1) / (often + K1 * (1 - B + B * counts.total() / mean))
        return score


def _fits(source: Source, passage: Passage, within: Within) -> bool:
    words = f" {' '.join(words_of(passage.text))} "
    day = source.published
    return (
        within.publisher.casefold() in ("", source.publisher.casefold())
        and within.language.casefold() in ("", source.language.casefold())
        and within.tier in (None, source.tier)
        and (not within.since or (day is not None and day >= within.since))
        and (not within.until or (day is not None and day <= within.until))
        and (not within.sources or source.id in within.sources)
        and all(f" {' '.join(words_of(phrase))} " in words for phrase in within.phrases)
    )
