"""German beside German: what the one denies and the other says is no agreement; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Mieten in Marby sind gestiegen.", "Die Mieten in Marby sind nicht gestiegen."),
        ("Der Minister hat den Vertrag unterschrieben.", "Der Minister hat den Vertrag nie unterschrieben."),
        ("Der Bürgermeister von Marby tritt zurück.", "Der Bürgermeister von Marby tritt nicht zurück."),
        ("Die Kommission kann die Beihilfen genehmigen.", "Die Kommission kann die Beihilfen nicht genehmigen."),
    ],
)
def test_a_german_negation_in_one_text_alone_is_a_conflict(one: str, other: str) -> None:
    assert compare(one, other).stance is Stance.CONFLICTS
    assert compare(other, one).stance is Stance.CONFLICTS
    assert compare(other, other).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Stadt baut eine neue Schule am Hafen.", "Die Stadt baut keine neue Schule am Hafen."),
        ("Die Brücke in Marby ist offen.", "Die Brücke in Marby ist nicht mehr offen."),
        ("Niemand wurde bei dem Brand in Marby verletzt.", "Bei dem Brand in Marby wurden drei Menschen verletzt."),
        ("Die Halle wurde 2019 ohne Genehmigung gebaut.", "Die Halle wurde 2019 mit Genehmigung gebaut."),
    ],
)
def test_what_is_denied_in_german_is_never_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Es gab nicht mehr als 30 Gäste bei der Feier in Marby.", "Es gab 30 Gäste bei der Feier in Marby."),
        ("Nicht nur Marby erhöht die Gebühren.", "Marby erhöht die Gebühren."),
    ],
)
def test_what_only_looks_like_a_denial_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS
