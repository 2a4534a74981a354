"""The handover from one shift to the next, in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from factcheck.domain import ArticleSummary, ClaimSummary
from factcheck.reports.cells import shown_line
from factcheck.reports.triage import due_words, when

WORDS = 80
"""Characters of a claim, of which a colleague sees which one is meant."""


class HandedClaim(Protocol):
    """A claim with what is to be said of it; the workbench makes them."""

    @property
    def claim(self) -> ClaimSummary:
        """Its row of the list."""

    @property
    def what(self) -> str:
        """What became of it, whom it waits for, or what it lacks."""

    @property
    def command(self) -> str:
        """What goes on with it; "" for nothing."""

    @property
    def due(self) -> datetime | None:
        """When it is due."""


def head_line(article: ArticleSummary, deadline: datetime | None, now: datetime) -> str:
    """Return the line above an article, without a newline."""
    due = f", deadline {when(deadline)}{' (reached)' if deadline <= now else ''}" if deadline else ", no deadline"
    return f"article {article.id} ({shown_line(article.title or article.path, WORDS)}){due}"


def part_lines(
    name: str, part: Sequence[HandedClaim], now: datetime, goes_on: Callable[[str], str], most: int | None
) -> Iterator[str]:
    """Yield a part of a handover, without newlines: its name with the number, then `most` of its claims.

    `goes_on` says how the command that goes on is given here.
    """
    yield f"{name}: {len(part)}"
    for one in part[:most]:
        due = "".join(f"; {words}" for words in due_words(one.claim, one.due, now))
        yield f"  claim {one.claim.number}: {shown_line(one.claim.verbatim, WORDS)}"
        yield f"    {shown_line(one.what)}{due}"
        if one.command:
            yield f"    {goes_on(one.command)}"
    if most is not None and len(part) > most:
        yield f"  {len(part) - most} more (--all)"
