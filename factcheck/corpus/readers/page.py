"""An HTML page as an article: main text through trafilatura, with headings, captions, links and footnotes kept.

Before the main text is looked for, notes are taken out of the page (they are citations, no sentences of the article)
and captions are made paragraphs, since trafilatura drops figures with everything in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urljoin

from factcheck.corpus.readers import html
from factcheck.corpus.readers.building import (
    CELLS_APART,
    Mark,
    TextBuilder,
    before_call,
    calls_note,
    folded,
    note_mark,
    told,
)
from factcheck.corpus.readers.page_glued import blocks_of, take_apart
from factcheck.corpus.readers.page_quotes import sign_quotations
from factcheck.corpus.readers.page_rest import Rest, rest_of
from factcheck.corpus.readers.page_runs import Run, link, runs_of
from factcheck.corpus.readers.page_shown import take_unshown
from factcheck.domain import Block, CitationKind, Problem

LONGEST_NOTE = 3_000
"""Characters; what a mark points at is no note but a part of the page if it is longer."""
_NOTE_HOST = "note.factcheck.invalid"
"""RFC 2606 keeps `.invalid` for names that must not exist, so that no page can link there."""

_MARK = re.compile(r"\s*[\[(]?\s?(?:\d{1,4}|[a-z]{1,3}|[*†‡§¶]{1,4})\s?[\])]?\s*", re.IGNORECASE)
_NOTE_NAME = re.compile(r"fn|ftn|edn|foot|note|cite|ref|bib|cmnt", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(?:[\[(]?\d{1,4}[\])]?[.:]?|[*†‡§¶^]{1,4})\s+")
_PARTS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "body", "html", "nav", "header"])
_CONTAINERS = frozenset(["list", "quote", "table"])
_APART = frozenset(["lb", "cell", "p", "item", "head"])
_CAPTIONS = "//figure[.//figcaption] | //*[contains(@class, 'wp-caption-text')]"


@dataclass(frozen=True, slots=True)
class _Note:
    text: str
    url: str
    kind: CitationKind


@dataclass(slots=True)
class _Found:
    """The characters of a block as they come, and the marks in them."""

    notes: Mapping[str, _Note]
    base: str
    sign: str
    block: Block = Block.BODY
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0

    def add(self, text: str | None) -> None:
        words = text or ""
        words, told = _told_by_sign(words, self.sign)
        self.block = told or self.block
        self.pieces.append(words)
        self.length += len(words)


def _told_by_sign(words: str, sign: str) -> tuple[str, Block | None]:
    """Return words without the sign before them, and what it says that they are: a caption, or a signed quotation."""
    for before, block in ((2 * sign, Block.PULL_QUOTE), (sign, Block.CAPTION)):
        if words.startswith(before):
            return words[len(before) :], block
    return words, None


def read_page(page: str, name: str = "", *, base: str = "") -> tuple[TextBuilder, dict[str, str], tuple[Problem, ...]]:
    """Return the article of a page `name` with its layout and citations, its metadata, and what of it was left out.

    `base`: the address that the page came from, which its links are relative to; what it says of itself counts else.
    """
    import trafilatura

    builder = TextBuilder()
    tree = html.tree_of(page)
    if tree is None:
        return builder, {}, ()
    notes, sign = _take_notes(tree), _sign_for(page)
    unshown = take_unshown(tree)
    html.raise_digits(tree)
    if base:
        _make_absolute(tree, base)
    _keep_captions(tree, sign)
    sign_quotations(tree, sign)
    head = html.head_of(tree)
    glued = blocks_of(tree)
    runs = runs_of(deepcopy(tree))  # trafilatura takes its tree to pieces
    found: Any = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_links=True,
        with_metadata=True,
        date_extraction_params=html.how_dated(),
    )
    if found is None:
        return builder, {}, ()
    metadata = html.metadata_of(found, page, head)
    if found.body is not None:
        take_apart(found.body, glued)
        html.wrap_stray(found.body)
    blocks = list(_blocks(found.body)) if found.body is not None else []
    rest = rest_of(runs, ["".join(html.pieces_of(block)) for block in blocks], metadata["title"])
    for number, element in enumerate([*blocks, None]):
        for run, block in rest.places.get(number, ()):
            _put_back(builder, run, block, _Found(notes, metadata["url"], sign))
        if element is not None:
            _add(builder, element, _Found(notes, metadata["url"], sign))
    if not builder.parts:
        builder.add((found.text or "").replace(sign, ""))  # of either kind
    return builder, metadata, tuple(_notices(rest, unshown, name))


def _notices(rest: Rest, unshown: Sequence[str], name: str) -> Iterator[Problem]:
    if rest.page_only:
        beside = "of the page beside its text (menus, forms, comments)"
        reason = told(rest.page_only, f"piece {beside}", f"pieces {beside}")
        yield Problem(path=name, reason=reason, remedy="look at the page; save it as text if one is of the article")
    if unshown:
        hidden = "that the page does not show (hidden or struck out)"
        reason = told(unshown, f"piece {hidden}", f"pieces {hidden}")
        yield Problem(path=name, reason=reason, remedy="look at the page as a browser shows it")


# --- before the main text is found ------------------------------------------------------------------------------------


def _take_notes(tree: Any) -> dict[str, _Note]:  # noqa: ANN401 - an lxml tree
    """Take the notes that marks point at out of the page; each mark gets an address of its own, which names the note.

    The address is absolute, since trafilatura resolves relative ones.
    """
    targets = {name: element for element in tree.iter("*") for name in (element.get("id"), element.get("name")) if name}
    places = {element: place for place, element in enumerate(tree.iter("*"))}
    notes: dict[str, _Note] = {}
    taken: dict[Any, str] = {}
    for mark in tree.iter("a"):
        address = mark.get("href") or ""
        target = targets.get(address[1:]) if address.startswith("#") else None
        if target is None or places[target] < places[mark] or not _is_mark(mark):
            continue
        holder = _holder(target)
        if holder is None or not _NOTE_NAME.search(f"{address} {holder.get('class')} {holder.get('role')}"):
            continue
        kind = CitationKind.COMMENT if "cmnt" in address else CitationKind.FOOTNOTE  # as Google Docs exports them
        if holder not in taken and (note := _note(holder, kind)):
            taken[holder] = f"https://{len(taken)}.{_NOTE_HOST}/"
            notes[taken[holder]] = note
        if holder in taken:
            mark.set("href", taken[holder])
    for holder in taken:
        if holder.getparent() is not None:
            holder.drop_tree()
    return notes


def _make_absolute(tree: Any, base: str) -> None:  # noqa: ANN401 - an lxml tree
    """Write out the links of a page; those within it stay. Source: HTML, document base URL."""
    with suppress(ValueError):  # what cannot be joined is as good as none
        base = urljoin(base, next((one.get("href") or "" for one in tree.iter("base")), ""))
    for anchor in tree.iter("a"):
        address = (anchor.get("href") or "").strip()
        if address and not address.startswith("#"):
            with suppress(ValueError):
                anchor.set("href", urljoin(base, address))


def _is_mark(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    return _MARK.fullmatch("".join(element.itertext())[:20]) is not None


def _holder(target: Any) -> Any | None:  # noqa: ANN401 - an lxml element
    """Return the element with the whole note: the target, or what an empty anchor stands in."""
    while target is not None and target.tag in {"a", "sup", "span"}:
        target = target.getparent()
    return None if target is None or target.tag in _PARTS else target


def _note(holder: Any, kind: CitationKind) -> _Note | None:  # noqa: ANN401 - an lxml element
    if sum(map(len, holder.itertext())) > LONGEST_NOTE:
        return None
    back = {a for a in holder.iter("a") if (a.get("href") or "").startswith("#")}
    words = "".join(_texts(holder, back))
    text = _NUMBER.sub("", " ".join(words.split()))
    links = [a.get("href") or "" for a in holder.iter("a")]
    return _Note(text, next((link for link in links if link.lower().startswith(("http://", "https://"))), ""), kind)


def _texts(element: Any, left_out: set[Any]) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """Yield the texts below an element without those of some elements in it."""
    if isinstance(element.tag, str) and element not in left_out:
        yield element.text or ""
        for child in element.iterchildren():
            yield from _texts(child, left_out)
            yield child.tail or ""


def _sign_for(page: str) -> str:
    """Return a sign that does not occur in the page, to know captions by."""
    sign = "⁂"
    while sign in page:
        sign *= 2
    return sign


def _keep_captions(tree: Any, sign: str) -> None:  # noqa: ANN401 - an lxml tree
    """Make each caption a paragraph that begins with the sign; what else a figure holds is no text."""
    for element in tree.xpath(_CAPTIONS):
        if element.getparent() is None or any(up.tag == "figure" for up in element.iterancestors()):
            continue
        captions = list(element.iter("figcaption")) or [element]
        words = " ".join(" ".join("".join(c.itertext()).split()) for c in captions)
        paragraph = element.makeelement("p", {})
        paragraph.text, paragraph.tail = f"{sign}{words}", element.tail
        if words and next(element.iter("table"), None) is None:
            element.getparent().replace(element, paragraph)


# --- the main text ----------------------------------------------------------------------------------------------------


def _blocks(body: Any) -> Iterator[Any]:  # noqa: ANN401 - an lxml element
    """Yield what is a block of its own: in lists each item, in tables each row, in quotations each paragraph."""
    for element in body.iterchildren():
        if element.tag in _CONTAINERS and len(element):
            yield from _blocks(element)
        else:
            yield element
            for inner in element.iterchildren("list"):
                yield from _blocks(inner)


def _add(builder: TextBuilder, element: Any, found: _Found) -> None:  # noqa: ANN401 - an lxml element
    _walk(element, found)
    content, marks = folded("".join(found.pieces), found.marks)
    content = content.rstrip(" |") if element.tag == "row" else content
    block = Block.BODY
    if element.tag == "head":
        first = element.get("rend") == "h1" and not builder.layout
        block = Block.HEADLINE if first else Block.HEADING
    builder.add(content, block if found.block is Block.BODY else found.block, marks)


def _put_back(builder: TextBuilder, run: Run, block: Block, found: _Found) -> None:
    """Add what the main text had left out; its notes are looked up as those of the main text are."""
    content, marks = run.content, run.marks
    words, told = _told_by_sign(content.lstrip(), found.sign)
    if told is not None:
        cut = len(content) - len(words)
        content, block = words, told
        marks = [replace(mark, start=mark.start - cut, end=mark.end - cut) for mark in marks if mark.start >= cut]
    of_text = block in (Block.BODY, Block.CAPTION, Block.PULL_QUOTE)
    cited = [_cited(mark, found) for mark in marks] if of_text else []
    builder.add(*_folded_block(content, block, cited))


def _folded_block(content: str, block: Block, marks: list[Mark]) -> tuple[str, Block, list[Mark]]:
    words, moved = folded(content, marks)
    return words.rstrip(" |"), block, moved


def _cited(mark: Mark, found: _Found) -> Mark:
    note = found.notes.get(mark.target)
    return replace(mark, target=urljoin(found.base, mark.target)) if note is None else _note_mark(note, mark.end)


def _walk(element: Any, found: _Found) -> None:  # noqa: ANN401 - an lxml element
    """Gather the characters of a block; nested lists are blocks of their own."""
    start, first, target = found.length, len(found.pieces), element.get("target") or ""
    note = found.notes.get(target) if element.tag == "ref" else None
    if note is None:
        found.add(element.text)
        for child in element.iterchildren():
            blank = " " if child.tag in _APART else ""
            found.add(CELLS_APART if child.tag == "cell" and child.getprevious() is not None else blank)
            if child.tag != "list" and isinstance(child.tag, str):
                _walk(child, found)
            found.add(blank)
            found.add(child.tail)
    if element.tag == "ref":
        shown = "".join(found.pieces[first:]).strip()
        mark = _note_mark(note, start) if note else link(start, found.length, target, shown, found.base)
        before = "".join(found.pieces[:first])
        if mark and not note and calls_note(shown, before):
            found.pieces = [before_call(before)]
            found.length = len(found.pieces[0])
            mark = note_mark(found.length, found.length, CitationKind.FOOTNOTE, "", url=mark.target)
        found.marks.extend([mark] if mark else [])


def _note_mark(note: _Note, at: int) -> Mark:
    return note_mark(at, at, note.kind, note.text, url=note.url)
