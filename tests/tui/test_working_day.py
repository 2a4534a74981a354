"""A working day of two people, with restarts in the middle, against the same by the library.

Whatever is done by keys ends in the state that the same steps end in without a screen: 40 claims through tmux (200 on
demand), 20 through a bare pty. The first ones (`plain`) are plain facts, and most of them are signed; what is done with
the others differs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain import Priority, Stance
from factcheck.tui.dialogs.verdict import prefill
from factcheck.workbench import Workbench, handing, triaging
from factcheck.workbench.confirming import confirm
from factcheck.workbench.ticking import tick
from tests.tui.terminal import Terminal
from tests.tui.tmux import Tmux
from tests.tui.workspace import bench_at, fill

EACH = 6
"""Claims that are confirmed or signed in one go, typed ahead."""
UNSIGNED = 5
"""Plain facts that bob does not sign."""
NO_TMUX = shutil.which("tmux") is None
TALL = (100, 45)
"""Columns and rows in which a sign-off sheet is seen whole, so that one `y` signs."""
DAYS = (
    pytest.param(Terminal, 20, 12, id="pty"),
    pytest.param(Tmux, 40, 30, id="tmux", marks=pytest.mark.skipif(NO_TMUX, reason="needs tmux")),
    pytest.param(
        Tmux,
        200,
        180,
        id="tmux-long",
        marks=pytest.mark.skipif(
            NO_TMUX or not os.environ.get("FACTCHECK_LONG_DAY"),
            reason="takes minutes: needs tmux, and FACTCHECK_LONG_DAY=1",
        ),
    ),
)
"""Through what, how many claims, and how many of them are plain facts."""

Screen = type[Terminal] | type[Tmux]


@contextmanager
def opened(screen: Screen, folder: Path, user: str) -> Iterator[Terminal | Tmux]:
    """Open the workbench as somebody, and quit it."""
    with screen("--workspace", str(folder), "--user", user, size=TALL) as terminal:
        terminal.until(" next for you")  # all claims have been read
        yield terminal
        assert terminal.ended("q") == 0


def checked_by_keys(screen: Screen, folder: Path, plain: int) -> None:
    with opened(screen, folder, "alice") as alice:
        for last in range(EACH, plain + 1, EACH):
            alice.press("Ct" * EACH, f"claim {last}: confirmed")
        alice.press("2x", "stance conflicts")
        alice.press("u", "undone: stance conflicts")
        alice.press("\x12", "redone: stance conflicts")  # ctrl+r
        alice.press(" ", f"evidence 1 of claim {plain + 1} cited")
        alice.press("v5The report counts otherwise.\r", "verdict contradicted")
        alice.press("]aAsked the office.\x13", f"note on claim {plain + 2}")
        alice.press("swcall:Maren Holt\r2026-12-01\r", f"claim {plain + 2}: waiting on: Maren Holt")
        alice.press("]svA matter of taste.\r", f"claim {plain + 3}: waived")
        alice.press("]sph\rlegal\r", f"claim {plain + 4}: priority: high")
    with opened(screen, folder, "alice") as alice:  # she goes on where she was
        alice.until(f"Claim {plain + 4}")
        alice.press("]sabob\r", f"claim {plain + 5}: assigned to bob")
        alice.press("].1", "ticked: ")
        alice.press("\r", f"Claim {plain + 6}")  # it was the only one, and the dialog says so
        alice.until_gone("Items of claim")


def reviewed_by_keys(screen: Screen, folder: Path, plain: int) -> None:
    signed = plain - UNSIGNED
    with opened(screen, folder, "bob") as bob:
        for number in range(1, signed + 1):  # what was not on the screen is not signed, however fast one types
            bob.press("S", "y sign")
            bob.press("y", f"claim {number} signed")
            bob.press("j", f"Claim {number + 1}")
        bob.press("srWhich table?\r", f"claim {signed + 1}: returned to alice")
        bob.press("jsdThe table is a newer one.\r", f"claim {signed + 2}: disputed")
    with opened(screen, folder, "bob") as bob:
        bob.until(f"Claim {signed + 2}")
        bob.press("ggWSigned too soon.\r", "sign-off of claim 1 withdrawn")


def without_a_screen(folder: Path, plain: int) -> None:
    signed = plain - UNSIGNED
    with bench_at(folder) as alice:
        claim = {row.number: row.id for row in alice.summaries()}
        first = {number: alice.claim(claim[number]).evidence[0].id for number in claim}
        for number in range(1, plain + 1):
            confirm(alice, claim[number], first[number], ticks=True)
        alice.set_stance(claim[plain + 1], first[plain + 1], Stance.CONFLICTS)
        alice.undo()
        alice.redo()
        alice.cite(claim[plain + 1], first[plain + 1])
        begun = prefill(alice.claim(claim[plain + 1]))
        alice.set_verdict(claim[plain + 1], "contradicted", f"{begun}The report counts otherwise.")
        alice.add_note(claim[plain + 2], "Asked the office.")
        due = triaging.wait(alice, claim[plain + 2], "call:Maren Holt", _end_of_day())
        assert due.triage.wait
        handing.waive(alice, claim[plain + 3], "A matter of taste.")
        triaging.sort(alice, claim[plain + 4], priority=Priority.HIGH, add=["legal"])
        handing.assign(alice, claim[plain + 5], "bob")
        tick(alice, claim[plain + 6], ["1"], evidence=first[plain + 6])
    with bench_at(folder, "bob") as bob:
        for number in range(1, signed + 1):
            bob.sign(claim[number], displayed=bob.claim(claim[number]).state.binding)
        handing.send_back(bob, claim[signed + 1], "Which table?")
        handing.dispute(bob, claim[signed + 2], "The table is a newer one.")
        bob.withdraw(claim[1], "Signed too soon.")


def _end_of_day() -> Any:
    from factcheck.text.dates.moments import read_end

    return read_end("2026-12-01")


def decided(folder: Path) -> list[tuple[Any, ...]]:
    """What stands in a workspace, without the times; a binding holds all that a sign-off binds."""
    found = []
    with Workbench.open(folder, user="reader") as bench:
        for row in bench.summaries():
            state = bench.claim(row.id).state
            stances = {evidence: (one.stance, one.user) for evidence, one in state.stances.items()}
            ticks = {item: (one.evidence, one.user) for item, one in state.ticks.items()}
            verdict = state.verdict and (state.verdict.rating, state.verdict.rationale, state.verdict.user)
            wait = state.triage.wait and (state.triage.wait.person, state.triage.wait.due)
            notes = [(one.text, one.user) for one in state.notes]
            found.append((row, stances, ticks, verdict, wait, notes, state.cited, state.contributors, state.binding))
        assert bench.store.integrity() == ""
    return found


@pytest.mark.parametrize(("screen", "count", "plain"), DAYS)
def test_a_day_by_keys_ends_as_the_same_day_without_a_screen(
    screen: Screen, count: int, plain: int, tmp_path: Path
) -> None:
    by_keys, without = (fill(tmp_path / name, count, each=1, every=1) for name in ("keys", "without"))
    for folder in (by_keys, without):  # the passages of these claims have few of their items, which stay unticked
        with (folder / "factcheck.toml").open("a") as settings:
            settings.write("[review]\nrequire_ticks = false\n")
    checked_by_keys(screen, by_keys, plain)
    reviewed_by_keys(screen, by_keys, plain)
    without_a_screen(without, plain)
    one, other = decided(by_keys), decided(without)
    for by_key, by_call in zip(one, other, strict=True):
        assert by_key == by_call


def test_two_people_at_once_both_end_on_disk(filled: Callable[..., Path]) -> None:
    folder = filled(20, each=1, every=1)
    with opened(Terminal, folder, "alice") as alice, opened(Terminal, folder, "bob") as bob:
        bob.press("G", "Claim 20")
        alice.press("C\r" * 3, "claim 3: confirmed")
        bob.press("C\r", "claim 20: confirmed")
        bob.press("kC\rkC\r", "claim 18: confirmed")
        alice.until("by others")
    with Workbench.open(folder, user="reader") as bench:
        checkers = {row.number: row.checker for row in bench.summaries() if row.rating}
    assert {number for number, who in checkers.items() if who == "alice"} == {1, 2, 3}
    assert {number for number, who in checkers.items() if who == "bob"} == {18, 19, 20}
