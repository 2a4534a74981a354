"""How a database is named: a file, an SQLite URL, or the URL of a PostgreSQL database; and how the name is shown.

Reads and opens nothing. A URL may hold a password, which is never shown: not in messages, not in lists of settings.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl

from factcheck.errors import InputError

_POSTGRES = re.compile(r"(?:postgresql|postgres)(?:\+(?P<driver>\w+))?", re.ASCII)
_PARTS = re.compile(
    r"\w[\w+]*://(?:(?P<user>[^:@/?#]*)(?::(?P<password>[^:@/?#]*))?@)?"
    r"(?P<host>(?:\[[0-9A-Fa-f:.]+\]|[^:@/?#\[\]]*)(?::\d{1,5})?)(?:/(?P<name>[^@/?#:]*))?(?:\?(?P<query>[^#@]*))?"
)
"""A character that separates the parts is never part of one: what cannot be told apart could show a password."""

_SECRET = frozenset({"password", "sslpassword"})
_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LIKE = "like sqlite:///team/factcheck.db, or postgresql+psycopg://desk@localhost/factcheck"
_NAMED = f"name a file, or a URL {_LIKE}"


def database_named(named: Path | str, folder: Path | None = None) -> Path | str:
    """Return the file of an SQLite database, or the URL of a PostgreSQL database as it is opened.

    `folder`: where a relative path begins, if not in the current folder.

    Raises:
        InputError: it is a URL of another kind, or cannot be read; the message has no part of it.
    """
    scheme, separator, rest = str(named).partition("://")
    if not separator:
        return (folder or Path()) / named
    if scheme == "sqlite":
        if not rest.removeprefix("/"):
            raise InputError("this URL names no file", hint=_NAMED, subject="db")
        return (folder or Path()) / rest.removeprefix("/")
    kind = _POSTGRES.fullmatch(scheme)
    if kind is None or kind["driver"] not in (None, "psycopg"):
        what = ascii(scheme) if re.fullmatch(r"[\w+.-]{1,40}", scheme, re.ASCII) else "this URL names"
        raise InputError(f"databases of the kind {what} cannot be used", hint=_NAMED, subject="db")
    url = f"postgresql+psycopg://{rest}"
    if _ODD.search(url) or not _PARTS.fullmatch(url):
        raise InputError(
            "this is no URL of a PostgreSQL database",
            hint=f"{_LIKE}; in a name or a password write @ as %40, : as %3A, / as %2F, ? as %3F and # as %23",
            subject="db",
        )
    return url


def shown(named: Path | str) -> str:
    """Return a database as it may be shown: its path, or its URL with user, host and name alone."""
    text = str(named)
    scheme, separator, _ = text.partition("://")
    if not separator or scheme == "sqlite":
        return text
    found = _PARTS.fullmatch(text)
    if found is None:
        return "postgresql://..."
    user = f"{found['user']}@" if found["user"] else ""
    host = found["host"] or dict(parse_qsl(found["query"] or "")).get("host", "")
    return f"postgresql://{user}{host}/{found['name'] or ''}"


def repeated(named: str) -> str:
    """Return a database as a command that is shown may name it again: with all that leads to it but a password."""
    try:
        return without_password(named) if "://" in named else named
    except InputError:
        return shown(named)


def without_password(named: str) -> str:
    """Return a database as a configuration may name it: with all that leads to it but a password.

    Raises:
        InputError: it cannot be used.
    """
    database = database_named(named)
    if isinstance(database, Path):
        return str(database.absolute())
    found = _PARTS.fullmatch(database)
    assert found  # noqa: S101 - `database_named` has read it
    user = f"{found['user']}@" if found["user"] else ""
    kept = [one for one in (found["query"] or "").split("&") if one and one.partition("=")[0] not in _SECRET]
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"postgresql+psycopg://{user}{found['host']}/{found['name'] or ''}{query}"
