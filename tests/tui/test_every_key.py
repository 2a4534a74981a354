"""Each key of config/keys.toml does what its command says: on the desk, on the screen, on disk.

The cases are found by the id of the command. A key without a case fails, and so does a case without a key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.settings.files import shipped_folder
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.filtering import Order
from factcheck.tui.keys import BY_ID, CLAIMS, EVIDENCE, PASSAGE, key_name
from tests.tui.running import Session, running
from tests.tui.workspace import bench_at

KEYS: dict[str, list[str]] = tomllib.loads((shipped_folder() / "keys.toml").read_text(encoding="utf-8"))["keys"]
TO_8 = ("G", "k", "k")
TO_EVIDENCE = ("j", "2")
"""To the first candidate of claim 2."""


class Opener:
    """A program that opens something, and goes on."""

    def __init__(self, session: Session, argv: list[str]) -> None:
        session.opened.append(argv)

    def poll(self) -> None:
        """It has not ended."""


@dataclass(frozen=True)
class Case:
    """What is pressed before, and what holds after. `shows`: words that the screen then has."""

    after: Callable[[Session], object]
    before: tuple[str, ...] = ()
    shows: str = ""


def stance(session: Session) -> Stance | None:
    decided = session.on_disk(2).stances
    return next(iter(decided.values())).stance if decided else None


def dialog(name: str, *before: str, shows: str) -> Case:
    return Case(lambda s: s.dialog == name, before, shows)


def copied(session: Session) -> str:
    """What is in the clipboard and in the file beside it."""
    path = Path(session.app.review.desk.last.partition("also in ")[2]).expanduser()
    assert path.read_text(encoding="utf-8") == session.app.clipboard
    return session.app.clipboard


CASES = {
    "cursor-down": Case(lambda s: s.desk.cursor == 1, shows=">  2 [ ]!"),
    "cursor-up": Case(lambda s: s.desk.cursor == 1, ("j", "j"), ">  2 [ ]!"),
    "page-down": Case(lambda s: s.desk.cursor == 5, shows=">  6"),
    "page-up": Case(lambda s: s.desk.cursor == 4, ("G",), ">  5"),
    "top": Case(lambda s: s.desk.cursor == 0, ("G",), ">  1"),
    "bottom": Case(lambda s: s.desk.cursor == 9, shows="> 10"),
    "pane-next": Case(lambda s: s.desk.pane == EVIDENCE, shows="━━ 2 Evidence"),
    "pane-previous": Case(lambda s: s.desk.pane == PASSAGE, shows="━━ 3 Passage"),
    "pane-claims": Case(lambda s: s.desk.pane == CLAIMS, ("3",), "━━ 1 Claims"),
    "pane-evidence": Case(lambda s: s.desk.pane == EVIDENCE, shows="━━ 2 Evidence"),
    "pane-passage": Case(lambda s: s.desk.pane == PASSAGE, shows="━━ 3 Passage"),
    "claim-next": Case(lambda s: (s.desk.cursor, s.desk.pane) == (1, EVIDENCE), ("2",), "── Claim 2"),
    "claim-previous": Case(lambda s: (s.desk.cursor, s.desk.pane) == (0, EVIDENCE), TO_EVIDENCE, "── Claim 1"),
    "todo-next": Case(lambda s: s.desk.cursor == 4, ("j", "j"), "── Claim 5"),  # 4 is signed
    "todo-previous": Case(lambda s: s.desk.cursor == 2, ("j", "j", "j", "j"), "── Claim 3"),
    "open-detail": Case(lambda s: s.desk.pane == EVIDENCE, shows="━━ 2 Evidence"),
    "stance-corroborates": Case(lambda s: stance(s) == Stance.CORROBORATES, TO_EVIDENCE, "[C]  0.91"),
    "stance-conflicts": Case(lambda s: stance(s) == Stance.CONFLICTS, TO_EVIDENCE, "[X]  0.91"),
    "stance-related": Case(lambda s: stance(s) == Stance.RELATED, TO_EVIDENCE, "[R]  0.91"),
    "stance-dismiss": Case(lambda s: stance(s) == Stance.UNRELATED, TO_EVIDENCE, "[-]  0.91"),
    "stance-clear": Case(lambda s: stance(s) is None, (*TO_EVIDENCE, "c", "k"), "[?c] 0.91"),
    "pin": Case(lambda s: len(s.on_disk(2).cited) == 1, TO_EVIDENCE, "[?c]#0.91"),
    "verdict": dialog("VerdictDialog", "j", shows="Verdict on claim 2"),
    "note": dialog("NoteDialog", shows="Note on claim 1"),
    "sign-off": dialog("SignDialog", "j", shows="Sign off claim 2"),
    "withdraw": dialog("FormDialog", "j", "j", "j", shows="Withdraw the sign-off of claim 4"),
    "confirm": dialog("ConfirmDialog", *TO_EVIDENCE, shows="Confirm claim 2"),
    "items": dialog("ItemsDialog", "j", shows="[ ] number    40,000"),
    "hold": dialog("FormDialog", shows="Hold claim 1"),
    "submit": dialog("Reader", *TO_8, shows="all that contradicts it was released after"),
    "send-back": dialog("FormDialog", *TO_8, shows="Return claim 8"),
    "assign": dialog("FormDialog", shows="Assign claim 1"),
    "wait": dialog("FormDialog", shows="Wait for an answer on claim 1"),
    "triage": dialog("FormDialog", shows="Sort claim 1"),
    "waive": dialog("FormDialog", shows="Waive claim 1"),
    "dispute": dialog("FormDialog", *TO_8, shows="position of bob: contradicted: The report counts 31,000."),
    "settle": Case(lambda s: not s.dialog, shows="claim 1: not while it is extracted"),
    "close": dialog("FormDialog", shows="Close claim 1"),
    "deadline": dialog("FormDialog", shows="Deadline of Council budget speech"),
    "search-corpus": dialog("CorpusDialog", "j", shows="Search for claim 2"),
    "select-passage": dialog("SourceDialog", *TO_EVIDENCE, shows="Source: Tree count 0"),
    "more-candidates": dialog("MoreDialog", "j", shows="Below the threshold for claim 2"),
    "add-evidence": dialog("FormDialog", "j", shows="Evidence for claim 2"),
    "calculate": dialog("FormDialog", "j", shows="Calculate for claim 2"),
    "open-source": Case(lambda s: s.opened[0][-1] == "https://parks.example/0", TO_EVIDENCE, "opened: https://parks"),
    "queue": dialog("ClaimsDialog", shows="Next for alice: "),
    "waiting": dialog("ClaimsDialog", shows="nobody's answer is waited for"),
    "to-review": dialog("ClaimsDialog", shows="To review: 1"),
    "disputed": dialog("ClaimsDialog", shows="nothing is disputed"),
    "stale": dialog("StaleDialog", shows="Stale claims of Council budget speech: 1"),
    "checked-before": dialog("ClaimsDialog", shows="nothing in another article says this and has a verdict"),
    "keys": dialog("KeysDialog", shows="no key is trusted here, and you have none: n makes one"),
    "erase": dialog("EraseDialog", *("j",) * 5, shows="The office sent a newer table."),
    "names": dialog("NamesDialog", shows="Names of Council budget speech: "),
    "article": dialog("ArticleDialog", shows="Article Council budget speech"),
    "handover": dialog("BesideReader", shows="done: 2"),
    "orphans": dialog("OrphansDialog", shows="all decisions of the earlier revision have their claim"),
    "removed": dialog("RemovedDialog", shows="no claim has left the list"),
    "split": dialog("MarkingDialog", shows="Split claim 1"),
    "join": dialog("MarkingDialog", shows="Join claim 1"),
    "bounds": dialog("MarkingDialog", shows="Move the bounds of claim 1"),
    "claimant": dialog("FormDialog", "j", shows="Correct the claimant of claim 2"),
    "said-on": dialog("FormDialog", shows="Correct the date of claim 1"),
    "add-claim": dialog("FormDialog", shows="A claim of Council budget speech"),
    "remove-claim": dialog("FormDialog", shows="Take out of the list: claim 1"),
    "undo": Case(lambda s: stance(s) is None, (*TO_EVIDENCE, "c"), "undone: stance corroborates on evidence 1"),
    "redo": Case(lambda s: stance(s) == Stance.CORROBORATES, (*TO_EVIDENCE, "c", "u"), "redone: stance corroborates"),
    "search": dialog("SearchDialog", shows="find; Enter stays here"),
    "search-next": Case(lambda s: s.desk.cursor == 7, ("/", *"trees", "enter"), "/trees: 2"),
    "search-previous": Case(lambda s: s.desk.cursor == 7, ("/", *"trees", "enter"), "/trees: 2"),
    "filter": dialog("FilterDialog", shows="Show only claims with"),
    "sort": Case(lambda s: s.desk.order is Order.WORTH, shows="check-worthiness"),
    "copy": Case(lambda s: copied(s) == s.desk.evidence.candidate.passage.text, TO_EVIDENCE, "characters copied"),
    "copy-cite": Case(lambda s: "https://parks.example/0" in copied(s), TO_EVIDENCE, "characters copied"),
    "fetch": dialog("Reader", "j", shows="this workspace does not allow to fetch pages"),
    "refetch": dialog("Reader", *TO_EVIDENCE, shows="parks.example/0: was not fetched"),
    "detail": dialog("Reader", "j", shows="Claim 2 in full"),
    "text": Case(lambda s: s.desk.reading, ("j",), ">2! We have planted"),
    "zoom": Case(lambda s: s.app.review.zoomed and "2 Evidence" not in s.frame, shows="1 Claims"),
    "theme": Case(lambda s: s.app.theme == "factcheck-light", shows="theme factcheck-light"),
    "history": dialog("Reader", "j", "j", "j", shows="Decisions on claim 4"),
    "reload": Case(lambda s: s.desk.row(0).notes == 1, ("by bob",), "1 note"),
    "help": dialog("MenuDialog", shows="Help: claims first, then all"),
    "palette": Case(lambda s: s.dialog == "MenuDialog" and isinstance(s.app.focused, SafeInput), shows="Commands"),
    "back": Case(lambda s: CLAIMS not in s.desk.searched, ("/", *"trees", "enter"), "━━ 2/10"),
    "suspend": Case(lambda s: s.suspended == ["suspended"]),
    "quit": Case(lambda s: s.app._exit),
}


def test_every_command_has_a_case_and_every_case_a_key() -> None:
    assert set(CASES) == set(BY_ID) == set(KEYS)


@pytest.mark.parametrize(("command", "key"), [(command, key) for command, keys in KEYS.items() for key in keys])
async def test_key(command: str, key: str, worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = CASES[command]
    async with running(worked) as session:
        session.suspended = []
        session.opened = []
        monkeypatch.setattr("factcheck.tui.opening.subprocess.Popen", lambda argv, **_: Opener(session, argv))
        monkeypatch.setattr(session.app, "action_suspend_process", lambda: session.suspended.append("suspended"))
        for step in case.before:
            if step == "by bob":
                with bench_at(worked, "bob") as bob:
                    bob.add_note(session.desk.row(0).id, "Seen.")
            else:
                await session.press(step)
        await session.press(*key_name(key).split())
        assert case.after(session)
        if case.shows:
            assert case.shows in session.frame
