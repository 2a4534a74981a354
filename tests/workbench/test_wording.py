"""Another wording for a claim: who proposes, who decides, what a sign-off binds of it, what the article waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.domain import Outcome, ReviewState, Stance, WordingState
from factcheck.errors import ConflictError, GuardError
from factcheck.review.article import ArticleState
from factcheck.review.binding import why_stale
from factcheck.review.wording import fitted, misquoting
from factcheck.text.quotations import find_quotations
from factcheck.workbench import Workbench, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.handover import handover
from factcheck.workbench.queue import queue
from factcheck.workbench.stale import sign_nothing_material, stale_claims
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.triaging import set_deadline
from factcheck.workbench.wording import propose, settle, take_back
from tests.factory import first_fault, make_bench, make_claim
from tests.keys import as_user

pytestmark = pytest.mark.both

CLAIM, OTHER = "c0001", "c0002"
NEW = "The harbour had one crane in May."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return make_bench(tmp_path)


@pytest.fixture
def bob(alice: Workbench) -> Workbench:
    return as_user(alice, "bob")


def verdict(bench: Workbench, claim: str = CLAIM, **how: str) -> None:
    bench.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
    bench.set_verdict(claim, "wording-to-fix", "Report a says so", **how)


def sign(bench: Workbench, claim: str = CLAIM) -> None:
    bench.sign(claim, bench.claim(claim).state.binding)


def blocked(bench: Workbench) -> list[str]:
    return [f"{one.what}: {one.command}" for one in status_of(bench, bench.articles()[0]).blockers]


def test_a_verdict_carries_a_wording_and_the_list_has_it(alice: Workbench) -> None:
    verdict(alice, wording=f" {NEW}\n")
    known = alice.claim(CLAIM).state.wording
    assert known
    assert (known.before, known.text, known.state, known.user) == (
        "The harbour has 1 cranes.", NEW, WordingState.OPEN, "alice",
    )  # fmt: skip
    row = next(alice.summaries())
    assert (row.wording, row.wording_state) == (NEW, "open")
    assert [event.kind for event in alice.history(CLAIM)][-2:] == ["verdict", "wording-proposed"]
    alice.set_verdict(CLAIM, "wording-to-fix", "Report a, page 2", wording=NEW)  # the same is not proposed twice
    assert alice.history(CLAIM)[-1].kind == "verdict"


def test_it_is_accepted_let_stand_with_a_reason_or_cut(alice: Workbench, bob: Workbench) -> None:
    propose(alice, CLAIM, NEW)
    with pytest.raises(GuardError, match="takes a reason"):
        settle(bob, CLAIM, WordingState.STET, reason=" ")
    for outcome, reason in ((WordingState.ACCEPTED, ""), (WordingState.STET, "a quotation"), (WordingState.CUT, "")):
        known = settle(bob, CLAIM, outcome, reason=reason).wording
        assert known
        assert (known.state, known.reason, known.settled_by, known.user, known.text) == (
            outcome, reason, "bob", "alice", NEW,
        )  # fmt: skip
        with pytest.raises(GuardError, match=f"is {outcome} already, by bob"):
            settle(alice, CLAIM, outcome, reason="again")
    assert take_back(alice, CLAIM).wording is None
    assert next(alice.summaries()).wording_state == ""
    with pytest.raises(GuardError, match="no other wording is proposed"):
        take_back(alice, CLAIM)
    assert list(differing_states(alice.store)) == []
    assert first_fault(alice.events()) == ""


def test_what_is_not_proposed_is_not_decided_on_but_words_may_be_cut_without_others(alice: Workbench) -> None:
    for outcome in (WordingState.ACCEPTED, WordingState.STET):
        with pytest.raises(GuardError, match="no other wording is proposed"):
            settle(alice, CLAIM, outcome, reason="why")
    known = settle(alice, CLAIM, WordingState.CUT).wording
    assert known
    assert (known.before, known.text, known.user) == ("The harbour has 1 cranes.", "", "alice")
    with pytest.raises(GuardError, match="no other wording is proposed"):
        settle(alice, CLAIM, WordingState.ACCEPTED)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "has words"),
        (" \n ", "has words"),
        ("The  harbour has 1 cranes.", "stands there already"),
    ],
)
def test_a_proposal_has_other_words_than_stand_there(alice: Workbench, text: str, why: str) -> None:
    with pytest.raises(GuardError, match=why):
        propose(alice, CLAIM, text)
    assert alice.claim(CLAIM).state.wording is None


@pytest.mark.parametrize(
    ("verbatim", "behind", "text", "kept"),
    [
        ("It has 6.", " ", "It has 5", "It has 5."),
        ("It has 6.", " ", "It has 5!", "It has 5!"),
        ("It has 6.", " ", "He said “five.”", "He said “five.”"),
        ("It has 6", ".", "It has 5.", "It has 5"),
        ("It has 6", ",", "It has 5.", "It has 5."),
        ("It has 6", "", "It has 5", "It has 5"),
        ("It has 6", ".", "It\nhas\r\n5", "It has 5"),
        ("It has 6", ".", ".", ""),
        ("It has 6", ".", " ", ""),
    ],
)
def test_a_sentence_ends_once_however_it_is_typed(verbatim: str, behind: str, text: str, kept: str) -> None:
    assert fitted(text, make_claim(1, verbatim, 0), behind) == kept


def test_the_same_is_not_proposed_twice_but_may_be_after_it_was_decided(alice: Workbench) -> None:
    propose(alice, CLAIM, NEW)
    with pytest.raises(GuardError, match="is proposed already, by alice"):
        propose(alice, CLAIM, NEW)
    settle(alice, CLAIM, WordingState.STET, reason="why")
    known = propose(alice, CLAIM, NEW).wording
    assert known
    assert known.state is WordingState.OPEN


def test_a_sign_off_binds_old_and_new_words_and_what_was_decided(alice: Workbench, bob: Workbench) -> None:
    verdict(alice)
    bindings = [alice.claim(CLAIM).state.binding]
    steps = (
        lambda: propose(alice, CLAIM, NEW),
        lambda: propose(alice, CLAIM, f"{NEW} It sank."),
        lambda: settle(alice, CLAIM, WordingState.ACCEPTED),
        lambda: settle(alice, CLAIM, WordingState.STET, reason="one"),
        lambda: settle(alice, CLAIM, WordingState.CUT, reason="two"),
    )
    for step in steps:
        step()
        bindings.append(alice.claim(CLAIM).state.binding)
    assert len(set(bindings)) == len(bindings)
    take_back(alice, CLAIM)
    assert alice.claim(CLAIM).state.binding == bindings[0]  # without one, the digest is the one of before
    sign(bob)
    for step in steps[:3]:
        step()
        assert alice.claim(CLAIM).state.review_state is ReviewState.STALE


def test_a_stale_sign_off_says_how_the_wording_differs(alice: Workbench, bob: Workbench) -> None:
    verdict(alice, wording=NEW)
    sign(bob)
    state = settle(alice, CLAIM, WordingState.ACCEPTED)
    assert why_stale(state) == "its wording was open and is accepted"
    assert "another wording is proposed" in why_stale(propose(alice, CLAIM, "No crane stands there."))
    (found,) = stale_claims(alice, alice.articles()[0])
    assert found.signed_wording
    assert (found.signed_wording.text, found.wording and found.wording.text) == (NEW, "No crane stands there.")
    assert "alice decided on it since it was signed (wording-proposed)" in found.apart
    eva = as_user(alice, "eva")
    with pytest.raises(GuardError, match="look at it by itself"):
        sign_nothing_material(eva, {CLAIM: found.binding})
    sign(eva)
    assert "taken back" in why_stale(take_back(alice, CLAIM))


def test_who_proposes_cuts_or_lets_stand_does_not_sign_and_who_accepts_may(alice: Workbench) -> None:
    verdict(alice)
    people = {name: as_user(alice, name) for name in ("bob", "cyd", "dan", "eva")}
    propose(people["bob"], CLAIM, NEW)
    settle(people["cyd"], CLAIM, WordingState.STET, reason="why")
    settle(people["dan"], CLAIM, WordingState.ACCEPTED)
    settled = {name: bool(bench.blockers(CLAIM)) for name, bench in people.items()}
    assert settled == {"bob": True, "cyd": True, "dan": False, "eva": False}


def test_undo_and_redo_go_through_all_of_it(alice: Workbench, bob: Workbench) -> None:
    verdict(alice, wording=NEW)
    settle(bob, CLAIM, WordingState.ACCEPTED)
    with pytest.raises(ConflictError, match="changed by bob"):
        alice.undo()  # what bob accepted is not taken away under him
    assert bob.undo()
    assert next(alice.summaries()).wording_state == "open"
    assert bob.redo()
    assert next(alice.summaries()).wording_state == "accepted"
    assert bob.undo()
    assert alice.undo()
    state = alice.claim(CLAIM).state
    assert (state.wording, state.verdict) == (None, None)  # given in one, taken back in one
    assert alice.redo()
    state = alice.claim(CLAIM).state
    assert (next(alice.summaries()).wording, state.verdict and state.verdict.rating) == (NEW, "wording-to-fix")
    assert list(differing_states(alice.store)) == []


def test_a_wording_proposed_by_itself_is_taken_back_by_itself(alice: Workbench) -> None:
    verdict(alice)
    propose(alice, CLAIM, NEW)
    assert alice.undo()
    state = alice.claim(CLAIM).state
    assert (state.wording, state.verdict and state.verdict.rating) == (None, "wording-to-fix")


def test_whoever_saw_an_earlier_state_is_told_and_loses_nothing(alice: Workbench, bob: Workbench) -> None:
    propose(alice, CLAIM, NEW)
    seen = bob.claim(CLAIM).state.seq
    propose(alice, CLAIM, f"{NEW} It sank.")
    with pytest.raises(ConflictError, match="changed by alice"):
        settle(bob, CLAIM, WordingState.ACCEPTED, seen=seen)


def test_what_is_disputed_is_settled_before_its_words_are(alice: Workbench, bob: Workbench) -> None:
    verdict(alice, wording=NEW)
    handing.dispute(bob, CLAIM, "it had two")
    for step in (lambda: settle(bob, CLAIM, WordingState.ACCEPTED), lambda: propose(bob, CLAIM, "It had two.")):
        with pytest.raises(GuardError, match="is disputed"):
            step()
    handing.settle(as_user(alice, "eva"), CLAIM, Outcome.KEEP, "the report is right")
    assert settle(bob, CLAIM, WordingState.ACCEPTED).wording


def test_the_workflow_says_who_may_decide(alice: Workbench) -> None:
    rules = '[workflow.people]\nalice = ["checker"]\nwim = ["writer"]\n'
    (alice.workspace / "factcheck.toml").write_text(rules)
    checker, writer = as_user(alice, "alice"), as_user(alice, "wim")
    with pytest.raises(GuardError, match="may not take the step 'propose'"):
        propose(writer, CLAIM, NEW)
    propose(checker, CLAIM, NEW)
    with pytest.raises(GuardError, match="may not take the step 'reword': it is for writer, reviewer, editor"):
        settle(checker, CLAIM, WordingState.ACCEPTED)
    assert settle(writer, CLAIM, WordingState.ACCEPTED).wording


def test_an_open_wording_holds_the_article_back_and_so_does_one_that_the_text_does_not_have(
    alice: Workbench, bob: Workbench
) -> None:
    for claim in (CLAIM, OTHER):
        verdict(alice, claim)
        sign(bob, claim)
    assert blocked(alice) == []
    propose(alice, CLAIM, NEW)
    open_one = f"proposed in other words, and nobody has decided on them: --user NAME claim wording {CLAIM} accept"
    stale, other = blocked(alice)
    assert stale.startswith("stale; the source policy asks for 1 primary")
    assert (stale.rpartition(": ")[2], other) == (f"review submit {CLAIM} --exception REASON", open_one)
    settle(bob, CLAIM, WordingState.ACCEPTED)
    sign(bob)
    assert blocked(alice) == ["accepted in other words, which are not in the text: check FILE --revision-of a1"]
    now = status_of(alice, alice.articles()[0])
    with pytest.raises(GuardError, match="is not ready: claim 1 is accepted in other words"):
        sign_article(alice, now.article, now.binding)
    settle(as_user(alice, "eva"), CLAIM, WordingState.CUT)
    assert blocked(alice) == ["cut, and still in the text: check FILE --revision-of a1"]
    settle(alice, CLAIM, WordingState.STET, reason="a quotation")
    sign(bob)
    now = status_of(alice, alice.articles()[0])
    assert now.state is ArticleState.READY
    assert "claim 1: the words stand, by alice: a quotation" in now.remarks
    sign_article(alice, now.article, now.binding)
    publish(alice, now.article, now.binding)
    with pytest.raises(GuardError, match="was published"):
        propose(alice, CLAIM, NEW)


def test_an_open_wording_waits_for_who_may_decide_on_it_before_anybody_signs(alice: Workbench, bob: Workbench) -> None:
    verdict(alice, wording=NEW)
    assert [one.command for one in queue(bob) if one.claim.id == CLAIM] == [f"claim wording {CLAIM} accept"]
    assert [one.command for one in queue(alice) if one.claim.id == CLAIM] == [
        f"review submit {CLAIM} --exception REASON"
    ]
    sign(bob)
    (handed,) = handover(alice, alice.articles())
    assert [one.what for one in handed.waiting] == ["the writer or an editor, to decide on the wording"]
    settle(bob, CLAIM, WordingState.ACCEPTED)
    sign(bob)
    assert [one.claim.id for one in queue(bob)] == [OTHER]
    (following,) = (one for one in handover(alice, alice.articles())[0].next if one.claim.id == CLAIM)
    assert following.what == "accepted in other words, which are not in the text"


def test_what_is_published_open_at_the_deadline_is_so_with_its_wording_until_that_is_decided(
    alice: Workbench,
) -> None:
    set_deadline(alice, alice.articles()[0], alice.now() - timedelta(hours=1))
    propose(alice, CLAIM, NEW)
    handing.close(alice, CLAIM, handing.Ending.OPEN, "no answer")
    assert not [one for one in blocked(alice) if CLAIM in one]
    settle(alice, CLAIM, WordingState.ACCEPTED)  # whoever decides takes up what was closed
    assert len([one for one in blocked(alice) if "accepted in other words" in one]) == 1


def quoting(text: str, claimed: str):
    start = text.index(claimed)
    return replace(make_claim(1, claimed, start), quotations=tuple(find_quotations(text)))


@pytest.mark.parametrize(
    ("text", "claimed", "wording", "warned"),
    [
        (
            "The pilot called the pier “a drowned cathedral”.",
            "",
            "The pilot called the pier “a sunken cathedral”.",
            True,
        ),
        (
            "The pilot called the pier “a drowned cathedral”.",
            "",
            'The pilot named the pier "a drowned cathedral".',
            False,
        ),
        ("The pilot called the pier “a drowned cathedral”.", "", "The pilot called the pier a “cathedral”.", False),
        ("The pilot called the pier “a drowned cathedral”.", "", "The pilot called the pier a cathedral.", True),
        ("“We own nine tugs. We sold two,” she said.", "We own nine tugs.", "We own eight tugs.", True),
        ("The harbour has nine tugs.", "", "The harbour has eight tugs.", False),
    ],
)
def test_a_wording_that_changes_quoted_words_is_warned_of(text: str, claimed: str, wording: str, warned: bool) -> None:
    told = misquoting(quoting(text, claimed or text), wording)
    assert bool(told) is warned
    assert all(one.startswith("the wording changes words that are quoted: “") for one in told)
