"""Reading a dossier into what is verified and replayed. A part that cannot be read is a failure of that name."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from factcheck.domain import Claim, ClaimState, Event, Evidence
from factcheck.domain.words import Words, digest_in
from factcheck.errors import FactcheckError, InputError, StorageError
from factcheck.reports.dossier import manifest as parts
from factcheck.reports.dossier.container import Container
from factcheck.reports.dossier.manifest import FORMAT, VERSION, Manifest
from factcheck.reports.dossier.records import SOURCE, ClaimRecord, EvidenceRecord, RevisionRecord, WordsRecord
from factcheck.reports.dossier.redaction import WITHHELD
from factcheck.review.kinds import Kind
from factcheck.store.encoding import decode
from factcheck.store.log import digest_of as canonical_digest
from factcheck.workbench.dossier.chain import Chain, chained
from factcheck.workbench.dossier.kept_json import KeptJson
from factcheck.workbench.dossier.known_keys import unknown_key
from factcheck.workbench.dossier.packed import Pack

LARGEST_MANIFEST = 32 * 1024 * 1024
LARGEST_RECORDS = 512 * 1024 * 1024
"""Bytes of all parts beside the pages; of 5,000 claims with ten passages each they are some 130 million."""
LONGEST_LINE = 16 * 1024 * 1024
"""Bytes. A line of ours has some kilobytes; one of an article of the longest kind some hundreds."""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """Something that does not verify: the part it is in, and what is wrong with it."""

    part: str
    what: str

    def __str__(self) -> str:
        return f"{self.part}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a dossier says of a piece of evidence: its claim, the digest of the whole, why it is not whole here."""

    claim: str
    sha256: str
    withheld: str


@dataclass(slots=True)
class Contents:
    """What a dossier holds, as far as it can be read. `raw`: the JSON of claims and evidence (ids), as it stands there.

    `states`: how each claim stands, as told; `words`: what people wrote, by the digest that the log has of it.
    `of_claim`: the evidence (ids) of each claim; `part_of`: of each revision, the name of its part without the ending.
    `partial`: claims that could not be folded whole, since something is withheld; `numbers`: of the claims.
    `counts`: of each claim, how many origins corroborate it, conflict with it, are related, as it was folded.
    """

    manifest: Manifest
    chain: Chain
    raw: KeptJson
    revisions: dict[str, RevisionRecord] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    part_of: dict[str, str] = field(default_factory=dict)
    states: dict[str, ClaimState] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    evidence: dict[str, Piece] = field(default_factory=dict)
    words: dict[str, WordsRecord] = field(default_factory=dict)
    of_claim: dict[str, list[str]] = field(default_factory=dict)
    pack: Pack = field(default_factory=Pack)
    failures: list[Failure] = field(default_factory=list)
    partial: list[str] = field(default_factory=list)
    counts: dict[str, Mapping[str, int]] = field(default_factory=dict)

    @contextmanager
    def told(self, part: str) -> Iterator[None]:
        """Make what is wrong with a part, so that it cannot be read or looked at, a failure of it."""
        try:
            yield
        except FactcheckError as error:
            self.failures.append(Failure(part, error.message))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ArithmeticError) as error:
            self.failures.append(Failure(part, f"holds what no dossier has ({type(error).__name__})"))

    def hold_keys(self, part: str, raw: bytes, value: object, told: str = "") -> None:
        """Make a key that a record does not have, or has twice, a failure of the part."""
        if wrong := unknown_key(raw, value):
            self.failures.append(Failure(part, f"{told}: {wrong}" if told else wrong))

    def items(self, claim: str) -> list[Evidence]:
        """Return the evidence of a claim."""
        return [self.item(name) for name in self.of_claim.get(claim, ())]

    def item(self, name: str) -> Evidence:
        """Return a piece of evidence."""
        item: Evidence = decode(Evidence, self.raw[name].decode())
        return item


def read_manifest(container: Container) -> Manifest:
    """Read the manifest.

    Raises:
        InputError: there is none, or it is not one of ours.
    """
    if parts.MANIFEST not in container.names:
        raise InputError("is no dossier: it has no manifest.json", hint="name a file of `factcheck dossier export`")
    try:
        found: Manifest = decode(Manifest, container.read(parts.MANIFEST, LARGEST_MANIFEST).decode())
    except (StorageError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("is no manifest", hint="ask for the dossier again", subject=parts.MANIFEST) from error
    if found.format != FORMAT or found.version > VERSION:
        raise InputError(
            f"is of a kind that this program does not know ({found.format!r}, version {found.version})",
            hint="upgrade factcheck: pip install -U factcheck-workbench",
            subject=parts.MANIFEST,
        )
    return found


@contextmanager
def reading(container: Container, manifest: Manifest) -> Iterator[Contents]:
    """Read all parts but the pages; what cannot be read is among the failures. What is found lasts as the block does.

    Raises:
        InputError: there is more than any dossier has.
        OSError: the disk takes no scratch file.
    """
    with KeptJson() as raw:
        yield _read(container, manifest, raw)


def _read(container: Container, manifest: Manifest, raw: KeptJson) -> Contents:
    records = [name for name in container.names if not name.startswith(parts.SNAPSHOTS)]
    if sum(map(container.size, records)) > LARGEST_RECORDS:
        raise InputError(f"has more than {LARGEST_RECORDS:,} bytes beside its pages", hint="no dossier of ours has")
    found = Contents(manifest=manifest, chain=chained(lines(container, parts.LOG)), raw=raw)
    found.failures += [Failure(parts.LOG, fault) for fault in found.chain.faults]
    with found.told(parts.WORDS):
        _read_words(container, found)
    erased = {text for event, _ in found.chain.events if event.kind == Kind.ERASED for text in event.body["texts"]}
    for event, why in found.chain.events:
        _put_event(found, event, why, erased)
    for name in container.names:
        if name.startswith(parts.REVISIONS) and name.endswith(".json"):
            with found.told(name):
                _read_revision(container, name, found)
    with found.told(parts.CLAIMS):
        _read_claims(container, found)
    with found.told(parts.EVIDENCE):
        _read_evidence(container, found)
    return found


def _read_words(container: Container, found: Contents) -> None:
    """Read what people wrote, each text held against the salted digest that the log has of it."""
    if parts.WORDS not in container.names:  # of a dossier of version 1
        return
    for line in lines(container, parts.WORDS):
        record: WordsRecord = decode(WordsRecord, line.decode())
        found.hold_keys(parts.WORDS, line, record, f"words {record.digest[:12]}")
        if record.salt and canonical_digest({"salt": record.salt, "text": record.text}) != record.digest:
            found.failures.append(Failure(parts.WORDS, f"words {record.digest[:12]}: are not those that were written"))
        found.words[record.digest] = record


def _put_event(found: Contents, event: Event, why: str, erased: Collection[str]) -> None:
    """Take an event with the words of it that are shown."""
    spoken: dict[str, Words] = {}
    for part, one in event.body.items():
        if not (digest := digest_in(one)):
            continue
        record = found.words.get(digest) or WordsRecord(digest=digest, salt="", text=WITHHELD)
        if not record.salt and not record.withheld and digest not in erased:
            found.failures.append(Failure(parts.WORDS, f"the words of event {event.seq} are missing"))
        spoken[part], why = Words(record.text, digest), why or record.withheld
    found.pack.put_event(replace(event, body={**event.body, **spoken}) if spoken else event, why)


def lines(container: Container, name: str) -> Iterator[bytes]:
    """Yield the lines of a part, each with its line end.

    Raises:
        InputError: it is not there, cannot be read, or has a line that is too long.
    """
    if name not in container.names:
        raise InputError("is not there", subject=name)
    rest = b""
    for chunk in container.chunks(name):
        *whole, rest = (rest + chunk).split(b"\n") if b"\n" in chunk else (rest + chunk,)
        yield from (line + b"\n" for line in whole)
        if len(rest) > LONGEST_LINE:
            raise InputError("has a line that is too long", subject=name)
    if rest:
        yield rest


def _read_revision(container: Container, name: str, found: Contents) -> None:
    content = container.read(name)
    record: RevisionRecord = decode(RevisionRecord, content.decode())
    found.hold_keys(name, content, record)
    stem = name.removesuffix(".json")
    found.revisions[record.revision.id] = record
    found.part_of[record.revision.id] = stem
    if f"{stem}.txt" in container.names:
        found.texts[record.revision.id] = container.read(f"{stem}.txt").decode("utf-8", "surrogatepass")


def _read_claims(container: Container, found: Contents) -> None:
    for line in lines(container, parts.CLAIMS):
        record: ClaimRecord = decode(ClaimRecord, line.decode())
        found.hold_keys(parts.CLAIMS, line, record, f"claim {record.id}")
        raw = bytes(record.claim)
        claim: Claim = decode(Claim, raw.decode())
        if record.id in found.states or claim.id != record.id:
            found.failures.append(
                Failure(parts.CLAIMS, f"claim {record.id}: stands there twice, or under another name")
            )
        found.states[record.id] = record.state
        found.numbers[record.id] = record.number
        found.raw.put(record.id, raw)
        found.pack.claims[record.id] = (claim, record.revision, record.sentence)


def _read_evidence(container: Container, found: Contents) -> None:
    for line in lines(container, parts.EVIDENCE):
        record: EvidenceRecord = decode(EvidenceRecord, line.decode())
        found.hold_keys(parts.EVIDENCE, line, record, f"evidence {record.id}")
        raw = bytes(record.evidence)
        item: Evidence = decode(Evidence, raw.decode())
        if record.id in found.evidence or (item.id, item.claim) != (record.id, record.claim):
            told = f"evidence {record.id}: stands there twice, or under another name"
            found.failures.append(Failure(parts.EVIDENCE, told))
        found.evidence[record.id] = Piece(claim=record.claim, sha256=record.sha256, withheld=record.withheld)
        found.raw.put(record.id, raw)
        found.of_claim.setdefault(record.claim, []).append(record.id)
        if record.withheld == SOURCE:
            found.pack.hidden.add(record.id)
            found.hold_keys(parts.EVIDENCE, raw, item, f"evidence {record.id}")


def digest_of(container: Container, name: str) -> tuple[int, str]:
    """Return the size and the SHA-256 of a part.

    Raises:
        InputError: it cannot be read.
    """
    size, digest = 0, hashlib.sha256()
    for chunk in container.chunks(name):
        size += len(chunk)
        digest.update(chunk)
    return size, digest.hexdigest()
