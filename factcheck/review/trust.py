"""Which keys a workspace trusts, and whether every event that asks for a signature has a good one.

Trust begins with one key, which its holder trusts and signs that with; every other key is trusted, or revoked, by an
event that a trusted key signed. Whoever ever had a trusted key signs with one from then on: no name is taken over by
leaving the signature out. What a key signed before it was revoked stays signed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.domain import Event
from factcheck.errors import GuardError
from factcheck.keyfiles import SHORT
from factcheck.review.kinds import SIGNATURES, Kind
from factcheck.store.log import signed_bytes
from factcheck.text.names.lookalikes import folded

SUBJECT = "keys"
"""The subject of the events about keys: no claim or revision has this id."""

KINDS = (Kind.KEY_TRUSTED, Kind.KEY_REVOKED)

Verifies = Callable[[str, bytes, str], bool]
"""Tells whether a signature is that of a key: key, message, signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedKey:
    """A key of `holder`, trusted by `user` with event `since`; `revoked`: the event that ended that, 0 if none did."""

    key: str
    holder: str
    user: str
    since: int
    revoked: int = 0
    reason: str = ""

    def held_at(self, seq: int) -> bool:
        """Tell whether it was trusted right after an event."""
        return self.since <= seq and not (self.revoked and self.revoked <= seq)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys of a workspace by their names, in the order in which they were trusted."""

    keys: Mapping[str, TrustedKey] = field(default_factory=dict)

    def of(self, user: str) -> tuple[TrustedKey, ...]:
        """Return the keys that a person may sign with, the one trusted last first."""
        mine = [one for one in self.keys.values() if folded(one.holder) == folded(user) and not one.revoked]
        return tuple(reversed(mine))

    def knows(self, user: str) -> bool:
        """Tell whether a person ever had a key here, and so has to sign with one."""
        return any(folded(one.holder) == folded(user) for one in self.keys.values())

    def after(self, event: Mapping[str, Any]) -> KeyRing:
        """Return the ring after an event of the log, given by its fields."""
        body, seq = event["body"], event["seq"]
        if event["kind"] == Kind.KEY_TRUSTED:
            made = TrustedKey(key=body["trusted"], holder=body["holder"], user=event["user"], since=seq)
            return KeyRing({**self.keys, made.key: made})
        if event["kind"] == Kind.KEY_REVOKED and body["revoked"] in self.keys:
            ended = replace(self.keys[body["revoked"]], revoked=seq, reason=body["reason"])
            return KeyRing({**self.keys, ended.key: ended})
        return self


def ring_of(events: Iterable[Event]) -> KeyRing:
    """Fold the events about keys."""
    ring = KeyRing()
    for event in events:
        ring = ring.after({"kind": event.kind, "body": event.body, "seq": event.seq, "user": event.user})
    return ring


def check_trust(ring: KeyRing, user: str, holder: str, key: str) -> None:
    """Refuse to trust a key that was trusted before, or to begin with another's.

    Raises:
        GuardError: says which.
    """
    known = ring.keys.get(key)
    if known:
        told = "was revoked" if known.revoked else f"is trusted already, as {known.holder}'s"
        raise GuardError(told, hint="`factcheck key new --rotate` makes another", subject=f"key {key[:SHORT]}")
    if not ring.keys and folded(holder) != folded(user):
        raise GuardError(
            "trust begins with your own key, which then signs that of others",
            hint="`factcheck key new`, then `factcheck key trust`",
        )


def check_revoke(ring: KeyRing, key: str, reason: str) -> None:
    """Refuse to revoke a key that is not trusted, or the last one: nobody could trust another then.

    Raises:
        GuardError: says which.
    """
    subject = f"key {key[:SHORT]}"
    if key not in ring.keys or ring.keys[key].revoked:
        raise GuardError("is not trusted here", hint="`factcheck key list` shows which are", subject=subject)
    if not reason.strip():
        raise GuardError("to revoke a key takes a reason", subject=subject)
    if sum(not one.revoked for one in ring.keys.values()) == 1:
        raise GuardError("is the last one that is trusted: trust another first", subject=subject)


class Signatures:
    """Goes through a log: each event that asks for a signature has one of a key that is trusted there."""

    def __init__(self, verifies: Verifies) -> None:
        self.ring = KeyRing()
        self.signed: Counter[str] = Counter()
        """How many events each key signed."""
        self.asserted = 0
        """How many sign-offs and the like nobody signed with a key: their user had none."""
        self._verifies = verifies

    def look(self, event: Mapping[str, Any]) -> str:
        """Look at the next event, given by its fields; return "" or what is wrong with its signature."""
        if event["kind"] not in SIGNATURES:
            return ""
        try:
            wrong = self._wrong(event)
            self.ring = self.ring if wrong else self.ring.after(event)
        except (KeyError, TypeError, AttributeError):
            wrong = "is no such event as this program writes"
        return f"event {event['seq']}: {wrong}" if wrong else ""

    def _wrong(self, event: Mapping[str, Any]) -> str:
        body, user = event["body"], event["user"]
        key, signature = body.get("key", ""), body.get("signature", "")
        if not key and not signature:
            if event["kind"] in KINDS or self.ring.knows(user):
                return f"is not signed with a key, and {user} has to sign with one"
            self.asserted += 1
            return ""
        if untrusted := self._untrusted(event, key):
            return untrusted
        if not self._verifies(key, signed_bytes(event), signature):
            return f"its signature is not that of {user}'s key {key[:SHORT]}: it was altered, or signed by another"
        self.signed[key] += 1
        return ""

    def _untrusted(self, event: Mapping[str, Any], key: str) -> str:
        body, user = event["body"], event["user"]
        trusts = event["kind"] == Kind.KEY_TRUSTED
        if trusts and body["trusted"] in self.ring.keys:
            return f"trusts the key {body['trusted'][:SHORT]} a second time"
        if trusts and not self.ring.keys:
            begins = key == body["trusted"] and folded(body["holder"]) == folded(user)
            return "" if begins else f"trusts the key {body['trusted'][:SHORT]} before any key is trusted"
        known = self.ring.keys.get(key)
        if known is None:
            return f"was signed with the key {key[:SHORT]}, which is not trusted"
        if known.revoked:
            return f"was signed with the key {key[:SHORT]}, which event {known.revoked} revoked"
        if folded(known.holder) != folded(user):
            return f"was signed with the key {key[:SHORT]} of {known.holder}, not of {user}"
        return ""
