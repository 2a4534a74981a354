"""Boosted trees as plain data: each asks a few questions of the features and adds to the sum of one outcome.

They see what a linear step cannot: a denial that counts only beside what is claimed. Trained elsewhere
(`tests/training/article.py`); the file has a tree as `[feature, threshold, tree where at most, tree where more]`.

Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", 2001.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Split(NamedTuple):
    """A question of a tree: `below` is followed where the feature is at most the threshold."""

    feature: str
    threshold: float
    below: Tree
    above: Tree


Tree = float | Split


class Trees(NamedTuple):
    """Boosted trees: for each outcome where its sum starts, and its trees."""

    constant: tuple[float, ...]
    trees: tuple[tuple[Tree, ...], ...]

    def values(self, features: Mapping[str, float]) -> list[float]:
        """Return the sum for each outcome, exact whatever the order."""
        return [
            math.fsum((start, *(_leaf(tree, features) for tree in trees)))
            for start, trees in zip(self.constant, self.trees, strict=True)
        ]


def trees_of(found: Mapping[str, Any]) -> Trees:
    """Return the trees as they stand in a file."""
    return Trees(tuple(found["constant"]), tuple(tuple(_tree(one) for one in some) for some in found["trees"]))


def _tree(found: float | Sequence[Any]) -> Tree:
    if isinstance(found, (int, float)):
        return float(found)
    feature, threshold, below, above = found
    return Split(feature, threshold, _tree(below), _tree(above))


def _leaf(tree: Tree, features: Mapping[str, float]) -> float:
    while isinstance(tree, Split):
        tree = tree.below if features[tree.feature] <= tree.threshold else tree.above
    return tree
