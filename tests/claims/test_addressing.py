"""What only speaks to the reader is set aside; what states a fact in like words is a claim."""

from __future__ import annotations

import pytest

from factcheck.claims.checkable.content import why_not_checkable
from factcheck.claims.sentence.addressing import is_greeting, is_order


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell by 5% on Monday.",
        "Contact tracing cost £37bn over two years.",
        "Download speeds doubled between 2015 and 2020.",
        "Call centres in the town employ 1,200 people.",
        "Watch sales rose last year.",
        "Visit Arle said that nobody came.",
        "Sign language is taught in every school.",
        "Check Point Software laid off its staff.",
        "Read Street was closed for days.",
        "Follow-up letters went to every home.",
        "Consider this: the town lost 400 jobs in a year.",
        "Look at the figures: the council was bankrupt by May.",
        "Remember that the plant closed in 2011.",
        "Welcome Break runs 35 service stations.",
        "Hi-tech firms employ most of the town.",
        "Cheers greeted the result in Arle.",
        "Thanks to a vote in 2007, the mine was closed.",
        "Dear fuel closed the bakeries last winter.",
        "Sorry sales figures hit the shares on Friday.",
    ],
)
def test_a_fact_that_begins_like_an_order_or_a_greeting_is_checkable(sentence: str) -> None:
    assert why_not_checkable(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Click here for the map.",
        "Please read the whole report.",
        "Read the report that was leaked last week.",
        "Check out the map, and make one of your own.",
        "Look at these fools, banging their heads.",
        "Follow Ann Lee on the wire.",
        "Let’s hope it was worth it.",
        "Imagine a town without a bridge.",
        "Stay tuned for more.",
    ],
)
def test_an_order_is_no_claim(sentence: str) -> None:
    assert is_order(sentence)
    assert why_not_checkable(sentence) == "imperative"


@pytest.mark.parametrize(
    "sentence",
    ["Thanks for reading.", "Welcome to our live page.", "Good morning, Arle.", "Thank you, Mr Lee.", "Hello!"],
)
def test_a_greeting_is_no_claim(sentence: str) -> None:
    assert is_greeting(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sadly, the bridge fell into the river.",
        "Fortunately, nobody was hurt in the fire.",
        "Needless to say, the firm went bankrupt.",
        "In other words, the tax was never paid.",
        "It is worth noting that the council never passed the motion.",
        "It was clear by noon that the party had lost the seat.",
        "There was no doubt that he took the money.",
    ],
)
def test_a_comment_hides_no_fact_that_it_opens(sentence: str) -> None:
    assert why_not_checkable(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Unfortunately, she merely pays lip service to the idea.",
        "It is clear that something must change.",
        "To be sure, he will have other chances.",
        "Of course, every mayor reinvents the wheel.",
    ],
)
def test_a_comment_on_no_fact_stays_one(sentence: str) -> None:
    assert why_not_checkable(sentence) in ("evaluation", "comment", "speculation")


@pytest.mark.parametrize(
    "sentence",
    [
        "At present, oil and gas comprise 81 percent of the fuel.",
        "Round 3: Amble 37.3 percent, Horn 22.4 percent.",
        "Seven dead in a fire in Arle.",
        "Women comprise half of the board.",
        "Nobody died.",
    ],
)
def test_what_states_a_figure_needs_no_verb_that_is_known(sentence: str) -> None:
    assert why_not_checkable(sentence) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Anyone with information should call 101 and quote log 644.",
        "Witnesses are asked to contact Arle police.",
    ],
)
def test_an_appeal_to_the_public_states_nothing(text: str) -> None:
    assert why_not_checkable(text) == "imperative"


@pytest.mark.parametrize(
    "text",
    [
        "Anyone with a boat left in May.",
        "Residents of Arle can see 40 boats.",
        "Residents who were flooded can apply by 3 May.",
        "Anyone with a boat should call the port, which lost £40,000.",
    ],
)
def test_what_people_do_is_no_appeal(text: str) -> None:
    assert why_not_checkable(text) == ""
