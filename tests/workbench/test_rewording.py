"""A revision with exactly the accepted wording keeps everything, any other is stale; what was cut may just be gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.domain import ReviewState, WordingState
from factcheck.errors import GuardError
from factcheck.workbench import Workbench, editing
from factcheck.workbench.articles import status_of
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.differences import Became, Change, orphans, revised
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.ticking import tick
from factcheck.workbench.wording import propose, settle
from tests.keys import as_user
from tests.workbench.test_revising import COST, OPENED, QUAY, SHEDS, SOURCE, again, claim_with, draft, sign_all, states

pytestmark = pytest.mark.both

LONGER = "The new quay is 310 metres long."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(bench, QUAY, SHEDS, COST, corpus=[tmp_path / "register.txt"])
    return bench


def accept(bench: Workbench, words: str, text: str) -> str:
    claim = claim_with(bench, words)
    propose(bench, claim, text)
    settle(as_user(bench, "eva"), claim, WordingState.ACCEPTED)
    return claim


def changes(bench: Workbench) -> dict[str, Change]:
    found = revised(bench, bench.articles()[0])
    assert found
    return {one.now.rstrip(".") or one.before.rstrip("."): one for one in found.changes}


def is_sound(bench: Workbench) -> bool:
    return list(differing_states(bench.store)) == [] and first_wrong_row(bench.store) == ""


def test_exactly_the_accepted_words_keep_verdict_evidence_and_sign_off(alice: Workbench) -> None:
    old = accept(alice, "300 metres", LONGER)
    alice.add_note(old, "rang the harbour master")
    sign_all(alice, "300 metres", "12 sheds")
    before = alice.claim(old).state
    again(alice, SHEDS, LONGER.replace(" ", "  "), COST)
    view = alice.claim(claim_with(alice, "310"))
    assert view.state.review_state is ReviewState.SIGNED
    assert view.state.sign_off
    assert (view.state.sign_off.user, view.state.sign_off.holds_with) == ("bob", view.state.binding)
    assert (view.state.verdict, len(view.state.stances), view.state.notes) == (before.verdict, 1, before.notes)
    assert view.state.wording
    assert (view.state.wording.applied, view.summary.wording_state) == (True, "applied")
    change = changes(alice)["The  new  quay  is  310  metres  long"]
    assert (change.became, change.before.rstrip("."), change.state) == (Became.REWORDED, QUAY.rstrip("."), "signed")
    assert change.wording
    assert [row.id for row in alice.summaries() if "310" in row.verbatim] == [view.claim.id]
    assert not [one for one in status_of(alice, alice.articles()[0]).blockers if one.claim == view.claim.id]
    assert is_sound(alice)
    again(alice, LONGER, COST)  # and so does the revision after that
    assert states(alice)[view.claim.verbatim.replace("  ", " ")] == "signed"
    assert is_sound(alice)


@pytest.mark.parametrize(
    "now",
    [
        "The new quay is 311 metres long.",
        "The new quay is about 310 metres long.",
        "The new quay is 310 metres long, the register says.",
        "The New quay is 310 metres long.",
    ],
)
def test_any_other_words_are_stale_and_the_wording_waits_on(alice: Workbench, now: str) -> None:
    accept(alice, "300 metres", LONGER)
    sign_all(alice, "300 metres")
    again(alice, now, SHEDS, COST)
    row = next(row for row in alice.summaries() if "31" in row.verbatim)
    assert row.review_state is ReviewState.STALE
    assert changes(alice)[row.verbatim.rstrip(".")].became is Became.CHANGED
    blocked = [
        one.what.partition("; ")[0] for one in status_of(alice, alice.articles()[0]).blockers if one.claim == row.id
    ]
    there = LONGER.rstrip(".") in now
    assert blocked == ["stale"] + ["accepted in other words, which are not in the text"] * (not there)
    assert is_sound(alice)


def test_words_that_the_text_has_now_are_no_longer_refused(alice: Workbench) -> None:
    accept(alice, "300 metres", LONGER)
    again(alice, LONGER, SHEDS, COST)
    claim = claim_with(alice, "310 metres")
    with pytest.raises(GuardError, match="the text has the accepted words now"):
        settle(alice, claim, WordingState.STET, reason="so")
    assert propose(alice, claim, QUAY).wording
    assert settle(alice, claim, WordingState.CUT).wording


def test_the_words_of_a_claim_that_left_the_list_are_nobody_s(alice: Workbench) -> None:
    claim = accept(alice, "300 metres", LONGER)
    told = editing.split(alice, claim, alice.claim(claim).claim.start + QUAY.index("300")).remarks
    assert told == ("the decisions on claim 1 stay with it, out of the list",)
    again(alice, LONGER, SHEDS, COST)
    assert not [row for row in alice.summaries() if row.wording_state]
    assert is_sound(alice)


@pytest.mark.parametrize("decided", [None, WordingState.STET, WordingState.CUT])
def test_only_what_was_accepted_keeps_the_sign_off(alice: Workbench, decided: WordingState | None) -> None:
    claim = claim_with(alice, "300 metres")
    propose(alice, claim, LONGER)
    if decided:
        settle(as_user(alice, "eva"), claim, decided, reason="so")
    sign_all(alice, "300 metres")
    again(alice, LONGER, SHEDS, COST)
    assert [row.review_state for row in alice.summaries() if row.id == claim_with(alice, "310") and row.reviewer] in (
        [ReviewState.STALE],
        [],
    )


def test_words_that_stay_as_they_were_keep_everything_and_wait_on(alice: Workbench) -> None:
    accept(alice, "300 metres", LONGER)
    sign_all(alice, "300 metres")
    again(alice, QUAY, SHEDS)
    row = next(row for row in alice.summaries() if "300" in row.verbatim)
    assert (row.review_state, row.wording_state) == (ReviewState.SIGNED, "accepted")
    again(alice, QUAY, LONGER, SHEDS)  # the old words are there still: the new ones are another claim's
    found = {row.verbatim.rstrip("."): (str(row.review_state), row.wording_state) for row in alice.summaries()}
    assert found[QUAY.rstrip(".")] == ("signed", "accepted")
    assert found[LONGER.rstrip(".")] == ("extracted", "")
    assert is_sound(alice)


def test_a_wording_may_be_two_sentences_or_stand_elsewhere(alice: Workbench) -> None:
    two = "The new quay is 310 metres long. It opened in May."
    accept(alice, "300 metres", two)
    sign_all(alice, "300 metres", "12 sheds")
    again(alice, OPENED, SHEDS, two, COST)
    rows = [row for row in alice.summaries() if row.wording_state]
    assert [(row.verbatim.rstrip("."), row.review_state) for row in rows] == [(two.rstrip("."), ReviewState.SIGNED)]
    assert not [row for row in alice.summaries() if row.verbatim.startswith("It opened in")]  # signed with the first
    assert is_sound(alice)


def test_ticks_go_with_their_words_and_a_verdict_that_nobody_signed_stays_proposed(alice: Workbench) -> None:
    claim = accept(alice, "4 million", "The town paid 4 million crowns for the quay.")
    alice.set_verdict(claim, "confirmed", "register", cite=[alice.claim(claim).evidence[0].id])
    tick(alice, claim, ["number"], reason="told by phone")
    again(alice, QUAY, SHEDS, "The town paid 4 million crowns for the quay.")
    view = alice.claim(claim_with(alice, "for the quay"))
    assert view.state.review_state is ReviewState.PROPOSED
    assert [one.reason for one in view.state.ticks.values()] == ["told by phone"]


def test_a_date_in_the_new_words_is_signed_with_them_unless_it_is_read_from_another_day(alice: Workbench) -> None:
    dated = "The new quay is 300 metres long since last May."
    accept(alice, "300 metres", dated)
    sign_all(alice, "300 metres")
    with Workbench.open(alice.workspace, user="alice") as other:
        again(other, dated, SHEDS, COST)
        assert next(row for row in other.summaries() if "May" in row.verbatim).review_state is ReviewState.SIGNED
    (article,) = alice.articles()
    draft(alice, dated, SHEDS, of=article.id, published=date(2023, 11, 14))
    assert next(row for row in alice.summaries() if "May" in row.verbatim).review_state is ReviewState.STALE


def test_of_two_wordings_in_a_sentence_both_or_one_may_be_there(tmp_path: Path) -> None:
    both = "Maren Holt said that the quay is 300 metres long, and Idris Calder said that it has 12 sheds."
    first, second = "the quay is 310 metres long", "it has 14 sheds"
    for name, now, expected in (
        ("both", both.replace("300", "310").replace("12", "14"), {"310": "signed", "14": "signed"}),
        ("one", both.replace("300", "310"), {"310": "signed", "12": "stale"}),
        ("neither", both.replace("300", "320").replace("12", "14"), {"320": "stale", "14": "stale"}),
    ):
        (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
        bench = Workbench.open(tmp_path / name, user="alice", create=True)
        draft(bench, both, COST, corpus=[tmp_path / "register.txt"])
        assert len(list(bench.summaries())) == 3
        accept(bench, "300 metres", first)
        accept(bench, "12 sheds", second)
        sign_all(bench, "300 metres", "12 sheds")
        again(bench, now, COST)
        found = {row.verbatim: str(row.review_state) for row in bench.summaries()}
        assert {words: state for words in expected for told, state in found.items() if words in told} == expected
        assert is_sound(bench)


def test_what_was_cut_and_is_gone_is_removed_and_no_orphan(alice: Workbench) -> None:
    claim = claim_with(alice, "12 sheds")
    sign_all(alice, "300 metres", "12 sheds")
    settle(as_user(alice, "eva"), claim, WordingState.CUT, reason="not ours")
    again(alice, QUAY, "It has a crane.", COST)
    assert orphans(alice.store, alice.articles()[0].revision) == ()
    change = changes(alice)[SHEDS.rstrip(".")]
    assert (change.became, change.old) == (Became.REMOVED, claim)
    assert change.wording
    assert (change.wording.state, change.wording.reason) == (WordingState.CUT, "not ours")
    assert not [one for one in status_of(alice, alice.articles()[0]).blockers if "cut" in one.what]
    assert is_sound(alice)


def test_what_was_cut_from_within_a_sentence_is_gone_and_the_rest_is_looked_at(tmp_path: Path) -> None:
    both = "Maren Holt said that the quay is 300 metres long, and Idris Calder said that it has 12 sheds."
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(bench, both, COST, corpus=[tmp_path / "register.txt"])
    sign_all(bench, "300 metres", "12 sheds")
    cut = claim_with(bench, "12 sheds")
    settle(as_user(bench, "eva"), cut, WordingState.CUT)
    again(bench, "Maren Holt said that the quay is 300 metres long.", COST)
    assert orphans(bench.store, bench.articles()[0].revision) == ()
    assert [row.review_state for row in bench.summaries() if "300" in row.verbatim] == [ReviewState.STALE]
    assert [one.became for one in changes(bench).values() if one.old == cut] == [Became.REMOVED]


def test_what_was_cut_and_still_stands_there_in_part_is_no_removal(alice: Workbench) -> None:
    claim = claim_with(alice, "12 sheds")
    sign_all(alice, "12 sheds")
    settle(as_user(alice, "eva"), claim, WordingState.CUT)
    again(alice, QUAY, f"{SHEDS.rstrip('.')} now.", COST)
    row = next(row for row in alice.summaries() if "12 sheds" in row.verbatim)
    assert (row.review_state, row.wording_state) == (ReviewState.STALE, "cut")
    assert "cut, and still in the text" in [one.what for one in status_of(alice, alice.articles()[0]).blockers]
