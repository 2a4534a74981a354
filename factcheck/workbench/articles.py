"""An article as a whole: what keeps it from being ready, its signature, and that it is published, and locked."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from factcheck.domain import ArticleSummary, ClaimSummary, Disposition, Event, ReviewState, Sentence
from factcheck.errors import ConflictError, GuardError
from factcheck.review.article import (
    BINDING_VERSION,
    REVISE,
    SIGN_ANEW,
    ArticleState,
    Blocker,
    Lacking,
    article_binding,
    article_state,
    blocker,
    wording_blocker,
)
from factcheck.review.kinds import ARTICLE_STEPS, Kind
from factcheck.store.encoding import encode
from factcheck.workbench.ahead import read_ahead
from factcheck.workbench.counting import of_article, of_tick, uncounted
from factcheck.workbench.differences import orphans
from factcheck.workbench.lost_copies import copy_fault, lost_on_record, lost_told, way_out
from factcheck.workbench.published import lock_of
from factcheck.workbench.remarks import remarks
from factcheck.workbench.signing import blockers as blockers_of_claim
from factcheck.workbench.signing import lacking_of
from factcheck.workbench.snapshots import snapshot_of
from factcheck.workbench.stale import stale_claims
from factcheck.workbench.stored_states import check_states, differing, remedy_of
from factcheck.workbench.triaging import deadlines_of

SHOWN = 60
"""Characters of a text that a blocker names it by."""

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatus:
    """Where an article stands: its state, what blocks it, what a signature would bind now, and what is to be known.

    `remarks`: what is published open or hedged, words that stand against a verdict or a proposed wording, sign-offs
    past the rules, self-signed ones, exceptions to the source policy, copies of pages that are lost, signatures that do
    not count.
    """

    article: ArticleSummary
    state: ArticleState
    blockers: tuple[Blocker, ...]
    binding: str
    remarks: tuple[str, ...] = ()

    @property
    def may_be_signed(self) -> bool:
        """Tell whether nothing keeps a signature from it: no blocker, and it is not published."""
        return not self.blockers and self.state not in {ArticleState.PUBLISHED, ArticleState.CORRECTED}


def status_of(bench: Workbench, article: ArticleSummary) -> ArticleStatus:
    """Return where an article stands. Reads every claim and the snapshots that its verdicts rest on."""
    rows = tuple(bench.summaries(article.id))
    blocking = tuple(_blockers(bench, article, rows))
    bound = _binding(bench, bench.store, article, rows)
    events = bench.store.events(subject=article.revision, kinds=ARTICLE_STEPS)
    steps = [(event, of_article(bench, event)) for event in events]
    state = article_state(
        [event for event, why in steps if not why],
        binding=bound,
        blocked=bool(blocking),
        decided=bool(bench.store.decisions(article.revision)) or any(row.rating for row in rows),
        corrected=False,  # the revision in the list is the last one
    )
    return ArticleStatus(
        article=article,
        state=state,
        blockers=blocking,
        binding=bound,
        remarks=(
            *remarks(bench, rows),
            *_lost(bench, article),
            *_void(why for _, why in steps),
            *_ended([event for event, why in steps if not why]),
        ),
    )


def sign_article(bench: Workbench, article: ArticleSummary, displayed: str) -> ArticleStatus:
    """Sign an article as a whole. `displayed`: the `binding` that was on screen.

    Raises:
        GuardError: it is not ready, or the step is not for this user.
        ConflictError: it changed since it was displayed.
        StateError: what is stored of a claim is not what the log says.
    """
    check_states(bench.store, [article.id])
    now = status_of(bench, article)
    if now.state not in {ArticleState.READY, ArticleState.SIGNED_OFF}:
        raise GuardError(_not_ready(now), hint="`factcheck review status` lists it", subject=f"article {article.id}")
    more = {"version": BINDING_VERSION, "identity": bench.identity(), "solo": bench.solo}
    _append(bench, article, Kind.ARTICLE_SIGNED, now, displayed, more)
    return status_of(bench, article)


def publish(bench: Workbench, article: ArticleSummary, displayed: str, where: str = "") -> ArticleStatus:
    """Record that an article is published (`where`: its address): it is locked from then on.

    Raises:
        GuardError: no valid signature stands on it, or the step is not for this user.
        ConflictError: it changed since it was displayed.
        StateError: what is stored of a claim is not what the log says.
    """
    check_states(bench.store, [article.id])
    now = status_of(bench, article)
    if now.state is not ArticleState.SIGNED_OFF:
        again = f"`factcheck review sign-article {article.id}`"
        is_locked = now.state is ArticleState.PUBLISHED
        hint = f"a correction is `factcheck check FILE --revision-of {article.id}`" if is_locked else again
        told = _not_ready(now) if now.blockers or now.state is ArticleState.PUBLISHED else "no valid signature is on it"
        raise GuardError(told, hint=hint, subject=f"article {article.id}")
    _append(bench, article, Kind.ARTICLE_PUBLISHED, now, displayed, {"where": where.strip()})
    return status_of(bench, article)


def _not_ready(now: ArticleStatus) -> str:
    if now.state is ArticleState.PUBLISHED:
        return "is published already"
    first = now.blockers[0]
    where = f"claim {first.number} is " if first.claim else ""
    more = f", and {len(now.blockers) - 1} more" if len(now.blockers) > 1 else ""
    return f"is not ready: {where}{first.what}{more}"


def _append(
    bench: Workbench, article: ArticleSummary, kind: Kind, now: ArticleStatus, displayed: str, more: dict[str, Any]
) -> None:
    with bench.signing(kind) as tx:
        bench.allow(tx, kind, article.revision)
        rows = tuple(tx.summaries(article.id))
        if not displayed == now.binding == _binding(bench, tx, article, rows):
            raise ConflictError(
                "what you were shown is not what stands there now",
                hint="look at it again: `factcheck review status`",
                subject=f"article {article.id}",
            )
        tx.append(
            at=bench.now(),
            user=bench.user,
            kind=kind,
            subject=article.revision,
            revision=article.revision,
            body={"binding": displayed, **more},
            key=bench.key_for(tx, kind),
        )


def _binding(bench: Workbench, reader: Reader, article: ArticleSummary, rows: Iterable[ClaimSummary]) -> str:
    text = bench.revision(article.revision).text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    withdrawn = (
        row for row in reader.summaries(article.id, unlisted=True) if row.review_state is ReviewState.WITHDRAWN
    )
    settled = []
    for row in (*rows, *withdrawn):
        state = reader.state(row.id)
        sign_off = state.removal.ticked if state.removal else state.sign_off
        closing = state.stage.closing
        if closing and closing.holds and state.review_state is not ReviewState.SIGNED:
            what = encode([closing.ending, closing.wording, closing.user, closing.reason])
            settled.append((row.id, what, closing.at.isoformat()))
        else:
            settled.append((row.id, sign_off.in_article, sign_off.at.isoformat()) if sign_off else (row.id, "", ""))
    return article_binding(article.revision, digest, settled)


def _blockers(bench: Workbench, article: ArticleSummary, rows: Iterable[ClaimSummary]) -> Iterator[Blocker]:
    deadline = deadlines_of(bench.store, [article.id]).get(article.id)
    late = deadline is not None and deadline <= bench.now()
    listed, lacking, wrong = {row.id: row for row in rows}, dict[str, Lacking](), list[Blocker]()
    immaterial = {one.claim.id for one in stale_claims(bench, article) if not one.apart}
    for claim, ahead in read_ahead(bench.store, article.revision):
        if claim.id in listed:
            anew = _signed_anew(bench, claim.id) if claim.id in immaterial else ""
            lacking[claim.id] = replace(lacking_of(bench, ahead, listed[claim.id]), anew=anew)
        if one := differing(ahead, claim):
            number, command = ahead.rows[claim.id][0]["number"], remedy_of(bench.store, one)
            wrong.append(Blocker(claim=claim.id, number=number, what=str(one), command=command))
    yield from wrong
    void = uncounted(bench, rows)
    found = [blocker(row, uncounted=void.get(row.id, ""), late=late, lacking=lacking[row.id]) for row in rows]
    found += [wording_blocker(row) for row in rows]
    found += [of_withdrawn(bench, row) for row in bench.unticked() if row.article == article.id]
    found += [] if wrong else _unaccounted(bench, article, rows)  # of a list that is not whole, nothing can be told
    is_locked = any(lock_of(bench.store, article.revision))
    for blocked in filter(None, found):
        yield replace(blocked, command=REVISE.format("", article.id)) if is_locked else blocked
    yield from _snapshots(bench, article)


def _signed_anew(bench: Workbench, claim: str) -> str:
    """Return the command that signs a claim anew in which nothing material differs: this user's, or another's."""
    command = SIGN_ANEW.format(claim)
    return f"--user NAME {command}" if blockers_of_claim(bench, claim) else command


def _unaccounted(bench: Workbench, article: ArticleSummary, rows: Iterable[ClaimSummary]) -> Iterator[Blocker]:
    """Yield the sentences that no claim covers, and the decisions that belong to no claim."""
    is_covered = _covering(rows)
    for sentence in bench.sentences(article.revision):
        if sentence.disposition is Disposition.CLAIMS and not is_covered(sentence):
            command = f"claim add --article {article.id} --start {sentence.start} --end {sentence.end}"
            what = f"no claim covers the sentence {sentence.text[:SHOWN]!r}"
            yield Blocker(claim="", number=0, what=what, command=command)
    for orphan in orphans(bench.store, article.revision):
        words = bench.store.claim(orphan)[0].verbatim
        what = f"the decisions on {words[:SHOWN]!r} of the earlier revision belong to no claim yet"
        yield Blocker(claim="", number=0, what=what, command=f"claim place {orphan} CLAIM")


def of_withdrawn(bench: Workbench, row: ClaimSummary) -> Blocker | None:
    """Return what a withdrawn claim that is not ticked keeps its article from."""
    return blocker(row, uncounted=of_tick(bench, bench.store.state(row.id)), unticked=True)


def _covering(rows: Iterable[ClaimSummary]) -> Callable[[Sentence], bool]:
    """Return what tells whether a claim of a list shares a character with a sentence."""
    by_start = sorted((row.start, row.end) for row in rows)
    starts = [start for start, _ in by_start]
    ends = list(accumulate((end for _, end in by_start), max))
    return lambda one: (at := bisect_left(starts, one.end)) > 0 and ends[at - 1] > one.start


def _snapshots(bench: Workbench, article: ArticleSummary) -> Iterator[Blocker]:
    """Hold the pages that verdicts of an article rest on against the copies that were kept of them."""
    resting = _resting(bench, article)
    fetched = list(bench.store.events(kinds=(Kind.FETCHED,))) if resting else []
    known = lost_on_record(fetched)
    for event in fetched:
        mine = snapshot_of(event) not in known and not resting.isdisjoint(event.body["sources"])
        if mine and (wrong := copy_fault(bench, event)):
            yield Blocker(claim="", number=0, what=wrong, command=way_out(event))


def _void(why: Iterable[str]) -> Iterator[str]:
    yield from (f"the article is {one}, which does not count" for one in why if one)


def _ended(steps: Sequence[Event]) -> Iterator[str]:
    """Yield that the last signature has ended, because a program of before 2026-12 made it, and nothing followed it."""
    last = steps[-1] if steps else None
    if last and last.kind == Kind.ARTICLE_SIGNED and last.body.get("version", 1) < BINDING_VERSION:
        bound = "which did not bind when each claim was signed: it has ended"
        yield f"{last.user} signed the article on {last.at:%Y-%m-%d} with an earlier program, {bound}"


def _lost(bench: Workbench, article: ArticleSummary) -> Iterator[str]:
    """Yield which copies of pages that verdicts rest on are lost, as the log says."""
    return lost_told(bench, _resting(bench, article))


def _resting(bench: Workbench, article: ArticleSummary) -> frozenset[str]:
    """Return the sources (ids) that verdicts of an article rest on."""
    claims = {row.id for row in bench.store.summaries(article.id)}
    return frozenset(source.id for claim, _, source in bench.store.rested_on() if claim in claims)
