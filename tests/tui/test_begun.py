"""What was begun and not saved is there again after a restart or a kill, says so, and stays in the workspace."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from factcheck.tui.dialogs import begun
from factcheck.tui.drafts import Drafts, key_to
from factcheck.tui.keys import key_of
from factcheck.tui.remembered import place_of
from factcheck.workbench import Workbench
from factcheck.workbench.begun import FOLDER
from tests.tui.running import running
from tests.workbench.test_revising import OPENED, QUAY, SHEDS, again, draft


async def test_a_rationale_left_with_esc_is_there_after_a_restart_and_the_status_says_so(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "5")
        await session.type("asked the office")
        await session.press("escape", "k", "k", "q")
    async with running(fresh) as session:
        assert "begun and not saved: on claim 2" in session.frame
        await session.press("g", "j", "v")
        assert session.app.screen.typed == "asked the office"
        assert "contradicted  <- chosen" in session.frame


async def test_what_is_typed_is_on_disk_after_a_pause_whatever_ends_the_program(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(begun, "KEPT_AFTER", 0.01)
    async with running(fresh) as session:
        await session.press("v")
        await session.type("half a thought")
        await session.pilot.pause(0.3)
        kept = next((fresh / FOLDER).iterdir()).read_text(encoding="utf-8")
    assert "half a thought" in kept


async def test_a_quit_while_one_writes_keeps_it(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("a")
        await session.type("call back")
        session.app.leave(0)
    async with running(fresh) as session:
        await session.press("a")
        assert session.app.screen.typed == "call back"


async def test_every_form_keeps_what_was_begun(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press(*"sv")
        await session.type("it was Tuesday")
        await session.press("escape", "q")
    async with running(fresh) as session:
        await session.press(*"sv")
        assert session.app.screen.answers["reason"] == "it was Tuesday"


async def test_which_key_goes_on_with_what_was_begun_is_said(fresh: Path) -> None:
    async with running(fresh) as session:
        for keys in (("b", "a"), ("b", "s"), ("e", "d"), ("v", "8")):
            await session.press(*keys)
            await session.type("seen")
            await session.press("escape", *(["escape"] if session.dialog else []))
        await session.press("q")
    async with running(fresh, (160, 40)) as session:
        told = next(row for row in session.frame.splitlines() if "begun and not saved" in row)
        named = told.partition("claim 1 (")[2].partition(")")[0].split(", ")
        assert "that key goes on" in told
        assert set(named) == {"b a", "b s", "e d", "v"}


def test_a_note_on_evidence_and_other_words_have_their_keys_too() -> None:
    assert key_to("a3f0c2d4e5b6") == key_to("") == key_of("note")
    assert key_to("wording:x") == f"{key_of('verdict')} ctrl+t"
    assert key_to("waive-item-12:reason") == key_of("items")


async def test_other_words_and_the_reason_of_a_step_are_kept(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("v", "ctrl+t", "x")
        await session.type("nobody knows")
        await session.press("escape", "q")
    async with running(fresh) as session:
        await session.press("v", "ctrl+t", "x")
        assert session.app.screen.typed == "nobody knows"


async def test_a_saved_verdict_leaves_nothing_begun(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", "v", "5", "ctrl+u")
        await session.type("counted 31,000")
        await session.press("escape", "v", "enter", "enter")
        assert session.on_disk(2).verdict.rationale == "counted 31,000"
        await session.press("q")
    assert not (fresh / FOLDER).exists()
    async with running(fresh) as session:
        assert "begun and not saved" not in session.frame


async def test_what_was_begun_is_read_by_its_writer_only_and_by_no_other_user(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("v")
        await session.type("her name")
        await session.press("escape", "q")
    (kept,) = (fresh / FOLDER).iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    async with running(fresh, user="bob") as session:
        assert "begun and not saved" not in session.frame
        await session.press("v")
        assert session.app.screen.typed == ""


@pytest.mark.parametrize("damaged", ["[]", "not json", '{"claim": 3}', "\x00", "[" * 100_000])
def test_a_damaged_file_is_no_reason_not_to_start(damaged: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(damaged, encoding="utf-8")
    drafts = Drafts(path)
    drafts.keep("claim", {"verdict": "words"})
    assert Drafts(path).get("claim", "verdict") == "words"


def test_two_windows_of_one_person_keep_both(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path / "x.json"), Drafts(tmp_path / "x.json")
    one.keep("claim1", {"verdict": "one"})
    other.keep("claim2", {"verdict": "two"})
    assert set(Drafts(tmp_path / "x.json").subjects) == {"claim1", "claim2"}


def test_what_cannot_be_written_is_kept_as_long_as_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    drafts = Drafts(tmp_path / "file" / "x.json")
    drafts.keep("claim", {"verdict": "words"})
    assert drafts.get("claim", "verdict") == "words"
    assert not drafts.is_safe


async def test_words_that_are_begun_take_the_place_with_them_so_that_a_kill_comes_back_to_them(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "j", "v", "8")
        await session.type("a matter of taste")
        session.app.screen._keep_now()  # as on a pause
        assert place_of(session.desk.bench).claim == session.desk.view.claim.id


async def test_what_was_begun_on_a_claim_is_there_on_the_one_that_it_became_in_a_new_draft(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, QUAY, SHEDS)
        before = alice.find_claim("2")
    async with running(tmp_path) as session:
        await session.press("j", "v", "5", "ctrl+u")
        await session.type("asked the office")
        await session.press("escape")
        with Workbench.open(tmp_path, user="bob") as bob:
            again(bob, OPENED, QUAY, SHEDS)
            now = bob.find_claim("3")
        assert now != before
        await session.press("ctrl+l", "g", "j", "j", "v")
        assert session.desk.selected.id == now
        assert session.app.screen.typed == "asked the office"


def test_what_both_have_begun_stays_where_it_is(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "begun.json")
    drafts.keep("old", {"rationale": "first", "wording": "other"})
    drafts.keep("new", {"rationale": "second"})
    drafts.move("old", "new")
    assert (drafts.get("old", "rationale"), drafts.get("old", "wording")) == ("first", "")
    assert (drafts.get("new", "rationale"), drafts.get("new", "wording")) == ("second", "other")
