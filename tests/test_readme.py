"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.readme import PARTS, README, commands_named, part_of
from tests.reference import DOCS, PAGES

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(PARTS))
def test_the_readme_shows_real_output(name: str) -> None:
    assert part_of(TEXT, name) == PARTS[name](), "run `.venv/bin/python -m tests.readme`"


@pytest.mark.parametrize("name", sorted(commands_named()))
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`factcheck {name}" in TEXT or f"  {name} " in part_of(TEXT, "commands")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_reference_is_what_the_program_says_of_itself(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `.venv/bin/python -m tests.reference`"


@pytest.mark.parametrize("page", [README, *sorted(DOCS.glob("*.md"))], ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
