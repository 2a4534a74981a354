"""HTML: the main text and metadata through trafilatura, its headings marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from factcheck.corpus.publishers import bears_out
from factcheck.corpus.readers.building import CELLS_APART, raised_digits
from factcheck.corpus.readers.claim_reviews import rulings_of, with_rulings
from factcheck.corpus.readers.linked_data import keep_own_dates, stated_address, stated_publisher
from factcheck.corpus.readers.page_dates import first_day, first_lines, released_day, stated_day, without_changes
from factcheck.corpus.readers.page_glued import blocks_of, take_apart
from factcheck.corpus.readers.page_shown import take_unshown
from factcheck.corpus.readers.page_times import dated_lines, keep_own_times
from factcheck.corpus.readers.page_titles import HOST, headline_of, is_stated, parts_of
from factcheck.corpus.readers.trees import (
    cut_open_tags,
    without_crowded_tags,
    without_odd_characters,
    without_open_comments,
)
from factcheck.domain import Block, LayoutHint, Marker

_TIER = re.compile(
    r"""<meta\s[^>]{0,200}?name=["']?tier["']?\s[^>]{0,200}?content=["']([a-zA-Z]{1,20})["']""", re.IGNORECASE
)
_HEAD_BYTES = 100_000


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?(/?)>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "p", "li", "source", "wbr"]
)
_BLOCKS = frozenset(
    ["p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table"]
)
_CREATORS = frozenset(["dc.creator", "dcterms.creator", "citation_author"])
_CELLS = frozenset(["td", "th"])
_APART = frozenset(["lb", "cell", "row", "p", "item", "list", "quote", "code", "head"])
"""Elements of trafilatura's tree whose words do not run on into what follows."""
_USER = re.compile(r"\A[^\s/]+@(?=[^\s/@]+\.[^\s/@]+\Z)")
"""A user name and password before a host, which stands for a publisher that a page does not name."""
_WRITTEN = frozenset(["text", "title"])
"""Fields that people write; an address may have an ampersand in it."""
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|strong|em|[abiu]|h[1-6]|[ou]l|li|blockquote|figure|img|table|section)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp|[lr][ds]quo|[mn]dash|hellip|shy);", re.IGNORECASE
)
"""A character as HTML spells it."""
_DIGITS = re.compile(r"\s*\d{1,4}\s*")
_MOST_COMPARED = 20_000
"""Paragraphs of a page whose main text trafilatura looks for in three ways; one of them is quadratic in them, and of
100,000 takes 80 % of the time (measured 2026-11)."""
DEEPEST = 250
"""Elements inside one another that libxml2 reads (its limit is 256); what lies deeper it leaves out of its tree."""


def nesting(page: str) -> int:
    """Return how deep the elements of a page are nested, about; those that need no end tag do not count."""
    depth = deepest = 0
    for closing, name, alone in _TAG.findall(page):
        if alone or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def level(page: str) -> str:
    """Return a page without the tags that stand deeper than `DEEPEST`, so that the words between them are read."""
    if page.count("<") <= DEEPEST:
        return page
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        closing, name, alone = tag.groups()
        if alone or name.lower() in _VOID:
            return tag.group()
        deep = depth > DEEPEST if closing else depth >= DEEPEST
        depth = max(0, depth - 1) if closing else depth + 1
        return " " if deep else tag.group()

    return _TAG.sub(kept, page)


def read_records(text: str) -> Iterator[tuple[dict[str, str], tuple[Marker, ...]]]:
    """Yield the one record of a page, with the rulings of its markup; its text is empty where it has no main text."""
    body, metadata, _ = main_text(text)
    rulings = rulings_of(text) if body.strip() else ()
    if not rulings:
        yield {**metadata, "text": body}, ()
        return
    body, marker = with_rulings(body, rulings)
    yield {**metadata, "text": body}, (marker,)


def words_of(fragment: str, unshown: list[str] | None = None) -> str:
    """Return the words of a piece of HTML, as mail and feeds carry it, its blocks apart by blank lines.

    What is hidden or struck out is left out, and added to `unshown`.
    """
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(
            without_odd_characters(without_crowded_tags(level(fragment))), create_parent="div"
        )
    except (ValueError, etree.LxmlError):
        return _TAG.sub(" ", fragment).strip()
    left_out = take_unshown(tree)
    if unshown is not None:
        unshown += left_out
    write_quotation_marks(tree)
    for element in tree.iter():
        if element.tag in {"script", "style"} or not isinstance(element.tag, str):  # a comment has no name
            element.text = ""
        elif element.tag in _BLOCKS:
            element.tail = f"\n\n{element.tail or ''}"
            element.text = f"\n\n{element.text or ''}"
        elif element.tag in _CELLS and element.getprevious() is not None:
            element.text = f"{CELLS_APART}{element.text or ''}"
    blocks = (" ".join(block.split()) for block in "".join(tree.itertext()).split("\n\n"))
    return "\n\n".join(block for block in blocks if block)


def without_markup(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a record with text and title as words, where these are HTML, as sites export them."""
    return {name: _as_words(value) if name in _WRITTEN else value for name, value in fields.items()}


def _as_words(value: str) -> str:
    """Return the words of what is HTML; a sign of comparison or an ampersand alone makes nothing HTML."""
    if "<" in value and _MARKUP.search(value):
        return words_of(value)
    return unescape(value) if "&" in value and _REFERENCE.search(value) else value


def write_quotation_marks(tree: Any) -> None:  # noqa: ANN401 - an lxml tree
    """Write out the marks that a browser shows around a `q`, those of one within another single.

    Source: HTML, the q element: its quotation marks stand in no text and are put there by who shows the page.
    """
    for quotation in list(tree.iter("q")):
        depth = sum(1 for _ in quotation.iterancestors("q"))
        opening, closing = ("‘", "’") if depth % 2 else ("“", "”")
        quotation.text = opening + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + closing
        else:
            quotation.text += closing
    for quotation in list(tree.iter("q")):
        quotation.drop_tag()


def how_dated() -> dict[str, Any]:
    """Return how a page's date is looked for: in its markup alone; trafilatura writes into what it gets.

    A year that the text speaks of is no release date. Of the 86 pages of the article extraction benchmark, two lose a
    date that was guessed from their text.
    """
    from trafilatura.settings import set_date_params

    found: dict[str, Any] = set_date_params(extensive=False)
    return {**found, "url": ""}  # what the canonical address says comes last, and is told


def main_text(page: str) -> tuple[str, dict[str, str], tuple[LayoutHint, ...]]:
    """Return the main text, the metadata (our field names) and the layout of a page."""
    import trafilatura

    tree = tree_of(page)
    if tree is None:
        return "", {}, ()
    take_unshown(tree)
    raise_digits(tree)
    head = head_of(tree)
    glued = blocks_of(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=how_dated(),
        fast=page.count("<p") > _MOST_COMPARED,
    )
    if found is None:
        return "", {}, ()
    if found.body is not None:
        take_apart(found.body, glued)
    text, hints = _laid_out(found.body) if found.body is not None else ("", ())
    return text or found.text or "", metadata_of(found, page, head), hints


def tree_of(page: str) -> Any | None:  # noqa: ANN401 - an lxml tree
    """Return a page as a tree that trafilatura can read; None where there is none.

    A reference to a character that XML has not (&#11;, &#x1b;) is a blank; pages pasted from office programs have some,
    and trafilatura gives up the whole page. A piece of a page stands in a body: htmldate takes parts out of a tree, and
    cannot take out its root.
    """
    import trafilatura
    from lxml import etree

    markup = without_odd_characters(without_crowded_tags(without_open_comments(page)))
    tree: Any = trafilatura.load_html(markup)
    if tree is None and _TAG.search(markup):  # a piece of one element, which it takes for no page
        tree = trafilatura.load_html(f"<html><body>{markup}</body></html>")
    if tree is None:
        return None
    cut_open_tags(tree)
    write_quotation_marks(tree)
    if tree.tag == "html":
        return tree
    whole = tree.makeelement("html")
    etree.SubElement(whole, "body").append(tree)
    return whole


def raise_digits(tree: Any) -> None:  # noqa: ANN401 - an lxml tree
    """Write the digits that a page raises as raised ones: "300<sup>2</sup>" is a 300 with a note, and no 3002."""
    for raised in tree.iter("sup"):
        if _DIGITS.fullmatch("".join(raised.itertext())):
            for node in raised.iter():
                node.text = raised_digits(node.text or "")
                if node is not raised:
                    node.tail = raised_digits(node.tail or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page shows before its text: its title, its headings of the first order, the first words of its text.

    `address`, `publisher`: those that its linked data give, or its site's name; `page_names`: what they call the page;
    `creators`: whom its metadata name as libraries do (Dublin Core).
    """

    address: str
    publisher: str
    page_names: frozenset[str]
    creators: str
    title: str
    headings: tuple[str, ...]
    first_lines: str
    dated: str
    """What it says in the places in which a day of release stands, line by line."""


def head_of(tree: Any) -> Head:  # noqa: ANN401 - an lxml tree
    """Return the head of a page, and take the dates out of the tree that are not those of its release.

    trafilatura takes its tree to pieces, so that this comes first.
    """
    keep_own_dates(tree)
    without_changes(tree)
    keep_own_times(tree)
    title = tree.find(".//head//title")
    lines = first_lines(tree)
    publisher, names = stated_publisher(tree)
    return Head(
        address=stated_address(tree),
        publisher=next(filter(None, map(_site_name, tree.iter("meta"))), publisher),
        page_names=names,
        creators="; ".join(dict.fromkeys(filter(None, map(_creator, tree.iter("meta"))))),
        title=title.text_content() if title is not None else "",
        headings=tuple(" ".join(one.text_content().split()) for one in tree.iter("h1")),
        first_lines=lines,
        dated="\n".join(filter(None, dated_lines(tree))),
    )


def _site_name(meta: Any) -> str:  # noqa: ANN401 - an lxml element
    return " ".join((meta.get("content") or "").split()) if meta.get("property") == "og:site_name" else ""


def _creator(meta: Any) -> str:  # noqa: ANN401 - an lxml element
    named = (meta.get("name") or "").strip().lower() in _CREATORS
    return " ".join((meta.get("content") or "").split()) if named else ""


def metadata_of(found: Any, page: str, head: Head) -> dict[str, str]:  # noqa: ANN401 - trafilatura's document
    """Return the metadata of a page that trafilatura has read, by our field names."""
    tier = _TIER.search(page[:_HEAD_BYTES])
    site = _USER.sub("", found.sitename or "")
    if site in head.title and not HOST.fullmatch(site) and not is_stated(site, unescape(page)):
        site = ""  # a part of the headline that has a point in it
    if not site or site in head.page_names:  # what the page is called, which trafilatura takes for its site
        site = head.publisher
    host = found.hostname or ""
    parts = [part for part in parts_of(head.title) if host and bears_out(host, part)]
    day = stated_day(found.date, head.dated) if found.date else ""
    return {
        "title": headline_of(found.title or "", head.title, head.headings, [site, *parts]),
        "publisher": site,
        "author": found.author or head.creators,
        "published": day or released_day(head.first_lines) or first_day(head.dated),
        "url": found.url or head.address,
        "language": found.language or "",
        "tier": tier.group(1) if tier else "",
    }


def wrap_stray(body: Any) -> None:  # noqa: ANN401 - an lxml element
    """Make a paragraph of each text that stands between the blocks of trafilatura's tree: some pages mark none."""
    if (body.text or "").strip():
        body.insert(0, _paragraph(body, body.text))
        body.text = None
    for element in list(body.iterchildren()):
        if (element.tail or "").strip():
            paragraph = _paragraph(body, element.tail)
            element.tail = None
            element.addnext(paragraph)


def _paragraph(body: Any, text: str) -> Any:  # noqa: ANN401 - lxml elements
    paragraph = body.makeelement("p", {})
    paragraph.text = text
    return paragraph


def _laid_out(body: Any) -> tuple[str, tuple[LayoutHint, ...]]:  # noqa: ANN401 - an lxml element
    """Join the blocks of trafilatura's tree, paragraphs apart by a blank line."""
    parts: list[str] = []
    hints: list[LayoutHint] = []
    length = 0
    wrap_stray(body)
    for element in body.iterchildren():
        content = " ".join("".join(pieces_of(element)).split())
        if not content:
            continue
        if element.tag == "head":
            block = Block.HEADLINE if element.get("rend") == "h1" and not hints else Block.HEADING
            hints.append(LayoutHint(start=length, end=length + len(content), block=block))
        parts.append(content)
        length += len(content) + 2
    return "\n\n".join(parts), tuple(hints)


def pieces_of(element: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Yield the characters of a block, with a blank where a line, a cell or an item of a list begins and ends."""
    from lxml import etree

    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield " " if one is not element and one.tag in _APART else ""
            yield one.text or "" if isinstance(one.tag, str) else ""
        elif one is not element:
            yield f"{' ' if one.tag in _APART else ''}{one.tail or ''}"
