"""Marks that statistical offices put beside a figure ("423.7 p", "1,204 [r]", "88¹") or in place of one (":"). Pure.

Offices agree on the letters, not on where they put them: behind a blank or none, in brackets, raised, several at once.
A letter is a flag behind a numeral alone: behind a word it is a part of the word, and what `read_figure` knows as a
scale or unit (k, m, bn, km) is that. Source: SDMX code list for observation status; Eurostat's flags; the symbols of
the Government Statistical Service (ONS) and of Destatis.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_MEANINGS: Mapping[str, str] = {
    "b": "break in the series",
    "c": "confidential",
    "d": "definition differs",
    "e": "estimated",
    "f": "forecast",
    "n": "not significant",
    "p": "provisional",
    "r": "revised",
    "s": "estimated by the office",
    "u": "low reliability",
    "x": "not available",
    "z": "not applicable",
}
_RAISED = str.maketrans("ᵇᶜᵈᵉᶠⁿᵖʳˢᵘˣᶻ", "bcdefnprsuxz")
_NOTE = re.compile(
    r"(?:\s*(?:\[[^\[\]]{0,20}\]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾ᵇᶜᵈᵉᶠⁿᵖʳˢᵘˣᶻ]|\((?:[a-z]|note \d{1,2})\))"
    r"|[,\s]\s?\d{1,2}\))+\Z",
    re.IGNORECASE,
)
"""Notes behind a figure; "1)" with a blank before it, since 71) may be the 1) of a 7."""
_BRACKETED = re.compile(r"\[(?P<square>[a-z]{1,3})\]|\((?P<round>[epr])\)|(?P<raised>[ᵇᶜᵈᵉᶠⁿᵖʳˢᵘˣᶻ])", re.IGNORECASE)
"""Flags among notes; of letters in round brackets, which number notes, too, those that are hardly anything else."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_LETTERS = re.compile(r"[a-z]+")
_PAIRS = r"b[defpsu]|cd|d[epsu]|e[fpu]|p[rsu]|r[epu]|s[bdpu]|u[bdep]|p[be]|bd[epsu]|be[pu]|dep"
_FLAG = re.compile(rf"(?:(?<=[\d)%])|(?<=\s)|(?<=\s[bcdefnprsuxz],))(?P<flags>[bcdefnprsuxz]|{_PAIRS}),?\s*\Z")
"""Letters that stand alone behind what is no letter; of several, those that offices put together (no "2nd", "1er")."""
_BILLIONS = re.compile(r"[^\W\d_]{0,3}[$£€¥₽₴₹][\d.,\s]+b\Z")
"""Money with a glued b: billions, or a break in the series? Nothing is guessed."""
LONGEST = 60
"""Characters of a cell that are looked at; a longer one is text."""
_MOST_FLAGS = 4
_NOTHING = re.compile(
    r"(?:(?:[:./·–—…-]|\.{2,3}|[-–—]{2,3}|\*{1,2})(?:\s?[bcdefnprsuxz]{1,2})?|[xzc]|\[(?:[a-z]{1,2}|low)\]|\((?:[xz:]|n/?a)\)"
    r"|#?n/?a|n\.\s?a\.?|nan|null|none|k\.\s?a\.?|keine angabe|not available)?",
    re.IGNORECASE,
)
_WITHHELD = re.compile(r"\([DS]\)")
"""What US offices write for a figure that is not published; "(d)" may well be the fourth row of something."""


def without_notes(cell: str) -> str:
    """Return a cell without the notes behind its figure; as it is where it is longer than any figure."""
    bare = cell.strip()
    return _NOTE.sub("", bare).strip() if len(bare) <= LONGEST else bare


def without_flags(cell: str) -> str:
    """Return a cell without the notes and flags behind its figure; as it is where that may be something else."""
    bare = without_notes(cell)
    if len(bare) > LONGEST or _BILLIONS.fullmatch(bare):
        return bare
    for _ in range(_MOST_FLAGS):
        bare = without_notes(_FLAG.sub("", bare))
    return bare


def letters_in(behind: str) -> tuple[str, ...]:
    """Return the flags, a letter each, in what stands behind a figure."""
    bracketed = (one["square"] or one["round"] or one["raised"] for one in _BRACKETED.finditer(behind))
    letters = "".join(bracketed).casefold().translate(_RAISED) + "".join(_LETTERS.findall(_BRACKETS.sub(" ", behind)))
    return tuple(dict.fromkeys(one for one in letters if one in _MEANINGS))


def is_unavailable(cell: str) -> bool:
    """Whether a cell is empty or has a sign of tables that there is no figure: ":", "..", "–", "n/a", "[x]", ": c"."""
    bare = cell.strip()
    return len(bare) <= LONGEST and bool(_NOTHING.fullmatch(bare) or _WITHHELD.fullmatch(bare))


def usual_meaning(flag: str) -> str:
    """Return what most offices mean by a flag of one letter, "" for one that has no usual meaning."""
    return _MEANINGS.get(flag, "")
