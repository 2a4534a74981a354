"""Options take the words that screens and messages use."""

from __future__ import annotations

import pytest

from factcheck.domain import ReviewState, Stance
from factcheck.reports.gates import Gate
from factcheck.reports.ordering import Order
from factcheck.workbench import Workbench
from tests.cli.command import called
from tests.factory import make_bench


@pytest.fixture
def place(tmp_path) -> list[str]:
    make_bench(tmp_path / "w").close()
    return ["--workspace", str(tmp_path / "w"), "--user", "alice"]


@pytest.mark.parametrize("state", [s.value for s in ReviewState])
def test_a_list_is_filtered_by_the_words_of_review_states(place, capsys, state):
    assert called(capsys, *place, "claim-list", "--state", state).code == 0


@pytest.mark.parametrize("order", [o.value for o in Order])
def test_a_list_is_sorted_by_the_words_of_orders(place, capsys, order):
    assert called(capsys, *place, "claim-list", "--sort", order).code == 0


@pytest.mark.parametrize("stance", [*(s.value for s in Stance), "none"])
def test_evidence_is_judged_with_the_words_of_stances(place, capsys, stance):
    ended = called(capsys, *place, "claim", "stance", "1", "e1", stance)
    assert (ended.code, ended.err.strip()) == (0, f"saved: claim 1, evidence e1: {stance}")


def test_an_unknown_word_is_answered_with_the_known_ones(place, capsys):
    ended = called(capsys, *place, "claim-list", "--state", "finished")
    assert ended.code == 2
    assert "'proposed'" in ended.complaint


def test_a_gate_for_stale_signatures(place, capsys):
    assert called(capsys, *place, "claim-list", "--fail-on", "stale").code == 0
    workspace = place[1]
    with Workbench.open(workspace, user="alice") as bench:
        bench.set_verdict("c0001", "confirmed", "as both say", cite=["c0001-a"])
    with Workbench.open(workspace, user="bob") as bench:
        bench.sign("c0001", bench.claim("c0001").state.binding)
    assert called(capsys, *place, "claim-list", "--fail-on", "stale").code == 0
    with Workbench.open(workspace, user="alice") as bench:
        bench.cite("c0001", "c0001-b")
    ended = called(capsys, *place, "claim-list", "--fail-on", "stale")
    assert (ended.code, ended.complaint) == (1, "factcheck: not to be published: 1 stale (of 2 claims)")


@pytest.mark.parametrize("gate", [g.value for g in Gate])
def test_the_help_names_every_gate(capsys, gate):
    assert gate in called(capsys, "claim-list", "--help").out


def test_a_self_signature_is_told_alike_by_list_and_gate(place, capsys, tmp_path):
    settings = tmp_path / "w" / "factcheck.toml"
    settings.write_text("[review]\nsolo = true\n", encoding="utf-8")
    with Workbench.open(place[1], user="alice") as bench:
        bench.set_verdict("c0001", "confirmed", "as both say", cite=["c0001-a"])
        bench.sign("c0001", bench.claim("c0001").state.binding)
    listed = called(capsys, *place, "claim-list", "--verdict", "confirmed", "--fail-on", "unsigned")
    assert (listed.code, listed.err) == (0, "")
    assert "1 signed (1 self-signed)" in listed.out
    settings.unlink()
    listed = called(capsys, *place, "claim-list", "--verdict", "confirmed", "--fail-on", "unsigned")
    assert "1 signed (1 self-signed)" in listed.out
    assert (listed.code, listed.complaint) == (
        1,
        (
            "factcheck: not to be published: 1 unsigned (of 1 claim); "
            "1 self-signed, which counts only where review.solo is set"
        ),
    )
