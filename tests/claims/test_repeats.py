"""What an article says twice in the same words is one claim with two appearances, unless it was said twice."""

from __future__ import annotations

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


def test_a_few_words_said_twice_stay_two_claims() -> None:
    assert len(extract_claims("The mill closed in May.\n\nIt rained on Sunday.\n\nThe mill closed in May.").claims) == 3
