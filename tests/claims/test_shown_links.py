"""An address that is shown in a sentence belongs to it, and is no word of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.sources.binding import bind_citations
from factcheck.claims.sources.citations import bare_links
from factcheck.claims.sources.shown_links import shown_links, without_links
from factcheck.domain import Disposition

LINK = "https://www.arle.example/minutes/2024-05"


def claims(text: str) -> list[str]:
    found = extract_claims(f"News from Arle\n\n{text}\n\nThe end was near, they said.")
    return [claim.verbatim for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"The council employs 850 people: {LINK}", "The council employs 850 people"),
        (f"Unemployment in Arle fell to 4.2% in January – {LINK}", "Unemployment in Arle fell to 4.2% in January"),
        (f"The harbour lost £4.1 million in 2023 - {LINK}.", "The harbour lost £4.1 million in 2023"),
        (f"The bridge in Arle will close in May, see {LINK}", "The bridge in Arle will close in May"),
        (f"The bridge in Arle will close in May. Source: {LINK}", "The bridge in Arle will close in May."),
        (f"The plan passed by 11 votes to 6 ({LINK}).", "The plan passed by 11 votes to 6"),
        (f"The plan passed by 11 votes to 6 [see {LINK}].", "The plan passed by 11 votes to 6"),
    ],
)
@pytest.mark.parametrize("behind", ["", " It cost £3 million."])
def test_the_claim_is_the_sentence_without_the_address_and_the_address_its_source(
    text: str, claim: str, behind: str
) -> None:
    text = text + behind if text.endswith(".") else text
    found = extract_claims(f"News from Arle\n\n{text}\n\nThe end was near, they said.")
    assert found.claims[0].verbatim == claim
    assert not any("http" in name.name or "arle.example" in name.name for one in found.claims for name in one.names)
    assert not any(q.span.text in ("5", "05", "2024") for one in found.claims for q in one.quantities)
    whole = f"News from Arle\n\n{text}\n\nThe end was near, they said."
    (bound,) = bind_citations(bare_links(whole, ()), found.claims, found.sentences)
    assert bound.claims == (found.claims[0].id,)


def test_a_label_with_an_address_stays_a_label() -> None:
    found = extract_claims(f"News from Arle\n\nAll jobs: {LINK}\n\nThe council employs 850 people.")
    assert [one.verbatim for one in found.claims] == ["The council employs 850 people."]
    assert all(one.disposition is not Disposition.CLAIMS for one in found.sentences if LINK in one.text)


def test_an_address_within_a_sentence_parts_it_from_nothing() -> None:
    text = f"The council (see {LINK}) employs 850 people and 40 apprentices."
    assert claims(text)[0] == text


@given(st.text(alphabet="ab1.:,;()[] \n–-!", max_size=60), st.text(alphabet="ab1.:,;()[] \n–-!", max_size=60))
def test_the_working_copy_keeps_its_length_and_the_sentences_cover_all(before: str, behind: str) -> None:
    text = f"{before}{LINK}{behind}"
    assert len(without_links(text, shown_links(text))) == len(text)
    at = 0
    for one in extract_claims(text).sentences:
        assert not text[at : one.start].strip()
        assert text[one.start : one.end] == one.text
        at = one.end
    assert not text[at:].strip()
