"""Which documents carry one and the same text, so that five pages with one agency dispatch count as one source.

Method: a sketch of a text is a sample of its word 5-grams, namely those whose hash is 0 modulo SAMPLING (Broder, "On
the resemblance and containment of documents", 1997). Two texts are of one origin if the smaller sketch is mostly
contained in the larger: headers, bylines and cuts do not matter, a retelling in other words does not count.
"""

from __future__ import annotations

import hashlib
import re

GRAM = 5
"""Words a gram: long enough that two reports of one event share few, short enough to survive small edits."""
SAMPLING = 4
"""One gram in four is kept: some 60 of a short report."""
LARGEST_SKETCH = 256
CONTAINED = 0.5
"""Share of the smaller sketch that must be in the other. Source: 2 merges in 6,000 news articles (2026-11-24)."""
CARRIED = 0.2
"""Share of a new, longer text that must be of a known one: a roundup that carries a dispatch among others is not that
dispatch, and would make one origin of all that it carries. Source: planted news, 2026-11 (tests/quality/origins.py)."""
FEWEST_SHARED = 6
"""Fewer shared grams than this are a common quotation, not a common text."""

_WORD = re.compile(r"\w+")


def sketch(text: str) -> frozenset[int]:
    """Return the sampled hashes (signed 64-bit) of the word 5-grams of a text."""
    words = _WORD.findall(text.casefold())
    hashes = {_hash(" ".join(words[i : i + GRAM])) for i in range(len(words) - GRAM + 1)}
    return frozenset(sorted(h for h in hashes if h % SAMPLING == 0)[:LARGEST_SKETCH])


def same_origin(shared: int, new: int, known: int) -> bool:
    """Tell whether a new and a known text are of one origin, by the sizes of their sketches and what these share."""
    if shared < FEWEST_SHARED or shared < CONTAINED * min(new, known):
        return False
    return new <= known or shared >= CARRIED * new


def _hash(gram: str) -> int:
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest(), signed=True)
