"""Words that are all there and say something else by their order: "from Lyon to Paris", "the second-tallest building".

Levels: *the same, or not told*; *the other way round* (where it goes from and where to have changed places); *another
rank* (an ordinal stands before the superlative of one text alone). It forbids corroboration, and conflicts with
nothing: there may be a train both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.text.words import fold, stem

STRENGTH = 0.5
_END = r"(?:(?:the|dem|der|den) )?([^\W\d_][\w-]*)"
_ROUTE = re.compile(rf"\b(?:from|von|vom|aus) {_END}(?: [A-Z][\w-]*)? (?:to|into|nach|zum|zur|in) {_END}")
_SUPERLATIVE = (
    r"(?:[a-z]+est|(?:most|least) [a-z]+|(?:gr[öo]ßt|h[öo]chst|[äa]ltest|l[äa]ngst|best|schnellst|st[äa]rkst|meist"
    r"|tiefst|kleinst|reichst|teuerst|wichtigst|j[üu]ngst|schwerst)e[nmrs]?)"
)
_ORDINAL = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
    r"|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)"
)
_RANKED = re.compile(rf"\b(?:({_ORDINAL})(?: |-)?)?({_SUPERLATIVE})\b", re.IGNORECASE)
_NO_SUPERLATIVES = frozenset(
    """interest protest contest request west forest arrest test rest guest quest harvest honest modest latest invest
    suggest midwest northwest southwest manifest priest chest nest""".split()  # noqa: SIM905
)
"""Words that end like a superlative and are none."""


def turned_order(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where the claim's words stand in the source in an order that says something else."""
    yield from _routes_turned(pair)
    yield from _other_ranks(pair)


def _routes_turned(pair: Pair) -> Iterator[Reason]:
    there = [(one, _ends(one)) for one in _ROUTE.finditer(pair.passage.text, pair.start, pair.end)]
    for one in _ROUTE.finditer(pair.claim.text):
        ours = _ends(one)
        other = next((other for other, ends in there if ends == (ours[1], ours[0])), None)
        if other is not None and ours[0] != ours[1] and not any(ends == ours for _, ends in there):
            yield _reason(f"the other way round: {one.group()} / {other.group()}", one, other)


def _ends(route: re.Match[str]) -> tuple[str, str]:
    return stem(fold(route[1])), stem(fold(route[2]))


def _other_ranks(pair: Pair) -> Iterator[Reason]:
    theirs = [one for one in _RANKED.finditer(pair.passage.text, pair.start, pair.end) if _is_superlative(one)]
    for one in _RANKED.finditer(pair.claim.text) if theirs else ():
        alike = [other for other in theirs if _rank(other)[1] == _rank(one)[1]]
        if _is_superlative(one) and alike and not any(_rank(other) == _rank(one) for other in alike):
            yield _reason(f"differs: {one.group()} / {alike[0].group()}", one, alike[0])


def _is_superlative(found: re.Match[str]) -> bool:
    return found[2].lower() not in _NO_SUPERLATIVES


def _rank(found: re.Match[str]) -> tuple[str, str]:
    return fold(found[1] or ""), stem(fold(found[2]))


def _reason(message: str, one: re.Match[str], other: re.Match[str]) -> Reason:
    return Reason(
        comparator="roles",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=message,
        claim_spans=(Span(one.start(), one.end(), one.group()),),
        passage_spans=(Span(other.start(), other.end(), other.group()),),
    )
