"""What a change of words touches: names, numbers, dates, negation, quotations; then a person looks at it by itself.

Both texts are read, and what they hold of each kind is compared in its order, so that two names that changed places
count. Beside these, other words are a touch of their own, since opposites are words like all others ("cheaper",
"dearer"; "before", "after") and no list has them all, nor is one word for another ever sure to say the same ("killed",
"murdered"). So only articles and the like, another spelling of a word and marks between words touch nothing. In doubt
something is touched: to look at one claim more costs a minute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from factcheck.review.aligning import form_of
from factcheck.stance.reading.lexicon import DENIALS, NEGATORS
from factcheck.stance.reading.negations import is_negative
from factcheck.text.dates.finding import find_dates
from factcheck.text.diff import MOST_WORDS, Change, diff_words
from factcheck.text.names.finding import find_names
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quotations import find_quotations
from factcheck.text.words import split_words

_NEGATE_WORDS = """
    barely scarcely rarely seldom few little nowhere unless except instead nicht kein keine keinen keiner keinem keines
    nie niemals nichts niemand ohne weder kaum ne pas jamais aucun aucune sans ni nunca"""
_NEGATE = frozenset(_NEGATE_WORDS.split())
"""Words that negate or nearly do, beside those that stances know; German, French and Spanish ones, too."""
_COUNT_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth last once twice thrice half double triple dozen
    dozens hundreds thousands millions billions all every each both most many several some any majority minority only
    almost nearly more less fewer alle jeder beide viele mehrere einige nur erste zweite dritte halb doppelt mehr
    weniger"""
_COUNT = frozenset(_COUNT_WORDS.split())
"""Words that say how many, or the how manieth, without a figure."""
_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis")
"""What turns "legal" into "illegal". Source: the prefixes of `stance.lexicon`, and mis-."""
_POINTING = frozenset(
    [
        *("a", "an", "the", "this", "that", "these", "those"),
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "eines", "einer"),
    ]
)
"""Words that only point at what follows."""
OTHER_WORDS = "other words"
_SPELLINGS = (
    (re.compile("(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ite)"), "or"),
    (re.compile("(?<=[a-z]{2})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile("(?<=al|ra)ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile("(?<=[a-z][bt])re(?=s?$)"), "er"),
    (re.compile("(?<=[a-z]el)l(?=(?:ed|ing|er|ers)$)"), ""),
    (re.compile("ß"), "ss"),
)
"""How a word is written on both sides of the Atlantic, and in Switzerland: "colour", "realise", "metre"."""
_DIGIT = re.compile(r"\d")
_ANY_DAY = date(2000, 1, 1)
"""Both texts are read with the same day: only whether they say the same counts."""


def touched(before: str, now: str) -> tuple[str, ...]:
    """Return what a change of words touches, in words; empty where it touches none of these."""
    old, new = form_of(before).text, form_of(now).text
    if len(split_words(old)) > MOST_WORDS or len(split_words(new)) > MOST_WORDS:
        return ("more words than are compared",)
    held = [name for name, read in _HELD.items() if read(old) != read(new)]
    taken, put = _changed_words(old, new)
    if any(map(_DIGIT.search, (*taken, *put))):
        held.append("numbers")
    if _turns_round(taken, put) or _turns_round(put, taken):
        held.append("negation")
    if not held and _said(old, stops=bool(_negation(old))) != _said(new, stops=bool(_negation(new))):
        return (OTHER_WORDS,)
    return tuple(name for name in _HELD if name in held)


def _said(text: str, *, stops: bool) -> list[str]:
    """Return the words of a text in order, each in one spelling, without those that only point; and that it asks.

    `stops`: with the marks between words, which say how far a "not" reaches ("No, ships left").
    """
    words = [_spelt(word.folded) for word in split_words(text) if word.folded not in _POINTING]
    return [*words, *re.findall(r"[?]", text), *(re.findall(r"[,;:()–—]", text) if stops else [])]


def _spelt(word: str) -> str:
    for pattern, written in _SPELLINGS:
        word = pattern.sub(written, word)
    return word


def _names(text: str) -> list[str]:
    """The names, and every word with a capital that does not open a sentence."""
    inner = re.findall(r"(?<=[^\s.!?:\"'(])[\s,;-]+([^\W\d_a-z]\w*)", text)
    return [*(name.name for name in find_names(text)), *inner]


def _numbers(text: str) -> list[object]:
    figures = [(one.low, one.high, one.unit, one.noun, one.operator) for one in find_quantities(text)]
    words = (word.folded for word in split_words(text))
    return [*figures, *(word for word in words if word in _COUNT or _DIGIT.search(word))]


def _dates(text: str) -> list[str]:
    found = find_dates(text, anchor=_ANY_DAY, unresolved=True)
    return [f"{one.iso} {one.span.text if one.span else ''}" for one in found]


def _negation(text: str) -> list[str]:
    words = split_words(text)
    return [one.folded for one in words if _negates(one.folded, one.stem)]


def _negates(folded: str, stemmed: str) -> bool:
    return is_negative(folded, stemmed) or folded in NEGATORS or folded in _NEGATE or stemmed in DENIALS


def _quotations(text: str) -> list[str]:
    return [*(one.text for one in find_quotations(text)), *re.findall(r"\"", text)]


_HELD: dict[str, Callable[[str], Sequence[object]]] = {
    "names": _names,
    "numbers": _numbers,
    "dates": _dates,
    "negation": _negation,
    "quotations": _quotations,
}
"""What is read of a text, by what a change of it touches."""


def _changed_words(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the words that were taken out and put in, folded."""
    changed = [one for one in diff_words(old, new) if one.change is not Change.SAME]
    return list(_words(one.left.text for one in changed)), list(_words(one.right.text for one in changed))


def _words(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield from (word.folded for word in split_words(text))


def _turns_round(taken: Sequence[str], put: Sequence[str]) -> bool:
    """Tell whether a word took a prefix that says the contrary."""
    return any(f"{prefix}{word}" in put for word in taken for prefix in _PREFIXES)
