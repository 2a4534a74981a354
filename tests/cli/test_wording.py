"""`claim wording` and `claim verdict --wording`, and what the other commands print of it, as people type them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, written
from tests.cli.test_hostile_text import ACTIVE, NASTY
from tests.factory import make_bench

Desk = Callable[..., Ended]
NEW = "The harbour has one crane"
DIFFERENCE = "The harbour has [-1 cranes-] {+one crane+}."


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    make_bench(tmp_path / "ws").close()

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    return run


def test_a_verdict_with_a_wording_is_decided_on_signed_and_shown(desk: Desk) -> None:
    given = ("--rating", "W", "--rationale", "One.", "--cite", "e1", "--wording", f"{NEW}.")
    told = desk("claim", "verdict", "1", *given).err
    assert f"wording: {DIFFERENCE} (open, proposed by alice)" in told
    page = desk("review", "sign", "1", "--yes", user="bob")
    assert f"wording: {DIFFERENCE} (open, proposed by alice)" in page.out
    assert "look: nobody has decided on the wording yet" in page.out
    told = desk("claim", "wording", "1", "accept", user="eva").err
    assert f"claim 1: {DIFFERENCE} (accepted, proposed by alice, accepted by eva)" in told
    assert "change the text and check that as a revision of this one" in told
    assert "the sign-off by bob is stale now: its wording was open and is accepted" in told
    shown = " ".join(desk("claim", "show", "1").out.split())
    assert f"wording: {DIFFERENCE} (accepted, proposed by alice, accepted by eva)" in shown
    assert f"wording when it was signed: {DIFFERENCE} (open, proposed by alice)" in shown
    assert f"wording: {DIFFERENCE}" in " ".join(desk("claim", "show", "1", "--brief").out.split())
    stale = desk("review", "stale").out
    assert f"  wording when it was signed: {DIFFERENCE} (open, proposed by alice)" in stale
    assert f"  wording now: {DIFFERENCE} (accepted, proposed by alice, accepted by eva)" in stale
    status = desk("review", "status").out
    assert "blocked: claim 1: accepted in other words, which are not in the text: factcheck" in status
    log = desk("audit", "log").out
    assert f"wording proposed: {NEW}." in log
    assert f"wording accepted: {NEW}." in log
    state = json.loads(desk("claim", "show", "1", "--json").out)["state"]["wording"]
    assert (state["before"], state["text"], state["state"]) == ("The harbour has 1 cranes.", f"{NEW}.", "accepted")


def test_words_stand_for_a_reason_or_are_cut_and_all_of_it_is_taken_back(desk: Desk) -> None:
    assert "--user NAME claim wording c0001 accept" not in desk("review", "status").out
    desk("claim", "wording", "1", "propose", NEW)
    assert "--user NAME claim wording c0001 accept" in desk("review", "status").out
    refused = desk("claim", "wording", "1", "stet")
    assert refused.code == 3
    assert refused.complaint == "factcheck: claim 1: to let the words stand takes a reason (--reason TEXT)"
    told = desk("claim", "wording", "1", "stet", "--reason", "A quotation.", user="eva").err
    assert "(stet, proposed by alice, stet by eva: A quotation.)" in told
    assert "wording stet: The harbour has one crane.: A quotation." in desk("audit", "log").out
    assert "(cut, proposed by alice, cut by eva)" in desk("claim", "wording", "1", "cut", user="eva").err
    assert "undone: wording cut" in desk("undo", user="eva").out
    assert "claim 1: no other wording is proposed" in desk("claim", "wording", "1", "clear").err
    assert "proposed wording taken back" in desk("audit", "log").out
    told = desk("claim", "wording", "2", "cut", user="eva").err
    assert "claim 2: [-The harbour has 2 cranes.-] (cut, cut by eva)" in told


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("propose",), 2),
        (("propose", NEW, "--reason", "so"), 2),
        (("accept", NEW), 2),
        (("clear", "--reason", "so"), 2),
        (("reword", NEW), 2),
        (("accept",), 3),
        (("propose", " "), 3),
        (("propose", "The harbour has 1 cranes."), 3),
        (("propose", "a\udcff"), 3),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(desk: Desk, given: tuple[str, ...], code: int) -> None:
    ended = desk("claim", "wording", "1", *given)
    assert ended.code == code
    assert ended.complaint
    assert json.loads(desk("claim", "show", "1", "--json").out)["state"]["wording"] is None


def test_a_verdict_is_not_cleared_with_a_wording(desk: Desk) -> None:
    assert desk("claim", "verdict", "1", "--clear", "--wording", NEW).code == 2


@pytest.mark.parametrize(
    "command",
    ["claim show 1", "claim show 1 --json", "claim-list --format json", "claim-list --format csv", "audit log",
     "review stale", "review status", "review sign 1 --yes", "handover", "claim-list --columns wording,wording-state"],
)  # fmt: skip
def test_a_hostile_wording_commands_nothing(desk: Desk, command: str) -> None:
    desk("claim", "verdict", "1", "--rating", "W", "--rationale", "One.", "--cite", "e1")
    desk("review", "sign", "1", "--yes", user="bob")
    told = desk("claim", "wording", "1", "propose", f"=cmd {NASTY}", user="eva")
    assert told.code == 0
    ended = desk(*command.split(), user="cyd")
    assert not ACTIVE.search(ended.out.replace("\r\n", "\n") + ended.err + told.err)
    if "csv" in command:
        assert ",'=cmd" in ended.out


def test_who_words_a_quotation_anew_and_who_signs_that_is_warned(tmp_path: Path, capsys) -> None:
    said = "Nora Quist told the board on Friday: “The ferry carried 900 cars in March.”\n"
    place = ("--workspace", str(tmp_path / "ws"))
    called(capsys, *place, "check", written(tmp_path, "a.txt", said), "--corpus", written(tmp_path, "s.txt", "No.\n"))
    given = ("--rating", "not-checkable", "--rationale", "No books are kept.", "--wording")
    words = "“The ferry carried 800 cars in March.”"
    told = called(capsys, *place, "--user", "alice", "claim", "verdict", "1", *given, words)
    warned = "the wording changes words that are quoted: “The ferry carried 900 cars in March”"
    assert (told.code, f"warning: {warned}" in told.err) == (0, True)
    assert f"look: {warned}" in called(capsys, *place, "--user", "bob", "review", "sign", "1", "--yes").out
    told = called(capsys, *place, "--user", "alice", "claim", "wording", "1", "propose", words.replace("800", "700"))
    assert f"warning: {warned}" in told.err
    called(capsys, *place, "--user", "eva", "claim", "wording", "1", "stet", "--reason", "Her words.")
    assert warned not in called(capsys, *place, "--user", "bob", "review", "sign", "1", "--yes").out
