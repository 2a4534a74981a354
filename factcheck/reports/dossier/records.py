"""The lines of a dossier's JSON parts. What a digest of the log is made of stands in them byte for byte (`Raw`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Raw

from factcheck.domain import BoundCitation, CitedStatus, ClaimState, Rating, Revision, Sentence, SourceState
from factcheck.stance.matrix.facets import FacetMatrix

PATH, SOURCE, ELSEWHERE = "path of a machine", "source that is not open", "not of this article"
ADDRESS = "key or folder in an address"
"""Why something is withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRecord:
    """A version of the article; its text is a part of its own. `citations`: the writer's own sources.

    `sentences`: with what became of them, also by a person's hand; `extracted`: as they were before that, which is what
    the log has the digest of; empty where no hand changed them.
    """

    revision: Revision
    sentences: tuple[Sentence, ...]
    citations: tuple[BoundCitation, ...]
    withheld: bool = False
    extracted: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim as it was made, the sentence it stands in, and how it stands now by the log."""

    id: str
    revision: str
    number: int
    sentence: str
    claim: Raw
    state: ClaimState


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRecord:
    """What a person wrote in an event, which has the `digest` of salt and text; without a salt it is not shown."""

    digest: str
    salt: str
    text: str
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    """A piece of evidence; `sha256` is of the JSON as the workspace keeps it, `withheld` says why it differs here."""

    id: str
    claim: str
    sha256: str
    withheld: str
    evidence: Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideClaim:
    """What the copy shows of a claim that its other records cannot tell, since the workspace alone knew it.

    `sources`: what became of the sources of evidence (ids); `lost`: of these, what the signer was not shown; `cited`:
    what came of each of the writer's own sources, and `writers`: the evidence (ids) from them; `since` and `notices`:
    what is told of the sources and pages of open evidence (ids), as in `ClaimView`. Where evidence is
    withheld: `origins` that corroborate, conflict and are related, and the `facets` without its words.
    """

    sources: Mapping[str, SourceState] = field(default_factory=dict)
    lost: Mapping[str, SourceState] = field(default_factory=dict)
    since: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: Mapping[str, str] = field(default_factory=dict)
    cited: tuple[CitedStatus | None, ...] = ()
    writers: tuple[str, ...] = ()
    origins: tuple[int, int, int] | None = None
    facets: FacetMatrix | None = None


NOTHING_BESIDE = BesideClaim()


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideRecord:
    """What the annotated copy shows beside the other records: the scale, and of claims (ids) what was known then."""

    ratings: tuple[Rating, ...]
    claims: Mapping[str, BesideClaim]
