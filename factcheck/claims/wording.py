"""Make a claim's wording self-contained by added [brackets] only: never a rewrite, so it cannot invent.

Sparing: a first-person plural that plainly is the speaker's organisation, and the first surname of a known full name.
"""

from __future__ import annotations

import re

from factcheck.domain import Claimant, Name, NameKind

_FIRST_PERSON = re.compile(r"\b(?:We|we)\b")
_SINGULAR = re.compile(r"\bI\b")


def self_contained(text: str, start: int, *, claimant: Claimant | None, names: tuple[Name, ...]) -> str:
    """Return `text` (which begins at `start` of the article) with brackets after what cannot stand alone."""
    inserts: list[tuple[int, str]] = []
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


__all__ = ["self_contained"]
