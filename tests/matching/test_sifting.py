"""What became of each passage: neighbours are one candidate, an origin counts once, every step can be asked about."""

from __future__ import annotations

import pytest

from factcheck.domain import Step
from factcheck.matching import find_candidates, search, trace
from factcheck.matching.ranking import READ
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


LONG = "The homes in Harwick are built by the council for people who work in the harbour."
CAPTION = hit("a", "o1", LONG, 9.0)


def steps_of(shelf: Shelf, sources: str, **limits: int) -> dict[tuple[str, int], Step]:
    fates = [fate for source in sources for fate in trace(CLAIM, shelf, source, **limits)[0]]  # type: ignore[arg-type]
    return {(fate.source.id, fate.passage.start): fate.step for fate in fates}


def test_words_that_stand_twice_in_a_source_are_shown_once() -> None:
    again = hit("a", "o1", LONG.replace(" are ", "  are\n"), 8.0, len(LONG) + 2)
    shelf = Shelf(CAPTION, again, hit("a", "o1", HOMES, 7.0, 900))
    candidates, search = find_candidates(CLAIM, shelf)
    assert sum(LONG in one.passage.text for one in candidates) == 1
    assert len({one.passage.text for one in candidates}) == len(candidates) == 2
    assert dict(search.dropped) == {"same words": 1}


def test_words_that_another_source_has_too_are_shown_once_with_it_as_a_carrier() -> None:
    shelf = Shelf(CAPTION, hit("b", "o2", LONG, 8.0, 40), hit("b", "o2", HOMES, 7.0, 900))
    candidates, _ = find_candidates(CLAIM, shelf)
    (once,) = [one for one in candidates if one.passage.text == LONG]
    (other,) = once.carriers
    assert {once.source.id, other.id} == {"a", "b"}
    assert not any(one.carriers for one in candidates if one is not once)
    assert list(steps_of(shelf, "ab").values()).count(Step.WORDS) == 1


def test_a_short_phrase_of_two_sources_is_no_copy() -> None:
    shelf = Shelf(hit("a", "o1", FAR, 9.0), hit("b", "o2", FAR, 8.0))
    assert len(find_candidates(CLAIM, shelf)[0]) == 2


def test_no_passage_gives_way_to_better_ones_of_its_source_where_these_are_not_kept() -> None:
    texts = [HOMES, FAR, "Homes are scarce.", "Harwick."]
    several = [hit("b", "o2", text, 8.0 - at, at * 1_000) for at, text in enumerate(texts)]
    shelf = Shelf(hit("a", "o1", HOMES.replace("council", "old council"), 9.0), *several)
    seen = set()
    for keep in range(1, 5):
        steps = list(steps_of(shelf, "b", keep=keep).values())
        held = steps.count(Step.KEPT)
        assert (Step.SOURCE in steps) == (held == 2), keep
        seen.add(held)
    assert seen == {1, 2}


def test_a_twin_of_what_is_not_kept_has_nothing_in_its_stead() -> None:
    shelf = Shelf(hit("a", "o1", HOMES, 9.0), hit("b", "o2", LONG, 5.0), hit("c", "o2", LONG, 4.0))
    (fate,), _ = trace(CLAIM, shelf, "c", keep=1)
    assert (fate.step, fate.stands_for_it) == (Step.ORIGIN, None)


def test_the_bound_is_the_score_of_the_last_that_was_kept_before_it() -> None:
    (cut,), _ = trace(CLAIM, SHELF, "c", keep=1)
    best, _ = find_candidates(CLAIM, SHELF, keep=1)
    assert cut.bound == best[0].score
    fate = next(one for one in trace(CLAIM, SHELF, "a")[0] if one.step is Step.SOURCE)
    kept = [one.score for one in find_candidates(CLAIM, SHELF)[0] if one.source.id == "a"]
    assert (fate.limit, fate.bound) == (2.0, min(kept))
    assert fate.score is not None
    assert fate.score <= min(kept)


def test_what_the_index_ranks_too_low_to_be_read_says_so() -> None:
    shelf = Shelf(*(hit(f"s{at}", f"o{at}", f"Harwick homes, part {at}.", 30.0 - at) for at in range(READ + 2)))
    (first,), _ = trace(CLAIM, shelf, "s0")
    (last,), _ = trace(CLAIM, shelf, f"s{READ + 1}")
    assert (first.read, last.read) == (True, False)


def test_a_passage_beyond_the_depth_of_the_index_is_told_with_its_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "DEEP", 3)
    shelf = Shelf(*(hit(f"s{at}", f"o{at}", f"Harwick homes, part {at}.", 30.0 - at) for at in range(6)))
    (fate,), _ = trace(CLAIM, shelf, "s5", retrieve=2)
    assert (fate.step, fate.place, fate.bm25, fate.limit) == (Step.INDEX, 0, 25.0, 29.0)
