"""Fit the two sheets that say on which side of their matter a claim and an article stand (`matters.py`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from factcheck.domain import Stance
from factcheck.stance.articles.features import Features
from factcheck.stance.predicates.cues import KINDS
from tests.training.matters import ARTICLE, CLAIM, Matters, State, Text, bettered, guessed, matters_of
from tests.training.sheets import Fitted, fit, indicators_of, known_runs, unevenness

FEWEST_STORIES = {CLAIM: 6, ARTICLE: 30}
"""Stories that have a run of words; fewer and it is of the matter, not of the manner."""
FEATURE_SCALE = {CLAIM: 0.2, ARTICLE: 0.06}
"""Of a standardised feature beside the unit vector of the wordings."""
DENIERS = 2.0
"""Weight of a text that denies: there are few."""
SPREAD = 0.5
"""A text counts as the size of its story to the power of minus this: else five stories of 191 were a third of all."""
PENALTY = 1.0
FITS = 2
"""Source of these: cross-validation on FNC-1 train, 2026-12; values beside them change macro-F1 by less than .01."""
_DENYING = ("false", "deny", "negated")


class Described(Protocol):
    """A related pair: its texts, the story of the article, what they have in common."""

    claim: str
    article: str
    groups: tuple[str, str]
    gold: Stance
    second: Features
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of one kind: `mean` is of the rows of a text (a row for each pair), `indicators` and `rows` by text."""

    texts: tuple[Text, ...]
    names: tuple[str, ...]
    runs: dict[str, int]
    indicators: Any
    rows: Any
    weights: Any

    def fit(self, states: dict[Text, State], kind: str) -> Fitted:
        import numpy as np

        members = np.array([states[one] for one in self.texts]) * self.weights[:, None]
        members[:, 1] *= DENIERS
        uneven = unevenness(self.indicators, members)
        return fit(self.indicators, self.rows, members, uneven, penalty=PENALTY, scale=FEATURE_SCALE[kind])


def fit_sides(examples: Sequence[Described]) -> dict[str, Any]:
    """Return the sheets of claim and article; the outcomes are affirms, denies, leaves open."""
    matters = matters_of((one.claim, one.article, one.gold) for one in examples)
    texts = {CLAIM: _claims(examples), ARTICLE: _articles(examples)}
    states = guessed(matters, _denying(examples))
    for _ in range(FITS - 1):
        states = _bettered(matters, states, texts)
    return {kind: some.fit(states, kind).written(some.names, some.runs) for kind, some in texts.items()}


def _bettered(matters: Matters, states: dict[Text, State], texts: dict[str, _Texts]) -> dict[Text, State]:
    likely: dict[Text, Sequence[float]] = {}
    for kind, some in texts.items():
        found = some.fit(states, kind).likely(some.indicators, some.rows)
        likely |= {text: [float(one) for one in row] for text, row in zip(some.texts, found, strict=True)}
    return bettered(matters, states, likely)


def _denying(examples: Sequence[Described]) -> dict[Text, float]:
    """Return how many kinds of words of denial each headline has, and each article at its head."""
    found: dict[Text, float] = {}
    for one in examples:
        for text, place in (((CLAIM, one.claim), "claim"), ((ARTICLE, one.article), "lead")):
            found[text] = sum(one.second[f"{place} {name}"] for name in _DENYING)
    return found


def _claims(examples: Sequence[Described]) -> _Texts:
    once = list({one.claim: one for one in examples}.values())
    return _texts(CLAIM, once, [(CLAIM, one.claim) for one in once])


def _articles(examples: Sequence[Described]) -> _Texts:
    return _texts(ARTICLE, examples, [(ARTICLE, one.article) for one in examples])


def _texts(kind: str, examples: Sequence[Described], owners: Sequence[Text]) -> _Texts:
    """Return the texts that own the examples; what several examples say of one text is averaged."""
    import numpy as np
    from scipy.sparse import csr_matrix

    names = tuple(name for name in examples[0].second if (name in _OF_CLAIM) is (kind == CLAIM) and _is_cue(name))
    runs = [[run for run in one.runs if run.startswith("claim:") is (kind == CLAIM)] for one in examples]
    stories = [one.groups[1] for one in examples]
    known = known_runs(runs, stories, FEWEST_STORIES[kind])
    texts = tuple(dict.fromkeys(owners))
    place = {text: at for at, text in enumerate(texts)}
    at = np.array([place[one] for one in owners])
    mean = csr_matrix((1.0 / np.bincount(at)[at], (at, np.arange(len(at)))))
    story = dict(zip(owners, stories, strict=True))
    size = Counter(story.values())
    weights = np.array([size[story[one]] ** -SPREAD for one in texts])
    rows = mean @ np.array([[one.second[name] for name in names] for one in examples])
    return _Texts(texts, names, known, mean @ indicators_of(runs, known), rows, weights / weights.mean())


_OF_CLAIM = frozenset(f"claim {kind}" for kind in KINDS)


def _is_cue(name: str) -> bool:
    """Whether a feature is of one text alone: its cues, and where the article answers the claim."""
    place, _, what = name.partition(" ")
    return what.removeprefix("any ") in KINDS or (place in ("place", "opening") and not what)
