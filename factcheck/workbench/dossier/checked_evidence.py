"""The evidence of a dossier held against the log, its calculations worked out again, its pages read again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.domain import Calculation, Evidence, Span
from factcheck.errors import FactcheckError
from factcheck.reports.disclosure import badge, leaving
from factcheck.reports.dossier import manifest as parts
from factcheck.reports.dossier.container import Container
from factcheck.reports.dossier.records import SOURCE
from factcheck.reports.dossier.redaction import ALONE, alone_digest
from factcheck.review.kinds import Kind
from factcheck.text.tables.evaluating import evaluate, rounded
from factcheck.text.tables.figures import read_figure
from factcheck.text.tables.formulas import parse_formula
from factcheck.text.tables.measures import measured
from factcheck.text.tables.scales import scale_by
from factcheck.workbench.calculating import kept_result
from factcheck.workbench.dossier.opening import Contents, Failure, digest_of
from factcheck.workbench.dossier.scanning import SNAPSHOT
from factcheck.workbench.named_evidence import MADE_BY, Named, named_by
from factcheck.workbench.snapshots import is_of_article, snapshot_digest, snapshot_of

_ORIGIN = re.compile(r"withheld-\d+")


def evidence_faults(found: Contents) -> Iterator[Failure]:
    """Hold the evidence against the log, and each piece against itself."""
    told = [*_wrong_by_log(found), *_wrong_digests(found)]
    carried = {name for event in found.pack.events(kinds=[Kind.CARRIED]) for name in event.body["evidence"]}
    for name, record in found.evidence.items():
        item = found.item(name)
        of_it = _item_faults(found, item, carried=name in carried) if record.withheld != SOURCE else _unhidden(item)
        told += [f"evidence {name}: {fault}" for fault in of_it]
    yield from (Failure(parts.EVIDENCE, fault) for fault in told)


def _wrong_by_log(found: Contents) -> Iterator[str]:
    named: set[str] = set()
    for made in named_by(found.pack.events(kinds=MADE_BY)):
        event = made.event
        kept = [found.evidence[one] for one in made.ids if one in found.evidence]
        if len(kept) < len(made.ids) or any(one.claim != event.subject for one in kept):
            yield f"of claim {event.subject}: what event {event.seq} names is not here"
        else:
            yield from _unlike(found, made)
        named.update(made.ids)
    yield from (f"evidence {name}: no event brought it: it was inserted" for name in found.evidence.keys() - named)


def _unlike(found: Contents, made: Named) -> Iterator[str]:
    """Hold what an event names against the digests that it has of it: of all, and of each as it may leave."""
    event = made.event
    if made.digest and made.ids and not any(found.evidence[one].withheld for one in made.ids):
        of_all = hashlib.sha256()
        for one in made.ids:
            of_all.update(found.raw[one] + b"\n")
        if of_all.hexdigest() != made.digest:
            yield f"evidence of claim {event.subject} was altered since event {event.seq} ({made.told})"
    for name, digest in made.portable.items():
        if digest and _is_other(found, name, digest):
            yield f"evidence {name}: was altered: it is not what event {event.seq} of the log says"


def _is_other(found: Contents, name: str, digest: str) -> bool:
    """Tell whether evidence is not what the log says, as far as its digest there can tell of what is shown here."""
    if digest.startswith(ALONE):
        shown = not badge(found.item(name).candidate.source)
        return shown and alone_digest(found.raw[name].decode()) != digest
    return found.evidence[name].withheld != SOURCE and hashlib.sha256(found.raw[name]).hexdigest() != digest


def _wrong_digests(found: Contents) -> Iterator[str]:
    """Hold what is whole against its digest, and what is withheld against the manifest."""
    told = {one.id: (one.why, one.sha256) for one in found.manifest.withheld if one.part == parts.EVIDENCE}
    for name, record in found.evidence.items():
        if record.withheld and told.get(name) != (record.withheld, record.sha256):
            yield f"evidence {name}: is withheld, and the manifest says otherwise"
        if not record.withheld and hashlib.sha256(found.raw[name]).hexdigest() != record.sha256:
            yield f"evidence {name}: was altered: its digest differs"


def _item_faults(found: Contents, item: Evidence, *, carried: bool) -> Iterator[str]:
    """Look at what a piece of evidence says of itself; what was carried over points into the earlier claim."""
    if item.claim not in found.pack.claims:
        yield "its claim is not here"
        return
    verbatim, passage = found.pack.claims[item.claim][0].verbatim, item.candidate.passage.text
    reasons, aligned = item.judgement.reasons, item.judgement.aligned
    in_passage = [s for reason in reasons for s in reason.passage_spans] + ([aligned] if aligned else [])
    in_claim = [s for reason in reasons for s in reason.claim_spans] + list(item.judgement.missing)
    if not _stand_in(in_passage, passage):
        yield "its reasons point at words that are not in its passage"
    if not carried and not _stand_in(in_claim, verbatim):
        yield "its reasons point at words that are not in its claim"
    if item.calculation:
        yield from _calculation_faults(item.calculation)


def _unhidden(item: Evidence) -> Iterator[str]:
    """Look whether what is withheld holds what stands in place of words, and no word: no digest is of those."""
    candidate = item.candidate
    hidden = [source for source in (candidate.source, *candidate.carriers) if badge(source)]
    if not hidden:
        yield "says that it is withheld, and names no source that is not open"
    elif leaving(item) != item:
        yield "says that it is withheld, and holds words of its own: they were inserted"
    origins = {source.origin for source in (candidate.source,) if badge(source)} | {candidate.origin}
    if badge(candidate.source) and not all(map(_ORIGIN.fullmatch, origins)):
        yield "says that it is withheld, and names where it is from"


def _stand_in(spans: list[Span], text: str) -> bool:
    return all(text[span.start : span.end] == span.text for span in spans)


def _calculation_faults(made: Calculation) -> Iterator[str]:
    """Work a calculation out again, from the cells as they were published."""
    try:
        formula = parse_formula(made.expression)
        cells = dict(zip(dict.fromkeys(formula.cells()), made.cells, strict=True))
        for cell in made.cells:
            read = [read_figure(cell.text, comma=comma) for comma in (None, True, False)]
            if all(one is None or one.value * scale_by(cell.scale) != cell.value for one in read):
                yield f"its cell {cell.cell} is published as {cell.text!r}, and not {cell.value}"
        again = kept_result(evaluate(formula, lambda one: measured(cells[one].value, cells[one].unit)))
        right = replace(made, result=again, rounded=rounded(again, made.places))
    except (FactcheckError, ValueError, ArithmeticError) as error:
        yield f"its calculation cannot be worked out again: {error}"
        return
    if (made.result, made.rounded) != (right.result, right.rounded):
        yield f"its calculation gives {right.result}, and not {made.result} (rounded {right.rounded}, {made.rounded})"


def page_faults(found: Contents, container: Container) -> Iterator[Failure]:
    """Read each page again, and look whether those that evidence is from are here, or told as missing."""
    from factcheck.web.snapshots import LARGEST, snapshot_in

    here = [name for name in container.names if name.startswith(parts.SNAPSHOTS)]
    for name in here:
        try:
            if not SNAPSHOT.fullmatch(name):
                yield Failure(name, "is no name of a snapshot")
                continue
            snapshot_in(container.read(name, LARGEST), Path(name))
        except FactcheckError as error:
            yield Failure(name, error.message)
    fetches = [one for one in found.pack.events(kinds=[Kind.FETCHED]) if one.seq not in found.pack.changed]
    for event in fetches:
        name, digest = snapshot_of(event), snapshot_digest(event)
        if digest and name in here and digest_of(container, name)[1] != digest:
            yield Failure(name, f"is not the file that event {event.seq} of the log says")
    told = {*here, *(one.part for one in found.manifest.missing)}
    own = {snapshot_of(event) for event in fetches if is_of_article(event)}
    wanted = {path for path in (*_pages(found), *own) if path not in told}
    yield from (Failure(path, "is neither here nor told as missing") for path in sorted(wanted))


def _pages(found: Contents) -> Iterator[str]:
    for name, record in found.evidence.items():
        if record.withheld == SOURCE:
            continue
        path = found.item(name).candidate.source.path.partition("#")[0]
        if SNAPSHOT.fullmatch(path):
            yield path
