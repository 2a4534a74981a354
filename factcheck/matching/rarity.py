"""How much a term of a claim tells among the passages looked at: the fewer of them have it, the more.

Rarity is local: a word that most of the passages have tells them apart no more than a stop word does (inverse document
frequency, Spärck Jones 1972, over the best hits of the query).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence


def rarity_of(weights: Mapping[str, float], found: Sequence[Iterable[str]]) -> dict[str, float]:
    """Return for each term its weight in the query times its rarity; `found`: the terms of each passage."""
    spread = Counter(one for some in found for one in some)
    return {one: weight * math.log(1 + (len(found) + 1) / (spread[one] + 0.5)) for one, weight in weights.items()}


def share(some: Iterable[str], of: Iterable[str], rarity: Mapping[str, float]) -> float:
    """Return which part some terms are of others, rare ones counting more: 0..1."""
    # math.fsum, because the order of a set differs from run to run, and the same input gives the same score
    return part(math.fsum([rarity[one] for one in some]), math.fsum([rarity[one] for one in of]))


def part(some: float, whole: float) -> float:
    """Return the ratio of two numbers, 0 where either is not above 0."""
    return some / whole if some > 0 and whole > 0 else 0.0
