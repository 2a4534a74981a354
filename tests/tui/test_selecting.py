"""Words and sentences selected by dragging: copied, or kept as evidence; half a word is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from factcheck.tui.keys import EVIDENCE, PASSAGE
from factcheck.tui.pieces import Piece, line, plain, wrap
from factcheck.tui.selecting import place_in, spot_at, stretch_of, words_in
from tests.tui.running import Session, running
from tests.tui.test_bringing import harbour, passages  # noqa: F401 - a fixture
from tests.tui.test_every_key import copied

TEXT = "Completions fell to 31,000.5 in\r\nMarch,\tnot \u202e40,000: the office's  count says so."


def chosen(width: int, one: tuple[int, int], other: tuple[int, int]) -> str:
    """What is selected from one cell (line, column) to another of a text wrapped to a width."""
    lines = wrap(line(Piece(TEXT)), width)
    stretch = stretch_of(lines, spot_at(lines, *one), spot_at(lines, *other))
    found = place_in(TEXT, lines, stretch)
    return TEXT[slice(*found)] if found else ""


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ((0, 0), (0, 11), "Completions "),
        ((0, 22), (0, 14), "fell to 31,000.5"),
        ((0, 24), (1, 2), "31,000.5 in\r\nMarch"),
        ((-3, 0), (0, 2), "Completions"),
        ((9, 9), (9, 9), ""),
    ],
)
def test_what_is_dragged_over_is_widened_to_whole_words_of_the_stored_text(
    one: tuple[int, int], other: tuple[int, int], words: str
) -> None:
    assert chosen(60, one, other) == words


@pytest.mark.parametrize("width", [5, 12, 23, 200])
def test_all_that_is_shown_is_all_that_is_stored_at_any_width(width: int) -> None:
    assert chosen(width, (0, 0), (99, 0)) == TEXT


def test_writing_without_blanks_is_selected_letter_by_letter() -> None:
    lines = wrap(line(Piece("市政府在三月种植了四万棵树")), 80)
    assert words_in(lines, stretch_of(lines, spot_at(lines, 0, 4), spot_at(lines, 0, 9))) == "府在三"


async def drag(session: Session, widget: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag with the left button down, from one cell of a widget to another."""
    pilot = session.pilot
    await pilot.mouse_down(widget, offset=start)
    await pilot._post_mouse_events([events.MouseMove], widget=widget, offset=end, button=1)
    await pilot.mouse_up(widget, offset=end)
    await session.settle()


def cells_of(session: Session, words: str) -> tuple[int, int]:
    """Where words stand in the passage pane."""
    texts = [plain(found) for found in session.app.review.lines[PASSAGE].text]
    row = next(number for number, text in enumerate(texts) if words in text)
    return texts[row].index(words) + 1, row


async def test_dragged_words_of_the_passage_are_copied_and_let_go(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        await session.press("j", "2")
        x, y = cells_of(session, "31,000 trees")
        await drag(session, f"#{PASSAGE}", (x + 1, y), (x + 8, y))
        assert "12 characters selected: y copies, b p adds them as evidence, Esc lets go" in session.frame
        await session.press("ctrl+c")
        assert copied(session) == "31,000 trees"
        await session.press("escape", "y")
        assert copied(session) == session.desk.evidence.candidate.passage.text


async def test_a_click_and_another_passage_let_go_of_what_was_selected(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        await session.press("j", "2")
        shown = session.app.review.lines[PASSAGE]
        await drag(session, f"#{PASSAGE}", (1, 0), (9, 0))
        assert shown.words
        await session.pilot.click(f"#{PASSAGE}", offset=(3, 0))
        assert not shown.words
        await drag(session, f"#{PASSAGE}", (1, 0), (9, 0))
        await session.pilot.click(f"#{EVIDENCE}", offset=(10, 2))
        await session.settle()
        assert not shown.words


async def test_what_is_selected_of_the_passage_becomes_evidence(harbour: Path) -> None:  # noqa: F811 - the fixture
    async with running(harbour, size=(120, 36)) as session:
        await session.press("b", "s")
        await session.type("harbour master")
        await session.press("enter", "enter")
        x, y = cells_of(session, "harbour master said")
        await drag(session, f"#{PASSAGE}", (x + 1, y), (x + 13, y))
        await session.press("b", "p")
        assert session.dialog == ""
        assert "evidence added; judge it" in session.frame
        assert passages(harbour)[-1] == session.desk.evidence.candidate.passage.text == "harbour master"


async def test_sentences_of_the_whole_source_are_selected_by_dragging(harbour: Path) -> None:  # noqa: F811 - the fixture
    async with running(harbour, size=(100, 30)) as session:
        await session.press("b", "s")
        await session.type("harbour master")
        await session.press("enter", "enter", "b", "p")
        last = session.app.screen.count() - 1
        await drag(session, "#body", (10, last), (10, last - 1))
        await session.press("enter")
        assert session.dialog == ""
        assert passages(harbour)[-1].endswith("Nobody objected.")
        assert "torn down in April." in passages(harbour)[-1]


async def test_words_of_a_dialog_are_copied(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("j", "i")
        await drag(session, "#body", (2, 0), (8, 0))
        await session.press("ctrl+c")
        assert session.dialog == "Reader"
        assert session.app.clipboard == "its words"
