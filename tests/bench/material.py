"""What the benchmarks work on, made by seed from template sentences: claims, articles and a corpus of passages.

Where ../shared/data/corpora/news is there, the corpus is real news instead (read in place, kept only in the temporary
workspace): real word frequencies are what makes retrieval slow.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

MARK = "Zorvik"
"""Stands at the start of every claim of the big workspace, so that the first frame is known by it."""

NEAR = 2
"""Sentences more or fewer that an article of real news may have."""
_SENTENCE_END = re.compile(r"[.!?][”\"]?(?=\s|$)")
PASSAGE_WORDS = 50
PASSAGES_PER_DOCUMENT = 5
NEWS = Path(__file__).resolve().parents[3] / "shared/data/corpora/news/docs.jsonl.gz"

TOWNS = ("Ostwick", "Hallow Quay", "Upper Lenn", "Corrin", "Mardle", "Penrake", "Stourne", "Willoway", "Brackmere")
PEOPLE = ("Maren Holt", "Tobias Fenn", "Idris Calder", "Rosa Penhale", "Anselm Roe", "Wanda Strick", "Piet Lorne")
THINGS = ("bridge", "library", "harbour wall", "swimming bath", "school roof", "market hall", "tram line", "clinic")
VERBS = ("repair", "close", "sell", "extend", "insure", "survey", "paint", "lease")
ENDS = (
    "after a debate of three hours",
    "although the engineers had warned against it",
    "because the grant runs out in spring",
    "before the contract was signed",
    "in spite of a petition from residents",
)
DAYS = ("on Monday", "on Tuesday", "last Friday", "in March", "three weeks ago", "this autumn")


def sentence(dice: random.Random) -> str:
    """Return a made-up sentence of local news, with a name, a number and a date."""
    town, person, thing = dice.choice(TOWNS), dice.choice(PEOPLE), dice.choice(THINGS)
    what = (
        f"to {dice.choice(VERBS)} the {thing} for £{dice.randint(2, 990)},000 {dice.choice(DAYS)} {dice.choice(ENDS)}"
    )
    shape = dice.randrange(4)
    if shape == 0:
        return f"{town} Council voted by {dice.randint(8, 30)} to {dice.randint(1, 7)} {what}."
    if shape == 1:
        return f"{person} said that the council of {town} had agreed {what}."
    if shape == 2:
        return f"“We have decided {what},” said {person}, the leader of {town} Council."
    return f"About {dice.randint(3, 90)}% of the people of {town} want the council {what}, {person} said."


def article(sentences: int, seed: int) -> str:
    """Return an article of so many sentences, four to a paragraph, under a date line and a headline."""
    dice = random.Random(seed)
    body = [sentence(dice) for _ in range(sentences)]
    paragraphs = [" ".join(body[i : i + 4]) for i in range(0, len(body), 4)]
    return "\n\n".join(["14 November 2024", f"Council news, number {seed}", *paragraphs]) + "\n"


def articles(count: int, sentences: int) -> list[str]:
    """Return articles of about so many sentences: the last ones of the real news, where that is there.

    The corpus begins with the first ones. Made-up articles have three figures a sentence, twice as many as news.
    """
    if not NEWS.is_file():
        return [article(sentences, seed) for seed in range(count)]
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        near = (text for text in texts if abs(len(_SENTENCE_END.findall(text)) - sentences) <= NEAR)
        return list(deque(near, maxlen=count))


def article_of_words(words: int, seed: int) -> str:
    """Return an article of about so many words."""
    text = article(10, seed)
    return article(10 * words // len(text.split()), seed)


def claims(count: int, seed: int) -> Iterator[str]:
    """Yield the words of claims."""
    dice = random.Random(seed)
    return (f"{MARK} {number}: {sentence(dice)}" for number in range(1, count + 1))


def chunks(seed: int) -> Iterator[str]:
    """Yield passages without end: of real news where it is there, else of template sentences."""
    if NEWS.is_file():
        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            for line in lines:
                words = json.loads(line)["text"].split()
                yield from (" ".join(words[i : i + PASSAGE_WORDS]) for i in range(0, len(words), PASSAGE_WORDS))
    dice = random.Random(seed)
    while True:
        yield " ".join(sentence(dice) for _ in range(2))


def write_corpus(path: Path, passages: int, seed: int) -> None:
    """Write a corpus of so many paragraphs as JSONL, five to a document, with some about the articles' own matters."""
    source, dice = chunks(seed), random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(passages // PASSAGES_PER_DOCUMENT):
            paragraphs = [*islice(source, PASSAGES_PER_DOCUMENT - 1), " ".join(sentence(dice) for _ in range(2))]
            record = {"title": f"Document {number}", "published": "2024-11-01", "text": "\n\n".join(paragraphs)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
