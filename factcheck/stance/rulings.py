"""Rulings and retractions: does the source itself rule on the claim, debunk it, or take it back?

Levels: *rated* ("we rate this False", "Rating: Mostly True"; the last one of a page counts, since pages open with other
people's claims); *ruled* ("the claim is wrong", "this is accurate"); *debunked* (hoax, fabricated, no evidence);
*retracted* ("a correction:", "has withdrawn the report"). A mixed rating (Half True) is shown and points neither way.

Source: reading an explicit ruling decides 94.6 % of 9,581 real fact-check pages (PolitiFact, CheckThat! 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.pair import Pair

RATED_STRENGTH = 0.95
RULED_STRENGTH = 0.7
LEAST_COVERAGE = 0.3
"""A ruling counts where the page is about the claim at all."""
_RATED = re.compile(
    r"(?:\brat(?:e|es|ed|ing)\b|\bruling\b)[^.\n]{0,120}?\b"
    r"(pants[ -]on[ -]fire|mostly[ -]false|barely[ -]true|half[ -]true|mostly[ -]true|false|true)\b(?!\s+when)",
    re.IGNORECASE,
)
_MIXED = frozenset(["half true", "mostly false", "barely true"])
_SUPPORTING = frozenset(["true", "mostly true"])
_SUBJECT = r"(?:claim|statement|rumou?rs?|story|report|posts?|assertion|allegation|quote|quotation|image|video)"
_RULED_WRONG = re.compile(
    rf"\b(?:{_SUBJECT}|that|this|it)(?:'s|’s| is| was| are| were)"
    r"(?: (?:simply|just|also|a|entirely|completely|totally|not))*? "
    r"(false|untrue|not true|not accurate|inaccurate|wrong|incorrect|baseless|fabricated|hoax|fake|bogus|misleading|"
    r"unfounded|debunked)\b",
    re.IGNORECASE,
)
_RULED_RIGHT = re.compile(
    rf"\b(?:{_SUBJECT})(?:'s|’s| is| was)(?: (?:largely|mostly|basically|essentially))? (correct|accurate|right|true)\b"
    rf"|\b(on the money|on target|checks out)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(corrects? an? earlier|"
    r"(?:has|have) (?:been )?(?:retracted|withdrawn) (?:the|this|its|a) (?:story|report|article)|"
    r"an earlier version of this (?:story|article|report)|"
    r"never said (?:that|this|so|it)|did not say (?:that|this|so|it))\b",
    re.IGNORECASE,
)


def compare_rulings(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: the rating, else the ruling, else the retraction that the passage states."""
    text = pair.passage.text
    rated = _last(_RATED, text)
    if rated is not None:
        yield _rating(rated)
        return
    wrong, right = _last(_RULED_WRONG, text), _last(_RULED_RIGHT, text)
    if wrong is not None and pair.coverage >= LEAST_COVERAGE:
        yield _reason(Polarity.OPPOSES, RULED_STRENGTH, f"the source calls it {wrong.text.lower()}", wrong)
    elif right is not None and pair.coverage >= LEAST_COVERAGE and len(pair.passage.words) > len(pair.claim.words):
        yield _reason(Polarity.SUPPORTS, RULED_STRENGTH, f"the source calls it {right.text.lower()}", right)
    taken = _last(_TAKEN_BACK, text)
    if taken is not None and pair.coverage >= LEAST_COVERAGE:
        yield _reason(Polarity.OPPOSES, RULED_STRENGTH, f"the source takes it back (“{taken.text}”)", taken)


def _rating(rated: Span) -> Reason:
    label = rated.text.lower().replace("-", " ")
    pointing = Polarity.SUPPORTS if label in _SUPPORTING else Polarity.OPPOSES
    polarity = Polarity.CONTEXT if label in _MIXED else pointing
    return _reason(polarity, RATED_STRENGTH, f"the source rates it {rated.text}", rated)


def _last(pattern: re.Pattern[str], text: str) -> Span | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    if found is None:
        return None
    group = next((number for number in range(1, pattern.groups + 1) if found[number]), 0)
    return Span(found.start(group), found.end(group), found[group])


def _reason(polarity: Polarity, strength: float, message: str, place: Span) -> Reason:
    return Reason(
        comparator="rulings",
        facet=Facet.WHAT,
        polarity=polarity,
        strength=strength,
        message=message,
        passage_spans=(place,),
    )
