"""The people of an article: their names, what offices and ages stand beside them, and where they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims.people.offices import is_title, offices, role_words
from factcheck.claims.people.somebody import gender_of, noun_gender
from factcheck.domain import Claimant, Name, NameKind, Span
from factcheck.domain.offices import is_former

AGE_BEFORE = 40
"""Characters before a name in which "54-year-old driver" stands."""
_AGE = re.compile(r"(?:,\s(?:aged\s)?|\s\()(?P<age>\d{1,3})(?=[,.;:)])")
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-(?:year-old|jährigen?)\s(?:[\w-]+\s){0,2}$")
"""How old a person is, behind the name or before it: "Ann Lee, 54,", "Ann Lee (54)", "54-year-old driver Ann Lee"."""


@dataclass(slots=True)
class Person:
    """A person of the article: `offices` as they stand in it, `at` where each mention begins."""

    name: str
    offices: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    ages: set[int] = field(default_factory=set)

    @property
    def office(self) -> str:
        """The fullest wording of the office: one that is still held before those that are not, a title the last."""
        return max(self.offices, key=lambda one: (not is_title(one), not is_former(one), len(one)), default="")

    @property
    def former(self) -> bool:
        """Whether the article gives no office that is still held, but one that was."""
        return is_former(self.office)

    def held(self, *, former: bool) -> set[str]:
        """Return the words of the offices that are held, or were."""
        return set().union(*(role_words(office) for office in self.offices if is_former(office) is former))

    def claimant(self, mention: Span | None, rule: str, confidence: float) -> Claimant:
        """Return the person as who asserts a claim."""
        return Claimant(
            name=self.name,
            office=self.office,
            former=self.former,
            mention=mention,
            rule=rule,
            confidence=round(confidence, 3),
        )


def people_of(text: str, names: Sequence[Name]) -> dict[str, Person]:
    """Return the people among `names`, which are in order, by their names, with what stands beside them in `text`."""
    people: dict[str, Person] = {}
    for name in names:
        if name.kind is not NameKind.PERSON or (" " not in name.name and name.name not in people and not _titled(name)):
            continue
        person = people.setdefault(name.name, Person(name.name))
        person.at.append(name.span.start)
        person.gender = person.gender or gender_of(name)
        if told := _AGE.match(text, name.span.end) or _AGE_BEFORE.search(
            text[max(0, name.span.start - AGE_BEFORE) : name.span.start]
        ):
            person.ages.add(int(told["age"]))
        for office in offices(text, name):
            if office not in person.offices:
                person.offices.append(office)
                person.roles |= role_words(office)
                person.gender = person.gender or noun_gender(office)
    return people


def _titled(name: Name) -> bool:
    return len(name.span.text.split()) > 1


__all__ = ["Person", "people_of"]
