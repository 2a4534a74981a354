"""The one table of commands: id, where it belongs, what it does. Keys come from the settings (`config/keys.toml`).

Footer, help, palette and the table of docs/keys.md are made from it. Knows no Textual; key names are Textual's, and a
single character ("?", "]") may stand for its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from string import punctuation


class Context(StrEnum):
    """The part of the work a command belongs to: the headings of the help."""

    MOVE = "moving"
    STANCE = "stance"
    VERDICT = "verdict and notes"
    SIGN_OFF = "sign-off"
    STEPS = "steps of the workflow"
    EDIT = "editing the list of claims"
    BRING = "bringing evidence"
    LISTS = "what waits, and lists"
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
    Command("todo-next", Context.MOVE, "next claim whose next step is yours, as the header counts them", panes=CLAIMS),
    Command("todo-previous", Context.MOVE, "previous claim whose next step is yours", panes=CLAIMS),
    Command("open-detail", Context.MOVE, "go deeper: to the evidence, to the passage, then all in full"),
    Command(
        "detail",
        Context.VIEW,
        "show everything about the claim and its evidence in full, after a message that was cut",
        "Detail",
        PASSAGE,
    ),
    Command("stance-corroborates", Context.STANCE, "the evidence corroborates the claim", "Corrob.", EVIDENCE),
    Command("stance-conflicts", Context.STANCE, "the evidence conflicts with the claim", "Conflict", EVIDENCE),
    Command("stance-related", Context.STANCE, "the evidence is only related to the claim", "Related", EVIDENCE),
    Command("stance-dismiss", Context.STANCE, "dismiss the evidence: unrelated", "Dismiss", EVIDENCE),
    Command("stance-clear", Context.STANCE, "take the stance back: unjudged", panes=EVIDENCE),
    Command("pin", Context.STANCE, "cite the evidence in the report, or no longer", panes=EVIDENCE),
    Command("confirm", Context.VERDICT, "confirm a plain fact by the evidence in focus, go on to the next"),
    Command("items", Context.VERDICT, "tick the claim's names, numbers, dates and quotations, or waive them"),
    Command("verdict", Context.VERDICT, "propose a verdict with its rationale; Backspace clears it", "Verdict"),
    Command("note", Context.VERDICT, "leave a note on the claim, or on the evidence in focus", "Note"),
    Command("sign-off", Context.SIGN_OFF, "show what would be signed, and sign it", "Sign off"),
    Command("withdraw", Context.SIGN_OFF, "withdraw your own sign-off, with a reason"),
    Command("submit", Context.STEPS, "hand the verdict to the reviewers"),
    Command("send-back", Context.STEPS, "return the claim to its checker, with a comment"),
    Command("assign", Context.STEPS, "give the claim to a checker, or to nobody"),
    Command("wait", Context.STEPS, "wait for somebody's answer until a time, or no longer"),
    Command("triage", Context.STEPS, "priority and tags: what the queue is sorted by"),
    Command("waive", Context.STEPS, "say that the claim needs no verdict, and why; or take that back"),
    Command("dispute", Context.STEPS, "hold another position than the one that stands"),
    Command("settle", Context.STEPS, "settle a dispute between two others"),
    Command("close", Context.STEPS, "decide at the deadline: cut, hedged or open; or take that back"),
    Command("deadline", Context.STEPS, "set the deadline of the article, or take it away"),
    Command("hold", Context.STEPS, "hold the claim while you work on it: nobody else decides; or let it go"),
    Command("split", Context.EDIT, "make two claims of one"),
    Command("join", Context.EDIT, "make one claim of this and others"),
    Command("bounds", Context.EDIT, "give the claim other words of the article"),
    Command("claimant", Context.EDIT, "correct who asserts the claim"),
    Command("said-on", Context.EDIT, "correct when it was said"),
    Command("add-claim", Context.EDIT, "make a claim of words of the article that are none yet"),
    Command("remove-claim", Context.EDIT, "take the claim out of the list, with a reason"),
    Command("search-corpus", Context.BRING, "search the corpus with your own words; keep a passage as evidence"),
    Command("select-passage", Context.BRING, "read the whole source, and select a passage of it as evidence"),
    Command("more-candidates", Context.BRING, "what the search left out below the threshold; keep one", panes=EVIDENCE),
    Command("add-evidence", Context.BRING, "add a file, page, contact or text as evidence"),
    Command("calculate", Context.BRING, "work a formula out over the cells of a table, and keep it as evidence"),
    Command("queue", Context.LISTS, "claims whose next step is yours, by risk and due time"),
    Command("waiting", Context.LISTS, "claims that wait for somebody's answer"),
    Command("to-review", Context.LISTS, "claims that wait for a reviewer, and what keeps you from signing"),
    Command("disputed", Context.LISTS, "claims with two positions"),
    Command("stale", Context.LISTS, "stale claims as one list of differences; nothing material: sign together"),
    Command("checked-before", Context.LISTS, "what was checked before in other articles and says the same"),
    Command("names", Context.LISTS, "names of the article with their spellings; ticked in all claims at once"),
    Command("article", Context.LISTS, "where the article stands, what blocks it; sign it, record its publication"),
    Command("handover", Context.LISTS, "what one shift hands to the next: done, waiting, next"),
    Command("removed", Context.LISTS, "claims that left the list: bring one back, sign its removal"),
    Command("orphans", Context.LISTS, "decisions of the earlier revision without a claim: place or drop them"),
    Command("keys", Context.LISTS, "keys that sign: whose are trusted; make, trust, revoke one"),
    Command("erase", Context.LISTS, "erase personal words for good: on this claim, or of a person"),
    Command("undo", Context.UNDO, "take back your last decision", "Undo"),
    Command("redo", Context.UNDO, "bring back what you undid"),
    Command("search", Context.FIND, "search in the focused pane", "Find"),
    Command("search-next", Context.FIND, "next place found"),
    Command("search-previous", Context.FIND, "previous place found"),
    Command("filter", Context.FIND, "show only some of the claims", "Filter", CLAIMS),
    Command("sort", Context.FIND, "order: as in the article, check-worthiness, conflicts first", panes=CLAIMS),
    Command("open-source", Context.SOURCE, "open the page in the browser, or the file at its page or second"),
    Command("copy", Context.SOURCE, "copy the passage", panes=PASSAGE),
    Command("copy-cite", Context.SOURCE, "copy the passage with its source and digest", panes=PASSAGE),
    Command("fetch", Context.SOURCE, "fetch pages for the claim: its own sources, then searches; Esc stops it"),
    Command("refetch", Context.SOURCE, "fetch its page again: keep the old copy, show the difference", panes=PASSAGE),
    Command(
        "text", Context.VIEW, "the article as it reads, with its claims in place, or the list of claims", panes=CLAIMS
    ),
    Command("zoom", Context.VIEW, "give the focused pane the whole screen, or no longer"),
    Command("theme", Context.VIEW, "next theme"),
    Command("history", Context.VIEW, "list the decisions on this claim: who, when, what"),
    Command("reload", Context.VIEW, "read everything again, with what others decided meanwhile, and paint it anew"),
    Command("palette", Context.APP, "find a command by name and run it"),
    Command("back", Context.APP, "close, clear the search, stop the fetch, leave the zoom; never quits"),
    Command("suspend", Context.APP, "suspend factcheck; `fg` in the shell brings it back"),
    Command("quit", Context.APP, "quit; every decision is saved already", "Quit"),
)
BY_ID = {command.id: command for command in COMMANDS}

DIALOG_KEYS = (
    ("Esc", "close; what you began is kept, and a note that is not saved is asked about"),
    ("1-9", "verdict: choose a rating; items: tick"),
    ("Enter", "save, go on, or go there: the last line says which"),
    ("Tab", "form: the next question; split, join, bounds: to the line and back"),
    ("h l H L", "split, join, bounds: the end of the mark by a word, its start; Left and Right, with shift"),
    ("j k J K", "the same by a clause; Down and Up, with shift; of join by a claim"),
    ("Backspace", "verdict: clear it; filter: show all"),
    ("ctrl+t", "verdict: other words for the claim; there p a s x c propose, accept, let stand, cut, take back"),
    ("ctrl+s", "note, form, verdict: save"),
    ("ctrl+e", "note, form, verdict, other words: write it in $EDITOR"),
    ("y", "sign-off, stale list, article: sign; fetching: agree to what goes out"),
    ("/", "list: search it"),
)
"""What keys do inside dialogs. They are fixed: each dialog says them on its last line."""

NEVER = frozenset(
    {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+enter", "f5", "f6", "ctrl+s"}
)
"""Keys that terminals send as Backspace, Tab, Enter and Esc, or that editors and flow control swallow."""

MOST_KEYS = 2
"""Keys of one command, one after the other."""

NEVER_PREFIXES = ("alt+", "ctrl+shift+")
"""Combinations that many terminals cannot send."""

FOOTER = ("help", Context.STEPS, "stance-corroborates", "stance-conflicts", "stance-related", "stance-dismiss",
          "verdict", "sign-off")  # fmt: skip
"""The footer of 80 columns: at most eight, help first, none cut."""

FOOTER_WIDE = (*FOOTER[:7], "note", "sign-off", "undo", "search", "filter", "detail", Context.LISTS, "quit")
"""The footer where there is room."""

_NAMES = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
          "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
_SHOWN = {"question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]",
          "left_curly_bracket": "{", "right_curly_bracket": "}", "escape": "Esc", "enter": "Enter", "space": "Space",
          "tab": "Tab", "shift+tab": "shift+Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
          "down": "Down", "up": "Up", "left": "Left", "right": "Right", "f1": "F1"}  # fmt: skip


NAMED_KEYS = frozenset(["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
                        "backspace", "enter", "escape", "tab", "space", *(f"f{n}" for n in range(1, 25))])  # fmt: skip
"""Textual's names of the keys that write no character; that of a character is its name in Unicode."""

MENUS = {Context.STEPS: "Steps", Context.EDIT: "Edit", Context.BRING: "Bring", Context.LISTS: "Lists"}
"""The contexts whose commands have two keys: the first one opens a menu of the second ones. Words of the footer."""


def key_name(key: str) -> str:
    """Return Textual's name of a key; a single character that is no letter or digit has a name of its own.

    Of two keys, one after the other ("s a"), that of each.
    """
    if " " in key.strip():
        return " ".join(map(key_name, key.split()))
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _NAMES.get(name, name)


_CHARACTERS = {key_name(character): character for character in punctuation}


def is_key(name: str) -> bool:
    """Whether terminals may send a key of this name: a named one, or a character, perhaps with ctrl or shift."""
    *held, last = name.split("+")
    if not set(held) <= {"ctrl", "shift", "alt"}:
        return False
    if len(last) == 1:
        return last.isalnum() and (not held or last.islower() or last.isdigit())
    return last in NAMED_KEYS or bool(_character(last))


def _no_key(name: str) -> str:
    """Say that there is no key of a name, and which one is perhaps meant."""
    near = get_close_matches(name.casefold(), [*NAMED_KEYS, *_SHOWN, *_NAMES.values()], n=1)
    return f"{name!r} is no key" + (f" (perhaps {near[0]!r} is meant)" if near else "")


def shown_key(key: str) -> str:
    """Return a key as footer and help print it."""
    if " " in key:
        return " ".join(map(shown_key, key.split()))
    return _SHOWN.get(key_name(key)) or _character(key_name(key)) or key


def _character(name: str) -> str:
    """Return the character that a key's name is of ("full_stop"); "" if it is of none that is seen."""
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return found if found.isprintable() and not found.isspace() else ""


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which key runs which command. `problems` says in words what was wrong with the settings; defaults stand in."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def by_key(self) -> dict[str, str]:
        """Map each key to the id of its command."""
        return {key: name for name, keys in self.keys.items() for key in keys}

    def menus(self) -> frozenset[str]:
        """Return the keys that open a menu: the first ones of two."""
        return frozenset(key.partition(" ")[0] for key in self.by_key() if " " in key)

    def menu(self, first: str) -> dict[str, str]:
        """Map the second keys after a first one to the ids of their commands, in the order of the table."""
        found = {key.partition(" ")[2]: name for key, name in self.by_key().items() if key.startswith(f"{first} ")}
        return dict(sorted(found.items(), key=lambda pair: list(BY_ID).index(pair[1])))

    def menu_of(self, context: Context) -> str:
        """Return the key that opens the menu of a context; "" if there is none."""
        keys = (key for command in COMMANDS if command.context is context for key in self.keys.get(command.id, ()))
        return next((key.partition(" ")[0] for key in keys if " " in key), "")

    def shown(self, command: str) -> str:
        """Return the keys of a command for people: "j, Down"."""
        return ", ".join(shown_key(key) for key in self.keys.get(command, ()))

    def first(self, command: str) -> str:
        """Return the first key of a command for people; "" if it has none."""
        keys = self.keys.get(command, ())
        return shown_key(keys[0]) if keys else ""


_NAMED: dict[str, str] = {}


def name_keys(keys: KeyMap) -> None:
    """Have texts on the screen name these keys from now on: there is one screen, and what it says must be true."""
    _NAMED.clear()
    _NAMED.update({command: keys.first(command) for command in keys.keys})


def key_of(command: str) -> str:
    """Return the key of a command as a text names it; its id, which the palette knows, where it has none."""
    return _NAMED.get(command, "") or command


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
            if (
                fault := _no_use(key)
                or (others and f"{shown_key(key)} is the key of {others[0]}")
                or _clash(key, taken)
            ):
                yield name, fault


def _no_use(key: str) -> str:
    """Say why a key, or two in a row, is of no use to any command; "" if it is."""
    parts = key.split(" ")
    if any(part in NEVER or part.startswith(NEVER_PREFIXES) for part in parts):
        return f"{shown_key(key)} cannot be used: terminals swallow it or send it as another key"
    if len(parts) > MOST_KEYS or "escape" in parts[1:]:
        return f"{shown_key(key)} cannot be used: at most two keys in a row, the second not Esc"
    return next((_no_key(part) for part in parts if not is_key(part)), "")


def _clash(key: str, taken: Mapping[str, Sequence[str]]) -> str:
    """Say that a key alone does something, and is the first of two as well; "" if not."""
    first, _, second = key.partition(" ")
    if second:
        return f"{shown_key(first)} is the key of {taken[first][0]}" if first in taken else ""
    longer = next((other for other in taken if other.startswith(f"{key} ")), "")
    return f"{shown_key(key)} is the first of two keys: {shown_key(longer)} is {taken[longer][0]}" if longer else ""
