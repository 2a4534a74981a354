"""Badges that more than one module knows by name: what a checker has to see beside a stance."""

from __future__ import annotations

OWN_TEXT = "the article's own text"
"""Of a passage from a document that carries the article itself: a reprint, or the article in the archive. It bears
nothing out."""
RETRACTED = "retracted by its publisher"
"""Of a passage whose title says so. It bears nothing out, and speaks against nothing."""
BEARS_NOTHING = frozenset([OWN_TEXT, RETRACTED])
WEAKER = "weaker than the claim"
"""Of a passage that says it with less certainty, or of fewer."""
