"""A part of what came in or was spent: "raised £800,000 from its shops alone" contradicts no total of £5 million.

Levels: *a part* (the source says by "alone" of what its figure is, or by "from" where money came in from, and the claim
does not say that); *no part told*. Asked only of a figure smaller than the claim's.
"""

from __future__ import annotations

import re
from itertools import groupby

from factcheck.domain import Quantity, Span
from factcheck.stance.reading.lexicon import synonyms
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import Text, words_between
from factcheck.text.words import Word, fold, stem

_WHAT = r"(?:[\w’'-]+ ){1,6}?"
_ALONE = re.compile(
    rf"\b(?:from|in|on|at|through|to|for) (?P<what>{_WHAT})alone\b"
    r"|\ballein (?:aus|in|im|mit|bei|durch|für|am?) (?P<was>[^\W\d][\w-]*(?: [^\W\d][\w-]*){0,4})",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|aus) (?P<what>[^\W\d][\w’'-]*(?: [^\W\d][\w’'-]*){0,3})", re.IGNORECASE)
_PARTED = re.compile(r"[;:()!?\d]|\b(?:and|but|while|whereas|although|und|aber|während)\b", re.IGNORECASE)
"""What stands between a figure and words that are not of it: another clause, or another figure."""
_PRICE = re.compile(r"\b(?:for|für|to|auf) (?:\w+ )?\Z")
"""What stands before a price, so that who is behind "from" has sold, and before a level, "from" which it came."""
_COMING_IN = frozenset(
    stem(fold(word))
    for word in (
        *("raise", "raised", "raises", "earn", "make", "made", "take", "took", "takes", "collect", "receive", "gain"),
        *("generate", "net", "netted", "gross", "bring", "brought", "get", "got", "income", "revenue", "profit"),
        *("turnover", "takings", "donations", "einnehmen", "nahm", "nahmen", "eingenommen", "verdiente", "verdienten"),
        *("erlöste", "erlösten", "erhielt", "erhielten", "sammelte", "sammelten", "Einnahmen", "Umsatz", "Gewinn"),
    )
)
"""By what money comes in: what is stolen or bought from somebody is no part of it."""
_NO_PART = frozenset(
    """start beginning outset day days week weeks month months year years now then today yesterday scratch abroad
    beginn anfang""".split()  # noqa: SIM905
)
"""What behind "from" tells a time or a way."""


def of_money_part(pair: Pair, other: Quantity, bounds: tuple[int, int]) -> Span | None:
    """Return the words by which a sentence (`bounds`) says of a figure that it is of a part only, or None."""
    return said_alone(pair, other, bounds) or _came_from(pair, other, bounds)


def said_alone(pair: Pair, other: Quantity, bounds: tuple[int, int]) -> Span | None:
    """Return where a sentence says by "alone" of what a figure is, in words that the claim has not all."""
    for found in _ALONE.finditer(pair.passage.text, *bounds):
        runs = _runs(pair, found, "what")[-1:] or _runs(pair, found, "was")[:1]
        told = any(not has_word(pair.claim, word) for run in runs for word in run)
        if told and _is_of(pair, other, found):
            return Span(found.start(), found.end(), found.group())
    return None


def _came_from(pair: Pair, other: Quantity, bounds: tuple[int, int]) -> Span | None:
    text = pair.passage.text
    if _PRICE.search(text, bounds[0], other.span.start) or _COMING_IN.isdisjoint(pair.claim.stems):
        return None
    for found in _FROM.finditer(text, *bounds):
        told = next(iter(_runs(pair, found, "what")), [])
        bare = not told or any(one.folded in _NO_PART or has_word(pair.claim, one) for one in told)
        if not bare and _is_of(pair, other, found):
            return Span.cut(text, found.start(), told[-1].end)
    return None


def _runs(pair: Pair, found: re.Match[str], name: str) -> list[list[Word]]:
    """Return the words of content of a group, parted by its small words."""
    words = words_between(pair.passage.words, *found.span(name)) if found[name] else ()
    return [list(run) for small, run in groupby(words, key=lambda word: word.is_stop) if not small]


def _is_of(pair: Pair, other: Quantity, found: re.Match[str]) -> bool:
    """Whether no other clause or figure stands between a figure and words; before it, a comma may end them."""
    text = pair.passage.text
    if found.start() >= other.span.end:
        between = text[other.span.end : found.start()]
        return "," not in between and _PARTED.search(between) is None
    return _PARTED.search(text, found.end(), other.span.start) is None


def has_word(claim: Text, word: Word) -> bool:
    """Whether a claim has a word, or one that says the same."""
    return word.stem in claim.stems or any(synonyms(word.stem, one) for one in claim.content_stems)
