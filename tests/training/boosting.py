"""Grow boosted trees with scikit-learn, and write them as `factcheck.stance.trees` reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any


def fit_trees(
    rows: Sequence[Sequence[float]],
    gold: Sequence[int],
    *,
    weights: Sequence[float],
    names: Sequence[str],
    growth: Mapping[str, Any],
) -> dict[str, Any]:
    """Return for each outcome where its sum starts, and its trees; `growth` is how they are grown."""
    import numpy as np
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(**growth, random_state=0)
    model.fit(np.array(rows), gold, sample_weight=weights)
    trees = [[_tree(one.tree_, 0, names, model.learning_rate) for one in some] for some in model.estimators_.T]
    return {"constant": [round(float(one), 4) for one in np.log(model.init_.class_prior_)], "trees": trees}


def _tree(tree: Any, at: int, names: Sequence[str], rate: float) -> Any:
    """Return a tree as plain data: `[feature, threshold, tree where at most, tree where more]`, or a value."""
    if tree.children_left[at] == tree.children_right[at]:
        return round(rate * float(tree.value[at][0][0]), 4)
    below, above = (_tree(tree, child[at], names, rate) for child in (tree.children_left, tree.children_right))
    return [names[tree.feature[at]], round(float(tree.threshold[at]), 4), below, above]


def as_json(shown: Mapping[str, Any]) -> str:
    """Return the file: one line for each name and each tree, so that a change can be read."""
    trees: list[str] = []

    def kept(one: Any) -> Any:
        if isinstance(one, Mapping) and "trees" in one:
            lines = [[_as_line(tree, trees) for tree in some] for some in one["trees"]]
            return {**one, "trees": lines}
        return {name: kept(some) for name, some in one.items()} if isinstance(one, Mapping) else one

    text = json.dumps(kept(shown), indent=1, ensure_ascii=False)
    text = re.sub(r"\[\s+([^\[\]{}\"]*?)\s+\]", lambda found: "[" + " ".join(found[1].split()) + "]", text)
    return re.sub(r'"<tree (\d+)>"', lambda found: trees[int(found[1])], text)


def _as_line(tree: Any, trees: list[str]) -> str:
    trees.append(json.dumps(tree))
    return f"<tree {len(trees) - 1}>"
