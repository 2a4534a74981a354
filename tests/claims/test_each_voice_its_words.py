"""Who is quoted, who says another figure and whose brother it was: each voice has its own words, and no more."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Disposition

Said = tuple[str, str]


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text).claims


def said(text: str) -> list[Said]:
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Reid said it was worth £4 million, Weir said £2 million and the Herald said £3 million.",
            [("Reid", "it was worth £4 million"), ("Weir", "£2 million"), ("Herald", "£3 million")],
        ),
        (
            "Reid said it was worth £4 million and Weir said about £2 million.",
            [("Reid", "it was worth £4 million"), ("Weir", "about £2 million")],
        ),
        (
            "While police said 12 people died, witnesses said 30.",
            [("police", "12 people died"), ("witnesses", "30")],
        ),
        (
            "While police said 12 people died, witnesses said at least 30.",
            [("police", "12 people died"), ("witnesses", "at least 30")],
        ),
        (
            "Reid said that it was cold and Weir told reporters that it had snowed.",
            [("Reid", "it was cold"), ("Weir", "it had snowed")],
        ),
        (
            "Weir put the loss at £3 million; the union said £9 million.",
            [("Weir", "Weir put the loss at £3 million"), ("the union", "£9 million")],
        ),
        (
            "Ann Weir claimed the bill was £4 million; she said it was £9 million.",
            [("Ann Weir", "the bill was £4 million"), ("Ann Weir", "it was £9 million")],
        ),
    ],
)
def test_another_figure_is_another_voice(text: str, parts: list[Said]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Police said it was shut, Weir said.", [("Police", "it was shut")]),
        ("Police said it was shut, Weir said on Monday.", [("Police", "it was shut")]),
        ("Reid said the mayor and Weir said it was over.", [("Reid", "the mayor and Weir said it was over")]),
        (
            "Ann Weir said the bill was £4 million; she said nothing of it.",
            [("Ann Weir", "the bill was £4 million; she said nothing of it")],
        ),
    ],
)
def test_what_tells_who_said_it_is_no_other_voice(text: str, parts: list[Said]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Campaigner Joe Fox, whose brother Sam said the mill leaked 12 tonnes of oil, lost his seat.",
            [("Sam", "the mill leaked 12 tonnes of oil"), ("", "lost his seat")],
        ),
        (
            "Ann Lee, whose mother Eve told the court she had lied, was jailed for 4 years.",
            [("Eve", "she had lied"), ("", "was jailed for 4 years")],
        ),
        (
            "Lee, whose firm lost £3 million, said it was over.",
            [("", "Lee, whose firm lost £3 million"), ("Lee", "it was over")],
        ),
    ],
)
def test_whose_relative_speaks_is_not_whose_clause_it_is(text: str, parts: list[Said]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“The plan is dead,” the paper quoted Ann Reid as saying.", "the paper"),
        ("“The plan is dead,” the Courier quoted Ann Reid as telling reporters.", "the Courier"),
        ("“The plan is dead,” state television quoted Ann Reid as saying on Monday.", "state television"),
        ("“The plan is dead,” Ann Reid was quoted as saying.", ""),
        ("Ann Reid was reported as saying the plan was dead.", ""),
        ("Ann Reid was quoted as saying the plan was dead.", ""),
        ("Ann Reid was quoted as saying that the plan was dead.", ""),
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_is_the_medium(text: str, medium: str) -> None:
    (claim,) = claims(text)
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.medium) == ("Ann Reid", medium)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ann Reid was quoted by the Herald saying the mill was safe.", [("Ann Reid", "the mill was safe")]),
        ("The man who said the plan was dead smiled.", [("man", "the plan was dead")]),
        ("The man who said the plan was dead is Weir.", [("man", "the plan was dead")]),
        ("A letter from Weir to Reid said the firm owed £4 million.", [("Weir", "the firm owed £4 million")]),
        (
            "An email from Ann Weir to the council said the firm owed £4 million.",
            [("Ann Weir", "the firm owed £4 million")],
        ),
    ],
)
def test_a_gesture_a_name_and_a_quoting_are_no_facts(text: str, parts: list[Said]) -> None:
    assert [(name.removeprefix("the "), words) for name, words in said(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "About 300 people (mostly women) live there.",
        "Prices (including tax) double each year.",
        "Nearly 2,000 firms (and charities) depend on it.",
        "Prices — including tax — double each year.",
    ],
)
def test_a_bracket_between_subject_and_verb_hides_no_verb(text: str) -> None:
    assert said(text) == [("", text)]


def test_a_bracket_makes_no_verb() -> None:
    (sentence,) = extract_claims("A map of the area (including tax).").sentences
    assert sentence.disposition is Disposition.NOT_CHECKABLE


@pytest.mark.parametrize("verb", ["said", "claimed"])
def test_a_pronoun_behind_a_semicolon_says_a_clause_of_a_bare_verb(verb: str) -> None:
    text = f"Mary Hale is the mayor. Hale {verb} taxes had doubled; she said the council lied."
    told = [(c.verbatim, c.claimant and c.claimant.name) for c in extract_claims(text).claims[1:]]
    assert told == [("taxes had doubled", "Mary Hale"), ("the council lied", "Mary Hale")]


@pytest.mark.parametrize("whom", ["Reuters", "CNN", "The Courier"])
def test_people_who_talk_to_an_outlet_speak(whom: str) -> None:
    [claim] = extract_claims(f"Two people talking to {whom} said the deal was dead.").claims
    assert claim.verbatim == "the deal was dead"
    assert claim.claimant
    assert claim.claimant.name == f"Two people talking to {whom}"
    assert claim.medium == whom
