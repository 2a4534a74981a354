"""Which words of people name a source that may not be named: the one rule of every export and of every warning.

Four kinds of words do. Who is *behind* a source (a contact, an author) is told by the whole name in any spelling
(`spellings`), an address with it, and by the surname alone; of evidence of the article itself, by the first name, too.
Who is *asked* (is or was waited for) is told alike. Who and what *stands in* a confidential paper (`text.names`, in its
title and text) is told by the whole name, or by a person's surname alone. And what a source is *called* (title,
publisher) is told as a whole. What is told alone, or is one word, has a capital and is no common word ("Report",
"Green"), but for the surname of somebody behind evidence.

What the article has is public, and what a paper has is, too, where an open document of the corpus has it. Who talked
to us is not, for all that others write of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck.domain import Name, NameKind
from factcheck.text.languages.language import is_german
from factcheck.text.names.capitals import begins_sentence
from factcheck.text.names.finding import find_names
from factcheck.text.names.name_words import is_first_name
from factcheck.text.names.persons import is_person
from factcheck.text.names.postnominals import surname_of
from factcheck.text.names.sameness import canonical, is_known
from factcheck.text.names.sounds import LINKS
from factcheck.workbench.common_words import is_calendar, is_common
from factcheck.workbench.spellings import FOLDS
from factcheck.workbench.withholding import Withheld, holds_name, names_withheld, person_of

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?<!\S)[^\s@]++@\S+|@\w+|(?<!\w)\w++://\S+|(?<![\w-])\w[\w-]*+(?:\.[\w-]++)++(?:/\S*)?")
"""Each begins where a run of its characters does, and gives nothing back: a word of a megabyte is read once."""
_CALLED = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "monsieur", "madame", "sir", "lady"])
"""Forms of address: a name behind one is one without its capital, too."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]+")
_SMALL = re.compile(r"(?<![^\W_])[a-z][^\W_]+")
_ENDINGS = ("ed", "ing", "ly", "ions", "ments", "ness")
"""How words end that begin a sentence oftener than a name."""
_SHORTEST = 3
"""Letters of a word that tells alone."""
_ENOUGH = 2
"""Words of a name that say who is meant, and words of a title that say which."""
_LONG_TITLE = 4
"""Words of a title from which on it is told in any case, though all of them are common ones."""


@lru_cache(65_536)
def _forms(word: str) -> tuple[str, ...]:
    """Return a word as each fold makes it, without the s of a genitive or of a family."""
    return tuple(fold(word) for fold in FOLDS)


@lru_cache(65_536)
def _also_bare(form: str) -> tuple[str, ...]:
    return (form, form[:-1]) if form.endswith("s") and len(form) > _SHORTEST else (form,)


class Prose:
    """A text as names are looked for in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _WORD.findall(text)
        self.plain = [_forms(word)[0] for word in self.words]

    @cached_property
    def row(self) -> str:
        """The words in order, in which a row of words is found."""
        return f" {' '.join(self.plain)} "

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that have a capital, as they are written.

        And those that tell without one: behind a form of address, in an address, in a script that has none.
        """
        told = {word for one, word in zip(self.plain, self.words[1:], strict=False) if one in _CALLED}
        told.update(word for one in self.addresses for word in _WORD.findall(one))
        return frozenset(word for word in self.words if not word[0].islower() or word in told)

    @cached_property
    def every(self) -> tuple[frozenset[str], ...]:
        """The forms of all words, by fold."""
        return _by_fold(self.words)

    @cached_property
    def told(self) -> tuple[frozenset[str], ...]:
        """The forms of the words that have a capital, by fold."""
        return _by_fold(self.capitals)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of pages and mail, and the names of accounts."""
        return tuple(_ADDRESS.findall(self.text))


def _by_fold(words: Iterable[str]) -> tuple[frozenset[str], ...]:
    forms = list(zip(*map(_forms, words), strict=True)) or [()] * len(FOLDS)
    return tuple(frozenset(bare for form in one for bare in _also_bare(form)) for one in forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words that name a source. `words`: in order; `alone`: those of them that tell by themselves, with a capital.

    `behind`: whoever is behind a source, not in it; they are told in other spellings and in addresses, too. `cased`:
    the whole is told with its capitals only, since its words are common ones.
    """

    name: str
    words: tuple[str, ...]
    alone: frozenset[str] = frozenset()
    behind: bool = False
    cased: bool = False

    def told_in(self, prose: Prose) -> frozenset[str]:
        """Return which of its words a text tells; none where they tell nothing."""
        if self._is_whole_in(prose):
            return frozenset(self.words)
        found = frozenset(word for word in self.words if self._has(word, prose.told))
        is_enough = self.behind and len(found) >= _ENOUGH
        return found if is_enough or found & self.alone else frozenset()

    def public_in(self, article: Prose) -> frozenset[str]:
        """Return which of its words an article has as this name: a common word there is only a word."""
        found = self.told_in(article)
        return found if len(found) == len(self.words) > 1 else frozenset(word for word in found if not is_common(word))

    def _is_whole_in(self, prose: Prose) -> bool:
        plain = [_forms(word)[0] for word in self.words]
        if len(plain) > 1 and f" {' '.join(plain)} " in prose.row:
            return not self.cased or prose.capitals.issuperset(word for word in self.words if not word[0].islower())
        if not self.behind:
            return False
        together = ("".join(plain), "".join(reversed(plain)))  # "mariaholt"
        if len(plain) > 1 and not prose.every[0].isdisjoint(together):
            return True
        return any(holds_name(one, _withheld(self.name)) for one in prose.addresses)

    def _has(self, word: str, told: tuple[frozenset[str], ...]) -> bool:
        forms = _forms(word) if self.behind else _forms(word)[:1]
        if any(form in one for form, one in zip(forms, told, strict=False)):
            return True
        return _UNSPACED.search(word) is not None and any(word in one for one in told[0])


@lru_cache(4096)
def _withheld(name: str) -> tuple[Withheld, ...]:
    return names_withheld([name])


def behind(name: str, *, own: bool) -> Telling | None:
    """Return how somebody behind a source is told; None where that cannot be. `own`: of evidence of the article."""
    plain = canonical(person_of(name))
    words = [word for word in _WORD.findall(plain) if word.casefold() not in LINKS]
    telling = [word for word in words if len(word) >= _SHORTEST or _UNSPACED.search(word)] or words
    is_body = any(one.kind in (NameKind.ORGANISATION, NameKind.PLACE) for one in find_names(plain))
    if not telling or is_body or (len(telling) > 1 and all(map(is_common, telling)) and not is_person(plain)):
        return called(name, is_behind=True)
    surname = next((word for word in reversed(telling) if word in surname_of(plain)), telling[-1])
    alone = {word for word in telling if not is_common(word)} if own else set[str]()
    if (own and not is_calendar(surname)) or not (is_common(surname) or (not own and is_first_name(plain.casefold()))):
        alone.add(surname)
    return Telling(name=plain, words=tuple(telling), alone=frozenset(alone), behind=True)


def asked(name: str, *, own: bool) -> Telling | None:
    """Return how somebody who is waited for is told; None where that cannot be. `own`: on a claim of the article.

    Offices are waited for, too, which many articles name: one word tells beside a claim of the same article only.
    """
    one = behind(name, own=own)
    if one is None or all(map(is_common, one.words)):
        return None
    return one if own or len(one.words) > 1 else None


def called(title: str, *, is_behind: bool = False) -> Telling | None:
    """Return how a source is told by what it is called; None where that is a common word or nothing."""
    words = tuple(_WORD.findall(title))
    is_common_one = all(map(is_common, words))
    if not words or (is_common_one and (len(words) == 1 or all(word[0].islower() for word in words))):
        return None
    if len(words) == 1:
        return Telling(name=title, words=words, alone=frozenset(words), behind=is_behind)
    return Telling(name=title, words=words, cased=is_common_one and len(words) < _LONG_TITLE)


def standing_in(text: str) -> Iterator[Telling]:
    """Yield how the names in a paper are told, each once, but for those that the shipped tables know."""
    german, small = is_german(text), frozenset(_SMALL.findall(text))
    seen: set[str] = set()
    for one in find_names(text):
        if one.name in seen or is_known(one.name):
            continue
        told = _standing(one, text, small, german=german)
        if told is not None:
            seen.add(one.name)
            yield told


def _standing(one: Name, text: str, small: frozenset[str], *, german: bool) -> Telling | None:
    words = tuple(_WORD.findall(one.name))
    all_common = all(map(is_common, words))
    if one.kind is NameKind.PERSON and words:
        surname = words[-1] if len(words) == 1 else surname_of(one.name)
        alone = frozenset([surname]) if surname in words and not is_common(surname) else frozenset[str]()
        return Telling(name=one.name, words=words, alone=alone, cased=all_common) if alone or len(words) > 1 else None
    if all_common:
        return None
    if len(words) > 1:
        return Telling(name=one.name, words=words)
    (word,) = words
    only_first = begins_sentence(text, one.span.start) and word.endswith(_ENDINGS)
    is_noun = german and one.kind is NameKind.OTHER
    if is_noun or only_first or word.casefold() in small or len(word) < _SHORTEST:
        return None
    return Telling(name=one.name, words=words, alone=frozenset(words))


class Papers:
    """The names that stand in papers, each looked for in those papers only that share a word with what is written."""

    def __init__(self, read: Callable[[], Iterable[str]]) -> None:
        self._read = read
        self._names: dict[int, Mapping[str, Sequence[Telling]]] = {}

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(self._read())

    @cached_property
    def _papers(self) -> Mapping[str, Sequence[int]]:
        """The papers that have a word with a capital, by the word in small letters."""
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for word in {word.casefold() for word in _CAPITAL.findall(text)}:
                found.setdefault(word, []).append(number)
        return found

    def told_in(self, prose: Prose) -> Iterator[tuple[Telling, frozenset[str]]]:
        """Yield the names of papers that a text tells, each with the words that it has of them."""
        words = {word.casefold() for word in prose.words}
        for word in sorted(one for one in words if not is_common(one) or one.title() in prose.capitals):
            for number in self._papers.get(word, ()):
                for name in self._named(number).get(word, ()):
                    if told := name.told_in(prose):
                        yield name, told

    def given_in(self, prose: Prose) -> Iterator[tuple[Telling, str]]:
        """Yield the people of papers of whose name a text has the given name alone, with that."""
        for word in sorted(one for one in prose.capitals if len(one) >= _SHORTEST and not is_common(one)):
            for number in self._papers.get(word.casefold(), ()):
                for name in self._named(number).get(word.casefold(), ()):
                    if name.alone and word in name.words[:-1] and word not in name.alone and _stands_alone(word, prose):
                        yield name, word

    def _named(self, number: int) -> Mapping[str, Sequence[Telling]]:
        if number not in self._names:
            by_word: dict[str, list[Telling]] = {}
            for name in standing_in(self._texts[number]):
                for word in {word.casefold() for word in name.words}:
                    by_word.setdefault(word, []).append(name)
            self._names[number] = by_word
        return self._names[number]


def _stands_alone(word: str, prose: Prose) -> bool:
    """Tell whether no other name stands behind a given name, which would be another person's: "Karl the Great"."""
    return re.search(rf"\b{word}\b(?!\s+(?:the |von |van |de )?[^\W\d_a-z])", prose.text) is not None


class SourcesNamed:
    """Tells which words name a source that may not be named, in what leaves of one article.

    `told`: who is behind sources, and what these are called; `waited`: who is or was waited for; `article`: what is
    public, made when it is first needed; `is_open`: whether an open document has some words of a name.
    """

    def __init__(
        self,
        told: Iterable[Telling],
        papers: Iterable[Papers],
        article: Callable[[], str],
        is_open: Callable[[Telling, frozenset[str]], bool],
        waited: Iterable[Telling] = (),
    ) -> None:
        self._told = tuple(told)
        self._waited = tuple(waited)
        self._papers = tuple(papers)
        self._article = article
        self._is_open = is_open

    @cached_property
    def _public(self) -> Prose:
        return Prose(self._article())

    def names(self, text: str) -> bool:
        """Whether words name such a source."""
        prose = Prose(text)
        found = self._found(prose, (*self._told, *self._waited))
        if any(words and not self._is_public(one, words) for one, words in found):
            return True
        return any(
            not (self._is_public(one, words) or self._is_open(one, words))
            for papers in self._papers
            for one, words in papers.told_in(prose)
        )

    def public(self, text: str) -> tuple[str, ...]:
        """Return who is behind sources and named in words that leave all the same: the article names them, too."""
        found = self._found(Prose(text), self._told)
        return tuple(dict.fromkeys(one.name for one, words in found if one.behind and words))

    def given(self, text: str) -> tuple[str, ...]:
        """Return the given names of people in papers that words have alone: they leave, since many people have them.

        Not those that the article or an open document has.
        """
        prose = Prose(text)
        found = (one for papers in self._papers for one in papers.given_in(prose))
        article = set(self._public.words)
        told = (word for one, word in found if word not in article and not self._is_open(one, frozenset([word])))
        return tuple(dict.fromkeys(told))

    def _found(self, prose: Prose, names: Iterable[Telling]) -> Iterator[tuple[Telling, frozenset[str]]]:
        return ((one, one.told_in(prose)) for one in names)

    def _is_public(self, one: Telling, words: frozenset[str]) -> bool:
        return words <= one.public_in(self._public)
