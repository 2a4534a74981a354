"""Characters that no reader sees inside a word: soft hyphens, blanks without width, a byte order mark."""

from __future__ import annotations

INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
"""Not the joiners of U+200C and U+200D, which shape the letters beside them."""
WITHOUT = dict.fromkeys(map(ord, INVISIBLE))
"""For `str.translate`."""

__all__ = ["INVISIBLE", "WITHOUT"]
