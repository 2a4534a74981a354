"""Words of a text with their places, folded for comparison and stemmed.

Folding drops case, accents, curly apostrophes and a possessive 's; stems are Snowball English (Porter 2), which leaves
words of other languages mostly alone. Hyphenated words are split; a number with its separators is one word.

Source: M. F. Porter, "Snowball: a language for stemming algorithms", 2001.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from factcheck.text.runs import without_marks

_CACHED_WORDS = 65_536  # distinct spellings kept: a news archive uses about as many often; some 15 MB when full
_TEXTS_KEPT = 256  # the passages that a claim or two retrieve, with their titles
_LONGEST_STEMMED = 40  # longer "words" are noise (base64, a line without blanks); stemming them only costs time

_WORD = re.compile(
    r"[^\W\d_]{2,}(?:['’ʼ][^\W\d_]+)*\d*"  # doesn't  O’Neill's  MP3; most words, so it is tried first
    r"|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?"  # 40,000  2.5  7th
    r"|(?:(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\b[A-Za-z]\.[A-Za-z]\b)(?:['’ʼ]s\b)?"  # U.S.  a.m.  U.S.'s  (from the) U.S
    r"|[^\W\d_](?:['’ʼ][^\W\d_]+)*\d*"  # a  I'm  G20
)
_WORD_OF_ASCII = re.compile(_WORD.pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"\d", "[0-9]"))
"""The same for a text without other letters and digits: a quarter faster, since no category need be asked."""
_PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'"}
    | dict(zip("łŁøØđĐıæÆœŒ", ("l", "L", "o", "O", "d", "D", "i", "ae", "AE", "oe", "OE"), strict=True))
)
"""Apostrophes, and letters with a stroke, which Unicode does not take apart."""
_ABBREVIATIONS = {"us": "usa", "uk": "uk"}

_STOP_WORDS = """
    a about above after again all also although am an and any are aren't as at be because been before being between
    both but by can cannot can't could couldn't did didn't do does doesn't doing don't down during each else etc for
    from further had hadn't has hasn't have haven't having he he'd he'll her here here's hers herself he's him himself
    his how however i i'd if i'll i'm in into is isn't it its it's itself i've just let's may me might more most must
    mustn't my myself no nor not of off on once only or other ought our ours ourselves out over own per same shall she
    she'd she'll she's should shouldn't since so some such than that that's the their theirs them themselves then there
    there's these they they'd they'll they're they've this those though through to too under until up upon us very was
    wasn't we we'd we'll were we're weren't we've what what's when where whether which while who whom whose why will
    with within without won't would wouldn't yet you you'd you'll your you're yours yourself yourselves you've
    said say says saying told"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Folded words that carry grammar, not content, in news English (and "said": every report has it)."""


NAMES_LIKE_STOP_WORDS = frozenset(["May", "WHO"])
"""The month, and the World Health Organization: as they are written, they are no small words."""


class Word(NamedTuple):
    """A word at `[start, end)` of its text; `folded` and `stem` are for comparing, never for showing.

    `is_stop`: it carries no content of its own; `is_number`: it starts with a digit. A tuple, since a check makes tens
    of thousands of them: three times as fast to make as a frozen dataclass; and what its spelling alone tells is told
    once for each spelling.
    """

    start: int
    end: int
    text: str
    folded: str
    stem: str
    is_stop: bool
    is_number: bool


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]` in order; places count from the start of `text`."""
    stop = len(text) if end is None else end
    pattern = _WORD_OF_ASCII if text.isascii() or without_marks(text).isascii() else _WORD
    new = tuple.__new__  # what `Word(…)` comes to, at half the time
    return [new(Word, found.span() + _forms(found[0])) for found in pattern.finditer(text, start, stop)]


@lru_cache(_TEXTS_KEPT)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a whole text; kept for the texts read last, since what is found is judged next."""
    return tuple(split_words(text))


def folded_words(text: str) -> tuple[list[str], frozenset[str]]:
    """Return the content words of `text`, folded and in order, and the stems of all its words."""
    words = words_of(text)
    content = [word.folded for word in words if not word.is_stop]
    return content, frozenset([word.stem for word in words])


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that say something."""
    return frozenset([word.stem for word in split_words(text) if not word.is_stop])


def spelt_words(text: str) -> list[str]:
    """Return the words of `text` in order, as they are spelt."""
    return _WORD.findall(text)


def folded_word(spelt: str) -> str:
    """Return one word folded, as `Word.folded` has it."""
    return _forms(spelt)[1]


def accented(word: Word) -> str:
    """Return a word as it is folded, but with its accents, which stemmers of other languages than English need."""
    if word.text.isascii():
        return word.folded
    kept = unicodedata.normalize("NFC", word.text).casefold()
    return kept if fold(kept) == word.folded else word.folded


@lru_cache(_CACHED_WORDS)
def fold(text: str) -> str:
    """Return `text` without case, accents and typographic apostrophes, for comparison."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return text.casefold()


@lru_cache(_CACHED_WORDS)
def stem(folded: str) -> str:
    """Return the Snowball English stem of one folded word."""
    if len(folded) > _LONGEST_STEMMED or not folded.isascii() or folded[:1].isdigit():
        return folded
    # A stemmer keeps the word it works on as state, so each call has its own: faces call this from several threads.
    stemmed: str = Stemmer.Stemmer("english", 0).stemWord(folded)
    return stemmed


@lru_cache(_CACHED_WORDS)
def _forms(text: str) -> tuple[str, str, str, bool, bool]:
    """Return what a word of this spelling has, but for its place: the spelling first."""
    whole = fold(text)
    folded = whole.removesuffix("'s") or whole or text  # "James ʼs": an apostrophe that is a letter
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
        folded = _ABBREVIATIONS.get(folded, folded)
    elif text == "US":  # the country; the pronoun is never written so outside headlines in capitals
        folded = "usa"
    elif folded[0].isdigit():
        folded = _plain_number(folded)
    return text, folded, stem(folded), folded in STOP_WORDS and text not in NAMES_LIKE_STOP_WORDS, text[0].isdigit()


def _plain_number(folded: str) -> str:
    """Return a number without thousands separators, so that 40,000 and 40000 are one word."""
    return folded.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", folded) else folded
