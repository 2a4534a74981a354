"""Candidates: each origin once, few passages a source, a search on record, the same order every time."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Hit, Passage, Source, Term
from factcheck.matching import claim_terms, find_candidates
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
    assert search.dropped["below the best"] == 2


def test_a_claim_without_words_finds_nothing() -> None:
    for claim in ("", "the of and", "\x00 …"):
        assert find_candidates(claim, SHELF)[0] == ()


def test_names_weigh_more_and_a_long_claim_is_bounded() -> None:
    weights = {term.text: term.weight for term in claim_terms("The council met in Harwick")}
    assert weights["harwick"] > weights["council"]
    assert len(claim_terms(" ".join(f"word{number}" for number in range(10_000)))) == MOST_TERMS
