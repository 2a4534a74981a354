"""Holds linked data against the vocabulary of schema.org, as the package msgspec-schemaorg has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec_schemaorg.models as models  # noqa: PLR0402 - the package breaks on the other form

KEYWORDS = {"@context", "@id", "@type", "@graph"}
LITERALS = {str: "str", int: "int", float: "float", bool: "bool"}


def faults(node: dict[str, Any]) -> list[str]:
    """What the vocabulary does not know of a node and of those in it."""
    return list(_faults(node))


def _faults(node: dict[str, Any]) -> Iterator[str]:
    name = node.get("@type")
    kind = getattr(models, name, None) if name else models.Thing
    if kind is None:
        yield f"no type {name}"
        return
    expected = {field: text for base in reversed(kind.__mro__) for field, text in _annotations(base).items()}
    for field, value in node.items():
        if field in KEYWORDS:
            continue
        if field not in expected:
            yield f"{name} has no {field}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from _faults(one)
                allowed = set(re.findall(r"\w+", expected[field]))
                inner = getattr(models, one.get("@type", ""), None)
                if inner and not allowed & {base.__name__ for base in inner.__mro__}:
                    yield f"{name}.{field} is no {one['@type']}"
            elif not re.search(rf"\b({_literal(one)})\b", expected[field]):
                yield f"{name}.{field} is no {type(one).__name__}"


def _annotations(base: type) -> dict[str, str]:
    return {name: str(text) for name, text in vars(base).get("__annotations__", {}).items()}


def _literal(value: object) -> str:
    known = LITERALS[type(value)]
    return f"{known}|date|datetime|URL|AnyUrl" if known == "str" else f"{known}|float"
