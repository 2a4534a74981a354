"""Commands that people are told to run: a shell takes what stands in them for words, never for commands or options."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.text.commands import words_of_command

HOSTILE = [
    "https://a.example/x;touch${IFS}made",
    "$(touch made)",
    "`touch made`",
    "a b",
    "it's; touch made #",
    "--from",
    "",
    "a\ntouch made",
]


@pytest.mark.parametrize("word", HOSTILE)
def test_a_shell_hands_on_what_was_named_and_runs_nothing_of_it(word: str, tmp_path: Path) -> None:
    command = words_of_command(sys.executable, "-c", "import sys; print(sys.argv[-1], end='')", named=(word,))
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == word
    assert list(tmp_path.iterdir()) == []


def test_what_is_named_is_no_option() -> None:
    assert words_of_command("fetch", named=("--from", "/etc/passwd")) == "fetch -- --from /etc/passwd"
    assert shlex.split(words_of_command("check", named=("-x.md",))) == ["check", "--", "-x.md"]
