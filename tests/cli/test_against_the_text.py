"""Words of which the verdict says that they do not hold are not to go out without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, Ended, called, ticking, written

Newsroom = Callable[..., Ended]
LOOK = "rated {!r}, and the words stand in the text as they were: claim 2 ("


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    run("check", files[0], "--corpus", files[1])
    return run


def decided(run: Newsroom, claim: str, rating: str) -> None:
    run("claim", "stance", claim, "e1", "conflicts")
    run("claim", "verdict", claim, "--rating", rating, "--rationale", "The report.", "--yes")
    run(*ticking(claim))
    assert run("review", "sign", claim, "--yes", user="bob").code == 0


@pytest.mark.parametrize("rating", ["contradicted", "confirmed with wording to fix", "missing context"])
def test_words_that_do_not_hold_as_they_stand_are_told_and_have_a_gate(newsroom: Newsroom, rating: str) -> None:
    decided(newsroom, "1", "confirmed")
    decided(newsroom, "2", rating)
    status = newsroom("review", "status").out
    assert LOOK.format(rating) in status
    assert "blocked" not in status
    gated = newsroom("claim-list", "--fail-on", "against")
    assert gated.code == 1
    assert "not to be published: 1 against" in gated.complaint
    for step in ("sign-article", "publish"):
        assert LOOK.format(rating) in newsroom("review", step, "cranes", "--yes", user="eva").out


def test_other_words_in_the_text_or_an_editors_reason_open_that_gate(newsroom: Newsroom, tmp_path: Path) -> None:
    decided(newsroom, "2", "contradicted")
    newsroom("claim", "wording", "2", "propose", "the town built 31,000 homes in 2023")
    assert newsroom("claim-list", "--fail-on", "against").code == 1
    newsroom("claim", "wording", "2", "stet", "--reason", "A quotation.", user="eva")
    assert newsroom("claim-list", "--fail-on", "against").code == 0
    assert LOOK.format("contradicted") not in newsroom("review", "status").out
    newsroom("claim", "wording", "2", "propose", "the town built 31,000 homes in 2023")
    newsroom("claim", "wording", "2", "accept", user="eva")
    assert newsroom("claim-list", "--fail-on", "against").code == 1
    draft = written(tmp_path, "second.txt", ARTICLE.replace("40,000", "31,000"))
    assert newsroom("check", draft, "--revision-of", "cranes").code == 0
    assert newsroom("claim-list", "--fail-on", "against").code == 0


def test_what_is_proposed_or_accepted_in_other_words_is_a_blocker_alone(newsroom: Newsroom) -> None:
    decided(newsroom, "2", "contradicted")
    assert LOOK.format("contradicted") in newsroom("review", "status").out
    newsroom("claim", "wording", "2", "propose", "the town built 31,000 homes in 2023")
    proposed = newsroom("review", "status").out
    newsroom("claim", "wording", "2", "accept", user="eva")
    accepted = newsroom("review", "status").out
    for status in (proposed, accepted):
        assert "and the words stand in the text as they were" not in status
    assert "blocked: claim 2: proposed in other words" in proposed
    assert "blocked: claim 2: accepted in other words" in accepted


def test_a_verdict_of_an_earlier_program_is_held_against_the_scale_of_now(newsroom: Newsroom, tmp_path: Path) -> None:
    from factcheck import Workbench
    from factcheck.reports.gates import stands_against
    from factcheck.review.scale import falling_short

    decided(newsroom, "2", "contradicted")
    with Workbench.open(tmp_path / "ws") as bench:
        rows = [row._replace(rating_label="", rating_letter="", falls_short=False) for row in bench.summaries()]
        short = falling_short(bench.ratings)
    assert [stands_against(row, short) for row in rows] == [False, True]


@pytest.mark.parametrize(("words", "stands"), [("this town built 40,000", True), ("the town built 31,000", False)])
def test_an_article_more_or_less_leaves_words_that_stand_against_the_verdict(
    newsroom: Newsroom, tmp_path: Path, words: str, stands: bool
) -> None:
    decided(newsroom, "2", "contradicted")
    revised = written(tmp_path, "second.txt", ARTICLE.replace("the town built 40,000", words))
    assert newsroom("check", revised, "--revision-of", "cranes").code == 0
    newsroom(*ticking("2"))
    assert newsroom("review", "sign", "2", "--yes", user="bob").code == (0 if stands else 3)
    assert newsroom("claim-list", "--fail-on", "against").code == (1 if stands else 0)
    assert (LOOK.format("contradicted") in newsroom("review", "status").out) is stands
