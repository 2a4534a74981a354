"""Which column or key of a record is which of our fields: told by its name, or given by a person. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from factcheck.errors import InputError

ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "articlebody",
        "articletext",
        "bodytext",
        "fulltext",
        "volltext",
        *("artikeltext", "inhalt", "claim"),
    ),
    "title": ("title", "headline", "name", "heading", "titel", "überschrift", "schlagzeile"),
    "publisher": (
        "publisher",
        "outlet",
        "site",
        "sitename",
        "source",
        "sourcename",
        "agency",
        "newspaper",
        *("publication", "quelle", "medium", "zeitung", "herausgeber", "agentur"),
    ),
    "author": ("author", "authors", "byline", "creator", "writer", "autor", "autorin", "autoren", "verfasser"),
    "published": (
        "published",
        "date",
        "publishedat",
        "publisheddate",
        "publishdate",
        "publicationdate",
        "pubdate",
        *("datepublished", "created", "day", "datum", "erscheinungsdatum", "veröffentlicht", "erschienen"),
    ),
    "url": ("url", "link", "href", "canonical", "permalink", "weblink"),
    "language": ("language", "lang", "sprache"),
    "tier": ("tier",),
    "scope": ("scope",),
    "sensitivity": ("sensitivity",),
}
"""Field names that exports of archives use, by ours, as `_folded` writes them; the first that is filled
wins."""
Columns = Mapping[str, str]
"""Our field -> the column that holds it, where its name does not tell."""

SHAPES = 16
"""Sets of column names whose plans stay known; a file has one, or a few."""
FEWEST_NAMES, MOST_WORDS = 2, 3
"""Columns that a header of records has at least, and the words of the name of one at most; beyond, it is prose."""
MOST_NAMES = 200
"""Columns of a file that are told as not used; a file of more is no table that a person made."""
_NAMES = ("name", "title", "rendered", "value", "text", "url", "id")
"""What tells of a value that has parts what a person would call it, the best first."""
_SEP = re.compile(r"\A\ufeff?\"?sep=(?P<said>[^\w\s\"]|\t)\"?\s*\Z", re.IGNORECASE)
_PARTED = re.compile(r"[\W_]+")
_ANOTHER = re.compile(r",\s*(?P<field>\w+)\s*=")
_NEXT = re.compile(rf",(?=\s*(?:{'|'.join(ALIASES)})\s*=)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Which columns of a file became which of our fields (ours, theirs), and which were not used.

    `files`: how many have the same ones, of which `path` is the first.
    """

    path: str
    used: tuple[tuple[str, str], ...]
    unused: tuple[str, ...] = ()
    files: int = 1


class Tally:
    """The columns that the records of one file used, as they come."""

    def __init__(self, columns: Columns) -> None:
        self._columns = tuple(columns.items())
        self._used: dict[str, dict[str, None]] = {ours: {} for ours in ALIASES}
        self._names: dict[str, None] = {}

    def fields(self, record: Mapping[str, object]) -> dict[str, str]:
        """Return what a record says of our fields, and note the columns that said it."""
        found = {}
        for ours, value, theirs in _choose(record, self._columns):
            found[ours] = value
            if value:
                self._used[ours][theirs] = None
        if len(self._names) < MOST_NAMES:
            self._names.update(dict.fromkeys(record))
        return found

    def mapped(self, path: str) -> Mapped:
        """Tell what was noted."""
        used = tuple((ours, name) for ours, names in self._used.items() for name in names)
        taken = {name for _, name in used}
        unused = tuple(name for name in self._names if name.strip() and name not in taken)
        return Mapped(path=path, used=used, unused=unused[:MOST_NAMES])


def join_alike(files: Iterable[Mapped]) -> tuple[Mapped, ...]:
    """Put files with the same columns together, in the order of the first ones."""
    alike: dict[tuple[object, object], Mapped] = {}
    for one in files:
        known = alike.get((one.used, one.unused))
        alike[one.used, one.unused] = replace(known, files=known.files + one.files) if known else one
    return tuple(alike.values())


def missing_columns(columns: Columns, files: Iterable[Mapped]) -> tuple[tuple[str, str], ...]:
    """Return those of the columns that a person named (ours, theirs) that no file of rows has."""
    there = {_folded(name) for one in files for name in (*(theirs for _, theirs in one.used), *one.unused)}
    return tuple((ours, theirs) for ours, theirs in columns.items() if _folded(theirs) not in there)


def fields_of(record: Mapping[str, object]) -> dict[str, str]:
    """Map a record's own field names to ours; unknown ones are left out, values become text."""
    return {ours: value for ours, value, _ in _choose(record, ())}


def parse_columns(given: Iterable[str]) -> dict[str, str]:
    """Read `text=Body,published=Day`: our field, and the column that holds it. A name may have a comma in it.

    Raises:
        InputError: it is not written so, or names no field of ours.
    """
    found: dict[str, str] = {}
    for pair in (pair for one in given for pair in _NEXT.split(one)):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs or ours not in ALIASES:
            fields = ", ".join(ALIASES)
            raise InputError("is no FIELD=COLUMN", hint=f"FIELD is one of {fields}", subject=pair.strip())
        if another := _ANOTHER.search(theirs):
            fields = ", ".join(ALIASES)
            raise InputError("is no field of ours", hint=f"FIELD is one of {fields}", subject=another["field"])
        found[ours] = theirs
    return found


def says_delimiter(line: str) -> str:
    """Return the delimiter that a first line names, as Excel writes and hides it (`sep=;`); "" for any other line."""
    found = _SEP.match(line)
    return found["said"] if found else ""


def names_column(columns: Columns, header: Iterable[str]) -> bool:
    """Whether a header has the column of the text: one that was named so, else one whose name tells."""
    wanted = [columns["text"]] if "text" in columns else ALIASES["text"]
    return not {_folded(name) for name in header}.isdisjoint(map(_folded, wanted))


def names_records(line: str) -> bool:
    """Whether a line is the header of records: all short names, one of them that of a text, and another of ours."""
    names = [name.strip(' "') for name in line.split(max(",;\t|", key=line.count))]
    if len(names) < FEWEST_NAMES or any(not name or len(name.split()) > MOST_WORDS for name in names):
        return False
    folded = {_folded(name) for name in names}
    ours = sum(not folded.isdisjoint(map(_folded, aliases)) for aliases in ALIASES.values())
    return names_column({}, names) and ours >= FEWEST_NAMES


def _choose(record: Mapping[str, object], columns: tuple[tuple[str, str], ...]) -> Iterable[tuple[str, str, str]]:
    """Yield each of our fields with its value ("" for none) and the name of the column that it is from."""
    for ours, names in _plan(tuple(record), columns):
        read = _as_words if ours == "text" else _as_text
        values = ((read(record[name]), name) for name in names)
        value, theirs = next((found for found in values if found[0].strip()), ("", ""))
        yield ours, value, theirs


@lru_cache(SHAPES)
def _plan(names: tuple[str, ...], columns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return for each of our fields the columns that may hold it, the likeliest first."""
    given, known = dict(columns), {_folded(name): name for name in names if name}
    wanted = {ours: (given[ours],) if ours in given else aliases for ours, aliases in ALIASES.items()}
    return tuple(
        (ours, tuple(known[folded] for folded in map(_folded, theirs) if folded in known))
        for ours, theirs in wanted.items()
    )


def _folded(name: object) -> str:
    """Write a name without what tells only how it is written: `Pub Date`, `pub_date` and `pubDate` are one."""
    return _PARTED.sub("", unicodedata.normalize("NFC", str(name)).casefold())


def _as_words(value: object) -> str:
    """Return a value that can be the text of a document: a number is none."""
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_as_words, value)))
    return _as_text(value) if isinstance(value, (str, Mapping)) else ""


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, Mapping):  # {"name": …}, as schema.org and interfaces of news write people and papers
        named = {_folded(name): one for name, one in value.items()}
        return next((_as_text(named[name]) for name in _NAMES if isinstance(named.get(name), str)), "")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
