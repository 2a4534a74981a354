"""Scores: how likely is each stance, by a few features of the comparison and trained weights.

The stance itself is decided by rules, which abstain; the scores order the stances where somebody has to choose, and
say how sure the chosen one is. They sum to one. Method: the mean of multinomial logistic regression and of boosted
trees, `weights.json`, trained by `tests/training/scores.py` on FEVER-symmetric dev, SICK train and Emergent tune (and
shuffled pairs as unrelated).
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from factcheck.domain import Stance
from factcheck.stance.predicates.cues import KINDS
from factcheck.stance.predicates.tone import SILENCES
from factcheck.stance.trees import Trees, trees_of

ORDER = (Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED, Stance.UNRELATED)
_DIGITS = 4


class Signs(NamedTuple):
    """What is known of a comparison, each 0..1; `tone` and `silence` as in `factcheck.stance.predicates.tone`."""

    tone: tuple[float, ...]
    silence: tuple[float, ...]
    coverage: float = 0.0
    topic: float = 0.0
    share: float = 0.0
    against: float = 0.0
    agreed: float = 0.0
    blocked: float = 0.0
    unshared: float = 0.0
    lost: float = 0.0
    differing: float = 0.0
    clashing: float = 0.0
    denied: float = 0.0
    hedged: float = 0.0
    short: float = 0.0
    asking: float = 0.0
    reporting: float = 0.0
    wordier: float = 0.0
    conflicts: float = 0.0
    corroborates: float = 0.0

    def chosen(self, stance: Stance) -> Signs:
        """Return the signs with the stance that the rules chose."""
        told = float(stance is Stance.CONFLICTS), float(stance is Stance.CORROBORATES)
        return self._replace(conflicts=told[0], corroborates=told[1])

    def vector(self) -> tuple[float, ...]:
        """Return the features in the order of the weights; the first is the constant."""
        with_coverage = (self.coverage, self.blocked, self.clashing, self.wordier, self.lost)
        with_length = (self.blocked, self.lost, self.unshared, self.differing)
        return (
            1.0,
            *_OF_SIGNS(self),
            *[self.coverage * one for one in with_coverage],
            *[self.wordier * one for one in with_length],
            *self.tone,
            *self.silence,
        )


FEATURES = (
    *("coverage", "topic", "share", "against", "agreed", "blocked", "unshared", "lost", "differing", "clashing"),
    *("denied", "hedged", "short", "reporting", "wordier", "conflicts", "corroborates"),
)


_OF_SIGNS = operator.attrgetter(*FEATURES)
NAMES = (
    "constant",
    *FEATURES,
    *(f"coverage*{one}" for one in ("coverage", "blocked", "clashing", "wordier", "lost")),
    *(f"wordier*{one}" for one in ("blocked", "lost", "unshared", "differing")),
    *KINDS,
    *SILENCES,
)
"""Of the features in a vector, in its order."""
TREES_SHARE = 0.5
"""Of the trees in a score. Source: cross-validation, 2026-11."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """The trained weights: a row for each stance of `ORDER`, and the trees."""

    rows: tuple[tuple[float, ...], ...]
    trees: Trees

    def values(self, vector: Sequence[float]) -> list[float]:
        """Return a score for each stance of `ORDER`, not rounded."""
        linear = _softmax([sum(map(operator.mul, row, vector)) for row in self.rows])
        boosted = _softmax(self.trees.values(vector))
        return [(1.0 - TREES_SHARE) * one + TREES_SHARE * other for one, other in zip(linear, boosted, strict=True)]


def scores_of(signs: Signs) -> dict[Stance, float]:
    """Return a score for each stance."""
    values = scorer().values(signs.vector())
    return {stance: round(value, _DIGITS) for stance, value in zip(ORDER, values, strict=True)}


def flattened(stance: Stance, signs: Signs) -> dict[Stance, float]:
    """Return the scores of a claim that says next to nothing: in their order, but no stance on it can be confident."""
    usual = scores_of(signs)
    return {one: round((0.32 if one is stance else 0.18) + _FLATTENED * usual[one], _DIGITS) for one in Stance}


_FLATTENED = 0.14  # what is left of the scores of a claim of a word or two


def certain(stance: Stance, share: float) -> dict[Stance, float]:
    """Return the scores where the source itself rates the claim. Source: precision .96 on PolitiFact pages, 2026."""
    rest = (1.0 - share) / (len(Stance) - 1)
    return {one: round(share if one is stance else rest, _DIGITS) for one in Stance}


@lru_cache(1)
def scorer() -> Scorer:
    """Return the trained weights."""
    return scorer_of(json.loads(resources.files("factcheck.stance").joinpath("weights.json").read_text("utf-8")))


def scorer_of(found: Mapping[str, Any]) -> Scorer:
    """Return the weights as they stand in the file."""
    return Scorer(tuple(tuple(row) for row in found["weights"]), trees_of(found["boosted"], NAMES))


def _softmax(values: Sequence[float]) -> list[float]:
    highest = max(values)
    powers = [math.exp(value - highest) for value in values]
    total = sum(powers)
    return [power / total for power in powers]
