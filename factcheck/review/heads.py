"""A head of the log that was kept elsewhere: its digest alone, or signed by a person's key."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from factcheck.keyfiles import SigningKey
from factcheck.store.canonical import canonical

_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = b"factcheck head 1\n"
"""Before what a key signs: nothing else that is signed can pass for a head."""
_FIELDS = {"at": str, "events": int, "head": str, "key": str, "signature": str, "user": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The digest of event `events`, as `user` signed it with `key`; all but `head` is empty where nobody did."""

    head: str
    events: int = 0
    at: str = ""
    user: str = ""
    key: str = ""
    signature: str = ""

    @property
    def signed(self) -> bytes:
        """What the signature is made of."""
        told = {"at": self.at, "events": self.events, "head": self.head, "key": self.key, "user": self.user}
        return _HEAD + canonical(told)


def signed_head(digest: str, *, events: int, at: str, user: str, key: SigningKey) -> str:
    """Return a signed head as it is written: canonical JSON, on one line."""
    unsigned = Head(head=digest, events=events, at=at, user=user, key=key.public)
    written = {name: getattr(unsigned, name) for name in _FIELDS}
    return canonical({**written, "signature": key.sign(unsigned.signed)}).decode()


def parsed_head(text: str) -> Head | None:
    """Return the head that was written: 64 hexadecimal digits, or what `signed_head` writes; None if it is neither."""
    written = text.strip()
    if _DIGEST.fullmatch(written):
        return Head(head=written)
    found = _fields_of(written)
    return Head(**found) if found else None


def _fields_of(written: str) -> dict[str, Any] | None:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.keys() != _FIELDS.keys():
        return None
    is_whole = all(type(found[name]) is kind and found[name] for name, kind in _FIELDS.items())
    return found if is_whole else None
