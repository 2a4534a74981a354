"""DOCX as an article: paragraphs in order, headings and captions as layout; footnotes, comments and links as citations.

python-docx opens the package; it has no API for footnotes and for what stands inside a paragraph in order, so these
are read from the XML.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from factcheck.corpus.readers.building import BREAK, CELLS_APART, Mark, TextBuilder, note_mark
from factcheck.corpus.readers.docx_beside import notices_of
from factcheck.corpus.readers.docx_paragraph import MC, Note, Notes, Paragraph, Ranges, W
from factcheck.corpus.readers.packages import check_docx
from factcheck.domain import Block, Citation, CitationKind, Problem, Span
from factcheck.errors import InputError

EXTRA = "factcheck-workbench[office]"
BASES = 10
"""Styles that a style may stand on; Word allows no more than ten."""

_NOT_SHOWN = frozenset([f"{MC}Fallback", f"{W}del", f"{W}moveFrom"])
_NOTE_PARTS = {
    "footnotes": CitationKind.FOOTNOTE,
    "endnotes": CitationKind.ENDNOTE,
    "comments": CitationKind.COMMENT,
}


def read_docx(data: bytes, name: str) -> tuple[TextBuilder, tuple[Problem, ...]]:
    """Read a DOCX; say what stands in it beside the text that was read.

    Raises:
        InputError: python-docx is not installed, or the file is damaged, encrypted, too large or of another kind.
    """
    check_docx(data, name)
    try:
        import docx
    except ImportError as error:
        raise InputError(
            "DOCX files need python-docx", hint=f"pip install '{EXTRA}', or export it as HTML", subject=name
        ) from error
    try:
        document = docx.Document(io.BytesIO(data))
        return _read(document), tuple(notices_of(document, name))
    except Exception as error:  # a damaged package makes python-docx and lxml raise nearly anything
        raise InputError(
            "is damaged or no Word document", hint="open it in a word processor and save it again", subject=name
        ) from error


def _read(document: Any) -> TextBuilder:  # noqa: ANN401 - python-docx's document
    links, notes = _links(document.part), dict(_notes(document.part))
    styles = dict(_styles(document.styles.element))
    builder, ranges, commented = TextBuilder(), Ranges(), dict[str, list[int]]()
    row_before = None
    for element in _paragraphs(document.element.body, ranges):
        paragraph = Paragraph(links, notes, ranges)
        paragraph.read(element)
        for identifier, start, end in paragraph.comments:
            commented.setdefault(identifier, []).append(len(builder.citations) + len(paragraph.marks))
            paragraph.marks.append(_comment(notes, identifier, start, end))
        row = _row_of(element)
        beside = row is not None and row is row_before and _opens_cell(element)
        row_before = row if paragraph.content.strip() else row_before
        apart = CELLS_APART if beside else BREAK
        builder.add(paragraph.content, _block(element, styles, builder), paragraph.marks, apart=apart)
    builder.citations = list(_merged(builder, commented))
    return builder


def _paragraphs(body: Any, ranges: Ranges) -> Iterator[Any]:  # noqa: ANN401 - an lxml element
    """Yield the paragraphs that are shown, in tables and text boxes too, each once.

    A comment's range can begin between paragraphs; it covers the next one from its start.
    """
    for element in body.iter(f"{W}p", f"{W}commentRangeStart"):
        if element.tag == f"{W}p":
            if all(above.tag not in _NOT_SHOWN for above in element.iterancestors()):
                yield element
        elif next(element.iterancestors(f"{W}p"), None) is None:
            ranges.begin(element.get(f"{W}id") or "", 0)


def _row_of(element: Any) -> Any:  # noqa: ANN401 - lxml elements
    """Return the row of the table in which a paragraph stands, or None."""
    return next(element.iterancestors(f"{W}tr"), None)


def _opens_cell(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    return next(element.itersiblings(f"{W}p", preceding=True), None) is None


def _comment(notes: Notes, identifier: str, start: int, end: int) -> Mark:
    note = notes.get((CitationKind.COMMENT, identifier), Note(""))
    return note_mark(start, end, CitationKind.COMMENT, note.text, url=note.url, author=note.author)


def _merged(builder: TextBuilder, commented: Mapping[str, list[int]]) -> Iterator[Citation]:
    """Make one citation of a comment over several paragraphs; leave comments without words out."""
    text = builder.text
    last = {places[0]: places[-1] for places in commented.values()}
    more = {place for places in commented.values() for place in places[1:]}
    for place, citation in enumerate(builder.citations):
        if place in more or (citation.kind is CitationKind.COMMENT and not citation.note):
            continue
        end = builder.citations[last.get(place, place)].anchor.end
        yield replace(citation, anchor=Span.cut(text, citation.anchor.start, max(end, citation.anchor.start)))


# --- parts of the package ---------------------------------------------------------------------------------------------


def _links(part: Any) -> dict[str, str]:  # noqa: ANN401 - python-docx's part
    return {key: relation.target_ref for key, relation in part.rels.items() if relation.is_external}


def _notes(part: Any) -> Iterator[tuple[tuple[CitationKind, str], Note]]:  # noqa: ANN401 - python-docx's part
    """Yield footnotes, endnotes and comments by kind and number."""
    from docx.oxml.parser import parse_xml

    for relation in part.rels.values():
        kind = _NOTE_PARTS.get(relation.reltype.rsplit("/", 1)[-1])
        if kind is None or relation.is_external:
            continue
        links = _links(relation.target_part)
        for element in parse_xml(relation.target_part.blob).iterchildren(f"{W}{kind}"):
            if element.get(f"{W}type", "normal") == "normal":
                yield (kind, element.get(f"{W}id") or ""), _note(element, links)


def _note(element: Any, links: Mapping[str, str]) -> Note:  # noqa: ANN401 - an lxml element
    words, targets = list[str](), list[str]()
    for inner in element.iter(f"{W}p"):
        paragraph = Paragraph(links)
        paragraph.read(inner)
        words.append(paragraph.content)
        targets.extend(mark.target for mark in paragraph.marks)
    text = " ".join(" ".join(words).split())
    return Note(text, next(iter(targets), ""), element.get(f"{W}author") or "")


def _styles(element: Any) -> Iterator[tuple[str, tuple[str, str]]]:  # noqa: ANN401 - an lxml element
    """Yield the name and the base of each style, by its id; names are English whatever Word speaks."""
    for style in element.iterchildren(f"{W}style"):
        values = {child.tag: child.get(f"{W}val") or "" for child in style.iterchildren("*")}
        name = values.get(f"{W}name", "").lower()
        if _outlined(style) and not name.startswith(("heading", "title", "subtitle", "caption")):
            name = "heading"
        yield style.get(f"{W}styleId") or "", (name, values.get(f"{W}basedOn", ""))


def _outlined(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Tell whether a style or paragraph has a level in the outline; the tenth ("9") means body text."""
    level = element.find(f"{W}pPr/{W}outlineLvl")
    return level is not None and (level.get(f"{W}val") or "9") < "9"


def _block(element: Any, styles: Mapping[str, tuple[str, str]], builder: TextBuilder) -> Block:  # noqa: ANN401 - lxml
    style = element.find(f"{W}pPr/{W}pStyle")
    identifier = style.get(f"{W}val") or "" if style is not None else ""
    for _ in range(BASES):
        name, base = styles.get(identifier, ("", ""))
        if name == "title" or (name == "heading 1" and not builder.parts):
            return Block.HEADLINE
        if name.startswith("heading") or name == "subtitle":
            return Block.HEADING
        if name == "caption":
            return Block.CAPTION
        identifier = base
    return Block.HEADING if _outlined(element) else Block.BODY
