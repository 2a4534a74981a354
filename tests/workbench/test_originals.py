"""The original wording of a translated quotation: kept, shown, undone, and bound by a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.running import run
from factcheck.domain import ReviewState, Stance
from factcheck.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE, GuardError
from factcheck.stance.reading.badges import TRANSLATED
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


VOGT = (
    'Homes for Ostwick\n\n"We will build 40 new homes in Ostwick," Jan Vogt said.\n\n'
    "He was asked by some of those who had been to the meeting, and it was not the first time that they had met him.\n"
)
OTHER_WORDS, OTHER_FIGURE = "In Ostwick we shall build 40 new houses.", "In Ostwick we shall build 60 new houses."


def checked(folder: Path, words: str, *options: str) -> None:
    (folder / "a.txt").write_text(VOGT)
    (folder / "source.txt").write_text(f'Jan Vogt said in May: "{words}"\n')
    assert run(["corpus", "add", "source.txt", *options]) == EXIT_DONE
    assert run(["check", "a.txt"]) == EXIT_DONE


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["claim", "show", "1"]) == EXIT_DONE
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("words", "stance"), [(OTHER_WORDS, "corroborates"), (OTHER_FIGURE, "conflicts")])
def test_quotations_of_a_claim_in_another_language_are_read_as_translations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str, stance: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["init"])
    checked(tmp_path, words)
    assert TRANSLATED not in shown(capsys)
    given = ["claim", "original", "1", "--wording", "Wir bauen in Ostwick 40 neue Wohnungen.", "--language"]
    assert run([*given, "en"]) == EXIT_DONE  # the language of the article: no translation
    assert TRANSLATED not in shown(capsys)
    assert run([*given, "de"]) == EXIT_DONE
    told = shown(capsys)
    assert TRANSLATED in told
    assert f"suggested: {stance}" in told
    assert run(["claim", "original", "1", "--clear"]) == EXIT_DONE
    assert TRANSLATED not in shown(capsys).partition("e2")[0]


def test_a_source_that_is_said_to_be_in_another_language_is_read_as_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["init"])
    checked(tmp_path, OTHER_FIGURE, "--language", "de")
    told = shown(capsys)
    assert TRANSLATED in told
    assert "suggested: conflicts" in told


def test_compare_reads_a_translation_where_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    pair = ['"We will build 40 new homes in Ostwick," Vogt said.', f'Vogt said: "{OTHER_FIGURE}"']
    assert run(["compare", *pair]) == EXIT_DONE
    assert TRANSLATED not in " ".join(capsys.readouterr().out.split())
    assert run(["compare", "--translated", *pair]) == EXIT_DONE
    told = " ".join(capsys.readouterr().out.split())
    assert TRANSLATED in told
    assert "suggested: conflicts" in told
    assert "the claim says 40; the source says 60" in told
    assert (
        run(["compare", "--translated", pair[0], " ".join(["The council met on Tuesday."] * 60 + pair[1:])])
        == EXIT_DONE
    )
    assert TRANSLATED in " ".join(capsys.readouterr().out.split())
