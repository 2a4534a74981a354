"""A verdict rests on a source that is replaced or goes away: every list says so, and the evidence keeps its copy."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck import Workbench
from factcheck.domain import ClaimState, ReviewState, SignOff, SourceNow, SourceState, Verdict
from factcheck.review.binding import settle_sources
from tests.cli.command import ARTICLE, SOURCE, called, ticking, written
from tests.corpus.documents import WITHOUT_SAID

OTHER = SOURCE.replace("five cranes", "nine cranes")


@pytest.fixture
def place(tmp_path, capsys, monkeypatch):
    """A workspace whose first claim bob signed, resting on harbour.txt."""
    monkeypatch.setenv("COLUMNS", "400")
    archive = tmp_path / "archive"
    archive.mkdir()
    written(archive, "harbour.txt", SOURCE)
    at = ["--workspace", str(tmp_path / "w")]
    for words in (
        ["check", written(tmp_path, "a.txt", ARTICLE), "--corpus", str(archive)],
        ["claim", "stance", "1", "e1", "conflicts"],
        ["claim", "verdict", "1", "--rating", "contradicted", "--rationale", "the report says five"],
        ticking(),
        ["--user", "bob", "review", "sign", "1"],
    ):
        ended = called(capsys, *at, *(words if words[0] == "--user" else ["--user", "alice", *words]))
        assert ended.code == 0, ended.err
    assert "^" not in called(capsys, *at, "claim-list").out
    return at


def replaced(place, tmp_path, capsys):
    written(tmp_path / "archive", "harbour.txt", OTHER)
    return called(capsys, *place, "corpus", "add", str(tmp_path / "archive"))


def gone(place, tmp_path, capsys):
    (tmp_path / "archive" / "harbour.txt").unlink()
    return called(capsys, *place, "corpus", "sync")


def removed(place, tmp_path, capsys):
    (document,) = json.loads(called(capsys, *place, "corpus", "list", "--json").out)
    return called(capsys, *place, "corpus", "remove", document["id"])


@pytest.mark.parametrize(("how", "word"), [(replaced, "changed"), (gone, "gone"), (removed, "gone")])
def test_the_claim_is_marked_on_every_list_and_keeps_its_evidence(place, tmp_path, capsys, how, word):
    assert how(place, tmp_path, capsys).code == 0
    listed = called(capsys, *place, "claim-list")
    assert "[X]!~^" in listed.out
    assert f"claim 1: source {word}: {tmp_path}/archive/harbour.txt; the evidence keeps its copy" in listed.err
    assert "keeps its copy; the sign-off by bob is stale" in listed.err
    rows = json.loads(called(capsys, *place, "claim-list", "--format", "json").out)["claims"]
    assert [row["source_state"] for row in rows] == [word, *[None] * (len(rows) - 1)]
    assert f"source {word}" in called(capsys, *place, "claim-list", "--format", "md").out
    shown = called(capsys, *place, "claim", "show", "1").out
    assert f"source {word}: " in shown
    assert f"the sign-off is stale: source {word}\n" in shown
    assert "has five cranes" in shown, "the copy stays"
    assert f"; source {word} since" in shown


@pytest.mark.parametrize("how", [replaced, gone])
def test_gate_and_doctor_tell_it_and_the_command_that_changed_the_corpus_says_what_to_run(place, tmp_path, capsys, how):
    assert called(capsys, *place, "claim-list", "--article", "cranes", "--fail-on", "source").code == 0
    told = how(place, tmp_path, capsys).err
    assert f"check {tmp_path}/a.txt` matches its claims again" in told
    assert called(capsys, *place, "claim-list", "--text", "cranes", "--fail-on", "source").code == 1
    for gate, code in (("unsigned", 1), ("stale", 1), ("open", 0)):
        ended = called(capsys, *place, "claim-list", "--text", "six cranes", "--fail-on", gate)
        assert (ended.code, "claim 1: source" in ended.err) == (code, True), "told whatever the gate"
    assert "WRONG evidence: claim 1: source " in called(capsys, *place, "doctor").out


def test_matching_again_brings_the_new_passage_and_judging_it_ends_the_mark(place, tmp_path, capsys):
    replaced(place, tmp_path, capsys)
    assert called(capsys, *place, "check", str(tmp_path / "a.txt")).code == 0
    assert "nine cranes" in called(capsys, *place, "claim", "show", "1").out
    old = json.loads(called(capsys, *place, "claim", "show", "1", "--json").out)
    (name,) = old["source_states"]
    new = next(e["id"] for e in old["evidence"] if e["id"] not in old["source_states"])
    for evidence, stance in ((name, "none"), (new, "conflicts")):
        assert called(capsys, *place, "--user", "alice", "claim", "stance", "1", evidence, stance).code == 0
    assert "^" not in called(capsys, *place, "claim-list").out


def test_what_is_gone_is_matched_no_longer_and_listed_as_gone(place, tmp_path, capsys):
    gone(place, tmp_path, capsys)
    listed = called(capsys, *place, "corpus", "list")
    assert "[gone]" in listed.out
    assert "1 of 1 documents are gone" in listed.err
    assert json.loads(called(capsys, *place, "corpus", "list", "--json").out)[0]["gone"] is True
    assert "matched now: 2 of 2" in called(capsys, *place, "check", str(tmp_path / "a.txt")).err


def test_a_file_that_moved_with_its_text_is_no_other_source(place, tmp_path, capsys):
    shutil.move(tmp_path / "archive", tmp_path / "moved")
    called(capsys, *place, "corpus", "add", str(tmp_path / "moved"))
    called(capsys, *place, "corpus", "sync")
    assert "^" not in called(capsys, *place, "claim-list").out


def test_a_verdict_that_rests_on_other_evidence_is_not_touched(place, tmp_path, capsys):
    assert called(capsys, *place, "--user", "alice", "claim", "stance", "1", "e1", "unrelated").code == 0
    replaced(place, tmp_path, capsys)
    assert "^" not in called(capsys, *place, "claim-list").out


def test_a_path_that_was_never_added_is_told(place, tmp_path, capsys):
    ended = called(capsys, *place, "corpus", "sync", str(tmp_path / "nosuch"))
    assert ended.code == 3
    assert "nothing in the corpus is from there" in ended.err


def test_a_claim_in_brief_has_its_verdict_and_a_line_for_each_piece_of_evidence(place, tmp_path, capsys):
    replaced(place, tmp_path, capsys)
    shown = called(capsys, *place, "claim", "show", "1", "--brief").out.splitlines()
    assert shown[1] == "    The harbour of Ostwick has six cranes."
    assert any(line.startswith("verdict: contradicted [X] (alice") for line in shown)
    assert any(line.startswith("source changed: ") for line in shown)
    assert shown[-1] == "e1 conflicts: Harbour report"
    assert called(capsys, *place, "claim", "show", "1", "--brief", "--json").code == 2


def test_a_verdict_against_all_that_was_judged_is_warned_of_and_on_record(place, capsys):
    words = ["claim", "verdict", "1", "--rating", "confirmed", "--rationale", "I say so"]
    ended = called(capsys, *place, "--user", "alice", *words)
    warning = "all evidence that was judged (1) conflicts with the claim, and the verdict is 'confirmed'"
    assert (ended.code, ended.err.splitlines()[0]) == (0, f"warning: {warning}")
    assert f"look: {warning}" in called(capsys, *place, "--user", "bob", "review", "sign", "1").out
    assert f"look: {warning}" in called(capsys, *place, "claim", "show", "1").out


def test_a_sign_off_is_settled_by_signing_anew_with_the_mark_in_sight(place, tmp_path, capsys):
    gone(place, tmp_path, capsys)
    assert "1 stale" in called(capsys, *place, "review", "status").out
    refused = called(capsys, *place, "--user", "alice", "review", "sign", "1")
    assert refused.code == 3, "who judged the evidence does not sign because its source went away"
    assert "another person has to sign" in refused.err
    signed = called(capsys, *place, "--user", "carol", "review", "sign", "1")
    assert (signed.code, "source gone: " in signed.out) == (0, True)
    assert "[X] *^" in called(capsys, *place, "claim-list").out, "the mark stays; the sign-off is valid"
    gates = ("claim-list", "--text", "six cranes", "--fail-on", "unsigned,stale,source")
    passed = called(capsys, *place, *gates)
    assert (passed.code, "claim 1: source gone: " in passed.err) == (0, True), "whoever signed was shown it"
    again = called(capsys, *place, "--user", "dora", "review", "sign", "1")
    assert (again.code, "signed already by carol" in again.err) == (3, True)
    assert called(capsys, *place, "audit", "verify").code == 0
    assert "WRONG log" not in called(capsys, *place, "doctor").out
    written(tmp_path / "archive", "harbour.txt", OTHER)
    called(capsys, *place, "corpus", "add", str(tmp_path / "archive"))
    assert "[X]!~^" in called(capsys, *place, "claim-list").out, "only what the signer saw is settled"
    assert "1 stale, 1 source" in called(capsys, *place, *gates).err
    assert "the sign-off is stale: source changed" in called(capsys, *place, "claim", "show", "1").out


def test_a_sign_off_holds_again_where_the_source_came_back(place, tmp_path, capsys):
    gone(place, tmp_path, capsys)
    assert "[X]!~^" in called(capsys, *place, "claim-list").out
    written(tmp_path / "archive", "harbour.txt", SOURCE)
    called(capsys, *place, "corpus", "add", str(tmp_path / "archive"))
    assert "[X] * " in called(capsys, *place, "claim-list").out


def test_the_log_names_what_the_signer_saw_and_only_then(place, tmp_path, capsys):
    gone(place, tmp_path, capsys)
    assert called(capsys, *place, "--user", "carol", "review", "sign", "1").code == 0
    with Workbench.open(place[1], user="dora") as bench:
        first, second = (event.body for event in bench.events() if event.kind == "signed")
        claim = bench.find_claim("1")
        state = bench.claim(claim).state
        assert "sources" not in first
        assert list(second["sources"].values()) == ["gone"]
        assert (state.review_state, state.sign_off.sources) == (ReviewState.SIGNED, second["sources"])
        assert bench.blockers(claim) == ("signed already by carol",)
    called(capsys, *place, "--user", "carol", "review", "withdraw", "1", "--reason", "not sure")
    with Workbench.open(place[1], user="alice") as bench:
        assert "another person has to sign" in bench.blockers(claim)[0], "alice judged what carol signed anew"


def test_a_second_change_after_signing_anew_is_seen(place, tmp_path, capsys):
    replaced(place, tmp_path, capsys)
    assert called(capsys, *place, "--user", "carol", "review", "sign", "1").code == 0
    assert "[X] *^" in called(capsys, *place, "claim-list").out
    written(tmp_path / "archive", "harbour.txt", SOURCE.replace("five cranes", "eleven cranes"))
    told = called(capsys, *place, "corpus", "add", str(tmp_path / "archive"))
    assert "the sign-off by carol is stale" in told.err + called(capsys, *place, "claim-list").err
    assert "[X]!~^" in called(capsys, *place, "claim-list").out
    assert "the sign-off is stale: source changed" in called(capsys, *place, "claim", "show", "1").out
    assert called(capsys, *place, "--user", "dora", "review", "sign", "1").code == 0
    assert "[X] *^" in called(capsys, *place, "claim-list").out
    replaced(place, tmp_path, capsys)
    assert "[X]!~^" in called(capsys, *place, "claim-list").out, "what stood there before is not what dora was shown"


def test_a_sign_off_of_before_that_names_no_text_holds_by_what_became_of_the_source():
    lost = {"e": SourceNow(state=SourceState.CHANGED, instead="other")}
    signed = SignOff(user="bob", at=datetime(2024, 1, 1, tzinfo=UTC), digest="", sources={"e": SourceState.CHANGED})
    verdict = Verdict(rating="confirmed", rationale="", user="alice", at=datetime(2024, 1, 1, tzinfo=UTC))
    state = ClaimState(claim="c", review_state=ReviewState.SIGNED, verdict=verdict, cited=("e",), sign_off=signed)
    assert settle_sources(state, lost).review_state is ReviewState.SIGNED
    told = replace(state, sign_off=replace(signed, instead={"e": "another"}))
    assert settle_sources(told, lost).review_state is ReviewState.STALE


def test_the_article_list_counts_no_stale_sign_off_as_signed(place, tmp_path, capsys):
    with Workbench.open(place[1], user="dora") as bench:
        assert [article.signed for article in bench.articles()] == [1]
    replaced(place, tmp_path, capsys)
    with Workbench.open(place[1], user="dora") as bench:
        assert [article.signed for article in bench.articles()] == [0]
    assert called(capsys, *place, "--user", "carol", "review", "sign", "1").code == 0
    with Workbench.open(place[1], user="dora") as bench:
        assert [article.signed for article in bench.articles()] == [1]


def test_a_source_that_changed_elsewhere_is_signed_with_others_and_named(place, tmp_path, capsys):
    written(tmp_path / "archive", "harbour.txt", SOURCE.rstrip() + "\n\nThe ferry to Lenn was painted blue.\n")
    called(capsys, *place, "corpus", "add", str(tmp_path / "archive"))
    listed = called(capsys, *place, "review", "stale").out
    assert "source changed: " in listed
    assert "the cited passage is the same" in listed
    assert "no word differs: it may be signed with others" in listed
    signed = called(capsys, *place, "--user", "carol", "review", "stale", "1", "--nothing-material", "--yes")
    assert signed.code == 0, signed.err
    assert called(capsys, *place, "review", "stale").out == ""
    assert called(capsys, *place, "audit", "verify").code == 0
    replaced(place, tmp_path, capsys)
    assert "by itself: a source that it rests on has changed" in called(capsys, *place, "review", "stale").out
    refused = called(capsys, *place, "--user", "dora", "review", "stale", "1", "--nothing-material", "--yes")
    assert (refused.code, "look at it by itself" in refused.err) == (3, True)


def test_a_change_that_only_the_checker_saw_is_not_settled(place, tmp_path, capsys):
    replaced(place, tmp_path, capsys)
    again = ("claim", "verdict", "1", "--rating", "contradicted", "--rationale", "the old report said five", "--yes")
    assert called(capsys, *place, "--user", "alice", *again).code == 0
    gate = ("claim-list", "--text", "six cranes", "--fail-on", "source")
    assert called(capsys, *place, *gate).code == 1
    roles = (
        '[workflow]\nothers = ["checker", "writer", "editor"]\n[workflow.people]\n{} = ["reviewer"]\n{} = ["writer"]\n'
    )
    written(tmp_path / "w", "factcheck.toml", roles.format("bob", "carol"))
    assert called(capsys, *place, "--user", "bob", "review", "sign", "1", "--yes").code == 0
    assert called(capsys, *place, *gate).code == 0
    written(tmp_path / "w", "factcheck.toml", roles.format("carol", "bob"))
    assert called(capsys, *place, *gate).code == 1, "his signature counts for nothing here"


def test_a_change_is_seen_by_the_gate_though_the_corpus_is_of_an_earlier_program(place, tmp_path, capsys):
    replaced(place, tmp_path, capsys)
    with sqlite3.connect(tmp_path / "w" / "corpus" / "documents.db") as database:
        database.executescript("DROP INDEX document_mark; ALTER TABLE document DROP COLUMN mark")
        database.executescript(WITHOUT_SAID)
        database.executescript("DROP TABLE alias; DROP TABLE summary; PRAGMA user_version = 9")
    assert called(capsys, *place, "claim-list", "--text", "six cranes", "--fail-on", "source").code == 1


def test_a_signer_presents_what_was_shown_of_the_source(place, tmp_path, capsys):
    """What was shown before the source changed, or before it changed again, signs nothing."""

    def bound() -> str:
        return json.loads(called(capsys, *place, "claim", "show", "1", "--json").out)["state"]["binding"]

    def signed(digest: str) -> int:
        return called(capsys, *place, "--user", "bob", "review", "sign", "1", "--digest", digest).code

    before = bound()
    replaced(place, tmp_path, capsys)
    once = bound()
    written(tmp_path / "archive", "harbour.txt", SOURCE.replace("five cranes", "seven cranes"))
    assert called(capsys, *place, "corpus", "add", str(tmp_path / "archive")).code == 0
    twice = bound()
    assert len({before, once, twice}) == 3
    assert signed(before) != 0
    assert signed(once) != 0
    assert signed(twice) == 0
    assert bound() == before
