"""A working day of two people through a real terminal, with a restart in the middle, against the same by the library.

Whatever is done by keys ends in the state that the same steps end in without a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.domain import Priority, Stance
from factcheck.tui.dialogs.verdict import prefill
from factcheck.workbench import Workbench, handing, triaging
from factcheck.workbench.confirming import confirm
from factcheck.workbench.ticking import tick
from tests.tui.terminal import Terminal
from tests.tui.workspace import bench_at, fill

CLAIMS = 40
PLAIN = 30
"""Claims 1 to 30 are plain facts; what is done with 31 to 40 differs."""
EACH = 10
"""Claims that are confirmed in one go, typed ahead."""


def opened(folder: Path, user: str) -> Terminal:
    terminal = Terminal("--workspace", str(folder), "--user", user, size=(100, 30))
    terminal.until("Sign off")
    terminal.quiet()
    return terminal


def closed(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.ended() == 0


def checked_by_keys(folder: Path) -> None:
    with opened(folder, "alice") as alice:
        for last in range(EACH, PLAIN + 1, EACH):
            alice.press("C\r" * EACH, f"claim {last}: confirmed")
        alice.press("2x", "stance conflicts")  # claim 31
        alice.press("u", "undone: stance conflicts")
        alice.press("\x12", "redone: stance conflicts")  # ctrl+r
        alice.press(" ", "evidence 1 of claim 31 cited")
        alice.press("v5The report counts otherwise.\r", "verdict contradicted")
        alice.press("]aAsked the office.\x13", "note on claim 32")
        alice.press("swcall:Maren Holt\r2026-12-01\r", "claim 32: waiting on: Maren Holt")
        alice.press("]svA matter of taste.\r", "claim 33: waived")
        alice.press("]sph\rlegal\r", "claim 34: priority: high")
        closed(alice)
    with opened(folder, "alice") as alice:  # she goes on where she was
        assert "Claim 34" in alice.text
        alice.press("]sabob\r", "claim 35: assigned to bob")
        alice.press("].1", "ticked: ")
        alice.press("\x1b")
        closed(alice)


def reviewed_by_keys(folder: Path) -> None:
    with opened(folder, "bob") as bob:
        for number in range(1, 6):
            bob.press("S", f"Sign off claim {number}")
            bob.press("y", f"claim {number} signed")
            bob.press("j")
        bob.press("srWhich table?\r", "claim 6: returned to alice")
        bob.press("jsdThe table is a newer one.\r", "claim 7: disputed")
        bob.press("ggWSigned too soon.\r", "sign-off of claim 1 withdrawn")
        closed(bob)


def without_a_screen(folder: Path) -> None:
    with bench_at(folder) as alice:
        claim = {row.number: row.id for row in alice.summaries()}
        first = {number: alice.claim(claim[number]).evidence[0].id for number in claim}
        for number in range(1, PLAIN + 1):
            confirm(alice, claim[number], first[number])
        alice.set_stance(claim[31], first[31], Stance.CONFLICTS)
        alice.undo()
        alice.redo()
        alice.cite(claim[31], first[31])
        begun = prefill(alice.claim(claim[31]))
        alice.set_verdict(claim[31], "contradicted", f"{begun}The report counts otherwise.")
        alice.add_note(claim[32], "Asked the office.")
        due = triaging.wait(alice, claim[32], "call:Maren Holt", _end_of_day())
        assert due.triage.wait
        handing.waive(alice, claim[33], "A matter of taste.")
        triaging.sort(alice, claim[34], priority=Priority.HIGH, add=["legal"])
        handing.assign(alice, claim[35], "bob")
        tick(alice, claim[36], ["1"], evidence=first[36])
    with bench_at(folder, "bob") as bob:
        for number in range(1, 6):
            bob.sign(claim[number], displayed=bob.claim(claim[number]).state.binding)
        handing.send_back(bob, claim[6], "Which table?")
        handing.dispute(bob, claim[7], "The table is a newer one.")
        bob.withdraw(claim[1], "Signed too soon.")


def _end_of_day() -> Any:
    from factcheck.text.moments import read_end

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


def test_a_day_by_keys_ends_as_the_same_day_without_a_screen(tmp_path: Path) -> None:
    by_keys, without = (fill(tmp_path / name, CLAIMS, each=1, every=1) for name in ("keys", "without"))
    checked_by_keys(by_keys)
    reviewed_by_keys(by_keys)
    without_a_screen(without)
    one, other = decided(by_keys), decided(without)
    for by_key, by_call in zip(one, other, strict=True):
        assert by_key == by_call


def test_two_people_at_once_both_end_on_disk(filled: Callable[..., Path]) -> None:
    folder = filled(20, each=1, every=1)
    with opened(folder, "alice") as alice, opened(folder, "bob") as bob:
        bob.press("G", "Claim 20")
        alice.press("C\r" * 3, "claim 3: confirmed")
        bob.press("C\r", "claim 20: confirmed")
        bob.press("kC\rkC\r", "claim 18: confirmed")
        alice.until("by others")
        closed(alice)
        closed(bob)
    with Workbench.open(folder, user="reader") as bench:
        checkers = {row.number: row.checker for row in bench.summaries() if row.rating}
    assert {number for number, who in checkers.items() if who == "alice"} == {1, 2, 3}
    assert {number for number, who in checkers.items() if who == "bob"} == {18, 19, 20}
