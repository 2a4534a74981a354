"""The one tree of errors. Each says what happened, where, and what to do, in the same words on every face.

FactcheckError                exit 3
├── InputError                something that was handed in cannot be used (a file, a date, a claim number)
├── StateError                the workspace is not in a state to do this
│   ├── NoWorkspaceError      there is none here
│   ├── BusyError             another process holds it
│   ├── ConflictError         somebody else changed this since it was displayed; nothing is lost
│   └── StorageError          the disk or the database failed
│       └── LostError         the database is not the file that was opened: deleted, or replaced by another
├── FetchError                a page could not be fetched: no answer, a broken one, or more than the limits allow
│   └── RefusedError          this address is never asked: not http(s), not public, or not for pages
│       └── ElsewhereError    a page redirects to a host that nobody agreed to ask
├── GuardError                the review workflow does not allow this step
└── SettingsError             a configuration value is unknown or of the wrong type
UsageError                    exit 2: the command line itself is wrong
"""

from __future__ import annotations

EXIT_DONE = 0
EXIT_FOUND = 1  # what `--fail-on` or a verification asked about was found
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_FAULT = 70  # sysexits.h EX_SOFTWARE
EXIT_INTERRUPTED = 130  # 128 + SIGINT


class FactcheckError(Exception):
    """A foreseeable fault. `subject` is where (a path, a key, a claim), `hint` what to do about it."""

    exit_code = EXIT_INPUT

    def __init__(self, message: str, *, hint: str = "", subject: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.subject = subject

    def __str__(self) -> str:
        where = f"{self.subject}: " if self.subject else ""
        what_to_do = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{what_to_do}"


class InputError(FactcheckError):
    """Something that was handed in cannot be used."""


class StateError(FactcheckError):
    """The workspace is not in a state to do this."""


class NoWorkspaceError(StateError):
    """There is no workspace where one was looked for."""


class BusyError(StateError):
    """Another process holds the workspace or its corpus."""


class ConflictError(StateError):
    """Somebody else changed this since it was displayed."""


class StorageError(StateError):
    """The disk or the database failed."""


class LostError(StorageError):
    """The database was deleted, or replaced by another, since it was opened."""


class FetchError(FactcheckError):
    """A page could not be fetched."""


class RefusedError(FetchError):
    """An address that is never asked."""


class ElsewhereError(RefusedError):
    """A page redirects to `host` (ASCII), which nobody agreed to ask."""

    def __init__(self, message: str, *, host: str, hint: str = "", subject: str = "") -> None:
        super().__init__(message, hint=hint, subject=subject)
        self.host = host


class GuardError(FactcheckError):
    """The review workflow does not allow this step."""


class SettingsError(FactcheckError):
    """A configuration value is unknown or of the wrong type."""


class UsageError(FactcheckError):
    """The command line itself is wrong."""

    exit_code = EXIT_USAGE
