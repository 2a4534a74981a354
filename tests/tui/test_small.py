"""A terminal of 20x5: each dialog says what it asks and how to leave it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.tui.keys import PASSAGE
from factcheck.tui.pieces import Piece, Role, line
from tests.tui.running import running
from tests.tui.test_hostile import DIALOGS

TINY = (20, 5)
FORMS = {"contact": "jsw", "what": "jba"}
MARKING = {"bounds": ("jeb", "40,000 trees"), "split": ("jes", "We")}


async def test_every_dialog_says_how_to_leave_it(worked: Path) -> None:
    async with running(worked, TINY) as session:
        for name, keys in DIALOGS.items():
            await session.press(*keys)
            assert not session.dialog or "Esc" in session.frame, f"{name}:\n{session.frame}"
            while session.dialog:
                await session.press("escape")
            await session.press("escape", "1", "g")


@pytest.mark.parametrize(("question", "keys"), FORMS.items())
async def test_a_form_shows_what_it_asks(question: str, keys: str, worked: Path) -> None:
    async with running(worked, TINY) as session:
        await session.press(*keys)
        assert f"> {question}" in session.frame


@pytest.mark.parametrize(("keys", "words"), MARKING.values(), ids=MARKING)
async def test_words_are_marked_in_the_lines_there_are(keys: str, words: str, worked: Path) -> None:
    async with running(worked, TINY) as session:
        await session.press(*keys)
        assert words in session.frame
        assert "Esc close" in session.frame


async def test_a_search_shows_what_is_typed_and_how_often_it_is_found(worked: Path) -> None:
    async with running(worked, TINY) as session:
        await session.press("/", *"parking")
        assert "2 found   parking" in session.frame


async def test_a_note_is_written_in_the_lines_there_are(worked: Path) -> None:
    async with running(worked, TINY) as session:
        await session.press("a", *"kept", "ctrl+s")
        assert [note.text for note in session.on_disk(1).notes] == ["kept"]


async def test_a_pane_of_one_line_shows_what_is_looked_for_in_it(worked: Path) -> None:
    async with running(worked, (60, 16)) as session:
        pane = session.app.review.lines[PASSAGE]
        told = [line("before"), line(""), line(Piece("what answers", Role.HERE)), line("after")]
        pane.show_text(lambda _: told, see=Role.HERE)
        await session.settle()
        assert pane.size.height == 1
        assert "what answers" in session.frame


async def test_what_the_status_bar_had_to_cut_is_read_in_full(worked: Path) -> None:
    async with running(worked, (60, 16)) as session:
        await session.press("s", "u")
        said = session.desk.last
        assert said
        assert said not in session.frame
        await session.press("i")
        assert said in " ".join(session.frame.split())
        await session.press("escape")
        session.app.tell("saved")
        await session.press("i")
        assert said not in " ".join(session.frame.split())
