"""A revised draft keeps what it can prove unchanged: decisions go with their words, and never jump to others."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.domain import ReviewState, Stance, WordingState
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.workbench import Workbench, editing, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.checking import CheckReport, check
from factcheck.workbench.differences import Became, drop, orphans, place, revised
from factcheck.workbench.queue import queue
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.ticking import left_in, tick
from factcheck.workbench.wording import settle
from tests.factory import tick_items

pytestmark = pytest.mark.both

HEAD = "A quay for the harbour\n\n14 November 2024\n\n"
QUAY = "The new quay is 300 metres long."
SHEDS = "The harbour has 12 sheds."
COST = "The town paid 4 million crowns for the work."
OPENED = "The mayor opened it on 2 May 2024."
SOURCE = "The quay is 300 metres long, the register says. It has 12 sheds and cost 4 million crowns."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(bench, QUAY, SHEDS, COST, corpus=[tmp_path / "register.txt"])
    return bench


def draft(
    bench: Workbench, *sentences: str, of: str = "", corpus: list[Path] | None = None, **how: date
) -> CheckReport:
    text = HEAD + "\n\n".join(sentences) + "\n"
    return check(
        bench, parse_article(text.encode(), "quay.txt"), "quay.txt", corpus_paths=corpus or [], revision_of=of, **how
    )


def again(bench: Workbench, *sentences: str) -> CheckReport:
    (article,) = bench.articles()
    return draft(bench, *sentences, of=article.id)


def claim_with(bench: Workbench, words: str) -> str:
    (found,) = [row.id for row in bench.summaries() if words in row.verbatim]
    return found


def sign_all(bench: Workbench, *words: str) -> None:
    bob = Workbench.open(bench.workspace, user="bob")
    for one in words:
        claim = claim_with(bench, one)
        bench.set_stance(claim, bench.claim(claim).evidence[0].id, Stance.CORROBORATES)
        bench.set_verdict(claim, "confirmed", f"the register has {one}")
        tick_items(bench, claim)
        bob.sign(claim, bob.claim(claim).state.binding)


def states(bench: Workbench) -> dict[str, str]:
    return {row.verbatim: str(row.review_state) for row in bench.summaries()}


def test_what_is_the_same_or_moved_keeps_everything_and_the_record_holds(alice: Workbench) -> None:
    sign_all(alice, "300 metres", "12 sheds")
    alice.add_note(claim_with(alice, "300 metres"), "rang the harbour master")
    again(alice, OPENED, "“It’s here.”", SHEDS, COST, QUAY.replace(" ", "  "))
    told = {words.replace("  ", " ").rstrip("."): state for words, state in states(alice).items()}
    assert told[QUAY.rstrip(".")] == told[SHEDS.rstrip(".")] == "signed"
    assert told[COST.rstrip(".")] == "extracted"
    view = alice.claim(claim_with(alice, "300"))
    assert view.state.verdict
    assert view.state.notes[0].text == "rang the harbour master"
    assert view.state.sign_off
    assert view.state.sign_off.holds_with == view.state.binding
    assert all(item.claim == view.claim.id for item in view.evidence)
    assert list(differing_states(alice.store)) == []
    assert first_wrong_row(alice.store) == ""


def test_what_a_program_before_2026_12_wrote_of_a_revision_still_counts(alice: Workbench) -> None:
    sign_all(alice, "300 metres", "12 sheds")
    again(alice, QUAY.replace("300", "350"), SHEDS, COST)
    row = claim_with(alice, "350 metres")
    with sqlite3.connect(alice.workspace / "factcheck.db") as database:
        (written,) = database.execute("SELECT payload FROM claim_state WHERE claim = ?", (row,)).fetchone()
        state = json.loads(written)
        assert state["stage"]["carried"].pop("rated"), "the verdict was of other words"
        state["stage"]["carried"].pop("kept")
        earlier = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
        database.execute("UPDATE claim_state SET payload = ?, rated = '' WHERE claim = ?", (earlier, row))
    assert list(differing_states(alice.store)) == []
    with sqlite3.connect(alice.workspace / "factcheck.db") as database:
        state["stage"]["carried"]["changed"] = False
        database.execute("UPDATE claim_state SET payload = ? WHERE claim = ?", (json.dumps(state), row))
    assert [one.claim for one in differing_states(alice.store)] == [row]


def test_a_sign_off_that_an_earlier_program_took_over_without_what_was_signed_still_counts(alice: Workbench) -> None:
    sign_all(alice, "12 sheds")
    again(alice, COST, QUAY, SHEDS)
    row = claim_with(alice, "12 sheds")
    with sqlite3.connect(alice.workspace / "factcheck.db") as database:
        (written,) = database.execute("SELECT payload FROM claim_state WHERE claim = ?", (row,)).fetchone()
        state = json.loads(written)
        signed = state["sign_off"]
        assert signed["digest"] != signed["taken_over"]
        signed["digest"] = signed.pop("taken_over")
        del signed["taken_over_by"]
        earlier = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
        database.execute("UPDATE claim_state SET payload = ? WHERE claim = ?", (earlier, row))
    assert list(differing_states(alice.store)) == []
    assert alice.claim(row).state.review_state == "signed"


def test_a_changed_claim_is_stale_with_its_difference_and_is_signed_anew(alice: Workbench) -> None:
    sign_all(alice, "300 metres", "12 sheds")
    again(alice, QUAY.replace("300", "350"), SHEDS, COST)
    claim = claim_with(alice, "350 metres")
    assert alice.claim(claim).state.review_state is ReviewState.STALE
    (change,) = [one for one in _revised(alice).changes if one.became is Became.CHANGED]
    assert ("300" in change.before, "350" in change.now) == (True, True)
    alice.set_verdict(claim, "contradicted", "the register has 300", cite=[alice.claim(claim).evidence[0].id])
    assert alice.claim(claim).state.review_state is ReviewState.STALE
    with pytest.raises(GuardError, match="alice set the verdict"):
        alice.sign(claim, alice.claim(claim).state.binding)
    tick_items(alice, claim)
    bob = Workbench.open(alice.workspace, user="bob")
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED


def test_the_evidence_is_judged_for_the_new_words_and_what_came_in_is_to_tick(alice: Workbench) -> None:
    sign_all(alice, "300 metres")
    bob = Workbench.open(alice.workspace, user="bob")
    old = alice.claim(claim_with(alice, "300 metres")).evidence[0].judgement
    again(alice, QUAY.replace("300", "350"), SHEDS, COST)
    again(alice, QUAY.replace("300", "350"), COST)  # and it stays so, however many revisions there are
    claim = claim_with(alice, "350 metres")
    view = alice.claim(claim)
    assert old.stance is Stance.CORROBORATES
    assert view.evidence[0].judgement.stance is not Stance.CORROBORATES
    assert not any("both say" in one.message for one in view.evidence[0].judgement.reasons)
    assert [item.span.text for item in left_in(alice.store, claim, view.state)] == ["350 metres"]
    with pytest.raises(GuardError, match=r"not ticked: .*350"):
        bob.sign(claim, view.state.binding)
    tick_items(alice, claim)
    alice.set_verdict(claim, "confirmed", "the register, page 4")
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED
    assert not list(differing_states(alice.store))


@pytest.mark.parametrize(
    "words",
    [
        "The new quay is 350 metres long.",
        "The new quay is not 300 metres long.",
        "The new quay of Westwick is 300 metres long.",
        "The new quay is 300 metres long since May 2020.",
        "The new “quay” is 300 metres long.",
        "The new quay is 300 metres short.",
    ],
)
def test_a_verdict_on_other_words_is_neither_submitted_nor_signed_until_it_is_given_anew(
    alice: Workbench, words: str
) -> None:
    sign_all(alice, QUAY, SHEDS)
    bob = Workbench.open(alice.workspace, user="bob")
    again(alice, words, SHEDS, COST)
    again(alice, words, COST)
    (claim,) = [row.id for row in alice.summaries() if row.verbatim.startswith("The new")]
    tick_items(alice, claim)
    other = r"the verdict was given on other words: “The new quay is 300 metres long\.”"
    with pytest.raises(GuardError, match=rf"{other}; give it anew: `factcheck claim verdict {claim} "):
        bob.sign(claim, bob.claim(claim).state.binding)
    with pytest.raises(GuardError, match=other):
        handing.submit(alice, claim, exception="no matter")
    (told,) = [one for one in status_of(bob, bob.articles()[0]).blockers if one.claim == claim]
    assert "stale; the verdict was given on other words: “The new quay is 300" in told.what
    assert told.command.startswith(f"claim verdict {claim} --rating RATING")
    (waits,) = [one for one in queue(alice) if one.claim.id == claim]
    assert waits.command == told.command
    assert not [one for one in queue(bob) if one.claim.id == claim]
    alice.set_verdict(claim, "confirmed", f"the register has {QUAY}")  # the same, on the words of now
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED
    assert not list(differing_states(alice.store))


@pytest.mark.parametrize("words", ["A new quay is 300 metres long.", "The new quay is 300 metres long"])
def test_a_verdict_on_words_that_differ_in_nothing_material_is_signed_as_it_stands(
    alice: Workbench, words: str
) -> None:
    sign_all(alice, QUAY)
    bob = Workbench.open(alice.workspace, user="bob")
    again(alice, words, SHEDS, COST)
    claim = claim_with(alice, "300 metres")
    tick_items(alice, claim)
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED


def test_words_that_were_accepted_for_those_that_were_rated_need_no_other_verdict(alice: Workbench) -> None:
    claim = claim_with(alice, "300 metres")
    alice.set_stance(claim, alice.claim(claim).evidence[0].id, Stance.CONFLICTS)
    alice.set_verdict(claim, "contradicted", "the register", wording="The new quay is 310 metres long.")
    bob = Workbench.open(alice.workspace, user="bob")
    settle(bob, claim, WordingState.ACCEPTED)
    again(alice, "The new quay is 310 metres long.", SHEDS, COST)
    claim = claim_with(alice, "310 metres")
    tick_items(alice, claim)
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED


def test_a_figure_that_came_in_is_to_tick_though_it_stands_in_the_source_until_a_verdict_is_given_on_it(
    alice: Workbench,
) -> None:
    sign_all(alice, "12 sheds")
    again(alice, QUAY, SHEDS.replace("12", "300"), COST)
    claim = claim_with(alice, "300 sheds")
    assert [item.span.text for item in left_in(alice.store, claim, alice.claim(claim).state)] == ["300"]
    judged = alice.claim(claim).evidence[0].id
    alice.set_verdict(claim, "confirmed", "the register has it", cite=[judged])
    assert left_in(alice.store, claim, alice.claim(claim).state) == ()


def test_a_claim_that_points_back_is_stale_where_what_it_points_at_is_another_sentence(tmp_path: Path) -> None:
    offered, bribed = (
        "The board was offered a ferry, a broker said.",
        "The county spent 5 million on bribes, a broker said.",
    )
    denied, length = "Helen Marsh denied this.", "The ferry is 40 metres long."
    (tmp_path / "call.txt").write_text("Call\n\nHelen Marsh denied this. The ferry is 40 metres long.\n")
    alice = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(alice, offered, denied, length, corpus=[tmp_path / "call.txt"])
    sign_all(alice, "denied this", "40 metres")
    again(alice, offered, denied, length, COST)
    assert (states(alice)["Helen Marsh denied this"], states(alice)[length]) == ("signed", "signed")
    again(alice, bribed, denied, length)
    assert (states(alice)["Helen Marsh denied this"], states(alice)[length]) == ("stale", "signed")


def test_a_proposed_verdict_on_other_words_is_stale_too(alice: Workbench) -> None:
    claim = claim_with(alice, "300 metres")
    alice.set_verdict(claim, "confirmed", "register", cite=[alice.claim(claim).evidence[0].id])
    again(alice, QUAY.replace("300", "350"), SHEDS, COST)
    changed = claim_with(alice, "350 metres")
    assert alice.claim(changed).state.review_state is ReviewState.STALE
    alice.set_verdict(changed, "confirmed", "looked again")
    assert alice.claim(changed).state.review_state is ReviewState.PROPOSED


def test_a_claim_that_was_withdrawn_and_restored_stays_in_the_list(alice: Workbench) -> None:
    cost = claim_with(alice, "4 million")
    editing.withdraw_claim(alice, cost, "not ours")
    editing.restore(alice, cost)
    again(alice, QUAY, f"{SHEDS} ", COST, OPENED)
    assert states(alice)[COST] == "extracted"
    assert list(differing_states(alice.store)) == []


def test_what_was_submitted_waived_withdrawn_or_made_by_hand_goes_with_its_words(alice: Workbench) -> None:
    (article,) = alice.articles()
    quay, sheds, cost = (claim_with(alice, words) for words in ("300 metres", "12 sheds", "4 million"))
    alice.set_verdict(quay, "confirmed", "register", cite=[alice.claim(quay).evidence[0].id])
    handing.submit(alice, quay, exception="the only register")
    handing.waive(alice, sheds, "nobody counts them")
    tick(alice, sheds, [], reason="small")
    editing.withdraw_claim(alice, cost, "not ours")
    start, end = editing.place_of(alice, article.revision, "12 sheds")
    editing.add(alice, article.revision, start, end)
    again(alice, OPENED, QUAY, SHEDS, COST)
    told = states(alice)
    assert told.pop(QUAY.rstrip("."), told.pop(QUAY, "")) == "in-review"
    assert "waived" in told.values()
    assert told["12 sheds"] == "extracted"
    assert not any("4 million" in words for words in told)
    assert [row.verbatim.rstrip(".") for row in alice.unticked()] == [COST.rstrip(".")]
    assert len(alice.claim(next(r.id for r in alice.summaries() if r.review_state == "waived")).state.ticks) >= 1
    assert first_wrong_row(alice.store) == ""


def test_who_decided_before_the_revision_cannot_sign_after_it(alice: Workbench) -> None:
    claim = claim_with(alice, "300 metres")
    alice.set_verdict(claim, "confirmed", "register", cite=[alice.claim(claim).evidence[0].id])
    again(alice, QUAY, SHEDS)
    now = claim_with(alice, "300 metres")
    with pytest.raises(GuardError, match="alice set the verdict"):
        alice.sign(now, alice.claim(now).state.binding)
    with pytest.raises(ConflictError, match="another revision"):
        alice.undo()


def test_a_decision_never_jumps_to_another_place_with_the_same_words(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS, COST, SHEDS, OPENED)
    first, second = sorted((row for row in alice.summaries() if "12 sheds" in row.verbatim), key=lambda row: row.start)
    alice.add_note(second.id, "the sheds of the other harbour")
    again(alice, OPENED, SHEDS, COST, QUAY)
    assert all(not alice.claim(row.id).state.notes for row in alice.summaries())
    (article,) = alice.articles()
    (orphan,) = orphans(alice.store, article.revision)
    assert orphan == second.id
    assert any("belong to no claim yet" in one.what for one in status_of(alice, article).blockers)
    target = claim_with(alice, "12 sheds")
    assert place(alice, orphan, target).notes[0].text == "the sheds of the other harbour"
    assert orphans(alice.store, article.revision) == ()
    with pytest.raises(InputError, match="is no orphan"):
        drop(alice, article.revision, orphan, "gone")
    assert first.id != second.id
    assert list(differing_states(alice.store)) == []


def test_an_orphan_that_nobody_takes_up_is_dropped_with_a_reason(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS, COST, SHEDS, OPENED)
    second = max((row for row in alice.summaries() if "12 sheds" in row.verbatim), key=lambda row: row.start)
    alice.add_note(second.id, "the sheds of the other harbour")
    again(alice, OPENED, SHEDS, COST, QUAY)
    (article,) = alice.articles()
    with pytest.raises(GuardError, match="takes a reason"):
        drop(alice, article.revision, second.id, "")
    drop(alice, article.revision, second.id, "it is gone")
    assert orphans(alice.store, article.revision) == ()


def test_an_orphan_that_nobody_placed_waits_on_in_later_revisions(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS, COST, SHEDS, OPENED)
    second = max((row for row in alice.summaries() if "12 sheds" in row.verbatim), key=lambda row: row.start)
    alice.add_note(second.id, "the sheds of the other harbour")
    again(alice, OPENED, SHEDS, COST, QUAY)
    again(alice, OPENED, SHEDS, COST)
    again(alice, OPENED, SHEDS)
    (article,) = alice.articles()
    assert orphans(alice.store, article.revision) == (second.id,)
    assert any("belong to no claim yet" in one.what for one in status_of(alice, article).blockers)
    found = revised(alice, article)
    assert found
    assert [one.old for one in found.changes if one.became is Became.ORPHAN] == [second.id]
    target = claim_with(alice, "12 sheds")
    assert place(alice, second.id, target).notes[0].text == "the sheds of the other harbour"
    assert orphans(alice.store, article.revision) == ()
    again(alice, OPENED, SHEDS, QUAY)
    assert orphans(alice.store, alice.articles()[0].revision) == ()
    assert alice.claim(claim_with(alice, "12 sheds")).state.notes
    assert list(differing_states(alice.store)) == []
    assert first_wrong_row(alice.store) == ""


def test_a_new_dateline_makes_stale_what_it_dates_anew(alice: Workbench) -> None:
    again(alice, QUAY, "The sheds burned last year.")
    sign_all(alice, "300 metres")
    burned = claim_with(alice, "burned")
    alice.set_verdict(burned, "no-evidence-found", "searched")
    (article,) = alice.articles()
    draft(alice, QUAY, "The sheds burned last year.", of=article.id, published=date(2026, 1, 5))
    assert alice.claim(claim_with(alice, "300 metres")).state.review_state is ReviewState.SIGNED
    assert alice.claim(claim_with(alice, "burned")).state.review_state is ReviewState.STALE


def test_the_same_text_again_is_no_revision_and_an_earlier_one_is_not_put_back(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS)
    events = len(list(alice.events()))
    again(alice, QUAY, SHEDS)
    draft(alice, QUAY, SHEDS)
    assert len(list(alice.events())) == events
    assert len(alice.articles()) == 1
    with pytest.raises(GuardError, match="a later revision of this text is in the list"):
        draft(alice, QUAY, SHEDS, COST)
    with pytest.raises(InputError, match="there is no article 'nowhere'"):
        draft(alice, QUAY, of="nowhere")


def test_a_correction_of_what_is_published_is_a_revision_of_it(alice: Workbench) -> None:
    again(alice, QUAY)
    sign_all(alice, "300 metres")
    (article,) = alice.articles()
    bob = Workbench.open(alice.workspace, user="bob")
    binding = status_of(bob, article).binding
    sign_article(bob, article, binding)
    publish(bob, article, binding)
    again(alice, QUAY.replace("300", "350"))
    assert _revised(alice).was_published
    (article,) = alice.articles()
    assert status_of(alice, article).state == "checking"
    alice.add_note(claim_with(alice, "350"), "this one is open")


def _revised(bench: Workbench):
    found = revised(bench, bench.articles()[0])
    assert found
    return found


def test_a_revision_that_is_given_a_date_later_stays_one_of_its_article(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS, "The tower opened last Friday, and it was full.")
    draft(alice, QUAY, SHEDS, "The tower opened last Friday, and it was full.", published=date(2022, 5, 18))
    (article,) = alice.articles()
    assert article.published == date(2022, 5, 18)
    (opened,) = [row for row in alice.summaries() if "tower" in row.verbatim]
    assert [one.iso for one in alice.claim(opened.id).claim.dates] == ["2022-05-13"]


def test_a_revision_that_is_given_its_own_date_again_is_left_as_it_is(alice: Workbench) -> None:
    again(alice, QUAY, SHEDS)
    first = draft(alice, QUAY, SHEDS, published=date(2022, 5, 18))
    second = draft(alice, QUAY, SHEDS, published=date(2022, 5, 18))
    assert first.revision == second.revision


def test_who_decided_what_was_signed_does_not_sign_it_anew_in_other_words(alice: Workbench) -> None:
    sign_all(alice, QUAY)
    again(alice, "A new quay is 300 metres long.", SHEDS, COST, OPENED)
    claim = claim_with(alice, "300 metres")
    with pytest.raises(GuardError, match="another person has to sign"):
        alice.sign(claim, alice.claim(claim).state.binding)
    tick_items(alice, claim)
    bob = Workbench.open(alice.workspace, user="bob")
    assert bob.sign(claim, bob.claim(claim).state.binding).review_state is ReviewState.SIGNED
