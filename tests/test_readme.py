"""What the README and the pages of docs/ show is what the program prints, and what it can be asked."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck.cli.app import COMMANDS as SUBCOMMANDS
from factcheck.cli.app import app
from tests.readme import PARTS, README, commands_named, part_of
from tests.reference import DOCS, PAGES

TEXT = README.read_text(encoding="utf-8")
BY_HAND = [README, *sorted(page for page in DOCS.glob("*.md") if page.name not in PAGES)]


@pytest.mark.parametrize(("page", "name"), [(page, name) for page, parts in PARTS.items() for name in parts])
def test_a_page_shows_real_output(page: Path, name: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert part_of(text, name) == PARTS[page][name](), "run `.venv/bin/python -m tests.readme`"


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


def _told(page: Path) -> Iterator[str]:
    """Yield each command that a page shows, in a line of a block or among the words."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    for kind, block in re.findall(r"```(sh|console)\n(.*?)```", text, re.DOTALL):
        begins = "factcheck " if kind == "sh" else "$ factcheck "
        yield from (line.removeprefix("$ ") for line in block.splitlines() if line.startswith(begins))
    for words in re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        first, *more = words.split()
        if first == "factcheck" or (first in SUBCOMMANDS and more[:1] not in ([], ["="])):
            yield " ".join(words.split())


@pytest.mark.parametrize(
    ("page", "line"), [(page, line) for page in BY_HAND for line in dict.fromkeys(_told(page))], ids=str
)
def test_each_command_that_a_page_shows_is_one_with_its_options(page: Path, line: str) -> None:
    command: click.Command = app
    known = _options(app)
    words = iter(shlex.split(line.removeprefix("factcheck "), comments=True))
    for word in words:
        if word.startswith("-") and len(word) > 1:
            name, _, value = word.rstrip(",").partition("=")
            assert name in known, f"{page.name}: {command.name} has no option {word}"
            if not known[name].is_flag and not value:
                next(words, "")
        elif isinstance(command, click.Group) and word not in ("factcheck", "COMMAND"):
            found = command.get_command(click.Context(command), word.rstrip(","))
            assert found, f"{page.name}: {command.name} has no command {word}"
            command, known = found, known | _options(found)


def _options(command: click.Command) -> dict[str, click.Option]:
    shown = command.get_params(click.Context(command))
    return {name: one for one in shown if isinstance(one, click.Option) for name in one.opts}
