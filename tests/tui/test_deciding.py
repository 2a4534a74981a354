"""Deciding by keyboard: verdict, note, sign-off, what is refused, and what two people at once see."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key

from factcheck.domain import ReviewState, Stance
from factcheck.errors import InputError, StorageError
from factcheck.tui.dialogs.editor import editor_command
from factcheck.workbench import editing
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.meeting import hold, let_go
from tests.tui.running import Session, running
from tests.tui.workspace import bench_at


async def test_a_verdict_is_on_disk_at_once_and_the_status_bar_says_when(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "v", "5")
        await session.press("ctrl+u")
        await session.type("The office counted 31,000.")
        await session.press("enter")
        verdict = session.on_disk(2).verdict
        assert verdict
        assert (verdict.rating, verdict.rationale, verdict.user) == (
            "contradicted",
            "The office counted 31,000.",
            "alice",
        )
        assert session.dialog == ""
        assert "saved 14:00" in session.frame
        assert "2 [X]! " in session.frame


@pytest.mark.parametrize("pane", ["1", "2", "3"])
@pytest.mark.parametrize("key", ["c", "x", "r", "d", "0", "space"])
async def test_a_zoom_that_hides_what_would_be_judged_is_left_and_nothing_is_judged(
    key: str, pane: str, fresh: Path
) -> None:
    async with running(fresh) as session:
        await session.press("j", pane, "z", key)
        state = session.on_disk(2)
        assert not session.app.review.zoomed
        assert not state.stances
        assert not state.cited
        assert "not judged: this is evidence 1 of claim 2" in session.frame
        assert "3 Passage" in session.frame
        await session.press(key)
        state = session.on_disk(2)
        assert bool(state.stances) == (key not in {"0", "space"})
        assert bool(state.cited) == (key == "space")


async def test_a_key_without_a_function_says_so(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "%")
        assert "% does nothing here; ? lists the keys" in session.frame
        assert "stance conflicts" not in session.frame


async def test_the_rationale_starts_from_the_judged_evidence_and_names_its_stance(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "d", "r", "v")
        assert session.app.screen.typed == (
            "conflicts: Parks Office 0, Tree count 0 (paragraph 3, 2026-10-01); "
            "related: Parks Office 2, Tree count 2 (paragraph 3, 2026-10-03); "
        )


async def test_suggestions_alone_choose_no_verdict_and_write_no_rationale(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v")
        assert session.app.screen.chosen == -1
        assert session.app.screen.typed == ""
        await session.press("tab")
        await session.type("because")
        await session.press("enter")
        assert "choose a rating first" in session.frame
        assert session.on_disk(2).verdict is None


async def test_a_verdict_without_a_rationale_is_refused_and_the_choice_stays(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "v", "5", "ctrl+u", "enter")
        assert "a verdict needs a rationale" in session.frame
        assert "contradicted  <- chosen" in session.frame
        assert session.on_disk(2).verdict is None


async def test_a_rating_that_needs_evidence_is_refused_without_any(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("v", "1")
        await session.type("I know")
        await session.press("enter")
        assert "needs evidence" in session.frame
        assert session.on_disk(1).verdict is None


async def test_inputs_have_their_editing_keys(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("taste")
        await session.press("backspace", "home", "delete", "left", "right", "end")
        await session.type("y")
        assert session.app.screen.typed == "asty"


async def test_what_was_typed_into_a_verdict_is_there_again_after_esc(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("half a thought")
        await session.press("escape", "v")
        assert session.app.screen.typed == "half a thought"


async def test_words_typed_after_the_prefilled_ones_stand_apart(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "v", "5")
        await session.type("table 2")
        await session.press("enter")
        verdict = session.on_disk(2).verdict
        assert verdict
        assert verdict.rationale == "conflicts: Parks Office 0, Tree count 0 (paragraph 3, 2026-10-01); table 2"


def with_contact(folder: Path) -> None:
    """Bring a contact as evidence of claim 2."""
    with bench_at(folder) as bench:
        claim = bench.find_claim("2")
        call = Brought(what="call:Ada Quist", words="It is so.", day=date(2026, 11, 20))
        bench.set_stance(claim, bring(bench, claim, call).id, Stance.CORROBORATES)


def unfolded(frame: str) -> str:
    """Return a frame as running text: what was wrapped reads on."""
    return " ".join(frame.split())


async def test_a_contact_that_was_judged_is_not_named_in_the_rationale_which_the_log_keeps(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "v", "1", "enter", "enter")
        verdict = session.on_disk(2).verdict
        assert verdict
        assert verdict.rationale == "corroborates: confidential source"


NAMES_ADA = "the rationale names a confidential source and will be withheld from exports"


async def test_a_rationale_that_names_a_contact_is_warned_of_before_it_is_on_record(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "v", "1")
        await session.type("says Ms Quist")
        await session.press("enter")
        assert NAMES_ADA in unfolded(session.frame)
        assert session.on_disk(2).verdict is None
        await session.press("enter")
        verdict = session.on_disk(2).verdict
        assert verdict
        assert verdict.rationale.endswith("says Ms Quist")


async def test_of_words_that_name_nobody_nothing_is_said(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "v", "1")
        await session.type("by phone")
        await session.press("enter")
        assert session.on_disk(2).verdict
        assert session.dialog == ""


async def test_who_saves_before_it_is_known_is_told_that_a_rationale_names_a_contact(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "v", "1")
        naming = session.app.screen._naming
        warnings, naming._warnings = naming._warnings, None
        await session.type("says Ms Quist")
        await session.press("enter")
        assert session.on_disk(2).verdict
        naming._came(warnings)
        await session.settle()
        assert f"warning: {NAMES_ADA}"[:40] in session.frame


async def test_a_rating_that_was_chosen_is_chosen_again_after_esc(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8", "escape", "v")
        assert session.app.screen.ratings[session.app.screen.chosen].id == "not-checkable"
        assert session.app.screen.cursor == session.app.screen.chosen
        await session.press("backspace", "escape", "v")
        assert session.app.screen.chosen == -1


async def test_a_verdict_against_all_that_was_judged_is_warned_of_before_and_the_reviewer_is_told(fresh: Path) -> None:
    async with running(fresh, (120, 40)) as session:
        await session.press("j", "2", "x", "v", "1")
        await session.type("so I say")
        await session.press("enter")
        assert session.on_disk(2).verdict is None
        assert "not saved yet: all evidence that was judged (1) conflicts with the claim" in session.frame
        await session.press("enter")
        assert session.on_disk(2).verdict
    async with running(fresh, (120, 40), user="bob") as session:
        await session.press("j", "S")
        assert "look: all evidence that was judged (1) conflicts with the claim" in session.frame


async def test_no_evidence_found_over_unjudged_suggestions_is_warned_of_first(fresh: Path) -> None:
    async with running(fresh, (120, 40)) as session:
        await session.press("j", "v", "7")
        await session.type("so I say")
        await session.press("enter")
        assert session.on_disk(2).verdict is None
        assert "not saved yet: evidence (2) was suggested, and judged by nobody" in session.frame
        await session.press("enter")
        assert session.on_disk(2).verdict
    async with running(fresh, (120, 40), user="bob") as session:
        await session.press("j", "S")
        assert "look: evidence (2) was suggested, and judged by nobody" in session.frame


async def test_a_key_that_means_nothing_in_a_question_is_told_and_loses_nothing(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("Half")
        await session.press("escape")
        for key, shown in (("d", "d"), ("s", "s"), ("q", "q"), ("question_mark", "?")):
            await session.press(key)
            assert session.dialog == "Question"
            assert f"{shown} does nothing here: ctrl+s save, ctrl+d discard, Esc go on writing" in session.frame
        await session.press("ctrl+l")
        assert session.dialog == "Question"
        assert "painted anew" in session.frame
        await session.press("escape")
        assert session.dialog == "NoteDialog"
        assert session.app.screen.typed == "Half"


async def test_backspace_clears_a_verdict(worked: Path) -> None:
    async with running(worked, user="bob") as session:
        await session.press("G", "k", "k", "v", "backspace")  # claim 8
        assert session.on_disk(8).verdict is None
        assert "no verdict on claim 8" in session.frame


async def test_a_note_is_saved_with_ctrl_s_and_belongs_to_the_evidence_in_focus(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "j", "a")
        assert "Note on evidence 2 of claim 2" in session.frame
        await session.type("Ask the office.")
        await session.press("enter")
        await session.type("Twice.")
        await session.press("ctrl+s")
        (note,) = session.on_disk(2).notes
        assert note.text == "Ask the office.\nTwice."
        assert note.evidence == session.desk.view.evidence[1].id


async def test_esc_asks_before_a_note_is_lost(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("Half")
        await session.press("escape")
        assert "This note is not saved" in session.frame
        await session.press("escape")
        assert session.dialog == "NoteDialog"
        await session.press("escape", "ctrl+s")
        assert [note.text for note in session.on_disk(1).notes] == ["Half"]
        assert session.dialog == ""


async def test_a_note_is_discarded_by_no_letter(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("Half")
        await session.press("escape")
        await session.type("sidestep")
        await session.press("escape")
        assert session.app.screen.typed == "Half"
        await session.press("escape", "ctrl+d", "a")
        assert session.app.screen.typed == ""
        assert session.on_disk(1).notes == ()


async def test_quitting_asks_while_a_note_is_unsaved(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("Half")
        await session.press("ctrl+q")
        assert "Quit without saving it?" in session.frame
        await session.press("escape")
        assert not session.app._exit
        await session.press("ctrl+q", "q")
        assert session.app._exit


async def test_the_sign_off_shows_all_that_is_signed_and_signs_it_for_a_second_person(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("G", "k", "k", "S")  # claim 8, proposed by bob
        shown = session.frame
        for words in (
            "What you sign:",
            "We have planted 40,000 trees in two years",
            "contradicted (bob",
            "The report counts 31,000.",
            "[X]  Parks Office 0, Tree count 0",
            session.desk.view.state.binding[:16],
            "y records: signed by alice, identity asserted",
        ):
            assert words in shown
        await session.press("y")
        signed = session.on_disk(8).sign_off
        assert signed
        assert (signed.user, signed.self_signed) == ("alice", False)
        assert " 8 [X] *" in session.frame


async def test_who_proposed_cannot_sign_and_is_told_why(worked: Path) -> None:
    async with running(worked, user="bob") as session:
        await session.press("G", "k", "k", "S")
        assert "blocked: bob set the verdict" in session.frame
        await session.press("y")
        assert "not signed: see above what blocks it" in session.frame
        assert session.on_disk(8).sign_off is None


async def test_a_solo_workspace_records_a_self_signature(worked: Path) -> None:
    (worked / "factcheck.toml").write_text("[review]\nsolo = true\n", encoding="utf-8")
    async with running(worked, user="bob") as session:
        await session.press("G", "k", "k", "S")
        assert "y records: self-signed by bob" in session.frame
        await session.press("y")
        assert session.on_disk(8).sign_off.self_signed


async def test_a_claim_without_a_verdict_says_so_and_v_leads_to_it(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("S")
        assert "blocked: no verdict" in session.frame
        await session.press("v")
        assert session.dialog == "VerdictDialog"


async def test_a_change_after_the_signature_makes_it_stale_and_undo_takes_that_back(worked: Path) -> None:
    async with running(worked, user="bob") as session:
        await session.press("j", "j", "j", "2", "j", "c")  # claim 4, signed by alice
        assert session.on_disk(4).review_state == ReviewState.STALE
        assert "4 [X]!~" in session.frame
        assert "STALE, signed by alice" in session.frame
        await session.press("u")
        assert session.on_disk(4).review_state == ReviewState.SIGNED
        assert "4 [X] *" in session.frame


async def test_withdrawing_needs_a_reason(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("j", "j", "j", "W", "enter")
        assert "a withdrawal needs a reason" in session.frame
        await session.type("Signed the wrong one")
        await session.press("enter")
        assert session.on_disk(4).sign_off is None


async def test_a_decision_that_another_overtook_is_refused_and_ctrl_l_shows_the_change(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2")
        with bench_at(fresh, "bob") as bob:
            claim = session.desk.view.claim.id
            bob.set_verdict(claim, "not-checkable", "A matter of taste.")
        await session.press("c")
        assert "changed by bob at 14:0" in session.frame
        assert not session.on_disk(2).stances
        await session.press("ctrl+l")
        assert session.dialog == ""
        assert "verdict: not checkable" in session.frame
        await session.press("c")
        assert session.on_disk(2).stances


async def test_what_another_decided_is_refused_naming_evidence_as_the_screen_does(fresh: Path) -> None:
    async with running(fresh, (140, 40)) as session:
        await session.press("j", "2")
        view = session.desk.view
        with bench_at(fresh, "bob") as bob:
            bob.set_stance(view.claim.id, view.evidence[1].id, Stance.CONFLICTS)
        await session.press("c")
        told = " ".join(session.frame.split())
        assert "Not decided" in told
        assert view.evidence[1].id not in told
        assert "on e2" in told


async def test_a_signature_is_refused_for_anything_but_what_is_shown(worked: Path) -> None:
    async with running(worked, user="carol") as session:
        await session.press("G", "k", "k", "S")
        with bench_at(worked, "bob") as bob:
            claim = session.desk.view
            bob.set_stance(claim.claim.id, claim.evidence[3].id, None)
            bob.set_verdict(claim.claim.id, "contradicted", "Another rationale.")
        await session.press("y")
        assert "what you were shown is not what stands there now" in session.frame
        assert session.on_disk(8).sign_off is None
        await session.press("ctrl+l")
        assert "Another rationale." in session.frame
        await session.press("y", "y")
        assert session.on_disk(8).sign_off.user == "carol"


async def test_a_failed_write_stops_with_the_reason_and_nothing_looks_saved(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(fresh) as session:
        await session.press("j", "2")

        def full() -> None:
            raise StorageError("the disk is full", hint="make room", subject="factcheck.db")

        monkeypatch.setattr(session.desk.bench.store, "transaction", full)
        await session.press("c")
        assert "Not saved" in session.frame
        assert "factcheck.db: the disk is full (make room)" in session.frame
        await session.press("escape")
        assert "[?c] 0.91" in session.frame
        assert "decisions are saved at once" in session.frame
        assert session.desk.evidence_cursor == 0


async def test_a_failed_write_keeps_what_was_typed(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("Keep me")

        def full() -> None:
            raise StorageError("the disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(session.desk.bench.store, "transaction", full)
            await session.press("ctrl+s", "escape")
        assert session.app.screen.typed == "Keep me"
        await session.press("ctrl+s")
        assert [note.text for note in session.on_disk(1).notes] == ["Keep me"]


@pytest.mark.parametrize("how", ["deleted", "replaced"])
async def test_a_decision_after_the_workspace_was_deleted_or_replaced_is_refused_and_keeps_the_words(
    fresh: Path, how: str
) -> None:
    async with running(fresh, (80, 30)) as session:
        await session.press("j", "v", "8")
        await session.type("half an hour of words")
        kept = (fresh / "factcheck.db").read_bytes()
        (fresh / "factcheck.db").unlink()
        if how == "replaced":
            (fresh / "factcheck.db").write_bytes(kept)
        await session.press("enter")
        assert "NOT saved" in session.frame
        assert ("deleted since" if how == "deleted" else "another file") in " ".join(session.frame.split())
        await session.press("escape")
        assert session.app.screen.typed == "half an hour of words"
        await session.press("escape", "2", "x")
        assert "NOT saved" in session.frame
    assert (fresh / "factcheck.db").exists() == (how == "replaced"), "no new database is begun"


@pytest.mark.parametrize("keys", [("j", "2", "x"), ("j", "v", "8", "w", "h", "y", "enter")], ids=["stance", "verdict"])
async def test_while_another_process_writes_the_screen_says_that_it_waits_and_then_saves(
    fresh: Path, keys: tuple[str, ...]
) -> None:
    async with running(fresh, (100, 30)) as session:
        with closing(sqlite3.connect(fresh / "factcheck.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await session.press(*keys)
            assert "waiting: another process is writing" in session.frame
            assert session.on_disk(2).changed_by != "alice"
            await session.press("j", "[")
            other.execute("ROLLBACK")
        while session.app.waiting:
            await session.pilot.pause(0.05)
        state = session.on_disk(2)
        assert state.stances or state.verdict
        assert "waiting" not in session.frame


async def test_undo_without_anything_to_undo_says_so(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("u")
        assert "there is nothing to undo" in session.frame


async def test_undo_leads_back_to_the_claim_even_behind_a_filter(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "j", "c", "1", "f", "slash")
        await session.type("fares")
        await session.press("enter")
        assert [session.desk.row(p).number for p in range(len(session.desk.visible))] == [1, 7]
        await session.press("u")
        assert session.desk.selected.number == 2
        assert session.desk.evidence_cursor == 1
        assert "claim 2: undone: stance corroborates on evidence 2" in session.frame


async def test_the_history_names_what_was_undone(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "c", "u", "H")
        assert "undone: stance corroborates on evidence 1" in session.frame


async def test_undo_of_an_edit_made_elsewhere_shows_the_list_as_it_is_then(fresh: Path) -> None:
    with bench_at(fresh) as bench:
        editing.withdraw_claim(bench, bench.find_claim("2"), "no claim")
    async with running(fresh) as session:
        assert [session.desk.row(p).number for p in range(3)] == [1, 3, 4]
        await session.press("u")
        assert session.desk.selected.number == 2
        assert "claim 2: undone: claim withdrawn: no claim" in session.frame
        await session.press("ctrl+r")
        assert [session.desk.row(p).number for p in range(3)] == [1, 3, 4]


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "nano"}, ["nano"]),
        ({}, ["vi"]),
    ],
)
def test_the_editor_is_the_reviewers_own(environment: dict[str, str], command: list[str]) -> None:
    assert editor_command(environment) == command


def test_an_editor_that_is_no_command_is_told() -> None:
    with pytest.raises(InputError, match="is no command"):
        editor_command({"EDITOR": "vi 'unclosed"})


async def test_a_verdict_that_another_overtook_keeps_what_was_typed_until_it_is_read_again(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("taste")
        with bench_at(fresh, "bob") as bob:
            bob.set_verdict(session.desk.view.claim.id, "not-checkable", "Bob was faster.")
        await session.press("enter")
        assert "changed by bob" in session.frame
        assert session.on_disk(2).verdict.user == "bob"
        await session.press("ctrl+l")
        assert "what you typed is still here" in session.frame
        assert session.app.screen.typed == "taste"
        await session.press("enter")
        assert (session.on_disk(2).verdict.user, session.on_disk(2).verdict.rationale) == ("alice", "taste")


async def test_letters_beside_the_list_are_the_rationale_and_move_nothing(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8", "tab")
        await session.type("nothing there of 30 Sept")
        await session.press("enter")
        verdict = session.on_disk(2).verdict
        assert verdict
        assert (verdict.rating, verdict.rationale) == ("not-checkable", "nothing there of 30 Sept")


async def test_letters_before_a_rating_is_chosen_choose_none(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v")
        await session.type("no address, 30 Sept")
        await session.press("enter")
        assert "choose a rating first" in session.frame
        assert session.app.screen.typed == "no address, 30 Sept"
        assert session.on_disk(2).verdict is None


async def burst(session: Session, text: str) -> None:
    """Type faster than the screen follows: all keys wait before the first of them is handled."""
    for letter in text:
        session.app.post_message(Key(_character_to_key(letter), letter))
    await session.settle()


@pytest.mark.parametrize("text", ["Addr 30 Sept 22", "just 9,000 of them (G7)", "no 5 k", "?d x 1"])
async def test_a_rationale_typed_in_one_go_is_not_misdirected(fresh: Path, text: str) -> None:
    async with running(fresh) as session:
        await session.press("j", "v")
        await burst(session, text)
        assert session.app.screen.typed == text
        assert session.app.screen.chosen == -1
        await session.press("enter", "8", "enter")
        verdict = session.on_disk(2).verdict
        assert (verdict.rating, verdict.rationale) == ("not-checkable", text)


async def test_digits_in_one_go_after_the_rating_are_the_rationale(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v")
        await burst(session, "830 Sept 22")
        assert session.app.screen.typed == "30 Sept 22"
        assert session.app.screen.ratings[session.app.screen.chosen].id == "not-checkable"


async def test_digits_beside_the_list_are_the_rationale_once_it_has_words(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("in ")
        await session.press("tab")
        await burst(session, "2022")
        assert session.app.screen.typed == "in 2022"
        assert session.app.screen.ratings[session.app.screen.chosen].id == "not-checkable"
        await session.press("tab", "up", "enter")
        assert session.app.screen.ratings[session.app.screen.chosen].id == "no-evidence-found"


async def test_esc_says_that_the_rationale_is_kept(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("half")
        await session.press("escape")
        assert "not saved; v goes on with what you began" in session.frame


async def test_a_draft_that_was_taken_back_is_not_there_again(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("half")
        await session.press("escape", "v", "tab", "ctrl+u", "escape", "v")
        assert session.app.screen.typed == ""


async def test_backspace_beside_the_list_does_not_clear_a_verdict_over_unsaved_words(worked: Path) -> None:
    async with running(worked, user="bob") as session:
        await session.press("G", "k", "k", "v", "tab")
        await session.type(" more")
        await session.press("tab", "backspace")
        assert session.dialog == "VerdictDialog"
        assert session.app.screen.typed.endswith(" more")
        assert session.on_disk(8).verdict


async def test_ctrl_s_saves_a_verdict_as_it_saves_a_note(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "8")
        await session.type("taste")
        await session.press("ctrl+s")
        assert session.on_disk(2).verdict.rationale == "taste"
        await session.press("a")
        assert "ctrl+s saves it" in session.frame


@pytest.mark.parametrize(
    ("keys", "typed"), [(("v",), "a\ufffd[31mb"), (("v", "8"), "a\ufffd[31mb"), (("a",), "a\ufffd[31mb")]
)
async def test_pasted_control_characters_are_neutralised(fresh: Path, keys: tuple[str, ...], typed: str) -> None:
    async with running(fresh) as session:
        await session.press("j", *keys)
        session.app.post_message(Paste("a\x1b[31mb"))
        await session.settle()
        assert session.app.screen.typed == typed


async def test_who_holds_a_claim_is_shown_and_nothing_typed_is_lost(fresh: Path) -> None:
    with bench_at(fresh, "bob") as bob:
        claim = bob.find_claim("2")
        hold(bob, claim, minutes=30)
    async with running(fresh, size=(120, 36)) as session:
        await session.press("j")
        assert "held by bob until" in session.frame
        await session.press("v", "8")
        await session.type("taste")
        await session.press("enter")
        assert "held by bob until" in session.frame
        assert session.on_disk(2).verdict is None
        assert session.dialog == "VerdictDialog"
        assert session.app.screen.typed == "taste"
        with bench_at(fresh, "bob") as bob:
            let_go(bob, claim)
        await session.press("enter")
        assert session.on_disk(2).verdict.user == "alice"
