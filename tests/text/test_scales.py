"""What the words beside figures multiply them by: thousands, "£m", "in 1.000 t"; and what only looks like that."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tables.figures import read_figure, with_labels
from factcheck.text.tables.scales import scale_by, scale_in, scale_of, unit_said


@pytest.mark.parametrize(
    ("label", "by", "unit"),
    [
        ("Homes (thousand)", 1000, ""),
        ("in millions", 10**6, ""),
        ("£m", 10**6, "GBP"),
        ("£bn", 10**9, "GBP"),
        ("Turnover £m", 10**6, "GBP"),
        ("Turnover (£'000)", 1000, "GBP"),
        ("Turnover £000", 1000, "GBP"),
        ("Exports (US$ bn)", 10**9, "USD"),
        ("Exports, EUR mn", 10**6, "EUR"),
        ("Tsd. Euro", 1000, "EUR"),
        ("TEUR", 1000, "EUR"),
        ("Umsatz (T€)", 1000, "EUR"),
        ("Umsatz in Mio. Euro", 10**6, "EUR"),
        ("Mill. EUR", 10**6, "EUR"),
        ("Mrd. €", 10**9, "EUR"),
        ("Fangmenge in 1.000 t", 1000, "t"),
        ("Fangmenge (1 000 Tonnen)", 1000, "t"),
        ("Bevölkerung in Tausend", 1000, ""),
        ("Einwohner (1 000)", 1000, ""),
        ("Einwohner Tsd.", 1000, ""),
        ("Population, in 1,000", 1000, ""),
        ("Population (000s)", 1000, ""),
        ("Thousand homes", 1000, ""),
        ("billion kWh", 10**9, "kWh"),
        ("£ million, 2023", 10**6, "GBP"),
        ("Average price, £", 1, "GBP"),
        ("Weight (t)", 1, "t"),
        ("Number of firms", 1, ""),
    ],
)
def test_a_label_names_scale_and_unit(label: str, by: int, unit: str) -> None:
    found = scale_in(label)
    assert found is not None
    assert (found.by, found.unit) == (by, unit)
    assert scale_by(found.words) == by


@pytest.mark.parametrize(
    "label",
    ["Homes", "Firms with turnover of over £1 million", "£2 million or more", "1 000 und mehr Beschäftigte",
     "Thousand Oaks", "unter 1 000 Einwohner", "Million-plus cities", "Deaths per 100,000", "je 1.000 Einwohner",
     "per thousand people", "Year", "Month", "Share (%)", "Age 1,000 to 5,000", "Length m", "2023", ""],
)  # fmt: skip
def test_a_size_a_rate_or_a_name_is_no_scale(label: str) -> None:
    assert scale_in(label) is None


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Share %", "%"),
        ("Anteil in Prozent", "%"),
        ("Change (percentage points)", "pp"),
        ("Veränderung in Prozentpunkten", "pp"),
        ("Deaths per 100,000", "per 100,000"),
        ("Fälle je 100.000 Einwohner", "per 100,000"),
        ("births per thousand people", "per 1,000"),
        ("cars per 100 households", ""),
        ("Homes", ""),
    ],
)
def test_a_label_says_what_is_no_count(label: str, unit: str) -> None:
    assert unit_said(label) == unit


def _value(cell: str, labels: tuple[str, ...], whole: str = "") -> tuple[Decimal, str, str]:
    figure = read_figure(cell)
    assert figure is not None
    found = with_labels(figure, labels, whole)
    return found.value, found.unit, found.scale


def test_the_nearest_label_counts_and_the_cell_itself_first() -> None:
    assert _value("1.5", ("Arle", "Turnover (£m)"), "thousands") == (1_500_000, "GBP", "£m")
    assert _value("1.5", ("Arle", "Turnover"), "£ million") == (1_500_000, "GBP", "£ million")
    assert _value("15", ("Arle", "Number of firms"), "£ million") == (15, "", "")
    assert _value("£3.4m", ("Arle", "Turnover (£m)")) == (3_400_000, "GBP", "")
    assert _value("3.4", ("Arle", "Change (%)"), "£ million") == (Decimal("3.4"), "%", "")
    assert _value("3.4 %", ("Arle", "2023"), "£ million") == (Decimal("3.4"), "%", "")
    assert _value("5.4", ("Arle", "Deaths per 100,000"), "thousands") == (Decimal("5.4"), "per 100,000", "")


@given(st.text(max_size=90))
def test_any_label_says_a_scale_or_none(label: str) -> None:
    found = scale_of((label,), label)
    assert found.by > 0
    assert unit_said(label) in ("", "%", "pp") or unit_said(label).startswith("per ")
