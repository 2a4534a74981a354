"""Train the combiner of whole articles: `python -m tests.training.article ../shared/data > article.json`.

Needs scikit-learn, which the product does not. Two steps: related or not, on FNC-1's train part; which way it
points, for news on the related pairs of the same (as pairs, and on which side each text stands by itself: `sides.py`),
for pages of fact-checkers on PolitiFact's train or tune part with the ruling masked. No part named test is read.
`--validate` trains nothing: it prints what five-fold cross-validation gives, grouped by connected headlines and bodies
(FNC-1) or by claim (PolitiFact). The output depends on no seed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.domain import Stance
from factcheck.stance.articles.combining import (
    BEARING,
    CHECK,
    NEWS,
    Pointer,
    Sheet,
    described,
    pointer_of,
    probability,
    sheet_of,
)
from factcheck.stance.articles.features import Features, Rarity, read_article, relation
from factcheck.stance.reading.texts import read
from tests.quality.fnc import measures
from tests.quality.labels import GOLD
from tests.quality.parts import parts, records
from tests.training.boosting import as_json
from tests.training.sheets import Fitted, fit, indicators_of, known_runs, sheet, unevenness
from tests.training.sides import fit_sides

FOLDS = 5
PROCESSES, PIECE = 2, 500
FEWEST_DOCUMENTS = 5
"""Documents of a word in the table of rarities."""
FEWEST_GROUPS = {NEWS: 20, CHECK: 10}
"""Groups (stories, claims) that have a run of words: fewer and it is of the matter, not of the manner."""
FEATURE_SCALE = {NEWS: 0.06, CHECK: 0.02}
"""Of a standardised feature beside the unit vector of the wordings. Source: cross-validation, 2026-11."""
COUNTS = {Stance.CONFLICTS: 5.0}
"""Weight of a disputing news article: they are rare, and macro-F1 counts each stance alike."""
PENALTY = {NEWS: 1.0, CHECK: 2.0}
SHIPPED_RUNS = {NEWS: 5_000, CHECK: 8_000}
"""Runs of words that are kept, the most telling of a first fit, so that the file stays below 1 MB; the second fit is of
these alone. Source: cross-validation, 2026-11, on PolitiFact's pages, ruling masked: 8,000 give .608, all of them
.610."""
UNRELATED_SHARE = 36_545 / 13_427  # unrelated pairs for each related one, FNC-1 train


@dataclass(frozen=True, slots=True)
class Example:
    """A claim beside an article; `second` and `runs` only where they are related. `groups`: of claim and of article."""

    claim: str
    article: str
    groups: tuple[str, str]
    gold: Stance
    first: Features
    second: Features
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A claim and an article by their texts, before they are described."""

    groups: tuple[str, str]
    gold: Stance
    claim: str
    article: str


# --- reading ----------------------------------------------------------------------------------------------------------


def news(data: Path) -> list[Pairing]:
    """Return FNC-1's train part, by body; headlines and bodies of one story are one group."""
    folder = dict(parts(data / "stance" / "fnc1"))
    bodies = {one["body_id"]: one["text"] for one in records(folder["bodies"])}
    lines = records(folder["train"])
    groups = _stories(lines)
    found = [
        Pairing(
            (groups[one["headline"]], groups[one["body_id"]]),
            GOLD[one["stance"]],
            one["headline"],
            bodies[one["body_id"]],
        )
        for one in lines
    ]
    return sorted(found, key=lambda one: (one.article, one.claim))


def _stories(lines: Iterable[Mapping[str, Any]]) -> dict[str | int, str]:
    """Return the story of each headline and body: what related pairs connect."""
    parent: dict[str | int, str | int] = {}

    def root(one: str | int) -> str | int:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for line in lines:
        headline, body = root(line["headline"]), root(line["body_id"])
        if line["stance"] != "unrelated":
            parent[headline] = body
    return {one: str(root(one)) for one in list(parent)}


def checks(data: Path) -> list[Pairing]:
    """Return PolitiFact's pages with the ruling masked, of the parts that may be tuned on."""
    found = []
    for part, path in parts(data / "stance" / "politifact_verdicts"):
        for one in records(path) if part in ("train", "tune") else ():
            group = one["claim"]
            found.append(Pairing((group, group), GOLD[one["label"]], one["claim"], one["article_ruling_masked"]))
    return found


def describe(pairings: Sequence[Pairing], rarity: Rarity) -> list[Example]:
    """Read each pair; the second step is asked of related pairs alone."""
    found = []
    for one in pairings:
        claim, article = read(one.claim), read_article(one.article)
        if one.gold is Stance.UNRELATED:
            found.append(
                Example(one.claim, one.article, one.groups, one.gold, relation(claim, article, rarity), {}, ())
            )
            continue
        first, second, runs = described(claim, article, rarity)
        run = tuple(sorted(map(sys.intern, runs)))
        found.append(Example(one.claim, one.article, one.groups, one.gold, first, second, run))
    return found


def frequencies(pairings: Iterable[Pairing]) -> tuple[int, dict[str, int]]:
    """Return how many articles there are, and how many have each stem."""
    articles = {one.article for one in pairings}
    counted = Counter(stem for text in sorted(articles) for stem in {word.stem for word in read(text).content})
    return len(articles), {stem: n for stem, n in sorted(counted.items()) if n >= FEWEST_DOCUMENTS}


# --- fitting ----------------------------------------------------------------------------------------------------------


def fit_relation(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the sheet of the first step: one outcome, related."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = list(examples[0].first)
    rows = [[one.first[name] for name in names] for one in examples]
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(max_iter=2_000)
    model.fit(scaler.transform(rows), [one.gold is not Stance.UNRELATED for one in examples])
    return sheet(names, model.coef_ / scaler.scale_, model.intercept_, scaler.mean_, {})


def fit_bearing(examples: Sequence[Example], kind: str) -> dict[str, Any]:
    """Return the sheet of the second step, with an outcome for each stance of `BEARING`."""
    every = known_runs([one.runs for one in examples], [one.groups[0] for one in examples], FEWEST_GROUPS[kind])
    weights = _fit(examples, every, kind).run_weights
    telling = sorted(every, key=lambda run: (-abs(weights[every[run]]).max(), run))[: SHIPPED_RUNS[kind]]
    kept = {run: at for at, run in enumerate(sorted(telling))}
    return _fit(examples, kept, kind).written(list(examples[0].second), kept)


def _fit(examples: Sequence[Example], runs: Mapping[str, int], kind: str) -> Fitted:
    import numpy as np

    members = np.array([[float(one.gold is stance) for stance in BEARING] for one in examples])
    indicators = indicators_of([one.runs for one in examples], runs)
    uneven = unevenness(indicators, members)
    if kind == NEWS:
        members *= [COUNTS.get(stance, 1.0) for stance in BEARING]
    rows = np.array([list(one.second.values()) for one in examples])
    return fit(indicators, rows, members, uneven, penalty=PENALTY[kind], scale=FEATURE_SCALE[kind])


def fit_pointer(examples: Sequence[Example], kind: str) -> dict[str, Any]:
    """Return the second step of a kind of article: the sheet, and for news on which side claim and article stand."""
    found = fit_bearing(examples, kind)
    return found if kind == CHECK else {**found, "sides": fit_sides(examples)}


# --- validating -------------------------------------------------------------------------------------------------------


def folds(examples: Sequence[Example]) -> list[tuple[int, int]]:
    """Return the fold of each example's claim and article; whole groups, and as many related pairs in each."""
    size = Counter(one.groups[1] for one in examples if one.gold is not Stance.UNRELATED)
    every = sorted({group for one in examples for group in one.groups}, key=lambda group: (-size[group], group))
    load, chosen = [0] * FOLDS, {}
    for group in every:
        chosen[group] = min(range(FOLDS), key=lambda at: load[at])
        load[chosen[group]] += size[group] or 1
    return [(chosen[one.groups[0]], chosen[one.groups[1]]) for one in examples]


def validate(examples: Sequence[Example], kind: str) -> dict[str, float]:
    """Return the measures of cross-validation; an unrelated pair counts where both its groups are held out."""
    where = folds(examples)
    judged: list[tuple[Stance, Stance, float]] = []
    held = [one for one, (mine, other) in zip(examples, where, strict=True) if mine == other]
    unrelated = sum(one.gold is Stance.UNRELATED for one in held)
    each = UNRELATED_SHARE * (len(held) - unrelated) / (unrelated or 1)
    for fold in range(FOLDS):
        seen = [one for one, at in zip(examples, where, strict=True) if fold not in at]
        left = [one for one, at in zip(examples, where, strict=True) if at == (fold, fold)]
        bearing = pointer_of(fit_pointer([one for one in seen if one.second], kind))
        about = sheet_of(fit_relation(seen)) if kind == NEWS else None
        for one in left:
            weight = each if one.gold is Stance.UNRELATED else 1.0
            judged.append((one.gold, _chosen(one, about, bearing), weight))
    return measures(judged) if kind == NEWS else {"accuracy": _accuracy(judged)}


def _chosen(one: Example, about: Sheet | None, bearing: Pointer) -> Stance:
    related = probability(about, one.first) if about is not None else 1.0
    if not one.second:  # an unrelated pair; which way it would point costs nothing more
        return Stance.RELATED if related > 0.5 else Stance.UNRELATED
    shares = bearing.shares(one.second, frozenset(one.runs))
    best = max(range(len(BEARING)), key=lambda at: shares[at])
    return BEARING[best] if related * shares[best] >= 1.0 - related else Stance.UNRELATED


def _accuracy(judged: Sequence[tuple[Stance, Stance, float]]) -> float:
    return sum(gold is chosen for gold, chosen, _ in judged) / len(judged)


def main() -> None:
    """Print the weights as JSON, or what cross-validation gives."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.article", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--validate", action="store_true", help="cross-validate instead of writing weights")
    options = parser.parse_args()
    pairings = {NEWS: news(options.data), CHECK: checks(options.data)}
    documents, counts = frequencies(pairings[NEWS])
    examples = _described(pairings, Rarity(documents, counts))
    if options.validate:
        print(json.dumps({kind: validate(some, kind) for kind, some in examples.items()}, indent=1))
        return
    shown = {
        "note": "logistic regression on FNC-1 train (relation, news) and PolitiFact tune, rulings masked (check)",
        "stances": BEARING,
        "relation": fit_relation(examples[NEWS]),
        **{kind: fit_pointer([one for one in some if one.second], kind) for kind, some in examples.items()},
        "documents": documents,
        "frequencies": counts,
    }
    print(as_json(shown))


def _described(pairings: Mapping[str, Sequence[Pairing]], rarity: Rarity) -> dict[str, list[Example]]:
    """Describe all pairs once, in processes; a piece of the work is a run of articles."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        waiting = {
            kind: [pool.submit(describe, some[at : at + PIECE], rarity) for at in range(0, len(some), PIECE)]
            for kind, some in pairings.items()
        }
        return {kind: [one for piece in some for one in piece.result()] for kind, some in waiting.items()}


if __name__ == "__main__":
    main()
