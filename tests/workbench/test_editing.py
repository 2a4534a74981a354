"""The checker's hand wins: every edit is an event, outlives a new run, and can be taken back."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.domain import Claimant, Disposition, ReviewState, Stance
from factcheck.errors import BusyError, ConflictError, FactcheckError, GuardError, InputError
from factcheck.text.dates.iso_dates import read_iso_date
from factcheck.workbench import Workbench, correcting, editing
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.folding import folded
from tests.factory import first_fault, tick_items

pytestmark = pytest.mark.both

TEXT = (
    "Lake ferry to stop in October\n\n"
    "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday.\n\n"
    "“Forty people use it on a working day, and the boat is sixty years old,” Holm said. "
    "The ferry has run since 1931.\n\n"
    "Who will carry the children to school?\n"
)
SOURCE = "2024-05-02\nMinutes\n\nAda Holm told the board that the boat is sixty years old and the ferry will stop.\n"


def run(folder: Path, user: str = "alice") -> Workbench:
    """Check the article, again if it was checked before."""
    archive = folder / "archive"
    archive.mkdir(exist_ok=True)
    (archive / "minutes.txt").write_text(SOURCE)
    bench = Workbench.open(folder / "ws", user=user, create=True)
    check(bench, ArticleFile(text=TEXT), "ferry.txt", corpus_paths=[archive], published=date(2024, 5, 3))
    return bench


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return run(tmp_path)


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user)


def number(bench: Workbench, number: int) -> str:
    return bench.find_claim(str(number))


def listed(bench: Workbench) -> list[tuple[int, str, str, str]]:
    return [(row.number, row.verbatim, row.claimant, row.said_on) for row in bench.summaries()]


def split(bench: Workbench) -> editing.Edited:
    claim = number(bench, 2)
    return editing.split(bench, claim, editing.place_after(bench, claim, "working day"))


def revision(bench: Workbench) -> str:
    return bench.articles()[0].revision


HOLM = Claimant(name="Ada Holm", office="director", rule="given")
BEN = Claimant(name="Ben Lee", rule="given")

EDITS: dict[str, Callable[[Workbench], object]] = {
    "split": split,
    "join": lambda b: editing.join(b, [number(b, 1), number(b, 2)]),
    "bounds": lambda b: editing.set_bounds(b, number(b, 1), 31, 70),
    "add": lambda b: editing.add(b, revision(b), *editing.place_of(b, revision(b), "Who will carry the children")),
    "withdraw": lambda b: editing.withdraw_claim(b, number(b, 3), "a joke"),
    "edit": lambda b: correcting.correct(b, number(b, 1), claimant=BEN, said_on=read_iso_date("2024-04")),
}


def test_a_split_claim_leaves_the_list_for_its_parts(alice: Workbench) -> None:
    before = list(alice.summaries())
    done = split(alice)
    assert [row.number for row in alice.summaries()] == [1, 4, 5, 3], "numbers are names; the order is the text's"
    assert [row.verbatim for row in done.claims] == [
        "“Forty people use it on a working day,",
        "and the boat is sixty years old,”",
    ]
    assert {row.claimant for row in done.claims} == {"Ada Holm"}
    assert [row.review_state for row in done.gone] == [ReviewState.SUPERSEDED]
    assert done.matched == 2, "the parts are matched at once"
    assert done.claims[1].corroborates == 1
    assert alice.articles()[0].claims == len(before) + 1
    assert [e.kind for e in alice.history(before[1].id)][-1] == "claims-edited"


def test_to_split_and_join_again_is_the_same_claim_with_its_decisions(alice: Workbench) -> None:
    claim = number(alice, 2)
    evidence = alice.claim(claim).evidence[0].id
    alice.set_verdict(claim, "confirmed", "minutes", cite=[evidence])
    parts = split(alice).claims
    assert [row.rating for row in parts] == ["", ""], "the parts are decided on their own"
    done = editing.join(alice, [parts[1].id, parts[0].id])
    assert [row.id for row in done.claims] == [claim]
    assert alice.claim(claim).summary.rating == "confirmed"
    again = split(alice)
    assert [row.id for row in again.claims] == [row.id for row in parts]


def test_joined_parts_that_were_corrected_do_not_become_the_old_claim(alice: Workbench) -> None:
    claim = number(alice, 2)
    parts = split(alice).claims
    correcting.correct(alice, parts[0].id, claimant=BEN)
    (joined,) = editing.join(alice, [row.id for row in parts]).claims
    assert joined.id != claim
    assert (joined.claimant, joined.start) == ("Ben Lee", parts[0].start)


def test_a_join_says_whose_claim_it_is_now(alice: Workbench) -> None:
    correcting.correct(alice, number(alice, 2), claimant=BEN)
    done = editing.join(alice, [number(alice, 2), number(alice, 1)])
    assert done.claims[0].claimant == "Ada Holm"
    assert any("several claimants: Ada Holm is taken" in remark for remark in done.remarks)


def test_to_join_a_claim_with_a_part_of_it_is_refused(alice: Workbench) -> None:
    place = editing.place_of(alice, revision(alice), "the boat is sixty years old")
    part = editing.add(alice, revision(alice), *place).claims[0].id
    with pytest.raises(InputError, match="claim 2 has all these words already"):
        editing.join(alice, [part, number(alice, 2)])


@pytest.mark.parametrize("name", EDITS)
def test_a_new_run_never_undoes_an_edit(tmp_path: Path, name: str) -> None:
    alice = run(tmp_path)
    before = listed(alice)
    EDITS[name](alice)
    after = listed(alice)
    events = len(list(alice.events()))
    assert after != before
    again = run(tmp_path, "bob")
    assert listed(again) == after
    assert len(list(again.events())) == events, "and all of it was matched already"
    assert first_fault(again.events()) == ""
    assert [f for f in diagnose(tmp_path / "ws") if not f.ok] == []


@pytest.mark.parametrize("name", EDITS)
def test_undo_and_redo_take_an_edit_back_and_bring_it_again(tmp_path: Path, name: str) -> None:
    alice = run(tmp_path)
    bob = as_user(alice, "bob")
    before, aside = list(alice.summaries()), alice.aside(alice.articles()[0])
    EDITS[name](alice)
    after, moved = list(alice.summaries()), alice.aside(alice.articles()[0])
    assert bob.undo() is None, "an edit is taken back by who made it"
    assert alice.undo()
    assert list(alice.summaries()) == before
    assert alice.aside(alice.articles()[0]) == aside
    assert as_user(alice, "alice").redo()
    assert list(alice.summaries()) == after
    assert alice.aside(alice.articles()[0]) == moved
    assert [f for f in diagnose(alice.workspace) if not f.ok] == []


def test_an_edit_is_one_event_that_names_old_and_new(alice: Workbench) -> None:
    old = number(alice, 2)
    done = split(alice)
    (event,) = [e for e in alice.events() if e.user == "alice"]
    new = [row.id for row in done.claims]
    assert event.body["replaced"] == [old]
    assert event.body["by"] == event.body["made"] == new
    assert len(event.body["output"]) == 64
    for claim in (old, *new):
        assert event in alice.history(claim)
    assert event not in alice.history(number(alice, 1))


def test_an_edit_is_kept_whole_or_not_at_all(alice: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    before, events = list(alice.summaries(unlisted=True)), list(alice.events())

    def fail(*_: object) -> None:
        raise BusyError("killed here")

    monkeypatch.setattr(editing, "refresh_list", fail)
    with pytest.raises(BusyError):
        split(alice)
    assert list(alice.summaries(unlisted=True)) == before
    assert list(alice.events()) == events


EDITING = """
import sys
from factcheck.workbench import Workbench, editing

with Workbench.open(sys.argv[1], user="alice") as bench:
    while True:
        claim = next(r for r in bench.summaries() if "Forty" in r.verbatim and "boat" in r.verbatim)
        print("split", flush=True)
        parts = editing.split(bench, claim.id, editing.place_after(bench, claim.id, "working day")).claims
        print("join", flush=True)
        editing.join(bench, [row.id for row in parts])
"""


@pytest.mark.parametrize("steps", [1, 2, 3, 6])
def test_a_kill_leaves_the_whole_claim_or_both_parts(tmp_path: Path, steps: int) -> None:
    run(tmp_path).close()
    arguments = [sys.executable, "-c", EDITING, str(tmp_path / "ws")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(steps):
            assert process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with run(tmp_path) as bench:
        words = [row.verbatim for row in bench.summaries()]
        assert sum("Forty" in w for w in words) == sum("boat" in w for w in words) == 1
        assert all(bench.claim(row.id).state.search for row in bench.summaries()), "the next run matched what was left"
    assert [f for f in diagnose(tmp_path / "ws") if not f.ok] == []


def test_a_withdrawn_claim_is_counted_shown_when_asked_for_and_restored(alice: Workbench) -> None:
    claim = number(alice, 3)
    with pytest.raises(GuardError, match="reason"):
        editing.withdraw_claim(alice, claim, " ")
    editing.withdraw_claim(alice, claim, "a joke")
    assert claim not in [row.id for row in alice.summaries()]
    assert alice.aside(alice.articles()[0])["withdrawn"] == 1
    assert next(r for r in alice.summaries(unlisted=True) if r.id == claim).review_state is ReviewState.WITHDRAWN
    removal = alice.claim(claim).state.removal
    assert removal
    assert (removal.user, removal.reason) == ("alice", "a joke")
    for decide in (
        lambda: alice.set_verdict(claim, "no-evidence-found", "searched"),
        lambda: alice.sign(claim, alice.claim(claim).state.binding),
        lambda: editing.split(alice, claim, alice.claim(claim).claim.start + 5),
        lambda: correcting.correct(alice, claim, claimant=BEN),
    ):
        with pytest.raises(GuardError, match="was withdrawn by alice"):
            decide()
    before = listed(alice)
    editing.restore(as_user(alice, "bob"), claim)
    assert len(listed(alice)) == len(before) + 1
    with pytest.raises(InputError, match="is in the list"):
        editing.restore(alice, claim)


def test_a_restored_claim_takes_the_place_of_what_stood_for_it(alice: Workbench) -> None:
    before = listed(alice)
    claim = number(alice, 2)
    first, second = split(alice).claims
    editing.split(alice, second.id, editing.place_after(alice, second.id, "and the boat"))
    done = editing.restore(alice, claim)
    assert listed(alice) == before
    assert len(done.gone) == 3
    assert alice.undo()
    assert [row.number for row in alice.summaries()] == [1, 4, 6, 7, 3]
    assert first.id in [row.id for row in alice.summaries()]


def test_joined_claims_come_apart_together(alice: Workbench) -> None:
    before = listed(alice)
    editing.join(alice, [number(alice, 1), number(alice, 2)])
    done = editing.restore(alice, number(alice, 2))
    assert listed(alice) == before
    assert {row.number for row in done.claims} == {1, 2}


def test_a_sentence_that_was_set_aside_carries_claims_once_one_is_added(alice: Workbench) -> None:
    def disposition() -> Disposition:
        return next(s.disposition for s in alice.sentences(revision(alice)) if "children" in s.text)

    assert disposition() is Disposition.QUESTION
    aside = alice.aside(alice.articles()[0])["sentences"]
    EDITS["add"](alice)
    assert disposition() is Disposition.CLAIMS
    assert alice.aside(alice.articles()[0])["sentences"] == aside - 1
    assert alice.undo()
    assert disposition() is Disposition.QUESTION


def test_a_claim_may_share_words_but_not_bounds_with_another(alice: Workbench) -> None:
    place = editing.place_of(alice, revision(alice), "the boat is sixty years old")
    done = editing.add(alice, revision(alice), *place)
    assert done.claims[0].claimant == "Ada Holm", "inside her claim, it is hers"
    assert done.remarks == ("claim 4 shares words with claim 2",)
    with pytest.raises(InputError, match="claim 4 has exactly these words already"):
        editing.add(alice, revision(alice), *place)
    with pytest.raises(InputError, match="has these bounds already"):
        editing.set_bounds(alice, done.claims[0].id, *place)


def test_ambiguous_words_are_refused_with_the_places_where_they_stand(alice: Workbench) -> None:
    with pytest.raises(InputError, match=r"stands in 3 places: .*Lake ferry to"):
        editing.place_of(alice, revision(alice), "ferry")
    assert editing.place_of(alice, revision(alice), "stop", near=number(alice, 1)) == (55, 59)
    with pytest.raises(InputError, match="does not stand in the article"):
        editing.place_of(alice, revision(alice), "aeroplane")


def test_a_correction_shows_everywhere_with_who_made_it(alice: Workbench) -> None:
    claim = number(alice, 1)
    correcting.correct(alice, claim, claimant=BEN, said_on=read_iso_date("2024-04"))
    view = alice.claim(claim)
    row = next(r for r in alice.summaries() if r.id == claim)
    assert row == view.summary
    assert (row.claimant, row.said_on) == ("Ben Lee", "2024-04-01/2024-04-30")
    assert view.claim.claimant == BEN
    assert view.claim.said_on
    assert view.claim.said_on.iso == row.said_on
    assert {c.user for c in view.state.corrections.values()} == {"alice"}
    assert next(c for c in alice.store.listed_claims(view.revision) if c.id == claim) == view.claim
    as_extracted, _, _ = alice.store.claim(claim)
    assert as_extracted.claimant
    assert as_extracted.claimant.name == "Ada Holm", "the row itself is immutable"
    correcting.correct(alice, claim, claimant=None, said_on=None)
    assert (alice.store.summary(claim).claimant, alice.store.summary(claim).said_on) == ("", "")
    with pytest.raises(InputError, match="nothing to correct"):
        correcting.correct(alice, claim, claimant=None)


def test_a_corrected_claim_is_judged_again_and_what_a_person_judged_stays(alice: Workbench) -> None:
    claim = number(alice, 2)
    before = alice.claim(claim).evidence
    done = correcting.correct(alice, claim, claimant=BEN)
    after = alice.claim(claim).evidence
    assert done.matched == 1
    assert {e.id for e in before}.isdisjoint(e.id for e in after)
    alice.set_stance(claim, after[0].id, Stance.CONFLICTS)
    correcting.correct(alice, claim, claimant=HOLM)
    view = alice.claim(claim)
    passages = [(e.candidate.source.id, e.candidate.passage.start) for e in view.evidence]
    assert len(passages) == len(set(passages)), "no passage stands there twice"
    assert after[0].id in view.state.stances
    assert after[0].id in view.state.evidence


def test_the_office_is_the_one_the_person_has_in_the_article(alice: Workbench) -> None:
    claim = number(alice, 3)
    known = alice.claim(number(alice, 1)).claim.claimant
    assert known
    assert correcting.person_named(alice, claim, " Ada  Holm", None).office == known.office
    former = correcting.person_named(alice, claim, "Ben Lee", "former mayor")
    assert (former.office, former.former) == ("mayor", True)
    retired = correcting.person_named(alice, claim, "Ben Lee", "retired judge")
    assert (retired.office, retired.former) == ("retired judge", True)
    with pytest.raises(InputError, match="no claimant whose office"):
        correcting.person_named(alice, claim, None, "mayor")


def proposed(bench: Workbench, claim: str, *, ticked: bool = True) -> None:
    bench.set_stance(claim, bench.claim(claim).evidence[0].id, Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "minutes")
    if ticked:
        tick_items(bench, claim)


def test_a_correction_makes_a_sign_off_stale_and_its_maker_cannot_sign(alice: Workbench) -> None:
    claim = number(alice, 2)
    proposed(alice, claim)
    bob = as_user(alice, "bob")
    bob.sign(claim, bob.claim(claim).state.binding)
    done = correcting.correct(bob, claim, said_on=read_iso_date("2024-05-01"))
    assert "the sign-off of bob is stale now" in done.remarks[0]
    assert alice.claim(claim).state.review_state is ReviewState.STALE
    with pytest.raises(GuardError, match="another person has to sign"):
        bob.sign(claim, bob.claim(claim).state.binding)
    assert bob.undo()
    assert alice.claim(claim).state.review_state is ReviewState.SIGNED, "what was signed stands there again"


def test_who_sets_the_bounds_of_a_claim_cannot_sign_it(alice: Workbench) -> None:
    part = split(alice).claims[1].id
    bob = as_user(alice, "bob")
    proposed(bob, part)
    with pytest.raises(GuardError, match="another person has to sign"):
        alice.sign(part, alice.claim(part).state.binding)
    carol = as_user(alice, "carol")
    carol.sign(part, carol.claim(part).state.binding)


def test_the_sign_off_of_a_replaced_claim_stays_with_it_and_is_told(alice: Workbench) -> None:
    claim = number(alice, 2)
    proposed(alice, claim)
    bob = as_user(alice, "bob")
    bob.sign(claim, bob.claim(claim).state.binding)
    assert any("was signed by bob" in remark for remark in split(alice).remarks)
    assert alice.claim(claim).state.review_state is ReviewState.SUPERSEDED
    assert alice.articles()[0].signed == 0
    assert alice.undo()
    assert alice.claim(claim).state.review_state is ReviewState.SIGNED


def test_the_second_of_two_who_edit_at_once_is_told(alice: Workbench) -> None:
    bob = as_user(alice, "bob")
    claim = number(alice, 1)
    seen = bob.claim(claim).state.seq
    correcting.correct(alice, claim, claimant=BEN)
    for edit in (
        lambda: correcting.correct(bob, claim, claimant=None, seen=seen),
        lambda: editing.withdraw_claim(bob, claim, "none", seen=seen),
        lambda: editing.set_bounds(bob, claim, 31, 70, seen=seen),
    ):
        with pytest.raises(ConflictError, match="changed by alice"):
            edit()
    split(alice)
    with pytest.raises(GuardError, match="was superseded by alice"):
        editing.split(bob, number(alice, 2), 150)


def test_an_edit_is_not_undone_over_what_others_decided_on_it(alice: Workbench) -> None:
    part = split(alice).claims[1].id
    bob = as_user(alice, "bob")
    proposed(bob, part, ticked=False)
    before = list(alice.summaries())
    with pytest.raises(ConflictError, match="changed by bob"):
        alice.undo()
    assert list(alice.summaries()) == before
    assert bob.undo()
    assert bob.undo()
    assert alice.undo()
    old = number(alice, 2)
    proposed(bob, old)
    with pytest.raises(ConflictError, match="changed by bob"):
        alice.redo()


def test_without_a_corpus_the_next_check_matches(tmp_path: Path) -> None:
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        check(bench, ArticleFile(text=TEXT), "ferry.txt", published=date(2024, 5, 3))
        assert split(bench).matched == 0
    bench = run(tmp_path)
    assert all(bench.claim(row.id).state.search for row in bench.summaries())


def test_a_corpus_that_fails_does_not_undo_the_edit(alice: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise BusyError("the corpus is in use")

    monkeypatch.setattr(alice, "open_corpus", fail)
    done = split(alice)
    assert done.matched == 0
    assert any("the corpus is in use" in remark for remark in done.remarks)
    assert len(list(alice.summaries())) == 4


KEPT = 0.7
"""The share of edits that are brought back after they were undone."""

ACTIONS = ("split", "join", "bounds", "add", "withdraw", "restore", "edit", "undo", "redo", "check")


def act(bench: Workbench, action: str, dice: random.Random) -> None:
    rows = list(bench.summaries(unlisted=True))
    row = dice.choice(rows)
    match action:
        case "split":
            editing.split(bench, row.id, dice.randrange(row.start, row.end + 1))
        case "join":
            editing.join(bench, [row.id, dice.choice(rows).id])
        case "bounds" | "add":
            start, end = sorted(dice.sample(range(len(TEXT)), 2))
            if action == "add":
                editing.add(bench, revision(bench), start, end)
            else:
                editing.set_bounds(bench, row.id, start, end)
        case "withdraw":
            editing.withdraw_claim(bench, row.id, "no claim")
        case "restore":
            editing.restore(bench, row.id)
        case "edit":
            correcting.correct(bench, row.id, claimant=dice.choice([None, BEN, HOLM]))
        case "undo":
            bench.undo()
        case "redo":
            bench.redo()
        case _:
            check(bench, ArticleFile(text=TEXT), "ferry.txt", published=date(2024, 5, 3))


@settings(max_examples=8)
@given(actions=st.lists(st.sampled_from(ACTIONS), min_size=5, max_size=25), seed=st.integers(0, 2**16))
def test_whatever_two_people_do_the_list_is_what_the_log_says(
    tmp_path_factory: pytest.TempPathFactory, actions: list[str], seed: int
) -> None:
    folder = tmp_path_factory.mktemp("hand")
    dice = random.Random(seed)
    with (
        Workbench.open(folder, user="alice", create=True) as alice,
        Workbench.open(folder, user="bob", create=True) as bob,
    ):
        check(alice, ArticleFile(text=TEXT), "ferry.txt", published=date(2024, 5, 3))
        for action in actions:
            with suppress(FactcheckError):  # refused, in words; nothing is half done then
                who = dice.choice([alice, bob])
                before = list(who.summaries())
                act(who, action, dice)
                if action in {"undo", "redo", "check"}:
                    continue
                after = list(who.summaries())
                assert who.undo()
                assert list(who.summaries()) == before
                if dice.random() < KEPT:
                    assert who.redo()
                    assert list(who.summaries()) == after
        rows = list(alice.summaries())
        assert [(r.start, r.end) for r in rows] == sorted((r.start, r.end) for r in rows)
        for row in alice.summaries(unlisted=True):
            assert TEXT[row.start : row.end] == row.verbatim
            assert folded(alice.store, row.id)[0] == alice.store.state(row.id)
        assert alice.articles()[0].claims == len(rows)
        assert first_fault(alice.events()) == ""


def test_the_writers_sources_follow_the_claims_that_are_listed(tmp_path: Path) -> None:
    written = b"The ferry has 40 seats, and it has two engines.[^1] It stops.\n\n[^1]: Timetable.\n"
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        check(bench, parse_article(written, "a.md"), "a.md")
        before = {row.number: row.citations for row in bench.summaries()}
        assert before[1] == 1
        first, second = editing.split(
            bench, number(bench, 1), editing.place_after(bench, number(bench, 1), "seats")
        ).claims
        assert (first.citations, second.citations) == (0, 1), "the mark stands behind the second part"
        assert len(bench.claim(number(bench, 1)).citations) == 1, "the claim that left keeps its own"
        check(bench, parse_article(written, "a.md"), "a.md")
        assert bench.store.summary(second.id).citations == 1
        assert bench.undo()
        assert {row.number: row.citations for row in bench.summaries()} == before


def test_a_claim_added_to_a_transcript_is_its_speakers(tmp_path: Path) -> None:
    spoken = b"JANE SMITH: We cut taxes by 12%. Are you happy?\nTOM LEE: No. It rained on Monday.\nJANE SMITH: Well.\n"
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        check(bench, parse_article(spoken, "a.txt"), "a.txt")
        done = editing.add(bench, revision(bench), *editing.place_of(bench, revision(bench), "Are you happy?"))
        assert done.claims[0].claimant == "Jane Smith"
