"""A list scrolls after its cursor: seldom, so that few moves paint it whole, and without passing a row over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.keys import CLAIMS
from factcheck.tui.scrolling import top_for
from tests.tui.running import running

ROWS = 400


def shown(top: int, tall: int, height: int) -> tuple[int, int]:
    """The first and the last row that are in sight in full."""
    return -(-top // tall), (top + height) // tall - 1


@given(st.integers(1, 2), st.integers(2, 60), st.integers(0, ROWS), st.integers(0, ROWS))
def test_the_row_is_in_sight(tall: int, height: int, row: int, start: int) -> None:
    top = top_for(row, tall=tall, top=start, height=height)
    first, last = shown(top, tall, height)
    assert first <= row <= max(first, last)


@given(st.integers(1, 2), st.integers(4, 60), st.integers(0, 30), st.sampled_from([1, -1]))
def test_a_page_passes_no_row_over(tall: int, height: int, place: int, direction: int) -> None:
    rows = height // tall
    top = 100 * tall
    first, last = shown(top, tall, height)
    row = min(last, first + place) + direction * rows
    after_first, after_last = shown(top_for(row, tall=tall, top=top, height=height), tall, height)
    assert after_first <= last + 1
    assert after_last >= first - 1


@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize(("tall", "height"), [(1, 5), (1, 20), (2, 36), (2, 37)])
def test_row_by_row_it_scrolls_half_a_page_at_a_time(tall: int, height: int, direction: int) -> None:
    rows, top, scrolled = height // tall, 200 * tall, 0
    first, last = shown(top, tall, height)
    row = (first + last) // 2
    for _ in range(10 * rows):
        row += direction
        before, top = top, top_for(row, tall=tall, top=top, height=height)
        scrolled += top != before
        first, last = shown(top, tall, height)
        assert first < row < last  # the rows beside it are in sight, too
    assert scrolled <= 10 * rows / (rows // 2 - 1)


def test_a_jump_comes_to_the_middle() -> None:
    assert top_for(300, tall=1, top=0, height=20) == 290
    assert top_for(10, tall=1, top=290, height=20) == 0


async def test_most_moves_scroll_nothing(filled) -> None:
    async with running(filled(200), (120, 40)) as session:
        pane, tops = session.app.review.lines[CLAIMS], []
        for _ in range(40):
            await session.press("j")
            tops.append(pane.scroll_offset.y)
        assert len(set(tops)) <= 5
        assert session.desk.cursor == 40


async def test_a_click_on_the_last_row_in_sight_leaves_it_below_the_pointer(filled) -> None:
    async with running(filled(200), (80, 24)) as session:
        pane = session.app.review.lines[CLAIMS]
        await session.pilot.click(pane, offset=(10, pane.size.height - 1))
        await session.settle()
        assert (session.desk.cursor, pane.scroll_offset.y) == (pane.size.height - 1, 0)
        await session.press("j")
        assert pane.scroll_offset.y > 0
