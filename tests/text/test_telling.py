"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import DateValue, Precision
from factcheck.text.dates.telling import in_words, told_on


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-05-01", "2021-05-31", "May 2021"),
        ("1960-01-01", "1969-12-31", "the 1960s"),
        ("1961-01-01", "1970-12-31", "1961 to 1970"),
        ("2023-06-01", "2023-08-31", "June to August 2023"),
        ("2022-12-01", "2023-02-28", "December 2022 to February 2023"),
        ("2021-05-14", "2021-05-14", "14 May 2021"),
        ("2021-05-14", "2021-06-03", "14 May 2021 to 3 June 2021"),
        ("", "2021-05-14", "until 14 May 2021"),
        ("2021-05-14", "", "from 14 May 2021"),
    ],
)
def test_periods_are_told_as_a_checker_writes_them(start: str, end: str, words: str) -> None:
    assert in_words(_value(start, end)) == words


def test_when_something_was_said() -> None:
    assert told_on(_value("2021-05-14", "2021-05-14")) == "on 14 May 2021"
    assert told_on(_value("", "2021-05-14")) == "by 14 May 2021"
    assert told_on(_value("2021-05-01", "2021-05-31")) == "in May 2021"


@given(st.dates(), st.dates(), st.sampled_from(Precision))
def test_any_date_has_words(one: date, other: date, precision: Precision) -> None:
    assert in_words(DateValue(start=min(one, other), end=max(one, other), precision=precision))


def _value(start: str, end: str) -> DateValue:
    first, last = (date.fromisoformat(one) if one else None for one in (start, end))
    return DateValue(start=first, end=last, precision=Precision.INTERVAL)
