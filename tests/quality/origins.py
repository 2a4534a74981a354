"""Origins: is a dispatch with another header, cut or lightly reworded one origin with the original, and nothing else?

Planted by seed in real news: every article of a sample is an original; of some, variants follow as other papers would
print them. *Recall*: variants whose origin is that of their original. *Precision*: of the
variants, of unrelated articles that quote two sentences of another one, and of roundups that carry several in brief,
those that were joined to an article, and rightly so.

`python -m tests.quality.origins` also joins by resemblance alone: the same library's MinHash and its index (word
3-grams, threshold .3). Measured 2026-12, 2,000 articles, ours / by resemblance / the sketch of our own that stood here
before (one word 5-gram in four): all .989 / .859 / .983, precision .999 / 1.000 / .997, briefs .936 / .032 / .944.
A brief resembles little the text that it is contained in: ours counts what both share, from resemblance and sizes. The
articles that are joined as they are share half of their grams, by count, as do the two variants that count as wrong.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.preparing import prepare
from factcheck.domain import Document, Source
from tests.quality.parts import records, sampled
from tests.quality.rows import Row, bootstrap

ARTICLES, FEWEST_WORDS = 2_000, 150
EVERY = 8
"""One article in so many gets a variant of each kind."""
BRIEF_WORDS = 50
OTHER_WORDS = {
    "said": "stated", "began": "started", "people": "residents", "government": "administration", "however": "but",
    "about": "around", "after": "following", "because": "since", "many": "numerous", "showed": "displayed",
    "police": "officers", "children": "kids", "large": "big", "new": "fresh", "first": "initial", "help": "assist",
    "now": "currently", "while": "as", "over": "across", "between": "among", "also": "too",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A text that follows the originals; `of`: the number of the original whose origin it has, None for no one's."""

    text: str
    of: int | None
    kind: str


def framed(text: str, dice: random.Random) -> str:
    """Return a text under another header and byline."""
    place, day = dice.choice(("HARWICK", "UPPER LENN", "CORRIN")), dice.randint(1, 28)
    byline = dice.choice(("Maren Holt", "Tobias Fenn", "Anselm Roe"))
    return f"{place}, May {day} (Northern Press) — {text}\n\nReporting by {byline}. All rights reserved."


def cut(text: str, dice: random.Random) -> str:
    """Return the first half or so of its sentences."""
    sentences = _sentences(text)
    return " ".join(sentences[: max(4, int(len(sentences) * dice.uniform(0.4, 0.7)))])


def thinned(text: str, dice: random.Random) -> str:
    """Return a text without four of ten sentences."""
    kept = [one for one in _sentences(text) if dice.random() < 0.6]
    return " ".join(kept) if len(kept) > 3 else text


def reworded(text: str, dice: random.Random) -> str:
    """Return a text with words left out or replaced, one in twenty and more."""
    kept = (word for word in text.split() if dice.random() > 0.04)
    return " ".join(OTHER_WORDS.get(word, word) if dice.random() < 0.7 else word for word in kept)


def tenth(text: str, dice: random.Random) -> str:
    """Return a text with a tenth of its words, wherever they stand, replaced by others of its own."""
    words = text.split()
    return " ".join(dice.choice(words) if dice.random() < 0.1 else word for word in words)


def brief(text: str, dice: random.Random) -> str:
    """Return the first words of a text under another header: a dispatch in short."""
    return framed(" ".join(text.split()[:BRIEF_WORDS]) + ".", dice)


def everything(text: str, dice: random.Random) -> str:
    """Return a text cut, reworded and framed."""
    return framed(reworded(cut(text, dice), dice), dice)


KINDS: tuple[Callable[[str, random.Random], str], ...] = (framed, cut, thinned, reworded, tenth, brief, everything)


def plant(articles: Sequence[str], seed: int) -> list[Planted]:
    """Return the variants of every `EVERY`th article, and as many articles that quote another one, and roundups."""
    dice = random.Random(seed)
    planted = []
    for number in range(0, len(articles), EVERY):
        planted += [Planted(kind(articles[number], dice), number, kind.__name__) for kind in KINDS]
    for number in range(0, len(articles), EVERY):
        quoted = _sentences(articles[number])[:2]
        own = reworded(" ".join(_shuffled(articles[number - 1].split(), dice)), dice)
        planted.append(Planted(f"{own[: len(own) // 2]} {' '.join(quoted)} {own[len(own) // 2 :]}", None, "quoting"))
    for number in range(0, len(articles) - EVERY, EVERY):
        parts = articles[number : number + EVERY]
        planted.append(Planted("\n\n".join(brief(one, dice) for one in parts), None, "roundup"))
    return planted


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score our own method on the news corpus found under `data`."""
    return [row for articles in _articles(data, seed, sample) for row in rows(articles, seed, joined)]


def rows(articles: Sequence[str], seed: int, join: Callable[[Sequence[str]], list[int]]) -> Iterator[Row]:
    """Yield the figures of a method: texts in, for each the number of the first text of its origin, out."""
    planted = plant(articles, seed)
    leaders = join([*articles, *(one.text for one in planted)])
    found = list(zip(planted, leaders[len(articles) :], strict=True))
    for kind in (*(kind.__name__ for kind in KINDS), ""):
        right = [float(leader == leaders[one.of]) for one, leader in found if one.of is not None and kind in one.kind]
        yield Row("corpora", "origins", f"recall {kind or 'of all'}", _mean(right), *_interval(right, seed), len(right))
    taken = [(one, leader) for one, leader in found if leader < len(articles)]
    rightly = [float(one.of is not None and leader == leaders[one.of]) for one, leader in taken]
    yield Row("corpora", "origins", "precision", _mean(rightly), *_interval(rightly, seed), len(rightly))
    again = sum(leader != number for number, leader in enumerate(leaders[: len(articles)])) / len(articles)
    yield Row("corpora", "origins", "articles joined to another as they are", again, again, again, len(articles))


def joined(texts: Sequence[str]) -> list[int]:
    """Add the texts to a document store, in order."""
    with tempfile.TemporaryDirectory() as scratch:
        store = DocumentStore(Path(scratch, "documents.db"))
        store.add([(None, prepare(_document(number, text))) for number, text in enumerate(texts)])
        origins = [source.origin for source in store.sources()]
        store.close()
    return [int(origin) for origin in origins]


def _minhash(texts: Sequence[str], threshold: float = 0.3) -> list[int]:
    """Join by MinHash of word 3-grams and the library's own index: by resemblance alone."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=64)
    hashes, leaders = [], []
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.casefold())
        made = RMinHash(num_perm=128, seed=42)
        made.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
        near = max(((made.jaccard(hashes[at]), -at) for at in index.query(made)), default=(0.0, 0))
        leaders.append(leaders[-near[1]] if near[0] >= threshold else number)
        hashes.append(made)
        index.insert(number, made)
    return leaders


def _articles(data: Path, seed: int, sample: int | None) -> Iterator[list[str]]:
    path = data / "corpora" / "news" / "docs.jsonl.gz"
    if path.is_file():
        texts = [one["text"] for one in records(path) if len(one["text"].split()) >= FEWEST_WORDS]
        yield sampled(texts, seed=seed, sample=min(sample or ARTICLES, ARTICLES))


def _document(number: int, text: str) -> Document:
    digest = hashlib.sha256(f"{number}:{text}".encode()).hexdigest()
    return Document(source=Source(id=digest, digest=digest, origin=str(number)), text=text)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def _shuffled(words: list[str], dice: random.Random) -> list[str]:
    return dice.sample(words, len(words))


def _interval(values: Sequence[float], seed: int) -> tuple[float, float]:
    return bootstrap(values, _mean, seed=seed)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def main(data: Path) -> None:
    """Print the figures of our method and of resemblance alone side by side."""
    for articles in _articles(data, 1, None):
        for name, method in (("ours", joined), ("alike", _minhash)):
            for row in rows(articles, 1, method):
                print(f"{name:8} {row.measure:40} {row.value:.3f} of {row.n}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
