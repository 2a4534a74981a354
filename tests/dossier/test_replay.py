"""`factcheck dossier replay`: what machines did is done again, and every result compared."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from factcheck.errors import EXIT_DONE, EXIT_FOUND, EXIT_INPUT
from factcheck.workbench.dossier import replaying
from factcheck.workbench.dossier.replaying import replay
from tests.cli.command import called, written
from tests.dossier.desk import ARTICLE, Desk, parts_of
from tests.dossier.test_verify import altered, fitting


def test_the_same_engine_comes_to_the_same_results(dossier: bytes, tmp_path, capsys) -> None:
    ended = called(capsys, "dossier", "replay", written(tmp_path, "d.zip", dossier))
    assert (ended.code, ended.out) == (EXIT_DONE, "")
    assert "0 differ under the same engine, 0 under another; 2 skipped" in ended.err


def test_every_judgement_that_is_shown_is_compared(dossier: bytes) -> None:
    lines = [json.loads(line) for line in parts_of(dossier)["evidence.jsonl"].splitlines()]
    hidden = sum(line["withheld"] == "source that is not open" for line in lines)
    found = replay(BytesIO(dossier))
    assert (found.compared["stance"], found.skipped) == (len(lines) - hidden, hidden)
    assert found.compared["extraction"] > 3
    assert found.differences == ()


def test_after_a_revision_and_a_correction_nothing_differs(desk: Desk) -> None:
    desk.done("claim", "edit", desk.number("40,000"), "--claimant", "Orla Fenn")
    desk.done(
        "check", desk.write("draft.txt", ARTICLE.replace("120 years old", "121 years old")), "--revision-of", "cranes"
    )
    found = replay(BytesIO(desk.export()))
    assert [str(one) for one in found.differences] == []
    assert found.skipped


@pytest.mark.parametrize("step", ["matching", "stance"])
def test_a_difference_under_the_same_engine_is_found(dossier: bytes, step: str, tmp_path, capsys) -> None:
    def change(lines) -> None:
        item = next(
            line for line in lines if line["withheld"] == "path of a machine" and not line["evidence"]["calculation"]
        )
        if step == "matching":
            item["evidence"]["candidate"]["match"]["token_set"] = 0.123
        else:
            item["evidence"]["judgement"]["confidence"] = 0.123

    spoilt = altered(dossier, "evidence.jsonl", change)
    (difference,) = replay(BytesIO(spoilt)).differences
    assert difference.step == step
    assert "the same engine" in str(difference)
    assert called(capsys, "dossier", "replay", written(tmp_path, "d.zip", spoilt)).code == EXIT_FOUND


def test_a_claim_that_is_not_found_any_more_is_told(dossier: bytes) -> None:
    parts = parts_of(dossier)
    name = next(one for one in parts if one.startswith("revisions/") and one.endswith(".txt"))
    found = replay(BytesIO(fitting({**parts, name: parts[name].replace(b"has six cranes", b"of six: cranes?")})))
    assert any(one.step == "extraction" and "not found any more" in one.what for one in found.differences)


@pytest.mark.parametrize(("engine", "step"), [("CLAIMS_ENGINE", "extraction"), ("STANCE_ENGINE", "stance")])
def test_a_difference_under_another_engine_is_told_as_such(
    dossier: bytes, engine: str, step: str, tmp_path, capsys, monkeypatch
) -> None:
    real, now = getattr(replaying, engine), f"{step}/99"
    monkeypatch.setattr(replaying, engine, now)
    assert replay(BytesIO(dossier)).differences == (), "another engine that comes to the same is no difference"
    if step == "stance":
        real_compare = replaying.compare
        monkeypatch.setattr(
            replaying, "compare", lambda *a, **k: replaying.replace(real_compare(*a, **k), confidence=0.5)
        )
    else:
        monkeypatch.setattr(replaying, "_claim_differs", lambda kept, _: f"claim {kept.id} differs in end")
    found = replay(BytesIO(dossier)).differences
    assert found
    assert {(one.step, one.then, one.now) for one in found if one.is_of_another_engine} == {(step, real, now)}
    ended = called(capsys, "dossier", "replay", written(tmp_path, "d.zip", dossier))
    assert ended.code == EXIT_DONE
    assert f"({real} then, {now} now)" in ended.out


def test_one_that_does_not_verify_is_told_with_it(dossier: bytes, tmp_path, capsys) -> None:
    parts = parts_of(dossier)
    spoilt = fitting({**parts, "log.jsonl": parts["log.jsonl"].replace(b'"bob"', b'"rob"')})
    ended = called(capsys, "dossier", "replay", written(tmp_path, "d.zip", spoilt), "--json")
    assert ended.code == EXIT_FOUND
    assert "log.jsonl" in {one["part"] for one in json.loads(ended.out)["failures"]}


def test_what_is_no_dossier_is_refused(tmp_path, capsys) -> None:
    assert called(capsys, "dossier", "replay", written(tmp_path, "d.zip", b"no zip at all")).code == EXIT_INPUT
