"""What claims are folded from without a workspace: the claims, evidence and events that a dossier shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from factcheck.domain import Claim, ClaimState, Event, Evidence
from factcheck.errors import InputError
from factcheck.reports.dossier.records import SOURCE
from factcheck.reports.dossier.redaction import WITHHELD
from factcheck.workbench.folding import folded, history


@dataclass(slots=True)
class Pack:
    """A dossier's own claims, evidence and events, asked as a database is (`folding.Kept`).

    `changed`: why an event (seq) is not shown as it is; `hidden`: the evidence (ids) whose words are withheld.
    """

    claims: dict[str, tuple[Claim, str, str]] = field(default_factory=dict)
    items: dict[str, list[Evidence]] = field(default_factory=dict)
    changed: dict[int, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    _events: dict[str, list[Event]] = field(default_factory=dict)

    def put_event(self, event: Event, changed: str = "") -> None:
        """Take an event, in the order of the log, as it is shown."""
        self._events.setdefault(event.subject, []).append(event)
        if changed:
            self.changed[event.seq] = changed

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence."""
        if identifier not in self.claims:
            raise InputError("an event names a claim that is not here", subject=identifier)
        return self.claims[identifier]

    def events(self, *, subject: str = "", kinds: Sequence[str] = ()) -> Iterator[Event]:
        """Return the events of a subject in order, or of all; of some kinds alone, if given."""
        found: Iterable[Event] = self._events.get(subject, ()) if subject else self._all()
        return (event for event in found if not kinds or event.kind in kinds)

    def _all(self) -> list[Event]:
        return sorted((event for events in self._events.values() for event in events), key=lambda event: event.seq)

    def evidence(self, claim: str, known: Mapping[str, Evidence] | None = None) -> Sequence[Evidence]:
        """Return all evidence of a claim."""
        del known
        return self.items.get(claim, ())

    def private_texts(self, digests: Sequence[str]) -> Mapping[str, str]:
        """Notes stay in the workspace."""
        return dict.fromkeys(digests, WITHHELD)

    def state(self, claim: str) -> ClaimState:
        """Fold a claim from what is shown."""
        return self.counted(claim)[0]

    def counted(self, claim: str) -> tuple[ClaimState, dict[str, int]]:
        """Fold a claim from what is shown; count its origins by what they say of it, and what was judged."""
        return folded(self, claim)

    def history(self, claim: str) -> Sequence[Event]:
        """Return the events of a claim as they are shown."""
        return history(self, claim, self.claim(claim)[1])

    def is_whole(self, claim: str, state: ClaimState) -> bool:
        """Tell whether all that a signature on a claim binds is shown as it is, so that it can be verified."""
        told = any(self.changed.get(event.seq) == SOURCE for event in self.history(claim))
        found = state.evidence if state.verdict and state.verdict.rests_on_search else ()
        return not told and self.hidden.isdisjoint((*state.stances, *state.cited, *found))


def event_of(fields: Mapping[str, Any], body: Mapping[str, Any]) -> Event:
    """Make an event of the fields of its line, with this body."""
    own = {name: fields[name] for name in ("seq", "user", "kind", "subject", "revision", "prev", "digest")}
    at = datetime.fromisoformat(fields["at"])
    return Event(**own, at=at, body=body, schema=fields.get("schema", 1))
