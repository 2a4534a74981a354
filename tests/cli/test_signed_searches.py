"""A sign-off on "no evidence found" binds what the search came to; what is found later is not passed over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, ticking, written

Newsroom = Callable[..., Ended]
ARTICLE = """Harbour notes

12 November 2024

The pier of Ostwick was sold for 4 million euros in 2023.
"""
BESIDE = """2024-11-10
Weather

Rain fell on the coast for three days, and the ferries stayed in port.
"""
AGAINST = """2024-11-11
Court register

The pier of Ostwick was sold for 9 million euros in 2023, the register of the court says.
"""


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with a claim for which nothing was found, submitted by alice."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    run("check", written(tmp_path, "article.txt", ARTICLE), "--corpus", written(tmp_path, "beside.txt", BESIDE))
    run("claim", "verdict", "1", "--rating", "no-evidence-found", "--rationale", "Not in our files.", "--yes")
    run(*ticking("1"))
    assert run("review", "submit", "1", "--exception", "Nothing is known.").code == 0
    return run


def test_who_signs_sees_the_search_and_the_page_keeps_it(newsroom: Newsroom) -> None:
    shown = newsroom("review", "sign", "1", "--yes", user="bob").out
    assert "the verdict rests on this search:" in shown
    assert "searched: " in shown
    assert "1 document (corpus" in shown
    signed = json.loads(newsroom("audit", "log", "--kind", "signed", "--format", "jsonl").out)
    searched = json.loads(newsroom("audit", "log", "--kind", "matched", "--format", "jsonl").out.splitlines()[-1])
    assert signed["body"]["search"] == searched["seq"]
    assert "signed on this search:" in newsroom("claim", "show", "1").out


def test_what_a_later_search_finds_makes_the_sign_off_stale(newsroom: Newsroom, tmp_path: Path) -> None:
    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    newsroom("check", str(tmp_path / "article.txt"), "--corpus", written(tmp_path, "more.txt", BESIDE + "Then sun.\n"))
    assert "state: signed" in newsroom("claim", "show", "1").out, "what was added does not bear on it"
    newsroom("check", str(tmp_path / "article.txt"), "--corpus", written(tmp_path, "court.txt", AGAINST))
    page = newsroom("claim", "show", "1").out
    assert "the sign-off is stale: a later search found something else" in page
    assert page.count("searched: ") == 2, "the search that was signed, and the one of now"
    assert newsroom("claim-list", "--fail-on", "stale,conflicting").code == 1
    assert "blocked: claim 1: stale" in newsroom("review", "status").out
    assert newsroom("audit", "verify").code == 0
    refused = newsroom("review", "stale", "1", "--nothing-material", "--yes", user="bob")
    assert "a later search found something else: look at it by itself" in refused.complaint
    again = newsroom("review", "sign", "1", "--yes", user="bob")
    assert "not judged, though suggested to conflict" in again.out
    assert again.code == 0
    assert "state: signed" in newsroom("claim", "show", "1").out


def test_what_is_found_after_it_was_submitted_takes_it_out_of_review(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom("check", str(tmp_path / "article.txt"), "--corpus", written(tmp_path, "court.txt", AGAINST))
    assert "state: proposed" in newsroom("claim", "show", "1").out


def test_a_sign_off_of_before_is_told_of_what_was_found(newsroom: Newsroom, tmp_path: Path) -> None:
    """An earlier program bound no search: the sign-off stands, and the status says what it passes over."""
    from factcheck import Workbench
    from factcheck.review.kinds import Kind

    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    with Workbench.open(tmp_path / "ws", user="alice") as bench, bench.store.transaction() as tx:
        claim = bench.find_claim("1")
        bench.append(tx, claim, Kind.VERDICT, {"rating": "no-evidence-found", "rationale": "Not in our files."})
    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    newsroom("check", str(tmp_path / "article.txt"), "--corpus", written(tmp_path, "court.txt", AGAINST))
    assert "state: signed" in newsroom("claim", "show", "1").out
    assert "look: claim 1: evidence (1) was suggested" in newsroom("review", "status").out
