"""The tables of the document store, and how those of older versions become them.

The texts stand apart from what is said of them, so that listing, counting and marking need not read the texts.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import msgspec

from factcheck.corpus.kin import Kin
from factcheck.corpus.naming import keys_of, keys_of_path, label_of
from factcheck.corpus.origins import Sketch, sketch
from factcheck.corpus.preparing import sketch_of
from factcheck.corpus.records import encodable
from factcheck.corpus.summaries import is_summary
from factcheck.corpus.tables import is_table
from factcheck.domain import FEED_SUMMARY, Document, Marker, Sensitivity, Source
from factcheck.errors import StateError

_FIRST = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    sketch INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX document_pending ON document (number) WHERE indexed = 0;
CREATE TABLE gram (hash INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (hash, document)) WITHOUT ROWID;
CREATE TABLE problem (path TEXT NOT NULL, reason TEXT NOT NULL, remedy TEXT NOT NULL, PRIMARY KEY (path, reason))
"""
_NAMES = """
CREATE TABLE name (key TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE VIRTUAL TABLE label USING fts5 (words, tokenize = "porter unicode61 remove_diacritics 2")
"""
_PLACES = """
ALTER TABLE document RENAME TO former;
DROP INDEX document_pending;
CREATE TABLE document (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT '',
    sensitivity TEXT NOT NULL DEFAULT 'open',
    gone INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL
);
CREATE INDEX document_marked ON document (number) WHERE scope <> '' OR sensitivity <> 'open' OR gone;
CREATE TABLE text (document INTEGER PRIMARY KEY, text TEXT NOT NULL, markers TEXT NOT NULL DEFAULT '[]');
CREATE TABLE sketch (document INTEGER PRIMARY KEY, grams BLOB NOT NULL);
CREATE TABLE pending (document INTEGER PRIMARY KEY);
CREATE TABLE removed (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE file (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, gone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE place (
    file INTEGER NOT NULL, document INTEGER NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (file, document)
) WITHOUT ROWID;
CREATE INDEX place_document ON place (document);
CREATE TABLE run (number INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO document (number, id, origin, source) SELECT number, id, origin, source FROM former;
INSERT INTO text (document, text) SELECT number, text FROM former;
INSERT INTO pending SELECT number FROM former WHERE indexed = 0;
DROP TABLE former;
DROP TABLE gram;
CREATE TABLE gram (hash INTEGER NOT NULL, holder INTEGER NOT NULL, PRIMARY KEY (hash, holder)) WITHOUT ROWID
"""
_TABLES = ""
_KEYS = "DELETE FROM gram WHERE (hash >> 20) % 2"
_LOOKED_UP = """
CREATE INDEX document_origin ON document (origin);
ALTER TABLE document ADD COLUMN record TEXT NOT NULL DEFAULT '';
CREATE TABLE figures (document INTEGER PRIMARY KEY);
CREATE TABLE spelling (key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID
"""
_TOGETHER = """
ALTER TABLE gram RENAME TO former;
CREATE TABLE gram (hash INTEGER PRIMARY KEY, holders BLOB NOT NULL)
"""
_TOLD = """
DROP TABLE former;
ALTER TABLE problem ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN sensitivity TEXT NOT NULL DEFAULT 'open'
"""
_SHOWN = """
ALTER TABLE place ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN ruled INTEGER NOT NULL DEFAULT 0
"""
_SUMMARIES = "CREATE TABLE summary (document INTEGER PRIMARY KEY)"
_ALIASES = """
CREATE TABLE alias (id TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_document ON alias (document)
"""
_MARKS = """
ALTER TABLE document ADD COLUMN mark TEXT NOT NULL DEFAULT '';
CREATE INDEX document_mark ON document (number) WHERE mark <> ''
"""
_SAID = """
CREATE TABLE said (place BLOB PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stamp (file INTEGER PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL);
ALTER TABLE problem ADD COLUMN kind TEXT NOT NULL DEFAULT 'unread'
"""
_MINHASH = "DELETE FROM gram; DELETE FROM sketch"
SCHEMAS = (
    *(_FIRST, _NAMES, _PLACES, _TABLES, _KEYS, _LOOKED_UP, _TOGETHER, _TOLD, _SHOWN, _SUMMARIES, _ALIASES, _MARKS),
    *(_SAID, _MINHASH),
)
"""What each version makes of the tables of the one before."""
VERSION = len(SCHEMAS)
"""1: the documents; 2: what a note can name them by; 3: the files they are in, who may see them, what is pending;
4: the same tables, with sketches of tables of figures by their figures; 5: one gram in two is a key, as was meant;
6: origins and tables of figures are looked up by an index, names by how they are spelt; a record has a digest;
7: all holders of a key stand in one row; 8: a problem belongs to somebody, and the former rows of keys are gone;
9: where in a file a document stands that is shown elsewhere, and whether its tier is by the rules (of those that were
there before, nobody knows: they keep theirs until their files are read again); 10: what a feed sums a page up with;
11: the ids that documents would have now whose addresses were kept with their keys; 12: to whom a document belongs and
who may see it has a digest; 13: what was said of how places are read, how each file
stood when it was, what became of what a problem tells of, and names by every place; 14: sketches by a library
(`origins`), which takes the place of what 3 to 7 noted of them."""

TOLD_EACH = 100
"""Documents between two times that it is told how far a fill has come: a tenth of a second."""
NOTED_TOGETHER = 6_000
"""Documents whose new sketches are noted at once, as when documents are added: some 8 MB."""

_SOURCE = msgspec.json.Decoder(Source)
_MARKERS = msgspec.json.Decoder(tuple[Marker, ...])


def is_current(db: sqlite3.Connection, where: str) -> bool:
    """Tell whether a database has these tables.

    Raises:
        StateError: it has those of a newer version.
    """
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StateError(
            "the corpus was made by a newer factcheck",
            hint="upgrade factcheck: pip install -U factcheck-workbench",
            subject=where,
        )
    return bool(version == VERSION)


Told = Callable[[int], object]
"""Hears how many documents were read so far."""


def upgrade(db: sqlite3.Connection, told: Told = int) -> None:
    """Give a database the tables of this version, within the transaction that is open.

    `told`: hears it now and then where each text is read, as when all are sketched anew.
    """
    done = db.execute("PRAGMA user_version").fetchone()[0]
    for version in range(done, VERSION):
        for statement in SCHEMAS[version].split(";"):
            db.execute(statement)
        if done and version + 1 in _FILLED:
            _FILLED[version + 1](db, told)
    db.execute(f"PRAGMA user_version = {VERSION}")


def add_names(db: sqlite3.Connection, sources: Iterable[tuple[int, Source]]) -> None:
    """Note what documents (by number) can be named by."""
    known = list(sources)
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted((key, at) for at, one in known for key in keys_of(one)))
    db.executemany("INSERT INTO label (rowid, words) VALUES (?, ?)", ((at, label_of(one)) for at, one in known))


def _fill_names(db: sqlite3.Connection, _: Told) -> None:
    for number, record in db.execute("SELECT number, source FROM document").fetchall():
        add_names(db, [(number, _SOURCE.decode(record))])


def _fill_sketches(db: sqlite3.Connection, told: Told) -> None:
    """Note the sketches, which are made in another way than before; every origin stays what it was."""
    kin = Kin(db)
    sql = f"SELECT number, {READABLE}, text FROM document JOIN text ON document = number ORDER BY number"  # noqa: S608 - ours
    sketches = _told_of(db.execute(sql), told)
    while batch := list(islice(sketches, NOTED_TOGETHER)):
        kin.note(batch)


def _told_of(rows: Iterable[tuple[int, str, str]], told: Told) -> Iterator[tuple[int, Sketch]]:
    for done, (number, record, text) in enumerate(rows, 1):
        yield number, _sketch_as_kept(record, text)
        if done % TOLD_EACH == 0:
            told(done)


def _sketch_as_kept(record: str, text: str) -> Sketch:
    source = decoded(record)
    return sketch_of(Document(source=source, text=text)) if source else sketch(text)


READABLE = "iif(json_valid(source), source, '{}')"
"""In SQL, the record of a document; an empty one where it is damaged, so that it stops no question about all."""


def decoded(record: str | bytes) -> Source | None:
    """Return what a record says; None: it is damaged."""
    try:
        return _SOURCE.decode(record)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def record_digest(identifier: str, source: str, markers: str) -> str:
    """Return the digest of what is said of a document, by which damage to it is noticed."""
    return hashlib.sha256(f"{identifier}\n{source}\n{markers}".encode()).hexdigest()


def mark_digest(identifier: str, scope: str, sensitivity: str) -> str:
    """Return the digest of to whom a document belongs and who may see it; "" where it is for all to see."""
    if not scope and sensitivity == Sensitivity.OPEN:
        return ""
    return hashlib.sha256(f"{identifier}\n{scope}\n{sensitivity}".encode()).hexdigest()


def _fill_marks(db: sqlite3.Connection, _: Told) -> None:
    """Note the digests of what is said of those that are not for all to see: that of the others is nothing."""
    sql = "SELECT number, id, scope, sensitivity FROM document WHERE scope <> '' OR sensitivity <> 'open' OR gone"
    marked = [(mark_digest(*said), number) for number, *said in db.execute(sql)]
    db.executemany("UPDATE document SET mark = ? WHERE number = ?", marked)


def _fill_figures(db: sqlite3.Connection, _: Told) -> None:
    """Note which documents are tables of figures, and the digests of the records.

    Spellings are noted when the index, which is of an older format, is built anew.
    """
    sql = "SELECT number, id, source, markers FROM document JOIN text ON document = number"
    for number, identifier, record, markers in db.execute(sql).fetchall():
        digest = record_digest(identifier, record, markers)
        db.execute("UPDATE document SET record = ? WHERE number = ?", (digest, number))
        if is_table(_SOURCE.decode(record)):
            db.execute("INSERT INTO figures VALUES (?)", (number,))


def _fill_shown(db: sqlite3.Connection, _: Told) -> None:
    """Note of the files that hold a document which is shown elsewhere that they do; where in them was not kept."""
    sql = "SELECT file, document, file.path, source ->> 'path' FROM place JOIN file ON file.number = file"
    rows = db.execute(f"{sql} JOIN document ON document.number = document").fetchall()
    named = ((encodable(os.fsdecode(name)), file, document, shown) for file, document, name, shown in rows)
    others = [(name, file, document) for name, file, document, shown in named if not _stands_in(shown, name)]
    db.executemany("UPDATE place SET path = ? WHERE file = ? AND document = ?", others)


def _stands_in(shown: str, name: str) -> bool:
    """Tell whether a path, which may be relative to any folder, is that of a file or of something in it."""
    ways = [shown, *(shown[: found.start()] for found in re.finditer("[!#]", shown))]
    return any(f"/{name}".endswith(os.path.normpath(f"/{way}")) for way in ways)


def _fill_summaries(db: sqlite3.Connection, _: Told) -> None:
    """Note which documents are what a feed sums a page up with: entries are records of a file, and marked as such."""
    sql = "SELECT number, markers FROM document JOIN text ON document = number"
    marked = db.execute(f"{sql} WHERE instr(source, '#') AND instr(markers, ?)", (FEED_SUMMARY,)).fetchall()
    found = ((number,) for number, markers in marked if is_summary(_MARKERS.decode(markers)))
    db.executemany("INSERT INTO summary VALUES (?)", found)


def _fill_named(db: sqlite3.Connection, _: Told) -> None:
    """Note the names of the files that hold a document which is shown elsewhere."""
    rows = db.execute("SELECT document, path FROM place WHERE path <> ''").fetchall()
    named = ((key, document) for document, path in rows for key in keys_of_path(path))
    db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", named)


_FILLED: dict[int, Callable[[sqlite3.Connection, Told], None]] = {
    2: _fill_names,
    6: _fill_figures,
    9: _fill_shown,
    10: _fill_summaries,
    12: _fill_marks,
    13: _fill_named,
    14: _fill_sketches,
}
"""What the tables that a version brought are filled with, from the documents that were there before."""
