"""PDF articles: lines become paragraphs, pages are kept, and what cannot be read is told in one line."""

from __future__ import annotations

import io
import logging
import sys
import zlib

import pypdf
import pytest

from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import parse_article, pdf
from factcheck.corpus.readers.pdf_columns import Drawn, in_columns
from factcheck.domain import Block
from factcheck.errors import InputError
from factcheck.workbench.revisions import make_revision
from tests.corpus.documents import Line, make_pdf, make_rows_pdf

BODY, HEAD = 11.0, 18.0


def body(*lines: str) -> list[Line]:
    return [(line, BODY) for line in lines]


PAGES: list[list[Line]] = [
    [
        ("Ostwick Post, 14 November 2024", 8.0),
        ("Bridge to close until spring", HEAD),
        *body(
            "The council of Ostwick voted on Tuesday to close the bridge to lorries and",
            "buses until the spring, its clerk Idris Calder said after the long meet-",
            "ing. It will cost 4 million euros.",
            "The bridge opened in 1874 and carries some nine thousand cars a day, and a",
        ),
        ("Page 1 of 2", 8.0),
    ],
    [
        ("Ostwick Post, 14 November 2024", 8.0),
        *body("few hundred lorries, which now take the long way round over the hill road."),
        ("What comes next", 14.0),
        *body("A hearing is set for March. The bridge has 40 lamps.", "Figure 2: The bridge, seen from the quay"),
        ("Page 2 of 2", 8.0),
    ],
]
GOOD = make_pdf(PAGES)
COUNCIL = (
    "The council of Ostwick voted on Tuesday to close the bridge to lorries and buses until the spring, its clerk"
    " Idris Calder said after the long meeting. It will cost 4 million euros."
)
BRIDGE = (
    "The bridge opened in 1874 and carries some nine thousand cars a day, and a few hundred lorries, which now take"
    " the long way round over the hill road."
)


def test_lines_become_paragraphs_over_the_page_and_headings_and_captions_are_layout() -> None:
    article = parse_article(GOOD, "a.pdf")
    assert article.text.split("\n\n") == [
        "Bridge to close until spring",
        COUNCIL,
        BRIDGE,
        "What comes next",
        "A hearing is set for March. The bridge has 40 lamps.",
        "Figure 2: The bridge, seen from the quay",
    ]
    assert [(article.text[h.start : h.end], h.block) for h in article.layout] == [
        ("Bridge to close until spring", Block.HEADLINE),
        ("What comes next", Block.HEADING),
        ("Figure 2: The bridge, seen from the quay", Block.CAPTION),
    ]


def test_running_heads_are_known_wherever_the_page_draws_them() -> None:
    pages = [
        [("Ostwick Post", 8.0), (f"Page {n}", 8.0), *body(f"Ward {n} has {n + 40} lamps.", f"It lost {n} trees.")]
        for n in range(1, 5)
    ]
    article = parse_article(make_pdf(pages), "a.pdf")
    assert article.text.startswith("Ward 1 has 41 lamps. It lost 1 trees.\n\nWard 2")
    assert "Post" not in article.text
    assert "Page" not in article.text
    assert [n.reason for n in article.notices] == ["8 running heads and page numbers were left out"]


def test_what_was_left_out_is_told() -> None:
    assert [n.reason for n in parse_article(GOOD, "a.pdf").notices] == [
        "4 running heads and page numbers were left out"
    ]


def test_claims_know_their_page() -> None:
    extraction = extract_revision(make_revision(parse_article(GOOD, "a.pdf"), "a.pdf", None))
    pages = {c.verbatim.split(" ", 3)[1]: c.locator for c in extraction.claims}
    assert pages["bridge"] == "page 2"
    assert {c.locator for c in extraction.claims if "council" in c.verbatim or "cost" in c.verbatim} == {"page 1"}


def test_a_page_that_is_all_numbers_is_not_emptied() -> None:
    article = parse_article(make_pdf([body("12"), body("13")]), "a.pdf")
    assert "12" in article.text


def locked(password: str, owner: str) -> bytes:
    writer, buffer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(GOOD))), io.BytesIO()
    writer.encrypt(password, owner, algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked("secret", "owner"), "is an encrypted PDF"),
        (make_pdf([[], []]), "without a text layer"),
        (b"%PDF-1.7 ...", "a PDF that is damaged"),
        (GOOD[:300], "broken xref"),
        (GOOD[: len(GOOD) - 200], "broken xref"),
        (b"hello", "is no PDF file"),
        (make_pdf([]), "broken xref"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        parse_article(data, "a.pdf")
    assert str(told.value).startswith("a.pdf: ")
    assert "\n" not in str(told.value)


def test_a_pdf_that_only_forbids_printing_opens() -> None:
    assert parse_article(locked("", "owner"), "a.pdf").title == "Bridge to close until spring"


def test_a_mended_pdf_is_read_and_said_to_be_mended(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    article = parse_article(GOOD.replace(b"startxref\n", b"startxref\n9"), "a.pdf")
    assert article.title == "Bridge to close until spring"
    assert "was mended while it was read" in article.notices[0].reason
    assert capfd.readouterr().err == ""
    assert logging.getLogger("pypdf").propagate
    assert caplog.records == []


def garbled(content: bytes) -> bytes:
    """A stream that is none, for the first page."""
    return b"\x00garbage" if b"voted" in content else zlib.compress(content)


def test_a_page_that_cannot_be_read_never_stops_the_others_and_is_told() -> None:
    article = parse_article(make_pdf(PAGES, compress=garbled), "a.pdf")
    assert "The bridge has 40 lamps." in article.text
    assert any("1 page gave no text" in notice.reason for notice in article.notices)


def test_a_stream_that_unpacks_without_end_is_told() -> None:
    bomb = make_pdf([body("x"), body("The bridge has 40 lamps.")], compress=blown_up)
    assert len(bomb) < 1_000_000
    article = parse_article(bomb, "a.pdf")
    assert article.text == "The bridge has 40 lamps."
    assert any("1 page gave no text" in notice.reason for notice in article.notices)


def blown_up(content: bytes) -> bytes:
    """A stream of 200 MB, for the first page."""
    return zlib.compress(content + b" " * 200_000_000, 9) if b"(x)" in content else zlib.compress(content)


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST_TEXT", 100)
    with pytest.raises(InputError, match="million characters"):
        parse_article(GOOD, "a.pdf")
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(InputError, match="has 2 pages"):
        parse_article(GOOD, "a.pdf")


def test_without_pypdf_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputError, match=r"pip install 'factcheck-workbench\[pdf\]'"):
        parse_article(GOOD, "a.pdf")


def outcome(data: bytes) -> str:
    """The text, or the words of the refusal; any other fault fails the test."""
    try:
        return parse_article(data, "a.pdf").text
    except InputError as told:
        return str(told)


def test_every_cut_and_every_flipped_byte_is_told_or_read() -> None:
    step = max(1, len(GOOD) // 60)
    for place in range(10, len(GOOD), step):
        damaged = bytearray(GOOD)
        damaged[place] ^= 0xFF
        assert outcome(bytes(damaged))
        assert outcome(GOOD[:place])


@pytest.mark.parametrize(
    "head",
    [
        [("Bridge to close until spring", BODY), ("14 November 2024", BODY)],
        [("Bridge to close until spring", HEAD), ("14 November 2024", HEAD)],
        [("Bridge to close until spring      14 November 2024", BODY)],
    ],
)
def test_a_date_under_or_beside_the_headline_is_no_part_of_it(head: list[Line]) -> None:
    article = parse_article(make_pdf([[*head, *PAGES[0][2:5]]]), "a.pdf")
    assert article.text.split("\n\n")[:2] == ["Bridge to close until spring", "14 November 2024"]
    published = extract_revision(make_revision(article, "a.pdf", None)).published
    assert published is not None
    assert published.isoformat() == "2024-11-14"


LEFT = [
    "The ferry between the two",
    "shores of the lake will stop",
    "at the end of October, the",
    "board said on Thursday.",
    "It has carried cars since",
    "1931 and lost money.",
]
RIGHT = [
    "A bus with thirty seats is",
    "to take its place in the",
    "month of November and will",
    "leave eleven times a day.",
    "The lake authority expects",
    "two hundred people a day.",
]


def test_columns_that_were_drawn_row_by_row_are_read_one_after_the_other() -> None:
    rows = [[(left, 56), (right, 320)] for left, right in zip(LEFT, RIGHT, strict=True)]
    article = parse_article(make_rows_pdf([[("Ferry stops", 56)], *rows, [("Page ends.", 56)]]), "a.pdf")
    assert " ".join(article.text.split()) == " ".join(["Ferry stops", *LEFT, *RIGHT, "Page ends."])
    assert [notice.reason for notice in article.notices] == [
        "the columns of 1 page were drawn row by row; they are read one after the other"
    ]


THIRD = [
    "Farmers on the far shore",
    "asked for a smaller boat,",
    "and the board will vote",
    "on that in the new year.",
    "It would need no more",
    "than two people a day.",
]


@pytest.mark.parametrize("short", [6, 5])
def test_three_columns_are_read_one_after_the_other(short: int) -> None:
    third = [*THIRD[:short], *[""] * (6 - short)]
    columns = zip(LEFT, RIGHT, third, strict=True)
    rows = [[(words, 40 + 180 * n) for n, words in enumerate(row) if words] for row in columns]
    article = parse_article(make_rows_pdf([[("Ferry stops", 40)], *rows, [("Page ends.", 40)]]), "a.pdf")
    expected = ["Ferry stops", *LEFT, *RIGHT, *THIRD[:short], "Page ends."]
    assert " ".join(article.text.split()) == " ".join(expected)
    assert len(article.notices) == 1


@pytest.mark.parametrize("top", [700.0, 700.9, 701.0, 701.1, 702.3])
@pytest.mark.parametrize(("lower", "told_apart"), [(0.0, True), (1.9, True), (-1.9, True), (4.0, False)])
def test_pieces_of_a_row_may_stand_a_little_higher_or_lower(top: float, lower: float, told_apart: bool) -> None:
    rows = [(top - 13 * n, left, right) for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))]
    pieces = [
        piece
        for base, left, right in rows
        for piece in (Drawn(left, 10.0, 56.0, base), Drawn(right, 10.0, 320.0, base - lower))
    ]
    assert in_columns(pieces)[1] is told_apart


@pytest.mark.parametrize(
    "rows",
    [
        [[("Year", 56), ("Passengers", 320)], *([[(str(2015 + n), 56), (f"{n} thousand", 320)] for n in range(7)])],
        [[(left, 56)] for left in [*LEFT, *RIGHT]],
        [[(left, 56), (right, 320)] for left, right in zip(LEFT[:3], RIGHT[:3], strict=True)],
        [
            [("The", 56), ("ferry", 78), ("stops", 104 + 7 * n), ("in", 138 + 9 * n), ("October", 160 + 11 * n)]
            for n in range(8)
        ],
    ],
    ids=["table", "one column", "few rows", "a piece a word"],
)
def test_what_is_no_column_keeps_its_order(rows: list[list[tuple[str, int]]]) -> None:
    article = parse_article(make_rows_pdf(rows), "a.pdf")
    assert article.text.split() == [word for row in rows for piece, _ in row for word in piece.split()]
    assert article.notices == ()
