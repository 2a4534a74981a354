"""What was kept as received is verified byte by byte, and a run that was killed in between is told and made good."""

from __future__ import annotations

import gzip
import os
import re
import shlex
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from factcheck.errors import StorageError
from factcheck.web.cassette_files import add
from factcheck.web.files import DEAD_SECONDS
from factcheck.web.snapshots import read_snapshot
from tests.web.site import Site, reply
from tests.web.test_displacing import other
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, signed, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures


KILLED = """
import os, signal, sys
from factcheck.cli.running import main
from factcheck.workbench.keeping import Keeper
Keeper.keep = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # the snapshot is written, and nothing came of it yet
main(sys.argv[1:])
"""


def kept(workspace: Path) -> list[Path]:
    return sorted(workspace.glob("snapshots/*/*/*.warc.gz"))


def test_every_flipped_byte_of_a_snapshot_is_found(site: Site, workspace: Path, factcheck: Command) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAGE)))
    (path,) = kept(workspace)
    whole = path.read_bytes()
    read_snapshot(path)
    missed = []
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            read_snapshot(path)
        except StorageError:
            continue
        missed.append(place)
    assert missed == []


def test_a_damaged_and_a_missing_snapshot_are_named(site: Site, workspace: Path, factcheck: Command) -> None:
    factcheck("fetch", site.add("/one", reply(200, PAGE)), site.add("/two", other("Two")))
    good = factcheck("corpus", "verify")
    assert (good.code, good.err.splitlines()[-1]) == (0, "2 snapshots, 0 damaged or missing")
    one, two = kept(workspace)
    contents = bytearray(one.read_bytes())
    contents[len(contents) // 2] ^= 1
    one.write_bytes(contents)
    found = factcheck("corpus", "verify")
    assert (found.code, len(found.out.splitlines())) == (1, 1)
    assert found.out.startswith(str(one.relative_to(workspace)))
    two.unlink()
    found = factcheck("corpus", "verify", "--json")
    assert found.code == 1
    assert two.parent.name in found.out
    told = factcheck("doctor")
    assert one.parent.name in told.out
    assert "is missing" in told.out


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signals here")
def test_a_run_that_was_killed_before_its_sources_were_made_is_told_and_made_good(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    factcheck("init")
    url = site.add("/harbour", reply(200, PAGE))
    ended = subprocess.run([sys.executable, "-c", KILLED, "--workspace", str(workspace), "fetch", url], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (len(kept(workspace)), listed(factcheck)) == (1, [])
    told = factcheck("doctor")
    assert told.code == 0
    assert f"ok snapshots: fine; came before a run was broken off, and became no source: {url}" in " ".join(
        told.out.split()
    )
    assert factcheck("fetch", url).out.startswith("new (200): Five cranes")
    assert "became no source" not in factcheck("doctor").out


def test_faults_and_searches_are_no_sources_that_are_missing(site: Site, factcheck: Command) -> None:
    factcheck("fetch", site.add("/gone", reply(410, b"gone")), site.add("/harbour", reply(200, PAGE)))
    assert "snapshots: fine" in " ".join(factcheck("doctor").out.split())


KILLED_WHILE_WRITING = """
import os, signal, sys
from factcheck.cli.running import main
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
main(sys.argv[1:])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signals here")
def test_what_a_kill_leaves_unfinished_is_removed_by_a_later_run(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    factcheck("init")
    url = site.add("/harbour", reply(200, PAGE))
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, "--workspace", str(workspace), "fetch", url]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    (left,) = workspace.rglob("*.part")
    assert kept(workspace) == []
    factcheck("fetch", url)
    assert left.exists(), "somebody else may be writing it"
    long_ago = left.stat().st_mtime - 2 * DEAD_SECONDS
    os.utime(left, (long_ago, long_ago))
    factcheck("fetch", "--refetch", url)
    assert not list(workspace.rglob("*.part"))
    assert len(kept(workspace)) == 2


def test_what_a_recorder_left_unfinished_is_removed_by_the_next_and_nothing_else_is(tmp_path: Path) -> None:
    cassette = tmp_path / "play.yaml"
    left, others = tmp_path / ".play.yaml.x1y2.part", [tmp_path / ".play.part", tmp_path / "video.part"]
    for path in (left, *others):
        path.write_bytes(b"half")
    add(cassette, [])
    assert not left.exists()
    assert all(path.exists() for path in others)


def packed_anew(path: Path, old: bytes, new: bytes) -> None:
    """Write a file as somebody would who knows WARC: each record packed by itself, and whole."""
    contents, members = path.read_bytes(), []
    while contents:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        members.append(gzip.compress(unpacker.decompress(contents).replace(old, new), mtime=0))
        contents = unpacker.unused_data
    path.write_bytes(b"".join(members))


@pytest.mark.parametrize(
    ("old", "new"), [(b"URI: http://127.0.0.1", b"URI: http://127.0.0.2"), (b"WARC-Date: 2", b"WARC-Date: 1")]
)
def test_another_address_or_day_in_whole_records_is_found(
    site: Site, workspace: Path, factcheck: Command, old: bytes, new: bytes
) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAGE)))
    (path,) = kept(workspace)
    packed_anew(path, old, new)
    assert "is not what was kept" in factcheck("corpus", "verify").out


def test_a_copy_that_is_gone_beside_another_of_the_same_page_is_told(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, PAGE))
    factcheck("fetch", url)
    factcheck("fetch", "--refetch", url)
    older, newer = kept(workspace)
    older.unlink()
    found = factcheck("corpus", "verify")
    assert (found.code, f"the snapshot of {url} is missing" in found.out) == (1, True)
    newer.rename(newer.with_name("20200101T000000000000.warc.gz"))
    assert "named by another moment" in factcheck("corpus", "verify").out


def test_a_pipe_in_place_of_a_snapshot_is_told_at_once(site: Site, workspace: Path, factcheck: Command) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAGE)))
    (path,) = kept(workspace)
    path.unlink()
    os.mkfifo(path)
    assert "cannot be read" in factcheck("corpus", "verify").out


def test_a_page_whose_snapshot_is_lost_is_asked_for_again(site: Site, workspace: Path, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    factcheck("fetch", url)
    assert factcheck("fetch", url).out.startswith("there already")
    kept(workspace)[0].unlink()
    assert not factcheck("fetch", url).out.startswith("there already")
    assert len(kept(workspace)) == 1


def test_the_command_for_a_damaged_page_runs_nothing_that_its_address_says(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    url = site.add("/report;touch$IFS/made", reply(200, PAGE)) + "?a=1&b=2"
    signed(url, factcheck, tmp_path)
    (snapshot,) = kept(workspace)
    snapshot.unlink()
    told = factcheck("review", "status").out
    (command,) = re.findall(r"fetch --refetch .*", told)
    assert shlex.split(command)[2:] == [url]


INTERRUPTED = """
import os, signal, sys
from factcheck.cli.running import main
from factcheck.workbench.keeping import Keeper
keep, times = Keeper.keep, [int(sys.argv.pop(1))]
def interrupted(self, one):
    if times[0]:
        times[0] -= 1
        os.kill(os.getpid(), signal.SIGINT)
    return keep(self, one)
Keeper.keep = interrupted
main(sys.argv[1:])
"""


def test_what_came_is_a_source_though_somebody_interrupts_while_it_is_made_one(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    factcheck("init")
    urls = [site.add(f"/report{n}", reply(200, html(title=f"Report {n}").encode())) for n in range(5)]
    command = [sys.executable, "-c", INTERRUPTED, "1", "--workspace", str(workspace), "fetch", *urls]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    told = "interrupted; what was done is kept" in ended.stderr
    assert (ended.returncode, told) in [(130, True), (-signal.SIGINT, True), (0, False)]  # 0: nothing was left to do
    assert len(listed(factcheck)) == 5
    checked = factcheck("doctor")
    assert (checked.code, "broken off" in checked.out) == (0, False)
    assert factcheck("fetch", *urls).out.count("there already") == 5
