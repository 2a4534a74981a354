"""Boosted trees that are read from a file: a sum of small trees for each outcome.

They see what a linear step cannot: that a word of denial counts only where the article is about the claim at all. In a
file a tree has a tree as `[feature, threshold, tree where at most, tree where more]`.

Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", 2001.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Tree = float | tuple[int, float, "Tree", "Tree"]
"""A value, or a question: the place of a feature, its threshold, the tree where it is at most that, and the other."""


class Trees(NamedTuple):
    """Boosted trees: the features that they ask of, and for each outcome where its sum starts, and its trees.

    All trees ask `depth` questions one after the other, so that no step has to see whether it has come to a value: a
    comparison asks some seven hundred.
    """

    features: tuple[str, ...]
    constant: tuple[float, ...]
    depth: int
    trees: tuple[tuple[Tree, ...], ...]

    def values(self, features: Mapping[str, float]) -> list[float]:
        """Return the sum for each outcome, exact whatever the order."""
        row = [features[name] for name in self.features]
        found = []
        for start, trees in zip(self.constant, self.trees, strict=True):
            level: list[Any] = list(trees)
            for _ in range(self.depth):
                level = [below if row[at] <= limit else above for at, limit, below, above in level]
            found.append(math.fsum((start, *level)))
        return found


def trees_of(found: Mapping[str, Any]) -> Trees:
    """Return the trees as they stand in a file."""
    depth = max((_depth(one) for some in found["trees"] for one in some), default=0)
    places: dict[str, int] = {}
    trees = tuple(tuple(_tree(one, places, depth) for one in some) for some in found["trees"])
    return Trees(tuple(places), tuple(found["constant"]), depth, trees)


def _depth(found: float | Sequence[Any]) -> int:
    return 0 if isinstance(found, (int, float)) else 1 + max(_depth(found[2]), _depth(found[3]))


def _tree(found: float | Sequence[Any], places: dict[str, int], depth: int) -> Tree:
    """Return a tree that asks `depth` questions; where the file has fewer, the last ones are of no matter."""
    if not isinstance(found, (int, float)):
        feature, threshold, below, above = found
        at = places.setdefault(feature, len(places))
        return at, threshold, _tree(below, places, depth - 1), _tree(above, places, depth - 1)
    if depth == 0:
        return float(found)
    rest = _tree(found, places, depth - 1)
    return 0, 0.0, rest, rest
