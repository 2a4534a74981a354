"""Rows of a table are told from prose, and take no side: which cell a figure stands in no sentence says."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.text.tables.rows import is_table_text

TABLES = (
    'Region,2023,2024\nArle,"8,412",8114\nOstwick,200,250\nMarby,30,44\n',
    "| Town | Homes | Year |\n|---|---|---|\n| Arle | 200 | 2023 |\n| Ostwick | 250 | 2024 |\n| Marby | 30 | 2024 |",
    "Region\t2023\t2024\nArle\t100\t104\nOstwick\t200\t250",
    "Jahr;Wohnungen\n2023;1.200\n2024;1.350\n2025;1.100",
)
PROSE = (
    "In 2019, 12 people died.\nIn 2020, 14 people died.\nIn 2021, 9 people died, the county said.",
    "The council met.\n\nIt voted by 14 to 9, with 2 absent.\n\nThe mill cost £4.2 million, the mayor said.",
    "Arle, 200 homes",
    "",
)


@pytest.mark.parametrize("text", TABLES)
def test_rows_of_a_table_are_told_and_take_no_side(text: str) -> None:
    assert is_table_text(text)
    judged = compare("Ostwick built 200 homes in 2024.", text)
    assert judged.stance in (Stance.RELATED, Stance.UNRELATED)
    assert any("rows of a table" in badge for badge in judged.badges)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_table(text: str) -> None:
    assert not is_table_text(text)
