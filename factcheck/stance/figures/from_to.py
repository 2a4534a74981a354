"""Where it goes from and where to: "from 5 % to 4 %" beside "from 4 % to 5 %" has the same figures.

So have "12 of 40" and "40 of 12". Levels: *the same, or not told*; *the other way round* (the two ends of the claim
have changed places in the source, which has them the claim's way nowhere). It forbids corroboration. Two figures, years
among them, that change places contradict the claim; two places do not: there may be a train both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.text.words import fold, stem

STRENGTH, TURNED_STRENGTH = 0.5, 0.65
_FROM, _TO = r"(?:from|von|vom|aus)", r"(?:to|into|nach|auf|bis|zum|zur|in)"
_SMALL = r"(?:(?:the|der|die|das|dem|den|about|some|nearly|rund|fast) )?"
_END = rf"{_SMALL}[$£€]?(\d[\d.,]*\d|[^\W_][\w-]*)"
_BETWEEN = r"(?:(?: ?%| (?:percent|per cent|Prozent))|(?: [\w.,'’-]+){1,3}?)?"
_THERE = re.compile(rf"\b{_FROM} {_END}{_BETWEEN},? {_TO} {_END}")
_BACK = re.compile(rf"\b{_TO} {_END}{_BETWEEN},? {_FROM} {_END}")
_FIGURE = r"(\d[\d.,]*\d|\d)"
_PART_OF = re.compile(rf"(?<![\d.,]){_FIGURE} (?:out of|of|von|der) {_SMALL}(?:all |its |their |those )?{_FIGURE}\b")


def compare_ends(pair: Pair) -> Reason | None:
    """Return a reason where what the claim goes from is what the source goes to, and the reverse."""
    ours = list(_routes(pair.claim.text, 0, len(pair.claim.text)))
    theirs = list(_routes(pair.passage.text, pair.start, pair.end)) if ours else []
    told = {ends for _, ends in theirs}
    for place, (start, end) in ours:
        other = next((there for there, ends in theirs if ends == (end, start)), None)
        if other is None or start == end or (start, end) in told:
            continue
        figures = start[0].isdigit() and end[0].isdigit()
        return Reason(
            comparator="ends",
            facet=Facet.HOW_MANY if figures else Facet.WHAT,
            polarity=Polarity.OPPOSES if figures else Polarity.CONTEXT,
            strength=TURNED_STRENGTH if figures else STRENGTH,
            message=f"the other way round: {place.text} / {other.text}",
            claim_spans=(place,),
            passage_spans=(other,),
        )
    return None


def _routes(text: str, start: int, end: int) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield the places where a text says from where to where, each with its two ends in that order."""
    for pattern, order in ((_THERE, 1), (_BACK, -1), (_PART_OF, 1)):
        for found in pattern.finditer(text, start, end):
            one, other = (_end(found[at]) for at in (1, 2)[::order])
            yield Span(found.start(), found.end(), found.group()), (one, other)


def _end(text: str) -> str:
    return text if text[0].isdigit() else stem(fold(text))
