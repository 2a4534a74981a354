"""Tell whether what somebody says is quoted: whole (direct), in part (mixed) or not (indirect)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.claims.findings import Findings
from factcheck.claims.sentence.masking import QUOTED_WORDS
from factcheck.domain import Form

Pair = tuple[int, int]


def form_of(known: Findings, *spans: Pair) -> Form:
    """Return whether the words of a content stand in marks: all of them, some, or none."""
    text = known.text
    quoted = [[(max(a, low), min(b, high)) for a, b in quotations_in(known, (low, high))] for low, high in spans]
    inside = [pair for pairs in quoted for pair in pairs]
    if not inside:
        return Form.INDIRECT
    if all(covers(pairs, span) for pairs, span in zip(quoted, spans, strict=True)):
        return Form.DIRECT
    return Form.MIXED if any(_quotes_words(text, *pair) for pair in inside) else Form.INDIRECT


def _quotes_words(text: str, low: int, high: int) -> bool:
    """Tell whether marks hold somebody's words: several, or one in small letters, and no name or title."""
    first = next((c for c in text[low:high] if c.isalnum()), "")
    return text.count(" ", low, high) + 1 >= QUOTED_WORDS - 1 or first.islower()


def quotations_in(known: Findings, span: Pair) -> list[Pair]:
    """Return the quotations that share characters with a span, in order."""
    low = max(0, bisect_right(known.quotations, span) - 1)
    high = bisect_left(known.quotations, (span[1], 0))
    return [q for q in known.quotations[low:high] if q[1] > span[0]]


def covers(inside: Sequence[Pair], span: Pair) -> bool:
    """Tell whether stretches inside a span, apart from each other, are all of it."""
    gaps = (span[1] - span[0]) - sum(b - a for a, b in inside)
    return gaps <= 0


__all__ = ["covers", "form_of", "quotations_in"]
