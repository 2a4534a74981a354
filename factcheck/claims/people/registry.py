"""Know the people of an article: their full names, offices and what else they are called, by name, surname and office.

Method: two passes. The first, here, collects each full name with the office before it ("press secretary of the
President of Russia Dmitry Peskov") and after it (", former secretary general of the alliance"). The second
(`resolving`) asks whom a mention means: former and present holders of an office are kept apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from factcheck.claims.people.institutions import called
from factcheck.claims.people.offices import office_keys, role_words
from factcheck.claims.people.people import Person, people_of
from factcheck.claims.people.pronouns import gender_of_pronoun
from factcheck.claims.people.somebody import noun_gender
from factcheck.domain import Claimant, Name, Span
from factcheck.domain.offices import is_former
from factcheck.text.names.bearers import gender_of_title
from factcheck.text.names.particles import PARTICLES, begins_with_capital, without_prefix
from factcheck.text.names.postnominals import surname_of
from factcheck.text.names.sameness import canonical

MAIN_MENTIONS = 2  # of the person an article is about, at least
_OF = re.compile(r"(?<=\w)\s(?:of|at|from|with)\s")  # "Lee of the Quay Workers"
_VAGUE = frozenset({"russia", "white", "house", "president"})  # an office "of the President of Russia" is the Kremlin's


@dataclass(slots=True)
class Registry:
    """The people and the other names of an article, in order of appearance."""

    people: dict[str, Person]
    names: tuple[Name, ...]
    starts: tuple[int, ...]
    nouns: Mapping[str, str] = field(default_factory=dict)
    first_called: dict[str, str] = field(default_factory=dict)
    reads_headline: bool = False  # then an office may mean who is named below
    _in_full: dict[str, int] = field(init=False)  # where each name first stands in full
    _bearers: dict[str, list[Person]] = field(init=False)  # by surname: a long text names thousands of people
    _main: Person | None = field(init=False)  # named first of all, and most often

    def __post_init__(self) -> None:
        """Note who bears which surname, and whom the article is about."""
        self._in_full = {}
        for name in self.names:
            if name.name in name.span.text:
                self._in_full.setdefault(name.name, name.span.start)
        self._bearers = {}
        for person in self.people.values():
            self._bearers.setdefault(without_prefix(surname_of(person.name)), []).append(person)
        people = tuple(self.people.values())
        self._main = people[0] if people and all(len(p.at) < len(people[0].at) for p in people[1:]) else None

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that stand wholly inside `[start, end)`."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end)
        return tuple(name for name in self.names[low:high] if name.span.end <= end)

    def explained(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """Return names without those whose full form the article gives only behind them: it may be another's.

        "Tarrow has 9,400 inhabitants" is no shop of which the last paragraph tells: "at Velo Tarrow".
        """
        return tuple(n for n in names if self._in_full.get(n.name, n.span.start) <= n.span.start)

    def fits(self, pronoun: str, claimant: Claimant) -> bool:
        """Tell whether "he" or "she" can mean a claimant."""
        return self.gender(claimant) in ("", gender_of_pronoun(pronoun.strip().lower()))

    def gender(self, claimant: Claimant) -> str:
        """Return "f" or "m" where the name, title or office of a claimant tells, else ""."""
        person = self.people.get(claimant.name)
        return person.gender if person is not None else noun_gender(claimant.name)

    def main_person(self, pronoun: str) -> Person | None:
        """Return the person of a pronoun's gender whom the article names first of all and most often, or None."""
        gender = gender_of_pronoun(pronoun)
        main = self._main
        return main if main and main.gender in ("", gender) and len(main.at) >= MAIN_MENTIONS else None

    def mentions(self, claimant: Claimant) -> int:
        """Return how often the article names a claimant."""
        person = self.people.get(claimant.name)
        return len(person.at) if person is not None else 0

    def only_one(self, pronoun: str, at: int) -> str:
        """Return the one person of a pronoun's gender whom the article has named before `at`, or "" for none or two."""
        gender = gender_of_pronoun(pronoun)
        named = takewhile(lambda p: p.at[0] < at, self.people.values())
        fits = list(islice((p for p in named if p.gender in ("", gender)), 2))
        return fits[0].name if len(fits) == 1 and fits[0].gender == gender else ""

    def by_surname(self, words: str) -> Person | None:
        """Return the person with the surname of a phrase, whom the article names most often, or None."""
        name = canonical(_OF.split(words.split(",", maxsplit=1)[0], maxsplit=1)[0])
        last = [word for word in name.split() if word not in PARTICLES]
        if not last or not all(map(begins_with_capital, last)):
            return None
        gender = gender_of_title(words.split(maxsplit=1)[0])
        bearers = [p for p in self._bearers.get(without_prefix(last[-1]), ()) if not gender or p.gender in ("", gender)]
        return max(bearers, key=lambda p: len(p.at), default=None)

    def by_office(self, mention: Span, heard: Sequence[Claimant]) -> Person | None:
        """Return who holds the office of a phrase: who spoke last, else who was named last, or None."""
        roles, former = role_words(mention.text), is_former(mention.text)
        wanted = office_keys(roles)
        if not wanted or mention.text.split()[0].lower() in ("a", "an", "one", "two", "some", "several"):
            return None
        fits = [
            p
            for p in self.people.values()
            if wanted <= p.roles and wanted <= p.held(former=former) and roles <= p.roles | _VAGUE
        ]
        before = {p.name: p.at[bisect_left(p.at, mention.start) - 1] for p in fits if p.at and p.at[0] < mention.start}
        spoke = next((one.name for one in heard[:1] if one.name in before), None)
        name = spoke or max(before, key=lambda one: before[one], default=None)
        if name is None and len(fits) == 1 and self.reads_headline:
            name = fits[0].name  # "Mayor defends deal", before the one mayor of the article is named
        return self.people[name] if name is not None else None


def build_registry(text: str, names: Sequence[Name]) -> Registry:
    """Collect the people among `names` (in order) with the offices that stand beside them in `text`."""
    return Registry(people_of(text, names), tuple(names), tuple(name.span.start for name in names), called(text, names))


__all__ = ["Registry", "build_registry"]
