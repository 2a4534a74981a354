"""Editing the list of claims from the keyboard."""

from __future__ import annotations

from pathlib import Path

from factcheck.domain import ReviewState
from factcheck.workbench import Workbench
from tests.tui.running import Session, running

MARKED = {"s", "j", "b"}
"""Edits whose answer is marked in the article: Tab goes to the line in which it is typed."""


async def edited(session: Session, keys: tuple[str, ...], *answers: str) -> None:
    """Press keys, answer in the line, and wait for the work beside the screen."""
    await session.press(*keys, *(["tab"] if keys[-1] in MARKED else []))
    for answer in answers:
        await session.press("ctrl+u")
        await session.type(answer)
        await session.press("enter")


def rows(folder: Path) -> dict[int, str]:
    with Workbench.open(folder, user="reader") as bench:
        return {row.number: row.verbatim for row in bench.summaries()}


async def test_a_claim_is_split_and_the_split_undone(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "s"), "in the district")
        assert [rows(fresh)[n] for n in (11, 12)] == ["Bus fares in the district", "rose by 12% in March."]
        assert session.desk.selected.number == 11
        assert "split: now claim 11, 12" in session.frame
        await session.press("u")
        assert 1 in rows(fresh)


async def test_words_that_do_not_stand_there_are_told_and_kept(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "s"), "in the country")
        assert "does not stand in this claim" in session.frame
        assert session.app.screen.answers == {"after": "in the country"}
        assert len(rows(fresh)) == 10


async def test_claims_are_joined(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "j", "e", "j", "enter")
        assert rows(fresh)[11].startswith("No other council has [ever] cut")
        assert not {3, 4} & set(rows(fresh))


async def test_what_an_edit_was_is_told_in_words(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "w"), "A joke.")
        assert "claim 1: out of the list" in session.frame
        await edited(session, ("e", "d"), "2026-11-19")
        assert "claim 2: date corrected" in session.frame
        await edited(session, ("e", "b"), "We have planted 40,000 trees")
        assert "claim 2: bounds moved: now claim 11" in session.frame


async def test_an_undone_join_is_told_with_the_numbers_of_its_claims(fresh: Path) -> None:
    async with running(fresh, size=(120, 40)) as session:
        await session.press("j", "j", "e", "j", "enter")
        await session.press("escape", "u")
        assert "undone: join: claims 3, 4 replaced by 11" in session.frame
        await session.press("H")
        assert "join: claims 3, 4 replaced by 11" in session.frame


async def test_the_next_claim_in_the_article_is_proposed_whatever_its_number(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "s"), "in the district")
        assert session.desk.selected.number == 11
        await session.press("e", "j")
        assert session.app.screen.answers == {"with": "12"}
        await session.press("escape", "j", "e", "j")
        assert session.app.screen.answers == {"with": "2"}
        await session.press("escape", "G", "e", "j")
        assert session.app.screen.answers == {"with": ""}
        await session.press("enter")
        assert "takes two claims" in session.frame


async def test_claims_that_are_no_neighbours_are_joined_only_when_asked_twice(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "j"), "4")
        assert "not neighbours" in session.frame
        assert "claim 2, 3, too" in session.frame
        assert len(rows(fresh)) == 10
        await session.press("enter")
        assert not {1, 4} & set(rows(fresh))


async def test_a_claim_gets_other_words(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "b"), "Bus fares in the district rose")
        assert rows(fresh)[11] == "Bus fares in the district rose"


async def test_claimant_and_date_are_corrected(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "c"), "Bo Hale", "mayor")
        await edited(session, ("e", "d"), "2026-11-02")
        with Workbench.open(fresh, user="reader") as bench:
            claim = bench.claim(bench.find_claim("1")).claim
        assert (claim.claimant.name, claim.claimant.office, claim.said_on.iso) == ("Bo Hale", "mayor", "2026-11-02")


async def test_a_claim_of_words_that_are_none_is_added(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "a"), "more will follow")
        assert "stands in 2 places" in session.frame
        await session.press("ctrl+u")
        await session.type("No other council has [ever]")
        await session.press("enter")
        assert "stands in 2 places" in session.frame
        assert len(rows(fresh)) == 10


async def test_a_claim_leaves_the_list_with_a_reason(fresh: Path) -> None:
    async with running(fresh) as session:
        await edited(session, ("e", "w"), "")
        assert "to withdraw a claim takes a reason" in session.frame
        await session.type("A joke.")
        await session.press("enter")
        assert 1 not in rows(fresh)
        assert session.on_disk(1).review_state is ReviewState.WITHDRAWN


async def test_a_dialog_closed_meanwhile_does_not_lose_what_is_done(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("e", "s", "tab")
        await session.type("in the district")
        await session.press("enter", "escape")
        assert 11 in rows(fresh)
        assert "split: now claim 11, 12" in session.frame
