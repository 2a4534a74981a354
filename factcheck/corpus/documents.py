"""The document store: the truth beside the index. Each document's text and metadata, in one SQLite file.

A document is kept as pending before it is indexed, so that a kill between the two is mended by indexing it again; the
id of one that is removed is kept until the index has let go of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from factcheck.corpus.kept import Ended, Kept
from factcheck.corpus.kin import Newcomer
from factcheck.corpus.marks import UNMARKED, Mark, kept_sensitivity, strictest
from factcheck.corpus.naming import keys_of
from factcheck.corpus.places import Synced, places_above
from factcheck.corpus.preparing import Prepared, indexed
from factcheck.corpus.problems import marks_above, marks_of_files
from factcheck.corpus.records import encodable
from factcheck.corpus.rewriting import Read, Records, kept_otherwise
from factcheck.corpus.said import NOTHING_SAID, Said, write_said
from factcheck.corpus.schema import add_names, decoded, record_digest
from factcheck.corpus.stored import MOST_AT_ONE_ADDRESS, StoredDocuments
from factcheck.corpus.summaries import is_summary
from factcheck.corpus.tables import is_table
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Indexed, Problem, Sensitivity
from factcheck.errors import BusyError
from factcheck.text.addresses import may_be_home_page, url_key

CACHE_KIB = 56 * 1024
"""Of the database, while documents are added: the table of grams is written all over."""
CHECKPOINT_PAGES = 8_000
"""Pages (of 4 KiB) after which the log of the database is written back; each time the disk is waited for."""

_OWN = (
    ("text", "document"),
    ("pending", "document"),
    ("figures", "document"),
    ("summary", "document"),
    ("alias", "document"),
    ("document", "number"),
)
"""Tables (and columns) that hold rows of a document alone."""


class DocumentStore(StoredDocuments):
    """The documents of a corpus. Readers may look while one writes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._held: dict[int | None, Mark] = {}
        self._said = Records(self._db, self._places)

    # --- adding -------------------------------------------------------------------------------------------------------

    def begin_run(self, said: Mapping[bytes, Said] = NOTHING_SAID) -> int:
        """Make ready for adding much; return the number of the run. `said`: of places, from this run on."""
        with self._base.writing():
            run = self._places.next_run()
            write_said(self._db, said)
        self._held = {}
        self._db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        return run

    def add(
        self,
        documents: Sequence[tuple[Path | None, Prepared]],
        ended: Iterable[Ended] = (),
        run: int = 0,
        mark: Mark = UNMARKED,
        former: Mark = UNMARKED,
    ) -> Kept:
        """Keep documents that are not there yet, each with the file that holds it, in one transaction.

        `ended`: the files that end with this batch; `mark`: what is said of all of these documents, new or not.
        Where it says nothing, a new one is marked as it says of itself, as what its file held before, or by `former`:
        another wording of what is confidential is confidential. One that was gone is found again.
        """
        with self._base.writing():
            numbers, new = self._add_new([prepared for _, prepared in documents])
            files = {path: self._places.file(path) for path in dict.fromkeys(path for path, _ in documents) if path}
            first = {one.source.id: one.source.path for one in new}
            read = [
                Read(path, files[path] if path else None, numbers[one.source.id], one.source, one.ruled)
                for path, one in documents
            ]
            fresh = [(one.file, one.number) for one in read if one.source.id in first]
            known = self._said.of({one.number for one in read if one.source.id not in first})
            there = len(known) - self._places.read_in(known, run)
            languages = {number: said.language for number, said in known.items()}
            heirs = self._hand_down(fresh, run, mark, former)
            self._said.obey(read, known)
            shown = {numbers[identifier]: path for identifier, path in first.items()}
            again, back = self._said.place(read, known, shown, run)
            self._said.mark(numbers.values(), mark)
            removed, changed, reread, moved = self._end(ended, run)
            alike = self._open_copies([number for _, number in fresh])
            return Kept(
                tuple(one.indexed(numbers[one.source.id]) for one in new if one.source.id not in removed),
                tuple(removed),
                changed,
                heirs,
                alike,
                back,
                self._indexed({*again, *moved}),
                there,
                reread,
                sum(said.language != languages[number] for number, said in known.items()),
            )

    def _indexed(self, numbers: Iterable[int]) -> tuple[Indexed, ...]:
        """Return documents as the index takes them."""
        where = "WHERE number IN (SELECT value FROM json_each(?))"
        found = list(self._documents(where, msgspec.json.encode(sorted(numbers)).decode()))
        number_of = self._numbers(one.source.id for one in found)
        return tuple(indexed(number_of[one.source.id], one) for one in found)

    def _open_copies(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return those of some documents (ids) that are open, and of one origin with one that is not."""
        if not self._db.execute("SELECT EXISTS (SELECT 1 FROM document WHERE sensitivity <> 'open')").fetchone()[0]:
            return ()
        sql = (
            "SELECT id FROM document WHERE number IN (SELECT value FROM json_each(?)) AND sensitivity = 'open'"
            " AND EXISTS (SELECT 1 FROM document AS o WHERE o.origin = document.origin AND o.sensitivity <> 'open')"
        )
        return tuple(row[0] for row in self._db.execute(sql, (msgspec.json.encode(sorted(numbers)).decode(),)))

    def _hand_down(self, fresh: Iterable[tuple[int | None, int]], run: int, mark: Mark, former: Mark) -> int:
        """Mark new documents (by file and number) as what their files held before; return how many that changes."""
        files = {file for file, _ in fresh}
        # A large file goes on in the next batch, and to look through all that it held costs as much as the batch.
        self._held = {file: self._held.get(file) or self._strictest_in(file, run, former) for file in files}
        heirs = {number for file, number in fresh if self._held[file].beyond(mark)}
        for file, number in fresh:
            if number in heirs:
                self._said.mark([number], self._held[file])
        return len(heirs)

    def _strictest_in(self, file: int | None, run: int, former: Mark) -> Mark:
        return strictest([former, *(self._places.marks(file, run) if file else ())])

    def strictest_of(self, ids: Iterable[str]) -> Mark:
        """Return to whom the strictest of some documents belongs, and who may see it."""
        sql = "SELECT scope, sensitivity FROM document WHERE number = ?"
        with self._base.faults_told():
            rows = [self._db.execute(sql, (number,)).fetchone() for number in self._numbers(ids).values()]
        return strictest(Mark(scope=scope, sensitivity=kept_sensitivity(value)) for scope, value in rows)

    def _add_new(self, batch: Iterable[Prepared]) -> tuple[dict[str, int], list[Prepared]]:
        """Keep the documents that are not there; return the numbers of all by id, and those that were new."""
        distinct: dict[str, Prepared] = {}
        for one in batch:
            distinct.setdefault(one.source.id, one)  # the first in a file is where it is shown
        numbers = self._numbers(distinct)
        new = [one for identifier, one in distinct.items() if identifier not in numbers]
        first = self._next_number()
        newcomers = [Newcomer(number, one.sketch, one.source.origin) for number, one in enumerate(new, start=first)]
        numbers.update(zip((one.source.id for one in new), (one.number for one in newcomers), strict=True))
        rows = map(_row, (one.number for one in newcomers), new)
        self._db.executemany(
            "INSERT INTO document (number, id, origin, source, record, ruled) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        add_names(self._db, ((one.number, prepared.source) for one, prepared in zip(newcomers, new, strict=True)))
        self._put_aside(list(zip([one.number for one in newcomers], new, strict=True)))
        origins = zip(self._kin.add(newcomers), newcomers, strict=True)
        others = ((origin, one.number) for origin, one in origins if origin != one.origin)
        self._db.executemany("UPDATE document SET origin = ? WHERE number = ?", others)
        self._join_by_address(new)
        return numbers, new

    def _next_number(self) -> int:
        """Return the number of the next document; no number is given twice, also not that of one that was removed."""
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
        return int(row[0]) + 1 if row else 1

    def _join_by_address(self, new: Sequence[Prepared]) -> None:
        """Make one origin of what stands at one address: a page, its entry in a feed, a copy that somebody saved.

        Records of one file that name one address are left alone, and so is an address that many documents give: it is
        the site's.
        """
        for one in new:
            key = url_key(one.source.url)
            if not key or may_be_home_page(key) or not 1 < self._named_so(key) <= MOST_AT_ONE_ADDRESS:
                continue
            there = [source for source in self.named([key], MOST_AT_ONE_ADDRESS) if source.id != one.source.id]
            file = one.source.path.rpartition("#")[0]
            others = [source for source in there if not file or source.path.rpartition("#")[0] != file]
            if others:
                self._join([one.source.id, *(source.id for source in others)])

    def _named_so(self, key: str) -> int:
        """Return how many documents have a key, as far as that counts: all of a site may have one."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM name WHERE key = ? LIMIT ?)"
        return int(self._db.execute(sql, (key, MOST_AT_ONE_ADDRESS + 1)).fetchone()[0])

    def join(self, ids: Iterable[str]) -> None:
        """Make one origin of some documents, and of all that carry the texts of these."""
        with self._base.writing():
            self._join(ids)

    def _join(self, ids: Iterable[str]) -> None:
        marked = msgspec.json.encode(sorted(ids)).decode()
        sql = "SELECT origin FROM document WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number"
        first, *others = dict.fromkeys(row[0] for row in self._db.execute(sql, (marked,)).fetchall())
        self._db.executemany("UPDATE document SET origin = ? WHERE origin = ?", ((first, other) for other in others))

    def _put_aside(self, new: Sequence[tuple[int, Prepared]]) -> None:
        """Keep of new documents (by number) what stands apart from their sources."""
        texts = ((number, one.text, msgspec.json.encode(one.markers).decode()) for number, one in new)
        self._db.executemany("INSERT INTO text VALUES (?, ?, ?)", texts)
        self._db.executemany("INSERT INTO pending VALUES (?)", ((number,) for number, _ in new))
        tables = ((number,) for number, one in new if is_table(one.source))
        self._db.executemany("INSERT INTO figures VALUES (?)", tables)
        summaries = ((number,) for number, one in new if is_summary(one.markers))
        self._db.executemany("INSERT INTO summary VALUES (?)", summaries)
        self._spellings.note(one.text for _, one in new)

    def _end(self, ended: Iterable[Ended], run: int) -> tuple[list[str], tuple[Path, ...], tuple[Path, ...], set[int]]:
        """Take out what the files that ended no longer hold.

        Return the ids, the files that changed, those that are read in another way, and what the index is to take anew,
        since it stands in other files.
        """
        removed: list[str] = []
        elsewhere: list[int] = []
        changed, reread = list[Path](), list[Path]()
        for one in ended:
            as_read = self._places.is_as_read(one.file)
            left, others = self._places.left_behind(one.file, run, one.unread)
            removed += [self._remove(number) for number in left]
            elsewhere += others
            if left:
                (reread if as_read else changed).append(one.file)
        return removed, tuple(changed), tuple(reread), self._said.move(elsewhere)

    def mark(self, ids: Iterable[str], mark: Mark) -> int:
        """Say to whom documents belong, and who may see them; return how many there are."""
        with self._base.writing():
            numbers = self._numbers(ids).values()
            self._said.mark(numbers, mark)
            return len(numbers)

    def remove(self, ids: Sequence[str]) -> int:
        """Remove documents; return how many there were."""
        with self._base.writing():
            numbers = self._numbers(ids).values()
            for number in numbers:
                self._remove(number)
            return len(numbers)

    def _remove(self, number: int) -> str:
        identifier, record = self._db.execute("SELECT id, source FROM document WHERE number = ?", (number,)).fetchone()
        self._kin.remove(number)
        self._places.forget(number)
        if source := decoded(record):
            names = [(key, number) for key in keys_of(source)]
            self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", names)
        else:  # damaged: all names are looked through
            self._db.execute("DELETE FROM name WHERE document = ?", (number,))
        self._db.execute("DELETE FROM label WHERE rowid = ?", (number,))
        for table, column in _OWN:
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))  # noqa: S608 - our own words
        self._db.execute("INSERT OR IGNORE INTO removed VALUES (?)", (identifier,))
        return str(identifier)

    def apply_rules(self, rules: TierRules) -> int:
        """Give the documents that say no tier of themselves the tier by the rules; return how many have another now."""
        with self._base.writing():
            return self._said.apply_rules(rules)

    def readdressed(self, address: Callable[[str], str]) -> int:
        """Count the documents whose addresses are to be kept in another way than they are."""
        with self._base.faults_told():
            return sum(1 for _ in kept_otherwise(self._db, address))

    def readdress(self, address: Callable[[str], str], kept: Callable[[Problem], Problem]) -> int:
        """Keep addresses as they are to be kept now, also in problems; return of how many documents one was not so.

        What stood there before is overwritten, in the log of the database, too, unless somebody still reads it.
        """
        with self._base.faults_told():
            self._db.execute("PRAGMA secure_delete = ON")
        with self._base.writing():
            others = self._said.readdress(address)
            sql = "UPDATE OR REPLACE problem SET path = ?, reason = ?, remedy = ? WHERE path = ? AND reason = ?"
            for one, _ in self.problems():
                self._db.execute(sql, (*_told(kept(one)), one.path, one.reason))
        with self._base.faults_told():
            self._db.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        return others

    def sync(self, below: Path | None = None) -> Synced:
        """Look whether the files are there; return how many are gone now, and how many are back."""
        with self._base.writing():
            synced, held = self._places.sync(below)
            self._said.move(held)
        return synced

    # --- what the index does not have yet -----------------------------------------------------------------------------

    def settle(self, last: int | None = None) -> None:
        """Note that the index is as the documents are: those up to the number `last`, or all."""
        with self._base.writing():
            if last is None:
                self._db.execute("DELETE FROM pending")
            else:
                self._db.execute("DELETE FROM pending WHERE document <= ?", (last,))
            self._db.execute("DELETE FROM removed")

    def mark_all_pending(self) -> None:
        """Note that the index has nothing: it is to be built anew."""
        with self._base.writing():
            self._db.execute("INSERT OR IGNORE INTO pending SELECT number FROM document")
            self._db.execute("DELETE FROM removed")

    def note_spellings(self, texts: Iterable[str]) -> None:
        """Note how names are spelt in texts that are indexed anew."""
        with self._base.writing():
            self._spellings.note(texts)

    def forget_spellings(self) -> None:
        """Forget how names are spelt: the documents will be indexed anew."""
        with self._base.writing():
            self._spellings.forget()

    def clean(self) -> None:
        """Write the file anew from its rows alone: free pages and the words of former titles go.

        Raises:
            BusyError: another process reads or writes it.
        """
        with self._base.writing():
            self._db.execute("INSERT INTO label (label) VALUES ('optimize')")
        with self._base.faults_told():
            self._db.execute("VACUUM")
            busy, *_ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise BusyError(
                "another process reads the corpus, and its write-ahead log cannot be emptied",
                hint="close it there, then: `factcheck erase --clean`",
                subject=str(self._base.path),
            )

    # --- what could not be read ---------------------------------------------------------------------------------------

    def replace_problems(
        self, paths: Iterable[Path], problems: Iterable[Problem], mark: Mark = UNMARKED, former: Mark = UNMARKED
    ) -> None:
        """Keep what could not be read, once, in place of what is known of `paths`, and of all at and below them.

        `mark`: who may see it; where it says nothing, as what was told of the same path before, as the documents that
        its file holds, or by `former`.
        """
        tops = {encodable(os.path.abspath(path)) for path in paths}  # noqa: PTH100 - resolve() would follow links
        known = {problem.path: told for problem, told in self.problems()}
        with self._base.faults_told():
            marks = marks_of_files(self._db)
        rows = []
        for one in problems:
            told = strictest([former, known.get(one.path, UNMARKED), *marks_above(one.path, marks)])
            scope, sensitivity = mark.scope, mark.sensitivity or told.sensitivity or Sensitivity.OPEN
            rows.append((*_told(one), (told.scope or "") if scope is None else scope, sensitivity, one.kind))
        forgotten = [(path,) for path in known if not tops.isdisjoint(places_above(path))]
        with self._base.writing():
            self._db.executemany("DELETE FROM problem WHERE path = ?", forgotten)
            self._db.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?, ?, ?)", rows)


def _told(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.reason, problem.remedy


def _row(number: int, one: Prepared) -> tuple[int, str, str, str, str, bool]:
    record, markers = msgspec.json.encode(one.source).decode(), msgspec.json.encode(one.markers).decode()
    digest = record_digest(one.source.id, record, markers)
    return number, one.source.id, one.source.origin, record, digest, one.ruled
