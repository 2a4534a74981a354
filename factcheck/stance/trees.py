"""Boosted trees as plain data: each asks a few questions of the features and adds to the sum of one outcome.

They see what a linear step cannot: a denial that counts only beside what is claimed. Trained elsewhere
(`tests/training/article.py`); the file has a tree as `[feature, threshold, tree where at most, tree where more]`.

Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", 2001.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Tree = float | tuple[int, float, "Tree", "Tree"]
"""A value, or a question: the place of a feature, its threshold, the tree where it is at most that, and the other.

Bare tuples, since a comparison asks some seven hundred questions.
"""


class Trees(NamedTuple):
    """Boosted trees: the features that they ask of, and for each outcome where its sum starts, and its trees."""

    features: tuple[str, ...]
    constant: tuple[float, ...]
    trees: tuple[tuple[Tree, ...], ...]

    def values(self, features: Mapping[str, float]) -> list[float]:
        """Return the sum for each outcome, exact whatever the order."""
        row = [features[name] for name in self.features]
        return [
            math.fsum((start, *_leaves(trees, row))) for start, trees in zip(self.constant, self.trees, strict=True)
        ]


def trees_of(found: Mapping[str, Any]) -> Trees:
    """Return the trees as they stand in a file."""
    places: dict[str, int] = {}
    trees = tuple(tuple(_tree(one, places) for one in some) for some in found["trees"])
    return Trees(tuple(places), tuple(found["constant"]), trees)


def _tree(found: float | Sequence[Any], places: dict[str, int]) -> Tree:
    if isinstance(found, (int, float)):
        return float(found)
    feature, threshold, below, above = found
    return places.setdefault(feature, len(places)), threshold, _tree(below, places), _tree(above, places)


def _leaves(trees: Sequence[Tree], row: Sequence[float]) -> list[float]:
    found = []
    for tree in trees:
        node = tree
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        found.append(node)
    return found
