"""The origins of documents as they are added: which of those that are there carries the same text.

A table holds, for the keys of each sketch, the documents that have them. A whole batch is looked up at once, since one
look-up for each key is what costs the time.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from factcheck.corpus.origins import Sketch, keys, keys_noted, same_origin, shared_by, shared_grams

COMMON_KEY = 10
"""Documents noted under one key; one that more share is a set phrase, or of a text whose origin these tell already."""
CLOSEST = 5
"""Documents compared by their sketches."""
SPARED = 3
"""A document is compared if it may share so many times as much as its keys let expect. Source: recall of planted
dispatches in brief .932 with 2 and .948 with 3, as without this (tests/quality/origins.py, 2026-11)."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document to be added: its number, its sketch, and the origin that it has if it is of no other's."""

    number: int
    sketch: Sketch
    origin: str


@dataclass(frozen=True, slots=True)
class _Known:
    origin: str
    sketch: Sketch


_SIZES = 2**20
"""Sizes of sketches that are told apart where the holders of a key are noted."""
_FULL = COMMON_KEY * 8
"""Bytes of the holders of a key that takes no more."""
_Holders = dict[int, bytes]
"""For a key, the holders that have it, in order, as the table keeps them: one row a key, since texts that share one key
mostly share many, and a row for each holder costs ten times the time to look up."""


class Kin:
    """The documents by the keys of their sketches, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, newcomers: Sequence[Newcomer]) -> list[str]:
        """Note documents and return their origins, as if each had been added after the one before."""
        closest = self.note([(one.number, one.sketch) for one in newcomers])
        return self._origins(newcomers, closest)

    def note(self, sketches: Sequence[tuple[int, Sketch]]) -> list[list[int]]:
        """Note the sketches of documents (by number); return for each the documents that may be of its origin."""
        keyed = [(number, sketch.size, keys(sketch)) for number, sketch in sketches]
        holders = self._holders(sorted({key for _, _, found in keyed for key in found}))
        closest, changed = [], set[int]()
        for number, size, found in keyed:
            closest.append(_closest(size, found, holders))
            holder = packed([holder_of(number, size)])
            for key in found[: keys_noted(size)]:
                held = holders.get(key, b"")
                if len(held) < _FULL:
                    holders[key] = held + holder
                    changed.add(key)
        # In the order of the table, so that each of its pages is touched once.
        rows = ((key, holders[key]) for key in sorted(changed))
        self._db.executemany("INSERT OR REPLACE INTO gram VALUES (?, ?)", rows)
        self._db.executemany("INSERT INTO sketch VALUES (?, ?)", ((at, _packed_sketch(one)) for at, one in sketches))
        return closest

    def _origins(self, newcomers: Sequence[Newcomer], closest: Sequence[Sequence[int]]) -> list[str]:
        wanted = {number for numbers in closest for number in numbers}
        known = self._known(wanted)
        origins = []
        for one, numbers in zip(newcomers, closest, strict=True):
            origin = _origin(one.sketch, (known[number] for number in numbers)) or one.origin
            origins.append(origin)
            if one.number in wanted:
                known[one.number] = _Known(origin, one.sketch)
        return origins

    def origin_of(self, sketch: Sketch) -> str:
        """Return the origin of the documents that carry the text with this sketch, or ""."""
        found = keys(sketch)
        numbers = _closest(sketch.size, found, self._holders(found))
        known = self._known(set(numbers))
        return _origin(sketch, (known[number] for number in numbers))

    def remove(self, number: int) -> None:
        """Forget a document."""
        row = self._db.execute("SELECT grams FROM sketch WHERE document = ?", (number,)).fetchone()
        if not row:
            return
        sketch = _unpacked_sketch(row[0])
        holder = holder_of(number, sketch.size)
        for key, held in self._holders(keys(sketch)[: keys_noted(sketch.size)]).items():
            if kept := packed(one for one in unpacked(held) if one != holder):
                self._db.execute("UPDATE gram SET holders = ? WHERE hash = ?", (kept, key))
            else:
                self._db.execute("DELETE FROM gram WHERE hash = ?", (key,))
        self._db.execute("DELETE FROM sketch WHERE document = ?", (number,))

    def _holders(self, wanted: Iterable[int]) -> _Holders:
        sql = "SELECT hash, holders FROM json_each(?) CROSS JOIN gram ON hash = value"
        return dict(self._db.execute(sql, (_listed(wanted),)))

    def _known(self, numbers: set[int]) -> dict[int, _Known]:
        sql = (
            "SELECT document, origin, grams FROM sketch JOIN document ON number = document"
            " WHERE document IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(sql, (_listed(sorted(numbers)),))
        return {number: _Known(origin, _unpacked_sketch(grams)) for number, origin, grams in rows}


def _closest(size: int, found: Sequence[int], holders: _Holders) -> list[int]:
    """Return the documents that share the most of these keys, the most first; of those that share as many, the older.

    `size`: of the sketch whose keys they are.
    """
    held = b"".join([holders[key] for key in found if key in holders])
    if not held:
        return []
    near = [
        (-number, holder // _SIZES)
        for holder, number in Counter(unpacked(held)).items()
        if _may_be_of_one(number, size, holder % _SIZES)
    ]
    return [number for _, number in sorted(near)[:CLOSEST]]


def _may_be_of_one(shared: int, new: int, known: int) -> bool:
    return same_origin(SPARED * shared_by(shared / keys_noted(known), new, known), new, known)


def _origin(sketch: Sketch, closest: Iterable[_Known]) -> str:
    compared: Iterator[tuple[float, _Known]] = ((shared_grams(one.sketch, sketch), one) for one in closest)
    for shared, one in sorted(compared, key=lambda pair: -pair[0]):
        if same_origin(shared, sketch.size, one.sketch.size):
            return one.origin
    return ""


def holder_of(number: int, size: int) -> int:
    """Return what is noted under the keys of a document: its number, and the size of its sketch."""
    return number * _SIZES + min(size, _SIZES - 1)


def _packed_sketch(sketch: Sketch) -> bytes:
    """Return a sketch as the tables keep it: its size, in eight bytes, and its signature."""
    return packed([sketch.size]) + sketch.signature


def _unpacked_sketch(kept: bytes) -> Sketch:
    (size,) = unpacked(kept[:8])
    return Sketch(size, kept[8:])


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as the tables keep them: eight bytes each."""
    return array("q", numbers).tobytes()


def unpacked(numbers: bytes) -> tuple[int, ...]:
    """Return the numbers that `packed` put together."""
    return tuple(array("q", numbers))


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers as JSON, for `json_each`."""
    return msgspec.json.encode(list(numbers)).decode()
