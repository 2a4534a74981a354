"""Days without a month, nights, halves without a year, and what a comparison goes back to."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text.dates.finding import find_dates

ANCHOR = date(2024, 5, 16)  # a Thursday


def last(text: str) -> tuple[str, str, str]:
    found = find_dates(text, anchor=ANCHOR)
    assert found, text
    assert found[-1].span
    return found[-1].span.text, found[-1].iso, found[-1].precision.value


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("Sales fell 4% in the first quarter of 2024 from a year earlier.", "2023-01-01/2023-03-31", "quarter"),
        ("In the third quarter of 2022 it earned 3m, against 2m a year earlier.", "2021-07-01/2021-09-30", "quarter"),
        ("Profit was $3m in the three months to June, and $2m a year earlier.", "2023-04-01/2023-06-30", "interval"),
        ("In the first half of 2023 it was 3m, up from 2m a year earlier.", "2022-01-01/2022-06-30", "interval"),
        ("Sales fell in the fourth quarter compared with a year ago.", "2022-10-01/2022-12-31", "quarter"),
        ("Prices rose 3% in May 2023 from a year earlier.", "2022-05-01/2022-05-31", "month"),
        ("In 2019 it earned 3m, against 2m a year earlier.", "2018-01-01/2018-12-31", "year"),
        ("The mill closed in May 2010. Two years earlier it had earned 3m.", "2008-01-01/2008-12-31", "year"),
    ],
)
def test_a_comparison_goes_back_to_the_same_part_of_a_year(text: str, iso: str, precision: str) -> None:
    assert last(text)[1:] == (iso, precision)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council will vote on the 5th.", "2024-06-05"),
        ("The fire broke out on the 5th.", "2024-05-05"),
        ("The fire broke out on the 31st.", "2024-03-31"),
        ("Talks ended in April. A second round opened on the 20th.", "2024-04-20"),
        ("On 30 April 2019 the strike began, and on the 2nd it ended.", "2019-05-02"),
        ("Das Haus in der Stadt brannte am 5. und wurde zerstört.", "2024-05-05"),
    ],
)
def test_a_day_without_its_month(text: str, iso: str) -> None:
    assert last(text)[1:] == (iso, "day")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The house burned down overnight.", "2024-05-15/2024-05-16"),
        ("Overnight, two men were shot.", "2024-05-15/2024-05-16"),
        ("He was held on Friday and died overnight.", "2024-05-10/2024-05-11"),
        ("Das Haus ist über Nacht abgebrannt, und die Straße wurde gesperrt.", "2024-05-15/2024-05-16"),
        ("Sales rose 4% in H1.", "2024-01-01/2024-06-30"),
        ("In den ersten neun Monaten 2023 sank der Umsatz.", "2023-01-01/2023-09-30"),
        ("In den letzten drei Monaten des Jahres 2022 sank der Umsatz.", "2022-10-01/2022-12-31"),
    ],
)
def test_nights_and_parts_of_a_year(text: str, iso: str) -> None:
    assert last(text)[1:] == (iso, "interval")


@pytest.mark.parametrize(
    "text",
    [
        "He finished on the 18th hole.",
        "She won on the 5th attempt.",
        "An overnight train left the station.",
        "He became an overnight celebrity.",
        "The H1 visa is scarce.",
        "They scored in the second half.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_dates(text, anchor=ANCHOR) == []
