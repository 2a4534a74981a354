"""What begins with "From" is a mailbox only where such a line begins a message: prose begins so, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus.readers import read_documents
from factcheck.domain import Document

BODY = "The harbour of Ostwick has nine cranes, the council said on Monday."


def texts(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text)
    return [one.text for one in read_documents(folder / name) if isinstance(one, Document)]


@pytest.mark.parametrize(
    "text",
    [
        f"From our own correspondent\nOstwick: {BODY}\n",
        f"From 9:30 on the road is closed\nDetour: {BODY}\n",
        f"From May 2024 the ferry runs again\nFares: {BODY}\n",
    ],
)
def test_a_text_that_begins_with_from_is_a_text(tmp_path: Path, text: str) -> None:
    assert texts(tmp_path, "a.txt", text) == [text.rstrip("\n")]


def test_a_paragraph_that_begins_with_from_is_of_its_message(tmp_path: Path) -> None:
    last = "From here on all is well: the ferry runs, says the lake authority."
    message = f"From m@town.example Mon Jan  1 10:00:00 2024\nSubject: Cranes\nMessage-ID: <1>\n\n{BODY}\n\n{last}\n"
    assert texts(tmp_path, "a.mbox", f"{message}\n{message}") == [f"{BODY}\n\n{last}"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "From m@town.example Mon Jan  1 10:00:00 2024",
        "From - Mon Jan  1 10:00:00 2024",
        "From MAILER-DAEMON Mon Jan  1 10:00:00 2024",
        "From 1790@xxx Mon Jan 01 10:00:00 +0000 2024",
        "From maren Mon Jan  1 10:00:00 2024",
        "From maren Mon Jan  1 10:00 2024",
        'From "maren holt"@town.example Mon Jan  1 10:00:00 2024 remote from desk',
        "From m@town.example",
        "From -",
    ],
)
def test_lines_of_the_ways_in_which_mailboxes_are_written_begin_messages(tmp_path: Path, line: str) -> None:
    message = f"{line}\nSubject: Cranes\nFrom: Maren Holt <m@town.example>\n\n{BODY}\n\n"
    assert texts(tmp_path, "a.mbox", message * 3) == [BODY] * 3
