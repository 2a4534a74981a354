"""The day in the heading of a record is its source's day, and told as that; a day that is only mentioned is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.corpus.readers.heading_days import heading_day
from tests.cli.command import called, written
from tests.corpus.documents import make_pdf


@pytest.mark.parametrize(
    "heading",
    [
        "MINUTES OF THE MEETING HELD ON 12 MARCH 2024",
        "Harbour board: minutes of 12 March 2024",
        "Minutes of the extraordinary meeting of the full council, Tuesday, 12 March 2024",
        "Town of Ostwick\nCouncil Minutes (12 March 2024)",
        "Ostwick Town Council\nMinutes of the meeting\nheld on 12 March 2024",
        "Protokoll der Sitzung vom 12. März 2024",
        "Niederschrift über die Gemeinderatssitzung am 12. März 2024",
        "Quarterly report of the ferry office – March 12, 2024",
    ],
)
def test_the_heading_of_a_record_gives_its_day(heading: str) -> None:
    assert heading_day(f"{heading}\n\nThe council met in the hall.") == "2024-03-12"


@pytest.mark.parametrize(
    "heading",
    [
        "The council met on 12 March 2024.",
        "Ostwick after the flood of 12 March 2024",
        "Report on the flood of 12 March 2024",
        "Statement on the meeting of 12 March 2024",
        "Agenda for the meeting of 12 March 2024",
        "Next meeting: 12 March 2024",
        "The minutes of the meeting of 12 March 2024 were approved",
        "Report: what happened on 12 March 2024",
        "Report of the board for 12 March 2024 to 3 April 2024",
        "Minutes of the council, March 2024",
        "The harbour has nine cranes. They are new.\nMinutes of the council, 12 March 2024",
    ],
)
def test_a_day_that_is_only_mentioned_is_none(heading: str) -> None:
    assert heading_day(f"{heading}\n\nThe council met in the hall.") == ""


PAGES = [
    [("Ostwick council: minutes of 12 March 2024", 8.0), (f"Ward {n} has {n + 40} lamps.", 10.0), ("More of it.", 10.0)]
    for n in range(1, 5)
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "MINUTES OF THE MEETING HELD ON 12 MARCH 2024\n\nThe council met in the hall.\n"),
        ("a.md", "# Council: minutes of 12 March 2024\n\nThe council met in the hall.\n"),
        ("a.pdf", make_pdf(PAGES)),
    ],
)
def test_who_adds_a_record_is_told_that_its_day_is_from_its_heading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | bytes
) -> None:
    place = ("--workspace", str(tmp_path))
    ended = called(capsys, "corpus", "add", written(tmp_path, name, content), *place)
    assert "2024-03-12 is from its heading" in " ".join((ended.out + ended.err).split())
    listed = json.loads(called(capsys, "corpus", "list", "--json", *place).out)
    assert "2024-03-12" in json.dumps(listed)
