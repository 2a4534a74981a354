"""The options of the place stand behind the name of each command, too."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.cli.app import app


def commands(of: click.Group, *words: str) -> Iterator[tuple[str, click.Command]]:
    for name in of.list_commands(click.Context(of)):
        found = of.get_command(click.Context(of), name)
        assert found
        if isinstance(found, click.Group):
            yield from commands(found, *words, name)
        else:
            yield " ".join([*words, name]), found


def test_each_command_takes_the_workspace_behind_its_name() -> None:
    without = [name for name, one in commands(app) if "workspace" not in {option.name for option in one.params}]
    assert without == []
