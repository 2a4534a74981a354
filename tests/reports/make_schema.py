"""Write the published JSON Schemas from the domain: `python -m tests.reports.make_schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, get_type_hints

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from factcheck.domain import ClaimSummary, Extraction
from factcheck.reports import schema
from factcheck.reports.about import Stamp
from factcheck.reports.aside import Aside
from factcheck.reports.claim_counts import Counts
from factcheck.reports.looked_up import LookedUp
from factcheck.reports.schema import CLAIM_LINE, CLAIM_LIST, EXTRACTION

ROW = get_type_hints(ClaimSummary)
HEAD = {"identity": str, "counts": Counts, "aside": Aside, "state": Stamp}
LOOKED_UP = {name: one | None for name, one in get_type_hints(LookedUp).items()}
Claim = TypedDict("Claim", {**ROW, **LOOKED_UP})  # type: ignore[misc] # a row, as JSON has it
ClaimList = TypedDict("ClaimList", {**HEAD, "claims": list[Claim]})  # type: ignore[misc]
ListLine = TypedDict("ListLine", {"record": Literal["list"], **HEAD})  # type: ignore[misc]
ClaimLine = TypedDict("ClaimLine", {"record": Literal["claim"], **ROW, **LOOKED_UP})  # type: ignore[misc]

MADE: dict[str, tuple[Any, str]] = {
    EXTRACTION: (Extraction, "What `factcheck extract --json` prints"),
    CLAIM_LIST: (ClaimList, "What `factcheck claim-list --format json` prints"),
    CLAIM_LINE: (ListLine | ClaimLine, "A line of what `factcheck claim-list --format jsonl` prints"),
}


def shipped(name: str) -> Path:
    """The file of a schema."""
    return Path(schema.__file__).with_name(schema.file_of(name))


def made(name: str) -> dict[str, Any]:
    """The schema of what `to_json` writes: every field is there, decimals are strings, dates are ISO."""
    kind, title = MADE[name]
    found = TypeAdapter(kind).json_schema(mode="serialization")
    for part in [found, *found.get("$defs", {}).values()]:
        if part.get("type") == "object":
            part["required"] = list(part["properties"])
        for value in [part, *part.get("properties", {}).values()]:
            value.pop("default", None)
            if "title" in value and value is not part:
                del value["title"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": schema.identifier_of(name)}
    return {**head, **found, "title": title}


def text(name: str) -> str:
    return json.dumps(made(name), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in MADE:
        shipped(name).write_text(text(name), encoding="utf-8")
        print(f"written: {shipped(name)}")
