"""Matching: are the right passages found, and high enough?

CheckThat 2020: a tweet among 10,375 known fact-checks, searched in a real corpus on disk (MAP@5, recall@20, recall@50).
WiCE: which sentences of a page bear on a claim; the sentences chosen together against the gold sets (best F1, mean).
Both with the extra `semantic`, too, where it is installed; not on parts named train, which its weights were fitted on.
"""

from __future__ import annotations

import hashlib
import math
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any

from factcheck.corpus import Corpus
from factcheck.domain import Document, Hit, Passage, Source, Term
from factcheck.matching import claim_terms, find_candidates
from factcheck.matching.features import Asked, ask
from factcheck.matching.ranking import Scored, rank
from factcheck.matching.together import together
from factcheck.text.words import split_words, stem
from tests.quality import semantic
from tests.quality.parts import parts, records, sampled
from tests.quality.rows import Row, bootstrap

RETRIEVED = 50
MOST_SENTENCES = 4  # the answer is the best sentence and what adds to it, at most so many in all
WITHIN = 6.0  # how many times better the odds of the best one may be. Source: WiCE dev, cross-validated
_B, _K1 = 0.4, 0.9  # BM25 of the sentence ranking. Source: Anserini's defaults


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score every retrieval and passage set found under `data`."""
    return [
        *_score_retrieval(data / "retrieval" / "checkthat2020", seed=seed, sample=sample),
        *_score_wice(data / "passages" / "wice", seed=seed, sample=sample),
    ]


def _score_retrieval(folder: Path, *, seed: int, sample: int | None) -> list[Row]:
    files = dict(parts(folder))
    if "corpus" not in files:
        return []
    rows = []
    with tempfile.TemporaryDirectory() as scratch, Corpus.open(Path(scratch)) as corpus:
        corpus.add([as_document(one) for one in records(files.pop("corpus"))])
        for part, path in sorted(files.items()):
            queries = sampled(records(path), seed=seed, sample=sample)
            plain = [_ranks(corpus, query) for query in queries]
            rows.extend(_retrieval_rows(part, plain, seed))
            if semantic.installed() and part != "train":
                ranked = [_ranks(corpus, query, by_meaning=True) for query in queries]
                rows += semantic.with_gain("checkthat2020", part, "MAP@5", _map, (plain, ranked), seed=seed)
    return rows


def as_document(record: dict[str, Any]) -> Document:
    """Return a record of the corpus as a document."""
    digest = hashlib.sha256(record["claim"].encode()).hexdigest()
    source = Source(id=record["id"], digest=digest, origin="", title=record["title"])
    return Document(source=source, text=record["claim"])


def _ranks(corpus: Corpus, query: dict[str, Any], *, by_meaning: bool = False) -> list[int]:
    """Return the rank at which each relevant record was found; 0 for one that was not."""
    candidates, _ = find_candidates(query["text"], corpus, retrieve=RETRIEVED, keep=RETRIEVED, semantic=by_meaning)
    places: dict[str, int] = {}
    for candidate in candidates:
        for source in (candidate.source, *candidate.carriers):
            places.setdefault(source.id, candidate.rank)
    return [places.get(one, 0) for one in query["relevant"]]


def _retrieval_rows(part: str, ranks: list[list[int]], seed: int) -> list[Row]:
    measures = {
        "MAP@5": _map,
        "recall@20": lambda some: _mean([_recall(one, 20) for one in some]),
        "recall@50": lambda some: _mean([_recall(one, RETRIEVED) for one in some]),
    }
    return [
        Row("checkthat2020", part, name, measure(ranks), *bootstrap(ranks, measure, seed=seed), len(ranks))
        for name, measure in measures.items()
    ]


def _map(ranks: Sequence[list[int]]) -> float:
    return _mean([_average_precision(one, 5) for one in ranks])


def _average_precision(ranks: Sequence[int], depth: int) -> float:
    found = sorted(one for one in ranks if 0 < one <= depth)
    return sum(count / place for count, place in enumerate(found, 1)) / max(min(len(ranks), depth), 1)


def _recall(ranks: Sequence[int], depth: int) -> float:
    return sum(0 < one <= depth for one in ranks) / max(len(ranks), 1)


def _score_wice(folder: Path, *, seed: int, sample: int | None) -> list[Row]:
    rows = []
    for part, path in parts(folder):
        items = sampled([one for one in records(path) if one["supporting_sentences"]], seed=seed, sample=sample)
        values = [best_f1(_best_sentences(one), one["supporting_sentences"]) for one in items]
        rows.append(Row("wice", part, "best F1", _mean(values), *bootstrap(values, _mean, seed=seed), len(values)))
        if semantic.installed():
            after = [best_f1(_best_sentences(one, by_meaning=True), one["supporting_sentences"]) for one in items]
            rows += semantic.with_gain("wice", part, "best F1", _mean, (values, after), seed=seed)
    return rows


def sentence_hits(item: dict[str, Any]) -> list[Hit]:
    """Return the sentences of a page that share a word with the claim as hits, their place as locator; unsorted."""
    weights = _bm25(claim_terms(item["claim"]), item["evidence"])
    starts = accumulate((len(text) + 1 for text in item["evidence"]), initial=0)
    page = Source(id="page", digest="", origin="")
    return [
        Hit(source=page, passage=Passage(text=text, start=start, end=start + len(text), locator=str(at)), bm25=weight)
        for at, (text, start, weight) in enumerate(zip(item["evidence"], starts, weights, strict=False))
        if weight > 0
    ]


def _best_sentences(item: dict[str, Any], *, by_meaning: bool = False) -> set[int]:
    """Return the places of the sentences that answer together: BM25 within the page, then matching's own choice."""
    asked = ask(item["claim"], claim_terms(item["claim"]))
    return sentences_of(asked, rank(asked, sentence_hits(item), semantic=by_meaning))


def sentences_of(asked: Asked, ranked: Sequence[Scored]) -> set[int]:
    """Return the places of the sentences that answer a claim together, of those that were ranked."""
    chosen = takewhile(lambda one: one.odds * WITHIN >= 1, together(asked, ranked, MOST_SENTENCES))
    return {int(one.scored.hit.passage.locator) for one in chosen}


def _bm25(terms: Sequence[Term], sentences: list[str]) -> list[float]:
    counts = [Counter(word.stem for word in split_words(text)) for text in sentences]
    spread = Counter(one for count in counts for one in count)
    mean = _mean([float(sum(count.values())) for count in counts]) or 1.0
    return [
        sum(
            term.weight
            * math.log(1 + (len(counts) - spread[one] + 0.5) / (spread[one] + 0.5))
            * count[one]
            / (count[one] + _K1 * (1 - _B + _B * sum(count.values()) / mean))
            for term in terms
            if (one := stem(term.text)) in count
        )
        for count in counts
    ]


def best_f1(found: set[int], gold: list[list[int]]) -> float:
    """Return the F1 of the sentences found against the gold set that they fit best."""
    if not found and not all(gold):  # nothing bears on the claim, and nothing was found
        return 1.0
    return max(2 * len(found & set(one)) / (len(found) + len(set(one))) for one in gold if one or found)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
