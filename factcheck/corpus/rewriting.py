"""What is said of documents that are there already, and changes: where they are shown, their tier, who may see them.

The text, and what makes the identity, never change: that would be another document. Of an address, the keys in it may
be taken out, as they are before a document is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from factcheck.corpus.marks import Mark, kept_sensitivity, strictest
from factcheck.corpus.naming import keys_of, label_of
from factcheck.corpus.places import Places
from factcheck.corpus.preparing import place_label
from factcheck.corpus.records import as_kept, encodable, path_as_kept
from factcheck.corpus.schema import decoded, mark_digest, record_digest
from factcheck.corpus.tables import is_table
from factcheck.corpus.tiers import TierRules, retiered
from factcheck.domain import Document, Sensitivity, Source, Tier


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the record of a document says that may change; scope and sensitivity are what its file said of them.

    `ruled`: the tier is that of the rules, since its file said none.
    """

    url: str
    path: str
    tier: Tier
    scope: str
    sensitivity: Sensitivity
    ruled: bool
    language: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read: its file (and the number of that), its own number, what is said of it."""

    path: Path | None
    file: int | None
    number: int
    source: Source
    ruled: bool


class Records:
    """The records of documents, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection, places: Places) -> None:
        self._db = db
        self._places = places

    def of(self, numbers: Iterable[int]) -> dict[int, Recorded]:
        """Return what the records of documents say."""
        sql = "SELECT number, source, ruled FROM document WHERE number IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(sql, (msgspec.json.encode(sorted(numbers)).decode(),))
        return {number: _recorded(decoded(record), ruled=bool(ruled)) for number, record, ruled in rows}

    def rewrite(self, number: int, said: Recorded) -> bool:
        """Write the record of a document anew; return whether the index has to take its passages again.

        One that is damaged stays as it is: a new digest would hide that.
        """
        sql = "SELECT id, source, markers, record FROM document JOIN text ON document = number WHERE number = ?"
        identifier, record, markers, kept = self._db.execute(sql, (number,)).fetchone()
        former = decoded(record)
        if former is None or record_digest(identifier, record, markers) != kept:
            return False
        source = replace(
            former,
            **{name: getattr(said, name) for name in ("url", "path", "tier", "scope", "sensitivity", "language")},
        )
        record = msgspec.json.encode(source).decode()
        digest = record_digest(identifier, record, markers)
        self._db.execute(
            "UPDATE document SET source = ?, record = ?, ruled = ? WHERE number = ?",
            (record, digest, said.ruled, number),
        )
        if (source.path, source.url) != (former.path, former.url):
            self._rename(number, former, source)
        passages = [(place_label(one.path), one.tier, one.language, is_table(one)) for one in (former, source)]
        if passages[0] == passages[1]:
            return False
        self._db.execute("INSERT OR IGNORE INTO pending VALUES (?)", (number,))
        return True

    def _rename(self, number: int, former: Source, source: Source) -> None:
        """Note by what else a document can be named, and whether it is a table by its file's name."""
        before, now = keys_of(former), keys_of(source) | self._places.names(number)
        self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", [(key, number) for key in before - now])
        added = [(key, number) for key in sorted(now - before)]
        self._db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", added)
        self._db.execute("DELETE FROM label WHERE rowid = ?", (number,))
        self._db.execute("INSERT INTO label (rowid, words) VALUES (?, ?)", (number, label_of(source)))
        self._db.execute("DELETE FROM figures WHERE document = ?", (number,))
        if is_table(source):
            self._db.execute("INSERT INTO figures VALUES (?)", (number,))

    # --- what is read again ---

    def place(
        self, read: Sequence[Read], known: dict[int, Recorded], shown: Mapping[int, str], run: int
    ) -> tuple[set[int], int]:
        """Note which files hold what was read; return what the index is to take anew, and how many were gone.

        A document is shown where it was read first (`shown`, of new ones), and elsewhere once that is not there.
        """
        rows: dict[tuple[int, int], str] = {}
        elsewhere, again = [], set[int]()
        for one in read:
            if one.path is None or one.file is None or (one.file, one.number) in rows:
                continue
            there = known.get(one.number)
            path = "" if one.source.path == (there.path if there else shown[one.number]) else one.source.path
            here = self._places.shown_in(one.file, one.number, run) if there else None
            if there and here is not None:
                moved = bool(path) and here and not there.path.endswith(_within(one))
                known[one.number] = replace(
                    there,
                    path=path if moved else there.path,
                    tier=one.source.tier,
                    ruled=one.ruled,
                    language=(here and one.source.language) or there.language,
                )
                if known[one.number] != there and self.rewrite(one.number, known[one.number]):
                    again.add(one.number)
                path = ""
            elif there:
                elsewhere.append(one.number)
            rows[one.file, one.number] = path
        back = self._places.hold([(*held, path) for held, path in rows.items()], run)
        return again | self.move(elsewhere), back

    def move(self, documents: Iterable[int]) -> set[int]:
        """Show documents where they stand, if they do not stand any more where they are shown.

        Return what the index is to take anew.
        """
        again = set()
        for number, said in self.of(set(documents)).items():
            path = self._places.move(number, said.path)
            if path and self.rewrite(number, replace(said, path=path)):
                again.add(number)
        return again

    def obey(self, read: Sequence[Read], known: dict[int, Recorded]) -> None:
        """Mark documents as they say of themselves, never more openly than they are; what was obeyed is not again.

        So a person can open what a file says is confidential, and it stays open when the file is read again.
        """
        for one in read:
            there, source = known.get(one.number), one.source
            stated = (source.scope, source.sensitivity)
            if stated in {("", Sensitivity.OPEN), (there.scope, there.sensitivity) if there else None}:
                continue
            row = self._db.execute("SELECT scope, sensitivity FROM document WHERE number = ?", (one.number,)).fetchone()
            marks = [Mark(scope=row[0], sensitivity=kept_sensitivity(row[1])), Mark(sensitivity=source.sensitivity)]
            self.mark([one.number], Mark(scope=source.scope or None, sensitivity=strictest(marks).sensitivity))
            if there:
                known[one.number] = replace(there, scope=stated[0], sensitivity=stated[1])
                self.rewrite(one.number, known[one.number])

    def apply_rules(self, rules: TierRules) -> int:
        """Give the documents that say no tier of themselves the tier by the rules; return how many have another now."""
        others = list(retiered(self._db, rules))
        known = self.of(number for number, _ in others)
        for number, tier in others:
            self.rewrite(number, replace(known[number], tier=tier))
        return len(others)

    def readdress(self, address: Callable[[str], str]) -> int:
        """Keep addresses as they are to be kept now; return of how many documents one was kept otherwise.

        Their ids stay, since evidence names them; the id that the same text of the same file has now leads to them.
        """
        numbers = list(kept_otherwise(self._db, address))
        for number, said in self.of(numbers).items():
            self._lead_to(number, address)
            self.rewrite(number, replace(said, url=address(said.url), path=path_as_kept(said.path, address)))
        rows = self._db.execute("SELECT file, document, path FROM place WHERE instr(path, '://')").fetchall()
        others = ((path_as_kept(path, address), file, document) for file, document, path in rows)
        self._db.executemany("UPDATE place SET path = ? WHERE file = ? AND document = ?", others)
        return len(numbers)

    def _lead_to(self, number: int, address: Callable[[str], str]) -> None:
        sql = "SELECT source, text FROM document JOIN text ON document = number WHERE number = ?"
        record, text = self._db.execute(sql, (number,)).fetchone()
        source = decoded(record)
        if source is None:
            return
        now = as_kept(Document(source=source, text=text), address).source.id
        if not self._db.execute("SELECT 1 FROM document WHERE id = ?", (now,)).fetchone():
            self._db.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (now, number))

    def mark(self, numbers: Iterable[int], mark: Mark) -> None:
        """Mark documents, as far as the mark says anything."""
        marked = list(numbers)
        for column, value in (("scope", mark.scope), ("sensitivity", mark.sensitivity)):
            if value is not None:
                sql = f"UPDATE document SET {column} = ? WHERE number = ?"  # noqa: S608 - our own words
                self._db.executemany(sql, [(value, number) for number in marked])
        sql = "SELECT number, id, scope, sensitivity FROM document WHERE number IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(sql, (msgspec.json.encode(marked).decode(),)).fetchall()
        digests = [(mark_digest(*said), number) for number, *said in rows]
        self._db.executemany("UPDATE document SET mark = ? WHERE number = ?", digests)


def kept_otherwise(db: sqlite3.Connection, address: Callable[[str], str]) -> Iterator[int]:
    """Yield the documents (numbers) whose addresses are to be kept in another way than they are."""
    where = "WHERE instr(source, '://') AND json_valid(source)"
    sql = f"SELECT number, source ->> 'url', source ->> 'path' FROM document {where}"  # noqa: S608 - our own words
    for number, url, path in db.execute(sql):
        if (url and address(url) != url) or (path and path_as_kept(path, address) != path):
            yield number


def _recorded(source: Source | None, *, ruled: bool) -> Recorded:
    """Return what a record says; of one that is damaged nothing, and that nobody may see it."""
    if source is None:
        return Recorded("", "", Tier.SECONDARY, "", Sensitivity.CONFIDENTIAL, ruled=False, language="")
    one = source
    return Recorded(one.url, one.path, one.tier, one.scope, one.sensitivity, ruled=ruled, language=one.language)


def _within(one: Read) -> str:
    """Return the name of the file of a document, and what stands behind it in the path."""
    return encodable(one.path.name if one.path else "") + one.source.path.removeprefix(encodable(str(one.path)))
