"""Where things stand, at any size; and that a resize loses neither selection nor search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE
from factcheck.tui.places import CLAIM, SOURCE, WHY, places
from tests.tui.running import running


@given(st.integers(20, 260), st.integers(5, 90), st.sampled_from([CLAIMS, EVIDENCE, PASSAGE]), st.booleans())
def test_nothing_overlaps_and_nothing_stands_outside(width: int, height: int, focus: str, zoomed: bool) -> None:
    found = places(width, height, focus, zoomed=zoomed)
    taken = set()
    for place in found.values():
        assert place.width > 0
        assert place.height > 0
        cells = {(x, y) for x in range(place.x, place.x + place.width) for y in range(place.y, place.y + place.height)}
        assert all(0 <= x < width and 0 <= y < height for x, y in cells)
        assert not cells & taken
        taken |= cells
    assert focus in found


@pytest.mark.parametrize(
    ("size", "parts"),
    [
        ((55, 14), {CLAIMS, CLAIM}),
        ((80, 15), {CLAIMS, CLAIM}),
        ((60, 16), {CLAIMS, CLAIM, EVIDENCE, PASSAGE, WHY}),
        ((80, 24), {CLAIMS, CLAIM, EVIDENCE, PASSAGE, WHY}),
        ((120, 36), {CLAIMS, CLAIM, EVIDENCE, PASSAGE, WHY}),
        ((140, 40), {CLAIMS, CLAIM, EVIDENCE, PASSAGE, WHY, SOURCE}),
    ],
)
def test_which_parts_are_shown(size: tuple[int, int], parts: set[str]) -> None:
    assert {name for name in places(*size, CLAIMS) if name in {CLAIMS, CLAIM, EVIDENCE, PASSAGE, WHY, SOURCE}} == parts


async def test_a_sweep_of_sizes_keeps_selection_focus_and_search(filled: Callable[..., Path]) -> None:
    async with running(filled(40)) as session:
        await session.press("slash", *"allotments", "enter", "n", "2", "j")
        kept = (session.desk.cursor, session.desk.evidence_cursor, session.desk.pane, dict(session.desk.searched))
        for width, height in [(40, 10), (55, 14), (60, 16), (79, 20), (99, 24), (100, 30), (139, 40), (140, 40),
                              (200, 50), (220, 60), (20, 5), (80, 24)]:  # fmt: skip
            await session.pilot.resize_terminal(width, height)
            await session.settle()
            lines = session.frame.splitlines()
            assert len(lines) == height
            assert lines[-1].startswith("? Help")
            assert any(line.lstrip().startswith("> ") or "> [" in line for line in lines)
            assert (
                session.desk.cursor,
                session.desk.evidence_cursor,
                session.desk.pane,
                dict(session.desk.searched),
            ) == kept


async def test_a_dialog_survives_a_resize_with_what_was_typed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("taste")
        for size in [(20, 5), (140, 40), (80, 24)]:
            await session.pilot.resize_terminal(*size)
            await session.settle()
        assert session.app.screen.typed == "taste"


async def test_a_passage_opens_where_it_answers_the_claim(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(fresh, (60, 16)) as session:
        await session.press("j")
        shown = session.app.review.lines[PASSAGE]
        assert "31,000" in "".join(p.text for p in shown.text[shown.scroll_offset.y])


async def test_clicks_select_and_a_footer_entry_runs(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.pilot.click(f"#{CLAIMS}", offset=(10, 1))
        await session.settle()
        assert session.desk.cursor == 1
        await session.pilot.click(f"#{EVIDENCE}", offset=(10, 2))
        await session.settle()
        assert (session.desk.evidence_cursor, session.desk.pane) == (2, EVIDENCE)
        await session.pilot.click("#footer", offset=(2, 0))
        await session.settle()
        assert session.dialog == "MenuDialog"
