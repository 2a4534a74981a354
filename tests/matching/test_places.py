"""Pages and time codes: they are those of the words found, not of where the passage begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.domain import Marker
from factcheck.matching.places import named_place
from tests.corpus.documents import Line, make_pdf

SLIDES = [
    "Harbour plan of Ostwick",
    "The basin is 9 metres deep",
    "Dredging costs 14 million euros",
    "The harbour master has 31 staff",
    "Storm gates close at 5 metres of water",
]
TALK = """WEBVTT

00:00:02.000 --> 00:00:05.000
Welcome to the hearing about the ferry.

00:20:00.000 --> 00:20:04.000
The bids were opened in March.

00:40:00.000 --> 00:40:03.000
The lowest one came to eleven

00:40:03.000 --> 00:40:06.000
million crowns and was refused.

01:10:00.000 --> 01:10:04.000
The ferry carried 88,300 people.
"""
CAPTIONS = "WEBVTT\n\n" + "\n\n".join(
    f"00:{minute:02}:00.000 --> 00:{minute:02}:04.000\n{words}"
    for minute, words in enumerate(
        [
            "so the ferry we were talking of",
            "has not been painted for years and",
            "nobody knows what the winter timetable",
            "costs the island in lost trade",
            "but forty welders were hired in Brenholm",
        ]
    )
)


def found(tmp_path: Path, name: str, content: bytes, words: str) -> str:
    (tmp_path / name).write_bytes(content)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / name])
        return corpus.search(words, 1)[0].locator


@pytest.mark.parametrize(
    ("words", "page"), [("dredging costs", "page 3"), ("harbour master staff", "page 4"), ("storm gates", "page 5")]
)
def test_the_page_is_that_of_the_words(tmp_path: Path, words: str, page: str) -> None:
    pages: list[list[Line]] = [[(line, 18.0)] for line in SLIDES]
    assert found(tmp_path, "deck.pdf", make_pdf(pages), words) == page


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("ferry hearing", "00:00:02"),
        ("opened in March", "00:20:00"),
        ("the lowest bid was eleven million crowns", "00:40:00 to 00:40:03"),
        ("refused million", "00:40:03"),
        ("88,300 people on the ferry", "01:10:00"),
    ],
)
def test_the_time_is_that_of_the_words(tmp_path: Path, words: str, time: str) -> None:
    assert found(tmp_path, "talk.vtt", TALK.encode(), words) == time


def test_where_no_sentence_ends_the_time_is_that_of_the_most_words(tmp_path: Path) -> None:
    assert found(tmp_path, "live.vtt", CAPTIONS.encode(), "welders hired in Brenholm for the ferry") == "00:04:00"


def test_a_sentence_over_the_page_is_on_both() -> None:
    markers = [Marker(start=0, locator="page 1"), Marker(start=50, locator="page 2")]
    assert [named_place(markers, *place) for place in ((0, 50), (40, 60), (50, 51), (70, 90))] == [
        "page 1",
        "page 1 to page 2",
        "page 2",
        "page 2",
    ]
    assert named_place([Marker(start=9, locator="page 1")], 0, 5) == ""
