"""XML from strangers as a tree: no entities, no network, and what lies too deep is told."""

from __future__ import annotations

import codecs
import re
import sys
from html.entities import html5
from typing import Any

from factcheck.domain import Problem

_DEEP = "Excessive depth"
"""How the parser says that it goes no deeper, which is at 256 elements."""
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,8}));?")
_ODD = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no character for."""
_MOST_LOOKED_AT = 10_000_000
"""Characters that trafilatura may look through for the ends of tags and comments that have none: some 0.1 s."""
_LONGEST_CONTENT = 2_000
"""Characters of one `meta` of a page; what a search engine shows of a description has some 160."""

_MOST_ATTRIBUTES = 1_000
"""Of one tag; pages that are no attack have a few dozen. Of 1,000 libxml2 makes a tree in 0.03 s, of 8,000 in 0.4."""
_LONGEST_TAG = 5_000_000
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)[^<>]{2000,}>")
_VALUE = re.compile(r""" "[^"]*"|'[^']*' """, re.VERBOSE)

_NAMED = re.compile(r"&([A-Za-z][\w.-]{0,40});")
_OF_XML = frozenset(["amp", "lt", "gt", "quot", "apos"])


def without_odd_references(text: str) -> str:
    """Return markup with a blank for each reference to what XML has no character for (&#11;, &#xD800;).

    libxml2 hands on what stands there, and who reads it fails.
    """
    return _REFERENCE.sub(_plain, text)


def without_odd_characters(text: str) -> str:
    """Return markup without what XML has no character for: a reference is a blank, a character U+FFFD, a NUL nothing.

    lxml refuses to write such a character into a tree ("All strings must be XML compatible").
    """
    return _ODD.sub("\ufffd", without_odd_references(text).replace("\x00", ""))


def without_open_comments(page: str) -> str:
    """Return a page without the beginnings of comments behind the last end of one, where they are so many.

    htmldate takes comments out of the whole page by a pattern that looks for the end of each.
    """
    last = page.rfind("-->") + 1
    is_many = page.count("<!--", last) * (len(page) - last) > _MOST_LOOKED_AT
    return page[:last] + page[last:].replace("<!--", " ") if is_many else page


def without_crowded_tags(page: str) -> str:
    """Return a page whose tags of too many attributes, or too long ones, have none.

    libxml2 compares each attribute with all that came before, and ends the page at one of 10 MB.
    """
    return _LONG_TAG.sub(_uncrowded, page)


def _uncrowded(tag: re.Match[str]) -> str:
    names = _VALUE.sub(" ", tag.group()).split()
    return f"<{tag[1]}>" if len(names) > _MOST_ATTRIBUTES or len(tag[0]) > _LONGEST_TAG else tag[0]


def cut_open_tags(page: Any) -> None:  # noqa: ANN401 - an lxml element
    """Cut metadata that is no metadata, and the brackets of scripts in which so many tags begin and none ends.

    trafilatura takes tags and nicknames out of both by patterns that look for the end of each to the end of the text.
    """
    for meta in page.iter("meta"):
        if len(meta.get("content") or "") > _LONGEST_CONTENT:
            meta.set("content", meta.get("content")[:_LONGEST_CONTENT])
    for script in page.iter("script"):
        if script.text and _open_tags(script.text) * len(script.text) > _MOST_LOOKED_AT:
            script.text = script.text.replace("<", " ")


def _open_tags(text: str) -> int:
    return text.count("<!--") + text.count("<", text.rfind(">") + 1)


def read_tree(data: bytes, path: str) -> tuple[Any, Problem | None]:
    """Return the root of an XML document, None where there is none, and what of it was not read."""
    root, parser = _parsed(data)
    if any(_DEEP in entry.message for entry in parser.error_log):
        reason = "has elements nested too deep; what stands from there on was not read"
        return root, Problem(path=path, reason=reason, remedy="save it anew in the program that made it, or as text")
    return root, None


def root_of(data: bytes) -> Any:  # noqa: ANN401 - an lxml element
    """Return the root of an XML document, None where there is none."""
    return _parsed(data)[0]


def _parsed(data: bytes) -> tuple[Any, Any]:
    from lxml import etree

    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if is_wide:
        data = data.decode("utf-16", "replace").encode()
    # whatever its encoding: all is kept
    data = _with_known_references(without_odd_references(data.decode("latin-1"))).encode("latin-1")
    encoding = "utf-8" if is_wide else None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, encoding=encoding)
    return etree.fromstring(data, parser), parser


def _with_known_references(text: str) -> str:
    """Return XML with numbers in place of the names that HTML has for characters; an entity of its own is plain words.

    Feeds write `&nbsp;` and declare it nowhere; the parser drops such a name, and all that stands behind it.
    """
    return _NAMED.sub(_known, text)


def _known(found: re.Match[str]) -> str:
    if found[1] in _OF_XML:
        return found[0]
    characters = html5.get(f"{found[1]};")
    return "".join(f"&#{ord(one)};" for one in characters) if characters else f"&amp;{found[1]};"


def _plain(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    return " " if code > sys.maxunicode or _ODD.match(chr(code)) else found[0]
