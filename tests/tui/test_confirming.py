"""Plain facts confirmed in a few keys, and items ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from factcheck.domain import Passage, ReviewState, Stance
from factcheck.tui.dialogs.items import ticked_against
from factcheck.tui.pieces import plain, width_of
from factcheck.workbench import Workbench
from tests.tui.running import running
from tests.tui.terminal import Terminal
from tests.tui.workspace import bench_at

MOST_KEYS = 300
COUNTED = "The parks office counted 31,000 trees in its report."
"""A plain fact whose one item stands in the passage of each piece of evidence."""


async def test_a_plain_fact_is_confirmed_and_the_next_one_comes(filled: Callable[..., Path]) -> None:
    async with running(filled(4, each=1)) as session:
        await session.press("j", "C")
        assert "We have planted 40,000 trees" in session.frame
        assert "confirmed: Tree count 0, paragraph 3" in session.frame
        await session.press("enter")
        state = session.on_disk(2)
        assert (state.verdict.rating, state.review_state) == ("confirmed", ReviewState.PROPOSED)
        assert [one.stance for one in state.stances.values()] == [Stance.CORROBORATES]
        assert session.desk.selected.number == 3


async def test_one_undo_takes_back_what_one_key_confirmed_and_the_message_names_it(filled: Callable[..., Path]) -> None:
    async with running(filled(1, sentences=(COUNTED,), each=1, every=1), size=(120, 40)) as session:
        await session.press("C", "t")
        assert "claim 1: confirmed; ticked: 31,000 (u undoes it)" in session.frame
        await session.press("u")
        state = session.on_disk(1)
        assert (state.verdict, state.stances, state.ticks) == (None, {}, {})
        told = "undone: stance corroborates on evidence 1; ticked against evidence e1: 31,000; verdict confirm"
        assert told in session.frame
        await session.press("ctrl+r")
        state = session.on_disk(1)
        assert state.verdict
        assert len(state.stances) == len(state.ticks) == 1


async def test_what_may_conflict_is_judged_first(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "C", "enter")
        assert "evidence e2 is not judged yet" in session.frame
        assert session.on_disk(2).verdict is None
        assert not session.on_disk(2).stances


async def test_without_evidence_nothing_is_confirmed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("C")
        assert session.dialog == ""
        assert "there is no evidence to confirm it by" in session.frame


async def test_items_are_ticked_one_by_one_and_taken_back(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", ".", "1")
        state = session.on_disk(2)
        (tick,) = state.ticks.values()
        assert tick.evidence == state.evidence[0]
        assert "[x] number    40,000  alice, against e1" in session.frame
        await session.press("k", "0")
        assert not session.on_disk(2).ticks
        assert "contradicted by it" in session.frame


async def test_all_items_that_stand_in_the_evidence_are_ticked(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".", "a")
        ticks, items = session.on_disk(2).ticks, session.app.review.desk.view.claim.items
        assert {tick.evidence for tick in ticks.values()} == {session.on_disk(2).evidence[0]}
        assert session.dialog == "ItemsDialog"
        assert ("all is ticked" in session.frame) == (len(ticks) == len(items))


async def test_a_key_typed_after_the_last_tick_acts_on_the_sheet_and_not_on_the_claim(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", ".", "a")
        assert "all is ticked" in session.frame
        await session.press("c", "d")
        assert [one.stance for one in session.on_disk(2).stances.values()] == [Stance.CONFLICTS]
        ticked = len(session.on_disk(2).ticks)
        await session.press("0")
        assert len(session.on_disk(2).ticks) == ticked - 1
        assert session.on_disk(2).stances
        await session.press("a", "enter")
        assert session.dialog == ""
        assert len(session.on_disk(2).ticks) == ticked


async def test_a_sheet_on_which_all_is_ticked_is_left_by_the_key_of_what_comes_next(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".", "a", "v")
        assert session.dialog == "VerdictDialog"
        await session.press("escape", ".", "]")
        assert session.dialog == ""
        assert session.desk.selected.number == 3


async def test_the_sheet_opens_at_the_evidence_judged_last_that_bears_on_the_claim(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "x", ".")
        assert "against evidence 1 of 4" in session.frame
        await session.press("escape", "j", "c", "d")
        assert session.desk.evidence_cursor == 3
        await session.press(".")
        assert "against evidence 3 of 4" in session.frame


async def test_where_none_is_judged_the_sheet_opens_at_the_focus_if_it_speaks_of_an_item(fresh: Path) -> None:
    with bench_at(fresh) as bench:
        view = bench.claim(bench.find_claim("2"))
    assert ticked_against(view, 2) == 2
    mute = replace(view.evidence[0].candidate, passage=Passage(text="Nothing of it.", start=0, end=14))
    judgement = replace(view.evidence[0].judgement, reasons=())
    first = replace(view.evidence[0], candidate=mute, judgement=judgement)
    assert ticked_against(replace(view, evidence=(first, *view.evidence[1:])), 0) == 1


async def test_an_item_is_waived_with_a_reason(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".", "w", "enter")
        assert not session.on_disk(2).ticks
        await session.type("Rounded by the desk.")
        await session.press("enter")
        assert [tick.reason for tick in session.on_disk(2).ticks.values()] == ["Rounded by the desk."]
        assert session.dialog == "ItemsDialog"


async def test_what_is_left_is_waived_at_once(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".", "W")
        await session.type("Rounded by the desk.")
        await session.press("enter")
        items = session.app.review.desk.view.claim.items
        assert [tick.reason for tick in session.on_disk(2).ticks.values()] == ["Rounded by the desk."] * len(items)
        await session.press("W")
        assert "nothing is left" in session.frame


async def test_a_plain_fact_is_confirmed_and_ticked_by_one_key(filled: Callable[..., Path]) -> None:
    folder = filled(4, each=1)
    async with running(folder) as session:
        await session.press("j", "C", "t")
        state = session.on_disk(2)
        assert state.verdict.rating == "confirmed"
        assert session.desk.selected.number == 3
        with bench_at(folder, "bob") as bob:
            told = [one for one in bob.blockers(state.claim) if "not ticked" in one]
        assert len(told) == 1, "what does not stand in the passage is left"
        assert "two years" in told[0]


async def test_items_are_ticked_against_the_evidence_that_is_chosen(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".", "l", "1")
        assert next(iter(session.on_disk(2).ticks.values())).evidence == session.on_disk(2).evidence[1]


async def test_what_is_signed_names_its_ticks(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        from factcheck.workbench.ticking import tick

        claim = bob.find_claim("8")
        tick(bob, claim, ["1"], reason="Counted by us.")
    async with running(worked, size=(100, 40)) as session:
        await session.press("G", "k", "k", "S")
        assert "waived by bob: Counted by us." in session.frame


def test_a_hundred_plain_facts_are_confirmed_and_ticked_in_at_most_three_hundred_keys(
    filled: Callable[..., Path],
) -> None:
    folder, pressed = filled(100, each=1, every=1, sentences=(COUNTED,)), 0
    with Terminal("--workspace", str(folder)) as terminal:
        terminal.until("Sign off")
        terminal.quiet()
        for number in range(1, 101):
            terminal.press("C", f"Confirm claim {number}")
            terminal.press("t", f"claim {number}: confirmed")
            pressed += 2
        terminal.press("q")
        assert terminal.ended() == 0
    assert pressed <= MOST_KEYS
    with Workbench.open(folder, user="bob") as bench:
        assert bench.settings.values.review.require_ticks
        assert [row.rating for row in bench.summaries()] == ["confirmed"] * 100
        assert [bench.blockers(row.id) for row in bench.summaries()] == [()] * 100, "bob can sign each"


def test_keys_typed_ahead_confirm_claim_after_claim(filled: Callable[..., Path]) -> None:
    folder = filled(5, each=1, every=1)
    with Terminal("--workspace", str(folder)) as terminal:
        terminal.until("Sign off")
        terminal.quiet()
        terminal.press("C\rC\rC\r", "claim 3: confirmed")
        terminal.press("q")
        assert terminal.ended() == 0
    with Workbench.open(folder, user="reader") as bench:
        assert [row.rating for row in bench.summaries()] == ["confirmed"] * 3 + [""] * 2


def test_an_answer_typed_ahead_goes_where_it_belongs(filled: Callable[..., Path]) -> None:
    folder = filled(2)
    with Terminal("--workspace", str(folder)) as terminal:
        terminal.until("Sign off")
        terminal.quiet()
        terminal.press("swcall:Maren Holt\r2026-12-01\r", "waiting on: Maren Holt")
        terminal.press("q")
        assert terminal.ended() == 0
    with Workbench.open(folder, user="reader") as bench:
        state = bench.claim(bench.find_claim("1")).state
        assert (state.triage.wait.person, state.triage.wait.channel, state.stances) == ("Maren Holt", "call", {})


def test_a_key_that_closed_a_dialog_and_was_pressed_twice_opens_nothing(filled: Callable[..., Path]) -> None:
    folder = filled(2)
    with Terminal("--workspace", str(folder)) as terminal:
        terminal.until("Sign off")
        terminal.quiet()
        terminal.press("svAn opinion.\r\r", "waived")
        terminal.press("q")
        assert terminal.ended() == 0
    with Workbench.open(folder, user="reader") as bench:
        assert bench.claim(bench.find_claim("1")).state.stage.waiver.reason == "An opinion."


async def test_how_an_item_stands_is_not_pushed_off_its_line_by_long_words(fresh: Path) -> None:
    async with running(fresh, (80, 24)) as session:
        await session.press("j", "full_stop")
        dialog = session.app.screen
        claim = dialog.view.claim
        longer = tuple(
            replace(one, span=replace(one.span, text=one.span.text + " and more" * 30)) for one in claim.items
        )
        dialog.view = replace(dialog.view, claim=replace(claim, items=longer))
        (row,) = dialog.row_lines(0, 76)
        assert plain(row).endswith(f"...  {dialog._stands(longer[0])[1]}")
        assert width_of(row) <= 76


async def test_who_ticks_what_the_evidence_contradicts_is_told(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", ".")
        assert "40,000  contradicted by it" in session.frame
        await session.press("a")
        assert "ticked, though contradicted by it: 40,000" in session.frame


async def test_who_confirms_a_claim_is_told_which_item_of_it_the_passage_contradicts(filled) -> None:
    async with running(filled(4, each=1)) as session:
        await session.press("j", "C")
        assert "the passage contradicts number '40,000'" in session.frame


async def test_what_was_dismissed_is_not_ticked_against_unasked_and_is_told_where_it_is(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "d", "g", ".")
        assert "against evidence 2 of 4" in session.frame
        await session.press("h", "1")
        assert "ticked, though it was dismissed: 40,000" in session.frame


async def test_who_confirms_by_what_is_only_suggested_as_related_is_told_so_and_why(filled) -> None:
    async with running(filled(4, each=3), (120, 40)) as session:
        await session.press("j", "2", "j", "j", "C")
        assert "look" in session.frame
        assert "the passage is suggested as related, not as corroborating: " in " ".join(session.frame.split())
        await session.press("escape", "k", "k", "C")
        assert "not as corroborating" not in session.frame
        session.desk.blind = True
        await session.press("escape", "j", "j", "C")
        assert session.dialog == "ConfirmDialog"
        assert "not as corroborating" not in session.frame, "what is hidden everywhere is hidden here"
