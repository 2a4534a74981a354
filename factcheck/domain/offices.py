"""Words that say that an office is held no longer, and whether an office is told with them.

They say so before the noun of the office only: the chair of the Retired Teachers' Association is in office, and so is
an aide to the former mayor.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FORMER = """
    ex former formerly ex- then-former erstwhile one-time onetime retired ehemalige ehemaliger ehemaligen ehemaligem
    ehemaliges frühere früherer früheren früherem früheres damalige damaliger damaligen damaligem damaliges einstige
    einstiger einstigen einstigem einstiges vormalige vormaliger vormaligen vormaligem vormaliges"""
FORMER = frozenset(_FORMER.split())
THEN = frozenset(["then", "late"])
"""Words that say so only where they open the office: "then mayor", "the late mayor"."""

_WORDS = "|".join(sorted(FORMER, key=len, reverse=True))
_BEFORE_NOUN = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)|^(?:the\s)?(?:{'|'.join(sorted(THEN))})(?!\w)", re.IGNORECASE)
_NOUN_ENDS = re.compile(r",|\s(?:of|at|for|in|with|on|to|and|von|der|des|beim?|im|für|und)(?!\w)", re.IGNORECASE)
_NAMED_SO = re.compile(r"(?<!\w)(?:Former|Retired|Late)\s(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*(?:s[’']|[’']s)\s(?=[A-Z])")
"""A body whose name has such a word: "Retired Teachers' Association"."""
_BEHIND = re.compile(r"\bat the time$|\buntil (?:[a-z]+ )?\d{4}\b|\b(?:a\.\s?d|i\.\s?r)\.", re.IGNORECASE)
_ALT = re.compile(
    r"(?<!\w)alt-?(?:ober|bundes)?(?:bürgermeister|kanzler|präsident|minister|landrat|landrät|bischof|vorsitzende|vorstand|ob\b)",
    re.IGNORECASE,
)
"""Offices with "Alt" before them: "Altkanzler"; "Altenpfleger" is none."""


@lru_cache(4096)
def is_former(office: str) -> bool:
    """Tell whether an office is told as held no longer ("ex-head", "then mayor", "mayor until 2010")."""
    noun = _NOUN_ENDS.split(_NAMED_SO.sub("", office), maxsplit=1)[0]
    return any(found is not None for found in (_BEFORE_NOUN.search(noun), _BEHIND.search(office), _ALT.search(noun)))


__all__ = ["FORMER", "THEN", "is_former"]
