"""Which documents carry one and the same text, so that five pages with one agency dispatch count as one source.

Method: a sketch of a text is a sample of its word 5-grams (Broder, "On the resemblance and containment of documents",
1997). Two texts are of one origin if the smaller sketch is mostly contained in the larger: headers, bylines and cuts do
not matter, a retelling in other words does not count.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache, partial, reduce
from operator import mul, xor

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
KEYED = 2
"""One gram of a sketch in two is a key under which documents are looked up; the sketches themselves are compared."""
KEY_BITS = 20
"""Bits of a gram that do not tell whether it is a key: by the lowest it was chosen for the sample, so that those of all
grams of a sketch are alike."""
WORDS_KEPT = 200_000
"""Words whose hashes stay known, the vocabulary of a large archive; some 30 MB."""

LONGEST_KEPT = 1_000_000
"""Characters of a text whose words stay in memory: some 10 MB."""

_WORD = re.compile(r"\w+")
_ODD = (1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
"""Multipliers of the words of a gram, so that their order counts. Source: the odd constants of xxHash."""
_MASK = 2**47 - 1
"""Bits of a gram's hash: SQLite keeps them in six bytes, and few of a million documents share one by chance."""


class _Hashes(dict[str, int]):
    """64 bits for each word, alike on every machine."""

    def __missing__(self, word: str) -> int:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[word] = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
        return found


_hash = _Hashes().__getitem__


@lru_cache(1)
def _words_kept(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded. Those of the last one stay: its origin and its sketch are both of them."""
    return _words_kept(text) if len(text) < LONGEST_KEPT else _WORD.findall(text.casefold())


def sketch(text: str) -> tuple[int, ...]:
    """Return the sampled hashes of the word 5-grams of a text, in order.

    Five words are long enough that two reports of one event share few, and short enough to survive small edits.
    Whether a gram is of the sample is told by its words together, which costs less than to hash it.
    """
    hashes = list(map(_hash, words_of(text)))
    shifted = [hashes[at:] for at in range(len(_ODD))]
    together = reduce(partial(map, xor), shifted)  # type: ignore[arg-type]
    grams = zip(zip(*shifted, strict=False), together, strict=False)
    sample = {sum(map(mul, gram, _ODD)) & _MASK for gram, mark in grams if not mark % SAMPLING}
    return tuple(sorted(sample)[:LARGEST_SKETCH])


def sketch_marks(marks: Iterable[str]) -> tuple[int, ...]:
    """Return the hashes of marks that tell a document by something else than its words, in order."""
    hashes = {int.from_bytes(hashlib.blake2b(one.encode(), digest_size=8).digest()) & _MASK for one in marks}
    return tuple(sorted(hashes)[:LARGEST_SKETCH])


def keys(grams: tuple[int, ...]) -> list[int]:
    """Return the grams under which a document with this sketch is looked up."""
    return [gram for gram in grams if not (gram >> KEY_BITS) % KEYED]


def same_origin(shared: int, new: int, known: int) -> bool:
    """Tell whether a new and a known text are of one origin, by the sizes of their sketches and what these share."""
    if shared < FEWEST_SHARED or shared < CONTAINED * min(new, known):
        return False
    return new <= known or shared >= CARRIED * new
