"""Who speaks in a headline: the one person of the article whose office it is, else the noun as it stands."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Block, Claim, Form

BODY = """The city council of Arle met on Tuesday and spoke of the bridge for hours.

Mayor Anna Holt was there. Finance Minister Tom Reed came late. Police closed the street."""
TWO = "The two towns met on Tuesday.\n\nMayor Anna Holt of Arle came late. Mayor Bo Lind of Brunn came early."


def headline(line: str, body: str = BODY) -> Claim:
    found = extract_claims(f"{line}\n\n{body}")
    assert found.sentences[0].block is Block.HEADLINE
    (claim,) = [c for c in found.claims if c.start < len(line)]
    return claim


@pytest.mark.parametrize(
    ("line", "content", "speaker", "office"),
    [
        ("Mayor defends bridge deal", "Mayor defends bridge deal", "Anna Holt", "Mayor"),
        ("Minister: no tax rise", "no tax rise", "Tom Reed", "Finance Minister"),
        ("No tax rise, says minister", "No tax rise", "Tom Reed", "Finance Minister"),
        ("Holt: contract cheap", "contract cheap", "Anna Holt", "Mayor"),
        ("Police: 14 held", "14 held", "Police", ""),
    ],
)
def test_the_one_who_holds_the_office_speaks(line: str, content: str, speaker: str, office: str) -> None:
    claim = headline(line)
    assert claim.claimant is not None
    assert (claim.verbatim, claim.claimant.name, claim.claimant.office) == (content, speaker, office)
    assert claim.form is Form.INDIRECT


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Mayor defends the bridge", "Mayor"),
        ("Ex-mayor: bridge was dear", "Ex-mayor"),
        ("Brunn’s chief: no tax", "Brunn’s chief"),
    ],
)
def test_nobody_is_invented(line: str, speaker: str) -> None:
    claim = headline(line, TWO)
    assert claim.claimant is not None
    assert claim.claimant.name == speaker


@pytest.mark.parametrize(
    "line",
    ["Mayor accused of lying over bridge", "Mayor told to quit over bridge", "Bridge deal: mayor left early in May"],
)
def test_who_is_accused_or_told_says_nothing(line: str) -> None:
    assert headline(line).claimant is None


@pytest.mark.parametrize("line", ["Recipe: the best soup", "Bridge: what we know", "Live: the vote"])
def test_a_label_of_a_headline_is_nobody(line: str) -> None:
    found = extract_claims(f"{line}\n\n{BODY}")
    assert not any(c.claimant for c in found.claims if c.start < len(line))


def test_an_office_in_the_text_means_who_was_named_before() -> None:
    text = "Mayor visits Arle\n\nThe minister said it was late.\n\nFinance Minister Tom Reed came by train."
    (claim,) = [c for c in extract_claims(text).claims if c.verbatim == "it was late"]
    assert claim.claimant is not None
    assert claim.claimant.name == "the minister"
