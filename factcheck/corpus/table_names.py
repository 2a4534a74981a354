"""Which table a person means by a name: its title, its file, its sheet, or the start of its id. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from factcheck.domain import Source
from factcheck.errors import InputError

MOST_NAMED = 5
"""Tables that a message names; `corpus table` lists all."""


def tables_meant(name: str, sources: Iterable[Source]) -> list[Source]:
    """Return the tables that a name fits: all sheets of a file that is named; by the start of an id where none is."""
    known = list(sources)
    wanted = name.strip().casefold()
    found = [one for one in known if wanted and wanted in _names(one)]
    found = found or [one for one in known if wanted and wanted in _file_names(one)]
    return found or [one for one in known if wanted and one.id.startswith(wanted)]


def table_meant(name: str, sources: Iterable[Source]) -> Source:
    """Return the one table that a name fits.

    Raises:
        InputError: none fits, or several do.
    """
    known = list(sources)
    found = tables_meant(name, known)
    if len(found) == 1:
        return found[0]
    if found and len(set(map(_called, found))) == len(found):
        raise InputError(f"{len(found)} tables are called so", hint=f"name one: {_listed(found)}", subject=name)
    if found:
        ids = ", ".join(one.id[:12] for one in found)
        raise InputError(f"{len(found)} tables are called so", hint=f"name one by its id: {ids}", subject=name)
    hint = f"tables here: {_listed(known)}" if known else "`factcheck corpus add` keeps a CSV of figures as a table"
    raise InputError("there is no table of that name", hint=hint, subject=name)


def _listed(sources: list[Source]) -> str:
    more = f" and {len(sources) - MOST_NAMED} more (`factcheck corpus table`)" if len(sources) > MOST_NAMED else ""
    return ", ".join(map(_called, sources[:MOST_NAMED])) + more


def _called(source: Source) -> str:
    return source.title or source.path


def _names(source: Source) -> tuple[str, ...]:
    """Return what one table is called: its title, its file; of a workbook, its sheet."""
    path = PurePath(source.path)
    sheet = path.stem.rpartition("!")[2]
    return tuple(one.casefold() for one in (source.title, path.name, path.stem, sheet) if one)


def _file_names(source: Source) -> tuple[str, ...]:
    """Return what the file is called that holds a table as one of several: the workbook of a sheet, an archive."""
    outer = [PurePath(part) for part in source.path.split("!")[:-1]]
    return tuple(name.casefold() for path in outer for name in (path.name, path.stem))
