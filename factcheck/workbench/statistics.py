"""The desk's statistics, counted from the claim list and the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from factcheck.domain import APPLIED, ArticleSummary, ClaimSummary, Event, Rating, ReviewState, Source, WordingState
from factcheck.reports.claim_counts import WAIVED, count, verdict_counts
from factcheck.reports.marks import is_waived
from factcheck.reports.named import NO_VERDICT
from factcheck.reports.statistics import DeskStatistics, Relied, Spread
from factcheck.review.fold import in_force
from factcheck.review.hand import claims_of
from factcheck.review.kinds import SIGN_OFFS, Kind
from factcheck.review.scale import label_of
from factcheck.workbench.listing import state_shown
from factcheck.workbench.views import views

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_CAUSES = (Kind.CORRECTED, Kind.EDITED, Kind.CLAIM_WITHDRAWN, Kind.WITHDRAWN, Kind.UNDONE, Kind.REDONE)
_WORDS = {Kind.CLAIM_WITHDRAWN: "claim withdrawn", Kind.WITHDRAWN: "sign-off withdrawn"}


class Log(Protocol):
    """What is counted: the log of a database, or of a dossier."""

    def events(self, *, kinds: Sequence[str] = ()) -> Iterable[Event]:
        """Return the events of some kinds in order, or all."""
        ...


def desk_statistics(bench: Workbench, articles: Sequence[ArticleSummary], top: int) -> DeskStatistics:
    """Count what the log and the list say of some articles; `top`: how many of the sources are named."""
    rows = [row for article in articles for row in bench.summaries(article.id)]
    relied = _relied(bench, [row.id for row in rows if row.rating])
    states = Counter(row.review_state for row in rows)
    wordings = Counter(row.wording_state for row in rows)
    return DeskStatistics(
        stamp=state_shown(bench, articles),
        counts=count(rows),
        states={str(state): states[state] for state in ReviewState if states[state]},
        verdicts=_verdicts(rows, bench.ratings),
        signing=time_to_sign(bench.store, rows),
        corrections=corrections_of(bench.store, {article.revision for article in articles}),
        sources=tuple(relied[:top]),
        sources_in_all=len(relied),
        outcomes=verdict_counts(rows, bench.ratings),
        wordings={one: number for one in (*WordingState, APPLIED) if (number := wordings[one])},
    )


def _verdicts(rows: Sequence[ClaimSummary], ratings: Sequence[Rating]) -> dict[str, int]:
    """Count claims by their verdict, in the order of the scale; what ratings of an older one were called, last.

    What is waived has a count of its own: it needs no verdict.
    """
    labels = {rating.id: rating.label for rating in ratings} | {"": NO_VERDICT}
    counts = Counter(WAIVED if is_waived(row) else label_of(row, labels) for row in rows)
    known = dict.fromkeys((*(rating.label for rating in ratings), WAIVED, NO_VERDICT))
    return {one: counts[one] for one in (*known, *sorted(set(counts) - set(known))) if counts[one]}


def time_to_sign(log: Log, rows: Sequence[ClaimSummary]) -> Spread | None:
    """Return how long claims took from their extraction to the sign-off that stands; None where none has one."""
    return Spread.of(list(_signing(log, rows)))


def _signing(log: Log, rows: Sequence[ClaimSummary]) -> Iterator[timedelta]:
    """Yield how long each claim took from its extraction (or from being made by hand) to the sign-off that stands.

    Of a sign-off that was taken over from an earlier revision, the claim is meant that was signed there.
    """
    made: dict[str, datetime] = {}
    for event in log.events(kinds=[Kind.EXTRACTED, Kind.EDITED]):
        for claim in event.body["claims" if event.kind == Kind.EXTRACTED else "made"]:
            made.setdefault(claim, event.at)
    events = log.events(kinds=SIGN_OFFS)
    signed = {claim: event.at for event in events for claim in claims_of(event)}
    earlier = {event.subject: str(event.body["from"]) for event in log.events(kinds=[Kind.CARRIED])}
    for row in rows:
        claim = row.id
        while claim not in signed and claim in earlier:
            claim = earlier[claim]
        if row.review_state in {ReviewState.SIGNED, ReviewState.STALE} and claim in made and claim in signed:
            yield max(timedelta(), signed[claim] - made[claim])  # a clock that was put back took no time away


def corrections_of(log: Log, revisions: Collection[str]) -> dict[str, int]:
    """Count what people corrected in these revisions, by cause, the most frequent first."""
    events = in_force(list(log.events(kinds=_CAUSES)))
    counts = Counter(cause for event in events if event.revision in revisions for cause in _causes(event))
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _causes(event: Event) -> list[str]:
    if event.kind == Kind.CORRECTED:
        named = (("claimant", "claimant"), ("said_on", "date"))
        return [word for key, word in named if key in event.body]
    if event.kind == Kind.EDITED:
        return [f"claim by hand: {event.body['how']}"]
    return [_WORDS[Kind(event.kind)]]


def _relied(bench: Workbench, claims: Sequence[str]) -> list[Relied]:
    """Return the sources that verdicts rest on, those of the most claims first; of one text, the first met."""
    known: dict[str, Source] = {}
    counts: Counter[str] = Counter()
    for view in views(bench, claims):
        resting = set(view.state.rests_on)
        sources = {item.candidate.source.id: item.candidate.source for item in view.evidence if item.id in resting}
        known |= sources
        counts.update(sources.keys())
    order = sorted(counts, key=lambda one: (-counts[one], known[one].title, one))
    return [Relied(source=known[one], claims=counts[one]) for one in order]
