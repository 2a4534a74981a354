"""Names as they sound: how "Thomas Wright" is written in Cyrillic or Greek letters ("Томас Райт", "Τόμας Ράιτ"). Pure.

Such spellings follow the sound of a name, not its letters, so only its consonants are compared, in classes that are
hard to tell apart; a Latin letter with several sounds gives several readings. Coarse: two words must agree, and they
have to be in those letters. Measured on 40 well-known names (2026-11-29, `tests/workbench/test_hearing.py`): 35 are
heard, and none of them in the 1,550 others. Not known: letters that a language does not speak ("Jacques", "Dupont"), a
Г for an H ("Гитлер"), and names that are translated ("Яков" for James).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, product

from factcheck.workbench.spellings import plain

FEWEST = 4
"""Consonants of two words together; fewer agree by chance."""
_MOST = 24
"""Readings of a word that are looked for."""
_OTHER_LETTERS = re.compile(r"[\u0370-\u03ff\u0400-\u052f]+")
_SIGNS = (
    *(("wr", ("r",)), ("kn", ("n",)), ("ght", ("t",)), ("gh", ("", "k", "f")), ("ph", ("f",)), ("th", ("t", "s"))),
    *(("tch", ("j",)), ("sch", ("j", "sk")), ("sh", ("j",)), ("ch", ("j", "k", "")), ("ck", ("k",)), ("dg", ("j",))),
    *(("ge", ("j", "k", "")), ("gi", ("j", "k", "")), ("gy", ("j", "k")), ("gn", ("n", "kn")), ("mb", ("m", "mp"))),
    *(("ce", ("s", "j", "k")), ("ci", ("s", "j")), ("cy", ("s",)), ("x", ("ks", "s", "")), ("j", ("j", "", "i"))),
    *(("w", ("", "f")), ("z", ("s",)), ("ll", ("l", "")), ("rs", ("rs", "s")), ("lk", ("lk", "k"))),
)
"""Letters of Latin names -> the classes that they may sound as; English, German, French, Spanish and Italian ones."""
_CLASSES = {
    **dict(zip("bpfvdtszckqgklmnr", "ppffttsskkkkklmnr", strict=True)),
    **dict(zip("бпфвдтсзкглмнрцчшщж", "ppffttsskklmnrsjjjj", strict=True)),
    **dict(zip("βπφδθτσςζκγλμνρξψ", "fpftttssskklmnrss", strict=True)),
}
"""Consonants -> their class; all else is a vowel, or as good as silent."""
_JOINED = (
    ("дж", "ж"),
    ("тч", "ч"),
    ("кс", "ξ"),
    ("μπ", "π"),
    ("ντ", "τ"),
    ("γκ", "κ"),
    ("γγ", "κ"),
    ("τζ", "ж"),
    ("τσ", "ч"),
)
_KS = {"ξ": "ks", "ψ": "ps"}


def sounds_of(word: str) -> frozenset[str]:
    """Return the classes of consonants that a word of a name in Latin letters may sound as."""
    rest = plain(word)
    parts: list[tuple[str, ...]] = []
    while rest:
        sign, sounds = next(((sign, sounds) for sign, sounds in _SIGNS if rest.startswith(sign)), ("", ()))
        parts.append(sounds or (_CLASSES.get(rest[0], ""),))
        rest = rest[len(sign) or 1 :]
    return frozenset(_single("".join(one).replace("i", "")) for one in islice(product(*parts), _MOST))


def heard_in(text: str) -> frozenset[str]:
    """Return how the words of a text in Cyrillic and Greek letters sound."""
    return frozenset(_heard(word) for word in _OTHER_LETTERS.findall(plain(text)))


def is_heard(name: Iterable[frozenset[str]], heard: frozenset[str]) -> bool:
    """Whether two words of a name, each as it may sound, are heard."""
    found = [max((len(one) for one in sounds & heard), default=0) for sounds in name]
    two = sorted(found)[-2:]
    return len(two) > 1 and min(two) > 0 and sum(two) >= FEWEST


def is_part_heard(name: Iterable[frozenset[str]], heard: frozenset[str]) -> bool:
    """Whether a word of a name is heard that has enough consonants of its own."""
    return any(len(one) >= FEWEST - 1 for sounds in name for one in sounds & heard)


def _heard(word: str) -> str:
    for letters, sound in _JOINED:
        word = word.replace(letters, sound)
    return _single("".join(_KS.get(c) or _CLASSES.get(c, "") for c in word))


def _single(classes: str) -> str:
    return re.sub(r"(.)\1+", r"\1", classes)
