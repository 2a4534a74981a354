"""Score dates, sentence ends and unattributed narration against our own annotations (`gold/README.md`).

The annotations hold no text: the documents are read from the data and known by their digest. A date is found where both
ends of its span agree; its value is right where both ends of the period agree (values that a convention decided are
left out of one of the two figures, those that the text does not tell out of both). A sentence end is found at the very
character. A narrated sentence is found where a claim overlaps it; a claim is precise where the sentence it lies in was
marked checkable, attributed sentences and their claims left aside.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.claims import extract_claims
from factcheck.domain import DateValue
from factcheck.text.dates.finding import find_dates
from tests.quality.parts import records
from tests.quality.rows import Row, bootstrap

GOLD = Path(__file__).with_name("gold")
FILES = {
    "news": "corpora/news/docs.jsonl.gz",
    "reuters21578": "corpora/reuters21578/docs.jsonl.gz",
    "polnear": "quotes/polnear/dev.jsonl.gz",
}
PARTS = ("dev", "held")

Count = tuple[int, int, int]  # found, wanted (of the gold), given (by the program)


@dataclass(frozen=True, slots=True)
class Doc:
    """A document with its annotations: the lines of one gold file about it."""

    text: str
    lines: list[dict[str, Any]]
    published: date | None = None


def score(data: Path, *, seed: int, sample: int | None = None) -> list[Row]:
    """Return the figures of every part of every annotation whose documents are under `data`."""
    del sample  # the annotations are few, and always scored whole
    texts = {corpus: data / name for corpus, name in FILES.items() if (data / name).is_file()}
    rows: list[Row] = []
    for part in PARTS:
        for of, name in ((_dates, "dates_docs"), (_ends, "sentences"), (_narration, "narration")):
            rows += of(_documents(name, part, texts), f"gold {part}", seed)
    return rows


def _documents(name: str, part: str, texts: dict[str, Path]) -> list[Doc]:
    """Read the documents that a gold file is about, in its order."""
    about: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in records(GOLD / f"{name}.jsonl"):
        if line["part"] == part and line.get("corpus", "news") in texts:
            about[line["sha256"]].append(line)
    wanted = {line["doc"] for lines in about.values() for line in lines}
    found = {digest: text for path in texts.values() for digest, text in _texts(path, wanted)}
    return [Doc(found[digest], lines, _day(lines[0])) for digest, lines in about.items() if digest in found]


def _texts(path: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if str(document.get("id", document.get("doc"))) in wanted:
                yield hashlib.sha256(document["text"].encode()).hexdigest(), document["text"]


def _day(line: dict[str, Any]) -> date | None:
    return date.fromisoformat(line["published"]) if line.get("published") else None


# --- dates ------------------------------------------------------------------------------------------------------------


def _dates(documents: Sequence[Doc], part: str, seed: int) -> list[Row]:
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in records(GOLD / "dates.jsonl"):
        gold[line["sha256"]].append(line)
    pairs = [_date_counts(document, gold[document.lines[0]["sha256"]]) for document in documents]
    measures: dict[str, Callable[[Sequence[tuple[Count, Count, Count]]], float]] = {
        "dates: span F1": lambda some: _f1([one[0] for one in some]),
        "dates: value accuracy": lambda some: _share([one[1] for one in some]),
        "dates: value accuracy, conventions left out": lambda some: _share([one[2] for one in some]),
    }
    return [
        Row("annotated", part, name, of(pairs), *bootstrap(pairs, of, seed=seed), sum(one[0][1] for one in pairs))
        for name, of in measures.items()
        if pairs
    ]


def _date_counts(document: Doc, gold: Sequence[dict[str, Any]]) -> tuple[Count, Count, Count]:
    found = {(d.span.start, d.span.end): d for d in find_dates(document.text, anchor=document.published) if d.span}
    both = [(line, found[line["start"], line["end"]]) for line in gold if (line["start"], line["end"]) in found]
    told = [(line, value) for line, value in both if line["value"]]
    plain = [(line, value) for line, value in told if not line["vague"]]
    spans = (len(both), len(gold), len(found))
    return spans, (sum(map(_right, told)), len(told), 0), (sum(map(_right, plain)), len(plain), 0)


def _right(pair: tuple[dict[str, Any], DateValue]) -> bool:
    line, value = pair
    first, _, last = line["value"].partition("/")
    return (value.start, value.end) == (date.fromisoformat(first), date.fromisoformat(last or first))


# --- sentence ends ----------------------------------------------------------------------------------------------------


def _ends(documents: Sequence[Doc], part: str, seed: int) -> list[Row]:
    counts = [_end_count(document) for document in documents]
    if not counts:
        return []
    wanted = sum(count[1] for count in counts)
    return [Row("annotated", part, "sentence ends: F1", _f1(counts), *bootstrap(counts, _f1, seed=seed), wanted)]


def _end_count(document: Doc) -> Count:
    ours = {sentence.end for sentence in extract_claims(document.text, published=document.published).sentences}
    found = wanted = given = 0
    for window in document.lines:
        gold = set(window["ends"])
        here = {end for end in ours if window["start"] < end <= window["end"]}
        found, wanted, given = found + len(gold & here), wanted + len(gold), given + len(here)
    return found, wanted, given


# --- narration --------------------------------------------------------------------------------------------------------


def _narration(documents: Sequence[Doc], part: str, seed: int) -> list[Row]:
    counts = [_narration_count(document) for document in documents]
    measures: dict[str, Callable[[Sequence[Count]], float]] = {
        "narration: recall": _share,
        "narration: precision": lambda some: _ratio(sum(c[0] for c in some), sum(c[2] for c in some)),
    }
    return [
        Row("annotated", part, name, of(counts), *bootstrap(counts, of, seed=seed), sum(c[1] for c in counts))
        for name, of in measures.items()
        if counts
    ]


def _narration_count(document: Doc) -> Count:
    claims = extract_claims(document.text, published=document.published).claims
    found = wanted = given = 0
    for line in document.lines:
        if line["kind"] == "attributed":
            continue
        claimed = any(claim.start < line["end"] and line["start"] < claim.end for claim in claims)
        found += claimed and line["checkable"]
        wanted += line["checkable"]
        given += claimed
    return found, wanted, given


def _f1(counts: Sequence[Count]) -> float:
    return _ratio(2 * sum(c[0] for c in counts), sum(c[1] + c[2] for c in counts))


def _share(counts: Sequence[Count]) -> float:
    return _ratio(sum(c[0] for c in counts), sum(c[1] for c in counts))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
