"""Train the re-ranker: `python -m tests.training.ranking ../shared/data > factcheck/matching/weights.json`.

`--semantic` does the same with the feature of the extra of that name, for `weights_semantic.json`.

Needs numpy and scipy, which the product does not. Pairwise logistic regression: of two passages of one search, the one
that bears on the claim is to score higher; then a constant makes the scores add up to as many as bear on their claim.
No weight may be negative: that what two texts share speaks against them is an accident of the data, and cost recall on
the seed. Read are CheckThat 2020 train and the dev part of WiCE, of which no train part is here; no test part.
`--folds` prints what weights of the other folds reach: MAP@5 of the hits read, CheckThat .852, WiCE .597; with
`--semantic` .861 and .610 (2026-11).
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.corpus import Corpus
from factcheck.domain import Hit
from factcheck.matching import claim_terms
from factcheck.matching.features import FEATURES, WITH_MEANING, Asked, ask, vectors, with_meaning
from factcheck.matching.ranking import READ
from tests.quality.matching import as_document, sentence_hits
from tests.quality.parts import records

PENALTY = 0.05
FOLDS, DEPTH = 5, 5
WICE_WEIGHT = 2.0
"""WiCE has half as many claims; each set counts about the same."""
Vector = tuple[float, ...]
Features = Callable[[Asked, Sequence[Hit]], list[Vector]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search found: features of each passage, and whether it bears on the claim."""

    vectors: list[Vector]
    relevant: list[bool]
    weight: float

    def pairs(self) -> Iterator[tuple[Vector, float]]:
        """Yield by how much each relevant passage exceeds each other one, and what the pair counts."""
        others = [one for one, right in zip(self.vectors, self.relevant, strict=True) if not right]
        for better in (one for one, right in zip(self.vectors, self.relevant, strict=True) if right):
            for worse in others:
                yield tuple(a - b for a, b in zip(better, worse, strict=True)), self.weight / len(others)


def main(data: Path, *, folds: bool, semantic: bool) -> None:
    """Print the weights as JSON, or the cross-validated MAP@5 of each set."""
    names, features = (WITH_MEANING, with_meaning) if semantic else (FEATURES, vectors)
    posts = list(_checkthat(data / "retrieval" / "checkthat2020", features))
    pages = list(_wice(data / "passages" / "wice", features))
    if not folds:
        print(as_json(names, *fit([*posts, *pages])))
        return
    values: dict[str, list[float]] = {"CheckThat": [], "WiCE": []}
    for fold in range(FOLDS):
        weights, _ = fit([one for some in (posts, pages) for at, one in enumerate(some) if at % FOLDS != fold])
        for name, some in (("CheckThat", posts), ("WiCE", pages)):
            values[name] += [_average_precision(weights, one) for one in some[fold::FOLDS]]
    for name, found in values.items():
        print(f"{name} {sum(found) / len(found):.3f} of {len(found)}")


def fit(searches: Sequence[Searched]) -> tuple[list[float], float]:
    """Return a weight for each feature, and the constant."""
    import numpy as np
    from scipy.optimize import minimize

    rows = [pair for one in searches for pair in one.pairs()]
    apart, counts = np.array([vector for vector, _ in rows]), np.array([weight for _, weight in rows])

    def loss(weights: Any) -> tuple[float, Any]:
        totals = apart @ weights
        cost = (counts * np.logaddexp(0, -totals)).sum() + PENALTY / 2 * (weights @ weights)
        return cost, PENALTY * weights - (apart * (counts / (1 + np.exp(totals)))[:, None]).sum(0)

    many = apart.shape[1]
    found = minimize(loss, np.zeros(many), jac=True, method="L-BFGS-B", bounds=[(0, None)] * many)
    fitted = [float(value) for value in found.x]
    totals = [_dot(fitted, vector) for one in searches for vector in one.vectors]
    return fitted, _constant(totals, sum(right for one in searches for right in one.relevant))


def _constant(totals: Sequence[float], right: int) -> float:
    """Return what makes the scores add up to the number of passages that bear on their claim."""
    low, high = -50.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        scores = sum(1 / (1 + math.exp(-middle - total)) for total in totals)
        low, high = (low, middle) if scores > right else (middle, high)
    return low


def as_json(names: Sequence[str], weights: Sequence[float], constant: float) -> str:
    """Return the file: what the weights are, and the weights."""
    note = "pairwise logistic regression on CheckThat 2020 train and WiCE dev (tests/training/ranking.py)"
    named = {name: round(weight, 4) for name, weight in zip(names, weights, strict=True)}
    return json.dumps({"note": note, "constant": round(constant, 4), "weights": named}, indent=1)


def _checkthat(folder: Path, features: Features) -> Iterator[Searched]:
    with tempfile.TemporaryDirectory() as scratch, Corpus.open(Path(scratch)) as corpus:
        corpus.add([as_document(one) for one in records(folder / "corpus.jsonl.gz")])
        for query in records(folder / "train.jsonl.gz"):
            terms = claim_terms(query["text"])
            hits = corpus.retrieve(terms, READ)
            relevant = [hit.source.id in query["relevant"] for hit in hits]
            yield Searched(features(ask(query["text"], terms), hits), relevant, 1.0)


def _wice(folder: Path, features: Features) -> Iterator[Searched]:
    for item in records(folder / "dev.jsonl.gz"):
        hits = sorted(sentence_hits(item), key=lambda hit: -hit.bm25)[:READ]
        gold = {place for one in item["supporting_sentences"] for place in one}
        asked = ask(item["claim"], claim_terms(item["claim"]))
        yield Searched(features(asked, hits), [int(hit.source.id) in gold for hit in hits], WICE_WEIGHT)


def _average_precision(weights: Sequence[float], one: Searched) -> float:
    order = sorted(range(len(one.vectors)), key=lambda at: -_dot(weights, one.vectors[at]))
    places = [place for place, at in enumerate(order[:DEPTH], 1) if one.relevant[at]]
    return sum(count / place for count, place in enumerate(places, 1)) / (min(sum(one.relevant), DEPTH) or 1)


def _dot(weights: Sequence[float], vector: Vector) -> float:
    return sum(weight * value for weight, value in zip(weights, vector, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), folds="--folds" in sys.argv, semantic="--semantic" in sys.argv)
