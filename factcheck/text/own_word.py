"""What a document says of itself as a whole: that it was retracted, what was corrected in it, how it rules. Pure.

A passage is judged alone, and such words mostly stand elsewhere in its document: at its head, or behind its last
paragraph. They go along with the passage, so that what it tells is not taken for what the document stands by.
"""

from __future__ import annotations

from factcheck.text.retractions import corrections_in, retraction_in, tells_of_change
from factcheck.text.rulings import ruling_in

HEAD, FOOT = 3, 6
"""Paragraphs at the head and at the foot of a text in which it speaks of itself."""


def own_word(text: str) -> str:
    """Return what a text says of itself, in its words, a notice or ruling a paragraph; "" where it says nothing."""
    ruling = "\n".join(line.strip() for line in ruling_in(text).split("\n") if line.strip())
    return "\n\n".join(part for part in (*notices(text), ruling) if part)


def notices(text: str) -> tuple[str, ...]:
    """Return how a text says that it was retracted, and what was corrected in it, each in one line."""
    if not tells_of_change(text):
        return ()
    paragraphs = [line for line in text.split("\n") if line.strip()]
    outer = paragraphs if len(paragraphs) <= HEAD + FOOT else [*paragraphs[:HEAD], *paragraphs[-FOOT:]]
    return tuple(one for one in (retraction_in("", outer), *corrections_in(outer)) if one)


def parts_of(words: str) -> tuple[str, ...]:
    """Return the notices and rulings that `own_word` put together."""
    return tuple(part for part in words.split("\n\n") if part)
