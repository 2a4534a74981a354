"""An archive of a million passages: how fast it is added, searched and opened, beside the alternatives. For `child`.

The texts are sentences of real news, recombined by seed (template sentences where there is no news), so that word
frequencies are real and passages repeat sentences as archives do.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from factcheck.domain import Term
from tests.bench import material
from tests.bench.child import KIB, peak_mb

SENTENCES, PASSAGES = 2, 5
"""Sentences of a passage (some 50 words), and passages of a document."""
DOCUMENTS_A_FILE = 20_000
QUERIES, QUERY_WORDS, BEST = 300, 20, 50
STAGES = (
    ("read, decode, identify", "factcheck.corpus.readers", "read_documents"),
    ("cut into passages", "factcheck.corpus.preparing", "passages_of"),
    ("sketch", "factcheck.corpus.preparing", "sketch"),
    ("look up origins", "factcheck.corpus.kin.Kin", "add"),
    ("keep (SQLite, with origins)", "factcheck.corpus.documents.DocumentStore", "add"),
    ("index", "factcheck.corpus.index.PassageIndex", "add"),
    ("commit the index", "factcheck.corpus.index.PassageIndex", "commit"),
)


def write_archive(folder: str, passages: str) -> dict[str, object]:
    """Write an archive of so many passages as JSONL, some 35 MB a file."""
    sentences, dice, characters = _sentences(), random.Random(7), 0
    Path(folder).mkdir(parents=True)
    documents = int(passages) // PASSAGES
    for first in range(0, documents, DOCUMENTS_A_FILE):
        with Path(folder, f"{first:09}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(first, min(documents, first + DOCUMENTS_A_FILE)):
                text = "\n\n".join(" ".join(dice.choices(sentences, k=SENTENCES)) for _ in range(PASSAGES))
                characters += len(text)
                record = {"title": f"Report {number}", "published": _day(number), "text": text}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return {"characters": characters}


def _sentences() -> list[str]:
    if not material.NEWS.is_file():
        dice = random.Random(7)
        return [material.sentence(dice) for _ in range(20_000)]
    found = []
    with gzip.open(material.NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            found += re.split(r"(?<=[.!?])\s+", json.loads(line)["text"])
    return [" ".join(one.split()) for one in found if 12 <= len(one.split()) <= 45]


def _day(number: int) -> str:
    return f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}"


def add(folder: str, archive: str, workers: str) -> dict[str, object]:
    """Add the archive to a corpus; with 0 workers, say how long each stage took."""
    from factcheck.corpus import Corpus

    taken = {} if int(workers) else _watch()
    with Corpus.open(folder) as corpus:
        begun = time.perf_counter()
        report = corpus.add([Path(archive)], workers=int(workers))
        seconds = time.perf_counter() - begun
        passages = corpus.stats().passages
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "seconds": seconds,
        "documents": report.added,
        "passages": passages,
        "mb": peak_mb(),
        "worker_mb": others.ru_maxrss * KIB / 1e6,
        "cpu": own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime,
        "index_bytes": _size(Path(folder, "index")),
        "store_bytes": sum(file.stat().st_size for file in Path(folder).glob("documents.db*")),
        "stages": taken,
    }


def _watch() -> dict[str, float]:
    """Note the seconds spent in each stage from now on."""
    import importlib

    taken = dict.fromkeys((name for name, _, _ in STAGES), 0.0)
    for name, home, function in STAGES:
        module, _, kind = home.rpartition(".") if home[home.rfind(".") + 1].isupper() else (home, "", "")
        owner = importlib.import_module(module)
        owner = getattr(owner, kind) if kind else owner
        setattr(owner, function, _timed(getattr(owner, function), name, taken))
    return taken


def _timed(work: Callable[..., Any], name: str, taken: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: object, **options: object) -> object:
        begun = time.perf_counter()
        result = work(*args, **options)
        taken[name] += time.perf_counter() - begun
        return _stepwise(result, name, taken) if isinstance(result, Iterator) else result

    return timed


def _stepwise(steps: Iterator[object], name: str, taken: dict[str, float]) -> Iterator[object]:
    while True:
        begun = time.perf_counter()
        one = next(steps, None)
        taken[name] += time.perf_counter() - begun
        if one is None:
            return
        yield one


def search(folder: str, archive: str) -> dict[str, object]:
    """Open the corpus, look up the queries, and say how long it took and how often the known item was found."""
    from factcheck.corpus import Corpus
    from factcheck.matching.terms import claim_terms

    begun = time.perf_counter()
    with Corpus.open(folder, create=False) as corpus:
        opened = time.perf_counter() - begun
        asked = [(claim_terms(words), text) for words, text in _queries(archive)]
        return {"opened": opened} | _looked_up(
            asked, lambda terms: [hit.passage.text for hit in corpus.retrieve(terms, BEST)]
        )


def bare(folder: str, archive: str) -> dict[str, object]:
    """Look the same queries up by the library alone: an OR of the words in the index that is there, what it gives.

    In a process of its own: whoever looks first waits for the pages of the index.
    """
    import tantivy

    from factcheck.corpus.index_queries import SCHEMA
    from factcheck.matching.terms import claim_terms
    from factcheck.text.languages.stems import asked_words

    searcher = tantivy.Index(SCHEMA, path=str(Path(folder, "index"))).searcher()

    def look_up(terms: Sequence[Term]) -> list[str]:
        words = [forms[0] for term in terms for forms in asked_words(term.text, ["english"])]
        each = [tantivy.Query.term_query(SCHEMA, "text", word, index_option="freq") for word in words]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in each])
        hits = searcher.search(query, limit=BEST, count=False).hits
        return searcher.fast_field_values("reference", [address for _, address in hits])

    return _looked_up([(claim_terms(words), text) for words, text in _queries(archive)], look_up)


def fts5(folder: str, archive: str) -> dict[str, object]:
    """Build an SQLite FTS5 index of the same passages, and look the same queries up."""
    path = Path(folder, "fts5.db")
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as base:
        begun = time.perf_counter()
        base.execute("CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='porter unicode61')")
        base.executemany("INSERT INTO passage VALUES (?)", ((text,) for text in _passages(archive)))
        base.commit()
        built = time.perf_counter() - begun
        sql = "SELECT text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?"

        def look_up(words: list[str]) -> list[str]:
            query = " OR ".join(f'"{word}"' for word in words) or '""'
            return [row[0] for row in base.execute(sql, (query, BEST))]

        asked = [(_words(words), text) for words, text in islice(_queries(archive), 60)]
        found = _looked_up(asked, look_up)
    return {"built": built, "bytes": path.stat().st_size, "mb": peak_mb()} | found


def bm25s(folder: str, archive: str) -> dict[str, object]:
    """Build a bm25s index of the same passages, and look the same queries up."""
    import bm25s as library

    texts = list(_passages(archive))
    begun = time.perf_counter()
    index = library.BM25()
    index.index(library.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    built = time.perf_counter() - begun
    index.save(folder)

    def look_up(words: str) -> list[str]:
        tokens = library.tokenize([words], stopwords="en", show_progress=False)
        numbers, _ = index.retrieve(tokens, k=BEST, show_progress=False)
        return [texts[number] for number in numbers[0]]

    return {"built": built, "bytes": _size(Path(folder)), "mb": peak_mb()} | _looked_up(
        list(_queries(archive)), look_up
    )


def _looked_up(asked: Iterable[tuple[Any, str]], look_up: Callable[[Any], list[str]]) -> dict[str, object]:
    seconds, cpu, found, first = [], [], 0, 0
    for query, text in asked:
        begun, cpu_begun = time.perf_counter(), time.thread_time()
        texts = look_up(query)
        cpu.append(time.thread_time() - cpu_begun)
        seconds.append(time.perf_counter() - begun)
        found += text in texts
        first += texts[:1] == [text]
    warm, warm_cpu = sorted(seconds[5:]), sorted(cpu[5:])
    number = len(seconds)
    return {
        "median": statistics.median(warm),
        "p95": warm[int(0.95 * len(warm))],
        "cpu": statistics.median(warm_cpu),
        "cpu_p95": warm_cpu[int(0.95 * len(warm_cpu))],
        "recall": found / number,
        "first": first / number,
        "queries": number,
        "peak": peak_mb(),
    }


def _queries(archive: str) -> Iterator[tuple[str, str]]:
    """Yield claims of some 20 words without stop words, each with the passage that they were taken from."""
    dice = random.Random(11)
    chosen = 0
    for text in _passages(archive):
        words = _words(text)
        if len(words) < QUERY_WORDS or dice.random() > 0.02:
            continue
        yield " ".join(dice.sample(words, QUERY_WORDS)), text
        chosen += 1
        if chosen == QUERIES:
            return


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3))


def _passages(archive: str) -> Iterator[str]:
    for file in sorted(Path(archive).iterdir()):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield from json.loads(line)["text"].split("\n\n")


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1].replace("-", "_")](*sys.argv[2:]), indent=1))
