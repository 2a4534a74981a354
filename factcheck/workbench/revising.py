"""A revised draft: its claims take over the decisions on those of the earlier revision that they can be shown to be.

Unchanged and moved claims keep everything; changed ones are stale; removed ones stay with the earlier revision; new
ones start open. What cannot be told is an orphan: a person places it, or drops it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.claims import bounds
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile
from factcheck.domain import LISTED, Claim, ClaimState, ReviewState, Revision, Sentence
from factcheck.errors import InputError
from factcheck.reports.claim_list import articles_named
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.review.aligning import Alignment, align, form_of, pair_changed
from factcheck.review.binding import binding, holds
from factcheck.review.fold import fold
from factcheck.review.items import key_of
from factcheck.review.kinds import Kind
from factcheck.review.staging import has_decisions
from factcheck.workbench.edited import iso, same_person
from factcheck.workbench.folding import history, refresh
from factcheck.workbench.inheriting import Names, inherited
from factcheck.workbench.revisions import (
    FROM_OPTION,
    extracted_body,
    headline_of,
    log_run,
    make_revision,
    output_digest,
    own_id,
    revision_body,
    sentence_of,
)

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """A claim that takes over the decisions on an `old` one."""

    old: Claim
    new: Claim
    changed: bool
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of the claims of an earlier revision, and which `fresh` ones are new."""

    heirs: tuple[Heir, ...]
    fresh: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    orphans: tuple[Claim, ...]


def parent_named(bench: Workbench, name: str) -> Revision:
    """Return the revision that a person means: by its id, or the last one of an article.

    Raises:
        InputError: there is none, or several articles are meant.
    """
    if known := bench.store.revision(name):
        return known
    articles = bench.articles()
    found = [one for one in articles if one.id in articles_named([name], articles)]
    if len(found) != 1:
        named = ", ".join(one.id for one in found)
        raise InputError(f"{len(found)} articles are meant by {name!r}", hint=f"name one of: {named}")
    return bench.revision(found[0].revision)


def keep_revised(
    bench: Workbench, article: ArticleFile, path: str, published: date | None, *, of: str, progress: Callable[[], None]
) -> Revision:
    """Keep a text as the next revision of an article. Keeping it again changes nothing.

    Raises:
        InputError: there is no such revision, or another one has taken its place.
    """
    parent = parent_named(bench, of)
    revision = _next(make_revision(article, path, published), parent, given=published is not None)
    last = bench.store.latest(parent.article)
    if last is not None and (
        last.id == revision.id or (last.text, last.published) == (article.text, revision.published)
    ):
        return last
    _check_last(parent, last)
    progress()
    extraction = extract_revision(revision)
    revision = replace(revision, title=revision.title or headline_of(extraction))
    fresh = [own_id(claim, revision) for claim in extraction.claims]
    with bench.store.transaction() as tx:
        _check_last(parent, tx.latest(parent.article))
        plan = plan_for(tx, parent, revision, extraction.sentences, fresh)
        _keep(bench, tx, revision, parent, extraction.sentences, plan)
    return revision


def _next(asked: Revision, parent: Revision, *, given: bool) -> Revision:
    """Make what was read the next revision of an article; a date that was given for it by hand stands."""
    if parent.published_from == FROM_OPTION and not given:
        asked = replace(asked, published=parent.published, published_from=parent.published_from)
    identity = f"{asked.id}:{asked.published}:{parent.id}"
    return replace(asked, article=parent.article, id=hashlib.sha256(identity.encode()).hexdigest()[:16])


def _check_last(parent: Revision, last: Revision | None) -> None:
    if last is not None and last.id != parent.id:
        raise InputError(
            f"was revised already: {last.id} has taken its place",
            hint=f"name the article instead: --revision-of {parent.article}",
            subject=parent.id,
        )


def plan_for(
    reader: Reader, parent: Revision, revision: Revision, sentences: Sequence[Sentence], fresh: Sequence[Claim]
) -> Plan:
    """Say what becomes of each claim of an earlier revision; changes nothing."""
    before = reader.sentences(parent.id) or ()
    found = align([one.text for one in before], [one.text for one in sentences])
    places = _places(before, sentences, found)
    everything = [(claim, reader.state(claim.id)) for claim in reader.claims(parent.id)]
    standing = [(c, s) for c, s in everything if s.review_state in {*LISTED, ReviewState.WITHDRAWN}]
    at = {(claim.start, claim.end): claim for claim in fresh}
    heirs: list[Heir] = []
    left: list[tuple[Claim, ClaimState]] = []
    for claim, state in standing:
        place = _place(claim, before, found, places)
        heir = _heir(claim, place, at, revision, parent) if place else None
        if heir is None or (heir.changed and state.removal):
            left.append((claim, state))
        else:
            heirs.append(heir)
    gone = {
        _place(c, before, found, places)
        for c, s in everything
        if s.review_state not in {*LISTED, ReviewState.WITHDRAWN}
    }
    free = _free(fresh, heirs, gone)
    more, orphans = _paired(left, free, before, sentences, found)
    heirs += more
    taken = {heir.old.id for heir in heirs} | {claim.id for claim in orphans}
    removed = tuple(claim for claim, _ in left if claim.id not in taken)
    by_hand = {heir.new.id for heir in heirs if heir.by_hand}
    new = tuple(claim for claim in fresh if claim in free or claim.id in {h.new.id for h in heirs} - by_hand)
    return Plan(heirs=tuple(heirs), fresh=new, removed=removed, orphans=tuple(orphans))


def _places(before: Sequence[Sentence], after: Sequence[Sentence], found: Alignment) -> dict[int, int]:
    """Map each character of a sentence that is the same to where it stands now."""
    places: dict[int, int] = {}
    for i, j in found.same.items():
        here, there = form_of(before[i].text).places, form_of(after[j].text).places
        places |= {before[i].start + a: after[j].start + b for a, b in zip(here, there, strict=True)}
    return places


def _sentences_at(claim: Claim, sentences: Sequence[Sentence]) -> list[int]:
    return [i for i, one in enumerate(sentences) if one.start < claim.end and claim.start < one.end]


def _place(
    claim: Claim, before: Sequence[Sentence], found: Alignment, places: Mapping[int, int]
) -> tuple[int, int] | None:
    """Return where a claim stands now, if all its sentences are the same and follow each other still."""
    own = _sentences_at(claim, before)
    now = [found.same.get(i) for i in own]
    first = now[0] if now else None
    if first is None or now != list(range(first, first + len(now))):
        return None
    start, last = places.get(claim.start), places.get(claim.end - 1)
    return None if start is None or last is None else (start, last + 1)


def _heir(
    old: Claim, place: tuple[int, int], at: Mapping[tuple[int, int], Claim], revision: Revision, parent: Revision
) -> Heir | None:
    """Return the claim at a place: as it is extracted now, or as a person had made it."""
    if extracted := at.get(place):
        return Heir(
            old=old, new=extracted, changed=_facts(extracted) != _facts(old) or not _same_claimant(extracted, old)
        )
    (made,) = bounds.claims_at(revision.text, [(place, old)], published=revision.published)
    redated = bool(old.dates) and revision.published != parent.published
    return Heir(old=old, new=own_id(made, revision), changed=redated, by_hand=True)


def _facts(claim: Claim) -> tuple[Any, ...]:
    return iso(claim.said_on), [one.iso for one in claim.dates]


def _same_claimant(one: Claim, other: Claim) -> bool:
    return same_person(one.claimant, other.claimant)


def _free(fresh: Sequence[Claim], heirs: Sequence[Heir], gone: Iterable[tuple[int, int] | None]) -> list[Claim]:
    """Return the claims that nobody is the heir of, but those in whose place a person had put others."""
    taken = {heir.new.id for heir in heirs}
    replaced = set(gone)
    made = [heir.new for heir in heirs if heir.by_hand]
    return [
        claim
        for claim in fresh
        if claim.id not in taken
        and not ((claim.start, claim.end) in replaced and bounds.overlapping(made, claim.start, claim.end))
    ]


def _paired(
    left: Sequence[tuple[Claim, ClaimState]],
    free: Sequence[Claim],
    before: Sequence[Sentence],
    after: Sequence[Sentence],
    found: Alignment,
) -> tuple[list[Heir], list[Claim]]:
    """Pair the claims of sentences that were changed; return heirs, and the decided claims that cannot be placed."""
    heirs: list[Heir] = []
    orphans: list[Claim] = []
    for i in range(len(before)):
        old = [(c, s) for c, s in left if _sentences_at(c, before)[:1] == [i] and s.removal is None]
        unsure = i in found.orphans
        if i in found.changed:
            new = [c for c in free if _sentences_at(c, after)[:1] == [found.changed[i]]]
            pairs = pair_changed([c.verbatim for c, _ in old], [c.verbatim for c in new])
            led = {**pairs.same, **pairs.changed}
            heirs += [Heir(old=old[a][0], new=new[b], changed=True) for a, b in led.items()]
            old = [old[a] for a in pairs.orphans]
            unsure = True
        orphans += [claim for claim, state in old if unsure and has_decisions(state)]
    return heirs, orphans


def _keep(
    bench: Workbench,
    tx: Transaction,
    revision: Revision,
    parent: Revision,
    sentences: Sequence[Sentence],
    plan: Plan,
) -> None:
    made = [heir.new for heir in plan.heirs if heir.by_hand]
    claims = sorted([*plan.fresh, *made], key=lambda claim: (claim.start, claim.end))
    tx.add_revision(revision)
    tx.add_claims(
        revision.id, sentences, [(claim, sentence_of(claim, sentences) or claim.verbatim) for claim in claims]
    )
    log_run(bench, tx, Kind.REVISION, revision.id, revision, revision_body(revision))
    log_run(bench, tx, Kind.EXTRACTED, revision.id, revision, extracted_body(revision, plan.fresh, sentences))
    log_run(bench, tx, Kind.REVISED, revision.id, revision, _revised_body(parent, plan, made))
    for heir in plan.heirs:
        body = carried_body(tx, heir)
        log_run(bench, tx, Kind.CARRIED, heir.new.id, revision, body)
    for claim in claims:
        refresh(tx, claim.id)


def _revised_body(parent: Revision, plan: Plan, made: Sequence[Claim]) -> dict[str, Any]:
    return {
        "of": parent.id,
        "made": [claim.id for claim in made],
        "output": output_digest(made),
        "changed": [heir.old.id for heir in plan.heirs if heir.changed],
        "removed": [claim.id for claim in plan.removed],
        "orphans": [claim.id for claim in plan.orphans],
    }


def carried_body(tx: Transaction, heir: Heir) -> dict[str, Any]:
    """Copy the evidence that decisions rest on, and return what the log keeps of taking them over."""
    old, before, sentence = tx.claim(heir.old.id)
    state = tx.state(old.id)
    kept = {item.id: item for item in tx.evidence(old.id)}
    needed = {*state.evidence, *state.stances, *state.cited, *state.calculated, *_ticked_against(state)}
    names = {item: _renamed(item, heir.new.id) for item in kept if item in needed}
    copies = [replace(kept[item], id=name, claim=heir.new.id) for item, name in names.items()]
    tx.add_evidence(copies)
    items = dict(_items(heir))
    told = Names(old=old.id, new=heir.new.id, evidence=names, items=items)
    events = inherited(history(tx, old.id, before), told, heir.new)
    now = fold(heir.new.id, events, {})
    here = tx.claim(heir.new.id)[2]
    stands = binding(now.corrected(heir.new), here, now, {copy.id: copy for copy in copies})
    submission = state.stage.submission
    was_valid = holds(state, state.corrected(old), sentence, kept)
    was_submitted = submission and submission.digest == state.binding
    return {
        "from": old.id,
        "changed": heir.changed,
        "before": state.corrected(old).verbatim,
        "of": list(names),
        "evidence": list(names.values()),
        "output": output_digest(copies),
        "portable": [portable_digest(copy) for copy in copies],
        "items": items,
        "signed": stands if was_valid and not heir.changed else "",
        "submitted": stands if was_submitted and not heir.changed else "",
    }


def _ticked_against(state: ClaimState) -> Iterator[str]:
    return (tick.evidence for tick in state.ticks.values() if tick.evidence)


def _renamed(evidence: str, claim: str) -> str:
    return hashlib.sha256(f"{claim}:{evidence}".encode()).hexdigest()[:12]


def _items(heir: Heir) -> Iterator[tuple[str, str]]:
    """Yield which item of the old claim is which of the new one: those of the same kind and words, in their order."""
    there: dict[tuple[str, str], list[str]] = {}
    for item in heir.new.items:
        there.setdefault((item.kind, form_of(item.span.text).text), []).append(key_of(item))
    here: dict[tuple[str, str], list[str]] = {}
    for item in heir.old.items:
        here.setdefault((item.kind, form_of(item.span.text).text), []).append(key_of(item))
    for named, keys in here.items():
        if len(there.get(named, ())) == len(keys):
            yield from zip(keys, there[named], strict=True)
