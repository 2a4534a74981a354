"""What is read of a row of the documents: its source and its markers, also where they are damaged."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import msgspec

from factcheck.corpus.marks import kept_sensitivity
from factcheck.corpus.schema import decoded
from factcheck.domain import Marker, Source

STORED = "document.id, source, origin, scope, sensitivity"
"""What a source is made of: its id, its record, and what may change."""
SOURCES_KEPT = 1024
"""Sources that stay read, as those of the passages that the claims of one article retrieve; some 1 MB."""
MARKERS = msgspec.json.Decoder(tuple[Marker, ...])
_DAMAGED = "[its record is damaged]"
"""The title of a source whose record nobody can read."""


def markers_of(record: str) -> tuple[Marker, ...]:
    """Return the markers of a document; none where they are damaged, as `damaged` tells."""
    try:
        return MARKERS.decode(record)
    except msgspec.MsgspecError:
        return ()


@lru_cache(SOURCES_KEPT)
def source_of(identifier: str, record: str, origin: str, scope: str, sensitivity: str) -> Source:
    """Return a source as it is stored, of this origin; the passages found for one article are often of one source.

    One whose record is damaged is known by its id alone, so that the others are found.
    """
    source = decoded(record)
    if source is None:
        title, seen_by = _DAMAGED, kept_sensitivity(sensitivity)
        return Source(id=identifier, digest="", origin=origin, title=title, scope=scope, sensitivity=seen_by)
    if (source.origin, source.scope, source.sensitivity) == (origin, scope, sensitivity):
        return source  # most: to make another takes as long as to read the record
    return replace(source, origin=origin, scope=scope, sensitivity=kept_sensitivity(sensitivity))


__all__ = ["MARKERS", "SOURCES_KEPT", "STORED", "markers_of", "source_of"]
