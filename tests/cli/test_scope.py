"""A source of another desk or article: each way of looking, and each export, is tried for what it must not show."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.workbench import Workbench
from tests.cli.command import ARTICLE, Ended, called, written

Command = Callable[..., Ended]
OPEN = "The harbour of Ostwick has six cranes, the yearly report says."
SECRET = "The harbour of Ostwick has six cranes, an engineer told us in Zanzibar."
TABLE = "Zanzibar,2022,2023\nOstwick,12,14\nMardle,8,9\n"
WORDS = ("Zanzibar", "Quillfeather", "engineer", "zanzibar")


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A workspace with an open source and two of another desk, and an article that was matched with what it sees."""
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    (tmp_path / "all").mkdir()
    (tmp_path / "desk").mkdir()
    (tmp_path / "all" / "open.md").write_text(f"---\ntitle: Yearly report\n---\n{OPEN}\n")
    (tmp_path / "desk" / "secret.md").write_text(f"---\ntitle: Talk with Quillfeather\n---\n{SECRET}\n")
    (tmp_path / "desk" / "zanzibar.csv").write_text(TABLE)
    called(capsys, *place, "corpus", "add", str(tmp_path / "all"))
    called(capsys, *place, "corpus", "add", str(tmp_path / "desk"), "--scope", "desk:science")
    assert called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE)).code == 0
    return lambda *arguments: called(capsys, *place, *arguments)


def leaks(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


LOOKING = [
    ["corpus", "search", "cranes in the harbour"],
    ["corpus", "search", "cranes in the harbour", "--json"],
    ["corpus", "search", '"engineer told" cranes'],
    ["corpus", "search", "Quillfeather"],
    ["corpus", "list"],
    ["corpus", "list", "--json"],
    ["corpus", "table", "zanzibar.csv"],
    ["corpus", "table", "zanzibar.csv", "--json"],
    ["claim", "show", "1"],
    ["claim", "show", "1", "--json"],
    ["claim", "why-not", "1", "cranes"],
    ["claim", "why-not", "1", "engineer told us", "--json"],
    ["claim-list", "--format", "table"],
    ["claim-list", "--format", "json"],
    ["claim-list", "--format", "csv"],
    ["claim-list", "--format", "md"],
    ["audit", "log", "--json"],
]


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_what_belongs_to_another_desk_is_shown_nowhere(factcheck: Command, command: list[str]) -> None:
    found = factcheck(*command)
    assert leaks(found.out) == []
    # What was asked for may be named in a complaint; what the source says may not.
    assert "Talk with" not in found.err


@pytest.mark.parametrize("command", LOOKING[:2] + LOOKING[4:8], ids=" ".join)
def test_the_desk_itself_sees_it(factcheck: Command, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DESK", "science")
    assert leaks(factcheck(*command).out)


def test_what_belongs_to_another_desk_is_no_candidate_and_is_not_cited(factcheck: Command, tmp_path: Path) -> None:
    with Workbench.open(tmp_path / "ws") as bench:
        claims = [bench.claim(row.id) for row in bench.summaries(bench.articles()[-1].id)]
        titles = {one.candidate.source.title for claim in claims for one in claim.evidence}
        assert titles == {"Yearly report"}
        assert leaks(str(claims)) == []
        with bench.open_corpus() as corpus:
            assert corpus.addressed(["zanzibar.csv", "secret.md"], 5) == []
            assert corpus.labelled(["quillfeather"], 5) == []
            found = json.loads(factcheck("corpus", "stats", "--json").out)
    assert found["documents"] == 1  # what belongs to others counts for those who may see it


def test_a_document_of_another_desk_is_not_compared(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "desk" / "later.csv").write_text(TABLE.replace("14", "15"))
    factcheck("corpus", "add", str(tmp_path / "desk"), "--scope", "desk:science")
    for command in (
        ["corpus", "compare", "zanzibar.csv"],
        ["corpus", "compare", "zanzibar.csv", "later.csv", "--json"],
    ):
        assert leaks(factcheck(*command).out) == []


def test_what_could_not_be_read_of_another_desk_is_told_to_that_desk_alone(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk" / "talk-with-Quillfeather.txt").write_text("")
    (tmp_path / "all" / "nothing.txt").write_text("")
    factcheck("corpus", "add", str(tmp_path / "desk"), "--scope", "desk:science")
    (tmp_path / "desk" / "secret.md").write_text("")  # added again by somebody who does not say whose it is
    (tmp_path / "desk" / "zanzibar.csv").write_text("")
    factcheck("corpus", "add", str(tmp_path / "desk"))
    factcheck("corpus", "add", str(tmp_path / "all"))
    told = factcheck("corpus", "stats", "--problems").out
    assert leaks(told) == []
    assert "secret.md" not in told
    assert "nothing.txt" in told
    found = json.loads(factcheck("corpus", "stats", "--problems", "--json").out)
    assert (found["stats"]["problems"], len(found["problems"])) == (1, 1)
    monkeypatch.setenv("FACTCHECK_DESK", "science")
    told = factcheck("corpus", "stats", "--problems").out
    assert all(name in told for name in ("Quillfeather", "secret.md", "zanzibar.csv", "nothing.txt"))


@pytest.mark.parametrize("sensitivity", ["confidential", "background"])
def test_what_could_not_be_read_of_a_withheld_source_does_not_leave(
    factcheck: Command, tmp_path: Path, sensitivity: str
) -> None:
    rows = tmp_path / "all" / "rows.jsonl"
    rows.write_text('{"title": "x", "text": "Zanzibar has cranes."}\n{"name": "Quillfeather", "Zanzibar": 1}\n')
    factcheck("corpus", "add", str(rows))
    assert leaks(factcheck("corpus", "stats", "--problems", "--json").out) == ["Zanzibar"]
    factcheck("corpus", "add", str(rows), "--sensitivity", sensitivity)
    found = factcheck("corpus", "stats", "--problems", "--json").out
    assert leaks(found) == []
    assert "rows.jsonl" not in found
    assert f"{sensitivity} source" in found
    assert "rows.jsonl" in factcheck("corpus", "stats", "--problems").out
