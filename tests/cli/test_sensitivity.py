"""Who may see a source: each way out of the newsroom is tried for what it must not carry."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.workbench import Workbench
from tests.cli.command import ARTICLE, Ended, called, written
from tests.factory import tick_items

SECRET = "The harbour of Ostwick has five cranes, an engineer who wants no name told us in Zanzibar."
TITLE = "Talk with Quillfeather"
WORDS = ("Zanzibar", "Quillfeather", "engineer who wants")
Command = Callable[..., Ended]


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A workspace whose article was matched with one source, which nobody has marked yet."""
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    source = written(tmp_path, "secret.md", f"---\ntitle: {TITLE}\npublisher: Quillfeather\n---\n{SECRET}\n")
    called(capsys, *place, "corpus", "add", source)
    assert called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE)).code == 0
    return lambda *arguments: called(capsys, *place, *arguments)


def mark(factcheck: Command, sensitivity: str) -> None:
    identifier = json.loads(factcheck("corpus", "list", "--json").out)[0]["id"]
    assert factcheck("corpus", "mark", identifier[:12], "--sensitivity", sensitivity).code == 0


def leaks(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


LEAVING = [
    ["claim", "show", "1", "--json"],
    ["claim", "why-not", "1", "cranes", "--json"],
    ["corpus", "search", "cranes in the harbour", "--json"],
    ["corpus", "list", "--json"],
    ["audit", "log", "--json"],
    *(["claim-list", "--format", name] for name in ("table", "json", "csv", "md")),
]


@pytest.mark.parametrize("command", LEAVING, ids=" ".join)
@pytest.mark.parametrize("sensitivity", ["confidential", "background"])
def test_what_is_not_open_does_not_leave(factcheck: Command, command: list[str], sensitivity: str) -> None:
    mark(factcheck, sensitivity)
    found = factcheck(*command)
    assert found.code == 0
    assert leaks(found.out) == []


def test_what_leaves_says_that_something_is_withheld(factcheck: Command) -> None:
    open_one = json.loads(factcheck("claim", "show", "1", "--json").out)["evidence"][0]
    assert open_one["candidate"]["source"]["title"] == TITLE
    mark(factcheck, "confidential")
    withheld = json.loads(factcheck("claim", "show", "1", "--json").out)["evidence"][0]
    assert withheld["candidate"]["source"]["title"] == "confidential source"
    assert withheld["judgement"]["stance"] == open_one["judgement"]["stance"]


def test_no_score_of_what_is_withheld_lets_a_guess_of_its_words_be_made_sure_of(factcheck: Command) -> None:
    whole = json.loads(factcheck("claim", "show", "1", "--json").out)["evidence"][0]
    mark(factcheck, "confidential")
    left = json.loads(factcheck("claim", "show", "1", "--json").out)["evidence"][0]
    assert left["candidate"]["match"] | {"bm25": 0, "token_set": 0} == left["candidate"]["match"]
    for name, score in whole["judgement"]["scores"].items():
        assert left["judgement"]["scores"][name] == round(score, 1)
    assert left["judgement"]["confidence"] == round(whole["judgement"]["confidence"], 1)
    (hit,) = json.loads(factcheck("corpus", "search", "cranes in the harbour", "--json").out)
    assert hit["match"]["token_set"] == hit["match"]["bm25"] == 0


@pytest.mark.parametrize(
    "command", [["claim", "show", "1"], ["corpus", "search", "cranes in the harbour"], ["corpus", "list"]]
)
def test_the_newsroom_sees_it_with_a_badge(factcheck: Command, command: list[str]) -> None:
    mark(factcheck, "confidential")
    shown = factcheck(*command).out
    assert leaks(shown)
    assert "[confidential]" in shown


def test_a_mark_can_be_given_when_a_source_is_added_and_counts_for_what_was_there(
    factcheck: Command, tmp_path: Path
) -> None:
    assert factcheck("corpus", "add", str(tmp_path / "secret.md"), "--sensitivity", "confidential").code == 0
    assert leaks(factcheck("corpus", "search", "cranes", "--json").out) == []


@pytest.mark.parametrize("scope", ["desk:science", "article:elsewhere"])
def test_what_belongs_to_others_is_neither_found_nor_matched(factcheck: Command, tmp_path: Path, scope: str) -> None:
    identifier = json.loads(factcheck("corpus", "list", "--json").out)[0]["id"]
    factcheck("corpus", "mark", identifier, "--scope", scope)
    assert json.loads(factcheck("corpus", "search", "cranes in the harbour", "--json").out) == []
    assert leaks(factcheck("corpus", "search", "cranes in the harbour").out) == []
    factcheck("check", written(tmp_path, "other.txt", ARTICLE.replace("six cranes", "nine cranes")))
    with Workbench.open(tmp_path / "ws") as bench:
        last = bench.articles()[-1].id
        assert [bench.claim(row.id).evidence for row in bench.summaries(last)] == [(), ()]


def test_what_belongs_to_an_article_or_desk_is_found_there(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identifier = json.loads(factcheck("corpus", "list", "--json").out)[0]["id"]
    factcheck("corpus", "mark", identifier, "--scope", "article:a1")
    assert len(json.loads(factcheck("corpus", "search", "cranes", "--article", "a1", "--json").out)) == 1
    factcheck("corpus", "mark", identifier, "--scope", "desk:science")
    monkeypatch.setenv("FACTCHECK_DESK", "science")
    assert len(json.loads(factcheck("corpus", "search", "cranes", "--json").out)) == 1


def test_a_scope_that_is_none_is_refused(factcheck: Command) -> None:
    assert factcheck("corpus", "mark", "ab", "--scope", "science").code == 2
    assert factcheck("corpus", "mark", "ab").code == 2


@pytest.mark.parametrize(
    "command",
    [
        ["claim", "show", "1", "--json"],
        ["stats", "--json"],
        *(["claim-list", "--format", name] for name in ("json", "html", "claimreview")),
    ],
    ids=" ".join,
)
def test_the_password_and_key_in_an_address_do_not_leave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    url = "https://alice:quillfeather@gazette.example/a?token=zanzibar123"
    record = {"title": "Cranes", "text": "The harbour of Ostwick has five cranes.", "url": url}
    called(capsys, *place, "corpus", "add", written(tmp_path, "c.jsonl", json.dumps(record) + "\n"))
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE))
    settings = tmp_path / "ws" / "factcheck.toml"
    settings.write_text('[publisher]\nname = "Desk"\n', encoding="utf-8")
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        one = next(iter(bench.summaries()))
        bench.set_verdict(one.id, "contradicted", "as cited", cite=[bench.claim(one.id).evidence[0].id])
        tick_items(bench, one.id)
    with Workbench.open(tmp_path / "ws", user="bob") as bench:
        bench.sign(one.id, bench.claim(one.id).state.binding)
    found = called(capsys, *place, *command, *(["--state", "signed"] if "claimreview" in command else []))
    assert found.code == 0
    assert "quillfeather" not in found.out
    assert "zanzibar123" not in found.out
    assert "gazette.example" in found.out or command[-1] == "json", "the list itself names no source"
