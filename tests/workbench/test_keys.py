"""Keys at a workspace: who signs with one, whose is trusted, and what tampering cannot hide."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain import Event, Outcome, Stance
from factcheck.errors import GuardError, InputError, SettingsError
from factcheck.reports.claim_counts import count
from factcheck.review.kinds import SIGNATURES, Kind
from factcheck.settings import load_settings
from factcheck.workbench import Workbench, handing
from factcheck.workbench.articles import publish, sign_article, status_of
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.trusting import key_files, make_key, revoke, ring, trust
from factcheck.workbench.verifying import head_signed, kept_head, verify, verify_file
from tests.factory import make_bench
from tests.keys import as_user, given_key, nobody_asked, rehashed, without_key

pytestmark = pytest.mark.both

pytest.importorskip("cryptography", reason="needs the extra keys: pip install 'factcheck-workbench[keys]'")

CLAIM = "c0001"


@pytest.fixture(autouse=True)
def _folder_of_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("FACTCHECK_PASSPHRASE", raising=False)


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    return make_bench(tmp_path / "ws")


@pytest.fixture
def bob(alice: Workbench) -> Workbench:
    return as_user(alice, "bob")


def propose(bench: Workbench, claim: str = CLAIM) -> None:
    bench.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "Report a says so")


def sign(bench: Workbench, claim: str = CLAIM) -> None:
    bench.sign(claim, bench.claim(claim).state.binding)


def settings(bench: Workbench, text: str) -> None:
    (bench.workspace / "factcheck.toml").write_text(text)


@pytest.fixture
def keyed(alice: Workbench, bob: Workbench) -> Workbench:
    """Alice's bench, in which she and bob have trusted keys, and bob signed her verdict."""
    given_key(alice, "alice")
    given_key(alice, "bob")
    propose(alice)
    sign(bob)
    return alice


# --- signing ----------------------------------------------------------------------------------------------------------


def test_a_sign_off_carries_a_signature_and_reports_say_so(keyed: Workbench) -> None:
    sign_off = keyed.claim(CLAIM).state.sign_off
    assert sign_off
    mine = ring(keyed.store).of("bob")[0]
    assert sign_off.key == mine.key
    assert sign_off.identity == f"by key {mine.key[:16]}"
    assert keyed.store.summary(CLAIM).signed_with == mine.key
    event = keyed.history(CLAIM)[-1]
    assert (event.body["identity"], event.body["binding"]) == ("by key", sign_off.digest)
    found = verify(keyed.store)
    assert (found.wrong, sum(found.signed.values()), found.asserted) == ("", 3, 0)
    assert list(differing_states(keyed.store)) == []


def test_without_keys_identity_is_asserted(alice: Workbench, bob: Workbench) -> None:
    propose(alice)
    sign(bob)
    sign_off = alice.claim(CLAIM).state.sign_off
    assert sign_off
    assert (sign_off.key, sign_off.identity) == ("", "asserted")
    found = verify(alice.store)
    assert (found.wrong, found.signed, found.asserted) == ("", {}, 1)


def test_names_are_compared_as_people_write_them(keyed: Workbench) -> None:
    propose(keyed, "c0002")
    sign(as_user(keyed, "B O B"), "c0002")
    assert keyed.store.summary("c0002").signed_with == ring(keyed.store).of("bob")[0].key
    assert verify(keyed.store).wrong == ""


def test_who_has_no_key_signs_by_name_beside_those_who_have(keyed: Workbench) -> None:
    propose(keyed, "c0002")
    sign(as_user(keyed, "dan"), "c0002")
    found = verify(keyed.store)
    assert (found.wrong, sum(found.signed.values()), found.asserted) == ("", 3, 1)
    assert count(keyed.summaries()).identity == "asserted in 1 of 2 sign-offs"


def test_nobody_signs_in_a_name_that_has_a_key_without_it(keyed: Workbench, tmp_path: Path) -> None:
    propose(keyed, "c0002")
    for file in (tmp_path / "config/factcheck/keys").glob("bob.*"):
        file.rename(tmp_path / file.name)
    with pytest.raises(InputError, match="is not on this machine, and bob signs with it"):
        sign(as_user(keyed, "bob"), "c0002")
    make_key("bob", nobody_asked)
    with pytest.raises(InputError, match="is not on this machine"):
        sign(as_user(keyed, "bob"), "c0002")
    assert keyed.claim("c0002").state.sign_off is None


def test_every_decision_that_others_act_on_is_signed(keyed: Workbench, bob: Workbench) -> None:
    bob.withdraw(CLAIM, "page 3 is missing")
    handing.send_back(bob, CLAIM, "which page?")
    propose(keyed)
    sign(bob)
    given_key(keyed, "wim")
    given_key(keyed, "eva")
    handing.dispute(as_user(keyed, "wim"), CLAIM, "the sixth is on loan")
    handing.settle(as_user(keyed, "eva"), CLAIM, Outcome.KEEP, "it is not")
    propose(keyed, "c0002")
    sign(bob, "c0002")
    eva = as_user(keyed, "eva")
    article = eva.articles()[0]
    sign_article(eva, article, status_of(eva, article).binding)
    publish(eva, article, status_of(eva, article).binding)
    done = [event for event in keyed.events() if event.kind in SIGNATURES]
    assert {event.kind for event in done} == {
        Kind.SIGNED,
        Kind.WITHDRAWN,
        Kind.RETURNED,
        Kind.DISPUTED,
        Kind.SETTLED,
        Kind.ARTICLE_SIGNED,
        Kind.ARTICLE_PUBLISHED,
        Kind.KEY_TRUSTED,
    }
    assert all(event.body["signature"] for event in done)
    found = verify(keyed.store)
    assert (found.wrong, found.asserted) == ("", 0)


def test_an_article_is_signed_with_the_identity_of_its_signer(alice: Workbench) -> None:
    settings(alice, "[review]\nsolo = true\n")
    solo = as_user(alice, "alice")
    given_key(solo, "alice")
    for claim in (CLAIM, "c0002"):
        propose(solo, claim)
        sign(solo, claim)
    article = solo.articles()[0]
    sign_article(solo, article, status_of(solo, article).binding)
    assert list(solo.events())[-1].body["identity"] == "by key"


# --- trusting, revoking, rotating -------------------------------------------------------------------------------------


def test_trust_begins_with_ones_own_key_and_goes_on_with_a_trusted_one(alice: Workbench, bob: Workbench) -> None:
    theirs = make_key("bob", nobody_asked)
    with pytest.raises(GuardError, match="trust begins with your own key"):
        trust(alice, "bob", theirs.key)
    with pytest.raises(InputError, match="there is no key"):
        trust(alice)
    make_key("alice", nobody_asked)
    with pytest.raises(InputError, match="is not on this machine"):
        trust(alice, "alice", "0" * 64)
    assert trust(alice).holder == "alice"
    with pytest.raises(GuardError, match="takes a trusted key, and none of bob is trusted here"):
        trust(bob)
    assert trust(alice, "bob", theirs.key.upper()).user == "alice"
    with pytest.raises(GuardError, match="is trusted already, as bob's"):
        trust(alice, "carol", theirs.key)


def test_who_may_say_whose_a_key_is_has_a_role(alice: Workbench, bob: Workbench) -> None:
    given_key(alice, "alice")
    given_key(alice, "bob")
    settings(alice, '[workflow.people]\nbob = ["reviewer"]\n')
    reviewer = as_user(alice, "bob")
    with pytest.raises(GuardError, match="may not take the step 'trust': it is for editor"):
        trust(reviewer, "carol", make_key("carol", nobody_asked).key)
    with pytest.raises(GuardError, match="may not take the step 'trust'"):
        revoke(reviewer, ring(alice.store).of("alice")[0].key, "why not")
    assert revoke(reviewer, ring(alice.store).of("bob")[0].key[:8], "the laptop was stolen").revoked


def test_a_revoked_key_signs_no_more_and_what_it_signed_stays(keyed: Workbench, bob: Workbench) -> None:
    theirs = ring(keyed.store).of("bob")[0]
    assert revoke(keyed, theirs.key[:10], "the laptop was stolen").reason == "the laptop was stolen"
    assert verify(keyed.store).wrong == ""
    propose(keyed, "c0002")
    assert any("every key of bob was revoked" in told for told in bob.blockers("c0002"))
    with pytest.raises(GuardError, match="every key of bob was revoked here"):
        sign(bob, "c0002")
    with pytest.raises(GuardError, match="was revoked"):
        trust(keyed, "bob", theirs.key)
    with pytest.raises(GuardError, match="is not trusted here"):
        revoke(keyed, theirs.key, "again")
    another = make_key("bob", nobody_asked, rotate=True)
    trust(keyed, "bob", another.key)
    sign(bob, "c0002")
    assert keyed.store.summary("c0002").signed_with == another.key
    assert verify(keyed.store).wrong == ""


def test_a_key_is_rotated_by_its_holder(keyed: Workbench) -> None:
    old = ring(keyed.store).of("alice")[0].key
    with pytest.raises(InputError, match="--rotate"):
        make_key("alice", nobody_asked)
    new = make_key("alice", nobody_asked, rotate=True)
    assert trust(keyed).key == new.key  # signed with the old one
    revoke(keyed, old, "a new laptop")
    assert list(keyed.events())[-1].body["key"] == new.key
    assert [one.key for one in ring(keyed.store).of("alice")] == [new.key]
    assert verify(keyed.store).wrong == ""


def test_the_last_key_cannot_be_revoked_nor_any_without_a_reason(alice: Workbench) -> None:
    mine = given_key(alice, "alice")
    with pytest.raises(GuardError, match="is the last one that is trusted"):
        revoke(alice, mine.key, "lost")
    given_key(alice, "bob")
    with pytest.raises(GuardError, match="takes a reason"):
        revoke(alice, mine.key, " ")
    for wrong in ("", "zz"):
        with pytest.raises(InputError, match="there is no such key"):
            revoke(alice, wrong, "lost")


def test_undo_stops_at_trust_in_a_key(keyed: Workbench) -> None:
    given_key(keyed, "carol")
    with pytest.raises(GuardError, match="your last decision is a trust in a key"):
        keyed.undo()


# --- a workspace that asks for keys -----------------------------------------------------------------------------------


def test_a_workspace_may_require_keys(alice: Workbench) -> None:
    propose(alice)
    settings(alice, "[review]\nrequire_keys = true\n")
    bob = as_user(alice, "bob")
    assert any("asks for keys, and none of bob is trusted" in told for told in bob.blockers(CLAIM))
    with pytest.raises(GuardError, match="this workspace asks for keys"):
        sign(bob)
    with pytest.raises(GuardError, match="this workspace asks for keys"):
        handing.send_back(bob, CLAIM, "which page?")
    asking = as_user(alice, "alice")
    given_key(asking, "alice")
    given_key(asking, "bob")
    assert bob.blockers(CLAIM) == ()
    sign(bob)
    assert verify(alice.store).asserted == 0


def test_no_variable_switches_that_off(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is a rule of the workspace"):
        load_settings(tmp_path, {"FACTCHECK_REVIEW__REQUIRE_KEYS": "false"})
    assert load_settings(tmp_path, {"FACTCHECK_PASSPHRASE": "x"}).values.review.require_keys is False


# --- passphrases and files --------------------------------------------------------------------------------------------


def test_a_passphrase_is_asked_for_once(alice: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    make_key("alice", lambda: "right")
    with pytest.raises(InputError, match=r"has a passphrase, and none was given.*FACTCHECK_PASSPHRASE"):
        trust(alice)
    monkeypatch.setenv("FACTCHECK_PASSPHRASE", "wrong")
    with pytest.raises(InputError, match="the passphrase is wrong"):
        trust(alice)
    asked: list[str] = []
    alice.passphrase = lambda path: asked.append(path.name) or "right"  # type: ignore[func-returns-value]
    trust(alice)
    given_key(alice, "bob")
    given_key(alice, "carol")
    assert len(asked) == 1
    assert asked[0].startswith("alice.")


def test_nothing_is_kept_where_the_key_cannot_be_used(keyed: Workbench, tmp_path: Path) -> None:
    propose(keyed, "c0002")
    before = keyed.store.last_event()
    for file in (tmp_path / "config/factcheck/keys").glob("bob.*"):
        file.chmod(0o644)
    with pytest.raises(InputError, match="may be read or written by others"):
        sign(as_user(keyed, "bob"), "c0002")
    assert keyed.store.last_event() == before


@pytest.mark.parametrize("name", ["Ann", "Ann.Lee", "../eve", "日本 太郎", "a/b", "*"])
def test_each_name_has_its_own_file(tmp_path: Path, name: str) -> None:
    first = make_key("Ann Other", nobody_asked)
    made = make_key(name, nobody_asked)
    assert made.path.parent == first.path.parent
    assert [file.key for file in key_files(name.upper())] == [made.key]


# --- tampering --------------------------------------------------------------------------------------------------------


def changed(kind: Kind, **body: object) -> object:
    def change(event: Event) -> Event:
        return replace(event, body={**event.body, **body}) if event.kind == kind else event

    return change


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (changed(Kind.VERDICT, rationale="It is fine."), "its signature is not that of bob's key"),
        (changed(Kind.SIGNED, binding="0" * 64), "its signature is not that of bob's key"),
        (changed(Kind.SIGNED, self_signed=True), "its signature is not that of bob's key"),
        (changed(Kind.SIGNED, signature="0" * 128), "its signature is not that of bob's key"),
        (changed(Kind.SIGNED, signature="zz"), "its signature is not that of bob's key"),
        (changed(Kind.SIGNED, signature=7), "is no such event"),
        (changed(Kind.SIGNED, key=["x"]), "is no such event"),
        (changed(Kind.SIGNED, key="0" * 64), "which is not trusted"),
        (lambda event: without_key(event) if event.kind == Kind.SIGNED else event, "is not signed with a key, and bob"),
        (
            lambda event: without_key(event) if event.kind == Kind.KEY_TRUSTED else event,
            "is not signed with a key, and alice",
        ),
        (
            lambda event: replace(event, user="mallory") if event.kind == Kind.SIGNED else event,
            "of bob, not of mallory",
        ),
        (
            lambda event: None if event.kind == Kind.KEY_TRUSTED and event.body["holder"] == "bob" else event,
            "which is not trusted",
        ),
        (lambda event: None if event.kind == Kind.STANCE else event, "its signature is not that of bob's key"),
        (
            lambda event: None if event.kind == Kind.KEY_TRUSTED and event.body["holder"] == "alice" else event,
            "before any key is trusted",
        ),
        (changed(Kind.KEY_TRUSTED, holder="mallory"), "before any key is trusted"),
    ],
)
def test_a_log_that_was_wholly_rehashed_is_known_by_its_signatures(keyed: Workbench, change, named: str) -> None:
    assert verify(keyed.store).wrong == ""
    rehashed(keyed.workspace, change)
    assert named in verify(keyed.store).wrong


def test_the_first_bad_event_is_named(keyed: Workbench, bob: Workbench) -> None:
    propose(keyed, "c0002")
    sign(bob, "c0002")
    first, second = [event.seq for event in keyed.events() if event.kind == Kind.SIGNED]

    def change(event: Event) -> Event:
        return without_key(event) if event.seq == second else event

    rehashed(keyed.workspace, change)
    assert verify(keyed.store).wrong.startswith(f"event {second}: is not signed")
    rehashed(keyed.workspace, without_key)
    assert verify(keyed.store).wrong.startswith("event 5: is not signed")
    assert first < second


def test_a_signature_does_not_pass_from_one_event_to_another(keyed: Workbench, bob: Workbench) -> None:
    """Bob withdrew: who brings his sign-off back under another number has no signature for it."""
    bob.withdraw(CLAIM, "wrong page")
    before = next(event for event in keyed.events() if event.kind == Kind.SIGNED)

    def change(event: Event) -> Event:
        if event.kind != Kind.WITHDRAWN:
            return event
        return replace(event, kind=Kind.SIGNED, body=before.body)

    rehashed(keyed.workspace, change)
    assert "its signature is not that of bob's key" in verify(keyed.store).wrong


def test_a_key_that_was_revoked_is_not_trusted_after_that(keyed: Workbench, bob: Workbench) -> None:
    propose(keyed, "c0002")
    sign(bob, "c0002")
    given_key(keyed, "carol")
    revoke(keyed, ring(keyed.store).of("bob")[0].key, "stolen")
    revoked = list(keyed.events())[-1]

    def earlier(event: Event) -> Event:
        return (
            replace(revoked, at=event.at)
            if event.kind == Kind.KEY_TRUSTED and event.body["holder"] == "carol"
            else event
        )

    assert verify(keyed.store).wrong == ""
    rehashed(keyed.workspace, earlier)
    assert verify(keyed.store).wrong  # a revocation cannot be moved, since its signature names the head before it


def test_an_exported_log_verifies_with_its_signatures(keyed: Workbench, tmp_path: Path) -> None:
    exported = tmp_path / "log.jsonl"
    exported.write_bytes(b"".join(keyed.store.log_lines()))
    found = verify_file(exported)
    assert (found.wrong, sum(found.signed.values())) == ("", 3)
    spoilt = exported.read_bytes().replace(b'"signature":"', b'"signature":"0', 1)
    exported.write_bytes(spoilt)
    assert "was altered" in verify_file(exported).wrong


# --- what was kept elsewhere ------------------------------------------------------------------------------------------


def test_a_signed_head_is_accepted_and_shows_a_log_that_was_written_anew(keyed: Workbench, tmp_path: Path) -> None:
    kept = tmp_path / "head.txt"
    kept.write_text(head_signed(keyed) + "\n")
    head = kept_head(str(kept))
    assert head.user == "alice"
    propose(keyed, "c0002")
    found = verify(keyed.store, head)
    assert (found.wrong, found.held) == ("", head.events)

    def alone(event: Event) -> Event | None:
        """Somebody takes every key out, and changes what was signed."""
        if event.kind == Kind.KEY_TRUSTED:
            return None
        return without_key(changed(Kind.VERDICT, rating="contradicted")(event))

    rehashed(keyed.workspace, alone)
    assert verify(keyed.store).wrong == ""  # nothing in it shows that it was written anew
    assert "does not hold the head" in verify(keyed.store, head).wrong
    assert "but with no key at all" in verify(keyed.store, root=head.key).wrong


def test_a_log_in_which_another_key_began_is_told_by_the_one_that_was_kept(keyed: Workbench, tmp_path: Path) -> None:
    root = ring(keyed.store).of("alice")[0].key
    assert verify(keyed.store, root=root).wrong == ""
    assert "trust did not begin with the key" in verify(keyed.store, root=ring(keyed.store).of("bob")[0].key).wrong
    with make_bench(tmp_path / "other", "mallory") as other:
        given_key(other, "mallory")
        assert "it is another log, or was written anew" in verify(other.store, root=root).wrong


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"head": "0" * 64}, "the signature on the head is not that of the key"),
        ({"events": 3}, "the signature on the head is not that of the key"),
        ({"user": "bob"}, "the signature on the head is not that of the key"),
        ({"at": "2020-01-01"}, "the signature on the head is not that of the key"),
        ({"signature": "0" * 128}, "the signature on the head is not that of the key"),
        ({"signature": ""}, ""),
        ({"events": True}, ""),
        ({"more": 1}, ""),
    ],
)
def test_a_signed_head_that_was_altered_is_told(keyed: Workbench, change: dict[str, object], named: str) -> None:
    written = json.dumps({**json.loads(head_signed(keyed)), **change})
    if not named:
        with pytest.raises(InputError, match="is no head of a log"):
            kept_head(written)
    else:
        assert named in verify(keyed.store, kept_head(written)).wrong


def test_a_head_signed_with_a_key_that_was_not_trusted_then_is_told(keyed: Workbench, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(keyed.workspace, copy)
    with pytest.raises(GuardError, match="takes a trusted key, and none of carol"):
        head_signed(as_user(keyed, "carol"))
    given_key(keyed, "carol")
    head = kept_head(head_signed(as_user(keyed, "carol")))
    assert verify(keyed.store, head).wrong == ""
    with Workbench.open(copy, user="alice", clock=keyed.now) as other:
        other.set_stance("c0002", "c0002-a", Stance.CORROBORATES)
        assert "does not hold the head" in verify(other.store, head).wrong


def test_a_head_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "h.txt").write_bytes(b"\xff\xfe")
    for wrong in ("9f2c", "{}", "[1]", str(tmp_path / "h.txt"), "x" * 5000, "a\0b", str(tmp_path / "none.txt")):
        with pytest.raises(InputError):
            kept_head(wrong)
    (tmp_path / "h.txt").write_text("a" * 64 + "\n")
    assert kept_head(str(tmp_path / "h.txt")).head == "a" * 64
