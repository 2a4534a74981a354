"""Times of day as news writes them, in English and German; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.text.dates.clock_times import Bearing, clock_times


@pytest.mark.parametrize(
    ("text", "span", "minutes"),
    [
        ("It opened at 9.30pm.", "at 9.30pm", (1290,)),
        ("It opened at 7 a.m. on Monday", "at 7 a.m.", (420,)),
        ("It opened at 21:30.", "at 21:30", (1290,)),
        ("It opened at 12 pm", "at 12 pm", (720,)),
        ("It opened at 12.15 am", "at 12.15 am", (15,)),
        ("It opened at half past nine", "at half past nine", (570, 1290)),
        ("It opened at half nine", "at half nine", (570, 1290)),
        ("It opened at half past nine in the evening.", "at half past nine in the evening", (1290,)),
        ("It opened at a quarter to six", "at a quarter to six", (345, 1065)),
        ("It opened at nine o’clock", "at nine o’clock", (540, 1260)),
        ("It opened at noon", "at noon", (720,)),
        ("It opened at 9.30 on Monday", "at 9.30", (570, 1290)),
        ("Es begann um 21.30 Uhr", "um 21.30 Uhr", (1290,)),
        ("Es begann um halb zehn", "um halb zehn", (570, 1290)),
        ("Es begann um acht Uhr abends", "um acht Uhr abends", (1200,)),
        ("Es begann um Mitternacht", "um Mitternacht", (0,)),
    ],
)
def test_a_time_is_read_with_what_sets_it(text: str, span: str, minutes: tuple[int, ...]) -> None:
    [found] = clock_times(text)
    assert (found.span.text, found.minutes) == (span, minutes)
    assert text[found.span.start : found.span.end] == span


@pytest.mark.parametrize(
    "text",
    [
        "Norland won 2:10.",
        "She finished in 2:09:30.",
        "Growth stood at 9.30 per cent.",
        "The share closed at 21.30 euros.",
        "John 3:16 says so.",
        "Some twenty to thirty people came.",
        "Half nine of them left.",
        "There were five to nine people there.",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert clock_times(text) == ()


def test_how_a_time_bears_on_what_happens() -> None:
    def told(text: str) -> list[tuple[Bearing, bool, str]]:
        return [(one.bearing, one.about, one.zone) for one in clock_times(text)]

    assert told("before 3pm") == [(Bearing.BEFORE, False, "")]
    assert told("shortly before 3pm") == [(Bearing.AT, True, "")]
    assert told("gegen 17 Uhr") == [(Bearing.AT, True, "")]
    assert told("at 14:05 GMT") == [(Bearing.AT, False, "GMT")]
    assert told("from 9am to 5pm") == told("9am until 5pm") == [(Bearing.FROM, False, ""), (Bearing.UNTIL, False, "")]
    assert told("between 3pm and 4pm") == told("zwischen 15 Uhr und 16 Uhr")
