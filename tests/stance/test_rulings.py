"""A ruling or a denial counts only for what it rules on; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Claim, Claimant, Content, Form, Polarity, Stance
from factcheck.stance import compare

CLAIM = "The ferry line to Velby will be closed in the spring."


@pytest.mark.parametrize(
    "passage",
    [
        "The report that the ferry line to Velby will be closed in the spring is false.",
        "The mayor denied that the ferry line to Velby will be closed in the spring.",
        "The ferry line to Velby will be closed in the spring, a post said. We rate this claim False.",
    ],
)
def test_a_ruling_on_the_claim_conflicts(passage: str) -> None:
    assert compare(CLAIM, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    "passage",
    [
        "The ferry line to Velby was busy. The mayor denied that his brother owns the harbour hotel.",
        "Some reports on the ferry line to Velby give a false impression of the mayor's diary.",
        "Mr Holm did not say that the harbour hotel in Velby is for sale.",
        "The Velby Post wrote that the ferry sank last year. That was wrong.",
    ],
)
def test_a_ruling_on_something_else_does_not(passage: str) -> None:
    judgement = compare(CLAIM, passage)
    assert judgement.stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
    assert not any(one.polarity is Polarity.OPPOSES for one in judgement.reasons)


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


def test_never_said_counts_for_the_claimant_alone() -> None:
    passage = "Mr Holm did not say that sailors of the fleet could take part in the harbour strike."
    words = "sailors of the fleet can take part in the harbour strike"
    assert compare(said(words, "Peter Holm"), passage).stance is Stance.CONFLICTS
    rulings = [one for one in compare(said(words, "Anna Lind"), passage).reasons if one.comparator == "rulings"]
    assert rulings == []


def test_words_answered_by_their_denied_opposite_agree() -> None:
    claim = "disagreements remain in the council of Velby over the road to the harbour"
    passage = "The council of Velby still does not see eye to eye on the road to the harbour."
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_denied_word_of_its_own_is_no_denial() -> None:
    claim = "The county closed the bridge to lorries of more than 7.5 tonnes on 21 October."
    passage = "Lorries of more than 7.5 tonnes have not been allowed on it since 21 October."
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_part_of_the_whole_conflicts_with_all_of_it() -> None:
    claim = "The members of the harbour club agree that the northern quay should be sold."
    passage = "Only 28 of the 31 members of the harbour club agree that the northern quay should be sold."
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    "passage",
    [
        "On The Money Harbour strike looms. The ferry line to Velby will be closed in the spring.",
        "If the report that the ferry line to Velby will be closed in the spring is accurate, shops will suffer.",
        "It is unclear whether the report that the ferry line to Velby will be closed in the spring is false.",
        "A third rate clerk wrote that the ferry line to Velby will be closed in the spring, true to his habits.",
    ],
)
def test_a_section_name_or_a_condition_is_no_ruling(passage: str) -> None:
    assert [one for one in compare(CLAIM, passage).reasons if one.comparator == "rulings"] == []


def test_what_the_source_calls_on_the_money_supports() -> None:
    passage = "The report that the ferry line to Velby will be closed in the spring is on the money."
    assert [one.polarity for one in compare(CLAIM, passage).reasons if one.comparator == "rulings"] == [
        Polarity.SUPPORTS
    ]


CHECK = "Orla Venn claimed that the harbour of Ostwick asked for 1,200 cranes. The port has asked for some. "


@pytest.mark.parametrize(
    ("ruling", "stance"),
    [
        ("And that is False.", Stance.CONFLICTS),
        ("It’s Pants on Fire!", Stance.CONFLICTS),
        ("That makes it True.", Stance.CORROBORATES),
        ("Some clarification is needed, which makes it Mostly True.", Stance.CORROBORATES),
    ],
)
def test_a_rating_with_capitals_behind_that_is_the_rating_of_the_page(ruling: str, stance: Stance) -> None:
    assert compare("The harbour of Ostwick asked for 1,200 cranes.", CHECK + ruling).stance is stance


@pytest.mark.parametrize("words", ["That is false economy, she said.", "That is True Grit.", "It is False Bay."])
def test_a_name_or_a_phrase_with_such_a_word_is_no_rating(words: str) -> None:
    judged = compare("The harbour of Ostwick asked for 1,200 cranes.", CHECK + words)
    assert not any("rates it" in reason.message for reason in judged.reasons)


CRANES, BRICK = "The harbour of Tarn has forty cranes", "The lighthouse of Mell was built of red brick"
MARKUP = "From the ClaimReview markup of this page: Tarn Checks reviewed the claim: "


@pytest.mark.parametrize(
    "two",
    [
        "“{0}”. Rating: {1}. “{2}”. Rating: {3}.",
        '"{0}." Rating: {1}. "{2}." Rating: {3}.',
        "{0}. Rating: {1}. {2}. Our rating: {3}.",
        "{0}, a post said. We rate this {1}.\n\n{2}, another one said. We rate this {3}.",
        f"We looked at two claims.\n\n{MARKUP}“{{0}}”. Rating: {{1}}.\n\n{MARKUP}“{{2}}”. Rating: {{3}} (“Right”).",
    ],
)
@pytest.mark.parametrize(("first", "second"), [("False", "True"), ("True", "False")])
def test_each_of_two_rulings_is_on_its_own_statement(two: str, first: str, second: str) -> None:
    page = two.format(CRANES, first, BRICK, second)
    for claim, label in ((CRANES, first), (BRICK, second)):
        judgement = compare(f"{claim}.", page)
        assert judgement.stance is (Stance.CORROBORATES if label == "True" else Stance.CONFLICTS)
        assert [one.message for one in judgement.reasons if one.comparator == "rulings"] == [
            f"the source rates it {label}"
        ]


@pytest.mark.parametrize("rest", [f"“{BRICK}”. Rating: False.", f"“{BRICK}”. Rating: False. “{CRANES}”. Rating: True."])
@pytest.mark.parametrize("claim", ["The harbour of Tarn has ninety berths.", "The lighthouse of Mell has a red lamp."])
def test_a_ruling_on_quoted_words_is_none_on_others(claim: str, rest: str) -> None:
    judgement = compare(claim, f"We looked at what was said of Mell. {rest}")
    assert judgement.stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
    assert not any(one.comparator == "rulings" for one in judgement.reasons)


def test_a_figure_tells_which_of_two_like_statements_is_ruled_on() -> None:
    page = "“Tarn has 40 cranes in its harbour”. Rating: False. “Tarn has 60 cranes in its harbour”. Rating: True."
    assert compare("Tarn has 40 cranes in its harbour.", page).stance is Stance.CONFLICTS
    assert compare("Tarn has 60 cranes in its harbour.", page).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        ("A video claims to show a bear riding a tram in Marby. The clip is fake: it was edited.", Stance.CONFLICTS),
        ("A bear rode a tram in Marby, posts say. The story is false, the tram company said.", Stance.CONFLICTS),
        ("A video claims to show a bear riding a tram in Marby.", Stance.RELATED),
        ("A bear rode a tram in Marby on Monday. The photo is fake.", None),
    ],
)
def test_a_picture_or_story_that_is_ruled_on_is_the_one_just_told_of(passage: str, stance: Stance | None) -> None:
    found = compare("A bear rode a tram in Marby.", passage).stance
    assert found is stance if stance is not None else found is not Stance.CONFLICTS


def test_what_was_voted_against_was_not_done() -> None:
    judged = compare("The council banned wood stoves.", "The council voted 9 to 4 against banning wood stoves.")
    assert judged.stance is not Stance.CORROBORATES
