"""`factcheck extract` and `check` on articles of every kind: output on stdout, one line for each fault."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from factcheck.cli.checking import spread
from factcheck.cli.running import run
from factcheck.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE
from factcheck.reports.schema import EXTRACTION, schema_of
from tests.corpus.documents import add_notes, add_reference, make_pdf, new_docx, saved


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


def article() -> Path:
    document = new_docx()
    document.add_heading("Ferry stops", 0)
    paragraph = document.add_paragraph("The ferry has 40 seats.")
    add_reference(paragraph, 1)
    paragraph.add_run(" It stops in October.")
    add_notes(document, ["Timetable, p. 2."])
    path = Path("article.docx")
    path.write_bytes(saved(document))
    return path


def test_a_docx_is_printed_as_annotated_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(article())]) == EXIT_DONE
    out, err = capsys.readouterr()
    assert "claims         [1: The ferry has 40 seats. :1]" in out
    assert "claim 1\n    writer's footnote: Timetable, p. 2.\n" in out
    assert err.startswith("Ferry stops\n")


def test_the_list_of_claims_and_json_carry_the_same_claims(capsys: pytest.CaptureFixture[str]) -> None:
    run(["extract", str(article()), "--claims"])
    listed = capsys.readouterr().out
    run(["extract", str(article()), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [c["verbatim"] for c in found["claims"]] == ["The ferry has 40 seats.", "It stops in October."]
    assert all(c["verbatim"] in listed for c in found["claims"])
    assert found["citations"][0]["claims"] == [found["claims"][0]["id"]]


def test_the_schema_needs_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "--schema"]) == EXIT_DONE
    assert capsys.readouterr().out == schema_of(EXTRACTION)


def test_a_pdf_gives_claims_with_pages(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.pdf").write_bytes(make_pdf([[("The ferry has 40 seats.", 11)], [("It stops in October.", 11)]]))
    assert run(["extract", "a.pdf", "--json"]) == EXIT_DONE
    assert [c["locator"] for c in json.loads(capsys.readouterr().out)["claims"]] == ["page 1", "page 2"]


def test_a_statement_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Pasted:
        buffer = io.BytesIO(b"We cut taxes by 12%.")

    monkeypatch.setattr(sys, "stdin", Pasted)
    assert run(["extract", "-", "--claimant", "Jane Smith", "--said-on", "2024-03-02", "--json"]) == EXIT_DONE
    claim = json.loads(capsys.readouterr().out)["claims"][0]
    assert (claim["claimant"]["name"], claim["said_on"]["start"]) == ("Jane Smith", "2024-03-02")


def test_json_says_whether_the_day_of_publication_is_the_texts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dated.txt").write_text("Arle, 2 May 2024\n\nThe ferry has 40 seats.")
    told = []
    for options in ([], ["--published", "2024-05-02"]):
        assert run(["extract", "dated.txt", "--json", *options]) == EXIT_DONE
        found = json.loads(capsys.readouterr().out)
        told.append((found["published"], found["published_from"]))
    assert told == [("2024-05-02", "text"), ("2024-05-02", "given")]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extract"], EXIT_USAGE, "Missing argument 'ARTICLE'"),
        (["extract", "a.txt", "--claims", "--json"], EXIT_USAGE, "either --claims or --json"),
        (["extract", "a.txt", "--said-on", "2024-03-02"], EXIT_USAGE, "--said-on needs --claimant"),
        (["extract", "a.txt", "--claimant", " "], EXIT_USAGE, "--claimant needs a name"),
        (["extract", "a.txt", "--said-on", "Monday"], EXIT_USAGE, "YYYY-MM-DD"),
        (["extract", "bad.docx"], EXIT_INPUT, "bad.docx: begins like a ZIP archive"),
        (["check", "bad.pdf"], EXIT_INPUT, "bad.pdf: is a PDF that is damaged"),
        (["check", "a.txt", "--said-on", "2024-03-02"], EXIT_USAGE, "--said-on needs --claimant"),
    ],
)
def test_faults_are_told_in_one_line(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text("The ferry has 40 seats.")
    Path("bad.docx").write_bytes(b"PK\x03\x04....")
    Path("bad.pdf").write_bytes(b"%PDF-1.7 ...")
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
    assert not Path("factcheck.db").exists()


def test_check_shows_the_writers_sources_and_lists_what_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(article()), "--json"]) == EXIT_DONE
    printed = json.loads(capsys.readouterr().out)
    assert len(printed["extraction"]["citations"]) == 1
    assert [c["citations"][0]["note"] for c in printed["claims"] if c["citations"]] == ["Timetable, p. 2."]
    run(["claim", "show", "1"])
    assert "writer's footnote: Timetable, p. 2." in capsys.readouterr().out
    run(["claim-list", "--uncited", "--format", "json"])
    assert [c["verbatim"] for c in json.loads(capsys.readouterr().out)["claims"]] == ["It stops in October."]


def test_check_keeps_a_statement_with_its_claimant(capsys: pytest.CaptureFixture[str]) -> None:
    Path("s.txt").write_text("We cut taxes by 12%.")
    assert run(["check", "s.txt", "--claimant", "Jane Smith", "--said-on", "2024-03-02"]) == EXIT_DONE
    capsys.readouterr()
    run(["claim", "show", "1"])
    out = capsys.readouterr().out
    assert "claimant: Jane Smith (by given, 1.00)" in out
    assert "said on: 2024-03-02" in out


def test_an_option_with_a_value_is_no_article() -> None:
    words = ["--claimant", "Jane Smith", "--said-on", "2024-03-02", "--corpus", "a", "b.txt"]
    assert spread(words) == [*words[:4], "--corpus", "a", "b.txt"]


@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_language_that_is_not_supported_is_said(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("The ferry has 40 seats.\n\nEl barco tiene 40 plazas, según la empresa. ¿Por qué?\n")
    assert run([command, "a.txt"]) == EXIT_DONE
    assert "2 sentences are in a language that is not supported (English and German are)" in capsys.readouterr().err
