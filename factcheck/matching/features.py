"""What a claim and a passage share in words: the features of the re-ranker, each 0..1.

A text is read once and kept, since the claims of one article meet the same passages.

Tried and left out (CheckThat 2020 train and WiCE dev, cross-validated, 2026-11): `partial_ratio` and four-letter grams
gained nothing (no weight was held at zero or above in that run); shares of names and of all words alike, neighbouring
words, the longest run in common and the length of the passage got no weight once none might be negative. Similarity of
the title by itself gained .005 on CheckThat and cost the seed recall, so it counts only with the passage's own share.
Beside those that are here, the rarity of words in the whole corpus, synonyms (WordNet), words alike in their first five
letters, the share of the title that is in the claim, a listwise loss, and boosted trees over 55 such features changed
MAP@5 on CheckThat by .005 at most, either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from factcheck.domain import Hit, Term
from factcheck.matching.neighbours import alone, beside
from factcheck.matching.posts import split_signature, spoken
from factcheck.matching.rarity import part, rarity_of, share
from factcheck.matching.terms import NAME_WEIGHT
from factcheck.text.languages.stems import OTHERWISE, algorithm_of, asked_words, index_words
from factcheck.text.names.spellings import spelling_key
from factcheck.text.words import fold, folded_words, stem, words_of

FEATURES = (
    "bm25",  # beside the best of the query
    "strength",  # bm25 for each word asked: low everywhere where nothing fits
    "coverage",  # share of the claim's terms found in passage or title, rare ones counting more
    "numbers",  # the same of its numbers
    "token_set",  # rapidfuzz, on folded content words; so is the next
    "token_sort",
    "headline",  # token_sort with the title, times the share of the terms in the passage itself
    "beside",  # share of the terms that passages near it in its source add
    "alone",  # its rarest term, among the passages of its source
)
WITH_MEANING = (*FEATURES, "meaning")  # the last: how near in meaning (`semantic`), where that is asked for

STRONG = 8.0
"""BM25 for each word asked that says as much as any more would: the word is rare and stands in a short passage."""
_TEXTS_KEPT = 2048
"""Texts that stay read: those that 40 claims retrieve 50 passages each from. Some 10 MB when full."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim as the re-ranker sees it: its words, those folded, and stem -> how much the term counts in the query.

    `spelt`: stem -> the term, as it is asked for; `stems`: of the terms, in their order.
    """

    words: str
    folded: str
    weights: dict[str, float]
    spelt: dict[str, str]
    stems: tuple[str, ...]


@lru_cache(_TEXTS_KEPT)
def read(text: str) -> tuple[frozenset[str], str]:
    """Return the stems of a text and its folded content words."""
    content, stems = folded_words(text)
    return stems, " ".join(content)


def ask(text: str, terms: Sequence[Term]) -> Asked:
    """Read a claim with the terms it was searched by."""
    words = spoken(split_signature(text)[0])
    stems = [stem(fold(term.text)) for term in terms]
    weights = {one: term.weight for one, term in zip(stems, terms, strict=True)}
    spelt = {one: term.text for one, term in zip(stems, terms, strict=True)}
    return Asked(words, read(words)[1], weights, spelt, tuple(stems))


def shared(asked: Asked, text: str, language: str = "") -> set[str]:
    """Return the terms (their stems) that stand in a text: by its own language, and names however they are spelt."""
    found = asked.weights.keys() & read(text)[0]
    algorithm = algorithm_of(language)
    if algorithm != OTHERWISE:
        kept = _kept(text, language)
        missing = asked.weights.keys() - found
        found |= {one for one in missing if any(kept.issuperset(forms) for forms in _forms(asked, one, algorithm))}
    names = [one for one in asked.weights.keys() - found if asked.weights[one] >= NAME_WEIGHT]
    return found | {one for one in names if spelling_key(asked.spelt[one]) in _spellings(text)}


@lru_cache(_TEXTS_KEPT)
def _kept(text: str, language: str) -> frozenset[str]:
    return frozenset(index_words(text, language))


def _forms(asked: Asked, one: str, algorithm: str) -> list[tuple[str, ...]]:
    return asked_words(asked.spelt[one], [algorithm])


@lru_cache(_TEXTS_KEPT)
def _spellings(text: str) -> frozenset[str]:
    """Return the keys of the words of a text that are written as names."""
    return frozenset([spelling_key(word.text) for word in words_of(text) if word.text[0].isupper()]) - {""}


def vectors(asked: Asked, hits: Sequence[Hit], best: float = 0.0) -> list[tuple[float, ...]]:
    """Return the features of each hit, in the order of `FEATURES`. `best`: a BM25 that is at least the highest."""
    texts = [(read(hit.passage.text)[1], read(hit.source.title)[1]) for hit in hits]
    inside = [shared(asked, hit.passage.text, hit.source.language) for hit in hits]
    titles = [shared(asked, hit.source.title, hit.source.language) for hit in hits]
    found = [some | more for some, more in zip(inside, titles, strict=True)]
    rarity = rarity_of(asked.weights, found)
    numbers = frozenset(one for one in asked.weights if one[0].isdigit())
    best = max(best, max((hit.bm25 for hit in hits), default=0.0))
    asked_for = sum(asked.weights.values()) * STRONG
    near, rarest = beside(hits, inside, rarity), alone(hits, inside, asked.weights)
    return [
        (
            part(hit.bm25, best),
            min(1.0, part(hit.bm25, asked_for)),
            share(everywhere, rarity, rarity),
            share(everywhere & numbers, numbers, rarity),
            fuzz.token_set_ratio(asked.folded, text) / 100,
            fuzz.token_sort_ratio(asked.folded, text) / 100,
            fuzz.token_sort_ratio(asked.folded, title) / 100 * share(here, rarity, rarity) if title else 0.0,
            added,
            rare,
        )
        for hit, here, everywhere, (text, title), added, rare in zip(
            hits, inside, found, texts, near, rarest, strict=True
        )
    ]


def with_meaning(asked: Asked, hits: Sequence[Hit], best: float = 0.0) -> list[tuple[float, ...]]:
    """Return the features of each hit, in the order of `WITH_MEANING`; needs the extra `semantic`."""
    from factcheck.matching.semantic import nearness

    near = nearness(asked.words, [(hit.passage.text, hit.source.title) for hit in hits])
    return [(*vector, meaning) for vector, meaning in zip(vectors(asked, hits, best), near, strict=True)]
