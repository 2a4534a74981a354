"""Files as they should not be: each is told, none stops the others."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.readers import read_documents
from factcheck.domain import Document, Problem
from tests.corpus.documents import make_pdf


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (told,) = read_documents(tmp_path / "pipe.txt")
    assert isinstance(told, Problem)
    assert str(told) == f"{tmp_path}/pipe.txt: is no regular file (add a copy of it)"


def problems(path: Path) -> dict[str, str]:
    """Return what is told of the files below a path: the reasons by name."""
    return {Path(one.path).name: one.reason for one in read_documents(path) if isinstance(one, Problem)}


def test_links_that_lead_back_are_told_and_nothing_is_read_twice(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "text.txt").write_text("One text.")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "also").symlink_to("a")
    (tmp_path / "a" / "self.txt").symlink_to("self.txt")
    assert sum(isinstance(one, Document) for one in read_documents(tmp_path)) == 1
    assert problems(tmp_path) == {
        "back": "is a link to a folder that is read where it lies",
        "also": "is a link to a folder that is read where it lies",
        "self.txt": "is a link that leads nowhere",
    }


def test_links_that_lead_out_of_the_folder_are_told_and_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "inside-not"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Nobody meant to add this.")
    (inside / "open.txt").write_text("One text.")
    (inside / "folder").symlink_to(outside)
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "same.txt").symlink_to("open.txt")
    found = [one for one in read_documents(inside) if isinstance(one, Document)]
    assert [Path(one.source.path).name for one in found] == ["open.txt", "same.txt"]
    away = "is a link that leads out of the folder"
    assert problems(inside) == {"folder": away, "file.txt": away}


def test_a_link_that_is_named_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("One text.")
    (tmp_path / "link").symlink_to("real")
    (document,) = read_documents(tmp_path / "link")
    assert isinstance(document, Document)


def test_what_a_workspace_keeps_of_its_own_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The pier is 12 metres long.")
    (tmp_path / "snapshots.txt").write_text("The pier was built in 1871.")
    (tmp_path / "factcheck.db").write_text("rows")
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "page.txt").write_text("A page as it was received.")
    (tmp_path / "begun").mkdir()
    (tmp_path / "begun" / "ann.json").write_text('{"c1": {"text": "Words that nobody has saved name a source."}}')
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path])
        assert {one.title for one in corpus.sources()} == {"The pier is 12 metres long.", "The pier was built in 1871."}
        (told,) = corpus.problems()
    assert told.reason == "is a workspace, whose own begun, corpus, factcheck.db, snapshots are no sources"
    other = tmp_path / "other"
    (other / "snapshots").mkdir(parents=True)
    (other / "snapshots" / "page.txt").write_text("A folder that is called so holds sources.")
    assert problems(other) == {}
    assert sum(isinstance(one, Document) for one in read_documents(other)) == 1


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("One text.")
    (document,) = read_documents(tmp_path)
    assert isinstance(document, Document)
    assert document.source.path.endswith("caf\\xe9.txt")


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    reading = read_documents(path)
    next(reading)
    with path.open("a") as file:
        file.write('{"text": "Three."}\n')
    assert any(isinstance(one, Problem) and "changed while" in one.reason for one in reading)


def test_a_pdf_with_a_broken_cross_reference_is_read_or_told(tmp_path: Path) -> None:
    data = make_pdf([[("The bridge was closed on Monday by the council.", 12.0)]])
    place = data.rindex(b"startxref")
    (tmp_path / "a.pdf").write_bytes(data[:place] + b"startxref\n99999999\n%%EOF")
    found = list(read_documents(tmp_path / "a.pdf"))
    assert any(isinstance(one, Problem) for one in found)


def test_an_encrypted_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Secret text.")
        archive.writestr("b.txt", "Open text.")
    data = bytearray(out.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the directory, which is what readers go by
    (tmp_path / "a.zip").write_bytes(data)
    found = list(read_documents(tmp_path / "a.zip"))
    assert [one.text for one in found if isinstance(one, Document)] == ["Open text."]
    (problem,) = [one for one in found if isinstance(one, Problem)]
    assert (problem.path, problem.reason) == (f"{tmp_path}/a.zip!a.txt", "is encrypted")


def test_one_bad_cue_of_subtitles_stops_no_other(tmp_path: Path) -> None:
    cues = "00:01.000 --> 00:02.000\nThe bridge is closed.\n\n00:03.000 --> soon\nLost words.\n\n"
    (tmp_path / "a.vtt").write_text(f"WEBVTT\n\n{cues}00:05.000 --> 00:06.000\nIt opens in May.\n")
    problem, document = read_documents(tmp_path / "a.vtt")
    assert isinstance(document, Document)
    assert document.text == "The bridge is closed. soon Lost words. It opens in May."
    assert isinstance(problem, Problem)
    assert (problem.path, "line 6" in problem.reason) == (f"{tmp_path}/a.vtt", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Closed text.")
    (tmp_path / "b.txt").write_text("Open text.")
    (tmp_path / "a.txt").chmod(0)
    found = list(read_documents(tmp_path))
    assert [one.text for one in found if isinstance(one, Document)] == ["Open text."]
    (problem,) = [one for one in found if isinstance(one, Problem)]
    assert "cannot be read" in problem.reason


def test_a_folder_of_too_long_a_path_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "in"
    top.mkdir()
    (top / "ferry.txt").write_text("The ferry stops in October.")
    name = "d" * 200
    with monkeypatch.context() as within:
        within.chdir(top)
        for _ in range(25):  # 5,000 characters; the system takes 4,096
            Path(name).mkdir()
            within.chdir(name)
        Path("deep.txt").write_text("The wall is high.")
    try:
        with Corpus.open(tmp_path / "corpus") as corpus:
            report = corpus.add([top])
            assert (report.added, [one.reason for one in report.problems]) == (
                1,
                ["cannot be read: File name too long"],
            )
            assert "shorter path" in report.problems[0].remedy
    finally:
        shutil.rmtree(top / name)


def test_a_text_behind_a_million_blank_lines_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n" * 1_000_000 + "The ferry stops in October.\n")
    (found,) = read_documents(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert found.text.strip() == "The ferry stops in October."


def test_the_words_behind_an_attribute_of_12_million_characters_are_read(tmp_path: Path) -> None:
    page = f"<html><body><p title='{'x' * 12_000_000}'>The ferry stops in October.</p><p>The pier is closed.</p></body>"
    (tmp_path / "a.html").write_text(page)
    (found,) = read_documents(tmp_path / "a.html")
    assert isinstance(found, Document)
    assert ("The ferry stops in October." in found.text, "The pier is closed." in found.text) == (True, True)


def test_lines_of_which_some_have_zeros_and_others_no_utf_8_are_read_but_for_these(tmp_path: Path) -> None:
    lines = [b'{"text": "Ferry %d crosses the lake at noon."}' % number for number in range(40)]
    lines[7] = b'{"text": "Ferry\x00 seven\x00 is late."}'
    lines[9] = b'{"text": "Ferry n\xffne is late."}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    found = list(read_documents(tmp_path / "a.jsonl"))
    assert sum(isinstance(one, Document) for one in found) >= 38
    told = [one.reason for one in found if isinstance(one, Problem)]
    assert "has 2 NUL bytes and 1 damaged place in its text, shown as \ufffd" in told


def test_a_record_with_a_number_of_10_000_digits_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "The ferry stops in October.", "count": {"9" * 10_000}}}\n')
    (found,) = read_documents(tmp_path / "a.jsonl")
    assert isinstance(found, Document)
