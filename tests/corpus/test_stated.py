"""What a document says of itself: to whom it belongs, who may see it, when it was published, where it stands."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.corpus import Corpus, Mark
from factcheck.domain import Problem, Sensitivity, Term

SCOPES = ("desk:sports", "desk:politics")


def marks(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {one.title: (one.scope, one.sensitivity.value) for one in corpus.sources()}


def memo(path: Path, *said: str, title: str = "Memo") -> Path:
    path.write_text("\n".join(["---", f"title: {title}", *said, "---", "", "The club owes 44 million crowns."]))
    return path


@pytest.mark.parametrize("workers", [0, 1])
def test_front_matter_says_to_whom_a_document_belongs_and_who_may_see_it(tmp_path: Path, workers: int) -> None:
    path = memo(tmp_path / "a.md", "sensitivity: Confidential", "scope: desk:sports")
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        assert corpus.add([path], workers=workers).problems == ()
        assert marks(corpus) == {"Memo": ("desk:sports", "confidential")}
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.retrieve([Term(text="club")], 5) == [], "nobody else finds it"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.jsonl",
            json.dumps({"title": "Row", "text": "The club owes.", "sensitivity": "background", "scope": "all"}),
        ),
        ("a.json", json.dumps([{"title": "Row", "text": "The club owes.", "Sensitivity": "background"}])),
        ("a.csv", "title,text,sensitivity,scope\nRow,The club owes much and more.,background,\n"),
    ],
)
def test_columns_say_it_too(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.add([tmp_path / name]).problems == ()
        assert marks(corpus) == {"Row": ("", "background")}


@pytest.mark.parametrize("said", ["sensitivity: secret", "scope: sports", "sensitivity: [a, b]", "scope: 'desk:'"])
def test_what_nobody_can_obey_is_told_and_the_document_is_not_open(tmp_path: Path, said: str) -> None:
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        report = corpus.add([memo(tmp_path / "a.md", said)])
        (problem,) = report.problems
        assert problem.path == str(tmp_path / "a.md")
        assert f"unknown {said.partition(':')[0]}" in problem.reason
        assert (report.added, marks(corpus)) == (1, {"Memo": ("", "confidential")})


def test_the_command_line_wins_and_so_does_a_person_later(tmp_path: Path) -> None:
    path = memo(tmp_path / "a.md", "sensitivity: confidential", "scope: desk:sports")
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        corpus.add([path], mark=Mark(scope="desk:politics"))
        assert marks(corpus) == {"Memo": ("desk:politics", "confidential")}
        corpus.mark([one.id for one in corpus.sources()], Mark(sensitivity=Sensitivity.OPEN))
        corpus.add([path])
        assert marks(corpus) == {"Memo": ("desk:politics", "open")}, "it says nothing new"


def test_what_a_file_says_later_is_obeyed_and_never_opens_anything(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus", scopes=SCOPES) as corpus:
        corpus.add([memo(tmp_path / "a.md")])
        assert marks(corpus) == {"Memo": ("", "open")}
        report = corpus.add([memo(tmp_path / "a.md", "sensitivity: confidential")])
        assert (report.added, marks(corpus)) == (0, {"Memo": ("", "confidential")})
        corpus.add([memo(tmp_path / "a.md", "sensitivity: background")])
        assert marks(corpus) == {"Memo": ("", "confidential")}
        corpus.add([memo(tmp_path / "a.md")])
        assert marks(corpus) == {"Memo": ("", "confidential")}
        assert corpus.verify() == ()


def test_the_tier_that_a_file_says_later_is_taken(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([memo(tmp_path / "a.md", "tier: tertiary")])
        corpus.add([memo(tmp_path / "a.md", "tier: primary")])
        assert [one.tier.value for one in corpus.sources()] == ["primary"]


@pytest.mark.parametrize("value", [5, 4.5, True, [1, 2], {"text": 5}])
def test_a_number_is_no_text(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Odd", "text": value}) + "\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([tmp_path / "a.jsonl"])
        assert (report.added, len(report.problems)) == (0, 1)
        assert report.problems[0].path.endswith("a.jsonl#line-1")


@pytest.mark.parametrize(("days", "taken"), [(-1, True), (1, True), (20, True), (60, False), (26_000, False)])
def test_a_day_of_publication_that_is_far_ahead_is_none(tmp_path: Path, days: int, taken: bool) -> None:
    day = (datetime.now(UTC) + timedelta(days=days)).date()
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The club owes.", "date": day.isoformat()}) + "\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([tmp_path / "a.jsonl"])
        assert [one.published for one in corpus.sources()] == [day if taken else None]
        assert [isinstance(one, Problem) for one in report.problems] == [] if taken else [True]
        assert all("is still to come" in one.reason for one in report.problems)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.jsonl", '\n\n{"text": "The bus comes."}\n\n{"text": "The ferry stops."}\n', "line 5"),
        ("a.csv", 'title,text\n"Bus\nand more",The bus comes at noon.\n\nFerry,The ferry stops at noon.\n', "line 5"),
        ("a.json", '[{"text": "The bus comes."},\n\n{"text": "The ferry stops."}]', "record 2"),
    ],
)
def test_a_record_is_cited_by_where_it_stands_in_its_file(tmp_path: Path, name: str, text: str, place: str) -> None:
    (tmp_path / name).write_text(text)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / name])
        (hit,) = corpus.retrieve([Term(text="ferry")], 5)
        assert hit.passage.locator == place
        assert hit.source.path.endswith(f"{name}#{place.replace(' ', '-')}")
