"""How a word of the command line goes on in the shell, where the type of a parameter does not say it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from factcheck.cli.place import Place
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    import click

Completing = Callable[["click.Context", "click.Parameter", str], list[CompletionItem]]


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete the name of a file or folder."""
    del context, parameter
    return [CompletionItem(incomplete, type="file")]


def listed(words: Callable[[], Iterable[str]]) -> Completing:
    """Complete the last of several words with commas between them; a word that is there already is not proposed."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        del context, parameter
        before, comma, begun = incomplete.rpartition(",")
        taken = before.split(",")
        return [CompletionItem(f"{before}{comma}{word}") for word in words() if _goes_on(word, begun, taken)]

    return complete


def _goes_on(word: str, begun: str, taken: Iterable[str]) -> bool:
    return word.startswith(begun) and word not in taken


def ratings(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a rating of the workspace's scale; nothing, where its configuration cannot be read."""
    from factcheck.settings import load_settings

    del parameter
    try:
        scale = load_settings(context.ensure_object(Place).folder, os.environ).ratings
    except FactcheckError:
        return []
    return [CompletionItem(one.id, help=one.label) for one in scale if one.id.startswith(incomplete.lower())]
