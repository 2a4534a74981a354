"""Whom a phrase names: the person who is its head, and not whose supporter, lawyer or opponent they are."""

from __future__ import annotations

import re

from factcheck.claims.people.people import Person
from factcheck.claims.people.registry import Registry
from factcheck.domain import Name, NameKind, Span

_JOINED = re.compile(r"^(?:[a-z-]+\s|[A-Z][a-z-]+\s(?=of|for))+(?:of|for|to|from)\s(?:[A-Z][\w.’'-]*\s){1,5}and\s[A-Z]")
_DESCRIBED_BODY = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s(?:[a-z][\w’'-]*\s){0,4}[a-z][\w’'-]*,\s(?P<name>[A-Z].*?),?$"
)
FIRM = re.compile(r"(?:&|\band)\s(?:Sons?|Daughters?|Co|Company|Partners|Brothers|Bros|Associates)\b")
_PUBLISHED = re.compile(
    r"(?:an?|the|one|its|his|her|their|this|that|\d{4})\s(?:[\w’'-]+\s){0,3}(?:study|report|survey|poll|paper|analysis|research|"
    r"review|article|dossier|memo)\s(?:was\s)?(?:published|released|printed|presented|out|in|carried)\b",
    re.IGNORECASE,
)
"""A document with where it came out, which is not who says it: "a study published in the journal Arle Medicine"."""


def head_of(registry: Registry, mention: Span) -> Person | None:
    """Return the last person named inside the mention, before any comma or relative clause."""
    if _PUBLISHED.match(mention.text):
        return None
    limit = mention.start + len(re.split(r",|\b(?:who|that|which)\b", mention.text, maxsplit=1)[0])
    inside = [
        n for n in registry.names_in(mention.start, limit) if n.kind is NameKind.PERSON and n.name in registry.people
    ]
    phrase = mention.text[: limit - mention.start]
    heads = [n.name for n in inside if _is_head(phrase, n, mention.start)]
    if inside and heads and inside[0].name != heads[0] and _JOINED.search(phrase):
        heads = []  # "supporters of Ann Lee and Ben Hill": both belong to the supporters
    name = heads[-1] if heads else _apposed(registry, mention, limit)
    return registry.people[name] if name else None


def body_apposed(registry: Registry, mention: Span) -> str:
    """Return the organisation in apposition to a description: "the owner, Ellis Storage Ltd", or ""."""
    described = _DESCRIBED_BODY.match(mention.text)
    if described is None:
        return ""
    low, high = mention.start + described.start("name"), mention.start + described.end("name")
    whole = described.end() == len(mention.text)
    bodies = [n for n in registry.names_in(low, high) if n.kind in (NameKind.ORGANISATION, NameKind.OTHER)]
    return bodies[0].name if whole and bodies and (bodies[0].span.start, bodies[0].span.end) == (low, high) else ""


def _apposed(registry: Registry, mention: Span, comma: int) -> str:
    """Return the name after the comma of a mention that is a description and a name ("its chief, Ann Lee")."""
    after = [n for n in registry.names_in(comma, mention.end) if n.name in registry.people]
    if not after or after[0].span.end != mention.end:
        return ""
    parted = "," in mention.text[comma - mention.start : after[0].span.start - mention.start]
    return after[0].name if parted else ""  # "farmers who oppose Ann Lee"


def spelled_out(registry: Registry, mention: Span, words: str) -> Person | None:
    """Return the person whose full name begins `words`, as in a caption ("Ben Lee Defence Minister")."""
    if any(n.kind is NameKind.ORGANISATION for n in registry.names_in(mention.start, mention.end)[:1]):
        return None  # "Johns Hopkins University"
    parts = words.split()
    tries = (" ".join(parts[:count]) for count in (4, 3, 2) if not "".join(parts[count : count + 1])[:1].islower())
    return next((registry.people[name] for name in tries if name in registry.people), None)


def person_named(registry: Registry, mention: Span) -> Person | None:
    """Return the person whom a phrase means by a name, a surname or an office alone, whoever spoke before."""
    return head_of(registry, mention) or registry.by_surname(mention.text.strip()) or registry.by_office(mention, ())


def _is_head(phrase: str, name: Name, start: int) -> bool:
    """Tell whether a name is the head of a phrase: not "a Lee supporter", "Lee’s lawyer", "a spokesman for Ann Lee"."""
    before, after = phrase[: name.span.start - start].split(), phrase[name.span.end - start :]
    if (
        FIRM.match(after.lstrip())
        or after[:2] in ("’s", "'s", "’ ", "' ")
        or re.match(r"\s(?!(?:of|for|in|from|at|who|and)\b)[a-z]", after)
    ):
        return False
    told = before[-1:] in (["the"], ["The"]) and before[-2:-1] in (["to"], ["with"])
    if told and name.span.text == name.name:
        return False  # "residents speaking to The Courier"
    return not (
        len(before) > 1
        and before[-1] in ("for", "to", "with", "by", "of", "from", "near", "against", "as", "including")
    )


__all__ = ["FIRM", "body_apposed", "head_of", "person_named", "spelled_out"]
