"""Names but for a word: is "Sens. John Roe" another than "Sens. Ann Roe", and whose is "CNN's Jim Roe"?"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from factcheck.text.names.gazetteer import ROLES
from factcheck.text.names.known import DEMONYMS
from factcheck.text.names.short_forms import are_forms_of_one
from factcheck.text.names.sounds import sounds
from factcheck.text.words import stem

SPELLED = 82
"""Fuzzy ratio (0..100) from which two names are spellings of one; "David Haines" and "Daivd Haines" have 92."""
_POSSESSIVE = re.compile(r".*?((?:’s|'s|(?<=s)’|(?<=s)') )(?=\S+ \S)")
_FEWEST, _FEWEST_JOINED = 3, 2
"""Words of a name, and parts of one that hyphens join, from which a single one that differs makes it another."""


def parted(name: str) -> tuple[str, str]:
    """Return whose a name is, if it says so, and the rest: "CNN" and "Jim Roe" of "CNN's Jim Roe".

    What only one word follows is left as it is.
    """
    found = _POSSESSIVE.match(name) if "'" in name or "’" in name else None
    return (name[: found.start(1)], name[found.end() :]) if found is not None else ("", name)


def differ_in_a_word(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of folded words are one but for a word that cannot stand for the other's.

    So are "U.S.-Mexico" and "U.S.-Canada"; a role, an initial, a short form and a spelling can stand for it.
    """
    fewest = _FEWEST
    if len(left) == len(right) == 1:
        left, right, fewest = tuple(left[0].split("-")), tuple(right[0].split("-")), _FEWEST_JOINED
    if len(left) != len(right) or len(left) < fewest:
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a.strip(".,") != b.strip(".,")]
    return len(differing) == 1 and not _can_be_one(*(word.replace(".", "") for word in differing[0]))


def _can_be_one(one: str, other: str) -> bool:
    if one.startswith(other) or other.startswith(one) or are_forms_of_one(one, other):
        return True
    if not ROLES.isdisjoint((one, other)):
        return True
    people = DEMONYMS.get(one.title(), one.title()), DEMONYMS.get(other.title(), other.title())
    alike = not set(sounds(one)).isdisjoint(sounds(other)) or stem(one) == stem(other) or people[0] == people[1]
    return alike or fuzz.ratio(one, other) >= SPELLED
