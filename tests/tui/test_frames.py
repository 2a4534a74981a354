"""The screen as it is: text of whole frames. Twelve states in five sizes; dialogs in a small and a wide terminal."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain import BoundCitation, Citation, CitationKind, Span
from factcheck.web.network import Access
from factcheck.workbench import meeting
from tests.tui import frames
from tests.tui.running import running
from tests.tui.workspace import SENTENCES, bench_at, calculate, fill
from tests.web.record import CASSETTE

SIZES = ((80, 24), (140, 40))
OTHER_SIZES = ((60, 15), (110, 30), (200, 60))
FIVE = (*SIZES, *OTHER_SIZES)
MANY = 10_000
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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", WORKED)
async def test_frame(state: str, size: tuple[int, int], worked: Path) -> None:
    async with running(worked, size) as session:
        await session.press(*WORKED[state])
        frames.check(session.app, f"{state}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", OTHER_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", ["verdict", "steps", "queue", "sign-off-blocked"])
async def test_frame_of_other_sizes(state: str, size: tuple[int, int], worked: Path) -> None:
    async with running(worked, size) as session:
        await session.press(*WORKED[state])
        frames.check(session.app, f"{state}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", FIVE, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
async def test_state(state: str, size: tuple[int, int], worked: Path) -> None:
    async with running(worked, size) as session:
        await session.press(*STATES[state])
        frames.check(session.app, f"{state}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", FIVE, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("state", "count", "sentences"),
    [("empty", 0, SENTENCES), ("one-claim", 1, SENTENCES), ("long", 2, (LONG, LONG)), ("cells", 4, WIDE_LETTERS)],
)
async def test_state_of(
    state: str, count: int, sentences: tuple[str, ...], size: tuple[int, int], filled: Callable[..., Path]
) -> None:
    async with running(filled(count, sentences=sentences), size) as session:
        await session.press("j")
        frames.check(session.app, f"{state}-{size[0]}x{size[1]}")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of 10,000 claims, which no test here changes."""
    return fill(tmp_path_factory.mktemp("many") / "many", MANY)


@pytest.mark.parametrize("size", FIVE, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_state_of_many(size: tuple[int, int], many: Path) -> None:
    async with running(many, size) as session:
        await session.press("j")
        frames.check(session.app, f"many-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", FIVE, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_state_of_an_error(size: tuple[int, int], worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        meeting.hold(bob, bob.find_claim("2"), minutes=30)
    async with running(worked, size) as session:
        await session.press("j", "2", "c")
        frames.check(session.app, f"error-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", FIVE, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_state_while_pages_are_fetched(
    size: tuple[int, int], worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    async def never(*_: object, **__: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("factcheck.web.fetching.Fetcher.fetch", never)
    with bench_at(worked) as bench, bench.store.transaction() as tx:
        one = Citation(anchor=Span(0, 0, ""), kind=CitationKind.FOOTNOTE, target="http://harbour.example/report")
        tx.put_citations("revision1", [BoundCitation(citation=one, claims=(bench.find_claim("2"),))])
    async with running(worked, size) as session:
        session.app.fetching.access = Access(offline=True, cassette=CASSETTE)
        await session.press("j", "F")
        await asyncio.to_thread(begun.wait)
        session.app.fetching._progressed(2, 3, 8)
        await session.settle()
        frames.check(session.app, f"fetching-{size[0]}x{size[1]}")
        await session.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frame_of_a_calculation(size: tuple[int, int], worked: Path) -> None:
    async with running(calculate(worked), size) as session:
        await session.press("j", "2", "G")
        frames.check(session.app, f"calculation-{size[0]}x{size[1]}")
        await session.press("c")
        assert "[C]" in session.frame


@pytest.mark.parametrize("size", [(100, 30), (55, 14), (20, 5)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frame_between(size: tuple[int, int], worked: Path) -> None:
    async with running(worked, size) as session:
        await session.press("j", "2")
        frames.check(session.app, f"conflict-{size[0]}x{size[1]}")


async def test_frame_in_ascii_has_no_box_characters(worked: Path) -> None:
    async with running(worked, ascii_only=True) as session:
        await session.press("j", "2")
        frames.check(session.app, "conflict-ascii")
        assert session.frame.isascii()


async def test_frame_blind_has_no_suggestion(worked: Path) -> None:
    (worked / "factcheck.toml").write_text("[workbench]\nblind = true\n", encoding="utf-8")
    async with running(worked) as session:
        await session.press("j", "2")
        frames.check(session.app, "conflict-blind")
        assert "[?" not in session.frame
        assert "opposes" not in session.frame
