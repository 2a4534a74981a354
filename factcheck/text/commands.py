"""Commands that people are told to run: words from pages, feeds, files and addresses are quoted for the shell. Pure."""

from __future__ import annotations

import shlex


def words_of_command(*words: str, named: tuple[str, ...] = ()) -> str:
    """Return words as a shell takes them, whatever stands in them; what is `named` is never taken for an option."""
    apart = ("--",) if any(one.startswith("-") for one in named) else ()
    return shlex.join((*words, *apart, *named))
