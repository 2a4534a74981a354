"""Linked data that a report prints: one JSON-LD document around nodes that are made one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from factcheck.domain import Revision
from factcheck.reports.as_json import array, to_json
from factcheck.web.secrets import without_secrets

Node = dict[str, Any]
_WEB = frozenset({"http", "https"})
_ADDRESSES = 1024
"""Addresses that are remembered: a source stands at many claims, and looking for keys costs 20 microseconds."""


def graph(context: str, nodes: Iterable[Node], head: Mapping[str, Any], key: str) -> Iterator[str]:
    """Yield a document: its context, what it says of itself, and the nodes under `key`, one a line.

    It may be pasted into a page: no text in it can end the script that it stands in.
    """
    told = "".join(f", {to_json(name)}: {to_json(value)}" for name, value in head.items())
    yield f'{{"@context": {to_json(context)}{told}, {to_json(key)}: '
    yield from (chunk.replace("<", "\\u003c") for chunk in array(nodes))
    yield "}\n"


def filled(**parts: Any) -> Node:  # noqa: ANN401 - any JSON value
    """Return a node with what it has: empty parts are left out. `type` and `id` get the @ of JSON-LD."""
    named = {"type": "@type", "id": "@id"}
    return {named.get(name, name): part for name, part in parts.items() if part not in (None, "", [], {})}


@lru_cache(_ADDRESSES)
def web_address(path: str) -> str:
    """Return an address on the web without passwords and keys.

    "" for a path of this machine, which stays here, and for what no browser could follow as it is shown.
    """
    try:
        parts = urlsplit(path)
    except ValueError:
        return ""
    followed = parts.scheme in _WEB and parts.hostname and path.isprintable()
    return without_secrets(path) if followed else ""


def urn(kind: str, identifier: str) -> str:
    """Return a name for what has no address."""
    return f"urn:factcheck:{kind}:{identifier}"


def article_id(revision: Revision) -> str:
    """Return what names an article for others: its address, else a name of ours."""
    return web_address(revision.path) or urn("article", revision.article)
