"""Know the people of an article: their full names, offices and what else they are called; resolve mentions to them.

Method: two passes. The first collects each full name with the office before it ("press secretary of the President of
Russia Dmitry Peskov") and after it (", former secretary general of the alliance"). The second resolves a mention: a
surname to its full name, an office to the latest person who holds it (former and present holders kept apart), a
pronoun to the last speaker. What stays unresolved keeps the words of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.claims import cues
from factcheck.domain import Claimant, Name, NameKind, Span
from factcheck.text.gazetteer import FEMALE_NAMES, FIRST_NAMES, FORMER, ROLES
from factcheck.text.names import DEMONYMS, canonical, is_person

CONTEXT = 110  # characters beside a name that can hold its office

_PRONOUN = re.compile(r"(?:he|she|him|her|they|them|it|we|us|who|i|er|sie|ihm|ihr|ihnen)$", re.IGNORECASE)
_SINGULAR = frozenset(["he", "she", "him", "her", "er", "ihm", "ihr", "who"])
_FEMALE = frozenset(["she", "her", "sie", "ihr"])
_BEFORE = re.compile(r"((?:[\w’'.&-]+\s){1,9})$")
_AFTER = re.compile(r",\s(?:who\s(?:is|was)\s)?(?:the\s|an?\s)?(?P<office>(?:[A-Z]\.|[^,.;:\n(“\"]){3,90})")
_DETERMINER = re.compile(r"(?:the|a|an|his|her|their|its|this|that)\s", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")

_VERB = re.compile(r"\b(?:said|says|told|is|was|are|were|has|had|will|would|who|and\s(?:he|she|they|the))\b")

# words for one office; the first stands for all
_SYNONYMS = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "secretary-general": "secretary",
    "premier": "minister",
    "kremlin": "russia",
    "moscow": "russia",
    "defence": "defense",
    "chairman": "chair",
    "chairwoman": "chair",
    "congressman": "representative",
    "congresswoman": "representative",
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "boss": "chief",
    "chef": "chief",
    "organisation": "organization",
    "alliance": "nato",
    "businessman": "candidate",
    "nominee": "candidate",
    "frontrunner": "candidate",
    "lawyer": "attorney",
}
_STOP_WORDS = """
    the a an of for and in to his her its their also with by at on who is was from then general"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(slots=True)
class Person:
    """A person of the article: `offices` as they stand in it, `at` where each mention begins."""

    name: str
    offices: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    former: bool = False
    gender: str = ""

    @property
    def office(self) -> str:
        """The fullest wording of the office."""
        return max(self.offices, key=len, default="")


@dataclass(slots=True)
class Registry:
    """The people and the other names of an article, in order of appearance."""

    people: dict[str, Person]
    names: tuple[Name, ...]
    starts: tuple[int, ...]

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that stand wholly inside `[start, end)`."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end)
        return tuple(name for name in self.names[low:high] if name.span.end <= end)

    def resolve(self, mention: Span, last: Claimant | None, *, rule: str, confidence: float) -> Claimant:
        """Return the claimant that `mention` names; `last` is the speaker before."""
        words = mention.text.strip()
        person = self._named(mention) or self._spelled_out(words) or self._surname(words)
        if person is None and _PRONOUN.match(words):
            return self._pronoun(mention, last, rule, confidence)
        if person is None:
            person = self._by_office(mention, last)
            confidence *= 0.85 if person else 1.0
        if person is not None:
            return Claimant(
                name=person.name,
                office=person.office,
                former=person.former,
                mention=mention,
                rule=rule,
                confidence=round(confidence, 3),
            )
        determiner = _DETERMINER.match(words)
        bare = words[determiner.end() :] if determiner else words
        usual = canonical(bare)
        name = bare if bare.endswith("s") or usual[:1].islower() else usual or words
        return Claimant(
            name=name, former=_is_former(words), mention=mention, rule=rule, confidence=round(confidence, 3)
        )

    def _named(self, mention: Span) -> Person | None:
        """Return the last person named inside the mention, before any comma or relative clause."""
        limit = mention.start + len(re.split(r",|\bwho\b", mention.text, maxsplit=1)[0])
        inside = [n for n in self.names_in(mention.start, limit) if n.kind is NameKind.PERSON and n.name in self.people]
        heads = [n for n in inside if _is_head(mention.text[: limit - mention.start], n, mention.start)]
        return self.people[heads[-1].name] if heads else None

    def _spelled_out(self, words: str) -> Person | None:
        """Return the person whose full name begins `words`, as in a caption ("Ben Lee Defence Minister")."""
        parts = words.split()
        tries = (" ".join(parts[:count]) for count in (4, 3, 2))
        return next((self.people[name] for name in tries if name in self.people), None)

    def _surname(self, words: str) -> Person | None:
        name = canonical(words.split(",", maxsplit=1)[0])
        last = name.split()
        if not last or not last[-1][:1].isupper() or any(w[:1].islower() for w in last):
            return None
        bearers = [p for p in self.people.values() if p.name.split()[-1] == last[-1]]
        return max(bearers, key=lambda p: len(p.at), default=None)

    def _pronoun(self, mention: Span, last: Claimant | None, rule: str, confidence: float) -> Claimant:
        word = mention.text.strip().lower()
        person = self._antecedent(word, mention.start, last)
        if person is not None:
            return Claimant(
                name=person.name,
                office=person.office,
                former=person.former,
                mention=mention,
                rule=rule,
                confidence=round(confidence * 0.8, 3),
            )
        if last is not None and word not in _SINGULAR and last.name not in self.people:
            return Claimant(name=last.name, mention=mention, rule=rule, confidence=round(confidence * 0.7, 3))
        return Claimant(name=mention.text.strip(), mention=mention, rule=rule, confidence=round(confidence * 0.4, 3))

    def _antecedent(self, word: str, at: int, last: Claimant | None) -> Person | None:
        """Return who a singular pronoun means: the last speaker, else the person named last, of the same gender."""
        if word not in _SINGULAR:
            return None
        gender = "f" if word in _FEMALE else "m"
        spoke = self.people.get(last.name) if last is not None else None
        if spoke is not None and (word == "who" or spoke.gender in ("", gender)):
            return spoke
        before = [
            (p.gender == gender, p.at[i - 1], p)
            for p in self.people.values()
            if p.gender in ("", gender) and (i := bisect_left(p.at, at)) > 0
        ]
        return max(before, key=lambda found: found[:2])[2] if before else None

    def _by_office(self, mention: Span, last: Claimant | None) -> Person | None:
        roles, former = role_words(mention.text), _is_former(mention.text)
        wanted = roles & _ROLE_KEYS
        if not wanted or mention.text.split()[0].lower() in ("a", "an", "one", "two", "some", "several"):
            return None
        fits = [
            p for p in self.people.values() if wanted <= p.roles and (p.former == former) and roles <= p.roles | _VAGUE
        ]
        before = [(p.at[bisect_left(p.at, mention.start) - 1], p) for p in fits if p.at and p.at[0] < mention.start]
        if last is not None and any(p.name == last.name for _, p in before):
            return self.people[last.name]
        return max(before, key=lambda pair: pair[0])[1] if before else None


def captioned(claimant: Claimant, caption: Span) -> Claimant:
    """Return the claimant of a caption ("Ann Lee Head teacher of Quay School") with the whole office it gives."""
    rest = caption.text.removeprefix(claimant.name).strip(" ,")
    whole = caption.text.startswith(claimant.name) and len(rest) > len(claimant.office)
    return replace(claimant, office=rest) if whole else claimant


def role_words(office: str) -> set[str]:
    """Return the words of an office that tell it from others, by their common form."""
    words = {
        w.lower().strip("’'")
        for w in _WORD.findall(office.replace("press secretary", "spokesman").replace("Press Secretary", "spokesman"))
    }
    plain = {w.removeprefix("ex-").removesuffix("’s").removesuffix("'s") for w in words} - _STOP - FORMER
    nations = {DEMONYMS.get(w.capitalize(), w).lower() for w in plain}
    return {_SYNONYMS.get(w, w) for w in nations}


_ROLE_KEYS = frozenset(_SYNONYMS.get(w, w) for w in ROLES)
_VAGUE = frozenset({"russia", "white", "house", "president"})  # an office "of the President of Russia" is the Kremlin's


def _is_former(phrase: str) -> bool:
    words = re.split(r"[\s-]+", phrase.lower())
    return any(word in ("ex", "former", "onetime", "ehemaliger", "ehemalige") for word in words)


def build_registry(text: str, names: Sequence[Name]) -> Registry:
    """Collect the people among `names` (in order) with the offices that stand beside them in `text`."""
    people: dict[str, Person] = {}
    for name in names:
        if name.kind is not NameKind.PERSON or (" " not in name.name and name.name not in people and not _titled(name)):
            continue
        person = people.setdefault(name.name, Person(name.name))
        person.at.append(name.span.start)
        person.gender = person.gender or _gender(name)
        for office in _offices(text, name):
            if office not in person.offices:
                person.offices.append(office)
                person.roles |= role_words(office)
                person.former = person.former or _is_former(office)
    return Registry(people, tuple(names), tuple(name.span.start for name in names))


def _gender(name: Name) -> str:
    """Return "f" or "m" by a title or a first name that is known, else ""."""
    title, first = name.span.text.split()[0].strip("."), name.name.split()[0].lower()
    if title in ("Mrs", "Ms", "Miss", "Lady", "Frau") or first in FEMALE_NAMES:
        return "f"
    return "m" if title in ("Mr", "Sir", "Lord", "Herr") or first in FIRST_NAMES else ""


def _is_head(phrase: str, name: Name, start: int) -> bool:
    """Tell whether a name is the head of a phrase: not "a Lee supporter", "Lee’s lawyer", "a spokesman for Ann Lee"."""
    before, after = phrase[: name.span.start - start].split(), phrase[name.span.end - start :]
    if after[:2] in ("’s", "'s", "’ ", "' ") or re.match(r"\s(?!(?:of|for|in|from|at|who|and)\b)[a-z]", after):
        return False
    return not (len(before) > 1 and before[-1] in ("for", "to", "with", "by", "of", "from", "near", "against"))


def _titled(name: Name) -> bool:
    return len(name.span.text.split()) > 1


def _offices(text: str, name: Name) -> list[str]:
    """Return the offices beside a name: inside its mention, before it, after its comma."""
    own = name.name.split()
    mention = name.span.text
    at = mention.find(own[0]) if own[0] in mention else mention.find(own[-1])
    begin = name.span.start + max(at, 0)
    before = text[max(0, begin - CONTEXT) : begin].rsplit("\n", 1)[-1]
    found = [_office_before(before)]
    after = _AFTER.match(text, name.span.end, min(len(text), name.span.end + CONTEXT))
    if after and _is_office(after.group("office")):
        found.append(after.group("office").strip())
    tail = mention[at + len(name.name) :].strip() if at >= 0 else ""
    return [office for office in [*found, tail] if office and _has_role(office)]


def _has_role(words: str) -> bool:
    return any(_role(word) for word in _WORD.findall(words))


def _is_office(apposition: str) -> bool:
    """Tell whether the words after a name's comma are its office, and not the clause that goes on."""
    words = apposition.split()
    clause = any(w in cues.VERBS and w not in cues.NOUN_LIKE for w in words)
    return _has_role(apposition) and _VERB.search(apposition) is None and not clause


def _office_before(before: str) -> str:
    """Return the office directly before a name, without what stands before the office."""
    match = _BEFORE.search(re.split(r"[,.;:“”\"()]\s?", before)[-1])
    words = match.group(1).split() if match else []
    last = next((i for i in range(len(words) - 1, -1, -1) if _role(words[i])), -1)
    if last < 0 or (last < len(words) - 1 and not _belongs(words, last)):
        return ""
    first = last
    while first > 0 and _can_precede(words, first):
        first -= 1
    return " ".join(words[first:]).removeprefix("the ").strip()


def _role(word: str) -> bool:
    return word.lower().strip("’'").removeprefix("ex-") in ROLES


def _belongs(words: list[str], last: int) -> bool:
    rest = words[last + 1 :]
    return (rest[0] == "of" and len(rest) > 1) or all(w[:1].isupper() for w in rest)


_BEFORE_OFFICE_WORDS = """
    press defense defence foreign prime vice deputy interior police military army navy campaign company union party team
    city state county council school hospital airline government federal national security senior aviation opposition"""
_BEFORE_OFFICE = frozenset(_BEFORE_OFFICE_WORDS.split())
_NO_OFFICE = frozenset(
    ["although", "though", "but", "and", "when", "while", "as", "if", "after", "before", "since", "because", "on", "in"]
)


def _can_precede(words: list[str], first: int) -> bool:
    word = words[first - 1]
    if word.lower() in _NO_OFFICE:
        return False
    if word[:1].isupper() or _role(word) or word.lower() in FORMER | _BEFORE_OFFICE:
        return True
    return word in ("of", "the") and first > 1 and (_role(words[first - 2]) or words[first - 2] == "of")


__all__ = ["Person", "Registry", "build_registry", "captioned", "is_person", "role_words"]
