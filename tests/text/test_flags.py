"""Marks that statistical offices put beside a figure, or in place of one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text.tables.figures import Figure, flags_of, read_figure
from factcheck.text.tables.flags import is_unavailable, usual_meaning, without_flags


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("423.7 p", "423.7", "p"),
        ("423.7 r", "423.7", "r"),
        ("423.7r", "423.7", "r"),
        ("423.7b", "423.7", "b"),
        ("1,204 e", "1204", "e"),
        ("1.204,5 s", "1204.5", "s"),
        ("310p", "310", "p"),
        ("88 bp", "88", "bp"),
        ("88.1 b p", "88.1", "bp"),
        ("88.1 b,p", "88.1", "bp"),
        ("12.5 bep", "12.5", "bep"),
        ("(423.7) p", "-423.7", "p"),
        ("-1.2 u", "-1.2", "u"),
        ("423.7 (r)", "423.7", "r"),
        ("423.7(P)", "423.7", "p"),
        ("423.7 [e]", "423.7", "e"),
        ("423.7ʳ", "423.7", "r"),
        ("423.7 ᵖ", "423.7", "p"),
        ("423.7 1)", "423.7", ""),
        ("423.7 1) 2)", "423.7", ""),
        ("423.7¹⁾", "423.7", ""),
        ("423.7¹ r", "423.7", "r"),
        ("423.7 r 3)", "423.7", "r"),
        ("423.7†", "423.7", ""),
        ("1 234 c", "1234", "c"),
        ("2023 p", "2023", "p"),
    ],
)
def test_a_marked_figure_is_a_figure_and_its_flag_is_known(text: str, value: str, flags: str) -> None:
    assert read_figure(text) == Figure(Decimal(value))
    assert "".join(flags_of(text)) == flags


@pytest.mark.parametrize(("text", "unit"), [("12.5 % p", "%"), ("12.5% r", "%"), ("4.2 km e", "km")])
def test_a_flag_may_stand_behind_the_unit(text: str, unit: str) -> None:
    found = read_figure(text)
    assert found
    assert found.unit == unit
    assert flags_of(text)


@pytest.mark.parametrize("text", ["£3.4m", "5.2bn", "3 m", "12k", "4 km", "12 %", "7"])
def test_a_scale_or_a_unit_is_no_flag(text: str) -> None:
    assert read_figure(text)
    assert flags_of(text) == ()


@pytest.mark.parametrize(
    "text",
    ["2nd", "3rd", "1er", "£423.7b", "12 homes", "5)", "Area 5", "423.7 P", "60 db", "8 pc", "12 cows", "p",
     "1) 5 p x y"],
)  # fmt: skip
def test_what_only_looks_flagged_is_no_figure(text: str) -> None:
    assert read_figure(text) is None
    assert flags_of(text) == ()


@pytest.mark.parametrize(
    "text",
    ["", " ", ":", ": c", ":u", "..", "...", "…", "-", "–", "—", "--", ".", "/", "·", "x", "z", "n/a", "N.A.", "#N/A",
     "[x]", "[c]", "[low]", "(z)", "(D)", "(NA)", "k. A.", "*", "- z", "NaN"],
)  # fmt: skip
def test_what_stands_for_no_figure(text: str) -> None:
    assert is_unavailable(text)
    assert read_figure(text) is None


@pytest.mark.parametrize("text", ["Ostwick", "a", "(a)", "0", "5 p", "- Marlow", "north", "(b)", "...of which women"])
def test_a_label_stands_for_itself(text: str) -> None:
    assert not is_unavailable(text)


def test_a_flag_has_its_usual_meaning_in_words() -> None:
    assert usual_meaning("p") == "provisional"
    assert usual_meaning("b") == "break in the series"
    assert usual_meaning("q") == ""


@pytest.mark.parametrize("behind", [" 1)", "¹ ", " ", "[r] ", " p", ",1)", "(r)"])
def test_a_hostile_cell_is_read_to_its_end(behind: str) -> None:
    for number in (8, 12, 18, 20_000):
        cell = f"1{behind * number}?"
        assert read_figure(cell) is None
        assert flags_of(cell) == ()
        is_unavailable(cell)
        without_flags(cell)
