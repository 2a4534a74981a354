"""Train `factcheck/claims/page/teasers.json`: `python -m tests.training.teasers ../shared/data > FILE`.

It tells where a glued headline ends.

Headlines and paragraphs of news are joined at random, the headlines of some articles to the paragraphs of others; half
of the headlines have a word with a capital in common with the article's own, as teasers do; a third stand alone.
American headlines are in title case; half of them are set in small letters, each word as the paragraphs mostly write
it, for the British and the web’s manner. Conditional logit over the candidates of each line, fitted by AdaGrad in plain
Python. The first 3,000 documents train, the next 1,000 choose the settings, the last 2,000 are measured.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from factcheck.claims.page.teasers import TEASER_LIMIT, Elsewhere, candidates, counted, features
from factcheck.claims.sentence.grammar import tokenize
from factcheck.text.sentences import split_sentences

NEWS = Path("corpora/news/docs.jsonl.gz")
CASES, EPOCHS, RATE, PENALTY = 45_000, 4, 0.2, 3e-4
SMALL = 2  # one in so many headlines is set in small letters
SHORTENED = 2  # one in so many paragraphs is cut to its first sentence
ALONE = 3  # one in so many headlines stands alone
UNTOLD = 4  # one in so many lines stands alone, without an article that tells its words
AKIN = 2  # one in so many headlines has a word with a capital in common with the article's own
STOPPED = 10  # one in so many headlines has a full stop
NOTHING = 1e-3  # an error from which there is nothing to learn
LEAST = 0.2  # a weight nearer to 0 is left out

Case = tuple[list[list[str]], int]  # the features of each candidate, and which is right


def main(data: Path) -> None:
    """Print the weights as JSON; the accuracies go to stderr."""
    with gzip.open(data / NEWS, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    dice = random.Random(1)
    train = made(documents[:3_000], CASES, dice)
    weights = fitted(train, dice)
    for name, part in (("train", documents[:3_000]), ("dev", documents[3_000:4_000]), ("held", documents[4_000:])):
        for small in (False, True):
            case = "small letters" if small else "title case"
            print(
                f"{name}, {case}: {accuracy(made(part, 2_000, random.Random(2), small), weights):.3f}", file=sys.stderr
            )
    print(json.dumps({k: round(v, 3) for k, v in sorted(weights.items()) if abs(v) >= LEAST}, indent=0))


def made(documents: Sequence[dict[str, str]], count: int, dice: random.Random, small: bool | None = None) -> list[Case]:
    """Join headlines to paragraphs of other articles at random; `small`: all headlines in small letters, or none."""
    titles = [d["title"].strip() for d in documents if 4 <= len(d["title"].split()) <= 16]
    about = _by_name(titles)
    paragraphs = [(k, p) for k, d in enumerate(documents) for p in d["text"].split("\n\n")[1:] if len(p.split()) > 5]
    usual = _usual_case([p for _, p in paragraphs])
    cases: list[Case] = []
    for number, whole in sorted(dice.choices(paragraphs, k=2 * count)):  # by document: its words are counted once
        paragraph = _shortened(whole, dice)
        title = _title(documents[number]["title"], titles, about, dice)
        if dice.randrange(SMALL) == 0 if small is None else small:
            title = _in_small_letters(title, usual)
        if dice.randrange(STOPPED) == 0 and title[-1].isalnum():
            title += "."
        alone = dice.randrange(ALONE) == 0
        line = title if alone else f"{title} {paragraph}"
        tokens = tokenize(line[: 2 * TEASER_LIMIT])
        places = list(candidates(tokens))
        right = next((k for k, at in enumerate(places) if tokens[at].start == len(title) + 1), -1)
        if alone or right >= 0:
            article = _counts(documents[number]["text"]) if dice.randrange(UNTOLD) else Counter()
            elsewhere = Elsewhere(article, counted(whole[: 2 * TEASER_LIMIT - len(title)]) if not alone else Counter())
            found = [features(tokens, at, elsewhere) for at in (*places, len(tokens))]
            cases.append((found, len(places) if alone else right))
    dice.shuffle(cases)
    return cases[:count]


@lru_cache(maxsize=1)
def _counts(text: str) -> Counter[str]:
    return counted(text)


def _by_name(titles: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for title in titles:
        for word in set(_names(title)):
            found.setdefault(word, []).append(title)
    return found


def _names(title: str) -> list[str]:
    return [w for w in title.split() if w[:1].isupper() and len(w) > 3]


def _title(own: str, titles: Sequence[str], about: dict[str, list[str]], dice: random.Random) -> str:
    """Return the headline of another article: one in so many has a name or a capital in common with `own`."""
    if dice.randrange(AKIN) == 0 and (names := _names(own)):
        near = [title for title in about.get(dice.choice(names), []) if title != own.strip()]
        if near:
            return dice.choice(near)
    return dice.choice(titles)


def _usual_case(paragraphs: Sequence[str]) -> Counter[str]:
    """Count how often each word stands inside a sentence in small letters, less how often with a capital."""
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        words = paragraph.split()
        for before, word in pairwise(words):
            if before[-1] not in '.!?:”"':
                plain = word.strip(".,;:!?'\"“”‘’()")
                counts[plain.lower()] += 1 if plain.islower() else -1
    return counts


def _in_small_letters(title: str, usual: Counter[str]) -> str:
    first, *others = title.split()
    return " ".join([first, *(w.lower() if usual[w.strip(".,;:!?'\"“”‘’()").lower()] > 0 else w for w in others)])


def _shortened(paragraph: str, dice: random.Random) -> str:
    """Leave some paragraphs their first sentence alone, some of those without its full stop, as pull quotes are set."""
    if dice.randrange(SHORTENED):
        return paragraph
    first = paragraph[slice(*split_sentences(paragraph)[0])]
    return first.rstrip(".") if dice.randrange(2) else first


def fitted(cases: list[Case], dice: random.Random) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    for _ in range(EPOCHS):
        dice.shuffle(cases)
        for found, right in cases:
            likely = probabilities(found, weights)
            for index, names in enumerate(found):
                error = likely[index] - (index == right)
                if abs(error) < NOTHING:
                    continue
                for name in names:
                    slope = error + PENALTY * weights.get(name, 0.0)
                    squares[name] = squares.get(name, 1e-6) + slope * slope
                    weights[name] = weights.get(name, 0.0) - RATE * slope / math.sqrt(squares[name])
    return weights


def probabilities(found: list[list[str]], weights: dict[str, float]) -> list[float]:
    """Return how likely each candidate is."""
    sums = [sum(weights.get(name, 0.0) for name in names) for names in found]
    most = max(sums)
    parts = [math.exp(value - most) for value in sums]
    return [part / sum(parts) for part in parts]


def accuracy(cases: list[Case], weights: dict[str, float]) -> float:
    """Return the share of lines whose likeliest candidate is right."""
    hits = 0
    for found, right in cases:
        likely = probabilities(found, weights)
        hits += max(range(len(found)), key=likely.__getitem__) == right
    return hits / len(cases)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
