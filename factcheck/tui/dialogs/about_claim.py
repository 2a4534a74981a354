"""What dialogs about a claim share: they decide on it as it was shown, and say what others decided meanwhile.

A conflict shows both sides: what the others decided, in words; what was typed here stays in its input.
"""

from __future__ import annotations

from factcheck.domain import ClaimView
from factcheck.errors import ConflictError, FactcheckError
from factcheck.tui.decisions import words_of
from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.lines import app_of
from factcheck.tui.pieces import Role

MOST_TOLD = 3
"""Decisions of others that are told, the last ones: the history has all."""


class AboutClaim(Dialog):
    """A dialog about a claim, as it was shown when the dialog opened or was read again."""

    def __init__(self, view: ClaimView | None) -> None:
        super().__init__()
        self.view = view

    @property
    def claim(self) -> ClaimView:
        """The claim as it was shown, of a dialog that was given one."""
        assert self.view is not None  # noqa: S101 - given at the start
        return self.view

    def reads_again(self, key: str) -> bool:
        """Read the claim again on the key that does so; tell whether it was that."""
        if self.view is None or app_of(self).keys.by_key().get(key) != "reload":
            return False
        desk = app_of(self).desk
        desk.refresh(self.view.claim.id)
        self.view = desk.bench.claim(self.view.claim.id)
        self.on_read_again()
        self.say("read again; what you typed is still here: save it if it still holds", Role.GOOD)
        return True

    def on_read_again(self) -> None:
        """Show anew what a dialog shows of the claim."""

    def refused_by(self, error: FactcheckError) -> None:
        """Say what others decided meanwhile, and how to go on."""
        if not isinstance(error, ConflictError) or self.view is None:
            return
        app, view = app_of(self), self.view
        places = {item.id: number for number, item in enumerate(view.evidence, start=1)}
        events = [e for e in app.desk.bench.history(view.claim.id) if e.seq > view.state.seq]
        others = [e for e in events if e.user != app.desk.bench.user]
        if not others:  # somebody holds the claim: the refusal says who, and until when
            return
        told = "; ".join(
            f"{e.user} {e.at.astimezone():%H:%M}: {words_of(e, app.review.decisions.rating, places)}"
            for e in others[-MOST_TOLD:]
        )
        key = app.keys.first("reload")
        self.say(f"not saved. Theirs: {told}. Yours is still here: {key} reads the claim again, then save", Role.BAD)
