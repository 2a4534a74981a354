"""A claim of a change, a share or a rank asks for a formula over cells; which, is told by what the table calls them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Corpus
from factcheck.corpus.cells_meant import Reading, cells_meant
from factcheck.corpus.formulas_meant import MOST_FORMULAS, FoundFormula, formulas_meant
from factcheck.corpus.tables import Table

TABLES = {
    "homes": "Homes in Tolland by status,,,\nYear,Homes started,Homes completed,All homes\n2019,30100,27900,58000\n"
    "2021,31000,27600,58600\n2022,30500,31000,61500\n2023,32400,34720,67120\n",
    "towns": "New homes by town,,\nTown,2022,2023\nArle,1000,1300\nBren,900,1000\nCole,2100,1680\nTotal,4000,3980\n",
    "rates": "Unemployment rate (%),,\nRegion,May 2024,June 2024\nBavaria,3.1,3.4\nSaxony,6.2,6.1\n",
}

WORDS = (
    "Homes completed started Arle Bren rose fell by to from than 2022 2023 12% 300 a third of more all total "
    "second-highest . ,"
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Table]:
    folder = tmp_path_factory.mktemp("tables")
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text)
    corpus = Corpus.open(folder / "corpus")
    corpus.add(sorted(folder.glob("*.csv")))
    return {name: corpus.table(name) for name in TABLES}


def asked(words: str, table: Table) -> list[FoundFormula]:
    return [*formulas_meant(Reading(words, table))]


@pytest.mark.parametrize(
    ("table", "claim", "expression", "figure"),
    [
        ("homes", "Homes completed rose 12 % from 2022 to 2023.", "(C6-C5)/C5*100", "12 %"),
        ("homes", "Homes completed rose to 34,720 in 2023 from 31,000 in 2022.", "C5+(C6-C5)", "34,720"),
        ("homes", "Homes completed rose from 31,000 in 2022 to 34,720 in 2023.", "C5+(C6-C5)", "34,720"),
        ("homes", "Homes completed rose to 34,720 in 2023 from 31,000.", "C5+(C6-C5)", "34,720"),
        ("homes", "Homes completed fell by 300 between 2019 and 2021.", "C4-C3", "300"),
        ("homes", "Between 2019 and 2021 there was a fall of 300 homes completed.", "C4-C3", "300"),
        ("homes", "Homes completed were up 3,720 in 2023 from a year earlier.", "C6-C5", "3,720"),
        (
            "homes",
            "In 2023 Tolland had 12 per cent more homes completed than in 2022.",
            "(C6-C5)/C5*100",
            "12 per cent",
        ),
        ("towns", "New homes in Cole dropped by a fifth from 2022 to 2023.", "(C5-B5)/B5*100", "a fifth"),
        ("towns", "Arle built 300 more new homes than Bren in 2023.", "C3-C4", "300"),
        ("towns", "Bren built 23 per cent fewer new homes than Arle in 2023.", "(C4-C3)/C3*100", "23 per cent"),
        ("towns", "A third of new homes in 2023 were built in Arle.", "C3/C6*100", "A third"),
        ("towns", "Arle built 33 per cent of all new homes in 2023.", "C3/C6*100", "33 per cent"),
        ("towns", "Arle had the second-highest number of new homes in 2023.", "RANK(C3, C3:C5)", "second-highest"),
        ("towns", "Bren had the lowest number of new homes in 2023.", "RANK(C4, C3:C5, 1)", "lowest"),
        (
            "rates",
            "Unemployment in Bavaria rose by 0.3 percentage points between May and June 2024.",
            "C3-B3",
            "0.3 percentage points",
        ),
    ],
)
def test_a_formula_is_certain_where_the_claim_names_its_cells(
    tables: dict[str, Table], table: str, claim: str, expression: str, figure: str
) -> None:
    first = asked(claim, tables[table])[0]
    assert (first.expression, first.figure, first.certain) == (expression, figure, True)


@pytest.mark.parametrize(
    ("table", "claim", "expressions"),
    [
        ("homes", "Homes completed reached 34,720 in 2023.", []),  # a level: one cell has it
        ("homes", "Homes started rose by 6 per cent in 2023.", ["(B6-B5)/B5*100"]),  # than when?
        ("homes", "The ferry carried 12 % more passengers in 2023 than in 2022.", []),
        ("towns", "Tolland built 5 per cent more homes in 2023 than in 2022.", ["(C6-B6)/B6*100"]),  # of whom?
        ("towns", "New homes in Penhale rose by 12 % from 2020 to 2021.", []),
        ("homes", "The number of homes completed fell between 2019 and 2021.", ["C4-C3"]),  # by how much?
        ("rates", "Unemployment in Bavaria rose by 0.3 per cent between May 2024 and June 2024.", None),
    ],
)
def test_what_is_not_sure_is_offered_as_such_or_not_at_all(
    tables: dict[str, Table], table: str, claim: str, expressions: list[str] | None
) -> None:
    found = asked(claim, tables[table])
    if expressions is None:  # per cent said of per cent: both readings
        assert [one.expression for one in found] == ["(C3-B3)/B3*100", "C3-B3"]
        return
    assert [one.expression for one in found] == expressions
    if "homes completed fell" not in claim:
        assert not any(one.certain for one in found)


@pytest.mark.parametrize(
    "claim",
    ["Homes completed rose to 34,720 in 2023 from 31,000.", "Homes completed were up 3,720 in 2023 on a year before."],
)
def test_no_single_cell_is_meant_by_a_change(tables: dict[str, Table], claim: str) -> None:
    assert cells_meant(claim, tables["homes"]) == ()


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_any_claim_has_a_few_formulas_over_cells_that_are_there(tables: dict[str, Table], words: list[str]) -> None:
    for table in tables.values():
        found = asked(" ".join(words), table)
        assert len(found) <= MOST_FORMULAS
        assert all(one.cells and one.expression for one in found)
