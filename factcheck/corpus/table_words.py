"""What the words around the figures of a table say of it: when it was published, and what its marks mean. Pure.

Offices write both above or below the figures, in one cell ("Published 15 March 2023") or in two that are side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.corpus.records import parse_date, two_days
from factcheck.text.tables.flags import usual_meaning

_CLOCK = r"(?:(?:at\s)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|Uhr)?,?\s+)?"
_APART = r"[\s:|–—-]{0,6}"
_ON = r"(?:(?:on|at|am|vom|le|il|el|den|in)\s+)?"
_ISSUED = (
    r"(?:(?:date\s+of\s+(?:issue|release|publication)|(?:first\s+)?(?:published|released|issued)|(?:publication|release|issue)\s+date"
    r"|date\s+(?:published|released)|published|erschienen|veröffentlicht|erscheinungsdatum|veröffentlichungsdatum"
    r"|publi[ée]e?|date\s+de\s+publication|publicado|fecha\s+de\s+publicación|pubblicato)(?![^\W\d_]))"
)
_STATE = (
    r"(?:(?:last\s+)?(?:updated|revised|update)|stand|datenstand|as\s+(?:of|at)|aktualisiert|mis\s+à\s+jour)"
    r"(?![^\W\d_])"
)
_LATER = r"(?:next\s+(?:release|update|publication|issue)|nächste\w*\s+\w+|to\s+be\s+published)(?:\s+date)?(?![^\W\d_])"
_RIGHTS = r"(?:©|\(c\)|copyright)"
_SAID = tuple(
    re.compile(rf"(?<![^\W\d_]){words}{_APART}{_ON}{_CLOCK}{_ON}(?P<day>[^;|\n]{{6,40}})", re.IGNORECASE)
    for words in (_ISSUED, _STATE)
)
"""Where a table says a day, that of its release first; that of its data where it says no other."""
_NEXT = re.compile(rf"(?<![^\W\d_]){_LATER}[^;|\n]{{0,60}}", re.IGNORECASE)
_NOT_OF_THE_FIGURES = re.compile(
    rf"(?:(?<![^\W\d_])(?:{_ISSUED}|{_STATE}|{_LATER})|{_RIGHTS}){_APART}[^;|\n]{{0,40}}?(?<!\d)(?:19|20)\d\d(?!\d)(?:-\d\d-\d\d)?",
    re.IGNORECASE,
)
"""What names a year that is not one of the figures: of the release, or of the rights."""
MOST_ROWS = 200
"""Rows of words that are looked at from the top, and as many from the end."""
_LONGEST = 600
"""Characters of a row that are looked at."""
_MEANS = r"\s?[\])]?\s*(?:[=:–—|-]|denotes|means|indicates)\s*(?P<words>[^;,.|=\n]{3,60})"
_BESIDE = re.compile(r"[^;,.|=\n]{3,60}")


def published_of(rows: Sequence[Sequence[str]]) -> str:
    """Return the day of release as rows of words state it ("15 March 2023"), in their words; "" where none does.

    It may be one that can be read in two ways ("03/04/2023"), which who reads the file knows how to tell.
    """
    said = [_NEXT.sub(" ", line) for line in _lines(_ends(rows))]
    days = (found["day"] for words in _SAID for line in said for found in words.finditer(line))
    return next((day.strip() for day in days if parse_date(day) or two_days(day, "")), "")


def without_release(row: Sequence[str]) -> str:
    """Return the words of a row without the years of its release and rights."""
    return _NOT_OF_THE_FIGURES.sub(" ", next(_lines([row])))


def is_blank_led(row: Sequence[str]) -> bool:
    """Whether a blank stands before each cell of a row but the first."""
    words = [cell for cell in row if cell.strip()]
    return len(words) > 1 and all(one[0] == " " for one in words[1:])


def meaning_of(flag: str, rows: Sequence[Sequence[str]]) -> str:
    """Return what rows of words say that a flag means ("p = vorläufig"), else what it usually means, told as that."""
    pattern = re.compile(rf"(?<![^\W\d_]){re.escape(flag)}{_MEANS}")
    for row in _ends(rows):
        filled = [" ".join(cell.split()) for cell in row if cell.strip()]
        if len(filled) == 2 and filled[0].strip("[]()") == flag and _BESIDE.fullmatch(filled[1]):  # noqa: PLR2004 - a legend
            return filled[1]
        for cell in filled:
            if found := pattern.search(cell[:_LONGEST]):
                return found["words"].strip()
    usual = usual_meaning(flag)
    return f"usually {usual}" if usual else ""


def _ends(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    return rows if len(rows) <= 2 * MOST_ROWS else [*rows[:MOST_ROWS], *rows[-MOST_ROWS:]]


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the words of each row, its cells beside one another."""
    for row in rows:
        yield " | ".join(filter(None, (" ".join(cell.split()) for cell in row)))[:_LONGEST]
