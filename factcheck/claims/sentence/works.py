"""The nouns for works that have a title, and whether one stands behind them: "her book, “The Silent Floor,”"."""

from __future__ import annotations

import re

_NOUNS_WORDS = """
    book film movie song album series show program programme novel play documentary podcast memoir autobiography
    biography thriller novella poem opera musical sitcom sequel painting sculpture ballad"""
NOUNS = frozenset(_NOUNS_WORDS.split())
_REACH = 32  # characters that hold such a noun, a comma, the opening mark and an article
_OPENS_TITLE = re.compile(rf"\b(?:{'|'.join(sorted(NOUNS))}),?\s[“\"„‘'«»](?:The\s|An?\s)?$", re.IGNORECASE)


def opens_title(text: str, at: int) -> bool:
    """Tell whether the words that begin at `at` are the title of the work that the noun before its mark names."""
    return _OPENS_TITLE.search(text[max(0, at - _REACH) : at]) is not None


__all__ = ["NOUNS", "opens_title"]
