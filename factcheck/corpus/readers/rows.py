"""Rows: CSV and TSV with a header, JSON Lines, JSON arrays. One record a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

BadRow = str
"""What is wrong with a row, in words."""

LARGEST_FIELD = 64 * 1024 * 1024


def read_csv(text: str) -> Iterator[dict[str, str] | BadRow]:
    """Yield the rows of a CSV or TSV with a header line."""
    csv.field_size_limit(LARGEST_FIELD)
    first_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"is not CSV: {error}"
            return
        yield {name: value for name, value in row.items() if isinstance(name, str) and isinstance(value, str)}


def read_json_lines(text: str) -> Iterator[Mapping[str, object] | BadRow]:
    """Yield the objects of a JSON Lines file; a line that is none is told and passed over."""
    for line in text.split("\n"):
        if line.strip():
            yield _object(line)


def read_json(text: str) -> Iterator[Mapping[str, object] | BadRow]:
    """Yield the objects of a JSON array, or the one object of a file."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield f"is not JSON: {error}"
        return
    for item in value if isinstance(value, list) else [value]:
        yield item if isinstance(item, dict) else "is no JSON object"


def _object(line: str) -> Mapping[str, object] | BadRow:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    return value if isinstance(value, dict) else "is no JSON object"
