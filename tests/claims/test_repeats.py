"""What an article says twice in the same words is one claim with two appearances, unless it was said twice."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.repeats import REPEATS
from factcheck.domain import Disposition

QUOTED = "“We work in the dark where this old bridge is concerned”"


def test_a_pull_quote_is_an_appearance_of_the_quotation_that_names_its_speaker() -> None:
    pulled = QUOTED.replace("”", ".”")
    text = (
        f"The bridge was closed in May.\n\n{QUOTED[:-1]},” Ann Reed said.\n\n“It is shut,” said Paul Dorn.\n\n{pulled}"
    )
    extraction = extract_claims(text)
    same = [claim for claim in extraction.claims if "in the dark" in claim.verbatim]
    assert [claim.claimant.name for claim in same if claim.claimant] == ["Ann Reed"]
    assert [a.span.text for a in same[0].appearances] == [pulled]
    assert (extraction.sentences[-1].disposition, extraction.sentences[-1].reason) == (Disposition.CLAIMS, REPEATS)


def test_a_sentence_that_a_page_repeats_is_one_claim() -> None:
    line = "The bridge at Arle was built in 1901 by the town."
    text = f"The mill closed in May.\n\n{line}\n\nIt rained on Sunday.\n\n{line}"
    claim = next(c for c in extract_claims(text).claims if c.verbatim == line)
    assert claim.start == text.index(line)
    assert [a.span.start for a in claim.appearances] == [text.rindex(line)]
    assert claim.appearances[0].span.text == line


def test_what_two_people_say_stays_two_claims() -> None:
    text = f"The bridge was closed in May.\n\n{QUOTED[:-1]},” Ann Reed said.\n\n{QUOTED[:-1]},” Paul Dorn said."
    said = [c.claimant.name for c in extract_claims(text).claims if c.claimant]
    assert said == ["Ann Reed", "Paul Dorn"]


@pytest.mark.parametrize(
    "behind", ["It rained. The port lost £5 million in 2023.", "The port lost £5 million in 2023."]
)
@pytest.mark.parametrize(
    "before",
    ["The port lost £5 million in 2023, Rita Sole said.", "“The port lost £5 million in 2023,” Rita Sole said."],
)
def test_what_somebody_is_quoted_for_and_the_article_then_asserts_is_a_claim_of_each(before: str, behind: str) -> None:
    found = extract_claims(f"The council met in May.\n\n{before}\n\n{behind}").claims
    lost = [claim.claimant.name if claim.claimant else "the article" for claim in found if "lost" in claim.verbatim]
    assert lost == ["Rita Sole", "the article"]


def test_a_pull_quote_that_lost_its_marks_is_known_by_who_speaks_in_it() -> None:
    words = "We will rebuild this port together by 2030"
    found = extract_claims(f"The council met in May.\n\n“{words},” Rita Sole said.\n\nIt rained.\n\n{words}.").claims
    (claim,) = [claim for claim in found if "rebuild" in claim.verbatim]
    assert [a.span.text for a in claim.appearances] == [f"{words}."]


def test_two_turns_of_a_transcript_are_two_claims() -> None:
    text = "ANNA HOLM: Taxes rose by £300 per family in 2023.\n\nMARK TELL: Taxes rose by £300 per family in 2023."
    found = [claim.claimant.name for claim in extract_claims(text).claims if claim.claimant]
    assert found == ["Anna Holm", "Mark Tell"]


def test_a_few_words_said_twice_stay_two_claims() -> None:
    assert len(extract_claims("The mill closed in May.\n\nIt rained on Sunday.\n\nThe mill closed in May.").claims) == 3
