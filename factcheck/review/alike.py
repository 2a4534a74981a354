"""Whether two claims say the same, in whatever words: by their content words, names, figures, dates and negation.

What differs in a name, a figure, a date or a "not" is another claim, however many words they share. Who does what to
whom is not read: a person looks at what is found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.domain import Claim
from factcheck.stance.reading.negations import is_negative
from factcheck.text.words import content_stems, split_words

ALIKE = 0.6
"""Share of the content words of each that the other has. Our own choice: of pairs written for it, reworded ones have
.6 and more, those on the same subject that say something else .5 and less (2026-11)."""


def alikeness(one: Claim, other: Claim) -> float:
    """Return how alike two claims are (0..1); 0 where a name, figure, date or negation differs."""
    mine, theirs = content_stems(one.verbatim), content_stems(other.verbatim)
    shared = len(mine & theirs)
    if not shared or _figures(one) != _figures(other) or _negated(one) != _negated(other):
        return 0.0
    if _differ(_dates(one), _dates(other)) or (_names(one) - theirs and _names(other) - mine):
        return 0.0
    return shared / max(len(mine), len(theirs))


def best_alike(claim: Claim, known: Mapping[str, Claim], most: int) -> Sequence[str]:
    """Return the claims (ids) that say the same, the most alike first."""
    scores = {name: alikeness(claim, other) for name, other in known.items()}
    found = sorted((name for name in scores if scores[name] >= ALIKE), key=lambda name: (-scores[name], name))
    return found[:most]


def _figures(claim: Claim) -> frozenset[tuple[object, ...]]:
    return frozenset((one.low, one.high, one.unit, one.operator) for one in claim.quantities)


def _dates(claim: Claim) -> frozenset[str]:
    return frozenset(one.iso for one in claim.dates)


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine) and bool(theirs) and mine != theirs


def _negated(claim: Claim) -> bool:
    return sum(is_negative(word.folded, word.stem) for word in split_words(claim.verbatim)) % 2 == 1


def _names(claim: Claim) -> frozenset[str]:
    return frozenset().union(*(content_stems(name.name) for name in claim.names))
