"""In which order a list has its claims, and what it puts together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from factcheck.domain import ClaimSummary, ReviewState
from factcheck.reports.filters import OPEN_END, is_dated


class Order(StrEnum):
    """How a list is sorted; claims that are equal stay in the order of the text."""

    TEXT = "text"
    CHECK_WORTHINESS = "check-worthiness"
    CONFLICTS = "conflicts"
    CLAIMANT = "claimant"
    DATE = "date"
    STATE = "state"
    VERDICT = "verdict"


class Group(StrEnum):
    """What the claims of a list are put together by."""

    ARTICLE = "article"
    CLAIMANT = "claimant"
    DATE = "date"
    STATE = "state"
    VERDICT = "verdict"
    CHECKER = "checker"
    REVIEWER = "reviewer"


NOBODY = "none"
"""What a group is called whose claims have no claimant, date, verdict, checker or reviewer."""


def arrange(rows: Iterable[ClaimSummary], order: Order) -> list[ClaimSummary]:
    """Sort rows that come in the order of the text; what has no such key (no date, no claimant) comes last."""
    return sorted(rows, key=_KEYS[order]) if order in _KEYS else list(rows)


def put_together(rows: Iterable[ClaimSummary], group: Group) -> list[ClaimSummary]:
    """Put the rows of each group together, groups by their names, dates as they are sorted, articles as they come."""
    if group is Group.STATE:
        return arrange(rows, Order.STATE)
    if group is Group.ARTICLE:
        places: dict[str, int] = {}
        return sorted(rows, key=lambda row: places.setdefault(row.article, len(places)))
    if group is Group.DATE:
        return arrange(rows, Order.DATE)
    return sorted(rows, key=lambda row: (not group_of(row, group), group_of(row, group).casefold()))


def group_of(row: ClaimSummary, group: Group) -> str:
    """Return the name of the group that a row is in; "" where it has none (no claimant, no verdict)."""
    return str(getattr(row, _FIELDS[group]))


_FIELDS = {
    Group.ARTICLE: "article",
    Group.CLAIMANT: "claimant",
    Group.DATE: "said_on",
    Group.STATE: "review_state",
    Group.VERDICT: "rating",
    Group.CHECKER: "checker",
    Group.REVIEWER: "reviewer",
}


def _last_if_empty(text: str) -> tuple[bool, str]:
    return not text, text.casefold()


def _latest(iso: str) -> tuple[str, str]:
    """Sort what was said by a day among what was said on that day; the same dates stay together."""
    return iso.removeprefix(f"{OPEN_END}/"), iso


_KEYS: Mapping[Order, Callable[[ClaimSummary], Any]] = {
    Order.CHECK_WORTHINESS: lambda row: -row.check_worthiness,
    Order.CONFLICTS: lambda row: (-row.conflicts, -row.check_worthiness),
    Order.CLAIMANT: lambda row: _last_if_empty(row.claimant),
    Order.DATE: lambda row: (not is_dated(row.said_on), not row.said_on, *_latest(row.said_on)),
    Order.STATE: lambda row: list(ReviewState).index(row.review_state),
    Order.VERDICT: lambda row: _last_if_empty(row.rating),
}
