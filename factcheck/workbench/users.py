"""Who is at work: the name that stands in the log."""

from __future__ import annotations

import getpass
import os
import unicodedata
from pathlib import Path

from factcheck.domain import MACHINE
from factcheck.errors import InputError, StateError
from factcheck.settings import Settings
from factcheck.text.languages.scripts import scripts_of
from factcheck.text.names.lookalikes import unseen

PASSPHRASE = "FACTCHECK_PASSPHRASE"  # noqa: S105 - the name of a variable
HINT = "name yourself with --user or FACTCHECK_USER"


def user_named(given: str | None, settings: Settings) -> str:
    """Return the option, else FACTCHECK_USER or the configuration (merged in the settings), else the login name.

    One blank for any white space and one form of each letter (NFKC: "ＢＯＢ" is "BOB"), so that nobody is two people;
    letters of one script that are all seen, so that nobody signs with a name that only looks like another's (see
    `store.Transaction.append`, too).

    Raises:
        InputError: it is no name that a person can have here.
        StateError: nobody is named, and the system knows no login name.
    """
    try:
        named = given or settings.values.user or getpass.getuser()
    except (OSError, KeyError) as error:
        raise StateError("cannot tell who you are", hint=HINT) from error
    return checked_name(named)


def checked_name(named: str) -> str:
    """Return a person's name as the log has it; see `user_named`.

    Raises:
        InputError: it is no name that a person can have here.
    """
    name = " ".join(unicodedata.normalize("NFKC", named).split())
    if name.casefold() == MACHINE:
        raise InputError("is the name of machine runs in the log", hint="name yourself with --user", subject=named)
    if not name or not name.isprintable():
        raise InputError("is no name for a user", hint=HINT, subject=repr(named))
    if blank := unseen(name):
        told = f"is no name for a user: it has a character that nobody sees (U+{ord(blank):04X})"
        raise InputError(told, hint=HINT, subject=ascii(named))
    if len(scripts := scripts_of(name)) > 1:
        mixed = " and ".join(sorted(script.capitalize() for script in scripts))
        raise InputError(
            f"is no name for a user: it mixes letters that look alike ({mixed})",
            hint=f"{HINT}, in letters of one script",
            subject=ascii(named),
        )
    return name


def passphrase_set(path: Path) -> str:
    """Return the passphrase that the environment has.

    Raises:
        InputError: it has none, and nobody can be asked.
    """
    if PASSPHRASE not in os.environ:
        raise InputError("has a passphrase, and none was given", hint=f"set {PASSPHRASE}", subject=str(path))
    return os.environ[PASSPHRASE]
