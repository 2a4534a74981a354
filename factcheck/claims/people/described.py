"""Whom words without a name mean, as a pronoun, an age or a relative: who spoke or was named last, and fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.people.offices import ROLE_KEYS, role_words
from factcheck.claims.people.people import Person
from factcheck.claims.people.pronouns import GENDERED, ONE_BODY, SINGULAR, gender_of_pronoun, is_pronoun
from factcheck.claims.people.registry import Registry
from factcheck.claims.people.somebody import is_people, is_somebody, like_a_name, noun_gender
from factcheck.domain import Claimant, Span

BESIDE_WHO = 60  # characters before "who" in which its antecedent is named
GERMAN_SUBJECT = "german-subject"
"""The rule of whom a German pronoun means by the gender of an article ("Der Verband …. Er …"), a body too."""
_RELATIVE = re.compile(
    r"(?:(?P<whose>[Hh]er|[Hh]is|(?:[A-Z][\w-]+\s){0,3}[A-Z][\w-]+)(?:[’']s?)?)\s(?:[a-z-]+\s){0,2}"
    r"(?:daughter|son|sister|brother|mother|father|wife|husband|widow|widower|aunt|uncle|niece|nephew|grandson|"
    r"granddaughter|grandmother|grandfather|cousin|partner)"
)
_DESCRIPTION = re.compile(
    r"(?:[Tt]he|[Dd]er|[Dd]ie)\s(?:[\w-]+\s){0,3}(?:\w+-year-old|politician|lawmaker|Democrat|Republican|billionaire|"
    r"tycoon|star|businessman|businesswoman|Politiker(?:in)?|\d+-Jährige[rn]?)"
)
_AGED = re.compile(r"\b(?P<age>\d{1,3})-(?:year-old|Jährige)")


def is_aged(words: str) -> bool:
    """Tell whether a mention tells no more than how old somebody is ("the 54-year-old")."""
    return _AGED.search(words) is not None and _DESCRIPTION.fullmatch(words.strip()) is not None


def described(registry: Registry, words: str, heard: Sequence[Claimant]) -> Person | None:
    """Return the last speaker where a phrase only describes one: "the Ohio Democrat".

    "The 54-year-old" is who is said to be of that age, else one of `heard` of whom no age is told.
    """
    if not _DESCRIPTION.fullmatch(words) or role_words(words) & ROLE_KEYS:
        return None
    old = _AGED.search(words)
    known = [person for one in heard if (person := registry.people.get(one.name))]
    if old is not None:
        age = int(old["age"])
        known = [p for p in registry.people.values() if age in p.ages] or [p for p in known if not p.ages]
    elif heard and heard[0].name not in registry.people:
        return None
    person = known[0] if known else None
    fits = person is not None and (noun_gender(words) in ("", person.gender) or not person.gender)
    return person if fits else None


def meant_by_pronoun(
    registry: Registry, mention: Span, heard: Sequence[Claimant], rule: str, confidence: float
) -> Claimant:
    """Return the claimant that a pronoun means, less surely; the pronoun itself where nobody fits."""
    word = mention.text.strip().lower()
    meant = _one(registry, word, mention.start, heard) if word in SINGULAR else _several(registry, word, heard)
    sure = 0.8 if word in SINGULAR else 0.7
    if meant is None:
        return Claimant(name=mention.text.strip(), mention=mention, rule=rule, confidence=round(confidence * 0.4, 3))
    return replace(meant, mention=mention, rule=rule, confidence=round(confidence * sure, 3))


def _one(registry: Registry, word: str, at: int, heard: Sequence[Claimant]) -> Claimant | None:
    """Return who a singular pronoun means: the first of `heard` of its gender, else the person named last."""
    gender = gender_of_pronoun(word)
    if word == "who" and (beside := _last_named(registry, at)):
        return beside.claimant(None, "", 1.0)
    for one in heard:
        person = registry.people.get(one.name)
        if person is None and not (is_somebody(one.name) or like_a_name(one.name)):
            if word == "sie" or one.rule == GERMAN_SUBJECT:  # "die Gewerkschaft", too
                return one
            continue
        if word == "who" or (person.gender if person else noun_gender(one.name)) in ("", gender):
            if person is not None and word in GENDERED:
                person.gender = gender  # the text has told it now
            return one
    before = [
        (p.gender == gender, p.at[i - 1], p)
        for p in registry.people.values()
        if p.gender in ("", gender) and (i := bisect_left(p.at, at)) > 0
    ]
    return max(before, key=lambda found: found[:2])[2].claimant(None, "", 1.0) if before else None


def _last_named(registry: Registry, at: int) -> Person | None:
    """Return the person named right before a relative pronoun ("there is Ann Lee of Arle, who said …")."""
    names = [n for n in registry.names_in(max(0, at - BESIDE_WHO), at) if n.name in registry.people]
    return registry.people[names[-1].name] if names else None


def _several(registry: Registry, word: str, heard: Sequence[Claimant]) -> Claimant | None:
    """Return what "they" or "it" means: the last speaker that is no single person."""
    if not heard or heard[0].name in registry.people or is_somebody(heard[0].name):
        return None
    return None if word in ONE_BODY and is_people(heard[0].name) else heard[0]


def whose_relative(registry: Registry, mention: Span) -> Claimant | None:
    """Return the main person of the article where a phrase is a relative of theirs without a name, or None.

    An article on Ann Lee that tells of "Lee’s daughter" goes on with Lee.
    """
    found = _RELATIVE.fullmatch(mention.text.strip())
    if found is None:
        return None
    whose = found["whose"]
    main = registry.main_person("she") or registry.main_person("he")
    fits = main is not None and (is_pronoun(whose) or registry.by_surname(whose) is main)
    gendered = main is not None and whose.lower() in ("her", "his") and registry.main_person(whose.lower()) is not main
    return main.claimant(mention, "subject", 0.8) if main is not None and fits and not gendered else None


__all__ = ["GERMAN_SUBJECT", "described", "is_aged", "meant_by_pronoun", "whose_relative"]
