"""Where a text tells what posts, rumours, chain letters or pictures claim, and not what it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Span
from factcheck.stance.reading.texts import Text

_WORDS = frozenset(
    """post posts meme memes tweet tweets rumour rumours rumor rumors leaflet leaflets chain viral beitrag beiträge
    gerücht gerüchte kettenbrief kettenbriefe picture pictures photo photos image images video videos clip clips
    screenshot screenshots satirical satire parody spoof satirische satireseite""".split()  # noqa: SIM905
)
_HEARSAY = re.compile(
    r"\b(?P<who>(?:posts?|memes?|tweets?|rumou?rs?|leaflets?|chain (?:letters?|mails?|messages?)"
    r"|(?:satirical|parody|spoof|satire) \w+|satirische \w+|Satireseite"
    r"|viral (?:videos?|messages?|images?|claims?)"
    r"|(?:pictures?|photos?|images?|videos?|clips?|screenshots?)"
    r"(?= [^.;:!?]{0,40}?\b(?:claim|purport)(?:s|ed|ing)? to\b)"
    r"|Beiträge?|Beitrag|Gerüchte?|Kettenbriefe?)\b[^.;:!?]{0,60}?"
    r"\b(?:say|says|said|saying|claim(?:s|ed|ing)?|alleg(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|assert(?:s|ed|ing)?"
    r"|stat(?:es?|ed|ing)|purport(?:s|ed|ing)?|has it|have it|had it|(?:spread|circulat(?:e[sd]?|ing)|shared) that|that"
    r"|behaupte(?:t|n|te|ten)|besag(?:t|en|te|ten)|heißt es))\b",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\b(?:in|by|with|on|via|per) (?:\w+ ){1,2}\Z", re.IGNORECASE)
"""What makes a post the way somebody said it: "in a post on Monday, the mayor said"."""
_REACH = 20  # characters


def hearsay_in(whole: Text, start: int, end: int) -> Iterator[Span]:
    """Yield the places of a stretch where a text begins to tell what posts or rumours say."""
    if whole.vocabulary.isdisjoint(_WORDS):
        return
    for found in _HEARSAY.finditer(whole.text, start, end):
        if not _MEANS.search(whole.text, max(0, found.start() - _REACH), found.start()):
            yield Span(found.start(), found.end(), found["who"])
