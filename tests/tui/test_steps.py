"""The steps of the workflow from the keyboard: what each asks, what comes of it on disk, and what refuses it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.domain import ClaimState, ReviewState, Stance
from factcheck.workbench import handing
from tests.tui.running import Session, running
from tests.tui.test_deciding import with_contact
from tests.tui.workspace import bench_at

TO_8 = ("G", "k", "k")


def proposed(folder: Path, place: int) -> Path:
    """Have bob confirm claim 2 by one piece of its evidence; the first is a primary source."""
    with bench_at(folder, "bob") as bob:
        claim = bob.find_claim("2")
        bob.set_stance(claim, bob.claim(claim).evidence[place].id, Stance.CORROBORATES)
        bob.set_verdict(claim, "confirmed", "The office counted.")
    return folder


async def answered(session: Session, keys: tuple[str, ...], *answers: str) -> None:
    """Press keys, give each answer in turn, and save with Enter."""
    await session.press(*keys)
    for answer in answers:
        await session.press("ctrl+u")
        await session.type(answer)
        await session.press("enter")


async def step(session: Session, number: int, keys: tuple[str, ...], *answers: str) -> ClaimState:
    session.desk.select(number - 1)
    session.app.review.claim_moved()
    await session.settle()
    await answered(session, keys, *answers)
    return session.on_disk(number)


async def test_the_menu_lists_what_is_possible_and_why_the_rest_is_not(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("s")
        assert session.dialog == "KeyMenu"
        assert "u   hand the verdict to the reviewers  (not while it is extracted)" in session.frame
        assert "a   give the claim to a checker, or to nobody\n" in session.frame
        await session.press("u")
        assert session.dialog == ""
        assert "claim 1: not while it is extracted" in session.frame


async def test_the_menu_closes_on_escape_and_runs_what_is_under_its_cursor(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("s", "escape")
        assert session.dialog == ""
        await session.press("s", "down", "down", "enter")
        assert "Assign claim 1" in session.frame


async def test_the_menu_says_whose_step_it_is(fresh: Path) -> None:
    (fresh / "factcheck.toml").write_text('[workflow.people]\nalice = ["writer"]\n', encoding="utf-8")
    async with running(fresh, size=(200, 40)) as session:
        await session.press("s")
        assert "alice (writer) may not" in session.frame


async def test_a_claim_is_assigned_and_taken_back(fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 1, ("s", "a"), "bob")
        assert state.stage.assignment.to == "bob"
        assert "assigned" in session.frame
        await session.press("u")
        assert session.on_disk(1).stage.assignment is None


async def test_an_answer_is_waited_for_and_no_longer(fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 2, ("s", "w"), "call:Maren Holt", "2026-11-30")
        assert (state.triage.wait.person, state.triage.wait.due) == ("Maren Holt", datetime(2026, 12, 1, tzinfo=UTC))
        assert "waiting for an answer" in session.frame
        await session.press("s", "w", "ctrl+u", "ctrl+s")
        assert session.on_disk(2).triage.wait is None


@pytest.mark.parametrize(
    ("contact", "until", "told"),
    [("call:Maren Holt", "soon", "'soon' is no time"), ("Maren", "2026-11-30", "is nobody to wait for")],
)
async def test_a_wait_that_cannot_be_keeps_what_was_typed(contact: str, until: str, told: str, fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 1, ("s", "w"), contact, until)
        assert state.triage.wait is None
        assert told in session.frame
        assert session.dialog == "FormDialog"
        await session.press("escape", "s", "w")
        assert contact in session.app.screen.answers.values()


async def test_priority_and_tags_are_set_by_their_beginning(fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 1, ("s", "p"), "h", "legal, Living person")
        assert (state.triage.priority, state.triage.tags) == ("high", ("legal", "living-person"))
        state = await step(session, 1, ("s", "p"), "low", "legal")
        assert (state.triage.priority, state.triage.tags) == ("low", ("legal",))


async def test_what_is_none_of_the_options_is_refused(fresh: Path) -> None:
    async with running(fresh) as session:
        await step(session, 1, ("s", "p"), "urgent")
        assert "priority takes one of: high, normal, low" in session.frame, "at once, where it is typed"
        await session.press("up", "ctrl+s")
        assert "priority takes one of: high, normal, low" in session.frame
        assert session.on_disk(1).triage.priority == "normal"


async def test_a_claim_is_waived_and_taken_up(fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 1, ("s", "v"), "A matter of taste.")
        assert (state.review_state, state.stage.waiver.reason) == (ReviewState.WAIVED, "A matter of taste.")
        await session.press("s", "v")
        assert session.on_disk(1).stage.waiver is None


async def test_a_reason_that_names_a_contact_is_warned_of_before_it_is_on_record(fresh: Path) -> None:
    with_contact(fresh)
    async with running(fresh) as session:
        await session.press("j", "s", "v")
        await session.type("Ms Quist calls it a matter of taste")
        await session.press("enter")
        assert "not saved yet: the reason names a confidential source" in " ".join(session.frame.split())
        assert session.on_disk(2).review_state is not ReviewState.WAIVED
        await session.press("enter")
        assert session.on_disk(2).review_state is ReviewState.WAIVED


async def test_a_waiver_without_a_reason_is_refused(fresh: Path) -> None:
    async with running(fresh) as session:
        state = await step(session, 1, ("s", "v"), "")
        assert state.stage.waiver is None
        assert "to waive a claim takes a reason" in session.frame


async def test_a_verdict_is_submitted_and_returned(fresh: Path) -> None:
    async with running(proposed(fresh, 0), user="bob") as session:
        state = await step(session, 2, ("s", "u"))
        assert state.review_state is ReviewState.IN_REVIEW
    async with running(fresh) as session:
        state = await step(session, 2, ("s", "r"), "Which report?")
        assert (state.review_state, state.stage.returned.comment) == (ReviewState.RETURNED, "Which report?")
        await session.press("i")
        assert "returned by alice: Which report?" in session.frame


async def test_what_misses_the_source_policy_is_submitted_with_an_exception(fresh: Path) -> None:
    async with running(proposed(fresh, 1), user="bob") as session:
        await session.press("j", "s", "u")
        assert "look: " in session.frame
        assert session.on_disk(2).review_state is ReviewState.PROPOSED
        await session.type("There is no other.")
        await session.press("enter")
        state = session.on_disk(2)
        assert (state.review_state, state.stage.submission.exception) == (ReviewState.IN_REVIEW, "There is no other.")
        await session.press("S")
        assert "exception: There is no other." in session.frame


async def test_a_form_that_is_read_again_shows_what_others_decided_meanwhile(fresh: Path) -> None:
    async with running(proposed(fresh, 1), user="bob") as session:
        await session.press("j", "s", "u")
        with bench_at(fresh, "carol") as carol:
            carol.set_verdict(session.desk.view.claim.id, "not-checkable", "A matter of taste.")
        await session.type("There is no other.")
        await session.press("enter")
        assert "Theirs: carol" in session.frame
        await session.press("ctrl+l")
        assert "A matter of taste." in session.frame
        assert session.app.screen.answers["exception"] == "There is no other."


async def test_a_dispute_shows_the_position_and_a_third_person_both(worked: Path) -> None:
    async with running(worked) as session:
        state = await step(session, 8, ("s", "d"), "The count was corrected.")
        assert state.review_state is ReviewState.DISPUTED
    async with running(worked) as session:
        await step(session, 8, ("s", "e"), "keep", "Mine.")
        assert "alice is a party of this dispute" in session.frame
    async with running(worked, user="eva") as session:
        await session.press(*TO_8, "s", "e")
        assert "position of bob: contradicted: The report counts 31,000." in session.frame
        assert "position of alice: The count was corrected." in session.frame
        await session.type("ch")
        await session.press("enter")
        await session.type("The newer table counts.")
        await session.press("enter")
        state = session.on_disk(8)
        assert (state.review_state, state.stage.settlement.outcome) == (ReviewState.RETURNED, "change")


async def test_an_open_claim_is_closed_at_the_deadline_alone_and_opened_again(fresh: Path) -> None:
    async with running(fresh) as session:
        await step(session, 1, ("s", "c"), "open", "", "Nobody answers.")
        assert "the deadline of its article is not set" in session.frame
        await session.press("escape")
        await answered(session, ("s", "t"), "2026-11-20")
        assert "not saved yet: 2026-11-21 00:00 UTC is past" in " ".join(session.frame.split())
        await session.press("enter")
        state = await step(session, 1, ("s", "c"), "open", "", "Nobody answers.")
        assert str(state.stage.closing) == "published open"
        state = await step(session, 1, ("s", "c"), "They called.")
        assert state.stage.closing is None


async def test_a_deadline_is_set_and_taken_away(fresh: Path) -> None:
    async with running(fresh) as session:
        await answered(session, ("s", "t"), "2026-11-30T18:00")
        assert "deadline 2026-11-30 18:00 UTC" in session.frame
        await session.press("s", "t")
        assert session.app.screen.answers == {"deadline": "2026-11-30T18:00"}
        await session.press("ctrl+u", "enter")
        assert "no deadline" in session.frame


async def test_a_conflict_shows_both_sides_and_keeps_what_was_typed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("s", "v")
        await session.type("Not checkable.")
        with bench_at(fresh, "bob") as bob:
            handing.assign(bob, bob.find_claim("1"), "carol")
        await session.press("enter")
        assert "Theirs: bob" in session.frame
        assert "assigned to carol" in session.frame
        assert session.app.screen.answers == {"reason": "Not checkable."}
        assert session.on_disk(1).stage.waiver is None
        await session.press("ctrl+l", "enter")
        assert session.on_disk(1).stage.waiver.reason == "Not checkable."


async def test_a_form_goes_from_question_to_question_and_back(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("s", "w")
        await session.type("call:Ada")
        await session.press("tab")
        await session.type("2026-12-01")
        await session.press("shift+tab")
        assert session.app.screen.answers == {"contact": "call:Ada", "until": "2026-12-01"}
        await session.press("ctrl+s")
        assert session.on_disk(1).triage.wait.person == "Ada"


async def test_the_rules_are_passed_over_by_whoever_may_with_a_reason(worked: Path) -> None:
    (worked / "factcheck.toml").write_text(
        '[workflow.people]\nbob = ["checker", "editor"]\n[workflow.steps.bypass]\nwho = ["editor"]\n', encoding="utf-8"
    )
    async with running(worked, user="bob") as session:
        await session.press(*TO_8, "S")
        assert "b pass over the rules" in session.frame
        await session.press("b")
        await session.type("Breaking news.")
        await session.press("enter")
        assert session.on_disk(8).sign_off.bypass == "Breaking news."


async def test_nobody_else_passes_over_the_rules(worked: Path) -> None:
    async with running(worked, user="bob") as session:
        await session.press(*TO_8, "S", "b")
        assert session.dialog == "SignDialog"
        assert "b does nothing here" in session.frame


async def test_a_deadline_is_written_in_local_time_and_said_in_both(fresh: Path, monkeypatch) -> None:
    monkeypatch.setenv("TZ", "CET-1")
    time.tzset()
    async with running(fresh, (120, 40)) as session:
        await session.press("s", "t")
        assert "2026-11-30T12:00, in CET, unless it names a zone" in session.frame
        await session.type("2026-12-30 18:00")
        await session.press("enter")
        assert "deadline 2026-12-30 18:00 CET (2026-12-30 17:00 UTC)" in session.frame
        await session.press("s", "t")
        assert session.app.screen.input.written == "2026-12-30T18:00"
