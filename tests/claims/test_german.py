"""German narration is not dropped for want of an English verb."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


@pytest.mark.parametrize(
    "text",
    [
        "Die Kosten belaufen sich auf 7,5 Millionen Euro.",
        "Davon trägt das Land 2,5 Millionen Euro.",
        "Im vergangenen Jahr zählte das Museum 41.000 Besucher, rund 3 Prozent weniger als 2019.",
        "Der Eintritt steigt zum 1. Mai von 4,50 Euro auf 6 Euro.",
    ],
)
def test_a_german_sentence_with_figures_is_a_claim(text: str) -> None:
    assert [claim.verbatim for claim in extract_claims(text).claims] == [text]


@pytest.mark.parametrize("text", ["Wer soll das bezahlen?", "Neues Museum in Kiel", "Foto: Anna Berg"])
def test_a_german_question_or_heading_is_none(text: str) -> None:
    assert extract_claims(f"{text}\n\nDas Museum hat 12 Räume.").claims[0].verbatim == "Das Museum hat 12 Räume."
