"""Who spoke of something in German, or called it something, in a perfect or with the words put first."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Form

ABOVE = "Der Rat von Arle hat am Montag in der Halle über die Brücke und den Haushalt beraten.\n\n"


def claims(text: str) -> list[Claim]:
    return [c for c in extract_claims(ABOVE + text).claims if c.start >= len(ABOVE)]


@pytest.mark.parametrize(
    "text",
    [
        "Bürgermeisterin Anna Holt hatte von „einem schwarzen Tag für die Stadt“ gesprochen.",
        "Anna Holt hat nach der Sitzung von einem „schwarzen Tag“ gesprochen.",
        "Am Montag hatte Anna Holt von einem „schwarzen Tag für Arle“ gesprochen.",
        "Anna Holt sprach von „einem schwarzen Tag für die Stadt“.",
        "Anna Holt sprach am Montag von einem „schwarzen Tag“ für die Stadt.",
        "Am Montag sprach Anna Holt von einem „schwarzen Tag“.",
        "Von einem „schwarzen Tag für die Stadt“ sprach Anna Holt am Montag.",
        "Den Plan hatte Anna Holt als „schlechten Witz“ bezeichnet.",
        "Anna Holt hat den Plan einen „schlechten Witz“ genannt.",
        "Anna Holt hatte den Plan als „teuer und unsozial“ kritisiert.",
    ],
)
def test_the_clause_with_the_quoted_words_is_whose_they_are(text: str) -> None:
    (claim,) = claims(text)
    assert claim.claimant is not None
    assert claim.claimant.name == "Anna Holt"
    assert claim.form is Form.MIXED
    assert claim.verbatim == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Es war ein „schwarzer Tag für Arle“, wie Anna Holt es nannte.", "Anna Holt"),
        ("Die Gewerkschaft spricht von „reiner Willkür“ und droht mit Streik.", "Gewerkschaft"),
        ("Der Minister hat von einer „großen Katastrophe“ gesprochen.", "Minister"),
    ],
)
def test_a_noun_speaks_too(text: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert (claim.claimant and claim.claimant.name, claim.form) == (speaker, Form.MIXED)


def test_what_stands_behind_the_clause_is_read_for_itself() -> None:
    first, second = claims("Anna Holt sprach von einem „schwarzen Tag“, Bo Lind sagte, die Brücke sei sicher.")
    assert first.verbatim == "Anna Holt sprach von einem „schwarzen Tag“"
    assert second.claimant is not None
    assert (second.verbatim, second.claimant.name) == ("die Brücke sei sicher", "Bo Lind")


@pytest.mark.parametrize(
    "text",
    [
        "Man hatte von „Verrat am Land“ gesprochen.",
        "Es ist von „Verrat am Land“ die Rede.",
        "Der Plan war als „schlechter Witz“ bezeichnet worden.",
        "Niemand hatte von „Verrat am Land“ gesprochen.",
        "Anna Holt hat nie von „Verrat am Land“ gesprochen.",
    ],
)
def test_nobody_speaks_where_none_is_named(text: str) -> None:
    assert [c.claimant for c in claims(text)] == [None]
