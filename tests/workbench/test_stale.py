"""Stale claims as one list of differences: which are signed anew together, and which are looked at by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain import ReviewState, Stance
from factcheck.errors import ConflictError, GuardError
from factcheck.review.kinds import Kind
from factcheck.workbench import Workbench, handing
from factcheck.workbench.signing import blockers_of
from factcheck.workbench.stale import Stale, sign_nothing_material, stale_claims
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.trusting import make_key, trust
from factcheck.workbench.verifying import verify
from tests.factory import tick_items
from tests.keys import nobody_asked
from tests.workbench.test_revising import COST, OPENED, QUAY, SHEDS, SOURCE, again, claim_with, draft, sign_all

pytestmark = pytest.mark.both

NEW_QUAY = "That new quay is 300 metres long."
NEW_SHEDS = "The harbor has 12 sheds."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    """A draft of which alice proposed three verdicts, which bob signed."""
    (tmp_path / "register.txt").write_text(f"2024-05-01\nRegister\n\n{SOURCE}\n")
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(bench, QUAY, SHEDS, COST, OPENED, corpus=[tmp_path / "register.txt"])
    sign_all(bench, QUAY, SHEDS, COST)
    return bench


@pytest.fixture
def bob(alice: Workbench) -> Workbench:
    return Workbench.open(alice.workspace, user="bob")


def stale(bench: Workbench) -> dict[str, Stale]:
    return {one.now: one for one in stale_claims(bench, bench.articles()[0])}


def bindings(*found: Stale) -> dict[str, str]:
    return {one.claim.id: one.binding for one in found}


def test_other_words_alone_are_signed_as_one_event_that_names_each(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    found = stale(bob)
    assert {one.now: (one.before, one.apart) for one in found.values()} == {
        NEW_QUAY: (QUAY, ""),
        NEW_SHEDS: (SHEDS, ""),
    }
    before = len(list(bob.events()))
    signed = sign_nothing_material(bob, bindings(*found.values()))
    assert [state.review_state for state in signed] == [ReviewState.SIGNED] * 2
    (event,) = list(bob.events())[before:]
    assert (event.kind, event.user) == (Kind.NOTHING_MATERIAL, "bob")
    assert event.body["bindings"] == bindings(*found.values())
    assert stale(bob) == {}
    assert list(differing_states(bob.store)) == []
    assert verify(bob.store).wrong == ""
    with pytest.raises(GuardError, match="your last decision is a sign-off of several claims"):
        bob.undo()


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("The new quay is 310 metres long.", "numbers"),
        ("The new quay is not 300 metres long.", "negation"),
        ("The new “quay” is 300 metres long.", "quotations"),
        ("The new quay of Westwick is 300 metres long.", "names"),
        ("The new quay is 300 metres long since May 2020.", "dates"),
        ("The old quay is 300 metres long.", "other words"),
    ],
)
def test_what_touches_more_than_words_is_signed_by_itself(
    alice: Workbench, bob: Workbench, after: str, told: str
) -> None:
    again(alice, after, NEW_SHEDS, COST, OPENED)
    found = stale(bob)
    assert told in found[after].apart
    last = bob.store.last_event()
    with pytest.raises(GuardError, match=r"look at it by itself|not ticked"):
        sign_nothing_material(bob, bindings(found[NEW_SHEDS], found[after]))
    assert bob.store.last_event() == last  # all of them, or none
    claim = found[after].claim.id
    alice.set_verdict(claim, "confirmed", "the register, page 3")
    tick_items(alice, claim)
    bob.sign(claim, bob.claim(claim).state.binding)
    sign_nothing_material(bob, bindings(found[NEW_SHEDS]))
    assert stale(bob) == {}


def test_what_was_decided_on_since_is_signed_by_itself(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, SHEDS, COST, OPENED)
    claim = claim_with(alice, "300 metres")
    alice.set_stance(claim, alice.claim(claim).evidence[0].id, Stance.RELATED)
    assert "alice decided on it since it was signed (stance)" in stale(bob)[NEW_QUAY].apart


def test_a_claim_that_is_stale_for_another_reason_is_signed_by_itself(alice: Workbench, bob: Workbench) -> None:
    claim = claim_with(alice, "300 metres")
    alice.set_verdict(claim, "confirmed", "The register, page 3.")
    assert "alice decided on it since it was signed (verdict)" in stale(bob)[QUAY].apart


def test_the_difference_is_to_what_was_signed_however_many_revisions_ago(alice: Workbench, bob: Workbench) -> None:
    again(alice, "The new quay is 301 metres long.", SHEDS, COST, OPENED)
    again(alice, "The quay we have is 301 metres long.", SHEDS, COST, OPENED)
    (found,) = stale(bob).values()
    assert found.before == QUAY
    assert "numbers" in found.apart
    again(alice, NEW_QUAY, SHEDS, COST, OPENED)
    (found,) = stale(bob).values()
    assert (found.before, found.apart) == (QUAY, "")


def test_what_was_signed_anew_is_carried_on_and_goes_stale_again(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    sign_nothing_material(bob, bindings(*stale(bob).values()))
    again(alice, NEW_QUAY, "This harbor has 12 sheds.", COST, OPENED)
    assert alice.store.summary(claim_with(alice, "300 metres")).review_state is ReviewState.SIGNED
    (found,) = stale(bob).values()
    assert (found.before, found.apart) == (NEW_SHEDS, "")
    sign_nothing_material(bob, bindings(found))
    assert stale(bob) == {}
    assert list(differing_states(bob.store)) == []


def test_the_guards_of_a_signature_hold_for_each(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    found = stale(bob)
    with pytest.raises(GuardError, match="another person has to sign"):
        sign_nothing_material(alice, bindings(found[NEW_QUAY]))
    with pytest.raises(ConflictError, match="what you were shown"):
        sign_nothing_material(bob, {found[NEW_QUAY].claim.id: "0" * 64})
    with pytest.raises(GuardError, match="is signed, not stale"):
        sign_nothing_material(bob, {claim_with(bob, "4 million"): ""})
    with pytest.raises(GuardError, match="no claim is named"):
        sign_nothing_material(bob, {})


def test_it_is_withdrawn_one_by_one(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    found = stale(bob)
    sign_nothing_material(bob, bindings(*found.values()))
    assert bob.withdraw(found[NEW_QUAY].claim.id, "looked again").review_state is ReviewState.PROPOSED
    assert bob.store.summary(found[NEW_SHEDS].claim.id).review_state is ReviewState.SIGNED


def test_it_is_signed_with_a_key(
    alice: Workbench, bob: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cryptography", reason="needs the extra keys: pip install 'factcheck-workbench[keys]'")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("FACTCHECK_PASSPHRASE", raising=False)
    made = make_key("bob", nobody_asked)
    trust(bob)
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    states = sign_nothing_material(bob, bindings(*stale(bob).values()))
    assert {state.sign_off.key for state in states if state.sign_off} == {made.key}
    found = verify(bob.store)
    assert (found.wrong, sum(found.signed.values())) == ("", 2)


@pytest.mark.parametrize("disputed_first", [True, False])
def test_a_stale_claim_that_is_disputed_is_in_the_list_too(
    alice: Workbench, bob: Workbench, disputed_first: bool
) -> None:
    dora = Workbench.open(alice.workspace, user="dora")
    if disputed_first:
        handing.dispute(dora, claim_with(alice, QUAY.rstrip(".")), "It is longer.")
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    if not disputed_first:
        handing.dispute(dora, claim_with(alice, NEW_QUAY.rstrip(".")), "It is longer.")
    found = stale(bob)
    assert {one.now: one.apart for one in found.values()} == {NEW_QUAY: "it is disputed", NEW_SHEDS: ""}
    with pytest.raises(GuardError, match="is disputed, not stale"):
        sign_nothing_material(bob, bindings(*found.values()))


def test_a_disputed_claim_that_reads_as_it_was_signed_is_not_stale(alice: Workbench, bob: Workbench) -> None:
    handing.dispute(Workbench.open(alice.workspace, user="dora"), claim_with(alice, QUAY.rstrip(".")), "It is longer.")
    assert stale(bob) == {}


def test_what_keeps_one_from_signing_is_the_same_read_together_or_one_by_one(alice: Workbench, bob: Workbench) -> None:
    again(alice, NEW_QUAY, NEW_SHEDS, COST, OPENED)
    handing.dispute(Workbench.open(alice.workspace, user="dora"), claim_with(alice, NEW_QUAY.rstrip(".")), "It is not.")
    (article,) = bob.articles()
    claims = [row.id for row in bob.summaries()]
    for bench in (alice, bob):
        assert dict(blockers_of(bench, article.revision, claims)) == {claim: bench.blockers(claim) for claim in claims}
    with alice.open_corpus() as corpus:
        corpus.remove([source.id for source in corpus.sources()])
    assert dict(blockers_of(bob, article.revision, claims)) == {claim: bob.blockers(claim) for claim in claims}


def test_a_proposal_of_other_words_that_nobody_signed_is_in_the_list_and_is_signed_by_itself(
    alice: Workbench, bob: Workbench
) -> None:
    again(alice, QUAY, SHEDS, COST, OPENED)
    claim = claim_with(alice, OPENED.rstrip("."))
    alice.set_verdict(claim, "no-evidence-found", "searched")
    again(alice, QUAY, SHEDS, COST, OPENED.replace("The mayor", "A mayor"))
    (one,) = stale(bob).values()
    assert (one.before, one.claim.review_state, one.claim.reviewer) == (OPENED, ReviewState.STALE, "")
    assert one.apart.startswith("nobody has signed it")
    with pytest.raises(GuardError, match="nobody has signed it"):
        sign_nothing_material(bob, bindings(one))
