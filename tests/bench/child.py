"""What runs in a process of its own, to have its own time and peak memory: `python -m tests.bench.child ACTION …`.

Each action prints one JSON object with what it measured.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import material

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

CLAIMS_PER_REVISION = 10_000
RETRIEVE = 50
SENTENCES = 40
KIB = 1024


def peak_mb() -> float:
    """Return the peak memory of this process, in MB (Linux counts it in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / 1e6


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def make_claims(folder: str, number: str = str(CLAIMS_PER_REVISION)) -> dict[str, object]:
    """Make a workspace with so many claims, in articles of 10,000, through the store's own transactions."""
    from factcheck.workbench import Workbench

    words = list(material.claims(int(number), seed=1))
    with Workbench.open(folder, user="bench", create=True) as bench:
        for begun in range(0, len(words), CLAIMS_PER_REVISION):
            _make_article(bench, words[begun : begun + CLAIMS_PER_REVISION], begun)
    return {"claims": len(words)}


def _make_article(bench: Workbench, words: list[str], begun: int) -> None:
    """Keep an article with these claims, numbered on from `begun` through the workspace."""
    from factcheck.domain import Block, Claim, ClaimState, Content, Disposition, Form, Revision, Sentence, Stance
    from tests.factory import make_evidence

    text = "\n".join(words)
    rows, sentences, at = [], [], 0
    for place, verbatim in enumerate(words):
        end = at + len(verbatim)
        claim = Claim(
            id=f"{begun + place:012x}",
            start=at,
            end=end,
            verbatim=verbatim,
            text=verbatim,
            form=Form.NONE,
            content=Content.FACT,
        )
        rows.append((claim, verbatim))
        sentences.append(Sentence(start=at, end=end, text=verbatim, block=Block.BODY, disposition=Disposition.CLAIMS))
        at = end + 1
    name = f"benchmark-{begun}" if begun else "benchmark"
    revision = Revision(id=name, article=name, title="Benchmark", text=text, path=f"{name}.txt")
    counts = {"corroborates": 1, "conflicts": 1, "related": 2, "judged": 0}
    with bench.store.transaction() as tx:
        tx.add_revision(revision)
        tx.add_claims(revision.id, sentences, rows)
        for claim, _ in rows:
            found = [make_evidence(claim.id, "a", Stance.CORROBORATES), make_evidence(claim.id, "b", Stance.CONFLICTS)]
            tx.add_evidence(found)
            tx.put_state(ClaimState(claim=claim.id, evidence=tuple(one.id for one in found)), counts)


def decide(folder: str, events: str) -> dict[str, object]:
    """Write a log of so many events on 1,000 claims, a tenth of them sign-offs that a key signed; verify it, and fold
    and read the state of some claims.
    """
    from factcheck.domain import ClaimState
    from factcheck.keyfiles import new_key, signing_key, write_key
    from factcheck.workbench import Workbench
    from factcheck.workbench.folding import folded
    from factcheck.workbench.verifying import verify

    make_claims(folder)
    claims = [f"{number:012x}" for number in range(1_000)]
    public, content = new_key("")
    write_key(Path(folder) / "bench.key", content)
    key = signing_key(Path(folder) / "bench.key", str)
    verdict = {"rating": "contradicted", "rationale": "The register says so – “in line 6”."}
    sign_off = {"binding": "0" * 64, "version": 2, "self_signed": False, "identity": "by key"}
    with Workbench.open(folder, user="bench") as bench:
        with bench.store.transaction() as tx:
            how = {"at": bench.now(), "user": "bench", "revision": "benchmark"}
            trust = {"trusted": public, "holder": "bench"}
            tx.append(**how, kind="key-trusted", subject="keys", body=trust, key=key)
            for number in range(1, int(events)):
                subject = claims[number // 10 % len(claims)]
                signed = number % 10 == 0
                kind, body = ("signed", sign_off) if signed else ("verdict", verdict)
                tx.append(**how, kind=kind, subject=subject, body=body, key=key if signed else None)
            tx.put_state(ClaimState(claim=claims[0]), {"corroborates": 0, "conflicts": 0, "related": 0, "judged": 0})
            tx._connection.exec_driver_sql("DELETE FROM evidence")  # no event of this log made it
        found = []
        begun = time.process_time()
        verified = timed(lambda: found.append(verify(bench.store)))
        verify_cpu = time.process_time() - begun
        assert found[0].events == int(events), found
        assert sum(found[0].signed.values()) == int(events) // 10, found
        begun = time.process_time()
        states = [timed(lambda c=claim: folded(bench.store, c)) for claim in claims[:50]]  # type: ignore[misc]
        fold_cpu = (time.process_time() - begun) / 50
        stored = [timed(lambda c=claim: bench.store.state(c)) for claim in claims[:50]]  # type: ignore[misc]
    times = {"verify": verified, "verify_cpu": verify_cpu, "fold_cpu": fold_cpu}
    return {**times, "fold": statistics.median(states), "read": statistics.median(stored), "mb": peak_mb()}


def kill(folder: str, times: str) -> dict[str, object]:
    """Kill processes while they decide."""
    from tests.bench.killing import kill_while_deciding

    found = kill_while_deciding(Path(folder), int(times))
    return {"acknowledged": found.acknowledged, "missing": found.missing, "faults": len(found.faults)}


def index(folder: str, corpus_file: str) -> dict[str, object]:
    """Add the corpus to a workspace."""
    from factcheck.workbench import Workbench

    with Workbench.open(folder, user="bench", create=True) as bench, bench.open_corpus(create=True) as corpus:
        indexing = timed(lambda: corpus.add([Path(corpus_file)]))
    return {"seconds": indexing, "mb": peak_mb()}


def check(folder: str, rounds: str) -> dict[str, object]:
    """Check articles of 40 sentences in a workspace that is indexed; the first round warms up and is not counted."""
    from factcheck.corpus.readers import parse_article
    from factcheck.workbench import Workbench
    from factcheck.workbench.checking import check as run

    seconds, cpu, claims = [], [], []
    with Workbench.open(folder, user="bench") as bench:
        for number, text in enumerate(material.articles(int(rounds) + 1, SENTENCES)):
            parsed = parse_article(text.encode(), "article.txt")
            begun, busy = time.perf_counter(), time.process_time()
            report = run(bench, parsed, f"article-{number}.txt")
            seconds.append(time.perf_counter() - begun)
            cpu.append(time.process_time() - busy)
            claims.append(report.claims)
    median = statistics.median(seconds[1:])
    busy, found = statistics.median(cpu[1:]), statistics.median(claims[1:])
    return {"seconds": median, "cpu": busy, "first": seconds[0], "claims": found, "mb": peak_mb()}


def fts5(corpus_file: str, rounds: str) -> dict[str, object]:
    """Retrieve for the claims of the same articles with SQLite FTS5 (porter): no judging, no storing."""
    from factcheck.claims import extract_claims

    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='porter unicode61')")
        base.executemany("INSERT INTO passage VALUES (?)", paragraphs(Path(corpus_file)))
        seconds = []
        for text in material.articles(int(rounds) + 1, SENTENCES)[1:]:
            found = [claim.verbatim for claim in extract_claims(text).claims]
            seconds.append(timed(lambda found=found: [search(base, words) for words in found]))
    return {"seconds": statistics.median(seconds)}


def paragraphs(path: Path) -> Iterable[tuple[str]]:
    """Yield the paragraphs of the corpus file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from ((paragraph,) for paragraph in json.loads(line)["text"].split("\n\n"))


def search(base: sqlite3.Connection, words: str) -> list[tuple[str]]:
    """Return the best passages for an OR of the longer words."""
    terms = dict.fromkeys(word for word in "".join(c if c.isalnum() else " " for c in words).split() if len(word) > 3)
    query = " OR ".join(f'"{term}"' for term in terms) or '""'
    sql = "SELECT text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?"
    return base.execute(sql, (query, RETRIEVE)).fetchall()


def extract(words: str, rounds: str) -> dict[str, object]:
    """Extract the claims of an article of so many words; the first round warms up and is not counted."""
    from factcheck.claims import extract_claims

    texts = [material.article_of_words(int(words), seed=number) for number in range(int(rounds) + 1)]
    seconds = [timed(lambda text=text: extract_claims(text)) for text in texts]
    return {"seconds": statistics.median(seconds[1:]), "mb": peak_mb()}


def extract_news(count: str) -> dict[str, object]:
    """Extract the claims of the first articles of real news, one after another."""
    from factcheck.claims import extract_claims
    from tests.bench.quoting import texts

    articles = list(texts(material.NEWS, int(count)))
    extract_claims(articles[0])
    claims = 0
    begun = time.perf_counter()
    for text in articles:
        claims += len(extract_claims(text).claims)
    return {"articles": len(articles), "seconds": time.perf_counter() - begun, "claims": claims, "mb": peak_mb()}


def archive(action: str, *arguments: str) -> dict[str, object]:
    """Look one claim up in a big archive: see `tests.bench.archive`."""
    from tests.bench import archive as actions

    done: dict[str, object] = getattr(actions, action)(*arguments)
    return done


ACTIONS: dict[str, Callable[..., dict[str, object]]] = {
    "make-claims": make_claims,
    "decide": decide,
    "kill": kill,
    "index": index,
    "check": check,
    "fts5": fts5,
    "extract": extract,
    "extract-news": extract_news,
    "archive": archive,
}

if __name__ == "__main__":
    print(json.dumps(ACTIONS[sys.argv[1]](*sys.argv[2:])))
