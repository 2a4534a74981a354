"""Suggestions on real news: of what `check` proposes for whole articles, how much is right?

`python -m tests.quality.suggestions --data ../shared/data --part fresh` lists each suggestion with its texts, to be
judged by a reader. An article of an archive is checked against the rest of its topic, as `check` does it; every stance
but related and unrelated is a suggestion. `gold/suggestions.jsonl` keeps the judgements by ids and places, no text: a
conflict is right where the two cannot both hold of one thing, corroboration where the passage says what the claim says.
The articles of `mended` were read to mend the comparators, those of `fresh` only to measure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.claims import extract_claims
from factcheck.corpus import Corpus
from factcheck.domain import Candidate, Claim, Document, Judgement, Source, Stance
from factcheck.matching import find_candidates
from factcheck.settings import load_settings
from factcheck.stance import compare
from tests.quality.parts import parts, records
from tests.quality.rows import Row, bootstrap

PARTS = {"mended": slice(0, 96), "fresh": slice(96, 120)}
"""The articles of each part, of those drawn."""
FEWEST_NEIGHBOURS = 40
"""Documents of a topic from which it is an archive."""
GOLD = Path(__file__).parent / "gold" / "suggestions.jsonl"
OPEN = (Stance.CONFLICTS, Stance.CORROBORATES)
_SEED = 11


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A claim of an article with a candidate that `check` would put forward as more than related."""

    article: str
    claim: Claim
    candidate: Candidate
    judgement: Judgement

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the labels know it by; the bounds of claims and passages may move with other parts of the product."""
        digest = hashlib.sha256(self.claim.verbatim.encode()).hexdigest()[:12]
        passage = hashlib.sha256(self.candidate.passage.text.encode()).hexdigest()[:12]
        return self.article, digest, self.candidate.source.id, passage, str(self.judgement.stance)


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score the labelled suggestions of every archive with topics; `sample` articles of a part at most."""
    rows: list[Row] = []
    labels = _labels()
    for folder in sorted((data / "corpora").glob("*")):
        for _, path in parts(folder):
            documents = [one for one in records(path) if one.get("topic")]
            for part in PARTS if documents else ():
                rows += _rows(folder.name, part, list(suggestions(documents, part, sample)), labels, seed)
    return rows


def _rows(name: str, part: str, found: Sequence[Suggestion], labels: dict[Any, bool], seed: int) -> list[Row]:
    judged = [(one, labels[one.key]) for one in found if one.key in labels]
    rows = [Row(name, part, "suggestions not judged", len(found) - len(judged), 0.0, 0.0, len(found))]
    for stance in OPEN:
        some = [right for one, right in judged if one.judgement.stance is stance]
        of: Callable[[Sequence[bool]], float] = lambda few: sum(few) / len(few) if few else 0.0  # noqa: E731
        rows.append(
            Row(name, part, f"suggestions: precision of {stance}", of(some), *bootstrap(some, of, seed=seed), len(some))
        )
    return rows


def _labels() -> dict[Any, bool]:
    lines = GOLD.read_text(encoding="utf-8").splitlines() if GOLD.is_file() else []
    found = [json.loads(line) for line in lines]
    return {
        (one["article"], one["claim"], one["source"], one["passage"], one["stance"]): bool(one["right"])
        for one in found
    }


def suggestions(documents: Sequence[dict[str, Any]], part: str, sample: int | None = None) -> Iterator[Suggestion]:
    """Yield what is suggested for the articles of a part, topic by topic."""
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in documents:
        topics[one["topic"]].append(one)
    chosen: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in _chosen(documents, part)[:sample]:
        chosen[one["topic"]].append(one)
    for topic, articles in sorted(chosen.items()):
        with tempfile.TemporaryDirectory() as scratch, Corpus.open(Path(scratch)) as corpus:
            corpus.add([_document(one) for one in topics[topic]])
            for one in articles:
                yield from _suggested(one, corpus)


def _chosen(documents: Sequence[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """Return the articles of a part, drawn from one half of the archive."""
    sizes = Counter(one["topic"] for one in documents)
    half = [
        one
        for one in documents
        if sizes[one["topic"]] >= FEWEST_NEIGHBOURS and hashlib.sha256(one["id"].encode()).digest()[0] % 2 == 0
    ]
    random.Random(_SEED).shuffle(half)
    return half[PARTS[part]]


def _document(one: dict[str, Any]) -> Document:
    digest = hashlib.sha256(one["text"].encode()).hexdigest()
    source = Source(id=one["id"], digest=digest, origin=digest, title=one["title"], published=_day(one), path=one["id"])
    return Document(source=source, text=one["text"])


def _suggested(one: dict[str, Any], corpus: Corpus) -> Iterator[Suggestion]:
    published, floor = _day(one), load_settings(None, {}).values.matching.floor
    for claim in extract_claims(one["text"], published=published).claims:
        said = claim.said_on.end if claim.said_on and claim.said_on.end else published
        for candidate in find_candidates(claim, corpus, floor=floor)[0]:
            source = candidate.source
            if one["id"] in (source.path, *(each.path for each in candidate.carriers)):
                continue  # the article itself, or the same text elsewhere
            found = compare(
                claim,
                candidate.passage.text,
                claim_date=said,
                passage_date=source.published,
                heading=source.title,
            )
            if found.stance in OPEN:
                yield Suggestion(one["id"], claim, candidate, found)


def _day(one: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(one.get("date") or "")
    except ValueError:
        return None


def main() -> None:
    """Print each suggestion of a part, with its label where it has one."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.suggestions", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=PARTS, default="fresh")
    parser.add_argument("--sample", type=int, help="articles taken at most")
    options = parser.parse_args()
    labels = _labels()
    documents = [one for one in records(options.data / "corpora" / "news" / "docs.jsonl.gz") if one.get("topic")]
    for one in suggestions(documents, options.part, options.sample):
        right = {True: "right", False: "WRONG", None: "not judged"}[labels.get(one.key)]
        why = "; ".join(f"{each.comparator} {each.polarity}: {each.message}" for each in one.judgement.reasons)
        print(f"{json.dumps(one.key)} {right}")
        print(f"  {one.judgement.stance} because {why}")
        print(f"  CLAIM   {one.claim.verbatim!r}")
        place = one.judgement.aligned.text if one.judgement.aligned else ""
        print(f"  STRETCH {place!r}\n  TITLE   {one.candidate.source.title!r}")


if __name__ == "__main__":
    main()
