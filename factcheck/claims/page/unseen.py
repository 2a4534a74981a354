"""Read a text as its readers see it, without what is invisible inside its words, and put the result back into it.

A soft hyphen or a blank without width would cut a name in two, a mark of the direction of writing would hide where a
quotation opens, and a lone carriage return would join two lines. The
text itself stays as it is: every span of what was found is moved back into it, and its words are cut from it anew.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from factcheck.domain import Claim, Extraction, LayoutHint, Sentence, Span
from factcheck.text.invisible import DIRECTIONS, INVISIBLE, JOINERS
from factcheck.text.paragraphs import trim

_NOWHERE_SEEN = "".join(sorted(INVISIBLE | DIRECTIONS))
_JOINS = "".join(sorted(JOINERS))
_UNSEEN = re.compile(rf"[{_NOWHERE_SEEN}]|(?<!\w)[{_JOINS}]|[{_JOINS}](?!\w)|\r(?!\n)")

_MAY_BE_UNSEEN = re.compile(rf"[{_NOWHERE_SEEN}{_JOINS}\r]")
"""The same by their characters alone: most texts have none, and one question says so."""

Found = TypeVar("Found")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SeenText:
    """The text as it is seen; `at`: where each of its characters, and its end, stands in the text itself."""

    text: str
    itself: str
    at: tuple[int, ...]

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
        )

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


def as_seen(text: str) -> SeenText | None:
    """Return a text as its readers see it, or None where that is the text itself."""
    if _MAY_BE_UNSEEN.search(text) is None:
        return None
    unseen = {found.start() for found in _UNSEEN.finditer(text) if found.group() != "\r"}
    if not unseen and _UNSEEN.search(text) is None:
        return None
    at = [k for k in range(len(text)) if k not in unseen]
    lines = _UNSEEN.sub(lambda found: "\n" if found.group() == "\r" else "", text)
    return SeenText(lines, text, (*at, len(text))) if lines.strip() else None


__all__ = ["SeenText", "as_seen"]
