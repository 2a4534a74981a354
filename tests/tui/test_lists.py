"""The lists beside the claims: what waits for whom, stale claims signed together, names, the article as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile
from factcheck.domain import ReviewState, Stance
from factcheck.workbench import Workbench, editing, handing, triaging
from factcheck.workbench.articles import status_of
from factcheck.workbench.checking import check
from tests.cli.command import called
from tests.factory import tick_items
from tests.tui.running import running
from tests.tui.workspace import bench_at
from tests.workbench.test_revising import COST, OPENED, QUAY, SHEDS, SOURCE, again, draft, sign_all


async def test_the_queue_has_the_riskiest_first_and_goes_to_the_claim(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        triaging.sort(alice, alice.find_claim("7"), add=["legal", "minor"])
    async with running(fresh) as session:
        await session.press("w", "q")
        lines = session.frame.splitlines()
        assert lines[1].startswith(">    7  Bus fares")
        assert "propose a verdict, key v (extracted; legal, minor)" in lines[2]
        await session.press("enter")
        assert (session.dialog, session.desk.selected.number) == ("", 7)


async def test_of_several_articles_each_row_names_its_own(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        for name, words in (("a.txt", QUAY), ("b.txt", SHEDS)):
            check(alice, ArticleFile(text=words), name)
        articles = {row.verbatim: row.article[:4] for row in alice.summaries()}
    async with running(tmp_path, size=(100, 30)) as session:
        assert "2 claims in 2 articles" in session.frame
        await session.press("w", "q")
        for words, article in articles.items():
            assert f"{article}    1  {words}" in session.frame


async def test_a_list_is_searched_as_it_is_typed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("w", "q", "slash")
        await session.type("allotments")
        assert "Next for alice: 2" in session.frame
        await session.press("enter", "j", "enter")
        assert session.desk.selected.number == 4


async def test_who_is_waited_for_stands_with_the_time(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        triaging.wait(alice, alice.find_claim("3"), "call:Maren Holt", datetime(2026, 11, 23, 8, tzinfo=UTC))
    async with running(fresh, size=(100, 40)) as session:
        await session.press("w", "w")
        assert "Maren Holt (call), asked by alice; overdue since 2026-11-23 08:00 UTC" in session.frame


async def test_the_time_that_was_agreed_stands_beside_an_earlier_deadline(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        triaging.wait(alice, alice.find_claim("3"), "call:Maren Holt", datetime(2026, 12, 1, 11, tzinfo=UTC))
        triaging.set_deadline(alice, alice.articles()[0], datetime(2026, 11, 30, 18, tzinfo=UTC))
    told = "due 2026-12-01 11:00 UTC; article due 2026-11-30 18:00 UTC"
    async with running(fresh, size=(140, 40)) as session:
        for key in ("w", "h", "q"):
            await session.press("w", key)
            assert told in session.frame, key
            await session.press("escape")


async def test_what_waits_for_a_reviewer_says_why_not_for_whom(worked: Path) -> None:
    for user, told in (("alice", "you can sign it (S)"), ("bob", "not for you: ")):
        async with running(worked, user=user) as session:
            await session.press("w", "r")
            assert told in session.frame


async def test_both_positions_of_a_dispute_are_listed(worked: Path) -> None:
    with bench_at(worked) as alice:
        handing.dispute(alice, alice.find_claim("8"), "The count was corrected.")
    async with running(worked, size=(100, 40)) as session:
        await session.press("w", "d")
        assert "alice: The count was corrected." in session.frame
        assert "bob: contradicted" in session.frame


async def test_both_positions_of_a_dispute_are_read_in_full_where_there_is_little_room(worked: Path) -> None:
    long = "The count of March was corrected by the office in April, as its yearbook says on page four at the very end."
    with bench_at(worked) as alice:
        handing.dispute(alice, alice.find_claim("8"), long)
    async with running(worked, size=(60, 20)) as session:
        await session.press("w", "d")
        words = " ".join(session.frame.split())
        assert "bob: contradicted" in words
        assert long in words


async def test_a_list_that_a_search_empties_keeps_no_row_below_it(worked: Path) -> None:
    long = "The count of March was corrected by the office in April, as its yearbook says on page four at the very end."
    with bench_at(worked) as alice:
        handing.dispute(alice, alice.find_claim("8"), long)
    async with running(worked, size=(60, 20)) as session:
        await session.press("w", "d", "/")
        await session.type("zzz")
        assert "Disputed: 0" in session.frame
        assert "yearbook" not in session.frame


async def test_the_title_counts_the_commands_that_are_found(worked: Path) -> None:
    async with running(worked) as session:
        await session.press("ctrl+p")
        assert " of " in session.frame.splitlines()[0]
        await session.type("theme")
        assert " of " not in session.frame.splitlines()[0]


async def test_decisions_without_a_claim_are_named_by_its_words(orphaned: Path) -> None:
    async with running(orphaned, size=(120, 40)) as session:
        await session.press("w", "a")
        told = "".join(row for row in session.frame.splitlines() if "of the earlier revision" in row)
        assert "the decisions on 'The harbour has 12 sheds" in told
        with bench_at(orphaned) as bench:
            assert not any(row.id in told for row in bench.summaries(unlisted=True))


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """Two claims that alice proposed and bob signed; in the next draft one has other words, one another number."""
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as alice:
        draft(alice, QUAY, SHEDS, corpus=[tmp_path / "register.txt"])
        sign_all(alice, QUAY, SHEDS)
        again(alice, "The harbor has 12 sheds.", "The new quay is 310 metres long.")
    return tmp_path / "ws"


def states(folder: Path) -> list[ReviewState]:
    with Workbench.open(folder, user="reader") as bench:
        return [row.review_state for row in bench.summaries()]


async def test_what_is_marked_and_was_not_on_screen_is_shown_before_it_is_signed(revised: Path) -> None:
    async with running(revised, (60, 14), user="bob") as session:
        await session.press("w", "s", "a")
        list_ = session.app.screen
        (marked,) = list_.marked
        list_._seen.discard(marked)  # as one of a long list that the cursor never came to
        await session.press("y")
        assert "read on: not all was shown yet" in session.frame
        assert states(revised) == [ReviewState.STALE] * 2
        assert list_.here.claim == marked
        await session.press("y")
        assert ReviewState.SIGNED in states(revised)


async def test_a_difference_that_its_row_cuts_is_shown_in_full_before_it_is_signed(tmp_path: Path) -> None:
    kept = "where the ropes and the boats of the {} are kept through the winter"
    long = f"The harbour has 12 sheds, which stand along the old wall behind the fence, {kept.format('harbour')}."
    other = "The hall has 40 rooms, which stand along the old yard behind the fence, " + kept.format("harbour") + "."
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as alice:
        (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{long} {other}\n")
        draft(alice, long, other, corpus=[tmp_path / "register.txt"])
        sign_all(alice, long, other)
        again(alice, *(one.replace("boats of the harbour", "boats of the harbor") for one in (long, other)))
    async with running(tmp_path / "ws", user="bob") as session:
        await session.press("w", "s")
        assert "[-harbour-] {+harbor+} are kept" in " ".join(session.frame.split()), "of the row under the cursor"
        await session.press("a", "y")
        assert states(tmp_path / "ws") == [ReviewState.STALE] * 2
        assert "read on: not all was shown yet" in session.frame
        assert session.app.screen.cursor == 1
        await session.press("y")
        assert states(tmp_path / "ws") == [ReviewState.SIGNED] * 2
        assert "2 claims signed anew: nothing material; no claim is stale" in session.frame


async def test_stale_claims_are_one_list_of_differences_and_signed_together(revised: Path) -> None:
    assert states(revised) == [ReviewState.STALE] * 2
    async with running(revised, user="bob") as session:
        await session.press("w", "s")
        assert "[-harbour-] {+harbor+}" in session.frame
        assert "{+310+}" in session.frame
        assert "by itself: the difference touches" in session.frame
        await session.press("a", "y")
        assert "1 claim signed anew: nothing material" in session.desk.last
        assert states(revised) == [ReviewState.SIGNED, ReviewState.STALE]


async def test_what_has_to_be_looked_at_by_itself_is_not_marked(revised: Path) -> None:
    async with running(revised, user="bob") as session:
        await session.press("w", "s", "j", "space")
        assert "it has to be looked at by itself" in session.frame
        await session.press("y")
        assert "mark first" in session.frame
        assert states(revised) == [ReviewState.STALE] * 2


async def test_the_source_of_a_difference_is_named_with_what_is_other_in_it(
    revised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = revised.parent / "register.txt"
    register.write_text(register.read_text().replace("12 sheds", "14 sheds"))
    assert called(capsys, "--workspace", str(revised), "corpus", "add", str(register)).code == 0
    async with running(revised, (100, 30), user="bob") as session:
        await session.press("w", "s")
        assert "by itself: " in session.frame
        shown = session.frame[session.frame.index("/ : search this list") :]
        assert "register.txt (e1); the evidence keeps its copy" in " ".join(shown.split())
        assert "12 -> 14" in shown
        await session.press("space")
        assert "it has to be looked at by itself" in session.frame
        assert session.app.screen.cursor == 0, "who is refused stays there"


async def test_a_name_is_ticked_in_all_claims_that_have_it(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, "Maren Holt moved to Ostwick in 1931.")
    async with running(tmp_path) as session:
        await session.press("w", "n")
        assert "[ ] Maren Holt" in session.frame
        await session.press("enter")
        await session.type("Register, page 3")
        await session.press("enter")
        assert "ticked: Maren Holt" in session.desk.last
        assert "[x] Maren Holt" in session.frame
        await session.press("enter")
        assert "nothing is left to tick" in session.frame


async def test_a_name_in_no_claim_has_an_empty_box_and_says_so(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, "Maren Holt moved to Ostwick in 1931.", "Did Ada Berg know of it?")
    async with running(tmp_path) as session:
        await session.press("w", "n")
        assert "[ ] Ada Berg" in session.frame
        assert "in no claim" in session.frame


async def test_the_names_sheet_says_of_how_many_claims_a_speaker_is_the_claimant(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, "Ada Berg said on Monday that the mill is 300 metres long.")
    async with running(tmp_path) as session:
        await session.press("w", "n")
        assert "Ada Berg  person; claimant of 1 claim" in session.frame
        await session.press("enter")
        told = " ".join(session.frame.split())
        assert "nothing is left to tick; as claimant of 1 claim, who said it is signed with each" in told


async def test_a_claim_that_left_the_list_is_brought_back(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        editing.withdraw_claim(alice, alice.find_claim("2"), "A joke.")
    async with running(fresh, user="bob") as session:
        await session.press("w", "x")
        assert "withdrawn by alice: A joke." in session.frame
        await session.press("r")
        assert session.desk.selected.number == 2
        assert session.on_disk(2).review_state is ReviewState.EXTRACTED


async def test_what_was_made_and_undone_did_not_leave_the_list(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, OPENED, "The quay cost 4 million crowns in 2023 and has 12 sheds.")
        claim = alice.find_claim("2")
        editing.split(alice, claim, editing.place_after(alice, claim, "in 2023"))
        alice.undo()
        editing.withdraw_claim(alice, alice.find_claim("1"), "A joke.")
    async with running(tmp_path) as session:
        await session.press("w", "x")
        assert "withdrawn by alice: A joke." in session.frame
        assert "undone" not in session.frame
        assert "Claims that left the list: 1" in session.frame


async def test_the_removal_of_a_claim_is_signed_by_another_person(fresh: Path) -> None:
    with bench_at(fresh) as alice:
        editing.withdraw_claim(alice, alice.find_claim("2"), "A joke.")
    async with running(fresh, user="bob") as session:
        await session.press("w", "x", "S", "y")
        assert session.on_disk(2).removal.ticked.user == "bob"
        assert "ticked by a reviewer" in session.frame


async def test_an_article_says_what_blocks_it_and_goes_there(worked: Path) -> None:
    async with running(worked, size=(100, 40)) as session:
        await session.press("G", "w", "a")
        assert "blocked      claim 1: extracted" in session.frame
        await session.press("y")
        assert "is not ready" in session.frame
        await session.press("enter")
        assert session.desk.selected.number == 1


async def test_an_article_is_signed_as_it_was_shown_and_published(filled: Callable[..., Path]) -> None:
    folder = filled(2, each=1, every=1)
    with bench_at(folder, "bob") as bob:
        for row in bob.summaries():
            bob.set_stance(row.id, bob.claim(row.id).evidence[0].id, Stance.CORROBORATES)
            bob.set_verdict(row.id, "confirmed", "It says so.")
    with bench_at(folder) as alice:
        for row in alice.summaries():
            tick_items(alice, row.id)
            alice.sign(row.id, alice.claim(row.id).state.binding)
    async with running(folder) as session:
        await session.press("w", "a", "y")
        assert "signed-off" in session.frame
        await session.press("p", "enter")
        assert "published" in session.frame
        with bench_at(folder) as alice:
            (article,) = alice.articles()
            assert status_of(alice, article).state == "published"
        await session.press("escape", "c")
        assert "was published on" in session.frame


async def test_the_handover_names_what_is_done_and_what_is_next(worked: Path) -> None:
    async with running(worked, size=(100, 40)) as session:
        await session.press("w", "h")
        assert "done: 2" in session.frame
        assert "signed by alice" in session.frame


async def test_a_list_that_was_closed_takes_nothing_that_comes_late(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.pilot.press("w", "q", "escape")
        await session.settle()
        assert session.dialog == ""
        assert session.app.fault is None


@pytest.fixture
def orphaned(tmp_path: Path) -> Path:
    """The sheds stood in two places, and alice left a note on the second; the next draft has them in one."""
    with Workbench.open(tmp_path, user="alice", create=True) as alice:
        draft(alice, QUAY, SHEDS, COST, SHEDS, OPENED)
        second = max((row for row in alice.summaries() if "12 sheds" in row.verbatim), key=lambda row: row.start)
        alice.add_note(second.id, "the sheds of the other harbour")
        again(alice, OPENED, SHEDS, COST, QUAY)
    return tmp_path


async def test_decisions_without_a_claim_are_placed(orphaned: Path) -> None:
    async with running(orphaned) as session:
        await session.press("w", "o")
        assert "The harbour has 12 sheds" in session.frame
        assert "1 note" in session.frame
        number = next(row.number for row in session.desk.rows if "12 sheds" in row.verbatim)
        await session.press("enter")
        await session.type(str(number))
        await session.press("enter", "enter")
        assert "takes the decisions over" in session.desk.last
        assert [note.text for note in session.on_disk(number).notes] == ["the sheds of the other harbour"]
        assert "have their claim" in session.frame


async def test_decisions_without_a_claim_are_dropped_with_a_reason(orphaned: Path) -> None:
    async with running(orphaned) as session:
        await session.press("w", "o", "enter", "enter", "enter")
        assert "to drop an orphan takes a reason" in session.frame
        await session.type("The sentence went.")
        await session.press("enter")
        assert "dropped" in session.desk.last
