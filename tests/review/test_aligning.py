"""Aligning two revisions: what is the same is found wherever it stands, and what cannot be told is not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review import aligning
from factcheck.review.aligning import align, form_of, pair_changed

A, B, C, D = "The quay is long.", "Ann Lee runs it.", "It opened in May.", "Nobody pays."


def test_white_space_and_typographic_quotation_marks_are_no_change() -> None:
    assert form_of("  “It’s \n\t long,” she said. ").text == form_of('"It\'s long," she said.').text
    assert form_of("It is long").text != form_of("It is Long").text
    form = form_of(" a  “b”")
    assert [" a  “b”"[place] for place in form.places] == ["a", " ", "“", "b", "”"]


def test_what_moved_is_the_same_and_what_is_new_is_nobody_s() -> None:
    found = align([A, B, C], [C, D, A, B])
    assert dict(found.same) == {0: 2, 1: 3, 2: 0}
    assert found.moved == {2}
    assert not found.orphans


def test_a_changed_sentence_is_paired_between_what_stays() -> None:
    found = align([A, "Ann Lee runs the quay of the town.", C], [A, "Elisa Lee runs the quay of the town.", C])
    assert dict(found.changed) == {1: 1}
    assert not align([A, B, C], [A, C]).changed


def test_like_sentences_in_order_are_themselves() -> None:
    assert dict(align([A, D, B, D], [A, D, B, D, C]).same) == {0: 0, 1: 1, 2: 2, 3: 3}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([A, D, B], [D, A, B, D]),  # doubled, and neither stands where it stood
        ([A, D, B, D, C], [D, C, B, A]),  # one of two is left, elsewhere
    ],
)
def test_which_of_several_like_sentences_it_is_is_not_guessed(old: list[str], new: list[str]) -> None:
    found = align(old, new)
    like = {place for place, text in enumerate(old) if text == D}
    assert like <= found.orphans | set(found.same)
    for place in like & set(found.same):
        at = found.same[place]
        assert (old[place - 1 : place + 2], old[place]) == (new[at - 1 : at + 2], new[at])


def test_one_of_two_like_sentences_is_known_by_its_neighbours() -> None:
    found = align([A, D, B, D, C], [A, D, B, C])
    assert found.same[1] == 1
    assert 3 not in found.same


def test_two_that_are_equally_like_are_orphans() -> None:
    found = align(
        [A, "Ann Lee owns the red boat.", C], [A, "Ann Lee owns the blue boat.", "Ann Lee owns the old boat.", C]
    )
    assert found.orphans == {1}


def test_claims_of_a_changed_sentence_are_paired_by_their_words_or_alone() -> None:
    found = pair_changed(["the quay is long", "it opened in May"], ["the quay is long", "it opened in June 1931"])
    assert (dict(found.same), dict(found.changed)) == ({0: 0}, {1: 1})


@given(st.lists(st.sampled_from([A, B, C, D]), max_size=9), st.lists(st.sampled_from([A, B, C, D]), max_size=9))
def test_nothing_is_led_to_other_words_or_to_two_places(old: list[str], new: list[str]) -> None:
    found = align(old, new)
    assert all(form_of(old[i]).text == form_of(new[j]).text for i, j in found.same.items())
    assert len(set(found.same.values())) == len(found.same)
    assert not set(found.same) & (set(found.changed) | found.orphans)


@given(st.lists(st.sampled_from([A, B, C, D]), max_size=9))
def test_a_text_that_stays_keeps_everything(text: list[str]) -> None:
    assert dict(align(text, text).same) == {place: place for place in range(len(text))}


LORRIES = "The old bridge over the river was closed to lorries in May."


def test_a_sentence_that_moved_and_was_changed_a_little_is_itself_changed() -> None:
    found = align([A, LORRIES, B, C], [A, B, C, LORRIES.replace("lorries", "cars")])
    assert dict(found.changed) == {1: 3}
    assert not found.orphans


def test_a_sentence_elsewhere_that_is_hardly_like_it_is_another() -> None:
    found = align([A, "The toll of the bridge is £2.", B, C], [A, B, C, "The length of the bridge is 310 metres."])
    assert not found.changed
    assert not found.orphans


def test_one_that_is_gone_and_is_as_like_what_another_became_is_an_orphan() -> None:
    old = ["Ridge Street: The bridge is 310 metres long.", B, "Mill Lane: The bridge is 310 metres long.", C]
    found = align(old, [B, "The bridge is 310 metres long.", C])
    assert dict(found.changed) == {2: 1}
    assert found.orphans == {0}


def test_one_elsewhere_that_is_as_like_two_is_an_orphan() -> None:
    found = align([LORRIES, A, B, C], [A, LORRIES.replace("May", "June"), B, LORRIES.replace("May", "July"), C])
    assert found.orphans == {0}
    assert not found.changed


def test_what_shares_no_words_is_not_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def likeness(one: str, other: str) -> float:
        compared.append(one + other)
        return 0.0

    monkeypatch.setattr(aligning, "_likeness", likeness)
    old = [
        f"Sentence {n} tells of the {n} boats that the town of Ward {n} has had since {1000 + n}." for n in range(99)
    ]
    align(old, [f"In ward {n} they count {n} things of another kind, as clerk {n} wrote down." for n in range(99)])
    assert not compared
