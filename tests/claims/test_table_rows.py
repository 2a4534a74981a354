"""A table without heads has rows and no heads; a line of years or words above figures heads them."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition

HEAD = "The dam\n\nThe dam opened in May, after ten years of work.\n\n"
TAIL = "\n\nIt holds 4 million litres."


def rows(*lines: str) -> dict[str, str]:
    found = extract_claims(HEAD + "\n\n".join(lines) + TAIL)
    return {claim.verbatim: claim.text for claim in found.claims if "|" in claim.verbatim}


@pytest.mark.parametrize(
    "lines",
    [
        ("Height | 84 metres", "Cost | £30 million", "Built | 1998"),
        ("Arle | 12,000 | 11,400", "Bonn | 300,000 | 290,000"),
        ("Built | 1998", "Height | 84 metres"),
    ],
)
def test_a_first_line_with_figures_is_a_row_like_the_others(lines: tuple[str, ...]) -> None:
    assert rows(*lines) == {one: one for one in lines}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Town | 2010 | 2020", "Arle | 12,000 | 11,400"), "Arle [Town] | 12,000 [2010] | 11,400 [2020]"),
        (("Year | Visitors", "2021 | 12,400"), "2021 [Year] | 12,400 [Visitors]"),
        (("Firm | Q1 2023 | Q1 2024", "Acme | 3m | 4m"), "Acme [Firm] | 3m [Q1 2023] | 4m [Q1 2024]"),
    ],
)
def test_a_line_that_names_columns_heads_them_and_is_no_claim(lines: tuple[str, str], told: str) -> None:
    assert rows(*lines) == {lines[1]: told}
    (head,) = [s for s in extract_claims(HEAD + "\n\n".join(lines) + TAIL).sentences if s.text == lines[0]]
    assert head.disposition is Disposition.HEADING
