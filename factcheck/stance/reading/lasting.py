"""Words beside a predicate that say only that it goes on, or only negate it: "stayed open", "failed to pay".

What stayed open was open: the verb is a small word there, as "was" is, and what it stands before is the point. So is
"failed" before "to", which `negations` reads as a "not". Asked of the words alone: a verb of lasting is one before an
adjective, in German before one that ends the clause; "stayed in Rome" and "remained chairman" say something themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.stance.reading.lexicon import opposites_of, prefixed_opposites
from factcheck.text.words import Word, stem

_LASTING = frozenset("stay stays stayed remain remains remained remaining".split())  # noqa: SIM905
_FAILING = frozenset(stem(word) for word in ("fail", "failed"))
_GERMAN = frozenset(["bleibt", "bleiben", "blieb", "blieben", "geblieben"])
_OPENING = _LASTING | _GERMAN | frozenset(["fail", "fails", "failed", "failing"])
_CLAUSE_MARKS = frozenset(",;:.!?()–—\n")
_LONGEST = 12  # words from a German verb to the end of its clause


def only_lasts(word: Word) -> bool:
    """Whether a word says no more than that something is so, or goes on: "was", "stayed", "blieb"."""
    return word.folded in _LASTING or word.folded in _GERMAN or word.folded in _BEING


_BEING = frozenset("is are was were been ist sind war waren gewesen still weiterhin noch".split())  # noqa: SIM905


def with_lasting(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a text, those that only say that something goes on or is not done as small words."""
    if _OPENING.isdisjoint([word.folded for word in words]):
        return words
    small = {one.start for one, other in pairwise(words) if _is_small(text, one, other)}
    small |= {word.start for at, word in enumerate(words) if word.folded in _GERMAN and _ends_in_state(text, words, at)}
    return tuple([word._replace(is_stop=True) if word.start in small else word for word in words]) if small else words


def _is_small(text: str, verb: Word, other: Word) -> bool:
    if text[verb.end : other.start] != " ":
        return False
    if verb.stem in _FAILING:
        return other.folded == "to"
    return verb.folded in _LASTING and is_state(other)


def is_state(word: Word) -> bool:
    """Whether a word says how something is, by its form or because something is its opposite: "closed", "open"."""
    if word.is_stop or word.is_number or not word.text.islower():
        return False
    return word.folded.endswith("ed") or bool(opposites_of(word.stem)) or bool(prefixed_opposites(word.folded))


def _ends_in_state(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the clause of a German verb ends in a word without a capital: "blieb am Montag geschlossen"."""
    last = None
    for before, word in pairwise(words[at : at + _LONGEST]):
        if not _CLAUSE_MARKS.isdisjoint(text[before.end : word.start]) and not before.is_number:
            break
        last = word
    return last is not None and last.text.islower() and not last.is_stop
