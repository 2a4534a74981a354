"""`factcheck review` and `claim assign|waive`: the steps of the workflow as a newsroom calls them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, Ended, called, ticking, written

Newsroom = Callable[..., Ended]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an article that was checked; the first argument is who calls."""
    folder = tmp_path / "ws"

    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(folder))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    assert run("alice", "check", files[0], "--corpus", files[1]).code == 0
    return run


def propose(newsroom: Newsroom, claim: str = "1") -> None:
    newsroom("alice", "claim", "stance", claim, "e1", "conflicts")
    given = ("--rating", "contradicted", "--rationale", "The report says five.", "--yes")
    assert newsroom("alice", "claim", "verdict", claim, *given).code == 0
    newsroom("alice", *ticking(claim))


def test_submitted_returned_submitted_again_and_signed(newsroom: Newsroom) -> None:
    assert "is extracted" in newsroom("alice", "review", "submit", "1").complaint
    propose(newsroom)
    refused = newsroom("alice", "review", "submit", "1")
    assert refused.code == 3
    assert "rests on 0 primary, 1 secondary" in refused.complaint
    assert "--exception REASON" in refused.complaint
    submitted = newsroom("alice", "review", "submit", "1", "--exception", "It is the harbour's own report.")
    assert "submitted: claim 1, exception: It is" in submitted.err
    assert "--user NAME review sign 1" in submitted.err
    assert "> in review" in newsroom("alice", "claim-list").out
    assert "returned to alice" in newsroom("bob", "review", "return", "1", "--comment", "Which page?").err
    shown = newsroom("alice", "claim", "show", "1", "--brief").out
    assert "returned by bob: Which page?" in shown
    assert newsroom("alice", "review", "submit", "1", "--exception", "Page 3; it is their own.").code == 0
    signed = newsroom("bob", "review", "sign", "1", "--yes")
    assert "submitted by alice; exception: Page 3" in signed.out
    assert "look: the source policy asks for 1 primary" in signed.out
    assert "signed by bob; identity asserted" in signed.err
    assert "exception to the source policy: Page 3" in newsroom("bob", "claim", "show", "1").out
    log = newsroom("bob", "audit", "log", "--claim", "1").out
    for words in ("submitted, exception: Page 3", "returned: Which page?"):
        assert words in log


def test_a_signature_on_another_digest_than_the_one_displayed_is_refused(newsroom: Newsroom) -> None:
    propose(newsroom)
    assert newsroom("bob", "review", "sign", "1", "--yes", "--digest", "0" * 64).code == 3


def test_a_dispute_is_settled_by_a_third_person(newsroom: Newsroom) -> None:
    propose(newsroom)
    assert newsroom("bob", "review", "sign", "1", "--yes").code == 0
    disputed = newsroom("wim", "review", "dispute", "1", "--position", "The sixth is on loan.")
    assert "a third person settles it" in disputed.err
    shown = newsroom("alice", "claim", "show", "1").out
    assert "position of alice: contradicted: The report says five." in shown
    assert "position of wim: The sixth is on loan." in shown
    assert "is a party" in newsroom("wim", "review", "settle", "1", "keep", "--reason", "Mine.").complaint
    settled = newsroom("eva", "review", "settle", "1", "cut", "--reason", "We cannot show it.")
    assert "claim 1 is cut" in settled.err
    assert newsroom("eva", "claim-list", "--fail-on", "unsigned").code == 1
    assert "cut, and still in the text" in newsroom("eva", "review", "status").out


def test_what_is_waived_or_withdrawn_passes_the_gate_only_with_a_reviewer_s_tick(newsroom: Newsroom) -> None:
    count = len(json.loads(newsroom("alice", "claim-list", "--format", "json").out)["claims"])
    assert count == 2
    newsroom("alice", "claim", "waive", "1", "--reason", "A matter of taste.")
    newsroom("alice", "claim", "withdraw", "2", "--reason", "A joke.")
    refused = newsroom("alice", "claim-list", "--fail-on", "open,unsigned")
    assert refused.code == 1
    assert "1 unsigned, 1 withdrawn" in refused.err
    assert "claim 2 was withdrawn, and no reviewer ticked that" in refused.err
    assert "waived by alice: A matter of taste." in newsroom("bob", "review", "sign", "1", "--yes").out
    ticked = newsroom("bob", "review", "sign", "2", "--yes")
    assert "withdrawn by alice: A joke." in ticked.out
    assert "withdrawal ticked by bob" in ticked.err
    assert newsroom("alice", "claim-list", "--fail-on", "open,unsigned").code == 0


def test_claims_are_assigned_and_queued(newsroom: Newsroom) -> None:
    assert "assigned to carol" in newsroom("bob", "claim", "assign", "1", "carol").err
    assert "claim 1 (assigned)" in newsroom("carol", "review", "queue", "--mine").out
    assert "claim 1" not in newsroom("alice", "review", "queue").out
    assert json.loads(newsroom("alice", "review", "queue", "--json").out)[0]["step"] == "propose"
    assert "assigned to nobody" in newsroom("bob", "claim", "assign", "1", "none").err


def test_the_status_names_what_blocks_an_article_with_the_command_that_resolves_it(newsroom: Newsroom) -> None:
    told = newsroom("alice", "review", "status").out
    assert "draft" in told
    assert "blocked: claim 1: extracted: factcheck --workspace" in told
    for claim in ("1", "2"):
        propose(newsroom, claim)
        newsroom("bob", "review", "sign", claim, "--yes")
    told = newsroom("eva", "review", "status")
    assert ": ready" in told.out
    binding = json.loads(newsroom("eva", "review", "status", "--json").out)["articles"][0]["binding"]
    assert newsroom("eva", "review", "sign-article", "--digest", "0" * 64).code == 3
    assert newsroom("eva", "review", "sign-article", "--digest", binding[:16], "--yes").code == 0
    assert newsroom("eva", "review", "publish", "--yes", "--where", "https://example.org/cranes").code == 0
    assert ": published" in newsroom("eva", "review", "status").out
    locked = newsroom("alice", "claim", "note", "1", "one more thing")
    assert "is locked" in locked.complaint
    assert "--revision-of" in locked.complaint


def test_a_bypass_is_marked_in_every_report(newsroom: Newsroom, tmp_path: Path) -> None:
    propose(newsroom)
    assert "it is for nobody" in newsroom("alice", "review", "sign", "1", "--yes", "--bypass", "Late.").complaint
    written(tmp_path / "ws", "factcheck.toml", '[workflow.steps.bypass]\nwho = ["editor"]\n')
    assert "past the rules" in newsroom("alice", "review", "sign", "1", "--yes", "--bypass", "Late.").err
    assert "past the rules: Late." in newsroom("alice", "claim-list", "--format", "md").out
    assert "b signed past the rules" in newsroom("alice", "claim-list").out
    passed = newsroom("alice", "claim-list", "--text", "cranes", "--fail-on", "unsigned")
    assert (passed.code, "signed past the rules by alice: Late." in passed.err) == (0, True)
    assert ",Late.," in newsroom("alice", "claim-list", "--format", "csv").out
    assert '"bypass": "Late."' in newsroom("alice", "claim-list", "--format", "json").out
    assert "signed past the rules of the workflow: Late." in newsroom("alice", "claim", "show", "1").out
    assert "signed past the rules by alice: Late." in newsroom("alice", "review", "status").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("claim", "waive", "1"),
        ("claim", "waive", "1", "--reason", "x", "--clear"),
        ("review", "settle", "1", "perhaps", "--reason", "x"),
        ("review", "return", "1"),
        ("review", "dispute", "1"),
    ],
)
def test_wrong_use_is_told(newsroom: Newsroom, arguments: tuple[str, ...]) -> None:
    assert newsroom("alice", *arguments).code == 2


def test_a_workflow_that_cannot_work_is_told_by_every_command(newsroom: Newsroom, tmp_path: Path) -> None:
    written(tmp_path / "ws", "factcheck.toml", "[workflow.steps.sign]\nwho = []\n")
    for arguments in (("claim-list",), ("config",)):
        ended = newsroom("alice", *arguments)
        assert "nobody may take the step 'sign'" in ended.err
    assert "nobody may take the step 'sign'" in newsroom("alice", "doctor").out


def test_whoever_signs_is_told_what_was_warned_of_and_which_items_there_are(newsroom: Newsroom) -> None:
    given = ("--rating", "contradicted", "--rationale", "The report says five.", "--cite", "e1")
    warned = "nobody has judged whether it corroborates or conflicts"
    assert warned in newsroom("alice", "claim", "verdict", "1", *given).err
    newsroom("alice", *ticking())
    for told in (newsroom("bob", "claim", "show", "1").out, newsroom("bob", "claim", "show", "1", "--brief").out):
        assert f"look: cited evidence (1): {warned}" in " ".join(told.split())
    assert f"; warned: cited evidence (1): {warned}" in newsroom("bob", "audit", "log", "--claim", "1").out
    shown = newsroom("bob", "review", "sign", "1", "--yes").out
    assert f"look: cited evidence (1): {warned}" in shown
    newsroom("alice", "claim", "verdict", "2", *given)
    shown = newsroom("bob", "review", "sign", "2", "--yes").out
    assert re.search(
        r"^items:\n(  \d .*\n)*  \d date 2023: covered by the evidence of the verdict$", shown, re.MULTILINE
    )
