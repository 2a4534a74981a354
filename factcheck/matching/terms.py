"""What to ask the index for a claim: its words, and how much each counts.

Content words count once; words of names, numbers and quoted words count more, because they tell two reports of the same
kind apart; the claimant and the medium count less, because a passage may answer the claim without naming either.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.domain import Claim, Term
from factcheck.matching.posts import split_signature, spoken
from factcheck.text.words import Word, split_words

# Weights beside an ordinary word (1.0). Source: grid over CheckThat 2020 train, BM25 of tantivy; see tests/quality.
NAME_WEIGHT = 1.25
NUMBER_WEIGHT = 1.2
QUOTED_WEIGHT = 1.2
CLAIMANT_WEIGHT = 0.6
MOST_TERMS = 64
"""A claim of 10,000 words is not asked word by word: the heaviest terms are, the earlier first among equals."""


def claim_terms(claim: Claim | str) -> tuple[Term, ...]:
    """Return the terms to search for, in the order of the claim, each folded word once with its highest weight."""
    if isinstance(claim, str):
        return _heaviest(_weigh(claim, _NOTHING))
    weights = _weigh(claim.text, frozenset(_folded(name.name) for name in claim.names))
    for quotation in claim.quotations:
        _raise(weights, quotation.text, QUOTED_WEIGHT)
    if claim.claimant is not None:
        _raise(weights, claim.claimant.name, CLAIMANT_WEIGHT)
    _raise(weights, claim.medium, CLAIMANT_WEIGHT)
    return _heaviest(weights)


_NOTHING: frozenset[str] = frozenset()


def _weigh(text: str, names: frozenset[str]) -> dict[str, float]:
    name_words = {word for name in names for word in name.split()}
    weights: dict[str, float] = {}
    body, signature = split_signature(text)
    for position, word in enumerate(split_words(spoken(body))):
        if not word.is_stop:
            weight = _weight(word, first=position == 0, named=word.folded in name_words)
            weights[word.folded] = max(weight, weights.get(word.folded, 0.0))
    _raise(weights, spoken(signature), CLAIMANT_WEIGHT)
    return weights


def _weight(word: Word, *, first: bool, named: bool) -> float:
    if word.is_number:
        return NUMBER_WEIGHT
    if named or (word.text[0].isupper() and not first):
        return NAME_WEIGHT
    return 1.0


def _raise(weights: dict[str, float], text: str, weight: float) -> None:
    for word in split_words(text):
        if not word.is_stop:
            weights[word.folded] = max(weight, weights.get(word.folded, 0.0))


@lru_cache(4096)
def _folded(name: str) -> str:
    return " ".join(word.folded for word in split_words(name))


def _heaviest(weights: dict[str, float]) -> tuple[Term, ...]:
    kept = weights
    if len(weights) > MOST_TERMS:
        heaviest = sorted(weights, key=lambda word: -weights[word])[:MOST_TERMS]  # sorted() is stable: earlier first
        kept = {word: weights[word] for word in weights if word in set(heaviest)}
    return tuple(Term(text=word, weight=weight) for word, weight in kept.items())
