"""The faults of a PostgreSQL database in our words: what happened, and what to do. No password is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from factcheck.errors import BusyError, InputError, StateError, StorageError

_AGAIN = "nothing was lost; try again"
_LOST = "run it again when the server answers; what was acknowledged before is there"

_BY_CODE: Mapping[str, tuple[type[StateError], str, str]] = {
    "55P03": (BusyError, "the workspace is locked by another process", f"wait for it to end; {_AGAIN}"),
    "40001": (BusyError, "another process wrote at the same time", _AGAIN),
    "40P01": (BusyError, "another process wrote at the same time", _AGAIN),
    "57014": (BusyError, "the server stopped the query: it took too long", _AGAIN),
    "53300": (BusyError, "the server has no connection left", f"wait until others leave; {_AGAIN}"),
    "53100": (StorageError, "the disk of the server is full", "make room there; what was saved before is there"),
    "53200": (StorageError, "the server has no memory left", _LOST),
    "25006": (
        StorageError,
        "cannot be written: the server only lets it be read",
        "name the server that may be written",
    ),
    "42501": (
        StorageError,
        "does not let this user do this",
        "let the owner GRANT it: the database's own words follow",
    ),
    "XX001": (StorageError, "is damaged", "put a backup back (`factcheck restore FILE --force`)"),
    "XX002": (StorageError, "is damaged", "REINDEX it, or put a backup back"),
    "22P02": (StorageError, "a stored row is damaged", "put a backup back (`factcheck restore FILE --force`)"),
    "42P01": (StorageError, "lacks a table", "put a backup back (`factcheck restore FILE --force`)"),
    "42703": (StorageError, "lacks a column", "put a backup back (`factcheck restore FILE --force`)"),
}
"""SQLSTATE -> our error, what happened, what to do. Source: postgresql.org/docs/current/errcodes-appendix.html."""

_REACHING = (
    ("password authentication failed", "the password is wrong, or there is no such user"),
    ("no password supplied", "a password is needed: put it into ~/.pgpass, or set PGPASSWORD"),
    ("no pg_hba.conf entry", "the server does not let this user in from here: see its pg_hba.conf"),
    ("connection refused", "start the server, or name the host and port where it listens"),
    ("does not exist", "create it on the server first, or name another"),
    ("translate host name", "name a host that there is"),
    ("resolve host", "name a host that there is"),
    ("timeout", "see that the server runs and that nothing on the way keeps you from it"),
)
"""What a server or libpq says where it lets nobody in -> what to do. In other languages the hint is a general one."""

_GENERAL = "see that the server runs, and that host, port, user and password are right"


@contextmanager
def told_as_ours(name: str, password: str) -> Iterator[None]:
    """Turn the faults of psycopg, as SQLAlchemy wraps them, into ours. `password` is taken out of their words.

    Raises:
        BusyError: another process holds the lock, or all connections are taken.
        InputError: a text has a character that PostgreSQL cannot keep.
        StorageError: the server cannot be reached, or says what is wrong.
    """
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        reached = error.statement is not None or error.connection_invalidated
        raise _ours(error.orig, name, password, reached=reached) from error


def _ours(error: BaseException | None, name: str, password: str, *, reached: bool) -> StateError | InputError:
    code = getattr(error, "sqlstate", None) or ""
    said = _first_line(error, password)
    if code in _BY_CODE:
        kind, what, hint = _BY_CODE[code]
        return kind(what, hint=hint if kind is BusyError else f"{hint}: {said}", subject=name)
    if "NUL" in said or code in {"22021", "22P05"}:
        return InputError("has a character that PostgreSQL cannot keep (NUL)", hint="take it out", subject=name)
    if code.startswith(("08", "57P")) or (not code and type(error).__name__ == "OperationalError"):
        return _lost(said, name) if reached else _unreachable(said, name)
    return StorageError(f"the database failed: {said}", hint="see `factcheck doctor`", subject=name)


def _lost(said: str, name: str) -> StorageError:
    return StorageError(f"the connection to the server was lost: {said}", hint=_LOST, subject=name)


def _unreachable(said: str, name: str) -> StorageError:
    hint = next((hint for words, hint in _REACHING if words in said.casefold()), _GENERAL)
    return StorageError(f"cannot be reached: {said.removeprefix('connection failed: ')}", hint=hint, subject=name)


def _first_line(error: BaseException | None, password: str) -> str:
    text = str(error or "").strip()
    text = text.replace(password, "***") if password else text
    return " ".join((text.splitlines() or ["it does not say why"])[0].split())
