"""Feeds: one document an entry, or a problem that says why there is none.

A text that the feed itself calls a description or a summary is marked as one: it need not be all of its page.

Source: RSS 2.0, RSS 1.0 (RDF), RFC 4287 (Atom), JSON Feed 1.1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

from factcheck.corpus.readers import html
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.mail import day_of
from factcheck.corpus.readers.opening import too_deep, whole
from factcheck.corpus.readers.trees import read_tree
from factcheck.corpus.records import encodable
from factcheck.domain import FEED_SUMMARY, Marker, Problem
from factcheck.errors import InputError
from factcheck.text.commands import words_of_command

_FEED = re.compile(
    rb"\A\s*(?:<\?xml(?:(?!\?>).){0,500}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,9}"
    rb"(?:<!DOCTYPE[^\[>]{0,200}(?:\[.{0,2000}?\]\s*)?>\s*)?<(?:rss|(?:atom:)?feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_JSON_FEED = re.compile(
    rb"\A\s*\{(?=.{0,20000}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org\\?/version)", re.DOTALL
)
_WHOLE = ("encoded", "content")
"""What holds the whole text of an entry's page, as the formats say; the others sum it up."""
_TEXTS = (*_WHOLE, "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated")
_AUTHORS = ("creator", "author")
_ENTRIES = frozenset(["item", "entry"])
_IDS = ("{*}guid", "{*}id", "{*}origLink")
_PAGES = frozenset(["text/html", "application/xhtml+xml"])


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
    publisher = next((_text(one) for one in root.iter("{*}title") if not _in_entry(one)), "")
    language = next((_text(one) for one in root.iter("{*}language")), "")
    for number, entry in enumerate(root.iter("{*}item", "{*}entry"), start=1):
        path, said = f"{part.path}#record-{number}", _said(entry)
        if deep := too_deep(_first(said, _TEXTS), path):
            yield deep
        fields = {**_fields(said), "publisher": publisher}
        fields["language"] = language or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        yield _found(fields, path, whole_text=bool(html.words_of(_first(said, _WHOLE))))


def pages_listed(data: bytes, base: str = "") -> list[str]:
    """Return the addresses of the pages that a feed of any kind lists, each once; `base`: the feed's own address."""
    if is_json_feed(data, ""):
        try:
            feed = json.loads(data)
        except (ValueError, RecursionError):
            return []
        items = feed.get("items")
        entries = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
        links = [_of_json(_words_in(one) | {"publisher": ""}, one)["url"] for one in entries]
    else:
        root = read_tree(data, "")[0]
        links = [] if root is None else [_link(one) for one in root.iter("{*}item", "{*}entry")]
    return list(dict.fromkeys(filter(None, (_web(_joined(base, link.strip())) for link in links))))


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def is_json_feed(head: bytes, _: str) -> bool:
    """Tell a JSON Feed by the version that it has to name."""
    return _JSON_FEED.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_json_feed(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the entries of a JSON Feed."""
    try:
        feed = json.loads(whole(stream, part.path), strict=False)
        items = feed["items"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise InputError("is no feed that can be read", hint="get it again from its source") from error
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        said = _words_in(item) | {"publisher": _words_in(feed).get("title", "")}
        whole_text = bool(_first(said, ("content_html", "content_text")))
        yield _found(_of_json(said, item), f"{part.path}#record-{number}", whole_text=whole_text)


def _of_json(said: dict[str, str], item: object) -> dict[str, str]:
    """Return our fields of an entry. Version 1 names one author, version 1.1 several."""
    named: dict[str, Any] = item if isinstance(item, dict) else {}
    several = named.get("authors")
    authors = several if isinstance(several, list) else [named.get("author")]
    html_text = html.words_of(_first(said, ("content_html",)))
    return {
        "text": html_text or _first(said, ("content_text", "summary")),
        "title": said.get("title", ""),
        "author": ", ".join(filter(None, (_words_in(one).get("name", "") for one in authors[:20]))),
        "published": _first(said, ("date_published", "date_modified")),
        "url": _first(said, ("url", "external_url")) or _web(said.get("id", "")),
        "publisher": said["publisher"],
        "language": said.get("language", ""),
    }


def _words_in(value: object) -> dict[str, str]:
    return {name: one for name, one in value.items() if isinstance(one, str)} if isinstance(value, dict) else {}


def _found(fields: dict[str, str], path: str, *, whole_text: bool) -> Found:
    """Return an entry as a record; one that only points to a page as a problem that names the page."""
    if fields["text"].strip():
        return Record(fields=fields, path=path, markers=() if whole_text else (Marker(start=0, locator=FEED_SUMMARY),))
    link = fields["url"]
    what = f"the entry {fields['title'][:100]!r}" if fields["title"] else "an entry"
    command = words_of_command("factcheck", "fetch", named=(link.strip(),))
    remedy = f"`{command}` has its page" if _is_for_pages(link) else "look at the feed in a browser"
    return Problem(path=path, reason=encodable(f"{what} holds no text of its own"), remedy=encodable(remedy))


def _is_for_pages(link: str) -> bool:
    """Whether a link is one that could be fetched: an http(s) address of some host, nothing else that a feed wrote."""
    try:
        parts = urlsplit(_web(link).strip())
        return bool(parts.hostname) and "@" not in parts.netloc and "\\" not in link and link.strip().isprintable()
    except ValueError:
        return False


def _in_entry(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    return any(one.tag.rpartition("}")[2] in _ENTRIES for one in element.iterancestors() if isinstance(one.tag, str))


def _said(entry: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    """Return the text of each element of an entry, by its name; of several of one name, the first."""
    found: dict[str, str] = {}
    for child in entry.iterchildren("*"):
        name = child.tag.rpartition("}")[2]
        found[name] = found.get(name) or _text(child)  # <media:content url=…/> may stand before the text
    return found | {"link": _link(entry)}


def _link(entry: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the address of an entry's page: of several links that of the page in HTML, else the id that is one."""
    links = [one for one in entry.iterchildren("{*}link") if one.get("rel", "alternate") == "alternate"]
    pages = [one for one in links if one.get("type", "text/html") in _PAGES]
    named = (one.get("href") or _text(one) for one in (*pages, *links))
    ids = (_web(_text(one)) for one in entry.iterchildren(*_IDS) if one.get("isPermaLink", "true") != "false")
    itself = (one.get("href", "") for one in entry.iterchildren("{*}link") if one.get("rel") == "self")
    return next(filter(None, chain(named, ids, itself)), "")


def _web(identifier: str) -> str:
    return identifier if re.match(r"https?://\S+\Z", identifier.strip(), re.IGNORECASE) else ""


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
