"""RSS and Atom files: one document an entry. Source: RSS 2.0, RSS 1.0 (RDF) and RFC 4287 (Atom)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.corpus.readers import html
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.mail import day_of
from factcheck.corpus.readers.opening import whole
from factcheck.errors import InputError

_FEED = re.compile(
    rb"\A\s*(?:<\?xml.{0,200}?\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"(?:<!DOCTYPE[^\[>]{0,200}(?:\[.{0,2000}?\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
_AUTHORS = ("creator", "author")


def is_feed(head: bytes, _: str) -> bool:
    """Tell a feed by its first element."""
    return _FEED.match(head.removeprefix(b"\xef\xbb\xbf")[:4000]) is not None


def read_feed(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the entries of a feed. Entities of its own are not resolved."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(whole(stream, part.path), parser)
    if root is None:
        raise InputError("is no feed that can be read", hint="get it again from its source")
    publisher = next((_text(one) for one in root.iter("{*}title")), "")
    language = next((_text(one) for one in root.iter("{*}language")), "")
    for number, entry in enumerate(root.iter("{*}item", "{*}entry")):
        fields = {**_fields(entry), "publisher": publisher}
        fields["language"] = language or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        yield Record(fields=fields, path=f"{part.path}#{number}")


def _fields(entry: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    found: dict[str, str] = {}
    link = ""
    for child in entry.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        if name == "link" and child.get("rel", "alternate") == "alternate":
            link = link or child.get("href") or _text(child)
        found.setdefault(name, _text(child))
    published = _first(found, _DAYS)
    return {
        "text": html.words_of(_first(found, _TEXTS)),
        "title": html.words_of(found.get("title", "")),
        "author": _first(found, _AUTHORS),
        "published": day_of(published) or published,
        "url": link,
    }


def _first(found: dict[str, str], names: tuple[str, ...]) -> str:
    return next((found[name] for name in names if found.get(name)), "")


def _text(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return " ".join(piece for piece in element.itertext("*") if piece.strip()).strip()
