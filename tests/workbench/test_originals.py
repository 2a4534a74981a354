"""The original wording of a translated quotation: kept, shown, undone, and bound by a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.running import run
from factcheck.domain import ReviewState, Stance
from factcheck.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE, GuardError
from factcheck.workbench import Workbench
from factcheck.workbench.doctor import diagnose
from tests.factory import first_fault, give_corpus, make_bench, ticking

pytestmark = pytest.mark.both


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def test_it_is_kept_replaced_and_undone(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    bench.set_original("c0001", " Wir schaffen das. ", "de", translator="Ann Lee")
    bench.set_original("c0001", "Das schaffen wir.", "de-AT")
    kept = bench.claim("c0001").state.original
    assert kept
    assert (kept.wording, kept.language, kept.translator, kept.user) == ("Das schaffen wir.", "de-AT", "", "alice")
    bench.undo()
    kept = bench.claim("c0001").state.original
    assert kept
    assert (kept.wording, kept.translator) == ("Wir schaffen das.", "Ann Lee")
    bench.clear_original("c0001")
    assert bench.claim("c0001").state.original is None
    assert first_fault(bench.events()) == ""
    give_corpus(bench)
    assert [f for f in diagnose(tmp_path) if not f.ok] == []


def test_a_signature_binds_it_and_who_gave_it_may_not_sign(tmp_path: Path) -> None:
    alice = make_bench(tmp_path)
    without = alice.claim("c0002").state.binding
    alice.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
    alice.set_verdict("c0001", "confirmed", "Report a says so")
    bob = as_user(alice, "bob")
    bob.sign("c0001", bob.claim("c0001").state.binding)
    bob.set_original("c0001", "Sechs Kräne", "de")
    assert alice.claim("c0001").state.review_state is ReviewState.STALE
    with pytest.raises(GuardError):
        bob.sign("c0001", bob.claim("c0001").state.binding)
    assert alice.claim("c0002").state.binding == without


@pytest.mark.parametrize(
    ("wording", "language"), [(" ", "de"), ("Ja", ""), ("Ja", "German!"), ("Ja", "d"), ("Ja", "de-")]
)
def test_it_needs_words_and_a_language_tag(tmp_path: Path, wording: str, language: str) -> None:
    with pytest.raises(GuardError):
        make_bench(tmp_path).set_original("c0001", wording, language)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    make_bench(tmp_path)
    monkeypatch.chdir(tmp_path)
    given = ["claim", "original", "1", "--wording", "Sechs \u202eKräne", "--language", "de", "--translator", "Ann Lee"]
    assert run(given) == EXIT_DONE
    run(["claim", "show", "1"])
    assert "original (de, translated by Ann Lee): Sechs <U+202E>Kräne" in capsys.readouterr().out
    assert run(["claim", "original", "1"]) == EXIT_USAGE
    assert run([*given, "--clear"]) == EXIT_USAGE
    assert run(["claim", "original", "1", "--wording", "x", "--language", "German!"]) == EXIT_INPUT
    assert run(["claim", "original", "1", "--clear"]) == EXIT_DONE
    run(["audit", "log"])
    assert "original wording in de" in capsys.readouterr().out
