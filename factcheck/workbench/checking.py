"""The main job: an article in, claims judged against the corpus out. Each step is kept as soon as it is done.

A step that the log already has is not done again, so a run that was killed completes when it is run again: the revision
is known by its digest, extraction by its revision, matching by claim, corpus, limits and engines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.corpus import AddProgress
from factcheck.corpus.readers import ArticleFile
from factcheck.domain import (
    TABLES,
    Candidate,
    Claim,
    Event,
    Evidence,
    Problem,
    Revision,
    Search,
    Stance,
)
from factcheck.matching import ENGINE as MATCHING_ENGINE
from factcheck.matching import filters, find_candidates
from factcheck.matching.cited import is_part_of
from factcheck.reports.cells import counted
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.review.kinds import Kind
from factcheck.stance import ENGINE as STANCE_ENGINE
from factcheck.text.addresses import url_key
from factcheck.workbench.auditing import rows_digest
from factcheck.workbench.citing import Citing, LookedUp, Place, cited_body, place_of
from factcheck.workbench.folding import refresh
from factcheck.workbench.judging_anew import at_odds, is_translated, judgement_of, spoken_in_of
from factcheck.workbench.outputs import output_digest
from factcheck.workbench.revisions import keep_citations, keep_revision, log_run, revision_meant
from factcheck.workbench.standing import check_not_lost
from factcheck.workbench.turns import in_turn

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench
    from factcheck.workbench.fetching import ArticlePage

SIDES = (Stance.CORROBORATES, Stance.CONFLICTS)
"""What takes a side stands before what is only related, however well that ranks: a checker reads from the top."""
BATCH = 8
"""Claims matched in one transaction: a kill loses the work of at most so many (some 50 ms), each sync costs some ms."""

ENGINES = (MATCHING_ENGINE, STANCE_ENGINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """How far a check has come: `step` in words, `done` of `total` (0: not known)."""

    step: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check did: claims found, claims matched now (others were up to date), documents added, and problems.

    `documents_there`: of the paths that were to be added, what was in the corpus already; `notices`: what is to be
    known of how the article came, and is no problem.
    """

    article: str
    revision: str
    title: str
    published: date | None
    published_from: str
    claims: int
    matched: int
    documents: int
    documents_added: int
    documents_there: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


Progress = Callable[[CheckProgress], None]


def check(  # noqa: PLR0913 - one for each option
    bench: Workbench,
    article: ArticleFile,
    path: str,
    *,
    corpus_paths: Sequence[Path] = (),
    published: date | None = None,
    revision_of: str = "",
    page: ArticlePage | None = None,
    progress: Progress = lambda _: None,
) -> CheckReport:
    """Extract, match, judge and store. `corpus_paths` are added to the workspace's corpus first.

    `revision_of`: the revision or article that this text revises, whose decisions its claims take over; `page`: where
    the article was fetched, how.

    Raises:
        InputError: a path does not exist.
        GuardError: people decided on this text as published, or as said, at another time or by somebody else.
        StateError: the workspace is locked, or the disk failed; what was done before stays done.
    """
    became = ""
    try:
        revision = _kept(bench, article, path, published, revision_of, progress)
        became = revision.id
    finally:
        if page:
            page.put_on_record(became)
    keep_citations(bench, revision, article.citations)
    with bench.open_corpus(create=True, article=revision.article) as corpus:
        report = corpus.add(corpus_paths, progress=lambda p: progress(_corpus_step(p)))
        if not corpus.documents:  # to match against nothing would wipe every suggestion, or pass for a search
            check_not_lost(bench, "is empty")
        waiting = CheckProgress(step="waiting: another check of this article is under way")
        with in_turn(corpus.folder / f"check-{revision.article}.lock", lambda: progress(waiting)):
            matched = match_claims(bench, revision, corpus, progress)
        return CheckReport(
            article=revision.article,
            revision=revision.id,
            title=revision.title,
            published=revision.published,
            published_from=revision.published_from,
            claims=len(bench.store.listed_claims(revision.id)),
            matched=matched,
            documents=corpus.documents,
            documents_added=report.added,
            documents_there=report.unchanged,
            problems=(*article.notices, *report.problems, *report.changed),
            notices=(*(page.notices if page else ()), *_of_tables(len(corpus.tables()))),
        )


def _of_tables(tables: int) -> Iterator[str]:
    """Yield what is to be known of tables: no search by word looks into them."""
    if tables:
        yield f"{counted(tables, 'table')} not searched by word: `factcheck claim cells CLAIM` offers their cells"


def _kept(
    bench: Workbench, article: ArticleFile, path: str, published: date | None, revision_of: str, progress: Progress
) -> Revision:
    def finding(done: int, total: int) -> None:
        progress(CheckProgress(step="finding claims", done=done, total=total))

    if published and not revision_of:  # a revision that is read as of another day stays one of its article
        known = bench.store.revised_to(article.text)
        revision_of = known.id if known else ""
    if not revision_of:
        return keep_revision(bench, revision_meant(bench, article, path, published), finding)
    from factcheck.workbench.revising import keep_revised

    return keep_revised(bench, article, path, published, of=revision_of, progress=finding)


def match_claims(
    bench: Workbench,
    revision: Revision,
    corpus: Corpus,
    progress: Progress = lambda _: None,
    *,
    only: Collection[str] = (),
) -> int:
    """Match and judge each listed claim whose last search saw another corpus or claim, or had other limits or engines.

    Returns how many.

    `only`: ids, where not all claims are meant.
    """
    listed = [c for c in bench.store.listed_claims(revision.id) if not only or c.id in only]
    citing = Citing(bench, revision.id)
    now = (corpus.digest, filters(**bench.settings.limits), _engines(bench))
    pending = [c for c in listed if not _up_to_date(bench, c, now, citing.digest(c.id))]
    own = corpus.origin_of(revision.text) if pending else ""
    aside = {TABLES: count} if pending and (count := len(corpus.tables())) else {}
    for start in range(0, len(pending), BATCH):
        progress(CheckProgress(step="matching claims", done=start, total=len(pending)))
        batch = pending[start : start + BATCH]
        found = [_matched(bench, claim, revision, corpus, own, citing) for claim in batch]
        _keep_matches(bench, revision, [one.leaving(aside) for one in found])
    return len(pending)


def judge(
    claim: Claim,
    candidates: Iterable[Candidate],
    revision: Revision,
    *,
    correction: str = "",
    own: str = "",
    engines: tuple[str, ...] = ENGINES,
    spoken_in: str = "",
) -> tuple[Evidence, ...]:
    """Compare a claim with each candidate; return the evidence, in the order of the candidates.

    `own` is the origin of the article's own text: what carries it, or stands at its address, cannot bear the article
    out, and is only related. `correction` tells a claim that a person corrected from what it was before: its evidence
    is judged anew. So do other `engines`, so that a score is always that of the search on record. `spoken_in`: the
    language of what was said, where the article quotes a translation.
    """
    found = []
    for candidate in candidates:
        passage, written_in = candidate.passage.text, candidate.source.language
        translated = is_translated(claim, passage, article=revision.text, spoken_in=spoken_in, written_in=written_in)
        own_text = _is_own(candidate, revision, own)
        judgement = judgement_of(claim, candidate, revision.published, own=own_text, translated=translated)
        identity = f"{claim.id}:{candidate.digest}:{candidate.passage.start}:{candidate.passage.end}:{engines}"
        identity += f":{candidate.source.id}{correction}{':translated' if translated else ''}"
        identifier = hashlib.sha256(identity.encode()).hexdigest()[:12]
        found.append(Evidence(id=identifier, claim=claim.id, candidate=candidate, judgement=judgement))
    return tuple(at_odds(found))


def _is_own(candidate: Candidate, revision: Revision, own: str) -> bool:
    """Tell whether a source is the article itself: its text, or what its own address gives (a feed may shorten it)."""
    address = url_key(revision.path) if revision.path.startswith(("http://", "https://")) else ""
    sources = (candidate.source, *candidate.carriers)
    return bool(own and candidate.origin == own) or (
        bool(address) and any(url_key(one.url) == address for one in sources)
    )


def _engines(bench: Workbench) -> tuple[str, ...]:
    """Return what matches and judges: the weights of embeddings are a part of it where they rank."""
    if not bench.settings.values.matching.semantic:
        return ENGINES
    from factcheck.matching.semantic import engine

    return (*ENGINES, engine())


def _up_to_date(
    bench: Workbench, claim: Claim, now: tuple[str, Mapping[str, float], tuple[str, ...]], citing: str
) -> bool:
    """Tell whether the last match had this corpus, limits, engines and citations, and the claim as it was corrected.

    And whether it knew in which language the words were spoken.
    """
    events = list(bench.store.events(subject=claim.id))
    last = [e for e in events if e.kind == Kind.MATCHED][-1:]
    if not last or any(e.seq > last[0].seq for e in _corrections(events)):
        return False
    body = last[0].body
    search = body["search"]
    seen = (search["corpus_digest"], search.get("filters"), tuple(body["engines"]))
    spoken_in = spoken_in_of(claim, bench.store.state(claim.id))
    return seen == now and body.get("citing", "") == citing and body.get("spoken_in", "") == spoken_in


def _corrections(events: Sequence[Event]) -> list[Event]:
    """Return the corrections among the events of a claim, and what took them back or brought them again."""
    made = {e.seq for e in events if e.kind == Kind.CORRECTED}
    return [e for e in events if e.seq in made or e.body.get("event") in made]


@dataclass(frozen=True, slots=True)
class _Matched:
    """What a matching run found for a claim; `citing` and `cited` are empty for one without citations."""

    claim: Claim
    evidence: tuple[Evidence, ...]
    search: Search
    citing: str
    cited: Sequence[LookedUp]
    spoken_in: str

    def leaving(self, aside: Mapping[str, int]) -> _Matched:
        """Return it with what the search left aside, beside the passages that it dropped."""
        return replace(self, search=replace(self.search, dropped={**self.search.dropped, **aside}))


def _matched(bench: Workbench, claim: Claim, revision: Revision, corpus: Corpus, own: str, citing: Citing) -> _Matched:
    candidates, search = find_candidates(claim, corpus, **bench.settings.limits)
    candidates, cited = citing.look_up(claim, corpus, candidates)
    state = bench.store.state(claim.id)
    correction = _correction(claim) if state.corrections else ""
    spoken_in = spoken_in_of(claim, state)
    engines = _engines(bench)
    found = judge(claim, candidates, revision, correction=correction, own=own, engines=engines, spoken_in=spoken_in)
    kept = {*state.stances, *state.cited}
    decided = {place_of(e.candidate): e for e in bench.store.evidence(claim.id) if e.id in kept} if kept else {}
    taken_over = _taken_over(bench, claim, correction) if state.stage.carried else {}
    same = [_same(taken_over.get(place_of(e.candidate)), e) for e in found]
    # A passage that a person judged stays what it was, whatever a later run makes of it.
    # What is found of it alone, or with less of what stands around it, is not shown beside it once more.
    on_top = {place for one in cited for place in (*one.places, *(place_of(cell.candidate) for cell in one.cells))}
    shown = [e for e in same if place_of(e.candidate) in on_top or not _is_part(e, decided)]
    evidence = [decided.get(place_of(e.candidate), e) for e in shown]
    evidence += {cell.id: cell for one in cited for cell in one.cells}.values()
    evidence.sort(key=lambda e: (place_of(e.candidate) not in on_top, e.judgement.stance not in SIDES))
    return _Matched(claim, tuple(evidence), search, citing.digest(claim.id), cited, spoken_in)


def _is_part(found: Evidence, decided: Mapping[Place, Evidence]) -> bool:
    """Whether a passage lies in a longer one that a person judged or cited."""
    alone = place_of(found.candidate) not in decided
    whole = [one.candidate for one in decided.values() if one.calculation is None]
    return alone and any(is_part_of(found.candidate, one) for one in whole)


def _taken_over(bench: Workbench, claim: Claim, correction: str) -> dict[Place, Evidence]:
    """Return the passages that searches by these engines found before the claim came into this revision, by place.

    The names of their evidence are those that were taken over, so that people know it by the number that it had.
    """
    events = bench.history(claim.id)
    corrected = max((e.seq for e in _corrections(events)), default=0) if correction else 0
    engines = list(_engines(bench))
    searches = [e for e in events if e.kind == Kind.MATCHED and e.seq > corrected and e.body["engines"] == engines]
    named = {one for search in searches for one in search.body["evidence"]}
    return {place_of(one.candidate): one for one in bench.store.evidence(claim.id) if one.id in named}


def _same(before: Evidence | None, found: Evidence) -> Evidence:
    """Return the evidence that was there before, where a passage is judged now as it was then."""
    return before if before and before.judgement == found.judgement else found


def _correction(claim: Claim) -> str:
    who = f"{claim.claimant.name}:{claim.claimant.office}" if claim.claimant else ""
    return f":{who}:{claim.said_on.iso if claim.said_on else ''}"


def _keep_matches(bench: Workbench, revision: Revision, found: Iterable[_Matched]) -> None:
    with bench.store.transaction() as tx:
        for one in found:
            kept = tx.add_evidence(one.evidence)
            body: dict[str, Any] = {
                "engines": list(_engines(bench)),
                "search": _search_body(one.search),
                "evidence": [e.id for e in one.evidence],
                "output": output_digest(one.evidence),
                "rows": _rows_digest(tx, one, kept),
                "portable": _portable_digests(tx, one, kept),
            }
            if one.spoken_in:
                body["spoken_in"] = one.spoken_in
            if one.citing:
                body |= {"citing": one.citing, "cited": cited_body(one.cited, one.evidence)}
            log_run(bench, tx, Kind.MATCHED, one.claim.id, revision, body)
            refresh(tx, one.claim.id, kept)


def _rows_digest(tx: Transaction, found: _Matched, kept: Sequence[Evidence]) -> str:
    """Digest the evidence as it is stored: a passage that was there already stays as it was."""
    if len(kept) == len(found.evidence):
        return output_digest(found.evidence)
    return rows_digest([item.id for item in found.evidence], tx.payloads("evidence", claim=found.claim.id))


def _portable_digests(tx: Transaction, found: _Matched, kept: Sequence[Evidence]) -> list[str]:
    """Return the digest of each piece of evidence as a dossier has it, without the paths of this machine."""
    if len(kept) == len(found.evidence):
        return [portable_digest(item) for item in found.evidence]
    stored = {row["id"]: row["payload"] for row in tx.payloads("evidence", claim=found.claim.id)}
    return [portable_digest(item, stored[item.id]) for item in found.evidence]


def _search_body(search: Search) -> dict[str, Any]:
    """Return a search as the log keeps it: when, and under which number, the event itself says."""
    body = {**asdict(search), "terms": [asdict(t) for t in search.terms]}
    return {name: value for name, value in body.items() if name not in ("at", "event")}


def _corpus_step(progress: AddProgress) -> CheckProgress:
    return CheckProgress(step="adding to the corpus", done=progress.documents)
