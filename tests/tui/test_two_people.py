"""Two people at one workspace, and a workspace that goes away and comes back: all is said, nothing typed is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.errors import StorageError
from factcheck.tui.keys import EVIDENCE
from factcheck.tui.panes import timeline_lines
from factcheck.tui.pieces import plain
from factcheck.workbench import editing, handing
from tests.factory import tick_items
from tests.tui.running import Session, running
from tests.tui.workspace import bench_at


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look after others and after the database all the time."""
    monkeypatch.setattr("factcheck.tui.app.OTHERS_LOOKED_FOR", 0.02)
    monkeypatch.setattr("factcheck.tui.dialogs.fault.LOOKED_AFTER", 0.02)


async def test_what_others_decide_appears_in_the_list_and_the_claim_in_view_says_so(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j")
        with bench_at(fresh, "bob") as bob:
            bob.set_verdict(session.desk.view.claim.id, "not-checkable", "A matter of taste.")
            bob.set_verdict(bob.find_claim("5"), "not-checkable", "A matter of taste.")
        await session.pilot.pause(0.2)
        assert "2 decisions by others: claims 2, 5; ctrl+l reloads" in session.frame
        assert ">  2 [O]!" in session.frame
        assert "changed by bob" in session.frame
        assert "verdict: not checkable" not in session.frame, "what is shown moves only when it is asked for"
        await session.press("c")
        await session.press("escape", "ctrl+l")
        assert "verdict: not checkable" in session.frame
        assert "changed by bob" not in session.frame


async def test_what_was_just_decided_here_stays_told_beside_what_others_decided(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x")
        with bench_at(fresh, "bob") as bob:
            bob.add_note(bob.find_claim("9"), "Seen.")
        await session.pilot.pause(0.2)
        status = session.frame.splitlines()[-2]
        assert "1 decision by others: claim 9; stance conflicts on evidence" in status


async def test_another_claim_of_theirs_needs_no_reading_again(fresh: Path) -> None:
    async with running(fresh) as session:
        with bench_at(fresh, "bob") as bob:
            bob.add_note(bob.find_claim("9"), "Seen.")
        await session.pilot.pause(0.2)
        assert "1 decision by others: claim 9" in session.frame
        assert "reloads" not in session.frame
        assert session.desk.row(8).notes == 1
        await session.pilot.pause(0.1)
        assert session.desk.news() is None, "told once"


async def test_a_claim_that_others_took_out_is_told(fresh: Path) -> None:
    async with running(fresh) as session:
        with bench_at(fresh, "bob") as bob:
            editing.withdraw_claim(bob, bob.find_claim("9"), "A joke.")
        await session.pilot.pause(0.2)
        assert "ctrl+l reloads" in session.frame
        await session.press("ctrl+l")
        assert len(session.desk.rows) == 9


async def test_a_workspace_that_goes_away_is_said_and_read_when_it_is_back(fresh: Path) -> None:
    base, aside = fresh / "factcheck.db", fresh / "aside.db"
    async with running(fresh, (100, 30)) as session:
        base.rename(aside)
        await session.pilot.pause(0.2)
        assert "cannot be read now" in session.frame
        await session.press("j", "j", "H", "escape")
        assert session.app.fault is None
        aside.rename(base)
        await session.pilot.pause(0.2)
        assert "the workspace can be read again" in session.frame
        await session.press("k")
        assert "── Claim 2" in session.frame
        await session.press("2", "c")
        assert session.on_disk(2).stances


async def test_what_could_not_be_saved_is_saved_when_the_database_is_back(fresh: Path) -> None:
    base, aside = fresh / "factcheck.db", fresh / "aside.db"
    async with running(fresh, (100, 30)) as session:
        await session.press("a")
        await session.type("Keep me")
        base.rename(aside)
        await session.press("ctrl+s")
        await session.settle()
        assert "NOT saved" in session.frame
        await session.pilot.pause(0.2)
        assert "still away" in session.frame
        aside.rename(base)
        await session.pilot.pause(0.3)
        await session.settle()
        assert session.dialog == ""
        assert [note.text for note in session.on_disk(1).notes] == ["Keep me"]


async def test_r_tries_again_and_a_database_that_was_never_away_is_not_written_to_unasked(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(fresh) as session:
        await session.press("j", "2")

        def full() -> None:
            raise StorageError("the disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(session.desk.bench.store, "transaction", full)
            await session.press("c")
            await session.pilot.pause(0.2)
            assert session.dialog == "FaultDialog"
        assert not session.on_disk(2).stances
        await session.press("r")
        assert [one.stance for one in session.on_disk(2).stances.values()] == [Stance.CORROBORATES]


@pytest.mark.parametrize("stays", [True, False], ids=["waits", "leaves"])
async def test_a_database_that_was_locked_is_written_to_once_it_is_free_and_nothing_waits_after_esc(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, *, stays: bool
) -> None:
    monkeypatch.setattr("factcheck.tui.waiting.BUSY_SECONDS", 0.2)
    async with running(fresh) as session:
        await session.press("j", "2")
        with closing(sqlite3.connect(fresh / "factcheck.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await session.press("c")
            await until(session, lambda: session.dialog == "FaultDialog")
            await session.settle()
            if not stays:
                await session.press("escape")
                assert "waiting:" not in session.frame
                assert "not saved: another process" in session.frame
            other.execute("ROLLBACK")
        if stays:
            await until(session, lambda: session.dialog == "")
            await until(session, lambda: not session.app.waiting)
            await session.settle()
            assert session.on_disk(2).stances


async def until(session: Session, happened: Callable[[], bool]) -> None:
    for _ in range(200):
        if happened():
            return
        await session.pilot.pause(0.02)
    raise AssertionError(session.frame)


# --- where a reviewer was ---------------------------------------------------------------------------------------------


async def test_each_reviewer_goes_on_where_they_were(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "j", "j", "2")
    async with running(fresh) as session:
        assert (session.desk.selected.number, session.desk.pane) == (4, EVIDENCE)
        assert "── Claim 4" in session.frame
    async with running(fresh, user="bob") as session:
        assert session.desk.selected.number == 1


DAMAGED = (
    "[]",
    "not json",
    '{"x": 1}',
    '{"KEY": {"claim": "gone", "pane": "none", "order": "?"}}',
    '{"KEY": {"claim": 3, "new": 1}}',
)


@pytest.mark.parametrize("kept", DAMAGED)
async def test_a_place_that_is_gone_or_damaged_is_no_reason_not_to_start(
    kept: str, fresh: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "state" / "factcheck"
    folder.mkdir(parents=True, exist_ok=True)
    key = json.dumps(f"{(fresh / 'factcheck.db').absolute()} alice")
    (folder / "places.json").write_text(kept.replace('"KEY"', key), encoding="utf-8")
    async with running(fresh) as session:
        assert session.desk.selected.number == 1
        assert session.desk.pane == "claims"
    assert "claim000001" in (folder / "places.json").read_text(encoding="utf-8")


# --- the timeline -----------------------------------------------------------------------------------------------------


def test_sources_stand_by_their_day_with_the_claim_in_its_place(fresh: Path) -> None:
    with bench_at(fresh) as bench:
        view = bench.claim(bench.find_claim("2"))
    lines = [plain(found) for found in timeline_lines(view, 200, blind=False)]
    assert [found[:10] for found in lines] == ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-11-20"]
    assert "the claim was made" in lines[-1]
    assert "[?c] 1  Parks Office 0, Tree count 0" in lines[0]
    assert "[?" not in "".join(plain(found) for found in timeline_lines(view, 200, blind=True))


async def test_undo_says_that_somebody_elses_later_stance_stands_and_news_do_not_hide_it(fresh: Path) -> None:
    async with running(fresh, size=(120, 40)) as session:
        await session.press("j", "2", "c")
        with bench_at(fresh, "bob") as bob:
            view = bob.claim(bob.find_claim("2"))
            bob.set_stance(view.claim.id, view.evidence[0].id, Stance.CONFLICTS)
        await session.press("u")
        assert "undone, but bob's later conflicts stands" in session.frame
        session.app._tell_of_others()
        await session.settle()
        assert "undone, but bob's later conflicts stands" in session.desk.last


async def test_the_title_says_what_somebody_else_decided_and_which_key_shows_it(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j")
        with bench_at(fresh, "bob") as bob:
            view = bob.claim(bob.find_claim("2"))
            bob.set_stance(view.claim.id, view.evidence[1].id, Stance.CONFLICTS)
        session.app._tell_of_others()
        await session.press("2", "j")  # the last line tells of something else now
        title = next(one for one in session.frame.splitlines() if one.startswith("── Claim 2"))
        assert "changed by bob 14:00: stance conflicts on evidence 2 (ctrl+l)" in title
        await session.press("ctrl+l")
        assert "changed by bob" not in session.frame


async def test_a_decision_says_first_what_it_undid(fresh: Path) -> None:
    with bench_at(fresh, "bob") as bob:
        claim = bob.find_claim("2")
        first = bob.claim(claim).evidence[0].id
        bob.set_stance(claim, first, Stance.CONFLICTS)
        bob.set_verdict(claim, "missing-context", "The office counted fewer.", cite=[first])
        handing.submit(bob, claim, exception="There is no other.")
    async with running(fresh) as session:
        await session.press("j", "2", "c")
        assert "claim 2 is out of review: stance corroborates on evidence 1" in session.frame
        await session.press("x")
        assert "out of review" not in session.frame, "told once"
    with bench_at(fresh, "bob") as bob:
        bob.set_stance(claim, first, Stance.CONFLICTS)
        handing.submit(bob, claim, exception="There is no other.")
    with bench_at(fresh, "carol") as carol:
        tick_items(carol, claim)
        carol.sign(claim, displayed=carol.claim(claim).state.binding)
    async with running(fresh, user="bob") as session:
        await session.press("j", "2", "r")
        assert "carol's signature of claim 2 is stale: stance related" in session.frame
