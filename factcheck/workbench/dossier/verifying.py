"""Verifying a dossier by itself: nothing is asked of a workspace, of a network or of a clock.

Each part is held against the manifest; the log against itself; revisions, claims and evidence against the digests that
the log has of them; calculations are worked out again; each claim is folded anew from the log, which verifies what was
signed; the pages against the digests that were kept with them. What is withheld cannot be verified, and is counted.
"""

from __future__ import annotations

import hashlib
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import IO

from factcheck import __version__
from factcheck.claims.accounting import accounted
from factcheck.domain import LISTED, ClaimState, Event, ReviewState
from factcheck.errors import FactcheckError, StateError
from factcheck.reports.cells import counted
from factcheck.reports.claim_counts import SIGNED, identity_of
from factcheck.reports.dossier import manifest as parts
from factcheck.reports.dossier.container import Container, opened
from factcheck.reports.dossier.manifest import Manifest
from factcheck.reports.dossier.reader import for_a_reader
from factcheck.reports.dossier.records import BesideRecord, RevisionRecord
from factcheck.review.clocks import clock_faults, in_words
from factcheck.review.kinds import Kind
from factcheck.store.encoding import decode, encode
from factcheck.workbench.auditing import wrong_claims
from factcheck.workbench.dossier.checked_copy import copy_faults
from factcheck.workbench.dossier.checked_evidence import evidence_faults, page_faults
from factcheck.workbench.dossier.copy_again import differing_copy
from factcheck.workbench.dossier.gathering import ENGINES
from factcheck.workbench.dossier.opening import (
    LARGEST_MANIFEST,
    Contents,
    Failure,
    digest_of,
    read_manifest,
    reading,
)
from factcheck.workbench.placing import wrong_places
from factcheck.workbench.revisions import differs, revision_body

PROGRAM = f"factcheck {__version__}"
NUMBERED = 3
"""The version of the format from which on each claim says how its evidence is numbered; earlier programs kept none."""
_COPY_OF = (parts.MANIFEST, parts.LOG, parts.WORDS, parts.CLAIMS, parts.EVIDENCE, parts.REVISIONS, parts.BESIDE)
"""What the annotated copy is made of: parts, and beginnings of their names."""
UNCOMPARED = "what it says was not compared with the records; looked at was that nothing in it can act"
ALWAYS = (parts.README, parts.COPY, parts.CLAIMS, parts.EVIDENCE, parts.LOG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of verifying a dossier. `sha256`: of its manifest; `notes`: what could not be verified, and why.

    `uncompared`: the parts for people (names) whose words were not held against the records: they may say anything.
    """

    manifest: Manifest
    sha256: str
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]
    uncompared: tuple[str, ...] = ()


def verify(file: IO[bytes], head: str = "", sha256: str = "") -> Verified:
    """Verify a dossier. `head`: a log head that was kept elsewhere, which must be in its log; `sha256`: its manifest's.

    Raises:
        InputError: it is no dossier, or a zip made to harm.
    """
    container = opened(file)
    manifest = read_manifest(container)
    _, own = digest_of(container, parts.MANIFEST)
    with reading(container, manifest) as found:
        failures, notes = _looked_at(container, found, head, sha256, own)
    loose = {parts.COPY: any(UNCOMPARED in note for note in notes), parts.README: manifest.program != PROGRAM}
    uncompared = tuple(name for name, is_loose in loose.items() if is_loose)
    return Verified(manifest=manifest, sha256=own, failures=failures, notes=notes, uncompared=uncompared)


def _looked_at(
    container: Container, found: Contents, head: str, sha256: str, own: str
) -> tuple[tuple[Failure, ...], tuple[str, ...]]:
    """Return what is wrong, sorted by part, and what could not be verified."""
    manifest, framing = found.manifest, container.framing()
    faults = [*_part_faults(container, manifest), *_log_faults(found, head)]
    if sha256 and sha256 != own:
        faults.append(Failure(parts.MANIFEST, f"is not the one that was asked about: its SHA-256 is {own}"))
    if not framing.repacked:
        faults += [Failure(name, "its entry in the zip was altered") for name in framing.altered]
    with found.told(parts.MANIFEST):
        found.hold_keys(parts.MANIFEST, container.read(parts.MANIFEST, LARGEST_MANIFEST), manifest)
        faults.extend(_manifest_faults(found))
    with found.told(parts.README):
        faults.extend(_readme_faults(container, found))
    with found.told(parts.COPY):
        faults.extend(_copy_faults(container))
    with found.told(parts.REVISIONS):
        faults.extend(_revision_faults(found))
    with found.told(parts.CLAIMS):
        faults.extend(_claim_faults(found))
    with found.told(parts.EVIDENCE):
        faults.extend(evidence_faults(found))
    with found.told(parts.CLAIMS):
        faults.extend(_state_faults(found))
    with found.told(parts.SNAPSHOTS):
        faults.extend(page_faults(found, container))
    uncompared = ""
    with found.told(parts.COPY):
        wrong, uncompared = _copy_differs(container, found, [*faults, *found.failures])
        faults += [Failure(parts.COPY, wrong)] * bool(wrong)
    notes = ["it was packed anew by another program; its parts are looked at all the same"] * framing.repacked
    notes += [f"{parts.COPY}: {uncompared}"] * bool(uncompared)
    notes += _notes(found, sha256)
    return tuple(sorted({*faults, *found.failures})), tuple(notes)


def _copy_faults(container: Container) -> Iterator[Failure]:
    if parts.COPY in container.names:
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        told = copy_faults(decoder.decode(chunk) for chunk in container.chunks(parts.COPY))
        yield from (Failure(parts.COPY, fault) for fault in told)


def _copy_differs(container: Container, found: Contents, faults: Sequence[Failure]) -> tuple[str, str]:
    """Return what in the copy is not what the records say, and why it was not compared; "" for neither."""
    said = found.manifest
    if said.program != PROGRAM:
        return "", f"was written by {said.program}, and this is {PROGRAM}: {UNCOMPARED}"
    if said.engines != ENGINES:
        return "", f"was written with other engines ({_named(said.engines)}; here {_named(ENGINES)}): {UNCOMPARED}"
    if parts.BESIDE not in container.names or parts.COPY not in container.names:
        return "", f"was written before anything told what stands in it beside the records: {UNCOMPARED}"
    if any(one.part.startswith(_COPY_OF) for one in faults):
        return "", f"what it is made of does not verify: {UNCOMPARED}"
    beside: BesideRecord | None = None
    with found.told(parts.BESIDE):
        content = container.read(parts.BESIDE)
        beside = decode(BesideRecord, content.decode())
        found.hold_keys(parts.BESIDE, content, beside)
    try:
        return differing_copy(found, container, beside) if beside else ("", "")
    except StateError as error:
        return "", f"{error.message}: {UNCOMPARED}"


def _named(engines: Mapping[str, str]) -> str:
    return ", ".join(sorted(engines.values()))


def _readme_faults(container: Container, found: Contents) -> Iterator[Failure]:
    """Write the page for a reader again: only the same program writes the same words."""
    if found.manifest.program == PROGRAM and parts.README in container.names:
        right = for_a_reader(found.manifest).encode()
        if container.read(parts.README, LARGEST_MANIFEST) != right:
            yield Failure(parts.README, "is not what this program writes of its manifest: it was altered")


def _part_faults(container: Container, manifest: Manifest) -> Iterator[Failure]:
    """Hold each part against the manifest."""
    named = {part.name: part for part in manifest.parts}
    there = [name for name in container.names if name != parts.MANIFEST]
    wanted = (*ALWAYS, *[parts.BESIDE] * (manifest.version >= NUMBERED))
    yield from (Failure(name, "is not in the manifest") for name in there if name not in named)
    yield from (Failure(name, "is missing") for name in dict.fromkeys((*named, *wanted)) if name not in there)
    for name in filter(named.__contains__, there):
        try:
            size, digest = digest_of(container, name)
        except FactcheckError as error:
            yield Failure(name, error.message)
            continue
        if (size, digest) != (named[name].bytes, named[name].sha256):
            yield Failure(name, f"was altered: its SHA-256 is {digest}, the manifest says {named[name].sha256}")


def _log_faults(found: Contents, head: str) -> Iterator[Failure]:
    said, chain = found.manifest.log, found.chain
    if (chain.count, chain.head) != (said.events, said.head) and not chain.faults:
        yield Failure(parts.LOG, f"ends with event {chain.count}, the manifest says {said.events}: it was cut off")
    if head and head not in chain.heads:
        yield Failure(parts.LOG, f"does not hold the head {head}: its end was cut off, or it is another log")


def _manifest_faults(found: Contents) -> Iterator[Failure]:
    """Hold what the manifest says of the article, and of what is withheld in the log, against the parts."""
    said = found.manifest
    last = found.chain.events[-1][0] if found.chain.events else None
    if last and (_at(last) != said.log.at if last.seq == said.log.events else said.log.at < _at(last)):
        yield Failure(parts.MANIFEST, "its time is not that of the last event of the log")
    if said.identity != _identity(found):
        yield Failure(parts.MANIFEST, f"what it says of the sign-offs ({said.identity}) is not what they are")
    shown = found.revisions.get(said.revision)
    own = shown and (shown.revision.article, shown.revision.title, shown.revision.published)
    if own and own != (said.article, said.title, said.published):
        yield Failure(parts.MANIFEST, "its article, title or date are not those of the revision that it names")
    if set(said.revisions) != found.revisions.keys():
        yield Failure(parts.MANIFEST, "its revisions are not those that are here")
    digests = {event.seq: (why, event.digest) for event, why in found.chain.events if why}
    told = {one.id: (one.why, one.sha256) for one in said.withheld if one.part == parts.LOG}
    if told != {f"event {seq}": what for seq, what in digests.items()}:
        yield Failure(parts.MANIFEST, "what it says is withheld in the log is not what is")
    unsaid = {one.id: one.why for one in said.withheld if one.part == parts.WORDS}
    if unsaid != {digest: one.withheld for digest, one in found.words.items() if one.withheld}:
        yield Failure(parts.MANIFEST, "what it says is withheld of what people wrote is not what is")


def _at(event: Event) -> str:
    return event.at.isoformat(timespec="microseconds")


def _identity(found: Contents) -> str:
    """Return how sure it is that the sign-offs of the claims that the copy lists are those of the people they name."""
    shown = [
        found.states[name]
        for name, (_, revision, _) in found.pack.claims.items()
        if revision == found.manifest.revision
    ]
    signed = [one for one in shown if one.review_state in SIGNED]
    return identity_of(len(signed), sum(bool(one.sign_off and one.sign_off.key) for one in signed))


def _revision_faults(found: Contents) -> Iterator[Failure]:
    """Hold each text, and what its file says beside it, against the log."""
    kept = {event.subject: event for event in found.pack.events(kinds=[Kind.REVISION])}
    read = {event.subject: event for event in found.pack.events(kinds=[Kind.CITATIONS])}
    for name in {*kept, *found.manifest.revisions} - found.revisions.keys():
        yield Failure(parts.REVISIONS, f"revision {name} is missing")
    for name, record in found.revisions.items():
        stem = found.part_of[name]
        if name not in found.texts:
            yield Failure(f"{stem}.txt", "is missing")
            continue
        text = found.texts[name]
        body = revision_body(replace(record.revision, text=text))
        if name not in kept or differs(body, kept[name].body):
            yield Failure(f"{stem}.txt", "is not the text, title or date that the log says")
        if any(text[one.start : one.end] != one.text for one in record.sentences):
            yield Failure(f"{stem}.json", "its sentences are not those of the text")
        if _sentences_differ(found, name, record):
            yield Failure(f"{stem}.json", "its sentences, or what became of them, are not what the log says")
        plain = encode(tuple(bound.citation for bound in record.citations))
        said = read[name].body["digest"] if name in read else ""
        if said and not record.withheld and hashlib.sha256(plain.encode()).hexdigest() != said:
            yield Failure(f"{stem}.json", "its citations are not those that the log says")


def _sentences_differ(found: Contents, name: str, record: RevisionRecord) -> bool:
    """Tell whether sentences are not those that were extracted, or a person's hand does not account for the rest."""
    extracted = record.extracted or record.sentences
    made: set[str] = set()
    for event in found.pack.events(subject=name, kinds=[Kind.EXTRACTED]):
        made.update(event.body["claims"])
        right = event.body.get("sentences")  # an earlier program kept none
        if right and hashlib.sha256(encode(extracted).encode()).hexdigest() != right:
            return True
    own = [claim for claim, revision, _ in found.pack.claims.values() if revision == name]
    listed = [claim for claim in own if found.states[claim.id].review_state in LISTED]
    gone = [claim for claim in own if found.states[claim.id].review_state is ReviewState.WITHDRAWN]
    by_hand = [claim for claim in listed if claim.id not in made]
    return tuple(accounted(extracted, by_hand, listed, gone)) != record.sentences


def _claim_faults(found: Contents) -> Iterator[Failure]:
    """Hold the claims against the log, and against the text that they stand in."""
    rows = ({"id": name, "payload": found.raw[name].decode()} for name in found.states)
    places = (
        {"id": name, "revision": found.pack.claims[name][1], "number": found.numbers[name]} for name in found.states
    )
    events = list(found.pack.events(kinds=[Kind.EXTRACTED, Kind.EDITED, Kind.REVISED]))
    yield from (Failure(parts.CLAIMS, fault) for fault in wrong_claims(rows, events))
    yield from (Failure(parts.CLAIMS, fault) for fault in wrong_places(places, events))
    for name, (claim, revision, _) in found.pack.claims.items():
        if found.texts.get(revision, "")[claim.start : claim.end] != claim.verbatim:
            yield Failure(parts.CLAIMS, f"claim {name}: its words do not stand in the text where it says")


def _state_faults(found: Contents) -> Iterator[Failure]:
    """Fold each claim anew: what was decided and signed is what the log says, and what was signed is what is here."""
    for name, told in found.states.items():
        found.pack.items = {name: found.items(name)}
        try:
            folded, found.counts[name] = found.pack.counted(name)
        except FactcheckError as error:
            yield Failure(parts.CLAIMS, f"claim {name}: cannot be folded: {error}")
            continue
        if not found.pack.is_whole(name, folded):
            found.partial.append(name)
            folded = replace(folded, binding=told.binding, review_state=told.review_state)
        folded = decode(ClaimState, encode(folded))  # as it is read: whole numbers as fractions, where they may be
        if found.manifest.version < NUMBERED and not told.numbered:
            folded = replace(folded, numbered=())
        if encode(folded) != encode(told):  # also what does not count when states are compared: numbers, the event
            yield Failure(parts.CLAIMS, f"claim {name}: {_differing(folded, told)}")
    found.pack.items = {}


def _differing(folded: ClaimState, told: ClaimState) -> str:
    fields = ClaimState.__dataclass_fields__
    names = [name for name in fields if encode(getattr(folded, name)) != encode(getattr(told, name))]
    if names == ["binding"] or set(names) == {"binding", "review_state"}:
        return "what its signature or decisions are about was altered: its binding differs"
    return f"is not what the log says: {', '.join(names)}"


def _notes(found: Contents, sha256: str) -> Iterator[str]:
    """Say what could not be verified."""
    why: dict[str, int] = {}
    for one in found.manifest.withheld:
        why[f"{one.part}: {one.why}"] = why.get(f"{one.part}: {one.why}", 0) + 1
    yield from (f"withheld in {what}: {number}" for what, number in sorted(why.items()))
    yield from (f"missing when it was exported: {one.part}: {one.why}" for one in found.manifest.missing)
    if found.partial:
        told = counted(len(found.partial), "claim")
        yield f"{told} with something withheld in what was signed or decided: that alone cannot be verified here"
    if found.chain.unverified:
        yield f"signatures by key were not verified: {found.chain.unverified}"
    elif number := found.chain.signatures.signed.total():
        yield f"signatures by key: {number}, all by keys that the log trusts; who holds those keys, ask the newsroom"
    if times := in_words(clock_faults(event for event, _ in found.chain.events)):
        yield f"times that cannot all be right (the order is that of the numbers): {times}"
    if found.manifest.program != PROGRAM:
        yield f"{parts.README} was written by {found.manifest.program}: it was not compared"
    if any(part.name == parts.BESIDE for part in found.manifest.parts):
        yield f"{parts.BESIDE}: the scale and what was known of sources then: held by the manifest alone, not the log"
    if not sha256:
        yield "a dossier that was made anew as a whole cannot be seen without the SHA-256 of its manifest: --manifest"
