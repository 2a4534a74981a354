"""A claim beside what a formula gives: changes, shares, ranks, rates; per cent are no percentage points."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Calculation, Facet, Polarity, Stance, TableCell
from factcheck.errors import InputError
from factcheck.stance.figures.calculations import judge_calculation
from factcheck.stance.figures.said import figures_said

CHANGE = "(C17-C12)/C12*100"
CORROBORATES, CONFLICTS, RELATED = Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED


def made(result: str, unit: str = "%", *, change: bool = False, cells: tuple[str, ...] = ("35000", "39145"),
         expression: str = CHANGE, label: str = "") -> Calculation:  # fmt: skip
    return Calculation(
        expression=expression,
        cells=tuple(
            TableCell(
                table="Table 1a",
                cell=f"C{n}",
                text=text,
                value=Decimal(text),
                unit="",
                label=label,
                source="",
                digest="",
            )
            for n, text in enumerate(cells, start=1)
        ),
        result=Decimal(result),
        unit=unit,
        change=change,
        rounded=Decimal(result),
        places=0,
        engine="",
    )


def stance(words: str, calculation: Calculation, figure: str = "") -> Stance:
    return judge_calculation(words, calculation, figure).judgement.stance


def test_the_reason_is_a_sentence_with_figure_formula_result_and_rounding() -> None:
    compared = judge_calculation("Completions rose by 12 % in a year.", made("11.8428571", change=True))
    (reason,) = compared.judgement.reasons
    assert reason.message == "the claim says 12 %; (C17-C12)/C12*100 gives 11.8 %, rounded 12 %"
    assert (reason.facet, reason.polarity) == (Facet.HOW_MANY, Polarity.SUPPORTS)
    assert [span.text for span in reason.claim_spans] == ["12 %"]
    assert compared.places == 0


@pytest.mark.parametrize(
    ("words", "result", "expected"),
    [
        ("Completions rose by 12%.", "11.84", CORROBORATES),
        ("Completions rose by 12%.", "12.6", CONFLICTS),
        ("Completions rose by 11.8%.", "11.84", CORROBORATES),
        ("Completions rose by 11.9%.", "11.84", CONFLICTS),
        ("Completions fell by 12%.", "-11.84", CORROBORATES),
        ("Completions fell by 12%.", "11.84", CONFLICTS),
        ("Completions rose by 12%.", "-11.84", CONFLICTS),
        ("The change was 12%.", "-11.84", RELATED),
        ("Completions rose by more than 12%.", "11.84", CONFLICTS),
        ("Completions rose by more than 12%.", "30", CORROBORATES),
        ("Completions rose by at least 11%.", "11.84", CORROBORATES),
        ("Completions rose by nearly 12%.", "11.5", CORROBORATES),
        ("Completions rose by 10% to 15%.", "11.84", CORROBORATES),
        ("There were 12% more completions.", "11.84", CORROBORATES),
        ("There were 12% fewer completions.", "11.84", CONFLICTS),
        ("Completions doubled.", "98", CORROBORATES),
        ("Completions doubled.", "40", CONFLICTS),
        ("Completions halved.", "-49", CORROBORATES),
        ("Completions halved.", "49", CONFLICTS),
        ("Completions did not rise by 12%.", "11.84", RELATED),
        ("Completions rose.", "11.84", RELATED),
        ("Completions rose by 12% or, some say, by 20%.", "15", RELATED),
    ],
)
def test_a_change(words: str, result: str, expected: Stance) -> None:
    assert stance(words, made(result, change=True)) is expected


@pytest.mark.parametrize(
    ("words", "result", "unit", "expected"),
    [
        ("A third of the homes stand empty.", "33.4", "%", CORROBORATES),
        ("Two thirds of the homes stand empty.", "66.9", "%", CORROBORATES),
        ("One in five homes stands empty.", "19.8", "%", CORROBORATES),
        ("One in five homes stands empty.", "25", "%", CONFLICTS),
        ("The share rose to 40%.", "40.2", "%", CORROBORATES),
        ("12% of homes stand empty.", "0.118", "ratio", CORROBORATES),
        ("Output is three times what it was.", "3.01", "ratio", CORROBORATES),
        ("Completions rose by 12%.", "111.8", "%", RELATED),
        ("Completions rose by 12%.", "1.118", "ratio", RELATED),
        ("Some 12 per 1,000 homes stand empty.", "12.2", "per 1,000", CORROBORATES),
        ("Some 12 per 1,000 homes stand empty.", "1220", "per 100,000", CORROBORATES),
        ("There were 5.4 deaths per 100,000 people.", "6.1", "per 100,000", CONFLICTS),
        ("Tolland built the second-highest number of homes.", "2", "rank", CORROBORATES),
        ("Tolland built the highest number of homes.", "2", "rank", CONFLICTS),
        ("Tolland ranked third.", "3", "rank", CORROBORATES),
        ("Tolland came in 4th place.", "3", "rank", CONFLICTS),
        ("Tolland built the fewest homes.", "1", "rank from the lowest", CORROBORATES),
        ("Tolland built the fewest homes.", "1", "rank", RELATED),
        ("Tolland built 39,000 homes.", "39145", "", CORROBORATES),
        ("Tolland built 39,145 homes.", "39145", "", CORROBORATES),
        ("Tolland built 40,000 homes.", "36000", "", CONFLICTS),
        ("The loan is £4.2 million.", "4200000", "GBP", CORROBORATES),
        ("The loan is £4.2 million.", "4260000", "GBP", CONFLICTS),
        ("Seven homes were built.", "7", "", CORROBORATES),
    ],
)
def test_shares_rates_ranks_and_counts(words: str, result: str, unit: str, expected: Stance) -> None:
    assert stance(words, made(result, unit)) is expected


def test_per_cent_are_no_percentage_points() -> None:
    points = judge_calculation("Support rose by 3%.", made("3", "pp", change=True, expression="D2-D1")).judgement
    assert points.stance is CONFLICTS
    assert "gives 3 percentage points: per cent and percentage points are not the same" in points.reasons[0].message
    assert stance("Support rose by 3 percentage points.", made("3", "pp", change=True)) is CORROBORATES
    assert stance("Support rose by 3 percentage points.", made("75", "%", change=True)) is RELATED
    assert stance("Support rose by 75%.", made("75", "%", change=True)) is CORROBORATES


def test_a_difference_is_not_hidden_by_rounding() -> None:
    (reason,) = judge_calculation("Tolland built 40,000 homes.", made("36000", "", expression="C17")).judgement.reasons
    assert reason.message == "the claim says 40,000; C17 gives 36,000"


def test_of_several_figures_the_person_names_the_one_that_is_meant() -> None:
    words = "Completions rose by 12% here and by 20% elsewhere."
    assert stance(words, made("15", change=True)) is RELATED
    assert stance(words, made("15", change=True), "12%") is CONFLICTS
    assert stance(words, made("20", change=True), "20%") is RELATED, "the other figure is left unanswered"
    with pytest.raises(InputError, match="do not stand in the claim"):
        judge_calculation(words, made("15"), "13%")
    with pytest.raises(InputError, match="no figure of the kind") as fault:
        judge_calculation(words, made("15"), "here")
    assert "“12%”; “20%”" in fault.value.hint


def test_another_figure_of_the_claim_is_answered_by_a_cell_or_forbids_to_corroborate() -> None:
    answered = judge_calculation("Completions rose by 12% to 39,145.", made("11.84", change=True)).judgement
    assert answered.stance is CORROBORATES
    assert answered.reasons[1].message == "the claim says 39,145; C2 has 39145"
    assert stance("Completions rose by 12% to 50,000.", made("11.84", change=True)) is RELATED


def test_cells_that_do_not_name_whom_the_claim_names_take_no_side() -> None:
    calculation = made("11.84", change=True, label="2024; Completions")
    judgement = judge_calculation("Completions in Tolland rose by 12% in 2024.", calculation).judgement
    assert judgement.stance is Stance.RELATED
    assert [span.text for span in judgement.missing] == ["Tolland"]
    told = "nothing that the table calls the cells by has “Tolland” (C1 is 2024; Completions; C2 is 2024; Completions)"
    assert [(one.facet, one.message) for one in judgement.reasons[1:]] == [
        (Facet.WHEN, "the table has 2024 at C1"),
        (Facet.HOW_MANY, told),
    ]


@pytest.mark.parametrize("result", ["12", "40"])
def test_cells_of_another_year_take_no_side(result: str) -> None:
    calculation = made(result, change=True, label="Tolland; 2024; Completions")
    assert (
        judge_calculation("Completions in Tolland rose by 12% in 1987.", calculation).judgement.stance is Stance.RELATED
    )


def test_a_part_of_a_name_names_it() -> None:
    calculation = made("11.84", change=True, label="2024; Lind, completions")
    found = judge_calculation("Completions of Anna Lind rose by 12% in 2024.", calculation).judgement
    assert found.stance is Stance.CORROBORATES


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_a_change_said_to_a_tenth_of_a_per_cent_is_borne_out(old: int, new: int) -> None:
    change = Decimal(new - old) / Decimal(old) * 100
    said = f"{abs(change):.1f}"
    if Decimal(said):
        verb = "rose" if new > old else "fell"
        assert stance(f"The number {verb} by {said}%.", made(str(change), change=True)) is CORROBORATES
        other = "fell" if new > old else "rose"
        assert stance(f"The number {other} by {said}%.", made(str(change), change=True)) is CONFLICTS
        wrong = Decimal(said) + Decimal("0.2")
        assert stance(f"The number {verb} by {wrong}%.", made(str(change), change=True)) is CONFLICTS


@given(st.text(max_size=100), st.sampled_from(["%", "pp", "ratio", "points", "rank", "per 1,000", "", "EUR"]))
def test_any_words_give_a_judgement(words: str, unit: str) -> None:
    judgement = judge_calculation(words, made("12", unit)).judgement
    assert judgement.reasons
    assert 0.99 < sum(judgement.scores.values()) < 1.01
    for one in figures_said(words, unit, change=True):
        assert words[one.span.start : one.span.end] == one.span.text


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Northgate completed 500 homes in 2023.", Stance.RELATED),
        ("Nordheim baute 2023 500 Häuser.", Stance.RELATED),
        ("Farley completed 500 homes in 2023.", Stance.CONFLICTS),
        ("Homes completed in Farley in 2023 were 500.", Stance.CONFLICTS),
    ],
)
def test_a_cell_of_another_row_takes_no_side_and_says_so_where_the_name_opens_the_claim(
    words: str, stance: Stance
) -> None:
    found = made("412", "", cells=("412",), expression="C1", label="Farley; 2023")
    judgement = judge_calculation(words, found).judgement
    assert judgement.stance is stance
    told = any("(C1 is Farley; 2023)" in one.message for one in judgement.reasons)
    assert told is (stance is Stance.RELATED)
