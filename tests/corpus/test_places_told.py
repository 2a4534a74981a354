"""A document that several files hold is found by the name of each, and each is told."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from tests.corpus.documents import WITHOUT_SAID

TEXT = "The weir at Lund was mended in 12 days."


def _twice(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "kept"
    folder.mkdir()
    with zipfile.ZipFile(folder / "2024.zip", "w") as archive:
        archive.writestr("copy of minutes.txt", TEXT)
    (folder / "minutes.txt").write_text(TEXT)
    return folder / "2024.zip", folder / "minutes.txt"


def named(corpus: Corpus, name: str) -> list[str]:
    return [Path(one.path).name for one in corpus.addressed([name], 5)]


def test_a_document_is_found_by_the_name_of_each_file(tmp_path: Path) -> None:
    packed, plain = _twice(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        previewed = corpus.preview([packed.parent])
        report = corpus.add([packed.parent])
        assert (report.added, report.unchanged, report.repeated) == (1, 0, 1)
        assert (previewed.new, previewed.there, previewed.repeated) == (1, 0, 1)
        assert named(corpus, "minutes.txt") == ["minutes.txt"], "as it stands where it is named"
        assert named(corpus, "2024.zip!copy of minutes.txt") == ["2024.zip!copy of minutes.txt"]
        (places,) = corpus.places().values()
        assert places == (str(plain),)
        again = corpus.add([packed.parent])
        assert (again.added, again.unchanged, again.repeated) == (0, 1, 1)
        preview = corpus.preview([packed.parent])
        assert (preview.new, preview.there, preview.repeated) == (0, 1, 1)


@pytest.mark.parametrize("first", [0, 1])
def test_a_name_is_forgotten_with_the_place(tmp_path: Path, first: int) -> None:
    files = _twice(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([files[first], files[1 - first]])
        (tmp_path / "kept" / "minutes.txt").write_text("Nothing was mended at all.")
        corpus.add([files[1]])
        (other,) = [one for one in corpus.sources() if "zip" not in one.path]
        assert [one.id for one in corpus.addressed(["minutes.txt"], 5)] == [other.id]
        assert named(corpus, "2024.zip!copy of minutes.txt") == ["2024.zip!copy of minutes.txt"]
        corpus.remove([one.id for one in corpus.sources()])
        assert named(corpus, "minutes.txt") == named(corpus, "2024.zip!copy of minutes.txt") == []


def test_a_corpus_of_an_earlier_version_knows_the_names(tmp_path: Path) -> None:
    packed, plain = _twice(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([packed, plain])
    with closing(sqlite3.connect(tmp_path / "corpus" / "documents.db")) as db:
        db.executescript(f"DELETE FROM name WHERE key = 'minutes.txt'; {WITHOUT_SAID}; PRAGMA user_version = 12")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert named(corpus, "minutes.txt") == ["minutes.txt"]
