"""Closed pipes and streams, signals and full disks: the right exit code, no traceback, nothing lost."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.command import ARTICLE, called, started, written
from tests.factory import make_bench


@pytest.fixture
def workspace(tmp_path) -> str:
    make_bench(tmp_path / "w", claims=30).close()
    return str(tmp_path / "w")


def test_a_reader_that_goes_away_ends_the_command_with_the_code_of_a_closed_pipe(workspace):
    reader, writer = os.pipe()
    os.close(reader)
    child = started("--workspace", workspace, "claim-list", "--format", "json", stdout=writer)
    os.close(writer)
    _, err = child.communicate()
    assert (child.returncode, err) == (141, "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["xlsx", "docx", "html", "json"])
def test_a_report_that_does_not_get_through_whole_is_no_success(workspace, monkeypatch, form, unbuffered):
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)  # no report fits
    child = started("--workspace", workspace, "claim-list", "--format", form, stdout=writer)
    os.close(writer)
    assert os.read(reader, 10)
    os.close(reader)
    _, err = child.communicate()
    assert (child.returncode, err) == (141, "")


def test_the_size_of_the_terminal_can_be_asked_for_where_output_is_not_buffered(monkeypatch):
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    asked = "import sys; from factcheck.cli.running import _write_whole; _write_whole(); print(sys.__stdout__.fileno())"
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "1\n", "")


def test_data_that_cannot_be_printed_as_stdout_was_closed_is_told(workspace):
    child = started("--workspace", workspace, "claim-list", before=lambda: os.close(1), stdout=subprocess.DEVNULL)
    _, err = child.communicate()
    assert child.returncode == 3
    assert "standard output is closed" in err


@pytest.mark.parametrize("stream", [0, 2])
def test_a_stream_that_is_closed_from_the_start_is_no_fault(workspace, stream):
    child = started("--workspace", workspace, "claim-list", before=lambda: os.close(stream))
    _, err = child.communicate()
    assert (child.returncode, err) == (0, "")


def test_a_full_disk_behind_stdout_is_told(workspace):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        child = started("--workspace", workspace, "claim-list", stdout=full.fileno())
        _, err = child.communicate()
    assert child.returncode == 3
    assert "No space left" in err


def test_a_full_disk_behind_stderr_does_not_change_the_exit_code(tmp_path):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        child = started("--workspace", str(tmp_path / "absent"), "claim-list", stderr=full.fileno())
        child.communicate()
    assert child.returncode == 3


def archive(folder) -> str:
    rows = (json.dumps({"text": f"Report {n} of the harbour of Ostwick. " + f"word{n} " * 40}) for n in range(3_000))
    return written(folder, "archive.jsonl", "\n".join(rows))


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "by SIGTERM"), (signal.SIGHUP, 129, "by SIGHUP")],
)
def test_an_interrupted_command_says_so_and_completes_when_run_again(tmp_path, capsys, number, code, words):
    add = ["--workspace", str(tmp_path / "w"), "corpus", "add", archive(tmp_path)]
    child = started(*add, before=lambda: os.nice(5))  # or it has ended before a busy machine lets us look
    while not (tmp_path / "w" / "corpus" / "documents.db").exists() and child.poll() is None:
        time.sleep(0.005)  # looking without a rest takes the processor from the child
    child.send_signal(number)
    _, err = child.communicate()
    assert child.returncode == code
    assert words in err
    assert "Traceback" not in err
    assert called(capsys, *add).code == 0
    stats = json.loads(called(capsys, *add[:2], "corpus", "stats", "--json").out)
    assert (stats["documents"], stats["passages"]) == (3_000, 3_000)


def test_a_disk_that_fills_up_is_told_and_the_work_completes_once_there_is_room(tmp_path, capsys):
    article = written(tmp_path, "a.txt", ARTICLE)
    check = ["--workspace", str(tmp_path / "w"), "check", article, "--corpus", archive(tmp_path)]

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    child = started(*check, before=little_room)
    out, err = child.communicate()
    assert (child.returncode, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert "make room" in err
    ended = called(capsys, *check)
    assert ended.code == 0
    assert "corpus: 3000 documents" in ended.err
    assert called(capsys, *check[:2], "doctor").code == 0


def test_help_goes_to_a_closed_pipe_without_complaint():
    child = started("--help", before=lambda: os.close(1), stdout=subprocess.DEVNULL)
    assert (child.communicate()[1], child.returncode) == ("", 0)


@pytest.mark.parametrize("arguments", [("claim", "note", "1", "seen"), ("corpus", "add", "TEXT"), ("check", "TEXT")])
def test_where_a_file_may_not_grow_that_is_said_and_nothing_else_is_blamed(workspace, tmp_path, arguments):
    text = written(tmp_path, "a.txt", "The mayor said that 30 trees fell.")
    kept = [text if one == "TEXT" else one for one in arguments]
    limit = 8 * 1024
    child = started(
        "--workspace", workspace, *kept, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    _, err = child.communicate()
    assert child.returncode == 3
    assert "no file may grow beyond 8 kB here (`ulimit -f`) (make room" in err
