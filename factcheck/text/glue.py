"""Find what a page glues into a sentence behind a name: the whole name again, headlines of other stories, "MORE".

"Mayor Lee Ann Mary LeeCouncil votes on the quay Three things to know MORE said" reads "Mayor Lee said". The stretch is
told by the surname that is repeated without a space before a headline, or by the full name that is repeated, and by
the capitals at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.text.paragraphs import trim

LONGEST = 700  # characters of two or three headlines
NAME_WITHIN = 80  # characters from a surname to its repetition: titles and given names

_MORE = re.compile(r"\sMORE\b")
_JOINED = re.compile(r"\b(?P<name>(?:Mac|Mc|O[’']|D[ei])?[A-Z][a-zà-ÿ’'-]{2,})(?=[A-Z][A-Za-z]|\d{1,4}\s|[\"'“‘][A-Z])")
_REPEATED = re.compile(
    r"\b(?P<first>[A-Z][\w’'-]+)\s(?P<last>[A-Z][\w’'-]+)(?P<glued>\s(?P=first)(?:\s\(?[A-Z][\w.’'-]*\)?){0,3}\s(?P=last)\s)"
)

Pair = tuple[int, int]


def glued(text: str) -> Iterator[Pair]:
    """Yield the stretches of a text that are glued into its sentences, in order, with the space before them."""
    begin = 0
    for more in _MORE.finditer(text):
        low = max(begin, more.start() - LONGEST, text.rfind("\n", 0, more.start()) + 1)
        start = _glue_start(text, low, more.start())
        if start is not None:
            yield start, more.end()
        begin = more.end()


def _glue_start(text: str, low: int, high: int) -> int | None:
    """Return where a name of `[low, high)` ends that stands there again, joined to a headline or in full, or None."""
    for joined in _JOINED.finditer(text, low, high):
        name = joined["name"]
        before = text.rfind(name, max(low, joined.start() - NAME_WITHIN), joined.start())
        if before >= 0 and text[before + len(name) : before + len(name) + 1] == " ":
            return before + len(name)
    again = _REPEATED.search(text, low, high)
    return again.start("glued") if again else None


def without_glue(text: str) -> str:
    """Return a text of the same length with spaces where something is glued in."""
    parts: list[str] = []
    at = 0
    for low, high in glued(text):
        parts += [text[at:low], " " * (high - low)]
        at = high
    return "".join([*parts, text[at:]]) if at else text


def with_glue(text: str, sentences: Sequence[Pair], start: int, end: int) -> Iterator[Pair]:
    """Yield sentences of a text without glue so that together they cover `text[start:end]`: the one before takes it."""
    for index, (low, high) in enumerate(sentences):
        begin = trim(text, start, high)[0] if index == 0 else low
        stop = sentences[index + 1][0] if index + 1 < len(sentences) else end
        yield begin, trim(text, begin, stop)[1]
    if not sentences and (whole := trim(text, start, end))[0] < whole[1]:
        yield whole


__all__ = ["glued", "with_glue", "without_glue"]
