"""Words that are proposed in place of those of a claim, and what became of the proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WordingState(StrEnum):
    """What was decided of a proposed wording. `stet`: the words stand as they are; `cut`: they leave the text."""

    OPEN = "open"
    ACCEPTED = "accepted"
    STET = "stet"
    CUT = "cut"


APPLIED = "applied"
"""The word for a wording that was accepted and that the text has now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is to stand in place of the words of a claim (`before`), as `user` proposed it; `text` "": nothing is.

    `settled_by`, `settled_at`, `reason`: who accepted it, let the words stand or cut them; `applied`: the text has it.
    """

    before: str
    text: str
    state: WordingState
    user: str
    at: datetime
    reason: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None
    applied: bool = False

    @property
    def standing(self) -> str:
        """Where it stands, in a word: its state, or `applied`."""
        return APPLIED if self.applied else str(self.state)

    @property
    def bound(self) -> tuple[str, ...]:
        """What a sign-off binds of it: the old and the new words, what was decided, and why."""
        return self.before, self.text, str(self.state), self.reason
