"""Scraped text: marks that were lost, sentences glued together, labels and teasers in the middle of things."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.people.names_sheet import names_sheet

HEAD = "The fire began at noon in the old mill, and forty people fled.\n\n"


def told(text: str) -> list[tuple[str, str]]:
    """Return who says what in the article, in order; "" for the article itself."""
    claims = extract_claims(HEAD + text).claims
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim) for claim in claims][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We lost it all, Ann Lee said. The barn burned on May 3.\n\nShe has two cows.',
            [("Ann Lee", '"We lost it all'), ("", "The barn burned on May 3."), ("", "She has two cows.")],
        ),
        (
            'They met Thursday." I have spoken with the owners of both mills," Lee told the Courier.',
            [("", 'They met Thursday."'), ("Lee", 'I have spoken with the owners of both mills,"')],
        ),
        ("The town paid £4m.“It was worth it,” said Ann Lee.Nobody was hurt.", [
            ("", "The town paid £4m."), ("Ann Lee", "“It was worth it,”"), ("", "Nobody was hurt."),
        ]),
    ],
)  # fmt: skip
def test_lost_marks_and_spaces_cost_no_claim(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_label_in_an_article_gives_its_paragraph_to_a_person() -> None:
    text = "The hearing lasted long.\n\nBill K.: The lane has flooded three times.\n\nThe council has 14 members.\n\n"
    assert told(text + "Note: The figures are those of 2019.\n\nIt meets again in June.")[1:3] == [
        ("Bill K.", "The lane has flooded three times."),
        ("", "The council has 14 members."),
    ]


@pytest.mark.parametrize(
    "before", ["The mill was sold", "The mill was sold;", "The mill was sold:", "The mill was sold."]
)
def test_a_teaser_is_found_without_a_full_stop_before_it(before: str) -> None:
    found = told(f"{before} See also Council shuts the old bridge for good\n\nIt is late.")
    assert not any("Council" in words for _, words in found)


def test_a_month_and_a_sentences_first_word_are_no_items() -> None:
    text = "Deaths in Arle rose to 44 on Feb. 7."
    dated, undated = (extract_claims(text, published=day).claims[0] for day in (date(2021, 5, 12), None))
    assert [item.span.text for item in dated.items] == ["Arle", "44", "Feb. 7"]
    assert [item.span.text for item in undated.items] == ["Arle", "44"]


def test_a_slip_in_the_name_of_an_institution_is_flagged_beside_its_short_form() -> None:
    rows = names_sheet("John Hopkins paid for it. Johns Hopkins University denied that in May.")
    assert {(row.name, row.doubts) for row in rows} == {
        ("John Hopkins", ("nearly the same as Johns Hopkins University",)),
        ("Johns Hopkins University", ("nearly the same as John Hopkins",)),
    }


def test_the_outlet_that_somebody_told_is_the_medium() -> None:
    claim = extract_claims("The mayor told the Courier in an interview that the dam was dry.").claims[0]
    assert claim.medium == "the Courier"


def test_a_post_behind_its_name_is_what_that_name_says() -> None:
    text = "The mill was shut in May.\n\n@AnnLee: The mill is lost and the town is poor.\n\nIt was sold."
    post = extract_claims(text).claims[1]
    assert post.claimant is not None
    assert (post.claimant.name, post.verbatim) == ("AnnLee", "The mill is lost and the town is poor.")


def test_the_label_of_a_list_is_no_part_of_its_first_line() -> None:
    text = (
        "Mill closes\n\nStory highlights Workers have urged the town to buy the mill, where many of them worked for "
        "twenty years.\n\nThe mill in Arle was closed on Monday."
    )
    assert extract_claims(text).claims[0].verbatim.startswith("Workers have urged")


@pytest.mark.parametrize(
    "headline",
    [
        "Pipeline boost? Arle report may disappoint foes of the line",
        "Brandt pushes for trams. What does the council do now?",
    ],
)
@pytest.mark.parametrize("label", ["Most read", "Related materials:"])
def test_a_headline_of_two_sentences_under_a_label_is_no_claim(label: str, headline: str) -> None:
    text = f"The bridge was opened on Monday.\n\n{label}\n\n{headline}\n\nIt cost 4 million dollars."
    assert [c.verbatim for c in extract_claims(text).claims] == [
        "The bridge was opened on Monday.",
        "It cost 4 million dollars.",
    ]
