"""Ticking: kept as events, asked for before a sign-off where the workspace says so, and bound by the sign-off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain import Item, ItemKind, ReviewState, Span, Stance
from factcheck.errors import ConflictError, GuardError, InputError, StateError
from factcheck.review.binding import binding
from factcheck.store.database import VERSIONS
from factcheck.store.encoding import encode
from factcheck.workbench import Workbench
from factcheck.workbench.articles import status_of
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.folding import refresh
from factcheck.workbench.handing import submit
from factcheck.workbench.handover import handover
from factcheck.workbench.queue import queue
from factcheck.workbench.ticking import tick, tick_left, untick
from factcheck.workbench.verifying import fault_of, rebuild
from tests.factory import give_corpus, make_bench, ticking
from tests.workspaces import Workspaces

pytestmark = pytest.mark.both

LENIENT = "[review]\nrequire_ticks = false\n"
CLAIM = "c0001"


@pytest.fixture
def alice(tmp_path: Path, workspaces: Workspaces) -> Workbench:
    """A workspace whose first claim has a number and a place to tick, and a verdict that covers the place alone."""
    make_bench(tmp_path).close()
    bench = Workbench.open(tmp_path, user="alice", clock=ticking())
    claim, _, _ = bench.store.claim(CLAIM)
    items = tuple(
        Item(kind=kind, span=Span(at, at + len(words), words))
        for kind, words in ((ItemKind.PLACE, "harbour"), (ItemKind.NUMBER, "1"))
        for at in [claim.verbatim.index(words)]
    )
    payload = encode(replace(claim, items=items)).replace("'", "''")
    workspaces.run(tmp_path, f"UPDATE claim SET payload = '{payload}' WHERE id = '{CLAIM}'")
    bench.set_verdict(CLAIM, "confirmed", "Report a says so", cite=["c0001-a"])
    return bench


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def sign(bench: Workbench) -> None:
    bench.sign(CLAIM, bench.claim(CLAIM).state.binding)


def test_nobody_signs_before_every_item_is_ticked_or_covered(alice: Workbench) -> None:
    bob = as_user(alice, "bob")
    with pytest.raises(
        GuardError,
        match=r"not ticked: number '1' \(in no held evidence\) \(`factcheck claim tick c0001 --all --waive REASON`",
    ):
        sign(bob)  # the passage speaks of the harbour, and so covers the place
    tick(alice, CLAIM, ["number"], evidence="c0001-a")
    sign(bob)
    assert bob.claim(CLAIM).state.review_state is ReviewState.SIGNED


def test_a_workspace_that_does_not_ask_signs_without(alice: Workbench) -> None:
    (alice.workspace / "factcheck.toml").write_text(LENIENT)
    sign(as_user(alice, "bob"))


def test_what_needs_no_evidence_needs_no_ticks(alice: Workbench) -> None:
    alice.set_verdict(CLAIM, "not-checkable", "A matter of taste.")
    sign(as_user(alice, "bob"))
    alice.set_verdict(CLAIM, "no-evidence-found", "Searched, and nothing.")
    with pytest.raises(GuardError, match="not ticked"):
        sign(as_user(alice, "bob"))


def test_what_is_left_is_ticked_against_what_speaks_of_it_and_the_rest_waived(alice: Workbench) -> None:
    alice.set_stance(CLAIM, "c0001-a", Stance.CONFLICTS)
    alice.set_verdict(CLAIM, "contradicted", "Report a says otherwise")
    assert [item.span.text for item in tick_left(alice, CLAIM)] == ["1"]
    with pytest.raises(InputError, match="no evidence of the verdict speaks of number '1'"):
        tick_left(alice, CLAIM)
    assert tick_left(alice, CLAIM, reason=" a label of ours ") == ()
    ticks = alice.claim(CLAIM).state.ticks
    assert {(tick.evidence, tick.reason) for tick in ticks.values()} == {("c0001-a", ""), ("", "a label of ours")}
    sign(as_user(alice, "bob"))
    with pytest.raises(InputError, match="nothing is left to tick"):
        tick_left(alice, CLAIM, reason="again")


def test_what_is_left_is_ticked_against_one_piece_alone(alice: Workbench) -> None:
    alice.cite(CLAIM, "c0001-a", cited=False)
    with pytest.raises(InputError, match="no evidence of this claim"):
        tick_left(alice, CLAIM, evidence="c0002-a")
    tick_left(alice, CLAIM, evidence="c0001-b", reason="nothing has it")
    assert "c0001-b" in {tick.evidence for tick in alice.claim(CLAIM).state.ticks.values()}


def test_what_is_left_to_tick_blocks_the_article_and_waits_for_the_checker_alone(alice: Workbench) -> None:
    alice.set_verdict("c0002", "confirmed", "Report a says so", cite=["c0002-a"])
    bob = as_user(alice, "bob")
    submit(alice, CLAIM, exception="the only one there is")
    (article,) = alice.articles()

    def blocking() -> list[tuple[str, str]]:
        return [(one.what, one.command) for one in status_of(bob, article).blockers if one.claim == CLAIM]

    assert blocking() == [
        ("in review; left to tick: number '1' (in no held evidence)", f"claim tick {CLAIM} --all --waive REASON")
    ]
    assert [one.command for one in queue(alice) if one.claim.id == CLAIM] == [
        f"claim tick {CLAIM} --all --waive REASON"
    ]
    assert CLAIM not in {one.claim.id for one in queue(bob)}
    (shift,) = handover(bob, [article])
    assert CLAIM in {one.claim.id for one in shift.next}
    tick(alice, CLAIM, ["number"], evidence="c0001-a")  # it stays submitted
    assert blocking() == [("in review", f"--user NAME review sign {CLAIM}")]
    assert CLAIM in {one.claim.id for one in queue(bob)}
    (shift,) = handover(bob, [article])
    assert CLAIM in {one.claim.id for one in shift.waiting}


def test_an_item_is_waived_with_a_reason_and_ticked_no_longer(alice: Workbench) -> None:
    tick(alice, CLAIM, [], reason=" counted by ourselves ")
    (one,) = alice.claim(CLAIM).state.ticks.values()
    assert (one.reason, one.evidence, one.user) == ("counted by ourselves", "", "alice")
    with pytest.raises(InputError, match="nothing is left to tick"):
        tick(alice, CLAIM, [], reason="again")
    untick(alice, CLAIM, ["number"])
    assert alice.claim(CLAIM).state.ticks == {}
    with pytest.raises(InputError, match="no evidence of this claim"):
        tick(alice, CLAIM, ["number"], evidence="c0002-a")


def test_a_tick_is_undone_and_redone(alice: Workbench) -> None:
    tick(alice, CLAIM, ["number"], evidence="c0001-a")
    alice.undo()
    assert alice.claim(CLAIM).state.ticks == {}
    alice.redo()
    assert list(alice.claim(CLAIM).state.ticks) == ["number:16-17"]


def test_a_sign_off_goes_stale_with_a_tick_that_it_bound(alice: Workbench) -> None:
    tick(alice, CLAIM, ["number"], evidence="c0001-a")
    sign(as_user(alice, "bob"))
    tick(alice, CLAIM, ["number"], reason="never mind")
    assert alice.claim(CLAIM).state.review_state is ReviewState.STALE


def test_a_sign_off_of_the_first_version_binds_no_ticks(alice: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.workbench.signing.VERSION", 1)
    (alice.workspace / "factcheck.toml").write_text(LENIENT)
    sign(as_user(alice, "bob"))
    tick(alice, CLAIM, ["number"], evidence="c0001-a")
    view = alice.claim(CLAIM)
    assert view.state.review_state is ReviewState.SIGNED
    evidence = {item.id: item for item in view.evidence}
    bound = [binding(view.claim, view.sentence, view.state, evidence, version) for version in (1, 2)]
    assert len(set(bound)) == 2
    alice.set_verdict(CLAIM, "confirmed", "another rationale")
    assert alice.claim(CLAIM).state.review_state is ReviewState.STALE


def test_without_ticks_what_would_be_bound_is_what_it_was(alice: Workbench) -> None:
    """A program before ticks gave the same digest, so nothing that it stored is called stale or damaged."""
    view = alice.claim(CLAIM)
    evidence = {item.id: item for item in view.evidence}
    assert binding(view.claim, view.sentence, view.state, evidence, 1) == view.state.binding


def test_a_stored_state_without_what_was_added_since_is_no_damage(tmp_path: Path, workspaces: Workspaces) -> None:
    with make_bench(tmp_path) as bench:
        give_corpus(bench)
    changed = "SELECT count(*) FROM claim_state WHERE payload LIKE '%\"ticks\":{},%'"
    before = workspaces.run(tmp_path, changed)
    workspaces.run(tmp_path, "UPDATE claim_state SET payload = replace(payload, '\"ticks\":{},', '')")
    assert before != workspaces.run(tmp_path, changed) == [(0,)]
    assert all(finding.ok for finding in diagnose(tmp_path))
    with Workbench.open(tmp_path, user="alice") as bench:
        assert fault_of(bench.store) == ""
        assert rebuild(bench) == ()


def test_a_decision_on_an_overtaken_view_is_refused(alice: Workbench) -> None:
    seen = alice.claim(CLAIM).state.seq
    as_user(alice, "bob").set_verdict(CLAIM, "confirmed", "better", cite=["c0001-b"])
    with pytest.raises(ConflictError, match="changed by bob"):
        tick(alice, CLAIM, ["number"], evidence="c0001-a", seen=seen)


def test_an_event_of_an_unknown_kind_is_refused_in_words(tmp_path: Path) -> None:
    with make_bench(tmp_path) as bench:
        with bench.store.transaction() as tx:
            tx.append(at=bench.now(), user="alice", kind="hailed", subject=CLAIM, revision="r1", body={})
        with (
            pytest.raises(StateError, match=r"does not know \('hailed'\).*upgrade factcheck"),
            bench.store.transaction() as tx,
        ):
            refresh(tx, CLAIM)


def test_a_program_from_before_ticks_refuses_the_workspace(alice: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.store.database.VERSIONS", VERSIONS[:3])
    with pytest.raises(StateError, match="newer factcheck"):
        Workbench.open(alice.workspace, user="alice")
