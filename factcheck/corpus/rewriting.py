"""What is said of documents that are there already, and changes: where they are shown, their tier, who may see them.

The text, and what makes the identity, never change: that would be another document.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from factcheck.corpus.naming import keys_of, label_of
from factcheck.corpus.preparing import place_label
from factcheck.corpus.schema import record_digest
from factcheck.corpus.tables import is_table
from factcheck.domain import Sensitivity, Source, Tier

_SOURCE = msgspec.json.Decoder(Source)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the record of a document says that may change; scope and sensitivity are what its file said of them."""

    path: str
    tier: Tier
    scope: str
    sensitivity: Sensitivity


class Records:
    """The records of documents, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, numbers: Iterable[int]) -> dict[int, Recorded]:
        """Return what the records of documents say."""
        sql = (
            "SELECT number, source ->> 'path', source ->> 'tier', source ->> 'scope', source ->> 'sensitivity'"
            " FROM document WHERE number IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(sql, (msgspec.json.encode(sorted(numbers)).decode(),))
        return {
            number: Recorded(path or "", Tier(tier), scope or "", Sensitivity(sensitivity or Sensitivity.OPEN))
            for number, path, tier, scope, sensitivity in rows
        }

    def rewrite(self, number: int, said: Recorded) -> bool:
        """Write the record of a document anew; return whether the index has to take its passages again."""
        sql = "SELECT id, source, markers FROM document JOIN text ON document = number WHERE number = ?"
        identifier, record, markers = self._db.execute(sql, (number,)).fetchone()
        former = _SOURCE.decode(record)
        source = replace(former, path=said.path, tier=said.tier, scope=said.scope, sensitivity=said.sensitivity)
        record = msgspec.json.encode(source).decode()
        digest = record_digest(identifier, record, markers)
        self._db.execute("UPDATE document SET source = ?, record = ? WHERE number = ?", (record, digest, number))
        if source.path != former.path:
            self._rename(number, former, source)
        passages = [(place_label(one.path), one.tier, is_table(one)) for one in (former, source)]
        if passages[0] == passages[1]:
            return False
        self._db.execute("INSERT OR IGNORE INTO pending VALUES (?)", (number,))
        return True

    def _rename(self, number: int, former: Source, source: Source) -> None:
        """Note by what else a document can be named, and whether it is a table by its file's name."""
        before, now = keys_of(former), keys_of(source)
        self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", [(key, number) for key in before - now])
        self._db.executemany("INSERT INTO name VALUES (?, ?)", [(key, number) for key in sorted(now - before)])
        self._db.execute("DELETE FROM label WHERE rowid = ?", (number,))
        self._db.execute("INSERT INTO label (rowid, words) VALUES (?, ?)", (number, label_of(source)))
        self._db.execute("DELETE FROM figures WHERE document = ?", (number,))
        if is_table(source):
            self._db.execute("INSERT INTO figures VALUES (?)", (number,))
