"""The periods that a text speaks of: whole stretches, without the days of saying and what is only compared with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import DateValue, Precision
from factcheck.text.dates.periods import period_words
from factcheck.text.dates.reference_periods import find_periods

ANCHOR = date(2024, 5, 2)


def told(text: str) -> list[str]:
    return [period_words(one.value) for one in find_periods(text, anchor=ANCHOR) if not one.compared]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("in the year to March 2024", ["2023-04 to 2024-03"]),
        ("in the 12 months ending March 2024", ["2023-04 to 2024-03"]),
        ("over six months to June 2023", ["2023-01 to 2023-06"]),
        ("in the week to 3 May 2023", ["2023-04-27 to 2023-05-03"]),
        ("between 2015 and 2020", ["2015 to 2020"]),
        ("from December to March 2024", ["2023-12 to 2024-03"]),
        ("2019 to 2023", ["2019 to 2023"]),
        ("since 2010", ["2010-01-01 to 2024-05-02"]),
        ("in 2022 and 2023", ["2022", "2023"]),
        ("in the first quarter of 2023", ["2023-01 to 2023-03"]),
        ("40,000 in 2023, up from 31,000 in 2022", ["2023"]),
        ("40,000 in 2023, compared with 31,000 in 2022", ["2023"]),
        ("more than 40,000 in 2023", ["2023"]),
        ("figures published on 3 May 2023 are for April 2023", ["2023-04"]),
        ("the minister said on Thursday that 40 were built in 2023", ["2023"]),
        ("the bridge opened on 3 May 2023", ["2023-05-03"]),
        ("OSTERBY, Wednesday (Wire) - The bridge opened on Tuesday", ["2024-04-30"]),
        ("nothing of the kind", []),
    ],
)
def test_periods_in_words(text: str, periods: list[str]) -> None:
    assert told(text) == periods


def test_an_open_period_is_said_to_be_open() -> None:
    assert period_words(DateValue(start=None, end=ANCHOR, precision=Precision.UNTIL)) == "until 2024-05-02"


@given(st.text(max_size=120))
def test_any_text_is_read_and_spans_hold_what_stands_there(text: str) -> None:
    text = f"{text} between 2019 and 2021 {text}"
    for one in find_periods(text, anchor=ANCHOR):
        assert one.value.span
        assert text[one.value.span.start : one.value.span.end] == one.value.span.text
        assert one.value.start is not None
        assert one.value.end is not None
        assert one.value.start <= one.value.end
