"""What a key needs is loaded beside the screen; a key that comes before that says so, and is done when it can be."""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from pathlib import Path

import pytest
from textual.widgets import Input

from factcheck.tui import loading as loading_module
from factcheck.tui.keys import COMMANDS
from factcheck.tui.loading import FETCHES, FETCHING, FIRST, ONE_MOMENT, THEN, Loading
from tests.tui.running import Session, running

LATE = [("b", "p"), ("F",), ("m",), ("e", "s"), ("w", "q"), ("S",)]


class Slow(Loading):
    """Still loads until it is told that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = False

    def lacks(self, command: str) -> bool:
        return not self.loaded and not command.startswith("cursor")


def slowly(session: Session) -> Slow:
    session.app._loading = slow = Slow()
    return slow


async def until(session: Session, words: str) -> None:
    for _ in range(500):
        await session.pilot.pause(0.01)
        if words in session.frame:
            return
    raise AssertionError(words)


def test_what_is_loaded_is_there() -> None:
    for name in (*FIRST, *THEN, *FETCHING):
        import_module(name)


def test_nothing_is_lacking_before_it_begins_and_after_it_has_ended() -> None:
    loading = Loading()
    names = [command.id for command in COMMANDS if command.id not in FETCHES]
    assert not any(map(loading.lacks, names))
    loading.start()
    assert not loading.lacks("cursor-down")
    loading._thread.join()
    assert not any(map(loading.lacks, names))


def test_what_fetches_is_loaded_in_a_thread_when_somebody_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    goes_on = threading.Event()

    def slow(name: str) -> None:
        asked.append(name)
        goes_on.wait(5)

    monkeypatch.setattr(loading_module, "import_module", slow)
    for name in FETCHING:
        monkeypatch.delitem(sys.modules, name, raising=False)
    loading = Loading()
    assert not loading.lacks("cursor-down")
    assert not asked
    assert loading.lacks("fetch")
    assert loading.lacks("refetch")
    goes_on.set()
    assert loading._fetching is not None
    loading._fetching.join()
    assert not loading.lacks("fetch")
    assert asked == list(FETCHING), "once"


@pytest.mark.parametrize("keys", LATE)
async def test_a_key_that_comes_too_early_says_so_and_is_done_later(keys: tuple[str, ...], fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j")
        slow = slowly(session)
        for key in keys:
            session.app.post_message(_key(key))
        await until(session, ONE_MOMENT)
        assert session.dialog in {"", "KeyMenu"}
        slow.loaded = True
        await session.settle()
        assert ONE_MOMENT not in session.frame
        assert session.dialog not in {"", "KeyMenu"} or "nothing to ask" in session.frame


async def test_what_is_typed_meanwhile_goes_to_what_the_key_opens(fresh: Path) -> None:
    async with running(fresh) as session:
        slow = slowly(session)
        for key in ("b", "s", "j", "u", "c"):
            session.app.post_message(_key(key))
        await until(session, ONE_MOMENT)
        await session.pilot.pause(0.6)  # longer than it takes until what took a key is found gone
        slow.loaded = True
        await session.settle()
        assert session.dialog == "CorpusDialog"
        assert session.app.screen.query_one("#field", Input).value == "juc"
        assert session.desk.cursor == 0


def _key(key: str):
    from textual import events

    return events.Key(key, key)
