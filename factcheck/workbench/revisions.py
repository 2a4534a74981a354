"""Which revision of an article is meant, and keeping it with its claims: one reading of a text under one date.

The same text under another date, or as another person's words, is another revision. It takes the place of the one
before as long as nobody has decided on that.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.claims import ENGINE as CLAIMS_ENGINE
from factcheck.claims import Progress
from factcheck.claims.page.published import find_published
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile
from factcheck.corpus.records import encodable
from factcheck.domain import (
    MACHINE,
    Block,
    Citation,
    Claim,
    Extraction,
    Revision,
    Sentence,
)
from factcheck.errors import GuardError
from factcheck.reports.dossier.redaction import portable_path
from factcheck.review.kinds import Kind
from factcheck.store.encoding import encode
from factcheck.workbench.folding import bound_now, refresh
from factcheck.workbench.outputs import output_digest

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench

FROM_OPTION = "the option --published"
"""Where a date is from that the command gave."""
FROM_TEXT = "the text ("
"""How it begins where a date is from that the text itself tells."""


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


def _published(article: ArticleFile, given: date | None) -> tuple[date | None, str]:
    if given:
        return given, FROM_OPTION
    if article.published:
        return article.published, article.published_from
    found = find_published(article.text)
    if found and found.end and found.span:
        return found.end, f"{FROM_TEXT}{found.span.text.strip()!r})"
    return None, ""


def revision_meant(bench: Workbench, article: ArticleFile, path: str, published: date | None) -> Revision:
    """Return the revision that is meant: without a date or speaker on the command, the one given before stands.

    So does the article that this text is the last revision of.
    """
    asked = make_revision(article, path, published)
    if (known := bench.store.revised_to(asked.text)) and not published and not _given_speakers(article):
        return known
    last = bench.store.latest(asked.article)
    if last is None or published or _given_speakers(article):
        return asked
    return last if last.published_from == FROM_OPTION or _given_speakers(last) else asked


def _check_undecided(reader: Reader, revision: Revision) -> None:
    """Refuse to read a text anew as of another date or speaker once people have decided on it as it was read."""
    last = reader.latest(revision.article)
    if last is None or last.id == revision.id:
        return
    if last.text != revision.text:
        raise GuardError(
            f"a later revision of this text is in the list ({last.id})",
            hint=f"check that one; to go back to this text: --revision-of {last.article}",
            subject=revision.path,
        )
    if not reader.decisions(last.id):
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


def keep_revision(bench: Workbench, revision: Revision, progress: Progress) -> Revision:
    """Extract the claims of a revision that is new, and keep both in one transaction; else return the one kept."""
    _check_undecided(bench.store, revision)
    known = bench.store.revision(revision.id)
    if known:
        return _put_back(bench, known)
    progress(0, 0)
    extraction = extract_revision(revision, progress)
    claims = [(own_id(claim, revision), sentence_of(claim, extraction.sentences)) for claim in extraction.claims]
    revision = replace(revision, title=revision.title or headline_of(extraction))
    with bench.store.transaction() as tx:
        if tx.revision(revision.id):
            return revision
        _check_undecided(tx, revision)
        tx.add_revision(revision)
        tx.add_claims(revision.id, extraction.sentences, claims)
        log_run(bench, tx, Kind.REVISION, revision.id, revision, revision_body(revision))
        found = extracted_body(revision, [claim for claim, _ in claims], extraction.sentences)
        log_run(bench, tx, Kind.EXTRACTED, revision.id, revision, found)
        for claim, _ in claims:
            refresh(tx, claim.id)
    return revision


def _put_back(bench: Workbench, known: Revision) -> Revision:
    """Make a revision that is kept the one in the list, where another reading of the text has taken its place."""
    if bench.store.replaced_by(known.id):
        with bench.store.transaction() as tx:
            _check_undecided(tx, known)
            tx.put_latest(known)
            log_run(bench, tx, Kind.REVISION, known.id, known, revision_body(known))
    return known


def keep_citations(bench: Workbench, revision: Revision, citations: Sequence[Citation]) -> None:
    """Bind and keep the citations of the file as it was read now, where they differ from those kept before."""
    known = bench.store.citations(revision.id)
    if tuple(bound.citation for bound in known) == tuple(citations):
        return
    found = bound_now(bench.store, revision.id, citations)
    digest = hashlib.sha256(encode(tuple(citations)).encode()).hexdigest()
    body = {"citations": len(found), "bound": sum(bool(bound.claims) for bound in found), "digest": digest}
    with bench.store.transaction() as tx:
        tx.put_citations(revision.id, found)
        log_run(bench, tx, Kind.CITATIONS, revision.id, revision, body)


def _given_speakers(article: ArticleFile | Revision) -> str:
    """Return what a command said of who speaks and when: the same text as another person's is another revision."""
    given = [turn for turn in article.turns if turn.label is None or turn.said_on]
    return "".join(f":{turn.speaker}:{turn.said_on or ''}" for turn in given)


def log_run(
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


def revision_body(revision: Revision) -> dict[str, Any]:
    """Return what the log keeps of a revision: everything but its text, of which it has the digest.

    Of its path that is the file's name: folders tell whose machine it was, and the log is handed on.
    """
    return {
        "title": revision.title,
        "path": portable_path(revision.path),
        "published": revision.published.isoformat() if revision.published else "",
        "published_from": revision.published_from,
        "text": _text_digest(revision),
        "length": len(revision.text),
        "layout": _layout_digest(*(encode(getattr(revision, name)) for name in _LAYOUT)),
    }


def differs(now: Mapping[str, Any], body: Mapping[str, Any]) -> bool:
    """Tell whether a revision (its `revision_body`) is not what the log says of it; an earlier program said less.

    Of the path it said more: its folders.
    """
    said = {**body, "path": portable_path(body["path"])} if "path" in body else body
    return any(said.get(name, value) != value for name, value in now.items())


def layout_kept(row: Mapping[str, Any]) -> str:
    """Return the digest of what was read beside the text, as a row has it."""
    return _layout_digest(*(row[name] for name in _LAYOUT))


_LAYOUT = ("layout", "turns", "markers")


def _layout_digest(*written: str) -> str:
    """Digest what was read in a file beside its text, as it is kept: headings and the like, who speaks, pages."""
    return hashlib.sha256("\n".join(written).encode()).hexdigest()


def extracted_body(revision: Revision, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Return what the log keeps of an extraction."""
    return {
        "engine": CLAIMS_ENGINE,
        "input": _text_digest(revision),
        "sentences": hashlib.sha256(encode(tuple(sentences)).encode()).hexdigest(),
        "output": output_digest(claims),
        "claims": [claim.id for claim in claims],
    }


def headline_of(extraction: Extraction) -> str:
    """Return the headline of a text that has no other title; "" if it has none."""
    return next((s.text for s in extraction.sentences if s.block is Block.HEADLINE), "")


def own_id(claim: Claim, revision: Revision) -> Claim:
    """Name a claim after its revision: the same words under another dateline are another claim."""
    identity = f"{revision.id}:{claim.start}:{claim.end}"
    return replace(claim, id=hashlib.sha256(identity.encode()).hexdigest()[:12])


def sentence_of(claim: Claim, sentences: Sequence[Sentence]) -> str:
    """Return the words of the sentences that a claim stands in; sentences come in order and do not overlap."""
    first = bisect_right(sentences, claim.start, key=lambda s: s.end)
    last = bisect_left(sentences, claim.end, key=lambda s: s.start)
    return " ".join(s.text for s in sentences[first:last])


def _text_digest(revision: Revision) -> str:
    return hashlib.sha256(revision.text.encode("utf-8", "surrogatepass")).hexdigest()
