"""Moving a workspace's database to another place or kind: from a file to a team's server, and back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.databases import database_named
from factcheck.errors import NoWorkspaceError
from factcheck.store import Store
from factcheck.workbench.opening import DATABASE, check_encodable, make_folder

if TYPE_CHECKING:
    from factcheck.store.copying import Copied


def copy_database(here: str, there: str) -> Copied:
    """Copy the database `here` (a workspace, a file or a URL) to the one `there`, which is made if need be.

    Raises:
        NoWorkspaceError: there is no database here.
        InputError: one of them cannot be used.
        StateError: the one there is not empty, the log here does not verify, or one of them cannot be reached.
    """
    from factcheck.store.copying import copy_all

    source = database_named(here)
    if isinstance(source, Path):
        source = source / DATABASE if source.is_dir() else source
        if not source.is_file():
            raise NoWorkspaceError("there is no database here", hint="name a file that there is", subject=str(source))
    target = database_named(there)
    if isinstance(target, Path):
        check_encodable(target)
        make_folder(target.parent)
    with closing(Store(source, create=False)) as one, closing(Store(target)) as other:
        return copy_all(one, other)
