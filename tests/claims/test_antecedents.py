"""Whom "he said" means: the subject of the sentence before, then who spoke last; never who is only mentioned."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.wording import open_words


def last_speaker(text: str) -> str:
    claimant = extract_claims(text).claims[-1].claimant
    return claimant.name if claimant else ""


@pytest.mark.parametrize(
    ("before", "pronoun", "speaker"),
    [
        ("Peter Holm, the mayor, met Paul Dorn on Tuesday.", "he", "Peter Holm"),
        ("Mayor Peter Holm criticised Paul Dorn on Tuesday.", "he", "Peter Holm"),
        ("Peter Holm said on Monday that Paul Dorn had left the town.", "he", "Peter Holm"),
        ("“I thanked Paul Dorn for all that he did,” said Peter Holm.", "he", "Peter Holm"),
        ("After Paul Dorn said it was late, Peter Holm opened the door.", "he", "Peter Holm"),
        ("Paul Dorn said it was late. Peter Holm shook his head.", "he", "Peter Holm"),
        ("Anna Holm said it was late. Paul Dorn was pleased. The hall fell silent.", "she", "Anna Holm"),
        ("The plan was praised by the harbour master, Ruth Pell.", "she", "Ruth Pell"),
        ("Among those who voted against it was the Labour MP Paul Dorn.", "he", "Paul Dorn"),
        ("The envoy to Mali, Paul Dorn, said it was over.", "he", "Paul Dorn"),
        ("Mayor Peter Holm said it was late. Police said that two cars burned.", "he", "Peter Holm"),
        ("Paul Dorn went home. A police spokesman said nobody was hurt.", "he", "a police spokesman"),
    ],
)
def test_a_pronoun_means_who_the_sentence_before_is_about(before: str, pronoun: str, speaker: str) -> None:
    assert last_speaker(f"{before} “It is not safe at all,” {pronoun} added.") == speaker


def test_a_pronoun_tells_the_gender_of_a_name_that_no_table_knows() -> None:
    text = "“It is late,” said Xiru Vanto. “We go,” she added. Idun Karo was pleased. “It is over,” he said."
    assert last_speaker(text) == "Idun Karo"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Arle Water said in a statement that it was sorry. The statement added that taps would run.", "Arle Water"),
        ("A letter from the ministry said the work was late.", "the ministry"),
        ("Ruth Pell’s letter said the work was late.", "Ruth Pell"),
        ("“We will appeal at once,” according to a statement from Arle Water.", "Arle Water"),
        ("Ruth Pell said it was late. “It is a shame for all,” the 54-year-old said.", "Ruth Pell"),
        ("The council issued a statement: “The bridge is safe.”", "the council"),
    ],
)
def test_a_document_speaks_for_who_issued_it(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


def test_a_common_noun_before_a_colon_is_no_speaker() -> None:
    claims = extract_claims("The criticism back then was fierce: “They never asked us at all.”").claims
    assert [claim.claimant for claim in claims] == [None, None]
    assert claims[-1].verbatim == "“They never asked us at all.”"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The firm said in a statement on Monday that it was sorry.", "statement"),
        ("Ruth Pell complained in a letter to Holm that nobody had asked.", "letter"),
        ("Ruth Pell said in an interview with The Courier that nobody had asked.", "The Courier"),
    ],
)
def test_a_day_or_a_recipient_is_no_medium(text: str, medium: str) -> None:
    assert extract_claims(text).claims[0].medium == medium


def test_a_speaker_between_subject_and_verb_is_found() -> None:
    [only] = extract_claims("Paul Dorn left. The reason, Ruth Pell said, was money.").claims[1:]
    assert only.claimant is not None
    assert only.claimant.name == "Ruth Pell"


def test_a_description_with_a_name_in_apposition_gives_name_and_office() -> None:
    [only] = extract_claims("“It is a fault,” the firm’s head of design, Guy Rosso, wrote.").claims
    assert only.verbatim == "“It is a fault,”"
    assert only.claimant is not None
    assert (only.claimant.name, only.claimant.office) == ("Guy Rosso", "head of design")


def test_nobody_named_in_a_teaser_is_meant_by_a_pronoun() -> None:
    text = "A headline about it\n\nIt rained for days.\n\nSee also Paul Dorn wins prize “Is it enough now?” he asked."
    assert last_speaker(text) == "he"


QUILL = (
    "Owl writer Mary Quill dies at 91\n\n"
    "Mary Quill, who wrote 14 books about owls, died on Monday. Quill lived in Wells.\n\n"
)


@pytest.mark.parametrize(
    ("then", "speaker"),
    [
        ("Her editor, Patience Orr, said: “She wrote daily.”\n\nIn 1994 she refused a damehood.", "Mary Quill"),
        ("“She wrote daily,” said Patience Orr, her editor.\n\nShe kept 40 owls. She fed them.", "Mary Quill"),
        ("Quill’s agent, Patience Orr, said: “She wrote daily.”\n\nLater she moved to Wells.", "Mary Quill"),
        ("Her editor, Patience Orr, said: “She wrote daily.” She now runs a press.", "Patience Orr"),
        ("“She wrote daily,” said her editor, Patience Orr.\n\nOrr left in 1994.", "Patience Orr"),
        ("Quill’s spokeswoman declined to say more.", "Quill’s spokeswoman"),
    ],
)
def test_a_new_paragraph_goes_on_with_whom_the_article_is_about(then: str, speaker: str) -> None:
    text = f"{QUILL}{then} “Owls live 20 years,” she said."
    assert last_speaker(text) == speaker
    assert open_words(extract_claims(text).claims[-1]) == ()


@pytest.mark.parametrize(
    ("then", "speaker"),
    [
        ("Quill’s daughter keeps the house.", "Mary Quill"),
        ("Her younger sister keeps the house.", "Mary Quill"),
        ("“She came to the farm,” said Patience Orr.\n\nShe keeps 300 cows.", "Patience Orr"),
    ],
)
def test_where_two_are_near_the_speaker_is_told_to_be_doubtful(then: str, speaker: str) -> None:
    claim = extract_claims(f"{QUILL}{then} “Owls live 20 years,” she once said.").claims[-1]
    assert claim.claimant is not None
    assert claim.claimant.name == speaker
    assert open_words(claim) == ("she",)


def test_a_relative_of_the_other_gender_is_meant() -> None:
    assert last_speaker(f"{QUILL}Her son keeps the house. “It is not safe at all,” he said.") == "son"


TYE = "Mayor Robert Tye said the bridge cost 40 million. "


@pytest.mark.parametrize(
    ("then", "speaker"),
    [
        ("Kim Sand opened the new hall on Monday. He said: “We have 300 members in the town.”", "he"),
        ("The council thanked Peter Hall on Monday. “We have 300 members in the town,” he said.", "he"),
        ("Kim Sand opened the hall. He said: “We have 300 members.” He added that 40 had left in May.", "he"),
        ("Peter Hall, who runs the club, opened the hall. “We have 300 members in the town,” he said.", "Peter Hall"),
        ("The council thanked Anna Hall on Monday. “We have 300 members in the town,” he said.", "Robert Tye"),
        ("He said: “We have 300 members in the town.”", "Robert Tye"),
        ("The hall opened in May. “We have 300 members in the town,” he said.", "Robert Tye"),
    ],
)
def test_where_he_may_be_who_spoke_last_or_somebody_named_since_nobody_is_named(then: str, speaker: str) -> None:
    claim = extract_claims(f"{TYE}{then}").claims[-1]
    assert claim.claimant is not None
    assert claim.claimant.name == speaker
    assert ("he" in map(str.lower, open_words(claim))) == (speaker == "he")
    assert claim.claimant.called == ("he (not settled)" if speaker == "he" else speaker)
