"""What real news beside each other led astray: half-negations, spans of years, asides, and other people's ratings.

The pairs are ours; the faults were seen on planted edits of an archive, judged as `check` judges them.
"""

from __future__ import annotations

import pytest

from factcheck.domain import Facet, Stance
from factcheck.stance import compare
from factcheck.stance.predicates.modality import WEAKER
from factcheck.text.own_word import own_word


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The views in the letters do represent those of the paper.",
            "The views in the letters do not necessarily represent those of the paper.",
        ),
        ("The new rules protect every tenant of the city.", "The new rules do not always protect every tenant."),
        ("The reactor at Skei is shut down.", "The reactor at Skei is not yet fully shut down."),
        ("Die Regeln schützen die Mieter der Stadt.", "Die Regeln schützen die Mieter der Stadt nicht immer."),
    ],
)
def test_not_wholly_is_weaker_and_bears_nothing_out(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is not Stance.CORROBORATES
    assert WEAKER in judged.badges


def test_both_not_wholly_agree() -> None:
    judged = compare("The dam is not completely safe, engineers said.", "The dam is not entirely safe, engineers said.")
    assert judged.stance is Stance.CORROBORATES


def test_a_denial_that_is_only_shown_bears_nothing_out() -> None:
    judged = compare(
        "Whoever wants to see the mayor has not to go through Ruiz.",
        "Whoever wants to see the mayor has to go through Ruiz.",
    )
    assert judged.stance is not Stance.CORROBORATES


def test_spans_of_years_that_name_an_event_are_two() -> None:
    judged = compare(
        "The fund was set up to help savers after the 2004-2009 banking crisis.",
        "The fund was set up to help savers after the 2007-2009 banking crisis.",
    )
    assert judged.stance is Stance.CONFLICTS
    assert judged.reasons[0].facet is Facet.WHEN


def test_a_rating_of_something_else_says_nothing_of_a_claim_that_tells_a_rating() -> None:
    judged = compare(
        "The checkers rated as “mostly false” Holm’s claim that unemployment among people of 18 to 24 was 35 percent.",
        "A year earlier Lind claimed that unemployment among teens of 17 to 20 was 51 percent, and the checkers rated "
        "this “mostly true.”",
    )
    assert judged.stance not in (Stance.CORROBORATES, Stance.CONFLICTS)


def test_names_that_share_only_what_they_are_differ() -> None:
    judged = compare(
        "The nurse was treated at the Halm University for exhaustion, her father said.",
        "The nurse was treated at the University of Moss for exhaustion, her father said.",
    )
    assert judged.stance is Stance.CONFLICTS
    same = compare(
        "The study was led by Halm University in May.", "The study was led by the University of Halm in May."
    )
    assert same.stance is Stance.CORROBORATES


def test_a_denial_in_an_aside_is_of_nothing_behind_it() -> None:
    judged = compare(
        "Lawmakers increasingly question whether fines are having an effect.",
        "As Torvik denies involvement, the suspicion has raised questions, with some lawmakers calling for fines that "
        "have an effect.",
    )
    assert judged.stance is not Stance.CONFLICTS


def test_to_report_none_is_not_to_report_nothing() -> None:
    judged = compare(
        "The news of the mine on Monday was first reported by the New Courier.",
        "On Monday, New Halm reported no new deaths for the first time.",
    )
    assert judged.stance is not Stance.CONFLICTS


def test_a_verb_that_is_to_come_may_not_be_missing() -> None:
    judged = compare(
        "Like the mayor, Lind suggested that the council will augment the money for the wall of the harbour.",
        "Like the mayor, Lind suggested details, and the council has the money for the wall of the harbour.",
    )
    assert judged.stance is not Stance.CORROBORATES


def test_a_correction_of_something_else_changes_nothing() -> None:
    told = "The share of adults without a degree who are working has reached the highest point on record."
    other = "This story has been corrected to show that teenage unemployment fell to the lowest since 1969."
    assert compare(told, told, own_word=other).stance is Stance.CORROBORATES


def test_what_somebody_would_not_say_is_not_denied() -> None:
    judged = compare(
        "Though Lind wouldn't say whether she would run for mayor, she made clear that Holm's plans would not count.",
        "A run for mayor in 2026? Holm's plans won't affect her decision, Lind says.",
    )
    assert judged.stance is not Stance.CONFLICTS


def test_a_rating_elsewhere_on_a_page_is_heeded_only_if_the_page_gives_it() -> None:
    told = "While the mayor would not have led the town that way, it is plain that Ruiz saved the mill."
    theirs = own_word(f"{told}\n\nThe checkers of the Courier rated a claim of the mayor on the mill that way false.")
    assert compare(told, told, own_word=theirs).stance is Stance.CORROBORATES
    own = own_word(f"{told}\n\nRuiz claims that he saved the mill, and saved it plainly. We rate his claim False.")
    assert own
    assert compare("Ruiz saved the mill, it is plain.", told, own_word=own).stance is not Stance.CORROBORATES


def test_ratings_of_others_bear_out_no_claim_that_statements_are_true() -> None:
    judged = compare(
        "Since these statements are true, I will continue to say them.",
        "The campaign tweeted that the checkers rated his statement true.",
    )
    assert judged.stance is not Stance.CORROBORATES
    denied = compare(
        "Since these statements are not true, I will say them.", "Since these statements are true, I say them."
    )
    assert denied.stance is not Stance.CORROBORATES


def test_the_day_somebody_said_it_is_no_speaker() -> None:
    judged = compare("“We will not close the mill,” said Lind.", "“We will not close the mill,” Lind said on Monday.")
    assert judged.stance is Stance.CORROBORATES


def test_a_copy_with_figures_of_two_deeds_does_not_conflict_with_itself() -> None:
    told = "At one point the index was down nearly 170 points, but it pared its losses and finished down 42 points."
    assert compare(told, f"{told} Trade was thin.").stance is Stance.CORROBORATES
