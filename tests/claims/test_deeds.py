"""What was done to people or things is the article's own fact, where the verb can be one of saying, too."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Content, Form


@pytest.mark.parametrize(
    "text",
    [
        "The company dismissed 300 officials in March.",
        "The company dismissed about 300 of its officials in March.",
        "The company dismissed dozens of officials after the vote.",
        "The company dismissed its chief executive in May.",
        "The border police denied 300 refugees entry.",
        "The court denied two men bail.",
        "The judge denied Smith bail.",
        "The university admitted 300 students last year.",
        "The hospital admitted 40 patients on Friday.",
        "The police questioned 40 suspects on Monday.",
        "The court called 40 witnesses.",
        "The rebels attacked 40 villages.",
        "The embassy issued 300 visas.",
        "The bank advised 40 companies on mergers.",
        "The mayor welcomed 300 refugees in Arle.",
        "The council rejected 300 applications last year.",
        "The army released 40 prisoners on Monday.",
        "The company added 40 jobs that were lost in 2019.",
        "The army ordered 40 tanks from Germany.",
        "The flood claimed 40 lives in March.",
        "The crowd, urged on by its leaders, marched to the square.",
        "A man was reported to the police on Monday.",
        "Two people were reported to police in Arle.",
    ],
)
def test_a_deed_is_told_by_the_article(text: str) -> None:
    (claim,) = extract_claims(text).claims
    assert (claim.verbatim, claim.form, claim.claimant, claim.content) == (text, Form.NONE, None, Content.FACT)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor dismissed 40 complaints as lies",
        "The mayor dismissed the claim that 40 cows died",
        "The mayor dismissed Ann Smith as a fool",
        "The minister dismissed 40 critics as fools",
        "The minister called 40 officials liars",
        "The minister denied that 300 refugees died",
        "The minister denied 300 refugees had died",
        "The minister denied officials took bribes",
        "The man admitted 40 counts of fraud",
        "Critics attacked the plan",
        "The firm issued two warnings",
        "The police warned 300 drivers",
        "The mayor welcomed the 40 new jobs",
    ],
)
def test_what_can_only_be_done_in_words_is_a_saying(text: str) -> None:
    (claim,) = extract_claims(f"{text}.").claims
    assert claim.verbatim == text
    assert claim.claimant is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army claimed 40 villages were safe.", "40 villages were safe"),
        ("The police noted 40 cars were missing.", "40 cars were missing"),
        ("The company added that 40 jobs were safe.", "40 jobs were safe"),
        ("The two are reported to have fled.", "The two are reported to have fled"),
    ],
)
def test_a_clause_behind_the_same_verbs_is_said(text: str, said: str) -> None:
    (claim,) = extract_claims(text).claims
    assert (claim.verbatim, claim.form) == (said, Form.INDIRECT)


def test_a_verb_with_its_object_is_no_part_of_a_speaker() -> None:
    told, warned = extract_claims("The mine produced 40 tonnes and the company warned 300 workers.").claims
    assert (told.verbatim, told.claimant) == ("The mine produced 40 tonnes", None)
    assert warned.claimant is not None
    assert warned.claimant.name == "the company"


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet agreed the plans unanimously, though 2,400 residents had signed a petition.",
        "The council agreed the plan, although 300 people had objected.",
        "The cabinet confirmed the appointment, though 300 people had objected.",
        "Ministers agreed the budget in May, while 40 others were away.",
        "The board backed the merger, which costs $40m.",
        "The committee endorsed the plan on Monday after 300 people had objected.",
    ],
)
def test_what_is_agreed_or_backed_is_a_deed(text: str) -> None:
    (claim,) = extract_claims(text).claims
    assert (claim.verbatim, claim.claimant) == (text, None)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The cabinet agreed the plans were too costly.", "the plans were too costly"),
        ("Ministers agreed the budget, though small, had doubled.", "the budget, though small, had doubled"),
        ("The council confirmed 40 people had died.", "40 people had died"),
        ("The mayor said the plan, though it was late, was right.", "the plan, though it was late, was right"),
    ],
)
def test_what_is_agreed_to_be_so_is_said(text: str, content: str) -> None:
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert claim.verbatim == content


@pytest.mark.parametrize(
    "text",
    [
        "Acme posted a loss of £3m in May.",
        "The company recorded a profit of 4 million euros.",
        "The company reported a profit of 4 million euros.",
        "Acme reported a 4 per cent rise in revenue.",
        "The chain has reported its biggest losses since 1990.",
    ],
)
def test_a_result_of_business_is_the_articles_own_fact(text: str) -> None:
    (claim,) = extract_claims(text).claims
    assert (claim.verbatim, claim.claimant) == (text, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The company reported that profits had fallen to £3m.", "the company"),
        ("The company reported profits were down by 4 per cent.", "the company"),
        ("The hospital reported 14 deaths in March.", "the hospital"),
        ("Patients reported a loss of taste in May.", "Patients"),
        ("Police reported a rise in burglaries.", "Police"),
    ],
)
def test_what_is_reported_of_the_world_is_said(text: str, speaker: str) -> None:
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert claim.claimant.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ann Berg, who wrote nine books, recalled a hard man.",
        "Maria Toll, who reported 14 thefts, was dismissed.",
        "Ivo Ross, who added two rooms, sold the house.",
        "The clerk noted three errors and left.",
        "Lee added two rooms and sold the house.",
        "Darwin described 14 species of finch.",
    ],
)
def test_an_object_and_what_somebody_did_next_are_nobodys_words(text: str) -> None:
    assert [(c.verbatim, c.claimant) for c in extract_claims(text).claims] == [(text, None)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said 40 people, including 12 children, died.", "40 people, including 12 children, died"),
        ("Lee said two men and a woman were hurt.", "two men and a woman were hurt"),
        ("Lee added 40 people had died.", "40 people had died"),
        ("The plan, which cost £4m, had failed, Lee said.", "The plan, which cost £4m, had failed"),
    ],
)
def test_a_clause_with_a_subject_of_its_own_is_said(text: str, content: str) -> None:
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert claim.verbatim == content
