"""Looking into the document store: documents, sources and passages by id, by name and by origin. Nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import msgspec

from factcheck.corpus.database import Database
from factcheck.corpus.document_rows import MARKERS, SOURCES_KEPT, STORED, markers_of, source_of
from factcheck.corpus.kin import Kin
from factcheck.corpus.marks import Mark, kept_sensitivity
from factcheck.corpus.naming import keys_of, keys_of_path
from factcheck.corpus.origins import sketch
from factcheck.corpus.places import Places
from factcheck.corpus.problems import kept_problems, told_to
from factcheck.corpus.records import encodable
from factcheck.corpus.references import leads_to, number_of
from factcheck.corpus.said import Said, read_said
from factcheck.corpus.schema import READABLE
from factcheck.corpus.spellings import Spellings
from factcheck.corpus.tiers import TierRules, retiered
from factcheck.corpus.verifying import damaged, mismarked
from factcheck.domain import Document, Marker, Problem, Sensitivity, Source
from factcheck.text.own_word import own_word
from factcheck.text.words import fold

MOST_AT_ONE_ADDRESS = 10
"""Documents that may stand at one address and be one origin: a page at several times, and what repeats it."""
LONGEST_END = 20_000
"""Characters at the head and at the end of a text in which it says what it is."""

_UNMARKED = "[]"
"""The markers of a document without any, as they are stored."""
_PASSAGES = f"""
SELECT wanted.key, substr(text, 1 + (wanted.value ->> 1), (wanted.value ->> 2) - (wanted.value ->> 1)), {STORED}
FROM json_each(?) AS wanted CROSS JOIN document ON number = wanted.value ->> 0 JOIN text ON document = number
WHERE NOT gone
"""  # noqa: S608 - names of columns
_LAST = "\U0010ffff"
"""The character behind all others: what begins with X lies between X and X with it."""


class StoredDocuments:
    """The documents of a corpus, to be looked at."""

    def __init__(self, path: Path) -> None:
        """Open or make the store.

        Raises:
            StateError: it was made by a newer factcheck.
            StorageError: the file is damaged or the disk failed.
        """
        self.path = path
        self._base = Database(path)
        self._db = self._base.connection
        self._kin, self._places, self._spellings = Kin(self._db), Places(self._db), Spellings(self._db)
        self._besides = lru_cache(SOURCES_KEPT)(self._read_besides)  # by id: texts are long

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    # --- documents and sources ----------------------------------------------------------------------------------------

    def get(self, identifier: str) -> Document | None:
        """Return a document by its id, or None."""
        return next(self._documents("WHERE id = ?", identifier), None)

    def passages(self, places: Sequence[tuple[int, int, int]]) -> list[tuple[Source, str] | None]:
        """Return for each (reference, start, end) the source and its `text[start:end]`; None: the document is gone.

        All at once, and without reading the rest of each text: half the time of one look-up for each.
        """
        found: list[tuple[Source, str] | None] = [None] * len(places)
        wanted = [(number_of(reference), start, end) for reference, start, end in places]
        with self._base.faults_told():
            for place, text, *record in self._db.execute(_PASSAGES, (msgspec.json.encode(wanted).decode(),)):
                source = source_of(*record)
                if leads_to(places[place][0], wanted[place][0], source.id):
                    found[place] = (source, text)
        return found

    def markers(self, identifier: str) -> tuple[Marker, ...]:
        """Return where the pages or time codes of a document begin, in order."""
        stored, _ = self._besides(identifier)
        return MARKERS.decode(stored) if stored != _UNMARKED else ()

    def own_word(self, identifier: str) -> str:
        """Return what the document with this id says of itself (`text.own_word`), by its head and its end."""
        return self._besides(identifier)[1]

    def _read_besides(self, identifier: str) -> tuple[str, str]:
        """Return what goes along with each passage of a document: its markers, as stored, and its own word."""
        sql = (
            "SELECT markers, iif(gone, '', iif(length(text) > ?2, substr(text, 1, ?3) || substr(text, -?3), text))"
            " FROM document JOIN text ON text.document = number WHERE id = ?1"
        )
        with self._base.faults_told():
            row = self._db.execute(sql, (identifier, 2 * LONGEST_END, LONGEST_END)).fetchone()
        return (row[0], own_word(row[1])) if row else (_UNMARKED, "")

    def stretch(self, identifier: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the document with this id; "" if it is gone."""
        sql = "SELECT substr(text, 1 + ?, ?) FROM document JOIN text ON document = number WHERE id = ? AND NOT gone"
        with self._base.faults_told():
            row = self._db.execute(sql, (start, end - start, identifier)).fetchone()
        return str(row[0]) if row else ""

    def named(self, keys: Sequence[str], limit: int) -> list[Source]:
        """Return the sources that have one of these keys, in the order of their ids."""
        marks = ", ".join("?" * len(keys))
        where = f"WHERE number IN (SELECT document FROM name WHERE key IN ({marks})) ORDER BY id LIMIT ?"  # noqa: S608 - marks
        return [source_of(*record) for record in self._records(where, *keys, limit)]

    def places(self) -> dict[str, tuple[str, ...]]:
        """Return where else than where they are shown documents (ids) stand: those that several files hold."""
        sql = (
            "SELECT id, place.path FROM place JOIN document ON document.number = document"
            " JOIN file ON file.number = file WHERE place.path <> '' AND NOT file.gone"
        )
        found: dict[str, list[str]] = {}
        with self._base.faults_told():
            for identifier, path in self._db.execute(f"{sql} ORDER BY document, file"):
                found.setdefault(identifier, []).append(path)
        return {identifier: tuple(paths) for identifier, paths in found.items()}

    def files_of(self, ids: Iterable[str]) -> list[str]:
        """Return the files that hold any of some documents and are there as far as is known."""
        sql = (
            "SELECT DISTINCT file.path FROM place JOIN file ON number = file WHERE NOT gone AND document = ?"
            " ORDER BY number"
        )
        with self._base.faults_told():
            rows = [row for number in self._numbers(ids).values() for row in self._db.execute(sql, (number,))]
        return [*dict.fromkeys(encodable(os.fsdecode(path)) for (path,) in rows)]

    def standing_at(self, source: Source, keys: Collection[str]) -> Source:
        """Return a source as it stands where it is named by one of these keys: in another file, it may be."""
        if not keys_of(source).isdisjoint(keys):
            return source
        with self._base.faults_told():
            paths = [path for number in self._numbers([source.id]).values() for path in self._places.others(number)]
        named = (path for path in paths if not set(keys_of_path(path)).isdisjoint(keys))
        return replace(source, path=next(named, source.path))

    def labelled(self, words: Sequence[str], limit: int) -> list[Source]:
        """Return the sources whose labels share the most, and the rarest, of these words, best first."""
        asked = " OR ".join(f'"{word}"' for word in words if word.isalnum())
        if not asked:
            return []
        where = "JOIN label ON label.rowid = number WHERE label MATCH ? ORDER BY label.rank, id LIMIT ?"
        return [source_of(*record) for record in self._records(where, asked, limit)]

    def publishers(self) -> list[str]:
        """Return the publishers of all documents that are open and belong to all, sorted."""
        sql = f"SELECT DISTINCT {READABLE} ->> 'publisher' FROM document WHERE scope = '' AND sensitivity = 'open'"  # noqa: S608 - our own words
        with self._base.faults_told():
            return sorted(name for (name,) in self._db.execute(sql) if name)

    def by_authors(self, meant: Callable[[str], bool], limit: int) -> list[Source]:
        """Return the sources by the authors that are `meant`, in the order in which they were added."""
        with self._base.faults_told():
            names = self._db.execute(f"SELECT DISTINCT {READABLE} ->> 'author' FROM document").fetchall()  # noqa: S608 - ours
        wanted = msgspec.json.encode([name for (name,) in names if name and meant(name)]).decode()
        where = f"WHERE {READABLE} ->> 'author' IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT ?"  # noqa: S608
        return [source_of(*record) for record in self._records(where, wanted, limit)]

    def with_words(self, words: Sequence[str], limit: int) -> list[Source]:
        """Return the sources whose labels have all of these words, in the order in which they were added."""
        forms = [sorted({word.casefold(), fold(word)}) for word in words if word.isalnum()]  # labels keep letters as ß
        asked = " AND ".join("(" + " OR ".join(f'"{one}"' for one in each) + ")" for each in forms)
        where = "JOIN label ON label.rowid = number WHERE label MATCH ? ORDER BY number LIMIT ?"
        return [source_of(*record) for record in self._records(where, asked, limit)] if asked else []

    def beginning(self, start: str, limit: int) -> list[Source]:
        """Return the sources whose id begins so, in the order of their ids."""
        where = "WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [source_of(*record) for record in self._records(where, start, start + _LAST, limit)]

    def sources(self) -> Iterator[Source]:
        """Yield all sources, in the order in which they were added."""
        return self._sources("ORDER BY number")

    def tables(self) -> Iterator[Source]:
        """Yield the sources that are tables kept whole, in the order in which they were added."""
        return self._sources("WHERE number IN (SELECT document FROM figures) ORDER BY number")

    def all(self) -> Iterator[Document]:
        """Yield all documents, in the order in which they were added."""
        return self._documents("ORDER BY number")

    def of_origin(self, origin: str) -> list[Source]:
        """Return the sources of an origin, in the order in which they were added."""
        return [source_of(*record) for record in self._records("WHERE origin = ? ORDER BY number", origin)]

    def ids(self, start: str = "") -> list[str]:
        """Return the ids that begin with `start`, sorted."""
        sql = "SELECT id FROM document WHERE id >= ? AND id < ? ORDER BY id"
        with self._base.faults_told():
            return [row[0] for row in self._db.execute(sql, (start, start + _LAST))]

    def count(self) -> int:
        """Return how many documents there are."""
        with self._base.faults_told():
            return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def spellings(self, words: Sequence[str]) -> dict[str, list[str]]:
        """Return for each word how else the name that it may be is spelt in the documents; none: it is left out."""
        with self._base.faults_told():
            return self._spellings.others(words)

    # --- states -------------------------------------------------------------------------------------------------------

    def restricted(self) -> dict[str, Sensitivity]:
        """Return the documents (ids) that are not open."""
        sql = "SELECT id, sensitivity FROM document WHERE sensitivity <> 'open'"
        with self._base.faults_told():
            return {identifier: kept_sensitivity(value) for identifier, value in self._db.execute(sql)}

    def retiered(self, rules: TierRules) -> int:
        """Count the documents that would have another tier by these rules."""
        with self._base.faults_told():
            return sum(1 for _ in retiered(self._db, rules))

    def scopes(self) -> dict[str, int]:
        """Return how many documents belong to whom ("": to all)."""
        with self._base.faults_told():
            return dict(self._db.execute("SELECT scope, count(*) FROM document GROUP BY scope"))

    def gone(self) -> frozenset[str]:
        """Return the documents (ids) whose files are all gone: kept, and no longer found."""
        with self._base.faults_told():
            return frozenset(row[0] for row in self._db.execute("SELECT id FROM document WHERE gone"))

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of these ids that are there."""
        with self._base.faults_told():
            return frozenset(self._numbers(ids))

    def origin_of(self, text: str) -> str:
        """Return the origin of the documents that carry this text, or ""."""
        with self._base.faults_told():
            return self._kin.origin_of(sketch(text))

    def said(self) -> dict[bytes, Said]:
        """Return what was said of how places are read."""
        with self._base.faults_told():
            return read_said(self._db)

    def holds(self, path: Path) -> bool:
        """Tell whether documents were read from files at or below a path."""
        with self._base.faults_told():
            return self._places.holds(path)

    def removed(self) -> list[str]:
        """Return the ids of documents that the index is to let go of."""
        with self._base.faults_told():
            return [row[0] for row in self._db.execute("SELECT id FROM removed")]

    def pending(self, after: int, limit: int, characters: int) -> dict[int, Document]:
        """Return documents that the index is to take, of those numbered after `after`, by their numbers.

        They are `limit` or fewer, and end with the one that makes them longer than so many `characters`.
        """
        sql = (
            f"SELECT number, {STORED}, text, markers FROM pending JOIN document ON number = pending.document"  # noqa: S608 - our own words
            " JOIN text ON text.document = number WHERE pending.document > ? ORDER BY pending.document LIMIT ?"
        )
        documents: dict[int, Document] = {}
        with self._base.faults_told():
            for number, *record, text, markers in self._db.execute(sql, (after, limit)):
                documents[number] = Document(source=source_of(*record), text=text, markers=markers_of(markers))
                characters -= len(text)
                if characters <= 0:
                    break
        return documents

    def has_unindexed(self) -> bool:
        """Tell whether the index is not as the documents are."""
        sql = "SELECT EXISTS (SELECT 1 FROM pending) OR EXISTS (SELECT 1 FROM removed)"
        with self._base.faults_told():
            return bool(self._db.execute(sql).fetchone()[0])

    def unindexed(self) -> int:
        """Count the documents that the index does not have yet."""
        with self._base.faults_told():
            return int(self._db.execute("SELECT count(*) FROM pending").fetchone()[0])

    def problems(self) -> list[tuple[Problem, Mark]]:
        """Return what could not be read so far, and who may see it: whoever may see what its file holds by now."""
        with self._base.faults_told():
            return kept_problems(self._db)

    def told_to(self, scopes: Collection[str], problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Return problems of files; the names of those that hold what belongs to others than `scopes` are left out."""
        with self._base.faults_told():
            return told_to(self._db, scopes, problems)

    def damaged(self) -> Iterator[tuple[str, Mark, str, str]]:
        """Yield of each document that is not as kept its id, whom it is for, its path, and what is wrong.

        The path is "" where it cannot be read. The bytes are looked at as they are: damaged ones may be no text.
        """
        with self._base.faults_told():
            yield from damaged(self._db)

    def mismarked(self) -> list[str]:
        """Return the documents (ids) that belong to others, or that others may see, than was noted when it was said."""
        with self._base.faults_told():
            return mismarked(self._db)

    # --- rows to types ------------------------------------------------------------------------------------------------

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of documents, by these ids of theirs."""
        wanted = "WHERE id IN (SELECT value FROM json_each(?1))"
        sql = f"SELECT id, document FROM alias {wanted} UNION ALL SELECT id, number FROM document {wanted}"  # noqa: S608 - our own words
        return dict(self._db.execute(sql, (msgspec.json.encode(sorted(ids)).decode(),)))

    def _documents(self, where: str, *values: object) -> Iterator[Document]:
        with self._base.faults_told():
            sql = f"SELECT {STORED}, text, markers FROM document JOIN text ON text.document = number {where}"  # noqa: S608 - our own words
            for *record, text, markers in self._db.execute(sql, values):
                yield Document(source=source_of(*record), text=text, markers=markers_of(markers))

    def _sources(self, where: str) -> Iterator[Source]:
        with self._base.faults_told():
            for record in self._db.execute(f"SELECT {STORED} FROM document {where}"):  # noqa: S608 - our own words
                yield source_of(*record)

    def _records(self, where: str, *values: object) -> list[tuple[str, str, str, str, str]]:
        with self._base.faults_told():
            return self._db.execute(f"SELECT {STORED} FROM document {where}", values).fetchall()  # noqa: S608 - our own words
