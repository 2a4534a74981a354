"""A rating means what it meant when the verdict was given: what a team calls it later rewrites nothing signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, Ended, called, ticking, written

Newsroom = Callable[..., Ended]

SOURCE = """2024-11-10
Harbour report

The harbour of Ostwick has six cranes, the yearly report says.
"""
OTHER = """[publisher]
name = "Desk"
url = "https://desk.example/"

[ratings.confirmed]
label = "refuted"
letter = "R"
meaning = "It does not hold."
needs = "evidence"
direction = "against"
number = 1

[ratings.perhaps]
label = "perhaps"
letter = "P"
meaning = "Nobody knows."
needs = "nothing"
number = 9
"""
WITHOUT = OTHER.replace("[ratings.confirmed]", "[ratings.denied]")


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with a claim that is signed as confirmed."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    run("check", written(tmp_path, "article.txt", ARTICLE), "--corpus", written(tmp_path, "source.txt", SOURCE))
    run("claim", "stance", "1", "e1", "corroborates")
    run("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "The report.", "--yes")
    run(*ticking("1"))
    assert run("review", "sign", "1", "--yes", user="bob").code == 0
    return run


@pytest.mark.parametrize("scale", [OTHER, WITHOUT], ids=["another meaning", "no such rating"])
def test_what_was_signed_is_told_by_the_scale_of_then(newsroom: Newsroom, tmp_path: Path, scale: str) -> None:
    before = json.loads(newsroom("claim", "show", "1", "--json").out)["state"]
    (tmp_path / "ws" / "factcheck.toml").write_text(scale)
    now = json.loads(newsroom("claim", "show", "1", "--json").out)["state"]
    assert (now["binding"], now["review_state"]) == (before["binding"], "signed")
    page = " ".join(newsroom("claim", "show", "1").out.split())
    assert "verdict: confirmed [C]" in page
    assert "look: the scale has changed since: the verdict was given as 'confirmed' [C, 5 of 1 to 5]" in page
    listed = " ".join(newsroom("claim-list").out.split())
    assert "[C]" in listed
    assert "[C] confirmed (the scale has changed since)" in listed
    row = json.loads(newsroom("claim-list", "--format", "json").out)["claims"][0]
    assert (row["rating"], row["rating_label"], row["rating_letter"]) == ("confirmed", "confirmed", "C")
    for form in ("md", "html"):
        file = tmp_path / f"list.{form}"
        assert newsroom("claim-list", "--format", form, "--output", str(file)).code == 0
        assert "confirmed" in file.read_text()
    assert "confirmed" in newsroom("stats").out
    assert newsroom("audit", "verify").code == 0
    told = newsroom("claim-list", "--format", "claimreview", "--state", "signed")
    assert told.code == 0, told.err
    review = json.loads(told.out)
    rating = review["@graph"][0]["reviewRating"] if "@graph" in review else review["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"], rating["bestRating"]) == ("confirmed", 5, 5)


def test_another_meaning_is_another_thing_to_sign(newsroom: Newsroom, tmp_path: Path) -> None:
    """The same id with another meaning binds another digest; who signs is told that the scale has changed."""
    before = json.loads(newsroom("claim", "show", "1", "--json").out)["state"]["binding"]
    (tmp_path / "ws" / "factcheck.toml").write_text(OTHER)
    newsroom("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "The report.", "--yes")
    after = json.loads(newsroom("claim", "show", "1", "--json").out)["state"]
    assert after["review_state"] == "stale"
    assert after["binding"] != before
    assert "[R]" in newsroom("claim-list").out
    (tmp_path / "ws" / "factcheck.toml").write_text("")
    assert (
        "look: the scale has changed since: the verdict was given as 'refuted'" in newsroom("review", "sign", "1").out
    )
