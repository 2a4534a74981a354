"""The chain of an exported log in which some events are not shown as they are: number and links hold it together.

A whole event proves itself, and by its link all before it: its digest is of its own bytes. One that is withheld is held
in its place by the event after it, which names its digest; what is shown beside that, and its own link, are the word of
whoever made the dossier, which the SHA-256 of the manifest holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from factcheck.domain import Event
from factcheck.errors import FactcheckError, StateError
from factcheck.keyfiles import verifies
from factcheck.reports.dossier.records import ELSEWHERE, PATH, SOURCE
from factcheck.review.trust import Signatures
from factcheck.store.canonical import parsed
from factcheck.store.log import GENESIS, digest_of
from factcheck.workbench.dossier.packed import event_of

_LINK = {"seq", "prev", "digest", "withheld"}
_SHOWN = _LINK | {"at", "user", "kind", "subject", "revision", "shown"}


@dataclass(slots=True)
class Chain:
    """A log as it was read. `events`: those that are shown, with why they are not whole ("" where they are).

    `count` and `head`: of all of them; `heads`: the digests of all. `signatures`: what was seen of those of events that
    are whole; `unverified`: why they were not looked at ("" where they were).
    """

    events: list[tuple[Event, str]] = field(default_factory=list)
    count: int = 0
    head: str = GENESIS
    heads: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    signatures: Signatures = field(default_factory=lambda: Signatures(verifies))
    unverified: str = ""


def chained(lines: Iterable[bytes]) -> Chain:
    """Read a log and verify its chain, up to the first event that cannot be read."""
    chain = Chain()
    try:
        for line in lines:
            fields = _read(line)
            if fields is None:
                chain.faults.append(f"event {chain.count + 1}: was altered, or is none")
                break
            _take(chain, fields)
    except FactcheckError as error:
        chain.faults.append(error.message)
    return chain


def _take(chain: Chain, fields: Mapping[str, Any]) -> None:
    seq = chain.count + 1
    if fields["seq"] != seq:
        chain.faults.append(f"event {fields['seq']}: stands where event {seq} should")
    elif fields["prev"] != chain.head:
        chain.faults.append(f"event {seq}: does not follow the event before it: one of the two was replaced")
    elif "withheld" not in fields and digest_of({k: v for k, v in fields.items() if k != "digest"}) != fields["digest"]:
        chain.faults.append(f"event {seq}: was altered")
    elif "body" in fields and (wrong := _wrong_signature(chain, fields)):
        chain.faults.append(wrong)
    chain.count, chain.head = seq, fields["digest"]
    chain.heads.add(chain.head)
    if "body" in fields:
        chain.events.append((event_of(fields, fields["body"]), ""))
    elif "shown" in fields:
        chain.events.append((event_of(fields, fields["shown"]), fields["withheld"]))


def _wrong_signature(chain: Chain, fields: Mapping[str, Any]) -> str:
    if chain.unverified:
        return ""
    try:
        return chain.signatures.look(fields)
    except StateError as error:
        chain.unverified = f"{error.message}: {error.hint}"
        return ""


def _read(line: bytes) -> Mapping[str, Any] | None:
    """Read a line; None if it is not exactly what would be written of an event."""
    fields = parsed(line)
    try:
        return fields if isinstance(fields, dict) and _is_event(fields) else None
    except ValueError:
        return None


def _is_event(fields: Mapping[str, Any]) -> bool:
    if type(fields.get("seq")) is not int or not all(isinstance(fields.get(n), str) for n in ("prev", "digest")):
        return False
    if fields.keys() == _LINK:
        return bool(fields["withheld"] == ELSEWHERE)
    told = all(isinstance(fields.get(name), str) for name in ("at", "user", "kind", "subject", "revision"))
    told = told and datetime.fromisoformat(fields["at"]).tzinfo is not None
    if fields.keys() == _SHOWN:
        return told and fields["withheld"] in (PATH, SOURCE) and isinstance(fields["shown"], dict)
    return told and fields.keys() == Event.__dataclass_fields__.keys() and isinstance(fields["body"], dict)
