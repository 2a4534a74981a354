"""Resolve a mention to whom it means: a surname to its full name, an office to its holder, a letter to its writer.

What stays unresolved keeps the words of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.people.described import described, meant_by_pronoun
from factcheck.claims.people.heads import body_apposed, head_of, person_named, spelled_out
from factcheck.claims.people.institutions import named_by
from factcheck.claims.people.offices import DETERMINER
from factcheck.claims.people.pronouns import SEVERAL, is_pronoun
from factcheck.claims.people.registry import Registry
from factcheck.claims.people.somebody import is_body, is_people, is_somebody
from factcheck.claims.people.together import together
from factcheck.domain import Claimant, NameKind, Span
from factcheck.domain.offices import is_former
from factcheck.text.names.legal_forms import without_form
from factcheck.text.names.sameness import canonical

DOCUMENT_WITHIN = 400  # characters after a speaker in which "the statement" is theirs
_GENITIVE = re.compile(r"(?:[dD]es|[eE]ines)\s(?:[a-zäöüß]+\s)*[A-ZÄÖÜ][\wäöüß-]{3,}s$")
_DOCUMENT = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]hat|[Tt]his)\s(?P<plain>)|(?P<of>"
    r"[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w.’'& -]{1,60}?)(?:[’']s?)?\s)?"
    r"(?:[a-z-]+\s){0,2}(?:statement|letter|memo|e-?mail|tweet|post|press\srelease|news\srelease|release)"
    r"(?:\s(?:issued\s|released\s|sent\s|written\s|posted\s)?(?:by|from)\s(?P<by>[^,;]{2,90}?)"
    r"(?:\sto\s[^,;]{2,60})?)?"
)
_PLAIN_DOCUMENT = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]hat|[Tt]his)?\s?(?:(?:brief|short|joint|written|later|separate|further|earlier|prepared|"
    r"public|long|new|second|terse)\s){0,2}(?:statement|tweet|post|press\srelease|news\srelease|release)"
)
"""A document that can be the last speaker's: "a police statement" is somebody else's, and a letter anybody's."""
_SHORT_BODY = re.compile(
    r"(?P<kind>Department|Ministry|Council|Court|Board|Agency|Committee|Commission|Bureau|Party|University|Institute|"
    r"Office|Authority|Foundation|Association|Company|Union|Service|Bank)\s(?P<role>[a-z][a-z -]+)"
)
_INITIAL = re.compile(r"^[A-Z][a-zäöü]{0,4}(?=\s)")


def resolve(registry: Registry, mention: Span, heard: Sequence[Claimant], *, rule: str, confidence: float) -> Claimant:
    """Return the claimant that `mention` names; `heard`: whom a pronoun may mean, the likeliest first."""
    words = mention.text.strip()
    if both := together(registry, mention):
        return Claimant(name=both, mention=mention, rule=rule, confidence=round(confidence, 3))
    person = head_of(registry, mention) or spelled_out(registry, mention, words) or registry.by_surname(words)
    if person is None and is_pronoun(words):
        return meant_by_pronoun(registry, mention, heard, rule, confidence)
    if person is None:
        person = registry.by_office(mention, heard) or described(registry, words, heard)
        confidence *= 0.85 if person else 1.0
    if person is None and (issuer := _issuer(registry, mention, heard, rule, confidence)):
        return issuer
    if person is not None:
        return person.claimant(mention, rule, confidence)
    if body := body_apposed(registry, mention):
        return Claimant(name=body, mention=mention, rule=rule, confidence=round(confidence, 3))
    determiner = DETERMINER.match(words)
    bare = words[determiner.end() :] if determiner else words
    usual = canonical(bare)
    if _GENITIVE.match(words):
        bare = usual = bare.removesuffix("es") if bare.endswith(("tes", "des", "ses", "mes")) else bare[:-1]
    name = bare if bare.endswith("s") or usual[:1].islower() else usual or words
    if determiner and bare.islower():
        name = _common_noun(registry, words, bare, heard)
    elif whose := _whose(registry, mention, bare) or _firm(registry, mention, bare):
        name = whose
    return Claimant(name=name, former=is_former(words), mention=mention, rule=rule, confidence=round(confidence, 3))


def person_at(registry: Registry, mention: Span) -> Claimant | None:
    """Return the person that a phrase names by name or by a person's noun ("the mayor"), or None."""
    words = mention.text.strip()
    if is_pronoun(words):
        return None
    person = person_named(registry, mention)
    if person is not None:
        return person.claimant(mention, "subject", 0.8)
    bare = DETERMINER.sub("", words, count=1)
    return Claimant(name=bare, mention=mention, rule="subject", confidence=0.8) if is_somebody(bare) else None


def group_at(registry: Registry, mention: Span, pronoun: str) -> Claimant | None:
    """Return those whom "they" or "it" can mean where a phrase is the subject of a sentence before, or None.

    "They" are several people or a body, "it" is a body; one person is neither.
    """
    words = mention.text.strip()
    if is_pronoun(words):
        return None
    several = pronoun in SEVERAL
    name = together(registry, mention) if several else ""
    if not name and person_at(registry, mention) is not None:
        return None
    bare = DETERMINER.sub("", words, count=1)
    named = next((n for n in registry.names_in(mention.start, mention.end) if n.span.text in (bare, words)), None)
    if not name and named is not None and named.kind is NameKind.ORGANISATION:
        name = named.name
    if not name and (is_body(bare, written=not several) or (several and is_people(bare))):
        name = named_by(words, registry.nouns) or registry.first_called.get(bare) or _with_small_initial(words)
    return Claimant(name=name, mention=mention, rule="subject", confidence=0.7) if name else None


def _common_noun(registry: Registry, words: str, bare: str, heard: Sequence[Claimant]) -> str:
    """Return whom a noun stands for: a name, the last speaker of that kind, else as first called ("a relative")."""
    definite = words[:3].lower() == "the"
    last = next((one.name for one in heard if definite and _kind_of(one.name) == bare and one.name != bare), "")
    return named_by(words, registry.nouns) or last or registry.first_called.setdefault(bare, _with_small_initial(words))


def _firm(registry: Registry, mention: Span, bare: str) -> str:
    """Return a firm with its legal form where a mention calls it without, or ""."""
    named = registry.names_in(mention.start, mention.end)
    return next((n.name for n in named if n.span.text == bare and without_form(n.name)), "")


def _whose(registry: Registry, mention: Span, bare: str) -> str:
    """Return a spokesperson with the full name of whom they speak for: "a Department spokesperson", or ""."""
    short = _SHORT_BODY.fullmatch(bare)
    if short is None:
        return ""
    kind = short["kind"]
    bodies = (n.name for n in reversed(registry.names_in(0, mention.start)) if " " in n.name)
    full = next((b for b in bodies if b.startswith((f"{kind} of ", f"{kind} for ")) or b.endswith(f" {kind}")), "")
    return f"{full} {short['role']}" if full else ""


def _issuer(
    registry: Registry, mention: Span, heard: Sequence[Claimant], rule: str, confidence: float
) -> Claimant | None:
    """Return who speaks through a document: "a statement from the ministry", "Lee’s letter", "the statement"."""
    document = _DOCUMENT.fullmatch(mention.text.strip())
    if document is None:
        return None
    named = next((name for name in ("of", "by") if document.group(name)), None)
    if named:
        low = mention.start + len(mention.text) - len(mention.text.lstrip()) + document.start(named)
        words = document.group(named)
        if is_pronoun(words) or words.lower() in ("its", "his", "their"):
            return replace(heard[0], mention=mention, rule=rule, confidence=confidence) if heard else None
        whose = resolve(registry, Span(low, low + len(words), words), heard, rule=rule, confidence=confidence)
        return replace(whose, mention=mention)
    before = next(iter(heard), None) if _PLAIN_DOCUMENT.fullmatch(mention.text.strip()) else None
    if before is None or before.mention is None or mention.start - before.mention.end > DOCUMENT_WITHIN:
        return None
    return replace(before, mention=mention, rule=rule, confidence=round(confidence * 0.7, 3))


def captioned(claimant: Claimant, caption: Span) -> Claimant:
    """Return the claimant of a caption ("Ann Lee Head teacher of Quay School") with the whole office it gives."""
    rest = caption.text.removeprefix(claimant.name).strip(" ,")
    whole = caption.text.startswith(claimant.name) and len(rest) > len(claimant.office)
    return replace(claimant, office=rest) if whole else claimant


def _kind_of(name: str) -> str:
    """Return the noun that a phrase is headed by: "source" of "a source close to the talks"."""
    return re.split(r"\s(?:of|for|from|at|in|with|who|close|familiar)\s", name, maxsplit=1)[0].rpartition(" ")[2]


def _with_small_initial(words: str) -> str:
    return _INITIAL.sub(lambda found: found.group().lower(), words)


__all__ = ["captioned", "group_at", "person_at", "resolve"]
