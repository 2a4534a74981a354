"""Asking for the passphrase of a key file: FACTCHECK_PASSPHRASE, else a person at the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from factcheck.cli.output import say
from factcheck.workbench.users import PASSPHRASE, passphrase_set


def new_passphrase() -> str:
    """Return the passphrase for a key that is made; "" for none, which is said where nobody can be asked."""
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if not sys.stdin.isatty():
        say(f"no passphrase: nobody can be asked, and {PASSPHRASE} is not set")
        return ""
    asked = "Passphrase (empty: none)"
    return str(click.prompt(asked, default="", show_default=False, hide_input=True, confirmation_prompt=True, err=True))


def passphrase_of(path: Path) -> str:
    """Return the passphrase of a key file.

    Raises:
        InputError: nobody can be asked, and the environment has none.
    """
    if PASSPHRASE in os.environ or not sys.stdin.isatty():
        return passphrase_set(path)
    return str(click.prompt(f"Passphrase of {path.name}", hide_input=True, err=True))
