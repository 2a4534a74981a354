"""Problems in the order in which they are looked at: what was lost first, what nobody misses last. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.domain import Problem, ProblemKind

_WITHIN = re.compile("[!#]")
"""What parts a file from what stands in it."""
_TOLD = {
    ProblemKind.UNREAD: "not read",
    ProblemKind.READ: "read, but look at it",
    ProblemKind.PASSED_OVER: "passed over",
}


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, whole files that were lost first, then parts of files, what was read, what was passed over."""
    return sorted(problems, key=_rank)


def problems_line(problems: Sequence[Problem]) -> str:
    """Say how many problems there are, and of which kinds where there are several."""
    kinds = Counter(one.kind for one in problems)
    of_each = "; ".join(f"{kinds[kind]} {told}" for kind, told in _TOLD.items() if kinds[kind])
    number = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    return f"{number} ({of_each})" if len(kinds) > 1 else number


def _rank(problem: Problem) -> tuple[int, bool]:
    return list(_TOLD).index(problem.kind), bool(_WITHIN.search(problem.path))
