"""Words as an index keeps them: folded, and stemmed by the language of their text.

The stems are Snowball's, one algorithm a language; a text whose language is not known, or has no algorithm, is stemmed
as English, which leaves other words mostly alone. A word is stemmed with its accents, which some algorithms need, and
then folded, so that whoever types none finds it all the same.

Source: M. F. Porter, "Snowball: a language for stemming algorithms", 2001.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

import Stemmer

from factcheck.text.chunks import Chunks
from factcheck.text.words import fold, folded_word, spelt_words, stem

ALGORITHMS: Mapping[str, str] = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639-1 code -> Snowball's name."""
OTHERWISE = "english"
LONGEST = 80
"""Letters of a word that are kept: the longest of a dictionary has some 70, and what is longer is noise."""
WORDS_KEPT = 200_000
"""Spellings whose stems stay known, the vocabulary of a large archive; some 30 MB a language."""

_ELIDING = frozenset(["catalan", "french", "italian"])
_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|(?:de|ne|a|su|da|que)ll|un)['’ʼ](?=\w)", re.IGNORECASE
)
"""The article or pronoun that is written as one with the word behind it: l'économie, dell'acqua."""
_AVAILABLE = frozenset(Stemmer.algorithms())


class _Stems(dict[str, str]):
    """Spelling -> the word as an index keeps it, by one algorithm."""

    def __init__(self, algorithm: str) -> None:
        super().__init__()
        self._algorithm = algorithm
        self.chunks = Chunks(lambda chunk: " ".join(map(self.__getitem__, spelt_words(chunk))))

    def __missing__(self, spelt: str) -> str:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[spelt] = _kept(spelt, self._algorithm)[:LONGEST]
        return found


_STEMS: dict[str, _Stems] = {}


def primary_language(code: str) -> str:
    """Return the language of a code without its region or script: "de" of "de-AT", "DE_de"."""
    return code.strip().casefold().replace("_", "-").partition("-")[0]


@lru_cache(256)
def algorithm_of(language: str) -> str:
    """Return Snowball's algorithm for a language, given by its code."""
    found = ALGORITHMS.get(primary_language(language), OTHERWISE)
    return found if found in _AVAILABLE else OTHERWISE


def index_text(text: str, language: str = "") -> str:
    """Return the words of a text, in order, as an index keeps them, between blanks.

    `language`: of the text, "" if nobody knows.
    """
    return " ".join(filter(None, _stems(algorithm_of(language)).chunks.of(_composed(text))))


def index_words(text: str, language: str = "") -> list[str]:
    """Return the words of a text, in order, as an index keeps them. `language`: of the text, "" if nobody knows."""
    return index_text(text, language).split()


def asked_words(text: str, algorithms: Iterable[str]) -> list[tuple[str, ...]]:
    """Return for each word of what is asked for the forms that texts stemmed by these algorithms have it in."""
    known = [_stems(algorithm) for algorithm in algorithms]
    return [tuple(dict.fromkeys(stems[word] for stems in known)) for word in spelt_words(_composed(text))]


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text)


def _stems(algorithm: str) -> _Stems:
    return _STEMS.get(algorithm) or _STEMS.setdefault(algorithm, _Stems(algorithm))


def _kept(spelt: str, algorithm: str) -> str:
    if algorithm in _ELIDING:
        spelt = _ELISION.sub("", spelt, count=1)
    folded = folded_word(spelt)
    if algorithm == OTHERWISE:
        return stem(folded)
    if not folded.isalpha() or len(folded) > LONGEST:
        return folded
    accented = spelt.casefold()
    # A stemmer keeps the word it works on as state, so each call has its own: faces call this from several threads.
    return fold(Stemmer.Stemmer(algorithm, 0).stemWord(accented if fold(accented) == folded else folded))


__all__ = ["ALGORITHMS", "OTHERWISE", "algorithm_of", "asked_words", "index_text", "index_words", "primary_language"]
