"""Read a text as its readers see it, without what is no part of its words, and put the result back into it.

A soft hyphen or a blank without width would cut a name in two, a mark of the direction of writing would hide where a
quotation opens, a lone carriage return would join two lines, and the mark of a note or a code that colours a terminal
would be a number. The text itself stays as it is: every span of what was found is moved back into it, and its words are
cut from it anew.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from factcheck.domain import Claim, Extraction, LayoutHint, Sentence, Span
from factcheck.text.invisible import CODES, DIRECTIONS, INVISIBLE, JOINERS
from factcheck.text.paragraphs import trim

_NOWHERE_SEEN = "".join(sorted(INVISIBLE | DIRECTIONS))
_JOINS = "".join(sorted(JOINERS))
_UNSEEN = re.compile(rf"{CODES}|[{_NOWHERE_SEEN}]|(?<!\w)[{_JOINS}]|[{_JOINS}](?!\w)|\r(?!\n)")

_MAY_BE_UNSEEN = re.compile(rf"[{_NOWHERE_SEEN}{_JOINS}\r\x1b\x9b\x9d]")
"""The same by their characters alone: most texts have none, and one question says so."""

_HIDDEN = "\u2060"
"""Stands for each character that is hidden besides: one of those that nobody sees."""

Found = TypeVar("Found")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SeenText:
    """The text as it is seen; `at`: where each of its characters, and its end, stands in the text itself.

    `marks`: what was hidden in the text itself besides, in order: where notes are called.
    """

    text: str
    itself: str
    at: tuple[int, ...]
    marks: tuple[Pair, ...] = ()

    def seen(self, start: int, end: int) -> Pair:
        """Return where a stretch of the text itself stands in this one."""
        return bisect_left(self.at, start), bisect_left(self.at, end)

    def hints(self, hints: Sequence[LayoutHint]) -> list[LayoutHint]:
        """Return hints of the text itself as hints of this one."""
        moved = [(self.seen(hint.start, hint.end), hint) for hint in hints]
        return [replace(hint, start=low, end=high) for (low, high), hint in moved]

    def restored(self, found: Extraction) -> Extraction:
        """Return what was found in this text as what stands in the text itself."""
        digest = hashlib.sha256(self.itself.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(
            found,
            sentences=tuple(self._sentences(found.sentences)),
            claims=tuple(self._claim(one, digest) for one in found.claims),
        )

    def _bounds(self, start: int, end: int) -> Pair:
        return self.at[start], self.at[end - 1] + 1 if end > start else self.at[start]

    def _sentences(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """Yield the sentences with what is invisible around them, so that they still cover the text."""
        for number, one in enumerate(sentences):
            following = sentences[number + 1].start if number + 1 < len(sentences) else len(self.text)
            low = self.at[one.start] if number else trim(self.itself, 0, self.at[one.start] + 1)[0]
            high = trim(self.itself, low, self.at[following])[1]
            yield replace(one, start=low, end=high, text=self.itself[low:high])

    def claim(self, claim: Claim) -> Claim:
        """Return a claim of this text as one of the text itself."""
        return self._claim(claim, hashlib.sha256(self.itself.encode("utf-8", "surrogatepass")).hexdigest())

    def _claim(self, claim: Claim, digest: str) -> Claim:
        low, high = self._bounds(claim.start, claim.end)
        moved = self.moved(claim)
        return replace(
            moved,
            id=hashlib.sha256(f"{digest}:{low}:{high}".encode()).hexdigest()[:12],
            start=low,
            end=high,
            verbatim=self.itself[low:high],
            text=self._wording(claim),
            marks=self.marks_in(low, high),
        )

    def marks_in(self, low: int, high: int) -> tuple[Span, ...]:
        """Return the marks of notes in a stretch of the text itself."""
        inside = self.marks[bisect_left(self.marks, (low, low)) : bisect_left(self.marks, (high, high))]
        return tuple(Span.cut(self.itself, *mark) for mark in inside if mark[1] <= high)

    def moved(self, value: Found) -> Found:
        """Return anything that was found with each span in it moved."""
        if isinstance(value, Span):
            return Span.cut(self.itself, *self._bounds(value.start, value.end))  # type: ignore[return-value]
        if isinstance(value, tuple):
            return tuple(self.moved(one) for one in value)  # type: ignore[return-value]
        if not is_dataclass(value) or isinstance(value, type):
            return value
        return replace(value, **{one.name: self.moved(getattr(value, one.name)) for one in fields(value)})

    def _wording(self, claim: Claim) -> str:
        """Return a claim's wording over the text itself: its verbatim with the same additions in brackets."""
        pieces: list[str] = []
        at, depth = claim.start, 0
        for character in claim.text:
            if depth == 0 and at < claim.end and character == self.text[at]:
                pieces.append(self.itself[self.at[at - 1] + 1 if at > claim.start else self.at[at] : self.at[at] + 1])
                at += 1
                continue
            depth += (character == "[") - (character == "]")
            pieces.append(character)
        return "".join(pieces)


def as_seen(text: str, marks: Sequence[Pair] = ()) -> SeenText | None:
    """Return a text as its readers see it, or None where that is the text itself.

    `marks`: where notes are called, in order; a mark is no word of the text, and the blank before it parts none.
    """
    shown = _without(text, marks)
    if _MAY_BE_UNSEEN.search(shown) is None:
        return None
    unseen = {at for found in _UNSEEN.finditer(shown) if found.group() != "\r" for at in range(*found.span())}
    if not unseen and _UNSEEN.search(shown) is None:
        return None
    at = [k for k in range(len(text)) if k not in unseen]
    lines = _UNSEEN.sub(lambda found: "\n" if found.group() == "\r" else "", shown)
    return SeenText(lines, text, (*at, len(text)), tuple(marks)) if lines.strip() else None


def _without(text: str, marks: Sequence[Pair]) -> str:
    """Return a text of the same length in which nobody sees the marks, nor the blank before each."""
    parts, at = list[str](), 0
    for low, high in marks:
        begin = low - (low > at and text[low - 1] in _BLANKS)
        parts += [text[at:begin], _HIDDEN * (high - begin)]
        at = high
    return "".join([*parts, text[at:]]) if at else text


_BLANKS = " \t\u00a0\u202f"


__all__ = ["SeenText", "as_seen"]
