"""Sorting claims: priority and tags, whose answer is waited for, the deadline of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimState, Priority
from factcheck.errors import InputError
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.review.triage import retagged
from factcheck.store.log import timestamp
from factcheck.workbench.meeting import check_unchanged

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


def sort(
    bench: Workbench,
    claim: str,
    *,
    priority: Priority | None = None,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    seen: int | None = None,
) -> ClaimState:
    """Give a claim a priority, and tags; what is not named stays. Nothing new is no event.

    Raises:
        InputError: a tag is none.
    """
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        before = state.triage
        tags = retagged(before.tags, add, remove)
        if tags == before.tags and priority in {None, before.priority}:
            return state
        body = {"priority": priority or before.priority, "tags": list(tags)}
        return bench.append(tx, claim, Kind.TRIAGED, body)


def wait(bench: Workbench, claim: str, contact: str, due: datetime, *, seen: int | None = None) -> ClaimState:
    """Wait for the answer of somebody (`call:NAME`, `mail:NAME`, `meeting:NAME`) until a time. The log has no name.

    Raises:
        InputError: it is no contact.
    """
    from factcheck.workbench.bringing import CHANNELS  # it loads the reading of dates: no list needs that

    channel, _, name = contact.partition(":")
    person = " ".join(name.split())
    if channel.lower() not in CHANNELS or not person:
        hint = f"like call:Maren Holt ({', '.join(CHANNELS)})"
        raise InputError("is nobody to wait for", hint=hint, subject=repr(contact[:80]))
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        body = {"person": tx.keep_private(person), "channel": channel.lower(), "due": timestamp(due)}
        return bench.append(tx, claim, Kind.WAITING, body)


def wait_no_more(bench: Workbench, claim: str, *, seen: int | None = None) -> ClaimState:
    """Wait for nobody."""
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        if state.triage.wait is None:
            return state
        return bench.append(tx, claim, Kind.WAITING, {"person": "", "channel": "", "due": ""})


def set_deadline(bench: Workbench, article: ArticleSummary, at: datetime | None) -> None:
    """Set the deadline of an article, of all its revisions; None for none.

    Raises:
        GuardError: the step is not for this user, or the article is published.
    """
    with bench.signing(Kind.DEADLINE) as tx:
        bench.allow(tx, Kind.DEADLINE, article.revision)
        key = bench.key_for(tx, Kind.DEADLINE)
        body = {"at": timestamp(at) if at else ""}
        tx.append(
            at=bench.now(),
            user=bench.user,
            kind=Kind.DEADLINE,
            subject=article.id,
            revision=article.revision,
            body=body,
            key=key,
        )


def deadlines_of(reader: Reader, articles: Iterable[str]) -> Mapping[str, datetime]:
    """Return the deadlines of articles (ids); those without are left out."""
    found = {}
    for article in articles:
        for event in reader.events(subject=article, kinds=(Kind.DEADLINE,)):
            found[article] = event.body["at"]
    return {article: datetime.fromisoformat(at) for article, at in found.items() if at}
