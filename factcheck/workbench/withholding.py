"""Names that never leave: those of confidential sources, and those that the workspace lists (`fetch.withheld`).

A name counts by its words, whatever their case and accents: an address may not hold all of them, apart or written as
one ("marenholt"), and no search term of ours may be one of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from factcheck.corpus.documents import read_marks
from factcheck.domain import Sensitivity
from factcheck.errors import InputError
from factcheck.text.names import find_names
from factcheck.web.safety import host_of, shown_host

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
class Withheld:
    """A name that never leaves: its telling words, and all its words written as one, in either order."""

    words: frozenset[str]
    joined: tuple[str, ...]

    def stands_in(self, words: list[str]) -> bool:
        """Whether these words have the whole name in them."""
        return self.words.issubset(words) or self._is_part_of(words)

    def is_told_by(self, words: list[str]) -> bool:
        """Whether these words have a part of the name in them."""
        return not self.words.isdisjoint(words) or self._is_part_of(words)

    def _is_part_of(self, words: list[str]) -> bool:
        whole = "".join(words)
        return any(name in whole if _is_long(name) else name in words for name in self.joined)


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
    return tuple(_withheld(words) for words in map(_words, sorted(names)) if words)


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
    words = [*_words(written), *_words(shown_host(host_of(url)))]
    return any(name.stands_in(words) for name in names)


def may_leave(word: str, names: Iterable[Withheld]) -> bool:
    """Whether a search term has no word of a withheld name in it."""
    words = _words(word)
    return not any(name.is_told_by(words) for name in names)


def _withheld(words: list[str]) -> Withheld:
    telling = [word for word in words if len(word) >= _SHORTEST or _UNSPACED.search(word)]
    return Withheld(words=frozenset(telling or words), joined=("".join(words), "".join(reversed(words))))


def _is_long(name: str) -> bool:
    return len(name) >= _SHORTEST_PART or _UNSPACED.search(name) is not None


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _WORD.findall(plain)
