"""The learned half of check-worthiness: a logistic regression over readable features and single words.

The weights stand in `worthiness.json`, one line each, and were fitted by `tests/quality/train_worthiness.py` on
ClaimBuster's two-class train part. Words of modality and of the future are no features: debates punish them, and news
reports are made of them. Nothing is learned here; scoring is a sum.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from factcheck.domain import DateValue, Name, Quantity
from factcheck.text.words import folded_word, spelt_words, stem

NUMBER = "#"  # stands for every number
LONG, SHORT = 15, 6  # words
TELLING = 0.5  # a word with less weight is not named as a reason
_KEYS_KEPT = 16_384  # spellings whose key is kept: an archive of news uses about as many often
_LONGEST = 4.0  # ln(words + 1) of a sentence that counts as longest

_PAST = re.compile(r"\b(?:was|were|had|did|voted|said|been|[a-z]{3,}ed)\b")
_MODAL_WORDS = """
    will would shall should may might could can cannot must going gonna if let want need i'll we'll you'll he'll she'll
    they'll it'll won't wouldn't can't couldn't shouldn't"""
_MODAL = frozenset(_MODAL_WORDS.split())
_FIRST = frozenset(["i", "my", "me", "mine"])
_SECOND = frozenset(["you", "your"])


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights: of the features by name, of words by their stem."""

    bias: float
    features: Mapping[str, float]
    words: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the shipped weights."""
    table = json.loads(
        resources.files("factcheck.claims.checkable").joinpath("worthiness.json").read_text(encoding="utf-8")
    )
    return Weights(table["bias"], table["features"], table["words"])


@lru_cache(_KEYS_KEPT)
def told_by(spelt: str) -> tuple[str, str]:
    """Return the key of a word in the table ("" for one that is no feature), and the person that it speaks in or to."""
    folded = folded_word(spelt)
    person = "first person" if folded in _FIRST else "second person" if folded in _SECOND else ""
    if folded in _MODAL:
        return "", person
    return NUMBER if spelt[0].isdigit() else stem(folded), person


def word_key(spelt: str) -> str:
    """Return the key of a word in the table, or "" for one that is no feature."""
    return told_by(spelt)[0]


def readable_features(
    text: str,
    words: Sequence[str],
    *,
    quantities: tuple[Quantity, ...],
    dates: tuple[DateValue, ...],
    names: tuple[Name, ...],
) -> dict[str, float]:
    """Return the readable features of a sentence of these words, by name; absent ones are 0."""
    persons = {told_by(word)[1] for word in words}
    found = {
        "numbers": float(min(2, len(quantities))),
        "per cent": any(q.unit in ("%", "pp") for q in quantities),
        "money": any(len(q.unit) == 3 and q.unit.isupper() for q in quantities),  # noqa: PLR2004 - ISO 4217
        "digits": any(word[0].isdigit() for word in words),
        "date": bool(dates),
        "names": min(3, len(names)) / 3,
        "past tense": min(2, len(_PAST.findall(text))) / 2,
        "first person": "first person" in persons,
        "second person": "second person" in persons,
        "question": text.rstrip().endswith("?"),
        "length": min(1.0, math.log1p(len(words)) / _LONGEST),
        "short": len(words) < SHORT,
        "long": len(words) >= LONG,
    }
    return {name: float(value) for name, value in found.items() if value}


def probability(
    text: str, *, quantities: tuple[Quantity, ...], dates: tuple[DateValue, ...], names: tuple[Name, ...]
) -> tuple[float, tuple[str, ...]]:
    """Return how probably people would check `text` (0..1), and the words that speak for it most, heaviest first."""
    table, words = weights(), spelt_words(text)
    features = readable_features(text, words, quantities=quantities, dates=dates, names=names)
    keyed = {key: word for word in words if (key := word_key(word)) in table.words}
    total = table.bias + sum(table.features.get(name, 0.0) * value for name, value in features.items())
    total += sum(table.words[key] for key in keyed)
    telling = sorted((key for key in keyed if key != NUMBER), key=lambda key: (-table.words[key], key))
    return 1 / (1 + math.exp(-total)), tuple(keyed[key] for key in telling if table.words[key] >= TELLING)


__all__ = ["Weights", "probability", "readable_features", "weights", "word_key"]
