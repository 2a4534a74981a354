"""Fit `factcheck/claims/checkable/worthiness.json`: `python -m tests.quality.train_worthiness ../shared/data`.

Logistic regression with an L2 penalty (scikit-learn: `pip install -e '.[train]'`) over the readable features and the
words of ClaimBuster's two-class train part; the heaviest words are kept and fitted again. Deterministic. No part named
test is read; the CheckThat debates are not trained on, so that the whole of them is held out. Prints the average
precision of a fifth that was left out.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from factcheck.claims import checkable
from factcheck.claims.checkable.learned import readable_features, word_key
from factcheck.text.dates.finding import find_dates
from factcheck.text.names.finding import find_names
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.words import spelt_words
from tests.quality.checkworthiness import Scored, average_precision
from tests.quality.parts import records

KEPT = 1200  # words
RAREST = 3  # lines that a word must stand in
INVERSE_PENALTY = (
    0.4  # scikit-learn's C; chosen with the two above in 5-fold cross-validation on the train part, 2026-11
)
LEFT_OUT = 5  # one line in so many is left out in the check

Features = dict[str, float]


def features(text: str) -> Features:
    words = spelt_words(text)
    found = readable_features(
        text,
        words,
        quantities=tuple(find_quantities(text)),
        dates=tuple(find_dates(text, anchor=None)),
        names=tuple(find_names(text)),
    )
    return {f"!{name}": value for name, value in found.items()} | {key: 1.0 for w in words if (key := word_key(w))}


def score(weights: Features, x: Features) -> float:
    return weights[""] + sum(weights.get(name, 0.0) * value for name, value in x.items())


def fit(lines: list[tuple[Features, int]]) -> Features:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for x, _ in lines for name in x})
    column = {name: at for at, name in enumerate(names)}
    cells = [(row, column[name], value) for row, (x, _) in enumerate(lines) for name, value in x.items()]
    rows, columns, values = zip(*cells, strict=True)
    table = csr_matrix((values, (rows, columns)), shape=(len(lines), len(names)))
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=1000, tol=1e-6).fit(table, [label for _, label in lines])
    return {"": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def selected(lines: list[tuple[Features, int]]) -> Features:
    counts = Counter(name for x, _ in lines for name in x)
    common = [({n: v for n, v in x.items() if counts[n] >= RAREST}, y) for x, y in lines]
    first = fit(common)
    words = sorted((n for n in first if n and n[0] != "!"), key=lambda n: (-abs(first[n]) * math.sqrt(counts[n]), n))
    keep = set(words[:KEPT]) | {n for n in first if n.startswith("!")}
    return fit([({n: v for n, v in x.items() if n in keep}, y) for x, y in common])


def main(data: Path) -> None:
    source = data / "checkworthiness" / "claimbuster" / "twoclass_train.jsonl.gz"
    lines = [(features(r["text"]), int(r["label"])) for r in records(source)]
    left_out = lines[::LEFT_OUT]
    check = selected([line for index, line in enumerate(lines) if index % LEFT_OUT])
    print("average precision, left out:", average_precision(Scored(score(check, x), bool(y)) for x, y in left_out))
    weights = selected(lines)
    table = {
        "about": "Fitted by tests/quality/train_worthiness.py on ClaimBuster, twoclass_train (utaresearch).",
        "bias": round(weights.pop(""), 3),
        "features": {n[1:]: round(w, 3) for n, w in sorted(weights.items()) if n.startswith("!")},
        "words": {n: round(w, 3) for n, w in sorted(weights.items()) if not n.startswith("!")},
    }
    path = Path(checkable.__file__).with_name("worthiness.json")
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
