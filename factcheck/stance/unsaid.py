"""What stands in a text and says nothing: the marks of notes ("[3]", "²", "million1"), and the numbers of a list.

None of them is a figure, so nothing agrees or clashes with it. A number in brackets that stands between words may be
the writer's ("[12] members") and is left; a German day or rank at the head of a line ("7. Mai", "2. Liga") is none of a
list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.claims.sources.marks import Style, marks_of
from factcheck.text.abbreviations import stop_ends
from factcheck.text.languages.language import is_german

Pair = tuple[int, int]

_MAY_BE = re.compile(r"[\[⁰¹²³⁴-⁹]|(?:on|en|nd)\d|(?:\A|\n)[ \t>*-]{0,8}\(?\d{1,3}[.)][ \t]")
"""One of these stands where anything of it does: most passages have none, and one question says so."""
_NAMED = re.compile(r"\[(?:[Nn]ote|[Aa]nm\.?|[Ff]n\.?)\s?\d{1,3}\]")
"""Notes that are called with a word: "[note 3]"."""
_GLUED = re.compile(
    r"\b(?:thousand|million|billion|trillion|[Tt]ausend|Million(?:en)?|Milliarden?)(?P<mark>\d{1,2})(?![\w.,]*\d)(?!\w)"
)
"""A scale with digits glued to it, as raised ones come out of a PDF: no scale is written so."""
_LISTED = re.compile(r"(?:\A|(?<=\n))[ \t>*-]{0,8}(?P<number>\((?P<paren>\d{1,3})\)|(?P<dot>\d{1,3})[.)])[ \t]+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = (".", "!", "?", ":", ";", '"', "”", "“", "»", ")", "]")
"""How a line ends before one that can open with a list number; another goes on in the next: "rose to / 40. The"."""
_CLOSES = frozenset('.,;:!?"”“’»)…')
_RANKED = frozenset(["fc", "sc", "liga", "bundesliga"])
"""What a number with a stop is a rank or a part of the name of, in English too."""


@lru_cache(64)
def unsaid(text: str) -> tuple[Pair, ...]:
    """Return where in a text the marks of notes and the numbers of its lists stand, in order.

    Kept for the texts asked for last: a claim meets many passages.
    """
    if _MAY_BE.search(text) is None:
        return ()
    raised = ((one.start, one.end) for one in marks_of(text, Style.RAISED))
    named = (one.span() for one in _NAMED.finditer(text))
    glued = (one.span("mark") for one in _GLUED.finditer(text))
    return together([*_in_brackets(text), *raised, *named, *glued, *_listed(text)])


def together(places: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return places in order, those that meet as one."""
    found: list[Pair] = []
    for low, high in sorted(places):
        if found and low < found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return tuple(found)


def _in_brackets(text: str) -> Iterator[Pair]:
    for one in marks_of(text, Style.BRACKET):
        if one.behind == one.start or text[one.behind - 1] in _CLOSES:
            yield one.start, one.end


def _listed(text: str) -> Iterator[Pair]:
    for one in _LISTED.finditer(text):
        before = text[: one.start()].rstrip(" \t")
        opens = not before or before.endswith("\n\n") or before[:-1].rstrip().endswith(_ENDS)
        if opens and (one["paren"] or text[one.end("number") - 1] == ")" or _ends(text, one["dot"], one.end())):
            yield one.start("number"), one.end()


def _ends(text: str, number: str, at: int) -> bool:
    """Tell whether the stop behind a number parts it from the words at `at`, and makes no day or rank of it."""
    word = _WORD.match(text, at)
    if word is None:
        return True
    then = _WORD.search(text, word.end())
    ranked = word.group().casefold() in _RANKED or word.group()[0].islower()
    return not ranked and stop_ends(number, word.group(), then.group() if then else "", german=is_german(text))


__all__ = ["together", "unsaid"]
