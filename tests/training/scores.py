"""Train the scores of `stance/`: `python -m tests.training.scores ../shared/data > factcheck/stance/weights.json`.

Needs scikit-learn, which the product does not. The mean of logistic regression and of boosted trees, on FEVER-symmetric
dev, SICK train and Emergent tune (weights `SETS`); every fourth claim also meets another one's passage, as an unrelated
pair. No test part is read. `--validate` prints what cross-validation by claim gives. Seven seconds on one core.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from factcheck.domain import Stance
from factcheck.stance.judging import look_at
from factcheck.stance.scoring import NAMES, ORDER, scorer_of
from tests.quality.parts import records
from tests.quality.stance import ASKED_RECALL, MAPPINGS, Item
from tests.training.boosting import as_json, fit_trees

SETS = {("fever_symmetric", "dev"): 1.25, ("sick", "train"): 0.2, ("emergent", "tune"): 1.0}
"""How much each set counts. Source: cross-validation, 2026-11."""
MOST = 2_500
FOLDS, TIMES = 5, 3
"""Folds, and how often they are drawn: one draw moves the precision by .03."""
UNRELATED_WEIGHT, PENALTY = 0.3, 0.5
TREES = {"n_estimators": 60, "max_depth": 3, "learning_rate": 0.1, "subsample": 0.5, "max_features": 10}
"""How the trees are grown. Source: cross-validation, 2026-11."""


@dataclass(frozen=True, slots=True)
class Example:
    """A described pair; `group` is its claim, `weight` how much it counts."""

    set: str
    group: str
    vector: tuple[float, ...]
    gold: Stance
    weight: float


def main() -> None:
    """Print the weights as JSON, or what cross-validation by claim gives."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.scores", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--validate", action="store_true", help="cross-validate instead of writing weights")
    options = parser.parse_args()
    examples: list[Example] = []
    for (name, part), counts in SETS.items():
        items = MAPPINGS[name](records(options.data / "stance" / name / f"{part}.jsonl.gz"))[""][:MOST]
        examples += _described(name, items, counts)
    print(json.dumps(validate(examples), indent=1) if options.validate else as_json(fit(examples)))


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the file: what the weights are, the weights (a row for each stance of `ORDER`), and the trees."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=PENALTY, max_iter=3_000)
    gold, counts = [ORDER.index(one.gold) for one in examples], [one.weight for one in examples]
    model.fit([one.vector[1:] for one in examples], gold, sample_weight=counts)
    rows = [[start, *row] for start, row in zip(model.intercept_, model.coef_, strict=True)]
    return {
        "note": "logistic regression and boosted trees on FEVER-symmetric dev, SICK train and Emergent tune",
        "stances": ORDER,
        "features": NAMES,
        "weights": [[round(float(value), 4) for value in row] for row in rows],
        "boosted": fit_trees([one.vector for one in examples], gold, weights=counts, names=NAMES, growth=TREES),
    }


def validate(examples: Sequence[Example]) -> dict[str, float]:
    """Return the accuracy of the forced choice on each set, and the precision asked for, from folds without a claim."""
    pairs = [one for one in examples if one.gold is not Stance.UNRELATED]
    drawn = [_validated(examples, pairs, seed) for seed in range(TIMES)]
    return {measure: sum(one[measure] for one in drawn) / TIMES for measure in drawn[0]}


def _validated(examples: Sequence[Example], pairs: Sequence[Example], seed: int) -> dict[str, float]:
    every = sorted({one.group for one in examples})
    random.Random(seed).shuffle(every)
    groups = {group: at % FOLDS for at, group in enumerate(every)}
    found: dict[str, list[tuple[Stance, dict[Stance, float]]]] = defaultdict(list)
    for fold in range(FOLDS):
        trained = scorer_of(fit([one for one in examples if groups[one.group] != fold]))
        for one in pairs:
            if groups[one.group] == fold:
                found[one.set].append((one.gold, dict(zip(ORDER, trained.values(one.vector), strict=True))))
    measures = {name: _accuracy(some) for name, some in found.items()}
    return {**measures, f"fever_symmetric, corroborates at recall {ASKED_RECALL}": _precision(found["fever_symmetric"])}


def _accuracy(some: Sequence[tuple[Stance, dict[Stance, float]]]) -> float:
    labels = sorted({gold for gold, _ in some})
    return sum(max(labels, key=lambda one: scores[one]) is gold for gold, scores in some) / len(some)


def _precision(some: Sequence[tuple[Stance, dict[Stance, float]]]) -> float:
    """Return the precision of the highest scores, as many as reach the recall that `make quality` asks for."""
    ranked = [gold for gold, _ in sorted(some, key=lambda one: -one[1][Stance.CORROBORATES])]
    wanted = math.ceil(ASKED_RECALL * ranked.count(Stance.CORROBORATES))
    right = list(accumulate(gold is Stance.CORROBORATES for gold in ranked))
    return wanted / (right.index(wanted) + 1)


def _described(name: str, items: Sequence[Item], counts: float) -> list[Example]:
    shuffled = [*items[1:], *items[:1]]
    random.Random(1).shuffle(shuffled)
    each = 3_000 * counts / len(items)
    found = []
    for number, (item, other) in enumerate(zip(items, shuffled, strict=True)):
        claim = str(item.claim)
        found.append(Example(name, claim, look_at(claim, item.passage).signs.vector(), item.gold, each))
        if number % 4 == 0:
            vector = look_at(claim, other.passage).signs.vector()
            found.append(Example(name, claim, vector, Stance.UNRELATED, 4 * UNRELATED_WEIGHT * each))
    return found


if __name__ == "__main__":
    main()
