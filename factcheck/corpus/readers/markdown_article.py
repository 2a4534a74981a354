"""Markdown as an article: plain text with headings and captions as layout, links and footnotes as citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.claims.citations import find_pointer
from factcheck.corpus.readers.building import CELLS_APART, Mark, TextBuilder, note_mark
from factcheck.domain import Block, CitationKind


def read_body(body: str) -> TextBuilder:
    """Turn Markdown into plain text. Link targets and emphasis marks are dropped from it, raw HTML is left out.

    A paragraph that is an image alone is a caption, with the image's description as its words.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).parse(body)
    notes = dict(_notes(tokens))
    builder, heading, note = TextBuilder(), "", False
    row: list[tuple[str, list[Mark]]] | None = None
    for token in tokens:
        if token.type in {"footnote_open", "footnote_close"}:
            note = token.type == "footnote_open"
        elif token.type in {"heading_open", "heading_close"}:
            heading = token.tag if token.type == "heading_open" else ""
        elif token.type in {"fence", "code_block"} and not note:
            builder.add(token.content)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            builder.add(*_row(row))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_inline(token.children or (), notes))
        elif token.type == "inline" and not note:
            content, marks = _inline(token.children or (), notes)
            builder.add(content, _block(token, heading, builder), marks)
    return builder


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
        struck += (child.type == "s_open") - (child.type == "s_close")
        if struck:
            continue  # what its writer took back is said no more
        if child.type == "link_open":
            opened.append((length, child))
        elif child.type == "link_close" and opened:
            start, link = opened.pop()
            marks.extend(_link(start, length, link))
        elif child.type == "footnote_ref":
            note, url = notes.get(child.meta["id"], ("", ""))
            marks.append(note_mark(length, length, CitationKind.FOOTNOTE, note, url=url))
        words = _words(child)
        pieces.append(words)
        length += len(words)
    return "".join(pieces), marks


def _words(child: Any) -> str:  # noqa: ANN401 - a markdown-it token
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    return str(child.content) if child.type in {"text", "code_inline", "image"} else ""


def _link(start: int, end: int, link: Any) -> Iterator[Mark]:  # noqa: ANN401 - a markdown-it token
    target, title = str(link.attrGet("href") or ""), str(link.attrGet("title") or "")
    if end > start and target and not target.startswith("#"):
        pointer = find_pointer(title) or find_pointer(target)
        yield Mark(start=start, end=end, kind=CitationKind.LINK, target=target, pointer=pointer, note=title)
