"""Which documents carry one and the same text, so that five pages with one agency dispatch count as one source.

Method: a sketch of a text is a sample of its word 5-grams (Broder, "On the resemblance and containment of documents",
1997). Two texts are of one origin if the smaller sketch is mostly contained in the larger: headers, bylines and cuts do
not matter, a retelling in other words does not count.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import compress
from operator import xor

from factcheck.text.chunks import Chunks

SAMPLING = 4
"""One gram in four is kept: some 60 of a short report."""
LARGEST_SKETCH = 256
CONTAINED = 0.5
"""Share of the smaller sketch that must be in the other. Source: 2 merges in 6,000 news articles (2026-11-24)."""
CARRIED = 0.2
"""Share of a new, longer text that must be of a known one: a roundup that carries a dispatch among others is not that
dispatch, and would make one origin of all that it carries. Source: planted news, 2026-11 (tests/quality/origins.py)."""
FEWEST_SHARED = 6
"""Fewer shared grams than this are a common quotation, not a common text, unless the smaller text is hardly more."""
WHOLE, FEWEST_OF_WHOLE = 0.8, 3
"""Share of the smaller sketch, and grams, from which on a text of two sentences is another's. Source: leads of 40 words
under a byline, .93 joined without this and .98 with it, of 30 words .68 and .94; of 1,500 different leads as many were
joined as before (2026-11)."""
KEYED = 2
"""One gram of a sketch in two is a key under which documents are looked up; the sketches themselves are compared."""
KEY_BITS = 20
"""Bits of a gram that do not tell whether it is a key: by the lowest it was chosen for the sample, so that those of all
grams of a sketch are alike."""
LONGEST_KEPT = 1_000_000
"""Characters of a text whose words stay in memory: some 3 MB."""

_WORD = re.compile(r"\w+")
_ODD = (1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
"""Multipliers of the words of a gram, so that their order counts. Source: the odd constants of xxHash."""
_MASK = 2**47 - 1
"""Bits of a gram's hash: SQLite keeps them in six bytes, and few of a million documents share one by chance."""
_LOWEST = bytes(byte % SAMPLING for byte in range(256))
"""The bits of a hash's lowest byte that tell whether it is of the sample: SAMPLING is a power of two."""
_CHOSEN = bytes(not byte for byte in range(256))
_HASH = struct.Struct("<Q")


def _hash(word: str) -> int:
    """Return some bits for a word, alike on every machine."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest()) & _MASK


def _tell(chunk: str) -> tuple[str, bytes]:
    words = _WORD.findall(chunk.casefold())
    return " ".join(words), b"".join([_HASH.pack(_hash(word)) for word in words])


_CHUNKS = Chunks(_tell)
"""Chunk -> its words, folded, between blanks; and the hashes of these, one behind another.

As bytes, which are put together and cut at once; to handle each hash as a number took half of the time of a sketch."""


def _of_text(text: str) -> tuple[str, bytes]:
    folded, hashes = zip(*_CHUNKS.of(text), strict=True) if text.strip() else ((), ())
    return " ".join(filter(None, folded)), b"".join(hashes)


_of_last = lru_cache(1)(_of_text)
"""The same; the last one's stays, since origin and sketch are both of it."""


def _told(text: str) -> tuple[str, bytes]:
    return _of_last(text) if len(text) < LONGEST_KEPT else _of_text(text)


def folded_words(text: str) -> str:
    """Return the words of a text, folded, between blanks."""
    return _told(text)[0]


def sketch(text: str) -> tuple[int, ...]:
    """Return the sampled hashes of the word 5-grams of a text, in order.

    Five words are long enough that two reports of one event share few, and short enough to survive small edits.
    """
    packed = _told(text)[1]
    hashes = struct.unpack(f"<{len(packed) // _HASH.size}Q", packed)
    shifted = [hashes[at:] for at in range(len(_ODD))]
    _, two, three, four, five = (odd & _MASK for odd in _ODD)
    sample = {
        (a + b * two + c * three + d * four + e * five) & _MASK
        for a, b, c, d, e in compress(zip(*shifted, strict=False), _in_sample(packed))
    }
    return tuple(sorted(sample)[:LARGEST_SKETCH])


def _in_sample(hashes: bytes) -> bytes:
    """Return for each gram whether it is of the sample: whether the lowest bits of its words come to zero together.

    They are put together for all grams at once, as the bytes of one long number.
    """
    lowest = hashes[:: _HASH.size].translate(_LOWEST)
    low = int.from_bytes(lowest, "little")
    together = reduce(xor, (low >> 8 * at for at in range(len(_ODD))))
    return together.to_bytes(len(lowest), "little").translate(_CHOSEN)


def sketch_marks(marks: Iterable[str]) -> tuple[int, ...]:
    """Return the hashes of marks that tell a document by something else than its words, in order."""
    return tuple(sorted({*map(_hash, marks)})[:LARGEST_SKETCH])


def keys(grams: tuple[int, ...]) -> list[int]:
    """Return the grams under which a document with this sketch is looked up."""
    return [gram for gram in grams if not (gram >> KEY_BITS) % KEYED]


def same_origin(shared: int, new: int, known: int) -> bool:
    """Tell whether a new and a known text are of one origin, by the sizes of their sketches and what these share."""
    smaller = min(new, known)
    is_whole = shared >= FEWEST_OF_WHOLE and shared >= WHOLE * smaller
    if not is_whole and (shared < FEWEST_SHARED or shared < CONTAINED * smaller):
        return False
    return new <= known or shared >= CARRIED * new
