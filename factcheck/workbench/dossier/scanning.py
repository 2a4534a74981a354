"""What an article has that goes into its dossier, and what of the workspace may not: one look at all its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.corpus.documents import read_marks
from factcheck.domain import BY_HAND, ERASED, Evidence, Revision, Sensitivity, Source
from factcheck.reports.disclosure import badge, marked_evidence
from factcheck.reports.dossier.redaction import (
    RUN,
    SHORTEST,
    Redaction,
    folder_of,
    labels_of,
    runs_of,
    texts_of,
)
from factcheck.review.kinds import Kind
from factcheck.store.encoding import decode
from factcheck.text.words import split_words
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.withholding import Withheld, names_withheld, person_of, told_in, withheld_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

SNAPSHOT = re.compile(r"snapshots/[0-9a-f]{2}/[0-9a-f]{64}/\d{8}T\d{6,12}\.warc\.gz")
"""The path of a snapshot in its workspace, which is the name of its part, too."""


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
    """What of a whole workspace is withheld: names; the events (seq) that tell an erased one, and their texts."""

    names: tuple[Withheld, ...]
    telling: frozenset[int]
    texts: frozenset[str]


def named_anywhere(bench: Workbench) -> NamedAnywhere:
    """Return what of the whole workspace is withheld, whatever the article."""
    telling = frozenset(seq for event in bench.store.events(kinds=[Kind.ERASED]) for seq in event.body["named"])
    return NamedAnywhere(withheld_names(bench), telling, _texts(bench, telling))


def redaction_of(bench: Workbench, found: Scan, known: NamedAnywhere) -> Redaction:
    """Return the rules for a dossier, and for what else leaves of its article."""
    people = names_withheld(name for source in found.hidden.values() for name in _people(source))
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
        named=(lambda text: _is_named(told_in(text), people, known.names)) if people or known.names else None,
        telling=known.telling,
        texts=known.texts,
    )


def _is_named(told: tuple[list[str], ...], people: Iterable[Withheld], others: Iterable[Withheld]) -> bool:
    return any(one.is_told_by(told) for one in people) or any(one.stands_in(told) for one in others)


def _people(source: Source) -> Iterator[str]:
    """Yield the people behind a source, whom a part of the name tells: who was talked to, and who wrote it."""
    if source.id.startswith(BY_HAND) and not (source.path or source.url):
        yield person_of(source.title)
    yield from (name.strip() for name in re.split(r"[,;]| and ", source.author))


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
