"""What a reader finds in a file: records, and files within it, which are read in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from factcheck.domain import Marker, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document to be: its fields by any names, where it was found, and locators of places in its text.

    `said`: what its file says of itself, by our names (`made`, `author`); it holds beside the fields.
    `running`: what its first page has over or under its text, on every page alike.
    """

    fields: Mapping[str, object]
    path: str
    markers: tuple[Marker, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    running: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file within a file: a member of an archive, an attachment. `fields` are what the outer file says of it."""

    stream: BinaryIO
    name: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)


Found = Record | Part | Problem
