"""What a page lists under "Most read" is of other stories, each line of it, until the article goes on."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims

LEAD = "Wards close in Arle\n\nThe trust closed three wards in November, its chairman said on Monday.\n\n"


@pytest.mark.parametrize(
    "label", ["Related stories", "Most popular", "More on this story", "Editor’s picks", "TRENDING"]
)
@pytest.mark.parametrize("mark", ["• ", "- ", "* ", "1. ", ""])
def test_each_line_below_a_label_is_of_another_story(label: str, mark: str) -> None:
    listed = "".join(f"{mark}{one}\n" for one in ("Mayor quits after 14 days", "Bank cuts 400 jobs", "River rises 3m"))
    found = extract_claims(f"{LEAD}{label}\n{listed}\nThe trust lost £9m in 2024.\n")
    assert [claim.verbatim for claim in found.claims][1:] == ["The trust lost £9m in 2024."]


def test_the_list_ends_where_the_article_goes_on_without_a_blank_line() -> None:
    found = extract_claims(f"{LEAD}Mehr zum Thema\nBank streicht 400 Stellen\nNurse Jo Hadley left the trust in May.\n")
    assert [claim.verbatim for claim in found.claims][1:] == ["Nurse Jo Hadley left the trust in May."]


def test_a_list_below_another_label_is_the_articles() -> None:
    found = extract_claims(f"{LEAD}What changed:\n- The trust cut 400 jobs\n- It sold two sites in 2019\n")
    assert len(found.claims) > 1


def test_a_paragraph_apart_from_a_label_is_the_articles_though_it_has_lost_its_full_stop() -> None:
    text = "The council met on Monday and it voted by 14 to 9 to close the pier in Arle"
    found = extract_claims(f"{LEAD}Read more\nBank cuts 400 jobs\n\n{text}\n\nThe pier was built in 1902.\n")
    assert text in [claim.verbatim for claim in found.claims]
