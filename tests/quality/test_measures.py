"""The measures themselves: they must be right before the figures mean anything."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality import __main__ as runner
from tests.quality import semantic
from tests.quality.checkworthiness import Scored, average_precision
from tests.quality.matching import best_f1
from tests.quality.pages import f1, overlap
from tests.quality.parts import parts, sampled
from tests.quality.rows import Row, bootstrap

LINES = st.lists(st.builds(Scored, st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.booleans()))


def mean(values):
    return sum(values) / len(values)


def test_a_perfect_ranking_has_average_precision_one():
    assert average_precision([Scored(0.9, True), Scored(0.5, True), Scored(0.1, False)]) == 1.0


def test_a_ranking_of_equals_has_the_share_of_the_marked_ones():
    assert average_precision([Scored(0.0, True), Scored(0.0, False), Scored(0.0, False), Scored(0.0, False)]) == 0.25


def test_average_precision_is_that_of_the_textbook():
    ranking = [Scored(4, True), Scored(3, False), Scored(2, True), Scored(1, False)]
    assert average_precision(ranking) == pytest.approx((1 / 1 + 2 / 3) / 2)


@given(LINES)
def test_average_precision_depends_on_no_order_and_stays_in_bounds(lines):
    value = average_precision(lines)
    assert 0.0 <= value <= 1.0
    assert value == pytest.approx(average_precision(reversed(lines)))


def test_the_same_page_scores_one_and_another_nothing():
    text = "The ferry sails at noon and comes back at dusk."
    assert f1([overlap(text, text)]) == 1.0
    assert f1([overlap(text, "Nothing of that was found on this page at all.")]) == 0.0


def test_noise_costs_precision_and_loss_costs_recall():
    text = "one two three four five six seven eight"
    assert overlap(text, text + " share this page").recall == 1.0
    assert overlap(text, "one two three four").precision == 1.0
    assert overlap(text, "").precision is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(0, 9))
def test_an_interval_lies_within_the_values_and_repeats_with_its_seed(values, seed):
    low, high = bootstrap(values, mean, seed=seed, rounds=20)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert (low, high) == bootstrap(values, mean, seed=seed, rounds=20)


def test_no_groups_give_an_empty_interval():
    assert bootstrap([], mean, seed=1) == (0.0, 0.0)


@given(st.lists(st.integers(), max_size=30), st.integers(0, 40), st.integers(0, 5))
def test_a_sample_keeps_the_order_and_the_size(items, size, seed):
    chosen = sampled(list(enumerate(items)), seed=seed, sample=size)
    assert len(chosen) == min(size, len(items))
    assert chosen == sorted(chosen)


def test_parts_are_named_by_their_files(tmp_path):
    for name in ("dev.jsonl.gz", "test.jsonl", "README.md"):
        (tmp_path / name).touch()
    assert [name for name, _ in parts(tmp_path)] == ["dev", "test"]
    assert parts(tmp_path / "absent") == []


def test_a_set_can_be_chosen_by_name_by_area_and_wholesale(tmp_path):
    (tmp_path / "stance" / "newcomer").mkdir(parents=True)
    assert runner.Job("stance", "stance/newcomer") in runner.jobs(tmp_path, "all")
    assert runner.jobs(tmp_path, "newcomer") == [runner.Job("stance", "stance/newcomer")]
    assert {job.scorer for job in runner.jobs(tmp_path, "seed")} == {"extraction", "matching", "stance"}
    assert {job.scorer for job in runner.jobs(tmp_path, "stance")} == {"stance"}
    assert runner.jobs(tmp_path, "nonesuch") == []


def test_absent_sets_are_listed_with_the_path(tmp_path, capsys):
    assert runner.main(["--data", str(tmp_path), "--set", "fnc1", "--out", str(tmp_path / "quality.json")]) == 0
    assert f"NOT SCORED  stance/fnc1: not found at {tmp_path / 'stance/fnc1'}" in capsys.readouterr().out
    assert json.loads((tmp_path / "quality.json").read_text()) == []


def test_a_gain_is_taken_in_pairs():
    before, after = [0.0, 0.4, 0.5], [0.25, 0.65, 0.75]
    figure, gain = semantic.with_gain("wice", "dev", "best F1", mean, (before, after), seed=1)
    assert figure.value == pytest.approx(0.55)
    assert figure.low < figure.high
    assert (gain.value, gain.low, gain.high) == pytest.approx((0.25, 0.25, 0.25))
    assert (gain.part, gain.measure, gain.n) == ("dev, semantic", "best F1, gain", 3)


@pytest.mark.parametrize(("wanted", "said"), [("wice", True), ("retrieval", True), ("seed", True), ("fnc1", False)])
def test_without_the_extra_its_gain_is_said_not_to_have_been_run(tmp_path, capsys, monkeypatch, wanted, said):
    monkeypatch.setattr(semantic, "installed", lambda: False)
    runner.main(["--data", str(tmp_path), "--set", wanted, "--out", str(tmp_path / "quality.json")])
    told = "ranking by meaning: NOT RUN, it needs the extra: pip install 'factcheck-workbench[semantic]'"
    assert (told in capsys.readouterr().out) is said


def test_an_unknown_set_is_bad_usage(tmp_path, capsys):
    assert runner.main(["--data", str(tmp_path), "--set", "nonesuch"]) == 2
    assert "there are: all" in capsys.readouterr().err


def test_the_table_and_the_file_carry_every_figure(tmp_path):
    row = Row("fnc1", "dev", "F1", 0.5, 0.4, 0.6, 1200)
    assert "0.500   0.400-0.600    1,200" in runner.table(runner.Outcome(rows=[row]))
    runner.write(tmp_path / "quality.json", [row], seed=3)
    (figure,) = json.loads((tmp_path / "quality.json").read_text())
    assert set(figure) == {"set", "part", "measure", "value", "low", "high", "n", "seed", "date"}


def test_nothing_found_is_right_where_nothing_bears_on_the_claim():
    assert best_f1(set(), [[]]) == best_f1(set(), [[3], []]) == 1
    assert best_f1(set(), [[3]]) == best_f1({2}, [[]]) == 0
    assert best_f1({1, 2}, [[1], [1, 2, 3, 4]]) == pytest.approx(2 / 3)
