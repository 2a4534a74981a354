"""Date lines as papers and offices write them in the languages of Europe; what only has a day in it is none."""

from __future__ import annotations

import pytest

from factcheck.corpus.readers.page_dates import released_day
from factcheck.corpus.records import parse_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("7 stycznia 2024", "2024-01-07"),
        ("12 września 2023", "2023-09-12"),
        ("1 października 2023 r.", "2023-10-01"),
        ("3 maja 2021", "2021-05-03"),
        ("9 grudnia 2022 roku", "2022-12-09"),
        ("3 maart 2024", "2024-03-03"),
        ("14 agosto 2020", "2020-08-14"),
        ("2 de febrero de 2020", "2020-02-02"),
        ("1er février 2020", "2020-02-01"),
        ("7. Jänner 2020", "2020-01-07"),
        ("5. listopada 2024", ""),  # November in Polish, which writes no point, and October in Croatian
        ("5 listopada 2024", "2024-11-05"),
        ("31 lutego 2024", ""),
    ],
)
def test_months_are_read_in_the_languages_of_archives(written: str, day: str) -> None:
    found = parse_date(written)
    assert (found.isoformat() if found else "") == day


@pytest.mark.parametrize(
    "line",
    [
        "Kraków, 12 września 2023",
        "Kraków, dnia 12 września 2023 r.",
        "Nowy Targ, 12 września 2023 roku",
        "Saint-Malo, le 12 septembre 2023",
        "Aix en Provence, le mardi 12 septembre 2023",
        "Sevilla, 12 de septiembre de 2023",
        "Milano, 12 settembre 2023",
        "Den Haag, 12 september 2023",
        "Ostwick, Tuesday, 12 September 2023",
        "Tuesday, 12 September 2023, Guild House, Room 14",
        "Dienstag, 12. September 2023, Rathaus",
        "mardi 12 septembre 2023, Salle des fêtes",
        "Wtorek, 12 września 2023, Ratusz",
        "Published by the Harbour Board of Ostwick, 12 September 2023",
        "Issued by the Ministry of Roads on 12 September 2023",
        "Herausgegeben vom Amt für Fähren, 12. September 2023",
        "Publié par la mairie de Brest, le 12 septembre 2023",
    ],
)
def test_a_date_line_gives_the_day(line: str) -> None:
    assert released_day(f"A report on the harbour\n{line}\nThe harbour is full of boats.") == "2023-09-12"


@pytest.mark.parametrize(
    "line",
    [
        "the ferry sank, 12 September 2023",
        "Tuesday, 12 September 2023, was the last day on which the ferry ran",
        "He moved to Ostwick, as the register says, on 12 September 2023",
        "Published by the Board for the years up to 12 September 2023 and after",
        "Born on Tuesday, 12 September 2023, Anna was the first of three",
        "Next meeting: Tuesday, 12 September 2023, Guild House",
        "Kraków, we wtorek spotkali się 12 września 2023 i rozmawiali",
    ],
)
def test_a_line_that_only_has_a_day_in_it_gives_none(line: str) -> None:
    assert released_day(f"A report on the harbour\n{line}\nThe harbour is full of boats.") == ""
