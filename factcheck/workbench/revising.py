"""A revised draft: its claims take over the decisions on those of the earlier revision that they can be shown to be.

Unchanged and moved claims keep everything, and so do those that read exactly as the accepted wording; changed ones are
stale; removed ones stay with the earlier revision; new ones start open. What cannot be told is an orphan: a person
places it, or drops it; what was to be cut and is gone is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.claims import Progress
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile
from factcheck.domain import Claim, ClaimState, Evidence, Revision, Sentence
from factcheck.errors import InputError
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.reports.named import articles_named
from factcheck.review.aligning import form_of
from factcheck.review.binding import binding, holds, is_submitted, to_submit
from factcheck.review.fold import fold
from factcheck.review.items import key_of
from factcheck.review.kinds import Kind
from factcheck.review.steps import ReviewStep, check_permitted
from factcheck.workbench.auditing import rows_digest
from factcheck.workbench.citing import place_of
from factcheck.workbench.folding import history, refresh
from factcheck.workbench.inheriting import Names, inherited
from factcheck.workbench.outputs import output_digest
from factcheck.workbench.planning import Heir, Plan, plan_for
from factcheck.workbench.revisions import (
    FROM_OPTION,
    extracted_body,
    headline_of,
    log_run,
    make_revision,
    own_id,
    revision_body,
    sentence_of,
)

if TYPE_CHECKING:
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench


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
    bench: Workbench, article: ArticleFile, path: str, published: date | None, *, of: str, progress: Progress
) -> Revision:
    """Keep a text as the next revision of an article. Keeping it again changes nothing.

    Raises:
        InputError: there is no such revision, or another one has taken its place.
        GuardError: this user may decide nothing; a revision makes decisions stale, and takes them over.
    """
    check_permitted(bench.workflow, bench.user, ReviewStep.JUDGE)
    parent = parent_named(bench, of)
    revision = _next(make_revision(article, path, published), parent, given=published is not None)
    last = bench.store.latest(parent.article)
    if last is not None and (
        last.id == revision.id or (last.text, last.published) == (article.text, revision.published)
    ):
        return last
    _check_last(parent, last)
    progress(0, 0)
    extraction = extract_revision(revision, progress)
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
    needed = {*state.known, *state.stances, *state.cited, *state.calculated, *_ticked_against(state)}
    there = {item.id: item for item in tx.evidence(heir.new.id)}
    found = {place_of(item.candidate): name for name, item in there.items() if not item.calculation}
    names = {
        name: (not item.calculation and found.get(place_of(item.candidate))) or _renamed(name, heir.new.id)
        for name, item in kept.items()
        if name in needed
    }
    items = dict(_items(heir))
    told = Names(old=old.id, new=heir.new.id, evidence=names, items=items)
    events = inherited(history(tx, old.id, before), told, heir.new)
    now = fold(heir.new.id, events, {})
    copies = [replace(kept[item], id=name, claim=heir.new.id) for item, name in names.items() if name not in there]
    copies = _judged(tx, copies, state.corrected(old), now.corrected(heir.new))
    tx.add_evidence(copies)
    here = tx.claim(heir.new.id)[2]
    taken = {**there, **{copy.id: copy for copy in copies}}
    stands = binding(now.corrected(heir.new), here, now, taken)
    submitted = to_submit(now.corrected(heir.new), here, now, taken)
    was_valid = holds(state, state.corrected(old), sentence, kept)
    was_submitted = is_submitted(state, state.corrected(old), sentence, kept)
    reworded = {"reworded": True} if heir.reworded and not heir.changed else {}
    return {
        "from": old.id,
        **reworded,
        "changed": heir.changed,
        "before": state.corrected(old).verbatim,
        "of": list(names),
        "evidence": list(names.values()),
        **_digests(tx, heir.new.id, [taken[name] for name in names.values()], there),
        "items": items,
        "signed": stands if was_valid and not heir.changed else "",
        "submitted": submitted if was_submitted and not heir.changed else "",
    }


def _digests(tx: Transaction, claim: str, taken: Sequence[Evidence], there: Container[str]) -> dict[str, Any]:
    """Return what evidence is held against; what was there already stays as it is stored, as where it was matched."""
    digests = {"output": output_digest(taken), "portable": [portable_digest(item) for item in taken]}
    if not any(item.id in there for item in taken):
        return digests
    stored = {row["id"]: row["payload"] for row in tx.payloads("evidence", claim=claim)}
    portable = [portable_digest(item, stored[item.id]) for item in taken]
    rows = rows_digest([item.id for item in taken], tx.payloads("evidence", claim=claim))
    return {**digests, "rows": rows, "portable": portable}


def _judged(tx: Transaction, copies: Sequence[Evidence], then: Claim, now: Claim) -> list[Evidence]:
    """Judge evidence anew where it is taken over by other words, another claimant's, or those of another day."""
    if _asked(then) == _asked(now):
        return list(copies)
    from factcheck.workbench.judging_anew import at_odds, judged_anew  # a second: no revision without changes needs it

    revision = tx.claim(now.id)[1]
    known = tx.revision(revision)
    return list(at_odds([judged_anew(copy, now, known.published if known else None) for copy in copies]))


def _asked(claim: Claim) -> tuple[object, ...]:
    """Return what evidence is compared with, without where it stands in the text."""
    who = claim.claimant.name if claim.claimant else ""
    return claim.verbatim, claim.text, who, claim.said_on and claim.said_on.iso, tuple(one.iso for one in claim.dates)


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
