"""A dot before three digits parts thousands in German, however little else tells the language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Der Klub zahlte 1.500 Euro.", "1500"),
        ("Der Klub zahlte 1500 Euro.", "1500"),
        ("Kaufpreis: 12.750 €.", "12750"),
        ("Das Werk lieferte 12.750 Tonnen.", "12750"),
        ("Am Sonntag kamen 3.200 Gäste nach Arle.", "3200"),
        ("Am Sonntag kamen 1.500 Menschen nach Arle.", "1500"),
        ("Am Sonntag kamen 1500 Menschen nach Arle.", "1500"),
        ("The tax is 1.500 euros a litre.", "1.5"),
        ("The rate was 1.125 dollars.", "1.125"),
        ("The sample has a mass of 2.375 grams.", "2.375"),
        ("The stock closed at 1.125 Dollars, which was low.", "1.125"),
    ],
)
def test_a_dot_is_read_as_its_language_has_it(text: str, number: str) -> None:
    assert [one.low for one in find_quantities(text)] == [Decimal(number)]


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("Der Klub zahlte 1.500 Euro.", "Der Klub zahlte 1500 Euro.", Stance.CORROBORATES),
        ("Der Klub zahlte 1500 Euro.", "Der Klub zahlte 1.500 Euro.", Stance.CORROBORATES),
        ("Der Klub zahlte 1.500 Euro.", "Der Klub zahlte 1,5 Tausend Euro.", Stance.CORROBORATES),
        ("Der Klub zahlte 1.500 Euro.", "Der Klub zahlte 2500 Euro.", Stance.CONFLICTS),
    ],
)
def test_the_same_sum_agrees_and_another_clashes(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance
