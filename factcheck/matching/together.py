"""Choose the few passages of a source that answer a claim together.

Several sentences that say the same leave the rest of the claim open, while the one that names the day is short and
ranks low. So the best is taken first, and then, one after the other, what is good and adds what none has so far.

Source: greedy covering, as in J. Carbonell and J. Goldstein, "The use of MMR", SIGIR 1998, with what is new in place
of what is unlike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.matching.features import Asked, shared
from factcheck.matching.ranking import READ, Scored
from factcheck.matching.rarity import rarity_of, share

NEW = 8.0
"""What it counts, in log-odds, that a passage has all terms of the claim that none taken before has. Source: WiCE dev,
with weights of the other folds, 2026-11: best F1 .648 without, .663 with 8; 10 and 12 are as good, 4 is not."""
_SURE = 0.999_999


class Chosen(NamedTuple):
    """A passage that was taken; `odds`: its own with what it adds, beside those of the first."""

    scored: Scored
    odds: float


def together(asked: Asked, ranked: Sequence[Scored], most: int) -> list[Chosen]:
    """Return `most` passages at most of what was ranked, best first, in the order in which they are taken."""
    left = list(ranked[:READ])
    terms = {one.place: shared(asked, one.hit.passage.text, one.hit.source.language) for one in left}
    rarity = rarity_of(asked.weights, list(terms.values()))
    covered: set[str] = set()
    chosen: list[Chosen] = []
    first = _logit(left[0].score) if left else 0.0
    while left and len(chosen) < most:
        values = [_logit(one.score) + _new(terms[one.place] - covered, rarity, chosen) for one in left]
        best = max(range(len(left)), key=values.__getitem__)
        chosen.append(Chosen(left[best], math.exp(min(values[best] - first, NEW))))
        covered |= terms[left.pop(best).place]
    return chosen


def _new(terms: set[str], rarity: dict[str, float], chosen: Sequence[Chosen]) -> float:
    return NEW * share(terms, rarity, rarity) if chosen else 0.0


def _logit(score: float) -> float:
    kept = min(max(score, 1 - _SURE), _SURE)
    return math.log(kept / (1 - kept))
