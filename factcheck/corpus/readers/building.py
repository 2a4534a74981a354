"""Put the text of an article together from its blocks, and keep what the format says of them at the right offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.claims.sources.citations import find_pointer, find_url
from factcheck.claims.sources.notes import asserts
from factcheck.domain import Block, Citation, CitationKind, LayoutHint, Marker, Span
from factcheck.text.invisible import INVISIBLE

BREAK = "\n\n"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CELLS_APART = " | "
"""Between the cells of a row: a row is one line, and its cells can be told apart in it."""


_PRINTED = frozenset([CitationKind.FOOTNOTE, CitationKind.ENDNOTE])

SHOWN = 60
"""Characters of the first of several pieces, to know it by."""


def told(pieces: Sequence[str], one: str, several: str, became: str = "left out") -> str:
    """Return what became of pieces of a file, with how many they are and the words of the first."""
    number = f"1 {one} was" if len(pieces) == 1 else f"{len(pieces)} {several} were"
    first = pieces[0] if len(pieces[0]) <= SHOWN else f"{pieces[0][:SHOWN]}…"
    return f"{number} {became} (“{first}”{', and more' if len(pieces) > 1 else ''})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A citation in one block, before the block has its place: `[start, end)` counts in the block's own content."""

    start: int
    end: int
    kind: CitationKind
    target: str
    pointer: str = ""
    note: str = ""
    author: str = ""


def raised_digits(text: str) -> str:
    """Return a text with its digits raised: a number that a note is glued to stays that number."""
    return text.translate(_RAISED)


_CALL = re.compile(r"\s*(?:\[\^?\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3}|(?P<bare>\d{1,3}))\s*")


def calls_note(words: str, before: str) -> bool:
    """Tell whether a link shows the number of a source, and no words: "[2]", "²", or a 2 that a word is glued to.

    `before`: what stands in front of it in its block.
    """
    found = _CALL.fullmatch(words)
    glued = bool(before) and not before[-1].isspace()
    return found is not None and (not found["bare"] or glued)


def before_call(before: str) -> str:
    """Return what stands in front of a link that shows a number alone, without the blank before it."""
    return before.rstrip(" \u00a0")


def note_mark(start: int, end: int, kind: CitationKind, note: str, *, url: str = "", author: str = "") -> Mark:
    """Make the mark of a note in words: its target is the link in it, else its first URL, else the note itself."""
    target = url or find_url(note) or note
    return Mark(start=start, end=end, kind=kind, target=target, pointer=find_pointer(note), note=note, author=author)


@dataclass(slots=True)
class TextBuilder:
    """Blocks in, one text out: blocks apart by a blank line, each stripped; what is empty is left out."""

    parts: list[str] = field(default_factory=list)
    layout: list[LayoutHint] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    @property
    def position(self) -> int:
        """Where the next block will begin."""
        return self.length + len(BREAK) if self.parts else 0

    def add(
        self,
        content: str,
        block: Block = Block.BODY,
        marks: Sequence[Mark] = (),
        places: Sequence[tuple[int, str]] = (),
        apart: str = BREAK,
    ) -> None:
        """Add a block. Marks in a block without words are kept at the end of the block before.

        `places`: (offset in the content, locator), where a page or a cue begins; `apart`: what parts it from the block
        before.
        """
        stripped = content.strip()
        cut = len(content) - len(content.lstrip())
        if stripped:
            start = self.length + len(apart) if self.parts else 0
            if self.parts:
                self.parts.append(apart)
            self.parts.append(stripped)
            self.length = start + len(stripped)
            if block is not Block.BODY:
                self.layout.append(LayoutHint(start=start, end=self.length, block=block))
        else:
            start, cut = self.length, 0
        self.citations.extend(_placed(mark, stripped, start, cut) for mark in marks)
        self.markers.extend(Marker(start=start + max(0, at - cut), locator=where) for at, where in places)

    def headed(self, headline: str) -> TextBuilder:
        """Return the same text below a headline."""
        by = len(headline) + len(BREAK)
        return TextBuilder(
            parts=[headline, BREAK, *self.parts],
            layout=[
                LayoutHint(start=0, end=len(headline), block=Block.HEADLINE),
                *(replace(hint, start=hint.start + by, end=hint.end + by) for hint in self.layout),
            ],
            citations=[replace(c, anchor=_moved(c.anchor, by)) for c in self.citations],
            markers=[replace(marker, start=marker.start + by) for marker in self.markers],
            length=self.length + by,
        )


def add_notes(builder: TextBuilder) -> None:
    """Add the footnotes and endnotes that assert something behind the text, each once: they are part of the article.

    A note that only names a source is a citation and no more; so are comments, which nobody publishes.
    """
    notes = dict.fromkeys(one.note for one in builder.citations if one.kind in _PRINTED)
    for note in notes:
        if note and asserts(note):
            builder.add(note, Block.NOTE)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _placed(mark: Mark, content: str, start: int, cut: int) -> Citation:
    """Turn a mark into a citation. An empty anchor moves back over blanks, right behind the word that it follows."""
    low, high = (min(max(at - cut, 0), len(content)) for at in (mark.start, mark.end))
    words = content[low:high].strip()
    if words:
        low = content.index(words, low)
        high = low + len(words)
    else:
        low = high = len(content[:low].rstrip())
    return Citation(
        anchor=Span(start + low, start + high, content[low:high]),
        kind=mark.kind,
        target=mark.target,
        pointer=mark.pointer,
        note=mark.note,
        author=mark.author,
    )


def folded(content: str, marks: Sequence[Mark]) -> tuple[str, list[Mark]]:
    """Fold white space to single blanks, without what is invisible in words, and move the marks with the words."""
    pieces: list[str] = []
    moved: list[int] = []
    length = 0
    blank = True
    for character in content:
        moved.append(length)
        if character in INVISIBLE:
            continue
        if not character.isspace():
            pieces.append(character)
            length += 1
        elif not blank:
            pieces.append(" ")
            length += 1
        blank = character.isspace()
    moved.append(length)
    return "".join(pieces), [replace(mark, start=moved[mark.start], end=moved[mark.end]) for mark in marks]
