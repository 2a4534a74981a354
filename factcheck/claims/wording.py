"""Make a claim's wording self-contained by added [brackets] only: never a rewrite, so it cannot invent.

Sparing: a first-person plural that plainly is the speaker's organisation, the first surname of a known full name, and
"he" or "she" at the head of a claim where the article has named one such person so far. What stays open is told.
"""

from __future__ import annotations

import re

from factcheck.domain import Claimant, Name, NameKind

_FIRST_PERSON = re.compile(r"\b(?:We|we)\b")
_SINGULAR = re.compile(r"\bI\b")


_HEAD_PRONOUN = re.compile(r"\W{0,2}(?P<pronoun>[Hh]e|[Ss]he)\b")
_PERSON_WORD = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er|[Hh]ers)\b(?!\s\[)")
_THING_WORD = re.compile(
    r"(?:^|(?<=[“\"(,;:—–]\s)|(?<=[“\"(,;:—–])|(?<=^(?:But|And|Yet)\s))(?:[Tt]hey|[Ii]t|[Tt]hem|[Ww]e|[Uu]s)\b(?!\s\[)"
)
_EXPLETIVE = re.compile(
    r"[Ii]t(?:[’']s|\s(?:is|was|will\sbe|would\sbe|seems|appears))\s(?:[\w-]+\s){1,3}(?:that|to|for|who)\b"
)
_POINTING = re.compile(
    r"(?:^|(?<=[“\"(,;:—–])|(?<=[“\"(,;:—–]\s)|\b(?:denied|did|do|knew|know|of|about|for|on|and|but|like|support|oppose)\s)"
    r"(?P<word>[Tt]h(?:is|at|ese|ose))(?=\s(?:is|was|are|were|has|have|had|will|would|can|could|may|might|must|should|"
    r"did|does|do|means?)\b|[.;!?”\"]|$)"
)


def head_pronoun(text: str) -> str:
    """Return "he" or "she" where a claim begins with it, else ""."""
    found = _HEAD_PRONOUN.match(text)
    return found["pronoun"].lower() if found else ""


def unresolved(text: str) -> tuple[str, ...]:
    """Return the words of a self-contained wording that still point outside it ("This", "They"), in order.

    A pronoun is open where no name stands before it in the claim and no bracket behind it; "it is right that …" points
    to nothing.
    """
    found = [(match.start("word"), match["word"]) for match in _POINTING.finditer(text)]
    thing = _THING_WORD.search(text)
    if thing is not None and not _EXPLETIVE.match(text, thing.start()):
        found.append((thing.start(), thing.group()))
    person = _PERSON_WORD.search(text)
    if person is not None and not re.search(r"[a-z“\"]\s[A-Z][a-z]+|^\W?[A-Z]\w+\s[A-Z]|\[", text[: person.start()]):
        found.append((person.start(), person.group()))
    return tuple(word for _, word in sorted(found))


def self_contained(
    text: str, start: int, *, claimant: Claimant | None, names: tuple[Name, ...], meant: str = ""
) -> str:
    """Return `text` (which begins at `start` of the article) with brackets after what cannot stand alone.

    `meant`: whom the "he" or "she" at its head means, where that is plain.
    """
    inserts: list[tuple[int, str]] = []
    if meant and (head := _HEAD_PRONOUN.match(text)):
        inserts.append((head.end(), meant))
    if claimant is not None:
        inserts.extend(_speaker(text, claimant))
    seen: set[str] = set()
    for name in names:
        if name.kind is NameKind.PERSON and name.name not in seen:
            seen.add(name.name)
            bare = name.span.text
            if " " in name.name and " " not in bare and bare != name.name:
                inserts.append((name.span.end - start, name.name))
    for at, words in sorted(inserts, reverse=True):
        text = f"{text[:at]} [{words}]{text[at:]}"
    return text


def _speaker(text: str, claimant: Claimant) -> list[tuple[int, str]]:
    organisation = _organisation(claimant.office)
    if organisation and (match := _FIRST_PERSON.search(text)):
        return [(match.end(), organisation)]
    if claimant.mention is not None and (match := _SINGULAR.search(text)):
        return [(match.end(), claimant.name)]
    return []


def _organisation(office: str) -> str:
    """Return the organisation that an office speaks for, where it stands in capitals ("NATO Secretary General")."""
    acronym = re.search(r"\b[A-Z]{2,6}\b", office)
    return acronym.group() if acronym and "former" not in office.lower() and "ex-" not in office.lower() else ""


__all__ = ["head_pronoun", "self_contained", "unresolved"]
