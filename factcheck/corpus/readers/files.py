"""Which files a path stands for: the file itself, or all below a folder. What is not read of them is a `Problem`.

A link below a folder is followed only to a file in it: elsewhere may lie what nobody meant to add, or the folder
itself. Who wants it names it. What a workspace keeps of its own there is no source: its database, corpus and
snapshots, and what somebody began to write there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.domain import Problem, ProblemKind
from factcheck.errors import InputError

RIGHTS = "make it readable for you, or leave it out"
_NAME_IT = "name it itself to add it"
_CORPUS = Path("corpus", "documents.db")
"""What tells that a folder is a workspace: it has a corpus."""
_OWN_FOLDERS = frozenset(["corpus", "snapshots", "begun"])
_OWN_DATABASE = "factcheck.db"
_OF_THE_SYSTEM = frozenset(["thumbs.db", "ehthumbs.db", "desktop.ini"])
_LOCK = "~$"
"""What begins the name of the file by which an office program locks a document."""
_OF_PAGES = frozenset([".js", ".mjs", ".css", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".lnk"])
"""What browsers save beside a page, and links of a desktop."""


def check_path(path: Path) -> None:
    """Refuse a path that does not exist or cannot be looked at.

    Raises:
        InputError: says which.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError("there is no such file or folder", hint="check the path", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=RIGHTS, subject=str(path)) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is no path", hint="check the path", subject=repr(str(path))) from error


def list_files(path: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Yield the files below a path, in the order of names, those that are not read with the reason."""
    if not path.is_dir():
        yield path, _unread(path)
        return
    top = Path(os.path.realpath(path))
    failed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=failed.append):
        own = _own(Path(folder), [*folders, *names])
        passed = [name for name in folders if name in own or name.startswith(".") or os.path.islink(Path(folder, name))]  # noqa: PTH114 - is_symlink() fails on a long path
        folders[:] = sorted(set(folders).difference(passed))
        for name in sorted({*names, *passed} - own):
            file = Path(folder, name)
            yield file, _passed(file, top)
        if own:
            kept = ", ".join(sorted(own))
            reason = f"is a workspace, whose own {kept} are no sources"
            yield Path(folder), _passed_over(Path(folder), reason, "nothing to do: the rest is read")
    for error in failed:
        yield Path(error.filename), _refused(Path(error.filename), error)


def _passed(file: Path, top: Path) -> Problem | None:
    """Tell why a file below `top` is not read."""
    try:
        return _hidden(file) or _led_away(file, top) or _unread(file)
    except OSError as error:
        return _refused(file, error)


def _refused(path: Path, error: OSError) -> Problem:
    remedy = "move it to a shorter path, and add it there" if error.errno == errno.ENAMETOOLONG else RIGHTS
    return Problem(path=str(path), reason=f"cannot be read: {error.strerror}", remedy=remedy)


def _own(folder: Path, names: list[str]) -> set[str]:
    """Return which names in a folder are what a workspace keeps of its own; none where it is no workspace."""
    if not os.path.isfile(folder / _CORPUS):  # noqa: PTH113 - is_file() fails on a long path
        return set()
    return {name for name in names if name in _OWN_FOLDERS or name.startswith(_OWN_DATABASE)}


def _hidden(file: Path) -> Problem | None:
    """Tell of what is hidden, and of what no person wrote to be read: it is passed over unless it is named."""
    if file.name.startswith("."):
        return _passed_over(file, "is hidden", _NAME_IT)
    if file.name.casefold() in _OF_THE_SYSTEM or file.name.startswith(_LOCK):
        return _passed_over(file, "is a file that a program keeps for itself", _NAME_IT)
    if file.suffix.casefold() in _OF_PAGES:
        return _passed_over(file, f"is no document, but part of a page or program ({file.suffix})", _NAME_IT)
    return None


def _passed_over(file: Path, reason: str, remedy: str) -> Problem:
    return Problem(path=str(file), reason=reason, remedy=remedy, kind=ProblemKind.PASSED_OVER)


def _led_away(file: Path, top: Path) -> Problem | None:
    """Tell of a link that is not followed."""
    if not file.is_symlink() or not file.exists():
        return None
    target = Path(os.path.realpath(file))
    if not target.is_relative_to(top):
        return _passed_over(file, "is a link that leads out of the folder", _NAME_IT)
    if target.is_dir():
        return _passed_over(
            file, "is a link to a folder that is read where it lies", "nothing to do: nothing is read twice"
        )
    return None


def _unread(path: Path) -> Problem | None:
    """Tell of what is no file: a pipe or a device may never end."""
    if path.is_file():
        return None
    if path.is_symlink() and not path.exists():
        return Problem(path=str(path), reason="is a link that leads nowhere", remedy="mend the link, or add the file")
    return Problem(path=str(path), reason="is no regular file", remedy="add a copy of it")
