"""The letters behind a name: honours and seats, no part of it ("Hannah Leigh KC"), and generations, which are one."""

from __future__ import annotations

from collections.abc import Iterable

_HONOURS_WORDS = "kc obe mbe cbe kbe dbe gbe kcb dcb cmg cvo mvo bem qpm kpm phd dphil mba frs fba frcs frcp esq dds"
_ALSO_OTHERS_WORDS = "qc sc om ch cb dl jp md ma ba rn cpa mp mep msp mla td mlc"
_ALSO_OTHERS = frozenset(_ALSO_OTHERS_WORDS.split())
"""Seats, and what is short for a place or a club, too: only behind a known first name."""
_LETTERS = frozenset(_HONOURS_WORDS.split()) | _ALSO_OTHERS
_GENERATIONS = frozenset(["jr", "sr"])
_NAME_WORDS = 2  # that stand before such letters: "Arle MP" is somebody of Arle


def without_letters(name: str, first_names: frozenset[str]) -> str:
    """Return a name without the honours and seats behind it."""
    words = name.split()
    while len(words) > _NAME_WORDS and _plain(words[-1]) in _LETTERS and words[-1] != words[-1].lower():
        if (
            _plain(words[-1]) in _ALSO_OTHERS
            and words[0].lower() not in first_names
            and words[0].strip(".").lower() != "dr"
        ):
            break
        words = words[:-1]
    return " ".join(words)


def are_letters(word: str) -> bool:
    """Tell whether a word is such letters: "KC", "MP"."""
    return _plain(word) in _LETTERS


def surname_of(name: str) -> str:
    """Return the last word of a name that is no generation: "Kane" of "Robert Kane Jr"."""
    words = name.split()
    return words[-2] if len(words) > _NAME_WORDS and _plain(words[-1]) in _GENERATIONS else words[-1]


def without_generation(names: Iterable[str]) -> dict[str, str]:
    """Return by the name without "Jr" who bears it, where the text has one generation of the name."""
    by_plain: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if surname_of(name) != name.split()[-1]:
            by_plain.setdefault(" ".join(name.split()[:-1]), []).append(name)
    return {plain: names[0] for plain, names in by_plain.items() if len(names) == 1}


def _plain(word: str) -> str:
    return word.strip(".,").casefold()


__all__ = ["are_letters", "surname_of", "without_generation", "without_letters"]
