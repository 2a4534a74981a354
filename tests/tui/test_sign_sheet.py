"""The sign-off sheet signs nothing that was not on screen, and says in words what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.domain import ReviewState, Stance
from factcheck.reports.claim_page import brief_page
from factcheck.workbench import handing
from factcheck.workbench.articles import status_of
from factcheck.workbench.ticking import untick
from tests.factory import tick_items
from tests.tui.running import running
from tests.tui.test_steps import TO_8
from tests.tui.workspace import bench_at

LONG = f"{'The office counted the trees twice, and wrote so. ' * 30}HIDDEN-TAIL: the year was not looked at."


def reasoned_at_length(folder: Path) -> Path:
    with bench_at(folder, "bob") as bob:
        claim = bob.find_claim("8")
        bob.set_verdict(claim, bob.claim(claim).state.verdict.rating, LONG)
    return folder


async def test_y_reads_on_until_the_last_line_was_on_screen_and_signs_then(worked: Path) -> None:
    async with running(reasoned_at_length(worked), (80, 24)) as session:
        await session.press(*TO_8, "S")
        frames = [session.frame]
        assert "y read on: not all was shown yet" in session.frame
        while session.dialog == "SignDialog":
            assert session.on_disk(8).sign_off is None
            await session.press("y")
            frames.append(session.frame)
        assert session.on_disk(8).sign_off.user == "alice"
        assert any("HIDDEN-TAIL" in frame for frame in frames)
        assert "y sign" in frames[-2]
        assert "digest" in "".join(frames[:-1])


async def test_to_jump_to_the_end_does_not_count_as_reading_what_lies_between(worked: Path) -> None:
    async with running(reasoned_at_length(worked), (80, 15)) as session:
        await session.press(*TO_8, "S", "G", "y")
        assert session.on_disk(8).sign_off is None
        assert "y read on" in session.frame


async def test_a_sheet_that_is_in_sight_as_a_whole_is_signed_at_once(worked: Path) -> None:
    async with running(worked, (140, 60)) as session:
        await session.press(*TO_8, "S")
        assert "read on" not in session.frame
        assert "says: " in session.frame
        await session.press("y")
        assert session.on_disk(8).sign_off.user == "alice"


async def test_the_rules_are_passed_over_only_after_all_was_shown(worked: Path) -> None:
    (reasoned_at_length(worked) / "factcheck.toml").write_text(
        '[workflow.people]\nbob = ["checker", "editor"]\n[workflow.steps.bypass]\nwho = ["editor"]\n', encoding="utf-8"
    )
    async with running(worked, (80, 24), user="bob") as session:
        await session.press(*TO_8, "S")
        assert "b read on" in session.frame
        await session.press("b")
        assert session.dialog == "SignDialog"
        await session.press("b")
        assert session.dialog == "FormDialog"


async def test_to_read_on_takes_away_what_a_refused_key_said(worked: Path) -> None:
    async with running(reasoned_at_length(worked), (80, 24)) as session:
        await session.press(*TO_8, "S", "enter")
        assert "Enter does nothing here: y read on" in session.frame
        for _ in range(20):
            await session.press("y")
            assert "does nothing here" not in session.frame
            if "y sign " in session.frame:
                break
        assert "y sign " in session.frame


async def test_what_blocks_a_sign_off_is_gone_to_by_the_key_that_it_names(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        untick(bob, bob.find_claim("8"), ["1"])
    async with running(worked, (100, 40)) as session:
        await session.press(*TO_8, "S")
        assert "not ticked: " in session.frame
        assert "(key ., or waive it there)" in " ".join(session.frame.split())
        await session.press(".")
        assert session.dialog == "ItemsDialog"
        await session.press("escape", "S", "s")
        assert session.dialog == "KeyMenu"


async def test_the_sheet_of_an_article_is_signed_once_all_of_it_was_shown(filled: Callable[..., Path]) -> None:
    folder = filled(2, each=1, every=1)
    with bench_at(folder, "bob") as bob:
        for row in bob.summaries():
            bob.set_stance(row.id, bob.claim(row.id).evidence[0].id, Stance.CORROBORATES)
            bob.set_verdict(row.id, "confirmed", "It says so.")
    with bench_at(folder) as alice:
        for row in alice.summaries():
            tick_items(alice, row.id)
            alice.sign(row.id, alice.claim(row.id).state.binding)
    async with running(folder, (60, 4)) as session:
        await session.press("w", "a")
        assert "y read on" in session.frame
        frames = [session.frame]
        for _ in range(20):
            if "y sign it" in session.frame:
                break
            await session.press("y")
            frames.append(session.frame)
            with bench_at(folder) as reader:
                assert status_of(reader, reader.articles()[0]).state != "signed-off"
        assert any("binds" in frame for frame in frames)
        await session.press("y")
        with bench_at(folder) as reader:
            assert status_of(reader, reader.articles()[0]).state == "signed-off"


async def test_a_stale_signature_is_told_beside_a_dispute_too(worked: Path) -> None:
    with bench_at(worked, "wim") as wim:
        claim = wim.find_claim("6")
        handing.dispute(wim, claim, "The figure is of last year.")
    async with running(worked, (140, 40)) as session:
        await session.press(*["j"] * 5)
        assert session.desk.view.state.review_state is ReviewState.DISPUTED
        assert "STALE, signed by" in session.frame
    with bench_at(worked, "eva") as eva:
        assert "the sign-off is stale" in "".join(brief_page(eva.claim(claim), eva.ratings, columns=200))
