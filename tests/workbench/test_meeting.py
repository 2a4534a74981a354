"""Two people at one claim: the second is told who changed what and loses nothing, and one may hold it for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.workbench import Workbench, editing, handing, meeting
from tests.factory import NOON, make_bench, ticking

pytestmark = pytest.mark.both
CLAIM = "c0001"


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return make_bench(tmp_path)


def another(bench: Workbench, user: str, *, later: float = 0) -> Workbench:
    clock = ticking(NOON + timedelta(minutes=1 + later))
    return Workbench.open(bench.workspace, user=user, clock=clock, create=True)


def test_the_second_is_told_who_changed_what_and_when(alice: Workbench) -> None:
    seen = alice.claim(CLAIM).state.seq
    bob, carol = another(alice, "bob"), another(alice, "carol", later=5)
    bob.set_verdict(CLAIM, "O", "A matter of taste.")
    carol.add_note(CLAIM, "is it?")
    told = r"changed by bob at 12:01 UTC: verdict not-checkable: A matter of taste\.; by carol at 12:06 UTC: note"
    with pytest.raises(ConflictError, match=told):
        alice.set_verdict(CLAIM, "confirmed", "Report a", cite=[f"{CLAIM}-a"], seen=seen)
    assert alice.claim(CLAIM).state.verdict.user == "bob"
    again = alice.claim(CLAIM).state.seq
    assert alice.set_verdict(CLAIM, "confirmed", "Report a", cite=[f"{CLAIM}-a"], seen=again).verdict.user == "alice"


def test_what_another_did_before_ones_own_last_decision_is_told_too(alice: Workbench) -> None:
    """Alice has the claim open in two windows, and decides in the one that has seen what Bob did."""
    seen = alice.claim(CLAIM).state.seq
    another(alice, "bob").set_verdict(CLAIM, "O", "A matter of taste.")
    alice.add_note(CLAIM, "I have seen that, in the other window")
    with pytest.raises(ConflictError, match="changed by bob"):
        alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES, seen=seen)


def test_ones_own_decisions_are_in_nobodys_way(alice: Workbench) -> None:
    seen = alice.claim(CLAIM).state.seq
    another(alice, "ALICE").add_note(CLAIM, "from another machine")
    assert alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES, seen=seen).stances


def test_of_many_decisions_the_last_are_told(alice: Workbench) -> None:
    seen, bob = alice.claim(CLAIM).state.seq, another(alice, "bob")
    for number in range(6):
        bob.set_verdict(CLAIM, "O", f"{number} " + "long " * 50)
    with pytest.raises(ConflictError) as raised:
        alice.clear_verdict(CLAIM, seen=seen)
    assert raised.value.message.count("by bob") == 3
    assert "(and 3 before)" in raised.value.message
    assert len(raised.value.message) < 500


DECISIONS: list[Callable[[Workbench], object]] = [
    lambda bench: bench.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES),
    lambda bench: bench.cite(CLAIM, f"{CLAIM}-a"),
    lambda bench: bench.set_verdict(CLAIM, "O", "x"),
    lambda bench: handing.assign(bench, CLAIM, "carol"),
    lambda bench: handing.waive(bench, CLAIM, "taste"),
    lambda bench: editing.split(bench, CLAIM, 12),
    lambda bench: editing.withdraw_claim(bench, CLAIM, "not a claim"),
    lambda bench: editing.join(bench, [CLAIM, "c0002"]),
]


@pytest.mark.parametrize("decide", DECISIONS)
def test_nobody_else_decides_on_a_claim_that_is_held(alice: Workbench, decide: Callable[[Workbench], object]) -> None:
    meeting.hold(alice, CLAIM, minutes=30)
    bob = another(alice, "bob")
    before = list(bob.events())
    with pytest.raises(ConflictError, match=r"held by alice until 12:3\d UTC .*unlock c0001 --take"):
        decide(bob)
    assert list(bob.events()) == before
    decide(alice)
    assert list(bob.events()) != before


def test_undo_and_sign_wait_too_and_a_note_does_not(alice: Workbench) -> None:
    bob = another(alice, "bob")
    alice.set_verdict("c0002", "O", "x")
    bob.set_verdict(CLAIM, "O", "x")
    for claim in (CLAIM, "c0002"):
        meeting.hold(alice, claim, minutes=30)
    with pytest.raises(ConflictError, match="held by alice"):
        bob.undo()
    with pytest.raises(ConflictError, match="held by alice"):
        bob.sign("c0002", bob.claim("c0002").state.binding)
    assert bob.add_note(CLAIM, "I wait").notes


def test_holding_ends_by_itself(alice: Workbench) -> None:
    meeting.hold(alice, CLAIM, minutes=30)
    assert [one.user for one in another(alice, "bob").held()] == ["alice"]
    late = another(alice, "bob", later=40)
    assert late.held() == []
    assert late.claim(CLAIM).lock is None
    late.set_verdict(CLAIM, "O", "x")
    assert meeting.hold(late, CLAIM, minutes=5).user == "bob"


def test_who_holds_it_lets_go_and_another_takes_it_only_by_saying_so(alice: Workbench) -> None:
    bob = another(alice, "bob")
    assert meeting.let_go(bob, CLAIM) is None
    meeting.hold(alice, CLAIM, minutes=30)
    longer = meeting.hold(alice, CLAIM, minutes=60)
    assert bob.claim(CLAIM).lock == longer
    with pytest.raises(ConflictError, match="held by alice"):
        meeting.hold(bob, CLAIM, minutes=5)
    with pytest.raises(GuardError, match=r"held by alice.*--take"):
        meeting.let_go(bob, CLAIM)
    assert meeting.let_go(bob, CLAIM, take=True) == longer
    meeting.hold(bob, CLAIM, minutes=5)
    assert meeting.let_go(bob, CLAIM)
    assert alice.held() == []


@pytest.mark.parametrize("minutes", [0, -1, 1441])
def test_a_claim_is_held_for_a_day_at_most(alice: Workbench, minutes: int) -> None:
    with pytest.raises(InputError, match="1 to 1440 minutes"):
        meeting.hold(alice, CLAIM, minutes=minutes)
    with pytest.raises(InputError, match="no such claim"):
        meeting.hold(alice, "c9999", minutes=5)


def test_holding_leaves_the_log_and_the_stored_state_alone(alice: Workbench) -> None:
    before = list(alice.store.log_lines()), alice.store.rows_of(CLAIM)
    meeting.hold(alice, CLAIM, minutes=30)
    assert (list(alice.store.log_lines()), alice.store.rows_of(CLAIM)) == before
