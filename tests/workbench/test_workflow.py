"""The workflow through the library: each step, each guard, and what a fold over older events still gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain import Outcome, ReviewState, Stance
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.review.kinds import Kind
from factcheck.workbench import Workbench, editing, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.queue import queue
from factcheck.workbench.stored_states import differing_states
from tests.factory import make_bench, ticking

pytestmark = pytest.mark.both

CLAIM = "c0001"


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def where(bench: Workbench, claim: str = CLAIM) -> ReviewState:
    return bench.claim(claim).state.review_state


def sign(bench: Workbench, claim: str = CLAIM, **how: str) -> None:
    bench.sign(claim, bench.claim(claim).state.binding, **how)


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return make_bench(tmp_path)


@pytest.fixture
def bob(alice: Workbench) -> Workbench:
    return as_user(alice, "bob")


def propose(bench: Workbench, claim: str = CLAIM) -> None:
    bench.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "Report a says so")


def submitted(bench: Workbench) -> None:
    propose(bench)
    handing.submit(bench, CLAIM, exception="the register is the only source")


def test_from_extracted_to_signed(alice: Workbench, bob: Workbench) -> None:
    handing.assign(bob, CLAIM, "alice")
    assert where(alice) is ReviewState.ASSIGNED
    assert alice.store.summary(CLAIM).assigned == "alice"
    propose(alice)
    assert where(alice) is ReviewState.PROPOSED
    with pytest.raises(GuardError, match=r"1 primary or 3 secondary of independent origin.*--exception REASON"):
        handing.submit(alice, CLAIM)
    state = handing.submit(alice, CLAIM, exception="the register is the only source")
    assert state.review_state is ReviewState.IN_REVIEW
    with pytest.raises(GuardError, match="another person has to sign"):
        sign(alice)
    sign(bob)
    sign_off = alice.claim(CLAIM).state.sign_off
    assert sign_off
    assert sign_off.exception == "the register is the only source"
    assert "1 primary" in sign_off.unmet


def test_what_was_submitted_goes_back_when_it_changes_and_comes_again_when_that_is_undone(alice: Workbench) -> None:
    submitted(alice)
    alice.cite(CLAIM, f"{CLAIM}-b")
    assert where(alice) is ReviewState.PROPOSED
    alice.undo()
    assert where(alice) is ReviewState.IN_REVIEW
    alice.add_note(CLAIM, "a note changes nothing")
    assert where(alice) is ReviewState.IN_REVIEW


def test_an_exception_is_of_who_claims_it_and_so_not_signed_by_them(alice: Workbench, bob: Workbench) -> None:
    propose(alice)
    handing.submit(bob, CLAIM, exception="good enough")
    with pytest.raises(GuardError, match="bob set the verdict"):
        sign(bob)
    sign(as_user(alice, "carol"))


def test_a_claim_signed_without_being_submitted_says_what_it_lacked(alice: Workbench, bob: Workbench) -> None:
    propose(alice)
    sign(bob)
    sign_off = alice.claim(CLAIM).state.sign_off
    assert sign_off
    assert "the source policy asks for 1 primary" in sign_off.unmet
    assert any("without being submitted" in one for one in status_of(alice, alice.articles()[0]).remarks)


def test_returned_with_a_comment_and_answered(alice: Workbench, bob: Workbench) -> None:
    submitted(alice)
    with pytest.raises(GuardError, match="takes a comment"):
        handing.send_back(bob, CLAIM, " ")
    handing.send_back(bob, CLAIM, "Which register?")
    assert where(alice) is ReviewState.RETURNED
    with pytest.raises(GuardError, match="is returned"):
        sign(bob)
    alice.set_verdict(CLAIM, "confirmed", "the harbour register")
    assert where(alice) is ReviewState.PROPOSED
    handing.submit(alice, CLAIM, exception="the only one")
    sign(bob)
    assert where(alice) is ReviewState.SIGNED


def test_a_waived_claim_has_a_reason_and_a_reviewer_s_tick(alice: Workbench, bob: Workbench) -> None:
    with pytest.raises(GuardError, match="takes a reason"):
        handing.waive(alice, CLAIM, "")
    handing.waive(alice, CLAIM, "a matter of taste")
    assert where(alice) is ReviewState.WAIVED
    with pytest.raises(GuardError, match="another person"):
        sign(alice)
    displayed = alice.claim(CLAIM).state.binding
    handing.waive(alice, CLAIM, "an opinion of the writer")
    with pytest.raises(ConflictError):
        bob.sign(CLAIM, displayed)
    sign(bob)
    assert where(alice) is ReviewState.SIGNED
    alice.undo()
    assert where(alice) is ReviewState.STALE, "what was ticked is not what stands there now"


def test_a_verdict_ends_a_waiver_and_a_waiver_a_verdict(alice: Workbench) -> None:
    propose(alice)
    handing.waive(alice, CLAIM, "a matter of taste")
    assert alice.claim(CLAIM).state.verdict is None
    propose(alice)
    assert where(alice) is ReviewState.PROPOSED
    handing.waive(alice, CLAIM, "after all")
    assert handing.take_up(alice, CLAIM).review_state is ReviewState.EXTRACTED
    with pytest.raises(GuardError, match="was not waived"):
        handing.take_up(alice, CLAIM)


@pytest.mark.parametrize(
    ("outcome", "leads_to"),
    [
        (Outcome.KEEP, ReviewState.SIGNED),
        (Outcome.CHANGE, ReviewState.RETURNED),
        (Outcome.CUT, ReviewState.CUT),
    ],
)
def test_a_dispute_keeps_both_positions_and_a_third_person_settles_it(
    alice: Workbench, bob: Workbench, outcome: Outcome, leads_to: ReviewState
) -> None:
    propose(alice)
    sign(bob)
    with pytest.raises(GuardError, match="holds this position already"):
        handing.dispute(alice, CLAIM, "I doubt it")
    wim = as_user(alice, "wim")
    with pytest.raises(GuardError, match="needs your position"):
        handing.dispute(wim, CLAIM, " ")
    dispute = handing.dispute(wim, CLAIM, "the report was corrected").stage.dispute
    assert dispute
    assert (dispute.holder, dispute.held) == ("alice", "confirmed: Report a says so")
    for step in (lambda: propose(alice), lambda: sign(as_user(alice, "carol"))):
        with pytest.raises(GuardError, match="is disputed"):
            step()
    for party in (alice, bob, wim):
        with pytest.raises(GuardError, match="a third person settles it"):
            handing.settle(party, CLAIM, outcome, "because")
    eva = as_user(alice, "eva")
    with pytest.raises(GuardError, match="needs a reason"):
        handing.settle(eva, CLAIM, outcome, "")
    handing.settle(eva, CLAIM, outcome, "because")
    assert where(alice) is leads_to
    if outcome is Outcome.CUT:
        with pytest.raises(GuardError, match="is cut"):
            propose(alice)
        assert handing.dispute(wim, CLAIM, "it has to stay").review_state is ReviewState.DISPUTED


def test_nothing_is_disputed_before_somebody_took_a_position(alice: Workbench, bob: Workbench) -> None:
    with pytest.raises(GuardError, match="is extracted"):
        handing.dispute(bob, CLAIM, "no")
    with pytest.raises(GuardError, match="is extracted"):
        handing.submit(alice, CLAIM)


@pytest.mark.parametrize(
    "step",
    [
        lambda b: handing.send_back(b, CLAIM, "why?"),
        lambda b: handing.dispute(b, CLAIM, "it is not so"),
    ],
)
def test_undo_stops_at_what_others_were_told(
    alice: Workbench, bob: Workbench, step: Callable[[Workbench], object]
) -> None:
    submitted(alice)
    bob.set_stance("c0002", "c0002-a", Stance.RELATED)
    step(bob)
    with pytest.raises(GuardError, match="undo does not take back"):
        bob.undo()


def test_who_takes_back_what_stood_before_a_sign_off_has_touched_it(alice: Workbench, bob: Workbench) -> None:
    carol = as_user(alice, "carol")
    carol.set_stance(CLAIM, f"{CLAIM}-b", Stance.RELATED)
    propose(alice)
    sign(bob)
    carol.undo()
    assert where(alice) is ReviewState.STALE
    with pytest.raises(GuardError, match="carol set the verdict"):
        sign(carol)
    sign(bob)


def test_a_step_on_an_overtaken_view_names_who(alice: Workbench, bob: Workbench) -> None:
    seen = bob.claim(CLAIM).state.seq
    propose(alice)
    with pytest.raises(ConflictError, match="changed by alice"):
        handing.waive(bob, CLAIM, "taste", seen=seen)


def test_a_withdrawn_claim_is_ticked_by_somebody_else_before_an_article_is_ready(
    alice: Workbench, bob: Workbench
) -> None:
    editing.withdraw_claim(alice, CLAIM, "a joke")
    assert [row.id for row in alice.unticked()] == [CLAIM]
    with pytest.raises(GuardError, match="was withdrawn by alice: another person"):
        sign(alice)
    sign(bob)
    assert alice.unticked() == ()
    assert where(alice) is ReviewState.WITHDRAWN
    with pytest.raises(GuardError, match="ticked already by bob"):
        sign(as_user(alice, "carol"))
    editing.restore(alice, CLAIM)
    editing.withdraw_claim(alice, CLAIM, "a joke, really")
    assert [row.id for row in alice.unticked()] == [CLAIM], "each withdrawal needs its own tick"


def test_passing_over_the_rules_takes_a_permission_and_a_reason_and_is_marked(alice: Workbench) -> None:
    propose(alice)
    with pytest.raises(GuardError, match="may not take the step 'bypass': it is for nobody"):
        sign(alice, bypass="we go to press")
    (alice.workspace / "factcheck.toml").write_text(
        '[workflow.people]\nalice = ["checker", "editor"]\n[workflow.steps.bypass]\nwho = ["editor"]\n'
    )
    alice = as_user(alice, "alice")
    with pytest.raises(GuardError, match="another person has to sign"):
        sign(alice)
    sign(alice, bypass="we go to press")
    row = alice.store.summary(CLAIM)
    assert (row.review_state, row.bypass, row.self_signed) == (ReviewState.SIGNED, "we go to press", True)
    alice.set_verdict("c0002", "confirmed", "r", cite=["c0002-a"])
    with pytest.raises(ConflictError):
        alice.sign("c0002", "0" * 64, bypass="never another text than was shown")


def test_an_auditor_decides_nothing(alice: Workbench) -> None:
    (alice.workspace / "factcheck.toml").write_text('[workflow.people]\n"Olga" = ["auditor"]\n')
    olga = as_user(alice, "olga")
    for decide in (
        lambda: olga.set_stance(CLAIM, f"{CLAIM}-a", Stance.RELATED),
        lambda: olga.add_note(CLAIM, "hm"),
        lambda: olga.set_verdict(CLAIM, "no-evidence-found", "searched"),
        lambda: handing.assign(olga, CLAIM, "bob"),
        lambda: editing.withdraw_claim(olga, CLAIM, "no"),
        lambda: editing.split(olga, CLAIM, 12),
    ):
        with pytest.raises(GuardError, match=r"olga \(auditor\) may not take the step"):
            decide()
    assert where(olga) is ReviewState.EXTRACTED, "and reads it all the same"


def test_an_article_from_draft_to_published_and_locked(alice: Workbench, bob: Workbench) -> None:
    (article,) = alice.articles()
    assert status_of(alice, article).state == "draft"
    for claim in (CLAIM, "c0002"):
        propose(alice, claim)
    checking = status_of(alice, article)
    assert (checking.state, len(checking.blockers)) == ("checking", 2)
    assert checking.blockers[0].command == f"review submit {CLAIM} --exception REASON"
    with pytest.raises(
        GuardError, match=r"is not ready: claim 1 is proposed; the source policy asks for .*, and 1 more"
    ):
        sign_article(bob, article, checking.binding)
    for claim in (CLAIM, "c0002"):
        sign(bob, claim)
    ready = status_of(alice, article)
    assert (ready.state, ready.blockers) == ("ready", ())
    with pytest.raises(ConflictError, match="what you were shown"):
        sign_article(bob, article, checking.binding)
    with pytest.raises(GuardError, match="no valid signature"):
        publish(bob, article, ready.binding)
    assert sign_article(bob, article, ready.binding).state == "signed-off"
    bob.withdraw(CLAIM, "one more look")
    sign(bob)
    again = status_of(alice, article)
    assert again.state == "ready", "it was signed again as it was, and the editor has not seen that"
    with pytest.raises(GuardError, match="no valid signature"):
        publish(bob, article, ready.binding)
    with pytest.raises(ConflictError, match="what you were shown"):
        sign_article(bob, article, ready.binding)
    sign_article(bob, article, again.binding)
    assert publish(bob, article, again.binding, "https://example.org/cranes").state == "published"
    for decide in (
        lambda: alice.set_stance(CLAIM, f"{CLAIM}-b", Stance.RELATED),
        lambda: bob.withdraw(CLAIM, "too late"),
        alice.undo,
        lambda: editing.withdraw_claim(alice, CLAIM, "too late"),
        lambda: handing.dispute(as_user(alice, "wim"), CLAIM, "too late"),
    ):
        with pytest.raises(GuardError, match="is locked"):
            decide()


def test_a_new_verdict_ends_the_signature_on_an_article(alice: Workbench, bob: Workbench) -> None:
    (article,) = alice.articles()
    for claim in (CLAIM, "c0002"):
        propose(alice, claim)
        sign(bob, claim)
    sign_article(bob, article, status_of(bob, article).binding)
    alice.set_verdict(CLAIM, "confirmed", "another rationale")
    assert status_of(alice, article).state == "checking"
    sign(bob)
    assert status_of(alice, article).state == "ready"


def test_a_signature_on_an_article_that_an_earlier_program_made_has_ended_and_is_told(
    alice: Workbench, bob: Workbench
) -> None:
    (article,) = alice.articles()
    for claim in (CLAIM, "c0002"):
        propose(alice, claim)
        sign(bob, claim)
    with bob.store.transaction() as tx:
        tx.append(
            at=bob.now(),
            user="bob",
            kind=Kind.ARTICLE_SIGNED,
            subject=article.revision,
            revision=article.revision,
            body={"binding": "0" * 64, "identity": "", "solo": False},
        )
    now = status_of(alice, article)
    assert now.state == "ready"
    assert any("bob signed the article" in one and "it has ended" in one for one in now.remarks)
    sign_article(bob, article, now.binding)
    assert not any("it has ended" in one for one in status_of(alice, article).remarks)


def test_the_queue_has_what_a_person_can_do_next(alice: Workbench, bob: Workbench) -> None:
    propose(alice)
    handing.assign(alice, "c0002", "carol")
    assert [(one.claim.id, one.step) for one in queue(alice)] == [(CLAIM, "submit")]
    assert [(one.claim.id, one.step) for one in queue(bob)] == [(CLAIM, "sign")]
    carol = as_user(alice, "carol")
    assert {(one.claim.id, one.step) for one in queue(carol)} == {(CLAIM, "sign"), ("c0002", "propose")}
    handing.dispute(bob, CLAIM, "no")
    assert [(one.claim.id, one.step) for one in queue(bob)] == []
    assert (CLAIM, "settle") in [(one.claim.id, one.step) for one in queue(carol)]


def test_a_claim_is_given_to_a_name_that_somebody_can_have(alice: Workbench) -> None:
    with pytest.raises(InputError, match="machine runs"):
        handing.assign(alice, CLAIM, "factcheck")
    assert handing.assign(alice, CLAIM, "").review_state is ReviewState.EXTRACTED


def test_the_stored_states_are_what_the_log_says(alice: Workbench, bob: Workbench) -> None:
    submitted(alice)
    handing.send_back(bob, CLAIM, "why?")
    handing.waive(alice, "c0002", "taste")
    sign(bob, "c0002")
    editing.withdraw_claim(alice, "c0002", "a joke")
    sign(bob, "c0002")
    assert list(differing_states(alice.store)) == []


def test_a_settlement_that_ends_a_sign_off_leaves_who_decided_what_was_signed(alice: Workbench, bob: Workbench) -> None:
    propose(alice)
    sign(bob)
    handing.dispute(as_user(alice, "wim"), CLAIM, "the report was corrected")
    handing.settle(as_user(alice, "eva"), CLAIM, Outcome.CHANGE, "look again")
    handing.submit(bob, CLAIM, exception="it was not corrected")
    with pytest.raises(GuardError, match="alice set the verdict"):
        sign(alice)
    sign(as_user(alice, "carol"))
