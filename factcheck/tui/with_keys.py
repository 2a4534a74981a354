"""What rooms below say with commands, said with keys: one text serves both faces, and each names its own way.

A command stands in such a text in backticks and in full (`factcheck claim verdict 3 …`). What has no key is left as it
is: it is for the shell. Only words of ours are changed, never an article's or a source's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.errors import FactcheckError
from factcheck.tui.keys import key_of
from factcheck.tui.ours import ours

IN_WORDING = "ctrl+t"
"""The key of the verdict that goes to other words for the claim; dialogs have fixed keys."""

LINES: Mapping[str, tuple[str, ...]] = {
    "claim add": ("add-claim",),
    "claim assign": ("assign",),
    "claim bounds": ("bounds",),
    "claim calculate": ("calculate",),
    "claim cite": ("pin",),
    "claim confirm": ("confirm",),
    "claim edit": ("claimant",),
    "claim join": ("join",),
    "claim lock": ("hold",),
    "claim note": ("note",),
    "claim place": ("orphans",),
    "claim restore": ("removed",),
    "claim show": ("detail",),
    "claim split": ("split",),
    "claim stance": ("stance-corroborates", "stance-conflicts", "stance-related"),
    "claim tick": ("items",),
    "claim triage": ("triage",),
    "claim unlock": ("hold",),
    "claim verdict": ("verdict",),
    "claim wait": ("wait",),
    "claim waive": ("waive",),
    "claim withdraw": ("remove-claim",),
    "claim wording": ("verdict",),
    "claim-list": ("pane-claims",),
    "diff": ("orphans",),
    "evidence add": ("add-evidence",),
    "evidence more": ("more-candidates",),
    "evidence passage": ("select-passage",),
    "evidence search": ("search-corpus",),
    "fetch --claim": ("fetch",),
    "handover": ("handover",),
    "key list": ("keys",),
    "key new": ("keys",),
    "key revoke": ("keys",),
    "key trust": ("keys",),
    "names": ("names",),
    "redo": ("redo",),
    "review close": ("close",),
    "review deadline": ("deadline",),
    "review dispute": ("dispute",),
    "review publish": ("article",),
    "review queue": ("queue",),
    "review return": ("send-back",),
    "review settle": ("settle",),
    "review sign": ("sign-off",),
    "review sign-article": ("article",),
    "review stale": ("stale",),
    "review status": ("article",),
    "review submit": ("submit",),
    "review withdraw": ("withdraw",),
    "undo": ("undo",),
}
"""The words of a command line -> the commands (ids) that do the same on the screen."""

ASKED = frozenset(["against", "at", "claimant", "date", "follow", "listened", "reason", "table", "text"])
"""Options that a form asks for by the same name."""

_IN_VIEW = {"claim": "this claim", "revision": "this article"}
"""What a subject that begins so ("claim 3fa9…") is to who has it in view."""
_COMMAND = re.compile(r"`factcheck (?:--user (?:'[^']*'|\S+) )?([^`]+)`")
_OPTION = re.compile(r"(?<![\w`-])--([a-z-]+)")
MOST_WORDS = 2
"""Words that name a command."""


def with_keys(text: str) -> str:
    """Return a text of ours with keys for the commands that the screen has, and with the questions of forms."""
    named = _COMMAND.sub(lambda found: keys_for(found[1]) or found[0], text)
    return ours(_OPTION.sub(lambda found: found[1] if found[1] in ASKED else found[0], named))


def in_words(error: FactcheckError) -> str:
    """Return an error's words; which claim or article it is about is on screen, and its id would say less."""
    subject = _IN_VIEW.get(error.subject.partition(" ")[0], error.subject)
    return str(type(error)(with_keys(error.message), hint=with_keys(error.hint), subject=subject))


def keys_for(written: str) -> str:
    """Return the keys that do what a command line does, "" if none do. What is written leaves `factcheck` out."""
    words = written.split()
    if words[:1] == ["--user"]:
        words = words[2:]
    for length in range(MOST_WORDS, 0, -1):
        if commands := LINES.get(" ".join(words[:length]), ()):
            break
    else:
        return ""
    keys = [key_of(command) for command in commands]
    then = f", then {IN_WORDING}" if words[:2] == ["claim", "wording"] else ""
    return f"key{'s' * (len(keys) > 1)} {' '.join(keys)}{then}"
