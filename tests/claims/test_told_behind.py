"""A sentence that only tells who said the one before it is no claim of its own; it tells whose words that one is."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition, Form

PUBLISHED = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("behind", "speaker", "said_on"),
    [
        ("Das teilte die Polizei am Dienstag in Arle mit.", "Polizei", "2024-06-11"),
        ("Das hat die Polizei mitgeteilt.", "Polizei", "../2024-06-12"),
        ("Dies berichtete die „Arler Zeitung“ am Montag.", "„Arler Zeitung“", "2024-06-10"),
        ("Das geht aus einem Bericht des Kreises hervor, der der Redaktion vorliegt.", "Bericht", "../2024-06-12"),
        ("Das ergab eine Umfrage der Stadt.", "Umfrage der Stadt", "../2024-06-12"),
    ],
)
def test_in_german_the_sentence_before_is_reported(behind: str, speaker: str, said_on: str) -> None:
    first = "Drei Männer haben im Mai bei dem Brand 40 Autos gestohlen."
    found = extract_claims(f"{first} {behind} Die Stadt wartet auf das Gericht.", published=PUBLISHED)
    assert found.claims[0].verbatim == first
    assert behind not in [c.verbatim for c in found.claims]
    told = found.claims[0]
    assert told.claimant
    assert told.claimant.name.startswith(speaker)
    assert told.form is Form.INDIRECT
    assert told.said_on
    assert told.said_on.iso == said_on
    assert [s.disposition for s in found.sentences if s.text == behind] == [Disposition.NOT_CHECKABLE]


@pytest.mark.parametrize(
    "behind", ["That is according to the police.", "So says the police.", "That’s what the police said in a statement."]
)
def test_in_english_too(behind: str) -> None:
    found = extract_claims(f"Three men were held on Monday. {behind} The case goes on.", published=PUBLISHED)
    assert [(c.verbatim, c.claimant and c.claimant.name) for c in found.claims] == [
        ("Three men were held on Monday.", "the police"),
        ("The case goes on.", None),
    ]


@pytest.mark.parametrize(
    ("first", "behind"),
    [
        ("Die Miete stieg um 3 Prozent.", "Das sagte niemand von der Stadt."),
        ("Die Miete stieg um 3 Prozent.", "Das bestätigte Anna Weber."),
        ("Die Miete stieg um 3 Prozent.", "Das sagte sie, weil die Stadt 40 Euro zahlt."),
        ("„Wir warten auf das Geld“, sagte Anna Weber.", "Das teilte die Polizei mit."),
    ],
)
def test_what_says_more_or_is_of_somebody_else_stays_a_claim(first: str, behind: str) -> None:
    found = extract_claims(f"Es war kalt in der Stadt Arle. {first} {behind}", published=PUBLISHED)
    assert any(c.start >= found.sentences[-1].start for c in found.claims)


def test_the_day_told_behind_is_that_of_the_words_before() -> None:
    text = "Es war kalt in der Stadt. „Wir warten auf das Geld“, sagte Anna Weber. Das sagte sie am Montag."
    claims = extract_claims(text, published=PUBLISHED).claims
    assert claims[-1].verbatim == "„Wir warten auf das Geld“"
    assert claims[-1].said_on
    assert claims[-1].said_on.iso == "2024-06-10"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Bürgerinitiative will klagen. Sie hat nach eigenen Angaben 2.300 Mitglieder.", "Bürgerinitiative"),
        ("Der Bauernverband will klagen. Er hat nach eigenen Angaben 2.300 Mitglieder.", "Bauernverband"),
    ],
)
def test_a_german_pronoun_means_the_subject_of_its_gender(text: str, speaker: str) -> None:
    claims = extract_claims(f"Laut Polizei gab es auf der Straße 41 Unfälle. {text}", published=PUBLISHED).claims
    assert claims[-1].claimant
    assert claims[-1].claimant.name == speaker


@pytest.mark.parametrize("who", ["Landrat Thomas Eber (CDU)", "Thomas Eber (CDU), Landrat,"])
def test_a_german_office_means_who_holds_it(who: str) -> None:
    text = f"{who} sagte, die Straße sei sicher. Das Gutachten, so der Landrat, stamme aus dem Jahr 2018."
    assert [c.claimant and c.claimant.name for c in extract_claims(text).claims] == ["Thomas Eber", "Thomas Eber"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Die Landrätin Ilse Brandt erinnerte daran, dass der Kreis 40 Euro zahlte.", "der Kreis 40 Euro zahlte"),
        ("Anna Weber rechnet damit, dass die Stadt 17 Stellen streicht.", "die Stadt 17 Stellen streicht"),
        ("Anna Weber sprach von einem „guten Tag“.", "Anna Weber sprach von einem „guten Tag“"),
        ("Die Polizei sprach von 40 Verletzten.", "Die Polizei sprach von 40 Verletzten"),
    ],
)
def test_more_german_verbs_of_saying(sentence: str, content: str) -> None:
    claims = extract_claims(f"Es war kalt in der Stadt, und es gab auf der Straße Eis. {sentence}").claims
    assert claims[-1].verbatim == content
    assert claims[-1].claimant
