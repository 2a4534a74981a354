"""How claims were sorted, in words: priority, tags, whose answer is waited for, when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from factcheck.domain import ClaimSummary, Priority, Triage
from factcheck.reports.cells import shown_line


def when(moment: datetime) -> str:
    """Return a time as people read it: UTC, to the minute."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def past_deadline(at: datetime | None, now: datetime) -> str:
    """Say that a deadline is past when it is set, which a slip of the year does; "" of one that is to come."""
    if at is None or at > now:
        return ""
    return f"{when(at)} is past: the article is late at once, and an editor may close its open claims"


def triage_words(row: ClaimSummary, due: datetime | None, now: datetime) -> Iterator[str]:
    """Yield what a line of a list says of how a claim was sorted; nothing where there is nothing to say."""
    if row.priority != Priority.NORMAL:
        yield f"priority {row.priority}"
    if row.tags:
        yield row.tags.replace(",", ", ")
    if row.waiting_until:
        yield "waiting for an answer"
    yield from due_words(row, due, now)


def due_words(row: ClaimSummary, due: datetime | None, now: datetime) -> Iterator[str]:
    """Yield when the answer that is waited for was agreed, and when the claim is `due` where its article is sooner."""
    answer = datetime.fromisoformat(row.waiting_until) if row.waiting_until else None
    if answer:
        yield _due(answer, now)
    if due and due != answer:
        yield f"article {_due(due, now)}" if answer else _due(due, now)


def _due(at: datetime, now: datetime) -> str:
    return f"{'overdue since' if at < now else 'due'} {when(at)}"


def triage_lines(triage: Triage) -> Iterator[str]:
    """Yield what a claim's own page says of how it was sorted, without newlines."""
    if triage.priority is not Priority.NORMAL:
        yield f"priority: {triage.priority}"
    if triage.tags:
        yield f"tags: {', '.join(triage.tags)}"
    if wait := triage.wait:
        who = f"{shown_line(wait.person)} ({wait.channel}), asked by {shown_line(wait.user)}"
        yield f"waiting on: {who}; due {when(wait.due)}"
