"""Names that never leave: those of confidential sources, and those that the workspace lists (`fetch.withheld`).

A name counts by its words, whatever their case and accents: an address may not hold all of them, and no search term of
ours may be one of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from factcheck.corpus.documents import read_marks
from factcheck.domain import Sensitivity
from factcheck.errors import InputError
from factcheck.text.names import find_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_SHORTEST = 3
"""Letters of a word of a name that counts; shorter ones (initials, "de") stand in every other name."""
_WORD = re.compile(r"[^\W_]+")


def withheld_names(bench: Workbench) -> tuple[frozenset[str], ...]:
    """Return the names that never leave, each as its words."""
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
    return tuple(words for words in map(_words, sorted(names)) if words)


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


def holds_name(url: str, names: Iterable[frozenset[str]]) -> bool:
    """Whether all words of a withheld name stand in an address."""
    words = _words(unquote_plus(url))
    return any(name <= words for name in names)


def may_leave(word: str, names: Iterable[frozenset[str]]) -> bool:
    """Whether a search term has no word of a withheld name in it."""
    words = _words(word)
    return not any(words & name for name in names)


def _words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(word for word in _WORD.findall(plain) if len(word) >= _SHORTEST)
