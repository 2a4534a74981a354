"""Train the scores of `stance/`: `python -m tests.training.scores ../shared/data > factcheck/stance/weights.json`.

Needs scikit-learn, which the product does not. Multinomial logistic regression on FEVER-symmetric dev, SICK train and
Emergent tune (weights `SETS`); every fourth claim also meets another one's passage, as an unrelated pair. No test
part is read. Cross-validated by claim, three partitions, 2026-11: FEVER-symmetric .678, Emergent .715, SICK .594.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.domain import Stance
from factcheck.stance.judging import look_at
from factcheck.stance.scoring import FEATURES, ORDER
from factcheck.stance.tone import KINDS, SILENCES
from tests.quality.parts import records
from tests.quality.stance import MAPPINGS, Item

SETS = {("fever_symmetric", "dev"): 1.25, ("sick", "train"): 0.2, ("emergent", "tune"): 1.0}
"""How much each set counts. Source: cross-validation, 2026-11."""
MOST = 2_500
FOLDS = 5
UNRELATED_WEIGHT, PENALTY = 0.3, 0.5


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


def fit(examples: Sequence[Example]) -> list[list[float]]:
    """Return the weights, a row for each stance of `ORDER`, the constant first."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=PENALTY, max_iter=3_000)
    gold = [ORDER.index(one.gold) for one in examples]
    model.fit([one.vector[1:] for one in examples], gold, sample_weight=[one.weight for one in examples])
    return [[float(start), *map(float, row)] for start, row in zip(model.intercept_, model.coef_, strict=True)]


def validate(examples: Sequence[Example]) -> dict[str, float]:
    """Return the accuracy of the forced choice on each set, from folds that share no claim."""
    right: dict[str, list[bool]] = defaultdict(list)
    labels: dict[str, set[Stance]] = defaultdict(set)
    pairs = [one for one in examples if one.gold is not Stance.UNRELATED]
    for one in pairs:
        labels[one.set].add(one.gold)
    groups = {group: at % FOLDS for at, group in enumerate(sorted({one.group for one in examples}))}
    for fold in range(FOLDS):
        weights = fit([one for one in examples if groups[one.group] != fold])
        for one in pairs:
            if groups[one.group] == fold:
                values = {
                    stance: sum(w * x for w, x in zip(row, one.vector, strict=True))
                    for stance, row in zip(ORDER, weights, strict=True)
                }
                right[one.set].append(max(sorted(labels[one.set]), key=lambda stance: values[stance]) is one.gold)
    return {name: sum(some) / len(some) for name, some in right.items()}


def as_json(weights: list[list[float]]) -> str:
    """Return the file: what the weights are, and the weights."""
    products = [f"coverage*{one}" for one in ("coverage", "blocked", "clashing", "wordier", "lost")]
    products += [f"wordier*{one}" for one in ("blocked", "lost", "unshared", "differing")]
    note = "multinomial logistic regression on FEVER-symmetric dev, SICK train and Emergent tune"
    rounded = [[round(value, 4) for value in row] for row in weights]
    names = ["constant", *FEATURES, *products, *KINDS, *SILENCES]
    shown = {"note": note, "stances": ORDER, "features": names, "weights": rounded}
    return json.dumps(shown, indent=1)


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
