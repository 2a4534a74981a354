"""Personal words are erased with every copy, and nothing else changes: the chain, the sign-offs, the states."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.domain import ERASED, Ending, Outcome, ReviewState, Stance, Tier, WordingState
from factcheck.domain.words import OWN_WORDS
from factcheck.errors import BusyError, GuardError, InputError, StateError
from factcheck.review.kinds import Kind
from factcheck.store import Store, writing
from factcheck.store.log import digest_of
from factcheck.workbench import Workbench, erasing, wording
from factcheck.workbench.articles import sign_article, status_of
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.dossier import verifying
from factcheck.workbench.dossier.gathering import pack
from factcheck.workbench.handing import assign, close, dispute, send_back, settle, submit, waive
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.triaging import set_deadline, wait
from factcheck.workbench.verifying import fault_of, rebuild
from tests.factory import give_corpus, make_bench, tick_items, ticking

CLAIM, OTHER = "c0001", "c0002"
NAME = ("Ada Quist", "Quist")
SECRETS = ("Quist", "0170 5551234", "six on the quay", "source of ours", "talk.mp3")
DUE = datetime(2026, 12, 1, tzinfo=UTC)
REASON = "asked us to"


@pytest.fixture
def alice(tmp_path: Path) -> Iterator[Workbench]:
    """A workspace with personal words of every kind on two claims; the first is signed by bob."""
    bench = make_bench(tmp_path / "ws")
    give_corpus(bench)
    bench.add_note(CLAIM, "Ada Quist called, a source of ours")
    bench.add_note(CLAIM, "look at page 3")
    wait(bench, OTHER, "call:Ada Quist", DUE)
    call = Brought(what="call:Ada Quist 0170 5551234", words="It is six on the quay.", day=date(2026, 11, 20))
    for claim in (CLAIM, OTHER):
        bench.set_stance(claim, bring(bench, claim, call).id, Stance.CORROBORATES)
    talk = tmp_path / "talk.mp3"
    talk.write_bytes(b"talk")
    heard = Brought(what=str(talk), pointer="00:41:12", words="Quist: we have six on the quay", tier=Tier.PRIMARY)
    bench.set_stance(CLAIM, bring(bench, CLAIM, heard).id, Stance.CORROBORATES)
    bench.set_verdict(CLAIM, "confirmed", "They say so.")
    submit(bench, CLAIM)
    with other(bench, "bob") as bob:
        bob.sign(CLAIM, bob.claim(CLAIM).state.binding)
    yield bench
    bench.close()


def other(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def erase_person(bench: Workbench, reason: str = REASON) -> erasing.Done:
    return erasing.erase(bench, erasing.of_person(bench.store, NAME), reason, NAME)


def found_in(folder: Path) -> set[str]:
    """Which secrets stand in any file of a workspace, as bytes."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {secret for secret in SECRETS if any(secret.encode() in content for content in files)}


def test_no_copy_of_the_words_is_left_in_any_file(alice: Workbench) -> None:
    assert found_in(alice.workspace) == set(SECRETS)
    assert all(secret not in str(event.body) for event in alice.events() for secret in SECRETS)
    done = erase_person(alice)
    assert (done.erased, done.claims) == (5, 2)
    assert found_in(alice.workspace) == set()
    assert b"look at page 3" in (alice.workspace / "factcheck.db").read_bytes(), "what is nobody's stays"


def test_the_chain_verifies_and_what_was_signed_stays_signed(alice: Workbench) -> None:
    signed = alice.claim(CLAIM).state.sign_off
    stances = {item.id: item.judgement.stance for item in alice.claim(CLAIM).evidence}
    erase_person(alice)
    state = alice.claim(CLAIM).state
    assert state.review_state is ReviewState.SIGNED
    assert signed
    assert state.sign_off
    assert state.sign_off.digest == signed.digest
    assert [note.text for note in state.notes] == [ERASED, "look at page 3"]
    waiting = alice.claim(OTHER).state.triage.wait
    assert waiting
    assert waiting.person == ERASED
    gone = [item for item in alice.claim(CLAIM).evidence if item.is_erased]
    assert {item.id: item.judgement.stance for item in gone} == {item.id: stances[item.id] for item in gone}
    assert len(gone) == 2
    assert fault_of(alice.store) == ""
    assert list(differing_states(alice.store)) == []
    assert all(finding.ok for finding in diagnose(alice.workspace))
    told = [event for event in alice.events() if event.kind == Kind.ERASED]
    assert [sorted(event.body["what"]) for event in told] == [
        [erasing.CONTACT, erasing.BROUGHT, erasing.NOTE],
        [erasing.CONTACT, erasing.PERSON],
    ]
    assert {event.user for event in told} == {"alice"}


def test_a_submission_and_the_signature_on_an_article_stand(alice: Workbench, tmp_path: Path) -> None:
    alice.set_verdict(OTHER, "confirmed", "She says so.")
    submit(alice, OTHER, exception="the only one")
    erase_person(alice)
    assert alice.claim(OTHER).state.review_state is ReviewState.IN_REVIEW
    with other(alice, "bob") as bob:
        bob.sign(OTHER, bob.claim(OTHER).state.binding)
        article = bob.articles()[0]
        sign_article(bob, article, status_of(bob, article).binding)
        alice.add_note(CLAIM, "ring Ada Quist again")
        erase_person(alice)
        assert str(status_of(bob, article).state) == "signed-off"


def test_a_change_of_the_verdict_after_it_makes_the_sign_off_stale_as_ever(alice: Workbench) -> None:
    erase_person(alice)
    alice.set_verdict(CLAIM, "confirmed", "They say so, and more.")
    assert alice.claim(CLAIM).state.review_state is ReviewState.STALE


def test_what_was_stale_stays_stale(alice: Workbench) -> None:
    alice.set_verdict(CLAIM, "confirmed", "Other words.")
    erase_person(alice)
    assert alice.claim(CLAIM).state.review_state is ReviewState.STALE


def test_undo_does_not_bring_it_back(alice: Workbench) -> None:
    alice.add_note(CLAIM, "Ada Quist again")
    alice.undo()
    erase_person(alice)
    with pytest.raises(GuardError, match="which undo does not take back"):
        alice.undo()
    alice.set_stance(OTHER, f"{OTHER}-a", Stance.CORROBORATES)
    alice.undo()
    assert found_in(alice.workspace) == set()
    assert fault_of(alice.store) == ""


def test_one_note_one_person_and_one_contact_go_alone(alice: Workbench) -> None:
    erasing.erase(alice, erasing.of_claim(alice.store, CLAIM, note=1), REASON)
    assert found_in(alice.workspace) == {"Quist", "0170 5551234", "six on the quay", "talk.mp3"}
    erasing.erase(alice, erasing.of_claim(alice.store, OTHER, waiting=True), REASON)
    contact = next(item.id for item in alice.claim(CLAIM).evidence if item.candidate.source.title.startswith("Ada"))
    erasing.erase(alice, erasing.of_claim(alice.store, CLAIM, evidence=contact), REASON)
    left = [one.kind for one in erasing.all_personal(alice.store)]
    kinds = [erasing.NOTE, "rationale", erasing.CONTACT, erasing.BROUGHT]
    assert left == kinds, "page 3, the verdict, and the two that were not named"
    with pytest.raises(InputError, match="or they are erased"):
        erasing.of_claim(alice.store, CLAIM, evidence=contact)
    assert fault_of(alice.store) == ""


@pytest.mark.parametrize("reason", ["", "  ", "Ada Quist asked us", "quist asked us", "so: LOOK at page 3"])
def test_a_reason_is_needed_that_may_stay(alice: Workbench, reason: str) -> None:
    words = (*erasing.of_person(alice.store, NAME), *erasing.of_claim(alice.store, CLAIM, note=2))
    with pytest.raises(GuardError, match="reason"):
        erasing.erase(alice, words, reason, NAME)
    assert found_in(alice.workspace) == set(SECRETS)


def test_it_takes_the_right(alice: Workbench) -> None:
    (alice.workspace / "factcheck.toml").write_text('[workflow.people]\ncarl = ["checker", "reviewer"]\n')
    with other(alice, "carl") as carl, pytest.raises(GuardError, match=r"carl .* may not take the step 'erase'"):
        erase_person(carl)
    assert found_in(alice.workspace) == set(SECRETS)


def test_nothing_is_erased_where_the_log_does_not_verify(alice: Workbench) -> None:
    with closing(sqlite3.connect(alice.store.where)) as db, db:
        db.execute("UPDATE evidence SET payload = replace(payload, 'says six', 'says two') WHERE id = 'c0001-a'")
    with pytest.raises(StateError, match="does not verify"):
        erase_person(alice)
    assert found_in(alice.workspace) == set(SECRETS)


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE evidence SET payload = replace(payload, 'says six', 'says two') WHERE id = 'c0001-a'", "c0001-a"),
        ("UPDATE evidence SET payload = replace(payload, '[erased]', 'made up')", "altered"),
        (f"INSERT INTO private_text VALUES ('{digest_of({'salt': 's', 'text': 't'})}', 's', 't')", "are of no event"),
    ],
    ids=["a neighbour", "other words", "words anew"],
)
def test_what_is_left_is_still_held_against_the_log(alice: Workbench, sql: str, named: str) -> None:
    erase_person(alice)
    with closing(sqlite3.connect(alice.store.where)) as db, db:
        db.execute(sql)
    assert named in fault_of(alice.store)


def test_words_that_were_erased_and_are_there_again_are_named(alice: Workbench) -> None:
    with closing(sqlite3.connect(alice.store.where)) as db:
        kept = db.execute("SELECT digest, salt, text FROM private_text").fetchall()
        erase_person(alice)
        with db:
            db.executemany("INSERT OR IGNORE INTO private_text VALUES (?, ?, ?)", kept)
    assert "were erased, and are there again" in fault_of(alice.store)


def test_a_reader_that_keeps_the_old_pages_is_told_and_cleaning_is_made_up_for(alice: Workbench) -> None:
    alice.store.patience = 0.1
    with closing(Store(alice.store.where)) as reader:
        with reader.standing_still():
            list(reader.events())
            with pytest.raises(BusyError):
                erase_person(alice)
            assert erasing.of_person(alice.store, NAME) == (), "out of every row"
            (finding,) = (one for one in diagnose(alice.workspace) if not one.ok)
            assert (finding.what, finding.remedy) == ("erased words", "`factcheck erase --clean`")
        alice.store.clean()
    assert found_in(alice.workspace) == set()
    assert all(finding.ok for finding in diagnose(alice.workspace))


def test_a_contact_that_was_brought_twice_is_one_origin(alice: Workbench) -> None:
    again = Brought(what="mail:ada quist  0170 5551234", words="Six it is.", day=date(2026, 11, 21))
    bring(alice, CLAIM, again)
    origins = {
        item.candidate.origin
        for claim in (CLAIM, OTHER)
        for item in alice.store.evidence(claim)
        if item.candidate.source.title.casefold().startswith("ada")
    }
    assert len(origins) == 1


def test_words_with_a_part_of_a_name_are_told_and_not_taken_unasked(alice: Workbench) -> None:
    asked = erasing.of_person(alice.store, NAME[:1])
    (left,) = erasing.partly_named(alice.store, NAME[:1])
    assert left.words.endswith("Quist: we have six on the quay")
    assert left not in asked
    assert erasing.partly_named(alice.store, NAME) == ()


def test_where_a_name_stays_in_the_log_is_told(alice: Workbench) -> None:
    assign(alice, OTHER, "Ada Quist")
    (event,) = erasing.named_in_log(alice.store, NAME)
    assert event.kind == Kind.ASSIGNED
    with pytest.raises(InputError, match="no word"):
        erasing.named_in_log(alice.store, ("?",))


def test_a_settled_dispute_and_every_state_bear_it(alice: Workbench) -> None:
    with other(alice, "bob") as bob, other(alice, "eva") as eva:
        dispute(bob, CLAIM, "It is five.")
        erase_person(alice)
        settle(eva, CLAIM, Outcome.KEEP, "It is six.")
        assert eva.claim(CLAIM).state.review_state is ReviewState.SIGNED


def test_every_revision_of_a_claim_loses_its_copy(tmp_path: Path, revised: Callable[[Path], Workbench]) -> None:
    bench = revised(tmp_path)
    assert sum(b"six on the quay" in row["payload"].encode() for row in bench.store.brought()) == 2
    erasing.erase(bench, erasing.of_person(bench.store, NAME), REASON, NAME)
    assert found_in(tmp_path / "ws") == set()
    assert fault_of(bench.store) == ""
    assert list(differing_states(bench.store)) == []
    (claim,) = (row.id for row in bench.summaries() if "six" in row.text)
    state = bench.claim(claim).state
    assert state.review_state is ReviewState.SIGNED
    assert [note.text for note in state.notes] == [ERASED]
    bench.close()


@pytest.fixture
def revised() -> Callable[[Path], Workbench]:
    """A checked article with a signed claim that rests on a contact, and its revision that took the claim over."""

    def make(folder: Path) -> Workbench:
        bench = Workbench.open(folder / "ws", user="alice", create=True, clock=ticking())
        first = b"Cranes\n\nThe harbour of Ostwick has six cranes. It rained on Monday.\n"
        check(bench, parse_article(first, "a.txt"), "a.txt")
        claim = next(row.id for row in bench.summaries() if "six" in row.text)
        call = Brought(what="call:Ada Quist", words="It is six on the quay.", day=date(2026, 11, 20))
        bench.set_stance(claim, bring(bench, claim, call).id, Stance.CORROBORATES)
        bench.add_note(claim, "Ada Quist, a source of ours")
        bench.set_verdict(claim, "confirmed", "She says so.")
        tick_items(bench, claim)
        with other(bench, "bob") as bob:
            bob.sign(claim, bob.claim(claim).state.binding)
        second = b"Cranes\n\nIt rained. The harbour of Ostwick has six cranes.\n"
        check(bench, parse_article(second, "a.txt"), "a.txt", revision_of=bench.articles()[0].id)
        return bench

    return make


PERSON = "Zoe Quandt"


def say_it_everywhere(alice: Workbench) -> None:
    """Let people name a person in all that they write on two claims; bob signs both in the end."""
    told = f"{PERSON} told us"
    eva = other(alice, "eva")
    with other(alice, "bob") as bob:
        alice.set_original(CLAIM, f"{PERSON} sagt es", "de")
        wording.propose(alice, CLAIM, f"as {PERSON} says")
        wording.settle(eva, CLAIM, WordingState.STET, reason=told)
        alice.set_verdict(CLAIM, "confirmed", told)
        submit(alice, CLAIM, exception=told)
        bob.sign(CLAIM, bob.claim(CLAIM).state.binding)
        bob.withdraw(CLAIM, told)
        send_back(bob, CLAIM, told)
        alice.set_verdict(CLAIM, "confirmed", f"{told}, twice")
        dispute(bob, CLAIM, f"not what {PERSON} means")
        settle(eva, CLAIM, Outcome.KEEP, told)
        with other(alice, "carl") as carl:
            carl.sign(CLAIM, carl.claim(CLAIM).state.binding)
        waive(alice, OTHER, told)
        set_deadline(eva, eva.articles()[0], datetime(2000, 1, 1, tzinfo=UTC))
        close(eva, OTHER, Ending.OPEN, told)
        bob.sign(OTHER, bob.claim(OTHER).state.binding)
    eva.close()


@pytest.mark.both
def test_all_that_people_wrote_of_somebody_goes_and_all_that_was_signed_stands(alice: Workbench) -> None:
    say_it_everywhere(alice)
    assert all(PERSON not in line.decode() for line in alice.store.log_lines()), "the log has digests of it"
    before = [row.review_state for row in alice.summaries()]
    heads = list(alice.store.log_lines())
    found = erasing.of_person(alice.store, [PERSON])
    assert {one.kind for one in found} >= {"rationale", "reason", "comment", "position", "held", "wording"}
    assert erasing.named_in_log(alice.store, [PERSON]) == ()
    erasing.erase(alice, found, REASON, [PERSON])
    left = [path for path in alice.workspace.rglob("*") if path.is_file() and PERSON.encode() in path.read_bytes()]
    assert left == []
    assert list(alice.store.log_lines())[: len(heads)] == heads, "no event changed"
    assert fault_of(alice.store) == ""
    assert rebuild(alice) == ()
    assert all(finding.ok for finding in diagnose(alice.workspace))
    assert [row.review_state for row in alice.summaries()] == before == [ReviewState.SIGNED, ReviewState.SIGNED]
    assert [row.rationale for row in alice.summaries()] == [ERASED, ""]


@pytest.mark.both
def test_a_dossier_of_what_was_erased_verifies_and_has_none_of_it(alice: Workbench) -> None:
    say_it_everywhere(alice)
    erasing.erase(alice, erasing.of_person(alice.store, [PERSON]), REASON, [PERSON])
    with tempfile.TemporaryFile() as scratch, tempfile.TemporaryFile() as file:
        for chunk in pack(alice, alice.articles()[0], scratch).chunks():
            file.write(chunk)
        file.seek(0)
        assert PERSON.encode() not in file.read()
        found = verifying.verify(file)
    assert found.failures == ()


@pytest.mark.both
def test_what_one_decision_says_goes_alone_by_its_event(alice: Workbench) -> None:
    alice.set_verdict(OTHER, "confirmed", "The neighbour saw it.")
    event = [event for event in alice.events() if event.kind == Kind.VERDICT][-1]
    (words,) = erasing.of_claim(alice.store, OTHER, event=event.seq)
    assert (words.kind, words.words) == ("rationale", "The neighbour saw it.")
    with pytest.raises(InputError, match="or they are erased"):
        erasing.of_claim(alice.store, CLAIM, event=event.seq)
    erasing.erase(alice, [words], REASON)
    assert alice.claim(OTHER).state.verdict
    assert "neighbour" not in "".join(str(event.body) for event in alice.events())
    assert fault_of(alice.store) == ""


@pytest.mark.both
def test_a_rationale_that_a_revision_took_over_goes_there_too(
    tmp_path: Path, revised: Callable[[Path], Workbench]
) -> None:
    bench = revised(tmp_path)
    erasing.erase(bench, [one for one in erasing.all_personal(bench.store) if one.kind == "rationale"], REASON)
    (row,) = (row for row in bench.summaries() if "six" in row.text)
    assert (row.review_state, row.rationale) == (ReviewState.SIGNED, ERASED)
    assert list(differing_states(bench.store)) == []
    assert fault_of(bench.store) == ""
    bench.close()


@pytest.mark.parametrize("sql", ["UPDATE private_text SET text = 'They say not.' WHERE text = 'They say so.'"])
def test_a_rationale_that_was_altered_beside_the_log_is_named(alice: Workbench, sql: str) -> None:
    with closing(sqlite3.connect(alice.store.where)) as db, db:
        db.execute(sql)
    assert "differ from what was written" in fault_of(alice.store)


def test_what_an_earlier_version_wrote_into_the_log_stays_and_is_told(
    alice: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "OWN_WORDS", {})
    alice.set_verdict(OTHER, "confirmed", f"{PERSON} says so.")
    monkeypatch.undo()
    assert alice.claim(OTHER).state.verdict.rationale == f"{PERSON} says so."  # type: ignore[union-attr]
    assert erasing.of_person(alice.store, [PERSON]) == ()
    (event,) = erasing.named_in_log(alice.store, [PERSON])
    assert event.kind == Kind.VERDICT
    assert fault_of(alice.store) == ""


def test_every_kind_with_own_words_is_one_of_an_event() -> None:
    assert set(OWN_WORDS) <= {str(kind) for kind in Kind}


def test_a_wording_that_was_erased_is_accepted_by_nobody(alice: Workbench) -> None:
    wording.propose(alice, OTHER, f"as {PERSON} says")
    erasing.erase(alice, erasing.of_person(alice.store, [PERSON]), REASON, [PERSON])
    with pytest.raises(GuardError, match="that was proposed was erased"):
        wording.settle(alice, OTHER, WordingState.ACCEPTED)
    wording.settle(alice, OTHER, WordingState.STET, reason="as it stands")
