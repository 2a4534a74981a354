"""The origins of documents as they are added: which of those that are there carries the same text.

A table holds, for the keys of each sketch, the documents that have them. A whole batch is looked up at once, since one
look-up for each gram is what costs the time.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.corpus.origins import keys, same_origin

COMMON_GRAM = 20
"""Documents noted for one gram; one that more share is a set phrase, or of a text whose origin these tell already."""
CLOSEST = 5
"""Documents compared by their sketches."""


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


class Kin:
    """The documents by the grams of their sketches, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, newcomers: Sequence[Newcomer]) -> list[str]:
        """Note documents and return their origins, as if each had been added after the one before."""
        holders = self._holders({key for one in newcomers for key in keys(one.sketch)})
        closest = []
        for one in newcomers:
            closest.append(_closest(one.sketch, holders))
            for key in keys(one.sketch):
                holders[key].append(one.number)
        known = self._known({number for numbers in closest for number in numbers})
        origins = []
        for one, numbers in zip(newcomers, closest, strict=True):
            origin = _origin(one.sketch, (known[n] for n in numbers if n in known)) or one.origin
            known[one.number] = _Known(origin, frozenset(one.sketch))
            origins.append(origin)
        self._note(newcomers, holders)
        return origins

    def origin_of(self, sketch: tuple[int, ...]) -> str:
        """Return the origin of the documents that carry the text with this sketch, or ""."""
        numbers = _closest(sketch, self._holders(set(keys(sketch))))
        known = self._known(set(numbers))
        return _origin(sketch, (known[number] for number in numbers))

    def remove(self, number: int) -> None:
        """Forget a document."""
        row = self._db.execute("SELECT grams FROM sketch WHERE document = ?", (number,)).fetchone()
        rows = [(key, number) for key in keys(_unpacked(row[0]))] if row else []
        self._db.executemany("DELETE FROM gram WHERE hash = ? AND document = ?", rows)
        self._db.execute("DELETE FROM sketch WHERE document = ?", (number,))

    def _holders(self, wanted: set[int]) -> defaultdict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        sql = "SELECT hash, document FROM gram WHERE hash IN (SELECT value FROM json_each(?)) ORDER BY hash, document"
        for key, number in self._db.execute(sql, (_listed(wanted),)):
            found[key].append(number)
        return found

    def _known(self, numbers: set[int]) -> dict[int, _Known]:
        sql = (
            "SELECT document, origin, grams FROM sketch JOIN document ON number = document"
            " WHERE document IN (SELECT value FROM json_each(?))"
        )
        rows = self._db.execute(sql, (_listed(numbers),))
        return {number: _Known(origin, frozenset(_unpacked(grams))) for number, origin, grams in rows}

    def _note(self, newcomers: Iterable[Newcomer], holders: Mapping[int, Sequence[int]]) -> None:
        new = {one.number for one in newcomers}
        first = ((key, number) for key, numbers in holders.items() for number in numbers[:COMMON_GRAM])
        # In the order of the table, so that each of its pages is touched once.
        self._db.executemany("INSERT INTO gram VALUES (?, ?)", sorted(row for row in first if row[1] in new))
        sketches = ((one.number, array("q", one.sketch).tobytes()) for one in newcomers)
        self._db.executemany("INSERT INTO sketch VALUES (?, ?)", sketches)


def _closest(sketch: tuple[int, ...], holders: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the documents that share the most keys, the most first; of those that share as many, the older."""
    shared = Counter(number for key in keys(sketch) for number in holders.get(key, ())[:COMMON_GRAM])
    return [number for number, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:CLOSEST]]


def _origin(sketch: tuple[int, ...], closest: Iterable[_Known]) -> str:
    compared: Iterator[tuple[int, _Known]] = ((len(one.sketch.intersection(sketch)), one) for one in closest)
    for shared, one in sorted(compared, key=lambda pair: -pair[0]):
        if same_origin(shared, len(sketch), len(one.sketch)):
            return one.origin
    return ""


def _unpacked(grams: bytes) -> tuple[int, ...]:
    return tuple(array("q", grams))


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers as JSON, in order, for `json_each`."""
    return f"[{','.join(map(str, sorted(numbers)))}]"
