"""Boosted trees that are read from a file: a sum of small trees for each outcome.

They see what a linear step cannot: that a word of denial counts only where the article is about the claim at all. In a
file a tree has a tree as `[feature, threshold, tree where at most, tree where more]`.

A comparison asks some seven hundred questions, so none is asked by itself: each answer rules leaves out, the leaves
that the value of a feature rules out are known for each stretch between its thresholds, and the first leaf that is
left of a tree is where its questions lead.

Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", 2001; C. Lucchese et al.,
"QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees", SIGIR 2015.
"""

from __future__ import annotations

import operator
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

LEAVES = 8
"""Leaves of a tree at most, one bit each: three questions one after the other."""
_EVERY = (1 << LEAVES) - 1
_FIRST = bytes([0, *((byte & -byte).bit_length() - 1 for byte in range(1, _EVERY + 1))])
"""The first leaf that is left, by the bits of those that are."""


class Limits(NamedTuple):
    """The thresholds of the feature at `place`; `left[n]`: the leaves that a value above `n` of them leaves."""

    place: int
    thresholds: tuple[float, ...]
    left: tuple[int, ...]


class Trees(NamedTuple):
    """Boosted trees: for each outcome where its sum starts, and the leaves of its trees, from left to right."""

    constant: tuple[float, ...]
    limits: tuple[Limits, ...]
    leaves: tuple[tuple[tuple[float, ...], ...], ...]

    def values(self, features: Sequence[float]) -> list[float]:
        """Return the sum for each outcome, its trees added in their order; `features` in the order of their names."""
        count = sum(map(len, self.leaves))
        left = (1 << (LEAVES * count)) - 1
        for place, thresholds, leaves in self.limits:
            value = features[place]
            if value > thresholds[0]:  # else it rules nothing out, as most values do: they are 0
                left &= leaves[bisect_left(thresholds, value)]
        first = iter(left.to_bytes(count, "little").translate(_FIRST))
        return [
            sum(map(operator.getitem, trees, islice(first, len(trees))), start)
            for start, trees in zip(self.constant, self.leaves, strict=True)
        ]


def trees_of(found: Mapping[str, Any], names: Sequence[str]) -> Trees:
    """Return the trees as they stand in a file; `names`: of the features that they are asked with, in their order.

    Raises:
        ValueError: a tree has more than `LEAVES` leaves, or asks for another feature.
    """
    grove = _Grove(names)
    leaves = tuple(tuple(grove.plant(one) for one in some) for some in found["trees"])
    return Trees(tuple(found["constant"]), grove.limits(), leaves)


@dataclass(slots=True)
class _Grove:
    """Trees as they are read: how many, and of each feature the leaves that its questions rule out where more."""

    names: Sequence[str]
    count: int = 0
    ruled_out: dict[str, dict[float, int]] = field(default_factory=dict)

    def plant(self, tree: float | Sequence[Any]) -> tuple[float, ...]:
        """Take a tree, and return its leaves."""
        leaves: list[float] = []
        self._grow(tree, leaves)
        if len(leaves) > LEAVES:
            raise ValueError(f"a tree has {len(leaves)} leaves, more than {LEAVES}")
        self.count += 1
        return tuple(leaves)

    def _grow(self, tree: float | Sequence[Any], leaves: list[float]) -> None:
        if isinstance(tree, (int, float)):
            leaves.append(float(tree))
            return
        feature, threshold, below, above = tree
        first = len(leaves)
        self._grow(below, leaves)
        out = ((1 << len(leaves)) - (1 << first)) << (LEAVES * self.count)
        limits = self.ruled_out.setdefault(feature, {})
        limits[threshold] = limits.get(threshold, 0) | out
        self._grow(above, leaves)

    def limits(self) -> tuple[Limits, ...]:
        """Return what each value of a feature leaves of all trees."""
        every = (1 << (LEAVES * self.count)) - 1
        found = []
        for feature, asked in self.ruled_out.items():
            left = [every]
            for threshold in sorted(asked):
                left.append(left[-1] & ~asked[threshold])
            found.append(Limits(self.names.index(feature), tuple(sorted(asked)), tuple(left)))
        return tuple(found)
