"""The article as it reads: claims numbered and strong in place, what was set aside dim, with what became of it.

The claim under the cursor is marked; of a long article the stretch around it is shown, and how much stands before and
after is said. Paragraphs keep their lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.domain import ClaimSummary, Disposition, Sentence
from factcheck.text.languages.language import UNSUPPORTED
from factcheck.tui.pieces import Line, Piece, Role, line, wrap
from factcheck.tui.rows import marks

AROUND = 8_000
"""Characters shown before and after the claim under the cursor: some five screens each way. Source: our own choice."""

KEPT = 512
"""Paragraphs kept as they were wrapped, so that a move wraps only the two that it changes."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A revision as it was read: its text, and its sentences with what became of them."""

    revision: str
    text: str
    sentences: Sequence[Sentence]


def reading_lines(
    article: ArticleText, rows: Sequence[ClaimSummary], here: ClaimSummary, letters: Mapping[str, str], width: int,
    *, blind: bool,
) -> list[Line]:  # fmt: skip
    """Show the article around a claim. `rows`: its claims; `letters`: of the ratings; a piece's target is a claim."""
    shown = [s for s in article.sentences if here.start - AROUND <= s.start <= here.end + AROUND]
    if not shown:
        return []
    low, high = shown[0].start, shown[-1].end
    edges = sorted((row for row in rows if low <= row.start < high), key=lambda row: (row.start, -row.end))
    pieces: list[Piece] = []
    for sentence in shown:
        pieces += _gap(article.text, pieces, low, sentence.start)
        low = sentence.end
        pieces += _sentence(sentence, [row for row in edges if _touches(row, sentence)], here, letters, blind=blind)
    before, after = shown[0].start, len(article.text.rstrip()) - high
    return [
        *([_left_out(before, "before")] if before else []),
        *(found for paragraph in _paragraphs(pieces) for found in _wrapped(paragraph, width)),
        *([_left_out(after, "after")] if after > 0 else []),
    ]


def claim_at(lines: Sequence[Line], number: int) -> str:
    """Return the claim (id) that a line of the article is about; "" where it holds none."""
    return next((piece.target for piece in lines[number] if piece.target), "") if number < len(lines) else ""


def _touches(row: ClaimSummary, sentence: Sentence) -> bool:
    return row.start < sentence.end and row.end > sentence.start


def _gap(text: str, before: Sequence[Piece], low: int, high: int) -> Iterator[Piece]:
    if before and high > low:
        yield Piece(text[low:high])


def _sentence(
    sentence: Sentence, rows: Sequence[ClaimSummary], here: ClaimSummary, letters: Mapping[str, str], *, blind: bool
) -> Iterator[Piece]:
    """Yield a sentence: each claim with its number and marks in front; one without claims dim, with its disposition."""
    if not rows:
        if sentence.disposition is not Disposition.CLAIMS:
            told = "language not supported" if sentence.reason == UNSUPPORTED else sentence.disposition
            yield Piece(f"({told}) ", Role.RULE)
        yield Piece(sentence.text, Role.DIM)
        return
    cuts = {sentence.start, sentence.end}
    cuts.update(place for row in rows for place in (row.start, row.end) if sentence.start < place < sentence.end)
    places = sorted(cuts)
    for start, end in pairwise(places):
        for row in (row for row in rows if row.start == start):
            yield from _numbered(row, here, letters, blind=blind)
        inside = [row for row in rows if row.start <= start and end <= row.end]
        words = sentence.text[start - sentence.start : end - sentence.start]
        yield _words(words, inside, here)


def _numbered(row: ClaimSummary, here: ClaimSummary, letters: Mapping[str, str], *, blind: bool) -> Iterator[Piece]:
    cursor = ">" if row.id == here.id else ""
    yield Piece(f"{cursor}{row.number}", Role.KEY, row.id)
    signs = marks(row, letters, blind=blind) if row.rating else marks(row, letters, blind=blind)[1:]
    yield from (replace(sign, text=sign.text.strip(), target=row.id) for sign in signs)
    yield Piece(" ")


def _words(words: str, inside: Sequence[ClaimSummary], here: ClaimSummary) -> Piece:
    """Give words the role of the claim they belong to; of several, of the one under the cursor, else the innermost."""
    if not inside:
        return Piece(words)
    if any(row.id == here.id for row in inside):
        return Piece(words, Role.HERE, here.id)
    return Piece(words, Role.STRONG, inside[-1].id)


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Part pieces at line breaks, so that each paragraph is wrapped, and kept, by itself."""
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        paragraph += [Piece(first, piece.role, piece.target)] if first else []
        for text in rest:
            yield tuple(paragraph)
            paragraph = [Piece(text, piece.role, piece.target)] if text else []
    yield tuple(paragraph)


@lru_cache(KEPT)
def _wrapped(paragraph: Line, width: int) -> Sequence[Line]:
    return wrap(paragraph, width) if paragraph else [()]


def _left_out(count: int, where: str) -> Line:
    left, them = ("1 character", "it") if count == 1 else (f"{count:,} characters", "them")
    return line(Piece(f"... {left} {where} this; the cursor brings {them} into sight", Role.RULE))
