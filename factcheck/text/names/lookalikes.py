"""Names that people take for another: letters of other scripts or kinds that look alike, and characters nobody sees.

The skeleton of a name is what of it the eye sees. Source: Unicode Technical Standard 39, section 4; of its table what
looks like a Latin letter, in the scripts whose names are written in this alphabet's company. Marks are kept: "José" is
seen not to be "Jose".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""What is blank or leaves no trace, beside the category Cf. Source: Default_Ignorable_Code_Point of Unicode 15, and
the blank pattern of Braille."""
_LIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЬӀавекмнорстухѕіјһԁԛԝӏьгпш"  # Cyrillic
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεηικνορσςτυχωγ"  # Greek
        "ՕՍԼօոսհցզՏ"  # Armenian
        "ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏟᏢᏦᏴᏙᏞᏚᎱ",  # Cherokee
        "ABESIJKMHOPCTYXblabekmhopctyxsijhdqwlbrnwABEZHIKMNOPTYXabenikvopocTuxwyOULonuhgqSDRTiAJEWMHGZCPKBVLSr",
        strict=True,
    )
)
"""Letters of other scripts that look like a Latin one."""
_AS_LATIN = str.maketrans(_LIKE)
_LETTERS, _LATIN = re.compile(r"[^\W\d_]+"), re.compile("[A-Za-z]")
_SIGNS = {
    "|": "l",
    "1": "l",
    "!": "l",
    "I": "l",
    "ǀ": "l",
    "ǃ": "l",
    "0": "O",
    "m": "rn",
    "w": "vv",
    "M": "RN",
    "W": "VV",
}
"""Characters that look like others of their own script or of none."""
_LATIN_KIND = re.compile(
    r"LATIN (?:LETTER SMALL CAPITAL|SMALL LETTER (?:DOTLESS|SCRIPT)|SMALL LETTER) ([A-Z]|ALPHA|IOTA)"
)
"""Letters that are a kind of a Latin one, by their Unicode names: dotless, script, alpha, small capitals."""
_NAMED = {"ALPHA": "a", "IOTA": "l"}
_DASH, _QUOTE = "Pd", {"\u2018", "\u2019", "\u02bc", "\u02b9", "\u02bb", "\u2032", "`", "\u00b4"}


def folded(name: str) -> str:
    """Return a name as it is compared: white space, capital and small letters do not count."""
    return "".join(name.casefold().split())


def unseen(name: str) -> str:
    """Return the first character of a name that nobody sees; "" if there is none."""
    return next((c for c in name if _UNSEEN.match(c) or unicodedata.category(c) == "Cf"), "")


def in_latin(text: str) -> str:
    """Return a text whose words of Latin letters among look-alikes have Latin letters alone; others are as they were.

    The length stays: nobody writes a word in two scripts but to be read as one and found as the other.
    """
    if text.isascii():
        return text
    return _LETTERS.sub(lambda found: found[0].translate(_AS_LATIN) if _LATIN.search(found[0]) else found[0], text)


def taken_for(name: str, others: Iterable[str]) -> str:
    """Return the other name that a name may be taken for; "" if there is none. Letter case is no difference."""
    seen, own = _skeleton(name), folded(name)
    return next((other for other in others if folded(other) != own and seen in _seen_as(other)), "")


def _seen_as(name: str) -> frozenset[str]:
    """Return the skeletons of a name, as it may be written: as it stands, in small letters, in capitals."""
    return frozenset(map(_skeleton, (name, name.lower(), name.upper(), name.title())))


def _skeleton(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    letters = (_SIGNS.get(letter, letter) for letter in map(_letter, plain) if not unseen(letter))
    return folded("".join(letters))


def _letter(character: str) -> str:
    if character.isascii():
        return character
    if character in _LIKE:
        return _LIKE[character]
    if unicodedata.category(character) == _DASH:
        return "-"
    if character in _QUOTE:
        return "'"
    kind = _LATIN_KIND.fullmatch(unicodedata.name(character, ""))
    return _NAMED.get(kind[1], kind[1].lower()) if kind else character
