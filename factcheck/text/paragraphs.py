"""Part a text into paragraphs, and paragraphs into the lines that were broken on purpose.

A blank line ends a paragraph. A line break inside one counts where the text was not wrapped by hand at that width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.text.abbreviations import stop_ends

WRAP_WIDTH = 120  # a paragraph with a longer line was not wrapped by hand: each of its line breaks is meant

_GOES_ON_WORDS = """
    a an the of to in on at for from by with and or its his her their that than as is are was were be has have
    had will would der die das den dem ein eine einer einem von vom im am zum zur für mit und oder als"""
_GOES_ON = frozenset(_GOES_ON_WORDS.split())
"""Words that no line ends with on purpose: what they lead to stands in the next."""
LONGEST_WORD = 40  # characters looked at before a full stop: no abbreviation is longer

_LAST_WORD = re.compile(r"([\w.&]*\w)\.$")
_FIRST_WORD = re.compile(r"[\w’'-]+")
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*|\u2029")
_OTHER_STORY = re.compile(
    r"(?:see|read)\s(?:also|more|next)\b|also\sread\b|(?:related|more)\s?:|"
    r"(?:lesen sie|siehe)\sauch\b|mehr\szum\sthema\b",
    re.IGNORECASE,
)
"""What a line opens with that only names another story; it is a line of its own however wide the text is."""
_BULLET = re.compile(
    r"(?:>\s?)+$|(?:>\s?)*(?:[-*•–—▪●·]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|\([ivx]{1,4}\)\s|\[\^?\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}\s?\w)"
)

Pair = tuple[int, int]


def paragraph_spans(text: str, start: int, end: int) -> Iterator[Pair]:
    """Yield the stretches between blank lines of `text[start:end]`, trimmed; blank ones are left out."""
    low = start
    edges = [match.span() for match in _PARAGRAPH_BREAK.finditer(text, start, end)]
    for a, b in [*edges, (end, end)]:
        trimmed = trim(text, low, a)
        if trimmed[0] < trimmed[1]:
            yield trimmed
        low = b


def line_spans(text: str, low: int, high: int) -> Iterator[Pair]:
    """Yield the parts of a paragraph between line breaks that were meant; lines wrapped by hand stay together."""
    if text.find("\n", low, high) < 0:  # most paragraphs are one line
        yield low, high
        return
    lines: list[Pair] = []
    at = low
    while at < high:
        newline = text.find("\n", at, high)
        stop = high if newline < 0 else newline
        lines.append((at, stop))
        at = stop + 1
    width = max((b - a for a, b in lines), default=0)
    begin = low
    open_marks = 0
    for this, following in pairwise(lines):
        open_marks += _left_open(text, *this)
        ended = open_marks <= 0 and _ends_sentence(text, this, following)
        if ended or _meant(text, this, following, width):
            yield begin, this[1]
            begin = following[0]
    yield begin, high


def _left_open(text: str, low: int, high: int) -> int:
    """Return how many quotations a line opens more than it closes; straight marks open and close in turn."""
    curly = text.count("“", low, high) + text.count("„", low, high) - text.count("”", low, high)
    return curly + text.count('"', low, high) % 2


def _ends_sentence(text: str, this: Pair, following: Pair) -> bool:
    """Tell whether a sentence ends with a line, so that nothing can be lost by ending the line there."""
    end, start = trim(text, *this)[1], trim(text, *following)[0]
    last = text[max(this[0], end - LONGEST_WORD) : end].rstrip("”\"’')")
    if last[-1:] not in (".", "!", "?") or not text[start : start + 1].isupper():
        return False
    word, next_word = _LAST_WORD.search(last), _FIRST_WORD.match(text, start)
    return last[-1] != "." or word is None or next_word is None or stop_ends(word.group(1), next_word.group())


def _meant(text: str, this: Pair, following: Pair, width: int) -> bool:
    """Tell whether the line break between two lines is a boundary.

    It is not where the next word would not have fitted into the line: then the text was wrapped at `width`.
    """
    first, last = trim(text, *following)
    if width > WRAP_WIDTH or first == last or _BULLET.match(text, first, last):
        return True
    if text.find("\t", *trim(text, *this)) >= 0 and text.find("\t", first, last) >= 0:
        return True  # rows of a table
    if _OTHER_STORY.match(text, this[0], this[1]) and not text[first].islower():
        return True
    last_word = text[max(this[0], this[1] - LONGEST_WORD) : this[1]].split()[-1:]
    if last_word and (last_word[0] in _GOES_ON or last_word[0].endswith(",")):
        return False
    indented = first - following[0] > trim(text, *this)[0] - this[0]
    head = text[first : min(last, first + 60)].split(maxsplit=1)[0]
    would_fit = this[1] - this[0] + 1 + len(head) <= width
    lower = text[first].islower()
    return (indented and not lower) or (would_fit and not lower)


def trim(text: str, start: int, end: int) -> Pair:
    """Narrow `[start, end)` until it neither starts nor ends with white space."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


__all__ = ["line_spans", "paragraph_spans", "trim"]
