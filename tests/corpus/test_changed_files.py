"""A file that is read again: who may see what stands in it now, what was lost in a damaged one, what is mended."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.corpus import Corpus, Mark
from factcheck.domain import Sensitivity, Term

SECRET = Mark(scope="desk:politics", sensitivity=Sensitivity.CONFIDENTIAL)
SCOPES = ("desk:politics", "desk:sport")


def marks(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {one.title or one.path: (one.scope, one.sensitivity.value) for one in corpus.sources()}


def titles(corpus: Corpus) -> list[str]:
    return sorted(one.title for one in corpus.sources())


def rows(*names: str) -> str:
    return "".join(json.dumps({"title": name, "text": f"The {name} ferry stops at noon."}) + "\n" for name in names)


@pytest.mark.parametrize("workers", [0, 1])
def test_another_wording_of_what_is_confidential_is_confidential(tmp_path: Path, workers: int) -> None:
    source = tmp_path / "memo.txt"
    source.write_text("The ministry hid 44 million crowns.")
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        corpus.add([source], mark=SECRET)
        source.write_text("The ministry hid 45 million crowns.")
        report = corpus.add([source], workers=workers)
        assert (report.added, report.heirs) == (1, 1)
        assert marks(corpus) == {"The ministry hid 45 million crowns.": ("desk:politics", "confidential")}
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.retrieve([Term(text="ministry")], 5) == [], "nobody else finds it"


@pytest.mark.parametrize(
    ("mark", "expected", "heirs"),
    [
        (Mark(sensitivity=Sensitivity.OPEN), ("desk:politics", "open"), 1),
        (Mark(scope=""), ("", "confidential"), 1),
        (Mark(scope="", sensitivity=Sensitivity.OPEN), ("", "open"), 0),
        (Mark(scope="desk:sport", sensitivity=Sensitivity.BACKGROUND), ("desk:sport", "background"), 0),
    ],
)
def test_what_is_said_of_a_changed_file_wins(tmp_path: Path, mark: Mark, expected: tuple[str, str], heirs: int) -> None:
    source = tmp_path / "memo.txt"
    source.write_text("The ministry hid 44 million crowns.")
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        corpus.add([source], mark=SECRET)
        source.write_text("Another text.")
        assert corpus.add([source], mark=mark).heirs == heirs
        assert marks(corpus) == {"Another text.": expected}


def test_the_strictest_of_a_file_holds_for_what_is_new_in_it(tmp_path: Path) -> None:
    source = tmp_path / "all.jsonl"
    source.write_text(rows("old", "north"))
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        corpus.add([source])
        corpus.mark([next(one.id for one in corpus.sources() if one.title == "north")], SECRET)
        source.write_text(rows("old", "north", "south"))
        corpus.add([source])
        assert marks(corpus) == {
            "old": ("", "open"),
            "north": ("desk:politics", "confidential"),
            "south": ("desk:politics", "confidential"),
        }


def test_a_new_file_inherits_nothing_from_those_beside_it(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        for name, mark in (("a.txt", SECRET), ("b.txt", Mark())):
            (tmp_path / name).write_text(f"The ferry of {name} stops.")
            assert corpus.add([tmp_path / name], mark=mark).heirs == 0
        assert sorted(marks(corpus).values()) == [("", "open"), ("desk:politics", "confidential")]


def test_what_is_behind_the_cut_of_a_file_is_kept(tmp_path: Path) -> None:
    source = tmp_path / "all.jsonl.gz"
    names = [os.urandom(200).hex() for _ in range(300)]
    whole = gzip.compress(rows(*names).encode())
    source.write_bytes(whole)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        source.write_bytes(whole[: len(whole) // 2])
        report = corpus.add([source])
        assert (report.added, len(report.problems), report.changed) == (0, 1, ())
        assert titles(corpus) == sorted(names)
        source.write_bytes(gzip.compress(rows(*names[:7]).encode()))
        corpus.add([source])
        assert titles(corpus) == sorted(names[:7]), "a whole file says what it no longer holds"


def test_a_line_that_broke_keeps_what_stood_in_it_and_the_others_are_replaced(tmp_path: Path) -> None:
    source = tmp_path / "all.jsonl"
    source.write_text(rows("one", "two", "three"))
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        source.write_text(rows("one") + '{"title": "tw\n' + rows("four"))
        corpus.add([source])
        assert titles(corpus) == ["four", "one", "two"]


def packed(path: Path, members: Sequence[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_a_member_that_broke_keeps_what_it_held_from_wherever_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = packed(tmp_path / "all.zip", [("a.jsonl", rows("one", "two").encode()), ("b.txt", b"The bus comes.")])
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        packed(source, [("a.jsonl", b"\x00\x01\x02"), ("b.txt", b"The tram comes.")])
        monkeypatch.chdir(tmp_path)
        corpus.add([Path("all.zip")])
        assert titles(corpus) == ["The tram comes.", "one", "two"]


def test_a_doubt_about_a_text_that_was_read_keeps_no_earlier_one(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Die Fähre fährt.", "latin-1")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert len(corpus.add([source]).problems) == 1
        source.write_text("Die Fähre fährt später.", "latin-1")
        assert len(corpus.add([source]).problems) == 1, "its encoding was guessed"
        assert titles(corpus) == ["Die Fähre fährt später."]


def test_problems_below_a_folder_that_is_read_again_are_forgotten_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, beside = tmp_path / "in", tmp_path / "in2"
    for folder in (inside, beside):
        folder.mkdir()
        (folder / "a.txt").write_bytes(b"\x00\x01")
        packed(folder / "b.zip", [("c.txt", b"\x00\x01"), ("d.txt", b"The bus comes.")])
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([inside, beside])
        assert len(corpus.problems()) == 4
        (inside / "a.txt").write_text("The ferry stops.")
        packed(inside / "b.zip", [("d.txt", b"The bus comes.")])
        monkeypatch.chdir(tmp_path)
        corpus.add([Path("in")])
        assert [one.path for one in corpus.problems()] == [str(beside / "a.txt"), f"{beside / 'b.zip'}!c.txt"]
