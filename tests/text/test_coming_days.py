"""A bare day beside a present tense is the coming one; what happened in a month to come happened the year before."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.text.dates.finding import find_dates

MONDAY = date(2025, 5, 5)
NOVEMBER = date(2024, 11, 14)


def first(text: str, anchor: date) -> str:
    [found] = find_dates(text, anchor=anchor)
    return str(found.start)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Am Mittwoch muss der Ausschuss beraten.", "2025-05-07"),
        ("Der SV empfängt am Samstag Kiel.", "2025-05-10"),
        ("Bis Freitag können Bürger Einwände erheben.", "2025-05-09"),
        ("Am Dienstag steht die Satzung auf der Tagesordnung.", "2025-05-06"),
        ("Am Freitag geht das Festival los.", "2025-05-09"),
        ("Am Samstag flohen zwei Häftlinge.", "2025-05-03"),
        ("Am Freitag stahlen Diebe ein Boot.", "2025-05-02"),
        ("Seit Samstag fahren keine Züge.", "2025-05-03"),
        ("Wie die Polizei am Freitag mitteilt, fehlt jede Spur.", "2025-05-02"),
        ("Nach dem Brand am Samstag sucht die Polizei Zeugen.", "2025-05-03"),
        ("Die Zahlen vom Freitag zeigen einen Anstieg.", "2025-05-02"),
    ],
)
def test_a_weekday_of_a_german_present_is_to_come(text: str, day: str) -> None:
    assert first(text, MONDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Town host United on Saturday.", "2025-05-10"),
        ("Rovers face Rangers on Sunday.", "2025-05-11"),
        ("The plan is up for debate on Wednesday.", "2025-05-07"),
        ("The funeral is on Tuesday.", "2025-05-06"),
        ("The band plays Arle on Friday.", "2025-05-09"),
        ("The clocks go forward on Sunday.", "2025-05-11"),
        ("City beat Rovers on Saturday.", "2025-05-03"),
        ("The man is in hospital after a crash on Friday.", "2025-05-02"),
        ("Ann Berg's Sunday show is live.", "2025-05-04"),
    ],
)
def test_a_weekday_of_an_english_present_is_to_come(text: str, day: str) -> None:
    assert first(text, MONDAY) == day


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("She was elected in December.", "2023-12-01"),
        ("Ross, who quit in January, is back.", "2024-01-01"),
        ("The deal was signed on Nov. 30.", "2023-11-30"),
        ("Der Rat sperrte die Brücke im Dezember.", "2023-12-01"),
        ("The vote was scheduled for 2 December.", "2024-12-02"),
        ("The court ordered a hearing on 5 December.", "2024-12-05"),
        ("They announced a strike on 27 November.", "2024-11-27"),
        ("He is sentenced on 5 December.", "2024-12-05"),
        ("Die Firma kündigte einen Streik im Dezember an.", "2024-12-01"),
    ],
)
def test_what_happened_did_not_happen_in_a_month_to_come(text: str, start: str) -> None:
    assert first(text, NOVEMBER) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The fair (12-14 July) has free entry.", "2025-07-12"),
        ("The flood (12 July) destroyed the mill.", "2024-07-12"),
    ],
)
def test_a_day_in_brackets_is_to_come_unless_the_sentence_looks_back(text: str, start: str) -> None:
    assert first(text, date(2025, 3, 6)) == start
