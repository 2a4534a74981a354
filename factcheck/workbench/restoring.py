"""A workspace out of a backup, also while people work: files first, then the whole database as one transaction.

So whoever looks meanwhile sees the old state or the new one, and a restoring that was killed is run again. People who
have the database open are told so when they next write, and write nothing (`Store.transaction`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError, StateError, StorageError
from factcheck.settings.files import WORKSPACE_FILE
from factcheck.sqlite import BUSY_SECONDS, connect
from factcheck.store import Store
from factcheck.store.log import verified
from factcheck.store.sqlite_file import faults_told
from factcheck.workbench.backing_up import ARCHIVE, Backup, digest_of_file, opened_backup, without_database
from factcheck.workbench.opening import CORPUS, DATABASE, opened

if TYPE_CHECKING:
    from factcheck.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of it: events that were there `before`, files written, and files (names) that differ and were kept."""

    backup: Backup
    database: str
    before: int
    written: int
    kept: tuple[str, ...]


def restore(path: Path, folder: Path, db: str | None, *, force: bool = False) -> Restored:
    """Put a backup into a workspace: one that is empty, or with `force` in place of what it holds.

    Raises:
        InputError: the file is no backup, or not as it was made; nothing is written then.
        StateError: the workspace holds something, and `force` is off; or its database cannot be used.
        StorageError: there is not enough room.
    """
    from factcheck.store.copying import copy_all

    with opened_backup(path) as (backup, archive), tempfile.TemporaryDirectory(prefix="factcheck-restore-") as scratch:
        with closing(_database(archive, backup, Path(scratch), path)) as source:
            settings, target = opened(folder, db, create=True)
            with closing(target):
                last = target.last_event()
                _check_room(target, backup, folder, archive, force=force)
                written, kept = _put_files(archive, backup, folder, force=force)
                copy_all(source, target, replacing=True)
                name = target.name
        if ARCHIVE in backup.files and ARCHIVE not in kept:
            _index_anew(folder, settings)
    return Restored(backup=backup, database=name, before=last.seq if last else 0, written=written, kept=tuple(kept))


def _database(archive: zipfile.ZipFile, backup: Backup, scratch: Path, path: Path) -> Store:
    """Unpack and open the database of a backup, brought to this program's version, its log held against the manifest.

    Raises:
        InputError: it is another log than the manifest says.
        StateError: it was made by a newer factcheck.
    """
    archive.extract(DATABASE, scratch)
    store = Store(scratch / DATABASE)
    found = verified(store.log_lines())
    if found.fault or (found.events, found.head) != (backup.events, backup.head):
        store.close()
        what = found.fault or "its log is not the one that its manifest names"
        raise InputError(what, hint="take another backup", subject=str(path))
    return store


def _check_room(target: Store, backup: Backup, folder: Path, archive: zipfile.ZipFile, *, force: bool) -> None:
    from factcheck.store.copying import counts

    last = target.last_event()
    if sum(counts(target).values()) and not force:
        holds = f"{last.seq} events, the last of {last.at:%Y-%m-%d %H:%M} UTC" if last else "rows"
        raise StateError(
            f"is not empty: it holds {holds}; the backup has {backup.events}, and is of {backup.made_at[:16]}",
            hint="--force puts the backup in its place; `factcheck backup` keeps what is there first",
            subject=target.name,
        )
    wanted = sum(info.file_size for info in archive.infolist())
    free = shutil.disk_usage(folder).free
    if wanted > free:
        what = f"there is no room: the backup takes {wanted:,} bytes, {free:,} are free"
        raise StorageError(what, hint="make room and run it again", subject=str(folder))


def _put_files(archive: zipfile.ZipFile, backup: Backup, folder: Path, *, force: bool) -> tuple[int, list[str]]:
    """Write what is not there; what differs is kept, unless `force` replaces it. Return how many, and what was kept.

    A configuration that is there always stays: it names the database that is being restored.
    """
    written, kept = 0, []
    for name, digest in backup.files.items():
        place = folder / name
        if name == DATABASE or (name != ARCHIVE and _is_that(place, digest)):
            continue
        if place.exists() and (not force or name == WORKSPACE_FILE):
            if name != WORKSPACE_FILE or not _says_that(place, digest):
                kept.append(name)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=place.parent) as scratch:
            new = Path(archive.extract(name, scratch))
            if name == ARCHIVE and place.exists():
                _into(new, place)
            else:
                os.replace(new, place)  # noqa: PTH105 - the name is taken at once
        written += 1
    return written, kept


def _is_that(place: Path, digest: str) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return digest_of_file(file) == digest


def _says_that(settings: Path, digest: str) -> bool:
    """Tell whether a configuration says the same beside its database."""
    return hashlib.sha256(without_database(settings).encode()).hexdigest() == digest


def _into(new: Path, place: Path) -> None:
    """Replace what an SQLite file holds, which others may have open."""
    with (
        faults_told(place),
        closing(connect(new)) as source,
        closing(sqlite3.connect(place, timeout=BUSY_SECONDS)) as target,
    ):
        source.backup(target)


def _index_anew(folder: Path, settings: Settings) -> None:
    """Make the index of the documents that were restored; one of other documents may be there."""
    from factcheck.corpus import Corpus, TierRules

    there = (folder / CORPUS / "index").exists()
    rules = TierRules(default=settings.default_tier, rules=settings.tier_rules)
    with Corpus.open(folder / CORPUS, rules=rules) as corpus:
        if there:
            corpus.rebuild()
