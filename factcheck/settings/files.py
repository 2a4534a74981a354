"""The files that a workspace is configured by, and the line of a key in one of them."""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import SettingsError
from factcheck.files import NEVER_ENDS, may_never_end

WORKSPACE_FILE = "factcheck.toml"
CONFIG = "config"
KEYS_FILE = "keys.toml"
SHIPPED_FILES = (WORKSPACE_FILE, "ratings.toml", "sources.toml", "workflow.toml", KEYS_FILE)
OWN_FILES = (*(f"{CONFIG}/{name}" for name in SHIPPED_FILES[1:]), WORKSPACE_FILE)
"""What a workspace may have of its own, by its name in it; what comes later wins."""

Tree = dict[str, Any]

_TABLE = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<name>[\w\-.\"' ]+?)\s*=")


def shipped_folder() -> Path:
    """The folder of the shipped defaults: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / CONFIG
    return installed if installed.is_dir() else package.parent / CONFIG


def own_files(workspace: Path) -> list[Path]:
    """Return the files that a workspace is configured by, by absolute paths: no origin looks like a shipped file.

    The shipped ones, which lie so in a checkout of factcheck, are not its own.
    """
    named = (workspace.absolute() / name for name in OWN_FILES)
    return [path for path in named if path.exists() and path.parent.resolve() != shipped_folder().resolve()]


def read_toml(path: Path) -> Tree:
    """Read a file of the configuration.

    Raises:
        SettingsError: it cannot be read, or is not TOML.
    """
    if may_never_end(path):
        raise SettingsError(NEVER_ENDS, hint="make it a file, or remove it", subject=str(path))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        hint = "make it a file that you may read, or remove it"
        raise SettingsError(f"cannot be read: {error.strerror}", hint=hint, subject=str(path)) from error
    except UnicodeDecodeError as error:
        raise SettingsError("is not UTF-8", hint="save it as UTF-8", subject=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"is not TOML: {error}", hint="mend the line it names", subject=str(path)) from error


def read_shipped(name: str) -> Tree:
    """Return what a shipped file says, for the caller to change.

    It is read once: to read them all takes a third of the time in which a workspace is opened, and a workbench opens
    its own again and again.

    Raises:
        SettingsError: it cannot be read.
    """
    return deepcopy(_shipped(name))


@cache
def _shipped(name: str) -> Tree:
    return read_toml(shipped_folder() / name)


def line_of(key: str, path: Path) -> int:
    """Return the line, counted from 1, that sets a dotted key in a file of the configuration; 0 if none is found."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # a line is told where there is one; the file is named in any case
        return 0
    table = ""
    for number, line in enumerate(lines, start=1):
        if header := _TABLE.fullmatch(line):
            table = f"{_bare(header['name'])}."
        elif (found := _KEY.match(line)) and f"{table}{_bare(found['name'])}" == key:
            return number
    return 0


def _bare(name: str) -> str:
    """Return a dotted name without quotation marks and blanks."""
    return ".".join(part.strip(" \t\"'") for part in name.split("."))
