"""Who reports a figure says it; what a parliament or a court rejects it has decided, and said nothing."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Content, Form

GERMAN = (
    "Die Stadt Arle hat im Mai gewählt, und die Brücke wurde gesperrt.\n\n{}\n\nSie hat vier Millionen Euro gekostet."
)


def only(text: str, around: str = "{}") -> Claim:
    words = text.rstrip(".")
    (claim,) = [c for c in extract_claims(around.format(text)).claims if c.verbatim.rstrip(".") == words]
    return claim


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme reported a fire on Tuesday.", "Acme"),
        ("The Times reported a rise in burglaries.", "Times"),
        ("The ministry reported 12 deaths on Friday.", "the ministry"),
        ("Police reported three arrests.", "Police"),
        ("Lloyd’s reported 12 wrecks.", "Lloyd’s"),
        ("The bank announced 300 job cuts.", "the bank"),
    ],
)
def test_what_is_reported_is_a_fact_that_somebody_states(text: str, who: str) -> None:
    claim = only(text)
    assert claim.claimant
    assert (claim.claimant.name, claim.form, claim.content) == (who, Form.INDIRECT, Content.FACT)


@pytest.mark.parametrize(
    "text",
    [
        "He reported the theft to police.",
        "She reported for duty on Monday.",
        "The number of reported cases rose.",
        "Acme’s reported loss fell to 3 million euros.",
        "Six people reported injured were treated in Arle.",
        "A loss of 3 million euros was reported in May.",
        "Acme reported a loss of 3 million euros on Tuesday.",
        "Lloyd’s reported a loss of 3 million euros.",
    ],
)
def test_what_is_no_report_is_nobodys(text: str) -> None:
    assert only(text).claimant is None


@pytest.mark.parametrize(
    "text",
    [
        "Parliament rejected the plan.",
        "The council narrowly rejected the plan.",
        "MPs rejected the deal by 391 votes to 242.",
        "The court rejected the appeal on Friday.",
    ],
)
def test_what_is_rejected_by_vote_or_ruling_is_a_deed(text: str) -> None:
    claim = only(text)
    assert (claim.claimant, claim.form, claim.content) == (None, Form.NONE, Content.FACT)


@pytest.mark.parametrize(
    "text",
    [
        "The union rejected the offer.",
        "The House rejected his claims of fraud.",
        "Parliament rejected the claim as absurd.",
        "The council rejected the plan as “a gift to developers”.",
        "The minister rejected the accusation.",
    ],
)
def test_what_is_rejected_in_words_is_said(text: str) -> None:
    assert only(text).claimant is not None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Die Polizei meldete drei Festnahmen.", "Polizei"),
        ("Die Gewerkschaft lehnte das Angebot ab.", "Gewerkschaft"),
        ("Der Bundestag lehnte den Plan ab.", ""),
        ("Das Gericht lehnte den Antrag ab.", ""),
        ("Die Firma meldete Insolvenz an.", ""),
        ("Er meldete sich krank.", ""),
    ],
)
def test_in_german(text: str, who: str) -> None:
    claim = only(text, GERMAN)
    assert (claim.claimant.name if claim.claimant else "") == who
