"""What became of what a problem tells of: lost, read all the same, or passed over; the worst stands first."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.domain import Problem, ProblemKind
from factcheck.reports.problems import problems_line, worst_first

UNREAD, READ, PASSED_OVER = ProblemKind


def _kept(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    (folder / "page_files").mkdir(parents=True)
    (folder / ".DS_Store").write_bytes(b"\x00\x01")
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "~$memo.docx").write_bytes(b"\x05me" + bytes(160))
    (folder / "page_files" / "site.js").write_text("var a = 1;")
    (folder / "old.txt").write_bytes("Der Überlauf läuft über das Wehr.".encode("cp1252"))
    (folder / "rows.jsonl").write_text(
        '{"text": "The weir holds."}\n{"text": "The gate\n{"text": "The lock is open."}\n'
    )
    (folder / "zz.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 200)
    with zipfile.ZipFile(folder / "pack.zip", "w") as archive:
        archive.writestr("empty.txt", "")
        archive.writestr("note.txt", "The weir was mended.")
    return folder


@pytest.mark.parametrize("workers", [0, 1])
def test_each_problem_says_what_became_of_it(tmp_path: Path, workers: int) -> None:
    folder = _kept(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        previewed = corpus.preview([folder]).problems
        told = corpus.add([folder], workers=workers).problems
        assert {Path(one.path).name: one.kind for one in told} == {
            ".DS_Store": PASSED_OVER,
            "Thumbs.db": PASSED_OVER,
            "~$memo.docx": PASSED_OVER,
            "site.js": PASSED_OVER,
            "old.txt": READ,
            "rows.jsonl#line-2": UNREAD,
            "zz.pdf": UNREAD,
            "pack.zip!empty.txt": UNREAD,
        }
        assert sorted(map(str, previewed)) == sorted(map(str, told))
        assert {one.path: one.kind for one in previewed} == {one.path: one.kind for one in told}
        assert {one.path: one.kind for one in corpus.problems()} == {one.path: one.kind for one in told}
    assert [Path(one.path).name for one in worst_first(told)][:4] == [
        "zz.pdf",
        "pack.zip!empty.txt",
        "rows.jsonl#line-2",
        "old.txt",
    ]


def test_what_is_passed_over_in_a_folder_is_tried_when_it_is_named(tmp_path: Path) -> None:
    source = tmp_path / "~$minutes.txt"
    source.write_text("The weir was mended in 12 days.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.add([source]).added == 1


def test_kinds_are_counted_where_there_are_several() -> None:
    lost = Problem(path="a", reason="is empty", remedy="")
    junk = Problem(path="b", reason="is hidden", remedy="", kind=PASSED_OVER)
    assert problems_line([lost, lost]) == "2 problems"
    assert problems_line([lost, junk, lost]) == "3 problems (2 not read; 1 passed over)"
