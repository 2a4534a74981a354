"""What a revision changed: the claims of both revisions side by side, the orphans, and placing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factcheck.domain import ArticleSummary, ClaimState, Event, ReviewState, Wording
from factcheck.errors import GuardError, InputError
from factcheck.review.aligning import form_of
from factcheck.review.besides import changed_besides, same_words
from factcheck.review.hand import check_listed
from factcheck.review.handing import check_words
from factcheck.review.kinds import Kind
from factcheck.review.staging import has_decisions
from factcheck.workbench.edited import append

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


class Became(StrEnum):
    """What became of a claim in a revision; `reworded`: it reads as was accepted, and keeps everything."""

    KEPT = "kept"
    REWORDED = "reworded"
    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A claim of the earlier revision (`old`, with its words) and of this one; "" where there is none.

    `wording`: what was decided on its words, of a claim that is reworded or removed; `besides`: of one that is changed
    and has the same words, what changed besides them.
    """

    became: Became
    old: str = ""
    before: str = ""
    new: str = ""
    number: int = 0
    now: str = ""
    state: ReviewState | None = None
    wording: Wording | None = None
    besides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What a revision made of the claims of the one before (`of`); `was_published`: that one, or one before it, is.

    `is_published`: this one is.
    """

    revision: str
    of: str
    was_published: bool
    is_published: bool
    changes: tuple[Change, ...]

    def count(self, became: Became) -> int:
        """Return how many claims became so."""
        return sum(change.became is became for change in self.changes)


def revised(bench: Workbench, article: ArticleSummary) -> Revised | None:
    """Return what the last revision of an article changed; None if it is the first."""
    last = _revised_event(bench.store, article.revision)
    if last is None:
        return None
    published = _is_published(bench.store, _since_published(bench.store, article.revision)[-1].body["of"])
    changes = (*_standing(bench, article), *_gone(bench, article, last))
    return Revised(
        revision=article.revision,
        of=last.body["of"],
        was_published=published,
        is_published=_is_published(bench.store, article.revision),
        changes=changes,
    )


def corrected_words(bench: Workbench, found: Revised) -> tuple[tuple[str, str], ...]:
    """Return what a notice tells: words of the last revision that was published, and what stands in their place now.

    ("": nothing does. Where none was published: words of the revision before.) Of an orphan it tells nothing: nobody
    has said yet what became of it. Nor of words that stand in the text still.
    """
    steps = _since_published(bench.store, found.revision)
    base = steps[-1].body["of"]
    gone = [
        (claim, bench.store.claim(claim)[0].verbatim, "")
        for one in steps[:0:-1]
        for claim in _removed(bench.store, one)
    ]
    here = [(one.old, one.before, one.now) for one in found.changes if one.old and one.became is not Became.ORPHAN]
    words = [(_words_in(bench.store, base, old, before), now) for old, before, now in (*here, *gone)]
    text = form_of(bench.revision(found.revision).text).text
    return tuple((before, now) for before, now in words if before and _is_told(before, now, text))


def _is_told(before: str, now: str, text: str) -> bool:
    """Whether words that were published are others now, or gone from the `text`."""
    words = form_of(before).text
    return words != form_of(now).text if now else words not in text


def _since_published(reader: Reader, revision: str) -> list[Event]:
    """Return how the revisions since the last one that was published came about, latest first; of none, this one."""
    steps: list[Event] = []
    while step := _revised_event(reader, revision):
        steps.append(step)
        revision = step.body["of"]
        if _is_published(reader, revision):
            return steps
    return steps[:1]


def _is_published(reader: Reader, revision: str) -> bool:
    return any(reader.events(subject=revision, kinds=(Kind.ARTICLE_PUBLISHED,)))


def _words_in(reader: Reader, revision: str, claim: str, words: str) -> str:
    """Return how a claim (with its `words`) read in an earlier revision; "" if it is newer."""
    while reader.claim(claim)[1] != revision:
        carried = reader.state(claim).stage.carried
        if carried is None:
            return ""
        claim, words = carried.claim, carried.before
    return words


def _removed(reader: Reader, step: Event) -> Iterator[str]:
    """Yield the claims that a revision has no longer, by itself or because a person said so."""
    dropped = _dropped(reader, step.subject)
    yield from (*step.body["removed"], *(one for one in _asked(reader, step.subject) if one in dropped))


def orphans(reader: Reader, revision: str) -> tuple[str, ...]:
    """Return the claims of earlier revisions whose decisions nobody has placed or dropped yet, the earliest last."""
    asked = _asked(reader, revision)
    if not asked:
        return ()
    taken = {_carried(reader.state(claim.id)) for claim in reader.claims(revision)}
    return tuple(claim for claim in asked if claim not in _dropped(reader, revision) | taken)


def _asked(reader: Reader, revision: str) -> tuple[str, ...]:
    """Return the orphans that a revision made, and those that it found: what nobody placed waits on, whatever comes."""
    last = _revised_event(reader, revision)
    if last is None:
        return ()
    before = last.body["of"]
    return (*last.body["orphans"], *(() if _is_published(reader, before) else orphans(reader, before)))


def _dropped(reader: Reader, revision: str) -> frozenset[str]:
    return frozenset(event.body["claim"] for event in reader.events(subject=revision, kinds=(Kind.DROPPED,)))


def place(bench: Workbench, old: str, new: str) -> ClaimState:
    """Let a claim take over the decisions on an orphan. It is stale until somebody has looked at it.

    Raises:
        InputError: `old` is no orphan.
        GuardError: `new` has decisions of its own, or left the list.
    """
    from factcheck.workbench.planning import Heir
    from factcheck.workbench.revising import carried_body

    with bench.store.transaction() as tx:
        claim, revision, _ = tx.claim(new)
        _check_orphan(tx, revision, old)
        state = tx.state(new)
        check_listed(state)
        if has_decisions(state):
            raise GuardError(
                "has decisions of its own already",
                hint=f"`factcheck claim place {old} none --reason TEXT` drops those of the earlier one",
                subject=f"claim {new}",
            )
        body = carried_body(tx, Heir(old=tx.claim(old)[0], new=claim, changed=True))
        return bench.append(tx, new, Kind.CARRIED, body)


def drop(bench: Workbench, revision: str, old: str, reason: str) -> None:
    """Let nobody take over the decisions on an orphan: they stay with the earlier revision.

    Raises:
        InputError: `old` is no orphan.
        GuardError: there is no reason.
    """
    check_words(reason, "to drop an orphan takes a reason", old)
    with bench.store.transaction() as tx:
        _check_orphan(tx, revision, old)
        append(bench, tx, Kind.DROPPED, revision, revision, {"claim": old, "reason": reason.strip()})


def revision_of_orphan(bench: Workbench, old: str) -> str:
    """Return the revision in the list among whose orphans a claim is.

    Raises:
        InputError: it is no orphan of any.
    """
    for article in bench.articles():
        if old in orphans(bench.store, article.revision):
            return article.revision
    raise InputError("is no orphan of an earlier revision", hint="`factcheck diff` lists them", subject=old)


def _check_orphan(reader: Reader, revision: str, old: str) -> None:
    if old not in orphans(reader, revision):
        raise InputError("is no orphan of an earlier revision", hint="`factcheck diff` lists them", subject=old)


def _revised_event(reader: Reader, revision: str) -> Event | None:
    return next(iter(reader.events(subject=revision, kinds=(Kind.REVISED,))), None)


def _carried(state: ClaimState) -> str:
    return state.stage.carried.claim if state.stage.carried else ""


def _standing(bench: Workbench, article: ArticleSummary) -> Iterator[Change]:
    became = {
        event.subject: _became(event)
        for claim in bench.store.claims(article.revision)
        for event in bench.store.events(subject=claim.id, kinds=(Kind.CARRIED,))
    }
    for row in bench.summaries(article.id):
        state = bench.store.state(row.id)
        carried = state.stage.carried
        told: dict[str, Any] = {"old": carried.claim, "before": carried.before} if carried else {}
        how = became.get(row.id, Became.NEW)
        if how is Became.REWORDED:
            told["wording"] = state.wording
        if carried and how is Became.CHANGED and same_words(carried.before, row.verbatim):
            then, now = bench.store.claim(carried.claim), bench.store.claim(row.id)
            told["besides"] = changed_besides(then[0], now[0], (then[2], now[2]))
        yield Change(became=how, new=row.id, number=row.number, now=row.verbatim, state=row.review_state, **told)


def _became(carried: Event) -> Became:
    if carried.body["changed"]:
        return Became.CHANGED
    return Became.REWORDED if carried.body.get("reworded") else Became.KEPT


def _gone(bench: Workbench, article: ArticleSummary, last: Event) -> Iterator[Change]:
    waiting = orphans(bench.store, article.revision)
    for claim in (*_removed(bench.store, last), *waiting):
        became = Became.ORPHAN if claim in waiting else Became.REMOVED
        wording = bench.store.state(claim).wording if became is Became.REMOVED else None
        yield Change(became=became, old=claim, before=bench.store.claim(claim)[0].verbatim, wording=wording)
