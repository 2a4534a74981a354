"""Authors: whom the byline of a text names, and names cut out of what formats give as an author. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

FIRST_LINES, LONGEST_LINE = 8, 110
"""Lines in which a byline stands, and characters of one; a longer line is a sentence."""
AUTHORS_KEPT = 4096
"""Authors that stay read: those of an archive write again and again."""
_MAIL = r"[^\s<>()\"]{1,80}@[^\s<>()\"]{1,120}"
_ADDRESS = re.compile(rf"\s*<{_MAIL}>")
_BEHIND_ADDRESS = re.compile(rf"{_MAIL}\s*\((?P<name>[^()]{{2,80}})\)")
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:von|van|der|den|de|di|da|dos|del|la|le|al|bin|zu|zur|ter|ten|af|y)"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_WORD}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:,\s|\s(?:and|und|et|y|e|en|&)\s){_NAME}){{0,4}}"
_OPENING = (
    r"(?:(?:(?:Interview|Text|Story|Words|Report|Reporting|Written|Analysis|Review|Commentary|Opinion|Bericht|Analyse|"
    r"Kommentar|Texte|Propos recueillis)\s)?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|[Dd]oor)\s"
    r"|(?:Text|Story|Words|Report|Reporting|Author|Autor|Autorin|Bericht|Texte|Auteur):\s)"
)
_BYLINE = re.compile(
    rf"{_OPENING}(?![A-Z][a-z]+(?:day|tag)\b)(?P<names>{_NAMES})(?:\s*(?:[|•·,–—(/-]|\b(?:in|aus|on|für|for|at|à|en)\s).*)?"
)
_ENDS = re.compile(r"[.!?:…]['\"”’»]?\Z")
"""How a sentence ends, and no byline."""
_LED = re.compile(rf"{_OPENING}(?={_NAME})|(?:[Bb]y|BY)\s(?=[^\W\d_])")
"""What leads a name; of one word only "by", since there is a von Arnim."""
_LETTER = re.compile(r"[^\W\d_]")
_BRACKETS = (("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"))


def byline_of(head: str) -> str:
    """Return whom a byline near the head of a text names ("By Rosa Penhale, 4 June 2023"); "" for none.

    The first line is the title: "By Royal Decree" is one.
    """
    lines = [" ".join(line.split()) for line in head.split("\n") if line.strip()]
    for line in lines[1:FIRST_LINES]:
        found = _BYLINE.fullmatch(line) if len(line) <= LONGEST_LINE and not _ENDS.search(line) else None
        if found:
            return found["names"]
    return ""


@lru_cache(AUTHORS_KEPT)
def author_name(given: str) -> str:
    """Return an author without what stands around the name: "By", a mail address; "" for what is no name at all."""
    name = " ".join(given.split())
    if behind := _BEHIND_ADDRESS.fullmatch(name):
        name = behind["name"]
    name = (_ADDRESS.sub("", name) or name).strip(" ,;|\"'")
    for opening, closing in _BRACKETS:
        if name.startswith(opening) and name.endswith(closing):
            name = name[1:-1].strip()
        if name.count(opening) != name.count(closing):
            name = name.partition(opening)[0].rstrip(" ,;-–")
    led = _LED.match(name)
    name = name[led.end() :] if led else name
    return name if _LETTER.search(name) else ""
