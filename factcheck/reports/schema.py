"""The published JSON Schemas: made from the domain and from what reports say of themselves."""

from __future__ import annotations

from importlib.resources import files

EXTRACTION, CLAIM_LIST, CLAIM_LINE = "extraction", "claim-list", "claim-list-line"
"""What there is a schema of: an extraction, the claim list as JSON, a line of it as JSON Lines."""

VERSION = 1
"""Changes when a field goes or changes its meaning; new fields do not change it."""


def file_of(name: str) -> str:
    """Return the file of a schema, in this package."""
    return f"{name}.schema.json"


def identifier_of(name: str) -> str:
    """Return the `$id` of a schema."""
    return f"urn:factcheck:{name}:{VERSION}"


def schema_of(name: str) -> str:
    """Return a schema (draft 2020-12)."""
    return files("factcheck.reports").joinpath(file_of(name)).read_text(encoding="utf-8")
