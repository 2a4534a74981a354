"""What can bear on a claim: sources, their documents and passages, and what was wrong with any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.articles import Marker


class Tier(StrEnum):
    """How close a source stands to what it reports; a default here, decided for each claim by a person."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Sensitivity(StrEnum):
    """Who may see a source: anybody; the newsroom; the newsroom, and its name nobody else (`reports.disclosure`)."""

    OPEN = "open"
    BACKGROUND = "background"
    CONFIDENTIAL = "confidential"


BY_HAND = "by-hand:"
"""How the ids of sources begin that a person brought as evidence: no corpus has them, and so none loses them."""
SALTED = f"{BY_HAND}salt-"
"""How they begin where the rest is chance: a digest of what has it says nothing once the words are erased."""
SNAPSHOTS = "snapshots"
"""The folder of a workspace in which pages are kept as they were received."""
ERASED = "[erased]"
"""What stands in place of personal words that were erased."""


class SourceState(StrEnum):
    """What became of a source since evidence copied it, the worst first.

    What stands there now says that it was retracted, or it is another text, or it is there no longer.
    """

    RETRACTED = "retracted"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNow:
    """What became of a source, and the digest of the text that stands in its place ("" where none does).

    `documents`: those (ids) that have that text.
    """

    state: SourceState
    instead: str = ""
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that can bear on a claim, without its text.

    `id` is a digest of text and metadata; `digest` (SHA-256, hex) of the text alone; `origin` groups the sources that
    carry one and the same text; `path` is the file, with the record in it after `#` where a file holds several.
    `scope`: the desk or article that it belongs to ("desk:science", "article:3f2a"), "" for all.
    `made`: the day on which its file says that it was made, `fetched`: on which a crawl took it; neither is that of
    its publication.
    """

    id: str
    digest: str
    origin: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    path: str = ""
    language: str = ""
    tier: Tier = Tier.SECONDARY
    scope: str = ""
    sensitivity: Sensitivity = Sensitivity.OPEN
    made: date | None = None
    fetched: date | None = None

    @property
    def is_contact(self) -> bool:
        """Whether it is a person somebody talked or wrote to; `published` is the day of that."""
        kept_close = self.sensitivity is Sensitivity.CONFIDENTIAL
        return kept_close and self.id.startswith(BY_HAND) and not (self.path or self.url)

    @property
    def place(self) -> str:
        """What people find it by: a page's address, not the file that it is kept in; its id where it has neither."""
        kept = self.url and self.path.startswith(f"{SNAPSHOTS}/")
        return self.url if kept else self.path or self.url or self.id

    @property
    def copy_told(self) -> str:
        """What is left of it once it has changed or is gone, in words: of a file that a person brought, no copy is."""
        if self.id.startswith(BY_HAND):
            return "the evidence keeps the words that were transcribed, and no copy of the file"
        return "the evidence keeps its copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with its normalised text: what the document store keeps. `markers`: its pages, time codes.

    `ruled`: its tier is that of the rules, since it says none of itself; other rules may change it.
    """

    source: Source
    text: str
    markers: tuple[Marker, ...] = ()
    ruled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The unit of retrieval: `[start, end)` of its document's text; `locator` is for people ("paragraph 3").

    `own_word`: what its document says of itself elsewhere (retracted, corrected, a ruling); "" where it was not asked.
    """

    text: str
    start: int
    end: int
    locator: str = ""
    own_word: str = ""


class ProblemKind(StrEnum):
    """What became of what a problem tells of: lost, read all the same, or no document that anybody would miss."""

    UNREAD = "unread"
    READ = "read"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not read, not used or not certain: counted and listed, never dropped silently."""

    path: str
    reason: str
    remedy: str
    kind: ProblemKind = ProblemKind.UNREAD

    def __str__(self) -> str:
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.path}: {self.reason}{remedy}"
