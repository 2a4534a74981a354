"""What the README shows is what the program prints."""

from __future__ import annotations

import re

import pytest

from tests.readme import PARTS, README, commands_named, part_of

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(PARTS))
def test_the_readme_shows_real_output(name: str) -> None:
    assert part_of(TEXT, name) == PARTS[name](), "run `.venv/bin/python -m tests.readme`"


@pytest.mark.parametrize("name", sorted(commands_named()))
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`factcheck {name}" in TEXT or f"  {name} " in part_of(TEXT, "commands")


def test_what_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert links
    assert [link for link in links if not (README.parent / link).exists()] == []
