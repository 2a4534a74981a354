"""Two people at the same moment, a clock that goes back, a person with a new name: what happens then is defined."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from factcheck.domain import Outcome, ReviewState, Stance
from factcheck.errors import ConflictError, FactcheckError, GuardError, SettingsError
from factcheck.reports.sign_off import look_lines
from factcheck.text.dates.iso_dates import read_iso_date
from factcheck.workbench import Workbench
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.correcting import correct
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.handing import dispute, settle
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import fault_of, verify
from tests.cli.command import called
from tests.factory import NOON, give_corpus, make_bench

CLAIM = "c0001"
ROUNDS = 12


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with make_bench(tmp_path, claims=ROUNDS) as alice:
        for number in range(1, ROUNDS + 1):
            alice.set_stance(f"c{number:04d}", f"c{number:04d}-a", Stance.CORROBORATES)
            alice.set_verdict(f"c{number:04d}", "confirmed", "as it was")
    yield tmp_path
    (tmp_path / "factcheck.toml").unlink(missing_ok=True)
    with Workbench.open(tmp_path, user="auditor") as bench:
        assert fault_of(bench.store) == ""
        assert list(differing_states(bench.store)) == []


def at_once(folder: Path, steps: dict[str, Callable[[Workbench], object]]) -> dict[str, FactcheckError | None]:
    """Let people each take a step at the same moment; return what each was told."""
    told: dict[str, FactcheckError | None] = {}
    gate = threading.Barrier(len(steps))

    def take(user: str, step: Callable[[Workbench], object]) -> None:
        with Workbench.open(folder, user=user) as bench:
            gate.wait()
            try:
                step(bench)
            except FactcheckError as error:
                told[user] = error
            else:
                told[user] = None

    threads = [threading.Thread(target=take, args=one) for one in steps.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_of_two_who_sign_at_the_same_moment_one_signs_and_the_other_is_told_who_did(folder: Path) -> None:
    for number in range(1, ROUNDS + 1):
        claim = f"c{number:04d}"
        with Workbench.open(folder, user="auditor") as bench:
            displayed = bench.claim(claim).state.binding

        def sign(bench: Workbench, claim: str = claim, displayed: str = displayed) -> object:
            return bench.sign(claim, displayed)

        told = at_once(folder, {"bob": sign, "carol": sign})
        (signer,) = [user for user, error in told.items() if error is None]
        (other,) = [error for error in told.values() if error is not None]
        assert f"signed already by {signer}" in str(other)
        with Workbench.open(folder, user="auditor") as bench:
            kinds = [event.kind for event in bench.history(claim)]
            assert kinds.count("signed") == 1


def test_who_signs_while_another_edits_signs_what_was_displayed_or_nothing(folder: Path) -> None:
    for number in range(1, ROUNDS + 1):
        claim = f"c{number:04d}"
        with Workbench.open(folder, user="auditor") as bench:
            displayed = bench.claim(claim).state.binding

        def sign(bench: Workbench, claim: str = claim, displayed: str = displayed) -> object:
            return bench.sign(claim, displayed)

        def edit(bench: Workbench, claim: str = claim) -> object:
            return bench.set_verdict(claim, "confirmed", "as it is")

        told = at_once(folder, {"bob": sign, "alice": edit})
        assert told["alice"] is None
        with Workbench.open(folder, user="auditor") as bench:
            state = bench.claim(claim).state
            assert state.verdict
            assert state.verdict.rationale == "as it is"
            if told["bob"] is None:
                assert state.review_state is ReviewState.STALE, "what was signed was the wording before"
                assert state.sign_off
                assert state.sign_off.digest == displayed
            else:
                assert isinstance(told["bob"], ConflictError)
                assert (state.review_state, state.sign_off) == (ReviewState.PROPOSED, None)


def test_a_clock_that_goes_back_changes_no_order_and_is_told(folder: Path) -> None:
    with Workbench.open(folder, user="bob", clock=lambda: NOON + timedelta(days=1)) as bob:
        bob.sign(CLAIM, bob.claim(CLAIM).state.binding)
    with Workbench.open(folder, user="alice", clock=lambda: NOON - timedelta(days=300)) as alice:
        alice.set_verdict(CLAIM, "confirmed", "later, by a clock that is slow")
        state = alice.claim(CLAIM).state
        assert state.review_state is ReviewState.STALE
        assert state.verdict
        assert state.verdict.at == NOON - timedelta(days=300)
        assert fault_of(alice.store) == ""
        alice.undo()
        assert alice.claim(CLAIM).state.review_state is ReviewState.SIGNED
    assert "is dated" in next(finding.detail for finding in diagnose(folder) if finding.what == "clock")


def test_a_sign_off_dated_before_what_it_signs_is_told_before_it_is_made_and_ever_after(folder: Path) -> None:
    with Workbench.open(folder, user="bob", clock=lambda: NOON - timedelta(days=900)) as bob:
        view = bob.claim(CLAIM)
        assert any("your clock says" in one for one in look_lines(view, bob.ratings, "", bob.now()))
        assert not any("your clock says" in one for one in look_lines(view, bob.ratings, "", NOON + timedelta(days=1)))
        bob.sign(CLAIM, view.state.binding)
        found = verify(bob.store)
    assert found.wrong == ""
    (told,) = found.times
    assert re.search(r"event \d+, a sign-off, is dated 2\S+, before what it is about \(event \d+, 2", told)
    assert "a sign-off, is dated" in next(one.detail for one in diagnose(folder) if one.what == "clock")


def renamed(folder: Path, user: str, table: str = '"Ann Brandt" = ["alice"]') -> Workbench:
    (folder / "factcheck.toml").write_text(f"[workflow.renamed]\n{table}\n")
    return Workbench.open(folder, user=user)


def test_a_name_that_is_not_told_to_be_another_is_another_person(folder: Path) -> None:
    with Workbench.open(folder, user="Ann Brandt") as bench:
        bench.sign(CLAIM, bench.claim(CLAIM).state.binding)
        assert bench.claim(CLAIM).state.sign_off


def test_who_was_renamed_does_not_sign_what_they_decided_under_their_name_before(folder: Path) -> None:
    with renamed(folder, "ann  brandt") as ann:
        with pytest.raises(GuardError, match="another person"):
            ann.sign(CLAIM, ann.claim(CLAIM).state.binding)
        assert any("another person" in told for told in ann.blockers(CLAIM))
        ann.set_verdict("c0002", "confirmed", "by my new name")
    with renamed(folder, "alice") as alice, pytest.raises(GuardError, match="another person"):
        alice.sign("c0002", alice.claim("c0002").state.binding)


def test_who_was_renamed_withdraws_their_own_and_settles_no_dispute_of_theirs(folder: Path) -> None:
    with Workbench.open(folder, user="bob") as bob:
        for claim in (CLAIM, "c0002"):
            bob.sign(claim, bob.claim(claim).state.binding)
    with renamed(folder, "Bob Stone", '"Bob Stone" = ["bob", "b.s."]') as stone:
        stone.withdraw(CLAIM, "wrong minutes")
        assert stone.claim(CLAIM).state.sign_off is None
        dispute(stone, CLAIM, "it is five")
    with Workbench.open(folder, user="b.s.") as bs, pytest.raises(GuardError, match="third person"):
        settle(bs, CLAIM, Outcome.KEEP, "it is six")
    with renamed(folder, "Ann Brandt") as ann, pytest.raises(GuardError, match="holds this position already"):
        dispute(ann, "c0002", "it is five")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('"Ann Brandt" = "alice"', "expected a list"),
        ('"Ann Brandt" = ["alice"]\n"Bo" = ["Alice"]', "names somebody who is named already"),
        ('" " = ["alice"]', "names nobody"),
        ('"Ann" = [""]', "names nobody"),
    ],
)
def test_names_that_cannot_be_told_apart_are_refused(folder: Path, table: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told), renamed(folder, "bob", table):
        pass


def test_who_signs_what_contradicts_in_hindsight_alone_is_shown_it_and_the_record_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who signs without a submission passes no rule unseen."""
    with Workbench.open(folder, user="alice") as alice:
        give_corpus(alice)
        for claim in (CLAIM, "c0002"):
            correct(alice, claim, said_on=read_iso_date("2026-11-01"))
            where = {"what": "https://example.org/b", "pointer": "paragraph 2"}
            later = Brought(**where, words="Two cranes.", day=date(2026, 11, 20))
            alice.set_stance(claim, bring(alice, claim, later).id, Stance.CONFLICTS)
            alice.set_verdict(claim, "contradicted", "there are two")
    told = "all that contradicts it was released after the statement"
    ended = called(capsys, "--user", "bob", "--workspace", str(folder), "review", "sign", CLAIM, "--yes")
    assert (ended.code, told in ended.out) == (0, True)
    with Workbench.open(folder, user="bob") as bob:
        assert told in bob.sign("c0002", bob.claim("c0002").state.binding).sign_off.unmet
        assert told in bob.claim(CLAIM).state.sign_off.unmet
