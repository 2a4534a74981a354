"""Reads of the log, as it stands there or with the personal words that stand outside of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from factcheck.domain import MACHINE, Event
from factcheck.store.log import line_of_row, timestamp
from factcheck.store.querying import TableReader
from factcheck.store.telling import event_of, events_told

EVENT = 'SELECT seq, at, "user", kind, subject, revision, body, schema, prev, digest FROM event'

_WORDS_AT_ONCE = 50
"""Salted digests that are asked for at once. Source: of a query with more values psycopg keeps nothing ready."""
_PRIVATE = f"SELECT digest, text FROM private_text WHERE digest IN (:d{', :d'.join(map(str, range(_WORDS_AT_ONCE)))})"  # noqa: S608 - ours


class LogReader(TableReader):
    """Reads events, and the texts behind their salted digests."""

    def private_rows(self) -> Sequence[Mapping[str, Any]]:
        """Return the personal texts with salt and digest."""
        return self._query("SELECT digest, salt, text FROM private_text ORDER BY digest", {})

    def events(
        self, *, subject: str = "", user: str = "", kinds: Sequence[str] = (), as_logged: bool = False
    ) -> Iterator[Event]:
        """Yield events in order: all, those of one subject, or those of one user; of some kinds alone, if given.

        `as_logged`: without the words that stand outside the log, and read as they are asked for.
        """
        column, value = ("subject", subject) if subject else ("user", user)
        values = {f"kind{position}": str(kind) for position, kind in enumerate(kinds)}
        asked = [f'"{column}" = :value'] * bool(value) + [f"kind IN (:{', :'.join(values)})"] * bool(kinds)
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        if value:
            values["value"] = value
        asking = f"{EVENT} {where} ORDER BY seq"
        if as_logged:
            return map(event_of, self._streamed(asking, values))
        return events_told(self._query(asking, values), self.private_texts)

    def log_lines(self) -> Iterator[bytes]:
        """Yield the log as it is stored, an event a line: what is verified and exported. They take little memory."""
        return (line_of_row(row) for row in self._streamed(f"{EVENT} ORDER BY seq", {}))

    def last_event(self) -> Event | None:
        """Return the head of the log, as it stands there: without the words that stand outside."""
        row = self._one(f"{EVENT} ORDER BY seq DESC LIMIT 1")
        return event_of(row) if row else None

    def events_since(self, moment: datetime) -> Iterator[Event]:
        """Yield the events at or after a moment that changed something, in order; reading them takes little memory."""
        rows = self._streamed(f"{EVENT} WHERE at >= :moment ORDER BY seq", {"moment": timestamp(moment)})
        return events_told(rows, self.private_texts)

    def decided_since(self, seq: int, user: str) -> Iterator[Event]:
        """Yield the decisions of others than `user` after event `seq`, in order."""
        rows = self._query(
            f'{EVENT} WHERE seq > :seq AND "user" NOT IN (:user, :machine) ORDER BY seq',
            {"seq": seq, "user": user, "machine": MACHINE},
        )
        return events_told(rows, self.private_texts)

    def private_texts(self, digests: Sequence[str]) -> dict[str, str]:
        """Return the texts behind salted digests; an erased one is left out."""
        found: dict[str, str] = {}
        for start in range(0, len(digests), _WORDS_AT_ONCE):
            some = digests[start : start + _WORDS_AT_ONCE]
            padded = {
                f"d{place}": some[min(place, len(some) - 1)] for place in range(_WORDS_AT_ONCE)
            }  # one SQL, kept ready
            found |= {row["digest"]: row["text"] for row in self._query(_PRIVATE, padded)}
        return found
