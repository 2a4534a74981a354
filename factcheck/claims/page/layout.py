"""Part an article into its pieces: date line, headline, labels, headings, teasers, captions, boilerplate and body.

What a file format says (`LayoutHint`) comes first; otherwise what a line says itself (`lines`), and what the lines
around it tell: each rule is named in the piece's `reason`. Nothing is removed: the pieces cover all of the text but
white space, in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.page.furniture import BYLINE
from factcheck.claims.page.headlines import in_title_case
from factcheck.claims.page.lines import HEADLINE_LIMIT, TERMINAL, ends_inside, line_pieces
from factcheck.claims.page.listed import LISTED_WORDS, is_list_label, is_listed
from factcheck.claims.page.pieces import Pair, Piece, begins_line, is_own
from factcheck.claims.page.published import HEAD
from factcheck.claims.page.signatures import sign_quotations, signs
from factcheck.claims.page.teasers import Article
from factcheck.domain import Block, LayoutHint
from factcheck.text.paragraphs import line_spans, paragraph_spans, trim

REPEATED_WITHIN = 8  # pieces from the top in which a page repeats its headline
REPEATED_MORE = 40  # characters that it may add: "AP Photo", the name of the paper
LISTS = re.compile(
    r"(?:most (?:read|popular)|related|recommended|read (?:more|next|also)|see also|more (?:from|on|stories)|trending|"
    r"share this|don[’']t miss|you may also like)\b(?:(?!:\s\S)[^\n.!?]){0,30}$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")


def find_pieces(text: str, hints: Sequence[LayoutHint] = (), spoken: Sequence[Pair] = ()) -> list[Piece]:
    """Return the pieces of `text`, in order; they cover every character that is not white space.

    In the stretches `spoken`, in order, a line is somebody's words, whatever it looks like.
    """
    lines = [line for a, b in paragraph_spans(text, 0, len(text)) for line in _trimmed_lines(text, a, b)]
    ordered = sorted(hints, key=lambda hint: (hint.start, -hint.end))
    starts = [hint.start for hint in ordered]
    pieces: list[Piece] = []
    article = Article(text)
    headline_open, bodies = True, 0
    listing, below = False, 0  # whether a list of other stories goes on, and where its last line ends
    final = bisect_left(lines, (notes_start(text, hints), 0)) - 1
    for index, (low, high) in enumerate(lines):
        hint = _hint_at(ordered, starts, low, high)
        if hint is not None:
            new = [Piece(low, high, hint, "format")]
            if hint is Block.CAPTION:
                sign_quotations(pieces, (low, high))
        else:
            lead = headline_open or not bodies
            last = index == final
            new = list(line_pieces(article, low, high, headline_open=headline_open, last=last, lead=lead))
            if pieces and len(new) == 1 and begins_line(text, pieces[-1]) and _listed(text, pieces[-1], new[0]):
                new = [Piece(low, high, Block.TEASER, "under-label")]
        labels = is_list_label(text[low:high])
        heads = all(p.block is Block.HEADING for p in new)
        apart = not heads and below > 0 and text.count("\n", below, low) > 1
        listing = labels or (listing and _goes_on(new) and is_listed(text[low:high], apart=apart))
        if listing and not labels:
            new = [Piece(low, high, Block.TEASER, "under-label")]
        below = high if listing and not labels else 0
        signed = next((k for k in range(len(pieces) - 1, -1, -1) if is_own(pieces[k])), -1)
        named = [p for p in new if is_own(p)]
        if signed >= 0 and len(named) == 1 and hint is None and signs(text, pieces[signed], named[0]):
            signature = named[0].start, named[0].end
            bodies -= pieces[signed].block is Block.BODY
            pieces[signed] = replace(
                pieces[signed], block=Block.PULL_QUOTE, reason="signed-quotation", speaker=signature
            )
            new = [Piece(*signature, Block.CAPTION, "signature") if is_own(p) else p for p in new]
        headline_open = headline_open and all(p.block is Block.DATELINE or p.boilerplate for p in new)
        bodies += sum(p.block is Block.BODY and not p.boilerplate for p in new)
        pieces.extend(new)
    return (
        [_as_spoken(p, spoken) for p in _headline_once(text, _one_line(pieces))]
        if spoken
        else list(_headline_once(text, _one_line(pieces)))
    )


def _goes_on(new: Sequence[Piece]) -> bool:
    """Tell whether a line may belong to a list of other stories: it is text, or looks like a heading."""
    return all(p.block in (Block.BODY, Block.HEADING, Block.TEASER) and p.reason != "format" for p in new)


def notes_start(text: str, hints: Sequence[LayoutHint]) -> int:
    """Return where the notes behind a text begin; its end, where there are none."""
    return min((hint.start for hint in hints if hint.block in (Block.NOTE, Block.REFERENCE)), default=len(text))


def _as_spoken(piece: Piece, spoken: Sequence[Pair]) -> Piece:
    """Return a line of a transcript as text where it only looks like a heading, since it has no full stop."""
    at = bisect_right(spoken, (piece.start, piece.end)) - 1
    inside = at >= 0 and piece.start < spoken[at][1]
    looks = piece.reason in ("no-full-stop", "first-line", "ends-in-colon", "repeats-headline")
    return replace(piece, block=Block.BODY, reason="spoken") if inside and looks else piece


def _one_line(pieces: list[Piece]) -> list[Piece]:
    """Read a line without a full stop as text where it is all that there is, as of a pasted statement."""
    spoken = any(p.block in (Block.BODY, Block.PULL_QUOTE) and not p.boilerplate for p in pieces)
    lines = [k for k, p in enumerate(pieces) if p.reason == "no-full-stop"]
    if spoken or len(lines) != 1:
        return pieces
    return [replace(p, block=Block.BODY, reason="only-line") if k in lines else p for k, p in enumerate(pieces)]


def _listed(text: str, before: Piece, line: Piece) -> bool:
    """Tell whether a line is another story's headline under a label such as "Most read".

    It is in title case; or it is no more than a line without a full stop, though a sentence may end inside it.
    """
    if LISTS.match(text, before.start, before.end) is None or line.end - line.start > HEADLINE_LIMIT:
        return False
    words = text[line.start : line.end]
    short = words.count(" ") < LISTED_WORDS and (TERMINAL.search(words) is None or words.endswith("?"))
    return in_title_case(words) or (short and line.block is Block.BODY and ends_inside(words) is not None)


def _headline_once(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Set a line aside that only repeats the headline, as a page's title does; one with a full stop is the text's."""
    headline = next((_bare(text, p) for p in pieces if p.block is Block.HEADLINE), "")
    seen = False
    for index, piece in enumerate(pieces):
        first = piece.block is Block.HEADLINE and not seen
        seen = seen or first
        near = headline and not first and index < REPEATED_WITHIN and not piece.boilerplate
        if near and piece.block in (Block.BODY, Block.HEADLINE) and _repeats(text, piece, headline):
            yield replace(piece, block=Block.HEADING, reason="repeats-headline")
        else:
            yield piece


def _repeats(text: str, piece: Piece, headline: str) -> bool:
    if piece.end - piece.start > HEADLINE_LIMIT + REPEATED_MORE or TERMINAL.search(text, piece.start, piece.end):
        return False
    line = _bare(text, piece)
    return headline in line and len(line) <= len(headline) + REPEATED_MORE


def _bare(text: str, piece: Piece) -> str:
    """Return the words of a headline in small letters, without what a page adds to them ("… | The Courier")."""
    return " ".join(_WORDS.findall(text[piece.start : piece.end].casefold()))


def _trimmed_lines(text: str, low: int, high: int) -> Iterator[Pair]:
    for a, b in line_spans(text, low, high):
        start, end = trim(text, a, b)
        if start < end:
            yield from _beside_byline(text, start, end)


def _beside_byline(text: str, low: int, high: int) -> Iterator[Pair]:
    """Part a headline, the byline in the line right under it, and the text that may follow in the next."""
    begin = low
    for line in re.finditer(r"[^\n]+", text[low:high]) if low < HEAD else ():
        start, end = trim(text, low + line.start(), low + line.end())
        if BYLINE.fullmatch(text, start, end):
            if begin < start:
                yield trim(text, begin, start)
            yield start, end
            begin = trim(text, end, high)[0]
    if begin < high:
        yield begin, high


def _hint_at(hints: Sequence[LayoutHint], starts: Sequence[int], low: int, high: int) -> Block | None:
    """Return the block of the last hint that begins at or before `low` and covers the line's first half."""
    index = bisect_right(starts, low) - 1
    if index < 0 or hints[index].end < (low + high) // 2 or hints[index].block is Block.BODY:
        return None
    return hints[index].block


__all__ = ["LISTS", "find_pieces", "notes_start"]
