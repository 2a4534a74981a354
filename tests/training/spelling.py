"""Train the weights of `stance/spelling.py`: `python -m tests.training.spelling > factcheck/stance/spelling.json`.

Needs scikit-learn and wordfreq (Speer, "rspeer/wordfreq", 2022), which the product does not. For each of the most
frequent words of English, German and 23 other languages in Latin letters: how much more frequent it is in English or
German than in any other, foretold by ridge regression from the runs of three and four letters in it. No word of the
lists is kept. A minute on one core.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections import Counter
from typing import Any

from factcheck.stance.spelling import runs_of

READ = ("en", "de")
OTHERS = tuple("tr pt ro nl pl sv da nb es it fr cs hu fi sh sk sl ca id lt lv is ms".split())  # noqa: SIM905
MOST_READ, MOST_OTHERS = 60_000, 20_000
"""Words taken of a language that is read, and of another."""
LEAST_FREQUENT = 3e-7
"""Added to each frequency: what a list has not may still be a word."""
WIDEST = 5.0
"""The most that one word tells, on the scale of twice the decimal logarithm of the ratio."""
FEWEST = 120
"""Words that a run of letters must stand in."""
LEAST_WEIGHT, PENALTY = 0.15, 5.0
_WORD = re.compile(r"[^\W\d_]{2,}")


def main() -> None:
    """Train, and print the weights as JSON."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import Ridge

    tables = {one: _frequencies(one, MOST_READ if one in READ else MOST_OTHERS) for one in (*READ, *OTHERS)}
    words = sorted(set[str]().union(*tables.values()))
    told = Counter(run for word in words for run in runs_of(word))
    kept = {run for run, count in told.items() if count >= FEWEST}
    vectors = DictVectorizer()
    rows = vectors.fit_transform([dict.fromkeys(runs_of(word) & kept, 1.0) for word in words])
    found = [_told(word, tables) for word in words]
    fitted: Any = Ridge(alpha=PENALTY, solver="sparse_cg", max_iter=300)
    fitted.fit(rows, [value for value, _ in found], sample_weight=[weight for _, weight in found])
    weights = zip(vectors.get_feature_names_out(), fitted.coef_, strict=True)
    runs = {str(run): round(float(weight), 1) for run, weight in weights if abs(weight) >= LEAST_WEIGHT}
    json.dump({"base": round(float(fitted.intercept_), 2), "runs": runs}, sys.stdout, ensure_ascii=False)


def _frequencies(language: str, most: int) -> dict[str, float]:
    import wordfreq

    words = [word for word in wordfreq.top_n_list(language, most) if _WORD.fullmatch(word) and _is_latin(word)]
    return {word: wordfreq.word_frequency(word, language) for word in words}


def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in word)


def _told(word: str, tables: dict[str, dict[str, float]]) -> tuple[float, float]:
    """Return how much more frequent a word is in what is read than elsewhere, and how much that counts."""
    ours = max(tables[one].get(word, 0.0) for one in READ)
    theirs = max(tables[one].get(word, 0.0) for one in OTHERS)
    ratio = 2 * math.log10((ours + LEAST_FREQUENT) / (theirs + LEAST_FREQUENT))
    return max(-WIDEST, min(WIDEST, ratio)), math.log10(max(ours, theirs) / 1e-7) + 0.3


if __name__ == "__main__":
    main()
