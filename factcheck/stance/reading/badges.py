"""Badges that more than one module knows by name: what a checker has to see beside a stance."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.domain import Span

OWN_TEXT = "the article's own text"
"""Of a passage from a document that carries the article itself: a reprint, or the article in the archive. It bears
nothing out."""
RETRACTED = "retracted by its publisher"
"""Of a passage whose title says so. It bears nothing out, and speaks against nothing."""
NOT_IN_FILE = "its words do not stand in the file, as far as that can be read"
"""Of words that a checker transcribed from a file of text that has others: a slip, a translation, or another file."""
BEARS_NOTHING = frozenset([OWN_TEXT, RETRACTED])
WEAKER = "weaker than the claim"
"""Of a passage that says it with less certainty, or of fewer."""
TRANSLATED = "read as a translation: other words may be the translator's"
"""Of a claim with a quotation, and a passage that has it from another translation: nearly the same words agree."""
STRONGER = "stronger than the claim"
"""Of a passage that says it with more certainty, or of more."""
AT_ODDS = "another copy or passage of this text says otherwise; they count once, as a conflict"
"""Of evidence of one origin that both corroborates a claim and conflicts with it: a dispatch that a carrier changed."""


class Degree(NamedTuple):
    """The badge of a passage that says less than the claim, or more, and the words of either text that make it so."""

    badge: str = ""
    claim: tuple[Span, ...] = ()
    passage: tuple[Span, ...] = ()
