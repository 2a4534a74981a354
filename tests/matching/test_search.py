"""Candidates: each origin once, few passages a source, a search on record, the same order every time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Hit, Marker, Passage, Source, Term
from factcheck.matching import claim_terms, find_candidates
from factcheck.matching.features import FEATURES, ask, vectors
from factcheck.matching.ranking import READ, weights
from factcheck.matching.terms import MOST_TERMS


class Shelf:
    """An index of three sources, two of which carry one text."""

    digest = "d"
    documents = 3

    def __init__(self, *hits: Hit) -> None:
        self.hits = hits

    def retrieve(self, terms: Sequence[Term], k: int) -> Sequence[Hit]:
        del terms
        return self.hits[:k]

    def retrieve_from(self, sources: Sequence[str], terms: Sequence[Term], k: int) -> Sequence[Hit]:
        del terms
        return [one for one in self.hits if one.source.id in sources][:k]

    def stretch(self, source: str, start: int, end: int) -> str:
        text = [" "] * end
        for one in self.hits:
            if one.source.id == source:
                text[one.passage.start : one.passage.end] = one.passage.text
        return "".join(text[start:end])

    def own_word(self, source: str) -> str:
        del source
        return ""

    def markers(self, source: str) -> Sequence[Marker]:
        del source
        return ()


def hit(source: str, origin: str, text: str, bm25: float, start: int = 0) -> Hit:
    passage = Passage(text=text, start=start, end=start + len(text))
    return Hit(source=Source(id=source, digest=source, origin=origin), passage=passage, bm25=bm25)


HOMES = "The council approved 40,000 homes in Harwick."
SHELF = Shelf(
    hit("a", "o1", HOMES, 9.0),
    hit("b", "o1", HOMES, 8.9),
    hit("a", "o1", "Harwick council met again.", 4.0, 60),
    hit("a", "o1", "Homes are scarce.", 3.0, 120),
    hit("c", "o2", "Rain fell over Harwick.", 2.0),
)


def test_one_text_counts_once_and_names_its_carriers() -> None:
    candidates, search = find_candidates("The council approved 40,000 homes in Harwick", SHELF)
    assert [(one.source.id, one.rank) for one in candidates] == [("a", 1), ("a", 2), ("c", 3)]
    assert [source.id for source in candidates[0].carriers] == ["b"]
    assert search.retrieved == 5
    assert dict(search.dropped) == {"same origin": 1, "same source": 1}


def test_what_was_cut_off_is_counted() -> None:
    candidates, search = find_candidates("The council approved 40,000 homes in Harwick", SHELF, keep=1)
    assert len(candidates) == 1
    assert search.dropped["below the best"] == 3  # one of them follows two of its source, of which one is cut off, too


def test_a_claim_without_words_finds_nothing() -> None:
    for claim in ("", "the of and", "\x00 …"):
        assert find_candidates(claim, SHELF)[0] == ()


def test_names_weigh_more_and_a_long_claim_is_bounded() -> None:
    weights = {term.text: term.weight for term in claim_terms("The council met in Harwick")}
    assert weights["harwick"] > weights["council"]
    assert len(claim_terms(" ".join(f"word{number}" for number in range(10_000)))) == MOST_TERMS


def test_a_passage_that_answers_the_claim_passes_one_that_the_index_liked_better() -> None:
    claim = "The Harwick council approved 40,000 homes"
    shelf = Shelf(
        hit("a", "o1", "Homes, homes, homes: our council and its homes.", 9.0),
        hit("b", "o2", "Harwick’s council has approved 40,000 homes after a long debate.", 8.5),
    )
    assert [one.source.id for one in find_candidates(claim, shelf)[0]] == ["b", "a"]


def test_scores_are_shares_and_what_is_not_read_stays_behind_in_the_order_of_the_index() -> None:
    shelf = Shelf(*(hit(f"{number:03}", f"o{number:03}", HOMES, 90.0 - number) for number in range(50)))
    candidates, _ = find_candidates("Penrake harbour", shelf, keep=50)
    scores = [one.score for one in candidates]
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert [one.source.id for one in candidates][READ:] == [f"{number:03}" for number in range(READ, 50)]


def test_every_shipped_weight_has_its_feature_and_none_is_negative() -> None:
    assert len(weights().features) == len(FEATURES)
    assert min(weights().features) >= 0


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=40), st.floats(0, 100))
def test_any_text_has_features_between_0_and_1(claim: str, passage: str, title: str, bm25: float) -> None:
    one = Hit(
        source=Source(id="a", digest="a", origin="", title=title),
        passage=Passage(text=passage, start=0, end=1),
        bm25=bm25,
    )
    (vector,) = vectors(ask(claim, claim_terms(claim)), [one])
    assert all(0.0 <= value <= 1.0 + 1e-9 for value in vector)


@pytest.mark.parametrize(
    ("post", "asked"),
    [
        ("#HarwickCouncil lied", {"harwick", "council", "lied"}),
        ("Shame, @MarenHolt2! pic.twitter.com/a1B2", {"shame", "maren", "holt", "2"}),
        ("Closed https://example.org/closed-for-good today", {"closed", "today"}),
        ("Write to maren@holt.example", {"write", "maren", "holt", "example"}),
        ("#USA #BBCNews", {"usa", "bbc", "news"}),
        (".@MarenHolt lied", {"maren", "holt", "lied"}),
        ("@SenJohnMcLenn lied", {"sen", "john", "mclenn", "lied"}),
    ],
)
def test_posts_are_searched_by_the_words_in_their_tags(post: str, asked: set[str]) -> None:
    assert {term.text for term in claim_terms(post)} == asked


def test_the_author_under_a_post_counts_as_little_as_a_claimant() -> None:
    weights = {term.text: term.weight for term in claim_terms("The bridge is shut — Tobias Fenn (@tfenn) May 3, 2024")}
    assert weights["bridge"] > weights["tobias"] == weights["2024"]
    glued = claim_terms("The bridge is shut https://t.co/x1— Tobias Fenn (@tfenn) May 3, 2024")
    assert {term.text: term.weight for term in glued} == weights
    assert {term.text for term in claim_terms("A long night — and Fenn (a councillor) left")} >= {"night", "councillor"}
