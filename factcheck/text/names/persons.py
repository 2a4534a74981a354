"""Tell whether a name is a person's, by its words and shape, and which part of a mention is the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.text.names import gazetteer, name_words
from factcheck.text.names.german_bodies import is_german_body
from factcheck.text.names.known import (
    DEMONYMS,
    KNOWN_NAMES,
    METONYMS,
    NO_PERSON,
    ORGANISATIONS,
    PLACES,
    POSSESSIVE,
    is_role,
    plain_word,
)
from factcheck.text.names.name_words import FIRST, NOT_NAMES
from factcheck.text.names.particles import begins_with_capital, in_name
from factcheck.text.names.sounds import LINKS as _LINKS

_INITIAL = re.compile(r"[A-Z]?\.?|[A-Z]\.[A-Z]\.")
_ROLES_AND_SURNAMES = frozenset(["king", "prince", "pope", "bishop", "major", "judge", "justice", "marshal"])


@lru_cache(8192)
def is_person(name: str, *, known: bool = False) -> bool:
    """Tell whether a canonical name has the shape of a person's: a known first name, or two to four plain words.

    `known`: only a known first name counts.
    """
    words = name.split()
    if not words or name in PLACES or name in ORGANISATIONS or name in DEMONYMS or words[0] in DEMONYMS:
        return False
    lower = [plain_word(w) for w in words]
    if is_german_body(name):
        return False
    surname = len(words) == 2 and lower[0] in FIRST and lower[1] in name_words.SITE_OR_SURNAME  # noqa: PLR2004
    if any(w in NO_PERSON or w == "&" for w in lower[: 1 if surname else None]) or any(
        POSSESSIVE.search(w) for w in words[:-1]
    ):
        return False
    own = [word for at, word in enumerate(words) if not in_name(words, at)]  # without "de", "van der"
    if name_words.is_first_name(lower[0]) and len(own) <= 4:  # noqa: PLR2004 - "Maria de la Cruz Lopez"
        return not any(is_role(w) for w in lower[1:])
    if known or lower[0] in name_words.NO_FIRST or words[0] in PLACES or is_role(lower[-1]):
        return lower[-1] in _ROLES_AND_SURNAMES and not known and lower[0] not in name_words.NO_FIRST
    site = len(own) < len(words) and (lower[0] in name_words.BEFORE_PARTICLES or words[-1] in PLACES)
    plain = not site and all(w.lower() not in _LINKS or w[:1].isupper() for w in own)
    shaped = all(begins_with_capital(w) and not w.isupper() for w in own if not _INITIAL.fullmatch(w))
    return 2 <= len(own) <= 4 and plain and shaped and not is_role(lower[0])  # noqa: PLR2004


def is_first_and_last(words: Sequence[str]) -> bool:
    """Tell whether words are a known first name and what can be a surname."""
    plain = [plain_word(word) for word in words]
    return len(plain) > 1 and plain[0] in FIRST and not any(is_role(w) or w in NO_PERSON for w in plain)


@lru_cache(8192)
def person_in(mention: str) -> str:
    """Return the person in a mention: "Defense Minister Ann Lee", "Ann Lee NATO Envoy" -> "Ann Lee"."""
    words = mention.split()
    plain = [plain_word(w) for w in words]
    first = next(
        (i for i, w in enumerate(plain[:-1]) if name_words.is_first_name(w) and not _names_no_one(plain[i + 1])), -1
    )
    if first < 0:
        last_role = max((i for i, w in enumerate(plain) if is_role(w)), default=-1)
        rest = words[last_role + 1 :]
        rest = rest[: next((i for i, w in enumerate(rest) if i > 1 and w in ("of", "for")), len(rest))]
        return " ".join(rest) if rest and rest[0].lower() not in _LINKS else mention
    end = first + 1
    while end < len(words) and (
        in_name(words, end) or (not _names_no_one(plain[end]) and (words[end] not in DEMONYMS or end == first + 1))
    ):
        if " ".join(words[end : end + 2]) in METONYMS:
            break
        end += 1
    return " ".join(words[first:end])


def _names_no_one(word: str) -> bool:
    return is_role(word) or word in NOT_NAMES or word in ("of", "for", "the", "&") or word in KNOWN_NAMES


def is_titled(mention: str) -> bool:
    """Tell whether a mention begins with a title, an office or a trade."""
    first = plain_word(mention.split(maxsplit=1)[0])
    return is_role(first) or first in gazetteer.TITLES
