"""The precision ledger: a comparator that was wrong too often as a conflict may not produce `conflicts` alone.

`ledger.json` says of each comparator how many conflicts it led on the labelled sets, and how many of them were right;
`python -m tests.quality.ledger ../shared/data` counts them anew, and a test holds that the two agree.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from factcheck.domain import Polarity, Reason

LEAST_PRECISION = 0.75
FEWEST_LED = 5
"""Conflicts from which a precision says anything."""


def is_trusted(right: int, led: int) -> bool:
    """Whether a comparator that led so many conflicts, so many of them rightly, may conflict alone."""
    return led < FEWEST_LED or right >= LEAST_PRECISION * led


@lru_cache(1)
def barred() -> frozenset[str]:
    """Return the comparators that may not conflict alone."""
    found = json.loads(resources.files("factcheck.stance").joinpath("ledger.json").read_text(encoding="utf-8"))
    return frozenset(name for name, (right, led) in found["conflicts"].items() if not is_trusted(right, led))


def hold_back(reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with the clashes as context where only barred comparators speak against the claim."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    if not against or not _all_barred(against):
        return reasons
    return [replace(one, polarity=Polarity.CONTEXT) if one in against else one for one in reasons]


def _all_barred(against: Sequence[Reason]) -> bool:
    return all(one.comparator in barred() for one in against)
