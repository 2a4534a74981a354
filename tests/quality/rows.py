"""One figure of a quality run, and its confidence interval.

Rows are what the scorers return; intervals come from the percentile bootstrap over groups (documents, debates,
claims), because rows of one document are not independent. Source: Efron and Tibshirani 1993, ch. 13.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

LOWER, UPPER = 0.025, 0.975  # the ends of a 95 % interval
ROUNDS = 200  # enough for two decimals; more only costs time


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure: `set` is the data set's folder name, `part` its part, `n` how many items were scored."""

    set: str
    part: str
    measure: str
    value: float
    low: float
    high: float
    n: int


def bootstrap(
    groups: Sequence[T], statistic: Callable[[Sequence[T]], float], *, seed: int, rounds: int = ROUNDS
) -> tuple[float, float]:
    """Return the 95 % percentile interval of `statistic` over `rounds` resamplings of `groups` with replacement."""
    if not groups:
        return (0.0, 0.0)
    dice = random.Random(seed)
    values = sorted(statistic(dice.choices(groups, k=len(groups))) for _ in range(rounds))
    last = len(values) - 1
    return (values[round(LOWER * last)], values[round(UPPER * last)])
