"""Make a claim's wording self-contained by added [brackets] only: never a rewrite, so it cannot invent.

Sparing: a first-person plural that plainly is the speaker's organisation, the first surname of a known full name, and
"he" or "she" at the head of a claim where the article has named one such person so far. What stays open is told. Only
the headlines of other stories that a page glued into a sentence are left out, for "[…]".
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.domain import Claim, Claimant, Name, NameKind
from factcheck.text.glue import glued
from factcheck.text.names.finding import find_names

DOUBTFUL = 0.4  # confidence in a speaker below which "he" or "she" may mean another, or nobody is found for it
_FIRST_PERSON = re.compile(r"\b(?:(?:We|we|us)|(?P<whose>[Oo]ur))\b")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_OFFICES_WORDS = """
    CEO CFO COO CTO CIO CMO MD VP SVP EVP PR HR IT MP MPS MEP MSP MS AM TD QC KC SC GP OBE MBE CBE PM AG DA"""
_OFFICES = frozenset(_OFFICES_WORDS.split())
"""What somebody is, and no body that they speak for: "CEO of Brightwell Foods"."""
_OFFICE_OF = re.compile(rf"^(?:{'|'.join(sorted(_OFFICES))})\s(?:of|at)\s(?:the\s)?")
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


_NO_SUBJECT = re.compile(
    r"[“\"]?(?P<verb>is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does)(?:n[’']t)?"
    r"\s(?!(?:he|she|it|they|we|you|i|the|an?|this|that|these|those|there|not)\b)"
)  # "had he known", "is it", and "may the" have one


def head_pronoun(text: str) -> str:
    """Return "he" or "she" where a claim begins with it, else ""."""
    found = _HEAD_PRONOUN.match(text)
    return found["pronoun"].lower() if found else ""


def unresolved(text: str, *, spoken: bool = True) -> tuple[str, ...]:
    """Return the words of a self-contained wording that still point outside it ("This", "They"), in order.

    A pronoun is open where no name stands before it in the claim and no bracket behind it; "it is right that …" points
    to nothing. `spoken`: somebody known says it, so that "we" is they and theirs.
    """
    if (verb := _NO_SUBJECT.match(text)) is not None:
        return (verb["verb"],)
    found = [(match.start("word"), match["word"]) for match in _POINTING.finditer(text)]
    thing = _THING_WORD.search(text)
    ours = thing is not None and spoken and thing.group().lower() in ("we", "us")
    if thing is not None and not ours and not _EXPLETIVE.match(text, thing.start()):
        found.append((thing.start(), thing.group()))
    person = _PERSON_WORD.search(text)
    if person is not None and not re.search(r"[a-z“\"]\s[A-Z][a-z]+|^\W?[A-Z]\w+\s[A-Z]|\[", text[: person.start()]):
        found.append((person.start(), person.group()))
    return tuple(word for _, word in sorted(found))


def open_words(claim: Claim) -> tuple[str, ...]:
    """Return the words of a claim that still point outside it, and the pronoun of a speaker who is not certain."""
    claimant = claim.claimant
    mention = claimant.mention if claimant is not None else None
    doubtful = claimant is not None and mention is not None and claimant.confidence < DOUBTFUL
    speaker = (mention.text,) if doubtful and mention is not None and mention.text.lower() in ("he", "she") else ()
    return (*unresolved(claim.text, spoken=claimant is not None), *speaker)


def self_contained(
    text: str, start: int, *, claimant: Claimant | None, names: tuple[Name, ...], meant: str = "", subject: str = ""
) -> str:
    """Return `text` (which begins at `start` of the article) with brackets beside what cannot stand alone.

    `meant`: whom the "he" or "she" at its head means, where that is plain; `subject`: what a claim that begins with its
    verb is about.
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
    inserts = [(at, words) for at, words in inserts if not text.startswith(("[", " ["), at)]  # the article has its own
    edits = [*((at, at, words) for at, words in inserts), *((low, high, "…") for low, high in glued(text))]
    for low, high, words in sorted(edits, reverse=True):
        text = f"{text[:low]} [{words}]{text[high:]}"
    return f"[{subject}] {text}" if subject else text


def explained_in(claim: Claim) -> tuple[Name, ...]:
    """Return the names of a claim that its wording explains, or need not: what it left alone stays so."""
    return tuple(name for name in claim.names if name.name in name.span.text or f"[{name.name}]" in claim.text)


def _speaker(text: str, claimant: Claimant) -> list[tuple[int, str]]:
    if (match := _FIRST_PERSON.search(text)) and (organisation := organisation_of(claimant)):
        return [(match.end(), f"{organisation}’s" if match["whose"] else organisation)]
    if claimant.mention is not None and claimant.name[:1].isupper() and (match := _SINGULAR.search(text)):
        return [(match.end(), claimant.name)]
    return []


def organisation_of(claimant: Claimant) -> str:
    """Return the organisation that a claimant is or speaks for ("chair of the Arle Trust"), or "" for none or two."""
    if claimant.former:
        return ""
    acronym = next((word for word in _ACRONYM.findall(claimant.office) if word not in _OFFICES), "")
    if acronym:
        return acronym
    return _only_organisation(claimant.office) or (
        claimant.name if _only_organisation(claimant.name) == claimant.name else ""
    )


@lru_cache(1024)
def _only_organisation(words: str) -> str:
    """Return the one organisation named in an office, which is not a mere part of the office ("Health Secretary")."""
    named = (name.span.text for name in find_names(words) if name.kind is NameKind.ORGANISATION)
    found = {_OFFICE_OF.sub("", name) for name in named}
    return found.pop() if len(found) == 1 else ""


__all__ = ["explained_in", "head_pronoun", "open_words", "self_contained", "unresolved"]
