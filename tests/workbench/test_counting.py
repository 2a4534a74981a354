"""A signature is held against the rules of the workspace that asks: whoever signed may have had others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck.domain import Ending, Stance
from factcheck.errors import GuardError
from factcheck.reports.gates import Gate, failing
from factcheck.workbench import Workbench, editing, handing
from factcheck.workbench.articles import ArticleStatus, publish, sign_article, status_of
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.counting import all_uncounted, uncounted
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.publishing import _check_signed
from factcheck.workbench.stale import sign_nothing_material, stale_claims
from factcheck.workbench.triaging import set_deadline
from tests.factory import make_bench, ticking
from tests.workbench.test_revising import COST, OPENED, QUAY, SHEDS, SOURCE, again, claim_with, draft

pytestmark = pytest.mark.both

CLAIM = "c0001"
STRICT = '[workflow]\nothers = ["checker"]\n[workflow.people]\nbob = ["reviewer", "editor"]\nalice = ["checker"]\n'
LAX = '[review]\nrequire_ticks = false\n[workflow.steps.bypass]\nwho = ["editor"]\n'

As = Callable[[str], Workbench]


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    bench = make_bench(tmp_path / "desk", claims=1)
    bench.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES)
    bench.set_verdict(CLAIM, "confirmed", "Report a says so")
    (bench.workspace / "factcheck.toml").write_text(STRICT)
    return opened(bench, "alice")


def opened(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


@pytest.fixture
def elsewhere(alice: Workbench, tmp_path: Path, workspaces) -> As:
    """Another folder with rules of its own, at the same database."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "factcheck.toml").write_text(LAX)
    database = workspaces.of(alice.workspace)
    return lambda user: Workbench.open(folder, user=user, db=database, clock=ticking(alice.now()))


def sign(bench: Workbench, **how: str) -> None:
    bench.sign(CLAIM, bench.claim(CLAIM).state.binding, **how)


def status(bench: Workbench) -> ArticleStatus:
    return status_of(bench, bench.articles()[0])


def gate(bench: Workbench, *gates: Gate) -> dict[Gate, int]:
    rows = list(bench.summaries())
    return dict(failing(rows, gates or [Gate.UNSIGNED], uncounted(bench, rows)))


def test_a_sign_off_past_rules_that_only_another_folder_gives_away_does_not_count(
    alice: Workbench, elsewhere: As
) -> None:
    sign(elsewhere("mallory"), bypass="in a hurry")
    assert gate(alice) == {Gate.UNSIGNED: 1}
    now = status(alice)
    assert now.state == "checking"
    (blocker,) = now.blockers
    assert "signed past the rules by mallory" in blocker.what
    assert blocker.command == f"--user NAME review dispute {CLAIM} --position TEXT"
    with pytest.raises(GuardError, match="not ready: claim 1 is signed past the rules by mallory"):
        sign_article(opened(alice, "bob"), alice.articles()[0], now.binding)
    with pytest.raises(GuardError, match="signed past the rules by mallory"):
        _check_signed(alice, list(alice.summaries()))
    (finding,) = [one for one in diagnose(alice.workspace) if one.what == "sign-offs"]
    assert not finding.ok
    assert "mallory" in finding.detail
    assert gate(elsewhere("mallory")) == {}, "by the rules of there it counts"


def test_a_sign_off_of_somebody_who_may_not_sign_here_does_not_count(alice: Workbench, elsewhere: As) -> None:
    sign(elsewhere("mallory"))
    assert gate(alice, Gate.UNSIGNED) == {Gate.UNSIGNED: 1}
    assert "mallory, to whom this workspace does not give the step 'sign'" in status(alice).blockers[0].what


def test_what_the_rules_of_here_allow_counts_wherever_it_was_signed(alice: Workbench, elsewhere: As) -> None:
    sign(elsewhere("bob"))
    assert gate(alice) == {}
    assert status(alice).state == "ready"
    assert list(all_uncounted(alice)) == []


def test_a_sign_off_without_a_key_does_not_count_where_keys_are_asked_for(alice: Workbench, elsewhere: As) -> None:
    sign(elsewhere("bob"))
    (alice.workspace / "factcheck.toml").write_text(f"[review]\nrequire_keys = true\n{STRICT}")
    alice = opened(alice, "alice")
    assert gate(alice) == {Gate.UNSIGNED: 1}
    assert "signed by bob without a key" in status(alice).blockers[0].what


def test_a_sign_off_of_one_s_own_counts_only_where_one_is_alone(alice: Workbench, elsewhere: As) -> None:
    (alice.workspace / "factcheck.toml").write_text("[review]\nsolo = true\n")
    alone = opened(alice, "alice")
    sign(alone)
    assert gate(alone) == {}
    assert gate(elsewhere("bob")) == {Gate.UNSIGNED: 1}
    assert status(elsewhere("bob")).blockers[0].what == "self-signed, and not alone"


def test_a_tick_on_a_withdrawal_counts_by_the_rules_of_here(alice: Workbench, elsewhere: As) -> None:
    editing.withdraw_claim(alice, CLAIM, "a joke")
    sign(elsewhere("mallory"))
    assert [row.id for row in alice.unticked()] == [CLAIM]
    assert [one.command for one in status(alice).blockers if "withdrawn" in one.what] == [f"claim restore {CLAIM}"]
    assert any("withdrawal" in one for one in all_uncounted(alice))
    assert elsewhere("mallory").unticked() == ()


def test_a_signature_on_an_article_counts_by_the_rules_of_here(alice: Workbench, elsewhere: As) -> None:
    bob = opened(alice, "bob")
    sign(bob)
    mallory, (article,) = elsewhere("mallory"), alice.articles()
    sign_article(mallory, article, status(mallory).binding)
    now = status(bob)
    assert now.state == "ready"
    assert any("signed by mallory" in one and "does not count" in one for one in now.remarks)
    with pytest.raises(GuardError, match="no valid signature"):
        publish(bob, article, now.binding)
    sign_article(bob, article, now.binding)
    assert publish(bob, article, now.binding).state == "published"


def test_what_another_closed_at_the_deadline_counts_by_the_rules_of_here(alice: Workbench, elsewhere: As) -> None:
    mallory = elsewhere("mallory")
    set_deadline(mallory, alice.articles()[0], mallory.now())
    handing.close(mallory, CLAIM, Ending.OPEN, "in a hurry")
    assert gate(alice) == {Gate.UNSIGNED: 1}
    assert "mallory" in status(alice).blockers[0].what
    assert gate(elsewhere("mallory")) == {}


def test_who_signs_a_difference_anew_need_not_have_the_permission_of_who_passed_over_the_rules(tmp_path: Path) -> None:
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    (bench.workspace / "factcheck.toml").write_text(
        '[review]\nrequire_ticks = false\n[workflow]\nothers = ["checker", "reviewer"]\n'
        '[workflow.people]\neva = ["editor"]\n'
        '[workflow.steps.bypass]\nwho = ["editor"]\n'
    )
    eva, bob = opened(bench, "eva"), opened(bench, "bob")
    draft(bench, QUAY, SHEDS, COST, OPENED, corpus=[tmp_path / "register.txt"])
    claim = claim_with(bench, QUAY)
    item = bench.claim(claim).evidence[0].id
    bench.set_stance(claim, item, Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "the register says so")
    eva.sign(claim, bench.claim(claim).state.binding, bypass="in a hurry")
    again(bench, QUAY.replace("metres", "meters"), SHEDS, COST, OPENED)
    sign_nothing_material(bob, {one.claim.id: one.binding for one in stale_claims(bob, bob.articles()[0])})
    row = next(row for row in bob.summaries() if row.reviewer)
    assert (row.reviewer, row.bypass) == ("bob", "in a hurry")
    assert uncounted(bob, [row]) == {}


def test_evidence_that_came_after_a_sign_off_and_was_not_judged_is_told(alice: Workbench) -> None:
    bob = opened(alice, "bob")
    sign(bob)
    told = "evidence came after it was signed, and nobody judged it"
    assert not any(told in one for one in status(bob).remarks)
    bring(alice, CLAIM, Brought(what="call:Ada Quist", words="There are two.", day=date(2026, 1, 1)))
    assert status(bob).state == "ready", "it is not bound"
    assert [one for one in status(bob).remarks if told in one] == [f"claim 1: {told}: e3"]
    alice.set_stance(CLAIM, alice.claim(CLAIM).evidence[-1].id, Stance.UNRELATED)
    sign(bob)
    assert not any(told in one for one in status(bob).remarks)
