"""`review close` and `handover`, as people type them."""

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
    make_bench(tmp_path / "ws", claims=5).close()

    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    return run


def propose(desk: Desk, claim: str) -> None:
    desk("alice", "claim", "stance", claim, "e1", "corroborates")
    given = ("--rating", "confirmed", "--rationale", "The report says so.", "--yes")
    assert desk("alice", "claim", "verdict", claim, *given).code == 0


def test_an_open_claim_is_closed_at_the_deadline_and_every_report_says_so(desk: Desk) -> None:
    refused = desk("eva", "review", "close", "1", "open", "--reason", "No answer.")
    assert (refused.code, "is not set" in refused.complaint) == (3, True)
    desk("eva", "review", "deadline", "--at", "2020-01-01")
    assert "review close c0001 open --reason TEXT" in desk("eva", "review", "status").out
    assert "claim 1 is published open" in desk("eva", "review", "close", "1", "open", "--reason", "No answer.").err
    told = desk("eva", "review", "close", "2", "cut", "--reason", "Not needed.").err
    assert "claim 2 is cut at the deadline" in told
    assert "check that as a revision" in told
    hedged = desk("eva", "review", "close", "3", "hedged", "--wording", "about 3 cranes", "--reason", "One source.")
    assert "claim 3 is to be hedged" in hedged.err
    table = desk("eva", "claim-list").out
    assert "1 published open or hedged" in table
    assert "1 [ ]!o" in table
    assert "o published open or hedged" in " ".join(table.split())
    assert "extracted, published open" in desk("eva", "claim-list", "--format", "md").out
    assert ",published open," in desk("eva", "claim-list", "--format", "csv").out
    assert '"closing": "published open"' in desk("eva", "claim-list", "--format", "json").out
    assert "published open by eva: No answer." in desk("eva", "claim", "show", "1").out
    assert "hedged as: about 3 cranes" in desk("eva", "claim", "show", "3").out
    assert "open at the deadline: No answer." in desk("eva", "audit", "log").out
    assert "look: claim 1 is published open by eva: No answer." in desk("eva", "review", "status").out
    gate = desk("eva", "claim-list", "--fail-on", "open,unsigned")
    assert "3 open, 4 unsigned" in gate.err
    assert "claim 1 is published open by eva: No answer." in gate.err
    assert "open again: claim 1" in desk("eva", "review", "close", "1", "--clear", "--reason", "They called.").err
    assert "published open" not in desk("eva", "claim-list").out


def test_a_shift_hands_over_what_is_done_what_waits_and_what_comes_next(desk: Desk) -> None:
    desk("alice", "review", "deadline", "--at", "2099-01-01T18:00")
    propose(desk, "1")
    desk("bob", "review", "sign", "1", "--yes")
    propose(desk, "2")
    desk("alice", "review", "submit", "2", "--exception", "It is their own report.")
    desk("alice", "claim", "wait", "3", "call:Maren Holt", "--due", "2020-11-30T12:00")
    desk("alice", "claim", "triage", "5", "--priority", "high")
    desk("alice", "claim", "assign", "5", "carol")
    told = [line.strip() for line in desk("carol", "handover").out.splitlines()]
    assert told[0] == "article a1 (Cranes), deadline 2099-01-01 18:00 UTC"
    assert told[told.index("done: 1") + 1 :][:2] == ["claim 1: The harbour has 1 cranes.", "signed by bob"]
    waiting = told[told.index("waiting: 2") : told.index("next: 2")]
    assert "Maren Holt (call), asked by alice; overdue since 2020-11-30 12:00 UTC" in waiting
    assert "a reviewer, to sign it; due 2099-01-01 18:00 UTC" in waiting
    following = told[told.index("next: 2") :]
    assert following[1] == "claim 5: The harbour has 5 cranes."
    assert following[2] == "assigned, assigned to carol; due 2099-01-01 18:00 UTC"
    assert "claim verdict c0005 --rating RATING" in following[3]
    found = json.loads(desk("carol", "handover", "--json").out)[0]
    assert [len(found[part]) for part in ("done", "waiting", "next")] == [1, 2, 2]
    assert "done: 0" in desk("carol", "handover", "--since", "2099-01-01").out
    assert desk("carol", "handover", "--article", "cranes").out
    assert desk("carol", "handover", "--article", "nothing").code == 3


def test_nothing_is_handed_over_where_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(capsys, "init", "--workspace", str(tmp_path / "new"))
    ended = called(capsys, "handover", "--workspace", str(tmp_path / "new"))
    assert (ended.code, "nothing to hand over yet" in ended.err) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "close", "1", "--reason", "x"),
        ("review", "close", "1", "open"),
        ("review", "close", "1", "open", "--clear", "--reason", "x"),
        ("review", "close", "1", "gone", "--reason", "x"),
        ("handover", "--since", "yesterday"),
    ],
)
def test_wrong_use_is_told(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk("eva", *arguments).code == 2
