"""What became of the documents that evidence was copied from, and how they are marked now; evidence keeps its copy.

The documents are asked in plain SQL, over the tables of `corpus/schema.py`: importing that room takes 0.3 s, which a
list of claims cannot afford. A test holds the two together.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain import Sensitivity, Source, SourceNow, SourceState
from factcheck.sqlite import connect
from factcheck.store.sqlite_file import faults_told
from factcheck.text.addresses import file_key, path_parts, url_key
from factcheck.text.retractions import is_retracted

if TYPE_CHECKING:
    from factcheck.corpus.documents import DocumentStore

SCHEMA = 14
"""The version of the corpus whose tables say which documents are gone; opening one that is older brings it to this."""


def became(documents: Path, copied: Iterable[Source], vanished: Collection[str] = ()) -> Mapping[str, SourceNow]:
    """Return which sources (ids) changed or are gone since evidence copied them, by the document store at a path.

    `vanished`: the documents (ids) of pages that are gone from the web; where one took a source's place, that is gone.

    Empty where there is no such store: nothing is there to be held against. A source stands as long as a document with
    its text is found. A store of an earlier version is brought to this one first.

    Raises:
        StateError: the store is locked, damaged, of a newer version, or cannot be read.
    """
    wanted = {source.id: source for source in copied}
    if not wanted or not documents.is_file():
        return {}
    with faults_told(documents), closing(connect(documents)) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            _brought_up(documents).close()
        sql = "SELECT id FROM document WHERE NOT gone AND id IN (SELECT value FROM json_each(?))"
        there = {row[0] for row in db.execute(sql, (json.dumps(sorted(wanted)),))}
        lost = {name: _state(db, source, vanished) for name, source in wanted.items() if name not in there}
    return {name: state for name, state in lost.items() if state}


def read_marks(documents: Path) -> Mapping[str, Sensitivity]:
    """Return the documents (ids) that are not open, by the document store at a path; none if there is no store.

    Raises:
        StateError: the store is locked, damaged, or cannot be read.
    """
    if not documents.is_file():
        return {}
    with faults_told(documents), closing(connect(documents)) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
            found = db.execute("SELECT id, sensitivity FROM document WHERE sensitivity <> 'open'")
            return {name: Sensitivity(mark) for name, mark in found}
    return _marks_of_another_version(documents)


def _marks_of_another_version(documents: Path) -> Mapping[str, Sensitivity]:
    store = _brought_up(documents)
    try:
        return store.restricted()
    finally:
        store.close()


def _brought_up(documents: Path) -> DocumentStore:
    from factcheck.corpus.documents import DocumentStore

    return DocumentStore(documents)


def _state(db: sqlite3.Connection, source: Source, vanished: Collection[str]) -> SourceNow | None:
    """Tell what became of a source whose own document is not found; None: another one there has its text."""
    keys = [key for key in (file_key(source.path), url_key(source.url)) if key]
    sql = (
        "SELECT json_extract(source, '$.path'), json_extract(source, '$.url'), json_extract(source, '$.digest'), id,"
        " json_extract(source, '$.title') FROM document WHERE NOT gone AND number IN"
        " (SELECT document FROM name WHERE key IN (SELECT value FROM json_each(?)))"
    )
    instead = [row for row in db.execute(sql, (json.dumps(keys),)) if _same_place(source, row[0], row[1])]
    if all(name in vanished for *_, name, _ in instead):
        return SourceNow(state=SourceState.GONE)
    retracted = any(is_retracted(title or "") for *_, title in instead) and not is_retracted(source.title)
    if not retracted and any(digest == source.digest for _, _, digest, *_ in instead):
        return None
    return SourceNow(
        state=SourceState.RETRACTED if retracted else SourceState.CHANGED,
        instead=" ".join(sorted({str(digest) for _, _, digest, *_ in instead})),
        documents=tuple(sorted(name for *_, name, _ in instead)),
    )


def _same_place(source: Source, path: str | None, url: str | None) -> bool:
    """Tell whether a document stands where the source stood; a path may have been named from another folder."""
    ours, theirs = path_parts(source.path), path_parts(path or "")
    shared = min(len(ours), len(theirs))
    return bool(shared and ours[-shared:] == theirs[-shared:]) or bool(source.url and source.url == url)
