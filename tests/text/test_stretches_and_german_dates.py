"""Stretches told by their end, stepped days, the date that "the same year" means, and German dates with direction."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.finding import find_quantities

ANCHOR = date(2022, 11, 14)  # a Monday


def told(text: str) -> list[tuple[str, str]]:
    return [(one.span.text, one.iso) for one in find_dates(text, anchor=ANCHOR) if one.span]


@pytest.mark.parametrize(
    ("text", "span", "iso"),
    [
        ("Sales rose in the year to March.", "the year to March", "2021-04-01/2022-03-31"),
        ("Rents rose in the 12 months to June 2021.", "the 12 months to June 2021", "2020-07-01/2021-06-30"),
        ("It lost £2m in the year ended 31 May 2020.", "the year ended 31 May 2020", "2019-06-01/2020-05-31"),
        ("It lost £2m in the three months to 15 May.", "the three months to 15 May", "2022-02-16/2022-05-15"),
        ("Lee wrote last Oct. 2 that the mill was shut.", "last Oct. 2", "2022-10-02"),
        ("Lee wrote last December 24 that the mill was shut.", "last December 24", "2021-12-24"),
        ("The mill opens next Jan. 5.", "next Jan. 5", "2023-01-05"),
        ("The quay was closed from May to July.", "May to July", "2022-05-01/2022-07-31"),
        ("It closed a fortnight ago.", "a fortnight ago", "2022-10-31/2022-11-06"),
        ("It was built in the early nineties.", "the early nineties", "1990-01-01/1993-12-31"),
        ("The quay closed on Bastille Day.", "Bastille Day", "2022-07-14"),
    ],
)
def test_stretches_and_stepped_days(text: str, span: str, iso: str) -> None:
    assert told(text) == [(span, iso)]


def test_a_month_beside_past_is_no_step() -> None:
    assert ("June 30", "2022-06-30") in told("The talks went past June 30 without a result.")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("He joined in 2015. In the same year he moved to Arle.", "2015"),
        ("The mill, which opened in 1950, closed in 2004. In the same year the quay burned.", "2004"),
        ("In 2004 the mill, founded in 1950, closed. In the same year the quay burned.", "2004"),
        ("In 2004 the mill (built in 1950) closed. That same year it burned.", "2004"),
    ],
)
def test_the_same_year_is_the_one_that_was_not_told_by_the_way(text: str, year: str) -> None:
    assert told(text)[-1][1] == f"{year}-01-01/{year}-12-31"


@pytest.mark.parametrize(
    ("text", "span", "iso"),
    [
        ("Die Stadt hat am 10. Januar den Umbau beschlossen.", "10. Januar", "2022-01-10"),
        ("Sie ist am 10. Januar in der Klinik gestorben.", "10. Januar", "2022-01-10"),
        ("Der Minister soll im März davon gewusst haben und nicht der Rat.", "März", "2022-03-01/2022-03-31"),
        ("Der Umbau soll im März beginnen und das Land zahlt.", "März", "2023-03-01/2023-03-31"),
        ("Im März stieg die Zahl der Toten.", "März", "2022-03-01/2022-03-31"),
        ("Im März wird die Halle eröffnet.", "März", "2023-03-01/2023-03-31"),
        ("Die Halle war im Frühjahr 2020 nicht offen.", "Frühjahr 2020", "2020-03-01/2020-05-31"),
        ("Die Halle war letzten Sommer nicht offen.", "letzten Sommer", "2022-06-01/2022-08-31"),
        ("Die Zahl der Jobs sank im zweiten Quartal 2021.", "zweiten Quartal 2021", "2021-04-01/2021-06-30"),
        ("Das Haus ist in den 1990er Jahren gebaut.", "1990er Jahren", "1990-01-01/1999-12-31"),
        ("Das Haus und der Turm sind aus dem 19. Jahrhundert.", "19. Jahrhundert", "1801-01-01/1900-12-31"),
        ("Die Halle war Anfang des Jahres nicht offen.", "Anfang des Jahres", "2022-01-01/2022-01-31"),
        ("Die Halle wird in drei Wochen eröffnet.", "drei Wochen", "2022-12-05/2022-12-11"),
        ("Die Halle war am Dienstagabend nicht offen.", "Dienstagabend", "2022-11-08"),
        ("Die Halle war Weihnachten 2021 nicht offen.", "Weihnachten 2021", "2021-12-25"),
    ],
)
def test_german_dates_look_the_way_their_verbs_do(text: str, span: str, iso: str) -> None:
    assert told(text) == [(span, iso)]


def test_how_long_something_takes_is_no_german_date() -> None:
    assert told("Die Halle wurde in drei Wochen gebaut.") == []


@pytest.mark.parametrize(
    ("text", "span", "iso"),
    [
        ("Die Sitzung der Stadt findet am 3.6. statt.", "3.6.", "2024-06-03"),
        ("Die Sitzung der Stadt endet am 12.11. abends.", "12.11.", "2024-11-12"),
    ],
)
def test_a_german_day_without_a_year_is_a_date_and_no_quantity(text: str, span: str, iso: str) -> None:
    found = find_dates(text, anchor=date(2024, 6, 12))
    assert [(one.span and one.span.text, one.iso) for one in found] == [(span, iso)]
    assert find_quantities(text) == []


def test_the_part_of_a_season_is_of_the_year_behind_it() -> None:
    found = find_dates("He knew it from the early summer of 2016 on.", anchor=date(2024, 10, 15))
    assert [(one.span and one.span.text, one.iso) for one in found] == [
        ("early summer of 2016", "2016-06-01/2016-06-30")
    ]
