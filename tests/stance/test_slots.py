"""What stands in the claim's place: names, figures, dates and negations face each other; the examples are ours."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Claim, Claimant, Content, Facet, Form, Polarity, Reason, Stance
from factcheck.stance import compare
from factcheck.stance.predicates.modality import STRONGER, WEAKER
from factcheck.stance.reading.slots import alike, are_alike

CLAIM = (
    "Harbour commissioner Anna Lind said on Tuesday that the port of Velby had handled 41,200 containers in March "
    "and will reopen its northern quay before the winter."
)


DATELINE = date(2024, 4, 3)


def clashes(claim: str, passage: str) -> list[Reason]:
    judgement = compare(claim, passage, claim_date=DATELINE, passage_date=DATELINE)
    assert judgement.stance is Stance.CONFLICTS
    return [one for one in judgement.reasons if one.polarity is Polarity.OPPOSES]


@pytest.mark.parametrize(
    ("old", "new", "comparator", "facet"),
    [
        ("41,200", "38,900", "numbers", Facet.HOW_MANY),
        ("in March", "in October", "dates", Facet.WHEN),
        ("Velby", "Osterholm", "names", Facet.WHO),
        ("Anna Lind", "Peter Holm", "speakers", Facet.WHO),
        ("had handled", "had not handled", "polarity", Facet.WHAT),
    ],
)
def test_an_edited_slot_conflicts_and_the_reason_names_it(old: str, new: str, comparator: str, facet: Facet) -> None:
    first = clashes(CLAIM.replace(old, new), CLAIM)[0]
    assert (first.comparator, first.facet) == (comparator, facet)
    assert first.message


def test_an_edited_modality_is_a_badge() -> None:
    judgement = compare(CLAIM.replace("will reopen", "may reopen"), CLAIM)
    assert STRONGER in judgement.badges
    assert judgement.stance is Stance.RELATED
    assert WEAKER in compare(CLAIM, CLAIM.replace("will reopen", "may reopen")).badges


def test_the_unedited_sentence_and_a_light_rewording_corroborate() -> None:
    assert compare(CLAIM, f"Quiet seas. {CLAIM} Nobody was hurt.").stance is Stance.CORROBORATES
    reworded = CLAIM.replace("said", "stated").replace("handled", "dealt with")
    assert compare(CLAIM.replace("said", "stated"), CLAIM).stance is Stance.CORROBORATES
    assert compare(reworded, CLAIM).stance is not Stance.CONFLICTS


def test_at_least_is_not_another_at_least() -> None:
    assert clashes("At least 28 people died in Velby.", "At least 20 people died in Velby.")[0].comparator == "numbers"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Kiev will receive 40 trucks from Norway in May.", "Kyiv will receive 40 trucks from Norway in May."),
        ("The White House approved the sale of 40 trucks.", "Washington approved the sale of 40 trucks."),
        ("NATO approved the sale of 40 trucks in May.", "The alliance approved the sale of 40 trucks in May."),
        ("Tim Roth opened the bakery in Velby in 1999.", "Timothy Roth opened the bakery in Velby in 1999."),
    ],
)
def test_one_name_in_two_spellings_is_no_difference(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_another_word_in_the_slot_blocks_and_is_shown() -> None:
    judgement = compare("The film was a comedy set in Velby.", "The film was a tragedy set in Velby.")
    assert judgement.stance is not Stance.CORROBORATES
    assert "differs: comedy / tragedy" in [one.message for one in judgement.reasons]


def test_a_like_report_of_another_town_and_day_is_another_event() -> None:
    judgement = compare(
        "Velby Town Council voted on Tuesday to borrow 4 million euros for its bridge.",
        "Osterholm Town Council voted on Tuesday to borrow 4 million euros for its bridge.",
        claim_date=date(2024, 11, 14),
        passage_date=date(2019, 3, 6),
    )
    assert judgement.stance is Stance.RELATED
    assert any(one.comparator == "events" for one in judgement.reasons)


def test_other_currencies_are_not_compared() -> None:
    assert compare(
        "The first part is worth 500 million euros.", "The first part is put at 540 million dollars."
    ).stance is (Stance.RELATED)


def test_a_headline_in_capitals_marks_no_names() -> None:
    claim = "Mass grave found in Velby holds bodies of missing students"
    passage = "Newly Discovered Mass Grave Linked To Missing Velby Students"
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def said(words: str, claimant: str) -> Claim:
    return Claim(
        id="c",
        start=0,
        end=len(words),
        verbatim=words,
        text=words,
        form=Form.INDIRECT,
        content=Content.FACT,
        claimant=Claimant(name=claimant),
    )


def test_the_same_content_from_somebody_else_does_not_corroborate() -> None:
    claim = said("the northern quay of Velby needs a new crane before the winter", "Anna Lind")
    theirs = "Peter Holm said that the northern quay of Velby needs a new crane before the winter."
    assert compare(claim, theirs).stance is Stance.CONFLICTS
    assert compare(claim, theirs.replace("Peter Holm", "Anna Lind")).stance is Stance.CORROBORATES


def test_it_was_another_who_said_it() -> None:
    claim = said("the northern quay of Velby needs a new crane", "Anna Lind")
    passage = "It was Peter Holm, and not the commissioner, who said that the northern quay of Velby needs a new crane."
    assert compare(claim, passage).stance is Stance.CONFLICTS


NAMES = (
    *("Kyiv", "Kiev", "Lithuania", "Vilnius", "Lithuanians", "US", "United States", "the U.S.", "Washington", "NATO"),
    *("North Atlantic Treaty Organization", "WHO", "World Health Organization", "Zelensky", "Volodymyr Selenskyj"),
    *(
        "Tim Roth",
        "Timothy Roth",
        "Anna Lind",
        "Anne Lind",
        "Lind",
        "Minister Lind",
        "Kobane",
        "Kobani",
        "Daivd Haines",
    ),
    *(
        "David Haines",
        "Scotland",
        "Scottish",
        "J. Holm",
        "Anders Holm",
        "Holm Bank",
        "UN",
        "U.N.",
        "O’Neill",
        "É. Macé",
    ),
)


@pytest.mark.parametrize("one", NAMES)
def test_names_without_anything_in_common_are_told_apart_at_once_and_rightly(one: str) -> None:
    assert [alike(one, other) for other in NAMES] == [are_alike(one, other) for other in NAMES]


def test_a_sentence_full_of_names_is_no_headline() -> None:
    claim = "Justices Ruth Bader, Stephen Moor, Sonia Mayer and Elena Kagan dissented."
    assert compare(claim, claim.replace("Stephen Moor", "Paul Weiss")).stance is Stance.CONFLICTS


def test_the_university_of_one_place_is_no_other() -> None:
    judged = compare(
        "Roemer left to return to Cardiff City University.", "Roemer left to return to University of Bern."
    )
    assert judged.stance is not Stance.CORROBORATES


def test_a_figure_that_stands_in_both_makes_no_other_event_of_another_name() -> None:
    claim = "A Norland News poll finds 38 percent back the plan, while 48 percent oppose it."
    assert compare(claim, claim.replace("Norland News", "Sudland Post")).stance is Stance.CONFLICTS


def test_a_surname_that_opens_the_sentence_is_the_persons() -> None:
    judged = compare(
        "President Ana Ruiz visited the flooded villages.", "Ruiz, the president, visited the flooded villages."
    )
    assert judged.stance is Stance.CORROBORATES
