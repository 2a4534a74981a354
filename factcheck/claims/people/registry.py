"""Know the people of an article: their full names, offices and what else they are called; resolve mentions to them.

Method: two passes. The first collects each full name with the office before it ("press secretary of the President of
Russia Dmitry Peskov") and after it (", former secretary general of the alliance"). The second resolves a mention: a
surname to its full name, an office to the latest person who holds it (former and present holders kept apart), a
pronoun to the last speaker. What stays unresolved keeps the words of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from factcheck.claims.people.institutions import called, named_by
from factcheck.claims.people.offices import DETERMINER, ROLE_KEYS, formerly_of_both, office_keys, role_words
from factcheck.claims.people.people import Person, people_of
from factcheck.claims.people.somebody import is_body, is_people, is_somebody, like_a_name, noun_gender
from factcheck.domain import Claimant, Name, NameKind, Span
from factcheck.domain.offices import is_former
from factcheck.text.names.bearers import gender_of_title
from factcheck.text.names.legal_forms import without_form
from factcheck.text.names.particles import PARTICLES, begins_with_capital, without_prefix
from factcheck.text.names.postnominals import surname_of
from factcheck.text.names.sameness import canonical

BESIDE_WHO = 60  # characters before "who" in which its antecedent is named
DOCUMENT_WITHIN = 400  # characters after a speaker in which "the statement" is theirs

_PRONOUN = re.compile(r"(?:he|she|him|his|her|they|them|their|it|we|us|who|i|er|sie|ihm|ihr|ihnen)$", re.IGNORECASE)
_SINGULAR = frozenset(["he", "she", "him", "his", "her", "er", "sie", "ihm", "ihr", "who"])
_SEVERAL = frozenset(["they", "them", "their"])
_ONE_BODY = frozenset(["it", "its"])
_GENDERED = frozenset(["he", "she", "him", "his", "her", "er", "ihm", "ihr"])
_FEMALE = frozenset(["she", "her", "sie", "ihr"])
_JOINED = re.compile(r"^(?:[a-z-]+\s|[A-Z][a-z-]+\s(?=of|for))+(?:of|for|to|from)\s(?:[A-Z][\w.’'-]*\s){1,5}and\s[A-Z]")
_GENITIVE = re.compile(r"(?:[dD]es|[eE]ines)\s(?:[a-zäöüß]+\s)*[A-ZÄÖÜ][\wäöüß-]{3,}s$")
_DOCUMENT = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]hat|[Tt]his)\s(?P<plain>)|(?P<of>"
    r"[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w.’'& -]{1,60}?)(?:[’']s?)?\s)?"
    r"(?:[a-z-]+\s){0,2}(?:statement|letter|memo|e-?mail|tweet|post|press\srelease|news\srelease|release)"
    r"(?:\s(?:issued\s|released\s|sent\s|written\s|posted\s)?(?:by|from)\s(?P<by>[^,;]{2,90}?)"
    r"(?:\sto\s[^,;]{2,60})?)?"
)
_RELATIVE = re.compile(
    r"(?:(?P<whose>[Hh]er|[Hh]is|(?:[A-Z][\w-]+\s){0,3}[A-Z][\w-]+)(?:[’']s?)?)\s(?:[a-z-]+\s){0,2}"
    r"(?:daughter|son|sister|brother|mother|father|wife|husband|widow|widower|aunt|uncle|niece|nephew|grandson|"
    r"granddaughter|grandmother|grandfather|cousin|partner)"
)
GERMAN_SUBJECT = "german-subject"
"""The rule of whom a German pronoun means by the gender of an article ("Der Verband …. Er …"), a body too."""
MAIN_MENTIONS = 2  # of the person an article is about, at least
_BOTH = re.compile(r",?\s(?:and|und|&)\s|,\s(?=[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+)*(?:,|\sand\s))")
_PLAIN_DOCUMENT = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]hat|[Tt]his)?\s?(?:(?:brief|short|joint|written|later|separate|further|earlier|prepared|"
    r"public|long|new|second|terse)\s){0,2}(?:statement|tweet|post|press\srelease|news\srelease|release)"
)
"""A document that can be the last speaker's: "a police statement" is somebody else's, and a letter anybody's."""
_OF_TWO_PLACES = re.compile(
    r"(?:[Tt]he\s)?(?:[A-Z][\w’'-]+\s){1,3}and\s(?:[A-Z][\w’'-]+\s){1,3}(?:[a-z][\w’'-]+\s){1,4}(?:[A-Z][\w.’'-]+\s?){2,4}"
)
_DESCRIBED_BODY = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s(?:[a-z][\w’'-]*\s){0,4}[a-z][\w’'-]*,\s(?P<name>[A-Z].*?),?$"
)
_FIRM = re.compile(r"(?:&|\band)\s(?:Sons?|Daughters?|Co|Company|Partners|Brothers|Bros|Associates)\b")
_PUBLISHED = re.compile(
    r"(?:an?|the|one|its|his|her|their|this|that|\d{4})\s(?:[\w’'-]+\s){0,3}(?:study|report|survey|poll|paper|analysis|research|"
    r"review|article|dossier|memo)\s(?:was\s)?(?:published|released|printed|presented|out|in|carried)\b",
    re.IGNORECASE,
)
"""A document with where it came out, which is not who says it: "a study published in the journal Arle Medicine"."""
_ONE_OF_SEVERAL = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,5}|(?:[Tt]he|[Hh]is|[Hh]er|[Aa]n?)\s[\w’' -]{3,60}")
_SHORT_BODY = re.compile(
    r"(?P<kind>Department|Ministry|Council|Court|Board|Agency|Committee|Commission|Bureau|Party|University|Institute|"
    r"Office|Authority|Foundation|Association|Company|Union|Service|Bank)\s(?P<role>[a-z][a-z -]+)"
)
_OF = re.compile(r"(?<=\w)\s(?:of|at|from|with)\s")  # "Lee of the Quay Workers"
_ARTICLE = re.compile(r"^(?:The|His|Her|Its|Their|An?)(?=\s)")
_INITIAL = re.compile(r"^[A-Z][a-zäöü]{0,4}(?=\s)")
_DESCRIPTION = re.compile(
    r"(?:[Tt]he|[Dd]er|[Dd]ie)\s(?:[\w-]+\s){0,3}(?:\w+-year-old|politician|lawmaker|Democrat|Republican|billionaire|"
    r"tycoon|star|businessman|businesswoman|Politiker(?:in)?|\d+-Jährige[rn]?)"
)


_AGED = re.compile(r"\b(?P<age>\d{1,3})-(?:year-old|Jährige)")


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

    def is_pronoun(self, words: str) -> bool:
        """Tell whether a mention is a pronoun, whose antecedent has to be found."""
        return _PRONOUN.match(words.strip()) is not None

    def is_aged(self, words: str) -> bool:
        """Tell whether a mention tells no more than how old somebody is ("the 54-year-old")."""
        return _AGED.search(words) is not None and _DESCRIPTION.fullmatch(words.strip()) is not None

    def fits(self, pronoun: str, claimant: Claimant) -> bool:
        """Tell whether "he" or "she" can mean a claimant."""
        return self.gender(claimant) in ("", "f" if pronoun.strip().lower() in _FEMALE else "m")

    def gender(self, claimant: Claimant) -> str:
        """Return "f" or "m" where the name, title or office of a claimant tells, else ""."""
        person = self.people.get(claimant.name)
        return person.gender if person is not None else noun_gender(claimant.name)

    def person_at(self, mention: Span) -> Claimant | None:
        """Return the person that a phrase names by name or by a person's noun ("the mayor"), or None."""
        words = mention.text.strip()
        if _PRONOUN.match(words):
            return None
        person = self._named(mention) or self._surname(words) or self._by_office(mention, ())
        if person is not None:
            return person.claimant(mention, "subject", 0.8)
        bare = DETERMINER.sub("", words, count=1)
        return Claimant(name=bare, mention=mention, rule="subject", confidence=0.8) if is_somebody(bare) else None

    def group_at(self, mention: Span, pronoun: str) -> Claimant | None:
        """Return those whom "they" or "it" can mean where a phrase is the subject of a sentence before, or None.

        "They" are several people or a body, "it" is a body; one person is neither.
        """
        words = mention.text.strip()
        if _PRONOUN.match(words):
            return None
        several = pronoun in _SEVERAL
        name = self._together(mention) if several else ""
        if not name and self.person_at(mention) is not None:
            return None
        bare = DETERMINER.sub("", words, count=1)
        named = next((n for n in self.names_in(mention.start, mention.end) if n.span.text in (bare, words)), None)
        if not name and named is not None and named.kind is NameKind.ORGANISATION:
            name = named.name
        if not name and (is_body(bare, written=not several) or (several and is_people(bare))):
            name = named_by(words, self.nouns) or self.first_called.get(bare) or _INITIAL.sub(_lowered, words)
        return Claimant(name=name, mention=mention, rule="subject", confidence=0.7) if name else None

    def resolve(self, mention: Span, heard: Sequence[Claimant], *, rule: str, confidence: float) -> Claimant:
        """Return the claimant that `mention` names; `heard`: whom a pronoun may mean, the likeliest first."""
        words = mention.text.strip()
        if both := self._together(mention):
            return Claimant(name=both, mention=mention, rule=rule, confidence=round(confidence, 3))
        person = self._named(mention) or self._spelled_out(mention, words) or self._surname(words)
        if person is None and _PRONOUN.match(words):
            return self._pronoun(mention, heard, rule, confidence)
        if person is None:
            person = self._by_office(mention, heard) or self._described(words, heard)
            confidence *= 0.85 if person else 1.0
        if person is None and (issuer := self._issuer(mention, heard, rule, confidence)):
            return issuer
        if person is not None:
            return person.claimant(mention, rule, confidence)
        if body := self._body_apposed(mention):
            return Claimant(name=body, mention=mention, rule=rule, confidence=round(confidence, 3))
        determiner = DETERMINER.match(words)
        bare = words[determiner.end() :] if determiner else words
        usual = canonical(bare)
        if _GENITIVE.match(words):
            bare = usual = bare.removesuffix("es") if bare.endswith(("tes", "des", "ses", "mes")) else bare[:-1]
        name = bare if bare.endswith("s") or usual[:1].islower() else usual or words
        if determiner and bare.islower():
            name = self._common_noun(words, bare, heard)
        elif whose := self._whose(mention, bare) or self._firm(mention, bare):
            name = whose
        return Claimant(name=name, former=is_former(words), mention=mention, rule=rule, confidence=round(confidence, 3))

    def _common_noun(self, words: str, bare: str, heard: Sequence[Claimant]) -> str:
        """Return whom a noun stands for: a name, the last speaker of that kind, else as first called ("a relative")."""
        definite = words[:3].lower() == "the"
        last = next((one.name for one in heard if definite and _kind_of(one.name) == bare and one.name != bare), "")
        return named_by(words, self.nouns) or last or self.first_called.setdefault(bare, _INITIAL.sub(_lowered, words))

    def _firm(self, mention: Span, bare: str) -> str:
        """Return a firm with its legal form where a mention calls it without, or ""."""
        named = self.names_in(mention.start, mention.end)
        return next((n.name for n in named if n.span.text == bare and without_form(n.name)), "")

    def _whose(self, mention: Span, bare: str) -> str:
        """Return a spokesperson with the full name of whom they speak for: "a Department spokesperson", or ""."""
        short = _SHORT_BODY.fullmatch(bare)
        if short is None:
            return ""
        kind = short["kind"]
        bodies = (n.name for n in reversed(self.names_in(0, mention.start)) if " " in n.name)
        full = next((b for b in bodies if b.startswith((f"{kind} of ", f"{kind} for ")) or b.endswith(f" {kind}")), "")
        return f"{full} {short['role']}" if full else ""

    def _together(self, mention: Span) -> str:
        """Return the full names of people who speak together ("Senator Hill and Paul Dorn"), or ""."""
        parts = list(_BOTH.finditer(mention.text))
        if not parts or _FIRM.search(mention.text):
            return ""
        if formerly_of_both(mention.text[: parts[0].start()].split()):
            return ""
        if self._of_two_places(mention, parts):
            return ""
        edges = [0, *(edge for part in parts for edge in part.span()), len(mention.text)]
        names: list[str] = []
        known = False
        for low, high in zip(edges[::2], edges[1::2], strict=True):
            part = Span(mention.start + low, mention.start + high, mention.text[low:high])
            person = self._named(part) or self._surname(part.text) or self._by_office(part, ())
            if person is None and not _ONE_OF_SEVERAL.fullmatch(part.text):
                return ""
            known = known or person is not None
            full = person.name if person is not None and " " in person.name else ""
            names.append(full or _ARTICLE.sub(_lowered, part.text))
        return f"{', '.join(names[:-1])} and {names[-1]}" if known and len(set(names)) > 1 else ""

    def _of_two_places(self, mention: Span, parts: Sequence[re.Match[str]]) -> bool:
        """Tell whether "and" joins where one person holds an office: "Arle and Northam police chief Ben Hill"."""
        if len(parts) > 1 or _OF_TWO_PLACES.fullmatch(mention.text) is None:
            return False
        first = Span(mention.start, mention.start + parts[0].start(), mention.text[: parts[0].start()])
        known = self._named(first) or self._surname(first.text) or self._by_office(first, ())
        bodies = [n for n in self.names_in(first.start, first.end) if n.kind is NameKind.ORGANISATION]
        return known is None and not bodies and bool(role_words(mention.text[parts[0].end() :]) & ROLE_KEYS)

    def _named(self, mention: Span) -> Person | None:
        """Return the last person named inside the mention, before any comma or relative clause."""
        if _PUBLISHED.match(mention.text):
            return None
        limit = mention.start + len(re.split(r",|\b(?:who|that|which)\b", mention.text, maxsplit=1)[0])
        inside = [n for n in self.names_in(mention.start, limit) if n.kind is NameKind.PERSON and n.name in self.people]
        phrase = mention.text[: limit - mention.start]
        heads = [n.name for n in inside if _is_head(phrase, n, mention.start)]
        if inside and heads and inside[0].name != heads[0] and _JOINED.search(phrase):
            heads = []  # "supporters of Ann Lee and Ben Hill": both belong to the supporters
        name = heads[-1] if heads else self._apposed(mention, limit)
        return self.people[name] if name else None

    def _body_apposed(self, mention: Span) -> str:
        """Return the organisation in apposition to a description: "the owner, Ellis Storage Ltd", or ""."""
        described = _DESCRIBED_BODY.match(mention.text)
        if described is None:
            return ""
        low, high = mention.start + described.start("name"), mention.start + described.end("name")
        whole = described.end() == len(mention.text)
        bodies = [n for n in self.names_in(low, high) if n.kind in (NameKind.ORGANISATION, NameKind.OTHER)]
        return bodies[0].name if whole and bodies and (bodies[0].span.start, bodies[0].span.end) == (low, high) else ""

    def _apposed(self, mention: Span, comma: int) -> str:
        """Return the name after the comma of a mention that is a description and a name ("its chief, Ann Lee")."""
        after = [n for n in self.names_in(comma, mention.end) if n.name in self.people]
        if not after or after[0].span.end != mention.end:
            return ""
        parted = "," in mention.text[comma - mention.start : after[0].span.start - mention.start]
        return after[0].name if parted else ""  # "farmers who oppose Ann Lee"

    def _spelled_out(self, mention: Span, words: str) -> Person | None:
        """Return the person whose full name begins `words`, as in a caption ("Ben Lee Defence Minister")."""
        if any(n.kind is NameKind.ORGANISATION for n in self.names_in(mention.start, mention.end)[:1]):
            return None  # "Johns Hopkins University"
        parts = words.split()
        tries = (" ".join(parts[:count]) for count in (4, 3, 2) if not "".join(parts[count : count + 1])[:1].islower())
        return next((self.people[name] for name in tries if name in self.people), None)

    def _surname(self, words: str) -> Person | None:
        name = canonical(_OF.split(words.split(",", maxsplit=1)[0], maxsplit=1)[0])
        last = [word for word in name.split() if word not in PARTICLES]
        if not last or not all(map(begins_with_capital, last)):
            return None
        gender = gender_of_title(words.split(maxsplit=1)[0])
        bearers = [p for p in self._bearers.get(without_prefix(last[-1]), ()) if not gender or p.gender in ("", gender)]
        return max(bearers, key=lambda p: len(p.at), default=None)

    def _described(self, words: str, heard: Sequence[Claimant]) -> Person | None:
        """Return the last speaker where a phrase only describes one: "the Ohio Democrat".

        "The 54-year-old" is who is said to be of that age, else one of `heard` of whom no age is told.
        """
        if not _DESCRIPTION.fullmatch(words) or role_words(words) & ROLE_KEYS:
            return None
        old = _AGED.search(words)
        known = [person for one in heard if (person := self.people.get(one.name))]
        if old is not None:
            age = int(old["age"])
            known = [p for p in self.people.values() if age in p.ages] or [p for p in known if not p.ages]
        elif heard and heard[0].name not in self.people:
            return None
        person = known[0] if known else None
        fits = person is not None and (noun_gender(words) in ("", person.gender) or not person.gender)
        return person if fits else None

    def _issuer(self, mention: Span, heard: Sequence[Claimant], rule: str, confidence: float) -> Claimant | None:
        """Return who speaks through a document: "a statement from the ministry", "Lee’s letter", "the statement"."""
        document = _DOCUMENT.fullmatch(mention.text.strip())
        if document is None:
            return None
        named = next((name for name in ("of", "by") if document.group(name)), None)
        if named:
            low = mention.start + len(mention.text) - len(mention.text.lstrip()) + document.start(named)
            words = document.group(named)
            if _PRONOUN.match(words) or words.lower() in ("its", "his", "their"):
                return replace(heard[0], mention=mention, rule=rule, confidence=confidence) if heard else None
            whose = self.resolve(Span(low, low + len(words), words), heard, rule=rule, confidence=confidence)
            return replace(whose, mention=mention)
        before = next(iter(heard), None) if _PLAIN_DOCUMENT.fullmatch(mention.text.strip()) else None
        if before is None or before.mention is None or mention.start - before.mention.end > DOCUMENT_WITHIN:
            return None
        return replace(before, mention=mention, rule=rule, confidence=round(confidence * 0.7, 3))

    def _pronoun(self, mention: Span, heard: Sequence[Claimant], rule: str, confidence: float) -> Claimant:
        word = mention.text.strip().lower()
        meant = self._one(word, mention.start, heard) if word in _SINGULAR else self._several(word, heard)
        sure = 0.8 if word in _SINGULAR else 0.7
        if meant is None:
            return Claimant(
                name=mention.text.strip(), mention=mention, rule=rule, confidence=round(confidence * 0.4, 3)
            )
        return replace(meant, mention=mention, rule=rule, confidence=round(confidence * sure, 3))

    def _one(self, word: str, at: int, heard: Sequence[Claimant]) -> Claimant | None:
        """Return who a singular pronoun means: the first of `heard` of its gender, else the person named last."""
        gender = "f" if word in _FEMALE else "m"
        if word == "who" and (beside := self._last_named(at)):
            return beside.claimant(None, "", 1.0)
        for one in heard:
            person = self.people.get(one.name)
            if person is None and not (is_somebody(one.name) or like_a_name(one.name)):
                if word == "sie" or one.rule == GERMAN_SUBJECT:  # "die Gewerkschaft", too
                    return one
                continue
            if word == "who" or (person.gender if person else noun_gender(one.name)) in ("", gender):
                if person is not None and word in _GENDERED:
                    person.gender = gender  # the text has told it now
                return one
        before = [
            (p.gender == gender, p.at[i - 1], p)
            for p in self.people.values()
            if p.gender in ("", gender) and (i := bisect_left(p.at, at)) > 0
        ]
        return max(before, key=lambda found: found[:2])[2].claimant(None, "", 1.0) if before else None

    def _last_named(self, at: int) -> Person | None:
        """Return the person named right before a relative pronoun ("there is Ann Lee of Arle, who said …")."""
        names = [n for n in self.names_in(max(0, at - BESIDE_WHO), at) if n.name in self.people]
        return self.people[names[-1].name] if names else None

    def main_person(self, pronoun: str) -> Person | None:
        """Return the person of a pronoun's gender whom the article names first of all and most often, or None."""
        gender = "f" if pronoun in _FEMALE else "m"
        main = self._main
        return main if main and main.gender in ("", gender) and len(main.at) >= MAIN_MENTIONS else None

    def mentions(self, claimant: Claimant) -> int:
        """Return how often the article names a claimant."""
        person = self.people.get(claimant.name)
        return len(person.at) if person is not None else 0

    def whose_relative(self, mention: Span) -> Claimant | None:
        """Return the main person of the article where a phrase is a relative of theirs without a name, or None.

        An article on Ann Lee that tells of "Lee’s daughter" goes on with Lee.
        """
        found = _RELATIVE.fullmatch(mention.text.strip())
        if found is None:
            return None
        whose = found["whose"]
        main = self.main_person("she") or self.main_person("he")
        fits = main is not None and (_PRONOUN.match(whose) is not None or self._surname(whose) is main)
        gendered = main is not None and whose.lower() in ("her", "his") and self.main_person(whose.lower()) is not main
        return main.claimant(mention, "subject", 0.8) if main is not None and fits and not gendered else None

    def only_one(self, pronoun: str, at: int) -> str:
        """Return the one person of a pronoun's gender whom the article has named before `at`, or "" for none or two."""
        gender = "f" if pronoun in _FEMALE else "m"
        named = takewhile(lambda p: p.at[0] < at, self.people.values())
        fits = list(islice((p for p in named if p.gender in ("", gender)), 2))
        return fits[0].name if len(fits) == 1 and fits[0].gender == gender else ""

    def _several(self, word: str, heard: Sequence[Claimant]) -> Claimant | None:
        """Return what "they" or "it" means: the last speaker that is no single person."""
        if not heard or heard[0].name in self.people or is_somebody(heard[0].name):
            return None
        return None if word in _ONE_BODY and is_people(heard[0].name) else heard[0]

    def _by_office(self, mention: Span, heard: Sequence[Claimant]) -> Person | None:
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


def _kind_of(name: str) -> str:
    """Return the noun that a phrase is headed by: "source" of "a source close to the talks"."""
    return re.split(r"\s(?:of|for|from|at|in|with|who|close|familiar)\s", name, maxsplit=1)[0].rpartition(" ")[2]


def captioned(claimant: Claimant, caption: Span) -> Claimant:
    """Return the claimant of a caption ("Ann Lee Head teacher of Quay School") with the whole office it gives."""
    rest = caption.text.removeprefix(claimant.name).strip(" ,")
    whole = caption.text.startswith(claimant.name) and len(rest) > len(claimant.office)
    return replace(claimant, office=rest) if whole else claimant


_VAGUE = frozenset({"russia", "white", "house", "president"})  # an office "of the President of Russia" is the Kremlin's


def build_registry(text: str, names: Sequence[Name]) -> Registry:
    """Collect the people among `names` (in order) with the offices that stand beside them in `text`."""
    return Registry(people_of(text, names), tuple(names), tuple(name.span.start for name in names), called(text, names))


def _is_head(phrase: str, name: Name, start: int) -> bool:
    """Tell whether a name is the head of a phrase: not "a Lee supporter", "Lee’s lawyer", "a spokesman for Ann Lee"."""
    before, after = phrase[: name.span.start - start].split(), phrase[name.span.end - start :]
    if (
        _FIRM.match(after.lstrip())
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


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


__all__ = ["Registry", "build_registry", "captioned"]
