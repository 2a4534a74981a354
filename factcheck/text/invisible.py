"""What no reader sees inside a word: soft hyphens, blanks without width, a byte order mark, codes for a terminal."""

from __future__ import annotations

INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
"""Not the joiners of U+200C and U+200D, which shape the letters beside them."""
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks and controls of the direction of writing: no part of any word."""
JOINERS = frozenset("\u200c\u200d")
"""Between two letters they shape them; elsewhere no reader sees them."""
CODES = "(?:(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c))"
"""As a pattern: escape sequences of terminals (CSI) and what they give programs (OSC), whole.

Source: ISO/IEC 6429, 5.4, 8.3.89.
"""
WITHOUT = dict.fromkeys(map(ord, INVISIBLE))
"""For `str.translate`."""

__all__ = ["CODES", "DIRECTIONS", "INVISIBLE", "JOINERS", "WITHOUT"]
