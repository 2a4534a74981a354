"""Score how much text that scraping glues into an article leaks into its claims.

Real news articles are damaged by a seeded script: teasers of other articles before and behind paragraphs, labels,
captions and credits, the headlines being those of other articles in the data. A piece leaks where a claim overlaps it
by a word. The claims of the undamaged article must stay: those that are gone are counted too.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.claims import extract_claims
from tests.quality.rows import Row, bootstrap

NEWS = Path("corpora/news/docs.jsonl.gz")
ARTICLES = 20
WORDS = (250, 900)
EVERY = 2  # a piece for every second paragraph
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
LEAST_OVERLAP = 4  # characters: a word

CREDITS = ("Elin Marsh", "Tom Okafor", "Hanna Weiss", "Luis Prado", "Mei Tanaka", "Omar Haddad")
AGENCIES = ("Reuters", "AP", "AFP", "Getty Images", "EPA")
LABELS = (
    "Advertisement",
    "Story continues below",
    "Share this article",
    "Sign up for our newsletter",
    "Most read",
    "Related materials:",
    "Read more:",
    "Recommended",
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """An article with foreign text in it, and where that stands."""

    text: str
    pieces: list[tuple[int, int]]


def score(data: Path, *, seed: int, sample: int | None = None) -> list[Row]:
    """Return the share of foreign pieces that leak, and the share of claims lost, over ARTICLES articles."""
    if not (data / NEWS).is_file():
        return []
    dice = random.Random(seed)
    documents = _documents(data / NEWS)
    titles = [str(one["title"]) for one in documents if 5 <= len(str(one["title"]).split()) <= 14]
    chosen = dice.sample(documents, min(sample or ARTICLES, ARTICLES))
    counts = [_count(one, damage(one["text"], titles, dice)) for one in chosen]
    measures: dict[str, Callable[[Sequence[tuple[int, int, int, int]]], float]] = {
        "set-aside text leaking": lambda some: _ratio(sum(c[0] for c in some), sum(c[1] for c in some)),
        "claims lost by damage": lambda some: _ratio(sum(c[2] for c in some), sum(c[3] for c in some)),
    }
    return [
        Row("damage", f"seed {seed}", name, of(counts), *bootstrap(counts, of, seed=seed), sum(c[1] for c in counts))
        for name, of in measures.items()
    ]


def _documents(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    low, high = WORDS
    return [one for one in found if low <= len(one["text"].split()) <= high and one["text"].count("\n\n") >= 4]


def damage(text: str, titles: Sequence[str], dice: random.Random) -> Damaged:
    """Glue foreign pieces to a share of the paragraphs of a text; the first paragraph stays whole."""
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    at = 0
    for number, paragraph in enumerate(text.split("\n\n")):
        before, after = ("", "") if not number or number % EVERY else _pieces(titles, dice)
        whole = f"{before}{paragraph}{after}\n\n"
        if before:
            pieces.append((at, at + len(before.rstrip())))
        if after:
            end = at + len(before) + len(paragraph)
            pieces.append((end + len(after) - len(after.lstrip()), end + len(after)))
        parts.append(whole)
        at += len(whole)
    return Damaged("".join(parts), pieces)


def _pieces(titles: Sequence[str], dice: random.Random) -> tuple[str, str]:
    """Return what stands before and behind a paragraph: one of the two."""
    title, credit, agency = dice.choice(titles), dice.choice(CREDITS), dice.choice(AGENCIES)
    kinds = (
        (f"See also {title} ", ""),
        (f"Read more: {title}\n\n", ""),
        (f"{dice.choice(LABELS)}\n\n", ""),
        (f"Related: {title}\n\n", ""),
        ("", f"\n\nPhotograph: {credit}/{agency}"),
        ("", f" Photo: {credit} / {agency}"),
        ("", f"\n\nREAD MORE: {title}"),
        ("", f"\n\n{dice.choice(LABELS)}\n\n{title}"),
    )
    return dice.choice(kinds)


def _count(document: dict[str, Any], damaged: Damaged) -> tuple[int, int, int, int]:
    """Return pieces leaked, pieces, claims lost, claims."""
    day = document.get("date", "")
    published = date.fromisoformat(day) if ISO_DAY.fullmatch(day) else None
    claims = extract_claims(damaged.text, published=published).claims
    leaked = sum(any(_overlap((c.start, c.end), piece) >= LEAST_OVERLAP for c in claims) for piece in damaged.pieces)
    before = extract_claims(document["text"], published=published).claims
    kept = {claim.verbatim for claim in claims}
    return leaked, len(damaged.pieces), sum(claim.verbatim not in kept for claim in before), len(before)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
