"""Making the dossier of an article: each part gathered from the workspace, redacted by rule, and packed.

All of it is one state of the log. No clock is asked, no name of a machine stands in it: the same state gives the same
bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from msgspec import Raw

from factcheck import __version__
from factcheck.claims import ENGINE as CLAIMS_ENGINE
from factcheck.domain import (
    ASSERTED,
    ERASED,
    ArticleSummary,
    Claim,
    ClaimState,
    ClaimView,
    Event,
    Evidence,
    Revision,
)
from factcheck.domain.words import Words, digest_in
from factcheck.errors import FactcheckError, InputError, StateError, StorageError
from factcheck.matching import ENGINE as MATCHING_ENGINE
from factcheck.reports.disclosure import badge, leaving_view
from factcheck.reports.dossier import manifest as parts
from factcheck.reports.dossier.container import PIECE, Packing
from factcheck.reports.dossier.manifest import FORMAT, VERSION, LogState, Manifest, Missing, Part, Withheld, as_json
from factcheck.reports.dossier.reader import for_a_reader
from factcheck.reports.dossier.records import (
    ADDRESS,
    ELSEWHERE,
    NOTHING_BESIDE,
    SOURCE,
    BesideClaim,
    BesideRecord,
    ClaimRecord,
    EvidenceRecord,
    RevisionRecord,
    WordsRecord,
)
from factcheck.reports.dossier.redaction import WITHHELD, portable_path, redacted_evidence, withheld_line, words_of
from factcheck.reports.filters import Filter
from factcheck.reports.named import articles_named
from factcheck.review.kinds import Kind
from factcheck.review.trust import KINDS as OF_KEYS
from factcheck.stance import ENGINE as STANCE_ENGINE
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.store.canonical import canonical
from factcheck.store.encoding import decode, encode
from factcheck.workbench.dossier.packed import Pack, event_of
from factcheck.workbench.dossier.scanning import (
    Scan,
    evidence_of,
    named_anywhere,
    redaction_of,
    scan,
    sources_named,
)
from factcheck.workbench.snapshots import OTHER_FILE, is_of_article, snapshot_digest, snapshot_of
from factcheck.workbench.stored_states import check_states

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.annotated import Seen

ENGINES = {"claims": CLAIMS_ENGINE, "matching": MATCHING_ENGINE, "stance": STANCE_ENGINE}
WHAT = {
    parts.README: "what this is, for a reader who has never seen the program",
    parts.COPY: "the article with its claims in place, and all that was found and decided, for people",
    parts.BESIDE: "what the copy shows beside the records: the scale, and what was known of sources then",
    parts.CLAIMS: "the claims, a line each: as they were made, and how they stand",
    parts.EVIDENCE: "the evidence, a line each, with its passages and calculations",
    parts.LOG: "the log, an event a line",
    parts.WORDS: "what people wrote in their own words, of which the log has salted digests",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A dossier that was gathered. `sha256` (hexadecimal) is of its manifest; `chunks` give its bytes."""

    manifest: Manifest
    sha256: str
    chunks: Callable[[], Iterator[bytes]]


def article_meant(bench: Workbench, name: str) -> ArticleSummary:
    """Return the article that a person means.

    Raises:
        InputError: there is none, or several are meant.
    """
    articles = bench.articles()
    named = articles_named([name], articles)
    found = [article for article in articles if article.id in named]
    if len(found) > 1:
        ids = ", ".join(f"{one.id} ({one.title})" for one in found)
        raise InputError(f"{len(found)} articles are meant by {name!r}", hint=f"name one of: {ids}")
    return found[0]


def pack(bench: Workbench, article: ArticleSummary, scratch: IO[bytes]) -> Exported:
    """Gather a dossier; the caller writes its chunks. `scratch`: an empty file to keep the parts in until then.

    Raises:
        StateError: what writes the annotated copy is not installed, or what is stored of a claim is not what the log
            says: nobody could verify the file.
        InputError: it is too large.
    """
    with bench.store.standing_still():
        check_states(bench.store, [article.id], earlier=True)
        return _Gathering(bench, article, Packing(scratch)).all()


@dataclass(slots=True, kw_only=True)
class _OwnPack(Pack):
    """What claims are folded from here: their own words are asked of the workspace, so that they need not be kept."""

    bench: Workbench

    def claim(self, identifier: str) -> tuple[Claim, str, str]:
        """Return a claim with its revision's id and the words of its sentence."""
        return self.bench.store.claim(identifier)


class _Gathering:
    def __init__(self, bench: Workbench, article: ArticleSummary, packing: Packing) -> None:
        self._bench = bench
        self._article = article
        self._packing = packing
        self._scan: Scan = scan(bench, article.id)
        known = named_anywhere(bench)
        self._rule = redaction_of(bench, self._scan, known, sources_named(bench, self._scan, known))
        self._pack = _OwnPack(bench=bench)
        self._parts: list[Part] = []
        self._withheld: list[Withheld] = []
        self._missing: list[Missing] = []
        self._states: dict[str, ClaimState] = {}
        self._last: Event | None = None
        self._private = {row["digest"]: row for row in bench.store.private_rows()}
        self._words: dict[str, WordsRecord] = {}
        self._identity = ASSERTED
        self._beside: dict[str, BesideClaim] = {}
        self._articles: set[str] = set()
        self._logged: dict[str, str] = {}
        self._lost: dict[str, int] = {}

    def all(self) -> Exported:
        self._add(parts.LOG, self._log())
        if self._last is None:
            raise StateError("the log is empty", hint="`factcheck doctor` says what is wrong")
        self._add(parts.WORDS, (encode(one).encode() + b"\n" for one in self._words.values()))
        for number, revision in enumerate(self._scan.revisions, start=1):
            self._add_revision(number, revision)
        with TemporaryFile() as lines:
            self._add(parts.EVIDENCE, self._evidence(lines))
            lines.seek(0)
            self._add(parts.CLAIMS, lines)
        self._add(parts.COPY, (chunk.encode(errors="backslashreplace") for chunk in self._copy()))
        beside = BesideRecord(ratings=self._bench.ratings, claims=self._beside)
        self._add(parts.BESIDE, [encode(beside).encode()])
        for path, source in sorted(self._scan.snapshots.items()):
            self._add_snapshot(path, source)
        for path in sorted(set(self._scan.hidden_snapshots) - set(self._scan.snapshots)):
            self._leave_out(path)
        told = self._manifest(self._last)
        self._add(parts.README, [for_a_reader(replace(told, parts=self._sorted_parts())).encode()])
        told = replace(told, parts=self._sorted_parts())
        written = self._packing.add(parts.MANIFEST, [as_json(told)])
        return Exported(manifest=told, sha256=written.sha256, chunks=self._packing.zipped)

    def _add(self, name: str, chunks: Iterable[bytes], what: str = "") -> None:
        written = self._packing.add(name, chunks)
        self._parts.append(Part(name=name, what=what or WHAT[name], bytes=written.bytes, sha256=written.sha256))

    def _sorted_parts(self) -> tuple[Part, ...]:
        return tuple(sorted(self._parts, key=lambda part: part.name))

    def _manifest(self, last: Event) -> Manifest:
        shown = self._scan.revisions[-1]
        latest = next((one for one in self._scan.revisions if one.id == self._article.revision), shown)
        return Manifest(
            format=FORMAT,
            version=VERSION,
            program=f"factcheck {__version__}",
            article=self._article.id,
            title=latest.title,
            published=latest.published,
            revision=latest.id,
            revisions=tuple(one.id for one in self._scan.revisions),
            log=LogState(events=last.seq, at=last.at.isoformat(timespec="microseconds"), head=last.digest),
            identity=self._identity,
            engines=ENGINES,
            parts=(),
            withheld=tuple(sorted(self._withheld, key=lambda one: (one.part, one.id))),
            missing=tuple(self._missing),
        )

    # --- the log ------------------------------------------------------------------------------------------------------

    def _log(self) -> Iterator[bytes]:
        for line in self._bench.store.log_lines():
            fields = json.loads(line)
            event = event_of(fields, fields["body"])
            self._last = event
            if not self._is_ours(event):
                yield canonical(withheld_line(event, None, ELSEWHERE)) + b"\n"
                continue
            shown, why = self._rule.shown(event)
            spoken = self._spoken(event)
            untold = why or next((self._words[one.digest].withheld for one in spoken.values()), "")
            self._pack.put_event(replace(event, body={**shown, **spoken}), untold)
            self._take_snapshot(event, why)
            if why:
                part, of_it = f"event {event.seq}", canonical(withheld_line(event, shown, why))
                self._withheld.append(Withheld(part=parts.LOG, id=part, why=why, sha256=event.digest))
                yield of_it + b"\n"
            else:
                yield line

    def _spoken(self, event: Event) -> dict[str, Words]:
        """Take the words of an event that stand outside the log, as far as they may be shown; return them."""
        spoken = {}
        for part, one in event.body.items():
            if not (digest := digest_in(one)):
                continue
            kept = self._private.get(digest, {"salt": "", "text": ERASED})
            shown = self._rule.spoken(event, kept["text"]) if kept["salt"] else kept["text"]
            is_whole = shown == kept["text"]
            why = "" if is_whole else SOURCE
            record = WordsRecord(digest=digest, salt=kept["salt"] if is_whole else "", text=shown, withheld=why)
            if why:
                self._withheld.append(Withheld(part=parts.WORDS, id=digest, why=why, sha256=digest))
            self._words[digest], spoken[part] = record, Words(shown, digest)
        return spoken

    def _take_snapshot(self, event: Event, why: str) -> None:
        """Take note of the file of a fetch, and whether it is of the page that the article was read from."""
        if event.kind != Kind.FETCHED:
            return
        path = snapshot_of(event)
        self._logged[path] = snapshot_digest(event)
        if is_of_article(event):
            self._articles.add(path)
            (self._scan.hidden_snapshots if why else self._scan.snapshots)[path] = event.revision
        for file, _ in event.body.get("lost", ()):
            self._lost[file] = event.seq
            if file in self._scan.snapshots and path:  # what is kept beside a copy that is lost
                self._scan.snapshots.setdefault(path, self._scan.snapshots[file])

    def _is_ours(self, event: Event) -> bool:
        if event.kind in OF_KEYS or event.subject == self._article.id:
            return True
        if event.revision in {revision.id for revision in self._scan.revisions}:
            return True
        if event.kind != Kind.FETCHED:
            return False
        lost = (file for file, _ in event.body.get("lost", ()))
        mine = not self._scan.sources.isdisjoint(event.body.get("sources", ()))
        return mine or not self._scan.snapshots.keys().isdisjoint(lost)

    # --- revisions ----------------------------------------------------------------------------------------------------

    def _add_revision(self, number: int, revision: Revision) -> None:
        name = f"{parts.REVISIONS}{number:03}-{revision.id}"
        text = revision.text.encode("utf-8", "surrogatepass")
        self._add(f"{name}.txt", [text], "the text of a version of the article")
        bound = self._bench.citations(revision.id)
        citations = tuple(map(self._rule.citation, bound))
        plain = replace(revision, text="", path=portable_path(revision.path), citations=())
        sentences, extracted = self._bench.sentences(revision.id), self._bench.store.sentences(revision.id) or ()
        record = RevisionRecord(
            revision=plain,
            sentences=sentences,
            citations=citations,
            withheld=citations != bound,
            extracted=() if extracted == sentences else extracted,
        )
        if citations != bound:
            digest = hashlib.sha256(encode(bound).encode()).hexdigest()
            shown = {words for one in citations for words in words_of(one.citation)}
            why = SOURCE if WITHHELD in shown else ADDRESS
            self._withheld.append(Withheld(part=f"{name}.json", id="citations", why=why, sha256=digest))
        self._add(f"{name}.json", [encode(record).encode()], "what its file says beside the text, and its sentences")

    # --- claims and evidence ------------------------------------------------------------------------------------------

    def _evidence(self, claims: IO[bytes]) -> Iterator[bytes]:
        """Yield the evidence, claim by claim; fold each meanwhile, and write its line into `claims`."""
        for row in (row for one in self._scan.revisions for row in self._bench.store.claim_rows(one.id)):
            for payload, one in evidence_of(self._bench, row["id"], self._scan.marks):
                shown, why = redacted_evidence(payload, one, self._scan.origins)
                yield self._evidence_line(payload, row["id"], one.id, why, shown)
                self._pack.items.setdefault(row["id"], []).append(decode(Evidence, shown))
            claims.write(self._claim_line(row))
            self._pack.items.pop(row["id"], None)

    def _evidence_line(self, payload: str, claim: str, item: str, why: str, shown: str) -> bytes:
        digest = hashlib.sha256(payload.encode()).hexdigest()
        if why == SOURCE:
            self._pack.hidden.add(item)
        if why:
            self._withheld.append(Withheld(part=parts.EVIDENCE, id=item, why=why, sha256=digest))
        record = EvidenceRecord(id=item, claim=claim, sha256=digest, withheld=why, evidence=Raw(shown.encode()))
        return encode(record).encode() + b"\n"

    def _claim_line(self, row: Mapping[str, Any]) -> bytes:
        name = row["id"]
        state = self._pack.state(name)
        if not self._pack.is_whole(name, state):
            kept = self._bench.store.state(name)
            state = replace(state, binding=kept.binding, review_state=kept.review_state)
        self._states[name] = state
        record = ClaimRecord(
            id=name,
            revision=row["revision"],
            number=row["number"],
            sentence=row["sentence"],
            claim=Raw(row["payload"].encode()),
            state=state,
        )
        return encode(record).encode() + b"\n"

    # --- the annotated copy -------------------------------------------------------------------------------------------

    def _copy(self) -> Iterator[str]:
        from factcheck.workbench.annotated import copy_of
        from factcheck.workbench.listing import Wanted, claims_wanted

        wanted, lost = Wanted(fitting=Filter(articles=frozenset([self._article.id]))), self._bench.lost_sources()
        listed = claims_wanted(self._bench, wanted, articles=self._bench.articles(lost), lost=lost)
        self._identity = listed.about.identity
        return copy_of(self._bench, listed.rows, listed.about, self._seen)

    def _seen(self, whole: Iterable[ClaimView]) -> Iterator[Seen]:
        from factcheck.workbench.annotated import Seen
        from factcheck.workbench.facets import seen_facets

        for one in whole:
            view = leaving_view(one)
            citations = tuple(map(self._rule.citation_alone, view.citations))
            folded = self._states[view.claim.id]
            state = replace(folded, review_state=one.state.review_state, lost=one.state.lost)
            shown = replace(view, state=state, citations=citations)
            facets = seen_facets(one)
            self._put_beside(one, view, facets)
            yield Seen(shown, self._pack.history(view.claim.id), facets)

    def _put_beside(self, view: ClaimView, leaving: ClaimView, facets: FacetMatrix) -> None:
        """Keep what the copy shows of a claim that no other record tells. Origins of contacts are made of names.

        `leaving`: what of the claim may leave.
        """
        withheld = any(badge(item.candidate.source) for item in view.evidence)
        row = view.summary
        known = BesideClaim(
            sources=view.source_states,
            lost=view.state.lost,
            since=leaving.since,
            notices=leaving.notices,
            cited=tuple(one.status if one else None for one in view.cited_sources),
            writers=tuple(sorted(view.of_the_writer)),
            origins=(row.corroborates, row.conflicts, row.related) if withheld else None,
            facets=replace(facets, rows=tuple(replace(one, origin="") for one in facets.rows)) if withheld else None,
        )
        if known != NOTHING_BESIDE:
            self._beside[view.claim.id] = known

    # --- snapshots ----------------------------------------------------------------------------------------------------

    def _add_snapshot(self, path: str, source: str) -> None:
        from factcheck.web.snapshots import snapshot_in

        try:
            contents = (self._bench.workspace / path).read_bytes()
            snapshot_in(contents, Path(path))
            if self._logged.get(path, "") not in ("", hashlib.sha256(contents).hexdigest()):
                raise StorageError(OTHER_FILE, subject=path)
        except OSError as error:
            self._miss(path, source, f"cannot be read: {error.strerror}")
        except FactcheckError as error:
            self._miss(path, source, error.message)
        else:
            pieces = (contents[at : at + PIECE] for at in range(0, len(contents), PIECE))
            self._add(path, pieces, parts.ARTICLE_PAGE if path in self._articles else parts.PAGE)

    def _miss(self, path: str, source: str, why: str) -> None:
        said = f"; it is lost, as event {self._lost[path]} says" if path in self._lost else ""
        self._missing.append(Missing(part=path, source=source, why=f"{why}{said}"))

    def _leave_out(self, path: str) -> None:
        """Put on record that the page of a source that is not open is left out; the digest is of its file."""
        file = self._bench.workspace / path
        digest = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
        number = sum(one.part == parts.SNAPSHOTS for one in self._withheld) + 1
        self._withheld.append(Withheld(part=parts.SNAPSHOTS, id=f"page {number}", why=SOURCE, sha256=digest))
