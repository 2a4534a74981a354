"""Pronouns, English and German: which words are some, and whether they mean one person, a woman, several or a body."""

from __future__ import annotations

import re

_PRONOUN = re.compile(r"(?:he|she|him|his|her|they|them|their|it|we|us|who|i|er|sie|ihm|ihr|ihnen)$", re.IGNORECASE)
SINGULAR = frozenset(["he", "she", "him", "his", "her", "er", "sie", "ihm", "ihr", "who"])
SEVERAL = frozenset(["they", "them", "their"])
ONE_BODY = frozenset(["it", "its"])
GENDERED = frozenset(["he", "she", "him", "his", "her", "er", "ihm", "ihr"])
_FEMALE = frozenset(["she", "her", "sie", "ihr"])


def is_pronoun(words: str) -> bool:
    """Tell whether a mention is a pronoun, whose antecedent has to be found."""
    return _PRONOUN.match(words.strip()) is not None


def gender_of_pronoun(word: str) -> str:
    """Return "f" or "m", as a pronoun for one person in small letters means a woman or a man."""
    return "f" if word in _FEMALE else "m"


__all__ = ["GENDERED", "ONE_BODY", "SEVERAL", "SINGULAR", "gender_of_pronoun", "is_pronoun"]
