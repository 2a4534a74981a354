"""What makes a passage corroborate, conflict or only relate; the examples are ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.domain import Claim, Claimant, Content, Form, Polarity, Span, Stance, Target
from factcheck.stance import compare
from factcheck.stance.names.who import is_called

CLAIM = "The council approved 40,000 new homes in Harwick in March 2021."


def stance(claim: str, passage: str) -> Stance:
    return compare(claim, passage).stance


def test_the_same_words_corroborate() -> None:
    assert stance(CLAIM, "Officials confirmed it: the council approved 40,000 new homes in Harwick in March 2021.") is (
        Stance.CORROBORATES
    )


@pytest.mark.parametrize(
    ("passage", "comparator"),
    [
        ("The council approved 31,000 new homes in Harwick in March 2021.", "numbers"),
        ("The council approved 40,000 new homes in Harwick in July 2019.", "dates"),
        ("The council never approved 40,000 new homes in Harwick in March 2021.", "polarity"),
        ("The council rejected 40,000 new homes in Harwick in March 2021.", "polarity"),
        ("The mayor denied that the council approved 40,000 new homes in Harwick in March 2021.", "polarity"),
    ],
)
def test_one_changed_slot_conflicts_and_is_named(passage: str, comparator: str) -> None:
    judgement = compare(CLAIM, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert comparator in [one.comparator for one in judgement.reasons if one.polarity is Polarity.OPPOSES]


def test_the_message_gives_both_figures() -> None:
    messages = [one.message for one in compare(CLAIM, "The council approved 31,000 new homes in Harwick.").reasons]
    assert any("40,000" in message and "31,000" in message for message in messages)


def test_other_things_with_other_numbers_are_no_conflict() -> None:
    passage = "The council approved 12 new schools in Harwick in March 2021."
    assert stance(CLAIM, passage) is not Stance.CONFLICTS


def test_negations_on_both_sides_agree() -> None:
    assert stance(
        "The court did not uphold the ban on fishing.", "The court did not uphold the ban on fishing."
    ) is not (Stance.CONFLICTS)


def test_a_missing_name_blocks_corroboration() -> None:
    judgement = compare(CLAIM, "The council approved 40,000 new homes in March 2021.")
    assert judgement.stance is Stance.RELATED
    assert "Harwick" in [span.text for span in judgement.missing]


def test_another_people_in_the_slot_differs() -> None:
    judgement = compare(
        "The film was made by a French director in 2010.", "The film was made by a Polish director in 2010."
    )
    assert judgement.stance is Stance.CONFLICTS
    assert "differs: French / Polish" in [one.message for one in judgement.reasons]


def test_a_weaker_modality_is_a_badge() -> None:
    judgement = compare(
        "The ministry will close the harbour next week.", "The ministry may close the harbour next week."
    )
    assert judgement.stance is Stance.RELATED
    assert "weaker than the claim" in judgement.badges


def test_a_source_after_the_statement_has_a_badge() -> None:
    judgement = compare(CLAIM, CLAIM, claim_date=date(2021, 4, 1), passage_date=date(2022, 1, 1))
    assert "later than the claim" in judgement.badges


def test_nothing_in_common_is_unrelated() -> None:
    assert stance(CLAIM, "Heavy rain fell over the valley all night.") is Stance.UNRELATED


def test_an_explicit_rating_decides() -> None:
    assert stance(
        "Harwick has the highest taxes.", "Harwick's taxes rank tenth of the highest. We rate this claim False."
    ) is (Stance.CONFLICTS)


def quoted_claim() -> Claim:
    text = "“We will never sell the harbour to anyone”"
    return Claim(
        id="c1",
        start=100,
        end=100 + len(text),
        verbatim=text,
        text=text,
        form=Form.DIRECT,
        content=Content.POSITION,
        claimant=Claimant(name="Anna Lind"),
        quotations=(Span(100, 100 + len(text), text),),
    )


def test_an_exact_quotation_of_the_same_speaker_corroborates_that_it_was_said() -> None:
    judgement = compare(quoted_claim(), "“We will never sell the harbour to anyone,” Anna Lind said.")
    assert (judgement.stance, judgement.target) == (Stance.CORROBORATES, Target.SAID)


@pytest.mark.parametrize(("self_named", "given"), [("", True), ("The Bell", True), ("Anna Lind", False)])
def test_who_takes_the_claimants_name_does_not_bear_out_whose_words_they_are(self_named: str, given: bool) -> None:
    passage = "“We will never sell the harbour to anyone,” Anna Lind said."
    judgement = compare(quoted_claim(), passage, self_named=self_named)
    assert any(one.comparator == "speakers" for one in judgement.reasons) is given


BUYING = "Ostwick will buy 14 trams for 52 million euros"
IN_THE_WORDS_OF_ANOTHER = "Ostwick will buy 14 trams for 52 million euros, Mayor Anna Lind said on Monday."


def reported_by(name: str) -> Claim:
    return replace(
        quoted_claim(), text=BUYING, verbatim=BUYING, quotations=(), form=Form.INDIRECT, claimant=Claimant(name=name)
    )


@pytest.mark.parametrize(
    ("claimant", "publisher"),
    [
        *(("Courier", "The Ostwick Courier"), ("the Ostwick Courier", "Ostwick Courier"), ("AP", "Associated Press")),
        *(("BBC", "BBC News"), ("Courier newspaper", "The Courier"), ("THE BELL", "The Bell")),
    ],
)
@pytest.mark.parametrize("proven", [True, False])
def test_whom_the_cited_outlet_quotes_is_no_other_speaker(claimant: str, publisher: str, *, proven: bool) -> None:
    shown, named = (publisher, "") if proven else (f"x.example (says it is {publisher})", publisher)
    judged = compare(reported_by(claimant), IN_THE_WORDS_OF_ANOTHER, self_named=named, publisher=shown)
    assert judged.stance is Stance.CORROBORATES
    assert not any(one.comparator == "speakers" for one in judged.reasons)


@pytest.mark.parametrize(
    ("claimant", "publisher"),
    [
        *(("Courier", ""), ("Courier", "The Ostwick Bell"), ("Peter Holm", "The Ostwick Courier")),
        *(("Ostwick Bell", "The Ostwick Courier"), ("Courier Union", "The Ostwick Courier")),
    ],
)
def test_another_outlet_gives_the_words_to_another_speaker(claimant: str, publisher: str) -> None:
    judged = compare(reported_by(claimant), IN_THE_WORDS_OF_ANOTHER, publisher=publisher)
    assert judged.stance is Stance.CONFLICTS
    assert any("gives the" in one.message for one in judged.reasons if one.comparator == "speakers")


def test_a_place_is_not_the_outlet_that_is_called_by_it() -> None:
    assert not is_called("The Ostwick Courier", "Ostwick")
    assert not is_called("", "Courier")


def test_a_quotation_turned_round_conflicts() -> None:
    assert compare(quoted_claim(), "“We will sell the harbour to anyone,” Anna Lind said.").stance is Stance.CONFLICTS


def test_the_same_words_from_another_speaker_conflict() -> None:
    judgement = compare(quoted_claim(), "“We will never sell the harbour to anyone,” Peter Holm said.")
    assert (judgement.stance, judgement.target) == (Stance.CONFLICTS, Target.SAID)


def test_a_negation_in_the_claim_conflicts_across_an_aside_of_the_source() -> None:
    passage = "Holm, 29, of Harwick, Kent, acknowledged his debt to the county during a hearing in the local court."
    claim = "Holm did not acknowledge his debt to the county during a hearing."
    assert stance(claim, passage) is Stance.CONFLICTS
    assert stance(claim.replace("did not acknowledge", "acknowledged"), passage) is not Stance.CONFLICTS


def test_a_ship_without_cases_does_not_deny_those_of_a_country() -> None:
    ship, country = (
        "The ship has no confirmed cases of the fever.",
        "Norland now has 1,200 confirmed cases of the fever.",
    )
    assert stance(ship, country) is Stance.RELATED
    assert stance(country, ship) is Stance.RELATED
    assert stance(ship, "The ship now has 12 confirmed cases of the fever.") is Stance.CONFLICTS


def test_the_day_of_a_report_is_no_other_day_of_what_it_reports() -> None:
    claim = "In late March, the labour office of Norland registered 3,300 new claims."
    passage = "On Thursday the labour office of Norland said that 3,300 new claims were registered in late March."
    judged = compare(claim, passage, claim_date=date(2020, 4, 20), passage_date=date(2020, 4, 20))
    assert judged.stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Rents in Harwick rose by 5%.", "Brent crude fell 5% to 26 dollars."),
        ("The mayor opened the new Harwick bridge in 2018.", "The choir of Velby sang its first mass in 2018."),
    ],
)
def test_the_same_figure_or_year_of_another_thing_says_nothing(claim: str, passage: str) -> None:
    assert not [one for one in compare(claim, passage).reasons if one.polarity is Polarity.SUPPORTS]


@pytest.mark.parametrize(
    "passage",
    [
        "On Friday Selenskyj went to the port of Odesa.",
        "On Friday Zelenskyy travelled to the port of Odesa.",
    ],
)
def test_a_spelling_from_another_script_is_the_same_name(passage: str) -> None:
    assert stance("Zelensky visited the port of Odesa on Friday.", passage) is Stance.CORROBORATES


def test_an_office_stands_for_its_holder_where_the_claim_tells_it() -> None:
    claim = "Danish Premier Anna Holm opened the new bridge in Velby."
    judged = compare(claim, "The Danish premier opened the new bridge in Velby.")
    assert "Holm" not in [one.text for one in judged.missing]
    assert "Holm" in [one.text for one in compare(claim, "The Swedish premier opened the new bridge in Velby.").missing]
    other = compare(claim, "Danish Premier Peter Lund opened the new bridge in Velby.")
    assert "Holm" in [one.text for one in other.missing]


def test_people_are_told_by_what_they_are() -> None:
    claim = "Some 15 million people have fled Norland since the war began."
    judged = compare(claim, "Since the war began, 15 million refugees have left Norland, the charity says.")
    assert any("15 million" in one.message for one in judged.reasons if one.polarity is Polarity.SUPPORTS)


def test_a_date_written_otherwise_is_no_other_word() -> None:
    judged = compare("The Velby bridge was opened on June 26th, 1980.", "The Velby bridge was opened on June 26, 1980.")
    assert judged.stance is Stance.CORROBORATES
    assert not [one for one in judged.reasons if one.message.startswith("differs")]


@pytest.mark.parametrize("answer", ["No, ", "No: ", "No – ", "Nein, "])
def test_an_answer_is_no_negation_beside_that_of_its_sentence(answer: str) -> None:
    claim = "Varle pays 86 million euros for 12 electric ferries."
    denied = compare(claim, f"{answer}Varle does not pay 86 million euros for 12 electric ferries.")
    assert denied.stance is Stance.CONFLICTS
    assert compare(claim, f"{answer}{claim}").stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "target"),
    [
        ("Maren Holt said the bridge was safe.", "Maren Holt said the bridge was safe.", Target.SAID),
        ("Maren Holt said the bridge was safe.", "Holt said on Monday: the bridge was safe.", Target.SAID),
        ("The bridge was safe.", "Maren Holt said the bridge was safe.", Target.SO),
        ("The bridge was safe.", "The bridge was safe.", Target.SO),
    ],
)
def test_a_plain_text_is_about_the_saying_only_where_it_names_its_speaker(
    claim: str, passage: str, target: Target
) -> None:
    assert compare(claim, passage).target is target


def test_quoted_words_that_the_source_says_itself_tell_nothing_of_who_said_them() -> None:
    found = compare(quoted_claim(), "We will never sell the harbour to anyone.")
    assert (found.stance, found.target) == (Stance.CORROBORATES, Target.SO)
