"""Find the name that a bare common noun stands for: "the planemaker" after "Airbus, the planemaker", "the council".

Method: a name is called by a noun where it has it in apposition ("Arle Steel, the steelmaker,", "the steelmaker Arle
Steel") or is headed by it ("Arle Town Council", "Ministry of Works"). A noun by which two names of the article can be
called stands for none. Reference: Soon, Ng and Lim (2001), the features "appositive" and "head match".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.domain import Name, NameKind
from factcheck.text.names.gazetteer import ROLES

BESIDE = 60  # characters beside a name in which its apposition stands

_AFTER = re.compile(
    r",\s(?:the|an?)\s(?:[A-Za-z][\w’'-]*\s){0,3}?(?P<noun>[a-z][a-z-]{3,})(?=,|\.(?:\s|$)|\s(?:based|that|which|in|of|for)\b)"
)
_BEFORE = re.compile(r"\b[Tt]he\s(?:[A-Za-z][\w’'-]*\s){0,2}?(?P<noun>[a-z][a-z-]{3,})\s$")
_HEAD = re.compile(r"(?P<first>\w+)\s(?:of|for)\b|.*\b(?P<last>\w+)$")
_BARE = re.compile(r"[Tt]he\s(?P<noun>[a-z][a-z-]{3,})")
_COMPANY = re.compile(
    r"[a-z-]*(?:maker|company|firm|group|bank|chain|giant|retailer|builder|producer|supplier|operator|airline|carrier|"
    r"broadcaster|publisher|manufacturer|charity|union|club|agency|lender|insurer|brewer|website|newspaper|magazine)"
)
_KINDS = (NameKind.ORGANISATION, NameKind.OTHER)


def called(text: str, names: Sequence[Name]) -> Mapping[str, str]:
    """Return the name that each noun stands for in a text; `names` are those of the text, in order."""
    found: dict[str, set[str]] = {}
    for name in names:
        if name.kind in (*_KINDS, NameKind.PERSON):
            for noun in _nouns(text, name):
                if name.kind is NameKind.PERSON and not _COMPANY.fullmatch(noun):
                    continue  # "Harrow Aerospace" has the shape of a person's name
                found.setdefault(noun, set()).add(name.name)
    return {noun: next(iter(stands)) for noun, stands in found.items() if len(stands) == 1}


def named_by(words: str, nouns: Mapping[str, str]) -> str:
    """Return the name that a mention such as "the council" stands for, or ""."""
    bare = _BARE.fullmatch(words)
    return nouns.get(bare["noun"], "") if bare else ""


def _nouns(text: str, name: Name) -> Iterator[str]:
    span = name.span
    if " " in name.name and (head := _HEAD.match(name.name)):
        yield (head["first"] or head["last"]).lower()
    after = _AFTER.match(text, span.end, span.end + BESIDE)
    before = _BEFORE.search(text[max(0, span.start - BESIDE) : span.start])
    for beside in filter(None, (after, before)):
        if beside["noun"] not in ROLES:
            yield beside["noun"]


__all__ = ["called", "named_by"]
