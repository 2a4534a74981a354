"""Finding and opening a workspace and its corpus: which folder, which database, what is refused before it is made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.databases import database_named
from factcheck.errors import InputError, NoWorkspaceError, StorageError
from factcheck.settings import ENVIRONMENT, ENVIRONMENT_PREFIX, Settings, load_settings
from factcheck.settings.files import WORKSPACE_FILE
from factcheck.store import Store

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

DATABASE = "factcheck.db"
CORPUS = "corpus"


def opened(folder: Path, db: Path | str | None, *, create: bool) -> tuple[Settings, Store]:
    """Return the settings of a workspace, and its database, open: `db`, the configured one, or the folder's own.

    Raises:
        NoWorkspaceError: there is none, and none is to be made.
        InputError: `db` cannot be used.
        SettingsError: the configuration is wrong.
        StateError: the database is locked, damaged, of a newer version, or on a server that cannot be reached.
    """
    if not create and not db and not _is_there(folder):
        raise _nothing_here(str(folder))
    settings = load_settings(folder, os.environ)
    database = database_of(folder, db, settings)
    if isinstance(database, Path):
        check_encodable(database)
        own = database == folder / DATABASE
        if not create and not _is_file(database):
            raise _nothing_here(str(folder if own else database))
        _check_not_emptied(database, folder)
    if create:
        make_folder(folder)
    if create and isinstance(database, Path):
        make_folder(database.parent)
    return settings, Store(database, create=create)


def corpus_of(bench: Workbench, *, create: bool, article: str) -> Corpus:
    """Open the corpus of a workspace as this desk sees it; see `Workbench.open_corpus`."""
    from factcheck.corpus import Corpus, TierRules
    from factcheck.web.salted import PAGES, Salted
    from factcheck.web.secrets import told_problem

    rules = TierRules(default=bench.settings.default_tier, rules=bench.settings.tier_rules)
    desk = bench.settings.values.desk
    scopes = [f"{kind}:{name}" for kind, name in (("desk", desk), ("article", article)) if name]
    address = Salted(bench.workspace / PAGES, make=create).known_as
    with bench.indexing() as tell:
        return Corpus.open(
            bench.workspace / CORPUS,
            rules=rules,
            create=create,
            scopes=scopes,
            kept=told_problem,
            address=address,
            progress=tell,
        )


def database_of(folder: Path, db: Path | str | None, settings: Settings) -> Path | str:
    """Return the database of a workspace: a file, or the URL of a PostgreSQL database.

    `db` and FACTCHECK_DB begin in the current folder, what stands in `factcheck.toml` in that of the workspace.

    Raises:
        InputError: it cannot be used; the message shows no password.
    """
    if db:
        return database_named(db)
    if configured := settings.values.db:
        from_environment = settings.origin("db").startswith(ENVIRONMENT)
        return database_named(configured, None if from_environment else folder)
    return folder / DATABASE


def _is_there(folder: Path) -> bool:
    """Tell whether a folder may hold a workspace; without a configuration its database is a file in it."""
    configured = f"{ENVIRONMENT_PREFIX}DB" in os.environ or _is_file(folder / WORKSPACE_FILE)
    return configured or _is_file(folder / DATABASE)


def _nothing_here(subject: str) -> NoWorkspaceError:
    return NoWorkspaceError(
        "there is no workspace here",
        hint="`factcheck check ARTICLE` makes one, `factcheck demo` a worked example; or name one with --workspace",
        subject=subject,
    )


def find_workspace(start: Path) -> Path:
    """Return the nearest folder that holds a workspace: `start`, or one above it; else `start` itself."""
    here = start.absolute()
    for folder in (here, *here.parents):
        if _is_file(folder / DATABASE) or _is_file(folder / WORKSPACE_FILE):
            return folder
    return here


def check_encodable(path: Path) -> None:
    """Refuse a path that is not UTF-8: neither the index nor a message could name it.

    Raises:
        InputError: it is not.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise InputError("the name of this folder is not UTF-8", hint="rename it", subject=str(path)) from error


def _is_file(path: Path) -> bool:
    """Tell whether there is such a file.

    Raises:
        StorageError: one may not look.
    """
    try:
        return path.is_file()
    except OSError as error:
        raise StorageError(
            f"cannot be looked at: {error.strerror}", hint="make the workspace readable for you", subject=str(path)
        ) from error


def _check_not_emptied(database: Path, folder: Path) -> None:
    """Refuse an empty database where there was work: a copy that failed must not pass for a fresh workspace.

    Raises:
        StorageError: it is empty, and a corpus or its own write-ahead log stands beside it.
    """
    beside = (folder / CORPUS, database.with_name(f"{database.name}-wal"))
    if _is_file(database) and not database.stat().st_size and any(path.exists() for path in beside):
        raise StorageError(
            "is empty, though there was work in this workspace",
            hint="restore it from a backup, or delete it to begin anew",
            subject=str(database),
        )


def make_folder(folder: Path) -> None:
    """Make the folder of a workspace, where it is not there.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot make the workspace: {error.strerror}", hint="name another with --workspace", subject=str(folder)
        ) from error
