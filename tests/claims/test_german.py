"""German: narration is not dropped for want of an English verb, and who said it is found by German grammar."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition, Form


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


OPENING = "Die Stadt hat das Bad am Montag geschlossen, und der Rat der Stadt war nicht gefragt worden."


def said(text: str) -> list[tuple[str, str]]:
    claims = extract_claims(f"{OPENING} {text}").claims[1:]
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim) for claim in claims]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Laut Feuerwehr brannten drei Autos.", "Feuerwehr", "brannten drei Autos"),
        ("Der Sprecherin zufolge fehlen 2 Millionen Euro.", "Sprecherin", "fehlen 2 Millionen Euro"),
        ("Nach Angaben des Ministeriums sinkt die Zahl.", "Ministerium", "sinkt die Zahl"),
        ("Nach Einschätzung von Uta Lenz ist das zu wenig.", "Uta Lenz", "ist das zu wenig"),
        ("„Das dauert lange“, so Bürgermeister Tim Holt.", "Tim Holt", "„Das dauert lange“"),
        ("„Das dauert lange“, sagte der Leiter des Bades, Tim Holt.", "Tim Holt", "„Das dauert lange“"),
        ("Das Bad sei marode, erklärte die Ministerin.", "Ministerin", "Das Bad sei marode"),
        ("Tim Holt sagte, die Kosten seien gestiegen.", "Tim Holt", "die Kosten seien gestiegen"),
        ("Die Polizei teilte mit, dass niemand verletzt wurde.", "Polizei", "niemand verletzt wurde"),
        ("Wie die Polizei mitteilte, war die Straße gesperrt.", "Polizei", "war die Straße gesperrt"),
        ("Am Dienstag sagte Uta Lenz: „Wir haben Geduld.“", "Uta Lenz", "„Wir haben Geduld.“"),
        ("Uta Lenz zeigte sich froh: „Wir haben es geschafft.“", "Uta Lenz", "„Wir haben es geschafft.“"),
        (
            "In dem Gutachten heißt es: „Die Mängel waren lange bekannt.“",
            "Gutachten",
            "„Die Mängel waren lange bekannt.“",
        ),
        ("»Das reicht uns nicht«, findet Uta Lenz.", "Uta Lenz", "»Das reicht uns nicht«"),
    ],
)
def test_who_said_it_is_found_in_german(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


def test_a_german_pronoun_means_who_spoke_before() -> None:
    found = said("„Das ist gut“, sagte Bürgermeisterin Uta Lenz. „Es bleibt so“, fügte sie hinzu. Sie dankte Tim Holt.")
    assert [speaker for speaker, _ in found] == ["Uta Lenz", "Uta Lenz", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Uta Lenz bestritt, dass die Brücke gesperrt wird.",
        "Uta Lenz bestritt die Vorwürfe.",
        "Am Montag bestritt Uta Lenz die Tat.",
        "Uta Lenz hat bestritten, dass die Brücke alt ist.",
        "Uta Lenz hat den Vorwurf bestritten.",
        "Uta Lenz leugnete, das Geld genommen zu haben.",
        "Uta Lenz dementierte, dass die Brücke alt ist.",
    ],
)
def test_who_denies_speaks_and_the_denial_is_the_claim(text: str) -> None:
    assert said(text) == [("Uta Lenz", text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "Uta Lenz bestritt 40 Länderspiele.",
        "Uta Lenz hat das Finale bestritten.",
        "Uta Lenz bestritt ihren Lebensunterhalt mit Musik.",
        "Uta Lenz hat nicht bestritten, dass die Brücke alt ist.",
        "Niemand bestritt, dass die Brücke alt ist.",
        "Die Vorwürfe wurden von den Anwälten bestritten.",
    ],
)
def test_who_plays_pays_or_does_not_deny_is_no_speaker(text: str) -> None:
    assert said(text) == [("", text)]


def test_what_is_rejected_is_no_speaker() -> None:
    text = "Uta Lenz wies die Kritik zurück."
    assert said(text) == [("Uta Lenz", text.rstrip("."))]


def test_german_nouns_are_no_persons_and_roles_no_part_of_a_name() -> None:
    text = f"{OPENING} Finanzministerin Rosa Penhale gibt Millionen Euro für das Neue Rathaus aus."
    persons = [(n.name, n.kind) for claim in extract_claims(text).claims for n in claim.names if n.kind == "person"]
    assert persons == [("Rosa Penhale", "person")]


@pytest.mark.parametrize(
    "dateline", ["BERLIN, 3. März (Agentur) –", "Berlin, 3. März 2026 (dpa) -", "München (dpa) –", "Arle (Courier) —"]
)
def test_a_dateline_is_no_part_of_the_claim(dateline: str) -> None:
    found = extract_claims(f"{dateline} Die Zahl der Arbeitslosen ist im Februar auf 2,7 Millionen gestiegen.")
    assert [s.disposition for s in found.sentences] == [Disposition.DATELINE, Disposition.CLAIMS]
    assert found.claims[0].verbatim.startswith("Die Zahl")


def test_a_name_in_brackets_before_a_dash_is_no_dateline() -> None:
    found = extract_claims("Tom Reed (left) — the mayor of Arle — closed the mill in May.")
    assert found.claims[0].verbatim.startswith("Tom Reed")


SPOKE = "Der Etat ist zu groß, sagte Ministerin Eva Brandt der Zeitung, und das Land muss sparen."


@pytest.mark.parametrize(
    "text",
    [
        "Man habe alles versucht.",
        "Die Schulden hätten sich seit 2019 verdoppelt.",
        "Die Firma Holm GmbH habe den Auftrag am 3. Oktober 2021 erhalten.",
        "Es gebe keinen Plan für die Halle.",
    ],
)
def test_the_mood_of_reports_goes_on_with_the_speaker_of_the_sentence_before(text: str) -> None:
    found = [claim for claim in extract_claims(f"{OPENING} {SPOKE} {text}").claims if claim.verbatim == text]
    assert [(c.claimant.name if c.claimant else "", c.form) for c in found] == [("Eva Brandt", Form.INDIRECT)]


@pytest.mark.parametrize(
    "text", ["Das Land habe ich oft besucht.", "Der Etat ist zu groß.", "Man lebe so, als ob nichts sei."]
)
def test_what_does_not_report_has_no_speaker(text: str) -> None:
    found = [claim for claim in extract_claims(f"{OPENING} {SPOKE} {text}").claims if claim.verbatim == text]
    assert all(claim.claimant is None for claim in found)


def test_without_a_speaker_before_the_mood_of_reports_names_nobody() -> None:
    assert all(
        claim.claimant is None for claim in extract_claims(f"{OPENING} Der Umbau sei zu teuer und zu spät.").claims
    )


def test_a_german_sentence_without_any_small_word_is_a_claim() -> None:
    assert said("Etwa jeder fünfte Deutsche raucht täglich.") == [("", "Etwa jeder fünfte Deutsche raucht täglich.")]


def test_what_was_said_by_nobody_named_is_not_the_last_speakers() -> None:
    text = "Die Ursache sei noch unklar, hieß es."
    found = [
        claim for claim in extract_claims(f"{OPENING} {SPOKE} {text}").claims if claim.verbatim.startswith("Die Urs")
    ]
    assert all(claim.claimant is None or claim.claimant.name != "Eva Brandt" for claim in found)


def test_an_english_quotation_in_a_german_text_has_its_speaker() -> None:
    found = extract_claims(f'{OPENING} {SPOKE}\n\n"We will be back," said director Ute Holm.').claims
    assert [c.claimant.name for c in found if c.claimant and c.verbatim.startswith('"We')] == ["Ute Holm"]


STORY = "Die Stadt hat die Brücke und den Hafen nicht geprüft.\n\n"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Der Bürgermeister Hans Meier sagte am Montag, die Brücke werde Ende Juni gesperrt.", "2021-03-08"),
        ("„Das ist falsch“, erklärte der Minister am 3. März.", "2021-03-03"),
        ("Am Dienstag sagte die Ministerin der Zeitung, die Brücke sei alt.", "2021-03-09"),
        ("Die Brücke sei alt, teilte die Polizei vergangenen Freitag mit.", "2021-03-05"),
        ("Wie die Polizei am Montag mitteilte, ist die Brücke seit Januar zu.", "2021-03-08"),
    ],
)
def test_when_it_was_said_is_found_in_german(text: str, iso: str) -> None:
    claim = extract_claims(STORY + text, published=date(2021, 3, 10)).claims[-1]
    assert claim.said_on is not None
    assert claim.said_on.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte, die Brücke werde am Montag gesperrt.",
        "Der Verband forderte bis Freitag mehr Geld für die alte Brücke.",
    ],
)
def test_a_date_of_what_is_said_is_not_when_it_was(text: str) -> None:
    claim = extract_claims(STORY + text, published=date(2021, 3, 10)).claims[-1]
    assert claim.said_on is None or claim.said_on.start is None


def test_two_speakers_of_one_sentence_stand_on_either_side_of_a_semicolon() -> None:
    text = "Die Opposition fordert mehr; der Fraktionschef Jens Pohl sprach von „einem Skandal für die ganze Stadt“.\n"
    found = [(claim.verbatim, claim.claimant and claim.claimant.name) for claim in extract_claims(text).claims]
    assert found == [
        ("Die Opposition fordert mehr", "Opposition"),
        ("der Fraktionschef Jens Pohl sprach von „einem Skandal für die ganze Stadt“", "Jens Pohl"),
    ]


def test_the_party_behind_a_name_is_no_part_of_what_is_said() -> None:
    text = "Nach Angaben der Bürgermeisterin Sabine Kroll (SPD) wurde der Rat erst am 20. Januar informiert.\n"
    (claim,) = extract_claims(text).claims
    assert claim.verbatim == "wurde der Rat erst am 20. Januar informiert"
