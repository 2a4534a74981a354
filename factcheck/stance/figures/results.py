"""Results of a vote or a match: do the two numbers stand the same way round, and was a vote as united as it is told?

Levels: *the same* (left to the comparator of numbers); *the other way round* ("52 to 48" beside "48 to 52"): a
contradiction where the passage has every word of the claim in its order, else what forbids corroboration, for who lost
is told with the lower number first. *United or divided*: "unanimous" agrees with 9-0, and contradicts 5-4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment

STRENGTH = 0.75
UNITED_STRENGTH = 0.6
LEAST_TOPIC = 0.5
"""Share of the claim's other words that must be answered before votes are compared, as for figures."""
_UNITED = re.compile(r"\b(?:unanimous(?:ly)?|unanimity|without (?:a )?dissent|with one voice)\b", re.IGNORECASE)
_VOTED = re.compile(
    r"(?<![\d.,:–-])(?P<for>\d{1,3})(?: votes?)?(?: to |\s?[-–]\s?)"
    r"(?P<against>\d{1,3}|none|nil|zero)(?! ?%)(?![\d.,:–-]?\d)"
)
_SPLIT = re.compile(
    r"\b(?P<against>dissent(?:ed|ing|s)?|(?:voted|voting|votes?) against|(?:split|divided) (?:vote|decision|court))\b"
)
_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|rul(?:ed|es|ing)|decisions?|decided?|court|justices|judges|jury|panel|board|council|senate|"
    r"parliament|house|committee|assembly|approved|passed|rejected)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<![\d.,:–-])(?P<one>\d{1,3})(?: votes?)?(?: to |\s?[-–:]\s?)(?P<other>\d{1,3})(?! ?%)(?![\d.,:–-]?\d)"
)


def compare_results(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason where the passage has a result of the claim the other way round, or another unity of a vote."""
    yield from _compare_unity(pair)
    asked = _results_of(pair.claim.text)
    if not asked or any(one.kind == "converse" for one in pair.partners):  # who lost is told either way round
        return
    theirs = {(one["one"], one["other"]): one for one in _RESULT.finditer(pair.passage.text, pair.start, pair.end)}
    same = alignment.verbatim and not pair.missing and all(one.kind != "opposite" for one in pair.partners)
    for ours in asked:
        turned = theirs.get((ours["other"], ours["one"]))
        if turned is not None and ours["one"] != ours["other"] and (ours["one"], ours["other"]) not in theirs:
            yield Reason(
                comparator="results",
                facet=Facet.HOW_MANY,
                polarity=Polarity.OPPOSES if same else Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the numbers stand the other way round: {ours[0]} / {turned[0]}",
                claim_spans=(Span(ours.start(), ours.end(), ours[0]),),
                passage_spans=(Span(turned.start(), turned.end(), turned[0]),),
            )


@lru_cache(64)
def _results_of(claim: str) -> tuple[re.Match[str], ...]:
    """Return the results that a claim tells; kept for the claims used last, since a claim meets many passages."""
    return tuple(_RESULT.finditer(claim))


def _compare_unity(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where one text calls a vote unanimous, and the other gives its result."""
    if pair.topic < LEAST_TOPIC or _VOTES.search(pair.passage.text, pair.start, pair.end) is None:
        return
    claim, passage = (pair.claim.text, 0, len(pair.claim.text)), (pair.passage.text, pair.start, pair.end)
    ours, theirs = _united(*claim), _united(*passage)
    if bool(ours) == bool(theirs):
        return
    counted = _divided(*(passage if ours else claim))
    if counted is None:
        return
    one, other = (ours, counted) if ours else (counted, theirs)
    against = counted.groupdict()["against"]
    same = against in _NOBODY
    if one is not None and other is not None:
        yield Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.SUPPORTS if same else Polarity.OPPOSES,
            strength=UNITED_STRENGTH,
            message=f"the claim says “{one[0]}”; the source says “{other[0]}”",
            claim_spans=(Span(one.start(), one.end(), one[0]),),
            passage_spans=(Span(other.start(), other.end(), other[0]),),
        )


_NOBODY = frozenset(["0", "none", "nil", "zero"])


def _united(text: str, start: int, end: int) -> re.Match[str] | None:
    found = _UNITED.search(text, start, end)
    return (
        found
        if found is not None and not _NOT_SO.search(text, max(start, found.start() - _SHORT), found.start())
        else None
    )


_NOT_SO = re.compile(r"\b(?:not|n['’]t|never|nearly|almost|far from|hardly)(?: \w+)? $", re.IGNORECASE)
_SHORT = 25  # characters before "unanimous" that can deny it


def _divided(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the one result of a vote in a text, or what says that it was divided; None where there are several."""
    found = list(_VOTED.finditer(text, start, end))
    if len(found) > 1:
        return None
    return found[0] if found else _SPLIT.search(text, start, end)
