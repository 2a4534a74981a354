"""Train the scores of `stance/`: `python -m tests.training.scores ../shared/data > factcheck/stance/weights.json`.

Multinomial logistic regression by plain gradient descent on FEVER-symmetric dev, SICK train and Emergent tune; each set
weighs the same, and each claim also meets another one's passage, as a pair that is unrelated. No test part is read.
"""

from __future__ import annotations

import json
import math
import random
import sys
from pathlib import Path

from factcheck.domain import Stance
from factcheck.stance.judging import look_at
from factcheck.stance.scoring import FEATURES, ORDER
from tests.quality.parts import records
from tests.quality.stance import MAPPINGS, Item

ROUNDS, STEP, PENALTY = 200, 1.5, 0.002
Row = tuple[tuple[float, ...], int, float]


def main(data: Path) -> None:
    """Print the weights as JSON."""
    rows: list[Row] = []
    for name, part in (("fever_symmetric", "dev"), ("sick", "train"), ("emergent", "tune")):
        items = MAPPINGS[name](records(data / "stance" / name / f"{part}.jsonl.gz"))[""]
        rows += _rows(items)
    weights = _train(rows)
    note = "multinomial logistic regression on FEVER-symmetric dev, SICK train and Emergent tune"
    products = [f"coverage*{one}" for one in ("coverage", "blocked", "clashing", "wordier", "lost")]
    products += [f"wordier*{one}" for one in ("blocked", "lost", "unshared", "differing")]
    names = ["constant", *FEATURES, *products]
    rounded = [[round(value, 4) for value in row] for row in weights]
    print(json.dumps({"note": note, "stances": ORDER, "features": names, "weights": rounded}, indent=1))


def _rows(items: list[Item]) -> list[Row]:
    rows = []
    shuffled = items[1:] + items[:1]
    random.Random(1).shuffle(shuffled)
    for item, other in zip(items, shuffled, strict=True):
        rows.append((look_at(item.claim, item.passage).signs.vector(), ORDER.index(item.gold), 1.0 / len(items)))
        unrelated = ORDER.index(Stance.UNRELATED)
        rows.append((look_at(item.claim, other.passage).signs.vector(), unrelated, 0.3 / len(items)))
    return rows


def _train(rows: list[Row]) -> list[list[float]]:
    size = len(rows[0][0])
    total = sum(row[2] for row in rows)
    weights = [[0.0] * size for _ in ORDER]
    for _ in range(ROUNDS):
        slopes = [[PENALTY * value for value in row] for row in weights]
        for features, gold, counts in rows:
            values = [sum(w * x for w, x in zip(row, features, strict=True)) for row in weights]
            highest = max(values)
            powers = [math.exp(value - highest) for value in values]
            whole = sum(powers)
            for at, power in enumerate(powers):
                error = (power / whole - (at == gold)) * counts / total
                for place, value in enumerate(features):
                    if value:
                        slopes[at][place] += error * value
        weights = [
            [value - STEP * slope for value, slope in zip(row, slope_row, strict=True)]
            for row, slope_row in zip(weights, slopes, strict=True)
        ]
    return weights


if __name__ == "__main__":
    main(Path(sys.argv[1]))
