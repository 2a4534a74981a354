"""A German brief without any small word is German, and an English one with German names is not."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.text.languages.language import is_german


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sturmböen knickten 300 Bäume.", "Fünf Züge fielen aus.", "Verletzt wurde niemand."],
        ["Einbrecher stahlen 12 Fahrräder.", "Ermittler vermuten Serientäter."],
        ["Gold verlor 2,1 Prozent.", "Öl gewann 80 Cent.", "Anleger bleiben vorsichtig."],
        ["Flensburg unterlag Magdeburg 27:31.", "Torhüter Buric parierte 14 Würfe."],
        ["Lokführer streiken ab Mittwoch.", "Fernzüge entfallen."],
        ["Bauarbeiten dauern bis 2027.", "Kosten: 14 Millionen Euro.", "Bund zahlt 60 Prozent."],
        ["Odermatt siegte in Kitzbühel.", "Paris stürzte.", "Feuz fehlte verletzt."],
        ["Die Stadt hat am Montag den Haushalt beschlossen.", "Drei Räte fehlten.", "Kritik verstummte."],
    ],
)
def test_each_sentence_of_a_german_brief_is_a_claim(sentences: list[str]) -> None:
    text = f"Kurz notiert\n\n3. Juni 2025\n\n{' '.join(sentences)}\n"
    assert is_german(text)
    assert [claim.verbatim for claim in extract_claims(text).claims] == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Müller beats Köhler\n\nMüller beat Köhler 6-4. Schröder lost.",
        "War in Arle\n\nTwo die. War ends. Rebels hold Arle.",
        "Die Zeit sold\n\nDie Zeit changed hands. Staff protest.",
        "Mai Lin owned Tiki Bar. Drei Zinnen hut burned.",
        "Ursula von der Leyen resigns",
        "Kunsthalle Kiel buys Nolde. Museum pays 4m euros.",
        "Long gilt 424,865 525,354",
        "The cars will still be built there.",
    ],
)
def test_a_short_english_text_is_not_german(text: str) -> None:
    assert not is_german(text)


@pytest.mark.parametrize("text", ["Zwei Tage danach.", "Fünf Jahre später.", "Ganz einfach."])
def test_a_german_fragment_without_a_verb_is_none(text: str) -> None:
    found = extract_claims(f"Das Museum hat am Montag zwölf Räume geöffnet, und der Rat war dort. {text}")
    assert len(found.claims) == 1


def test_a_score_ends_its_sentence() -> None:
    text = "Die Bayern gewannen mit 4:0. Kane traf nach der Pause zweimal."
    assert [claim.verbatim for claim in extract_claims(text).claims] == [text[:28], text[29:]]
