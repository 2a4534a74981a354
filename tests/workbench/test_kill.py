"""Killed at any step, `check` and a decision leave a sound workspace; run again, they end where they would have."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from factcheck.corpus import index
from factcheck.corpus.database import Database
from factcheck.corpus.readers import ArticleFile
from factcheck.domain import Stance
from factcheck.store import Store
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from tests.bench.killing import kill_while_deciding
from tests.factory import first_fault, make_bench

TEXT = (
    "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday. "
    "Forty people use the ferry on a working day. The ferry has run since 1931.\n"
)
ARCHIVE = {
    "minutes.txt": "Director Ada Holm told the board of the authority that the ferry will stop in October.\n",
    "paper.txt": "Only twelve people use the ferry on a working day, the lake authority said in its report.\n",
    "history.txt": "The first ferry crossed the lake in 1931, and there has been one every day since that year.\n",
}
STEPS = 20
"""Every write of a check, begun and done: three of the database, four of the document store and three of the index."""


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], None]:
    """Check the article in a workspace of this name."""
    archive = tmp_path / "archive"
    archive.mkdir()
    for name, text in ARCHIVE.items():
        (archive / name).write_text(text)

    def run(name: str) -> None:
        with Workbench.open(tmp_path / name, user="alice", create=True) as bench:
            check(bench, ArticleFile(text=TEXT), "ferry.txt", corpus_paths=[archive])

    return run


def outcome(folder: Path) -> dict[str, object]:
    """Everything that a run leaves, without the times."""
    with closing(sqlite3.connect(folder / "factcheck.db")) as work:
        found: dict[str, object] = {
            "claims": work.execute("SELECT * FROM claim ORDER BY id").fetchall(),
            "evidence": work.execute("SELECT * FROM evidence ORDER BY id").fetchall(),
            "events": work.execute("SELECT kind, subject, count(*) FROM event GROUP BY 1, 2 ORDER BY 1, 2").fetchall(),
        }
    with Workbench.open(folder, user="alice") as bench, bench.open_corpus() as corpus:
        assert first_fault(bench.events()) == ""
        found |= {"list": list(bench.summaries()), "documents": [s.id for s in corpus.sources()]}
        found["passages"] = corpus.stats().passages
    assert [f for f in diagnose(folder) if not f.ok] == []
    return found


@contextmanager
def dying(step: int, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Kill this process when it comes to the given step: the start or the end of a write."""
    passed = 0

    def reached() -> None:
        nonlocal passed
        passed += 1
        if passed == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(writing: Callable[..., object]) -> Callable[..., object]:
        @contextmanager
        def wrapper(*args: object) -> Iterator[object]:
            with writing(*args) as what:  # type: ignore[attr-defined]
                yield what
                reached()
            reached()

        return wrapper

    for home, name in ((Store, "transaction"), (Database, "writing"), (index.PassageIndex, "_writer")):
        patch.setattr(home, name, watched(getattr(home, name)))
    yield


def killed(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that dies at `step`; tell whether it came so far."""
    child = os.fork()
    if not child:
        try:
            with pytest.MonkeyPatch.context() as patch, dying(step, patch):
                work()
                os._exit(0)
        finally:
            os._exit(1)  # whatever failed: this process must not go on as a second run of the tests
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, "the work failed before it was killed"
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def test_a_check_that_is_killed_at_any_write_completes_when_it_is_run_again(
    tmp_path: Path, run: Callable[[str], None]
) -> None:
    run("undisturbed")
    expected = outcome(tmp_path / "undisturbed")
    step = 0
    while killed(step := step + 1, lambda: run(f"{step}")):
        run(f"{step}")
        assert outcome(tmp_path / f"{step}") == expected, f"killed at step {step}"
    assert step > STEPS


def test_a_check_that_is_killed_again_and_again_gets_done(tmp_path: Path, run: Callable[[str], None]) -> None:
    run("undisturbed")
    step = 0
    while killed(step := step + 1, lambda: run("harassed")):
        pass
    assert outcome(tmp_path / "harassed") == outcome(tmp_path / "undisturbed")


def test_a_decision_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    make_bench(tmp_path).close()

    def decide() -> None:
        with Workbench.open(tmp_path, user="alice") as bench:
            bench.set_stance("c0001", "c0001-a", Stance.CORROBORATES)

    for step, kept in ((1, False), (2, True)):
        assert killed(step, decide)
        with Workbench.open(tmp_path, user="alice") as bench:
            assert bool(bench.claim("c0001").state.stances) is kept
            assert first_fault(bench.events()) == ""
            assert bench.store.integrity() == ""


def test_every_acknowledged_decision_survives_a_kill_at_a_random_moment(tmp_path: Path) -> None:
    """`python -m tests.bench killing` does it 200 times."""
    found = kill_while_deciding(tmp_path, 8)
    assert (found.missing, found.faults) == (0, ())
    assert found.acknowledged >= 8
