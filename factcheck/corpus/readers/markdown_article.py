"""The body of a Markdown file: plain text with headings and captions as layout, links and footnotes as citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.claims.sources.citations import find_pointer
from factcheck.corpus.readers import html
from factcheck.corpus.readers.building import BREAK, CELLS_APART, Mark, TextBuilder, before_call, calls_note, note_mark
from factcheck.domain import Block, CitationKind, Problem

DEEPEST = 20
"""Brackets open at once in a paragraph; a text has a few. Our own choice."""
_BRACKETS = re.compile(r"[\[\]]|\n[ \t]*\n")
_TAG = re.compile(r"<(/?)([a-z]+)\b", re.IGNORECASE)
_SHOWN = {"<br": "\n", "<q": "“", "</q": "”"}
"""What a browser shows of a tag within a line."""
_STRUCK = frozenset(["del", "s", "strike"])


def read_body(body: str, *, notes: bool = True) -> tuple[TextBuilder, list[str]]:
    """Turn Markdown into plain text, without link targets and marks of emphasis; of raw HTML the words are kept.

    A paragraph that is an image alone is a caption, with the image's description as its words. What is struck out is
    left out, and returned. `notes`: footnotes become citations, and leave the text.
    """
    tokens = _parsed(body, notes=notes)
    noted = dict(_notes(tokens))
    builder, heading, struck = TextBuilder(), "", list[str]()
    row: list[tuple[str, list[Mark]]] | None = None
    for token in _without_notes(tokens):
        if token.type in {"heading_open", "heading_close"}:
            heading = token.tag if token.type == "heading_open" else ""
        elif token.type in {"fence", "code_block"}:
            builder.add(token.content)
        elif token.type == "html_block":
            for block in html.words_of(token.content, struck).split(BREAK):
                builder.add(block)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            builder.add(*_row(row))
            row = None
        elif token.type == "inline":
            struck += _struck_in(token.children or ())
            content, marks = _inline(token.children or (), noted)
            if row is None:
                builder.add(content, _block(token, heading, builder), marks)
            else:
                row.append((content, marks))
    return builder, struck


def _parsed(body: str, *, notes: bool) -> Sequence[Any]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"store_labels": True}).enable(["table", "strikethrough"])
    if nests_too_deep(body):
        parser.disable(["link", "image"])
    elif notes:
        parser.use(footnote_plugin)
    return parser.parse(body)


def nests_too_deep(body: str) -> bool:
    """Whether more brackets are open in one paragraph than in any text: its links and footnotes are not read then.

    The parser looks for the end of each: 80,000 of them took it 14 s (measured 2026-12).
    """
    depth = 0
    for mark in _BRACKETS.finditer(body):
        depth = depth + 1 if mark[0] == "[" else max(0, depth - 1) if mark[0] == "]" else 0
        if depth > DEEPEST:
            return True
    return False


def unread_links(body: str, name: str) -> Iterator[Problem]:
    """Yield that links were not read, where they were not."""
    if nests_too_deep(body):
        reason = f"has more than {DEEPEST} brackets open in one paragraph: its links were not read"
        yield Problem(path=name, reason=reason, remedy="close the brackets, or save it as plain text")


def _without_notes(tokens: Iterable[Any]) -> Iterator[Any]:
    """Leave out the tokens of footnotes."""
    inside = False
    for token in tokens:
        inside = (inside or token.type == "footnote_open") and token.type != "footnote_close"
        if not inside:
            yield token


def _struck_in(children: Iterable[Any]) -> Iterator[str]:
    """Yield the words of each stretch that is struck out."""
    words, depth = list[str](), 0
    for child in children:
        before, depth = depth, depth + _strikes(child)
        if depth:
            words.append(_words(child))
        elif before:
            yield " ".join("".join(words).split())
            words = []


def _row(cells: Sequence[tuple[str, list[Mark]]]) -> tuple[str, Block, list[Mark]]:
    """Make one line of a table's row, so that a figure stands beside what it counts."""
    line, marks = "", list[Mark]()
    for content, inside in cells:
        line += CELLS_APART if line else ""
        marks += [replace(mark, start=mark.start + len(line), end=mark.end + len(line)) for mark in inside]
        line += content
    return line, Block.BODY, marks


def _block(token: Any, heading: str, builder: TextBuilder) -> Block:  # noqa: ANN401 - a markdown-it token
    if heading:
        return Block.HEADLINE if heading == "h1" and not builder.layout else Block.HEADING
    shown = [child for child in token.children or () if child.content.strip()]
    return Block.CAPTION if shown and all(child.type == "image" for child in shown) else Block.BODY


def _notes(tokens: Iterable[Any]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the words and the first link of each footnote, by its number."""
    number, words, url = -1, list[str](), ""
    for token in tokens:
        if token.type == "footnote_open":
            number, words, url = token.meta["id"], [], ""
        elif token.type == "footnote_close":
            yield number, (" ".join(" ".join(words).split()), url)
            number = -1
        elif token.type == "inline" and number >= 0:
            content, marks = _inline(token.children or (), {})
            words.append(content)
            url = url or next((mark.target for mark in marks if mark.kind is CitationKind.LINK), "")


def _inline(children: Iterable[Any], notes: Mapping[int, tuple[str, str]]) -> tuple[str, list[Mark]]:
    """Return the words of a block and the marks in them."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length, opened, struck = 0, list[tuple[int, Any]](), 0
    for child in children:
        struck += _strikes(child)
        if struck:
            continue  # what its writer took back is said no more
        if child.type == "link_open":
            opened.append((length, child))
        elif child.type == "link_close" and opened:
            start, link = opened.pop()
            text = "".join(pieces)
            if _is_call(link, text[start:], text[:start]):
                pieces = [before_call(text[:start])]
                length = len(pieces[0])
                marks.append(_called(length, link))
            else:
                marks.extend(_link(start, length, link))
        elif child.type == "footnote_ref":
            note, url = notes.get(child.meta["id"], ("", ""))
            marks.append(note_mark(length, length, CitationKind.FOOTNOTE, note, url=url))
        words = _words(child)
        pieces.append(words)
        length += len(words)
    return "".join(pieces), marks


def _strikes(child: Any) -> int:  # noqa: ANN401 - a markdown-it token
    """Return 1 where a stretch that is struck out begins, -1 where it ends, else 0."""
    tag = _TAG.match(child.content) if child.type == "html_inline" else None
    if tag is not None and tag[2].lower() in _STRUCK:
        return -1 if tag[1] else 1
    return int(child.type == "s_open") - int(child.type == "s_close")


def _words(child: Any) -> str:  # noqa: ANN401 - a markdown-it token
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    if child.type == "html_inline":
        tag = _TAG.match(child.content)
        return _SHOWN.get(tag.group().lower(), "") if tag else ""
    return str(child.content) if child.type in {"text", "code_inline", "image"} else ""


def _is_call(link: Any, shown: str, before: str) -> bool:  # noqa: ANN401 - a markdown-it token
    """Tell whether a link shows the number of a source alone: "[2]" with "[2]: https://…" below, "[2](https://…)"."""
    numbered = shown.isdecimal() and link.meta.get("label") == shown
    href = str(link.attrGet("href") or "")
    return bool(href) and not href.startswith("#") and (numbered or calls_note(shown, before))


def _called(at: int, link: Any) -> Mark:  # noqa: ANN401 - a markdown-it token
    href, title = str(link.attrGet("href")), str(link.attrGet("title") or "")
    return note_mark(at, at, CitationKind.FOOTNOTE, title, url=href)


def _link(start: int, end: int, link: Any) -> Iterator[Mark]:  # noqa: ANN401 - a markdown-it token
    target, title = str(link.attrGet("href") or ""), str(link.attrGet("title") or "")
    if end > start and target and not target.startswith("#"):
        pointer = find_pointer(title) or find_pointer(target)
        yield Mark(start=start, end=end, kind=CitationKind.LINK, target=target, pointer=pointer, note=title)
