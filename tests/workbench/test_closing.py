"""At the deadline each open claim is cut, hedged or published open by an editor; what follows from that."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.domain import Ending, Outcome, ReviewState, Stance
from factcheck.errors import GuardError
from factcheck.reports.claim_counts import count
from factcheck.reports.gates import Gate, failing
from factcheck.review.article import ArticleState
from factcheck.workbench import Workbench, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.stale import stale_claims
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.triaging import set_deadline
from tests.factory import NOON, make_bench, tick_items
from tests.keys import as_user
from tests.workbench.test_revising import QUAY, SHEDS, again, claim_with, draft

pytestmark = pytest.mark.both

CLAIM, OTHER = "c0001", "c0002"
WHY = "The harbour office has not answered."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    """Alice's bench; the deadline of the article is reached."""
    bench = make_bench(tmp_path)
    set_deadline(bench, bench.articles()[0], NOON)
    return bench


@pytest.fixture
def eva(alice: Workbench) -> Workbench:
    return as_user(alice, "eva")


def propose(bench: Workbench, claim: str = CLAIM) -> None:
    bench.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "Report a says so")


def blocked(bench: Workbench) -> list[str]:
    return [one.what for one in status_of(bench, bench.articles()[0]).blockers]


def test_what_is_published_open_holds_the_article_back_no_longer_and_is_told(eva: Workbench) -> None:
    assert blocked(eva) == ["extracted", "extracted"]
    for claim in (CLAIM, OTHER):
        state = handing.close(eva, claim, Ending.OPEN, WHY)
        assert state.review_state is ReviewState.EXTRACTED
    now = status_of(eva, eva.articles()[0])
    assert now.state is ArticleState.READY
    assert now.remarks[0] == f"claim 1 is published open by eva: {WHY}"
    sign_article(eva, now.article, now.binding)
    publish(eva, now.article, now.binding)
    assert status_of(eva, now.article).state is ArticleState.PUBLISHED
    rows = list(eva.summaries())
    assert count(rows).states_in_words.endswith("; 2 without a verdict, 2 published open or hedged")
    assert failing(rows, [Gate.OPEN, Gate.UNSIGNED]) == {}
    assert failing(rows, [Gate.CONFLICTING]) == {Gate.CONFLICTING: 2}
    assert list(differing_states(eva.store)) == []


def test_an_article_that_was_signed_is_no_more_when_a_claim_is_opened_again(alice: Workbench, eva: Workbench) -> None:
    for claim in (CLAIM, OTHER):
        handing.close(eva, claim, Ending.OPEN, WHY)
    now = status_of(eva, eva.articles()[0])
    sign_article(eva, now.article, now.binding)
    handing.close(eva, CLAIM, Ending.OPEN, "They do not want to answer.")
    assert status_of(eva, now.article).state is ArticleState.READY


@pytest.mark.parametrize(
    "decide",
    [
        propose,
        lambda bench: handing.waive(bench, CLAIM, "a matter of taste"),
    ],
)
def test_whoever_decides_on_a_closed_claim_opens_it_again(alice: Workbench, eva: Workbench, decide) -> None:
    handing.close(eva, CLAIM, Ending.OPEN, WHY)
    decide(alice)
    assert alice.claim(CLAIM).state.stage.closing is None
    assert len(blocked(alice)) == 2
    alice.undo()
    assert alice.claim(CLAIM).state.stage.closing


def test_a_note_a_stance_and_a_tag_leave_it_closed(alice: Workbench, eva: Workbench) -> None:
    handing.close(eva, CLAIM, Ending.OPEN, WHY)
    alice.add_note(CLAIM, "they called back")
    alice.set_stance(CLAIM, f"{CLAIM}-a", Stance.CORROBORATES)
    assert alice.store.summary(CLAIM).closing == "published open"


def test_a_proposed_verdict_may_be_published_unsigned_and_is_signed_later(alice: Workbench, eva: Workbench) -> None:
    propose(alice)
    handing.close(eva, CLAIM, Ending.OPEN, "Nobody is there to sign.")
    assert blocked(eva) == ["extracted"]
    eva.sign(CLAIM, eva.claim(CLAIM).state.binding)
    state = eva.claim(CLAIM).state
    assert (state.review_state, state.stage.closing) == (ReviewState.SIGNED, None)
    with pytest.raises(GuardError, match="is signed: the step 'close' is not for that"):
        handing.close(eva, CLAIM, Ending.OPEN, WHY)


def test_what_is_cut_leaves_the_text_or_is_disputed(alice: Workbench, eva: Workbench) -> None:
    assert handing.close(eva, CLAIM, Ending.CUT, WHY).review_state is ReviewState.CUT
    assert blocked(eva)[0] == "cut at the deadline, and still in the text"
    with pytest.raises(GuardError, match="is cut"):
        propose(alice)
    handing.dispute(as_user(alice, "wim"), CLAIM, "It is in the register.")
    assert eva.claim(CLAIM).state.stage.dispute.held == f"cut at the deadline: {WHY}"
    with pytest.raises(GuardError, match="is disputed"):
        handing.close(eva, CLAIM, Ending.OPEN, WHY)
    handing.settle(as_user(alice, "bob"), CLAIM, Outcome.CUT, "Not in this one.")
    with pytest.raises(GuardError, match="was cut by bob, who settled a dispute"):
        handing.close(eva, CLAIM, Ending.OPEN, WHY)


def closed_draft(
    folder: Path, ending: Ending, wording: str = "", *, says: str = QUAY, rated: bool = False
) -> Workbench:
    """A draft of which the claim on the quay was closed at the deadline."""
    bench = Workbench.open(folder / "draft", user="eva", create=True)
    draft(bench, says, SHEDS)
    if rated:
        bench.set_verdict(claim_with(bench, "300 metres"), "no-evidence-found", "searched")
    set_deadline(bench, bench.articles()[0], NOON - timedelta(days=1000))
    handing.close(bench, claim_with(bench, "300 metres"), ending, WHY, wording=wording)
    return bench


def closing_of(bench: Workbench) -> str:
    return bench.store.summary(claim_with(bench, "300 metres")).closing


@pytest.mark.parametrize(
    ("wording", "after", "became"),
    [
        ("The new quay is about 300 metres long", "The new quay is about 300 metres long.", "published hedged"),
        ("The town’s  quay is some 300 metres long", "The town's quay is some 300 metres long.", "published hedged"),
        ("The new quay is about 300 metres long", "The new quay is some 300 metres long.", "to be hedged"),
        ("The new quay is about 300 metres long", QUAY, "to be hedged"),
    ],
)
def test_a_hedge_counts_once_the_text_has_it(tmp_path: Path, wording: str, after: str, became: str) -> None:
    eva = closed_draft(tmp_path, Ending.HEDGED, wording)
    assert closing_of(eva) == "to be hedged"
    assert blocked(eva)[0] == "to be hedged, and still in the text"
    again(eva, after, SHEDS)
    assert closing_of(eva) == became
    assert len(blocked(eva)) == (1 if became == "published hedged" else 2)
    assert list(differing_states(eva.store)) == []


def test_a_proposal_that_nobody_signed_is_not_stale_where_the_text_reads_as_it_was_to_be_hedged(tmp_path: Path) -> None:
    hedge = "The new quay is about 300 metres long"
    eva = closed_draft(tmp_path, Ending.HEDGED, hedge, rated=True)
    again(eva, f"{hedge}.", SHEDS)
    claim = claim_with(eva, "300 metres")
    row = eva.store.summary(claim)
    assert (row.review_state, row.closing) == (ReviewState.PROPOSED, "published hedged")
    assert failing(eva.summaries(), [Gate.STALE]) == {}
    assert stale_claims(eva, eva.articles()[0]) == ()
    assert not list(differing_states(eva.store))
    with sqlite3.connect(eva.workspace / "factcheck.db") as database:  # what a program before 2026-12 wrote
        (written,) = database.execute("SELECT payload FROM claim_state WHERE claim = ?", (claim,)).fetchone()
        earlier = written.replace('"review_state":"proposed"', '"review_state":"stale"')
        assert earlier != written
        database.execute("UPDATE claim_state SET payload = ?, review_state = 'stale' WHERE claim = ?", (earlier, claim))
    assert not list(differing_states(eva.store))
    handing.reopen(eva, claim, "They called.")
    assert eva.store.summary(claim).review_state is ReviewState.STALE, "the verdict is of the words before"
    assert [one.claim.id for one in stale_claims(eva, eva.articles()[0])] == [claim]


@pytest.mark.parametrize("wording", ["The new quay is 300 metres", "The new quay is 300 metres."])
def test_a_hedge_may_leave_out_the_last_words(tmp_path: Path, wording: str) -> None:
    eva = closed_draft(tmp_path, Ending.HEDGED, wording, says="The new quay is 300 metres long and 40 wide.")
    assert closing_of(eva) == "to be hedged"
    again(eva, "The new quay is 300 metres.", SHEDS)
    assert closing_of(eva) == "published hedged"


@pytest.mark.parametrize(("after", "became"), [(QUAY, "published open"), ("The new quay is 300 metres wide.", "")])
def test_what_was_published_open_is_open_where_its_words_changed(tmp_path: Path, after: str, became: str) -> None:
    eva = closed_draft(tmp_path, Ending.OPEN)
    again(eva, after, SHEDS)
    assert closing_of(eva) == became


def test_the_decision_is_taken_back_with_a_reason(eva: Workbench) -> None:
    with pytest.raises(GuardError, match="was not closed"):
        handing.reopen(eva, CLAIM, "They called.")
    handing.close(eva, CLAIM, Ending.CUT, WHY)
    with pytest.raises(GuardError, match="takes a reason"):
        handing.reopen(eva, CLAIM, " ")
    assert handing.reopen(eva, CLAIM, "They called.").review_state is ReviewState.EXTRACTED
    with pytest.raises(GuardError, match="your last decision is a decision at the deadline"):
        eva.undo()


@pytest.mark.parametrize(
    ("ending", "reason", "wording", "told"),
    [
        (Ending.OPEN, " ", "", "takes a reason"),
        (Ending.HEDGED, WHY, "", "a hedge takes the wording"),
        (Ending.OPEN, WHY, "perhaps", "only a hedge has a wording"),
        (Ending.HEDGED, WHY, "The harbour  has 1 cranes", "is what stands there already"),
    ],
)
def test_what_a_decision_at_the_deadline_takes(
    eva: Workbench, ending: Ending, reason: str, wording: str, told: str
) -> None:
    with pytest.raises(GuardError, match=told):
        handing.close(eva, CLAIM, ending, reason, wording=wording)


def test_before_the_deadline_a_claim_is_checked(eva: Workbench) -> None:
    article = eva.articles()[0]
    set_deadline(eva, article, NOON + timedelta(days=1))
    with pytest.raises(GuardError, match=r"the deadline of its article is not reached: 2026-11-25 12:00 UTC"):
        handing.close(eva, CLAIM, Ending.OPEN, WHY)
    set_deadline(eva, article, None)
    with pytest.raises(GuardError, match="the deadline of its article is not set"):
        handing.close(eva, CLAIM, Ending.OPEN, WHY)


def test_only_an_editor_decides(alice: Workbench) -> None:
    (alice.workspace / "factcheck.toml").write_text('[workflow.people]\nbob = ["reviewer"]\n')
    with pytest.raises(GuardError, match="may not take the step 'close': it is for editor"):
        handing.close(as_user(alice, "bob"), CLAIM, Ending.OPEN, WHY)


def test_after_the_deadline_the_status_names_the_command_that_closes(eva: Workbench) -> None:
    commands = [one.command for one in status_of(eva, eva.articles()[0]).blockers]
    assert commands[0] == f"--user NAME review close {CLAIM} open --reason TEXT"


def test_after_the_deadline_the_signing_of_what_has_a_verdict_is_told_first(alice: Workbench, eva: Workbench) -> None:
    article = eva.articles()[0]
    alice.set_verdict(CLAIM, "confirmed", "The register.", cite=[alice.claim(CLAIM).evidence[0].id])
    tick_items(alice, CLAIM)
    told = status_of(eva, article).blockers[0]
    assert told.command == f"--user NAME review sign {CLAIM}"
    assert f"review close {CLAIM} open" in told.what
