"""DOCX as an article: paragraphs in order, headings and captions as layout; footnotes, comments and links as citations.

python-docx opens the package; it has no API for footnotes and for what stands inside a paragraph in order, so these
are read from the XML. Deleted text (tracked changes) is left out, inserted text is read. Source: ECMA-376, part 1.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.claims.citations import find_pointer
from factcheck.corpus.readers.building import Mark, TextBuilder, note_mark
from factcheck.corpus.readers.packages import check_docx
from factcheck.domain import Block, Citation, CitationKind, Span
from factcheck.errors import InputError

EXTRA = "factcheck-workbench[office]"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    [f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", f"{_W}delText", f"{_MC}Fallback"]
)
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+"([^"]{1,2000})"')
_BASES = 10
"""Styles that a style may stand on; Word allows no more than ten."""

Notes = Mapping[tuple[CitationKind, str], "_Note"]


@dataclass(frozen=True, slots=True)
class _Note:
    text: str
    url: str
    author: str = ""


@dataclass(slots=True)
class _Paragraph:
    """The characters of a paragraph as they come, the marks in them, and the comments that are open."""

    links: Mapping[str, str]
    notes: Notes
    open: dict[str, int]
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    comments: list[tuple[str, int, int]] = field(default_factory=list)
    fields: list[tuple[list[str], int]] = field(default_factory=list)
    ranged: set[str] = field(default_factory=set)
    length: int = 0

    @property
    def content(self) -> str:
        return "".join(self.pieces)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def link(self, start: int, target: str) -> None:
        if target and self.length > start:
            mark = Mark(
                start=start, end=self.length, kind=CitationKind.LINK, target=target, pointer=find_pointer(target)
            )
            self.marks.append(mark)

    def note(self, kind: CitationKind, identifier: str) -> None:
        note = self.notes.get((kind, identifier))
        if note is not None:
            self.marks.append(note_mark(self.length, self.length, kind, note.text, url=note.url))


def read_docx(data: bytes, name: str) -> TextBuilder:
    """Read a DOCX.

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
        return _read(docx.Document(io.BytesIO(data)))
    except Exception as error:  # a damaged package makes python-docx and lxml raise nearly anything
        raise InputError(
            "is damaged or no Word document", hint="open it in a word processor and save it again", subject=name
        ) from error


def _read(document: Any) -> TextBuilder:  # noqa: ANN401 - python-docx's document
    part = document.part
    notes, styles = dict(_notes(part)), dict(_styles(document.styles.element))
    links = _links(part)
    builder, opened, commented = TextBuilder(), dict[str, int](), dict[str, list[int]]()
    ranged: set[str] = set()
    for element in document.element.body.iter(f"{_W}p"):
        if any(up.tag in {f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom"} for up in element.iterancestors()):
            continue
        paragraph = _Paragraph(links, notes, opened, ranged=ranged)
        _walk(element, paragraph)
        _close_comments(paragraph)
        for identifier, _, _ in paragraph.comments:
            place = len(builder.citations) + len(paragraph.marks)
            commented.setdefault(identifier, []).append(place)
            start, end = next((a, b) for i, a, b in paragraph.comments if i == identifier)
            paragraph.marks.append(_comment(notes, identifier, start, end))
        builder.add(paragraph.content, _block(element, styles, builder), paragraph.marks)
    builder.citations = list(_merged(builder, commented))
    return builder


# --- inside a paragraph -----------------------------------------------------------------------------------------------


def _walk(element: Any, paragraph: _Paragraph) -> None:  # noqa: ANN401 - an lxml element
    for child in element.iterchildren("*"):
        if child.tag in _LEFT_OUT:
            continue
        start = paragraph.length
        _take(child, paragraph)
        _walk(child, paragraph)
        if child.tag == f"{_W}hyperlink":
            paragraph.link(start, paragraph.links.get(child.get(f"{_R}id") or "", ""))
        elif child.tag == f"{_W}fldSimple":
            paragraph.link(start, _field_target(child.get(f"{_W}instr") or ""))


def _take(child: Any, paragraph: _Paragraph) -> None:  # noqa: ANN401 - an lxml element
    """Take what one element adds: characters, a mark, the begin or end of a comment or field."""
    identifier = child.get(f"{_W}id") or ""
    match child.tag.removeprefix(_W):
        case "t":
            paragraph.add(child.text or "")
        case "tab" | "br" | "cr" | "noBreakHyphen":
            paragraph.add(_CHARACTERS[child.tag])
        case "footnoteReference":
            paragraph.note(CitationKind.FOOTNOTE, identifier)
        case "endnoteReference":
            paragraph.note(CitationKind.ENDNOTE, identifier)
        case "commentRangeStart":
            paragraph.open[identifier] = paragraph.length
        case "commentRangeEnd" if identifier in paragraph.open:
            paragraph.ranged.add(identifier)
            paragraph.comments.append((identifier, paragraph.open.pop(identifier), paragraph.length))
        case "commentReference" if identifier not in paragraph.ranged and identifier not in paragraph.open:
            paragraph.comments.append((identifier, paragraph.length, paragraph.length))
        case "fldChar":
            _take_field(child.get(f"{_W}fldCharType") or "", paragraph)
        case "instrText" if paragraph.fields:
            paragraph.fields[-1][0].append(child.text or "")


def _take_field(kind: str, paragraph: _Paragraph) -> None:
    """Follow a field: what stands between `begin` and `separate` instructs, what stands up to `end` is shown."""
    if kind == "begin":
        paragraph.fields.append(([], paragraph.length))
    elif kind == "end" and paragraph.fields:
        instruction, start = paragraph.fields.pop()
        paragraph.link(start, _field_target("".join(instruction)))


def _field_target(instruction: str) -> str:
    found = _HYPERLINK.match(instruction)
    return found[1] if found else ""


def _close_comments(paragraph: _Paragraph) -> None:
    """A comment that goes on keeps what it covers here, and begins again with the next paragraph."""
    for identifier, start in list(paragraph.open.items()):
        paragraph.comments.append((identifier, start, paragraph.length))
        paragraph.open[identifier] = 0
        paragraph.ranged.add(identifier)


def _comment(notes: Notes, identifier: str, start: int, end: int) -> Mark:
    note = notes.get((CitationKind.COMMENT, identifier), _Note("", ""))
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


def _notes(part: Any) -> Iterator[tuple[tuple[CitationKind, str], _Note]]:  # noqa: ANN401 - python-docx's part
    """Yield footnotes, endnotes and comments by kind and number."""
    from docx.oxml.parser import parse_xml

    kinds = {"footnotes": CitationKind.FOOTNOTE, "endnotes": CitationKind.ENDNOTE, "comments": CitationKind.COMMENT}
    for relation in part.rels.values():
        kind = kinds.get(relation.reltype.rsplit("/", 1)[-1])
        if kind is None or relation.is_external:
            continue
        target = relation.target_part
        links = _links(target) if hasattr(target, "rels") else {}
        for element in parse_xml(target.blob).iterchildren(f"{_W}{kind}"):
            if element.get(f"{_W}type", "normal") == "normal":
                yield (kind, element.get(f"{_W}id") or ""), _note(element, links)


def _note(element: Any, links: Mapping[str, str]) -> _Note:  # noqa: ANN401 - an lxml element
    words, targets = list[str](), list[str]()
    for paragraph_element in element.iter(f"{_W}p"):
        paragraph = _Paragraph(links, {}, {})
        _walk(paragraph_element, paragraph)
        words.append(paragraph.content)
        targets.extend(mark.target for mark in paragraph.marks)
    text = " ".join(" ".join(words).split())
    return _Note(text, next(iter(targets), ""), element.get(f"{_W}author") or "")


def _styles(element: Any) -> Iterator[tuple[str, tuple[str, str]]]:  # noqa: ANN401 - an lxml element
    """Yield the name and the base of each paragraph style, by its id."""
    for style in element.iterchildren(f"{_W}style"):
        values = {child.tag: child.get(f"{_W}val") or "" for child in style.iterchildren("*")}
        name = "heading" if style.find(f"{_W}pPr/{_W}outlineLvl") is not None else values.get(f"{_W}name", "")
        known = values.get(f"{_W}name", "").lower()
        yield (
            style.get(f"{_W}styleId") or "",
            (
                known if known.startswith(("heading", "title", "caption")) else name.lower(),
                values.get(f"{_W}basedOn", ""),
            ),
        )


def _block(element: Any, styles: Mapping[str, tuple[str, str]], builder: TextBuilder) -> Block:  # noqa: ANN401 - lxml
    style = element.find(f"{_W}pPr/{_W}pStyle")
    identifier = style.get(f"{_W}val") or "" if style is not None else ""
    for _ in range(_BASES):
        name, base = styles.get(identifier, ("", ""))
        if name == "title" or (name == "heading 1" and not builder.parts):
            return Block.HEADLINE
        if name.startswith("heading") or name == "subtitle":
            return Block.HEADING
        if name == "caption":
            return Block.CAPTION
        identifier = base
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    return Block.HEADING if outline is not None and (outline.get(f"{_W}val") or "9") < "9" else Block.BODY
