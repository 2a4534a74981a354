"""Train the re-ranker: `python -m tests.training.ranking ../shared/data > factcheck/matching/weights.json`.

`--semantic` does the same with the feature of the extra of that name, for `weights_semantic.json`.

Needs numpy and scipy, which the product does not. Pairwise logistic regression: of two passages of one search, the one
that bears on the claim is to score higher, and counts by how many of the gold sets have it; then a constant makes the
scores add up to as many as bear on their claim. No weight may be negative: that what two texts share speaks against
them is an accident of the data, and cost recall on the seed. Read are CheckThat 2020 train and the dev part of WiCE, of
which no train part is here; no test part.
`--folds` prints what weights of the other folds reach: MAP@5 of the hits read, CheckThat .869; best F1 of the sentences
chosen together, WiCE .662 (2026-11).
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from factcheck.corpus import Corpus
from factcheck.domain import Hit
from factcheck.matching import claim_terms
from factcheck.matching.features import FEATURES, WITH_MEANING, Asked, ask, vectors, with_meaning
from factcheck.matching.ranking import READ, Scored
from tests.quality.matching import as_document, best_f1, sentence_hits, sentences_of
from tests.quality.parts import records

PENALTY = 0.05
FOLDS, DEPTH = 5, 5
WICE_WEIGHT = 2.0
"""WiCE has half as many claims; each set counts about the same."""
Vector = tuple[float, ...]
Features = Callable[[Asked, Sequence[Hit]], list[Vector]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search found: features of each passage, and how many of the gold sets have it, 0..1.

    `measure`: how good an order by these scores (any numbers, higher is better) is, 0..1.
    """

    vectors: list[Vector]
    gold: list[float]
    weight: float
    measure: Callable[[Sequence[float]], float]

    def pairs(self) -> Iterator[tuple[Vector, float]]:
        """Yield by how much each relevant passage exceeds each other one, and what the pair counts."""
        others = [one for one, gold in zip(self.vectors, self.gold, strict=True) if not gold]
        for better, gold in zip(self.vectors, self.gold, strict=True):
            for worse in others if gold else ():
                yield tuple(a - b for a, b in zip(better, worse, strict=True)), self.weight * gold / len(others)


def main(data: Path, *, folds: bool, semantic: bool) -> None:
    """Print the weights as JSON, or the cross-validated measure of each set: MAP@5, best F1."""
    names, features = (WITH_MEANING, with_meaning) if semantic else (FEATURES, vectors)
    posts = list(_checkthat(data / "retrieval" / "checkthat2020", features))
    pages = list(_wice(data / "passages" / "wice", features))
    if not folds:
        print(as_json(names, *fit([*posts, *pages])))
        return
    values: dict[str, list[float]] = {"CheckThat": [], "WiCE": []}
    for fold in range(FOLDS):
        weights, constant = fit([one for some in (posts, pages) for at, one in enumerate(some) if at % FOLDS != fold])
        for name, some in (("CheckThat", posts), ("WiCE", pages)):
            for one in some[fold::FOLDS]:
                values[name].append(one.measure([constant + _dot(weights, vector) for vector in one.vectors]))
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
    return fitted, _constant(totals, sum(gold > 0 for one in searches for gold in one.gold))


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
            right = {hit.source.origin for hit in hits if hit.source.id in query["relevant"]}
            gold = [float(hit.source.origin in right) for hit in hits]
            origins = [hit.source.origin for hit in hits]
            measure = partial(_average_precision, origins, right, len(query["relevant"]))
            yield Searched(features(ask(query["text"], terms), hits), gold, 1.0, measure)


def _average_precision(origins: Sequence[str], right: set[str], many: int, scores: Sequence[float]) -> float:
    ranked = dict.fromkeys(origins[at] for at in sorted(range(len(scores)), key=lambda at: -scores[at]))
    places = [place for place, one in enumerate(islice(ranked, DEPTH), 1) if one in right]
    return sum(count / place for count, place in enumerate(places, 1)) / min(many, DEPTH)


def _wice(folder: Path, features: Features) -> Iterator[Searched]:
    for item in records(folder / "dev.jsonl.gz"):
        hits = sorted(sentence_hits(item), key=lambda hit: -hit.bm25)[:READ]
        sets = item["supporting_sentences"]
        gold = [sum(int(hit.passage.locator) in one for one in sets) / max(len(sets), 1) for hit in hits]
        asked = ask(item["claim"], claim_terms(item["claim"]))
        yield Searched(features(asked, hits), gold, WICE_WEIGHT, partial(_best_f1, asked, hits, sets))


def _best_f1(asked: Asked, hits: Sequence[Hit], sets: list[list[int]], scores: Sequence[float]) -> float:
    order = sorted(range(len(hits)), key=lambda at: -scores[at])
    ranked = [Scored(hits[at], 1 / (1 + math.exp(-scores[at])), at) for at in order]
    return best_f1(sentences_of(asked, ranked), sets)


def _dot(weights: Sequence[float], vector: Vector) -> float:
    return sum(weight * value for weight, value in zip(weights, vector, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), folds="--folds" in sys.argv, semantic="--semantic" in sys.argv)
