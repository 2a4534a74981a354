"""How much work a function does, counted in calls: the same on every machine, which its seconds are not."""

from __future__ import annotations

import cProfile
from collections.abc import Callable


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions are called, ours and Python's own, while a function runs.

    What one pattern does with one text is one call: how long that takes is measured in `make bench`.
    """
    counted = cProfile.Profile()
    counted.runcall(work)
    return sum(one.callcount for one in counted.getstats())
