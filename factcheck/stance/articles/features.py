"""What a claim and a whole article have in common, as numbers: what the article's combiner is told.

Two groups. *Relation*: how much of the claim the article says, weighted by how rare the words are in news (the table
of document frequencies stands with the weights). *Bearing*: words of doubt, denial and report in the claim, at the
head of the article and around the sentences that answer the claim, and what the comparators say of these.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factcheck.stance.judging import Look, look_at
from factcheck.stance.predicates.cues import cues_of
from factcheck.stance.reading.lexicon import meanings
from factcheck.stance.reading.texts import Text, is_name, read
from factcheck.text.words import Word

LEAD_SENTENCES = 3
TAIL_SENTENCES = 6
"""Sentences at the end, where a fact-check sums up and news gives the other side."""
BEST_SENTENCES = 3
"""Sentences that answer most of the claim, each judged with its neighbours."""
RARE = 0.5
"""Document frequency of a word that the table does not have."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Article:
    """An article read once: its sentences' words and their cues."""

    whole: Text
    sentences: tuple[tuple[Word, ...], ...]
    stems: Mapping[str, int]
    bigrams: frozenset[tuple[str, str]]
    cues: tuple[Mapping[str, int], ...]


@lru_cache(8)
def read_article(text: str) -> Article:
    """Read an article; kept for the texts used last, since many claims meet one article."""
    whole = read(text)
    sentences = tuple(_by_sentence(whole.words, whole.sentences))
    content = [word.stem for word in whole.content]
    return Article(
        whole=whole,
        sentences=sentences,
        stems=Counter(content),
        bigrams=frozenset(pairwise(content)),
        cues=tuple(
            cues_of(words, text[start:end]) for words, (start, end) in zip(sentences, whole.sentences, strict=True)
        ),
    )


def _by_sentence(words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> Iterable[tuple[Word, ...]]:
    at = 0
    for _, end in sentences:
        begin = at
        while at < len(words) and words[at].start < end:
            at += 1
        yield tuple(words[begin:at])


class Rarity:
    """How telling a word is: its inverse document frequency in news."""

    def __init__(self, documents: int, counts: Mapping[str, int]) -> None:
        self._documents = documents
        self._counts = counts

    def of(self, stem: str) -> float:
        """Return the inverse document frequency of a stem."""
        return math.log((self._documents + 1) / (self._counts.get(stem, RARE) + 0.5))


def relation(claim: Text, article: Article, rarity: Rarity) -> Features:
    """Return how much of the claim the article says."""
    weights = {word.stem: rarity.of(word.stem) for word in claim.content}
    total = sum(weights.values()) or 1.0
    found = {stem: article.stems.get(stem, 0) for stem in weights}
    shares = sentence_shares(claim, article, rarity)
    ranked = [*sorted(shares, reverse=True), 0.0, 0.0, 0.0]
    norm = math.sqrt(sum((1 + math.log(n)) ** 2 * rarity.of(one) ** 2 for one, n in article.stems.items())) or 1.0
    dot = sum((1 + math.log(n)) * weights[one] ** 2 for one, n in found.items() if n)
    own = math.sqrt(sum(one**2 for one in weights.values())) or 1.0
    stems = [word.stem for word in claim.content]
    pairs = list(pairwise(stems))
    names = {word.stem for word in claim.content if is_name(word)}
    numbers = {word.stem for word in claim.content if word.is_number}
    lead = set().union(*({word.stem for word in words} for words in article.sentences[:LEAD_SENTENCES]), set())
    rarest = sorted(weights, key=lambda one: (-weights[one], one))[:3]
    length = len(article.whole.words)
    return {
        "cosine": dot / (norm * own),
        "covered": sum(weights[one] for one, n in found.items() if n) / total,
        "counted": sum(1 for n in found.values() if n) / (len(found) or 1),
        "best": ranked[0],
        "second": ranked[1],
        "third": ranked[2],
        "lead": sum(weights[one] for one in weights if one in lead) / total,
        "pairs": sum(pair in article.bigrams for pair in pairs) / (len(pairs) or 1),
        "names": sum(one in article.stems for one in names) / len(names) if names else 0.5,
        "numbers": sum(one in article.stems for one in numbers) / len(numbers) if numbers else 0.5,
        "rarest": sum(bool(found[one]) for one in rarest) / (len(rarest) or 1),
        "bm25": sum(weights[o] * n * 2.2 / (n + 1.2 * (0.25 + 0.75 * length / 400)) for o, n in found.items()) / total,
        "often": sum(math.log1p(n) for n in found.values()) / (len(found) or 1),
        "claim length": min(1.0, len(weights) / 15),
        "length": math.log1p(length) / 8,
    }


def sentence_shares(claim: Text, article: Article, rarity: Rarity) -> list[float]:
    """Return for each sentence the share of the claim's weight that it has."""
    weights = {word.stem: rarity.of(word.stem) for word in claim.content}
    total = sum(weights.values()) or 1.0
    by_meaning: dict[str, set[str]] = {}
    for one in weights:
        for meaning in meanings(one):
            by_meaning.setdefault(meaning, set()).add(one)
    shares = []
    for words in article.sentences:
        stems = {word.stem for word in words}
        there = {one for one in stems if one in weights}
        for one in stems - there if by_meaning else ():
            for meaning in meanings(one):
                there |= by_meaning.get(meaning, set())
        shares.append(sum(weights[one] for one in sorted(there)) / total)
    return shares


def best_places(shares: Sequence[float]) -> list[int]:
    """Return the places of the sentences that answer most of the claim, best first."""
    return sorted(range(len(shares)), key=lambda at: (-shares[at], at))[:BEST_SENTENCES]


def window(article: Article, at: int) -> tuple[int, int]:
    """Return the bounds of a sentence with its neighbours."""
    bounds = article.whole.sentences
    return bounds[max(0, at - 1)][0], bounds[min(len(bounds) - 1, at + 1)][1]


LOOKED = (
    *("coverage", "topic", "share", "against", "agreed", "blocked", "unshared", "lost", "differing", "clashing"),
    *("denied", "hedged", "asking", "reporting", "conflicts", "corroborates"),
)


def bearing(claim: str, article: Article, shares: Sequence[float]) -> Features:
    """Return what tells which way the article points."""
    places = best_places(shares)
    looks = [look_at(claim, article.whole.text[slice(*window(article, at))]) for at in places]
    return {**_cue_features(read(claim), article, shares, places), **_looked(looks)}


def _looked(looks: Sequence[Look]) -> Features:
    found: Features = {}
    for name in LOOKED:
        values = [getattr(one.signs, name) for one in looks] or [0.0]
        found[f"first {name}"] = values[0]
        found[f"most {name}"] = max(values)
    return found


def _cue_features(claim: Text, article: Article, shares: Sequence[float], places: Sequence[int]) -> Features:
    ours = cues_of(claim.words, claim.text)
    regions = _regions(len(article.cues), places)
    found: Features = {}
    for name, count in ours.items():
        found[f"claim {name}"] = min(1.0, count)
        for region, chosen in regions.items():
            total = sum(article.cues[at][name] for at in chosen)
            found[f"{region} {name}"] = min(1.0, total / 3)
            found[f"{region} any {name}"] = float(total > 0)
        every = sum(cues[name] for cues in article.cues)
        found[f"whole {name}"] = every / (len(article.cues) or 1)
        found[f"count {name}"] = math.log1p(every) / 4
        beside = [share for share, cues in zip(shares, article.cues, strict=True) if cues[name]]
        found[f"beside {name}"] = max(beside, default=0.0)
    for name in ("false", "deny", "negated"):
        mine = float(ours[name] > 0)
        for region in regions:
            theirs = found[f"{region} any {name}"]
            found[f"{region} parity {name}"] = mine * (1 - theirs) + (1 - mine) * theirs
            found[f"{region} both {name}"] = mine * theirs
    found["place"] = places[0] / len(shares) if places else 0.0
    found["opening"] = float(bool(places) and places[0] < LEAD_SENTENCES)
    return found


def _regions(sentences: int, places: Sequence[int]) -> dict[str, Sequence[int]]:
    """Return the places of the sentences where cues are counted: those that answer, their neighbours, both ends."""
    return {
        "first": places[:1],
        "best": places,
        "near": sorted({other for at in places for other in (at - 1, at, at + 1) if 0 <= other < sentences}),
        "lead": range(min(LEAD_SENTENCES, sentences)),
        "tail": range(max(0, sentences - TAIL_SENTENCES), sentences),
    }
