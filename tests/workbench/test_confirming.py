"""Confirming a plain fact in one go: all of it or none, and never over something that may speak against it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.workbench import Workbench
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.confirming import confirm
from tests.tui.workspace import bench_at, fill


@pytest.fixture
def plain(tmp_path: Path) -> Workbench:
    """Claim 2 has one candidate, which corroborates it."""
    return bench_at(fill(tmp_path / "plain", 2, each=1))


@pytest.fixture
def disputed(tmp_path: Path) -> Workbench:
    """Claim 2 has a candidate that is suggested to conflict."""
    return bench_at(fill(tmp_path / "disputed", 2, each=2))


def test_stance_and_verdict_are_recorded_with_source_and_place(plain: Workbench) -> None:
    view = plain.claim(plain.find_claim("2"))
    done = confirm(plain, view.claim.id, view.evidence[0].id, seen=view.state.seq)
    assert done.state.verdict.rationale == "Tree count 0, paragraph 3"
    assert [one.stance for one in done.state.stances.values()] == [Stance.CORROBORATES]
    assert [item.span.text for item in done.left] == ["two years"]


def test_what_may_conflict_has_to_be_judged(disputed: Workbench) -> None:
    view = disputed.claim(disputed.find_claim("2"))
    with pytest.raises(GuardError, match="evidence e2 is not judged yet"):
        confirm(disputed, view.claim.id, view.evidence[0].id)
    assert not disputed.claim(view.claim.id).state.stances
    disputed.set_stance(view.claim.id, view.evidence[1].id, Stance.UNRELATED)
    assert confirm(disputed, view.claim.id, view.evidence[0].id).state.verdict


def test_what_conflicts_is_no_plain_fact(disputed: Workbench) -> None:
    view = disputed.claim(disputed.find_claim("2"))
    disputed.set_stance(view.claim.id, view.evidence[1].id, Stance.CONFLICTS)
    with pytest.raises(GuardError, match="evidence e2 conflicts with it"):
        confirm(disputed, view.claim.id, view.evidence[0].id)


@pytest.mark.parametrize("judged", [None, Stance.CONFLICTS])
def test_a_passage_that_itself_may_conflict_confirms_nothing_until_it_is_judged(
    disputed: Workbench, judged: Stance | None
) -> None:
    view = disputed.claim(disputed.find_claim("2"))
    bears_out, against = view.evidence
    disputed.set_stance(view.claim.id, bears_out.id, Stance.CORROBORATES)
    if judged:
        disputed.set_stance(view.claim.id, against.id, judged)
    told = (
        "evidence e2 conflicts with it"
        if judged
        else "evidence e2 is suggested to conflict with it, and not judged yet"
    )
    with pytest.raises(GuardError, match=told) as refused:
        confirm(disputed, view.claim.id, against.id)
    assert f"`factcheck claim stance {view.claim.id} e2 corroborates|" in refused.value.hint
    assert disputed.claim(view.claim.id).state.verdict is None
    disputed.set_stance(view.claim.id, against.id, Stance.CORROBORATES)
    assert confirm(disputed, view.claim.id, against.id).state.verdict


def test_a_verdict_that_stands_is_not_replaced(plain: Workbench) -> None:
    view = plain.claim(plain.find_claim("2"))
    confirm(plain, view.claim.id, view.evidence[0].id)
    with pytest.raises(GuardError, match="has a verdict already"):
        confirm(plain, view.claim.id, view.evidence[0].id)


def test_other_evidence_is_none_of_this_claim(plain: Workbench) -> None:
    with pytest.raises(InputError, match="is no evidence of this claim"):
        confirm(plain, plain.find_claim("1"), "nothing")


def test_another_decision_since_is_a_conflict(plain: Workbench) -> None:
    view = plain.claim(plain.find_claim("2"))
    with bench_at(plain.workspace, "bob") as bob:
        bob.set_stance(view.claim.id, view.evidence[0].id, Stance.RELATED)
    with pytest.raises(ConflictError, match="changed by bob"):
        confirm(plain, view.claim.id, view.evidence[0].id, seen=view.state.seq)


def test_who_may_not_propose_does_not_confirm(tmp_path: Path) -> None:
    folder = fill(tmp_path / "w", 2, each=1)
    (folder / "factcheck.toml").write_text('[workflow.people]\nalice = ["writer"]\n', encoding="utf-8")
    with bench_at(folder) as alice:
        view = alice.claim(alice.find_claim("2"))
        with pytest.raises(GuardError, match="may not take the step 'propose'"):
            confirm(alice, view.claim.id, view.evidence[0].id)


def test_a_source_that_may_not_be_named_asks_for_a_verdict_in_ones_own_words(tmp_path: Path) -> None:
    bench = bench_at(fill(tmp_path / "kept", 2, each=1))
    view = bench.claim(bench.find_claim("2"))
    words = "The rowing club was founded two years ago."
    brought = Brought(what="call:Odo Farthing", words=words, day=date(2024, 11, 12))
    kept = bring(bench, view.claim.id, brought).id
    bench.set_stance(view.claim.id, view.evidence[0].id, Stance.UNRELATED)
    with pytest.raises(GuardError, match="the source of e2 is confidential") as refused:
        confirm(bench, view.claim.id, kept)
    assert refused.value.hint == (
        f"`factcheck claim verdict {view.claim.id} --rating confirmed --cite e2 --rationale TEXT`"
    )
    assert kept not in bench.claim(view.claim.id).state.stances
