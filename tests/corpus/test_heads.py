"""Date line, byline and author: one rule, whatever the format of a text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from factcheck.corpus.authors import author_name, byline_of
from factcheck.corpus.readers import read_documents
from factcheck.domain import Document, Source

PROSE = "The council has passed the budget with 32 votes to 8, and the mayor said that the quay will be mended. " * 2


def source(path: Path) -> Source:
    found = [one for one in read_documents(path) if isinstance(one, Document)]
    assert len(found) == 1
    return found[0].source


def written(tmp_path: Path, kind: str, title: str, *lines: str) -> Path:
    path = tmp_path / f"a.{kind}"
    if kind == "docx":
        document = docx.Document()
        document.add_heading(title, 1)
        for line in (*lines, PROSE):
            document.add_paragraph(line)
        document.save(str(path))
    elif kind == "rtf":
        path.write_text("{\\rtf1\\ansi " + "\\par ".join([title, *lines, PROSE]) + "}")
    else:
        head = f"# {title}" if kind == "md" else title
        path.write_text("\n\n".join([head, *lines, PROSE]), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["txt", "md", "docx", "rtf"])
@pytest.mark.parametrize(
    ("lines", "day", "author"),
    [
        (["Tarnfeld, 9. September 2020"], "2020-09-09", ""),
        (["By Rosa Penhale, 4 June 2023"], "2023-06-04", "Rosa Penhale"),
        (["Marlow, 7 March 2019", "By Ada Holm"], "2019-03-07", "Ada Holm"),
        (["Published 3 May 2021"], "2021-05-03", ""),
        (["Von Maren Holt und Jan van der Berg"], "None", "Maren Holt und Jan van der Berg"),
        (["By the end of June 2023 the quay was mended, the report says."], "None", ""),
        (["By Monday the quay was mended"], "None", ""),
    ],
)
def test_a_text_is_dated_and_signed_alike_in_each_format(
    tmp_path: Path, kind: str, lines: list[str], day: str, author: str
) -> None:
    found = source(written(tmp_path, kind, "Council passes budget", *lines))
    assert (str(found.published), found.author) == (day, author)


def test_what_front_matter_says_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"---\ndate: 2020-01-02\nauthor: Ada Holm\n---\n# Budget\n\nBy Rosa Penhale, 4 June 2023\n\n{PROSE}"
    )
    assert (str(source(path).published), source(path).author) == ("2020-01-02", "Ada Holm")
    path.write_text(f"---\ntitle: unclosed\nauthor: [a\n---\n# Budget\n\n{PROSE}")
    assert source(path).author == ""


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("By Émile Voss", "Émile Voss"),
        ("Par Émile Moreau", "Émile Moreau"),
        ("von Maren Holt", "Maren Holt"),
        ("BY ADA HOLM", "ADA HOLM"),
        ("Text: Ada Holm", "Ada Holm"),
        ("Sophie Calder <p0@x.example>", "Sophie Calder"),
        ('"Calder, Sophie" <p0@x.example>', "Calder, Sophie"),
        ("A Holm <a@x.example>, B Voss <b@x.example>", "A Holm, B Voss"),
        ("desk@x.example (Sophie Calder)", "Sophie Calder"),
        ("desk@x.example", "desk@x.example"),
        ("<desk@x.example>", "desk@x.example"),
        ("[a", ""),
        ("[Ada Holm, Jan Voss]", "Ada Holm, Jan Voss"),
        ("Ada Holm (dpa", "Ada Holm"),
        ("Ada Holm (dpa)", "Ada Holm (dpa)"),
        ("--", ""),
        ("von Arnim", "von Arnim"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Byron Lee", "Byron Lee"),
        ("Parker Voss", "Parker Voss"),
        ("李明", "李明"),
        ("Office for Homes", "Office for Homes"),
    ],
)
def test_an_author_is_a_name(given: str, name: str) -> None:
    assert author_name(given) == name


@pytest.mark.parametrize(
    "line",
    ["By Royal Decree the quay is shut.", "By noon, Ada Holm had left", "Von Montag an gilt es", "By Friday Evening"],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline_of(f"Title\n{line}\n{PROSE}") == ""


@pytest.mark.parametrize("program", ["python-docx", "Administrator", "Microsoft Office User", "openpyxl", "Unknown"])
def test_a_program_is_no_author(tmp_path: Path, program: str) -> None:
    path = written(tmp_path, "docx", "Council passes budget")
    document = docx.Document(str(path))
    document.core_properties.author = program
    document.save(str(path))
    assert source(path).author == ""


@pytest.mark.parametrize("name", ["DC.creator", "dc.creator", "DCTERMS.creator", "citation_author"])
def test_a_page_may_name_its_author_as_libraries_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f'<!doctype html><html><head><title>Audit</title><meta name="{name}" content="Court of Auditors"></head><body>'
        f"<article><h1>Audit</h1><p>{PROSE}</p></article></body></html>"
    )
    assert source(path).author == "Court of Auditors"
