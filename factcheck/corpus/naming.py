"""What a document can be named by: keys of its addresses and files, and the words of its label.

A writer's note is looked up under the same keys (`matching.cited`).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Source
from factcheck.text.addresses import file_key, url_key

LONGEST_LABEL = 2_000
"""Characters of a label; a longer title is a text."""


def keys_of(source: Source) -> frozenset[str]:
    """Return the keys of a source: its address, its file, and the record in the file."""
    return frozenset(_keys(source))


def _keys(source: Source) -> Iterator[str]:
    if key := url_key(source.url):
        yield key
    if source.path:
        yield from keys_of_path(source.path)


def keys_of_path(path: str) -> tuple[str, str]:
    """Return the keys of a place: the file, and the record in it."""
    key = file_key(path)
    return key, key.rpartition("#")[0] or key


def label_of(source: Source) -> str:
    """Return the words by which people name a source: title, publisher, author, and those in the name of its file."""
    name = file_key(source.path).rpartition(".")[0]
    parts = (source.title, source.publisher, source.author, name.replace("_", " "))
    return " ".join(parts)[:LONGEST_LABEL]


__all__ = ["keys_of", "keys_of_path", "label_of"]
