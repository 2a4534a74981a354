"""What people began to write at a workspace and have not saved: the files, and what is erased in them.

One small file a person and database, in a folder that only they can read; the screen keeps them (`tui.drafts`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = "begun"

Begun = dict[str, dict[str, str]]
"""What it is about (the id of a claim or an article) -> what is written -> the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many texts that were begun are (to be) erased, and how many files could not be looked at or written."""

    texts: int = 0
    unread: int = 0


NOTHING_BEGUN = Forgotten()


def read_begun(path: Path) -> Begun:
    """Return what was begun, by the file of one person.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(about): {str(what): str(said) for what, said in words.items()} for about, words in found.items()}
    except (AttributeError, RecursionError) as error:
        raise ValueError(f"{path} is damaged") from error


def write_begun(path: Path, begun: Begun) -> None:
    """Keep what was begun; nothing leaves no file, and no folder.

    Raises:
        OSError: the disk is full, or it is another's.
    """
    if not begun:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # others have begun something
            path.parent.rmdir()
        return
    path.parent.mkdir(mode=0o700, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(begun, file)
    fresh.replace(path)


def forget(workspace: Path, is_meant: Callable[[str], bool], *, only_count: bool = False) -> Forgotten:
    """Erase what anybody began that is meant; `only_count`: what would be.

    A file that is damaged, or of another user of this machine, is counted.
    """
    texts = unread = 0
    for path in _files(workspace):
        try:
            begun = read_begun(path)
            kept = {about: _without(words, is_meant) for about, words in begun.items()}
            gone = sum(map(len, begun.values())) - sum(map(len, kept.values()))
            if gone and not only_count:
                write_begun(path, {about: words for about, words in kept.items() if words})
            texts += gone
        except (OSError, ValueError):
            unread += 1
    return Forgotten(texts=texts, unread=unread)


def _without(words: dict[str, str], is_meant: Callable[[str], bool]) -> dict[str, str]:
    return {what: said for what, said in words.items() if not is_meant(said)}


def _files(workspace: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted((workspace / FOLDER).iterdir())
