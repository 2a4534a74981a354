"""Facts that stand beside somebody's words in one sentence are claims of their own; fragments are none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Form


def narrated(text: str) -> list[str]:
    return [claim.verbatim for claim in extract_claims(text).claims if claim.form is Form.NONE]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("After Lee said the plant would close, 300 workers walked out.", "300 workers walked out"),
        ("While Lee said it was safe, inspectors found 14 cracks.", "inspectors found 14 cracks"),
        ("Police arrested 14 people, saying the march was banned.", "Police arrested 14 people"),
        ("The town cut 40 posts, with the mayor saying that it had to.", "The town cut 40 posts"),
        ("Lee, who bought the firm in 2019, said it was safe.", "Lee, who bought the firm in 2019"),
        ("“It is over,” said Lee, who bought the firm in 2019.", "Lee, who bought the firm in 2019"),
        ("Profits fell by 3%, Lee said, while sales rose by 5%.", "sales rose by 5%"),
        ("The bridge opened in 1874, but engineers say it will not last.", "The bridge opened in 1874"),
        ("The mayor resigned on Monday, a day after police said he lied.", "The mayor resigned on Monday"),
        ("Although the mill was sold in 2019 for £3m, Lee said it would stay.", "the mill was sold in 2019 for £3m"),
        (
            "After months of talks, the town sold the mill and Lee says it was right.",
            "After months of talks, the town sold the mill",
        ),
        ("The cuts were those of May, in which Lee said he believes.", "The cuts were those of May"),
        ("Its team found a way — a rise that Lee says was paid for.", "Its team found a way — a rise"),
        ("There are doubts about the plank after he suggested it would change.", "There are doubts about the plank"),
        ("Debt rose to 7%, which the mayor called “a very hard blow”.", "Debt rose to 7%"),
    ],
)
def test_a_fact_beside_a_claim_is_kept(text: str, fact: str) -> None:
    assert narrated(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Lee, a teacher from Arle, said it was safe.",
        "On Monday, Lee said it was safe.",
        "Asked about the plan, Lee said it was safe.",
        "When asked about the plan of May, Lee said it was safe.",
        "After losing the vote in May, Lee said it was safe.",
        "In a speech on cuts that were made in May, Lee said it was safe.",
        "Lee, who said it was safe, told us that it would stay.",
        "“It is over,” Lee said, laughing.",
    ],
)
def test_what_asserts_nothing_is_no_claim(text: str) -> None:
    assert narrated(text) == []


def test_no_two_claims_of_a_sentence_overlap() -> None:
    text = "After Lee, who owns it, said it was over, 300 workers left, police said, and the plant closed in May."
    spans = sorted((claim.start, claim.end) for claim in extract_claims(text).claims)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_whose_tells_of_the_speaker_is_a_claim() -> None:
    found = extract_claims("Ann Lee, whose brother owns the mill, said that it would close.").claims
    assert [claim.verbatim for claim in found] == ["Ann Lee, whose brother owns the mill", "it would close"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "The bridge will open in August, Weber said; the county closed the pier in May.",
            "the county closed the pier in May",
        ),
        (
            "“We are ready for the summer,” Weber said; in 2022 the county had closed the pier.",
            "in 2022 the county had closed the pier",
        ),
    ],
)
def test_what_stands_behind_a_semicolon_is_the_writers(text: str, own: str) -> None:
    claims = extract_claims(f"{text}\n").claims
    assert [claim.claimant for claim in claims if claim.verbatim == own] == [None]
