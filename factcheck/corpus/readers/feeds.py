"""RSS and Atom files: one document an entry. Source: RSS 2.0, RSS 1.0 (RDF) and RFC 4287 (Atom)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.corpus.readers import html
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.mail import day_of
from factcheck.corpus.readers.opening import too_deep, whole
from factcheck.corpus.readers.trees import read_tree
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
    root, fault = read_tree(whole(stream, part.path), part.path)
    if fault:
        yield fault
    if root is None:
        raise InputError("is no feed that can be read", hint="get it again from its source")
    publisher = next((_text(one) for one in root.iter("{*}title")), "")
    language = next((_text(one) for one in root.iter("{*}language")), "")
    for number, entry in enumerate(root.iter("{*}item", "{*}entry")):
        path, said = f"{part.path}#{number}", _said(entry)
        if deep := too_deep(_first(said, _TEXTS), path):
            yield deep
        fields = {**_fields(said), "publisher": publisher}
        fields["language"] = language or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        yield Record(fields=fields, path=path)


def _said(entry: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    """Return the text of each element of an entry, by its name; of several of one name, the first."""
    found: dict[str, str] = {}
    link = ""
    for child in entry.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        if name == "link" and child.get("rel", "alternate") == "alternate":
            link = link or child.get("href") or _text(child)
        found.setdefault(name, _text(child))
    return found | {"link": link}


def _fields(said: dict[str, str]) -> dict[str, str]:
    published = _first(said, _DAYS)
    return {
        "text": html.words_of(_first(said, _TEXTS)),
        "title": html.words_of(said.get("title", "")),
        "author": _first(said, _AUTHORS),
        "published": day_of(published) or published,
        "url": said["link"],
    }


def _first(found: dict[str, str], names: tuple[str, ...]) -> str:
    return next((found[name] for name in names if found.get(name)), "")


def _text(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return " ".join(piece for piece in element.itertext("*") if piece.strip()).strip()
