"""Layout: what is set aside, under which name, and that the text around it keeps its claims."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Block, Disposition

BODY = "The dam was finished in 1931 and holds nine million litres."


def test_a_date_on_the_first_line_is_a_dateline_and_the_next_line_the_headline() -> None:
    found = extract_claims(f"14 November 2024\n\nArle votes to mend its dam\n\n{BODY}\n\nIt rained.")
    assert [s.block for s in found.sentences][:3] == [Block.DATELINE, Block.HEADLINE, Block.BODY]


@pytest.mark.parametrize(
    ("glued", "aside", "disposition"),
    [
        (
            f"{BODY} The dam seen from the quay. Photo: Ann Reed",
            "The dam seen from the quay. Photo: Ann Reed",
            "caption",
        ),
        (f"{BODY}\nPhotograph: Ann Reed/Arle Press", "Photograph: Ann Reed/Arle Press", "caption"),
        (f"{BODY} See also Seven cafés closed in Northam", "See also Seven cafés closed in Northam", "teaser"),
        (f"{BODY}\nStory continued below", "Story continued below", "boilerplate"),
        (
            f"{BODY}\nReporting by Ann Reed; Editing by Paul Dorn",
            "Reporting by Ann Reed; Editing by Paul Dorn",
            "boilerplate",
        ),
        (f"{BODY}\nHome | News | Sport | Weather | Shop", "Home | News | Sport | Weather | Shop", "boilerplate"),
        (
            f"{BODY}\nEnlarge this image toggle caption Ann Reed",
            "Enlarge this image toggle caption Ann Reed",
            "boilerplate",
        ),
    ],
)
def test_scraping_noise_is_set_aside(glued: str, aside: str, disposition: str) -> None:
    found = extract_claims(f"A headline about the dam\n\n{glued}\n\nIt rained on Monday.")
    assert {s.text: s.disposition for s in found.sentences}[aside] is Disposition(disposition)
    assert BODY in [c.verbatim for c in found.claims]


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        (
            "“Some 120 of our pupils cross it daily.” Rosa Pell Head teacher of Quay School",
            "Rosa Pell",
            "Head teacher of Quay School",
        ),
        ("“The vote was a farce from its start to its end.”\n\n- Rosa Pell", "Rosa Pell", ""),
        ("“The vote was a farce from its start to its end.”\n\nRosa Pell, The Courier", "Rosa Pell", "The Courier"),
    ],
)
def test_the_caption_or_signature_of_a_quotation_is_its_speaker(text: str, speaker: str, office: str) -> None:
    [_, only] = extract_claims(f"{BODY} It rained.\n\n{text}").claims[-2:]
    assert only.claimant is not None
    assert (only.claimant.name, only.claimant.office) == (speaker, office)


@pytest.mark.parametrize(
    "text", ["It is hard to imagine Arle without its dam.", "Perhaps it was all in vain.", "We must do more."]
)
def test_an_evaluation_is_not_checkable(text: str) -> None:
    [only] = extract_claims(text).sentences
    assert only.disposition is Disposition.NOT_CHECKABLE


def test_an_announcement_is_no_label() -> None:
    found = extract_claims("He told his guests, to loud applause:\n\n“It is done, and it was done well.”")
    assert found.sentences[0].block is Block.BODY
    assert [c.claimant.name for c in found.claims if c.claimant] == ["He"]
