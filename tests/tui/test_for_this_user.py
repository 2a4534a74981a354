"""What the header counts: the claims whose next step is this user's, in their role."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.tui.state import Desk
from factcheck.workbench import Workbench, handing
from factcheck.workbench.queue import locked_articles, next_for, queue
from tests.tui.running import running
from tests.tui.workspace import bench_at


def mine(folder: Path, user: str) -> set[int]:
    with bench_at(folder, user) as bench:
        rows = list(bench.summaries())
        theirs = next_for(bench, rows, locked_articles(bench))
        return {row.number for row in rows if row.id in theirs}


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
def test_what_the_queue_has_is_counted_and_nothing_else(user: str, worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        submit(bob, "8")
        handing.waive(bob, bob.find_claim("1"), "an opinion")
    with bench_at(worked, "dan") as dan:
        handing.dispute(dan, dan.find_claim("4"), "It says 40.")
    with bench_at(worked, user) as bench:
        listed = {row.id for row in bench.summaries()}
        assert {one.claim.number for one in queue(bench) if one.claim.id in listed} == mine(worked, user)


def test_what_one_waived_waits_for_another(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        handing.waive(bob, bob.find_claim("1"), "an opinion")
    assert 1 not in mine(worked, "bob")
    assert 1 in mine(worked, "alice")


def test_of_many_claims_only_roles_and_checkers_are_looked_at(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = mine(worked, "bob")
    monkeypatch.setattr("factcheck.workbench.queue.MOST_ASKED", 0)
    assert exact <= mine(worked, "bob")


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
