"""Tell whether two names can be the same: their usual spellings, surnames, acronyms, and spellings of other scripts."""

from __future__ import annotations

from functools import lru_cache

from factcheck.text.names.known import (
    CAPITAL_OF,
    DEMONYMS,
    KNOWN_NAMES,
    KNOWN_PLACES,
    METONYMS,
    POSSESSIVE,
    is_title,
    plain_word,
)
from factcheck.text.names.legal_forms import without_form
from factcheck.text.names.name_words import FIRST
from factcheck.text.names.nicknames import without_nickname
from factcheck.text.names.persons import is_person, person_in
from factcheck.text.names.postnominals import without_letters
from factcheck.text.names.short_forms import are_forms_of_one
from factcheck.text.names.sounds import LINKS as _LINKS
from factcheck.text.names.sounds import same_sounds, sounds

_AMBIGUOUS = frozenset(["Congo", "Georgia", "Washington"])
"""Names of more than one place, of which none is told from the others."""


def different_places(a: str, b: str) -> bool:
    """Tell whether two names are of places that are known, and not one: "Niger" and "Nigeria".

    A capital is no other place than its country, for whose government it can stand; two cities of a country are two.
    """
    left, right = _place(a), _place(b)
    if not left or not right or left == right:
        return False
    return right not in (CAPITAL_OF.get(left), METONYMS.get(left)) and left not in (
        CAPITAL_OF.get(right),
        METONYMS.get(right),
    )


@lru_cache(8192)
def _place(name: str) -> str:
    usual = next((one for one in (canonical(name), f"The {name}") if one in KNOWN_PLACES), "")  # "The | Hague"
    return DEMONYMS.get(name) or ("" if usual in _AMBIGUOUS else usual)


def same_name(a: str, b: str) -> bool:
    """Tell whether two names can be the same person, organisation or place.

    Titles and case do not count; a surname matches a full name, an acronym its expansion, and spellings of one name
    from another script match ("Zelensky", "Selenskyj"). Two different first names do not.
    """
    left, right = canonical(a), canonical(b)
    if not left or not right or different_places(a, b):
        return False
    left, right = without_form(left) or left, without_form(right) or right
    if left.casefold() == right.casefold():
        return left == right or min(len(left), len(right)) > 3  # noqa: PLR2004 - "us" is not "US"
    if _initials(left) == _bare(right) or _initials(right) == _bare(left):
        return True
    return same_sounds(sounds(left), sounds(right)) or _by_short_form(left, right)


def _by_short_form(left: str, right: str) -> bool:
    """Whether two full names have one surname, and a first name and its short form: "Bill" and "William" Clinton."""
    if " " not in left or " " not in right:
        return False
    ours, theirs = left.split(), right.split()
    return ours[-1] == theirs[-1] and are_forms_of_one(ours[0], theirs[0])


def without_whence(name: str) -> str:
    """Return the full name of a person without where they are from: "Mayor Lena Ost of Farwick", "John Hall of Ohio".

    What no person's full name stands before is left: "Duke of Kent", "Bank of England".
    """
    head, of, _ = name.partition(" of ")
    if not of:
        return name
    person = canonical(person_in(head))
    return head if " " in person and is_person(person) else name


def is_known(name: str) -> bool:
    """Tell whether a name is one of the places and organisations that the tables have, which many texts name."""
    return canonical(name).casefold() in KNOWN_NAMES


@lru_cache(8192)
def canonical(name: str) -> str:
    """Return `name` without titles and possessive, by its usual spelling ("Kiev": "Kyiv", "US": "United States")."""
    bare = POSSESSIVE.sub("", without_nickname(" ".join(name.split())))
    for candidate in (bare, bare.removeprefix("the ").removeprefix("The ")):
        if known := KNOWN_NAMES.get(candidate.casefold() if len(candidate) > 3 else _short(candidate)):  # noqa: PLR2004
            return known
    words = bare.split()
    while len(words) > 1 and is_title(plain_word(words[0])):
        words = words[1:]
    return without_letters(" ".join(words), FIRST)


def _short(name: str) -> str:
    """Return the key for a short name, where case tells "US" from "us" and "WHO" from "who"."""
    return name.casefold() if name.isupper() or (name[:1].isupper() and len(name) > 2) else f"\0{name}"  # noqa: PLR2004


@lru_cache(8192)
def _bare(name: str) -> str:
    return name.replace(".", "") if name.replace(".", "").isupper() else "\0"


@lru_cache(8192)
def _initials(name: str) -> str:
    words = [w for w in name.split() if w.lower() not in _LINKS]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""
