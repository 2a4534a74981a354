"""Re-rank what the index returned: a logistic regression over what claim and passage share in words.

The best `READ` of the index are read word by word; the rest keep the index's order behind them, unread, which halves
the cost. The weights stand in `weights.json`, one a feature, and were fitted by `tests/training/ranking.py` on
CheckThat 2020 train and WiCE dev; those with what embeddings say of the meaning, in `weights_semantic.json`. Nothing is
learned here; scoring is a sum.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapidfuzz import fuzz

from factcheck.domain import Hit, Match, Term
from factcheck.matching.features import FEATURES, WITH_MEANING, Asked, read, shared, vectors, with_meaning
from factcheck.matching.terms import NAME_WEIGHT

READ = 20
"""Hits whose words are looked at. Source: cross-validated, 2026-11, with 20 and with 50: MAP@5 of CheckThat 2020 train
.867 and .869, best F1 of WiCE dev .656 and .652."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A hit with its score (0..1), and its place in the index's own ranking, counted from 1."""

    hit: Hit
    score: float
    place: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights, in the order of `FEATURES` or `WITH_MEANING`."""

    constant: float
    features: tuple[float, ...]


@cache
def weights(*, semantic: bool = False) -> Weights:
    """Return the shipped weights; `semantic`: those that count the meaning, too."""
    file, names = ("weights_semantic.json", WITH_MEANING) if semantic else ("weights.json", FEATURES)
    table = json.loads(resources.files("factcheck.matching").joinpath(file).read_text(encoding="utf-8"))
    return Weights(table["constant"], tuple(table["weights"][name] for name in names))


def rank(asked: Asked, hits: Sequence[Hit], best: float = 0.0, *, semantic: bool = False) -> list[Scored]:
    """Return `hits` with scores, best first; ties keep the index's order. Scores compare within one call only.

    `best`: the highest BM25 for the claim, where it is not among the hits. `semantic`: count how near they are in
    meaning, too.

    Raises:
        SettingsError: that was asked for, and the extra `semantic` is not installed.
    """
    by_index = sorted(hits, key=lambda hit: -hit.bm25)
    looked, rest = by_index[:READ], by_index[READ:]
    if not looked:
        return []
    fitted, features = weights(semantic=semantic), with_meaning if semantic else vectors
    scores = [_probability(fitted, vector) for vector in features(asked, looked, best)]
    last, least = looked[-1].bm25, min(scores)
    scores += [least * hit.bm25 / last if last > 0 else 0.0 for hit in rest]
    scored = [Scored(hit, round(score, 6), at) for at, (hit, score) in enumerate(zip(by_index, scores, strict=True), 1)]
    return sorted(scored, key=lambda one: -one.score)


def explain(asked: Asked, terms: Sequence[Term], hit: Hit, best: float) -> Match:
    """Return why a hit was retrieved; `best` is the highest BM25 of its search."""
    found = shared(asked, hit.passage.text, hit.source.language)
    named = [term for term, one in zip(terms, asked.stems, strict=True) if one in found]
    return Match(
        bm25=round(max(hit.bm25, 0.0) / best, 6) if best > 0 else 0.0,
        token_set=round(fuzz.token_set_ratio(asked.folded, read(hit.passage.text)[1]) / 100, 6),
        shared=tuple(term.text for term in named),
        names=tuple(term.text for term in named if term.weight >= NAME_WEIGHT),
    )


def _probability(fitted: Weights, vector: tuple[float, ...]) -> float:
    total = fitted.constant + sum([weight * value for weight, value in zip(fitted.features, vector, strict=True)])
    return 1 / (1 + math.exp(-total))
