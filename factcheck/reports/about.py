"""What a report says of itself: the state it shows, what it leaves out, how sure its signatures are.

The state is that of the log: its last event, the time of that event and its digest. No clock is asked, so the same
state gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimSummary, Event, Rating
from factcheck.reports.aside import Aside
from factcheck.reports.claim_counts import Counts
from factcheck.reports.ordering import Group

if TYPE_CHECKING:
    from factcheck.reports.looked_up import LookedUp

SHORT = 12
"""Characters of a digest that a line for people has; the machine's formats have it whole."""


NAMED = 5
"""Articles that a line for people names with their revision; the machine's formats have all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An article in a report, and the revision of it that is shown."""

    id: str
    revision: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The state that a report shows: the log's last event (`events`: its number), when it was, its digest."""

    program: str
    events: int = 0
    at: datetime | None = None
    head: str = ""
    articles: tuple[Shown, ...] = ()

    def __str__(self) -> str:
        named = self.articles[:NAMED]
        revisions = ", ".join(f"{one.id} at {one.revision[:SHORT]}" for one in named)
        more = f" and {len(self.articles) - NAMED} more" if len(self.articles) > NAMED else ""
        return self.moment + (f"; revisions: {revisions}{more}" if revisions else "")

    @property
    def moment(self) -> str:
        """The point of the log, in words."""
        if self.at is None:
            return "no event in the log yet"
        return f"event {self.events}, {self.at:%Y-%m-%d %H:%M:%S} UTC, log head {self.head[:SHORT]}"


def stamp(program: str, last: Event | None, articles: Sequence[ArticleSummary]) -> Stamp:
    """Return the state after the event `last`, with the articles that a report shows."""
    shown = tuple(Shown(id=a.id, revision=a.revision, title=a.title, published=a.published) for a in articles)
    if last is None:
        return Stamp(program=program, articles=shown)
    return Stamp(program=program, events=last.seq, at=last.at, head=last.digest, articles=shown)


NOTHING = Aside()


def _nothing(_: ClaimSummary) -> None:
    """Say that nothing is known of what was looked up for a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """All that a claim list has beside its claims. `columns`, `group`: those asked for.

    `withheld`: of how many claims words did not leave, asked by a report that learns it while it writes them.
    `looked_up`: what was looked up for the claim of a row, asked by the reports that have room for it; None: unknown.
    """

    stamp: Stamp
    counts: Counts
    ratings: Sequence[Rating] = ()
    articles: Sequence[ArticleSummary] = ()
    aside: Aside = NOTHING
    columns: tuple[str, ...] = ()
    group: Group | None = None
    withheld: Callable[[], int] = int
    looked_up: Callable[[ClaimSummary], LookedUp | None] = _nothing

    @property
    def identity(self) -> str:
        """How sure it is that the sign-offs are those of the people they name."""
        return self.counts.identity
