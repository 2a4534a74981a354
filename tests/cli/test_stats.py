"""`factcheck stats`: what is counted, over which claims, and what of it may leave."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Stance
from factcheck.reports.cells import width
from factcheck.reports.statistics import Spread, length, statistics_lines
from factcheck.workbench import Workbench
from factcheck.workbench.statistics import desk_statistics
from tests.cli.command import ARTICLE, called, written
from tests.factory import NOON, make_bench, ticking


@pytest.fixture
def place(tmp_path) -> list[str]:
    """Three claims: one signed an hour after it was extracted, one proposed, one judged alone."""
    with make_bench(tmp_path / "w", claims=3) as bench:
        bench.set_verdict("c0001", "confirmed", "as it says", cite=["c0001-a"])
        bench.set_stance("c0001", "c0001-b", Stance.UNRELATED)
        bench.set_verdict("c0002", "contradicted", "no", cite=["c0002-b"])
        bench.set_stance("c0003", "c0003-a", Stance.CORROBORATES)
    sign(tmp_path, "c0001", NOON + timedelta(hours=1))
    return ["--workspace", str(tmp_path / "w"), "--user", "alice"]


def sign(tmp_path, claim: str, at) -> None:
    with Workbench.open(tmp_path / "w", user="bob", clock=ticking(at)) as bench:
        bench.sign(claim, bench.claim(claim).state.binding)


def counted(capsys, place, *options: str):
    ended = called(capsys, *place, "stats", "--json", *options)
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def test_claims_are_counted_by_state_and_verdict_in_their_order(place, capsys):
    found = counted(capsys, place)
    assert found["counts"]["claims"] == 3
    assert list(found["states"].items()) == [("extracted", 1), ("proposed", 1), ("signed", 1)]
    assert list(found["verdicts"].items()) == [("confirmed", 1), ("contradicted", 1), ("none", 1)]


def test_time_runs_from_extraction_to_the_sign_off_that_stands(place, capsys, tmp_path):
    first = counted(capsys, place)["signing"]
    assert first["number"] == 1
    assert 3500 < first["median"] <= 3600
    sign(tmp_path, "c0002", NOON + timedelta(hours=3))
    both = counted(capsys, place)["signing"]
    assert (both["number"], both["least"]) == (2, first["least"])
    assert 7000 < both["median"] < 7200
    with Workbench.open(tmp_path / "w", user="bob", clock=ticking(NOON + timedelta(hours=4))) as bench:
        bench.withdraw("c0002", "wrong page")
    assert counted(capsys, place)["signing"] == first, "one that was withdrawn does not stand"


def test_corrections_are_counted_by_cause_and_what_was_undone_is_not(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE))
    assert called(capsys, *place, "claim", "edit", "2", "--claimant", "Idris Calder").code == 0
    assert called(capsys, *place, "claim", "edit", "1", "--said-on", "2024-11-12").code == 0
    assert called(capsys, *place, "claim", "withdraw", "1", "--reason", "a caption").code == 0
    assert counted(capsys, place)["corrections"] == {"claim withdrawn": 1, "claimant": 1, "date": 1}
    called(capsys, *place, "undo")
    assert counted(capsys, place)["corrections"] == {"claimant": 1, "date": 1}


def test_a_source_counts_for_each_claim_whose_verdict_rests_on_it(place, capsys):
    found = counted(capsys, place)
    assert [(one["source"]["title"], one["claims"]) for one in found["sources"]] == [("Report a", 1), ("Report b", 1)]
    assert found["sources_in_all"] == 2
    top = counted(capsys, place, "--top", "1")
    assert (len(top["sources"]), top["sources_in_all"]) == (1, 2)
    assert "and 1 more (--top)" in called(capsys, *place, "stats", "--top", "1").out


def test_the_table_has_a_bar_for_each_number_and_says_which_state_it_shows(place, capsys):
    shown = called(capsys, *place, "stats").out
    assert "confirmed (signed)      1 ####" in shown
    assert called(capsys, *place, "audit", "head").out.strip()[:12] in shown
    assert called(capsys, *place, "stats").out == shown


@pytest.mark.parametrize("columns", [32, 60, 80, 140])
def test_the_tables_fit(place, tmp_path, columns):
    with Workbench.open(tmp_path / "w", user="alice") as bench:
        found = desk_statistics(bench, bench.articles(), 10)
    tables = [line for line in statistics_lines(found, columns) if line.startswith("  ") and "#" in line]
    assert tables
    assert max(map(width, tables)) <= columns


def test_where_no_source_is_to_be_named_there_are_some_all_the_same(place, capsys):
    told = called(capsys, *place, "stats", "--top", "0").out.partition("Sources that verdicts rest on (claims)\n")[2]
    assert told.startswith("  2 sources, none named (--top)\n")


def test_a_confidential_source_is_named_in_the_newsroom_alone(tmp_path, capsys, monkeypatch):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    source = written(
        tmp_path, "secret.md", "---\ntitle: Talk with Quillfeather\n---\nThe harbour of Ostwick has five cranes.\n"
    )
    called(capsys, *place, "corpus", "add", source, "--sensitivity", "confidential")
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE))
    verdict = ("claim", "verdict", "1", "--rating", "contradicted", "--rationale", "five", "--cite", "e1")
    assert called(capsys, *place, *verdict).code == 0
    to_a_file = called(capsys, *place, "stats").out
    assert "confidential source" in to_a_file
    assert "Quillfeather" not in to_a_file
    with monkeypatch.context() as terminal:
        terminal.setattr("sys.stdout.isatty", lambda: True)
        assert "[confidential] Talk with Quillfeather" in called(capsys, *place, "stats").out
    exported = called(capsys, *place, "stats", "--json").out
    assert "confidential source" in exported
    assert "Quillfeather" not in exported
    assert str(tmp_path) not in exported


def test_of_one_article_alone_and_of_none(place, capsys, tmp_path):
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE))
    assert counted(capsys, place, "--article", "a1")["counts"]["claims"] == 3
    assert called(capsys, *place, "stats", "--article", "nowhere").code == 3
    assert called(capsys, "--workspace", str(tmp_path / "none"), "stats").code == 3
    with Workbench.open(tmp_path / "empty", user="alice", create=True):
        pass
    ended = called(capsys, "--workspace", str(tmp_path / "empty"), "stats")
    assert ended.code == 0
    assert "no claims yet" in ended.err


def test_lengths_of_time_are_told_in_the_unit_that_suits_them():
    assert [length(s) for s in (5, 90, 5400, 200_000)] == ["5 s", "1.5 min", "1.5 h", "2.3 d"]
    assert Spread.of([]) is None
    assert str(Spread.of([timedelta(hours=2)])) == "2.0 h (1 claim)"


@given(st.lists(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=99)), min_size=1))
def test_a_spread_is_in_order_and_within_what_it_is_of(lengths):
    found = Spread.of(lengths)
    assert found
    inside = [found.least, found.lower_quarter, found.median, found.upper_quarter, found.most]
    assert inside == sorted(inside)
    assert (found.least, found.most) == (min(lengths).total_seconds(), max(lengths).total_seconds())
