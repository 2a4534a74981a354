"""Documents say what they show; a noun that looks like a verb of saying says nothing; who is named in apposition."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Block, Content


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("documents seen by the Chronicle show", "documents seen by the Chronicle"),
        ("figures obtained by the Herald show", "figures obtained by the Herald"),
        ("contracts reviewed by the Post reveal", "contracts reviewed by the Post"),
        ("minutes of the meeting show", "minutes of the meeting"),
        ("company records show", "company records"),
        ("a letter seen by the Herald shows", "letter seen by the Herald"),
        ("according to figures seen by the Chronicle", "figures seen by the Chronicle"),
    ],
)
def test_what_a_document_shows_is_its_claim(source: str, name: str) -> None:
    (claim,) = extract_claims(f"The firm knew of the leak, {source}.\n").claims
    assert claim.verbatim == "The firm knew of the leak"
    assert claim.claimant is not None
    assert claim.claimant.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Response times for the most urgent calls averaged nine minutes in July.",
        "Police calls averaged nine minutes last year.",
        "The department’s reports showed a rise of three points.",
        "Officer complaints doubled to 300 last year.",
    ],
)
def test_a_plural_noun_with_a_verb_behind_it_says_nothing(text: str) -> None:
    (claim,) = extract_claims(f"{text}\n").claims
    assert (claim.verbatim, claim.claimant) == (text, None)


def test_a_verb_of_saying_before_a_participle_still_speaks() -> None:
    (claim,) = extract_claims("The mayor calls planned cuts a gamble.\n").claims
    assert claim.claimant is not None
    assert claim.claimant.name == "the mayor"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The trust ordered eleven ambulances in 2023.", Content.FACT),
        ("The vans have not come two years after they were ordered.", Content.FACT),
        ("The court ordered the firm to pay £3,000.", Content.DIRECTIVE),
        ("The firm was ordered to pay £3,000 in costs.", Content.DIRECTIVE),
    ],
)
def test_goods_are_ordered_and_so_are_people(text: str, content: Content) -> None:
    (claim,) = extract_claims(f"{text}\n").claims
    assert claim.content is content


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Its administrator, the lawyer Jutta Brandeis,", "Jutta Brandeis"),
        ("His wife, the novelist Ada Holm,", "Ada Holm"),
        ("The mayor, a former nurse,", "the mayor"),
    ],
)
def test_who_is_named_behind_a_description(who: str, name: str) -> None:
    (claim,) = extract_claims(f"{who} said that forty towns were owed money.\n").claims
    assert claim.claimant is not None
    assert claim.claimant.name == name


@pytest.mark.parametrize(
    "line",
    [
        "Published: 9 September 2025, 07:15 BST | Updated: 10 September 2025",
        "Published 9 September 2025 at 7:15 am",
        "Published: 9 September 2025 · Last updated 10 September 2025 at 10:00",
    ],
)
def test_a_date_line_goes_on_to_its_time_and_its_update(line: str) -> None:
    found = extract_claims(f"{line}\n\nThe bridge is open.\n")
    assert [one.block for one in found.sentences][:2] == [Block.DATELINE, Block.BODY]
    assert [claim.verbatim for claim in found.claims] == ["The bridge is open."]
