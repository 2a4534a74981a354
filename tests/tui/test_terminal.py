"""The workbench on a real terminal: it works and leaves the terminal as it was; where it cannot run, it says so."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.workbench import Workbench
from factcheck.workbench.verifying import log_fault
from tests.tui.terminal import COMMAND, SEQUENCE, Terminal
from tests.tui.test_hostile import EVERYTHING, claims_with

READY = "Sign off"
RESTORED = (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h")
"""The alternate screen is left, the mouse let go, the cursor shown."""


def started(folder: Path, *options: str, size: tuple[int, int] = (80, 24), **environment: str) -> Terminal:
    terminal = Terminal("--workspace", str(folder), *options, size=size, **environment)
    terminal.until(READY)
    terminal.quiet()
    return terminal


def state(folder: Path, number: int):
    with Workbench.open(folder, user="reader") as bench:
        return bench.claim(bench.find_claim(str(number))).state


def test_it_starts_works_and_quits_with_the_terminal_restored(fresh: Path) -> None:
    with started(fresh) as terminal:
        assert "Bus fares in the district rose" in terminal.text
        terminal.press("j2", "[?c] 0.91")
        terminal.press("x", "stance conflicts")
        assert len(state(fresh, 2).stances) == 1
        terminal.press("q")
        assert terminal.ended() == 0
        assert all(code in terminal.written for code in RESTORED)


def test_what_is_typed_fast_beside_the_ratings_is_the_rationale(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("j")
        terminal.press("v8Addr 30 Sept 22\r", "verdict not checkable")
        verdict = state(fresh, 2).verdict
        assert (verdict.rating, verdict.rationale) == ("not-checkable", "Addr 30 Sept 22")


def test_a_rationale_typed_fast_before_a_rating_is_chosen_chooses_none(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("j")
        terminal.press("vAddr 30 Sept 22\x1b", "v goes on with what you began")
        terminal.press("v", "Addr 30 Sept 22")
        assert "<- chosen" not in terminal.text
        assert state(fresh, 2).verdict is None


def test_a_note_typed_fast_is_the_note_and_decides_nothing(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("a")
        terminal.press("\x1b")
        terminal.press("acx30 d\x13", "note on claim 1")
        kept = state(fresh, 1)
        assert [note.text for note in kept.notes] == ["cx30 d"]
        assert not kept.stances


TWICE = [("a", "heard", "\x13\x13"), ("a", "heard", "\x1b", "\x13\x13"), ("v", "8", "taste", "\r\r")]


@pytest.mark.parametrize("keys", TWICE)
def test_a_key_pressed_twice_saves_once(keys: tuple[str, ...], fresh: Path) -> None:
    with started(fresh) as terminal:
        for pressed in keys:
            terminal.press(pressed)
        terminal.press("\x11")  # from wherever the second press has led, once the dialog was gone
        assert terminal.ended() == 0
    kept = state(fresh, 1)
    assert len(kept.notes) == ("heard" in keys)
    assert (kept.verdict is not None) == ("taste" in keys)


def test_help_shows_the_keys_and_ctrl_q_quits_from_a_dialog(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("?", "Help: claims first")
        terminal.press("\x11")
        assert terminal.ended() == 0


def test_a_resize_is_followed(fresh: Path) -> None:
    with started(fresh) as terminal:
        before = len(terminal.written)
        terminal.resize(140, 40)
        terminal.until("Provenance", before)


def test_suspended_and_resumed_everything_is_painted_again(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("\x1a", "")
        while b"\x1b[?1049l" not in terminal.written:
            terminal.quiet()
        before = len(terminal.written)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.until("Bus fares in the district rose", before)
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("opened", "shown"), [("", "Bus fares in the district rose"), ("H", "no decision yet"), ("a", "your note")]
)
def test_the_reload_key_paints_over_what_another_program_wrote(opened: str, shown: str, fresh: Path) -> None:
    with started(fresh) as terminal:
        if opened:
            terminal.press(opened, shown)
        before = len(terminal.written)
        terminal.press("\x0c")
        terminal.until(shown, before)
        terminal.until("? Help" if not opened else "Esc close", before)


def test_a_note_written_in_the_editor_comes_back_harmless(fresh: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'red \\033[31m [/b]\\nsecond' > \"$1\"\n", encoding="utf-8")
    editor.chmod(0o755)
    with started(fresh, EDITOR=str(editor)) as terminal:
        terminal.press("a", "Note on claim 1")
        terminal.press("\x05", "second")
        terminal.press("\x13", "note on claim 1")
        (note,) = state(fresh, 1).notes
        assert note.text == "red \N{REPLACEMENT CHARACTER}[31m [/b]\nsecond"


def test_an_editor_that_is_not_there_is_told_and_the_note_stays(fresh: Path) -> None:
    with started(fresh, EDITOR="/no/such/editor") as terminal:
        terminal.press("a", "Note on claim 1")
        terminal.press("Keep", "Keep")
        terminal.press("\x05", "cannot start the editor")
        terminal.press("\x13", "note on claim 1")
        assert [note.text for note in state(fresh, 1).notes] == ["Keep"]


def test_killed_right_after_a_decision_it_is_there(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("j2", "[?c] 0.91")
        terminal.press("c", "saved")
        os.kill(terminal.process.pid, signal.SIGKILL)
        terminal.ended()
    assert [decision.stance for decision in state(fresh, 2).stances.values()] == ["corroborates"]
    with closing(sqlite3.connect(fresh / "factcheck.db")) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with started(fresh) as terminal:
        terminal.press("j", "[C]  0.91")


def test_it_ends_when_its_terminal_is_gone(fresh: Path) -> None:
    with started(fresh) as terminal:
        terminal.press("j", "Claim 2")
        terminal.close()
        assert terminal.process.wait(timeout=60) == 128 + signal.SIGHUP


@pytest.mark.parametrize("delay", [0.0, 0.005, 0.02])
def test_killed_in_the_middle_of_a_decision_it_is_whole_or_absent(fresh: Path, delay: float) -> None:
    with started(fresh) as terminal:
        terminal.press("j2", "[?c] 0.91")
        terminal.press("d", "saved")  # the first write has loaded what writing needs
        os.write(terminal._screen, b"c")
        time.sleep(delay)
        os.kill(terminal.process.pid, signal.SIGKILL)
        terminal.ended()
    assert [d.stance for d in state(fresh, 2).stances.values()] in (["unrelated"], ["unrelated", "corroborates"])
    with Workbench.open(fresh, user="alice") as bench:
        assert log_fault(bench.store) == ""


def test_a_locked_workspace_stops_the_decision_with_the_reason(fresh: Path) -> None:
    with started(fresh) as terminal, closing(sqlite3.connect(fresh / "factcheck.db", isolation_level=None)) as other:
        terminal.press("j2", "[?c] 0.91")
        other.execute("BEGIN IMMEDIATE")
        before = len(terminal.written)
        os.write(terminal._screen, b"c")
        terminal.until("NOT saved", before)
        assert "locked by another process" in terminal.text
        other.execute("ROLLBACK")
        terminal.press("\x1b", "Sign off")
        terminal.press("c", "saved")
        assert len(state(fresh, 2).stances) == 1


def test_no_byte_of_hostile_text_steers_the_terminal(filled: Callable[..., Path]) -> None:
    folder = filled(2, sentences=claims_with(EVERYTHING), hostile=EVERYTHING)
    with started(folder, size=(140, 40)) as terminal:
        terminal.press("j2", "[?c] 0.91")
        terminal.press("x", "saved")
        for key, words in (("v", "rationale"), ("i", "in full"), ("H", "Decisions"), ("S", "blocked"), ("f", "any")):
            terminal.press(key, words)
            terminal.press("\x1b", "u Undo")
        terminal.press("3z", "Provenance")
        terminal.press("\x11")
        assert terminal.ended() == 0
        rest = SEQUENCE.sub(b"", terminal.written)
        assert b"\x1b" not in rest
        assert b"\x07" not in rest
        assert not set(rest.decode()) & set("\x9b\u202a\u202b\u202d\u202e\u200b\ufeff")
        assert b"]52;c;ZXZpbA" not in b"".join(SEQUENCE.findall(terminal.written))


def test_without_colour_no_colour_is_sent_and_all_is_said(fresh: Path) -> None:
    with started(fresh, NO_COLOR="1") as terminal:
        terminal.press("j", "[?c]")
        told = {code for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.written) for code in found.split(b";")}
        assert b"7" in told, "what is selected is reversed"
        assert not [code for code in told if re.fullmatch(rb"[349][0-8]|10[0-7]", code)]


def test_ascii_only_uses_no_box_characters(fresh: Path) -> None:
    with started(fresh, "--ascii") as terminal:
        assert "== 1 Claims ==" in terminal.text
        assert not set(terminal.text) & set("━─│┃")


def test_blind_hides_what_the_program_suggests(fresh: Path) -> None:
    with started(fresh, "--blind") as terminal:
        terminal.press("j2", "0.91")
        assert "[?" not in terminal.text
        assert "[ ]" in terminal.text


def test_no_mouse_leaves_the_mouse_alone(fresh: Path) -> None:
    with started(fresh, "--no-mouse") as terminal:
        assert b"\x1b[?1000h" not in terminal.written


def test_a_window_of_twenty_by_five_still_works(fresh: Path) -> None:
    with Terminal("--workspace", str(fresh), size=(20, 5)) as terminal:
        terminal.until("? Help")
        terminal.quiet()
        terminal.press("j2", "[?c]")
        terminal.press("c", "saved")
        assert len(state(fresh, 2).stances) == 1
        terminal.press("q")
        assert terminal.ended() == 0


def test_without_a_terminal_it_names_the_command_that_does_without(fresh: Path) -> None:
    done = subprocess.run(
        [COMMAND, "--workspace", str(fresh)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "`factcheck claim-list`" in done.stderr


def test_a_dumb_terminal_is_refused_in_one_line(fresh: Path) -> None:
    with Terminal("--workspace", str(fresh), TERM="dumb", size=(200, 24)) as terminal:
        assert terminal.ended() == 2
        assert "`factcheck claim-list`" in terminal.text
        assert b"\x1b" not in terminal.written


def test_a_folder_without_a_workspace_is_refused_in_one_line(tmp_path: Path) -> None:
    with Terminal("--workspace", str(tmp_path / "none"), size=(200, 24)) as terminal:
        assert terminal.ended() == 3
        assert "there is no workspace here" in terminal.text
        assert b"\x1b" not in terminal.written
    assert not (tmp_path / "none").exists()


def test_enter_in_an_empty_workspace_makes_the_worked_example_in_a_folder_of_its_own_and_opens_it(
    tmp_path: Path,
) -> None:
    program = f"cd {tmp_path} && {COMMAND} init desk && exec {COMMAND} --workspace desk"
    with Terminal(command=("sh", "-c", program), size=(120, 30), FACTCHECK_DB="desk/factcheck.db") as terminal:
        terminal.until("opens a worked example")
        asked = len(terminal.written)
        terminal.press("\r")
        terminal.until(READY, asked)
        assert terminal.ended("q") == 0
    with Workbench.open(tmp_path / "desk", user="alice") as bench:
        assert not list(bench.summaries())
    with Workbench.open(tmp_path / "demo-workspace", user="alice") as bench:
        assert list(bench.summaries())


def test_an_unforeseen_fault_restores_the_terminal_and_says_one_line(fresh: Path, tmp_path: Path) -> None:
    program = (
        "import sys, factcheck.cli, factcheck.tui.commands as c\n"
        "def broken(self): raise RuntimeError('[/b] \\x1b]0;x\\x07')\n"
        "c.Commands.theme = broken\n"
        "sys.argv = ['factcheck', *sys.argv[1:]]\n"
        "factcheck.cli.main()\n"
    )
    with Terminal("--workspace", str(fresh), command=(sys.executable, "-c", program), size=(200, 24)) as terminal:
        terminal.until(READY)
        terminal.quiet()
        terminal.press("T")
        assert terminal.ended() == 70
        assert all(code in terminal.written for code in RESTORED)
        tail = terminal.text[-300:]
        assert "a fault of ours (RuntimeError)" in tail
        assert "your decisions are saved" in tail
        assert "Traceback" not in terminal.text
