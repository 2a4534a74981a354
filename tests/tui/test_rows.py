"""The marks of a claim in the list: what a printed list has, the screen has, too, in columns that stand in line."""

from __future__ import annotations

from pathlib import Path

from factcheck.domain import LISTED, ReviewState, Stance
from factcheck.reports.marks import BYPASSED, MARKS, PUBLISHED, SELF_SIGNED
from factcheck.reports.table_columns import CITED_LOST, RATED_BEFORE, REWORDED, SOURCE_LOST, WAIVED_MARK
from factcheck.tui import rows
from factcheck.tui.state import Desk
from factcheck.workbench import handing
from factcheck.workbench.wording import propose
from tests.tui.running import running
from tests.tui.workspace import bench_at


def test_the_help_explains_every_mark_that_a_list_can_have() -> None:
    explained = {mark for marks, _ in rows.MARKS for mark in marks.split()}
    states = {mark for mark, _ in MARKS.values()}
    assert states | {BYPASSED, PUBLISHED, SELF_SIGNED, CITED_LOST, REWORDED, SOURCE_LOST, WAIVED_MARK} <= explained


async def test_the_help_explains_the_letter_of_every_verdict_and_every_state(fresh: Path) -> None:
    async with running(fresh, (120, 200)) as session:
        await session.press("question_mark")
        shown = session.frame
        for rating in session.desk.bench.ratings:
            assert f"[{rating.letter}]" in shown
            assert f"{rating.label}: {rating.meaning}" in shown
        assert "extracted       found in the article; nobody has decided anything on it yet" in shown
    assert set(rows.STATES) == set(LISTED)


async def test_the_filter_says_what_a_state_means(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("f", "l", "l")
        assert "status    extracted  found in the article" in session.frame


def test_no_mark_has_two_meanings() -> None:
    of_states = [mark for mark, _ in MARKS.values()]
    marks = [*of_states, BYPASSED, PUBLISHED, SELF_SIGNED, CITED_LOST, REWORDED, SOURCE_LOST, RATED_BEFORE]
    assert len(marks) == len(set(marks))


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
        assert first.startswith(">  1 [ ] * w -     Bus fares")
        assert second.startswith("   2 [ ]!    +1 -1 We have")
        assert third.startswith("   3 [ ]   / -     No other")
        assert [line.index(mark) for line, mark in ((first, "-"), (second, "+"), (third, "-"))] == [13] * 3


def test_what_a_decision_changes_is_counted_as_if_all_were_counted_anew(worked: Path) -> None:
    with bench_at(worked) as bench:
        desk = Desk(bench)
        assert desk.counts()[0] == 10
        assert desk.more_marks == 0
        claim = {row.number: row.id for row in desk.rows}
        steps = (
            lambda: handing.waive(bench, claim[1], "A matter of taste."),
            lambda: bench.set_stance(claim[2], bench.claim(claim[2]).evidence[0].id, Stance.CONFLICTS),
            lambda: bench.withdraw(claim[4], "Too soon."),
            lambda: propose(bench, claim[3], "Another council has cut parking charges."),
            bench.undo,
        )
        for step, number in zip(steps, (1, 2, 4, 3, 3), strict=True):
            step()
            desk.refresh(claim[number])
            anew = Desk(bench)
            assert (desk.counts(), desk.more_marks) == (anew.counts(), anew.more_marks)
