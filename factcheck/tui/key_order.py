"""Keys one after the other: the next is handed out when the one before has been dealt with, and what it opened is up.

Textual hands keys to whatever has the focus as fast as they come. Who types ahead ("s w", a name, Enter) would have the
first letters of the name go to the menu, which is gone by the time it reads them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

LOST_AFTER = 0.25
"""Seconds after which it is looked whether what had the last key is gone, and its answer with it."""
LOST_ANYWAY = 10.0
"""Seconds after which the next key is handed out in any case."""


class KeysInOrder(App[int], inherit_bindings=False):
    """An app that hands out keys in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key] = deque()
        self._under_way = 0
        """The number of the key that is dealt with now; 0 for none."""
        self._held = False
        self._handed = 0
        self._key = ""
        """The key that was handed out last."""
        self._has_it: tuple[MessagePump, ...] = ()
        """What the key that is dealt with now passes through."""
        self._since = 0.0
        self._guard: Timer | None = None

    def hand_on(self, event: events.Key) -> None:
        """Hand a key, which is being dealt with, to whatever is on top now: before those that were typed after it."""
        self._typed.appendleft(events.Key(event.key, event.character))
        if not self._under_way:
            self.call_later(self._next_key)

    def hold_keys(self) -> None:
        """Keep keys until `go_on_with_keys`: what the last one does is still to come."""
        self._held = True
        self._handed += 1
        self._under_way = self._handed

    def go_on_with_keys(self) -> None:
        """Hand out the keys that were kept, once what the last one opened is up."""
        self._held = False
        self.call_later(self.screen.call_later, self.call_later, self._next_key)

    def drop_repeated(self, meant: Callable[[str], bool]) -> None:
        """Forget that the key which closes a dialog was pressed twice, unless the second press is `meant` for the next.

        Who pressed it before the dialog was gone had not seen what stands there now.
        """
        while self._typed and self._typed[0].key == self._key and not meant(self._key):
            self._typed.popleft()

    async def on_event(self, event: events.Event) -> None:
        """Keep a key until its turn; everything else goes its way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self._under_way:
            await self._next_key()
        elif self._guard is None:
            self._guard = self.set_timer(LOST_AFTER, self._go_on)

    async def _next_key(self) -> None:
        if self._held:
            return
        self._under_way = 0
        if not self._typed or not self.screen_stack:  # nothing waits, or the program ends
            return
        self._handed += 1
        number = self._under_way = self._handed
        screen = self.screen
        target = screen.focused or screen
        event = self._typed.popleft()
        self._key = event.key
        self._has_it, self._since = (target, screen), monotonic()
        await super().on_event(event)

        async def dealt_with() -> None:
            if self._under_way == number:
                await self._next_key()

        # The key passes from what has the focus to the screen; behind it, in each queue, the word that it has passed.
        if not target.call_later(screen.call_later, self.call_later, dealt_with):
            self.call_later(dealt_with)

    async def _go_on(self) -> None:
        self._guard = None
        if self._typed:
            self._guard = self.set_timer(LOST_AFTER, self._go_on)
            if monotonic() - self._since > LOST_ANYWAY or not all(map(_is_there, self._has_it)):
                await self._next_key()


def _is_there(pump: MessagePump) -> bool:
    """Whether something still takes messages: on a busy machine its answer may take long, but it comes."""
    return pump.is_running and not pump._closing  # noqa: SLF001 - Textual does not tell otherwise
