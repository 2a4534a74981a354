"""What comes into an input: nothing of it is cut, and $EDITOR writes it in every dialog with long text."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.tui.running import running
from tests.tui.workspace import bench_at

LONG = "The council counted the trees of each street in turn. " * 20


async def test_a_long_rationale_is_kept_whole_when_the_verdict_is_looked_at_and_saved_again(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        alice.set_verdict(alice.find_claim("1"), "not-checkable", LONG)
    async with running(fresh) as session:
        await session.press("v", "enter", "enter")
        assert session.dialog == ""
        assert session.on_disk(1).verdict.rationale == LONG.strip()


async def test_a_rationale_that_the_input_cuts_stands_above_it_in_full(fresh: Path) -> None:
    words = "The council counted the trees of each street in turn, and those of the parks a year later, twice over."
    async with running(fresh) as session:
        await session.press("v", "8")
        await session.type(words)
        assert words in " ".join(session.frame.split())
        await session.press("escape", "v")
        assert words in " ".join(session.frame.split())


async def test_all_lines_of_what_is_pasted_are_taken(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("v", "8")
        session.app.post_message(events.Paste("a matter of taste,\nas the writer says\r\n himself"))
        await session.settle()
        await session.press("enter")
        assert session.on_disk(1).verdict.rationale == "a matter of taste, as the writer says himself"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
async def test_lines_that_end_as_tmux_sends_them_are_blanks_on_one_line_and_lines_in_a_note(
    end: str, fresh: Path
) -> None:
    async with running(fresh) as session:
        for keys, save in ((("v", "8"), "enter"), (("a",), "ctrl+s")):
            await session.press(*keys)
            session.app.post_message(events.Paste(f"first line{end}second line"))
            await session.settle()
            await session.press(save)
        state = session.on_disk(1)
        assert state.verdict.rationale == "first line second line"
        assert [note.text for note in state.notes] == ["first line\nsecond line"]


@pytest.mark.parametrize("widths", [(80, 70), (120, 80), (70, 80), (100, 80, 66, 60)])
async def test_a_note_is_wrapped_anew_when_the_window_changes(widths: tuple[int, ...], fresh: Path) -> None:
    said = "The minutes of 10 November say that twenty-seven members voted for it and seventeen against."
    async with running(fresh, (widths[0], 24)) as session:
        await session.press("a")
        await session.type(said)
        for width in widths[1:]:
            await session.resize(width, 24)
            assert said in " ".join(session.frame.split())


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that adds a line; suspending is the terminal's business."""
    from contextlib import nullcontext

    path = tmp_path / "editor"
    path.write_text("#!/bin/sh\nprintf 'first \\033[31m\\nsecond\\n' > \"$1\"\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())


WRITTEN = "first \N{REPLACEMENT CHARACTER}[31m second"


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize(
    "keys",
    [
        ("j", "v", "5"),  # the rationale
        ("j", "v", "ctrl+t", "p"),  # other words for the claim
        ("j", "s", "v"),  # a reason
        ("j", "b", "a", "tab", "tab"),  # a transcription
    ],
)
async def test_every_long_text_is_written_in_the_editor(keys: tuple[str, ...], fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press(*keys, "ctrl+e")
        assert session.app.screen.input.written == WRITTEN
        assert "editor" in session.frame or "edit " in session.frame


@pytest.mark.usefixtures("editor")
async def test_a_note_keeps_the_lines_that_the_editor_wrote(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a", "ctrl+e", "ctrl+s")
        assert [note.text for note in session.on_disk(1).notes] == [WRITTEN.replace(" second", "\nsecond")]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('rm "$1"', "the editor left no file that can be read"),
        ('rm "$1"; mkdir "$1"', "the editor left no file that can be read"),
        (
            "head -c 100001 /dev/zero | tr '\\0' 'a' > \"$1\"",
            "the editor left 100,001 characters, and 100,000 are taken",
        ),
    ],
)
async def test_an_editor_that_leaves_no_text_that_can_be_taken_leaves_the_text(
    script: str, told: str, fresh: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from contextlib import nullcontext

    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())
    async with running(fresh) as session:
        await session.press("a", *"kept", "ctrl+e")
        assert told in " ".join(session.frame.split())
        assert session.app.screen.typed == "kept"


async def test_an_editor_that_ends_with_a_fault_leaves_the_text(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from contextlib import nullcontext

    path = tmp_path / "editor"
    path.write_text('#!/bin/sh\necho lost > "$1"; exit 1\n', encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(path))
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())
    async with running(fresh) as session:
        await session.press("a", *"kept", "ctrl+e")
        assert "the editor ended with 1" in " ".join(session.frame.split())
        assert session.app.screen.typed == "kept"


@pytest.mark.parametrize("keys", [("a",), ("e", "s")])
async def test_the_cursor_does_not_blink(keys: tuple[str, ...], fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press(*keys)
        assert session.app.screen.query_one("#field").cursor_blink is False


@pytest.mark.parametrize("keys", [("a",), ("v",), ("e", "s", "tab"), ("f", "/")])
async def test_a_megabyte_that_is_pasted_is_refused_in_words_and_what_was_typed_stays(
    keys: tuple[str, ...], fresh: Path
) -> None:
    async with running(fresh, (120, 40)) as session:
        await session.press(*keys)
        await session.type("heard")
        session.app.post_message(events.Paste("x" * 1_000_000))
        await session.settle()
        assert session.app.screen.query_one("#field").written == "heard"
        assert "not pasted: 1,000,000 characters, and there is room for" in session.frame
        session.app.post_message(events.Paste(" twice"))
        await session.settle()
        assert session.app.screen.query_one("#field").written == "heard twice"
