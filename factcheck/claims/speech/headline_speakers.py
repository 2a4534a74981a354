"""Find who speaks in a headline without a verb of saying or without a clause: "Minister: no tax rise", "…, says Lee".

Says only where the words stand; whether they name anybody is the business of `registry`.
"""

from __future__ import annotations

import re

from factcheck.claims.sentence.masking import MASK, Masked
from factcheck.claims.speech.announced import KINDS_OF_TEXT
from factcheck.claims.speech.scan import Attribution, content_span

LEAST_WORDS = 2  # of what is said
CONFIDENCE = 0.6

_LABELLED = re.compile(r"(?P<who>(?:[\w’'.&-]+\s){0,5}[\w’'.&-]+)(?P<cue>:)\s(?P<what>[^:?]+)")
_TAIL = re.compile(
    r"(?P<what>[^:?]+),\s(?:(?P<cue>says?|said|warns?|claims?)\s(?P<who>[^,:?]{3,60})|"
    r"(?P<before>[^,:?]{3,60})\s(?P<behind>says?|said|warns?|claims?))"
)
_ASKS = re.compile(r"(?:how|why|what|who|when|where|which|everything|inside|meet|watch)\b", re.IGNORECASE)


def headline_speaker(headline: Masked) -> Attribution | None:
    """Return what a headline lets somebody say, or None; a question and what is only quoted are nobody's."""
    text = headline.text.rstrip()
    found = _LABELLED.fullmatch(text) or _TAIL.fullmatch(text)
    if found is None or _ASKS.match(found["what"]) or found["what"].count(" ") < LEAST_WORDS - 1 or MASK in text:
        return None
    groups = found.groupdict()
    who, cue = ("who", "cue") if groups["who"] else ("before", "behind")
    if found[who].casefold() in KINDS_OF_TEXT:
        return None
    content = content_span(headline, *found.span("what"))
    if content is None:
        return None
    return Attribution(content, headline.at(*found.span(cue)), headline.at(*found.span(who)), "colon", CONFIDENCE)


__all__ = ["headline_speaker"]
