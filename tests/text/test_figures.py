"""Figures as tables publish them."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tables.figures import Figure, read_figure, writes_commas
from factcheck.text.tables.scales import names_unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234", "1234", ""),
        ("1.234,5", "1234.5", ""),
        ("1,234.5", "1234.5", ""),
        ("1.234.567", "1234567", ""),
        ("12,34,567", "1234567", ""),
        ("1 234 567", "1234567", ""),
        ("1\u202f234,5", "1234.5", ""),
        ("1'234", "1234", ""),
        ("12 %", "12", "%"),
        ("12%*", "12", "%"),
        ("12.5 per cent", "12.5", "%"),
        ("3 percentage points", "3", "pp"),
        ("-4.5", "-4.5", ""),
        ("\u22124", "-4", ""),
        ("(56)", "-56", ""),
        ("+7", "7", ""),
        ("£3.4m", "3400000", "GBP"),
        ("$1.2bn", "1200000000", "USD"),
        ("-£5", "-5", "GBP"),
        ("EUR 5", "5", "EUR"),
        ("5 €", "5", "EUR"),
        ("4.2 million", "4200000", ""),
        ("5 km", "5", "km"),
        ("3 m", "3", "m"),
        ("2019", "2019", ""),
        ("1,234 [r]", "1234", ""),
        ("1,234 (a)", "1234", ""),
        (" 8 ", "8", ""),
    ],
)
def test_a_published_figure(text: str, value: str, unit: str) -> None:
    assert read_figure(text) == Figure(Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["", " ", "n/a", "..", "-", "–", ":", "[c]", "=SUM(A1:A3)", "=1+1", "@A1", "1,23,4", "1..2", "(5", "5)", "12 homes",
     "1e9", "#DIV/0!", "£", "2019-20", "12 to 15", "ABC 5", "1 2 3", "5" * 100, "\x1b[31m5", "5\u202e"],
)  # fmt: skip
def test_what_is_no_figure_is_not_guessed(text: str) -> None:
    assert read_figure(text) is None


def test_a_table_tells_what_one_cell_leaves_open() -> None:
    assert writes_commas(["1.234", "5,5", "n/a"]) is True
    assert writes_commas(["1,234", "5.5"]) is False
    assert writes_commas(["1.234", "7"]) is None
    assert writes_commas(["1,5", "1.5"]) is None
    assert read_figure("1.234", comma=True) == Figure(Decimal(1234))
    assert read_figure("1,234", comma=True) == Figure(Decimal("1.234"))
    assert read_figure("1,234.5", comma=True) == Figure(Decimal("1234.5"))


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=2))
def test_what_python_writes_is_read_back(value: Decimal) -> None:
    assert read_figure(f"{value:,.2f}") == Figure(value)
    german = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert read_figure(german, comma=True) == Figure(value)


@given(st.text(max_size=80))
def test_any_cell_is_a_figure_or_none(text: str) -> None:
    found = read_figure(text)
    assert found is None or found.value.is_finite()


@pytest.mark.parametrize("words", ["£ million", "in thousands", "Units: per cent", "€m", "Mio EUR", "US$ bn", "Tsd."])
def test_words_that_name_a_unit(words: str) -> None:
    assert names_unit(words)


@pytest.mark.parametrize("words", ["", "in", "Town", "per cent of homes", "million homes built", "2019"])
def test_words_that_name_no_unit_alone(words: str) -> None:
    assert not names_unit(words)


@pytest.mark.parametrize(
    "cell", ["*" * 59 + "x", "12" + "¹" * 57 + "-", "* " * 29 + "x", "[a]" * 19 + "y", "(a)" * 19 + "y"]
)
def test_a_cell_of_marks_is_read_at_once(cell: str) -> None:
    """In a process of its own: a pattern that tries every way would not end."""
    script = f"from factcheck.text.tables.figures import read_figure; assert read_figure({cell!r}) is None"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
