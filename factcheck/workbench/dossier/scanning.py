"""What an article has that goes into its dossier, and what of the workspace may not: one look at all its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain import BY_HAND, ERASED, Evidence, Revision, Sensitivity, Source, Term
from factcheck.reports.disclosure import badge, marked_evidence
from factcheck.reports.dossier.redaction import (
    RUN,
    SHORTEST,
    Redaction,
    folder_of,
    labels_of,
    portable_path,
    runs_of,
    texts_of,
)
from factcheck.review.kinds import Kind
from factcheck.store.encoding import decode
from factcheck.store.standing import read_marks
from factcheck.text.words import split_words
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.telling_names import Papers, Prose, SourcesNamed, Telling, asked, behind, called
from factcheck.workbench.withholding import authors_of, names_kept, person_of, waited_for

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

SNAPSHOT = re.compile(r"snapshots/[0-9a-f]{2}/[0-9a-f]{64}/\d{8}T\d{6,12}\.warc\.gz")
"""The path of a snapshot in its workspace, which is the name of its part, too."""


LOOKED_AT = 50
"""Passages of the corpus with words of a name that are looked at for the name."""


@dataclass(slots=True)
class Scan:
    """What was seen. `snapshots`: path -> id of a source that was made of it; `hidden`: of those that are not open."""

    revisions: tuple[Revision, ...]
    marks: Mapping[str, Sensitivity]
    sources: set[str] = field(default_factory=set)
    snapshots: dict[str, str] = field(default_factory=dict)
    hidden_snapshots: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    evidence: set[str] = field(default_factory=set)
    hidden: dict[str, Source] = field(default_factory=dict)
    passages: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def take(self, one: Evidence) -> None:
        """Take note of a piece of evidence, marked as its sources are now."""
        candidate = one.candidate
        for source in (candidate.source, *candidate.carriers):
            self.folders.add(folder_of(source.path))
            if badge(source):
                self.hidden[source.id] = replace(source, title="") if one.is_erased else source
        path = candidate.source.path.partition("#")[0]
        is_hidden = bool(badge(candidate.source))
        if SNAPSHOT.fullmatch(path):
            (self.hidden_snapshots if is_hidden else self.snapshots).setdefault(path, candidate.source.id)
        if is_hidden:
            self.evidence.add(one.id)
            self.passages.update([] if one.is_erased else [candidate.passage.text])
            self.origins.setdefault(candidate.origin, f"withheld-{len(self.origins) + 1}")
        else:
            self.sources.add(candidate.source.id)


def scan(bench: Workbench, article: str) -> Scan:
    """Look at all evidence ever kept for an article."""
    revisions = tuple(bench.revision(one) for one in bench.store.revisions(article))
    found = Scan(revisions=revisions, marks=read_marks(bench.workspace / CORPUS / "documents.db"))
    for revision in revisions:
        for row in bench.store.claim_rows(revision.id):
            for _, one in evidence_of(bench, row["id"], found.marks):
                found.take(one)
    found.folders.update(folder_of(revision.path) for revision in revisions)
    return found


def scan_hidden(bench: Workbench, article: str) -> Scan:
    """Look at the evidence ever kept for an article that is not open, as its sources are marked now, and no other."""
    revisions = tuple(bench.revision(one) for one in bench.store.revisions(article))
    found = Scan(revisions=revisions, marks=read_marks(bench.workspace / CORPUS / "documents.db"))
    for payload in bench.store.hidden_evidence(article, found.marks):
        found.take(marked_evidence(decode(Evidence, payload), found.marks))
    return found


def evidence_of(bench: Workbench, claim: str, marks: Mapping[str, Sensitivity]) -> Iterator[tuple[str, Evidence]]:
    """Yield the evidence ever kept for a claim: as it is stored, and marked as its sources are now."""
    for row in bench.store.payloads("evidence", claim=claim):
        yield row["payload"], marked_evidence(decode(Evidence, row["payload"]), marks)


@dataclass(frozen=True, slots=True)
class NamedAnywhere:
    """What of a whole workspace is withheld: names, and those in confidential papers; `ids`: of these papers.

    `waited`: who is or was waited for, each with the revision (id) of the article that it was for; `telling`:
    the events (seq) that tell an erased name; `texts`: what people wrote in them.
    """

    names: tuple[Telling, ...]
    papers: Papers
    ids: frozenset[str]
    telling: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    waited: tuple[tuple[str, str], ...] = ()


def named_anywhere(bench: Workbench) -> NamedAnywhere:
    """Return what of the whole workspace is withheld, whatever the article."""
    telling = frozenset(seq for event in bench.store.events(kinds=[Kind.ERASED]) for seq in event.body["named"])
    kept = names_kept(bench)
    names = (*(behind(name, own=False) for name in sorted(kept.people)), *map(called, sorted(kept.called)))
    papers = Papers(lambda: texts_of_papers(bench, kept.papers))
    told = tuple(filter(None, names))
    waited = tuple(dict.fromkeys(waited_for(bench)))
    return NamedAnywhere(told, papers, frozenset(kept.papers), telling, _texts(bench, telling), waited)


def texts_of_papers(bench: Workbench, ids: Iterable[str]) -> Iterator[str]:
    """Yield documents (ids) of the corpus, each under its title; what is not there any more is left out."""
    wanted = list(ids)
    if not (wanted and _has_corpus(bench)):
        return
    with bench.open_corpus() as corpus:
        known = corpus.known(wanted)
        for document in (corpus.document(one) for one in wanted if one in known):
            yield f"{document.source.title}.\n\n{document.text}"


def _has_corpus(bench: Workbench) -> bool:
    return (bench.workspace / CORPUS / "documents.db").is_file()


def redaction_of(bench: Workbench, found: Scan, known: NamedAnywhere, named: SourcesNamed | None) -> Redaction:
    """Return the rules for a dossier, and for what else leaves of its article."""
    runs = frozenset[tuple[str, ...]]().union(*map(runs_of, found.passages))
    for revision in found.revisions if runs else ():  # the runs of a long text take much memory
        runs -= runs_of(revision.text)
    own = (str(bench.workspace.absolute()), str(bench.workspace.resolve()), str(Path.home()))
    folders = {folder for folder in (*found.folders, *own) if len(Path(folder).parts) > 1}
    return Redaction(
        folders=tuple(sorted(folders, key=lambda folder: (-len(folder), folder))),
        evidence=frozenset(found.evidence),
        sources=frozenset(found.hidden),
        labels=frozenset((*_labels(found.hidden.values()), *_short(found.passages))),
        runs=runs,
        named=named.names if named else None,
        telling=known.telling,
        texts=known.texts,
    )


def sources_named(bench: Workbench, found: Scan, known: NamedAnywhere) -> SourcesNamed | None:
    """Return what tells which words name a source in what leaves of an article; None where there is none to name."""
    own = [one for source in found.hidden.values() for one in _tellings(source)]
    here = {one.id for one in found.revisions}
    waited = tuple(filter(None, (asked(name, own=revision in here) for revision, name in known.waited)))
    if not (own or known.names or waited or known.ids or found.passages):
        return None
    others = sorted(found.hidden.keys() - known.ids)
    papers = Papers(lambda: (*texts_of_papers(bench, others), *sorted(found.passages)))
    open_ones = OpenNames(bench)
    return SourcesNamed((*own, *known.names), (papers, known.papers), lambda: _article_of(found), open_ones.has, waited)


def _article_of(found: Scan) -> str:
    """Return what is public of an article: all that it said in any revision."""
    return "\n\n".join(text for one in found.revisions for text in (one.title, one.text))


class OpenNames:
    """Which names stand in an open document of the corpus."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._known: dict[tuple[str, frozenset[str]], bool] = {}

    def has(self, one: Telling, words: frozenset[str]) -> bool:
        """Whether an open document has words of a name, as that name."""
        if (one.name, words) not in self._known:
            self._known[one.name, words] = self._find(one, words)
        return self._known[one.name, words]

    def _find(self, one: Telling, words: frozenset[str]) -> bool:
        if not _has_corpus(self._bench):
            return False
        with self._bench.open_corpus() as corpus:
            hits = corpus.retrieve([Term(text=word.casefold()) for word in sorted(words)], LOOKED_AT)
        texts = (hit.passage.text for hit in hits if hit.source.sensitivity is Sensitivity.OPEN)
        return any(words <= one.public_in(Prose(text)) for text in texts)


def _tellings(source: Source) -> Iterator[Telling]:
    """Yield what tells a source: who was talked to, who wrote it, what it is called, and its file."""
    is_contact = source.id.startswith(BY_HAND) and not (source.path or source.url)
    people = [person_of(source.title)] if is_contact else []
    tellings = [behind(name, own=True) for name in (*people, *authors_of(source.author)) if name]
    file = Path(portable_path(source.path)).stem if source.path else ""
    yield from filter(None, (*tellings, called(source.title), called(source.publisher), called(file)))


def _texts(bench: Workbench, telling: frozenset[int]) -> frozenset[str]:
    """Return what people wrote in some events (seq)."""
    found = (texts_of(event.body) for event in bench.store.events() if event.seq in telling) if telling else ()
    return frozenset[str]().union(*found) - {ERASED}


def _labels(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        yield from labels_of(source)


def _short(passages: Iterable[str]) -> Iterator[str]:
    """Yield the passages that are too short for a run of words: they are told as a whole."""
    for text in passages:
        plain = text.strip().casefold()
        if len(plain) >= SHORTEST and len(split_words(text)) < RUN:
            yield plain
