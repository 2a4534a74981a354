"""What the passages of one source say of one another: the features of a passage among its neighbours, each 0..1.

The sentences that bear on a claim stand together: one names the person, the next says what he did. So a passage is
worth more where those beside it have what it lacks, and where it has a word that no other of its source has. A source
of one passage has neither.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.domain import Hit, Passage
from factcheck.matching.rarity import part, rarity_of

REACH = 500
"""Code points between two passages from which on one says nothing of the other: four or five sentences. Source: WiCE
dev, cross-validated, 2026-11: the next three sentences, the nearer counting more, gained most; the next one alone less,
the next five alike as well."""


def beside(hits: Sequence[Hit], inside: Sequence[set[str]], rarity: Mapping[str, float]) -> list[float]:
    """Return for each hit the share of the terms that passages near it add; `inside`: the terms of each passage.

    A term counts the more, the nearer the next passage is that has it.
    """
    whole = math.fsum(rarity.values())
    shares = [0.0] * len(hits)
    for places in _by_source(hits):
        for at in places:
            added = _added(at, places, hits, inside)
            shares[at] = part(math.fsum([rarity[one] * near for one, near in added.items()]), whole)
    return shares


def alone(hits: Sequence[Hit], inside: Sequence[set[str]], weights: Mapping[str, float]) -> list[float]:
    """Return for each hit how rare its rarest term is among the passages of its source, beside the rarest of these."""
    shares = [0.0] * len(hits)
    for places in _by_source(hits):
        rarity = rarity_of(weights, [inside[at] for at in places])
        rarest = [max((rarity[one] for one in inside[at]), default=0.0) for at in places]
        for at, value in zip(places, rarest, strict=True):
            shares[at] = part(value, max(rarest))
    return shares


def _by_source(hits: Sequence[Hit]) -> list[list[int]]:
    """Return the places of the hits of each source that has several."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, hit in enumerate(hits):
        places[hit.source.id].append(at)
    return [some for some in places.values() if len(some) > 1]


def _added(at: int, places: Sequence[int], hits: Sequence[Hit], inside: Sequence[set[str]]) -> dict[str, float]:
    """Return the terms that others add to a passage: term -> how near the nearest that has it is, 0..1."""
    added: dict[str, float] = {}
    for other in places:
        if other != at and (near := _nearness(hits[at].passage, hits[other].passage)) > 0:
            added.update({one: near for one in inside[other] - inside[at] if near > added.get(one, 0.0)})
    return added


def _nearness(one: Passage, other: Passage) -> float:
    return 1 - max(0, max(one.start, other.start) - min(one.end, other.end)) / REACH
