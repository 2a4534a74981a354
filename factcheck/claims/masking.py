"""Mask the quotations of a sentence one character for one, so that words inside them are not read as the article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims import cues
from factcheck.claims.grammar import MASK

QUOTED_WORDS = 3  # a quotation of fewer words is a title or a scare quote, unless it stands where speech does
TITLE_LIMIT = 60  # characters; a longer quotation is no title

_NAMES_WORKS_WORDS = """
    on of in host hosts hosted book film movie song album series show program programme novel play documentary podcast
    magazine titled entitled called headlined his her nbc abc cbs cnn msnbc fox bbc"""
_INTRODUCES = cues.SAYING | cues.PARTICIPLES - {"calling", "describing", "quoting", "citing"}
_NAMES_WORKS = frozenset(_NAMES_WORKS_WORDS.split())
ENDS_SPEECH = ",.?!—-"

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence whose quotations are masked: `text` is as long as the article's stretch from `start` on."""

    text: str
    start: int
    quotations: tuple[Pair, ...]

    def at(self, low: int, high: int) -> Pair:
        """Return a span of the article for one of the masked sentence."""
        return self.start + low, self.start + high


def mask(text: str, start: int, end: int, quotations: Sequence[Pair]) -> Masked:
    """Mask the quotations inside `[start, end)`; short ones keep their words where they are part of a phrase."""
    inside = tuple((max(a, start), min(b, end)) for a, b in quotations if a < end and b > start)
    parts: list[str] = []
    at = start
    for a, b in inside:
        parts.extend((text[at:a], _masked(text[a:b]) if _is_speech(text, start, a, b) else text[a:b]))
        at = b
    masked = "".join([*parts, text[at:end]])
    return Masked(masked.replace("\n", " ").replace("\u00a0", " ").replace("\t", " "), start, inside)


def _is_speech(text: str, start: int, low: int, high: int) -> bool:
    if _is_title(text, start, low, high):
        return False
    if text.count(" ", low, high) + 1 >= QUOTED_WORDS:
        return True
    before = text[start:low].rstrip()
    verb = before[-24:].rpartition(" ")[2] in _INTRODUCES
    opens = not before or before[-1] in ",:" or verb
    return opens and (_last_mark(text[low:high]) != "" or (verb and " " in text[low:high]))


def _is_title(text: str, start: int, low: int, high: int) -> bool:
    """Tell whether quoted words are the title of a work or a broadcast: capitals after "on", "of" or "book"."""
    if high - low > TITLE_LIMIT or not text[low + 1 : low + 2].isupper():
        return False
    before = text[max(start, low - 24) : low].split()
    words = [w for w in text[low:high].strip("\"“”‘’'«»„.,").split() if len(w) > 3]  # noqa: PLR2004 - "of", "the"
    return bool(before) and before[-1].strip("’'s").lower() in _NAMES_WORKS and all(w[:1].isupper() for w in words)


def _last_mark(quotation: str) -> str:
    """Return the punctuation right before the closing marks, or ""."""
    inner = quotation.rstrip("\"”“’'»«` ")
    return inner[-1] if len(inner) > 1 and inner[-1] in ENDS_SPEECH else ""


def _masked(quotation: str) -> str:
    """Mask a quotation, but keep the punctuation before its closing mark: it tells speech from a quoted phrase."""
    mark = _last_mark(quotation)
    if not mark:
        return MASK * len(quotation)
    at = quotation.rindex(mark, 0, len(quotation.rstrip("\"”“’'»«` ")))
    return MASK * at + mark + MASK * (len(quotation) - at - 1)


__all__ = ["MASK", "QUOTED_WORDS", "Masked", "mask"]
