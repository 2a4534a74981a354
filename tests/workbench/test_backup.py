"""A workspace goes into a backup and comes out of it as it was, whatever kind its database is of, or not at all."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile
from factcheck.errors import FactcheckError, InputError, StateError
from factcheck.store import Store, copying
from factcheck.store.copying import counts
from factcheck.workbench import Workbench
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.backing_up import MANIFEST, back_up, opened_backup
from factcheck.workbench.checking import check
from factcheck.workbench.moving import copy_database
from factcheck.workbench.restoring import restore
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import log_fault
from tests.workspaces import Workspaces

pytestmark = pytest.mark.both
SECRET = "postgresql+psycopg://desk:s3cret@db/work"


@pytest.fixture
def desk(tmp_path: Path) -> Workbench:
    """A workspace with a corpus, a page as received, a note and a verdict."""
    folder = tmp_path / "desk"
    page = folder / "snapshots" / "ab" / "abcd" / "20260101T000000000000.warc.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"as it was received")
    archive = tmp_path / "minutes.txt"
    archive.write_text("The lake authority said on Thursday that forty people use the ferry on a working day.\n")
    (folder / "config").mkdir()
    (folder / "config" / "keys.toml").write_text('[keys]\nundo = ["U"]\n')
    bench = Workbench.open(folder, user="alice", create=True)
    check(bench, ArticleFile(text="Forty people use the ferry on a working day.\n"), "f.txt", corpus_paths=[archive])
    claim = next(bench.summaries()).id
    bench.add_note(claim, "told off the record")
    bench.set_verdict(claim, "O", "It is an opinion.")
    return bench


@pytest.fixture
def kept(desk: Workbench, tmp_path: Path) -> Path:
    """A backup of it."""
    return written(desk, tmp_path / "kept.zip")


def written(bench: Workbench, path: Path) -> Path:
    with path.open("wb") as file:
        back_up(bench, file)
    return path


def seen(bench: Workbench) -> dict[str, object]:
    assert (log_fault(bench.store), first_wrong_row(bench.store), list(differing_states(bench.store))) == ("", "", [])
    with bench.open_corpus() as corpus:
        found = [one.source.id for one in corpus.search("forty people use the ferry")]
    return {
        "list": list(bench.summaries()),
        "log": list(bench.store.log_lines()),
        "private": list(bench.store.private_rows()),
        "found": found,
        "keys": bench.settings.values.keys["undo"],
        "pages": sorted(path.read_bytes() for path in (bench.workspace / "snapshots").rglob("*.gz")),
    }


def test_it_comes_back_as_it_was(desk: Workbench, kept: Path, tmp_path: Path) -> None:
    with opened_backup(kept) as (backup, archive):
        assert backup.head == desk.store.last_event().digest
        assert not [name for name in archive.namelist() if "index" in name]
    done = restore(kept, tmp_path / "new", None)
    assert (done.before, done.kept) == (0, ())
    with Workbench.open(tmp_path / "new", user="bob") as bench:
        assert seen(bench) == seen(desk)
        bench.sign(next(bench.summaries()).id, bench.claim(next(bench.summaries()).id).state.binding)


def test_it_comes_back_into_a_file_too(desk: Workbench, kept: Path, tmp_path: Path) -> None:
    restore(kept, tmp_path / "new", str(tmp_path / "other.db"))
    with Workbench.open(tmp_path / "new", user="bob", db=tmp_path / "other.db") as bench:
        assert seen(bench) == seen(desk)


def test_the_configuration_is_in_it_without_its_database(desk: Workbench, tmp_path: Path) -> None:
    settings = desk.workspace / "factcheck.toml"
    settings.write_text(f'user = "desk"\ndb = "{SECRET}"\n[review]\nsolo = true\n')
    path = written(desk, tmp_path / "b.zip")
    with zipfile.ZipFile(path) as archive:
        text = archive.read("factcheck.toml").decode()
    assert "s3cret" not in text
    assert "solo = true" in text
    settings.write_text(f'"db" = """\n{SECRET}"""\n')
    with pytest.raises(StateError, match="cannot be left out") as raised:
        written(desk, tmp_path / "c.zip")
    assert "s3cret" not in str(raised.value)


def test_a_workspace_that_holds_something_is_left_alone(desk: Workbench, kept: Path) -> None:
    claim = next(desk.summaries()).id
    desk.add_note(claim, "since then")
    before = seen(desk)
    with pytest.raises(StateError, match=r"not empty: it holds \d+ events.*--force"):
        restore(kept, desk.workspace, None)
    assert seen(desk) == before


def test_by_force_it_takes_the_place_of_what_is_there_and_who_is_at_work_is_told(desk: Workbench, kept: Path) -> None:
    before = seen(desk)
    claim = next(desk.summaries()).id
    page = next((desk.workspace / "snapshots").rglob("*.gz"))
    page.write_bytes(b"altered")
    desk.add_note(claim, "since then")
    done = restore(kept, desk.workspace, None, force=True)
    assert done.before == len(before["log"]) + 1
    with pytest.raises(StateError, match="restored from a backup since it was opened"):
        desk.add_note(claim, "too late")
    with Workbench.open(desk.workspace, user="alice") as anew:
        assert seen(anew) == before
        anew.add_note(claim, "and on")


def test_the_configuration_that_names_the_database_stays(desk: Workbench, tmp_path: Path) -> None:
    settings = desk.workspace / "factcheck.toml"
    settings.write_text(f'db = "{tmp_path}/named.db"\nuser = "desk"\n')
    path = written(desk, tmp_path / "b.zip")
    before = settings.read_text()
    assert restore(path, desk.workspace, str(tmp_path / "named.db"), force=True).kept == ()
    assert settings.read_text() == before
    settings.write_text(before.replace("desk", "sports"))
    assert restore(path, desk.workspace, str(tmp_path / "named.db"), force=True).kept == ("factcheck.toml",)
    assert "sports" in settings.read_text()


def test_files_that_differ_are_kept_and_named(desk: Workbench, kept: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / next((desk.workspace / "snapshots").rglob("*.gz")).relative_to(desk.workspace)
    page.parent.mkdir(parents=True)
    page.write_bytes(b"another")
    done = restore(kept, tmp_path / "new", None)
    assert done.kept == (page.relative_to(tmp_path / "new").as_posix(),)
    assert page.read_bytes() == b"another"


def test_what_breaks_off_is_done_by_running_it_again(
    desk: Workbench, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(copying, "copy_all", break_off)
        with pytest.raises(RuntimeError):
            restore(kept, tmp_path / "new", None)
    restore(kept, tmp_path / "new", None)
    with Workbench.open(tmp_path / "new", user="bob") as bench:
        assert seen(bench) == seen(desk)


def changed(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def manifest(parts: dict[str, bytes], **values: object) -> None:
    parts[MANIFEST] = json.dumps({**json.loads(parts[MANIFEST]), **values}).encode()


def climb(parts: dict[str, bytes]) -> None:
    told = json.loads(parts[MANIFEST])
    page = next(name for name in parts if name.startswith("snapshots"))
    parts["snapshots/../../evil"] = parts.pop(page)
    told["files"]["snapshots/../../evil"] = told["files"].pop(page)
    parts[MANIFEST] = json.dumps(told).encode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda parts: parts.update({"factcheck.db": parts["factcheck.db"][:-1] + b"x"}), "factcheck.db is not what"),
        (lambda parts: parts.pop(MANIFEST), "is no backup"),
        (lambda parts: parts.update({MANIFEST: b"[]"}), "is no backup"),
        (lambda parts: parts.update({"more.txt": b""}), "are not those of its manifest"),
        (lambda parts: parts.pop("corpus/documents.db"), "are not those of its manifest"),
        (lambda parts: manifest(parts, head="0" * 64), "not the one that its manifest names"),
        (lambda parts: manifest(parts, version=2), "does not know"),
        (climb, "name that no backup has"),
    ],
)
def test_what_is_not_as_it_was_made_is_refused_before_anything_is_written(
    kept: Path, tmp_path: Path, workspaces: Workspaces, change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    changed(kept, change)
    with pytest.raises(InputError, match=told):
        restore(kept, tmp_path / "new", None)
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("size", [0, 10, 3000])
def test_a_file_that_was_cut_is_no_backup(kept: Path, tmp_path: Path, size: int) -> None:
    kept.write_bytes(kept.read_bytes()[:size])
    with pytest.raises(InputError, match=r"damaged|no backup"):
        restore(kept, tmp_path / "new", None)


def test_it_is_one_state_while_others_write(desk: Workbench, tmp_path: Path) -> None:
    claim, stop, faults = next(desk.summaries()).id, threading.Event(), []

    def write() -> None:
        try:
            with Workbench.open(desk.workspace, user="bob") as bob:
                while not stop.is_set():
                    bob.add_note(claim, "meanwhile")
        except FactcheckError as error:
            faults.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        made = [written(desk, tmp_path / f"{number}.zip") for number in range(3)]
    finally:
        stop.set()
        thread.join()
    assert faults == []
    log = list(desk.store.log_lines())
    for number, path in enumerate(made):
        restore(path, tmp_path / f"back{number}", str(tmp_path / f"{number}.db"))
        back = Store(tmp_path / f"{number}.db")
        lines = list(back.log_lines())
        assert lines == log[: len(lines)]
        named = sum((b'"kind":"note"' in line) + line.count(b'"salted":') for line in lines)
        assert counts(back)["private_text"] == named


def test_a_database_is_copied_between_the_kinds_by_name(desk: Workbench, tmp_path: Path) -> None:
    done = copy_database(str(desk.store.where), str(tmp_path / "made" / "copy.db"))
    assert done.head == desk.store.last_event().digest
    with pytest.raises(StateError, match="is not empty"):
        copy_database(str(tmp_path / "made" / "copy.db"), str(desk.store.where))
    with pytest.raises(FactcheckError, match="no database here"):
        copy_database(str(tmp_path / "nothing"), str(tmp_path / "b.db"))
    assert not (tmp_path / "b.db").exists()
