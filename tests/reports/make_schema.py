"""Write the JSON Schema of `factcheck extract --json` from the domain: `python -m tests.reports.make_schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from factcheck.domain import Extraction
from factcheck.reports import schema

SHIPPED = Path(schema.__file__).with_name(schema.FILE)


def made() -> dict[str, Any]:
    """The schema of what `to_json` writes: every field is there, decimals are strings, dates are ISO."""
    found = TypeAdapter(Extraction).json_schema(mode="serialization")
    for part in [found, *found.get("$defs", {}).values()]:
        if part.get("type") == "object":
            part["required"] = list(part["properties"])
        for value in [part, *part.get("properties", {}).values()]:
            value.pop("default", None)
            if "title" in value and value is not part:
                del value["title"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": schema.IDENTIFIER}
    return {**head, **found, "title": "What `factcheck extract --json` prints"}


def text() -> str:
    return json.dumps(made(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(text(), encoding="utf-8")
    print(f"written: {SHIPPED}")
