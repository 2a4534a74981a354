"""What stands in the JSON of a dossier beside what its records have: an unknown key, or one that stands there twice.

Reading passes over both. Somebody who reads the file otherwise would not, so it must not verify.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.store.encoding import encode


def unknown_key(raw: bytes, value: object) -> str:
    """Return what is wrong with the keys of the JSON that `value` was read from; "" where nothing is.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested without end.
    """
    right = encode(value).encode()
    if right == raw.rstrip(b"\n"):  # as it was written: nearly always, and far cheaper
        return ""
    try:
        return _beside(json.loads(raw, object_pairs_hook=_once), json.loads(right))
    except _TwiceError as error:
        return f"the key {error.key!a} stands there twice"


class _TwiceError(Exception):
    def __init__(self, key: str) -> None:
        self.key = key[:40]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _beside(told: Any, known: Any) -> str:  # noqa: ANN401 - any JSON value
    if isinstance(told, dict) and isinstance(known, dict):
        unknown = next((key for key in told if key not in known), None)
        if unknown is not None:
            return f"has the key {unknown[:40]!a}, which no dossier has"
        return next(filter(None, (_beside(value, known[key]) for key, value in told.items())), "")
    if isinstance(told, list) and isinstance(known, list):
        return next(filter(None, map(_beside, told, known)), "")
    return ""
