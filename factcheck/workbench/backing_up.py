"""A whole workspace in one file, made while people work.

In it: the database as one state of it (an SQLite file, whichever kind it is kept in), the documents of the corpus as
one state of theirs, the pages kept as received, the configuration. Not in it: the index, which is made anew; keys and
passwords; files that were brought as evidence from outside the workspace, of which the database has digest and words.
The database is read first: what its events name was kept before they were.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from sqlite3 import connect as new_file
from typing import IO, TYPE_CHECKING
from zlib import error as PackingError  # noqa: N812 - it is one

from factcheck import __version__
from factcheck.errors import InputError, StateError, StorageError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.settings.files import OWN_FILES
from factcheck.sqlite import connect
from factcheck.store import Store
from factcheck.store.encoding import decode
from factcheck.store.log import timestamp
from factcheck.store.sqlite_file import faults_told
from factcheck.workbench.opening import CORPUS, DATABASE
from factcheck.workbench.snapshots import FOLDER
from factcheck.workbench.standing import DOCUMENTS

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

MANIFEST = "manifest.json"
FORMAT, VERSION = "factcheck backup", 1
ARCHIVE = f"{CORPUS}/{DOCUMENTS}"
PIECE = 1024 * 1024
"""Bytes read at once."""
LARGEST_MANIFEST = 256 * 1024 * 1024
"""Bytes; of a million pages it has some 180 million."""
_NAME = re.compile(
    rf"{DATABASE}|{'|'.join(OWN_FILES)}|{ARCHIVE}|{FOLDER}(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+".replace(".db", r"\.db")
)
"""What may stand in a backup: nothing climbs out of the workspace, and nothing else in it is written."""
_DATABASE_SET = re.compile(r"^[ \t]*db[ \t]*=.*$", re.MULTILINE)
_PACKED = ".gz"
_NAME_ONE = "name a file that `factcheck backup` wrote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup says of itself. `files`: SHA-256 of each part by its name; `rows`: of each table."""

    made_at: str
    made_by: str
    factcheck: str
    events: int
    head: str
    rows: Mapping[str, int]
    files: Mapping[str, str]
    format: str = FORMAT
    version: int = VERSION


def back_up(bench: Workbench, into: IO[bytes]) -> Backup:
    """Write a backup of a workspace; others go on working.

    Raises:
        StateError: the log does not verify, or the configuration cannot be kept without its password.
        StorageError: the database or a document cannot be read.
    """
    from factcheck.store.copying import copy_all

    with tempfile.TemporaryDirectory(prefix="factcheck-backup-") as scratch:
        with closing(Store(Path(scratch) / DATABASE)) as copy:
            copied = copy_all(bench.store, copy)
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            files = dict(_packed(archive, *part) for part in _parts(bench, Path(scratch)) if part[1].is_file())
            made = Backup(
                made_at=timestamp(bench.now()),
                made_by=bench.user,
                factcheck=__version__,
                events=copied.events,
                head=copied.head,
                rows=copied.rows,
                files=files,
            )
            archive.writestr(MANIFEST, json.dumps(asdict(made), indent=1))
    return made


def _parts(bench: Workbench, scratch: Path) -> Iterator[tuple[str, Path]]:
    """Yield each part by its name in the workspace, and the file that it is read from."""
    yield DATABASE, scratch / DATABASE
    for name in OWN_FILES:
        if (bench.workspace / name).is_file():
            yield name, _without_database(bench.workspace / name, scratch / Path(name).name)
    if (bench.workspace / ARCHIVE).is_file():
        yield ARCHIVE, _one_state(bench.workspace / ARCHIVE, scratch / DOCUMENTS)
    for path in sorted((bench.workspace / FOLDER).rglob("*")):
        name = path.relative_to(bench.workspace).as_posix()
        if _NAME.fullmatch(name):  # what is half written has another
            yield name, path


def _without_database(path: Path, copy: Path) -> Path:
    """Copy the configuration without its database: it may hold a password, and a copy belongs to another database."""
    text = without_database(path)
    if tomllib.loads(text).get("db"):
        hint = 'write it as one line of its own: db = "..."'
        raise StateError("its db cannot be left out of the backup", hint=hint, subject=str(path))
    copy.write_text(text, encoding="utf-8")
    return copy


def without_database(path: Path) -> str:
    """Return what a configuration says beside its database."""
    return _DATABASE_SET.sub("# db = (left out of the backup)", path.read_text(encoding="utf-8"))


def _one_state(path: Path, copy: Path) -> Path:
    """Copy an SQLite file as one state of it, whoever writes to it."""
    with faults_told(path), closing(connect(path)) as source, closing(new_file(copy)) as target:
        source.backup(target)
    return copy


def _packed(archive: zipfile.ZipFile, name: str, path: Path) -> tuple[str, str]:
    """Write a part; return its name and SHA-256."""
    digest = hashlib.sha256()
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    with path.open("rb") as file, archive.open(info, "w", force_zip64=True) as part:
        while piece := file.read(PIECE):
            digest.update(piece)
            part.write(piece)
    return name, digest.hexdigest()


@contextmanager
def opened_backup(path: Path) -> Iterator[tuple[Backup, zipfile.ZipFile]]:
    """Open a backup, each part held against its digest before any is used.

    Raises:
        InputError: it is none, of a newer kind, or not as it was made.
    """
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint=_NAME_ONE, subject=str(path))
    with _damage_told(path):
        archive = zipfile.ZipFile(path)
    with archive:
        with _damage_told(path):
            found = _manifest(archive, path)
            _check_parts(found, archive, path)
        yield found, archive


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=_NAME_ONE, subject=str(path)) from error
    except (zipfile.BadZipFile, PackingError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("is damaged, or no backup", hint=_NAME_ONE, subject=str(path)) from error


def _manifest(archive: zipfile.ZipFile, path: Path) -> Backup:
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise InputError("is no backup", hint=_NAME_ONE, subject=str(path))
    try:
        found: Backup = decode(Backup, archive.read(MANIFEST).decode())
    except (StorageError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("is no backup", hint=_NAME_ONE, subject=str(path)) from error
    if found.format != FORMAT or found.version > VERSION:
        known = f"is of a kind that this program does not know ({found.format!r}, version {found.version})"
        raise InputError(known, hint="upgrade factcheck: pip install -U factcheck-workbench", subject=str(path))
    return found


def _check_parts(found: Backup, archive: zipfile.ZipFile, path: Path) -> None:
    """Hold every part against the manifest.

    Raises:
        InputError: one is missing, too many, altered, or of a name that no backup has.
    """
    names = [name for name in archive.namelist() if name != MANIFEST]
    if DATABASE not in found.files or sorted(names) != sorted(found.files):
        raise InputError("its parts are not those of its manifest", hint="take another backup", subject=str(path))
    for name in names:
        if not _NAME.fullmatch(name):
            raise InputError(f"has a part of a name that no backup has: {name!r}", subject=str(path))
        with archive.open(name) as part:
            if digest_of_file(part) != found.files[name]:
                what = f"its part {name} is not what was written"
                raise InputError(what, hint="take another backup", subject=str(path))


def digest_of_file(file: IO[bytes]) -> str:
    """Return the SHA-256 of what is left to read."""
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
