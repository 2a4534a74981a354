"""One paragraph of a DOCX: its characters in order, and the notes, links and comments that stand between them.

Text that is deleted (tracked changes) or struck through is left out, inserted text is read; text boxes are paragraphs
of their own.
Source: ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.claims.sources.citations import find_pointer
from factcheck.corpus.readers.building import Mark, before_call, calls_note, note_mark, raised_digits
from factcheck.domain import CitationKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEFT_OUT = frozenset(
    [f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}txbxContent", f"{W}delText", f"{MC}Fallback"]
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": CitationKind.FOOTNOTE, "endnoteReference": CitationKind.ENDNOTE}
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+"([^"]{1,2000})"')


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment: its words, the first link in it, and who wrote it."""

    text: str
    url: str = ""
    author: str = ""


Notes = Mapping[tuple[CitationKind, str], Note]


@dataclass(slots=True)
class Ranges:
    """The comments of a document whose range is open: where it began in its paragraph; those that had a range."""

    open: dict[str, int] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def begin(self, identifier: str, at: int) -> None:
        """Open a range."""
        self.open[identifier] = at
        self.fresh.add(identifier)
        self.seen.add(identifier)


@dataclass(slots=True)
class Paragraph:
    """The characters of a paragraph as they come, the marks in them, and the stretches that comments are on."""

    links: Mapping[str, str] = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)
    ranges: Ranges = field(default_factory=Ranges)
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    comments: list[tuple[str, int, int]] = field(default_factory=list)
    fields: list[tuple[list[str], int]] = field(default_factory=list)
    length: int = 0

    @property
    def content(self) -> str:
        """The characters so far."""
        return "".join(self.pieces)

    def read(self, element: Any) -> None:  # noqa: ANN401 - an lxml element
        """Read the paragraph; a comment that goes on behind it keeps what it covers here."""
        self._walk(element)
        for identifier in self.ranges.fresh & self.ranges.open.keys():
            self.comments.append((identifier, self.ranges.open[identifier], self.length))
            self.ranges.open[identifier] = 0
        self.ranges.fresh.clear()

    def _walk(self, element: Any) -> None:  # noqa: ANN401 - an lxml element
        for child in element.iterchildren("*"):
            if child.tag in _LEFT_OUT or is_struck(child):
                continue
            start = self.length
            self._take(child.tag.removeprefix(W), child)
            self._walk(child)
            if child.tag == f"{W}hyperlink":
                self._link(start, self.links.get(child.get(f"{_R}id") or "", ""))
            elif child.tag == f"{W}fldSimple":
                self._link(start, _field_target(child.get(f"{W}instr") or ""))

    def _take(self, tag: str, child: Any) -> None:  # noqa: ANN401 - an lxml element
        """Take what one element adds: characters, a mark, the begin or end of a comment or field."""
        if tag == "t":
            text = child.text or ""
            self._add(raised_digits(text) if _is_raised(child.getparent()) and text.strip().isdecimal() else text)
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag])
        elif tag in _NOTES:
            self._note(_NOTES[tag], child.get(f"{W}id") or "")
        elif tag.startswith("comment"):
            self._take_comment(tag, child.get(f"{W}id") or "")
        elif tag == "fldChar":
            self._take_field(child.get(f"{W}fldCharType") or "")
        elif tag == "instrText" and self.fields:
            self.fields[-1][0].append(child.text or "")

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _note(self, kind: CitationKind, identifier: str) -> None:
        note = self.notes.get((kind, identifier))
        if note is not None:
            self.marks.append(note_mark(self.length, self.length, kind, note.text, url=note.url))

    def _take_comment(self, tag: str, identifier: str) -> None:
        """Follow a comment: its reference stands behind its range, and alone where it has none."""
        if tag == "commentRangeStart":
            self.ranges.begin(identifier, self.length)
        elif identifier in self.ranges.open:
            self.comments.append((identifier, self.ranges.open.pop(identifier), self.length))
        elif tag == "commentReference" and identifier not in self.ranges.seen:
            self.comments.append((identifier, self.length, self.length))

    def _take_field(self, kind: str) -> None:
        """Follow a field: what stands between `begin` and `separate` instructs, what stands up to `end` is shown."""
        if kind == "begin":
            self.fields.append(([], self.length))
        elif kind == "end" and self.fields:
            instruction, start = self.fields.pop()
            self._link(start, _field_target("".join(instruction)))

    def _link(self, start: int, target: str) -> None:
        if target and calls_note(self.content[start:], self.content[:start]):
            self.pieces = [before_call(self.content[:start])]
            self.length = len(self.content)
            self.marks.append(note_mark(self.length, self.length, CitationKind.FOOTNOTE, "", url=target))
        elif target and self.length > start:
            pointer = find_pointer(target)
            self.marks.append(
                Mark(start=start, end=self.length, kind=CitationKind.LINK, target=target, pointer=pointer)
            )


def is_on(run: Any, switch: str) -> bool:  # noqa: ANN401 - an lxml element
    """Tell whether a run has a property that is on or off ("vanish", "strike")."""
    found = run.find(f"{W}rPr/{W}{switch}")
    return found is not None and found.get(f"{W}val", "true") not in ("0", "false", "off")


def is_struck(run: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Tell whether an element is a run that is struck through: who writes so takes it back."""
    return run.tag == f"{W}r" and (is_on(run, "strike") or is_on(run, "dstrike"))


def _is_raised(run: Any) -> bool:  # noqa: ANN401 - an lxml element
    return any(one.get(f"{W}val") == "superscript" for one in run.iterfind(f"{W}rPr/{W}vertAlign"))


def _field_target(instruction: str) -> str:
    found = _HYPERLINK.match(instruction)
    return found[1] if found else ""
