"""PDF as an article: the text layer through pypdf, its lines joined to paragraphs, page numbers kept as markers.

A PDF has lines and no paragraphs. Lines are joined where the line before was full; larger type is a heading. What
stands alike at the edge of several pages (running heads, page numbers) is left out, and said.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from factcheck.claims.page.published import lone_date_end
from factcheck.corpus.readers.building import TextBuilder
from factcheck.corpus.readers.pdf_columns import Drawn, in_columns
from factcheck.corpus.readers.properties import of_pdf
from factcheck.domain import Block, Problem
from factcheck.errors import InputError

EXTRA = "factcheck-workbench[pdf]"

MOST_PAGES = 2_000
LONGEST_TEXT = 8_000_000
"""Characters; an article has some thousands, a law some million."""

HEADING_RATIO = 1.15
"""How much larger than the body a heading is set. Typographic scales step by 1.2 (minor third) and more."""

FULL = 0.75
"""Of the width of the widest lines: a shorter line without a full stop behind it ends a paragraph, too."""

HEADING_WORDS = 25

EDGE = 3
"""Lines at the top and at the bottom of a page that can be running heads: title, date, page number."""

HEAD = 1024
"""Bytes in which the header of a PDF stands: viewers let other lines stand before it, and so do we."""
_BEGINS = re.compile(rb"(?:\A|[\r\n\x00])[ \t]*%PDF-\d")
_ENDS = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|photo|image|chart|map|abbildung|abb\.|tabelle|foto)\s?(?:\d{1,3}\b|:)", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s?)?(?:page\s|seite\s|p\.\s?)?\d{1,4}(?:\s?(?:of|/|von)\s?\d{1,4})?(?:\s?[-–—|])?", re.IGNORECASE
)
_SPEAKER = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’' -]{1,40}(?:\([^()]{1,30}\))?:\s|[QA][.:]\s")
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"\s{3,}|\t")
_BULLET = re.compile(r"(?:[•●▪‣◦*–-]|\(?\d{1,2}[.)])\s")


def is_pdf(head: bytes) -> bool:
    """Tell a PDF by its header, which begins a line: a text may speak of one. What holds a PDF has it, too."""
    return _BEGINS.search(head[:HEAD]) is not None


@dataclass(slots=True)
class Line:
    """A line of a page, with the size of most of its type; `gap`: a blank line stands before it."""

    text: str
    size: float
    page: int
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """The text of a PDF, what it says of itself (`properties`), and what was not certain about it.

    `running`: the running heads of its first page, which are no text of it, line by line.
    """

    builder: TextBuilder
    said: Mapping[str, str] = field(default_factory=dict)
    running: str = ""
    notices: tuple[Problem, ...] = field(default=())


def read_pdf(data: bytes, name: str, *, partly: bool = False) -> PdfText:
    """Read a PDF. `partly`: of one that is too long, read the first MOST_PAGES, and say so.

    Raises:
        InputError: pypdf is not installed, or the file is encrypted, damaged, too long or has no text layer.
    """
    try:
        import pypdf
    except ImportError as error:
        raise InputError(
            "PDF files need pypdf", hint=f"pip install '{EXTRA}', or export it as text", subject=name
        ) from error
    with _complaints() as told:
        reader = _opened(pypdf, data, name, partly=partly)
        pages = len(reader.pages)
        lines, unread, columns = _lines_of(reader, name)
        said = _said(reader)
    if not lines:
        raise InputError(
            "is a PDF without a text layer (pictures of pages)", hint="run it through OCR and try again", subject=name
        )
    kept, left_out = _without_edges(lines)
    builder = TextBuilder()
    _build(builder, kept or lines)
    notices = [*_notices(name, told, unread, left_out if kept else 0)]
    if columns:
        where = "1 page were" if columns == 1 else f"{columns} pages were"
        reason = f"the columns of {where} drawn row by row; they are read one after the other"
        notices.append(Problem(path=name, reason=reason, remedy="hold the text against the original"))
    if pages > MOST_PAGES:
        reason = f"has {pages} pages; those after page {MOST_PAGES} were not read"
        notices.append(Problem(path=name, reason=reason, remedy="split it"))
    left = {id(line) for line in lines} - {id(line) for line in kept or lines}
    running = "\n".join(line.text for line in lines if id(line) in left and line.page == lines[0].page)
    return PdfText(builder=builder, said=said, running=running, notices=tuple(notices))


def _opened(pypdf: Any, data: bytes, name: str, *, partly: bool) -> Any:  # noqa: ANN401 - a library and its reader
    damaged = InputError(
        "is a PDF that is damaged: its pages cannot be found (broken xref)",
        hint="print it to a new PDF from a viewer, or export it as text",
        subject=name,
    )
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not _unlocked(reader)
        pages = 0 if locked else len(reader.pages)
    except Exception as error:  # a damaged PDF makes pypdf raise nearly anything
        raise damaged from error
    if locked:
        raise InputError("is an encrypted PDF", hint="save or print it without protection", subject=name)
    if not pages:
        raise damaged
    if pages > MOST_PAGES and not partly:
        raise InputError(f"has {pages} pages, more than {MOST_PAGES}", hint="split it", subject=name)
    return reader


def _said(reader: Any) -> dict[str, str]:  # noqa: ANN401 - pypdf's reader
    try:
        return of_pdf(reader.metadata)
    except Exception:  # noqa: BLE001 - a damaged PDF makes pypdf raise nearly anything; its text is read all the same
        return {}


def _unlocked(reader: Any) -> bool:  # noqa: ANN401 - pypdf's reader
    """Try the empty password, with which a PDF opens that only forbids printing or copying."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - a cipher that is not installed: a password is needed in any case
        return False


def _lines_of(reader: Any, name: str) -> tuple[list[Line], int, int]:  # noqa: ANN401 - pypdf's reader
    """Return the lines of all pages, how many pages gave none, and in how many columns had to be told apart."""
    lines: list[Line] = []
    unread = length = columns = 0
    for number in range(min(len(reader.pages), MOST_PAGES)):
        try:
            found, in_our_order = _page_lines(reader.pages[number], number + 1)
        except Exception:  # noqa: BLE001 - one bad page never stops the others; it is counted
            found, in_our_order = [], False
        unread += not found
        columns += in_our_order
        lines.extend(found)
        length += sum(len(line.text) for line in found)
        if length > LONGEST_TEXT:
            raise InputError(f"has more than {LONGEST_TEXT // 10**6} million characters", hint="split it", subject=name)
    return lines, unread, columns


def _page_lines(page: Any, number: int) -> tuple[list[Line], bool]:  # noqa: ANN401 - pypdf's page
    """Return the lines of a page, and whether columns had to be told apart.

    Sizes are those of the text's matrix times its font size, as it appears.
    """
    pieces: list[Drawn] = []

    def keep(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        base = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append(Drawn(text, round(abs(size) * scale, 1), left, base))

    page.extract_text(visitor_text=keep)
    ordered, in_our_order = in_columns(pieces)
    lines: list[Line] = []
    gap = False
    for text, size in _split(ordered):
        parts = [" ".join(part.split()) for part in _with_date_apart(text.replace("\x00", ""))]
        lines.extend(Line(words, size, number, gap=gap) for words in parts if words)
        gap = not any(parts)
    return lines, in_our_order


def _with_date_apart(text: str) -> list[str]:
    """Part a line where a date stands apart from other words in it: a headline on the left, its date on the right."""
    parts = _GAP.split(text)
    return parts if len(parts) > 1 and any(lone_date_end(part, 0, len(part)) for part in parts) else [text]


def _split(pieces: Sequence[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Join pieces to lines; a line's size is that of most of its characters."""
    words: list[str] = []
    sizes: Counter[float] = Counter()
    for text, size in pieces:
        for position, part in enumerate(text.split("\n")):
            if position:
                yield "".join(words), _most(sizes)
                words, sizes = [], Counter()
            words.append(part)
            sizes[size] += len(part.strip())
    yield "".join(words), _most(sizes)


def _most(sizes: Counter[float]) -> float:
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_edges(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Leave out page numbers, and what stands alike (but for numbers) at the edges of several pages.

    Never what ends like a sentence: a text can say the same of one ward after the other, a page each.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) == 1:
        return list(lines), 0
    edges = (_alike(line) for page in pages.values() for line in {id(e): e for e in _edges(page)}.values())
    least = max(2, len(pages) // 2)
    running = {words for words, n in Counter(edges).items() if n >= least and not _ENDS.search(words)}
    kept = [line for page in pages.values() for line in _peeled(page, running)]
    return kept, len(lines) - len(kept)


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the lines that can be a running head or foot; not all of a page that has no others."""
    return [*page[:EDGE], *page[-EDGE:]] if len(page) > 1 else []


def _alike(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _peeled(page: list[Line], running: set[str]) -> list[Line]:
    low, high = 0, len(page)
    while low < min(EDGE, high) and _runs(page[low], running):
        low += 1
    while high > max(low, len(page) - EDGE) and _runs(page[high - 1], running):
        high -= 1
    return page[low:high]


def _runs(line: Line, running: set[str]) -> bool:
    return _alike(line) in running or _PAGE_NUMBER.fullmatch(line.text) is not None


def _build(builder: TextBuilder, lines: Sequence[Line]) -> None:
    """Join lines to paragraphs and add them, each page's begin marked."""
    body = _body_size(lines)
    widest = _widest(lines)
    content, places, block, before = "", list[tuple[int, str]](), Block.BODY, None
    page = 0
    for line in lines:
        kind = _block_of(line, body, builder, first=before is None)
        if before is None or _new_paragraph(before, line, kind is not block, widest):
            builder.add(content, block, places=places)
            content, places, block = "", [], kind
        content = _joined(content, line.text)
        if line.page != page:
            page = line.page
            places.append((len(content) - len(line.text), f"page {page}"))
        before = line
    builder.add(content, block, places=places)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return _most(sizes)


def _widest(lines: Sequence[Line]) -> int:
    """Return a width that one line in ten reaches: a single long line says nothing of the column."""
    widths = sorted((len(line.text) for line in lines), reverse=True)
    return widths[len(widths) // 10]


def _block_of(line: Line, body: float, builder: TextBuilder, *, first: bool) -> Block:
    if _is_date(line):
        return Block.DATELINE
    if line.size >= body * HEADING_RATIO and len(line.text.split()) <= HEADING_WORDS:
        headline = first or (not builder.parts and line.size > body)
        return Block.HEADLINE if headline else Block.HEADING
    return Block.CAPTION if _CAPTION.match(line.text) else Block.BODY


def _is_date(line: Line) -> bool:
    """Tell whether a line is a date on its own, as under a headline; it belongs to no line before or after it."""
    return lone_date_end(line.text, 0, len(line.text)) > 0


def _new_paragraph(before: Line, line: Line, changed: bool, widest: int) -> bool:
    """Tell whether a paragraph begins with `line`."""
    ended = _ENDS.search(before.text) is not None
    if line.page != before.page:
        return ended or not (line.text[0].islower() or before.text.endswith(("-", ","))) if not changed else True
    other_type = max(line.size, before.size) > min(line.size, before.size) * HEADING_RATIO
    if changed or line.gap or other_type or _BULLET.match(line.text) or _SPEAKER.match(line.text):
        return True
    short = len(before.text) < widest * FULL
    return short and (ended or line.text[0].isupper())


def _joined(content: str, line: str) -> str:
    """Join a line to a paragraph; a word that was parted at the line's end becomes one again."""
    if content.endswith("-") and len(content) > 1 and content[-2].isalpha() and line[0].islower():
        return content[:-1] + line
    return f"{content} {line}" if content else line


def _notices(name: str, told: Sequence[str], unread: int, left_out: int) -> Iterator[Problem]:
    if told:
        yield Problem(
            path=name,
            reason=f"is damaged and was mended while it was read ({told[0]}{', and more' if len(told) > 1 else ''})",
            remedy="hold the text against the original",
        )
    if unread:
        yield Problem(
            path=name,
            reason=f"{unread} {'page' if unread == 1 else 'pages'} gave no text (pictures, or damaged)",
            remedy="run it through OCR, or export it as text",
        )
    if left_out:
        yield Problem(
            path=name,
            reason=f"{left_out} running heads and page numbers were left out",
            remedy="look at the edges of its pages if words are missing",
        )


class _Keeper(logging.Handler):
    """Keeps what pypdf logs, so that it is said in our words and not printed past us."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first messages; a broken file can make thousands."""
        if len(self.told) < 2:  # noqa: PLR2004 - the first is shown, the second says that there are more
            self.told.append(" ".join(record.getMessage().split())[:120])


@contextmanager
def _complaints() -> Iterator[list[str]]:
    logger, keeper = logging.getLogger("pypdf"), _Keeper()
    before = logger.propagate
    logger.addHandler(keeper)
    logger.propagate = False
    try:
        yield keeper.told
    finally:
        logger.removeHandler(keeper)
        logger.propagate = before
