"""`factcheck claim tick`: the list of items, and ticking them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, Ended, called, written

Newsroom = Callable[..., Ended]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an article that was checked."""
    folder = tmp_path / "ws"
    folder.mkdir()

    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(folder))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    return run


def test_the_items_are_listed_ticked_and_asked_for(newsroom: Newsroom) -> None:
    listed = newsroom("claim", "tick", "2").out.splitlines()
    assert listed
    assert all(line.endswith(": to tick") for line in listed)
    newsroom("claim", "verdict", "2", "--rating", "contradicted", "--rationale", "It counted 31,000", "--cite", "e1")
    assert "to tick" in newsroom("claim", "tick", "2").out
    refused = newsroom("review", "sign", "2", "--yes", "--user", "bob")
    assert (refused.code, "not ticked: " in refused.complaint, "claim tick" in refused.complaint) == (3, True, True)
    assert "left to tick: " in newsroom("review", "status").out
    assert "claim tick" in newsroom("review", "queue").out
    ticked = newsroom("claim", "tick", "2", "--all", "--evidence", "e1")
    assert "ticked by alice against e1" in ticked.out
    assert "to tick" not in ticked.out
    assert "ticked against evidence" in newsroom("audit", "log", "--kind", "ticked").out
    signed = newsroom("review", "sign", "2", "--yes", "--user", "bob")
    assert "ticked by alice against e1" in signed.out
    assert signed.code == 0
    stale = newsroom("claim", "tick", "2", "1", "--waive", "known to us")
    assert "waived by alice: known to us" in stale.out
    assert "is stale now" in stale.err
    assert newsroom("claim", "tick", "2", "1", "--clear").code == 0


def test_all_that_is_left_is_ticked_against_what_speaks_of_it_and_the_rest_waived(newsroom: Newsroom) -> None:
    newsroom("claim", "stance", "2", "e1", "conflicts")
    told = newsroom("claim", "verdict", "2", "--rating", "X", "--rationale", "It counted 31,000", "--cite", "e1").err
    assert "left to tick: " in told
    ended = newsroom("claim", "tick", "2", "--all")
    assert "ticked by alice against e1, which conflicts" in ended.out
    if ": to tick" in ended.out:
        assert "left to tick: " in ended.err
        ended = newsroom("claim", "tick", "2", "--all", "--waive", "known to the desk")
        assert "waived by alice: known to the desk" in ended.out
    assert ": to tick" not in ended.out
    assert "left to tick" not in ended.err
    again = newsroom("claim", "tick", "2", "--all")
    assert (again.code, "nothing is left to tick; nothing is recorded" in again.err) == (0, True)
    assert again.out == ended.out
    assert newsroom("review", "sign", "2", "--yes", "--user", "bob").code == 0


def test_a_plain_fact_is_confirmed_and_what_stands_in_its_passage_ticked(newsroom: Newsroom) -> None:
    newsroom("claim", "stance", "1", "e1", "corroborates")
    told = newsroom("claim", "confirm", "1", "e1", "--tick").err
    assert "left to tick: number 'six'" in told
    listed = newsroom("claim", "tick", "1").out.splitlines()
    assert all(line.endswith(": to tick" if " six" in line else ": ticked by alice against e1") for line in listed)
    newsroom("claim", "tick", "1", "six", "--waive", "counted by hand")
    assert newsroom("review", "sign", "1", "--yes", "--user", "bob").code == 0


def test_what_does_not_stand_in_the_evidence_is_left_and_a_tick_by_hand_is_told_to_the_signer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path))

    said = "The harbour board will meet on 7 December 2026, when Robert Tye asks for two sailings a week."
    files = (
        written(tmp_path, "article.txt", f"Board\n\n20 November 2026\n\n{said}\n"),
        written(tmp_path, "minutes.txt", "Minutes\n\nThe harbour board will meet on 7 December 2026.\n"),
    )
    run("check", files[0], "--corpus", files[1])
    told = run("claim", "confirm", "1", "e1", "--tick").err
    assert ("left to tick: " in told, "Robert Tye" in told, "7 December" in told) == (True, True, False)
    lines = run("claim", "tick", "1").out.splitlines()
    assert next(line for line in lines if "Robert Tye" in line).endswith(": to tick")
    assert next(line for line in lines if "7 December" in line).endswith(": ticked by alice against e1")
    assert run("review", "sign", "1", "--yes", "--user", "bob").code == 3
    run("claim", "tick", "1", "--all", "--evidence", "e1")
    signed = run("review", "sign", "1", "--yes", "--user", "bob")
    marked = [line for line in signed.out.splitlines() if "it does not stand in e1 word for word" in line]
    assert (signed.code, any("Robert Tye" in one for one in marked)) == (0, True)
    assert not any("7 December" in one for one in marked)


@pytest.mark.parametrize(
    "arguments", [["1"], ["--evidence", "e1"], ["1", "--all", "--waive", "x"], ["1", "--clear", "--waive", "x"]]
)
def test_half_a_command_is_bad_usage(newsroom: Newsroom, arguments: list[str]) -> None:
    assert newsroom("claim", "tick", "1", *arguments).code == 2


def test_an_item_that_is_none_is_told_with_those_there_are(newsroom: Newsroom) -> None:
    ended = newsroom("claim", "tick", "1", "nonsense", "--evidence", "e1")
    assert (ended.code, "it has: 1 " in ended.complaint) == (3, True)


def test_a_plain_fact_is_confirmed_and_what_is_left_to_tick_is_told(newsroom: Newsroom) -> None:
    refused = newsroom("claim", "confirm", "2", "e9")
    assert (refused.code, "e9" in refused.complaint) == (3, True)
    unread = newsroom("claim", "confirm", "1", "e1")
    assert (unread.code, "e1 is suggested to conflict with it" in unread.complaint) == (3, True)
    assert newsroom("claim", "stance", "1", "e1", "corroborates").code == 0
    done = newsroom("claim", "confirm", "1", "e1")
    assert done.code == 0, done.err
    assert "saved: claim 1: confirmed" in done.err
    assert "next: another person signs it" in done.err
    assert "confirmed" in newsroom("claim", "show", "1").out
    again = newsroom("claim", "confirm", "1", "e1")
    assert (again.code, "has a verdict already" in again.complaint) == (3, True)


def test_ticks_may_follow_a_submission_and_what_else_undoes_it_is_told(newsroom: Newsroom) -> None:
    """`submit` says what is left to tick; who does so must not lose the submission and its exception by that."""
    newsroom("claim", "stance", "2", "e1", "conflicts")
    newsroom("claim", "verdict", "2", "--rating", "contradicted", "--rationale", "It counted 31,000", "--cite", "e1")
    submitted = newsroom("review", "submit", "2", "--exception", "It is the ministry's own count.")
    assert "left to tick: " in submitted.err
    for number in ("1", "2"):
        ticked = newsroom("claim", "tick", "2", number, "--waive", "known to us")
        assert "no longer in review" not in ticked.err
    newsroom("claim", "tick", "2", "--all", "--waive", "known to us")
    page = newsroom("claim", "show", "2").out
    assert "state: in-review" in page
    assert "exception: It is the ministry's own count." in page
    newsroom("claim", "tick", "2", "1", "--clear")
    assert "state: in-review" in newsroom("claim", "show", "2").out
    cited = newsroom("claim", "cite", "2", "e1", "--no")
    assert "no longer in review: what alice submitted has changed: `factcheck" in cited.err
    assert "review submit 2 --exception REASON`" in cited.err
    assert "state: proposed" in newsroom("claim", "show", "2").out
    assert "no longer in review" not in newsroom("claim", "cite", "2", "e1").err
    assert "state: in-review" in newsroom("claim", "show", "2").out, "what was submitted stands there again"
    newsroom("claim", "tick", "2", "--all", "--waive", "known to us")
    assert newsroom("review", "sign", "2", "--yes", "--user", "bob").code == 0
    signed = newsroom("claim", "show", "2").out
    assert "exception to the source policy: It is the ministry's own count." in signed
    assert "signed without being submitted" not in signed


def test_a_number_that_a_person_has_conflict_is_ticked_against_that_though_the_program_held_back(
    newsroom: Newsroom,
) -> None:
    words = "In all, 31,000 homes were counted in the town."
    given = ("--at", "paragraph 2", "--text", words)
    assert newsroom("evidence", "add", "2", "https://example.org/homes", *given).code == 0
    shown = newsroom("claim", "show", "2").out
    assert "how many, context: the claim says 40,000; the source says 31,000 (homes)" in " ".join(shown.split())
    newsroom("claim", "verdict", "2", "--rating", "X", "--rationale", "They counted 31,000.", "--cite", "e2")
    assert "number 40,000: to tick" in newsroom("claim", "tick", "2").out
    newsroom("claim", "stance", "2", "e2", "conflicts")
    ticked = newsroom("claim", "tick", "2", "--all").out
    assert "number 40,000: ticked by alice against e2, which conflicts" in ticked


def test_who_confirms_by_a_passage_that_is_not_suggested_to_corroborate_is_told_so_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path))

    claims = "The harbour board has bought nine cranes. The ferry company Lorne Line has 214 employees in Ostwick."
    files = (
        written(tmp_path, "article.txt", f"Board\n\n20 November 2026\n\n{claims}\n"),
        written(tmp_path, "talk.txt", "Talk\n\nThe harbour board talked about cranes in the spring.\n"),
        written(tmp_path, "line.txt", "Line\n\nThe ferry company Lorne Line has 214 employees in Ostwick.\n"),
    )
    run("check", files[0], "--corpus", files[1], "--corpus", files[2])
    done = run("claim", "confirm", "1", "e1")
    assert (done.code, "saved: claim 1: confirmed" in done.err) == (0, True)
    (told,) = [line for line in done.err.splitlines() if line.startswith("warning: ")]
    assert "e1 is suggested as related, not as corroborating: " in told
    assert "not in the passage: " in told
    assert "'nine'" in told
    assert "warning: " not in run("claim", "confirm", "2", "e1").err
    run("claim", "verdict", "2", "--clear")
    run("claim", "stance", "2", "e1", "unrelated")
    assert "warning: e1 was judged unrelated by alice" in run("claim", "confirm", "2", "e1").err
