"""Archives of rows are read row by row: size does not matter, and a bad row stops no other."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from factcheck.corpus.options import Reading
from factcheck.corpus.passages import split_passages
from factcheck.corpus.readers import read_documents
from factcheck.corpus.readers.rows import LONGEST_ROW
from factcheck.domain import Document, Problem


def read(path: Path, **how: dict[str, str]) -> tuple[list[Document], list[Problem]]:
    found = list(read_documents(path, how=Reading(columns=how.get("columns", {}))))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Problem)]


def test_json_lines_larger_than_the_largest_file_take_no_more_memory(tmp_path: Path) -> None:
    line = json.dumps({"text": "The bridge was closed. " * 4000}) + "\n"
    with (tmp_path / "a.jsonl").open("w") as file:
        for _ in range(800):
            file.write(line)
    assert (tmp_path / "a.jsonl").stat().st_size > 70_000_000
    tracemalloc.start()
    try:
        count = sum(isinstance(found, Document) for found in read_documents(tmp_path / "a.jsonl"))
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert count == 800


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("a.csv", "text\nFirst.\n", "Last.\n"), ("a.jsonl", '{"text":"First."}\n', '{"text":"Last."}')],
)
def test_a_row_of_200_mb_is_passed_over(tmp_path: Path, name: str, first: str, last: str) -> None:
    with (tmp_path / name).open("w") as file:
        file.write(first)
        for _ in range(200):
            file.write("x" * 2**20)
        file.write("\n" + last)
    documents, (problem,) = read(tmp_path / name)
    assert [one.text for one in documents] == ["First.", "Last."]
    assert problem.path.endswith("#line-3" if name == "a.csv" else "#line-2")
    assert f"longer than {LONGEST_ROW // 2**20} MB" in problem.reason


def test_a_row_in_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    good = "".join(f'{{"text": "Row {n} of the council."}}\n' for n in range(20_000))
    (tmp_path / "a.jsonl").write_bytes(good.encode() + '{"text": "Das Café schloss."}\n'.encode("cp1252"))
    documents, (problem,) = read(tmp_path / "a.jsonl")
    assert documents[-1].text == "Das Café schloss."
    assert "cp1252" in problem.reason


def test_columns_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Kopf,Rumpf,date\nBrücke zu,Die Brücke wurde gesperrt.,31.02.2020\n")
    documents, (problem,) = read(tmp_path / "a.csv")
    assert not documents
    assert "Kopf, Rumpf, date" in problem.reason
    assert "'text'" in problem.remedy
    (document,), problems = read(tmp_path / "a.csv", columns={"text": "rumpf", "title": "Kopf"})
    assert (document.source.title, document.source.published) == ("Brücke zu", None)
    assert ["no calendar has" in one.reason for one in problems] == [True]


def test_subtitles_are_found_by_their_time(tmp_path: Path) -> None:
    cues = "\n\n".join(f"{n + 1}\n00:0{n}:00,000 --> 00:0{n}:04,000\n{f'Word{n} ' * 120}ends." for n in range(3))
    (tmp_path / "a.srt").write_text(cues)
    (document,), _ = read(tmp_path / "a.srt")
    passages = split_passages(document.text, markers=document.markers)
    assert [one.locator for one in passages] == ["00:00:00", "00:01:00", "00:02:00"]
