"""What begins as a mailbox or a mail does is one only where it goes on like one: prose begins with "From", too."""

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


@pytest.mark.parametrize(
    "stamp",
    [
        "Received: 12 May 1998",
        "Received: by hand",
        "Received: from the mayor",
        "Author: the mayor\nReceived: on Monday, by hand",
    ],
)
def test_a_letter_that_is_stamped_is_no_mail(tmp_path: Path, stamp: str) -> None:
    assert texts(tmp_path, "letter.txt", f"{stamp}\n\n{BODY}\n") == [f"{stamp}\n\n{BODY}"]


@pytest.mark.parametrize(
    "header",
    [
        "Received: from a.example (a.example [192.0.2.1])\n\tby b.example; Mon, 1 Jan 2024 10:00:00 +0000",
        "Received: by b.example with SMTP id x; Mon, 1 Jan 2024 10:00:00 +0000",
        "Received:\n from a.example by b.example; Mon, 1 Jan 2024 10:00:00 +0000",
        "Received: (qmail 7 invoked by uid 0); 1 Jan 2024 10:00:00 -0000",
        "Message-ID: <1@town.example>",
        "Message-Id:\n <1@town.example>",
        "MIME-Version: 1.0",
        "Return-Path: <m@town.example>",
        "Return-Path: m@town.example",
    ],
)
def test_a_mail_is_one_whatever_it_is_called(tmp_path: Path, header: str) -> None:
    assert texts(tmp_path, "a.txt", f"X-Spam: no\n{header}\nSubject: Cranes\n\n{BODY}\n") == [BODY]
