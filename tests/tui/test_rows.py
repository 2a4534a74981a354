"""The marks of a claim in the list: what a printed list has, the screen has, too, in columns that stand in line."""

from __future__ import annotations

from pathlib import Path

from factcheck.domain import ReviewState
from factcheck.reports.claim_list import BYPASSED, MARKS, PUBLISHED, SELF_SIGNED
from factcheck.reports.table_columns import CITED_LOST, REWORDED, SOURCE_LOST, WAIVED_MARK
from factcheck.tui import rows
from factcheck.workbench import handing
from factcheck.workbench.wording import propose
from tests.tui.running import running
from tests.tui.workspace import bench_at


def test_the_help_explains_every_mark_that_a_list_can_have() -> None:
    explained = {mark for marks, _ in rows.MARKS for mark in marks.split()}
    states = {mark for mark, _ in MARKS.values()}
    assert states | {BYPASSED, PUBLISHED, SELF_SIGNED, CITED_LOST, REWORDED, SOURCE_LOST, WAIVED_MARK} <= explained


async def test_a_waived_claim_that_was_signed_shows_both_and_the_columns_stay_in_line(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        handing.waive(alice, alice.find_claim("1"), "a matter of taste")
        propose(alice, alice.find_claim("3"), "Another council has cut parking charges.")
    with bench_at(fresh, "bob") as bob:
        claim = bob.find_claim("1")
        bob.sign(claim, displayed=bob.claim(claim).state.binding)
    async with running(fresh) as session:
        assert session.on_disk(1).review_state is ReviewState.SIGNED
        first, second, third = session.frame.splitlines()[2:5]
        assert first.startswith(">  1 [ ] * w +0 -0 Bus fares")
        assert second.startswith("   2 [ ]!    +1 -1 We have")
        assert third.startswith("   3 [ ]   / +0 -0 No other")
        assert len({line.index("+") for line in (first, second, third)}) == 1
