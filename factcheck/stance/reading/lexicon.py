"""What words mean to stance: which mean much the same, which exclude one another, what turns a sentence round.

General news vocabulary, written by hand (`words`), beside WordNet. Nothing of it was taken from a data set.
Words are compared by their stems, so "rise" stands for "rises" and "rising" too; irregular forms are listed.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from itertools import product

from factcheck.stance.words.forms import NOUNS, VERBS
from factcheck.stance.words.happenings import HAPPENINGS, OPPOSED
from factcheck.stance.words.idioms import IDIOMS as IDIOM_TABLE
from factcheck.stance.words.opposites import ANTONYMS, CONTRARY, EXCLUSIVE
from factcheck.stance.words.peoples import ALIASES, PEOPLES
from factcheck.stance.words.synonyms import SYNONYMS
from factcheck.text.words import fold, stem


def _classes(table: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(table.strip().splitlines()):
        for word in line.split():
            key = stem(fold(word))
            if number not in found.get(key, ()):
                found[key] = (*found.get(key, ()), number)
    return found


def _sides(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    halves = ([half.split() for half in line.split("|")] for line in table.strip().splitlines())
    return tuple((_stems(left), _stems(right)) for left, right in halves)


def _bases(table: str) -> dict[str, str]:
    """Return by the stem of each irregular form that of the word it is a form of."""
    return {stem(form): stem(word) for word, *forms in map(str.split, table.strip().splitlines()) for form in forms}


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in words)


_SYNONYM_CLASSES = _classes(f"{SYNONYMS}\n{HAPPENINGS}")
_VERB_OF = _bases(VERBS)
_VERBS = frozenset(_VERB_OF.values())
_BASES = {**_VERB_OF, **_bases(NOUNS)}
_IRREGULAR = frozenset(_BASES.values())
_FORMS_OF = {base: frozenset(form for form, word in _BASES.items() if word == base) for base in _IRREGULAR}
_EXCLUSIVE_CLASSES = _classes(EXCLUSIVE)
_CONTRARY_CLASSES = _classes(CONTRARY)
_PEOPLE_CLASSES = _classes(PEOPLES)
_ALIAS_CLASSES = _classes(ALIASES)
_OPPOSITES = _sides(f"{ANTONYMS.strip()}\n{OPPOSED.strip()}")


_KEPT_APART = frozenset([_stems(["sign", "ratify"])])
"""What WordNet has for one and the news has apart: a treaty is signed on one day and ratified on another."""


@lru_cache(1)
def _wordnet() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[str]]]:
    """Return the classes that a stem is in, and its opposites; read once from the file beside this one."""
    classes: dict[str, set[int]] = {}
    against: dict[str, set[str]] = {}
    lines = resources.files("factcheck.stance").joinpath("wordnet.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        kind, *stems = line.split()
        if frozenset(stems) in _KEPT_APART:
            continue
        if kind in ("=", "~"):
            for one in stems:
                classes.setdefault(one, set()).add(number)
        elif kind == "!":
            against.setdefault(stems[0], set()).add(stems[1])
            against.setdefault(stems[1], set()).add(stems[0])
    return (
        {one: frozenset(numbers) for one, numbers in classes.items()},
        {one: frozenset(others) for one, others in against.items()},
    )


@lru_cache(65_536)
def meanings(one: str) -> frozenset[str]:
    """Return the names of all the classes that a stem is in: two stems that share one mean much the same."""
    ours = {f"s{number}" for number in _SYNONYM_CLASSES.get(one, ())}
    ours |= {f"w{number}" for number in _wordnet()[0].get(one, ())}
    if one in _IRREGULAR:
        ours.add(f"i{one}")
    return named_by(one).union(ours, meanings(_BASES[one]) if one in _BASES else ())


def like(one: str) -> frozenset[str]:
    """Return the stems that mean much the same as a stem: itself among them, if any class has it."""
    return frozenset[str]().union(*[_members()[meaning] for meaning in meanings(one)])


@lru_cache(1)
def _members() -> dict[str, frozenset[str]]:
    """Return the stems of each class by its name in `meanings`."""
    tables = (_SYNONYM_CLASSES, _wordnet()[0], _IRREGULAR, _BASES, _PEOPLE_CLASSES, _ALIAS_CLASSES)
    found: dict[str, set[str]] = {}
    for one in frozenset[str]().union(*tables):
        for meaning in meanings(one):
            found.setdefault(meaning, set()).add(one)
    return {meaning: frozenset(stems) for meaning, stems in found.items()}


def synonyms(left: str, right: str) -> bool:
    """Whether two stems mean much the same, share a root, or name one people and its country, or one capital."""
    return not meanings(left).isdisjoint(meanings(right))


def one_name(left: str, right: str) -> bool:
    """Whether two stems name one country, people or alliance, so that one word of a text can answer both."""
    return not named_by(left).isdisjoint(named_by(right))


@lru_cache(65_536)
def named_by(one: str) -> frozenset[str]:
    """Return the names of the classes of countries, peoples and alliances that a stem is in: of most words, none."""
    tables = {"p": _PEOPLE_CLASSES, "a": _ALIAS_CLASSES}
    return frozenset(f"{name}{number}" for name, table in tables.items() for number in table.get(one, ()))


@lru_cache(65_536)
def opposites_of(one: str) -> frozenset[str]:
    """Return the stems that exclude a stem ("rise": "fall", "fell", …), by a line here or by WordNet."""
    said = {one, _BASES.get(one, one)}
    ours = [other for side, other in _OPPOSITES if said & side] + [side for side, other in _OPPOSITES if said & other]
    found = _wordnet()[1].get(one, frozenset()).union(*ours)
    return found.union(*(_FORMS_OF.get(other, ()) for other in found))


def leave_a_middle(left: str, right: str) -> bool:
    """Whether neither of two opposite stems need be so: not to have risen is not to have fallen."""
    ours, theirs = (_CONTRARY_CLASSES.get(_BASES.get(one, one), ()) for one in (left, right))
    return not set(ours).isdisjoint(theirs)


_NEGATIVE_PREFIXES = ("un", "in", "il", "im", "ir", "non", "dis")
_QUALITIES = (
    "ly",
    "al",
    "able",
    "ible",
    "ful",
    "ed",
    "ent",
    "ant",
    "ive",
    "ic",
    "ate",
    "ous",
    "ary",
    "ral",
    "lar",
    "ect",
    "est",
)
"""How adjectives and adverbs end that a prefix makes their opposite; "form" and "inform" are two other words."""
_GERMAN_QUALITIES = tuple(
    ending + case
    for ending in ("lich", "ig", "bar", "sam", "haft", "isch", "sicher", "schuldig", "klar", "mittelbar")
    for case in ("", "e", "en", "er", "es", "em")
)
"""The same of German, with its cases: "unzulässig", "unsichere"."""
_NO_PREFIX = frozenset(["valuable", "flammable", "tense", "different", "cited", "formed", "tended", "creased"])
"""What such a prefix makes no opposite of ("invaluable", "indifferent", "informed")."""
_SHORTEST_QUALITY = 5


@lru_cache(65_536)
def prefixed_opposites(folded: str) -> frozenset[str]:
    """Return the folded words that a negative prefix makes of a word, or makes a word of: "lawful" of "unlawful"."""
    if not folded.endswith(_QUALITIES):
        return _german_opposites(folded)
    bare = {folded.removeprefix(prefix) for prefix in _NEGATIVE_PREFIXES if folded.startswith(prefix)}
    plain = {one for one in bare if len(one) >= _SHORTEST_QUALITY and one.removesuffix("ly") not in _NO_PREFIX}
    if len(folded) < _SHORTEST_QUALITY or folded.removesuffix("ly") in _NO_PREFIX:
        return frozenset(plain)
    return frozenset(plain | {prefix + folded for prefix in _NEGATIVE_PREFIXES})


def _german_opposites(folded: str) -> frozenset[str]:
    """Return what "un" makes of a German adjective, or makes one of: "zulässig" of "unzulässig"."""
    if not folded.endswith(_GERMAN_QUALITIES) or folded.removeprefix("un") in _NO_GERMAN_PREFIX:
        return frozenset()
    bare = folded.removeprefix("un")
    return frozenset([bare if bare != folded else f"un{folded}"]) if len(bare) >= _SHORTEST_QUALITY else frozenset()


_NO_GERMAN_PREFIX = frozenset(
    ["heimlich", "heimliche", "heimlichen", "garisch", "garische", "garischen", "geheuerlich"]
)
"""What is another word without it, or none: "unheimlich", "ungarisch"."""


def opposites(left: str, right: str) -> bool:
    """Whether two stems exclude each other ("rise" and "fall")."""
    return right in opposites_of(left)


@lru_cache(65_536)
def excludes(left: str, right: str) -> bool:
    """Whether two different stems name two members of a closed class (months, weekdays, peoples, colours)."""
    if left == right:
        return False
    if left in _PEOPLE_CLASSES and right in _PEOPLE_CLASSES:
        return not set(_PEOPLE_CLASSES[left]) & set(_PEOPLE_CLASSES[right])
    shared = set(_EXCLUSIVE_CLASSES.get(left, ())) & set(_EXCLUSIVE_CLASSES.get(right, ()))
    return bool(shared)


def is_people(one: str) -> bool:
    """Whether a stem names a country or its people."""
    return one in _PEOPLE_CLASSES


def is_past(word: str) -> bool:
    """Whether a folded word has the form of a verb of the past ("opened", "sold")."""
    return word.endswith("ed") or (stem(word) in _VERB_OF and not word.endswith("n"))


def is_verb(word: str) -> bool:
    """Whether a folded word can be a verb by its form, or is one that has irregular forms ("opens", "sold", "buy")."""
    return word.endswith(("s", "ed", "ing")) or stem(word) in _VERB_OF or stem(word) in _VERBS


def in_closed_class(one: str) -> bool:
    """Whether a stem belongs to a closed class, so that another member in its place contradicts it."""
    return one in _PEOPLE_CLASSES or one in _EXCLUSIVE_CLASSES


def _idioms(table: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases of a table by their first word; of forms with a bar between them each makes one."""
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for line in table.strip().splitlines():
        phrase, meaning = line.split(": ")
        for words in product(*(one.split("/") for one in fold(phrase).replace("-", " ").split())):
            found[words[0]] = (*found.get(words[0], ()), (words, stem(fold(meaning))))
    return {first: tuple(sorted(phrases, key=lambda one: -len(one[0]))) for first, phrases in found.items()}


IDIOMS = _idioms(IDIOM_TABLE)
"""Phrases by their first word, the longest first: the words of each, folded, and the stem that it stands for."""

NEVER_AT_ALL = frozenset(
    " ".join(words) for phrases in IDIOMS.values() for words, meaning in phrases if meaning == stem("never")
)
"""Phrases for "never" and "not at all": "at no time", "under no circumstances"."""

NEGATORS = NEVER_AT_ALL | frozenset(
    [
        *("not", "no", "never", "nor", "neither", "nobody", "no one", "nothing", "none", "without", "cannot", "hardly"),
        *("anything but", "alles andere als"),
        *("not true that", "not the case that", "stimmt nicht, dass", "nicht wahr, dass"),
        *("has yet to", "have yet to", "had yet to", "is yet to", "are yet to", "something other than", "anything but"),
        *("nicht", "nicht mehr", "nie", "niemals", "nichts", "niemand", "niemanden", "niemandem", "ohne", "weder"),
        *("kein", "keine", "keinen", "keinem", "keiner", "keines", "keineswegs", "keinesfalls"),
    ]
)
"""Words that turn round what follows them; words ending in n't do too."""

LASTING = frozenset(["longer", "still", "anymore"])
"""What "no longer" and "still" have beside the negation: they say since when, and not what."""

NEGATIVE_VERBS = frozenset(
    stem(word)
    for word in (
        *("fail", "refuse", "decline", "unable", "stop", "prevent", "avoid", "lack", "cease", "impossible"),
        *("unlikely", "failed", "refused", "failure", "refusal", "inability"),
    )
)
"""Verbs that turn round the verb after them ("failed to agree")."""

DENIALS = frozenset(
    stem(word)
    for word in (
        *("deny", "denies", "denied", "denial", "refute", "debunk", "hoax", "false", "falsely", "wrongly", "bogus"),
        *("untrue", "fake", "fabricated", "baseless", "myth", "disprove", "dispel", "incorrect", "mistakenly"),
    )
)
"""Words that deny what the sentence reports, on whichever side of it they stand."""

HEDGES = frozenset(
    [
        *("alleged", "allegedly", "allegation", "allegations", "reportedly", "rumor", "rumors", "rumour", "rumours"),
        *("rumored", "rumoured", "unconfirmed", "unverified", "supposedly", "speculation", "speculated", "speculate"),
        *("suspected", "apparently", "claimed", "purported", "purportedly"),
    ]
)
"""Words by which a report keeps its distance: they block corroboration and conflict with nothing."""
