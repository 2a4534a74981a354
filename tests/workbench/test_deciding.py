"""Deciding and signing: every decision is an event, and a signature holds only for what was signed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factcheck.domain import ReviewState, Stance
from factcheck.errors import ConflictError, GuardError, InputError, NoWorkspaceError
from factcheck.workbench import Workbench
from factcheck.workbench.folding import folded
from tests.factory import first_fault, make_bench, ticking

pytestmark = pytest.mark.both


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def proposed(folder: Path) -> tuple[Workbench, str]:
    """A workspace in which alice proposed a verdict on the first claim."""
    bench = make_bench(folder)
    bench.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
    bench.set_verdict("c0001", "confirmed", "Report a says so")
    return bench, "c0001"


def sign(bench: Workbench, claim: str) -> None:
    bench.sign(claim, bench.claim(claim).state.binding)


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_the_same_stance_again_is_no_second_decision(tmp_path: Path, who: str) -> None:
    bench = make_bench(tmp_path)
    evidence = bench.claim("c0001").evidence[0].id
    bench.set_stance("c0001", evidence, Stance.CORROBORATES)
    before = len(list(bench.events()))
    with Workbench.open(tmp_path, user=who) as other:
        other.set_stance("c0001", evidence, Stance.CORROBORATES)
    assert len(list(bench.events())) - before == (0 if who == "alice" else 1)
    if who == "alice":
        bench.undo()
        assert not bench.claim("c0001").state.stances


def test_one_proposes_and_another_signs(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    with pytest.raises(GuardError, match="another person has to sign"):
        sign(alice, claim)
    sign(as_user(alice, "bob"), claim)
    state = alice.claim(claim).state
    assert state.review_state is ReviewState.SIGNED
    assert state.sign_off
    assert (state.sign_off.user, state.sign_off.self_signed) == ("bob", False)


def test_a_solo_workspace_records_self_signing(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("[review]\nsolo = true\n")
    alice, claim = proposed(tmp_path)
    sign(alice, claim)
    sign_off = alice.claim(claim).state.sign_off
    assert sign_off
    assert sign_off.self_signed
    assert alice.store.summary(claim).self_signed


def test_a_verdict_needs_a_rationale_and_what_its_rating_must_cite(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    with pytest.raises(GuardError, match="rationale"):
        bench.set_verdict("c0001", "confirmed", "  ")
    with pytest.raises(GuardError, match="needs evidence"):
        bench.set_verdict("c0001", "confirmed", "because")
    bench.set_stance("c0001", "c0001-a", Stance.UNRELATED)
    with pytest.raises(GuardError, match="needs evidence"):
        bench.set_verdict("c0001", "confirmed", "a dismissed passage is none")
    bench.set_verdict("c0001", "no-evidence-found", "searched the archive")
    bench.set_verdict("c0001", "confirmed", "cited", cite=["c0001-b"])
    with pytest.raises(InputError, match="no rating"):
        bench.set_verdict("c0001", "splendid", "because")


@pytest.mark.parametrize("rating", ["confirmed", "Confirmed", "c", "C"])
def test_a_rating_is_named_by_id_label_or_letter(tmp_path: Path, rating: str) -> None:
    bench = make_bench(tmp_path)
    state = bench.set_verdict("c0001", rating, "r", cite=["c0001-a"])
    assert state.verdict
    assert state.verdict.rating == "confirmed"


@pytest.mark.parametrize(
    "change",
    [
        lambda b: b.set_verdict("c0001", "contradicted", "Report a says so"),
        lambda b: b.set_verdict("c0001", "confirmed", "another rationale"),
        lambda b: b.set_stance("c0001", "c0001-a", Stance.RELATED),
        lambda b: b.set_stance("c0001", "c0001-b", Stance.CONFLICTS),
        lambda b: b.cite("c0001", "c0001-b"),
        lambda b: b.undo(),
    ],
)
def test_a_sign_off_goes_stale_with_what_it_bound(tmp_path: Path, change) -> None:
    alice, claim = proposed(tmp_path)
    sign(as_user(alice, "bob"), claim)
    change(alice)
    assert alice.claim(claim).state.review_state is ReviewState.STALE


def test_a_note_leaves_a_sign_off_alone(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    sign(as_user(alice, "bob"), claim)
    alice.add_note(claim, "call the harbour office again")
    assert alice.claim(claim).state.review_state is ReviewState.SIGNED


def test_a_stale_claim_may_be_signed_by_somebody_who_did_not_touch_it_since(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    bob = as_user(alice, "bob")
    sign(bob, claim)
    bob.set_verdict(claim, "confirmed", "bob's better rationale")
    with pytest.raises(GuardError):
        sign(bob, claim)
    sign(as_user(alice, "carol"), claim)


def test_withdrawing_needs_a_reason_and_reopens_the_question_of_who_may_sign(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    bob = as_user(alice, "bob")
    sign(bob, claim)
    with pytest.raises(GuardError, match="reason"):
        bob.withdraw(claim, "")
    with pytest.raises(GuardError, match="alone may withdraw"):
        alice.withdraw(claim, "I want to")
    bob.withdraw(claim, "wrong report")
    assert alice.claim(claim).state.review_state is ReviewState.PROPOSED
    with pytest.raises(GuardError, match="another person"):
        sign(alice, claim)


def test_signing_something_else_than_was_displayed_is_refused(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    bob = as_user(alice, "bob")
    displayed = bob.claim(claim).state.binding
    alice.set_verdict(claim, "contradicted", "I was wrong")
    with pytest.raises(ConflictError, match="not what stands there now"):
        bob.sign(claim, displayed)


def test_a_decision_on_an_overtaken_view_is_refused_and_names_who(tmp_path: Path) -> None:
    alice = make_bench(tmp_path)
    bob = as_user(alice, "bob")
    seen = bob.claim("c0001").state.seq
    alice.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
    with pytest.raises(ConflictError, match="changed by alice"):
        bob.set_stance("c0001", "c0001-a", Stance.CONFLICTS, seen=seen)


def test_undo_and_redo_work_per_user_and_across_restarts(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    as_user(alice, "bob").set_stance(claim, "c0001-b", Stance.RELATED)
    again = as_user(alice, "alice")
    undone = again.undo()
    assert undone
    assert [event.kind for event in undone.events] == ["verdict"]
    assert again.claim(claim).state.verdict is None
    assert again.undo()
    assert set(again.claim(claim).state.stances) == {"c0001-b"}, "bob's decision stays"
    assert again.undo() is None
    assert again.redo()
    assert again.redo()
    assert again.redo() is None
    assert again.claim(claim).state.verdict
    assert again.undo()
    again.add_note(claim, "a new decision")
    assert again.redo() is None, "what was undone before a new decision stays undone"


def test_undo_stops_at_a_sign_off_rather_than_take_back_what_was_decided_before_it(tmp_path: Path) -> None:
    alice, claim = proposed(tmp_path)
    bob = as_user(alice, "bob")
    bob.set_stance("c0002", "c0002-a", Stance.RELATED)
    sign(bob, claim)
    with pytest.raises(GuardError, match="a sign-off, which undo does not take back"):
        bob.undo()
    assert bob.claim("c0002").state.stances
    bob.withdraw(claim, "wrong report")
    with pytest.raises(GuardError, match="withdrawal of a sign-off"):
        bob.undo()
    bob.add_note(claim, "to be seen again")
    assert bob.undo(), "what came after it is taken back as ever"


def test_notes_stand_outside_the_log(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    bench.add_note("c0001", "ring Mrs Example on 555")
    assert all("Example" not in str(e.body) for e in bench.events())
    assert bench.claim("c0001").state.notes[0].text == "ring Mrs Example on 555"
    with bench.store.transaction() as tx:
        tx._read("UPDATE private_text SET text = '' RETURNING digest", {})
        tx._read("DELETE FROM private_text RETURNING digest", {})
    assert first_fault(bench.events()) == ""
    assert folded(bench.store, "c0001")[0].notes[0].text == "[erased]"


def test_counts_are_of_origins_and_of_the_stance_a_person_set(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    row = bench.store.summary("c0001")
    assert (row.corroborates, row.conflicts, row.related) == (1, 1, 0)
    bench.set_stance("c0001", "c0001-b", Stance.CORROBORATES)
    row = bench.store.summary("c0001")
    assert (row.corroborates, row.conflicts, row.judged) == (2, 0, 1)


def test_a_claim_is_found_by_number_or_by_the_start_of_its_id(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    assert bench.find_claim("2") == "c0002"
    assert bench.find_claim("c0002") == "c0002"
    with pytest.raises(InputError, match="2 claims are meant"):
        bench.find_claim("c")
    with pytest.raises(InputError, match="no claim"):
        bench.find_claim("99")


def test_evidence_of_another_claim_is_refused(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    with pytest.raises(InputError, match="no evidence of this claim"):
        bench.set_stance("c0001", "c0002-a", Stance.RELATED)


def test_no_workspace_is_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError):
        Workbench.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    make_bench(tmp_path, claims=4)

    def decide(user: int) -> None:
        bench = Workbench.open(tmp_path, user=f"u{user}")
        for number in range(10):
            bench.add_note(f"c000{user % 4 + 1}", f"{user}/{number}")
        bench.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(decide, range(8)))
    bench = Workbench.open(tmp_path, user="x")
    assert len([e for e in bench.events() if e.kind == "note"]) == 80
    assert first_fault(bench.events()) == ""


KILLED = """
import sys
from factcheck.workbench import Workbench

bench = Workbench.open(sys.argv[1], user="alice", db=sys.argv[2])
for number in range(10_000):
    bench.add_note("c0001", str(number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, acknowledged: int) -> None:
    with make_bench(tmp_path) as bench:
        database = str(bench.store.where)
    command = [sys.executable, "-c", KILLED, str(tmp_path), database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(acknowledged):
            last = process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    bench = Workbench.open(tmp_path, user="alice")
    assert len(bench.claim("c0001").state.notes) > int(last)
    assert bench.claim("c0001").state == folded(bench.store, "c0001")[0]
    assert first_fault(bench.events()) == ""
    assert bench.store.integrity() == ""


def test_that_nothing_was_found_is_doubted_while_something_is_suggested_or_judged(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)

    def warned() -> list[str]:
        bench.set_verdict("c0001", "no-evidence-found", "nothing there")
        *_, event = bench.events()
        return event.body.get("warned", [])

    said = "to corroborate or to conflict, and the verdict is 'no evidence found'"
    suggested = "suggested, and judged by nobody,"
    assert warned() == [f"evidence (2) was {suggested} {said}"]
    bench.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
    assert warned() == [f"evidence (1) was judged {said}", f"evidence (1) was {suggested} {said}"]
    for evidence in ("c0001-a", "c0001-b"):
        bench.set_stance("c0001", evidence, Stance.UNRELATED)
    assert warned() == []


def test_a_verdict_on_doubtful_evidence_is_taken_and_the_warning_is_on_record(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    bench.set_stance("c0001", "c0001-a", Stance.RELATED)
    bench.set_verdict("c0001", "confirmed", "both say so", cite=["c0001-a", "c0001-b"])
    *_, event = bench.events()
    assert event.body["warned"] == [
        "cited evidence (1): nobody has judged whether it corroborates or conflicts",
        "cited evidence (1): judged neither to corroborate nor to conflict",
    ]
    for evidence in ("c0001-a", "c0001-b"):
        bench.set_stance("c0001", evidence, Stance.CORROBORATES)
    bench.set_verdict("c0001", "confirmed", "both say so")
    *_, event = bench.events()
    assert "warned" not in event.body
