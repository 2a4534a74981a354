"""The manifest: what is in a dossier, with the SHA-256 of each part, and what is not in it and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

FORMAT = "factcheck dossier"
VERSION = 3
"""1: the log had people's own words in it; 2: nothing told what the copy shows beside the records."""

MANIFEST = "manifest.json"
README = "README.txt"
COPY = "annotated-copy.html"
BESIDE = "copy.json"
CLAIMS = "claims.jsonl"
EVIDENCE = "evidence.jsonl"
LOG = "log.jsonl"
WORDS = "words.jsonl"
REVISIONS = "revisions/"
SNAPSHOTS = "snapshots/"

PAGE = "a page as it was received (WARC 1.1, packed with gzip)"
ARTICLE_PAGE = "the article's own page as it was received (WARC 1.1, packed with gzip)"
"""What a snapshot is, in words: of a source, or of the page that the article was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the zip; `sha256` (hexadecimal) is of its bytes."""

    name: str
    what: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Something that was changed or left out by rule; `sha256` is of what stands in the workspace in its place."""

    part: str
    id: str
    why: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A snapshot that should be here: there was none in the workspace any more, or it was not what was kept.

    `source`: the id of what was made of it, a source or the revision of the article.
    """

    part: str
    source: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogState:
    """The point of the log that a dossier shows: its last event, when that was (UTC), its digest."""

    events: int
    at: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that a dossier says of itself. `revision`: the one that the annotated copy shows."""

    format: str
    version: int
    program: str
    article: str
    title: str
    published: date | None
    revision: str
    revisions: tuple[str, ...]
    log: LogState
    identity: str
    engines: Mapping[str, str]
    parts: tuple[Part, ...]
    withheld: tuple[Withheld, ...]
    missing: tuple[Missing, ...]


def as_json(manifest: Manifest) -> bytes:
    """Write a manifest: sorted keys, a value a line, UTF-8."""
    value = asdict(manifest)
    value["published"] = manifest.published.isoformat() if manifest.published else None
    return (json.dumps(value, ensure_ascii=True, indent=1, sort_keys=True) + "\n").encode()
