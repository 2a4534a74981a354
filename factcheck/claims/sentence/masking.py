"""Mask the quotations of a sentence one character for one, so that words inside them are not read as the article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.sentence import cues, works
from factcheck.claims.sentence.grammar import AUXILIARIES, MASK
from factcheck.claims.sentence.noises import without_noises
from factcheck.text.names.legal_forms import without_comma

QUOTED_WORDS = 3  # a quotation of fewer words is a title or a scare quote, unless it stands where speech does
SMALL_WORD = 3  # characters; longer words of a title have a capital: not "of", "the"
BEHIND_WORDS = 3  # within how many words behind speech its verb stands: "“…,” Ann Lee said"
_MARKS = "\"“”‘’'«»„.,;:!?()"
_TITLE_MASK = "X"
"""What stands for each character of a title: a title is one capital word, whatever it says."""
TITLE_LIMIT = 60  # characters; a longer quotation is no title

_NAMES_WORKS_WORDS = """
    on of in host hosts hosted magazine titled entitled called headlined his her nbc abc cbs cnn msnbc fox bbc"""
_INTRODUCES = cues.SAYING | cues.PARTICIPLES - {"calling", "describing", "quoting", "citing"}
_NAMES_WORKS = frozenset(_NAMES_WORKS_WORDS.split()) | works.NOUNS
_VERBS = cues.VERBS | AUXILIARIES
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
        words = text[a:b]
        if _is_title(text, start, a, b):
            words = _TITLE_MASK * len(words)
        elif _is_speech(text, start, a, b):
            words = _masked(words)
        elif words[0] == words[-1] == "'":
            words = f"‘{words[1:-1]}’"  # what is a quotation is known to be one by either shape of its marks
        parts.extend((text[at:a], words))
        at = b
    masked = without_noises(without_comma("".join([*parts, text[at:end]]), _VERBS))
    return Masked(masked.replace("\n", " ").replace("\u00a0", " ").replace("\t", " "), start, inside)


def _is_speech(text: str, start: int, low: int, high: int) -> bool:
    if text.count(" ", low, high) + 1 >= QUOTED_WORDS:
        return True
    before = text[start:low].rstrip()
    verb = before[-24:].rpartition(" ")[2] in _INTRODUCES
    opens = not before or before[-1] in ",:" or verb
    marked = _last_mark(text[low:high]) != "" or (" " in text[low:high] and _said_behind(text, high))
    return opens and (marked or (verb and " " in text[low:high]))


def _said_behind(text: str, high: int) -> bool:
    """Tell whether a comma and a verb of saying follow a quotation: "“We know”, said Lee"."""
    behind = text[high + 1 : high + 32].split()[:BEHIND_WORDS]
    return text[high : high + 1] == "," and any(word.strip(_MARKS) in cues.SAYING for word in behind)


def _is_title(text: str, start: int, low: int, high: int) -> bool:
    """Tell whether quoted words are the title of a work, a broadcast or a law: all of them but the small have capitals.

    After "on", "of" or "book" they are; elsewhere they are unless a verb of saying stands before or behind them.
    """
    if high - low > TITLE_LIMIT or not text[low + 1 : low + 2].isupper():
        return False
    before = text[max(start, low - 24) : low].split()
    words = [w for w in text[low:high].strip(_MARKS).split() if len(w) > SMALL_WORD]
    if not before or not words or not all(w[:1].isupper() or w[:1].isdigit() for w in words):
        return False
    last = before[-1].lower().removesuffix("’s").removesuffix("'s")
    if last in _NAMES_WORKS:
        return True
    behind = {w.strip(_MARKS).lower() for w in text[high : high + 32].split()[:BEHIND_WORDS]}
    if (
        last.rstrip(",") in works.NOUNS
        and cues.SAYING.isdisjoint([*before, *behind])
        and text[high : high + 1].isspace()
    ):
        return True  # "Her book, “The Silent Floor,” sold 900 copies"
    said = before[-1][-1] == ":" or last in cues.VERBS or last in cues.PARTICIPLES or behind & cues.SAYING
    return (
        len(words) > 1
        and not said
        and text[high - 2 : high - 1] not in "?!"
        and not _in_capitals(text, start, low, high)
    )


def _in_capitals(text: str, start: int, low: int, high: int) -> bool:
    """Tell whether the words beside a quotation have capitals, too, as in headlines."""
    around = f"{text[max(start, low - TITLE_LIMIT) : low]} {text[high : high + TITLE_LIMIT]}".split()
    words = [w for w in around if len(w) > SMALL_WORD and w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > len(words) / 2


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
