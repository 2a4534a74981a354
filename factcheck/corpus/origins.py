"""Which documents carry one and the same text, so that five pages with one agency dispatch count as one source.

Method: the MinHash signature of a text's word 5-grams, by the library rensa, and how many these are. Signatures tell
how much two texts resemble each other; with the two sizes, that tells how many grams they share, and so how much of the
smaller text the larger one contains (Broder, "On the resemblance and containment of documents", 1997). Two texts are of
one origin if most of the smaller is in the other: headers, bylines and cuts do not matter, a retelling in other words
does not count.

The library's own index tells resemblance alone, and keeps it in memory. Others that were tried: datasketch, whose
LSHEnsemble tells what is contained, brings scipy, 140 MB; datasketches has no wheels for Python 3.14 and brings numpy;
sourmash brings matplotlib.

The signatures of a corpus are kept. Those of another version of rensa's algorithm cannot be compared with them: such a
version needs a new version of the tables (`schema`), which makes them anew.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache
from operator import eq

import msgspec
from rensa import RMinHash

GRAM_WORDS = 5
"""Long enough that two reports of one event share few grams, and short enough that these survive small edits."""
SLOTS, SEED = 128, 1
"""Numbers of a signature. Source: planted news, joined .989, and .991 with 256 (tests/quality/origins.py, 2026-12)."""
CONTAINED = 0.5
"""Share of the smaller text that must be in the other. Source: 6 merges in 6,000 news articles, all of them of texts
that do share half of their grams, by count (2026-12)."""
CARRIED = 0.2
"""Share of a new, longer text that must be of a known one: a roundup that carries a dispatch among others is not that
dispatch, and would make one origin of all that it carries. Source: planted news, 2026-11 (tests/quality/origins.py)."""
FEWEST_SHARED = 24
"""Fewer shared grams than this are a common quotation, not a common text, unless the smaller text is hardly more."""
WHOLE, FEWEST_OF_WHOLE = 0.8, 10
"""Share of the smaller text, and grams, from which on a text of two sentences is another's. Source: leads under a
byline, joined of 40 words 1.00, of 25 .998, of 15 .94, of 1,500 each; joined to another's lead 7, 6 and 18, which begin
alike (2026-12)."""
MARK_GRAMS = 4
"""Grams that count as much as one mark: six figures by their labels are no common quotation."""
GRAMS_A_KEY, FEWEST_KEYS, MOST_KEYS = 8, 8, 48
"""A document is noted under as many of its slots as its size asks for, and looked up under the most: what it may be
contained in shares few of them. Source: dispatches in brief, .95 joined with 48, .92 with 40, .90 with 32 (2026-12)."""
FEWEST_ALIKE = 3
"""Slots that two texts must have in common: beside a text of 8,000 words one alone would stand for 60 grams. Source: of
3,000 dispatches in brief, joined to long texts that they are not of: with 1 18, with 2 1, with 3 none (2026-12)."""
LONGEST_KEPT = 1_000_000
"""Characters of a text whose words stay in memory: some 2 MB."""

_WORD = re.compile(r"\w+")


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """What a text is known by: how many grams it has, and their signature, four bytes a slot; b"" where it has none."""

    size: int
    signature: bytes


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


_of_last = lru_cache(1)(_folded)
"""The same; the last one's stay, since origin and sketch are both of them."""


def folded_words(text: str) -> str:
    """Return the words of a text, folded, between blanks."""
    return _of_last(text) if len(text) < LONGEST_KEPT else _folded(text)


def sketch(text: str) -> Sketch:
    """Return what a text is known by: the signature of its word 5-grams."""
    words = folded_words(text).split()
    grams = {*map(" ".join, zip(*(words[at:] for at in range(GRAM_WORDS)), strict=False))}
    return Sketch(len(grams), _signature(grams))


def sketch_marks(marks: Iterable[str]) -> Sketch:
    """Return what a document is known by that is told by something else than its words."""
    distinct = set(marks)
    return Sketch(MARK_GRAMS * len(distinct), _signature(distinct))


def _signature(tokens: set[str]) -> bytes:
    made = RMinHash(num_perm=SLOTS, seed=SEED)
    made.update([*tokens])  # a list takes half of the time of a set
    return array("I", made.digest()).tobytes() if tokens else b""


def keys(sketch: Sketch) -> list[int]:
    """Return the keys under which documents like this one are looked up: slots, each with its place."""
    return [place << 32 | value for place, value in enumerate(_slots(sketch)[:MOST_KEYS])]


def _slots(sketch: Sketch) -> memoryview[int]:
    return memoryview(sketch.signature).cast("I")


def keys_noted(size: int) -> int:
    """Return how many of its keys, the first ones, a document of a size is noted under."""
    return max(FEWEST_KEYS, min(size // GRAMS_A_KEY, MOST_KEYS))


def shared_grams(one: Sketch, other: Sketch) -> float:
    """Estimate how many grams two texts share."""
    alike = sum(map(eq, _slots(one), _slots(other)))
    return shared_by(alike / SLOTS, one.size, other.size) if alike >= FEWEST_ALIKE else 0.0


def shared_by(resemblance: float, one: int, other: int) -> float:
    """Return how many grams texts of two sizes share that resemble each other so much: shared of all, each once."""
    return resemblance / (1 + resemblance) * (one + other)


def same_origin(shared: float, new: int, known: int) -> bool:
    """Tell whether a new and a known text are of one origin, by their sizes and the grams that they share."""
    smaller = min(new, known)
    is_whole = shared >= FEWEST_OF_WHOLE and shared >= WHOLE * smaller
    if not is_whole and (shared < FEWEST_SHARED or shared < CONTAINED * smaller):
        return False
    return new <= known or shared >= CARRIED * new
