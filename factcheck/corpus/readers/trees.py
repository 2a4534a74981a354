"""XML from strangers as a tree: no entities, no network, and what lies too deep is told."""

from __future__ import annotations

from typing import Any

from factcheck.domain import Problem

_DEEP = "Excessive depth"
"""How the parser says that it goes no deeper, which is at 256 elements."""


def read_tree(data: bytes, path: str) -> tuple[Any, Problem | None]:
    """Return the root of an XML document, None where there is none, and what of it was not read."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(data, parser)
    if any(_DEEP in entry.message for entry in parser.error_log):
        reason = "has elements nested too deep; what stands from there on was not read"
        return root, Problem(path=path, reason=reason, remedy="save it anew in the program that made it, or as text")
    return root, None
