"""The order in which claims are worked on, and what a tag may be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from factcheck.domain import RISKY_TAGS, ClaimSummary, Priority
from factcheck.errors import InputError

LONGEST_TAG = 40
"""Characters: a tag is a word or two."""

_WEIGHTS = {Priority.HIGH: 2, Priority.NORMAL: 0, Priority.LOW: -2}
"""A person's word outweighs one sign of risk, and not two of them. Ours: there is no measurement behind it."""

NEVER = datetime.max.replace(tzinfo=UTC)


def risk(row: ClaimSummary, *, conflicting: bool) -> int:
    """Return how risky a claim is: its priority, one for each risky tag, one for conflicting evidence unsettled."""
    risky = len({*row.tags.split(",")} & {*RISKY_TAGS})
    return _WEIGHTS[Priority(row.priority)] + risky + conflicting


def due(row: ClaimSummary, deadline: datetime | None) -> datetime:
    """Return when a claim is due: by the answer that is waited for or the deadline of its article, the sooner."""
    waiting = datetime.fromisoformat(row.waiting_until) if row.waiting_until else NEVER
    return min(waiting, deadline or NEVER)


def order(row: ClaimSummary, deadline: datetime | None, *, conflicting: bool) -> tuple[int, datetime, float]:
    """Return what sorts claims: the riskiest first, then what is due soonest, then the most check-worthy."""
    return -risk(row, conflicting=conflicting), due(row, deadline), -row.check_worthiness


def tag_named(written: str) -> str:
    """Return a tag as it is kept: small letters, a hyphen for blanks ("Living person" is "living-person").

    Raises:
        InputError: it is none.
    """
    tag = "-".join(written.casefold().split())
    if not tag or len(tag) > LONGEST_TAG or not all(letter.isalnum() or letter in "-_" for letter in tag):
        raise InputError("is no tag", hint="a word or two: letters, digits, hyphens", subject=repr(written[:80]))
    return tag


def retagged(tags: Iterable[str], add: Iterable[str], remove: Iterable[str]) -> tuple[str, ...]:
    """Return tags with some more and without others, sorted."""
    return tuple(sorted({*tags, *map(tag_named, add)} - set(map(tag_named, remove))))
