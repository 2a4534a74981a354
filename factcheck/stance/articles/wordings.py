"""The words by which an article tells where it stands, counted by place: in the claim, at its head, beside the claim.

They are runs of one and two words, kept or not, never how often; figures count as one word. Which of them tell
anything was learned (`article.json`). What is said of the matter itself is no wording: a run counts only if articles on
many matters have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.stance.articles.features import LEAD_SENTENCES, TAIL_SENTENCES, Article, best_places
from factcheck.stance.reading.texts import Text
from factcheck.text.words import Word

FIGURE, OPENS, CLOSES = "0", "^", "$"


def wordings(claim: Text, article: Article, shares: Sequence[float]) -> frozenset[str]:
    """Return the runs of words as `place:words`; the places are claim, best, lead, tail and whole."""
    best = [article.sentences[at] for at in best_places(shares)]
    found = {
        "claim": [claim.words],
        "best": best,
        "lead": article.sentences[:LEAD_SENTENCES],
        "tail": article.sentences[-TAIL_SENTENCES:],
        "whole": article.sentences,
    }
    return frozenset(f"{place}:{run}" for place, texts in found.items() for run in _runs(texts))


def _runs(sentences: Iterable[Sequence[Word]]) -> Iterator[str]:
    for words in sentences:
        spelt = [OPENS, *(FIGURE if word.is_number else word.folded for word in words), CLOSES]
        yield from spelt
        yield from (f"{one} {other}" for one, other in pairwise(spelt))
