"""What commands need, loaded beside the screen once it is painted: no key waits for it, or the screen says so.

The first paint must not wait for it: all of it takes longer to load than the screen itself.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable
from importlib import import_module

from factcheck.tui.keys import BY_ID, Context

FIRST = (
    "factcheck.store.writing",
    *(
        f"factcheck.tui.dialogs.{name}"
        for name in ("confirm", "form", "items", "key_menu", "menu", "note", "verdict", "reader", "search", "filter")
    ),
    "factcheck.tui.steps",
)
"""What the first decision and the first dialogs need."""

THEN = (
    "factcheck.tui.edits",
    "factcheck.tui.bring",
    *(
        f"factcheck.tui.dialogs.{name}"
        for name in ("corpus", "found", "sign", "consent", "listing", "lists", "article")
    ),
    *(f"factcheck.tui.dialogs.{name}" for name in ("erasing", "keyring", "editor")),
    "factcheck.tui.lists",
    *(f"factcheck.workbench.{name}" for name in ("aside", "undoing", "earlier")),
)
"""What is needed later."""

FETCHING = (
    *(f"factcheck.workbench.{name}" for name in ("fetching", "refetching", "asking", "aside")),
    "factcheck.tui.dialogs.consent",
    "factcheck.web.network",
)
"""What fetches pages: too much memory to be loaded for those who do not."""

LATER = frozenset([Context.STEPS, Context.EDIT, Context.BRING, Context.LISTS, Context.SIGN_OFF])
FETCHES = frozenset(["fetch", "refetch"])

ONE_MOMENT = "one moment: what this key needs is being loaded"
LOOKED_AFTER = 0.03
"""Seconds between two looks whether it has been."""
SHORT_TURNS = 0.0005
"""Seconds after which the thread that loads gives way: Python's 5 ms, several times a key, are felt. p95 of keys in the
first 4 s, three starts each, 2026-11, on a machine with four times as much to do as it can: 38 to 58 ms; with 5 ms, 48
to 66."""


class Loading:
    """Loads what commands need, in a thread; what fetches pages in another, once somebody does."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=_load, args=((*FIRST, *THEN),), daemon=True)
        self._fetching: threading.Thread | None = None

    def start(self) -> None:
        """Begin; the screen is painted."""
        self._thread.start()

    def lacks(self, command: str) -> bool:
        """Whether what a command needs is still being loaded, or begins to be: to ask for it now keeps the screen."""
        if command in FETCHES:
            return self._lacks_fetching()
        return BY_ID[command].context in LATER and self._thread.is_alive()

    def _lacks_fetching(self) -> bool:
        if self._fetching is None and not all(name in sys.modules for name in FETCHING):
            self._fetching = threading.Thread(target=_load, args=(FETCHING,), daemon=True)
            self._fetching.start()
        return self._thread.is_alive() or (self._fetching is not None and self._fetching.is_alive())


def _load(names: Iterable[str]) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(SHORT_TURNS)
    try:
        for name in names:
            import_module(name)
    finally:
        sys.setswitchinterval(before)
