"""`factcheck claim split|join|bounds|add|withdraw|restore|edit`: said, done, printed, taken back; wrong use is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.running import run
from factcheck.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE

TEXT = (
    "Lake ferry to stop in October\n\n2 May 2024\n\n"
    "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday.\n\n"
    "“Forty people use it on a working day, and the boat is sixty years old,” Holm said. "
    "The ferry has run since 1931.\n\nWho will carry the children to school?\n"
)
EDITS = ("split", "join", "bounds", "add", "withdraw", "restore", "edit")


class Shell:
    """Runs commands on one workspace as one user, and keeps what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.told = ""

    def __call__(self, *words: str, code: int = EXIT_DONE, user: str = "alice") -> str:
        self.capsys.readouterr()
        got = run(["--workspace", str(self.folder), "--user", user, *words])
        out, self.told = self.capsys.readouterr()
        assert got == code, self.told
        return out

    def listed(self, *words: str) -> dict[int, dict[str, Any]]:
        rows = json.loads(self("claim-list", "--format", "json", *words))["claims"]
        return {row["number"]: row for row in rows}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT, encoding="utf-8")
    made = Shell(tmp_path / "ws", capsys)
    made("check", str(article))
    assert len(made.listed()) == 3
    return made


def test_each_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in EDITS:
        assert run(["claim", command, "--help"]) == EXIT_DONE
        assert f"factcheck claim {command}" in capsys.readouterr().out.partition("Example:")[2]


def test_split_prints_the_parts_and_how_to_take_it_back(shell: Shell) -> None:
    out = shell("claim", "split", "2", "--after", "working day")
    assert "Ada Holm" in out
    assert len(out.splitlines()) == 2
    assert "factcheck undo" in shell.told
    assert set(shell.listed()) == {1, 3, 4, 5}
    assert "1 superseded" in shell("claim-list")
    assert set(shell.listed("--state", "superseded")) == {2}
    assert "stand for it" in shell("claim", "show", "2")
    assert "stands for" in shell("claim", "show", "4")
    assert "split" in shell("audit", "log", "--claim", "2")
    assert "split" in shell("undo")
    assert set(shell.listed()) == {1, 2, 3}


def test_split_at_an_offset_and_join_as_json(shell: Shell) -> None:
    start = shell.listed()[2]["start"]
    parts = json.loads(shell("claim", "split", "2", "--at", str(start + 14), "--json"))
    assert [row["verbatim"].split()[0] for row in parts["claims"]] == ["“Forty", "use"]
    assert [row["review_state"] for row in parts["gone"]] == ["superseded"]
    joined = json.loads(shell("claim", "join", "4", "5", "--json"))
    assert [row["number"] for row in joined["claims"]] == [2], "the claim that was split"


def test_bounds_by_words_and_by_offsets(shell: Shell) -> None:
    shell("claim", "bounds", "1", "--words", "lake authority will stop the ferry")
    row = shell.listed()[4]
    assert row["verbatim"] == "lake authority will stop the ferry"
    shell("claim", "bounds", "4", "--end", str(row["end"] - 6))
    assert shell.listed()[5]["verbatim"] == "lake authority will stop the"


def test_a_sentence_that_was_set_aside_is_added_by_its_words(shell: Shell) -> None:
    def aside() -> int:
        return int(json.loads(shell("claim-list", "--format", "json"))["aside"]["sentences"])

    before = aside()
    assert f"{before} sentences set aside" in shell("claim-list").replace("\n", " ")
    shell("claim", "add", "--words", "Who will carry the children to school?")
    assert "children" in shell.listed()[4]["verbatim"]
    assert aside() == before - 1


def test_withdraw_and_restore(shell: Shell) -> None:
    shell("claim", "withdraw", "3", "--reason", "A joke.")
    assert set(shell.listed()) == {1, 2}
    assert "1 withdrawn" in shell("claim-list", "--format", "md")
    assert "reason: A joke." in shell("claim", "show", "3")
    shell("claim", "stance", "3", "e1", "related", code=EXIT_INPUT)
    shell("claim", "verdict", "3", "--rating", "no-evidence-found", "--rationale", "x", code=EXIT_INPUT)
    assert "claim restore" in shell.told
    shell("claim", "restore", "3")
    assert set(shell.listed()) == {1, 2, 3}
    shell("claim", "restore", "3", code=EXIT_INPUT)
    assert "is in the list" in shell.told


def test_edit_shows_the_correction_in_list_page_and_filter(shell: Shell) -> None:
    shell("claim", "edit", "3", "--claimant", "Ben Lee", "--office", "former mayor", "--said-on", "2024-04")
    row = shell.listed("--claimant", "ben lee")[3]
    assert row["said_on"] == "2024-04-01/2024-04-30"
    assert "Ben Lee" in shell("claim-list")
    page = shell("claim", "show", "3")
    assert "claimant: Ben Lee, former mayor" in page
    assert "claimant corrected by alice" in page
    view = json.loads(shell("claim", "show", "3", "--json"))
    assert view["claim"]["claimant"]["name"] == view["summary"]["claimant"] == "Ben Lee"
    assert view["state"]["corrections"]["said_on"]["user"] == "alice"
    shell("claim", "edit", "3", "--claimant", "none", "--said-on", "none", user="bob")
    assert (shell.listed()[3]["claimant"], shell.listed()[3]["said_on"]) == ("", "")
    assert "corrected: claimant the article itself, said on not known" in shell("undo", user="bob")
    assert shell.listed()[3]["claimant"] == "Ben Lee"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("split", "2"), EXIT_USAGE, "--at OFFSET or --after WORDS"),
        (("split", "2", "--at", "3"), EXIT_INPUT, "not inside the claim"),
        (("split", "2", "--after", "aeroplane"), EXIT_INPUT, "does not stand in this claim"),
        (("split", "2", "--after", "old,”"), EXIT_INPUT, "not inside the claim"),
        (("join", "2"), EXIT_INPUT, "takes two claims"),
        (("join", "2", "99"), EXIT_INPUT, "no claim '99'"),
        (("bounds", "2"), EXIT_USAGE, "give either --words"),
        (("bounds", "2", "--words", "ferry"), EXIT_INPUT, "stands in 3 places"),
        (("bounds", "2", "--start", "-5"), EXIT_INPUT, "no bounds in this text"),
        (("bounds", "2", "--start", "99999999999999999999"), EXIT_INPUT, "no bounds in this text"),
        (("add", "--words", "  "), EXIT_INPUT, "does not stand in the article"),
        (("add", "--start", "0"), EXIT_USAGE, "both --start and --end"),
        (("add", "--words", "ferry"), EXIT_INPUT, "give --start and --end"),
        (("add", "--article", "nowhere", "--words", "Who"), EXIT_INPUT, "no article"),
        (("withdraw", "2"), EXIT_USAGE, "--reason"),
        (("withdraw", "2", "--reason", " "), EXIT_INPUT, "takes a reason"),
        (("edit", "2"), EXIT_USAGE, "give --claimant"),
        (("edit", "2", "--said-on", "Thursday"), EXIT_USAGE, "YYYY-MM-DD"),
        (("edit", "2", "--claimant", " "), EXIT_INPUT, "needs a name"),
        (("edit", "3", "--office", "mayor"), EXIT_INPUT, "--claimant"),
        (("edit", "2", "--claimant", "none", "--office", "mayor"), EXIT_USAGE, "no office"),
    ],
)
def test_wrong_use_is_told_in_a_line_that_says_what_to_do(
    shell: Shell, words: tuple[str, ...], code: int, told: str
) -> None:
    before = shell.listed()
    shell("claim", *words, code=code)
    assert told in shell.told
    assert len(shell.told.splitlines()) == 1
    assert shell.listed() == before


def test_hostile_words_of_a_correction_reach_no_terminal(shell: Shell) -> None:
    shell("claim", "edit", "1", "--claimant", "Ev\x1b]52;c;aGk=\x07il \u202eName", "--office", "\x9b31mchief")
    for words in (("claim-list",), ("claim", "show", "1"), ("audit", "log"), ("claim-list", "--format", "md")):
        out = shell(*words)
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(out)
