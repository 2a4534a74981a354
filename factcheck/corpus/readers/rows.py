"""Rows: CSV and TSV with a header, JSON Lines, JSON arrays. One record a row.

CSV and JSON Lines are read row by row, so that an archive may be larger than memory.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from factcheck.corpus.columns import Columns, fields_of, flattened, names_column, says_delimiter
from factcheck.corpus.readers.decoding import WESTERN

BadRow = str
"""What is wrong with a row, in words."""
Row = Mapping[str, object] | BadRow
Placed = tuple[str, Row]
"""A row, and where it stands in its file, from 1 as people count: "line-7", or "record-3" of what has no lines."""

LONGEST_ROW = 16 * 1024 * 1024
"""Bytes of a row: four times the largest article. A longer one is passed over, and told."""
_DEEPEST = 3
"""Envelopes inside one another that an array of records is looked for in."""
_TOO_LONG = f"is longer than {LONGEST_ROW // 2**20} MB"


class Lines:
    """The lines of a stream, each with its end; one that makes a row too long raises `ValueError`, once.

    `taken`: bytes since the row began; `number`: lines so far; `guessed`: those that were not UTF-8 and were read as
    Western.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._first = True
        self.taken = self.number = self.guessed = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.taken += len(line)
        if self.taken > LONGEST_ROW:
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(LONGEST_ROW)
            raise ValueError(_TOO_LONG)
        encoding, self._first = ("utf-8-sig" if self._first else "utf-8"), False
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            self.guessed += 1
            return line.decode(WESTERN, errors="replace")

    def next(self) -> str:
        """Return where the next line stands."""
        return f"line-{self.number + 1}"

    def notice(self) -> Iterator[Placed]:
        """Tell what was guessed, if anything was."""
        if self.guessed:
            yield (
                f"line-{self.number}",
                f"has {self.guessed} lines that are not UTF-8; read as {WESTERN}, which was guessed",
            )


def read_csv(stream: BinaryIO) -> Iterator[Placed]:
    """Yield the rows of a CSV or TSV in UTF-8 with a header line; what is wrong with a row stops no other."""
    csv.field_size_limit(LONGEST_ROW)
    lines = Lines(stream)
    try:
        first = next(lines)
    except StopIteration:
        return
    except ValueError as error:
        yield "line-1", f"has a header that {error}"
        return
    delimiter = max(",;\t|", key=first.count)
    if said := says_delimiter(first):
        delimiter, first = said, next(lines, "")
    header = _header(first, lines, delimiter)
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.taken, place = 0, lines.next()
        try:
            row = next(rows)
        except StopIteration:
            break
        except ValueError as error:
            yield place, str(error)
        except csv.Error as error:
            yield place, f"is not CSV: {error}"
        else:
            if row:
                yield place, dict(zip(header, row, strict=False))
    yield from lines.notice()


def _header(first: str, lines: Lines, delimiter: str) -> list[str]:
    """Read the header, which may have line ends in quotation marks."""

    def joined() -> Iterator[str]:
        yield first
        yield from lines

    try:
        return next(csv.reader(joined(), delimiter=delimiter), [])
    except (ValueError, csv.Error):
        plain = first.rstrip("\r\n").replace("\r", " ")  # a carriage return within a line is no CSV
        return next(csv.reader([plain], delimiter=delimiter), [])


def read_json_lines(stream: BinaryIO) -> Iterator[Placed]:
    """Yield the objects of a JSON Lines file in UTF-8; a line that is none is told and passed over."""
    lines = Lines(stream)
    while True:
        lines.taken, place = 0, lines.next()
        try:
            line = next(lines)
        except StopIteration:
            break
        except ValueError as error:
            yield place, str(error)
            continue
        if line.strip():
            yield place, _object(line)
    yield from lines.notice()


def read_json(text: str, columns: Columns | None = None) -> Iterator[Placed]:
    """Yield the objects of a JSON array, or the one object of a file."""
    try:
        value = _loaded(text)
    except (ValueError, RecursionError) as error:
        yield "record-1", _not_json(error)
        return
    for number, item in enumerate(_items(value, columns or {}), start=1):
        yield f"record-{number}", item if isinstance(item, dict) else "is no JSON object"


def _items(value: object, columns: Columns) -> list[object]:
    """Return the records: those of an array, or of the one array of texts in an envelope that is no document itself.

    Of the one array without texts the first, whose names tell what could be one.
    """
    if isinstance(value, dict) and not any(fields_of(value)[ours] for ours in ("text", "title", "author")):
        arrays = list(_arrays(value, _DEEPEST))
        with_texts = [one for one in arrays if names_column(columns, flattened(one[0], columns))]
        if len(with_texts) == 1:
            return with_texts[0]
        if len(arrays) == 1:
            return arrays[0][:1]
    return list(value) if isinstance(value, list) else [value]


def _arrays(envelope: dict[str, Any], deep: int) -> Iterator[list[Any]]:
    """Yield the arrays of objects in an envelope, and in what it wraps them in."""
    for value in envelope.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield value
        elif isinstance(value, dict) and deep:
            yield from _arrays(value, deep - 1)


def _object(line: str) -> Row:
    try:
        value = _loaded(line)
    except (ValueError, RecursionError) as error:
        return _not_json(error)
    return value if isinstance(value, dict) else "is no JSON object"


def _loaded(text: str) -> Any:  # noqa: ANN401 - any JSON
    """Return what a JSON text says; where a number of it has too many digits for Python, all as they are written.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(text, parse_int=str)


def _not_json(error: ValueError | RecursionError) -> str:
    deep = isinstance(error, RecursionError)
    return "is JSON nested too deeply to be read" if deep else f"is not JSON: {error}"
