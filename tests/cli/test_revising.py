"""`factcheck check --revision-of`, `factcheck diff` and `claim place`, as a newsroom calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import Workbench
from factcheck.workbench.differences import Became, corrected_words, revised
from tests.cli.command import ARTICLE, SOURCE, Ended, called, ticking, written

Newsroom = Callable[..., Ended]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an article of which a claim is signed, and two drafts that revise it."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    written(tmp_path, "second.txt", ARTICLE.replace("40,000", "31,000"))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    for claim in ("1", "2"):
        run("claim", "stance", claim, "e1", "conflicts")
        run("claim", "verdict", claim, "--rating", "contradicted", "--rationale", "The report.", "--yes")
        run(*ticking(claim))
        assert run("review", "sign", claim, "--yes", user="bob").code == 0
    return run


def test_a_revision_keeps_what_is_the_same_and_shows_what_is_not(newsroom: Newsroom, tmp_path: Path) -> None:
    assert "has one revision alone" in newsroom("diff").complaint
    checked = newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes")
    assert checked.code == 0
    assert "claims 1 kept, 1 changed, 0 new, 0 removed, 0 orphan" in checked.err
    shown = newsroom("diff").out
    assert "kept: claim 1 (signed): The harbour of Ostwick has six cranes." in shown
    assert "changed: claim 2 (stale): the town built [-40,000-] {+31,000+} homes in 2023" in shown
    assert json.loads(newsroom("diff", "--json").out)["changes"][1]["became"] == "changed"
    page = newsroom("claim", "show", "2").out
    assert "the sign-off is stale: the text has changed" in page
    assert "it read: the town built 40,000 homes in 2023" in page
    assert newsroom("claim-list", "--fail-on", "stale").code == 1
    assert "decisions taken over from" in newsroom("audit", "log", "--kind", "carried").out
    assert newsroom("audit", "verify").code == 0
    assert "states" in newsroom("doctor").out
    notice = newsroom("diff", "--notice").out
    assert "An earlier version of this article said: “the town built 40,000 homes in 2023”" in notice
    again = newsroom("check", str(tmp_path / "second.txt"))
    assert "article of its own" not in again.err


def test_statistics_count_a_sign_off_that_was_taken_over(newsroom: Newsroom, tmp_path: Path) -> None:
    before = json.loads(newsroom("stats", "--json").out)["signing"]
    assert newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes").code == 0
    assert json.loads(newsroom("stats", "--json").out)["signing"] == before
    assert before["number"] == 2


def test_what_no_article_or_orphan_is_named_by_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    assert newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "bridges").code == 3
    assert "is no orphan" in newsroom("claim", "place", "abc", "1").complaint
    assert "is no orphan" in newsroom("claim", "place", "abc", "none", "--reason", "x").complaint


def test_the_earlier_text_is_not_put_back_by_checking_it(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes")
    refused = newsroom("check", str(tmp_path / "article.txt"))
    assert refused.code == 3
    assert "a later revision of this text is in the list" in refused.complaint
    assert newsroom("check", str(tmp_path / "article.txt"), "--revision-of", "cranes").code == 0
    assert newsroom("audit", "verify").code == 0


def test_the_accepted_words_keep_the_sign_off_and_the_notice_names_them(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom("claim", "wording", "2", "propose", "the town built 31,000 homes in 2023")
    newsroom("claim", "wording", "2", "accept", user="eva")
    newsroom("claim", "wording", "1", "cut", "--reason", "not shown", user="eva")
    assert newsroom("review", "sign", "2", "--yes", user="bob").code == 0
    second = written(tmp_path, "third.txt", (tmp_path / "second.txt").read_text().replace(" has six cranes", " grows"))
    checked = newsroom("check", second, "--revision-of", "cranes")
    assert "claims 0 kept, 1 reworded, 0 changed, 1 new, 1 removed, 0 orphan" in checked.err
    shown = newsroom("diff").out
    reworded = "reworded: claim 2 (signed): the town built [-40,000-] {+31,000+} homes in 2023\n"
    assert f"{reworded}  applied, proposed by alice, accepted by eva; its decisions are kept\n" in shown
    assert "The harbour of Ostwick has six cranes.\n  cut, cut by eva: not shown\n" in shown
    found = json.loads(newsroom("diff", "--json").out)["changes"]
    assert [(one["became"], one["wording"]["state"]) for one in found if one["wording"]] == [
        ("reworded", "accepted"),
        ("removed", "cut"),
    ]
    notice = newsroom("diff", "--notice").out
    assert "said: “the town built 40,000 homes in 2023”\nIt now reads: “the town built 31,000 homes in 2023”" in notice
    assert "said: “The harbour of Ostwick has six cranes.”\nThat has been taken out." in notice
    assert "state: signed" in newsroom("claim", "show", "2").out
    assert newsroom("audit", "verify").code == 0


def test_a_verdict_on_the_words_before_is_no_review_of_those_that_took_their_place(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """Else the corrected number would go out as contradicted; a verdict given since is of the words as they read."""
    written(tmp_path / "ws", "factcheck.toml", '[publisher]\nname = "Desk"\nurl = "https://desk.example/"\n')
    newsroom("claim", "wording", "2", "propose", "the town built 31,000 homes in 2023")
    newsroom("claim", "wording", "2", "accept", user="eva")
    assert newsroom("review", "sign", "2", "--yes", user="bob").code == 0
    assert newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes").code == 0
    third = written(tmp_path, "third.txt", f"{(tmp_path / 'second.txt').read_text()}\nIt rained.\n")
    assert newsroom("check", third, "--revision-of", "cranes").code == 0
    listed = ("claim-list", "--format", "claimreview", "--state", "signed")
    out = newsroom(*listed)
    assert "31,000" not in out.out
    assert "six cranes" in out.out
    assert "left out: 1 claim rated in other words than the article has now" in out.err
    given = ("--rating", "confirmed", "--rationale", "The report.", "--cite", "e1", "--yes")
    assert newsroom("claim", "verdict", "2", *given).code == 0
    newsroom(*ticking("2"))
    assert newsroom("review", "sign", "2", "--yes", user="bob").code == 0
    again = newsroom(*listed)
    assert "31,000" in again.out
    assert "left out" not in again.err


def test_who_signs_a_verdict_anew_in_other_words_makes_it_no_review_of_these(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """The verdict is of the words before (the list marks it &), though a reviewer let it stand beside those of now."""
    written(tmp_path / "ws", "factcheck.toml", '[publisher]\nname = "Desk"\nurl = "https://desk.example/"\n')
    second = written(tmp_path, "nearly.txt", ARTICLE.replace("the town", "this town"))
    assert newsroom("check", second, "--revision-of", "cranes").code == 0
    newsroom(*ticking("2"))
    assert newsroom("review", "sign", "2", "--yes", user="bob").code == 0
    assert "state: signed" in newsroom("claim", "show", "2").out
    out = newsroom("claim-list", "--format", "claimreview", "--state", "signed")
    assert "40,000" not in out.out
    assert "six cranes" in out.out
    assert "left out: 1 claim rated in other words than the article has now" in out.err


HEAD = "Cranes\n\n14 November 2024\n\n"
TWICE = f"{HEAD}The ferry runs daily. The harbour has six cranes. The ferry runs daily.\n"
ONCE = f"{HEAD}It rained. The harbour has seven cranes. The ferry runs daily. The wind blew hard.\n"


def test_a_notice_says_of_no_words_that_they_are_gone_before_a_person_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words stood twice and stand once: nobody knows which of the two was taken out."""

    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path / "ws"))

    assert run("check", written(tmp_path, "a.txt", TWICE)).code == 0
    assert run("claim", "note", "1", "look at this").code == 0
    assert run("claim", "note", "3", "and at that").code == 0
    assert run("check", written(tmp_path, "b.txt", ONCE), "--revision-of", "cranes").code == 0
    drafted = run("diff", "--notice")
    assert "It now reads: “The harbour has seven cranes.”" in drafted.out
    assert "ferry" not in drafted.out
    assert "it says nothing of 2 orphans that nobody has placed" in drafted.err
    first, second = [line.split(": ")[1] for line in run("diff").out.splitlines() if line.startswith("orphan: ")]
    ferry = next(
        row for row in json.loads(run("claim-list", "--format", "json").out)["claims"] if "ferry" in row["text"]
    )
    assert run("claim", "place", first, str(ferry["number"])).code == 0
    assert run("claim", "place", second, "none", "--reason", "said once now").code == 0
    settled = run("diff", "--notice")
    assert "ferry" not in settled.out + settled.err
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        found = revised(bench, bench.articles()[0])
        assert found
        assert found.count(Became.REMOVED) == 1
        assert corrected_words(bench, found) == (("The harbour has six cranes.", "The harbour has seven cranes."),)


def test_a_notice_tells_what_was_published_however_many_revisions_later(newsroom: Newsroom, tmp_path: Path) -> None:
    """The correction of a number, then a draft that mends another sentence and takes one out: readers saw the first."""
    for step in ("sign-article", "publish"):
        assert newsroom("review", step, "--yes", user="eva").code == 0
    published = newsroom("diff", "--notice")
    assert published.code == 3
    second = (tmp_path / "second.txt").read_text()
    assert newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes").code == 0
    once = newsroom("diff", "--notice").out
    checked = newsroom("check", written(tmp_path, "third.txt", f"{second}\nIt rained.\n"), "--revision-of", "cranes")
    assert "it corrects what is published" in checked.err
    later = newsroom("diff", "--notice")
    assert later.out == once
    assert "said: “the town built 40,000 homes in 2023”\nIt now reads: “the town built 31,000 homes in 2023”" in once
    assert "published" not in later.err
    fourth = written(tmp_path, "fourth.txt", second.replace("The harbour of Ostwick has six cranes.", "It snowed."))
    assert newsroom("check", fourth, "--revision-of", "cranes").code == 0
    fifth = written(tmp_path, "fifth.txt", second.replace("The harbour of Ostwick has six cranes.", "It hailed."))
    assert newsroom("check", fifth, "--revision-of", "cranes").code == 0
    assert (
        "said: “The harbour of Ostwick has six cranes.”\nThat has been taken out." in newsroom("diff", "--notice").out
    )
    restored = written(tmp_path, "sixth.txt", f"{ARTICLE}\nIt rained.\n")
    assert newsroom("check", restored, "--revision-of", "cranes").code == 0
    assert "An earlier version" not in newsroom("diff", "--notice").out


def test_a_notice_of_what_nobody_published_says_so(newsroom: Newsroom, tmp_path: Path) -> None:
    assert newsroom("check", str(tmp_path / "second.txt"), "--revision-of", "cranes").code == 0
    assert "no revision of it is recorded as published" in newsroom("diff", "--notice").err


def test_the_log_of_a_claim_is_the_log_and_claims_of_earlier_revisions_are_found_by_their_ids(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    """What is told of a claim after a revision under other ids than those of the log would be no proof of anything."""
    before = {one: json.loads(newsroom("claim", "show", one, "--json").out)["claim"]["id"] for one in ("1", "2")}
    logged = newsroom("audit", "log", "--claim", "1", "--format", "jsonl").out.splitlines()
    table = newsroom("audit", "log", "--claim", "1").out
    text = (tmp_path / "second.txt").read_text().replace(" Maren Holt said on Monday that the town built", " It has")
    assert newsroom("check", written(tmp_path, "third.txt", text), "--revision-of", "cranes").code == 0
    whole = newsroom("audit", "log", "--format", "jsonl").out.splitlines()
    since = newsroom("audit", "log", "--claim", "1", "--format", "jsonl").out.splitlines()
    assert since[: len(logged)] == logged
    assert set(since) < set(whole)
    assert newsroom("audit", "log", "--claim", "1").out.startswith(table)
    assert newsroom("audit", "log", "--claim", before["1"], "--format", "jsonl").out.splitlines() == since
    shown = newsroom("claim", "show", before["1"])
    assert shown.out == newsroom("claim", "show", "1").out
    assert f"history: {len(since)} events" in shown.out
    assert f"claim {before['1']} is of an earlier revision: this one" in shown.err
    gone = newsroom("claim", "show", before["2"])
    assert "is of an earlier revision, and no claim took its decisions over" in gone.err
    assert "the town built 40,000 homes in 2023" in gone.out
    refused = newsroom("claim", "note", before["1"], "Too late.")
    assert refused.code == 3
    assert "is a claim of an earlier revision; claim" in refused.complaint


def test_what_the_signer_signed_is_told_beside_what_it_was_carried_over_as(newsroom: Newsroom, tmp_path: Path) -> None:
    log = [
        json.loads(line) for line in newsroom("audit", "log", "--kind", "signed", "--format", "jsonl").out.splitlines()
    ]
    signed = log[0]["body"]["binding"]
    assert f"digest {signed} " in " ".join(newsroom("claim", "show", "1").out.split())
    for draft in ("Another first line. ", "Yet another. "):
        text = (tmp_path / "second.txt").read_text().replace("The harbour", f"{draft}The harbour")
        assert newsroom("check", written(tmp_path, "third.txt", text), "--revision-of", "cranes").code == 0
    shown = newsroom("claim", "show", "1", "--json").out
    sign_off = json.loads(shown)["state"]["sign_off"]
    assert (sign_off["digest"], sign_off["taken_over"]) == (signed, json.loads(shown)["state"]["binding"])
    page = " ".join(newsroom("claim", "show", "1").out.split())
    assert f"digest {signed} carried over by event {sign_off['taken_over_by']} as {sign_off['taken_over']}" in page
    assert newsroom("claim", "show", "1").out.count("state: signed") == 1
