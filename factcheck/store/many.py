"""Reads of many claims at once: a report of ten thousand asks a few hundred questions, not a hundred thousand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.domain import Citation, Claim, ClaimState, ClaimSummary, Event, Evidence
from factcheck.errors import InputError
from factcheck.store.encoding import decode
from factcheck.store.list_rows import summary_of, summary_sql
from factcheck.store.log_reading import EVENT
from factcheck.store.reading import Reader
from factcheck.store.telling import events_told


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim as it was made, with what is kept of it: all its evidence, by id, in the order in which it was kept."""

    claim: Claim
    revision: str
    sentence: str
    state: ClaimState
    summary: ClaimSummary
    evidence: Mapping[str, Evidence]
    citations: tuple[Citation, ...]


class ManyReader(Reader):
    """A reader that reads many claims in a few queries. The caller says how many at once: all are in memory."""

    def stored_claims(self, identifiers: Sequence[str]) -> list[StoredClaim]:
        """Return claims (ids) in their order.

        Raises:
            InputError: there is no such claim.
        """
        claims = {
            row["id"]: row for row in self._of("SELECT id, payload, revision, sentence FROM claim", "id", identifiers)
        }
        if lost := [one for one in identifiers if one not in claims]:
            hint = "`factcheck claim-list` shows the claims"
            raise InputError("there is no such claim", hint=hint, subject=lost[0])
        listed = self._of(summary_sql(self._dialect, earlier=True), "c.id", identifiers)
        summaries = {row["id"]: summary_of(tuple(row.values())) for row in listed}
        states = {row["claim"]: row for row in self._of("SELECT claim, payload FROM claim_state", "claim", identifiers)}
        evidence: dict[str, dict[str, Evidence]] = {one: {} for one in identifiers}
        for row in self._of("SELECT claim, id, payload FROM evidence", "claim", identifiers, "ORDER BY rowid"):
            evidence[row["claim"]][row["id"]] = decode(Evidence, row["payload"])
        cited: dict[str, list[Citation]] = {one: [] for one in identifiers}
        of_claims = "SELECT x.claim, t.payload FROM claim_citation x JOIN citation t ON t.id = x.citation"
        for row in self._of(of_claims, "x.claim", identifiers, "ORDER BY t.number"):
            cited[row["claim"]].append(decode(Citation, row["payload"]))
        return [
            StoredClaim(
                claim=decode(Claim, claims[one]["payload"]),
                revision=claims[one]["revision"],
                sentence=claims[one]["sentence"],
                state=decode(ClaimState, states[one]["payload"]) if one in states else self.state(one),
                summary=summaries[one] if one in summaries else self.summary(one),
                evidence=evidence[one],
                citations=tuple(cited[one]),
            )
            for one in identifiers
        ]

    def rows_of_many(self, identifiers: Sequence[str]) -> Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """Return of claims (ids) what `rows_of` returns of one; a claim without a row is left out."""
        states = {row["claim"]: row for row in self._of("SELECT * FROM claim_state", "claim", identifiers)}
        made = self._of("SELECT * FROM claim", "id", identifiers)
        return {row["id"]: (row, states.get(row["id"], {})) for row in made}

    def evidence_of(self, identifiers: Sequence[str]) -> Mapping[str, tuple[Evidence, ...]]:
        """Return all evidence ever kept for each of some claims (ids), in the order in which it was kept."""
        found: dict[str, list[Evidence]] = {one: [] for one in identifiers}
        for row in self._of("SELECT claim, payload FROM evidence", "claim", identifiers, "ORDER BY rowid"):
            found[row["claim"]].append(decode(Evidence, row["payload"]))
        return {one: tuple(items) for one, items in found.items()}

    def events_of(self, subjects: Sequence[str]) -> Mapping[str, Sequence[Event]]:
        """Return the events of some subjects, of each in order."""
        found: dict[str, list[Event]] = {one: [] for one in subjects}
        for event in events_told(self._of(EVENT, "subject", subjects, "ORDER BY seq"), self.private_texts):
            found[event.subject].append(event)
        return found

    def _of(self, sql: str, column: str, wanted: Sequence[str], order: str = "") -> Sequence[Mapping[str, Any]]:
        values = {f"wanted{place}": one for place, one in enumerate(wanted)}
        return self._query(f"{sql} WHERE {column} IN (:{', :'.join(values)}) {order}", values) if values else ()
