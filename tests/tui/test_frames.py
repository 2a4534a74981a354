"""The screen as it is: text of whole frames. Twelve states in five sizes; dialogs in a small and a wide terminal."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.domain import BoundCitation, Citation, CitationKind, Span
from factcheck.web.network import Access
from factcheck.workbench import meeting
from tests.tui import frames
from tests.tui.running import Session, running
from tests.tui.workspace import SENTENCES, bench_at, calculate
from tests.web.record import CASSETTE

SIZES = ((80, 24), (140, 40))
OTHER_SIZES = ((60, 15), (110, 30), (200, 60))
FIVE = (*SIZES, *OTHER_SIZES)
BETWEEN = ((100, 30), (55, 14), (20, 5))
MANY = 10_000
IN_ALL = ("verdict", "steps", "queue", "sign-off-blocked")
"""Dialogs that are looked at in all five sizes."""
WORKED = {
    "unsearched": (),
    "verdict": ("j", "2", "x", "v", "5"),
    "note": ("j", "2", "a"),
    "sign-off": ("G", "k", "k", "S"),
    "sign-off-blocked": ("j", "S"),
    "history": ("j", "j", "j", "j", "j", "H"),
    "detail": ("j", "i"),
    "filter": ("f",),
    "search": ("slash", *"trees"),
    "zoom": ("j", "3", "z"),
    "text": ("j", "j", "j", "t"),
    "steps": ("j", "s"),
    "wait": ("j", "s", "w"),
    "items": ("j", "full_stop"),
    "confirm": ("j", "2", "C"),
    "queue": ("w", "q"),
    "to-review": ("w", "r"),
    "stale-list": ("w", "s"),
    "article": ("w", "a"),
    "handover": ("w", "h"),
    "keys": ("w", "k"),
    "erase": ("j", "j", "j", "j", "j", "w", "e"),
    "hold": ("j", "s", "h"),
}
STATES = {
    "conflict": ("j", "2"),
    "signed": ("j", "j", "j"),
    "stale": ("j", "j", "j", "j", "j"),
    "no-hits": ("f", "slash", *"zebra", "enter"),
    "help": ("question_mark",),
}
"""Those of the twelve states that a worked workspace comes to by keys."""
LONG = "The council says that " + "the very long street " * 60 + "has 3 lamps."
WIDE_LETTERS = (
    "市政府在三月种植了四万棵树。",
    "Fares 🚌🚌 rose by 12% 👩‍👩‍👧 in March.",
    "Café au lait costs e\u0301 3.",
)


async def check_in(session: Session, name: str, sizes: Sequence[tuple[int, int]]) -> None:
    """Compare the screen with its golden files, in the size that it has and then in others: one run shows them all."""
    for number, (width, height) in enumerate(sizes):
        if number:
            await session.resize(width, height)
        frames.check(session.app, f"{name}-{width}x{height}")


@pytest.mark.parametrize("state", WORKED)
async def test_frame(state: str, worked: Path) -> None:
    async with running(worked, SIZES[0]) as session:
        await session.press(*WORKED[state])
        await check_in(session, state, FIVE if state in IN_ALL else SIZES)


@pytest.mark.parametrize("state", STATES)
async def test_state(state: str, worked: Path) -> None:
    async with running(worked, FIVE[0]) as session:
        await session.press(*STATES[state])
        await check_in(session, state, FIVE)


@pytest.mark.parametrize(
    ("state", "count", "sentences"),
    [("empty", 0, SENTENCES), ("one-claim", 1, SENTENCES), ("long", 2, (LONG, LONG)), ("cells", 4, WIDE_LETTERS)],
)
async def test_state_of(state: str, count: int, sentences: tuple[str, ...], filled: Callable[..., Path]) -> None:
    async with running(filled(count, sentences=sentences), FIVE[0]) as session:
        await session.press("j")
        await check_in(session, state, FIVE)


async def test_state_of_many(filled: Callable[..., Path]) -> None:
    async with running(filled(MANY), FIVE[0]) as session:
        await session.press("j")
        await check_in(session, "many", FIVE)


async def test_state_of_an_error(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        meeting.hold(bob, bob.find_claim("2"), minutes=30)
    async with running(worked, FIVE[0]) as session:
        await session.press("j", "2", "c")
        await check_in(session, "error", FIVE)


async def test_state_while_pages_are_fetched(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    async def never(*_: object, **__: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("factcheck.web.fetching.Fetcher.fetch", never)
    with bench_at(worked) as bench, bench.store.transaction() as tx:
        one = Citation(anchor=Span(0, 0, ""), kind=CitationKind.FOOTNOTE, target="http://harbour.example/report")
        tx.put_citations("revision1", [BoundCitation(citation=one, claims=(bench.find_claim("2"),))])
    async with running(worked, FIVE[0]) as session:
        session.app.fetching.access = Access(offline=True, cassette=CASSETTE)
        await session.press("j", "F")
        await asyncio.to_thread(begun.wait)
        session.app.fetching._progressed(2, 3, 8)
        await session.settle()
        await check_in(session, "fetching", FIVE)
        await session.press("escape")


async def test_frame_of_a_calculation(worked: Path) -> None:
    async with running(calculate(worked), SIZES[0]) as session:
        await session.press("j", "2", "G")
        await check_in(session, "calculation", SIZES)
        await session.press("c")
        assert "[C]" in session.frame


async def test_frame_between(worked: Path) -> None:
    async with running(worked, BETWEEN[0]) as session:
        await session.press("j", "2")
        await check_in(session, "conflict", BETWEEN)


async def test_frame_in_ascii_has_no_box_characters(worked: Path) -> None:
    async with running(worked, ascii_only=True) as session:
        await session.press("j", "2")
        frames.check(session.app, "conflict-ascii")
        assert session.frame.isascii()


@pytest.mark.parametrize("state", [*WORKED, *STATES])
async def test_in_ascii_every_word_of_the_program_is(state: str, worked: Path) -> None:
    async with running(worked, (120, 40), ascii_only=True) as session:
        await session.press(*{**WORKED, **STATES}[state])
        assert session.frame.isascii()


async def test_frame_blind_has_no_suggestion(worked: Path) -> None:
    (worked / "factcheck.toml").write_text("[workbench]\nblind = true\n", encoding="utf-8")
    async with running(worked) as session:
        await session.press("j", "2")
        frames.check(session.app, "conflict-blind")
        assert "[?" not in session.frame
        assert "opposes" not in session.frame
