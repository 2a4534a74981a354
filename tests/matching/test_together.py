"""Passages of one source: a neighbour that has what one lacks, and those that answer a claim together."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Hit, Passage, Source
from factcheck.matching import claim_terms
from factcheck.matching.features import FEATURES, Asked, ask, vectors
from factcheck.matching.neighbours import REACH
from factcheck.matching.ranking import Scored, rank
from factcheck.matching.together import together

CLAIM = "Maren Holt opened the Harwick bridge on 4 May"
BEST = "Maren Holt opened the bridge."
SAME = "The bridge that Maren Holt opened."
DAY = "That was in Harwick on 4 May."


def asked(claim: str = CLAIM) -> Asked:
    return ask(claim, claim_terms(claim))


def hit(text: str, bm25: float, *, start: int = 0, source: str = "a") -> Hit:
    passage = Passage(text=text, start=start, end=start + len(text))
    return Hit(source=Source(id=source, digest=source, origin=source), passage=passage, bm25=bm25)


def feature(name: str, *hits: Hit) -> list[float]:
    return [vector[FEATURES.index(name)] for vector in vectors(asked(), hits)]


def test_what_a_neighbour_adds_counts_the_less_the_farther_it_stands() -> None:
    near = feature("beside", hit(BEST, 9), hit(DAY, 3, start=40))
    far = feature("beside", hit(BEST, 9), hit(DAY, 3, start=REACH))
    beyond = feature("beside", hit(BEST, 9), hit(DAY, 3, start=REACH + len(BEST)))
    assert near[0] > far[0] > beyond[0] == 0


def test_another_source_is_no_neighbour() -> None:
    assert feature("beside", hit(BEST, 9), hit(DAY, 3, start=40, source="b")) == [0, 0]
    assert feature("alone", hit(BEST, 9), hit(DAY, 3, start=40, source="b")) == [0, 0]


def test_a_word_that_one_passage_has_alone_in_its_source_counts_most() -> None:
    alone = feature("alone", hit(BEST, 9), hit(SAME, 8, start=40), hit(DAY, 3, start=80))
    assert alone[2] == 1 > alone[0] == alone[1]


def test_a_passage_that_adds_the_day_is_taken_before_one_that_says_the_same_again() -> None:
    ranked = [Scored(hit(text, 1.0), score, place) for place, (text, score) in enumerate(_scored(), 1)]
    assert [one.scored.hit.passage.text for one in together(asked(), ranked, 2)] == [BEST, DAY]
    assert [one.scored.hit.passage.text for one in together(asked(), ranked, 9)] == [BEST, DAY, SAME]


def _scored() -> Sequence[tuple[str, float]]:
    return (BEST, 0.6), (SAME, 0.5), (DAY, 0.2)


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=6), st.integers(0, 4))
def test_of_any_passages_the_best_is_taken_first_and_none_twice(claim: str, texts: list[str], most: int) -> None:
    ranked = rank(asked(claim), [hit(text, 5.0 - at, start=100 * at) for at, text in enumerate(texts)])
    chosen = together(asked(claim), ranked, most)
    places = [one.scored.place for one in chosen]
    assert len(places) == len(set(places)) == min(most, len(texts))
    assert places[:1] == [one.place for one in ranked[:1]][: len(places)]
    assert all(one.odds > 0 for one in chosen)
