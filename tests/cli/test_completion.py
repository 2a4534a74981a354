"""The shell completes commands, options and their values, as the README says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def completed(words: str) -> list[str]:
    """Return what bash would be offered behind these words; the last one is being typed."""
    asked = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    code = "import sys; sys.argv[0] = 'factcheck'; from factcheck.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    return [line.partition(",")[2] for line in done.stdout.split()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck cl", ["claim-list", "claim"]),
        ("factcheck claim verd", ["verdict"]),
        ("factcheck claim-list --fo", ["--format", "--force"]),
        ("factcheck claim-list --format claim", ["claimreview"]),
        ("factcheck nothing-of-the-kind", []),
    ],
)
def test_the_shell_is_offered_what_can_come_next(words: str, offered: list[str]) -> None:
    assert sorted(completed(words)) == sorted(offered)
