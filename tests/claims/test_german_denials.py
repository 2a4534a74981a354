"""German: who denies what another said speaks for themselves, and an office that is held no longer is told so."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Content

OPENING = "Die Stadt hat das Bad am Montag geschlossen, und der Rat der Stadt war nicht gefragt worden."
CHARGE = "Nach Angaben des Betriebsrats sollen 140 Stellen wegfallen."


def claims_of(text: str) -> list[Claim]:
    return list(extract_claims(f"{OPENING} {CHARGE} {text}").claims[2:])


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Hollweg bestritt das: Es werde keine Kündigungen geben.", "Hollweg", "Es werde keine Kündigungen geben"),
        ("Sprecherin Anna Kunz widersprach: Niemand müsse gehen.", "Anna Kunz", "Niemand müsse gehen"),
        ("Jan Hollweg wies das zurück: Es gebe keine Kündigungen.", "Jan Hollweg", "Es gebe keine Kündigungen"),
        ("Das Unternehmen dementierte: Man schaffe Stellen.", "Unternehmen", "Man schaffe Stellen"),
        ("Dem widersprach das Unternehmen: Es gebe Arbeit.", "Unternehmen", "Es gebe Arbeit"),
        ("Das Unternehmen hat das bestritten: Es gebe Arbeit.", "Unternehmen", "Es gebe Arbeit"),
        ("Jan Hollweg hat das zurückgewiesen: Es gebe Arbeit.", "Jan Hollweg", "Es gebe Arbeit"),
        ("Den Vorwurf wies Jan Hollweg zurück: Es gebe Arbeit.", "Jan Hollweg", "Es gebe Arbeit"),
        ("Diesen Vorwurf hat Jan Hollweg bestritten: Es gebe Arbeit.", "Jan Hollweg", "Es gebe Arbeit"),
        ("Hollweg verneinte: Es gebe Arbeit.", "Hollweg", "Es gebe Arbeit"),
        ("„Es gibt keine Kündigungen“, widersprach Hollweg.", "Hollweg", "„Es gibt keine Kündigungen“"),
        ("Hollweg bestritt, dass Stellen wegfallen.", "Hollweg", "Hollweg bestritt, dass Stellen wegfallen"),
    ],
)
def test_a_denial_is_the_position_of_who_denies(text: str, speaker: str, content: str) -> None:
    (claim,) = claims_of(text)
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.verbatim, claim.content) == (speaker, content, Content.POSITION)


def test_who_denied_goes_on_in_the_next_sentence() -> None:
    claims = claims_of("Hollweg bestritt das. Es werde keine Kündigungen geben.")
    assert [claim.claimant.name for claim in claims if claim.claimant] == ["Hollweg", "Hollweg"]


def test_a_lead_that_names_somebody_else_is_not_given_to_the_accuser() -> None:
    (claim,) = claims_of("Das Unternehmen hat das als Unsinn abgetan: Es gebe keine Kündigungen.")
    assert claim.claimant is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hollweg wies darauf hin, dass 140 Stellen wegfallen.", "Hollweg"),
        ("Hollweg bestätigte das: Es werde Kündigungen geben.", "Hollweg"),
        ("Betroffen sei vor allem ein Bereich: Die Produktion werde verlagert.", "Betriebsrat"),
        ("Erstens: Die Kosten seien hoch.", "Betriebsrat"),
        ("Der Verein bestritt 40 Spiele.", None),
    ],
)
def test_what_denies_nothing_stays_a_fact(text: str, speaker: str | None) -> None:
    (claim,) = claims_of(text)
    assert claim.content is Content.FACT
    assert (claim.claimant.name if claim.claimant else None) == speaker


@pytest.mark.parametrize(
    ("who", "former"),
    [
        ("Der frühere Oberbürgermeister Jens Raabe", True),
        ("Der damalige Minister Jens Raabe", True),
        ("Der einstige Bürgermeister Jens Raabe", True),
        ("Altbürgermeister Jens Raabe", True),
        ("Altkanzler Jens Raabe", True),
        ("Der ehemalige Minister Jens Raabe", True),
        ("Der neue Minister Jens Raabe", False),
        ("Der Altenpfleger Jens Raabe", False),
        ("Oberbürgermeister Jens Raabe", False),
    ],
)
def test_a_former_office_is_former(who: str, former: bool) -> None:
    claim = claims_of(f"{who} sagte, es gebe 30 Fälle.")[0]
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.claimant.former) == ("Jens Raabe", former)
