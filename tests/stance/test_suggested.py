"""Kinds of wrong suggestions that real news brought up: each must stay silent, and its true neighbour must not."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Claimant, Content, DateValue, Facet, Form, Polarity, Precision, Stance, Target
from factcheck.stance import compare

NOW, BEFORE = date(2024, 6, 12), date(2024, 2, 1)
CASES = "Norland has reported 22,000 deaths from the fever."
QUOTED = "“We will protect every worker in this country and fight for their rights,” Lind said."


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (CASES, "Norland reported 481 new deaths from the fever on Tuesday."),
        (
            "Norland reported 481 new deaths from the fever.",
            "Norland has reported 22,000 deaths from the fever so far.",
        ),
        (
            "More than 1,400 people, including more than 400 children, were killed in the raids.",
            "In the raids 840 people have been wounded, including 225 children.",
        ),
        (
            "Most senators do not support the harbour bill.",
            "Supporters of the harbour bill in the senate want changes.",
        ),
        (
            "Most senators do not support the harbour bill.",
            "Senators are under pressure from their leader to support the harbour bill.",
        ),
        (
            "The inspectors crossed the border at Lund.",
            "He asked whether or not the inspectors had crossed the border at Lund.",
        ),
        (
            "The company had 500 employees in Gdansk.",
            "The company laid off 500 employees in Gdansk.",
        ),
        (
            QUOTED,
            (
                "Lind spoke in Bergen. “We will protect every worker in this country,” she said. It was not her first "
                "visit. “And fight for their rights.”"
            ),
        ),
    ],
)
def test_other_matters_do_not_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance is not Stance.CONFLICTS


def test_a_count_that_grew_is_no_conflict_and_one_that_shrank_is() -> None:
    lower, higher = (f"More than {count} people have been killed in the war." for count in ("70,000", "100,000"))
    assert compare(higher, lower, claim_date=NOW, passage_date=BEFORE).stance is Stance.RELATED
    assert compare(lower, higher, claim_date=NOW, passage_date=BEFORE).stance is Stance.CONFLICTS


def test_what_was_not_yet_so_can_be_so_later() -> None:
    claim, passage = (
        "The court has heard the appeal of the miners.",
        "The court has not yet heard the appeal of the miners.",
    )
    assert compare(claim, passage, claim_date=NOW, passage_date=BEFORE).stance is not Stance.CONFLICTS
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance is Stance.CONFLICTS


def test_months_of_two_datelines_are_no_rivals_and_named_years_are() -> None:
    claim = "Voters in Lund will choose a new council in the election in November."
    assert compare(claim, claim, claim_date=NOW, passage_date=date(2020, 2, 1)).stance is not Stance.CONFLICTS
    held = "The council elections in Lund were held in May {}."
    assert compare(held.format(2023), held.format(2022), claim_date=NOW, passage_date=NOW).stance is Stance.CONFLICTS


def test_an_altered_quotation_conflicts_and_one_broken_off_corroborates() -> None:
    altered = "“We will not protect every worker in this country and fight for their rights,” Lind said."
    assert compare(QUOTED, altered).stance is Stance.CONFLICTS
    broken = (
        "“We will protect every worker in this country,” Lind said, adding that it was not easy, “and fight for their "
        "rights.”"
    )
    assert compare(QUOTED, broken).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("passage", "altered"),
    [
        ("The bridge carries 7,000 vehicles a day, the county found in May.", False),
        ("Lind: The bridge carries 7,000 vehicles a day.", True),
        ("“The bridge carries 7,000 vehicles a day,” a report said.", True),
        ("We know that the bridge carries 7,000 vehicles a day.", True),
    ],
)
def test_only_words_that_somebody_spoke_are_an_altered_quotation(passage: str, altered: bool) -> None:
    (claim,) = extract_claims("“The bridge carries 9,000 vehicles a day,” Ada Lind said.").claims
    found = compare(claim, passage)
    assert found.stance is Stance.CONFLICTS
    assert any(one.comparator == "quotations" for one in found.reasons) is altered
    assert (found.target is Target.SAID) is altered


def test_the_day_of_another_verb_is_not_the_day_of_the_words() -> None:
    text = "the harbour board filed its complaint against the ferry line in the district court"
    claim = Claim(
        id="c1",
        start=0,
        end=len(text),
        verbatim=text,
        text=text,
        form=Form.INDIRECT,
        content=Content.FACT,
        claimant=Claimant(name="Ada Lind"),
        said_on=DateValue(start=date(2024, 6, 10), end=date(2024, 6, 10), precision=Precision.DAY),
    )
    another, same = (
        compare(claim, passage, claim_date=NOW, passage_date=NOW)
        for passage in (
            f"Judge Ada Lind said she would hear on Wednesday that {text}.",
            f"Judge Ada Lind said on Wednesday that {text}.",
        )
    )
    assert not any(one.comparator == "said on" for one in another.reasons)
    assert any(one.comparator == "said on" and one.polarity is Polarity.OPPOSES for one in same.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The company will create 500 jobs in Gdansk.", "The company will cut 500 jobs in Gdansk."),
        (
            "The appeals court upheld the ban on foreign ownership.",
            "The appeals court struck down the ban on foreign ownership.",
        ),
        ("Parliament passed the bill by 218 votes to 210.", "Parliament rejected the bill by 218 votes to 210."),
    ],
)
def test_opposite_verbs_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Raising the fare is a popular idea in the city.",
            "It is hard to deny how popular the idea of raising the fare is in the city.",
        ),
        (
            "The fares are not included in the report of the harbour board.",
            "The board sent its report, including the fares of the harbour.",
        ),
        (
            "The harbour board ran an illegal ferry.",
            "Questions of the legality of the ferry that the harbour board ran remain.",
        ),
    ],
)
def test_what_is_only_spoken_of_is_not_asserted(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def claim_of(text: str, wording: str, claimant: str = "", form: Form = Form.NONE) -> Claim:
    speaker = Claimant(name=claimant) if claimant else None
    return Claim(
        id="c1",
        start=0,
        end=len(text),
        verbatim=text,
        text=wording,
        form=form,
        content=Content.FACT,
        claimant=speaker,
    )


def test_what_the_passage_says_of_somebody_else_is_neither_for_nor_against() -> None:
    text = "He is running for the senate again in 2014, in the district of Harwick."
    passage = "Nils Moe is running for the senate again in 2020, in Harwick, a district he knows."
    other = compare(claim_of(text, text.replace("He", "He [Olaf Brandt]")), passage)
    assert other.stance is Stance.RELATED
    assert any(
        "“He” in the claim is Olaf Brandt, whom the source does not name" in one.message for one in other.reasons
    )
    same = compare(claim_of(text, text.replace("He", "He [Nils Moe]")), passage)
    assert same.stance is Stance.CONFLICTS
    unknown = compare(text, passage)
    assert unknown.stance is Stance.RELATED
    assert any("“He” in the claim is not known here" in one.message for one in unknown.reasons)


def test_the_speaker_is_whom_i_and_we_mean() -> None:
    text = "We closed two ferry lines in Lund last winter."
    passage = "The company did not close two ferry lines in Lund last winter, {} said."
    claim = claim_of(text, text, "Ada Lind", Form.DIRECT)
    assert compare(claim, passage.format("Ada Lind")).stance is Stance.CONFLICTS
    assert not any(one.comparator == "subject" for one in compare(claim, passage.format("Ada Lind")).reasons)
    other = "In the last winter the company of Karl Moe was asked about two lines in Lund that it had not closed."
    assert any(one.comparator == "subject" for one in compare(claim, other).reasons)


def test_the_subject_of_what_is_said_is_not_its_speaker() -> None:
    text = "it was time for Karl Moe to declare an emergency in the port of Lund"
    passage = (
        "Minister Ada Lind said President Olaf Brandt is still looking at whether it was time to declare an emergency "
        "in the port of Lund."
    )
    judgement = compare(claim_of(text, text, "Karl Moe", Form.INDIRECT), passage)
    assert not any("Olaf Brandt" in one.message for one in judgement.reasons if one.comparator == "speakers")


def test_a_verb_that_only_says_which_one_is_meant_is_not_negated() -> None:
    claim = "Everything a mayor needs in the old town hall is built in"
    passage = "He said a mayor doesn't need somebody in the old town hall telling her what to do."
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    "passage",
    ["The governor renewed his threat to declare a state of emergency.", "The governor held off on declaring one."],
)
def test_a_threat_is_no_demand_and_what_was_put_off_is_neither_done_nor_asked(passage: str) -> None:
    claim = "It is time for the governor to declare a state of emergency."
    assert compare(claim, passage).stance is Stance.RELATED
    assert compare("The governor declared a state of emergency.", passage).stance is Stance.RELATED


def test_who_denies_it_is_the_subject_of_the_claim() -> None:
    claim = "The harbour minister, Anders Holm, resigned."
    denied = compare(claim, "Harbour minister Anders Holm denied reports that he had resigned.")
    assert denied.stance is Stance.CONFLICTS
    other = compare(claim, "Harbour minister Anders Holm, who has since resigned, denied the allegations.")
    assert other.stance is not Stance.CONFLICTS


def test_a_figure_that_agrees_answers_what_it_counts_however_it_is_put() -> None:
    for claim, passage in (
        ("The company employs 500 people.", "The company has 500 employees."),
        ("A quarter of the households had no water.", "About 25 percent of households had no water, the utility said."),
    ):
        assert compare(claim, passage).stance is Stance.CORROBORATES
    assert compare("The company employs 500 people.", "The company has 700 employees.").stance is Stance.RELATED


@pytest.mark.parametrize(
    ("passage", "released"),
    [
        ("Feb 16: The council of Velby scrapped the toll on the bridge.", date(2026, 2, 16)),
        ("From March the council of Velby scrapped the toll on the bridge.", date(2026, 2, 12)),
        ("On 15 February the council of Velby scrapped the toll on the bridge.", date(2026, 2, 20)),
        ("On 15 February the council of Velby scrapped the toll on the bridge.", None),
    ],
)
@pytest.mark.parametrize("claimed", [date(2025, 12, 1), date(2026, 3, 1), None])
def test_a_date_without_a_year_is_of_its_own_source_and_never_of_the_claims_year(
    passage: str, released: date | None, claimed: date | None
) -> None:
    claim = "The council of Velby scrapped the toll on the bridge in 2025."
    judgement = compare(claim, passage, claim_date=claimed, passage_date=released)
    assert not [one for one in judgement.reasons if one.facet is Facet.WHEN and one.polarity is Polarity.SUPPORTS]
    dated = compare(claim.replace("in 2025", "in 2026"), passage, claim_date=claimed, passage_date=released)
    told = [one.polarity for one in dated.reasons if one.facet is Facet.WHEN]
    assert told == ([Polarity.SUPPORTS] if released else [])


def test_a_day_without_a_year_is_not_of_the_year_before_its_release() -> None:
    claim = "The council of Velby scrapped the toll on the bridge on 15 February 2025."
    passage = "The council of Velby scrapped the toll on the bridge on 15 February."
    of_2026 = compare(claim, passage, passage_date=date(2026, 2, 20))
    assert not any(one.facet is Facet.WHEN and one.polarity is Polarity.SUPPORTS for one in of_2026.reasons)
    of_2025 = compare(claim, passage, passage_date=date(2025, 2, 20))
    assert any(one.facet is Facet.WHEN and one.polarity is Polarity.SUPPORTS for one in of_2025.reasons)
