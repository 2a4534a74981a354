"""`review stale`, as people type it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, ticking, written

Desk = Callable[..., Ended]
FIRST = "Sheds\n\n14 November 2024\n\nThe harbour has 12 sheds.\n\nThe quay is 300 metres long.\n"
SOURCE = "2024-05-01\nRegister\n\nThe harbour has 12 sheds. The quay is 300 metres long.\n"
SECOND = "Sheds\n\n14 November 2024\n\nThe harbor has 12 sheds.\n\nThe quay is 310 metres long.\n"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A draft whose two claims bob signed, and a revision that changed both."""

    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    source = written(tmp_path, "register.txt", SOURCE)
    path = written(tmp_path, "sheds.txt", FIRST)
    assert run("alice", "check", path, "--corpus", source).code == 0
    for claim in ("1", "2"):
        run("alice", "claim", "stance", claim, "e1", "corroborates")
        given = ("--rating", "confirmed", "--rationale", "The register.", "--yes")
        assert run("alice", "claim", "verdict", claim, *given).code == 0
        run("alice", *ticking(claim))
        assert run("bob", "review", "sign", claim, "--yes").code == 0
    assert "no claim is stale" in run("bob", "review", "stale").err
    article = json.loads(run("bob", "review", "status", "--json").out)["articles"][0]["article"]["id"]
    assert run("alice", "check", written(tmp_path, "draft2.txt", SECOND), "--revision-of", article).code == 0
    return run


def test_differences_are_listed_and_those_of_words_alone_signed_together(desk: Desk) -> None:
    listed = desk("bob", "review", "stale")
    assert "The [-harbour-] {+harbor+} has 12 sheds." in listed.out
    assert "nothing material: it may be signed with others" in listed.out
    assert "The quay is [-300-] {+310+} metres long." in listed.out
    assert "by itself: the difference touches numbers" in listed.out
    assert "2 stale claims" in listed.err
    assert [bool(one["apart"]) for one in json.loads(desk("bob", "review", "stale", "--json").out)] == [False, True]
    refused = desk("bob", "review", "stale", "1", "2", "--nothing-material", "--yes")
    assert (refused.code, "look at it by itself" in refused.complaint) == (3, True)
    assert "another person has to sign" in desk("alice", "review", "stale", "1", "--nothing-material").complaint
    signed = desk("bob", "review", "stale", "1", "--nothing-material", "--yes")
    assert "1 claim signed anew by bob; identity asserted" in signed.err
    assert "signed anew" in desk("bob", "audit", "log").out
    assert "1 stale claim" in desk("bob", "review", "stale").err
    desk("alice", *ticking("2"))
    refused = desk("bob", "review", "sign", "2", "--yes")
    assert refused.code == 3
    assert "the verdict was given on other words: “The quay is 300 metres long.”; give it anew" in refused.complaint
    assert "corroborates (by alice, of the words before)" in refused.out
    assert "e1 corroborates, of the words before" in desk("bob", "claim", "show", "2", "--brief").out
    given = ("--rating", "confirmed", "--rationale", "The register.", "--yes")
    assert desk("alice", "claim", "verdict", "2", *given).code == 0
    assert desk("bob", "review", "sign", "2", "--yes").code == 0
    assert desk("bob", "claim-list", "--fail-on", "stale,unsigned").code == 0


def test_status_tells_that_what_differs_is_nothing_material_and_how_a_reviewer_says_so(desk: Desk) -> None:
    bobs, alices = (desk(user, "review", "status").out for user in ("bob", "alice"))
    found = re.search(
        r"blocked: claim 1: stale; nothing material differs: factcheck.* (review stale \w+ --\S+)$", bobs, re.MULTILINE
    )
    assert found
    assert "--user NAME review stale" not in bobs
    assert f"--user NAME {found[1]}" in alices
    assert not re.search(r"claim 2: stale.* review stale", bobs)
    assert desk("bob", *found[1].split(), "--yes").code == 0
    assert "blocked: claim 1" not in desk("bob", "review", "status").out


def test_the_queue_names_the_command_that_fits_what_differs(desk: Desk) -> None:
    queued = {
        one["claim"]["number"]: one["command"] for one in json.loads(desk("bob", "review", "queue", "--json").out)
    }
    assert re.fullmatch(r"review stale \w+ --nothing-material", queued[1])
    assert 2 not in queued, "its verdict is of other words"
    assert re.search(r"claim 2 .*\n  factcheck.* claim verdict \w+ --rating", desk("alice", "review", "queue").out)
    given = ("--rating", "confirmed", "--rationale", "The register.", "--yes")
    assert desk("alice", "claim", "verdict", "2", *given).code == 0
    desk("alice", *ticking("2"))
    queued = {
        one["claim"]["number"]: one["command"] for one in json.loads(desk("bob", "review", "queue", "--json").out)
    }
    assert re.fullmatch(r"review sign \w+", queued[2])
    assert desk("bob", *queued[1].split(), "--yes").code == 0
    assert "review submit" not in desk("alice", "review", "queue").out.split("claim 2")[0]


def test_wrong_use_is_told(desk: Desk) -> None:
    assert desk("bob", "review", "stale", "--nothing-material").code == 2
    assert desk("bob", "review", "stale", "9", "--nothing-material").code == 3


def test_a_claim_whose_words_are_the_same_is_told_why_it_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    first = "Ferries\n\n14 November 2024\n\nThe harbour has 12 sheds. The town has a ferry. It carried 88,000 people.\n"
    again = first.replace("The harbour has 12 sheds. The town has a ferry. It", "The harbour has 12 sheds. It")
    source = written(tmp_path, "register.txt", "2024-05-01\nRegister\n\nThe ferry carried 88,000 people.\n")
    assert run("alice", "check", written(tmp_path, "a.txt", first), "--corpus", source).code == 0
    listed = json.loads(run("alice", "claim-list", "--format", "json").out)["claims"]
    (claim,) = [str(one["number"]) for one in listed if one["verbatim"].startswith("It carried")]
    run("alice", "claim", "stance", claim, "e1", "corroborates")
    run("alice", "claim", "verdict", claim, "--rating", "confirmed", "--rationale", "The register.", "--yes")
    run("alice", *ticking(claim))
    assert run("bob", "review", "sign", claim, "--yes").code == 0
    assert run("alice", "check", written(tmp_path, "b.txt", again), "--revision-of", "Ferries").code == 0
    why = "it points back (“It”), and what stands before it is not the same"
    assert f"no word of it differs: {why}" in " ".join(run("bob", "diff").out.split())
    told = " ".join(run("bob", "review", "stale").out.split())
    assert f"by itself: no word of it differs, but {why}" in told
    (now,) = [one["claim"]["number"] for one in json.loads(run("bob", "review", "stale", "--json").out)]
    refused = run("bob", "review", "stale", str(now), "--nothing-material", "--yes")
    assert (refused.code, "look at it by itself" in refused.complaint) == (3, True)


def test_a_sign_off_becomes_stale_once(desk: Desk) -> None:
    desk("bob", "review", "stale", "1", "--nothing-material", "--yes")
    assert "the sign-off by bob is stale now" in desk("alice", "claim", "stance", "1", "e1", "conflicts").err
    for again in (("claim", "cite", "1", "e1"), ("claim", "stance", "1", "e1", "related")):
        ended = desk("alice", *again)
        assert (ended.code, "is stale now" in ended.err) == (0, False)
