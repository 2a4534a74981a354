"""By what the index knows a document: its number in the store, with a check of its id. Pure.

By its number a document is looked up in less time than by its id. The check keeps an index that is of other documents,
as beside a store that was put back from a copy, from showing a stretch of the wrong one.
"""

from __future__ import annotations

import zlib

_BITS = 32
"""Of the check (CRC-32); the number stands above it, which leaves room for two thousand million documents."""


def reference_of(number: int, identifier: str) -> int:
    """Return the reference to a document by its number and its id: 63 bits."""
    return number << _BITS | zlib.crc32(identifier.encode())


def number_of(reference: int) -> int:
    """Return the number of the document that a reference leads to."""
    return reference >> _BITS


def leads_to(reference: int, number: int, identifier: str) -> bool:
    """Tell whether a reference is to the document with this number and id."""
    return reference == reference_of(number, identifier)


__all__ = ["leads_to", "number_of", "reference_of"]
