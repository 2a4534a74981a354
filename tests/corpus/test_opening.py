"""Opening a corpus whose index is to be made: one process makes it, whatever the others do, and nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.lock import writing
from factcheck.domain import Term
from factcheck.errors import BusyError

TOGETHER = 6
FERRY = "The ferry across the lake stops in October, the lake authority told its board on Monday evening."
OPENING = """
import sys
from factcheck.corpus import Corpus
print("ready", flush=True)
sys.stdin.readline()
for name in sys.argv[1:]:
    with Corpus.open(name) as corpus:
        print(corpus.documents, flush=True)
"""


def add_ferry(folder: Path) -> None:
    (folder.parent / "ferry.txt").write_text(FERRY)
    with Corpus.open(folder) as corpus:
        corpus.add([folder.parent / "ferry.txt"])


def found(folder: Path) -> int:
    with Corpus.open(folder) as corpus:
        return len(corpus.retrieve([Term(text="ferry", weight=1.0)], 5))


def test_several_processes_may_open_a_new_folder_at_once(tmp_path: Path) -> None:
    names = [str(tmp_path / f"corpus-{number}") for number in range(10)]
    command = [sys.executable, "-c", OPENING, *names]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(TOGETHER)
    ]
    for process in processes:
        assert process.stdout
        process.stdout.readline()
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert (out.split(), err, process.returncode) == (["0"] * len(names), "", 0)


@pytest.mark.parametrize("damage", ["gone", "empty", "a file", "of another version", "left half made"])
def test_several_may_open_a_corpus_whose_index_is_to_be_made_anew(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "corpus"
    add_ferry(folder)
    index = folder / "index"
    if damage == "of another version":
        (index / "FORMAT").write_text("0")
    else:
        shutil.rmtree(index)
    if damage == "empty":
        index.mkdir()
    if damage == "a file":
        index.write_text("not a folder")
    if damage == "left half made":
        (folder / "index.new").mkdir()
        (folder / "index.new" / "meta.json").write_text("{")
        (folder / "index.old").write_text("")
    with ThreadPoolExecutor(TOGETHER) as pool:
        assert max(pool.map(found, [folder] * TOGETHER)) == 1
    assert found(folder) == 1
    assert sorted(path.name for path in folder.glob("index*")) == ["index"]


def test_an_index_is_not_made_anew_under_a_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    add_ferry(folder)
    (folder / "index" / "FORMAT").write_text("0")
    monkeypatch.setattr("factcheck.corpus.index.BUSY_SECONDS", 0.1)
    with writing(folder, "adding"), pytest.raises(BusyError, match=r"\(adding, since"):
        Corpus.open(folder)
    assert found(folder) == 1


def test_a_kill_before_the_new_index_is_filled_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    add_ferry(folder)
    shutil.rmtree(folder / "index")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("factcheck.corpus.index_pending", killed)
        with pytest.raises(KeyboardInterrupt):
            Corpus.open(folder)
    assert found(folder) == 1
