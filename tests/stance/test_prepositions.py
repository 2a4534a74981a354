"""Small words that turn a statement round, and few for all; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The Liberals voted for the dam.", "The Liberals voted against the dam."),
        ("The bakery opens before noon.", "The bakery opens after noon."),
        ("Tariffs rose without a vote.", "Tariffs rose with a vote."),
        ("Die Liberalen stimmten für den Damm.", "Die Liberalen stimmten gegen den Damm."),
        ("Die Bäckerei öffnet vor Mittag.", "Die Bäckerei öffnet nach Mittag."),
        ("Every pupil of the class failed.", "Few pupils of the class failed."),
        ("Der Vertrag war zulässig.", "Der Vertrag war unzulässig."),
        ("The dam is safe for bathers.", "The dam is anything but safe for bathers."),
    ],
)
def test_the_opposite_small_word_conflicts_where_all_else_is_alike(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Exports to Norland rose.", "Exports from Norland rose."),
        ("The ferry from Vell to Skei was late.", "The ferry from Skei to Vell was late."),
        ("Die Fähre von Vell nach Skei hatte Verspätung.", "Die Fähre von Skei nach Vell hatte Verspätung."),
        ("The mayor paid for the fence.", "The mayor fell against the fence and paid a fine."),
        ("Not all ferries were full.", "Some ferries were full."),
    ],
)
def test_another_way_is_another_thing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bakery opens before noon.", "The bakery opens before noon and after noon."),
        ("The ferry from Vell to Skei was late.", "The ferry from Vell to Skei was late again."),
        ("The Liberals voted for the dam.", "The Liberals voted for the dam on Monday."),
        ("Some ferries to Skei were full.", "Some ferries to Skei were full on Monday."),
        ("No fewer than 40 ferries were full.", "40 ferries were full."),
    ],
)
def test_the_same_small_word_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
