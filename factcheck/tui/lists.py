"""The lists beside the claims: what waits for whom, what is stale, names, an article as a whole, the handover.

Each is read from a workbench in one go, as plain entries; `dialogs/listing.py` shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimSummary, ReviewState
from factcheck.domain.workflow import UNLISTED
from factcheck.reports.cells import counted
from factcheck.reports.claim_counts import count
from factcheck.reports.handover import head_line, part_lines
from factcheck.reports.revisions import words_changed
from factcheck.reports.triage import due_words, triage_words, when
from factcheck.reports.wording import wording_line
from factcheck.review.scale import label_of
from factcheck.tui.keys import key_of
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import ARTICLE_DIGITS
from factcheck.tui.with_keys import keys_for, with_keys
from factcheck.workbench import erasing
from factcheck.workbench.differences import orphans
from factcheck.workbench.earlier import checked_before
from factcheck.workbench.handover import handover
from factcheck.workbench.name_ticks import sheet
from factcheck.workbench.queue import Waiting, due_of, in_order, queue
from factcheck.workbench.stale import Stale, stale_claims
from factcheck.workbench.triaging import deadlines_of

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.workbench import Workbench
    from factcheck.workbench.articles import ArticleStatus
    from factcheck.workbench.erasing import Personal
    from factcheck.workbench.name_ticks import Ticked

NEXT = {
    "judge": "tick its items",
    "propose": "propose a verdict",
    "submit": "submit it",
    "sign": "sign it",
    "settle": "settle the dispute",
    "reword": "decide on its other words",
}
"""The next step of a claim in words, by the step of the workflow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of a list: its lines, as many as all others have, and what it is about: a claim (id), or a key.

    Beside it what the list itself knows of it.
    """

    lines: tuple[Line, ...]
    claim: str = ""
    stale: Stale | None = None
    name: Ticked | None = None
    key: str = ""
    personal: Personal | None = None


Load = Callable[["Workbench"], Sequence[Entry]]


def queued(bench: Workbench) -> Sequence[Entry]:
    """The claims whose next step is this user's, the riskiest first, then by due time."""
    several = _several(bench)
    return [_waiting(one, bench, several=several) for one in queue(bench)]


def _waiting(one: Waiting, bench: Workbench, *, several: bool) -> Entry:
    now = bench.now()
    told = "".join(f"; {word}" for word in triage_words(one.claim, one.due, now))
    mine = f"; assigned to {one.claim.assigned}" if one.claim.assigned else ""
    returned = (
        bench.store.state(one.claim.id).stage.returned if one.claim.review_state == ReviewState.RETURNED else None
    )
    why = f" by {returned.user}: {returned.comment}" if returned else ""
    stands = f"{one.claim.review_state}{why}{told}{mine}"
    what = f"{NEXT.get(one.step, one.step)}, {_goes_on(one.command)} ({stands})"
    return _entry(one.claim, row_text(what), several=several)


def waited_for(bench: Workbench) -> Sequence[Entry]:
    """The claims that wait for somebody's answer, by risk and due time."""
    rows = _in_order(bench, lambda row: bool(row.waiting_until))
    found = []
    several = _several(bench)
    for row, due in rows:
        wait = bench.store.state(row.id).triage.wait
        who = f"{wait.person} ({wait.channel}), asked by {wait.user}; " if wait else ""
        found.append(_entry(row, row_text(f"{who}{'; '.join(due_words(row, due, bench.now()))}"), several=several))
    return found


def to_review(bench: Workbench) -> Sequence[Entry]:
    """The claims that wait for a reviewer, with what keeps this user from signing each."""
    wanted = {ReviewState.PROPOSED, ReviewState.IN_REVIEW, ReviewState.WAIVED}
    found = []
    several = _several(bench)
    for row, due in _in_order(bench, lambda row: row.review_state in wanted):
        blocked = bench.blockers(row.id)
        what = f"not for you: {with_keys(blocked[0])}" if blocked else f"you can sign it ({key_of('sign-off')})"
        told = "".join(f"; {words}" for words in due_words(row, due, bench.now()))
        found.append(_entry(row, row_text(f"{row.review_state}: {what}{told}"), several=several))
    return found


def disputed(bench: Workbench) -> Sequence[Entry]:
    """The claims with two positions, each in words on a line of its own."""
    found = []
    several = _several(bench)
    for row, _ in _in_order(bench, lambda row: row.review_state is ReviewState.DISPUTED):
        dispute = bench.store.state(row.id).stage.dispute
        told = (
            ((dispute.holder, dispute.held), (dispute.user, dispute.position)) if dispute else ((row.checker, ""),) * 2
        )
        positions = [row_text(f"{who}: {position}") for who, position in told]
        found.append(_entry(row, *positions, several=several))
    return found


def removed(bench: Workbench) -> Sequence[Entry]:
    """The claims that somebody took out of the list, or replaced by others; not those that were made and undone."""
    left = set(UNLISTED) - {ReviewState.UNDONE}
    rows = [row for row in bench.summaries(unlisted=True) if row.review_state in left]
    found = []
    several = _several(bench)
    for row in rows:
        removal = bench.store.state(row.id).removal
        ticked = ", ticked by a reviewer" if removal and removal.ticked else ""
        why = f": {removal.reason}" if removal and removal.reason else ""
        by = f" by {row_text(removal.user)}" if removal else ""
        found.append(_entry(row, f"{row.review_state}{by}{why}{ticked}", several=several))
    return found


def stale(article: ArticleSummary) -> Load:
    """The stale claims of an article as one list of differences."""

    def load(bench: Workbench) -> Sequence[Entry]:
        return [
            Entry(
                lines=(
                    _words(one.claim, words_changed(one.before, one.now)),
                    line(Piece(f"      {row_text(_how_signed(one))}", Role.DIM)),
                ),
                claim=one.claim.id,
                stale=one,
            )
            for one in stale_claims(bench, article)
        ]

    return load


def stale_lines(one: Stale) -> Iterator[str]:
    """Yield what a row of a stale claim has no room for: the wordings, and what is different in each source."""
    if one.wording != one.signed_wording:
        yield f"wording when it was signed: {wording_line(one.signed_wording) if one.signed_wording else 'none'}"
        yield f"wording now: {wording_line(one.wording) if one.wording else 'none'}"
    yield from one.sources


def _how_signed(one: Stale) -> str:
    """Return whether a stale claim is signed by itself, and which sources changed."""
    how = f"by itself: {one.apart}" if one.apart else "nothing material"
    return "; ".join((how, *(source.strip() for source in one.sources)))


def earlier(claim: str) -> Load:
    """What was checked before in other articles and says what a claim (its id) says, and whether that still holds."""

    def load(bench: Workbench) -> Sequence[Entry]:
        labels = {rating.id: rating.label for rating in bench.ratings}
        found = []
        for one in checked_before(bench, claim):
            row = one.claim
            verdict = f"{label_of(row, labels)}: {row.rationale} ({row.checker}; {one.standing})"
            told = ours(f"{one.article}: {verdict}")
            role = Role.GOOD if one.holds else Role.WARN
            found.append(
                Entry(lines=(_words(row, row.verbatim), line("      ", Piece(row_text(told), role))), claim=row.id)
            )
        return found

    return load


def personal(claim: str) -> Load:
    """The personal words on a claim (its id): notes, who is waited for, evidence brought by hand."""

    def load(bench: Workbench) -> Sequence[Entry]:
        return [personal_entry(bench, one) for one in erasing.all_personal(bench.store) if one.claim == claim]

    return load


def personal_entry(bench: Workbench, one: Personal) -> Entry:
    """A row for personal words: on which claim, what kind, and the words."""
    head = line(Piece(f"{bench.store.rows_of(one.claim)[0]['number']:>4}  ", Role.KEY), Piece(one.kind, Role.STRONG))
    return Entry(lines=(head, line("      ", row_text(one.words))), claim=one.claim, personal=one)


def orphaned(article: ArticleSummary) -> Load:
    """The claims of the earlier revision whose decisions nobody has placed or dropped yet."""

    def load(bench: Workbench) -> Sequence[Entry]:
        found = []
        for one in orphans(bench.store, article.revision):
            state = bench.store.state(one)
            verdict = f"{state.verdict.rating}: {state.verdict.rationale}; " if state.verdict else ""
            told = f"{verdict}{counted(len(state.stances), 'stance')}, {counted(len(state.notes), 'note')}"
            words = line(Piece("      ", Role.KEY), row_text(bench.store.claim(one)[0].verbatim))
            found.append(Entry(lines=(words, line("      ", Piece(row_text(told), Role.DIM))), claim=one))
        return found

    return load


def names(article: ArticleSummary) -> Load:
    """The names sheet of an article, with what is left to tick of each row."""

    def load(bench: Workbench) -> Sequence[Entry]:
        return [_name(one) for one in sheet(bench, article)]

    return load


def _name(one: Ticked) -> Entry:
    row = one.row
    mark = "x" if one.items and not one.left else " "
    spelled = ", ".join(f"{spelling.text} ({spelling.count})" for spelling in row.spellings)
    more = [*row.titles, *(f"aged {age}" for age in row.ages)]
    head = line(
        Piece(f"[{mark}] ", Role.GOOD if mark == "x" else Role.STRONG),
        Piece(row_text(row.name), Role.STRONG),
        Piece(f"  {row.kind}; {one.standing}", Role.DIM),
    )
    doubts = (Piece(f"! {row_text('; '.join(row.doubts))}  ", Role.WARN),) if row.doubts else ()
    return Entry(lines=(head, line("    ", *doubts, Piece(row_text("; ".join([spelled, *more])), Role.DIM))), name=one)


def article_lines(now: ArticleStatus, bench: Workbench) -> Sequence[Line]:
    """Where an article stands: its state, deadline, counts, what blocks it, what a signature would bind."""
    article = now.article
    deadline = deadlines_of(bench.store, [article.id]).get(article.id)
    counts = count(bench.summaries(article.id))
    late = " (reached)" if deadline and deadline <= bench.now() else ""
    found = [
        line(Piece("stands       ", Role.DIM), Piece(str(now.state), Role.STRONG)),
        line(
            Piece("deadline     ", Role.DIM),
            f"{when(deadline)}{late}" if deadline else f"none ({key_of('deadline')} sets it)",
        ),
        line(Piece("claims       ", Role.DIM), f"{counts.claims}: {counts.states_in_words}"),
        line(Piece("conflicts    ", Role.DIM), f"{counts.conflicting} with conflicting evidence unsettled"),
    ]
    for one in now.blockers:
        what = f"claim {one.number}: {one.what}" if one.claim else one.what
        found.append(line(Piece("blocked      ", Role.BAD), with_keys(what)))
    found += [line(Piece("look         ", Role.WARN), with_keys(remark)) for remark in now.remarks]
    if now.may_be_signed:
        found.append(line(Piece("binds        ", Role.DIM), f"sha256 {now.binding[:16]}..."))
    return found


def handover_lines(bench: Workbench) -> Sequence[Line]:
    """What one shift hands to the next, of all articles."""
    now, found = bench.now(), list[Line]()
    for one in handover(bench, bench.articles()):
        found.append(line(Piece(head_line(one.article, one.deadline, now), Role.STRONG)))
        for name, part in (("done", one.done), ("waiting", one.waiting), ("next", one.next)):
            found += [line(told) for told in part_lines(name, part, now, _goes_on, None)]
    return found or [line("there is nothing to hand over yet")]


def _goes_on(command: str) -> str:
    """Return the keys that do what a command does, on the claim itself; the command where it has none."""
    return keys_for(command) or f"`factcheck {command}`"


def _in_order(
    bench: Workbench, wanted: Callable[[ClaimSummary], bool]
) -> Iterator[tuple[ClaimSummary, datetime | None]]:
    rows = [row for row in bench.summaries() if wanted(row)]
    deadlines = deadlines_of(bench.store, {row.article for row in rows})
    return ((row, due_of(row, deadlines)) for row in sorted(rows, key=lambda row: in_order(row, deadlines)))


def _entry(row: ClaimSummary, *said: str, several: bool) -> Entry:
    """A row for a claim and what is said of it, each on a line.

    `several`: of several articles, in each of which numbers begin anew.
    """
    of = (Piece(f"{row.article[:ARTICLE_DIGITS]} ", Role.DIM),) if several else ()
    below = (line("      ", Piece(what, Role.DIM)) for what in said)
    return Entry(lines=((*of, *_words(row, row.verbatim)), *below), claim=row.id)


def _words(row: ClaimSummary, words: str) -> Line:
    return line(Piece(f"{row.number:>4}  ", Role.KEY), row_text(words))


def _several(bench: Workbench) -> bool:
    return len(bench.articles()) > 1
