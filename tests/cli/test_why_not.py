"""`factcheck claim why-not`, and the search on record that `claim show` cites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import EXIT_INPUT
from tests.cli.command import ARTICLE, SOURCE, Ended, called
from tests.conftest import needs_embeddings

RAIN = "Rain fell on Corrin all week, and nobody in the yard minded it less than the ducks did."


class Newsroom:
    """A workspace with one article checked against two documents."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        (folder / "archive").mkdir()
        (folder / "archive" / "report.txt").write_text(SOURCE)
        (folder / "archive" / "rain.txt").write_text(RAIN)
        (folder / "article.txt").write_text(ARTICLE)
        assert self("check", str(folder / "article.txt"), "--corpus", str(folder / "archive")).code == 0

    def __call__(self, *words: str) -> Ended:
        return called(self.capsys, "--workspace", str(self.folder / "w"), "--user", "alice", *words)


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    return Newsroom(tmp_path, capsys)


def test_a_kept_passage_is_told_with_its_place_and_judgement(newsroom: Newsroom) -> None:
    answer = json.loads(newsroom("claim", "why-not", "1", "yearly REPORT", "--json").out)
    (one,) = answer["passages"]
    assert one["fate"]["step"] == "kept"
    assert one["evidence"]["judgement"]["stance"] == "conflicts"
    assert answer["outdated"] is False
    shown = newsroom("claim", "why-not", "1", "yearly report").out
    assert "place 1 in the index" in shown
    assert "suggested conflicts" in shown


def test_a_passage_is_named_by_its_document_too(newsroom: Newsroom) -> None:
    listed = json.loads(newsroom("corpus", "list", "--json").out)
    rain = next(one["id"] for one in listed if one["path"].endswith("rain.txt"))
    ended = newsroom("claim", "why-not", "1", rain[:12])
    assert "no passage asked about has a word that was searched for" in " ".join(ended.out.split())
    assert json.loads(newsroom("claim", "why-not", "1", rain, "--json").out)["unseen"][0]["id"] == rain


def test_a_limit_that_left_it_out_is_named(newsroom: Newsroom) -> None:
    (newsroom.folder / "w" / "factcheck.toml").write_text("[matching]\nfloor = 1.0\n")
    ended = newsroom("claim", "why-not", "1", "yearly report")
    assert "scored low" in ended.out
    assert "(matching.floor)" in " ".join(ended.out.split())


def test_limits_that_changed_since_are_said(newsroom: Newsroom) -> None:
    (newsroom.folder / "w" / "factcheck.toml").write_text("[matching]\nkeep = 3\n")
    assert "or with other limits" in " ".join(newsroom("claim", "why-not", "1", "yearly report").err.split())


@needs_embeddings
def test_a_ranking_by_meaning_is_said_where_scores_are(newsroom: Newsroom) -> None:
    assert "by meaning" not in newsroom("claim", "show", "1").out + newsroom("claim", "why-not", "1", "Corrin").out
    (newsroom.folder / "w" / "factcheck.toml").write_text("[matching]\nsemantic = true\n")
    assert newsroom("check", str(newsroom.folder / "article.txt")).code == 0
    for words in (("show", "1"), ("why-not", "1", "yearly report")):
        assert "ranked by meaning, too (matching.semantic)" in " ".join(newsroom("claim", *words).out.split())
    told = " ".join(newsroom("claim", "why-not", "1", "yearly report").out.split())
    assert "after ranking again by meaning, too" in told


@pytest.mark.usefixtures("no_embeddings")
def test_a_ranking_by_meaning_that_is_not_installed_is_one_line(newsroom: Newsroom) -> None:
    (newsroom.folder / "w" / "factcheck.toml").write_text("[matching]\nsemantic = true\n")
    for words in (("check", str(newsroom.folder / "article.txt")), ("claim", "why-not", "1", "yearly report")):
        ended = newsroom(*words)
        assert ended.code == EXIT_INPUT
        assert "pip install 'factcheck-workbench[semantic]'" in ended.complaint
    assert newsroom("claim", "show", "1").code == 0


def test_a_corpus_that_grew_since_is_said(newsroom: Newsroom) -> None:
    (newsroom.folder / "more.txt").write_text("The harbour of Ostwick is to get a seventh crane in spring, it is said.")
    assert newsroom("corpus", "add", str(newsroom.folder / "more.txt")).code == 0
    assert "was not searched for the claim yet" in newsroom("claim", "why-not", "1", "seventh crane").err


@pytest.mark.parametrize("wanted", ["", " ", "no such words anywhere", "zz", "the"])
def test_what_means_nothing_is_refused_in_one_line(newsroom: Newsroom, wanted: str) -> None:
    ended = newsroom("claim", "why-not", "1", wanted)
    assert ended.code == EXIT_INPUT
    assert ended.complaint


def test_the_search_on_record_can_be_cited(newsroom: Newsroom) -> None:
    search = json.loads(newsroom("claim", "show", "1", "--json").out)["state"]["search"]
    logged = json.loads(newsroom("audit", "log", "--json").out)
    event = next(one for one in logged if one["seq"] == search["event"])
    assert search["at"] == event["at"]
    assert search["filters"] == {"retrieve": 50, "keep": 12, "floor": 0.015, "each source": 2}
    assert search["kept"] == 1
    assert "at" not in event["body"]["search"]
    shown = " ".join(newsroom("claim", "show", "1").out.split())
    assert f"event {search['event']}: 2 documents (corpus {search['corpus_digest'][:12]})" in shown
    assert "searched for: harbour, ostwick" in shown


def test_a_search_that_found_nothing_is_on_record_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Penrake sold 300 trams in May 2021.\n")
    (tmp_path / "rain.txt").write_text(RAIN)
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *at, "check", str(tmp_path / "a.txt"), "--corpus", str(tmp_path / "rain.txt"))
    shown = " ".join(called(capsys, *at, "claim", "show", "1").out.split())
    assert "nothing found in 1 document" in shown
    assert "0 passages retrieved, 0 kept" in shown


def test_words_of_a_table_are_told_to_stand_there(newsroom: Newsroom) -> None:
    (newsroom.folder / "homes.csv").write_text("Town,2023,2024\nElmbridge,412,430\nFarley,200,260\n")
    assert newsroom("corpus", "add", str(newsroom.folder / "homes.csv")).code == 0
    for words, cell in (("Elmbridge", "homes!B2"), ("260", "homes!C3")):
        ended = newsroom("claim", "why-not", "1", words)
        assert ended.code == EXIT_INPUT
        assert cell in ended.err
        assert "claim cells" in ended.err
