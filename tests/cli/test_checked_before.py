"""A claim that was checked before, in another article, is told with its verdict, its evidence, and whether it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import SOURCE, Ended, called, ticking, written

FIRST = "Cranes\n\n14 November 2024\n\nThe harbour of Ostwick has five cranes.\n"
SECOND = "Ostwick in figures\n\n20 November 2024\n\nFive cranes stand in the harbour at Ostwick. It has a town hall.\n"
Newsroom = Callable[..., Ended]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace in which the claim of an article was signed."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "first.txt", FIRST), written(tmp_path, "source.txt", SOURCE))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    assert run("claim", "stance", "1", "e1", "corroborates").code == 0
    given = ("--rating", "confirmed", "--rationale", "the yearly report", "--cite", "e1", "--yes")
    assert run("claim", "verdict", "1", *given).code == 0
    run(*ticking())
    assert run("review", "sign", "1", "--yes", user="bob").code == 0
    return run


def check_second(newsroom: Newsroom, tmp_path: Path, text: str = SECOND) -> Ended:
    ended = newsroom("check", written(tmp_path, "second.txt", text))
    assert ended.code == 0
    return ended


def test_it_is_told_when_the_article_is_checked_and_where_the_claim_is_shown(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    told = check_second(newsroom, tmp_path).err
    assert "was checked before, as claim 1 of 'Cranes'" in told
    assert "confirmed; signed by bob; it still holds" in told
    listed = json.loads(newsroom("claim-list", "--format", "json").out)["claims"]
    (claim,) = [one["id"] for one in listed if one["verbatim"].startswith("Five cranes")]
    shown = " ".join(newsroom("claim", "show", claim).out.split())
    assert "checked before: Cranes" in shown
    assert "confirmed: the yearly report (alice; signed by bob; it still holds)" in shown
    assert "rests on Harbour report, paragraph 1: Harbour report The harbour of Ostwick has five cranes" in shown
    (before,) = json.loads(newsroom("claim", "show", claim, "--json").out)["checked_before"]
    assert (before["rating"], before["holds"], before["reviewer"]) == ("confirmed", True, "bob")
    assert "checked_before" not in newsroom("claim", "show", claim, "--brief").out


def test_a_verdict_on_words_that_were_corrected_does_not_hold_for_the_corrected_ones(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    wording = ("--wording", "The harbour of Ostwick has 5 cranes.")
    given = ("--rating", "contradicted", "--rationale", "by the house style", "--cite", "e1", "--yes", *wording)
    assert newsroom("claim", "verdict", "1", *given).code == 0
    assert newsroom("claim", "wording", "1", "accept", user="wanda").code == 0
    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    corrected = written(tmp_path, "first-2.txt", FIRST.replace("five cranes", "5 cranes"))
    assert newsroom("check", corrected, "--revision-of", "Cranes").code == 0
    told = check_second(newsroom, tmp_path).err
    assert "of the words before, and not of these: “The harbour of Ostwick has five cranes.”" in told
    assert "it still holds" not in told


def test_what_was_corrected_in_print_is_recognised_where_another_article_says_it_again(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    given = ("--rating", "contradicted", "--rationale", "The report says otherwise.", "--cite", "e1", "--yes")
    assert newsroom("claim", "verdict", "1", *given).code == 0
    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    for number, text in enumerate((FIRST.replace("five", "eleven"), FIRST.replace("five", "twelve")), start=2):
        corrected = written(tmp_path, f"first-{number}.txt", text)
        assert newsroom("check", corrected, "--revision-of", "Cranes").code == 0
    told = check_second(newsroom, tmp_path).err
    assert told.count("was checked before") == 1
    assert "contradicted; signed by bob; it still holds; of an earlier revision: the article no longer says so" in told
    listed = json.loads(newsroom("claim-list", "--format", "json").out)["claims"]
    (claim,) = [one["id"] for one in listed if one["verbatim"].startswith("Five cranes")]
    shown = " ".join(newsroom("claim", "show", claim).out.split())
    assert "checked before: Cranes" in shown
    assert "The harbour of Ostwick has five cranes." in shown


def test_what_stands_in_the_text_as_before_is_told_once(newsroom: Newsroom, tmp_path: Path) -> None:
    longer = written(tmp_path, "first-2.txt", FIRST + "\nIt rained.\n")
    assert newsroom("check", longer, "--revision-of", "Cranes").code == 0
    told = check_second(newsroom, tmp_path).err
    assert told.count("was checked before") == 1
    assert "of an earlier revision" not in told


def test_a_source_that_changed_is_told_of_every_article_that_rests_on_it(newsroom: Newsroom, tmp_path: Path) -> None:
    check_second(newsroom, tmp_path)
    listed = json.loads(newsroom("claim-list", "--format", "json").out)["claims"]
    (claim,) = [one["id"] for one in listed if one["verbatim"].startswith("Five cranes")]
    given = ("--rating", "confirmed", "--rationale", "as before", "--cite", "e1", "--yes")
    assert newsroom("claim", "verdict", claim, *given).code == 0
    newsroom(*ticking(claim))
    assert newsroom("review", "sign", claim, "--yes", user="carl").code == 0
    corrected = written(tmp_path, "source.txt", SOURCE.replace("five cranes", "four cranes, as it was corrected"))
    told = newsroom("corpus", "add", corrected).err
    assert "the sign-off by bob is stale" in told
    assert "the sign-off by carl is stale" in told
    third = SECOND.replace("Ostwick in figures", "Once more").replace("It has a town hall.", "It rained.")
    again = check_second(newsroom, tmp_path, third).err
    assert "and holds no longer: source changed" in again


def test_other_figures_and_claims_without_a_verdict_are_not_taken_for_it(newsroom: Newsroom, tmp_path: Path) -> None:
    told = check_second(newsroom, tmp_path, SECOND.replace("Five cranes", "Nine cranes")).err
    assert "was checked before" not in told
    shown = newsroom("claim", "show", "1", "--article", "Cranes")
    assert "checked before" not in shown.out, "nobody has decided on the other one"


def test_a_verdict_that_nobody_signed_is_told_as_such(newsroom: Newsroom, tmp_path: Path) -> None:
    assert newsroom("review", "withdraw", "1", "--reason", "wrong page", user="bob").code == 0
    assert "confirmed; proposed; nobody has signed it" in check_second(newsroom, tmp_path).err
