"""Dates as a person types them for the machine."""

from __future__ import annotations

import pytest

from factcheck.text.dates.iso_dates import read_iso_date


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2024-05-02", "2024-05-02", "day"),
        (" 2024-02 ", "2024-02-01/2024-02-29", "month"),
        ("2023", "2023-01-01/2023-12-31", "year"),
        ("2024-05-01/2024-05-07", "2024-05-01/2024-05-07", "interval"),
        ("2023-12/2024-01", "2023-12-01/2024-01-31", "interval"),
    ],
)
def test_days_months_years_and_intervals_are_read(text: str, iso: str, precision: str) -> None:
    found = read_iso_date(text)
    assert found
    assert (found.iso, found.precision) == (iso, precision)


NO_DATES = [
    "",
    "May",
    "2024-13",
    "2024-02-30",
    "0000",
    "2024/2023",
    "2024-05-02/",
    "/2024",
    "２０２４",
    "24-05-02",
    "none",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_iso_date(text) is None
