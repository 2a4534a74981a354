"""The trained combiner of a whole article: two steps, and the weights they are read from.

First, is the article about the claim at all; then, which way does it point. News and pages of fact-checkers word that
so differently that each kind has its own weights. Method: logistic regression. For news the second step is asked twice:
of the pair, and of claim and article apart, on which side of the matter each stands. Trained by
`python -m tests.training.article`; `article.json` names the data.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from factcheck.domain import Stance
from factcheck.stance.articles.features import Article, Features, Rarity, bearing, relation, sentence_shares
from factcheck.stance.articles.wordings import wordings
from factcheck.stance.reading.texts import Text

BEARING = (Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED)
"""The stances of an article that is about the claim, in the order of the weights."""
NEWS, CHECK = "news", "check"
MOST_TELLING = 3
APART = 2.0
"""How much the opinion of claim and article apart counts beside that of the pair. Source: five folds of FNC-1 train by
connected headlines and bodies, 2026-12: FNC score .872, macro-F1 .69, F1 of `conflicts` .37; apart alone .867, .68 and
.37; of the pair alone, with boosted trees, .862, .66 and .29."""
_DIGITS = 4
_CHECKS = re.compile(r"fact[- ]check|politifact|truth-o-meter|\bour ruling\b|\bwe rate\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The weights of one linear step: each name has one for each outcome."""

    constant: tuple[float, ...]
    features: Mapping[str, tuple[float, ...]]
    wordings: Mapping[str, tuple[float, ...]]

    def values(self, features: Features, runs: frozenset[str] = frozenset()) -> list[float]:
        """Return the sum for each outcome; the sums are exact, so that no order of the terms can tell."""
        known = [self.wordings[run] for run in runs if run in self.wordings]
        norm = math.sqrt(len(known)) or 1.0
        terms = [[weight * features[name] for weight in weights] for name, weights in self.features.items()]
        terms += [[weight / norm for weight in weights] for weights in known]
        return [math.fsum((start, *(one[at] for one in terms))) for at, start in enumerate(self.constant)]

    def telling(self, runs: frozenset[str], outcome: int) -> tuple[str, ...]:
        """Return the runs of words that speak most for an outcome, most telling first."""
        known = sorted(run for run in runs if run in self.wordings)
        weights = {
            run: self.wordings[run][outcome] - max(self.wordings[run][:outcome] + self.wordings[run][outcome + 1 :])
            for run in known
        }
        chosen = sorted((run for run in known if weights[run] > 0), key=lambda run: -weights[run])
        return tuple(chosen[:MOST_TELLING])


@dataclass(frozen=True, slots=True)
class Sides:
    """On which side of a matter a claim and an article stand: each affirms it, denies it, or leaves it open.

    From the two follows how they stand to each other, so a denial is learned once, wherever it stands, and not anew in
    each pairing.
    """

    claim: Sheet
    article: Sheet

    def shares(self, second: Features, runs: frozenset[str]) -> list[float]:
        """Return how likely each stance of `BEARING` is: of one side, of opposite ones, or open between them."""
        affirms, denies, _ = _softmax(self.claim.values(second, runs))
        affirmed, denied, _ = _softmax(self.article.values(second, runs))
        same, opposite = affirms * affirmed + denies * denied, affirms * denied + denies * affirmed
        return [same, opposite, max(0.0, 1.0 - same - opposite)]


@dataclass(frozen=True, slots=True)
class Pointer:
    """The second step for one kind of article.

    Pages of fact-checkers have no `sides`: what they check is seldom denied by its own words.
    """

    sheet: Sheet
    sides: Sides | None

    def shares(self, second: Features, runs: frozenset[str]) -> list[float]:
        """Return how likely each stance of `BEARING` is, of an article that is about the claim."""
        paired = _softmax(self.sheet.values(second, runs))
        if self.sides is None:
            return paired
        apart = self.sides.shares(second, runs)
        both = [(one * other**APART) ** (1.0 / (1.0 + APART)) for one, other in zip(paired, apart, strict=True)]
        return [one / sum(both) for one in both]


@dataclass(frozen=True, slots=True)
class Combiner:
    """The trained weights: how rare words are, is it about the claim, and which way each kind of article points."""

    rarity: Rarity
    relation: Sheet
    bearing: Mapping[str, Pointer]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the combiner makes of an article: a score for each stance, and the words that tell most."""

    scores: Mapping[Stance, float]
    telling: tuple[str, ...]

    @property
    def stance(self) -> Stance:
        """The likeliest stance."""
        return max(self.scores, key=lambda one: self.scores[one])


def kind_of(article: Article) -> str:
    """Return whether an article is news, or checks what somebody said."""
    return CHECK if _CHECKS.search(article.whole.text) else NEWS


def described(claim: Text, article: Article, rarity: Rarity) -> tuple[Features, Features, frozenset[str]]:
    """Return the features of the first step, those of the second, and the wordings."""
    shares = sentence_shares(claim, article, rarity)
    first = relation(claim, article, rarity)
    return first, {**first, **bearing(claim.text, article, shares)}, wordings(claim, article, shares)


def opinion(claim: Text, article: Article) -> Opinion:
    """Return what the trained weights make of an article."""
    trained = combiner()
    first, second, runs = described(claim, article, trained.rarity)
    about = probability(trained.relation, first)
    pointer = trained.bearing[kind_of(article)]
    shares = pointer.shares(second, runs)
    scores = {stance: round(about * share, _DIGITS) for stance, share in zip(BEARING, shares, strict=True)}
    likeliest = max(range(len(BEARING)), key=lambda at: shares[at])
    return Opinion({**scores, Stance.UNRELATED: round(1.0 - about, _DIGITS)}, pointer.sheet.telling(runs, likeliest))


def probability(sheet: Sheet, first: Features) -> float:
    """Return how likely the article is about the claim."""
    return 1.0 / (1.0 + math.exp(-sheet.values(first)[0]))


def _softmax(values: Sequence[float]) -> list[float]:
    powers = [math.exp(value - max(values)) for value in values]
    return [power / sum(powers) for power in powers]


@lru_cache(1)
def combiner() -> Combiner:
    """Return the trained weights."""
    shipped = resources.files("factcheck.stance.articles").joinpath("article.json")
    found = json.loads(shipped.read_text(encoding="utf-8"))
    return Combiner(
        rarity=Rarity(found["documents"], found["frequencies"]),
        relation=sheet_of(found["relation"]),
        bearing={kind: pointer_of(found[kind]) for kind in (NEWS, CHECK)},
    )


def pointer_of(found: Mapping[str, Any]) -> Pointer:
    """Return the second step of a kind of article as it stands in the file."""
    sides = found.get("sides")
    return Pointer(sheet_of(found), Sides(sheet_of(sides["claim"]), sheet_of(sides["article"])) if sides else None)


def sheet_of(found: Mapping[str, Any]) -> Sheet:
    """Return a sheet as it stands in the file."""
    return Sheet(
        constant=tuple(found["constant"]),
        features={name: tuple(weights) for name, weights in found["features"].items()},
        wordings={run: tuple(weights) for run, weights in found["wordings"].items()},
    )
