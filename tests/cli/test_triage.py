"""`claim triage`, `claim wait`, `review deadline` and what the queue and the list make of them, as people type them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called
from tests.factory import make_bench

Desk = Callable[..., Ended]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    make_bench(tmp_path / "ws").close()

    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path / "ws"))

    return run


def test_claims_are_sorted_listed_by_tag_and_queued(desk: Desk) -> None:
    told = desk("claim", "triage", "2", "--priority", "high", "--tag", "legal", "--tag", "Living person")
    assert "claim 2: priority: high; tags: legal, living-person" in told.err
    first = desk("review", "queue").out.splitlines()[0]
    assert first.startswith("claim 2 (extracted; priority high; legal, living-person):")
    assert [
        row["number"] for row in json.loads(desk("claim-list", "--tag", "legal", "--format", "json").out)["claims"]
    ] == [2]
    assert json.loads(desk("claim-list", "--tag", "legal", "--tag", "minor", "--format", "json").out)["claims"] == []
    assert "no claim fits" in desk("claim-list", "--tag", "leg").err
    shown = desk("claim", "show", "2").out
    assert "priority: high" in shown
    assert "tags: legal, living-person" in shown
    assert (
        "claim 2: priority: normal"
        in desk("claim", "triage", "2", "--priority", "normal", "--untag", "legal", "--untag", "living-person").err
    )
    assert "priority high, tags: legal, living-person" in desk("audit", "log").out


def test_a_person_is_waited_for(desk: Desk) -> None:
    told = desk("claim", "wait", "1", "call:Maren Holt", "--due", "2020-11-30T12:00")
    assert "waiting on: Maren Holt (call), asked by alice; due 2020-11-30 12:00 UTC" in told.err
    assert "waiting for an answer; overdue since 2020-11-30 12:00 UTC" in desk("review", "queue").out
    assert "waiting on: Maren Holt" in desk("claim", "show", "1").out
    assert "Holt" not in desk("claim", "show", "1", "--json").out, "JSON leaves the machine"
    for form in ("json", "csv", "md", "table", "jsonl"):
        assert "Holt" not in desk("claim-list", "--format", form).out
    assert "Holt" not in desk("audit", "log").out
    assert "waiting for nobody" in desk("claim", "wait", "1", "--clear").err
    assert "overdue" not in desk("review", "queue").out


def test_an_article_has_a_deadline(desk: Desk) -> None:
    assert "deadline 2100-01-01 00:00 UTC" in desk("review", "deadline", "--at", "2099-12-31").err
    assert "due 2100-01-01 00:00 UTC" in desk("review", "queue").out
    assert json.loads(desk("review", "queue", "--json").out)[0]["due"].startswith("2100-01-01T00:00")
    assert "warning" not in desk("review", "deadline", "--at", "2099-12-31").err
    past = desk("review", "deadline", "--at", "2020-01-31T18:00").err
    assert "warning: 2020-01-31 18:00 UTC is past: the article is late at once, and an editor may close its" in past
    assert "no deadline" in desk("review", "deadline", "--clear").err
    assert "due" not in desk("review", "queue").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("claim", "triage", "1"),
        ("claim", "triage", "1", "--priority", "urgent"),
        ("claim", "wait", "1"),
        ("claim", "wait", "1", "call:Jo"),
        ("claim", "wait", "1", "call:Jo", "--due", "soon"),
        ("claim", "wait", "1", "call:Jo", "--due", "2026-11-30", "--clear"),
        ("review", "deadline"),
        ("review", "deadline", "--at", "soon"),
        ("review", "deadline", "--at", "2026-11-30", "--clear"),
    ],
)
def test_wrong_use_is_told(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk(*arguments).code == 2
