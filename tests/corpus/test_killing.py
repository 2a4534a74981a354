"""Adding that is interrupted: whatever the moment, nothing is lost or doubled, and the next run goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus import Corpus

DOCUMENTS, FILES = 3000, 3
ADDING = """
import sys
from pathlib import Path
from factcheck.corpus import Corpus, adding
adding.COMMIT_SECONDS = 0.1  # so that kills fall between commits, too
with Corpus.open(sys.argv[1]) as corpus:
    print("open", flush=True)
    corpus.add([Path(sys.argv[2])], workers=int(sys.argv[3]))
    print("done", flush=True)
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    each = DOCUMENTS // FILES
    for file in range(FILES):
        numbers = range(file * each, (file + 1) * each)
        rows = [{"text": f"Report number {n} of the lake authority on ferry {n * 7}."} for n in numbers]
        (folder / f"{file}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    with Corpus.open(tmp_path_factory.mktemp("whole")) as corpus:
        corpus.add([archive])
        return corpus.digest


def run(corpus: Path, archive: Path, workers: int, number: int, after: float) -> bool:
    """Add in another process, and send it a signal so many seconds after it began; tell whether it was done by then."""
    command = [sys.executable, "-c", ADDING, str(corpus), str(archive), str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(after)
        os.kill(process.pid, number)
        return process.stdout.readline() == b"done\n"


@pytest.mark.parametrize(("seed", "workers"), [(1, 0), (2, 0), (3, 2), (4, 0)])
def test_killed_again_and_again_it_ends_with_the_same_documents(
    tmp_path: Path, archive: Path, expected: str, seed: int, workers: int
) -> None:
    dice = random.Random(seed)
    for _ in range(3):
        run(tmp_path, archive, workers, signal.SIGKILL, dice.uniform(0, 0.8))
        with Corpus.open(tmp_path, create=False) as corpus:
            assert corpus.stats().passages == corpus.documents, "the index has what is kept, after each kill"
            assert corpus.verify() == ()
    with Corpus.open(tmp_path) as corpus:
        corpus.add([archive])
        assert (corpus.documents, corpus.stats().passages) == (DOCUMENTS, DOCUMENTS)
        assert corpus.digest == expected


def test_ctrl_c_leaves_what_was_kept(tmp_path: Path, archive: Path, expected: str) -> None:
    run(tmp_path, archive, 2, signal.SIGINT, 0.6)
    with Corpus.open(tmp_path) as corpus:
        assert corpus.stats().passages == corpus.documents
        corpus.add([archive])
        assert corpus.digest == expected


@pytest.mark.parametrize("workers", [1, 3])
def test_workers_add_the_same_in_the_same_order(tmp_path: Path, archive: Path, workers: int) -> None:
    added = []
    for number in (0, workers):
        with Corpus.open(tmp_path / str(number)) as corpus:
            corpus.add([archive], workers=number)
            added.append([(source.id, source.origin) for source in corpus.sources()])
    assert added[0] == added[1]


@pytest.mark.parametrize(
    ("fate", "reason"),
    [
        ("os.abort()", "ended the process that read it"),
        ("[0 for _ in iter(int, 1)]", "takes longer than 5 minutes to read"),
    ],
)
def test_a_file_that_ends_its_reader_or_has_no_end_is_a_problem_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str, reason: str
) -> None:
    (tmp_path / "in").mkdir()
    for name in "abcd":
        (tmp_path / "in" / f"{name}.txt").write_text(f"The {name} ferry stops in October.")
    hurt(tmp_path, monkeypatch, fate)
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([tmp_path / "in"], workers=1)
    assert report.added == 3
    assert [(Path(p.path).name, p.reason) for p in report.problems] == [("b.txt", reason)]


def hurt(folder: Path, monkeypatch: pytest.MonkeyPatch, fate: str) -> None:
    """Let this happen to a worker that reads "b.txt": it finds this module before the real one."""
    (folder / "sitecustomize.py").write_text(
        "import os\n"
        "from pathlib import Path\n"
        "from factcheck.corpus import readers, reading\n"
        "reading.LONGEST_SECONDS = 2\n"
        "read = readers.read_documents\n"
        f"readers.read_documents = lambda path, **more: {fate} if path.name == 'b.txt' else read(path, **more)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(folder))


def test_a_reader_ends_with_the_process_that_it_reads_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("The ferry stops in October.")
    note = tmp_path / "reader"
    endless = f"[Path({str(note)!r}).write_text(str(os.getpid())), __import__('time').sleep(1000)]"
    hurt(tmp_path, monkeypatch, endless)
    command = [sys.executable, "-c", ADDING, str(tmp_path / "corpus"), str(tmp_path / "in"), "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        reader = int(waited_for(lambda: note.read_text() if note.is_file() else ""))
        process.kill()
    assert waited_for(lambda: "gone" if not Path(f"/proc/{reader}/cmdline").is_file() else "")


def waited_for(look: Callable[[], str]) -> str:
    """Return what is found within half a minute."""
    for _ in range(600):
        if found := look():
            return found
        time.sleep(0.05)
    return ""
