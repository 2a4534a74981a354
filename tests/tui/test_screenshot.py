"""The screenshot of the README: of the worked example, and the same on every machine."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.tui import screenshot


def test_it_shows_the_worked_example_and_nothing_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "somebody")
    path = tmp_path / "workbench.svg"
    screenshot.main(path)
    svg = path.read_text(encoding="utf-8")
    words = " ".join(html.unescape(found) for found in re.findall(r">([^<]+)</text>", svg)).replace("\xa0", " ")
    for shown in ("1 Claims", "Claim 6", "2 Evidence", "3 Passage", "Why it matched", "alice", "saved 14:0", "? "):
        assert shown in words
    for private in (str(Path.home()), "/tmp", "somebody", str(Path(__file__).parents[2])):
        assert private not in words
