"""The keys that sign: whose are trusted here, and one's own; made, trusted and revoked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.domain import ClaimView
from factcheck.errors import InputError
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Answers, Ask, Form, FormDialog
from factcheck.tui.dialogs.listing import ListDialog
from factcheck.tui.lines import app_of
from factcheck.tui.lists import Entry
from factcheck.tui.pieces import Piece, Role, line, row_text
from factcheck.workbench import trusting

if TYPE_CHECKING:
    from factcheck.review.trust import TrustedKey
    from factcheck.workbench import Workbench

Save = Callable[[Answers, ClaimView | None], str]

SHORT = 12
"""Hexadecimal digits by which a key is called."""
UNLOCKS = Ask("passphrase", hint="of your own key, if it has one and was not unlocked yet", is_secret=True)


def keys_here(bench: Workbench) -> Sequence[Entry]:
    """The keys that are or were trusted here, and one's own on this machine that are not."""
    ring, own = trusting.ring(bench.store), {file.key: str(file.path) for file in trusting.key_files(bench.user)}
    found = [_entry(one.key, one.holder, _trust(one), own.get(one.key, "")) for one in ring.keys.values()]
    found += [
        _entry(key, bench.user, "not trusted here: t trusts it", path)
        for key, path in own.items()
        if key not in ring.keys
    ]
    return found


def _trust(one: TrustedKey) -> str:
    revoked = f"; revoked by event {one.revoked}: {one.reason}" if one.revoked else ""
    return f"trusted by {one.user}, event {one.since}{revoked}"


def _entry(key: str, holder: str, stands: str, path: str) -> Entry:
    mine = f"; on this machine: {path}" if path else ""
    head = line(Piece(f"{row_text(holder)}  ", Role.STRONG), Piece(row_text(stands), Role.DIM))
    return Entry(lines=(head, line("  ", Piece(key, Role.KEY), Piece(row_text(mine), Role.DIM))), key=key)


class KeysDialog(ListDialog):
    """Whose keys sign; `n` makes one's own, `t` trusts one, `r` revokes the one under the cursor."""

    hints = (("n", "new key"), ("t", "trust"), ("r", "revoke"), ("/", "search"), ("Esc", "close"))

    def __init__(self, decisions: Decisions) -> None:
        super().__init__("Keys that sign", keys_here, "no key is trusted here, and you have none: n makes one")
        self.decisions = decisions
        self._bench = decisions.desk.bench

    def pressed(self, key: str) -> bool:
        """`n` makes, `t` trusts, `r` revokes."""
        if self.is_typing or key not in {"n", "t", "r"}:
            return super().pressed(key)
        if key == "r" and self.here is None:
            self.say("there is no key to revoke")
        else:
            self._ask({"n": self._new, "t": self._trust, "r": self._revoke}[key]())
        return True

    def go_there(self) -> None:
        """A key is nowhere in the list of claims."""
        self.say("n makes a key of your own, t trusts one, r revokes the one under the cursor")

    def _ask(self, form: Form) -> None:
        app_of(self).push_screen(FormDialog(form), lambda _: self.start())

    def _new(self) -> Form:
        user = self._bench.user
        there = bool(trusting.key_files(user))

        def save(answers: Answers, _: ClaimView | None) -> str:
            if answers["passphrase"] != answers["once more"]:
                raise InputError("the two are not the same: type the passphrase twice")
            made = trusting.make_key(user, lambda: answers["passphrase"], rotate=there)
            self._unlock(answers)
            return self.decisions.done("", f"key {made.key[:SHORT]} made: {made.path}; t trusts it", undoable=False)

        asks = (
            Ask("passphrase", hint="empty: none; whoever has the file signs in your name then", is_secret=True),
            Ask("once more", hint="the same", is_secret=True),
        )
        about = "beside the one there is: trust it, then revoke that" if there else "in a file of your own"
        return self._form(f"A new key of {user}", about, asks, save, "key-new")

    def _trust(self) -> Form:
        def save(answers: Answers, _: ClaimView | None) -> str:
            if bool(answers["name"]) != bool(answers["key"]):
                raise InputError("give both name and key, or neither for your own")
            self._unlock(answers)
            made = trusting.trust(self._bench, answers["name"], answers["key"])
            return self.decisions.done("", f"trusted: key {made.key[:SHORT]} of {made.holder}", undoable=False)

        asks = (
            Ask("name", hint="whose key it is; empty: yours"),
            Ask("key", hint="all of it, read out by its holder; empty: your own newest"),
            UNLOCKS,
        )
        about = "whoever has a trusted key signs with it from then on, and nobody signs in that name without it"
        return self._form("Trust a key in this workspace", about, asks, save, "key-trust")

    def _revoke(self) -> Form:
        key = self.here.key if self.here else ""

        def save(answers: Answers, _: ClaimView | None) -> str:
            self._unlock(answers)
            ended = trusting.revoke(self._bench, key, answers["reason"])
            told = f"revoked: key {ended.key[:SHORT]} of {ended.holder}; what it signed before stays signed"
            return self.decisions.done("", told, undoable=False)

        asks = (Ask("reason", hint="why; the log keeps it"), UNLOCKS)
        return self._form(
            f"Revoke key {key[:SHORT]}", "what it signed before stays signed", asks, save, f"revoke:{key}"
        )

    def _unlock(self, answers: Answers) -> None:
        """Have the passphrase that was typed unlock the user's key, now and until the workbench is closed."""
        if typed := answers["passphrase"]:
            self._bench.passphrase = lambda _: typed

    @staticmethod
    def _form(title: str, about: str, asks: tuple[Ask, ...], save: Save, draft: str) -> Form:
        told = (line(Piece(about, Role.DIM)),)
        return Form(title=title, about=told, asks=asks, save=save, draft=draft, subject="keys")
