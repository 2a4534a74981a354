"""What the search left out, a page fetched again, a claim held, what was checked before, keys, and words erased."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.domain import Step
from factcheck.matching import find_candidates, left_out
from factcheck.web.network import Access
from factcheck.workbench import Workbench, meeting, trusting
from tests.cli.command import SOURCE, called, written
from tests.matching.test_search import HOMES, SHELF
from tests.tui.running import running
from tests.tui.test_bringing import harbour
from tests.tui.test_fetching import CITED, cited, ended
from tests.tui.workspace import bench_at
from tests.web.test_pages import html

__all__ = ["cited", "harbour"]  # fixtures


# --- below the threshold ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limits", [{}, {"keep": 1}, {"floor": 0.99}, {"keep": 1, "floor": 0.2}])
def test_what_was_left_out_is_as_much_as_the_search_counts(limits: dict[str, float]) -> None:
    _, search = find_candidates(HOMES, SHELF, **limits)
    found = left_out(HOMES, SHELF, **limits)
    assert len(found) == search.left_out
    assert search.left_out == sum(search.dropped.get(step, 0) for step in (Step.LOW, Step.BEST, Step.SOURCE))
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


async def test_m_shows_what_is_below_the_threshold_counts_it_and_keeps_one(harbour: Path) -> None:
    (harbour / "factcheck.toml").write_text("[matching]\nfloor = 0.99\n", encoding="utf-8")
    with Workbench.open(harbour, user="alice") as bench:
        from factcheck.workbench.edited import match_now

        claim = bench.find_claim("2")
        match_now(bench, bench.revision(bench.claim(claim).revision), [claim])
        before = bench.claim(claim)
    below = before.state.search.left_out if before.state.search else 0
    assert below
    async with running(harbour, (100, 30)) as session:
        await session.press("j")
        assert f"{below} below (m)" in session.frame
        await session.press("m")
        assert f"1 of {below} passage" in session.frame
        await session.press("enter")
        assert session.dialog == ""
        assert len(session.desk.view.evidence) == len(before.evidence) + 1
        assert session.desk.evidence.id not in {item.id for item in before.evidence}


async def test_without_a_limit_nothing_is_left_out_and_that_is_said(harbour: Path) -> None:
    async with running(harbour) as session:
        assert "below (m)" not in session.frame
        await session.press("m")
        assert "the search left nothing out by its limits" in session.frame


# --- a page fetched again ---------------------------------------------------------------------------------------------


def recorded(path: Path, figure: str) -> Access:
    """A recording of the page that the writer cites, with another figure."""
    body = html(f"The harbour of Ostwick has {figure} cranes and a yearly report on them.")
    answers = {"http://harbour.example/robots.txt": (404, ""), CITED: (200, body)}
    interactions = [
        {
            "request": {"method": "GET", "uri": uri, "headers": {}},
            "response": {
                "status": {"code": status, "message": "-"},
                "headers": {"Content-Type": ["text/html; charset=utf-8"]},
                "body": {"string": text},
            },
        }
        for uri, (status, text) in answers.items()
    ]
    path.write_text(json.dumps({"interactions": interactions, "version": 1}), encoding="utf-8")
    return Access(offline=True, cassette=path)


async def test_r_fetches_a_page_again_keeps_the_old_words_and_shows_the_difference(cited: Path, tmp_path: Path) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = recorded(tmp_path / "one.yaml", "five")
        await session.press("F")
        await ended(session)
        await session.press("2", "c")
        old = session.desk.view.evidence[0]
        session.app.fetching.access = recorded(tmp_path / "two.yaml", "seven")
        await session.press("2", "g", "R")
        assert "Fetch this page again?" in session.frame
        assert f"asks harbour.example for {CITED}" in session.frame
        await session.press("y")
        await ended(session)
        assert "Fetched again for claim 1: changed" in session.frame
        assert "five -> seven" in session.frame
        await session.press("escape")
        passages = {item.id: item.candidate.passage.text for item in session.desk.view.evidence}
        assert "five cranes" in passages.pop(old.id)
        assert any("seven cranes" in text for text in passages.values())
        assert session.on_disk(1).stances[old.id].stance == "corroborates"


async def test_r_asks_nobody_without_a_yes(cited: Path, tmp_path: Path) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = recorded(tmp_path / "one.yaml", "five")
        await session.press("F")
        await ended(session)
        await session.press("2", "R", "escape")
        assert session.app.fetching.running is None
        assert "changed" not in session.frame


# --- a claim held -----------------------------------------------------------------------------------------------------


async def test_a_claim_is_held_and_let_go(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("s", "h", "enter")
        assert "held by alice until 14:30 UTC" in session.frame
        with bench_at(fresh, "bob") as bob:
            assert bob.claim(session.desk.selected.id).lock.user == "alice"
        await session.press("s", "h")
        assert "claim 1: held by nobody" in session.frame
        with bench_at(fresh, "bob") as bob:
            assert bob.claim(session.desk.selected.id).lock is None


async def test_what_another_holds_is_shown_refused_with_who_holds_it_and_taken_over_only_with_a_yes(
    fresh: Path,
) -> None:
    with bench_at(fresh, "bob") as bob:
        meeting.hold(bob, bob.find_claim("2"), minutes=90)
    async with running(fresh) as session:
        await session.press("j", "2")
        assert "held by bob until 15:30 UTC" in session.frame
        await session.press("c")
        assert "is held by bob until 15:30 UTC" in session.frame
        await session.press("escape", "v", "8", *"taste", "enter")
        assert "is held by bob until 15:30 UTC" in session.frame
        assert "Theirs" not in session.frame
        await session.press("escape", "s", "h")
        assert "ask first" in session.frame
        await session.press("ctrl+s")
        assert "not taken over: answer yes" in session.frame
        await session.press("y", "enter", "enter")
        assert "held by alice until 14:30 UTC" in session.frame
        await session.press("2", "c")
        assert len(session.on_disk(2).stances) == 1


async def test_who_begins_to_hold_the_claim_in_view_is_shown(fresh: Path) -> None:
    async with running(fresh) as session:
        with bench_at(fresh, "bob") as bob:
            meeting.hold(bob, session.desk.selected.id, minutes=30)
        session.app._tell_of_others()
        await session.settle()
        assert "held by bob until" in session.frame


# --- what was checked before ------------------------------------------------------------------------------------------


async def test_what_was_checked_before_is_listed_with_its_standing_and_gone_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = "Cranes\n\n14 November 2024\n\nThe harbour of Ostwick has five cranes.\n"
    second = "Ostwick in figures\n\n20 November 2024\n\nFive cranes stand in the harbour at Ostwick.\n"

    def run(*arguments: str, user: str = "alice") -> None:
        ended = called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))
        assert ended.code == 0, ended.err

    run("check", written(tmp_path, "first.txt", first), "--corpus", written(tmp_path, "source.txt", SOURCE))
    run("claim", "stance", "1", "e1", "corroborates")
    given = ("--rating", "confirmed", "--rationale", "the yearly report", "--cite", "e1", "--yes")
    run("claim", "verdict", "1", *given)
    run("review", "sign", "1", "--yes", user="bob")
    run("check", written(tmp_path, "second.txt", second))
    async with running(tmp_path / "ws", (120, 30)) as session:
        number = next(n for n, row in enumerate(session.desk.rows) if row.verbatim.startswith("Five cranes"))
        await session.press(*"j" * number)
        (row,) = [line for line in session.frame.splitlines() if "[=]" in line]
        assert row.startswith(">"), "in the row of the claim in view"
        assert "checked before (w b)" in session.frame, "in the title"
        await session.press("w", "b")
        assert "Cranes: confirmed: the yearly report (alice; signed by bob; it still holds)" in session.frame
        await session.press("enter")
        assert session.desk.selected.rating == "confirmed"


async def test_a_workspace_of_one_article_has_nothing_that_was_checked_before(worked: Path) -> None:
    async with running(worked) as session:
        assert "[=]" not in session.frame


# --- keys -------------------------------------------------------------------------------------------------------------


async def test_a_key_is_made_with_a_passphrase_nobody_sees_trusted_and_signs(
    worked: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("cryptography", reason="needs the extra keys: pip install 'factcheck-workbench[keys]'")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("FACTCHECK_PASSPHRASE", raising=False)
    async with running(worked, (100, 30)) as session:
        await session.press("w", "k", "n", *"hush", "enter", *"hus", "enter")
        assert "the two are not the same" in session.frame
        assert "hus" not in session.frame
        await session.press("h", "enter")
        assert "not trusted here: t trusts it" in session.frame
        (mine,) = trusting.key_files("alice")
        assert mine.key in session.frame
        await session.press("t", "ctrl+s")
        assert "trusted by alice" in session.frame
        assert not session.desk.drafts.subjects
        await session.press("escape", "G", "k", "k", "S", "y")
        assert session.on_disk(8).sign_off.identity.startswith("by key")
    with Workbench.open(worked, user="reader") as bench:
        assert trusting.ring(bench.store).of("alice")


# --- words erased -----------------------------------------------------------------------------------------------------


async def test_a_note_is_erased_only_with_a_reason_and_a_yes(harbour: Path) -> None:
    with bench_at(harbour) as alice:
        alice.add_note(alice.find_claim("2"), "The office sent a newer table.")
    async with running(harbour, (100, 30)) as session:
        await session.press("j", "w", "e")
        assert "The office sent a newer table." in session.frame
        await session.press("enter", *"asked", "ctrl+s")
        assert "not erased: answer yes" in session.frame
        assert session.on_disk(2).notes[0].text == "The office sent a newer table."
        await session.press("enter", "y", "enter")
        assert "erased: 1 text on 1 claim" in session.desk.last
        assert session.on_disk(2).notes[0].text == "[erased]"
        assert "The office sent a newer table." not in session.frame


async def test_all_that_names_a_person_is_found_and_erased_together(harbour: Path) -> None:
    with bench_at(harbour, "bob") as bob:
        for number in ("1", "2"):
            bob.add_note(bob.find_claim(number), f"Maren Holt rang about {number}.")
    async with running(harbour, (100, 30)) as session:
        await session.press("w", "e", "p")
        await session.type("Maren Holt")
        await session.press("enter")
        assert "Words that name Maren Holt: 2" in session.frame
        await session.press("y")
        await session.type("Maren asked us to")
        await session.press("enter", "y", "enter")
        assert "the log keeps a reason for good" in session.frame
        await session.press("up", "ctrl+u")
        await session.type("asked us to on Monday")
        await session.press("ctrl+s")
        assert "erased: 2 texts on 2 claims" in session.desk.last
        assert "Maren" not in "".join(note.text for n in (1, 2) for note in session.on_disk(n).notes)


async def test_read_again_says_that_the_corpus_is_missing(harbour: Path, tmp_path: Path) -> None:
    async with running(harbour, (120, 40)) as session:
        await session.press("ctrl+l")
        assert session.desk.last == "read again"
        (harbour / "corpus").rename(tmp_path / "away")
        await session.press("ctrl+l")
        assert session.desk.last == "read again; the corpus is missing: evidence is shown as it was kept"


async def test_a_corpus_that_there_never_was_is_not_missed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("ctrl+l")
        assert "corpus" not in session.desk.last
