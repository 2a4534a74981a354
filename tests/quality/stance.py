"""Stance: is a conflict a conflict, is corroboration corroboration, and how much of each is found?

Every set is mapped to pairs (claim, passage, gold), gold being corroborates, conflicts or neither. Precision and
recall are of the stance that `compare` gives; `accuracy` chooses between the gold labels of the set by `scores`, since
it abstains. The Treebank tokens of FEVER (-LRB-, spaced commas) are turned back into text first."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.domain import Claim, Judgement, Polarity, Stance
from factcheck.stance import compare
from tests.quality import fnc
from tests.quality import seed as seed_corpus
from tests.quality.labels import GOLD
from tests.quality.parts import parts, records, sampled
from tests.quality.rows import Row, bootstrap

ASKED_RECALL = 0.4
"""The recall at which the precision of `corroborates` is asked for: the scores are ranked, as `compare` abstains."""
SUPPORTS, OPPOSES = Stance.CORROBORATES, Stance.CONFLICTS


class Item(NamedTuple):
    """A pair to be judged, with its gold stance."""

    claim: Claim | str
    passage: str
    gold: Stance


class Judged(NamedTuple):
    """A judged pair."""

    item: Item
    judgement: Judgement


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score every stance set found under `data`, and the seed's labelled pairs."""
    rows = []
    for name, mapping in MAPPINGS.items():
        for part, path in parts(data / "stance" / name):
            chosen = sampled(records(path), seed=seed, sample=sample)
            for measure, items in mapping(chosen).items():
                rows.extend(_rows(name, part, measure, _judged(items), seed))
    rows.extend(fnc.score(data, seed=seed, sample=sample))
    rows.extend(seed_corpus.score(data / "seed", seed=seed))
    return rows


def _judged(items: Sequence[Item]) -> list[Judged]:
    return [Judged(item, compare(item.claim, item.passage)) for item in items]


def _rows(name: str, part: str, label: str, judged: list[Judged], seed: int) -> list[Row]:
    labels = tuple(sorted({one.item.gold for one in judged}))
    measures: dict[str, Callable[[Sequence[Judged]], float]] = {
        "accuracy": lambda some: _mean([_choose(one.judgement, labels) is one.item.gold for one in some]),
        "precision of conflicts": lambda some: _precision(some, OPPOSES),
        "recall of conflicts": lambda some: _recall(some, OPPOSES),
        "precision of corroborates": lambda some: _precision(some, SUPPORTS),
        "recall of corroborates": lambda some: _recall(some, SUPPORTS),
        f"precision of corroborates at recall {ASKED_RECALL}": lambda some: _precision_at(some, SUPPORTS, ASKED_RECALL),
    }
    rows = [
        Row(
            name,
            part,
            f"{measure} ({label})" if label else measure,
            of(judged),
            *bootstrap(judged, of, seed=seed),
            len(judged),
        )
        for measure, of in measures.items()
    ]
    return [*rows, *_ledger(name, part, label, judged, seed)]


def _ledger(name: str, part: str, label: str, judged: list[Judged], seed: int) -> list[Row]:
    """Return each comparator's precision as a conflict, of the conflicts that it leads; `n` is how many those are.

    One under .75 on the whole may not produce `conflicts` alone.
    """
    led: dict[str, list[Judged]] = {}
    for one in judged:
        against = [reason for reason in one.judgement.reasons if reason.polarity is Polarity.OPPOSES]
        if one.judgement.stance is OPPOSES and against:
            led.setdefault(against[0].comparator, []).append(one)
    suffix = f" ({label})" if label else ""
    return [
        Row(
            name,
            part,
            f"ledger: {comparator}{suffix}",
            _precision(some, OPPOSES),
            *bootstrap(some, lambda few: _precision(few, OPPOSES), seed=seed),
            len(some),
        )
        for comparator, some in sorted(led.items())
    ]


def _choose(judgement: Judgement, labels: Sequence[Stance]) -> Stance:
    return max(labels, key=lambda one: judgement.scores[one])


def _precision(judged: Sequence[Judged], stance: Stance) -> float:
    return _mean([one.item.gold is stance for one in judged if one.judgement.stance is stance])


def _recall(judged: Sequence[Judged], stance: Stance) -> float:
    return _mean([one.judgement.stance is stance for one in judged if one.item.gold is stance])


def _precision_at(judged: Sequence[Judged], stance: Stance, recall: float) -> float:
    """Return the precision of the pairs with the highest scores for a stance, as many as it takes to reach `recall`."""
    ranked = sorted(judged, key=lambda one: -one.judgement.scores[stance])
    wanted = math.ceil(recall * sum(one.item.gold is stance for one in judged))
    found = 0
    for at, one in enumerate(ranked, start=1):
        found += one.item.gold is stance
        if found >= wanted:
            return found / at
    return 0.0


def _mean(values: Sequence[bool | float]) -> float:
    return sum(values) / len(values) if values else 0.0


_MARKS = {
    "-LRB- ": "(",
    "-LRB-": "(",
    " -RRB-": ")",
    "-RRB-": ")",
    "-LSB- ": "[",
    " -RSB-": "]",
    "`` ": '"',
    " ''": '"',
}


def _plain(text: str) -> str:
    for token, mark in _MARKS.items():
        text = text.replace(token, mark)
    return re.sub(r" ([,.;:!?%])", r"\1", text)


def _fields(claim: str, passage: str, label: str) -> Callable[[list[dict[str, Any]]], dict[str, list[Item]]]:
    def mapping(lines: list[dict[str, Any]]) -> dict[str, list[Item]]:
        return {"": [Item(_plain(one[claim]), _plain(one[passage]), GOLD[one[label]]) for one in lines]}

    return mapping


def _politifact(lines: list[dict[str, Any]]) -> dict[str, list[Item]]:
    return {
        measure: [Item(one["claim"], one[field], GOLD[one["label"]]) for one in lines]
        for measure, field in (("whole page", "article"), ("ruling masked", "article_ruling_masked"))
    }


MAPPINGS: dict[str, Callable[[list[dict[str, Any]]], dict[str, list[Item]]]] = {
    "emergent": _fields("claim", "headline", "stance"),
    "fever_symmetric": _fields("claim", "evidence", "label"),
    "perspectrum": _fields("claim", "perspective", "stance"),
    "politifact_verdicts": _politifact,
    "sick": _fields("a", "b", "label"),
}
