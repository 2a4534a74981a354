"""What a figure of a claim is to a change: where it starts, where it leads, or the change itself. Pure.

"rose to 34,000 in 2023 from 31,000": 31,000 is where it starts, 34,000 where it leads. "lost 300", "an increase of
300": the change. "12 % of homes" is none, but a part of something.
"""

from __future__ import annotations

import re

from factcheck.domain import Span
from factcheck.stance.figures.said import Said, figures_said
from factcheck.stance.figures.ways import says_direction

_ABOUT = r"(?:(?:about|around|nearly|almost|over|just|only|some|under|more than|less than|rund|etwa|fast|knapp) )*"
_TO = re.compile(rf"\b(?:to|auf) {_ABOUT}[$£€]?\Z", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|von) {_ABOUT}[$£€]?\Z", re.IGNORECASE)
_MOVED = re.compile(rf"\b(?P<word>[^\W\d_]+) (?P<of>of |by |von |um )?{_ABOUT}[$£€]?\Z", re.IGNORECASE)
_SHARE_OF = re.compile(r" (?:of|der|des|von|aller|all)\b", re.IGNORECASE)


def levels_said(words: str, unit: str) -> tuple[Said, Said] | None:
    """Return the figure that a change starts from and the one that it leads to, where a claim says one of each."""
    said = figures_said(words, unit, change=False)
    since = [one for one in said if _FROM.search(words, 0, one.span.start)]
    to = [one for one in said if _TO.search(words, 0, one.span.start)]
    return (since[0], to[0]) if len(since) == len(to) == 1 else None


def is_share(words: str, span: Span) -> bool:
    """Whether a figure is told as a part of something: "12 % of homes"."""
    return _SHARE_OF.match(words, span.end) is not None


def is_moved(words: str, span: Span) -> bool:
    """Whether a figure is told as a change right behind the word for it: "lost 300", "an increase of 1,200"."""
    found = _MOVED.search(words, 0, span.start)
    return found is not None and says_direction(found["word"])


def is_change_alone(words: str, span: Span) -> bool:
    """Whether a figure can only be a change: "up 300", "a fall of 300"; "lost 300 jobs" may be a count of its own."""
    found = _MOVED.search(words, 0, span.start)
    return found is not None and says_direction(found["word"]) and bool(found["of"] or found["word"] in ("up", "down"))
