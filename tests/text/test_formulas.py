"""Formulas over cells: the grammar, exact arithmetic, what a result measures, and clear refusals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.text.tables import evaluating, formulas
from factcheck.text.tables.evaluating import evaluate, rounded
from factcheck.text.tables.formulas import DEEPEST, LONGEST, MOST_CELLS, column_name, parse_formula
from factcheck.text.tables.measures import Measure, measured

CELLS = {
    "C12": measured(Decimal(35000), ""),
    "C17": measured(Decimal(39145), ""),
    "D1": measured(Decimal(4), "%"),
    "D2": measured(Decimal(7), "%"),
    "E1": measured(Decimal(0), ""),
    "F1": measured(Decimal(5), "EUR"),
    "F2": measured(Decimal(6), "USD"),
}
"""Cells of one imagined table."""


def result(text: str) -> Measure:
    return evaluate(parse_formula(text), lambda reference: CELLS[reference.cell])


# A formula as text beside its exact value; a division by zero is not built.
Pair = tuple[str, Fraction]
NUMBERS = st.decimals(0, 10**6, allow_nan=False, places=2).map(lambda value: (f"{value:f}", Fraction(value)))


def _grown(parts: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
    return st.one_of(
        st.tuples(parts, st.sampled_from("+-*/"), parts).filter(lambda t: t[1] != "/" or t[2][1] != 0).map(_joined),
        parts.map(lambda part: (f"-({part[0]})", -part[1])),
        st.lists(parts, min_size=1, max_size=3).map(
            lambda several: (
                f"SUM({', '.join(text for text, _ in several)})",
                sum((v for _, v in several), Fraction(0)),
            )
        ),
    )


def _joined(parts: tuple[Pair, str, Pair]) -> Pair:
    (left, one), sign, (right, other) = parts
    value = {"+": one + other, "-": one - other, "*": one * other, "/": one / other if other else Fraction(0)}[sign]
    return f"({left}){sign}({right})", value


def _complaint(text: str) -> str:
    """Return what is wrong with a formula in which each cell is 2; "" if nothing is. Anything else is raised."""
    try:
        evaluate(parse_formula(text), lambda _: measured(Decimal(2), ""))
    except InputError as error:
        return error.message
    return ""


@given(st.recursive(NUMBERS, _grown, max_leaves=8))
def test_what_it_gives_is_what_exact_fractions_give(pair: Pair) -> None:
    text, exact = pair
    assume(len(text) <= LONGEST)
    complaint = _complaint(text)
    if complaint:  # decimals can round a divisor to zero; fractions cannot
        assert "divides by zero" in complaint
        return
    found = Fraction(result(text).value)
    assert abs(found - exact) <= max(abs(exact), 1) * Fraction(1, 10**25)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from("+-*")), min_size=1, max_size=6), st.integers(0, 9))
def test_products_come_before_sums_and_both_go_from_left_to_right(parts: list[tuple[int, str]], last: int) -> None:
    text = "".join(f"{number}{sign}" for number, sign in parts) + str(last)
    assert result(text).value == eval(text)


@pytest.mark.parametrize(
    ("text", "value", "label", "change"),
    [
        ("C17", "39145", "", False),
        ("=C17", "39145", "", False),
        ("$c$17", "39145", "", False),
        ("(C17-C12)/C12*100", "11.84", "%", True),
        ("100*(C17-C12)/C12", "11.84", "%", True),
        ("(C17/C12-1)*100", "11.84", "%", True),
        ("C17/C12*100-100", "11.84", "%", True),
        ("C12/C17*100", "89.41", "%", False),
        ("C17/C12", "1.12", "ratio", False),
        ("C17-C12", "4145", "", True),
        ("C12/C17*100000", "89411.16", "per 100,000", False),
        ("D2-D1", "3", "pp", True),
        ("(D2-D1)/D1*100", "75", "%", True),
        ("D1+D2", "11", "%", False),
        ("F1*3", "15", "EUR", False),
        ("F1/C12*C17", "5.59", "EUR", False),
        ("ROUND(C17/C12*100, 1)", "111.8", "%", False),
        ("ABS(C12-C17)", "4145", "", False),
        ("AVERAGE(C12; C17)", "37072.5", "", False),
        ("MAX(C12, C17)-MIN(C12, C17)", "4145", "", True),
        ("SUM(D1:D2)", "11", "%", False),
        ("RANK(D1, D1:D2)", "2", "rank", False),
        ("RANK(D1, D1:D2, 1)", "1", "rank from the lowest", False),
        ("-D1", "-4", "%", False),
        ("2*-3", "-6", "", False),
    ],
)
def test_a_result_knows_what_it_measures(text: str, value: str, label: str, *, change: bool) -> None:
    found = result(text)
    assert rounded(found.value, 2) == Decimal(value)
    assert (found.label, found.change) == (label, change)


def test_a_table_is_named_before_the_exclamation_mark() -> None:
    formula = parse_formula("Table 1a!C17-'Year''s end (2)'!B2+C3")
    assert [(cell.table, cell.cell) for cell in formula.cells()] == [
        ("Table 1a", "C17"),
        ("Year's end (2)", "B2"),
        ("", "C3"),
    ]


def test_each_cell_is_cited_once() -> None:
    assert [cell.cell for cell in parse_formula("(C17-C12)/C12*SUM(C12:D12)").cells()] == ["C17", "C12", "D12"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is empty"),
        ("=", "is empty"),
        ("1+" * LONGEST + "1", "at most 300"),
        ("2**3", "a power is not calculated"),
        ("C17^2", "a power is not calculated"),
        ("C17+", "ends too soon"),
        ("(C17", "ends too soon"),
        ("SUM(", "ends too soon"),
        ("C17)", "')' at character 4"),
        ("C17 C12", "'C12' at character 5"),
        ("C17 % 2", "'% 2' at character 5"),
        ("1e999999999", "cannot be read here"),
        ("__import__('os').system('true')", "cannot be read here"),
        ("HYPERLINK(C17)", "cannot be read here"),
        ("C17;C12", "cannot be read here"),
        ("\x1b[31mC17", "cannot be read here"),
        ("9" * 40, "cannot be read here"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), "deep"),
        ("SUM(A1:ZZZ9999999)", f"more than {MOST_CELLS} cells"),
        ("+".join(f"SUM(A1:A{MOST_CELLS // 2 + 1})" for _ in range(2)), f"more than {MOST_CELLS} cells"),
        ("ROUND(C17, 1, 2)", "1 or 2 values"),
        ("ABS(C17, C12)", "1 value"),
        ("C12:C17", "a range is no figure"),
    ],
)
def test_what_is_no_formula_is_refused_with_a_place(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint.replace("(", r"\(").replace(")", r"\)")):
        parse_formula(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("C17/E1", "divides by zero"),
        ("E1/E1", "divides by zero"),
        ("1/(C12-C12)", "divides by zero"),
        ("C17/0", "divides by zero"),
        ("C12:C17+1", "a range stands"),
        ("F1+F2", "EUR and USD"),
        ("ROUND(C17, 2.5)", "2.5 places"),
        ("ROUND(C17, 9999)", "9999 places"),
        ("RANK(C17, D1:D2)", "not among those"),
    ],
)
def test_what_gives_no_figure_is_told(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as fault:
        result(text)
    assert fault.value.subject == text


def test_a_value_beyond_all_figures_is_told() -> None:
    huge = Measure(Decimal(10) ** 600)
    with pytest.raises(InputError, match="too large"):
        evaluate(parse_formula("A1*A1"), lambda _: huge)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert _complaint(text) is not None


@given(st.text(alphabet="()+-*/,:C1R2SUM ", max_size=80))
def test_any_row_of_its_own_signs_is_read_or_refused(text: str) -> None:
    assert _complaint(text) is not None


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6), st.integers(-3, 5))
def test_rounding_goes_away_from_zero_at_a_half(value: Decimal, places: int) -> None:
    found = Fraction(rounded(value, places))
    step = Fraction(10) ** -places
    assert abs(found - Fraction(value)) <= step / 2
    assert found % step == 0
    assert rounded(-value, places) == -rounded(value, places)


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_name(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_each_function_that_is_read_can_be_calculated() -> None:
    assert set(formulas.FUNCTIONS) | {"-"} == set(evaluating._FUNCTIONS)


@pytest.mark.parametrize("text", ["(C17−C12)÷C12×100", "(C17–C12)/C12·100", "−(C12–C17)/C12*100"])
def test_signs_as_print_sets_them_are_those_that_are_typed(text: str) -> None:
    assert result(text).value == result("(C17-C12)/C12*100").value


def test_a_rate_of_a_table_is_one_of_so_many() -> None:
    rate = measured(Decimal("5.4"), "per 100,000")
    assert (rate.label, measured(Decimal(5), "").label) == ("per 100,000", "")
