"""When two names are one person: "Alice" and "al ice" are."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.text.names.lookalikes import folded


def is_among(user: str, users: Iterable[str]) -> bool:
    """Tell whether a person is one of several."""
    return folded(user) in map(folded, users)
