"""The one table of commands: id, where it belongs, what it does. Keys come from the settings (`config/keys.toml`).

Footer, help, palette and the README's table are made from it. Knows no Textual; key names are Textual's, and a single
character ("?", "]") may stand for its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """The part of the work a command belongs to: the headings of the help."""

    MOVE = "moving"
    STANCE = "stance"
    VERDICT = "verdict and notes"
    SIGN_OFF = "sign-off"
    UNDO = "undo"
    FIND = "finding"
    SOURCE = "source"
    VIEW = "view"
    APP = "program"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does. `short`: its word in the footer, "" keeps it out; `panes`: where it is of most use."""

    id: str
    context: Context
    help: str
    short: str = ""
    panes: str = ""


CLAIMS, EVIDENCE, PASSAGE = "claims", "evidence", "passage"

COMMANDS = (
    Command("help", Context.APP, "show the keys; / searches them, Enter runs one", "Help"),
    Command("cursor-down", Context.MOVE, "next row of the focused pane"),
    Command("cursor-up", Context.MOVE, "previous row of the focused pane"),
    Command("page-down", Context.MOVE, "a page down"),
    Command("page-up", Context.MOVE, "a page up"),
    Command("top", Context.MOVE, "first row"),
    Command("bottom", Context.MOVE, "last row"),
    Command("pane-next", Context.MOVE, "next pane"),
    Command("pane-previous", Context.MOVE, "previous pane"),
    Command("pane-claims", Context.MOVE, "go to the claims"),
    Command("pane-evidence", Context.MOVE, "go to the evidence"),
    Command("pane-passage", Context.MOVE, "go to the passage"),
    Command("claim-next", Context.MOVE, "next claim, from any pane"),
    Command("claim-previous", Context.MOVE, "previous claim, from any pane"),
    Command("todo-next", Context.MOVE, "next claim that is still to do", panes=CLAIMS),
    Command("todo-previous", Context.MOVE, "previous claim that is still to do", panes=CLAIMS),
    Command("open-detail", Context.MOVE, "go deeper: to the evidence, to the passage, then all in full"),
    Command("detail", Context.VIEW, "show everything about the claim and its evidence in full", "Detail", PASSAGE),
    Command("stance-corroborates", Context.STANCE, "the evidence corroborates the claim", "Corrob.", EVIDENCE),
    Command("stance-conflicts", Context.STANCE, "the evidence conflicts with the claim", "Conflict", EVIDENCE),
    Command("stance-related", Context.STANCE, "the evidence is only related to the claim", "Related", EVIDENCE),
    Command("stance-dismiss", Context.STANCE, "dismiss the evidence: unrelated", "Dismiss", EVIDENCE),
    Command("stance-clear", Context.STANCE, "take the stance back: unjudged", panes=EVIDENCE),
    Command("pin", Context.STANCE, "cite the evidence in the report, or no longer", panes=EVIDENCE),
    Command("verdict", Context.VERDICT, "propose a verdict with its rationale; Backspace clears it", "Verdict"),
    Command("note", Context.VERDICT, "leave a note on the claim, or on the evidence in focus", "Note"),
    Command("sign-off", Context.SIGN_OFF, "show what would be signed, and sign it", "Sign off"),
    Command("withdraw", Context.SIGN_OFF, "withdraw your own sign-off, with a reason"),
    Command("undo", Context.UNDO, "take back your last decision", "Undo"),
    Command("redo", Context.UNDO, "bring back what you undid"),
    Command("search", Context.FIND, "search in the focused pane", "Find"),
    Command("search-next", Context.FIND, "next place found"),
    Command("search-previous", Context.FIND, "previous place found"),
    Command("filter", Context.FIND, "show only some of the claims", "Filter", CLAIMS),
    Command("sort", Context.FIND, "order: as in the article, check-worthiness, conflicts first", panes=CLAIMS),
    Command("copy", Context.SOURCE, "copy the passage", panes=PASSAGE),
    Command("copy-cite", Context.SOURCE, "copy the passage with its source and digest", panes=PASSAGE),
    Command("fetch", Context.SOURCE, "fetch pages for the claim: its own sources, then searches; again stops it"),
    Command(
        "text", Context.VIEW, "the article as it reads, with its claims in place, or the list of claims", panes=CLAIMS
    ),
    Command("zoom", Context.VIEW, "give the focused pane the whole screen, or no longer"),
    Command("theme", Context.VIEW, "next theme"),
    Command("history", Context.VIEW, "list the decisions on this claim: who, when, what"),
    Command("reload", Context.VIEW, "read everything again, with what others decided meanwhile"),
    Command("palette", Context.APP, "find a command by name and run it"),
    Command("back", Context.APP, "close, clear the search, leave the zoom; never quits"),
    Command("suspend", Context.APP, "suspend factcheck; `fg` in the shell brings it back"),
    Command("quit", Context.APP, "quit; every decision is saved already", "Quit"),
)
BY_ID = {command.id: command for command in COMMANDS}

DIALOG_KEYS = (
    ("Esc", "close; asks first if a note is not saved"),
    ("1-9", "verdict: choose a rating"),
    ("Enter", "verdict: save with the rationale; filter: apply"),
    ("Backspace", "verdict: clear it; filter: show all"),
    ("ctrl+t", "verdict: other words for the claim; there p a s x c propose, accept, let stand, cut, take back"),
    ("ctrl+s", "note: save"),
    ("ctrl+e", "note: write it in $EDITOR"),
    ("y", "sign-off: sign; fetching: agree to what goes out"),
)
"""What keys do inside dialogs. They are fixed: each dialog says them on its last line."""

NEVER = frozenset(
    {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+enter", "f5", "f6", "ctrl+s"}
)
"""Keys that terminals send as Backspace, Tab, Enter and Esc, or that editors and flow control swallow."""

NEVER_PREFIXES = ("alt+", "ctrl+shift+")
"""Combinations that many terminals cannot send."""

FOOTER = ("help", "search", "stance-corroborates", "stance-conflicts", "stance-related", "stance-dismiss", "verdict",
          "sign-off")  # fmt: skip
"""The footer of 80 columns: at most eight, help first, none cut."""

FOOTER_WIDE = (*FOOTER[:7], "note", "sign-off", "undo", "filter", "detail", "quit")
"""The footer where there is room."""

_NAMES = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
          "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
_SHOWN = {"question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]",
          "left_curly_bracket": "{", "right_curly_bracket": "}", "escape": "Esc", "enter": "Enter", "space": "Space",
          "tab": "Tab", "shift+tab": "shift+Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
          "down": "Down", "up": "Up", "left": "Left", "right": "Right", "f1": "F1"}  # fmt: skip


def key_name(key: str) -> str:
    """Return Textual's name of a key; a single character that is no letter or digit has a name of its own."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _NAMES.get(name, name)


def shown_key(key: str) -> str:
    """Return a key as footer and help print it."""
    return _SHOWN.get(key_name(key), key)


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which key runs which command. `problems` says in words what was wrong with the settings; defaults stand in."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def by_key(self) -> dict[str, str]:
        """Map each key to the id of its command."""
        return {key: name for name, keys in self.keys.items() for key in keys}

    def shown(self, command: str) -> str:
        """Return the keys of a command for people: "j, Down"."""
        return ", ".join(shown_key(key) for key in self.keys.get(command, ()))

    def first(self, command: str) -> str:
        """Return the first key of a command for people; "" if it has none."""
        keys = self.keys.get(command, ())
        return shown_key(keys[0]) if keys else ""


def key_map(configured: Mapping[str, Sequence[str]], shipped: Mapping[str, Sequence[str]]) -> KeyMap:
    """Check the configured keys; a command whose keys cannot be used keeps its shipped ones, and the fault is told."""
    default = {name: tuple(map(key_name, keys)) for name, keys in shipped.items() if name in BY_ID}
    wanted = {name: tuple(map(key_name, configured.get(name, keys))) for name, keys in default.items()}
    problems = {}
    while fault := next(_faults(wanted, default), None):
        name, reason = fault
        wanted[name] = default[name]
        problems[name] = f"keys.{name}: {reason}; the default is used"
    return KeyMap(wanted, tuple(problems.values()))


def _faults(wanted: Mapping[str, tuple[str, ...]], default: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the commands whose configured keys cannot be used, and why."""
    taken: dict[str, list[str]] = {}
    for name, keys in wanted.items():
        for key in keys:
            taken.setdefault(key, []).append(name)
    for name, keys in wanted.items():
        if keys == default[name]:
            continue
        for key in keys:
            others = [other for other in taken[key] if other != name]
            if key in NEVER or key.startswith(NEVER_PREFIXES):
                yield name, f"{shown_key(key)} cannot be used: terminals swallow it or send it as another key"
            elif others:
                yield name, f"{shown_key(key)} is the key of {others[0]}"
