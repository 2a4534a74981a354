"""What a change of words touches: pairs of each kind, and near misses that touch nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.material import touched


@pytest.mark.parametrize(
    ("kind", "before", "now"),
    [
        ("numbers", "The quay is 300 metres long.", "The quay is 310 metres long."),
        ("numbers", "The quay is 300 metres long.", "The quay is about 300 metres long."),
        ("numbers", "The quay is 300 metres long.", "The quay is 300 feet long."),
        ("numbers", "The town paid four million crowns.", "The town paid four billion crowns."),
        ("numbers", "A third of the sheds burnt.", "A quarter of the sheds burnt."),
        ("numbers", "The first vote failed.", "The second vote failed."),
        ("numbers", "Workers left.", "Most workers left."),
        ("numbers", "Route B12 is shut.", "Route B13 is shut."),
        ("names", "The mayor, Maren Holt, spoke.", "The mayor, Jo Holt, spoke."),
        ("names", "Then Holt paid Brand.", "Then Brand paid Holt."),
        ("names", "The harbour of Ostwick is full.", "The harbour of Westwick is full."),
        ("names", "The harbour of Ostwick is full.", "The harbour of the town is full."),
        ("names", "It went to the Greens.", "It went to the greens."),
        ("dates", "It opened yesterday.", "It opened today."),
        ("dates", "It opened on 2 May 2024.", "It opened on 3 May 2024."),
        ("dates", "It opened last week.", "It opened this week."),
        ("dates", "It opened in May 2024.", "It opened."),
        ("negation", "He did sign it.", "He did not sign it."),
        ("negation", "It doesn’t help.", "It does help."),
        ("negation", "It is legal there.", "It is illegal there."),
        ("negation", "They denied it.", "They confirmed it."),
        ("negation", "He hardly spoke.", "He spoke."),
        ("negation", "Der Rat hat zugestimmt.", "Der Rat hat nicht zugestimmt."),
        ("negation", "Il est venu.", "Il n'est pas venu."),
        ("quotations", "He said “it is late”.", "He said it is late."),
        ("quotations", "He said “it is late”.", "He said “it is very late”."),
        ("quotations", "He called it late.", "He called it “late”."),
    ],
)
def test_what_a_change_touches_is_named(kind: str, before: str, now: str) -> None:
    assert kind in touched(before, now)
    assert kind in touched(now, before)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("The harbour has sheds.", "That harbor has sheds."),
        ("He said “it is late”.", 'He  said "it is late".'),
        ("The council voted for it, after a long debate.", "The council voted for it after a long debate."),
        ("The towns organised a travelling theatre.", "Those towns organized a traveling theater."),
        ("Alles ist draußen.", "Alles ist draussen."),
    ],
)
def test_another_spelling_and_words_that_only_point_touch_nothing(before: str, now: str) -> None:
    assert touched(before, now) == ()
    assert touched(now, before) == ()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("The jury convicted the clerk.", "The jury acquitted the clerk."),
        ("Das Gericht sprach ihn schuldig.", "Das Gericht sprach ihn frei."),
        ("It closed before the storm.", "It closed after the storm."),
        ("Bread is cheaper there.", "Bread is dearer there."),
        ("Her father owns it.", "Her brother owns it."),
        ("Die Preise stiegen.", "Die Preise sanken."),
        ("Das Boot war mitnichten sicher.", "Das Boot war durchaus sicher."),
        ("They killed him.", "They murdered him."),
        ("The board sued the firm.", "The firm sued the board."),
        ("He may pay.", "He must pay."),
        ("He paid a councillor.", "He paid councillors."),
        ("The firm pays.", "The firm paid."),
        ("The quay is long.", "The new quay is long."),
        ("The harbour has sheds.", "The port has sheds."),
        ("It is late.", "It is late?"),
        ("No, ships left.", "No ships left."),
        ("He fired the gun.", "He filed the gun."),
    ],
)
def test_any_other_word_is_looked_at(before: str, now: str) -> None:
    assert touched(before, now)
    assert touched(now, before)


@given(st.text(max_size=200))
def test_the_same_text_touches_nothing_whatever_it_is(text: str) -> None:
    assert touched(text, text) == ()


def test_a_text_too_long_to_compare_is_looked_at_by_itself() -> None:
    assert touched("word " * 700, "word " * 700 + "more") == ("more words than are compared",)
