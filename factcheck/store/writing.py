"""Every write of the database, through SQLModel, in transactions. Loaded when something is first written."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Table
from sqlmodel import SQLModel

from factcheck.domain import (
    MACHINE,
    WITH,
    BoundCitation,
    Claim,
    ClaimLock,
    ClaimState,
    Event,
    Evidence,
    Revision,
    Sentence,
)
from factcheck.domain.words import OWN_WORDS, Words
from factcheck.errors import ConflictError, InputError, StorageError
from factcheck.keyfiles import SigningKey
from factcheck.store.canonical import canonical
from factcheck.store.database import statement
from factcheck.store.dialects import Dialect
from factcheck.store.encoding import encode
from factcheck.store.log import digest_of, logged, next_event, signed, timestamp
from factcheck.store.reading import NOTHING, Reader
from factcheck.store.rows import Row, claim_row, state_row
from factcheck.store.tables import (
    ArticleRow,
    CitationRow,
    ClaimCitationRow,
    ClaimLockRow,
    ClaimRow,
    ClaimStateRow,
    EventRow,
    EvidenceRow,
    MarkRow,
    PrivateTextRow,
    RevisionRow,
)
from factcheck.text.names.lookalikes import taken_for

_KEY = "replaced_key"

RENAMED = '`"New Name" = ["Old Name"]` under [workflow.renamed] in factcheck.toml'
"""How it is told that two names are one person."""


class Transaction(Reader):
    """A write transaction: what it reads is what it locks, and all of it is kept or none.

    Rows go to the tables as they are, many at a time: a unit of work that tracks objects took half of the time of
    keeping a match (measured 2026-11), and nothing here changes a row that it has read.
    """

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        super().__init__(self._read, self._stream, dialect)
        self._connection = connection
        self._head: Event | None = None
        self._first: Event | None = None
        """The first event that a person appended in this transaction."""
        self._claim: tuple[str, tuple[Claim, str, str]] | None = None
        self._evidence: tuple[str, tuple[Evidence, ...]] | None = None
        self.restoring = ""
        """The name of a restoring that this transaction did."""

    def _read(self, sql: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        return [dict(row) for row in self._connection.execute(statement(sql), dict(values)).mappings()]

    def _stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        ahead = {"stream_results": True}
        with self._connection.execute(statement(sql), dict(values), execution_options=ahead) as found:
            for row in found.mappings():
                yield dict(row)

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence; the last one asked for is at hand."""
        if self._claim is None or self._claim[0] != identifier:
            self._claim = identifier, super().claim(identifier)
        return self._claim[1]

    def evidence(self, claim: str, known: Mapping[str, Evidence] = NOTHING) -> tuple[Evidence, ...]:
        """Return all evidence ever kept for a claim; that of the last one asked for is at hand."""
        if self._evidence is None or self._evidence[0] != claim:
            self._evidence = claim, super().evidence(claim, known)
        return self._evidence[1]

    def append(  # noqa: PLR0913 - the fields of an event
        self,
        *,
        at: datetime,
        user: str,
        kind: str,
        subject: str,
        revision: str,
        body: Mapping[str, Any],
        key: SigningKey | None = None,
        anywhere: bool = False,
    ) -> Event:
        """Append an event to the log, its own words beside it; `key` signs it. `anywhere`: also on what left the list.

        What a person appends in one transaction was decided in one go: its later events name the first one.

        Raises:
            ConflictError: a person decides on a revision that is no longer the one in the list.
            InputError: the name is new in the log, and looks like another one there.
            StorageError: the database did not keep it.
        """
        if user != MACHINE and self._first is None:
            self._check_name(user)
        if user != MACHINE and not anywhere and self.replaced_by(revision):
            raise ConflictError(
                "this text was read anew since, as another revision: its claims here left the list",
                hint="look at the list again",
            )
        last = self._head or self.last_event()  # nobody else appends while this transaction has the lock
        own = {part: body[part] for part in OWN_WORDS.get(kind, ()) if body.get(part)}
        spoken = {part: Words(text, self.keep_private(text)) for part, text in own.items()}
        beside = {WITH: self._first.seq} if self._first and user != MACHINE else {}
        told = {**body, **spoken, **beside}
        event = next_event(last, at=at, user=user, kind=kind, subject=subject, revision=revision, body=told)
        event = signed(event, last, key) if key else event
        row = {
            "seq": event.seq,
            "at": timestamp(event.at),
            "user": event.user,
            "kind": event.kind,
            "subject": event.subject,
            "revision": event.revision,
            "body": canonical(logged(event.body)).decode(),
            "schema": event.schema,
            "prev": event.prev,
            "digest": event.digest,
        }
        self._insert(EventRow, [row])
        self._check_kept(event)
        self._head = event
        if user != MACHINE and self._first is None:
            self._first = event
        return event

    def _check_name(self, user: str) -> None:
        if self._one('SELECT seq FROM event WHERE "user" = :user LIMIT 1', user=user):
            return
        others = (row["user"] for row in self._query('SELECT DISTINCT "user" FROM event', {}))
        if other := taken_for(user, others):
            raise InputError(
                f"looks like {other!r}, who is somebody else in the log",
                hint=f"work as that person or under a name that is seen to be another; for who changed name: {RENAMED}",
                subject=f"the user name {user!a}",
            )

    def _check_kept(self, event: Event) -> None:
        """Read an event back: a rule or trigger of the database may have kept it out without a word."""
        kept = self._one("SELECT digest FROM event WHERE seq = :seq", seq=event.seq)
        if kept is None or kept["digest"] != event.digest:
            raise StorageError(
                f"event {event.seq} was not kept as it was written, and nothing was saved",
                hint="a rule or trigger of the database keeps it out: have its administrator look at the table 'event'",
            )

    def keep_private(self, text: str) -> str:
        """Keep a personal text outside the log; return the salted digest that stands for it there."""
        salt = secrets.token_hex(16)
        digest = digest_of({"salt": salt, "text": text})
        self._insert(PrivateTextRow, [{"digest": digest, "salt": salt, "text": text}])
        return digest

    def erase_private(self, digests: Iterable[str]) -> None:
        """Delete personal texts; see `Store.clean` for the copies that a database keeps of what was deleted."""
        self._connection.execute(_table(PrivateTextRow).delete().where(_table(PrivateTextRow).c.digest.in_(digests)))
        self._mark_unclean()

    def replace_evidence(self, evidence: Iterable[Evidence]) -> None:
        """Put evidence without its words in the place of what it was; see `Store.clean`."""
        table = _table(EvidenceRow)
        self._evidence = None
        for item in evidence:
            values = {"origin": item.candidate.origin, "payload": encode(item)}
            self._connection.execute(table.update().where(table.c.id == item.id).values(values))
        self._mark_unclean()

    def _mark_unclean(self) -> None:
        self._connection.exec_driver_sql(self._dialect.mark_unclean)

    def put_latest(self, revision: Revision) -> None:
        """Make a revision the one of its article that is in the list."""
        self._put(ArticleRow, "id", {"id": revision.article, "latest": revision.id})

    def add_revision(self, revision: Revision) -> None:
        """Keep a revision and make it the latest of its article."""
        self.put_latest(revision)
        row = {
            "id": revision.id,
            "article": revision.article,
            "title": revision.title,
            "text": revision.text,
            "path": revision.path,
            "published": revision.published.isoformat() if revision.published else None,
            "published_from": revision.published_from,
            "layout": encode(revision.layout),
            "turns": encode(revision.turns),
            "markers": encode(revision.markers),
        }
        self._insert(RevisionRow, [row])

    def add_claims(self, revision: str, sentences: Sequence[Sentence], claims: Sequence[tuple[Claim, str]]) -> None:
        """Keep what was extracted: the sentences, and the claims with the words of their sentence."""
        kept = encode(tuple(sentences))
        table = _table(RevisionRow)
        self._connection.execute(table.update().where(table.c.id == revision).values(sentences=kept))
        self.append_claims(revision, claims)

    def append_claims(self, revision: str, claims: Sequence[tuple[Claim, str]]) -> None:
        """Keep claims with the words of their sentence; they take the numbers after those that the revision has."""
        (last,) = self._read("SELECT max(number) AS number FROM claim WHERE revision = :id", {"id": revision})
        first = (last["number"] or 0) + 1
        rows = [claim_row(claim, revision, at, sentence) for at, (claim, sentence) in enumerate(claims, start=first)]
        self._insert(ClaimRow, rows)

    def put_citations(self, revision: str, citations: Sequence[BoundCitation]) -> None:
        """Replace the citations of a revision: the file as it was read last decides, and the log has its digest."""
        mine = "(SELECT id FROM citation WHERE revision = :id)"
        self._connection.execute(statement(f"DELETE FROM claim_citation WHERE citation IN {mine}"), {"id": revision})  # noqa: S608 - ours
        self._connection.execute(statement("DELETE FROM citation WHERE revision = :id"), {"id": revision})
        named = [(f"{revision}-{number}", number, bound) for number, bound in enumerate(citations, start=1)]
        rows = [
            {"id": name, "revision": revision, "number": number, "payload": encode(bound.citation)}
            for name, number, bound in named
        ]
        self._insert(CitationRow, rows)
        pairs = [{"claim": claim, "citation": name} for name, _, bound in named for claim in bound.claims]
        self._insert(ClaimCitationRow, pairs)

    def add_evidence(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Keep evidence, and return what was not there; rows that are there already stay as they are."""
        known = {row["id"] for claim in {e.claim for e in evidence} for row in self._ids_of_evidence(claim)}
        new = tuple(item for item in evidence if item.id not in known)
        rows = [
            {
                "id": item.id,
                "claim": item.claim,
                "origin": item.candidate.origin,
                "stance": item.judgement.stance,
                "payload": encode(item),
            }
            for item in new
        ]
        self._insert(EvidenceRow, rows)
        self._evidence = None
        return new

    def _ids_of_evidence(self, claim: str) -> Sequence[Mapping[str, Any]]:
        return self._read("SELECT id FROM evidence WHERE claim = :claim", {"claim": claim})

    def put_state(self, state: ClaimState, counts: Mapping[str, int]) -> None:
        """Replace the stored fold of a claim. `counts`: corroborates, conflicts, related, judged."""
        self._put(ClaimStateRow, "claim", state_row(state, counts))

    def put_lock(self, lock: ClaimLock) -> None:
        """Keep who holds a claim, in place of who held it before."""
        self._put(ClaimLockRow, "claim", {"claim": lock.claim, "user": lock.user, "until": timestamp(lock.until)})

    def drop_lock(self, claim: str) -> None:
        """Let nobody hold a claim."""
        self._connection.execute(statement("DELETE FROM claim_lock WHERE claim = :claim"), {"claim": claim})

    def insert_rows(self, table: Table, rows: Sequence[Row]) -> None:
        """Keep rows as they are, of a database that is copied."""
        self._connection.execute(table.insert(), rows)
        self._claim = self._evidence = None

    def empty(self) -> None:
        """Take everything out: it is replaced by what a backup has."""
        for table in reversed(SQLModel.metadata.sorted_tables):
            if table is not _table(MarkRow):
                self._connection.execute(table.delete())
        self._claim = self._evidence = None

    def mark_restored(self) -> None:
        """Give this database the name of a new restoring, so that others who have it open read it anew."""
        self.restoring = secrets.token_hex(16)
        self._put(MarkRow, "name", {"name": "restored", "value": self.restoring})

    def _insert(self, kind: type[SQLModel], rows: Sequence[Row]) -> None:
        if rows:
            self._connection.execute(_table(kind).insert(), rows)

    def _put(self, kind: type[SQLModel], key: str, row: Row) -> None:
        """Replace the row with this key, or insert it."""
        done = self._connection.execute(_replacing(kind, key), {**row, _KEY: row[key]})
        if not done.rowcount:
            self._insert(kind, [row])


def _table(kind: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(kind.__tablename__)]


@cache
def _replacing(kind: type[SQLModel], key: str) -> sqlalchemy.Update:
    table = _table(kind)
    values: dict[str, Any] = {
        column.name: sqlalchemy.bindparam(column.name) for column in table.c if column.name != key
    }
    return table.update().where(table.c[key] == sqlalchemy.bindparam(_KEY)).values(values)
