"""German: any verb tags a quotation; what somebody holds or expects is theirs; "wir" goes on with nobody's words."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Content

OPENING = "Die Stadt hat das Bad am Montag geschlossen, und der Rat der Stadt war nicht gefragt worden.\n\n"


def said(text: str) -> list[tuple[str, str]]:
    claims = extract_claims(f"{OPENING}{text}\n").claims[1:]
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim.strip(".")) for claim in claims]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("„Wir sparen Geld“, freute sich Kämmerer Jan Holt.", "Jan Holt", "„Wir sparen Geld“"),
        ("„Das dauert zu lange“, ärgerte sich die Anwohnerin Eva Stein.", "Eva Stein", "„Das dauert zu lange“"),
        ("„Das war knapp“, scherzte Trainer Jan Holt.", "Jan Holt", "„Das war knapp“"),
        ("„Das kostet 40 Stellen“, schrieb die seit 2019 amtierende Rektorin Petra Lang.", "Petra Lang", ""),
        ("Für Max Ohm ist klar: „Die Schule bleibt offen.“", "Max Ohm", "„Die Schule bleibt offen.“"),
        ("Aus Sicht von Tim Wolf ist der Plan gescheitert.", "Tim Wolf", "ist der Plan gescheitert"),
        ("Einer Studie der Universität Kiel nach sind 55 Prozent dafür.", "Studie der Universität Kiel", ""),
        ("Laut einer gestern vorgelegten Umfrage sind 61 Prozent dagegen.", "Umfrage", "sind 61 Prozent dagegen"),
        ("Die Opposition hält die Stichprobe für zu klein.", "Opposition", ""),
        ("Das Institut rechnet mit 3 Prozent Wachstum.", "Institut", ""),
        ("Die Polizei geht davon aus, dass der Täter floh.", "Polizei", "der Täter floh"),
        ("Max Ohm ist überzeugt, dass die Schule bleibt.", "Max Ohm", "die Schule bleibt"),
    ],
)
def test_whose_words_or_views_they_are(text: str, speaker: str, content: str) -> None:
    [(name, words)] = said(text)
    assert name == speaker
    assert not content or words == content.strip(".")


@pytest.mark.parametrize(
    "text",
    [
        "Er hielt für einen Moment inne.",
        "Der Verein hält 40 Pferde für Kinder bereit.",
        "Die Stadt rechnet mit Nordwerk ab.",
        "Die Firma ging von Kiel nach Emden.",
        "Das Stück „Der gute Mensch aus Kiel“, geschrieben von Jan Holt, endet im Mai.",
        "Der Weg nach Kiel ist gesperrt.",
    ],
)
def test_what_is_done_is_nobodys_view(text: str) -> None:
    assert [name for name, _ in said(text)] == [""]


def test_what_is_reckoned_with_is_a_prediction() -> None:
    [claim] = extract_claims(f"{OPENING}Das Institut rechnet mit 3 Prozent Wachstum.").claims[1:]
    assert claim.content is Content.PREDICTION


@pytest.mark.parametrize(
    ("goes_on", "speaker"),
    [
        (" Wir sollten ihn ausbauen.", ""),
        ("\n\nUnsere Kinder müssten dann zahlen.", ""),
        ("\n\nDie Städte sollten mehr Wohnungen bauen.", ""),
        (" Es müssten 40 Millionen Euro investiert werden.", "Ministerin"),
        ("\n\nDie Kosten seien gestiegen.", "Ministerin"),
    ],
)
def test_whether_a_sentence_goes_on_with_reported_words(goes_on: str, speaker: str) -> None:
    assert said(f"Die Ministerin sagte, der Hafen sei zu klein.{goes_on}")[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In Kiel sollen 900 Stellen wegfallen.", Content.PREDICTION),
        ("Das Werk soll 2027 schließen.", Content.PREDICTION),
        ("Der Umsatz dürfte um 4 Prozent steigen.", Content.PREDICTION),
        ("Künftig zahlen die Eltern 40 Euro.", Content.PREDICTION),
        ("Der Täter soll das Geld gestohlen haben.", Content.FACT),
        ("Sie sollen geflohen sein.", Content.FACT),
    ],
)
def test_what_is_to_be_is_a_prediction_and_hearsay_is_not(text: str, content: Content) -> None:
    [claim] = extract_claims(f"{OPENING}{text}\n").claims[1:]
    assert claim.content is content
