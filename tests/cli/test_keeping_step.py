"""`corpus add`, `sync`, `--watch`, `verify` and `rebuild` where files move, come back, or rules and bytes change."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import corpus_adding
from factcheck.cli.place import Place
from factcheck.corpus.marks import UNMARKED
from tests.cli.command import Ended, called

Command = Callable[..., Ended]
TOLD = corpus_adding.Told(0, UNMARKED)
FERRY = "The ferry stops at the island in October."


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    return command


def test_a_folder_that_was_renamed_is_found_again(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "arch").mkdir()
    (tmp_path / "arch" / "a.txt").write_text(FERRY)
    factcheck("corpus", "add", str(tmp_path / "arch"))
    (tmp_path / "arch").rename(tmp_path / "archive2")
    assert "files gone: 1, back: 0" in factcheck("corpus", "sync").err
    assert factcheck("corpus", "search", "ferry").out == ""
    added = factcheck("corpus", "add", str(tmp_path / "archive2"))
    assert "0 documents added, 1 were there already; 1 of them was gone, and can be found again" in added.err
    assert "archive2/a.txt" in factcheck("corpus", "search", "--json", "ferry").out
    assert "files gone: 0, back: 0" in factcheck("corpus", "sync").err


@pytest.mark.parametrize("between", [True, False])
def test_a_watched_text_that_moved_and_was_corrected_is_superseded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, between: bool
) -> None:
    monkeypatch.setattr(corpus_adding, "POLL_SECONDS", 0.0)
    place, inbox = Place(workspace=str(tmp_path / "ws"), user="alice"), tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("The hall was painted in 2019.")

    def held() -> list[tuple[str, str]]:
        with place.open() as bench, bench.open_corpus() as corpus:
            return [(one.passage.text, Path(one.source.path).name) for one in corpus.search("hall painted", 10)]

    known = corpus_adding.step(place, inbox, {}, TOLD)
    (inbox / "a.txt").rename(inbox / "b.txt")
    if between:
        known = corpus_adding.step(place, inbox, known, TOLD)
        assert held() == [("The hall was painted in 2019.", "b.txt")]
    (inbox / "b.txt").write_text("The hall was painted in 2017, says the town.")
    known = corpus_adding.step(place, inbox, known, TOLD)
    assert held() == [("The hall was painted in 2017, says the town.", "b.txt")]
    (inbox / "b.txt").unlink()
    known = corpus_adding.step(place, inbox, known, TOLD)
    assert held() == []
    (inbox / "z.txt").write_text("The hall was painted in 2017, says the town.")
    corpus_adding.step(place, inbox, known, TOLD)
    assert held() == [("The hall was painted in 2017, says the town.", "z.txt")]


def test_what_may_not_be_looked_at_is_named(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(FERRY)
    factcheck("corpus", "add", str(tmp_path / "a.txt"))
    look = os.lstat

    def refused(path: str | bytes, **how: object) -> os.stat_result:
        if os.fsdecode(path).endswith("/a.txt"):
            raise PermissionError(13, "Permission denied")
        return look(path, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", refused)
        synced = factcheck("corpus", "sync")
    assert "files gone: 0, back: 0" in synced.err
    assert "a.txt: cannot be looked at (Permission denied), and is kept as it was" in synced.err
    assert "a.txt" in factcheck("corpus", "search", "--json", "ferry").out


def test_a_damaged_index_is_told_with_what_mends_it(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY)
    factcheck("corpus", "add", str(tmp_path / "a.txt"))
    assert factcheck("corpus", "verify").code == 0
    (file,) = (tmp_path / "ws" / "corpus" / "index").glob("*.idx")
    with file.open("r+b") as stream:  # in place: the file is mapped into memory
        (byte,) = stream.read(1)
        stream.seek(0)
        stream.write(bytes([byte ^ 255]))
    found = factcheck("corpus", "verify")
    assert (found.code, f"{file.name}: does not match its checksum" in found.out) == (1, True)
    assert "1 document, 0 differ" in found.err
    assert "WRONG corpus" in factcheck("doctor").out
    factcheck("corpus", "rebuild")
    assert factcheck("corpus", "verify").code == 0


def test_changed_rules_for_tiers_are_told_and_applied_by_a_rebuild(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY)
    factcheck("corpus", "add", str(tmp_path / "a.txt"))
    assert "corpus rebuild" not in factcheck("corpus", "list").err
    rules = '[sources]\nrules = [{ field = "path", pattern = "*/a.txt", tier = "primary" }]\n'
    (tmp_path / "ws" / "factcheck.toml").write_text(rules)
    for command in ("list", "stats"):
        assert "1 document had the tier from other rules" in factcheck("corpus", command).err
    assert "1 document with another tier" in factcheck("corpus", "rebuild").err
    listed = factcheck("corpus", "list")
    assert ("primary" in listed.out, "other rules" in listed.err) == (True, False)


def test_an_index_of_an_earlier_version_is_built_anew_and_that_is_told(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(FERRY)
    factcheck("corpus", "add", str(tmp_path / "a.txt"))
    before = factcheck("corpus", "search", "--json", "ferry").out
    (tmp_path / "ws" / "corpus" / "index" / "FORMAT").write_text("3")
    for wait in ("PATIENCE_SECONDS", "RETELL_SECONDS"):
        monkeypatch.setattr(f"factcheck.cli.output.{wait}", -1.0)
    told = factcheck("corpus", "search", "--json", "ferry")
    assert "the index is brought up to date: 1 documents, 1 passages" in told.err
    assert told.out == before
    assert "brought up to date" not in factcheck("corpus", "search", "--json", "ferry").err
