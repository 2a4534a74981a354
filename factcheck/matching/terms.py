"""What to ask the index for a claim: its words, and how much each counts.

Content words count once; words of names, numbers and quoted words count more, because they tell two reports of the same
kind apart; the claimant and the medium count less, because a passage may answer the claim without naming either. The
small words left out are those of the language of the claim; words keep their accents, which stemmers need.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.domain import Claim, Term
from factcheck.matching.posts import split_signature, spoken
from factcheck.text.languages.stop_words import stop_words_of
from factcheck.text.words import Word, accented, split_words

# Weights beside an ordinary word (1.0). Source: CheckThat 2020 train, BM25 of tantivy, 2026-11: MAP@5 .863 with names
# at 1.15 and the claimant at .7, .859 with 1.25 and .6; with more or less of either no more.
NAME_WEIGHT = 1.15
NUMBER_WEIGHT = 1.2
QUOTED_WEIGHT = 1.2
CLAIMANT_WEIGHT = 0.7
MOST_TERMS = 64
"""A claim of 10,000 words is not asked word by word: the heaviest terms are, the earlier first among equals."""


def claim_terms(claim: Claim | str) -> tuple[Term, ...]:
    """Return the terms to search for, in the order of the claim, each word once with its highest weight."""
    if isinstance(claim, str):
        weights = _Weights(stop_words_of(claim))
        weights.weigh(claim, _NOTHING)
        return weights.heaviest()
    weights = _Weights(stop_words_of(claim.wording))
    weights.weigh(claim.wording, frozenset(_folded(name.name) for name in claim.names))
    for quotation in claim.quotations:
        weights.put(claim.unmarked(quotation), QUOTED_WEIGHT)
    if claim.claimant is not None:
        weights.put(claim.claimant.name, CLAIMANT_WEIGHT)
    weights.put(claim.medium, CLAIMANT_WEIGHT)
    return weights.heaviest()


_NOTHING: frozenset[str] = frozenset()


class _Weights:
    """The words of a claim, folded, with their weights, and how they are asked for."""

    def __init__(self, stop_words: frozenset[str]) -> None:
        self._stop_words = stop_words
        self._weights: dict[str, float] = {}
        self._asked: dict[str, str] = {}

    def weigh(self, text: str, names: frozenset[str]) -> None:
        """Take the words of a text, those of names, numbers and its signature as such."""
        name_words = {word for name in names for word in name.split()}
        body, signature = split_signature(text)
        for position, word in enumerate(split_words(spoken(body))):
            self._take(word, _weight(word, first=position == 0, named=word.folded in name_words))
        self.put(spoken(signature), CLAIMANT_WEIGHT)

    def put(self, text: str, weight: float) -> None:
        """Take the words of a text, each with this weight."""
        for word in split_words(text):
            self._take(word, weight)

    def _take(self, word: Word, weight: float) -> None:
        if not self._is_small(word):
            self._weights[word.folded] = max(weight, self._weights.get(word.folded, 0.0))
            self._asked.setdefault(word.folded, accented(word))

    def _is_small(self, word: Word) -> bool:
        return word.folded in self._stop_words and word.text != "May"  # the month

    def heaviest(self) -> tuple[Term, ...]:
        """Return the terms, the heaviest where there are too many."""
        kept = self._weights
        if len(kept) > MOST_TERMS:
            heaviest = set(sorted(kept, key=lambda word: -kept[word])[:MOST_TERMS])  # sorted() is stable: earlier first
            kept = {word: weight for word, weight in kept.items() if word in heaviest}
        return tuple(Term(text=self._asked[word], weight=weight) for word, weight in kept.items())


def _weight(word: Word, *, first: bool, named: bool) -> float:
    if word.is_number:
        return NUMBER_WEIGHT
    if named or (word.text[0].isupper() and not first):
        return NAME_WEIGHT
    return 1.0


@lru_cache(4096)
def _folded(name: str) -> str:
    return " ".join(word.folded for word in split_words(name))
