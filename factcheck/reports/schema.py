"""The published JSON Schema of an extraction. It is made from `domain/`; a test holds the two together."""

from __future__ import annotations

from importlib.resources import files

FILE = "extraction.schema.json"
IDENTIFIER = "urn:factcheck:extraction:1"
"""Changes its number when a field goes or changes its meaning; new fields do not change it."""


def extraction_schema() -> str:
    """Return the schema (draft 2020-12) of what `factcheck extract --json` prints."""
    return files("factcheck.reports").joinpath(FILE).read_text(encoding="utf-8")
