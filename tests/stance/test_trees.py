"""Boosted trees as plain data, and the cues that they ask about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.stance.predicates.cues import KINDS, cues_of
from factcheck.stance.trees import trees_of
from factcheck.text.words import split_words

FOUND = {
    "constant": [0.5, -1.0],
    "trees": [[["doubt", 0.5, 1.0, ["share", 0.2, 2.0, 4.0]], 0.25], []],
}


@pytest.mark.parametrize(
    ("doubt", "share", "first"),
    [
        (0.5, 0.9, 1.75),  # at the threshold is below it
        (1.0, 0.1, 2.75),
        (1.0, 0.9, 4.75),
    ],
)
def test_each_tree_adds_the_leaf_that_its_questions_lead_to(doubt: float, share: float, first: float) -> None:
    assert trees_of(FOUND, ("doubt", "share")).values([doubt, share]) == [first, -1.0]
    assert trees_of(FOUND, ("share", "other", "doubt")).values([share, 0.7, doubt]) == [first, -1.0]


def test_a_feature_that_a_tree_asks_for_may_not_be_missing() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        trees_of(FOUND, ("share",))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The letter is a fabrication.", {"false"}),
        ("There is no evidence of it.", {"deny", "negated", "confirm"}),
        ("But that overstates the rise!", {"but", "overdone"}),
        ("Is it so?", {"asking"}),
        ("The ferry left the harbour.", set()),
        ("", set()),
    ],
)
def test_cues_are_told_by_kind(text: str, kinds: set[str]) -> None:
    found = cues_of(split_words(text), text)
    assert tuple(found) == KINDS
    assert {kind for kind, count in found.items() if count} == kinds


NESTED = [
    [
        "a",
        0.5,
        ["b", 0.2, 1.0, ["a", 0.1, 2.0, 3.0]],
        ["b", 0.7, ["c", 0.0, 4.0, 5.0], 6.0],
    ],
    ["b", 0.2, ["b", 0.1, 7.0, 8.0], 9.0],
]
values = st.sampled_from([0.0, 0.05, 0.1, 0.15, 0.2, 0.5, 0.6, 0.7, 0.9])


def asked(tree: object, features: dict[str, float]) -> float:
    """Answer the questions of a tree one after the other, as the file says it."""
    if not isinstance(tree, list):
        return float(str(tree))
    feature, threshold, below, above = tree
    return asked(below if features[feature] <= threshold else above, features)


@given(values, values, values)
def test_ruling_leaves_out_leads_where_the_questions_lead(a: float, b: float, c: float) -> None:
    features = {"a": a, "b": b, "c": c}
    [found] = trees_of({"constant": [0.0], "trees": [NESTED]}, tuple(features)).values(tuple(features.values()))
    assert found == sum(asked(one, features) for one in NESTED)


def test_a_tree_of_more_leaves_than_bits_is_refused() -> None:
    deep: object = 0.0
    for step in range(8):
        deep = ["a", step, 1.0, deep]
    with pytest.raises(ValueError, match="9 leaves"):
        trees_of({"constant": [0.0], "trees": [[deep]]}, ("a",))
