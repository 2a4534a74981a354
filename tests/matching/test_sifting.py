"""What became of each passage: neighbours are one candidate, an origin counts once, every step can be asked about."""

from __future__ import annotations

import pytest

from factcheck.domain import Step
from factcheck.matching import find_candidates, trace
from factcheck.matching.sifting import LONGEST_JOINED, NEAR
from tests.matching.test_search import HOMES, Shelf, hit

CLAIM = "The council approved 40,000 homes in Harwick"
AFTER = "The homes in Harwick are for 90,000 people."
FAR = "Harwick council met again."


def test_neighbours_are_one_candidate_that_is_a_slice_of_its_source() -> None:
    shelf = Shelf(hit("a", "o1", AFTER, 9.0, len(HOMES) + 2), hit("a", "o1", HOMES, 8.0), hit("a", "o1", FAR, 7.0, 900))
    candidates, search = find_candidates(CLAIM, shelf)
    assert [one.passage.text for one in candidates] == [f"{HOMES}  {AFTER}", FAR]
    assert [(one.passage.start, one.passage.end) for one in candidates] == [
        (0, len(HOMES) + 2 + len(AFTER)),
        (900, 926),
    ]
    assert dict(search.dropped) == {"joined to its neighbour": 1}
    assert search.kept == 2


@pytest.mark.parametrize(("gap", "length"), [(NEAR + 1, 40), (1, LONGEST_JOINED)])
def test_what_lies_apart_or_would_be_long_is_not_joined(gap: int, length: int) -> None:
    long = "Homes in Harwick. " * (length // 18 + 1)
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("a", "o1", long, 8.0, len(HOMES) + gap))
    assert len(find_candidates(CLAIM, shelf)[0]) == 2


def test_passages_of_two_sources_are_never_joined() -> None:
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("b", "o2", AFTER, 8.0, len(HOMES) + 1))
    assert len(find_candidates(CLAIM, shelf)[0]) == 2


SHELF = Shelf(
    hit("a", "o1", HOMES, 9.0),
    hit("b", "o1", HOMES, 8.9),
    hit("a", "o1", AFTER, 8.0, len(HOMES) + 2),
    hit("a", "o1", FAR, 4.0, 900),
    hit("a", "o1", "Homes are scarce.", 3.0, 1_200),
    hit("c", "o2", "Rain fell over Harwick.", 2.0),
    hit("d", "o3", "Harwick.", 1.0),
)


def test_each_step_that_leaves_a_passage_out_is_told() -> None:
    steps = {
        (fate.source.id, fate.passage.start): fate.step
        for source in "abcd"
        for fate in trace(CLAIM, SHELF, source, retrieve=6)[0]
    }
    assert steps == {
        ("a", 0): Step.KEPT,
        ("b", 0): Step.ORIGIN,
        ("a", len(HOMES) + 2): Step.JOINED,
        ("a", 900): Step.KEPT,
        ("a", 1_200): Step.SOURCE,
        ("c", 0): Step.KEPT,
        ("d", 0): Step.INDEX,
    }


def test_a_carrier_names_the_source_that_stands_for_it() -> None:
    (fate,), _ = trace(CLAIM, SHELF, "b")
    assert fate.stands_for_it is not None
    assert (fate.stands_for_it.source.id, fate.stands_for_it.rank) == ("a", 1)


def test_limits_are_told_with_the_score_that_was_held_against_them() -> None:
    (low,), _ = trace(CLAIM, SHELF, "c", floor=0.999)
    assert (low.step, low.limit) == (Step.LOW, 0.999)
    assert low.score is not None
    assert low.score < 0.999
    (cut,), search = trace(CLAIM, SHELF, "c", keep=1)
    assert (cut.step, cut.limit, search.kept) == (Step.BEST, 1.0, 1)
    (deep,), _ = trace(CLAIM, SHELF, "d", retrieve=6)
    assert (deep.place, deep.bm25, deep.limit) == (7, 1.0, 2.0)


def test_tracing_agrees_with_the_search_and_counts_everything_retrieved() -> None:
    for limits in ({"keep": 1}, {"keep": 2, "floor": 0.02}, {"retrieve": 3}):
        _, search = find_candidates(CLAIM, SHELF, **limits)  # type: ignore[arg-type]
        assert trace(CLAIM, SHELF, "a", **limits)[1] == search  # type: ignore[arg-type]
        assert (search.kept or 0) + sum(search.dropped.values()) == search.retrieved


def test_a_claim_without_words_has_nothing_to_trace() -> None:
    assert trace("", SHELF, "a")[0] == ()


def test_a_page_of_the_same_kind_with_another_figure_is_no_carrier() -> None:
    other = HOMES.replace("40,000", "31,000")
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("b", "o1", other, 8.9), hit("c", "o1", HOMES, 8.8))
    candidates, search = find_candidates(CLAIM, shelf)
    assert [(one.source.id, [c.id for c in one.carriers]) for one in candidates] == [("a", ["c"]), ("b", [])]
    assert dict(search.dropped) == {"same origin": 1}


@pytest.mark.parametrize(
    "otherwise",
    [
        "BAY (np) - (Corrects the number.) The council approved 31,000 homes in Harwick, all for students.",
        "The council approved 40,000 homes in Ostwick.",
        "The council has not approved 40,000 homes in Harwick. It meets again in May.",
    ],
)
def test_a_carrier_that_says_it_otherwise_is_shown_beside_the_others(otherwise: str) -> None:
    long = f"{HOMES} They are for families, the mayor said."
    shelf = Shelf(hit("a", "o1", long, 9.0), hit("b", "o1", otherwise, 8.9))
    assert [one.source.id for one in find_candidates(CLAIM, shelf)[0]] == ["a", "b"]


@pytest.mark.parametrize(
    "same",
    [
        "By Rosa Penhale. The council approved 40,000 homes in Harwick.",
        "HARWICK (np) - The council approved 40,000 homes in Harwick on Tuesday evening.",
        "The council approved homes in Harwick.",
    ],
)
def test_a_carrier_with_other_trimmings_is_folded(same: str) -> None:
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("b", "o1", same, 8.9))
    assert [one.source.id for one in find_candidates(CLAIM, shelf)[0]] == ["a"]


def test_a_carrier_is_held_against_all_that_was_found_of_the_leading_source() -> None:
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("b", "o1", AFTER, 8.9), hit("a", "o1", AFTER, 8.0, 400))
    assert [one.source.id for one in find_candidates(CLAIM, shelf)[0]] == ["a", "a"]
