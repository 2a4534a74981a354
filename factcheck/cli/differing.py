"""Comparing what is shown with what the log says, where that is quick: a warning, or a refusal of what leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.cli.output import say
from factcheck.domain import ArticleSummary
from factcheck.workbench.stored_states import check_states, first_differing

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

MOST_COMPARED = 500
"""Claims that a list is compared for: some 0.2 s, while an article has some dozens."""


def tell_differing(bench: Workbench, articles: Sequence[ArticleSummary]) -> None:
    """Warn of the first claim of which what is stored is not what the log says, where the articles are few."""
    if _are_few(articles) and (found := first_differing(bench.store, [one.id for one in articles])):
        say(f"factcheck: do not rely on this: claim {found.claim}: {found}; `factcheck audit verify` looks at all")


def refuse_differing(bench: Workbench, articles: Sequence[ArticleSummary]) -> None:
    """Refuse to write a copy of articles where what is stored is not what the log says; say so of too many to compare.

    Raises:
        StateError: names the first such claim, and what to do.
    """
    if _are_few(articles):
        check_states(bench.store, (one.id for one in articles))
    else:
        say(f"not compared with the log, for more than {MOST_COMPARED} claims: `factcheck audit verify` does that")


def _are_few(articles: Sequence[ArticleSummary]) -> bool:
    return sum(one.claims for one in articles) <= MOST_COMPARED
