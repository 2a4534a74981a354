"""What a person says of how the files at and below a place are read. It holds for every later run, until said anew.

Of several places above a file the nearest counts, in each thing that is said: so it does not matter in which order a
folder and a file in it were named, nor how often.
"""

from __future__ import annotations

import os
import shlex
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from factcheck.corpus.places import key_of
from factcheck.corpus.records import encodable


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The columns (our field, theirs), the language, and which comes first in a date. None says nothing of it.

    Empty values take back what was said before.
    """

    columns: tuple[tuple[str, str], ...] | None = None
    language: str | None = None
    dates: str | None = None

    def over(self, former: Said) -> Said:
        """Return what holds once this is said after `former`; what is taken back is not said any more."""
        return Said(
            columns=(former.columns if self.columns is None else self.columns) or None,
            language=(former.language if self.language is None else self.language) or None,
            dates=(former.dates if self.dates is None else self.dates) or None,
        )

    @property
    def options(self) -> str:
        """The options of `corpus add` that say it."""
        columns = ",".join(f"{ours}={theirs}" for ours, theirs in self.columns or ())
        said = {"columns": columns, "language": self.language, "dates": self.dates}
        return " ".join(f"--{name} {shlex.quote(encodable(value))}" for name, value in said.items() if value)


Places = Mapping[bytes, Said]
"""What was said of which place (its absolute path, as the system keeps it)."""

NOTHING_SAID: Places = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """That files at or below a path were read as was said of it before: by these options."""

    path: str
    options: str


def say(known: Places, paths: Iterable[Path], said: Said) -> dict[bytes, Said]:
    """Return what is said of these paths alone, once this is said after what is `known`."""
    return {key: said.over(known.get(key, Said())) for key in map(key_of, paths)} if said != Said() else {}


def nearest(known: Places, path: Path) -> Said:
    """Return what holds for a file."""
    found = Said()
    for place in above(key_of(path)):
        found = found.over(known[place]) if place in known else found
    return found


def above(place: bytes) -> Iterator[bytes]:
    """Yield a place, and each folder that it lies in, the nearest first."""
    yield place
    while (higher := os.path.dirname(place)) != place:  # noqa: PTH120 - bytes
        place = higher
        yield place


def beside(known: Places, paths: Iterable[Path]) -> dict[bytes, Said]:
    """Return what is said of some paths, of what is in them and of what they are in."""
    tops = [key_of(path) for path in paths]
    return {one: said for one, said in known.items() if any(one in above(top) or top in above(one) for top in tops)}


def read_said(db: sqlite3.Connection) -> dict[bytes, Said]:
    """Return what was said of places, from the table of that."""
    return {place: msgspec.json.decode(said, type=Said) for place, said in db.execute("SELECT place, said FROM said")}


def write_said(db: sqlite3.Connection, said: Places) -> None:
    """Keep what is said of places, in the transaction that is open."""
    db.executemany("DELETE FROM said WHERE place = ?", [(place,) for place in said])
    rows = [(place, msgspec.json.encode(one).decode()) for place, one in said.items() if one != Said()]
    db.executemany("INSERT INTO said VALUES (?, ?)", rows)


def shown(said: Places) -> tuple[SaidBefore, ...]:
    """Return what was said as people read it."""
    return tuple(
        SaidBefore(path=encodable(os.fsdecode(place)), options=one.options) for place, one in sorted(said.items())
    )
