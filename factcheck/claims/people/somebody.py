"""Tell whether a phrase without a known name is one person, and of which gender: "police spokeswoman", not "police"."""

from __future__ import annotations

import re

from factcheck.claims.sentence.grammar import is_person_noun, token_of
from factcheck.domain import Name
from factcheck.text.names.bearers import gender_of_first_name, gender_of_title
from factcheck.text.names.gazetteer import FIRM_WORDS, ORGANISATION_WORDS, PLACE_WORDS, ROLES
from factcheck.text.names.name_words import NO_FIRST, NO_PERSON, is_german_role
from factcheck.text.names.sameness import canonical

_NO_PERSON = NO_PERSON | NO_FIRST | ORGANISATION_WORDS | FIRM_WORDS | PLACE_WORDS
_ATTRIBUTE = re.compile(r"\s(?:of|for|from|at|in|with|who|and|der|des|von|vom|für|beim)\s")
_NO_MEN = frozenset(["german", "roman", "ottoman", "norman", "human", "woman"])
_WOMEN_WORDS = """
    mother daughter wife widow girl actress sister queen princess lady mrs ms frau heiress grandmother aunt"""
_WOMEN = frozenset(_WOMEN_WORDS.split())
_MEN_WORDS = """
    father son husband widower boy king prince brother lord sir mr herr grandfather uncle man"""
_MEN = frozenset(_MEN_WORDS.split())
_PERSONS_WORDS = """
    teacher student pupil doctor nurse farmer worker driver resident voter neighbour neighbor friend parent source
    witness supporter soldier person judge headteacher academic scholar headmaster veteran"""
_PERSONS = (_WOMEN | _MEN | frozenset(["woman", *_PERSONS_WORDS.split()])) - {"lady", "sir", "lord"}


_TOGETHER = frozenset(["people", "men", "women", "police", "staff", "children", "family", "couple", "crew"])
_BODIES_WORDS = """
    company firm council union charity bank government ministry department agency committee commission party group
    panel trust club hospital university church embassy board authority association federation league retailer
    airline carrier operator regulator watchdog developer chain lender insurer maker supplier institute court"""
_BODIES = frozenset(_BODIES_WORDS.split())
_DOCUMENTS_WORDS = """
    study report survey poll paper statement letter document memo filing lawsuit complaint data figure record magazine
    journal website blog article editorial message tweet"""
_DOCUMENTS = frozenset([*_DOCUMENTS_WORDS.split(), "figures", "data"])


def is_somebody(noun: str) -> bool:
    """Tell whether a noun phrase names one person: "police spokesman", and not "police" or "voters"."""
    words = _ATTRIBUTE.split(noun, maxsplit=1)[0].split()
    head = words[-1] if words else ""
    word = head.lower()
    if is_german_role(word) or (word.endswith("erin") and head[:1].isupper()):
        return True
    return word in ROLES | _PERSONS and not (word.endswith("s") and word.removesuffix("s") in ROLES | _PERSONS)


def _head(noun: str) -> str:
    words = re.split(r"\s(?:that|which)\s", _ATTRIBUTE.split(noun, maxsplit=1)[0], maxsplit=1)[0].split()
    return words[-1].lower() if words else ""


def is_people(noun: str) -> bool:
    """Tell whether a noun phrase names several people: "farmers in the north", "police", and not "figures"."""
    head = _head(noun)
    if head in _DOCUMENTS or head.removesuffix("s") in _DOCUMENTS | _BODIES:
        return False
    return head in _TOGETHER or (head.endswith("s") and not head.endswith("ss") and _is_person_word(head))


def is_body(noun: str, *, written: bool = False) -> bool:
    """Tell whether a noun phrase names people who act as one ("the council"), or (`written`) a document ("a study")."""
    head = _head(noun)
    return head in _BODIES or (written and head in _DOCUMENTS)


def _is_person_word(plural: str) -> bool:
    return is_person_noun(token_of(plural))


def like_a_name(name: str) -> bool:
    """Tell whether a claimant that no table knows can be a person by the shape of the name ("SY Lee")."""
    words = name.split()
    known = {w.lower().strip(".") for w in words} & _NO_PERSON
    return 1 < len(words) < 4 and all(w[:1].isupper() for w in words) and not known and canonical(name) == name  # noqa: PLR2004


def noun_gender(noun: str) -> str:
    """Return "f" or "m" where a noun says it ("spokeswoman", "Sprecherin"), else ""."""
    words = noun.lower().split()
    if any(w in _WOMEN or w.endswith(("woman", "erin", "orin", "ärin", "entin")) for w in words):
        return "f"
    return "m" if any(w in _MEN or (w.endswith("man") and w not in _NO_MEN) for w in words) else ""


def gender_of(name: Name) -> str:
    """Return "f" or "m" by a title or a first name that is known, else ""."""
    return gender_of_title(name.span.text.split()[0]) or gender_of_first_name(name.name.split()[0])


__all__ = ["gender_of", "is_somebody", "like_a_name", "noun_gender"]
