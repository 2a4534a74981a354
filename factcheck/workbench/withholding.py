"""Names that never leave: those of confidential sources, and those that the workspace lists (`fetch.withheld`).

A name counts by its words, in whatever spelling (`spellings`): an address may not hold all of them, apart or written as
one ("marenholt"), and no search term of ours may be one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from factcheck.corpus.documents import read_marks
from factcheck.domain import Sensitivity
from factcheck.errors import InputError
from factcheck.text.names import find_names
from factcheck.web.safety import host_of, shown_host
from factcheck.workbench.spellings import FOLDS, plain

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_SHORTEST = 3
"""Letters of a word of a name that counts beside longer ones; shorter ones (initials, "de") stand in many names."""
_SHORTEST_PART = 6
"""Letters of a name that is looked for within words, too: "lina" stands in "carolina"."""
_DECODED = 3
"""How often an address is decoded: what is encoded twice is a name all the same where it arrives."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Letters of languages that put no space between words, or few: Thai, Lao, Chinese, Japanese, Korean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folded:
    """A name as one fold makes it: its telling words, and all its words written as one, in either order."""

    words: frozenset[str]
    joined: tuple[str, ...]

    def stands_in(self, words: list[str]) -> bool:
        return self.words.issubset(_with_stems(words)) or self._is_part_of(words)

    def is_told_by(self, words: list[str]) -> bool:
        return not self.words.isdisjoint(_with_stems(words)) or self._is_part_of(words)

    def _is_part_of(self, words: list[str]) -> bool:
        whole = "".join(words)
        return any(name in whole if _is_long(name) else name in words for name in self.joined)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A name that never leaves, in all its spellings."""

    folded: tuple[_Folded, ...]

    def stands_in(self, text: str) -> bool:
        """Whether a text has the whole name in it."""
        return any(name.stands_in(_words(fold(text))) for fold, name in zip(FOLDS, self.folded, strict=True))

    def is_told_by(self, text: str) -> bool:
        """Whether a text has a part of the name in it."""
        return any(name.is_told_by(_words(fold(text))) for fold, name in zip(FOLDS, self.folded, strict=True))


def withheld_names(bench: Workbench) -> tuple[Withheld, ...]:
    """Return the names that never leave."""
    from factcheck.workbench import CORPUS

    names = set(bench.settings.values.fetch.withheld)
    marks = read_marks(bench.workspace / CORPUS / "documents.db")
    confidential = [one for one, sensitivity in marks.items() if sensitivity is Sensitivity.CONFIDENTIAL]
    if confidential:
        with bench.open_corpus() as corpus:
            for identifier in confidential:
                source = corpus.document(identifier).source
                names.update(name.strip() for name in re.split(r"[,;]| and ", source.author))
                names.add(source.publisher)
                names.update(name.name for name in find_names(source.title))
    return names_withheld(names)


def names_withheld(names: Iterable[str]) -> tuple[Withheld, ...]:
    """Return names as what is looked for; one without a word is left out."""
    return tuple(_withheld(name) for name in sorted(set(names)) if _words(plain(name)))


def refuse_withheld(bench: Workbench, urls: Iterable[str]) -> None:
    """Refuse addresses in which a withheld name stands.

    Raises:
        InputError: one does. The address is not repeated: it holds the name.
    """
    names = withheld_names(bench)
    for number, url in enumerate(urls, start=1):
        if holds_name(url, names):
            raise InputError(
                f"address {number} holds a name that is withheld; nothing was asked",
                hint="leave the name out, or see `fetch.withheld` and `factcheck corpus list`",
            )


def holds_name(url: str, names: Iterable[Withheld]) -> bool:
    """Whether a withheld name stands in an address."""
    written = url
    for _ in range(_DECODED):
        written = unquote_plus(written)
    text = f"{written} {shown_host(host_of(url))}"
    return any(name.stands_in(text) for name in names)


def may_leave(word: str, names: Iterable[Withheld]) -> bool:
    """Whether a search term has no word of a withheld name in it."""
    return not any(name.is_told_by(word) for name in names)


def _withheld(name: str) -> Withheld:
    return Withheld(folded=tuple(_folded(_words(fold(name))) for fold in FOLDS))


def _folded(words: list[str]) -> _Folded:
    telling = [word for word in words if len(word) >= _SHORTEST or _UNSPACED.search(word)]
    return _Folded(words=frozenset(telling or words), joined=("".join(words), "".join(reversed(words))))


def _with_stems(words: list[str]) -> set[str]:
    """Return words, and those with an s at their end without it: "Holts" tells Holt."""
    return {*words, *(word.removesuffix("s") for word in words if len(word) > _SHORTEST)}


def _is_long(name: str) -> bool:
    return len(name) >= _SHORTEST_PART or _UNSPACED.search(name) is not None


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)
