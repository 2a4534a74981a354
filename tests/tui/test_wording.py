"""Other words for a claim by keyboard: proposed, accepted, left to stand, cut, taken back; how the panes show them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain import Span, Stance, WordingState
from factcheck.workbench.wording import propose, settle
from tests.factory import tick_items
from tests.tui.running import running
from tests.tui.test_deciding import with_contact
from tests.tui.test_hostile import EVERYTHING, FORBIDDEN
from tests.tui.workspace import bench_at

NEW = "We have planted 31,000 trees"


@pytest.fixture
def proposed(fresh: Path) -> Path:
    """A workspace in which bob proposed other words for claim 2."""
    with bench_at(fresh, "bob") as bench:
        propose(bench, bench.find_claim("2"), NEW)
    return fresh


async def test_words_are_proposed_from_the_verdict_and_the_verdict_goes_on(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "c", "v", "2")
        await session.type("see table 2")
        await session.press("ctrl+t")
        assert session.dialog == "WordingDialog"
        assert "stands       We have planted 40,000 trees" in session.frame
        await session.press("p")
        assert session.app.screen.typed.startswith("We have planted 40,000 trees")
        await session.press("ctrl+u")
        await session.type(NEW)
        await session.press("enter")
        known = session.on_disk(2).wording
        assert known
        assert (known.text.rstrip("."), known.state, known.user) == (NEW, WordingState.OPEN, "alice")
        assert session.dialog == "VerdictDialog"
        assert session.app.screen.typed.endswith("see table 2")
        await session.press("ctrl+s")
        assert session.on_disk(2).verdict
        assert session.on_disk(2).wording == known


async def test_a_wording_that_changes_words_in_quotation_marks_is_warned_of_before_it_is_proposed(fresh: Path) -> None:
    async with running(fresh) as session:
        view = session.desk.view
        said = Span(start=view.claim.start, end=view.claim.start + 20, text="“rose by 12% in March”")
        session.desk._view = replace(view, claim=replace(view.claim, quotations=(said,)))
        await session.press("v", "ctrl+t", "p", "ctrl+u")
        await session.type("Bus fares “fell by 12% in March”")
        await session.press("enter")
        assert "not saved yet: the wording changes words that are quoted" in " ".join(session.frame.split())
        assert session.on_disk(1).wording is None
        await session.press("enter")
        assert session.on_disk(1).wording


async def test_a_wording_that_names_a_contact_is_warned_of_before_it_is_proposed(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "v", "ctrl+t", "p", "ctrl+u")
        await session.type("Ms Quist counted 31,000 trees")
        await session.press("enter")
        assert "the wording names a confidential source" in " ".join(session.frame.split())
        assert session.on_disk(2).wording is None
        await session.press("enter")
        assert session.on_disk(2).wording


async def test_without_a_verdict_that_was_begun_the_list_is_there_again(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "v", "ctrl+t", "escape")
        assert session.dialog == ""


async def test_a_letter_accepts_cuts_and_takes_back(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j", "v", "ctrl+t")
        assert "a accept" in session.frame
        await session.press("a")
        known = session.on_disk(2).wording
        assert known
        assert (known.state, known.settled_by) == (WordingState.ACCEPTED, "alice")
        assert "wording of claim 2: accepted" in session.frame
        await session.press("v", "ctrl+t")
        assert "a accept" not in session.frame
        await session.press("x", "enter")
        assert session.on_disk(2).wording.state is WordingState.CUT
        await session.press("v", "ctrl+t", "c")
        assert session.on_disk(2).wording is None
        await session.press("u")
        assert session.on_disk(2).wording.state is WordingState.CUT


async def test_a_wording_for_words_that_are_gone_is_not_offered_to_be_accepted_and_says_so(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j")
        view = session.desk.view
        session.desk._view = replace(view, claim=replace(view.claim, verbatim="We have felled 40,000 trees"))
        await session.press("v", "ctrl+t")
        assert "proposed for words that do not stand there now" in " ".join(session.frame.split())
        assert "a accept" not in session.frame
        assert "s stet" in session.frame


async def test_words_stand_for_a_reason(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j", "v", "ctrl+t", "s", "enter")
        assert "to let the words stand takes a reason" in session.frame
        assert session.on_disk(2).wording.state is WordingState.OPEN
        await session.type("a quotation: his words, a and c")
        await session.press("ctrl+s")
        assert session.on_disk(2).wording.state is WordingState.STET
        assert session.on_disk(2).wording.reason == "a quotation: his words, a and c"


async def test_what_was_begun_is_there_again_and_a_letter_is_no_step_while_typing(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j", "v", "ctrl+t", "p", "ctrl+u")
        await session.type("axe")
        await session.press("escape")
        assert session.on_disk(2).wording.text.startswith(NEW)
        await session.press("v", "ctrl+t", "p")
        assert session.app.screen.typed == "axe"


async def test_enter_without_a_step_takes_none(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j", "v", "ctrl+t", "ctrl+s")
        assert "choose a step first" in session.frame
        assert session.on_disk(2).wording.state is WordingState.OPEN


async def test_whoever_saw_an_earlier_state_is_told_and_reads_again(proposed: Path) -> None:
    async with running(proposed) as session:
        await session.press("j", "v", "ctrl+t")
        with bench_at(proposed, "bob") as bench:
            settle(bench, bench.find_claim("2"), WordingState.CUT)
        await session.press("a")
        assert "changed by bob" in session.frame
        await session.press("ctrl+l", "a")
        assert session.on_disk(2).wording.state is WordingState.ACCEPTED


async def test_the_claim_pane_and_the_sign_off_show_what_changes(proposed: Path) -> None:
    with bench_at(proposed, "bob") as bench:
        claim = bench.find_claim("2")
        bench.set_stance(claim, bench.claim(claim).evidence[0].id, Stance.CONFLICTS)
        bench.set_verdict(claim, "wording-to-fix", "31,000")
        tick_items(bench, claim)
    async with running(proposed, (140, 40)) as session:
        await session.press("j", "i")
        shown = " ".join(session.frame.split())
        assert "wording We have planted [-40,000-] {+31,000+} trees[- in two years-] (open, proposed by bob)" in shown
        await session.press("escape", "S")
        shown = " ".join(session.frame.split())
        assert "{+31,000+} trees[- in two years-]" in shown
        assert "nobody has decided on it; to decide ends a sign-off" in shown
        await session.press("y")
        with bench_at(proposed, "bob") as bench:
            settle(bench, bench.find_claim("2"), WordingState.ACCEPTED)
        await session.press("ctrl+l", "i")
        shown = " ".join(session.frame.split())
        assert "STALE: its wording was open" in shown
        assert "as signed We have planted [-40,000-] {+31,000+} trees[- in two years-] (open, proposed by bob)" in shown


async def test_hostile_words_act_nowhere(fresh: Path) -> None:
    with bench_at(fresh, "bob") as bench:
        propose(bench, bench.find_claim("2"), f"Other words.{EVERYTHING}")
        settle(bench, bench.find_claim("2"), WordingState.STET, reason=EVERYTHING)
    async with running(fresh) as session:
        for keys in (("j", "i"), ("v", "ctrl+t"), ("v", "ctrl+t", "p"), ("H",)):
            await session.press(*keys)
            assert not FORBIDDEN.search(session.frame)
            assert session.app.fault is None
            while session.dialog:
                await session.press("escape")
