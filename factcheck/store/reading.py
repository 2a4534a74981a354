"""Every read of the database, as plain SQL over a function that runs a query.

Outside a transaction the query runs on a bare sqlite3 connection (a claim list must not pay 0.4 s for importing
SQLModel); inside one it runs on the writer's own session, so that both see the same rows through the same code. The
SQL names the columns of `tables.py`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from factcheck.domain import (
    BY_HAND,
    LISTED,
    MACHINE,
    ArticleSummary,
    BoundCitation,
    Citation,
    Claim,
    ClaimLock,
    ClaimState,
    ClaimSummary,
    Evidence,
    LayoutHint,
    Marker,
    ReviewState,
    Revision,
    Sentence,
    Source,
    Turn,
)
from factcheck.errors import InputError, StorageError
from factcheck.store.encoding import damage_told, decode, is_hidden
from factcheck.store.list_rows import corrected, summary_of, summary_sql
from factcheck.store.log_reading import LogReader
from factcheck.store.querying import values_of

_LISTED = "s.review_state NOT IN ('" + "', '".join(state for state in ReviewState if state not in LISTED) + "')"
"""By what left the list, not by what is in it: a damaged state is read, and told."""

_TEXT_ORDER = 'c.start, c."end", c.number'
"""Numbers are names: a claim that a person adds takes the next one, and stands where its words stand."""

NOTHING: Mapping[str, Evidence] = {}


class ClaimBounds(NamedTuple):
    """A claim (id), and where it stands."""

    id: str
    start: int
    end: int


class Reader(LogReader):
    """Reads the types of the domain out of the tables."""

    def articles(self) -> tuple[ArticleSummary, ...]:
        """Return the articles with their latest revision, in the order in which they were added."""
        rows = self._query(
            "SELECT a.id, r.id AS revision, r.title, r.path, r.published, r.published_from,"  # noqa: S608 - our own words
            f" count(*) FILTER (WHERE {_LISTED}) AS claims,"
            " count(*) FILTER (WHERE s.review_state = 'signed') AS signed"
            " FROM article a JOIN revision r ON r.id = a.latest LEFT JOIN claim c ON c.revision = r.id"
            " LEFT JOIN claim_state s ON s.claim = c.id GROUP BY a.id, r.id ORDER BY a.rowid",
            {},
        )
        return tuple(ArticleSummary(**{**dict(row), "published": _date(row["published"])}) for row in rows)

    def revision(self, identifier: str) -> Revision | None:
        """Return a revision, or None."""
        row = self._one("SELECT * FROM revision WHERE id = :id", id=identifier)
        if row is None:
            return None
        with damage_told(f"revision ({identifier})"):
            published = _date(row["published"])
        return Revision(
            id=row["id"],
            article=row["article"],
            title=row["title"],
            text=row["text"],
            path=row["path"],
            published=published,
            published_from=row["published_from"],
            layout=decode(tuple[LayoutHint, ...], row["layout"]),
            citations=tuple(bound.citation for bound in self.citations(identifier)),
            turns=decode(tuple[Turn, ...], row["turns"]),
            markers=decode(tuple[Marker, ...], row["markers"]),
        )

    def revision_rows(self) -> Sequence[Mapping[str, Any]]:
        """Return the rows of all revisions as they are kept, without their texts."""
        return self._query("SELECT id, article, layout, sentences, turns, markers FROM revision", {})

    def latest_revisions(self) -> list[tuple[str, str]]:
        """Return (article, revision) of all that is in the list."""
        return [(row["id"], row["latest"]) for row in self._query("SELECT id, latest FROM article", {})]

    def latest(self, article: str) -> Revision | None:
        """Return the revision of an article that is in the list, or None."""
        row = self._one("SELECT latest FROM article WHERE id = :id", id=article)
        return self.revision(row["latest"]) if row else None

    def revisions(self, article: str) -> tuple[str, ...]:
        """Return all revisions (ids) of an article, in the order in which they were kept."""
        rows = self._query("SELECT id FROM revision WHERE article = :id ORDER BY rowid", {"id": article})
        return tuple(row["id"] for row in rows)

    def revised_to(self, text: str) -> Revision | None:
        """Return the revision with this text that is the last of an article which began with another; or None."""
        row = self._one(
            "SELECT r.id FROM article a JOIN revision r ON r.id = a.latest"
            " WHERE r.text = :text AND EXISTS (SELECT 1 FROM event e WHERE e.subject = r.id AND e.kind = 'revised')",
            text=text,
        )
        return self.revision(row["id"]) if row else None

    def replaced_by(self, revision: str) -> str:
        """Return the revision of the same article that is in the list in its stead, or ""."""
        row = self._one(
            "SELECT a.latest FROM revision r JOIN article a ON a.id = r.article WHERE r.id = :id AND a.latest <> r.id",
            id=revision,
        )
        return str(row["latest"]) if row else ""

    def decisions(self, revision: str) -> int:
        """Count the events of a revision that are a person's."""
        row = self._one(
            'SELECT count(*) AS events FROM event WHERE revision = :id AND "user" <> :machine',
            id=revision,
            machine=MACHINE,
        )
        return int(row["events"]) if row else 0

    def citations(self, revision: str) -> tuple[BoundCitation, ...]:
        """Return the writer's own sources for a revision, in the order of the text, with the claims they follow."""
        rows = self._query("SELECT id, payload FROM citation WHERE revision = :id ORDER BY number", {"id": revision})
        pairs = self._query(
            "SELECT x.claim, x.citation FROM claim_citation x JOIN citation t ON t.id = x.citation"
            " JOIN claim c ON c.id = x.claim WHERE t.revision = :id ORDER BY c.number",
            {"id": revision},
        )
        claims: dict[str, list[str]] = {}
        for pair in pairs:
            claims.setdefault(pair["citation"], []).append(pair["claim"])
        return tuple(
            BoundCitation(citation=decode(Citation, row["payload"]), claims=tuple(claims.get(row["id"], ())))
            for row in rows
        )

    def sentences(self, revision: str) -> tuple[Sentence, ...] | None:
        """Return the sentences of a revision with their dispositions; None before extraction."""
        row = self._one("SELECT sentences FROM revision WHERE id = :id", id=revision)
        if row is None or row["sentences"] is None:
            return None
        found: tuple[Sentence, ...] = decode(tuple[Sentence, ...], row["sentences"])
        return found

    def set_aside(self, revision: str) -> int:
        """Count the sentences of a revision in which extraction found no claim."""
        row = self._one(self._dialect.set_aside, id=revision)
        return int(row["sentences"]) if row else 0

    def summaries(
        self, article: str = "", *, unlisted: bool = False, streamed: bool = False, first: int = 0
    ) -> Iterator[ClaimSummary]:
        """Yield the rows of the claim list: article by article, claims in the order of the text.

        `unlisted`: with those that a person took out of the list; `streamed`: read as they are asked for; `first`: only
        so many of them (0: all), a quarter of the work where there are 10,000.
        """
        asked = ["a.id = :article"] * bool(article) + [_LISTED] * (not unlisted)
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        order = f"ORDER BY a.rowid, {_TEXT_ORDER}{f' LIMIT {first:d}' if first else ''}"
        sql, named = f"{summary_sql(self._dialect)} {where} {order}", {"article": article} if article else {}
        return map(summary_of, self._values(sql, named) if streamed else values_of(self._query(sql, named)))

    def former(self) -> Iterator[ClaimSummary]:
        """Yield the rows with a verdict of earlier revisions, the newest revision first."""
        where = f"WHERE r.id <> a.latest AND s.rating <> '' AND {_LISTED}"
        sql = f"{summary_sql(self._dialect, earlier=True)} {where} ORDER BY r.rowid DESC, {_TEXT_ORDER}"
        return map(summary_of, values_of(self._query(sql, {})))

    def unlisted(self, article: str = "") -> dict[ReviewState, int]:
        """Count the claims that a person took out of the list, by state."""
        where = "AND r.article = :article" if article else ""
        rows = self._query(
            "SELECT s.review_state, count(*) AS claims FROM article a JOIN revision r ON r.id = a.latest"  # noqa: S608 - ours
            " JOIN claim c ON c.revision = r.id JOIN claim_state s ON s.claim = c.id"
            f" WHERE NOT {_LISTED} {where} GROUP BY s.review_state",
            {"article": article} if article else {},
        )
        return {ReviewState(row["review_state"]): row["claims"] for row in rows}

    def withdrawn(self) -> list[ClaimState]:
        """Return the folds of the claims that a person withdrew."""
        rows = self._query("SELECT payload FROM claim_state WHERE review_state = 'withdrawn'", {})
        return [decode(ClaimState, row["payload"]) for row in rows]

    def summary(self, claim: str) -> ClaimSummary:
        """Return the row of one claim."""
        row = self._one(f"{summary_sql(self._dialect, earlier=True)} WHERE c.id = :claim", claim=claim)
        if row is None:
            raise InputError("there is no such claim", subject=claim)
        return summary_of(tuple(row.values()))

    def claim_ids(self, pattern: str, number: int) -> list[tuple[str, str]]:
        """Return (claim, article) in latest revisions whose id starts with `pattern` or whose number is `number`."""
        rows = self._query(
            "SELECT c.id, a.id AS article FROM article a JOIN claim c ON c.revision = a.latest"
            " WHERE (substr(c.id, 1, length(:pattern)) = :pattern AND :pattern <> '' OR c.number = :number)"
            " ORDER BY a.rowid, c.number",
            {"pattern": pattern, "number": number},
        )
        return [(row["id"], row["article"]) for row in rows]

    def earlier_claim_ids(self, pattern: str) -> list[tuple[str, str]]:
        """Return (claim, article) in earlier revisions whose id starts with `pattern`."""
        rows = self._query(
            "SELECT c.id, a.id AS article FROM article a JOIN revision r ON r.article = a.id"
            " JOIN claim c ON c.revision = r.id"
            " WHERE r.id <> a.latest AND substr(c.id, 1, length(:pattern)) = :pattern ORDER BY a.rowid, c.number",
            {"pattern": pattern},
        )
        return [(row["id"], row["article"]) for row in rows]

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence."""
        row = self._one("SELECT payload, revision, sentence FROM claim WHERE id = :id", id=identifier)
        if row is None:
            raise InputError(
                "there is no such claim", hint="`factcheck claim-list` shows the claims", subject=identifier
            )
        return decode(Claim, row["payload"]), row["revision"], row["sentence"]

    def claims(self, revision: str) -> tuple[Claim, ...]:
        """Return all claims ever kept of a revision, as they were made, in the order of their numbers."""
        rows = self._query("SELECT payload FROM claim WHERE revision = :id ORDER BY number", {"id": revision})
        return tuple(decode(Claim, row["payload"]) for row in rows)

    def bounds_of(self, revision: str, *states: ReviewState) -> list[ClaimBounds]:
        """Return where the claims of a revision in these states stand; it reads nothing else of them."""
        values = {f"state{place}": str(state) for place, state in enumerate(states)}
        rows = self._query(
            'SELECT c.id, c.start, c."end" FROM claim c JOIN claim_state s ON s.claim = c.id'  # noqa: S608 - ours
            f" WHERE c.revision = :id AND s.review_state IN (:{', :'.join(values)}) ORDER BY c.number",
            {"id": revision, **values},
        )
        return [ClaimBounds(**row) for row in rows]

    def listed_claims(self, revision: str) -> tuple[Claim, ...]:
        """Return the claims of a revision that are listed, as a person corrected them, in the order of the text."""
        rows = self._query(
            f"SELECT c.payload, {corrected(self._dialect)} FROM claim c JOIN claim_state s ON s.claim = c.id"  # noqa: S608 - our own words
            f" WHERE c.revision = :id AND {_LISTED}"
            f" ORDER BY {_TEXT_ORDER}",
            {"id": revision},
        )
        return tuple(_corrected(decode(Claim, row["payload"]), row["corrected"]) for row in rows)

    def evidence(self, claim: str, known: Mapping[str, Evidence] = NOTHING) -> tuple[Evidence, ...]:
        """Return all evidence ever kept for a claim. `known`: by id, what the caller has just kept."""
        rows = self._query("SELECT id, payload FROM evidence WHERE claim = :id ORDER BY rowid", {"id": claim})
        return tuple(known.get(row["id"]) or decode(Evidence, row["payload"]) for row in rows)

    def contacts(self) -> list[tuple[str, str]]:
        """Return (origin, name) of the contacts that were brought as evidence; one name may stand there often."""
        rows = self._query(self._dialect.contacts, {"brought": f"{BY_HAND}%"})
        return [(row["origin"], row["name"] or "") for row in rows]

    def hidden_evidence(self, article: str, marked: Collection[str]) -> Iterator[str]:
        """Yield the evidence ever kept for an article (as JSON) with a source that is not open, in no order.

        `marked`: documents (ids) that are not open now, whatever the evidence says.
        """
        rows = self._values(
            "SELECT e.payload FROM revision r JOIN claim c ON c.revision = r.id JOIN evidence e ON e.claim = c.id"
            " WHERE r.article = :article",
            {"article": article},
        )
        return (payload for (payload,) in rows if is_hidden(payload, marked))

    def brought(self) -> Sequence[Mapping[str, Any]]:
        """Return the rows of all evidence that people brought, as they are kept."""
        return self._query(self._dialect.brought, {"brought": f"{BY_HAND}%"})

    def rested_on(self) -> list[tuple[str, str, Source]]:
        """Return (claim, evidence, source) of what verdicts rest on (`rests_on`); the source without its labels."""
        return [(row["claim"], row["evidence"], _source(row)) for row in self._query(self._dialect.rested_on, {})]

    def state(self, claim: str) -> ClaimState:
        """Return the stored fold of a claim's events."""
        row = self._one("SELECT payload FROM claim_state WHERE claim = :id", id=claim)
        if row is None:
            raise InputError("there is no such claim", subject=claim)
        state: ClaimState = decode(ClaimState, row["payload"])
        return state

    def claim_rows(self, revision: str) -> Sequence[Mapping[str, Any]]:
        """Return the rows of all claims ever kept of a revision as they are kept, in the order of their numbers."""
        return self._query("SELECT * FROM claim WHERE revision = :id ORDER BY number", {"id": revision})

    def rows_of(self, claim: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return the rows of a claim and of its fold as they are kept, to be held against the log; {}: no fold."""
        made = self._query("SELECT * FROM claim WHERE id = :id", {"id": claim})
        folded = self._query("SELECT * FROM claim_state WHERE claim = :id", {"id": claim})
        if not made:
            raise StorageError(
                f"the row of claim {claim} is missing", hint="put a backup back: `factcheck restore FILE --force`"
            )
        return made[0], folded[0] if folded else {}

    def payloads(
        self, kind: Literal["claim", "evidence", "citation"], *, claim: str = ""
    ) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a table as they are kept, in the order in which they were; of evidence, of one claim."""
        where = "WHERE claim = :claim" if claim else ""
        return self._query(f"SELECT * FROM {kind} {where} ORDER BY rowid", {"claim": claim} if claim else {})  # noqa: S608 - ours

    def locks(self) -> tuple[ClaimLock, ...]:
        """Return who holds which claim until when, also what is over."""
        rows = self._query('SELECT claim, "user", until FROM claim_lock ORDER BY claim', {})
        with damage_told("lock"):
            return tuple(ClaimLock(**{**row, "until": datetime.fromisoformat(row["until"])}) for row in rows)

    def restored(self) -> str:
        """Return the name of the latest restoring of this database from a backup; "": it never was."""
        row = self._one("SELECT value FROM mark WHERE name = 'restored'")
        return str(row["value"]) if row else ""


def _source(row: Mapping[str, Any]) -> Source:
    return Source(id=row["id"], digest=row["digest"], origin="", path=row["path"] or "", url=row["url"] or "")


def _corrected(claim: Claim, state: str | None) -> Claim:
    if not state:
        return claim
    folded: ClaimState = decode(ClaimState, state)
    return folded.corrected(claim)


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
