"""One claim against a big archive: retrieval, re-ranking and stance, and the plain alternatives. For `child`."""

from __future__ import annotations

import gc
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from factcheck.cli.running import GC_THRESHOLD
from factcheck.tui import GC_THRESHOLD as SCREEN_GC_THRESHOLD
from tests.bench import material
from tests.bench.child import paragraphs, peak_mb, search

CLAIMS = 40
SCANNED = 5
"""Claims that rapidfuzz alone looks up: it reads the whole archive for each."""
BEST = 50
TICK_SECONDS = 0.002


def match(folder: str, looks: tuple[int, int, int] = GC_THRESHOLD) -> dict[str, object]:
    """Look claims up in an indexed archive as `check` does, but judge the best 50; and time each judgement.

    `looks`: how often Python looks for garbage meanwhile; by default as it does for a command.
    """
    gc.set_threshold(*looks)
    gc.freeze()
    from factcheck.matching import find_candidates
    from factcheck.stance import compare
    from factcheck.workbench import Workbench

    whole, pairs = [], []
    with Workbench.open(folder, user="bench") as bench, bench.open_corpus() as corpus:
        for claim in _claims():
            begun = time.perf_counter()
            candidates, _ = find_candidates(claim, corpus, retrieve=BEST, keep=BEST)
            for one in candidates:
                at = time.perf_counter()
                compare(claim, one.passage.text, passage_date=one.source.published, heading=one.source.title)
                pairs.append(time.perf_counter() - at)
            whole.append(time.perf_counter() - begun)
    return {
        "seconds": statistics.median(whole[1:]),  # the first warms up
        "pair": statistics.median(pairs),
        "pairs": len(pairs),
        "mb": peak_mb(),
    }


def screen(folder: str) -> dict[str, object]:
    """Look the claims up in a thread, as the workbench does, and time how long that keeps another thread waiting."""
    with ThreadPoolExecutor(1) as worker:
        matching = worker.submit(match, folder, SCREEN_GC_THRESHOLD)
        waited = []
        while not matching.done():
            asked = time.perf_counter()
            time.sleep(TICK_SECONDS)
            waited.append(time.perf_counter() - asked - TICK_SECONDS)
        matching.result()
    return {"longest": max(waited), "waits": len(waited)}


def fts5(corpus_file: str) -> dict[str, object]:
    """Look the same claims up with SQLite FTS5 and its bm25, no more."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='porter unicode61')")
        base.executemany("INSERT INTO passage VALUES (?)", paragraphs(Path(corpus_file)))
        return _each(_claims(), lambda claim: search(base, claim.verbatim))


def rapidfuzz(corpus_file: str) -> dict[str, object]:
    """Look some of the claims up by `token_set_ratio` over every passage."""
    from rapidfuzz import fuzz, process, utils

    texts = [utils.default_process(text) for (text,) in paragraphs(Path(corpus_file))]
    return _each(
        _claims()[:SCANNED],
        lambda claim: process.extract(
            utils.default_process(claim.verbatim), texts, scorer=fuzz.token_set_ratio, limit=BEST
        ),
    )


def _claims() -> list:
    from factcheck.claims import extract_claims

    found = [claim for text in material.articles(2, CLAIMS) for claim in extract_claims(text).claims]
    return found[:CLAIMS]


def _each(claims: Iterable, look_up: Callable[..., object]) -> dict[str, object]:
    seconds = []
    for claim in claims:
        begun = time.perf_counter()
        look_up(claim)
        seconds.append(time.perf_counter() - begun)
    return {"seconds": statistics.median(seconds)}
