"""Whoever hears that a source was corrected or taken back lists every article that rests on it, signed or published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import Workbench
from factcheck.errors import InputError
from factcheck.review.article import ArticleState
from factcheck.workbench.resting import resting
from tests.cli.command import ARTICLE, SOURCE, called, written
from tests.factory import tick_items


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A workspace in which two articles have a signed verdict that rests on harbour.txt, and a third has none."""
    monkeypatch.setenv("COLUMNS", "200")
    at = ["--workspace", str(tmp_path / "w")]
    archive = tmp_path / "archive"
    archive.mkdir()
    written(archive, "harbour.txt", SOURCE)
    other = f"Quays\n\n{ARTICLE.splitlines()[-1]} It rained in Ostwick.\n"
    for name, text in (("a.txt", ARTICLE), ("b.txt", other), ("c.txt", "Boats\n\nIt rained on the boats.\n")):
        assert called(capsys, *at, "check", written(tmp_path, name, text), "--corpus", str(archive)).code == 0
    with Workbench.open(tmp_path / "w", user="alice") as alice, Workbench.open(tmp_path / "w", user="bob") as bob:
        for row in [one for one in alice.summaries() if "six cranes" in one.verbatim]:
            alice.set_stance(row.id, alice.claim(row.id).evidence[0].id, "conflicts")
            alice.set_verdict(row.id, "contradicted", "the report says five")
            tick_items(alice, row.id)
            bob.sign(row.id, bob.claim(row.id).state.binding)
    return at


def test_every_article_that_rests_on_a_source_is_listed_whatever_became_of_it(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = called(capsys, *at, "corpus", "resting", "harbour.txt")
    assert (ended.code, "2 verdicts in 2 articles on this source" in ended.err) == (0, True)
    assert ended.out.count("contradicted, signed, signed by bob") == 2
    assert "0 verdicts in 0 articles" in called(capsys, *at, "corpus", "resting").err
    with Workbench.open(tmp_path / "w", user="eva") as bench:
        assert [one.state for one in resting(bench, "harbour.txt")] == [ArticleState.CHECKING, ArticleState.CHECKING]
        with pytest.raises(InputError, match="no verdict rests on this source"):
            resting(bench, "nosuch.txt")
    assert called(capsys, *at, "corpus", "resting", "nosuch.txt").code == 3


def test_a_source_that_changed_names_every_article(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "archive", "harbour.txt", SOURCE.replace("five cranes", "nine cranes"))
    told = called(capsys, *at, "corpus", "add", str(tmp_path / "archive")).err
    assert told.count(": claim 1 rests on that") == 2
    ended = called(capsys, *at, "corpus", "resting")
    assert ended.out.count("contradicted, stale, signed by bob; source changed: ") == 2
    found = json.loads(called(capsys, *at, "corpus", "resting", "--json").out)
    assert [list(claim["sources"].values()) for one in found for claim in one["claims"]] == [["changed"], ["changed"]]
