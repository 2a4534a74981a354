"""The noises that a transcriber notes in brackets amid somebody's words: "[Music]", "(applause)"."""

from __future__ import annotations

import re

NOTED = (
    r"(?i:applause|laughter|laughs|crosstalk|inaudible|unintelligible|pause|music(?: playing)?|[a-z]+ music|cheers?|"
    r"cheering|booing|cheers and applause|sighs|chuckles|end (?:of )?(?:video ?)?clip|begin (?:video ?)?clip)"
)
"""A pattern of the words of such a note."""
_NOISE = re.compile(rf"\[{NOTED}\]|\({NOTED}\)")


def without_noises(text: str) -> str:
    """Return a text of the same length with spaces where a noise is noted; the very text where none is."""
    return _NOISE.sub(_spaces, text) if "[" in text or "(" in text else text


def _spaces(noise: re.Match[str]) -> str:
    return " " * len(noise.group())


__all__ = ["NOTED", "without_noises"]
