"""DOCX articles: layout, and each of the writer's own sources bound to the claim that it follows."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import pytest

from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile, packages, parse_article
from factcheck.domain import Block, Citation, CitationKind
from factcheck.errors import InputError
from factcheck.workbench.revisions import make_revision
from tests.corpus.documents import add_link, add_notes, add_reference, add_run_xml, new_docx, saved

NOTES = 30


def read(document: Any) -> ArticleFile:
    return parse_article(saved(document), "article.docx")


def bound(article: ArticleFile) -> list[tuple[Citation, list[str]]]:
    extraction = extract_revision(make_revision(article, "article.docx", None))
    words = {claim.id: claim.verbatim for claim in extraction.claims}
    return [(b.citation, [words[c] for c in b.claims]) for b in extraction.citations]


def sentence(number: int) -> tuple[str, str]:
    """A sentence about a ward, in two parts, its mark to stand between or behind them."""
    ward = f"Ward {number:02d}"
    return (
        (f"{ward} has {number + 40} streetlights.", ""),
        (f"“{ward} lost {number + 7} trees,” Mayor Joan Hill said.", ""),
        (f"{ward} bought {number + 2} buses", " in the spring of 2023."),
        (f"The treasurer Paul Dorn said that {ward} spent {number} million euros", "."),
    )[number % 4]


def with_notes_and_comments() -> Any:
    """Thirty sentences in ten paragraphs; behind each a footnote, and over each a comment."""
    document = new_docx()
    document.add_heading("What the wards spent", 0)
    paragraph = None
    for number in range(1, NOTES + 1):
        if number % 3 == 1:
            paragraph = document.add_paragraph()
        assert paragraph is not None
        before, after = sentence(number)
        first = paragraph.add_run(before)
        add_reference(paragraph, number)
        last = paragraph.add_run(f"{after} ") if after else first
        document.add_comment(runs=[first, last], text=f"Checked: ward {number:02d}, p. {number}", author="Ann Lee")
        if not after:
            paragraph.add_run(" ")
    add_notes(document, [f"Ward {number:02d} ledger, p. {number}." for number in range(1, NOTES + 1)])
    return document


def test_thirty_footnotes_and_thirty_comments_are_each_bound_to_the_right_claim() -> None:
    article = read(with_notes_and_comments())
    found = bound(article)
    for kind in (CitationKind.FOOTNOTE, CitationKind.COMMENT):
        of_kind = [(citation, claims) for citation, claims in found if citation.kind is kind]
        assert len(of_kind) == NOTES
        for number, (citation, claims) in enumerate(of_kind, start=1):
            assert f"ward {number:02d}" in citation.note.lower()
            assert citation.pointer == f"p. {number}"
            assert len(claims) == 1, citation
            assert f"Ward {number:02d} " in claims[0]
    for citation, _ in found:
        span = citation.anchor
        assert article.text[span.start : span.end] == span.text
    assert {c.author for c, _ in found if c.kind is CitationKind.COMMENT} == {"Ann Lee"}


def test_endnotes_and_links_of_every_kind() -> None:
    document = new_docx()
    paragraph = document.add_paragraph("The ferry has 40 seats.")
    add_reference(paragraph, 1, "endnote")
    paragraph.add_run(" It cost 2 million euros, says ")
    add_link(document, paragraph, "the budget", "https://b.example/2023#page=4")
    paragraph.add_run(", and ")
    add_run_xml(paragraph, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    add_run_xml(paragraph, '<w:r><w:instrText> HYPERLINK "https://c.example/a" </w:instrText></w:r>')
    add_run_xml(paragraph, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    paragraph.add_run("the county")
    add_run_xml(paragraph, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    paragraph.add_run(".")
    add_notes(document, ["Timetable at https://t.example/1."], "endnote")
    article = read(document)
    assert article.text == "The ferry has 40 seats. It cost 2 million euros, says the budget, and the county."
    assert [(c.kind, c.anchor.text, c.target, c.pointer) for c in article.citations] == [
        (CitationKind.ENDNOTE, "", "https://t.example/1", ""),
        (CitationKind.LINK, "the budget", "https://b.example/2023#page=4", "page 4"),
        (CitationKind.LINK, "the county", "https://c.example/a", ""),
    ]


def test_a_comment_over_two_paragraphs_is_one_citation_of_both_claims() -> None:
    document = new_docx()
    first = document.add_paragraph().add_run("The ferry has 40 seats.")
    last = document.add_paragraph().add_run("The bus has 30 seats.")
    document.add_comment(runs=[first, last], text="Timetable")
    found = bound(read(document))
    assert [(c.anchor.text, claims) for c, claims in found] == [
        ("The ferry has 40 seats.\n\nThe bus has 30 seats.", ["The ferry has 40 seats.", "The bus has 30 seats."])
    ]


def test_a_comment_whose_range_stands_between_paragraphs_covers_what_lies_inside() -> None:
    document = new_docx()
    document.add_paragraph("The ferry has 40 seats.")
    run = document.add_paragraph().add_run("The bus has 30 seats.")
    document.add_paragraph("It stops in October.")
    document.add_comment(runs=[run], text="Timetable")
    body = document.element.body
    start, end = body.xpath(".//w:commentRangeStart")[0], body.xpath(".//w:commentRangeEnd")[0]
    start.getparent().addprevious(start)
    end.getparent().remove(end)
    assert [claims for _, claims in bound(read(document))] == [["The bus has 30 seats."]]


def test_a_comment_without_a_range_follows_its_claim() -> None:
    document = new_docx()
    paragraph = document.add_paragraph("The ferry has 40 seats.")
    document.add_comment(runs=[paragraph.runs[0]], text="Timetable")
    paragraph.add_run(" It stops in October.")
    for element in document.element.body.xpath(".//w:commentRangeStart | .//w:commentRangeEnd"):
        element.getparent().remove(element)
    assert [(c.anchor.text, claims) for c, claims in bound(read(document))] == [("", ["The ferry has 40 seats."])]


def test_comments_that_never_end_cost_nothing_for_each_paragraph() -> None:
    document = new_docx()
    first = document.add_paragraph("The ferry has 40 seats.")
    for number in range(300):
        add_run_xml(first, f'<w:commentRangeStart w:id="{number}"/>')
    for _ in range(300):
        document.add_paragraph("It stops in October.")
    assert read(document).citations == ()


def test_headings_captions_and_tables_are_layout_and_text() -> None:
    document = new_docx()
    document.add_heading("Ferry stops", 0)
    document.add_heading("What comes next", 2)
    document.add_paragraph("A bus is to come.")
    document.add_paragraph("The ferry on Monday", style="Caption")
    document.add_table(1, 2).cell(0, 1).text = "11 departures"
    article = read(document)
    assert article.title == "Ferry stops"
    assert [(article.text[h.start : h.end], h.block) for h in article.layout] == [
        ("Ferry stops", Block.HEADLINE),
        ("What comes next", Block.HEADING),
        ("The ferry on Monday", Block.CAPTION),
    ]
    assert article.text.endswith("11 departures")


def test_tracked_changes_are_read_as_if_accepted_and_text_boxes_once() -> None:
    document = new_docx()
    paragraph = document.add_paragraph("The ferry has ")
    add_run_xml(paragraph, '<w:del w:id="1" w:author="A"><w:r><w:delText>30</w:delText></w:r></w:del>')
    add_run_xml(paragraph, '<w:ins w:id="2" w:author="A"><w:r><w:t>40</w:t></w:r></w:ins>')
    paragraph.add_run(" seats.")
    box = "<w:txbxContent><w:p><w:r><w:t>A pull quote.</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    add_run_xml(
        paragraph,
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert read(document).text == "The ferry has 40 seats.\n\nA pull quote."


def test_a_transcript_in_a_docx_has_its_speakers() -> None:
    document = new_docx()
    document.add_paragraph("JANE SMITH: We cut taxes by 12%.")
    document.add_paragraph("TOM BROWN: They rose.")
    assert [turn.speaker for turn in read(document).turns] == ["Jane Smith", "Tom Brown"]


def test_hostile_text_stays_as_it_is() -> None:
    document = new_docx()
    run = document.add_paragraph().add_run("The [red]ferry[/] \u202eseats\u202c 40 people.")
    document.add_comment(runs=[run], text="[link=x]see\u202e this[/]", author="\u202eA")
    article = read(document)
    assert "\u202e" in article.text
    assert article.citations[0].note == "[link=x]see\u202e this[/]"


# --- files that are none ----------------------------------------------------------------------------------------------


def packed(parts: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({n: content if n == name else archive.read(n) for n in archive.namelist()})


def encrypted(data: bytes) -> bytes:
    """Set the flag of encryption on every entry of the directory."""
    found = bytearray(data)
    at = found.find(b"PK\x01\x02")
    while at >= 0:
        found[at + 8] |= 1
        at = found.find(b"PK\x01\x02", at + 4)
    return bytes(found)


GOOD = saved(with_notes_and_comments())
BOMB = (
    b"<!DOCTYPE x [<!ENTITY a '"
    + b"a" * 1000
    + b"'>"
    + b"".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>".encode() for n in range(9))
    + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&j;</w:t>"
)
BOMB += b"</w:r></w:p></w:body></w:document>"  # fmt: skip


ENTITY = (
    b"<!DOCTYPE w:document [<!ENTITY e 'x'>]>"
    b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
    b"<w:t>The council voted &e; by 14 to 9.</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04....", "damaged"),
        (GOOD[:-500], "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (b"hello", "is no DOCX file"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "password-protected"),
        (b"", "is empty"),
        (encrypted(GOOD), "is encrypted"),
        (packed({"a.txt": b"x"}), "without a Word document"),
        (packed({"xl/workbook.xml": b"x"}), "a spreadsheet"),
        (packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "no Word document"),
        (replaced(GOOD, "word/document.xml", b"<broken"), "no Word document"),
        (replaced(GOOD, "word/document.xml", BOMB), "declares XML entities"),
        (replaced(GOOD, "word/document.xml", ENTITY), "declares XML entities"),
        (replaced(GOOD, "word/document.xml", ENTITY.decode().encode("utf-16")), "declares XML entities"),
        (replaced(GOOD, "word/footnotes.xml", b"\xff\xfe"), "no Word document"),
    ],
)
def test_what_is_no_good_docx_is_told_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        parse_article(data, "article.docx")
    assert str(told.value).startswith("article.docx: ")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/a.png"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_XML", 1_000_000)
    monkeypatch.setattr(packages, "LARGEST_UNPACKED", 1_500_000)
    parts = {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}
    with pytest.raises(InputError, match="would unpack to"):
        parse_article(packed(parts | {name: b"\x00" * 2_000_000}), "article.docx")
    monkeypatch.setattr(packages, "MOST_PARTS", 3)
    with pytest.raises(InputError, match="in 4 parts"):
        parse_article(packed(parts | {"a.xml": b"", "b.xml": b""}), "article.docx")


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match=r"pip install 'factcheck-workbench\[office\]'"):
        parse_article(GOOD, "article.docx")


def test_every_cut_of_a_docx_is_told_or_read() -> None:
    for cut in range(0, len(GOOD), max(1, len(GOOD) // 40)):
        with pytest.raises(InputError):
            parse_article(GOOD[:cut], "article.docx")


def outcome(data: bytes) -> str:
    """The text, or the words of the refusal; any other fault fails the test."""
    try:
        return parse_article(data, "article.docx").text
    except InputError as told:
        return str(told)


def test_every_flipped_byte_is_told_or_read() -> None:
    for place in range(0, len(GOOD), max(1, len(GOOD) // 60)):
        damaged = bytearray(GOOD)
        damaged[place] ^= 0xFF
        assert outcome(bytes(damaged)).startswith(("What the wards spent", "article.docx: "))


def test_what_stands_beside_the_text_or_unseen_in_it_is_told_of() -> None:
    document = new_docx()
    document.sections[0].header.paragraphs[0].text = "Draft of the Courier"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    document.add_paragraph("The ferry stops in October. ").add_run("It lost money.").font.hidden = True
    paragraph = document.add_paragraph("The fare is ")
    add_run_xml(paragraph, "<w:del w:id='1' w:author='A'><w:r><w:delText>four</w:delText></w:r></w:del>")
    add_run_xml(paragraph, "<w:ins w:id='2' w:author='A'><w:r><w:t>five</w:t></w:r></w:ins>")
    paragraph.add_run(" pounds")
    paragraph.add_run(" and sixpence").font.strike = True
    paragraph.add_run(".").font.strike = False
    math = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    add_run_xml(paragraph, f"<m:oMath {math}><m:r><m:t>E=mc2</m:t></m:r></m:oMath>")
    article = read(document)
    assert article.text == "The ferry stops in October. It lost money.\n\nThe fare is five pounds."
    assert [notice.reason for notice in article.notices] == [
        "1 running head or foot was left out (“Draft of the Courier”)",
        "1 tracked deletion was left out (“four”)",
        "1 stretch that is struck through was left out (“and sixpence”)",
        "1 equation was left out (“E=mc2”)",
        "1 stretch of hidden text was read with the rest (“It lost money.”)",
    ]


def test_a_plain_document_has_no_notices() -> None:
    document = new_docx()
    document.add_paragraph("The ferry stops in October.")
    assert read(document).notices == ()


def test_a_raised_digit_in_a_run_is_no_digit_of_the_number_before_it() -> None:
    document = new_docx()
    paragraph = document.add_paragraph("The ferry carried 300")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" cars on May 5")
    paragraph.add_run("th").font.superscript = True
    assert read(document).text.strip() == "The ferry carried 300² cars on May 5th"
