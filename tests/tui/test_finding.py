"""Finding: search in each pane, filter, help and palette; and what Esc does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.tui.filtering import Filter
from factcheck.tui.keys import CLAIMS, PASSAGE
from factcheck.tui.pieces import Role
from factcheck.workbench import handing
from tests.tui.running import running
from tests.tui.workspace import bench_at


async def test_search_goes_to_the_first_place_counts_and_esc_goes_back(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "j", "slash")
        await session.type("bridge")
        assert session.desk.selected.number == 5
        assert "1 found" in session.frame
        await session.press("escape")
        assert session.desk.selected.number == 3
        assert CLAIMS not in session.desk.searched


@pytest.mark.parametrize("leave", ["enter", "escape"])
async def test_a_search_without_a_hit_leaves_the_cursor_where_it_began(leave: str, fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("G", "slash")
        await session.type("bridge")
        assert session.desk.selected.number == 5
        await session.type("zz")
        assert session.desk.selected.number == 10
        await session.press(leave)
        assert session.desk.selected.number == 10
        assert session.desk.view.summary.number == 10


async def test_a_search_in_the_passage_that_finds_nothing_scrolls_back(fresh: Path) -> None:
    async with running(fresh, size=(80, 16)) as session:
        await session.press("j", "3", "z", "j")
        before = session.app.review.lines[PASSAGE].scroll_offset.y
        await session.press("slash")
        await session.type("head")
        await session.type("zz")
        assert session.app.review.lines[PASSAGE].scroll_offset.y == before


async def test_search_is_smart_about_case(fresh: Path) -> None:
    async with running(fresh) as session:
        assert session.desk.places("we have", CLAIMS) == [1, 7]
        assert session.desk.places("We Have", CLAIMS) == []


async def test_what_is_found_is_marked_in_the_passage(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "3", "slash")
        await session.type("thursday")
        await session.press("enter")
        shown = session.app.review.lines[PASSAGE]
        found = [p.text for row in range(len(shown.text)) for p in shown._lines_of(row, 76)[0] if p.role is Role.FOUND]
        assert found == ["Thursday"]
        await session.press("escape")
        assert all(p.role is not Role.FOUND for row in range(len(shown.text)) for p in shown._lines_of(row, 76)[0])


async def test_a_filter_is_named_in_the_title_and_no_hit_says_how_to_go_on(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("f", "slash")
        await session.type("zebra")
        await session.press("enter")
        assert 'filter: "zebra"' in session.frame
        assert "No claim fits the filter." in session.frame
        await session.press("f", "backspace")
        assert session.desk.filter == Filter()
        assert "1/10" in session.frame


async def test_a_filter_field_is_turned_with_h_and_l(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("f", "l", "l", "h", "enter")
        assert session.desk.filter == Filter(status="not signed")
        assert {session.desk.row(p).number for p in range(len(session.desk.visible))} == {1, 2, 3, 5, 6, 7, 8, 9}


async def test_what_is_not_signed_is_called_so(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("f", "l")
        assert "status    not signed" in session.frame
        await session.press("enter")
        assert "filter: not signed  1/8" in session.frame


async def test_filter_with_esc_changes_nothing(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("f", "l", "escape")
        assert session.desk.filter == Filter()


async def test_the_palette_finds_a_command_by_name_and_runs_it(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("ctrl+p")
        await session.type("conflicts first")
        await session.press("enter")
        assert "claims in check-worthiness" in session.frame or "claims by check-worthiness" in session.frame


async def test_help_closes_on_esc_q_and_question_mark(fresh: Path) -> None:
    async with running(fresh) as session:
        for key in ("escape", "q", "question_mark"):
            await session.press("question_mark")
            assert session.dialog == "MenuDialog"
            await session.press(key)
            assert session.dialog == ""
            assert not session.app._exit


async def test_esc_closes_then_clears_the_search_then_leaves_the_zoom_and_never_quits(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("z", "slash")
        await session.type("trees")
        await session.press("enter", "question_mark")
        await session.press("escape")
        assert session.dialog == ""
        assert session.desk.searched
        await session.press("escape")
        assert not session.desk.searched
        assert session.app.review.zoomed
        await session.press("escape", "escape", "escape")
        assert not session.app.review.zoomed
        assert not session.app._exit


async def test_a_thousand_claims_are_counted_searched_and_reached(filled: Callable[..., Path]) -> None:
    async with running(filled(1000)) as session:
        assert len(session.desk.rows) == 1000
        await session.press("G")
        assert session.desk.selected.number == 1000
        assert "1000/1000" in session.frame
        assert len(session.desk.places("allotments", CLAIMS)) == 167


async def test_a_key_pressed_before_all_claims_are_read_reaches_them(filled: Callable[..., Path]) -> None:
    from factcheck.tui.ahead import FIRST_ROWS
    from factcheck.tui.state import Desk
    from tests.tui.workspace import bench_at

    with bench_at(filled(300)) as bench:
        desk = Desk(bench)
        assert len(desk.rows) == FIRST_ROWS
        desk.set_filter(Filter(text="allotments"))
        assert len(desk.visible) == 50
        desk = Desk(bench)
        desk.move(299)
        assert desk.selected.number == 300


async def test_the_filter_shows_whose_claims_they_are(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        handing.assign(alice, alice.find_claim("3"), "alice")
        handing.assign(alice, alice.find_claim("4"), "bob")
    async with running(fresh) as session:
        await session.press("f", "j", "j", "j", "j", "l", "enter")
        assert [session.desk.row(n).number for n in range(len(session.desk.visible))] == [3]
        assert "filter: assigned to alice" in session.frame
        await session.press("f", "j", "j", "j", "j", "h", "h", "enter")
        assert len(session.desk.visible) == 8


async def test_after_a_filter_the_evidence_of_the_claim_that_comes_is_there_to_be_judged(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "G")
        assert session.desk.evidence_cursor == 3
        session.desk.set_filter(Filter(text="queue for allotments"))
        session.app.review.show_all()
        await session.settle()
        number = session.desk.selected.number
        assert number != 2
        assert session.desk.evidence == session.desk.view.evidence[0]
        await session.press("c")
        assert [one.stance for one in session.on_disk(number).stances.values()] == [Stance.CORROBORATES]


async def test_a_claim_without_evidence_names_the_keys_that_bring_some(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("c")
        told = " ".join(session.frame.split())
        assert "the claim has no evidence to judge (b s searches the corpus, b a adds a file or page)" in told
