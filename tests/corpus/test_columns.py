"""Which column becomes which field: guessed by its name, or said; and told either way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Corpus
from factcheck.corpus.columns import Mapped, Tally, join_alike, parse_columns
from factcheck.errors import InputError
from factcheck.reports.corpus_counts import mapped_lines

ROWS = "Kopf;Rumpf;Tag;Nummer\nFähre;Die Fähre fährt im Winter nicht.;2024-01-05;17\n"
NAMED = {"text": "Rumpf", "title": "Kopf", "published": "Tag"}


@pytest.mark.parametrize("workers", [0, 1])
def test_columns_that_were_named_reach_every_reader(tmp_path: Path, workers: int) -> None:
    path = tmp_path / "a.csv"
    path.write_text(ROWS)
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([path], workers=workers, columns=NAMED)
        (source,) = corpus.sources()
    assert (source.title, str(source.published)) == ("Fähre", "2024-01-05")
    used = (("text", "Rumpf"), ("title", "Kopf"), ("published", "Tag"))
    assert report.mapped == (Mapped(path=str(path), used=used, unused=("Nummer",)),)


def test_columns_that_were_named_leave_other_formats_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry stops in October, the harbour master said.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.add([tmp_path / "a.txt"], columns=NAMED).problems == ()


def test_a_named_text_column_makes_records_of_what_looks_like_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Satz,Jahr\nDie Fähre fährt.,2023\nDer Bus kommt.,2024\nEs regnet.,2025\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.preview([tmp_path / "a.csv"]).new == 1
        assert corpus.preview([tmp_path / "a.csv"], {"text": "satz"}).new == 3


def test_a_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": "The ferry stops."}) + "\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        (problem,) = corpus.add([tmp_path / "a.jsonl"], columns={"text": "Rumpf"}).problems
    assert "'Rumpf'" in problem.reason
    assert "--columns" in problem.remedy


def test_every_column_that_was_used_is_told() -> None:
    tally = Tally({})
    tally.fields({"body": "", "content": "The ferry stops.", "id": 3})
    tally.fields({"body": "The bus comes.", "headline": "Bus"})
    mapped = tally.mapped("a.jsonl")
    assert mapped.used == (("text", "content"), ("text", "body"), ("title", "headline"))
    assert mapped.unused == ("id",)


def test_files_with_the_same_columns_are_told_once() -> None:
    one, other = Mapped(path="a.csv", used=(("text", "body"),)), Mapped(path="c.csv", used=(("text", "claim"),))
    joined = join_alike([one, other, Mapped(path="b.csv", used=one.used)])
    assert list(mapped_lines(joined)) == ["a.csv and 1 more: text from 'body'", "c.csv: text from 'claim'"]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (["text=Body"], {"text": "Body"}),
        (["text=Body, published=Day"], {"text": "Body", "published": "Day"}),
        (["text=Body, long", "title=A=B"], {"text": "Body, long", "title": "A=B"}),
    ],
)
def test_columns_are_read(given_: list[str], expected: dict[str, str]) -> None:
    assert parse_columns(given_) == expected


@pytest.mark.parametrize("wrong", ["", "text", "text=", "=Body", "colour=Red"])
def test_what_is_no_column_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="FIELD=COLUMN"):
        parse_columns([wrong])


def test_a_field_that_is_none_of_ours_is_no_part_of_a_column() -> None:
    with pytest.raises(InputError, match="when: is no field of ours"):
        parse_columns(["text=Body,when=Day"])


@given(st.dictionaries(st.text(max_size=8), st.none() | st.text(max_size=8) | st.integers(), max_size=6))
def test_any_record_is_mapped(record: dict[str, object]) -> None:
    tally = Tally({"text": "x"})
    fields = tally.fields(record)
    assert all(isinstance(value, str) for value in fields.values())
    assert {theirs for _, theirs in tally.mapped("a").used} <= set(record)
