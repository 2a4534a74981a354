"""Names that never leave: of contacts, of confidential sources, and those that the workspace lists (`fetch.withheld`).

A name counts by its words, in whatever spelling (`spellings`) and code (`disguises`): an address may not hold all of
them, apart or written as one ("marenholt"), nor two of a person's longer name ("Anna Schmidt-Lohse": "anna-schmidt"),
nor initials before or behind a surname ("m.holt", "Holt, M. K.", "mkholt"), nor two words that sound like it in other
letters (`hearing`). No search term of ours may be one of them. A surname alone in an address
that the writer cites is asked, and told first: many pages have it for other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, takewhile
from typing import TYPE_CHECKING

from factcheck.domain import NameKind, Sensitivity
from factcheck.errors import InputError
from factcheck.review.kinds import Kind
from factcheck.store.standing import read_marks
from factcheck.text.names.finding import find_names
from factcheck.text.names.sameness import is_known
from factcheck.text.names.sounds import LINKS
from factcheck.workbench.bringing import Sort
from factcheck.workbench.common_words import is_common
from factcheck.workbench.disguises import readings
from factcheck.workbench.hearing import heard_in, is_heard, is_part_heard, sounds_of
from factcheck.workbench.spellings import FOLDS, plain

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_SHORTEST = 3
"""Letters of a word of a name that counts beside longer ones; shorter ones (initials, "de") stand in many names."""
_SHORTEST_PART = 6
"""Letters of a name that is looked for within words, too: "lina" stands in "carolina"."""
_ENOUGH = 2
"""Words of a person's name that say who is meant."""
_LONGEST_TAIL = 4
"""Letters behind a word of a name in a search term that may decline it, or be the name of a wife: "Kowalczykova"."""
_NO_PERSONS = (NameKind.ORGANISATION, NameKind.PLACE)
"""Whose names have words that stand in many addresses: two of "New York Institute" are not the institute."""
_OFFICE = re.compile(r"\s*[,;:(/|]|\s[-\u2013\u2014]\s")
"""What stands between a person and what they are: "Maren Holt, harbour authority"."""
_Told = tuple[list[str], ...]
"""The words of a text as each fold makes them."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Letters of languages that put no space between words, or few: Thai, Lao, Chinese, Japanese, Korean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folded:
    """A name as one fold makes it: its telling words, and the words written as one by which it is told.

    `is_person`: two of its words are enough, or the initial of one beside another one (`short`).
    """

    words: frozenset[str]
    joined: tuple[str, ...]
    short: tuple[tuple[str, str], ...] = ()
    is_person: bool = False

    def stands_in(self, words: list[str]) -> bool:
        return self.words.issubset(_with_stems(words)) or self._is_part_of(words)

    def is_named_by(self, words: list[str]) -> bool:
        """Whether words name it, though they are not its whole name."""
        if not self.is_person or self.stands_in(words):
            return self.stands_in(words)
        told = len((self.words - LINKS) & _with_stems(words))
        return told >= _ENOUGH or self._is_abbreviated_in(words) or self._is_shortened_in(words)

    def is_told_by(self, words: list[str]) -> bool:
        return not self.words.isdisjoint(_with_stems(words)) or self._is_part_of(words)

    def begins(self, words: list[str]) -> bool:
        """Whether a word begins with one of its longer words, and has little more."""
        longer = [word for word in self.words if len(word) >= _SHORTEST_PART]
        return any(one.startswith(word) and len(one) - len(word) <= _LONGEST_TAIL for word in longer for one in words)

    def _is_abbreviated_in(self, words: list[str]) -> bool:
        """Whether an initial stands before or behind a word of it, with no more than other initials between them."""
        for at, word in enumerate(words):
            initials = {initial for initial, surname in self.short if surname == word}
            beside = (*takewhile(_is_initial, reversed(words[:at])), *takewhile(_is_initial, words[at + 1 :]))
            if not initials.isdisjoint(beside):
                return True
        return False

    def _is_shortened_in(self, words: list[str]) -> bool:
        """Whether initials are written together with a surname: "mholt", "mkholt", "holtm"."""
        return any(
            re.fullmatch(f"{initial}[^\\W\\d_]?{word}|{word}{initial}[^\\W\\d_]?", one)
            for initial, word in self.short
            if len(word) >= _SHORTEST
            for one in words
            if word in one and len(one) <= len(word) + 3
        )

    def _is_part_of(self, words: list[str]) -> bool:
        whole = "".join(words)
        return any(name in whole if _is_long(name) else name in words for name in self.joined)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A name that never leaves, in all its spellings; `sounds`: how the words of a person's name sound."""

    folded: tuple[_Folded, ...]
    sounds: tuple[frozenset[str], ...] = ()

    def stands_in(self, told: _Told) -> bool:
        """Whether a text has the whole name in it."""
        return any(name.stands_in(words) for words, name in zip(told, self.folded, strict=True))

    def is_named_by(self, told: _Told) -> bool:
        """Whether a text has as much of the name in it as says who is meant."""
        return any(name.is_named_by(words) for words, name in zip(told, self.folded, strict=True))

    def is_told_by(self, told: _Told) -> bool:
        """Whether a text has a part of the name in it."""
        return any(name.is_told_by(words) for words, name in zip(told, self.folded, strict=True))

    def begins(self, told: _Told) -> bool:
        """Whether a word of a text is one of the name's with an ending."""
        return any(name.begins(words) for words, name in zip(told, self.folded, strict=True))


@dataclass(frozen=True, slots=True)
class Kept:
    """Names that never leave: of people, and what sources are called. `papers`: the confidential documents (ids)."""

    people: frozenset[str]
    called: frozenset[str]
    papers: tuple[str, ...]


def names_kept(bench: Workbench) -> Kept:
    """Return the names of all contacts and confidential sources, and those that the workspace lists."""
    from factcheck.workbench.opening import CORPUS

    people, called = set(bench.settings.values.fetch.withheld), set[str]()
    marks = read_marks(bench.workspace / CORPUS / "documents.db")
    confidential = tuple(one for one, sensitivity in marks.items() if sensitivity is Sensitivity.CONFIDENTIAL)
    if confidential:
        with bench.open_corpus() as corpus:
            for identifier in confidential:
                source = corpus.document(identifier).source
                people.update(authors_of(source.author))
                called.update((source.publisher, *_telling_names(source.title)))
    people.update(_contacts(bench))
    return Kept(frozenset(filter(None, people)), frozenset(filter(None, called)), confidential)


def withheld_names(bench: Workbench) -> tuple[Withheld, ...]:
    """Return the names that never leave."""
    kept = names_kept(bench)
    return names_withheld(kept.people | kept.called)


def authors_of(author: str) -> Iterator[str]:
    """Yield the names of whoever wrote something."""
    return (name.strip() for name in re.split(r"[,;]| and ", author))


def _telling_names(title: str) -> Iterator[str]:
    """Yield the names in a title: not the words that many papers are called by, nor names that everybody knows."""
    for name in (one.name for one in find_names(title)):
        if not (is_known(name) or all(map(is_common, _WORD.findall(name)))):
            yield name


def names_withheld(names: Iterable[str]) -> tuple[Withheld, ...]:
    """Return names as what is looked for; one without a word is left out."""
    return tuple(_withheld(name) for name in sorted(set(names)) if _words(plain(name)))


def _contacts(bench: Workbench) -> Iterator[str]:
    """Yield the people who told somebody something: a contact that was brought as evidence is confidential."""
    told = {event.subject for event in bench.store.events(kinds=[Kind.BROUGHT]) if event.body["sort"] == Sort.CONTACT}
    for claim in told:
        sources = (one.candidate.source for one in bench.store.evidence(claim) if not one.is_erased)
        for title in (source.title for source in sources if source.sensitivity is Sensitivity.CONFIDENTIAL):
            yield from contact_names(title)


def waited_for(bench: Workbench) -> Iterator[tuple[str, str]]:
    """Yield who is or was waited for, each with the revision (id) of the article that it was for."""
    asked = [one for one in bench.store.events(kinds=[Kind.WAITING]) if one.body["person"]]
    names = bench.store.private_texts([one.body["person"] for one in asked])
    for one in asked:
        if name := names.get(one.body["person"]):
            yield from ((one.revision, told) for told in dict.fromkeys(contact_names(name)))


def contact_names(contact: str) -> Iterator[str]:
    """Yield the names by which a contact is told."""
    yield person_of(contact)
    yield from _telling_names(contact)


def person_of(contact: str) -> str:
    """Return the name of a contact, without what they are."""
    return _OFFICE.split(contact, maxsplit=1)[0]


HOLDS_NAME = "holds a name that is withheld"
LEAVE_OUT = "leave the name out, or see `fetch.withheld` and `factcheck corpus list`"


def withheld_among(bench: Workbench, urls: Sequence[str]) -> dict[str, str]:
    """Return those addresses in which a withheld name stands, each with what it is told by: its number.

    Raises:
        InputError: all do. None is repeated: it holds the name.
    """
    names = withheld_names(bench)
    found = {url: f"(address {number})" for number, url in enumerate(urls, start=1) if holds_name(url, names)}
    if found and len(found) == len(urls):
        what = "the address" if len(urls) == 1 else f"each of the {len(urls)} addresses"
        raise InputError(f"{what} {HOLDS_NAME}; nothing was asked", hint=LEAVE_OUT)
    return found


def holds_name(url: str, names: Iterable[Withheld]) -> bool:
    """Whether a withheld name stands in an address."""
    told = [(told_in(text), heard_in(text)) for text in readings(url)]
    return any(name.is_named_by(text) or is_heard(name.sounds, heard) for name in names for text, heard in told)


def holds_part(url: str, names: Iterable[Withheld]) -> bool:
    """Whether a part of a person's withheld name stands in an address: a surname alone."""
    told = [told_in(text) for text in readings(url)]
    persons = [name for name in names if name.folded[0].is_person]
    return any(name.is_told_by(text) for name in persons for text in told)


def may_leave(word: str, names: Iterable[Withheld]) -> bool:
    """Whether a search term has no word of a withheld name in it."""
    told, heard = told_in(word), heard_in(word)
    return not any(
        name.is_told_by(told) or name.begins(told) or is_part_heard(name.sounds, heard) or is_heard(name.sounds, heard)
        for name in names
    )


def _withheld(name: str) -> Withheld:
    kinds = {one.kind for one in find_names(name)}
    is_person = kinds.isdisjoint(_NO_PERSONS)
    folded = tuple(_folded(words, is_person=is_person) for words in told_in(name))
    return Withheld(folded=folded, sounds=tuple(map(sounds_of, _words(plain(name)))) if folded[0].is_person else ())


def told_in(text: str) -> _Told:
    """Return the words of a text as names are looked for in it."""
    return tuple(_words(fold(text)) for fold in FOLDS)


def _folded(words: list[str], *, is_person: bool) -> _Folded:
    telling = [word for word in words if len(word) >= _SHORTEST or _UNSPACED.search(word)]
    joined = ["".join(words), "".join(reversed(words))]
    is_person = is_person and len(telling) >= _ENOUGH
    if is_person:
        joined += ("".join(pair) for pair in permutations([word for word in telling if word not in LINKS], _ENOUGH))
    own = [word for word in words if word not in LINKS]
    # both ways round: who lists a name may begin with the surname
    pairs = [(one, other) for one, other in permutations(own, 2) if words[0] in (one, other) and other in telling]
    initials = ((one[0], other) for one, other in pairs) if is_person else ()
    return _Folded(
        words=frozenset(telling or words),
        joined=tuple(dict.fromkeys(joined)),
        short=tuple(dict.fromkeys(initials)),
        is_person=is_person,
    )


def _with_stems(words: list[str]) -> set[str]:
    """Return words, and those with an s at their end without it: "Holts" tells Holt."""
    return {*words, *(word.removesuffix("s") for word in words if len(word) > _SHORTEST)}


def _is_initial(word: str) -> bool:
    return len(word) == 1


def _is_long(name: str) -> bool:
    return len(name) >= _SHORTEST_PART or _UNSPACED.search(name) is not None


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)
