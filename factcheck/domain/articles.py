"""The text under check: its layout, its sentences and what became of them, who speaks, what the writer cites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.claims import Claim
from factcheck.domain.spans import Block, Span


class Disposition(StrEnum):
    """What became of a sentence: it carries claims, or the reason why it carries none."""

    CLAIMS = "claims"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"
    TEASER = "teaser"
    CAPTION = "caption"
    DATELINE = "dateline"
    QUESTION = "question"
    NOT_CHECKABLE = "not-checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a revision and what became of it; `reason` says why, in the name of the rule that decided."""

    start: int
    end: int
    text: str
    block: Block
    disposition: Disposition
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutHint:
    """What a file format itself says of `[start, end)`: "this is a heading", "this is a caption"."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of a transcript or statement that one person speaks; `label` is where the text names them.

    `[start, end)` is what they say, without the label. `said_on` is the day, where it was given with the text.
    """

    start: int
    end: int
    speaker: str
    label: Span | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """From `start` to the next marker, the text stands at `locator` of what was read ("page 3", "00:01:12")."""

    start: int
    locator: str


FEED_SUMMARY = "feed's summary"
"""Where the text stands that a feed gives of a page in place of its own: it is not the page."""


class CitationKind(StrEnum):
    """How the writer gave a source."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The writer's own source, as the article's file gives it.

    `anchor` is the linked or commented text; for a mark (a footnote's number) it is empty and stands right behind the
    word that the mark follows. `target` is a URL, or the source in the writer's words; `pointer` says where in it
    ("p. 12"); `note` is what the writer wrote, whole; `author` who wrote it, where the file says (comments).
    """

    anchor: Span
    kind: CitationKind
    target: str
    pointer: str = ""
    note: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundCitation:
    """A citation with the ids of the claims it follows; none where its sentence carries no claim."""

    citation: Citation
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The claims of a text and the sentences it consists of; sentences cover every non-blank character, in order."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    published: date | None = None
    published_from: str = ""
    engine: str = ""
    citations: tuple[BoundCitation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of an article: its text as read, its dateline and where that came from (option, metadata, text).

    What its file says beside the text: `layout`, `citations`, `turns` (who speaks) and `markers` (pages, time codes).
    """

    id: str
    article: str
    title: str
    text: str
    path: str
    published: date | None = None
    published_from: str = ""
    layout: tuple[LayoutHint, ...] = ()
    citations: tuple[Citation, ...] = ()
    turns: tuple[Turn, ...] = ()
    markers: tuple[Marker, ...] = ()
