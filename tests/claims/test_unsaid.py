"""What a sentence only supposes, denies or says of nobody is nobody's words; the sentence stays a claim, whole."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Form


def _claims(text: str) -> list[Claim]:
    return list(extract_claims(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that 40 cows had died in the flood.",
        "Nobody from the council has said that the dam is old.",
        "No one at the ministry said that the dam had failed on Monday.",
        "None of the officials said that the dam had failed.",
        "Neither Smith nor Jones said that the dam had failed.",
        "Not one official said that the dam had failed.",
        "Few officials said that the dam had failed.",
        "Hardly anyone said that the dam had failed.",
        "No official criticised the plan to close 40 schools.",
        "Ann Smith did not say that 40 cows had died.",
        "Ann Smith never claimed that the bridge was safe.",
        "Ann Smith has hardly ever said that the dam is safe.",
        "Nor did Ann Smith say that the dam had failed.",
        "At no time did Ann Smith say that the dam had failed.",
        "It was never said that 40 cows had died.",
        "It was not Ann Smith who said that the dam had failed.",
        "It is not true that Ann Smith said the dam had failed.",
        "There is no evidence that Ann Smith said the dam had failed.",
        "Nobody at the court said “the dam is going to fail within the next ten years”.",
        "“The dam is going to fail,” nobody said.",
        "According to no one, the dam is old.",
        "The dam is old, according to nobody.",
        "According to no member of the council, the dam is old.",
    ],
)
def test_what_nobody_said_is_one_claim_of_the_article(text: str) -> None:
    (claim,) = _claims(text)
    assert claim.verbatim == text
    assert claim.form is Form.NONE
    assert claim.claimant is None


@pytest.mark.parametrize(
    "text",
    [
        "If Ann Smith says that the bridge is safe, then the council will open it.",
        "If, as expected, Ann Smith says the dam is safe, people will return.",
        "If Ann Smith says “the dam is going to fail”, people will leave.",
        "If it is claimed that 40 cows died, the council will answer.",
        "Unless the ministry says that the dam is safe, the town will be cleared.",
        "If the ministry announces that the dam is safe, residents may return.",
        "The town would be cleared if officials said that the dam was unsafe.",
        "Had Ann Smith said that the bridge was safe, the council would have opened it.",
        "Until officials say that the dam is safe, the road stays shut.",
        "Whether Ann Smith said that 40 cows had died is disputed.",
        "Ann Smith might say that the dam is safe.",
        "Ann Smith would have said that the dam was old.",
    ],
)
def test_what_is_only_supposed_to_be_said_is_one_claim_of_the_article(text: str) -> None:
    (claim,) = _claims(text)
    assert (claim.verbatim, claim.form, claim.claimant) == (text, Form.NONE, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Smith stopped short of saying that the dam had failed.",
        "Ann Smith was accused of saying that 40 cows had died.",
        "Ann Smith resigned without saying that the dam had failed.",
        "Ann Smith refrained from saying that the dam had failed.",
    ],
)
def test_words_that_somebody_is_told_to_have_kept_back_are_nobodys(text: str) -> None:
    assert [(c.verbatim, c.claimant) for c in _claims(text)] == [(text, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Smith denied that 40 cows had died",
        "Ann Smith denied saying that 40 cows had died in the flood",
        "Ann Smith denied ever having claimed that the dam was safe",
        "Ann Smith denied that he had said 40 cows died",
        "Ann Smith rejected claims that she had said 40 cows died",
        "Ann Smith accused Ben Reed of saying that 40 cows had died",
    ],
)
def test_who_denies_or_accuses_speaks_with_the_denial_in_the_claim(text: str) -> None:
    (claim,) = _claims(f"{text}.")
    assert claim.verbatim == text
    assert claim.claimant is not None
    assert claim.claimant.name == "Ann Smith"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No fewer than 40 people said that the dam had failed.", "the dam had failed"),
        ("A few officials said that the dam had failed.", "the dam had failed"),
        ("It is true that Ann Smith said the dam had failed.", "the dam had failed"),
        ("Ann Smith would only say that the dam was old.", "the dam was old"),
        ("Asked if the dam was safe, Ann Smith said that it was old.", "it was old"),
        ("If the dam fails, Ann Smith said, 40 will die.", "If the dam fails, Ann Smith said, 40 will die"),
        (
            "If Smith says it is safe, people will return, Ben Reed said.",
            "If Smith says it is safe, people will return",
        ),
        ("Until Ann Smith said that the dam was safe, the road was shut.", "the dam was safe"),
        ("Anna Lind, who was not involved, said the sample was small.", "the sample was small"),
        ("Anna Lind on May 3 said that the dam was old.", "the dam was old"),
    ],
)
def test_what_was_said_beside_a_no_or_an_if_stays_said(text: str, said: str) -> None:
    assert said in [c.verbatim for c in _claims(text) if c.claimant is not None]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [("no fewer than five members", "five members"), ("No Limits", "No Limits"), ("Ann Smith", "Ann Smith")],
)
def test_according_to_somebody_is_said(source: str, speaker: str) -> None:
    (claim,) = _claims(f"According to {source}, the dam is old.")
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.verbatim) == (speaker, "the dam is old")


def test_what_nobody_said_stands_beside_what_somebody_did() -> None:
    first, second = _claims("Nobody said that the dam had failed, but Ann Smith said it was old.")
    assert (first.verbatim, first.claimant) == ("Nobody said that the dam had failed", None)
    assert second.claimant is not None
    assert (second.verbatim, second.claimant.name) == ("it was old", "Ann Smith")


@pytest.mark.parametrize(
    "text",
    [
        "Wenn Anna Schmidt sagt, dass der Damm sicher ist, kehren 40 Menschen zurück.",
        "Falls Anna Schmidt erklärt, der Damm sei sicher, kehren 40 Menschen zurück.",
        "Niemand sagte, dass 40 Menschen gestorben seien.",
        "Kein Sprecher der Stadt sagte, dass der Damm alt ist.",
        "Keiner der Beamten erklärte, dass der Damm alt sei.",
        "Anna Schmidt sagte nicht, dass 40 Menschen gestorben seien.",
        "Anna Schmidt sagte am Montag nicht, ob der Damm alt ist.",
    ],
)
def test_in_german_what_nobody_said_is_the_articles(text: str) -> None:
    before, said, last = _claims(
        f"Der Damm in der Stadt ist alt. Ben Huber sagte, dass die Mauer an dem Damm bald bricht. {text}"
    )
    assert before.claimant is None
    assert said.claimant is not None
    assert (last.verbatim, last.claimant) == (text, None)
