"""Sorting claims: what the queue is ordered by, whose answer is waited for, and what of that stands in the log."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.domain import Outcome, Priority, Stance
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.review.triage import retagged, tag_named
from factcheck.workbench import Workbench, handing
from factcheck.workbench.queue import locked_articles, next_for, queue
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.triaging import deadlines_of, set_deadline, sort, wait, wait_no_more
from tests.factory import NOON, make_bench
from tests.keys import as_user

pytestmark = pytest.mark.both

CLAIM, OTHER, THIRD = "c0001", "c0002", "c0003"
SOON, LATER = NOON + timedelta(hours=1), NOON + timedelta(days=2)


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return make_bench(tmp_path, claims=3)


def queued(bench: Workbench) -> list[str]:
    return [one.claim.id for one in queue(bench)]


def test_the_queue_is_ordered_by_risk_and_then_by_due_time(alice: Workbench) -> None:
    assert queued(alice) == [CLAIM, OTHER, THIRD]
    sort(alice, THIRD, add=["legal"])
    assert queued(alice) == [THIRD, CLAIM, OTHER]
    sort(alice, OTHER, priority=Priority.HIGH)
    assert queued(alice) == [OTHER, THIRD, CLAIM]
    sort(alice, THIRD, add=["Living person", "minor"])
    assert queued(alice) == [THIRD, OTHER, CLAIM]
    sort(alice, THIRD, remove=["legal", "living-person", "minor"])
    sort(alice, OTHER, priority=Priority.NORMAL)
    wait(alice, THIRD, "call:Maren Holt", LATER)
    wait(alice, OTHER, "mail:Jo", SOON)
    assert queued(alice) == [OTHER, THIRD, CLAIM]
    sort(alice, OTHER, priority=Priority.LOW)
    assert queued(alice) == [THIRD, CLAIM, OTHER]


def test_a_tag_of_ones_own_sorts_lists_and_not_the_queue(alice: Workbench) -> None:
    sort(alice, THIRD, add=["Budget"])
    assert queued(alice) == [CLAIM, OTHER, THIRD]
    assert alice.store.summary(THIRD).tags == "budget"


def test_the_deadline_of_an_article_is_due_where_no_answer_is_due_sooner(alice: Workbench) -> None:
    article = alice.articles()[0]
    set_deadline(alice, article, LATER)
    wait(alice, OTHER, "call:Maren Holt", SOON)
    assert {one.claim.id: one.due for one in queue(alice)} == {CLAIM: LATER, OTHER: SOON, THIRD: LATER}
    set_deadline(alice, article, NOON)
    assert {one.due for one in queue(alice)} == {NOON}
    set_deadline(alice, article, None)
    assert deadlines_of(alice.store, [article.id]) == {}


def test_only_an_editor_sets_the_deadline(alice: Workbench) -> None:
    (alice.workspace / "factcheck.toml").write_text('[workflow.people]\nbob = ["checker"]\n')
    with pytest.raises(GuardError, match="may not take the step 'close': it is for editor"):
        set_deadline(as_user(alice, "bob"), alice.articles()[0], LATER)


def test_the_log_and_its_lists_have_no_name_of_who_is_waited_for(alice: Workbench) -> None:
    wait(alice, CLAIM, "Call:  Maren   Holt", LATER)
    waiting = alice.claim(CLAIM).state.triage.wait
    assert waiting
    assert (waiting.person, waiting.channel, waiting.due) == ("Maren Holt", "call", LATER)
    assert b"Holt" not in b"".join(alice.store.log_lines())
    assert "Holt" not in str(list(alice.summaries()))
    assert alice.store.summary(CLAIM).waiting_until == LATER.isoformat()
    with alice.store.transaction() as tx:
        tx._connection.exec_driver_sql("DELETE FROM private_text")
    sort(alice, CLAIM, add=["legal"])
    erased = alice.claim(CLAIM).state.triage.wait
    assert erased
    assert erased.person == "[erased]"


def test_a_verdict_a_signature_and_a_word_end_the_waiting(alice: Workbench) -> None:
    for claim in (CLAIM, OTHER):
        wait(alice, claim, "call:Maren Holt", LATER)
    alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES)
    assert alice.claim(CLAIM).state.triage.wait
    alice.set_verdict(CLAIM, "confirmed", "She says so.")
    assert alice.claim(CLAIM).state.triage.wait is None
    wait_no_more(alice, OTHER)
    assert alice.store.summary(OTHER).waiting_until == ""
    before = alice.store.last_event()
    wait_no_more(alice, OTHER)
    assert alice.store.last_event() == before


def test_sorting_is_undone_and_is_no_contribution_to_what_is_signed(alice: Workbench) -> None:
    bob = as_user(alice, "bob")
    alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES)
    alice.set_verdict(CLAIM, "confirmed", "Report a says so")
    sort(bob, CLAIM, priority=Priority.HIGH, add=["legal"])
    wait(bob, CLAIM, "call:Maren Holt", LATER)
    bob.undo()
    assert bob.claim(CLAIM).state.triage.wait is None
    assert bob.claim(CLAIM).state.triage.tags == ("legal",)
    bob.sign(CLAIM, bob.claim(CLAIM).state.binding)
    sort(bob, CLAIM, remove=["legal"])
    assert bob.claim(CLAIM).state.review_state == "signed"
    assert list(differing_states(bob.store)) == []


def test_what_changes_nothing_is_no_event_and_a_lost_race_is_told(alice: Workbench) -> None:
    seen = alice.claim(CLAIM).state.seq
    sort(as_user(alice, "bob"), CLAIM, add=["legal"])
    before = alice.store.last_event()
    sort(alice, CLAIM, add=["LEGAL"], priority=Priority.NORMAL)
    assert alice.store.last_event() == before
    with pytest.raises(ConflictError):
        sort(alice, CLAIM, add=["minor"], seen=seen)


@pytest.mark.parametrize("written", ["", " ", "a,b", "x" * 41, "a\x1b[0m", "<b>"])
def test_what_is_no_tag_is_told(written: str) -> None:
    with pytest.raises(InputError, match="is no tag"):
        tag_named(written)


@pytest.mark.parametrize("contact", ["Maren Holt", "call:", "fax:Maren Holt", ""])
def test_what_is_nobody_to_wait_for_is_told(alice: Workbench, contact: str) -> None:
    with pytest.raises(InputError, match="is nobody to wait for"):
        wait(alice, CLAIM, contact, LATER)


def test_tags_are_added_and_taken_off() -> None:
    assert retagged(["legal"], ["Living  Person", "été"], ["LEGAL"]) == ("living-person", "été")


def test_what_comes_back_is_in_the_queue_of_its_checker_alone_of_those_who_ask_for_theirs(alice: Workbench) -> None:
    bob, carol = as_user(alice, "bob"), as_user(alice, "carol")

    def theirs(bench: Workbench) -> list[str]:
        return [one.claim.id for one in queue(bench, mine=True)]

    alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES)
    alice.set_verdict(CLAIM, "confirmed", "Report a says so")
    handing.assign(alice, CLAIM, "carol")
    handing.send_back(bob, CLAIM, "why?")
    handing.waive(alice, OTHER, "an opinion")
    handing.dispute(bob, OTHER, "it can be checked")
    handing.settle(carol, OTHER, Outcome.CHANGE, "it can")
    assert theirs(alice) == [CLAIM, OTHER]
    assert (theirs(bob), theirs(carol)) == ([], [CLAIM])
    assert next_for(alice, alice.summaries(), locked_articles(alice)) == {CLAIM, OTHER, THIRD}
