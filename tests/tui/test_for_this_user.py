"""What the header counts: the claims whose next step is this user's, in their role."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.tui.state import Desk
from factcheck.workbench import Workbench, handing
from factcheck.workbench.queue import is_next_for, queue
from tests.tui.running import running
from tests.tui.workspace import bench_at


def mine(folder: Path, user: str) -> set[int]:
    with bench_at(folder, user) as bench:
        return {row.number for row in bench.summaries() if is_next_for(bench, row)}


def submit(bench: Workbench, number: str) -> str:
    claim = bench.find_claim(number)
    bench.set_stance(claim, bench.claim(claim).evidence[0].id, Stance.RELATED)
    bench.set_verdict(claim, "not-checkable", "Nobody counts that.")
    handing.submit(bench, claim)
    return claim


def test_what_is_submitted_waits_for_another(worked: Path) -> None:
    assert {8} < mine(worked, "bob")  # to submit
    with bench_at(worked, "bob") as bob:
        submit(bob, "8")
    assert 8 not in mine(worked, "bob")
    assert 8 in mine(worked, "alice")


def test_what_is_signed_waits_for_nobody_and_what_is_open_for_all(worked: Path) -> None:
    for user in ("alice", "bob", "cleo"):
        assert not mine(worked, user) & {4, 10}
        assert {1, 2, 3} <= mine(worked, user)


def test_what_is_assigned_waits_for_that_person(worked: Path) -> None:
    with bench_at(worked) as alice:
        handing.assign(alice, alice.find_claim("1"), "bob")
    assert 1 in mine(worked, "bob")
    assert 1 not in mine(worked, "alice")


@pytest.mark.parametrize("user", ["alice", "bob", "cleo"])
def test_all_that_the_queue_has_is_counted(user: str, worked: Path) -> None:
    with bench_at(worked, user) as bench:
        assert {one.claim.number for one in queue(bench)} <= mine(worked, user)


async def test_the_header_says_whose_number_it_is_and_the_keys_go_there(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        submit(bob, "8")
    async with running(worked, (120, 40), user="bob") as session:
        count = len(mine(worked, "bob"))
        assert f"{count} next for you" in session.frame
        gone_to = set()
        await session.press("g")
        for _ in range(count):
            gone_to.add(session.desk.selected.number)
            await session.press("}")
        assert gone_to == mine(worked, "bob")
        await session.press("G", "}")
        assert "no claim that way has a next step of yours" in session.frame


def test_a_decision_changes_the_count_as_reading_all_again_does(fresh: Path) -> None:
    with bench_at(fresh) as bench:
        desk = Desk(bench)
        before = desk.counts()
        desk.refresh(submit(bench, "2"))
        assert desk.counts() == Desk(bench).counts()
        assert desk.counts()[3] == before[3] - 1
