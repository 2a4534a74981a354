"""The main job: an article in, claims judged against the corpus out. Each step is kept as soon as it is done.

A step that the log already has is not done again, so a run that was killed completes when it is run again: the revision
is known by its digest, extraction by its revision, matching by claim, corpus, limits and engines.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.claims import ENGINE as CLAIMS_ENGINE
from factcheck.claims import find_published
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus import AddProgress
from factcheck.corpus.readers import ArticleFile
from factcheck.corpus.records import encodable
from factcheck.domain import (
    MACHINE,
    Block,
    Candidate,
    Citation,
    Claim,
    Event,
    Evidence,
    Extraction,
    Problem,
    Revision,
    Search,
    Sentence,
    Stance,
)
from factcheck.errors import GuardError, StateError
from factcheck.matching import ENGINE as MATCHING_ENGINE
from factcheck.matching import filters, find_candidates
from factcheck.review.kinds import Kind
from factcheck.stance import ENGINE as STANCE_ENGINE
from factcheck.stance import compare
from factcheck.stance.badges import OWN_TEXT
from factcheck.store.encoding import encode
from factcheck.workbench.citing import Citing, LookedUp, cited_body, place_of
from factcheck.workbench.folding import bound_now, refresh

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench

BATCH = 8
"""Claims matched in one transaction: a kill loses the work of at most so many (some 50 ms), each sync costs some ms."""

ENGINES = (MATCHING_ENGINE, STANCE_ENGINE)


FROM_OPTION = "the option --published"
"""Where a date is from that the command gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """How far a check has come: `step` in words, `done` of `total` (0: not known)."""

    step: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check did: claims found, claims matched now (others were up to date), documents added, and problems."""

    article: str
    revision: str
    title: str
    published: date | None
    published_from: str
    claims: int
    matched: int
    documents: int
    documents_added: int
    problems: tuple[Problem, ...] = ()


Progress = Callable[[CheckProgress], None]


def make_revision(article: ArticleFile, path: str, published: date | None) -> Revision:
    """Make a revision of what was read. The dateline is the option's, the metadata's or the text's, in that order."""
    resolved, source = _published(article, published)
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    identity = f"{digest}:{resolved.isoformat() if resolved else ''}{_given_speakers(article)}"
    return Revision(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        article=digest[:8],
        title=article.title,
        text=article.text,
        path=encodable(path),
        published=resolved,
        published_from=source,
        layout=article.layout,
        citations=article.citations,
        turns=article.turns,
        markers=article.markers,
    )


def check(
    bench: Workbench,
    article: ArticleFile,
    path: str,
    *,
    corpus_paths: Sequence[Path] = (),
    published: date | None = None,
    progress: Progress = lambda _: None,
) -> CheckReport:
    """Extract, match, judge and store. `corpus_paths` are added to the workspace's corpus first.

    Raises:
        InputError: a path does not exist.
        GuardError: people decided on this text as published, or as said, at another time or by somebody else.
        StateError: the workspace is locked, or the disk failed; what was done before stays done.
    """
    revision = _keep_revision(bench, _meant(bench, article, path, published), progress)
    _keep_citations(bench, revision, article.citations)
    with bench.open_corpus(create=True) as corpus:
        report = corpus.add(corpus_paths, progress=lambda p: progress(_corpus_step(p)))
        _check_not_lost(bench, revision, corpus)
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
            problems=(*article.notices, *report.problems),
        )


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
    for start in range(0, len(pending), BATCH):
        progress(CheckProgress(step="matching claims", done=start, total=len(pending)))
        batch = pending[start : start + BATCH]
        _keep_matches(bench, revision, [_matched(bench, claim, revision, corpus, own, citing) for claim in batch])
    return len(pending)


def judge(
    claim: Claim,
    candidates: Iterable[Candidate],
    revision: Revision,
    *,
    correction: str = "",
    own: str = "",
    engines: tuple[str, ...] = ENGINES,
) -> tuple[Evidence, ...]:
    """Compare a claim with each candidate; return the evidence, in the order of the candidates.

    `own` is the origin of the article's own text: what carries it cannot bear the article out, and is only related.
    `correction` tells a claim that a person corrected from what it was before: its evidence is judged anew. So do
    other `engines`, so that a score is always that of the search on record.
    """
    said = claim.said_on.end if claim.said_on and claim.said_on.end else revision.published
    found = []
    for candidate in candidates:
        source = candidate.source
        judgement = compare(
            claim, candidate.passage.text, claim_date=said, passage_date=source.published, heading=source.title
        )
        if own and candidate.origin == own:
            judgement = replace(judgement, stance=Stance.RELATED, badges=(*judgement.badges, OWN_TEXT))
        identity = f"{claim.id}:{candidate.digest}:{candidate.passage.start}:{candidate.passage.end}:{engines}"
        identity += f":{candidate.source.id}{correction}"
        identifier = hashlib.sha256(identity.encode()).hexdigest()[:12]
        found.append(Evidence(id=identifier, claim=claim.id, candidate=candidate, judgement=judgement))
    return tuple(found)


def _published(article: ArticleFile, given: date | None) -> tuple[date | None, str]:
    if given:
        return given, FROM_OPTION
    if article.published:
        return article.published, article.published_from
    found = find_published(article.text)
    if found and found.end and found.span:
        return found.end, f"the text ({found.span.text.strip()!r})"
    return None, ""


def _meant(bench: Workbench, article: ArticleFile, path: str, published: date | None) -> Revision:
    """Return the revision that is meant: without a date or speaker on the command, the one given before stands."""
    asked = make_revision(article, path, published)
    last = bench.store.latest(asked.article)
    if last is None or published or _given_speakers(article):
        return asked
    return last if last.published_from == FROM_OPTION or _given_speakers(last) else asked


def _check_undecided(reader: Reader, revision: Revision) -> None:
    """Refuse to read a text anew as of another date or speaker once people have decided on it as it was read."""
    last = reader.latest(revision.article)
    if last is None or last.id == revision.id or not reader.decisions(last.id):
        return
    was, now = _read_as(last), _read_as(revision)
    raise GuardError(
        f"this text is in the list as {was}, with decisions on it; as {now} its claims would begin anew",
        hint="leave date and speaker as they were, or check it in another workspace (--workspace)",
        subject=revision.path,
    )


def _read_as(revision: Revision) -> str:
    """Say under which date, and as whose words, a text was read."""
    dated = f"published {revision.published} ({revision.published_from})" if revision.published else "of no known date"
    speakers = dict.fromkeys(turn.speaker for turn in revision.turns if turn.label is None)
    return dated + (f", as the words of {', '.join(speakers)}" if speakers else "")


def _check_not_lost(bench: Workbench, revision: Revision, corpus: Corpus) -> None:
    """Refuse to match against nothing what was matched against something: it would wipe every suggestion.

    Raises:
        StateError: the corpus is empty, and was not when the claims were matched last.
    """
    if corpus.documents:
        return
    searches = [bench.store.state(claim.id).search for claim in bench.store.listed_claims(revision.id)]
    most = max((search.documents for search in searches if search), default=0)
    if most:
        raise StateError(
            f"the corpus is empty, and had {most} documents when these claims were matched; their evidence is kept",
            hint="add the files again: `factcheck corpus add PATH...`, then check again",
            subject=str(bench.workspace),
        )


def _keep_revision(bench: Workbench, revision: Revision, progress: Progress) -> Revision:
    """Extract the claims of a revision that is new, and keep both in one transaction; else return the one kept."""
    _check_undecided(bench.store, revision)
    known = bench.store.revision(revision.id)
    if known:
        return _put_back(bench, known)
    progress(CheckProgress(step="finding claims"))
    extraction = extract_revision(revision)
    claims = [(_own_id(claim, revision), sentence_of(claim, extraction.sentences)) for claim in extraction.claims]
    revision = replace(revision, title=revision.title or _headline(extraction))
    with bench.store.transaction() as tx:
        if tx.revision(revision.id):
            return revision
        _check_undecided(tx, revision)
        tx.add_revision(revision)
        tx.add_claims(revision.id, extraction.sentences, claims)
        _log(bench, tx, Kind.REVISION, revision.id, revision, _revision_body(revision))
        _log(bench, tx, Kind.EXTRACTED, revision.id, revision, _extracted_body(revision, [c for c, _ in claims]))
        for claim, _ in claims:
            refresh(tx, claim.id)
    return revision


def _put_back(bench: Workbench, known: Revision) -> Revision:
    """Make a revision that is kept the one in the list, where another reading of the text has taken its place."""
    if bench.store.replaced_by(known.id):
        with bench.store.transaction() as tx:
            _check_undecided(tx, known)
            tx.put_latest(known)
            _log(bench, tx, Kind.REVISION, known.id, known, _revision_body(known))
    return known


def _keep_citations(bench: Workbench, revision: Revision, citations: Sequence[Citation]) -> None:
    """Bind and keep the citations of the file as it was read now, where they differ from those kept before."""
    known = bench.store.citations(revision.id)
    if tuple(bound.citation for bound in known) == tuple(citations):
        return
    found = bound_now(bench.store, revision.id, citations)
    digest = hashlib.sha256(encode(tuple(citations)).encode()).hexdigest()
    body = {"citations": len(found), "bound": sum(bool(bound.claims) for bound in found), "digest": digest}
    with bench.store.transaction() as tx:
        tx.put_citations(revision.id, found)
        _log(bench, tx, Kind.CITATIONS, revision.id, revision, body)


def _given_speakers(article: ArticleFile | Revision) -> str:
    """Return what a command said of who speaks and when: the same text as another person's is another revision."""
    given = [turn for turn in article.turns if turn.label is None or turn.said_on]
    return "".join(f":{turn.speaker}:{turn.said_on or ''}" for turn in given)


def _log(
    bench: Workbench, tx: Transaction, kind: Kind, subject: str, revision: Revision, body: Mapping[str, Any]
) -> None:
    """Append what a machine run did as the user `MACHINE`; `run_by` names the person who started it."""
    tx.append(
        at=bench.now(),
        user=MACHINE,
        kind=kind,
        subject=subject,
        revision=revision.id,
        body={**body, "run_by": bench.user},
    )


def _revision_body(revision: Revision) -> dict[str, Any]:
    return {
        "title": revision.title,
        "path": revision.path,
        "published": revision.published.isoformat() if revision.published else "",
        "published_from": revision.published_from,
        "text": _text_digest(revision),
        "length": len(revision.text),
    }


def _extracted_body(revision: Revision, claims: Sequence[Claim]) -> dict[str, Any]:
    return {
        "engine": CLAIMS_ENGINE,
        "input": _text_digest(revision),
        "output": output_digest(claims),
        "claims": [claim.id for claim in claims],
    }


def _headline(extraction: Extraction) -> str:
    return next((s.text for s in extraction.sentences if s.block is Block.HEADLINE), "")


def _own_id(claim: Claim, revision: Revision) -> Claim:
    """Name a claim after its revision: the same words under another dateline are another claim."""
    identity = f"{revision.id}:{claim.start}:{claim.end}"
    return replace(claim, id=hashlib.sha256(identity.encode()).hexdigest()[:12])


def sentence_of(claim: Claim, sentences: Sequence[Sentence]) -> str:
    """Return the words of the sentences that a claim stands in; sentences come in order and do not overlap."""
    first = bisect_right(sentences, claim.start, key=lambda s: s.end)
    last = bisect_left(sentences, claim.end, key=lambda s: s.start)
    return " ".join(s.text for s in sentences[first:last])


def _engines(bench: Workbench) -> tuple[str, ...]:
    """Return what matches and judges: the weights of embeddings are a part of it where they rank."""
    if not bench.settings.values.matching.semantic:
        return ENGINES
    from factcheck.matching.semantic import engine

    return (*ENGINES, engine())


def _up_to_date(
    bench: Workbench, claim: Claim, now: tuple[str, Mapping[str, float], tuple[str, ...]], citing: str
) -> bool:
    """Tell whether the last match had this corpus, limits, engines and citations, and the claim as it was corrected."""
    events = list(bench.store.events(subject=claim.id))
    last = [e for e in events if e.kind == Kind.MATCHED][-1:]
    if not last or any(e.seq > last[0].seq for e in _corrections(events)):
        return False
    body = last[0].body
    search = body["search"]
    seen = (search["corpus_digest"], search.get("filters"), tuple(body["engines"]))
    return seen == now and body.get("citing", "") == citing


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


def _matched(bench: Workbench, claim: Claim, revision: Revision, corpus: Corpus, own: str, citing: Citing) -> _Matched:
    candidates, search = find_candidates(claim, corpus, **bench.settings.limits)
    candidates, cited = citing.look_up(claim, corpus, candidates)
    state = bench.store.state(claim.id)
    correction = _correction(claim) if state.corrections else ""
    found = judge(claim, candidates, revision, correction=correction, own=own, engines=_engines(bench))
    kept = {*state.stances, *state.cited}
    decided = {place_of(e.candidate): e for e in bench.store.evidence(claim.id) if e.id in kept} if kept else {}
    # A passage that a person judged stays what it was, whatever a later run makes of it.
    evidence = tuple(decided.get(place_of(e.candidate), e) for e in found)
    return _Matched(claim, evidence, search, citing.digest(claim.id), cited)


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
            }
            if one.citing:
                body |= {"citing": one.citing, "cited": cited_body(one.cited, one.evidence)}
            _log(bench, tx, Kind.MATCHED, one.claim.id, revision, body)
            refresh(tx, one.claim.id, kept)


def _search_body(search: Search) -> dict[str, Any]:
    """Return a search as the log keeps it: when, and under which number, the event itself says."""
    body = {**asdict(search), "terms": [asdict(t) for t in search.terms]}
    return {name: value for name, value in body.items() if name not in ("at", "event")}


def _corpus_step(progress: AddProgress) -> CheckProgress:
    return CheckProgress(step="adding to the corpus", done=progress.done, total=progress.total)


def _text_digest(revision: Revision) -> str:
    return hashlib.sha256(revision.text.encode("utf-8", "surrogatepass")).hexdigest()


def output_digest(items: Sequence[Claim] | Sequence[Evidence]) -> str:
    """Digest what a machine run put out, as it is stored, so that the rows can be held against the log."""
    digest = hashlib.sha256()
    for item in items:
        digest.update(f"{encode(item)}\n".encode())
    return digest.hexdigest()
