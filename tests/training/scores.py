"""Train the scores of `stance/`: `python -m tests.training.scores ../shared/data > factcheck/stance/weights.json`.

Needs scikit-learn, which the product does not. Multinomial logistic regression on FEVER-symmetric dev, SICK train and
Emergent tune (weights `SETS`); every fourth claim also meets another one's passage, as an unrelated pair. No test
part is read. Cross-validated by claim, 2026-11: FEVER-symmetric .675, Emergent .687, SICK .625.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from factcheck.domain import Stance
from factcheck.stance.judging import look_at
from factcheck.stance.scoring import FEATURES, ORDER
from tests.quality.parts import records
from tests.quality.stance import MAPPINGS, Item

SETS = {("fever_symmetric", "dev"): 1.0, ("sick", "train"): 0.2, ("emergent", "tune"): 1.0}
MOST = 2_500
UNRELATED_WEIGHT, PENALTY = 0.3, 20
Row = tuple[tuple[float, ...], int, float]


def main(data: Path) -> None:
    """Print the weights as JSON."""
    from sklearn.linear_model import LogisticRegression

    rows: list[Row] = []
    for (name, part), counts in SETS.items():
        items = MAPPINGS[name](records(data / "stance" / name / f"{part}.jsonl.gz"))[""][:MOST]
        rows += _rows(items, counts)
    model = LogisticRegression(C=PENALTY, max_iter=3_000)
    model.fit([row[0][1:] for row in rows], [row[1] for row in rows], sample_weight=[row[2] for row in rows])
    weights = [[float(start), *map(float, row)] for start, row in zip(model.intercept_, model.coef_, strict=True)]
    print(as_json(weights))


def as_json(weights: list[list[float]]) -> str:
    """Return the file: what the weights are, and the weights."""
    products = [f"coverage*{one}" for one in ("coverage", "blocked", "clashing", "wordier", "lost")]
    products += [f"wordier*{one}" for one in ("blocked", "lost", "unshared", "differing")]
    note = "multinomial logistic regression on FEVER-symmetric dev, SICK train and Emergent tune"
    rounded = [[round(value, 4) for value in row] for row in weights]
    shown = {"note": note, "stances": ORDER, "features": ["constant", *FEATURES, *products], "weights": rounded}
    return json.dumps(shown, indent=1)


def _rows(items: list[Item], counts: float) -> list[Row]:
    shuffled = items[1:] + items[:1]
    random.Random(1).shuffle(shuffled)
    each = 3_000 * counts / len(items)
    rows = []
    for number, (item, other) in enumerate(zip(items, shuffled, strict=True)):
        rows.append((look_at(item.claim, item.passage).signs.vector(), ORDER.index(item.gold), each))
        if number % 4 == 0:
            signs = look_at(item.claim, other.passage).signs
            rows.append((signs.vector(), ORDER.index(Stance.UNRELATED), 4 * UNRELATED_WEIGHT * each))
    return rows


if __name__ == "__main__":
    main(Path(sys.argv[1]))
