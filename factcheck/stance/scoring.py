"""Scores: how likely is each stance, by a few features of the comparison and trained weights.

The stance itself is decided by rules, which abstain; the scores order the stances where somebody has to choose, and
say how sure the chosen one is. They sum to one. Method: multinomial logistic regression, `weights.json`, trained by
`tests/training/scores.py` on FEVER-symmetric dev, SICK train and Emergent tune (and shuffled pairs as unrelated).
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from factcheck.domain import Stance

ORDER = (Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED, Stance.UNRELATED)
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a comparison, each 0..1; `tone` and `silence` as in `factcheck.stance.tone`."""

    coverage: float
    topic: float
    share: float
    against: float
    agreed: float
    blocked: float
    unshared: float
    lost: float
    differing: float
    clashing: float
    denied: float
    hedged: float
    short: float
    asking: float
    reporting: float
    wordier: float
    conflicts: float
    corroborates: float
    tone: tuple[float, ...]
    silence: tuple[float, ...]

    def chosen(self, stance: Stance) -> Signs:
        """Return the signs with the stance that the rules chose."""
        told = float(stance is Stance.CONFLICTS), float(stance is Stance.CORROBORATES)
        return replace(self, conflicts=told[0], corroborates=told[1])

    def vector(self) -> tuple[float, ...]:
        """Return the features in the order of the weights; the first is the constant."""
        mine = tuple(getattr(self, name) for name in FEATURES)
        with_coverage = (self.coverage, self.blocked, self.clashing, self.wordier, self.lost)
        with_length = (self.blocked, self.lost, self.unshared, self.differing)
        return (
            1.0,
            *mine,
            *(self.coverage * one for one in with_coverage),
            *(self.wordier * one for one in with_length),
            *self.tone,
            *self.silence,
        )


FEATURES = (
    *("coverage", "topic", "share", "against", "agreed", "blocked", "unshared", "lost", "differing", "clashing"),
    *("denied", "hedged", "short", "asking", "reporting", "wordier", "conflicts", "corroborates"),
)


def scores_of(signs: Signs) -> dict[Stance, float]:
    """Return a score for each stance."""
    vector = signs.vector()
    values = _softmax([sum(map(operator.mul, row, vector)) for row in weights()])
    return {stance: round(value, _DIGITS) for stance, value in zip(ORDER, values, strict=True)}


@lru_cache(1)
def weights() -> tuple[tuple[float, ...], ...]:
    """Return the trained weights, a row for each stance."""
    text = resources.files("factcheck.stance").joinpath("weights.json").read_text(encoding="utf-8")
    return tuple(tuple(row) for row in json.loads(text)["weights"])


def _softmax(values: Sequence[float]) -> list[float]:
    highest = max(values)
    powers = [math.exp(value - highest) for value in values]
    return [power / sum(powers) for power in powers]
