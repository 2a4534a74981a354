"""Another date beside that of the event: what it is compared with, and what the date of another thing bears out."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

CARS = "The plant produced 60,000 cars in 2021."


@pytest.mark.parametrize(
    "passage",
    [
        "In 2021 the plant produced 60,000 cars, 11 per cent more than the year before.",
        "In 2021 the plant produced 60,000 cars, up from 52,500 a year earlier.",
        "In 2021, the plant produced 60,000 cars, compared with 52,500 in 2020.",
        "In 2021 the plant produced 60,000 cars compared with 52,500 in 2020.",
        "In 2021 the plant produced 60,000 cars against 52,500 in 2020.",
        "Throughout 2021 the plant produced 60,000 cars, the most since 2011.",
        "In 2021 the plant produced 60,000 cars (2020: 52,500).",
        "In 2021 the plant produced 60,000 cars, a tenth below the record of 2019.",
        "In 2021, when a new hall was opened, the plant produced 60,000 cars, surpassing 2019.",
        "The report says that in 2021 the plant produced 60,000 cars, which was 6 per cent up on 2020.",
        "The plant produced 60,000 cars in 2021, more than in 2020.",
    ],
)
def test_a_year_that_the_figure_is_compared_with_contradicts_nothing(passage: str) -> None:
    assert compare(CARS, passage).stance is Stance.CORROBORATES


def test_last_year_is_compared_with_the_year_before() -> None:
    passage = "Last year the plant produced 60,000 cars, up from 52,500 in 2020."
    assert compare(CARS, passage, passage_date=date(2022, 2, 1)).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    "passage",
    [
        "In 2022 the plant produced 60,000 cars, 11 per cent more than the year before.",
        "In 2021 the plant produced 52,500 cars, 11 per cent more than the year before.",
        "In 2021 a hall was added, and the plant produced 60,000 cars in 2022.",
        "The hall was built in 2021, and the plant produced 60,000 cars in 2022.",
    ],
)
def test_another_year_of_the_event_itself_does(passage: str) -> None:
    assert compare(CARS, passage).stance is Stance.CONFLICTS
