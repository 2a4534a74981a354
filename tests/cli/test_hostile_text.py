"""Escape codes, markup, bidirectional controls and bytes that are no UTF-8: harmless in texts, names and arguments."""

from __future__ import annotations

import os
import re

import pytest

from tests.cli.command import SOURCE, called

NASTY = "\x1b]52;c;aGk=\x07 [@click=app.quit]x[/b] \u202egnp"
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ARTICLE = (
    f"Head {NASTY}\n\nThe harbour of Ostwick has six cranes {NASTY}. Maren {NASTY} Holt said it is 9 miles long.\n"
)


@pytest.fixture
def place(tmp_path, capsys) -> list[str]:
    """A workspace whose article and sources have nasty texts and names."""
    folder = os.fsencode(tmp_path) + b"/archive"
    os.mkdir(folder)  # noqa: PTH102 - names are bytes here
    for name in (b"a\x1b[31m.txt", b"b\nc.txt", b"c\xff.txt", "d\u202egpj.txt".encode(), b"[b]e.txt", b"f\xff\x1b.bin"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(f"{SOURCE} {NASTY} {name!r}".encode())
    article = os.fsencode(tmp_path) + b"/art\x1b[2J\xff\n.txt"
    with open(article, "wb") as file:  # noqa: PTH123
        file.write(ARTICLE.encode())
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", os.fsdecode(article), "--corpus", os.fsdecode(folder))
    assert ended.code == 0
    assert "5 documents, 5 added" in ended.err
    assert not ACTIVE.search(ended.out + ended.err)
    return at


@pytest.mark.parametrize(
    "command",
    [
        "claim-list",
        "claim-list --format md",
        "claim-list --format csv",
        "claim-list --format json",
        "claim show 1",
        "claim show 1 --json",
        "claim why-not 1 crane",
        "claim why-not 1 crane --json",
        "corpus list",
        "corpus list --json",
        "corpus search crane",
        "corpus stats --problems",
        "audit log",
        "audit log --json",
        "review status",
        "doctor",
    ],
)
def test_nothing_that_a_terminal_obeys_is_printed(place, capsys, command):
    ended = called(capsys, *place, *command.split())
    assert ended.code == 0
    assert ended.out
    assert not ACTIVE.search((ended.out + ended.err).replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", NASTY],
        [NASTY],
        ["check", f"--{NASTY}"],
        ["claim", "show", NASTY],
        ["claim", "why-not", "1", NASTY],
        ["corpus", "remove", NASTY],
        ["corpus", "search", NASTY],
        ["claim-list", "--article", NASTY],
        ["claim-list", "--text", NASTY + "\udcff"],
        ["check", "absent\udcff"],
        ["claim", "note", "1", "x\udcff"],
        ["claim", "verdict", "1", "--rating", "O", "--rationale", "x\udcff"],
        ["--user", "eve\x1b[2J", "claim", "note", "1", "x"],
        ["--user", " ", "claim", "note", "1", "x"],
        ["--workspace", "absent\udcff", "claim-list"],
    ],
)
def test_a_nasty_argument_is_answered_harmlessly_and_is_no_fault_of_ours(place, capsys, arguments):
    ended = called(capsys, *place, *arguments)
    assert ended.code in {0, 2, 3}
    assert not ACTIVE.search(ended.out + ended.err)
