"""What the writer cites, through the command: looked up by `check`, shown with its claim, filtered by `claim-list`."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import called, written
from tests.cli.test_hostile_text import ACTIVE, NASTY
from tests.workbench.test_cited_sources import ARTICLE, MINUTES, NEWS


@pytest.fixture
def place(tmp_path, capsys):
    archive = tmp_path / "archive"
    archive.mkdir()
    written(archive, "minutes.txt", MINUTES)
    written(archive, "news.txt", NEWS)
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", written(tmp_path, "a.md", ARTICLE), "--corpus", str(archive))
    assert ended.code == 0
    told = (
        "claims with a source of the writer's own: 5; the source: 1 conflicts, 1 silent, 2 not in the corpus, 1 pointer"
    )
    assert told in ended.err
    assert "claim-list --cited-silent" in ended.err
    return at


def test_a_claim_is_shown_with_what_came_of_its_source(place, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    shown = called(capsys, *place, "claim", "show", "3").out
    assert "    silent: found by its title (Council minutes); of its passages nearest to the claim (1), none" in shown
    evidence = [line for line in shown.splitlines() if line.startswith(("e1 ", "e2 "))]
    assert evidence[0].endswith("; the writer's own source")
    assert not evidence[1].endswith("; the writer's own source")
    assert "    pointer too vague: it names no document" in called(capsys, *place, "claim", "show", "4").out
    absent = called(capsys, *place, "claim", "show", "5").out
    assert "    not in the corpus: no document of the corpus has the address" in absent
    assert "writer's own source" not in absent


def test_the_filter_lists_what_was_read_and_is_silent(place, capsys):
    listed = json.loads(called(capsys, *place, "claim-list", "--cited-silent", "--format", "json").out)
    assert [(row["number"], row["cited_source"]) for row in listed["claims"]] == [(3, "silent")]
    everything = json.loads(called(capsys, *place, "claim-list", "--format", "json").out)
    statuses = [row["cited_source"] for row in everything["claims"]]
    assert statuses == ["not in the corpus", "conflicts", "silent", "pointer too vague", "not in the corpus", None]
    called(capsys, *place, "claim", "stance", "3", "e1", "conflicts")
    assert json.loads(called(capsys, *place, "claim-list", "--cited-silent", "--format", "json").out)["claims"] == []


def test_json_has_the_status_beside_each_citation(place, capsys):
    view = json.loads(called(capsys, *place, "claim", "show", "2", "--json").out)
    (source,) = view["cited_sources"]
    assert source["status"] == "conflicts"
    assert source["evidence"] == [item["id"] for item in view["evidence"][:2]], "its passages, each alone"
    assert source["sources"] == [view["evidence"][0]["candidate"]["source"]["id"]]


def test_the_help_says_which_sources_count_as_silent(capsys):
    said = " ".join(called(capsys, "claim-list", "--help").out.split())
    assert "are not in the corpus (nothing is fetched) and pointers that are too vague were not read" in said
    assert "the pointer is too vague" in " ".join(called(capsys, "check", "--help").out.split())


def test_a_source_says_when_it_was_released_and_which_period_it_is_about(tmp_path, capsys):
    later = "2024-06-01\nHarbour traffic\n\nThe harbour board counted 1,240 ships in 2023, up from 1,100 in 2022.\n"
    article = "10 March 2024\n\nThe harbour board counted 1,240 ships in 2023.\n"
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *at, "check", written(tmp_path, "a.txt", article), "--corpus", written(tmp_path, "s.txt", later))
    shown = called(capsys, *at, "claim", "show", "1").out
    assert "released 2024-06-01" in shown
    assert "    about: 2023\n" in shown
    assert "    note: later than the claim\n" in shown
    (item,) = json.loads(called(capsys, *at, "claim", "show", "1", "--json").out)["evidence"]
    (period,) = item["judgement"]["about"]
    assert (period["start"], period["end"]) == ("2023-01-01", "2023-12-31")
    assert item["judgement"]["badges"] == ["later than the claim"]


def test_a_source_without_a_date_says_so(tmp_path, capsys):
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    source = written(tmp_path, "s.txt", "Harbour traffic\n\nThe harbour has six cranes.\n")
    called(capsys, *at, "check", written(tmp_path, "a.txt", "The harbour has six cranes.\n"), "--corpus", source)
    assert "release date not known" in called(capsys, *at, "claim", "show", "1").out


def test_hostile_notes_and_titles_are_harmless(tmp_path, capsys):
    archive = written(tmp_path, "s.md", f"---\ntitle: 'Crane report {NASTY[1:]}'\n---\nCranes are tall.\n")
    article = f"The harbour has six cranes.[^1] It has two ferries.[^2]\n\n[^1]: s.md {NASTY}\n\n[^2]: Zorn {NASTY}\n"
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", written(tmp_path, "a.md", article), "--corpus", archive)
    assert ended.code == 0
    for command in ("claim show 1", "claim show 2", "claim show 1 --json", "audit log", "audit log --json"):
        ended = called(capsys, *at, *command.split())
        assert ended.code == 0
        assert not ACTIVE.search(ended.out + ended.err)


NUMBERED = """Ostwick in figures

Ostwick built 8,412 homes in 2024.[1] The harbour board counted 1,240 ships in 2023 [2]. The library lost 200 readers. \
Arle has 12 classes.[4, 5] The quay is old.[1]

Sources

[1] homes.csv
[2] Harbour Board, traffic.txt
[3] Never called so
[4] https://school.example/yearbook
[5] Experts say
"""


def test_numbered_notes_are_looked_up_and_a_cited_table_is_read_by_its_cell(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    archive = tmp_path / "archive"
    archive.mkdir()
    written(archive, "homes.csv", "Homes by town\nTown,2023,2024\nOstwick,7900,8114\nArle,310,250\n")
    written(archive, "traffic.txt", "Harbour traffic\n\nThe harbour board counted 1,240 ships in 2023.\n")
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", written(tmp_path, "a.txt", NUMBERED), "--corpus", str(archive))
    told = "the source: 1 conflicts, 1 supports, 1 table not read, 1 not in the corpus"
    assert told in ended.err
    listed = json.loads(called(capsys, *at, "claim-list", "--format", "json").out)["claims"]
    statuses = {row["verbatim"][:12]: row["cited_source"] for row in listed}
    assert statuses == {
        "Ostwick buil": "conflicts",
        "The harbour ": "supports",
        "The library ": None,
        "Arle has 12 ": "not in the corpus",
        "The quay is ": "table not read",
    }
    first = next(row for row in listed if row["cited_source"] == "conflicts")
    shown = called(capsys, *at, "claim", "show", str(first["number"])).out
    assert "writer's endnote: homes.csv" in shown
    assert "read by its cell C3" in shown
    assert "the claim says 8,412; C3 gives 8,114" in shown
    assert json.loads(called(capsys, *at, "claim-list", "--cited-silent", "--format", "json").out)["claims"] == []
