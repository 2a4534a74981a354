"""What a claim and a whole article have in common, as numbers: what the article's combiner is told.

Two groups. *Relation*: how much of the claim the article says, weighted by how rare the words are in news (the table
of document frequencies stands with the weights). *Bearing*: words of doubt, denial and report in the claim, at the
head of the article and around the sentences that answer the claim, and what the comparators say of these.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factcheck.stance.judging import Look, look_at
from factcheck.stance.lexicon import meanings
from factcheck.stance.pair import Text, is_name, read
from factcheck.stance.polarity import negation
from factcheck.text.words import Word

LEAD_SENTENCES = 3
BEST_SENTENCES = 3
"""Sentences that answer most of the claim, each judged with its neighbours."""
RARE = 0.5
"""Document frequency of a word that the table does not have."""

_WORDED = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "false": r"fake[ds]?|hoax(?:es)?|false(?:ly)?|untrue|not true|bogus|fabricat\w*|made up|myths?|debunk\w*|"
        r"satir\w*|photoshop\w*|prank\w*|fictio\w*|incorrect\w*|inaccurate\w*|wrong(?:ly)?|mistaken(?:ly)?|not real|"
        r"misleading|baseless|unfounded|nonsense|retract\w*|pants on fire|lie[sd]?|lying|no truth|didn['’]t happen|"
        r"never happened|disprov\w*|discredit\w*|refut\w*|dismiss\w*|shoots? down|shot down|ridiculous|exaggerat\w*",
        "deny": r"den(?:y|ies|ied|ying|ial)|reject\w*|disput\w*|contradict\w*|no evidence|no proof|not the case|"
        r"rul(?:e|es|ed|ing) out|no (?:plans?|indication|sign)|did(?: not|n['’]t)|was(?: not|n['’]t)|"
        r"were(?: not|n['’]t)|is(?: not|n['’]t)|has(?: not|n['’]t)|have(?: not|n['’]t)",
        "doubt": r"doubts?|doubtful|sceptic\w*|skeptic\w*|question(?:s|ed|ing|able)?|unclear|unverif\w*|unconfirmed|"
        r"not (?:been )?(?:confirmed|verified|clear)|yet to (?:confirm|verify|be)|could not (?:be )?\w*|unlikely|"
        r"dubious|suspicio\w*|no word|independently|authentic\w*",
        "hedge": r"alleged(?:ly)?|alleg\w*|reported(?:ly)?|apparent(?:ly)?|supposed(?:ly)?|purported(?:ly)?|rumou?r\w*|"
        r"claim(?:s|ed|ing)?|speculat\w*|may|might|could|possibl[ey]|perhaps|believed|suspected|suggest\w*|appears?|"
        r"seems?|likely|potential(?:ly)?|if true|is said to",
        "report": r"according to|reports?|reporting|sources?|said|says|told|tells|tweet\w*|posted|statement|spokes\w+|"
        r"interview\w*|cited|citing|wrote|added",
        "confirm": r"confirm(?:s|ed|ing|ation)?|announc\w*|reveal\w*|verif(?:y|ied|ies)|official(?:s|ly)?|proof|"
        r"proves?|proved|admit\w*|acknowledg\w*|indeed|in fact|evidence",
        "but": r"but|however|although|though|despite|yet|actually|instead|while|whereas|nevertheless|turns out|except",
    }.items()
}
CUES: Mapping[str, re.Pattern[str]] = {
    **_WORDED,
    "asking": re.compile(r"\?"),
    "quoting": re.compile(r"[“”\"]|‘(?=\w)|(?<=\s)'(?=\w)"),
}
"""Words by which a text says how far it stands behind what it reports, by kind."""
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Article:
    """An article read once: its sentences' words and their cues."""

    whole: Text
    sentences: tuple[tuple[Word, ...], ...]
    stems: Mapping[str, int]
    bigrams: frozenset[tuple[str, str]]
    cues: tuple[Mapping[str, int], ...]
    negations: tuple[int, ...]


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
        cues=tuple(cues_of(text[start:end]) for start, end in whole.sentences),
        negations=tuple(sum(negation(word) for word in words) for words in sentences),
    )


def cues_of(text: str) -> dict[str, int]:
    """Count the words of each kind of cue."""
    return {name: len(pattern.findall(text)) for name, pattern in CUES.items()}


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
    return {**_cue_features(read(claim), article, places), **_looked(looks)}


def _looked(looks: Sequence[Look]) -> Features:
    found: Features = {}
    for name in LOOKED:
        values = [getattr(one.signs, name) for one in looks] or [0.0]
        found[f"first {name}"] = values[0]
        found[f"most {name}"] = max(values)
    return found


def _cue_features(claim: Text, article: Article, places: Sequence[int]) -> Features:
    ours = cues_of(claim.text)
    last = len(article.cues)
    near = sorted({other for at in places for other in (at - 1, at, at + 1) if 0 <= other < last})
    regions = {
        "best": list(places),
        "near": near,
        "lead": list(range(min(LEAD_SENTENCES, last))),
        "whole": list(range(last)),
    }
    found: Features = {}
    for name, count in ours.items():
        found[f"claim {name}"] = min(1.0, count)
        for region, chosen in regions.items():
            total = sum(article.cues[at][name] for at in chosen)
            found[f"{region} {name}"] = total / (len(chosen) or 1) if region == "whole" else min(1.0, total / 3)
            if region != "whole":
                found[f"{region} any {name}"] = float(total > 0)
    negated = sum(negation(word) for word in claim.words)
    found["claim negated"] = min(1.0, negated)
    for region, chosen in regions.items():
        found[f"{region} negated"] = min(1.0, sum(article.negations[at] for at in chosen) / (len(chosen) or 1))
    refuted = float(ours["false"] > 0)
    for region in ("best", "near", "lead"):
        theirs = found[f"{region} any false"]
        found[f"{region} parity"] = refuted * (1 - theirs) + (1 - refuted) * theirs
        found[f"{region} both false"] = refuted * theirs
    found["place"] = places[0] / last if last and places else 0.0
    found["opening"] = float(bool(places) and places[0] < LEAD_SENTENCES)
    return found
