"""Numbered notes: the marks in a text ("[2]", "[1, 3–4]", "²") and the list of notes that they lead to.

Marks and list are told by each other: a list counts from 1, and has every number that the text calls; a number in
brackets without such a list stays what the writer put there. A list is known by its heading ("Sources", "Anmerkungen"),
by numbers that nothing but notes have ("[1]", "¹"), or by addresses at the end of the text. Where a page or a word
processor counts the items itself, the list has no numbers in the text: under its heading, then, the marks have to call
each of its items. Looks no source up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.sources.citations import find_pointer, find_url
from factcheck.claims.sources.marks import Mark, Style, marks_of, raised_number
from factcheck.domain import Block, Citation, CitationKind, LayoutHint, Span
from factcheck.text.addresses import numbers_in
from factcheck.text.paragraphs import paragraph_spans, trim

LONGEST_HEADING = 60
"""Characters of a line that can be the heading of a list of notes."""
MOST_LISTS = 20
"""Lists of a text that are looked at, the last first."""

_SOURCES = (
    "sources|references|reference list|bibliography|works cited|literature|further reading|citations|sources cited|"
    "list of sources|quellen|quellenangaben|quellenverzeichnis|quellennachweise?|literatur|literaturverzeichnis|"
    "literaturangaben|einzelnachweise|belege|nachweise|referenzen"
)
_NOTES = "notes|footnotes|endnotes|end notes|anmerkungen|fu(?:ß|ss)noten|endnoten"
_HEADING = re.compile(
    rf"[#*_=\s]*(?:(?P<sources>(?:(?:{_NOTES})\s(?:and|und|&)\s)?(?:{_SOURCES})(?:\s(?:and|und|&)\s(?:{_NOTES}))?)|"
    rf"{_NOTES})\s?:?[*_=\s]*",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"[ \t>*_-]{0,8}(?:\[\^?(?P<bracket>\d{1,3})\]:?|\((?P<paren>\d{1,3})\)|(?P<dot>\d{1,3})[.)](?=\s)|"
    r"⁽?(?P<raised>[⁰¹²³⁴-⁹]{1,3})[⁾)]?)[ \t]*(?:[\^↑][ \t]*)?(?=\S)"
)
_BACK = " \t↑↩⤴^\ufe0e\ufe0f"
"""What leads back from a note to its mark."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the list, `[start, end)`; its words begin at `words`, behind its number."""

    start: int
    words: int
    end: int


@dataclass(frozen=True, slots=True)
class NumberedNotes:
    """The list of a text (its heading, or where it begins; entry 1 first), and the marks that call it, in order.

    `of_sources`: the heading says that it names sources, and nothing else.
    """

    heading: Pair
    entries: tuple[Entry, ...]
    marks: tuple[Mark, ...]
    of_sources: bool

    def hints(self, text: str) -> Iterator[LayoutHint]:
        """Yield what the list is: a heading, references, and notes that may assert something."""
        if self.heading[0] < self.heading[1]:
            yield LayoutHint(start=self.heading[0], end=self.heading[1], block=Block.HEADING)
        for one in self.entries:
            block = Block.REFERENCE if self.of_sources or _has_address(text[one.words : one.end]) else Block.NOTE
            yield LayoutHint(start=one.start, end=one.end, block=block)


def find_notes(text: str) -> NumberedNotes | None:
    """Return the numbered notes of a text, None where no list fits the marks in it."""
    marks = {style: list(marks_of(text, style)) for style in Style}
    if not any(marks.values()):
        return None
    lines = _lines(text)
    for found in (*list(_numbered(text, lines))[: -MOST_LISTS - 1 : -1], *_unnumbered(text, lines)):
        for style in found.styles:
            calling = found.called_by(marks[style])
            if calling:
                return NumberedNotes((found.begin, found.heading_end), found.entries, calling, found.of_sources)
    return None


def with_numbered(text: str, citations: Sequence[Citation]) -> tuple[tuple[Citation, ...], tuple[LayoutHint, ...]]:
    """Return the citations of a text, in order, with those that its numbered notes give; and which notes are links.

    A link inside a note that is called is that note's, and no citation beside it.
    """
    notes = find_notes(text)
    if notes is None:
        return tuple(citations), ()
    numbers = dict.fromkeys(number for mark in notes.marks for number in mark.numbers)
    called = [notes.entries[number - 1] for number in numbers]
    kept = [one for one in citations if not any(_is_in(one, entry) for entry in called)]
    made = [
        _citation(text, mark.behind, notes.entries[number - 1], citations)
        for mark in notes.marks
        for number in mark.numbers
    ]
    linked = [one for one in notes.entries if any(_is_in(c, one) and c.kind is CitationKind.LINK for c in citations)]
    hints = tuple(LayoutHint(start=one.start, end=one.end, block=Block.REFERENCE) for one in linked)
    return tuple(sorted([*kept, *made], key=lambda citation: citation.anchor.start)), hints


def without_number(sentence: str) -> str:
    """Return a sentence of a note without the number that its list gives it."""
    return sentence[number_end(sentence, 0, len(sentence)) :]


def number_end(text: str, start: int, end: int) -> int:
    """Return where the words of a note begin, behind the number at `start`; `start` where it has none."""
    found = _ENTRY.match(text, start, end)
    return found.end() if found else start


def _citation(text: str, at: int, entry: Entry, citations: Sequence[Citation]) -> Citation:
    note = " ".join(text[entry.words : entry.end].split()).strip(_BACK)
    inside = [one for one in citations if one.kind is CitationKind.LINK and _is_in(one, entry)]
    url = next((one.target for one in inside), "") or find_url(note)
    return Citation(
        anchor=Span(at, at, ""),
        kind=CitationKind.ENDNOTE,
        target=url or note,
        pointer=find_pointer(note),
        note=note,
    )


def _is_in(citation: Citation, entry: Entry) -> bool:
    return entry.start <= citation.anchor.start and citation.anchor.end <= entry.end and bool(citation.anchor.text)


def _has_address(words: str) -> bool:
    return bool(find_url(words) or numbers_in(words))


# --- lists ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _List:
    """A list that may be one of notes. `begin`: where its heading begins, or the list itself (`heading_end` too)."""

    begin: int
    heading_end: int
    entries: tuple[Entry, ...]
    styles: tuple[Style, ...]
    of_sources: bool
    is_numbered: bool = True

    def called_by(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """Return the marks outside of it, where all of them call notes of it; () else."""
        begin, end = self.begin, self.entries[-1].end
        outside = tuple(one for one in marks if one.end <= begin or one.start >= end)
        called = {number for one in outside for number in one.numbers}
        known = set(range(1, len(self.entries) + 1))
        return outside if (called <= known if self.is_numbered else called == known) else ()


_STYLES = {
    "bracket": (Style.BRACKET, Style.RAISED),
    "raised": (Style.RAISED, Style.BRACKET),
    "dot": (Style.BRACKET, Style.RAISED),
    "paren": (Style.BRACKET, Style.RAISED, Style.PAREN),
}
"""How the text may call a list whose numbers are written so, the likeliest first."""


def _lines(text: str) -> list[Pair]:
    """Return the lines of a text that are not blank, trimmed, in order."""
    lines = (trim(text, *found.span()) for found in re.finditer(r"[^\n]+", text))
    return [(low, high) for low, high in lines if low < high]


def _numbered(text: str, lines: Sequence[Pair]) -> Iterator[_List]:
    """Yield the lists that count from 1, each as long as it goes on, in order."""
    at = 0
    while at < len(lines):
        first = _ENTRY.match(text, *lines[at])
        number = _number(first) if first else 0
        if first is None or number != 1:
            at += 1
            continue
        entries, behind = _entries(text, lines, at, first.lastgroup or "")
        yield from _told(text, lines, at, behind, entries, first.lastgroup or "")
        at = behind


def _entries(text: str, lines: Sequence[Pair], at: int, form: str) -> tuple[tuple[Entry, ...], int]:
    """Return the notes from a line on, and the first line that is none of theirs: a blank line ends the last."""
    entries = list[Entry]()
    while at < len(lines):
        low, high = lines[at]
        found = _ENTRY.match(text, low, high)
        if found and found.lastgroup == form and _number(found) == len(entries) + 1:
            entries.append(Entry(low, found.end(), high))
        elif entries and text.count("\n", entries[-1].end, low) == 1 and not _heading(text, (low, high)):
            entries[-1] = Entry(entries[-1].start, entries[-1].words, high)
        else:
            break
        at += 1
    return tuple(entries), at


def _told(
    text: str, lines: Sequence[Pair], at: int, behind: int, entries: tuple[Entry, ...], form: str
) -> Iterator[_List]:
    """Yield a list that can be told to be one of notes."""
    heading = _heading(text, lines[at - 1]) if at else None
    addressed = sum(_has_address(text[one.words : one.end]) for one in entries)
    last = behind == len(lines) and 2 * addressed > len(entries)
    if heading:
        yield _List(*lines[at - 1], entries, _STYLES[form], bool(heading["sources"]))
    elif form in {"bracket", "raised"} or last:
        yield _List(entries[0].start, entries[0].start, entries, _STYLES[form], of_sources=False)


def _unnumbered(text: str, lines: Sequence[Pair]) -> Iterator[_List]:
    """Yield the list under the last heading of one, up to the end of the text: a paragraph an item, else a line."""
    at = next((k for k in range(len(lines) - 2, -1, -1) if _heading(text, lines[k])), None)
    if at is None:
        return
    heading = _heading(text, lines[at])
    items = list(paragraph_spans(text, lines[at][1], len(text)))
    for spans in (items, list(lines[at + 1 :])):
        entries = tuple(Entry(low, low, high) for low, high in spans)
        styles = (Style.BRACKET, Style.RAISED)
        yield _List(*lines[at], entries, styles, bool(heading and heading["sources"]), is_numbered=False)


def _number(found: re.Match[str]) -> int:
    digits = found[found.lastgroup or 0]
    return raised_number(digits) if found.lastgroup == "raised" else int(digits)


def _heading(text: str, line: Pair) -> re.Match[str] | None:
    return _HEADING.fullmatch(text, *line) if line[1] - line[0] <= LONGEST_HEADING else None


__all__ = ["Entry", "NumberedNotes", "find_notes", "number_end", "with_numbered", "without_number"]
