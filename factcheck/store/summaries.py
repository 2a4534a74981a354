"""Which documents of the corpus are what a feed sums a page up with: told wherever they are listed.

Where the page itself is there, too, the two are one origin, and the page stands for it (`matching.sifting`). Asked in
plain SQL, as `standing` does: every list of claims asks.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path

from factcheck.sqlite import connect
from factcheck.store.sqlite_file import faults_told
from factcheck.store.standing import SCHEMA
from factcheck.text.addresses import url_key

ALONE = "summary from a feed, page not fetched"
BESIDE_PAGE = "summary from a feed; its page is a source, too"
_MOST = 20
"""Documents at the address of a summary that are looked at: other entries of its feed may give the same one."""


def read_summaries(documents: Path, ids: Collection[str] | None = None) -> Mapping[str, str]:
    """Return what is said of the summaries (ids) of the document store at a path, of all or of these.

    Raises:
        StateError: the store is locked, damaged, or cannot be read.
    """
    if not documents.is_file() or (ids is not None and not ids):
        return {}
    with faults_told(documents), closing(connect(documents)) as db:
        if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
            return _summaries(db, ids)
    from factcheck.corpus.documents import DocumentStore

    DocumentStore(documents).close()  # it is of another version, and opening it brings it to this one
    with faults_told(documents), closing(connect(documents)) as db:
        return _summaries(db, ids)


def _summaries(db: sqlite3.Connection, ids: Collection[str] | None) -> Mapping[str, str]:
    sql = "SELECT id, json_extract(source, '$.url'), json_extract(source, '$.path') FROM document"
    sql += " WHERE number IN (SELECT document FROM summary)"
    wanted = [] if ids is None else [json.dumps(sorted(ids))]
    sql += " AND id IN (SELECT value FROM json_each(?))" if wanted else ""
    found = db.execute(sql, wanted).fetchall()
    return {name: BESIDE_PAGE if _has_page(db, url or "", path or "") else ALONE for name, url, path in found}


def _has_page(db: sqlite3.Connection, url: str, path: str) -> bool:
    """Whether a document stands at the address of a summary that is no summary, nor of the same file."""
    sql = (
        "SELECT json_extract(source, '$.path') FROM document WHERE NOT gone AND number IN"
        " (SELECT document FROM name WHERE key = ?) AND number NOT IN (SELECT document FROM summary) LIMIT ?"
    )
    key, file = url_key(url), path.rpartition("#")[0]
    there = db.execute(sql, (key, _MOST)).fetchall() if key else []
    return any((other or "").rpartition("#")[0] != file for (other,) in there)
