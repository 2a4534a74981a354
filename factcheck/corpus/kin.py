"""The origins of documents as they are added: which of those that are there carries the same text.

A table holds, for the keys of each sketch, the documents that have them. A whole batch is looked up at once, since one
look-up for each gram is what costs the time.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from factcheck.corpus.origins import KEYED, LARGEST_SKETCH, keys, same_origin

COMMON_GRAM = 10
"""Documents noted for one gram; one that more share is a set phrase, or of a text whose origin these tell already."""
CLOSEST = 5
"""Documents compared by their sketches."""
SPARED = 3
"""A document is compared if it may share so many times as much as its keys let expect. Source: recall of planted
dispatches in brief .932 with 2 and .948 with 3, as with every gram a key (tests/quality/origins.py, 2026-11)."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document to be added: its number, its sketch, and the origin that it has if it is of no other's."""

    number: int
    sketch: tuple[int, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class _Known:
    origin: str
    sketch: frozenset[int]


_SIZES = 2 * LARGEST_SKETCH
_FULL = COMMON_GRAM * 8
"""Bytes of the holders of a key that takes no more."""
_Holders = dict[int, bytes]
"""For a key, the holders that have it, in order, as the table keeps them: one row a key, since texts that share one key
mostly share many, and a row for each holder costs ten times the time to look up."""


class Kin:
    """The documents by the grams of their sketches, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, newcomers: Sequence[Newcomer]) -> list[str]:
        """Note documents and return their origins, as if each had been added after the one before."""
        keyed = [(one, keys(one.sketch)) for one in newcomers]
        wanted = sorted({key for _, found in keyed for key in found})
        holders = self._holders(wanted)
        full = {key for key, held in holders.items() if len(held) >= _FULL}
        closest = []
        for one, found in keyed:
            closest.append(_closest(len(one.sketch), found, holders))
            holder = packed([holder_of(one.number, len(one.sketch))])
            for key in found:
                held = holders.get(key, b"")
                if len(held) < _FULL:
                    holders[key] = held + holder
        origins = self._origins(newcomers, closest)
        # In the order of the table, so that each of its pages is touched once.
        rows = ((key, holders[key]) for key in wanted if key not in full)
        self._db.executemany("INSERT OR REPLACE INTO gram VALUES (?, ?)", rows)
        sketches = ((one.number, packed(one.sketch)) for one in newcomers)
        self._db.executemany("INSERT INTO sketch VALUES (?, ?)", sketches)
        return origins

    def _origins(self, newcomers: Sequence[Newcomer], closest: Sequence[Sequence[int]]) -> list[str]:
        wanted = {number for numbers in closest for number in numbers}
        known = self._known(wanted)
        origins = []
        for one, numbers in zip(newcomers, closest, strict=True):
            origin = _origin(one.sketch, (known[number] for number in numbers)) or one.origin
            origins.append(origin)
            if one.number in wanted:
                known[one.number] = _Known(origin, frozenset(one.sketch))
        return origins

    def origin_of(self, sketch: tuple[int, ...]) -> str:
        """Return the origin of the documents that carry the text with this sketch, or ""."""
        found = keys(sketch)
        numbers = _closest(len(sketch), found, self._holders(sorted(found)))
        known = self._known(set(numbers))
        return _origin(sketch, (known[number] for number in numbers))

    def remove(self, number: int) -> None:
        """Forget a document."""
        row = self._db.execute("SELECT grams FROM sketch WHERE document = ?", (number,)).fetchone()
        grams = unpacked(row[0]) if row else ()
        holder = holder_of(number, len(grams))
        for key, held in self._holders(keys(grams)).items():
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
        return {number: _Known(origin, frozenset(unpacked(grams))) for number, origin, grams in rows}


def _closest(size: int, found: Sequence[int], holders: _Holders) -> list[int]:
    """Return the documents that share the most of these keys, the most first; of those that share as many, the older.

    `size`: of the sketch whose keys they are.
    """
    held = b"".join([holders[key] for key in found if key in holders])
    if not held:
        return []
    shared = Counter(unpacked(held))
    near = [
        (-number, holder // _SIZES)
        for holder, number in shared.items()
        if same_origin(SPARED * KEYED * number, size, holder % _SIZES)
    ]
    return [number for _, number in sorted(near)[:CLOSEST]]


def _origin(sketch: tuple[int, ...], closest: Iterable[_Known]) -> str:
    compared: Iterator[tuple[int, _Known]] = ((len(one.sketch.intersection(sketch)), one) for one in closest)
    for shared, one in sorted(compared, key=lambda pair: -pair[0]):
        if same_origin(shared, len(sketch), len(one.sketch)):
            return one.origin
    return ""


def holder_of(number: int, size: int) -> int:
    """Return what is noted under the keys of a document: its number, and the size of its sketch."""
    return number * _SIZES + size


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as the tables keep them: eight bytes each."""
    return array("q", numbers).tobytes()


def unpacked(numbers: bytes) -> tuple[int, ...]:
    """Return the numbers that `packed` put together."""
    return tuple(array("q", numbers))


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers as JSON, for `json_each`."""
    return msgspec.json.encode(list(numbers)).decode()
