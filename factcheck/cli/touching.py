"""Saying which verdicts rest on sources that have changed or are gone, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.cli.output import say
from factcheck.domain import ClaimSummary, ReviewState
from factcheck.reports.cells import shown_line
from factcheck.text.commands import words_of_command

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.standing import Touched

LISTED = 10


def tell_touched(touched: Sequence[Touched]) -> None:
    """Say which claims rest on sources that have changed or are gone; beyond the first ones, how many more."""
    for one in touched[:LISTED]:
        is_stale = one.claim.review_state is ReviewState.STALE
        stale = f"; the sign-off by {one.claim.reviewer} is stale" if is_stale else ""
        say(f"{one}; {'; '.join(one.kept)}{stale}")
    if len(touched) > LISTED:
        more = len(touched) - LISTED
        say(f"... and {more} more claims whose source changed or is gone: `factcheck corpus resting` lists all")


def tell_conflicting(rows: Iterable[ClaimSummary], names: Mapping[str, Sequence[str]]) -> None:
    """Say which claims were signed before evidence came that is suggested to conflict (`names`, by claim)."""
    told = [f"{row.number} ({', '.join(names[row.id])})" for row in rows if row.id in names]
    if told:
        several = f"claims {', '.join(told)} were" if len(told) > 1 else f"claim {told[0]} was"
        say(f"conflicting evidence came after {several} signed, and nobody judged it: `factcheck claim stance`")


def tell_matching(bench: Workbench, option: str) -> bool:
    """Say which verdicts a change of the corpus touches, and which command matches their articles again.

    Returns whether any is touched.
    """
    touched = bench.touched()
    tell_touched(touched)
    articles = {one.claim.article for one in touched}
    for article in (a for a in bench.articles() if a.id in articles):
        numbers = [str(one.claim.number) for one in touched if one.claim.article == article.id]
        rest = f"claims {', '.join(numbers)} rest" if len(numbers) > 1 else f"claim {numbers[0]} rests"
        say(f"article {shown_line(article.title or article.path)} ({article.id[:8]}): {rest} on that")
        say(f"next: `factcheck{option} {words_of_command('check', named=(article.path,))}` matches its claims again")
    if touched:
        say("then judge or cite what it found, or take the old evidence back, and let another person sign")
    return bool(touched)
