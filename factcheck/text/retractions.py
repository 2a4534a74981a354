"""What a publisher says of its own text: that it was retracted, or what was corrected in it. Pure.

Told by how such notices begin, at the head of a title or a paragraph; a text that reports on the retraction of another
one begins otherwise. Sources: the guidelines of COPE (2019), by which a retracted paper bears the word before its
title; how Reuters, the BBC, the New York Times, Spiegel and the Guardian word their notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 300
"""Characters of a notice that are shown."""
MARK = "RETRACTED: "
"""What stands before the title of a text that was retracted."""
_THIS = (
    r"(?:this|the (?:above|following)) (?:\w+ )?(?:article|story|report|paper|post|page|piece|column|study|publication|"
    r"dispatch|item)"
)
_HEADED = re.compile(r"\W*(?:retracted(?: article)?|withdrawn(?: article)?)\s*[:\]–—-]", re.IGNORECASE)
_RETRACTED = re.compile(
    rf"\W*(?:(?:retracted|retraction(?: (?:notice|note|statement))?)\s*[:.–—\]]|retraction(?: notice)?\W*\Z"
    rf"|{_THIS} (?:has been|was|is|has since been|had to be) (?:\w+ )?(?:retracted|withdrawn|unpublished)\b"
    rf"|(?:editor[’']?s[’']? note|note from the editors?)\s?[:–—-]\s?{_THIS} (?:has been|was|is|has since been) "
    rf"(?:\w+ )?(?:retracted|withdrawn|unpublished)\b"
    rf"|(?:we|the (?:editors?|publishers?|authors?|journal)) (?:have |has )?(?:\w+ )?(?:retract(?:ed)?|withdr[ae]wn?) "
    rf"(?:this|the) (?:article|story|report|paper|study|post)\b(?! (?:that|which|by|in|of|on|about)\b)"
    rf"|der (?:artikel|beitrag) wurde zurückgezogen)",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    rf"\W*(?:(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarifications?|korrektur|berichtigung|correctif)\b"
    rf"(?:[\s,]+[^:.\n]{{1,40}}|\s*\([^)\n]{{1,60}}\))?\s*[:–—]"
    rf"|(?:an?|the) (?:earlier|previous|original) version of this (?:article|story|report|post|page|piece)\b"
    rf"|{_THIS} (?:has been|was|has since been) (?:\w+ ){{0,2}}(?:corrected|amended)\b"
    rf"|(?:because of|due to|owing to) an? (?:\w+ )?error,"
    rf"|(?:an?|the|our|this|that) (?:\w+ ){{0,2}}(?:article|story|report|post|page|piece|headline|graphic)"
    rf"(?: \w+){{0,5}} (?:misstated|misidentified|misspelled)\b"
    rf"|(?:editor[’']?s[’']? note|note from the editors?|anmerkung der redaktion)\b[^\n]{{0,200}}"
    rf"\b(?:correct(?:ed|s|ion)|retract|amended|in error|erroneously|incorrectly|korrigiert))",
    re.IGNORECASE,
)
_CHANGES = (
    *("retract", "withdrawn", "withdrew", "unpublished", "zurückgezogen", "correct", "corrig", "errat", "amended"),
    *(
        "clarification",
        "version of this",
        "misstated",
        "misidentified",
        "misspelled",
        " error,",
        "korrig",
        "berichtigung",
    ),
)
"""What stands, in small letters, in every text with a notice."""


def tells_of_change(text: str) -> bool:
    """Whether a text can have a notice at all: to ask that first costs a tenth."""
    told = text.lower()
    return any(word in told for word in _CHANGES)


def is_correction(text: str, start: int = 0) -> bool:
    """Whether a notice of what was corrected begins at `start` of a text."""
    return _CORRECTED.match(text, start) is not None and _RETRACTED.match(text, start) is None


def is_retracted(title: str) -> bool:
    """Whether a title says that its text was retracted."""
    return _HEADED.match(title) is not None


def retraction_in(title: str, paragraphs: Iterable[str]) -> str:
    """Return the notice that a text was retracted; "" where there is none."""
    return next((shortened(one) for one in (title, *paragraphs) if _HEADED.match(one) or _RETRACTED.match(one)), "")


def corrections_in(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the notices of what was corrected in a text, in their order."""
    return tuple(shortened(one) for one in paragraphs if _CORRECTED.match(one) and not _RETRACTED.match(one))


def shortened(notice: str) -> str:
    """Return a notice in one line of `LONGEST` characters at most."""
    words = " ".join(notice.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
