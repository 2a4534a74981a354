"""What news agencies and newsrooms exchange: NITF, and NewsML-G2 with NITF, HTML or plain text in it. Both are XML.

Source: IPTC, "News Industry Text Format" 3.6 and "NewsML-G2" 2.x. Of a package of links alone nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.corpus.readers import html
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.opening import whole
from factcheck.corpus.readers.trees import read_tree
from factcheck.domain import Problem
from factcheck.errors import InputError

_BEFORE = (
    rb"\A\s*(?:<\?(?:(?!\?>).){0,500}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,9}"
    rb"(?:<!DOCTYPE[^\[>]{0,500}(?:\[.{0,2000}?\]\s*)?>\s*)?<(?:[\w.-]{1,40}:)?"
)
_NITF = re.compile(_BEFORE + rb"nitf[\s>]", re.DOTALL)
_NEWSML = re.compile(_BEFORE + rb"(?:newsMessage|newsItem)[\s>]", re.DOTALL)
_HEAD = 8_000
_BLOCKS = frozenset(
    ["block", "p", "hl2", "ol", "ul", "li", "dl", "dt", "dd", "tr", "td", "th", "pre", "bq", "credit", "media-caption"]
)
"""Elements of NITF that are paragraphs of their own."""
_STAMP = re.compile(r"\s*(\d{8})T")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def is_nitf(head: bytes, _: str) -> bool:
    """Tell NITF by its first element."""
    return _NITF.match(_start(head)) is not None


def is_newsml(head: bytes, _: str) -> bool:
    """Tell an item of NewsML-G2, or a message of several, by its first element."""
    return _NEWSML.match(_start(head)) is not None


def _start(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf")[:_HEAD]


def read_nitf(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one story of a file."""
    root, fault = _root(stream, part)
    if fault:
        yield fault
    yield _told(_of_nitf(root), part.path)


def read_newsml(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the items of a file, each with the text that it holds."""
    root, fault = _root(stream, part)
    if fault:
        yield fault
    items = [root] if _name(root) == "newsItem" else list(root.iter("{*}newsItem"))
    for number, item in enumerate(items, start=1):
        yield _told(_of_newsml(item), part.path if item is root else f"{part.path}#record-{number}")


def _root(stream: BinaryIO, part: Part) -> tuple[Any, Problem | None]:
    root, fault = read_tree(whole(stream, part.path), part.path)
    if root is None:
        raise InputError("is no XML that can be read", hint="get it again from its source")
    return root, fault


def _told(fields: dict[str, str], path: str) -> Found:
    if fields["text"].strip():
        return Record(fields=fields, path=path)
    reason = "holds no text of its own: a picture, or links to other items"
    return Problem(path=path, reason=reason, remedy="add the items with the texts")


def _of_nitf(root: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    body = _first(root, "body.content")
    return {
        "text": "\n\n".join(_paragraphs(body)) if body is not None else "",
        "title": _words(_first(root, "hl1")) or _words(_first(root, "hedline")) or _words(_first(root, "title")),
        "author": _byline(_words(_first(root, "byline"))),
        "publisher": _words(_first(root, "distributor"))
        or _value(root, "pubdata", "name")
        or _value(root, "doc.copyright", "holder"),
        "published": _day(
            _value(root, "date.release", "norm")
            or _value(root, "date.issue", "norm")
            or _value(root, "story.date", "norm")
            or _value(root, "pubdata", "date.publication")
        ),
        "url": _value(root, "pubdata", "ex-ref"),
        "language": root.get(_LANGUAGE) or "",
    }


def _paragraphs(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Yield the paragraphs, each word once: a paragraph may hold others, as in a list."""
    for element in body.iter("{*}*"):
        if _name(element) in _BLOCKS:
            element.text, element.tail = f"\n\n{element.text or ''}", f"\n\n{element.tail or ''}"
    blocks = (" ".join(block.split()) for block in "".join(body.itertext("*")).split("\n\n"))
    yield from filter(None, blocks)


def _of_newsml(item: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    about, content = _first(item, "contentMeta"), _first(item, "contentSet")
    told = about if about is not None else item
    inside = _first(content, "nitf") if content is not None else None
    fields = _of_nitf(inside) if inside is not None else {"text": _inline(content)}
    said = {
        "title": _words(_first(told, "headline")) or _words(_first(item, "title")),
        "author": _byline(_words(_first(told, "by"))) or _named(told, "creator"),
        "publisher": _named(item, "provider"),
        "published": _words(_first(told, "contentCreated")) or _words(_first(item, "firstCreated")),
        "language": _value(told, "language", "tag") or item.get(_LANGUAGE) or "",
    }
    found = {name: value or fields.get(name, "") for name, value in said.items()}
    return {**fields, **found, "published": _day(found["published"] or _words(_first(item, "versionCreated")))}


def _inline(content: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the text of an item: plain, or the words of its page."""
    if content is None:
        return ""
    plain = _first(content, "inlineData")
    if plain is not None:
        return html.words_of("".join(plain.itertext()))
    from lxml import etree

    pages = content.iter("{*}inlineXML")
    bodies = (_first(page, "body") for page in pages)
    return "\n\n".join(html.words_of(etree.tostring(one, encoding="unicode")) for one in bodies if one is not None)


def _named(within: Any, name: str) -> str:  # noqa: ANN401 - an lxml element
    """Return who is meant by an element: the name in it, else how it is coded."""
    element = _first(within, name)
    if element is None:
        return ""
    return _words(_first(element, "name")) or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]


def _first(within: Any, name: str) -> Any:  # noqa: ANN401 - an lxml element
    return next(within.iter(f"{{*}}{name}"), None)


def _value(within: Any, name: str, attribute: str) -> str:  # noqa: ANN401 - an lxml element
    return next((value for one in within.iter(f"{{*}}{name}") if (value := one.get(attribute))), "")


def _words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return "" if element is None else " ".join("".join(element.itertext("*")).split())


def _byline(words: str) -> str:
    return re.sub(r"\A(?:by|von)\s+", "", words, flags=re.IGNORECASE)


def _day(value: str) -> str:
    """Return a day as the standards write it, 20240305T120000+0100, in a form that is read."""
    found = _STAMP.match(value)
    return found[1] if found else value


def _name(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
