"""Readers: every format gives its records with their metadata; what cannot be read is told, never dropped."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.options import Reading
from factcheck.corpus.readers import LARGEST_FILE, parse_article, read_article, read_documents
from factcheck.corpus.readers.html import main_text
from factcheck.corpus.readers.rows import read_csv
from factcheck.corpus.records import parse_date
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Block, Document, Problem, Tier
from factcheck.errors import InputError

HTML = """<!DOCTYPE html><html lang="en"><head><title>Ferry stops | Lake Post</title>
<meta property="og:site_name" content="Lake Post">
<meta property="article:published_time" content="2024-05-02T08:00:00Z">
<link rel="canonical" href="https://lake.example/ferry"><meta name="tier" content="primary"></head><body>
<nav><ul><li>Home</li><li>Sport</li></ul></nav><article><h1>Ferry stops</h1>
<p>The ferry between the two shores will stop running at the end of October, the lake authority said on Thursday.</p>
<h2>What comes next</h2>
<p>A bus is to take its place, with eleven departures a day and a stop at the old landing, the authority added.</p>
</article><footer>Cookies</footer></body></html>"""


def read_one(path: Path, text: str | bytes) -> list[Document | Problem]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_documents(path))


def only_document(found: list[Document | Problem]) -> Document:
    documents = [f for f in found if isinstance(f, Document)]
    assert len(documents) == 1, found
    return documents[0]


def test_plain_text_with_a_date_line_and_a_title(tmp_path: Path) -> None:
    document = only_document(read_one(tmp_path / "a.txt", "2024-05-02\nFerry stops\n\nIt stops in October.\n"))
    assert document.source.published == date(2024, 5, 2)
    assert document.source.title == "Ferry stops"
    assert document.text == "Ferry stops\n\nIt stops in October."


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Ferry\npublisher: Lake Post\npublished: 2024-05-02\ntier: tertiary\n---\n# Ferry\n\nIt *stops*.\n"
    )
    document = only_document(read_one(tmp_path / "a.md", text))
    assert document.text == "Ferry\n\nIt stops."
    assert (document.source.publisher, document.source.tier) == ("Lake Post", Tier.TERTIARY)


@pytest.mark.parametrize(
    "head", ["---\n: : :\n---\n", "---\n[1, 2]\n---\n", "---\na: !!python/object:os.system x\n---\n"]
)
def test_front_matter_that_is_none_is_text(tmp_path: Path, head: str) -> None:
    assert "It stops" in only_document(read_one(tmp_path / "a.md", head + "It stops.\n")).text


def test_html_keeps_the_article_and_its_metadata_and_drops_the_page(tmp_path: Path) -> None:
    document = only_document(read_one(tmp_path / "page.txt", HTML))
    assert "Cookies" not in document.text
    assert "Sport" not in document.text
    assert document.source.publisher == "Lake Post"
    assert document.source.published == date(2024, 5, 2)
    assert document.source.url == "https://lake.example/ferry"
    assert document.source.tier is Tier.PRIMARY


def test_rows_are_records_named_by_their_lines_and_bad_ones_are_told(tmp_path: Path) -> None:
    rows = "title,text,date\nA,First text.,2024-05-02\nB,,2024-05-03\n=1+1,Third text.,soon\n"
    found = read_one(tmp_path / "a.csv", rows)
    assert [f.path if isinstance(f, Problem) else f.source.path for f in found] == [
        f"{tmp_path}/a.csv#line-{n}" for n in (2, 3, 4, 4)
    ]
    assert isinstance(found[1], Problem)
    assert isinstance(found[2], Document)
    assert isinstance(found[3], Problem)
    assert "names no day ('soon')" in found[3].reason
    assert found[2].source.title == "=1+1"
    assert found[2].source.published is None


def test_json_lines_go_on_after_a_broken_line(tmp_path: Path) -> None:
    lines = [json.dumps({"headline": "A", "body": "First text."}), "{broken", "[1]", json.dumps({"text": "Last."})]
    found = read_one(tmp_path / "a.jsonl", "\n".join(lines))
    assert [type(f) for f in found] == [Document, Problem, Problem, Document]


def test_json_array(tmp_path: Path) -> None:
    assert len(read_one(tmp_path / "a.json", json.dumps([{"text": "One."}, {"text": "Two."}]))) == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n ", "is empty"),
        ("a.txt", b"abc\x00def", "binary"),
        ("a.pdf", b"%PDF-1.7 ...", "a PDF"),
        ("a.docx", b"PK\x03\x04....", "ZIP archive"),
        ("a.xyz", b"hello", "type that is not known"),
        ("a.csv", b"one,two\n1,2\n", "has no text"),
        ("a.json", b"{", "is not JSON"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_remedy(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    found = read_one(tmp_path / name, content)
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert reason in found[0].reason
    assert found[0].remedy


def test_encodings(tmp_path: Path) -> None:
    text = "Die Fähre über den See fährt nicht mehr, sagte die Behörde – „leider“."
    assert only_document(read_one(tmp_path / "a.txt", text.encode("utf-8-sig"))).text == text
    assert only_document(read_one(tmp_path / "b.txt", text.encode("utf-16"))).text == text
    found = read_one(tmp_path / "c.txt", text.encode("cp1252"))
    assert only_document(found).text == text
    assert any(isinstance(f, Problem) and "guessed" in f.reason for f in found)


def test_a_folder_is_walked_in_order_hidden_files_are_told_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Second.")
    (tmp_path / "1.txt").write_text("First.")
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    (tmp_path / ".folder").mkdir()
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = list(read_documents(tmp_path))
    assert [f.text for f in found if isinstance(f, Document)] == ["First.", "Second."]
    told = [f.reason for f in found if isinstance(f, Problem)]
    assert told == ["is hidden", "is hidden", "is a link to a folder that is read where it lies"]


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_documents(tmp_path / "nowhere"))


def test_tier_rules_apply_unless_the_document_says(tmp_path: Path) -> None:
    rules = TierRules(rules=(("publisher", "*council*", Tier.PRIMARY),))
    (tmp_path / "a.csv").write_text("text,publisher,tier\nA.,Town Council,\nB.,Town Council,tertiary\nC.,Paper,\n")
    tiers = [
        f.source.tier for f in read_documents(tmp_path / "a.csv", how=Reading(rules=rules)) if isinstance(f, Document)
    ]
    assert tiers == [Tier.PRIMARY, Tier.TERTIARY, Tier.SECONDARY]


@pytest.mark.parametrize("pattern", ["*.архив.example", "*.xn--80aer5aza.example", "*.АРХИВ.example"])
def test_a_rule_for_an_international_host_fits_in_either_letters(pattern: str) -> None:
    rules = TierRules(rules=(("host", pattern, Tier.PRIMARY),))
    url = "https://www.xn--80aer5aza.example/page"
    assert rules.tier_of(stated="", publisher="", url=url, path="") is Tier.PRIMARY
    assert rules.tier_of(stated="", publisher="", url="https://www.xn--a.example/", path="") is Tier.SECONDARY


def test_identity_is_of_text_and_metadata_not_of_the_path(tmp_path: Path) -> None:
    one = only_document(read_one(tmp_path / "a.txt", "2024-05-02\nFerry\n\nText."))
    two = only_document(read_one(tmp_path / "b.txt", "2024-05-02\nFerry\n\nText."))
    three = only_document(read_one(tmp_path / "c.txt", "2024-05-03\nFerry\n\nText."))
    assert one.source.id == two.source.id != three.source.id
    assert one.source.origin == three.source.origin


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("17/06/2017", date(2017, 6, 17)),
        ("06/17/2017 08:30", date(2017, 6, 17)),
        ("4/5/2020", None),
        ("13/14/2020", None),
        ("31/02/2020", None),
    ],
)
def test_a_date_with_strokes_is_read_where_its_order_is_plain(value: str, day: date | None) -> None:
    assert parse_date(value) == day


@given(st.text(max_size=60))
def test_no_date_crashes(value: str) -> None:
    assert parse_date(value) is None or isinstance(parse_date(value), date)


def test_a_text_article_is_exactly_the_file(tmp_path: Path) -> None:
    text = " date 2024-05-02 \r\n\r\nFerry \x1b[31mstops\u202e.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert read_article(path).text == text


def test_a_markdown_article_has_layout_and_its_date() -> None:
    article = parse_article(b"---\ndate: 2024-05-02\n---\n# Ferry\n\nIt stops.\n\n## Next\n\nA bus.\n", "a.md")
    assert [(article.text[h.start : h.end], h.block) for h in article.layout] == [
        ("Ferry", Block.HEADLINE),
        ("Next", Block.HEADING),
    ]
    assert (article.published, article.published_from) == (date(2024, 5, 2), "the front matter")


def test_an_html_article_has_layout_and_its_date() -> None:
    article = parse_article(HTML.encode(), "a.html")
    for hint in article.layout:
        assert article.text[hint.start : hint.end] in {"Ferry stops", "What comes next"}
    assert article.published == date(2024, 5, 2)


def test_articles_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "big.txt").touch()
    os.truncate(tmp_path / "big.txt", LARGEST_FILE + 1)
    for path, reason in [
        (tmp_path, "is a folder"),
        (tmp_path / "no.txt", "no such file"),
        (tmp_path / "big.txt", "larger"),
    ]:
        with pytest.raises(InputError, match=reason):
            read_article(path)
    with pytest.raises(InputError, match="not an article"):
        parse_article(b"a,b\n1,2\n", "a.csv")
    with pytest.raises(InputError, match="no text"):
        parse_article(b"<html><body></body></html>", "a.html")


def test_an_article_nested_too_deep_is_read_whole_and_says_so() -> None:
    page = f"<html><body>{'<div>' * 2000}It has 40 benches.{'</div>' * 2000}<p>The pier has 12 lamps.</p>"
    read = parse_article(page.encode(), "deep.html")
    assert ("It has 40 benches." in read.text, "The pier has 12 lamps." in read.text) == (True, True)
    assert any("nested 2002 deep" in notice.reason for notice in read.notices)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The council’s plan costs £4 million, the café owner said on Monday.\n", "cp1252"),
        ("The bill is £4 million.\n", "latin-1"),
        (
            "Die Brücke wird für zwölf Wochen gesperrt, sagte die Bürgermeisterin. Über Öl spräche sie später.\n",
            "cp1252",
        ),
        ("Мост закроют на двенадцать недель, сообщила вчера мэр города. Автобусы пойдут по другой улице.\n", "cp1251"),
        (
            "Most zostanie zamknięty na dwanaście tygodni, powiedziała wczoraj burmistrz. Łódź i Gdańsk też będą.\n",
            "cp1250",
        ),
    ],
)
def test_a_text_of_another_encoding_is_read_as_it_was_written(tmp_path: Path, text: str, encoding: str) -> None:
    assert only_document(read_one(tmp_path / "c.txt", text.encode(encoding))).text.strip() == text.strip()


def test_lines_items_and_stray_words_of_a_page_do_not_run_together() -> None:
    from factcheck.corpus.readers.html import main_text

    page = (
        "<html><body><article><h1>Cranes</h1><p>The first line of the report<br>and the second one of it.</p>"
        "<ul><li>five cranes stand there</li><li>one more is planned</li></ul>"
        "<p>The council met on Monday evening in the town hall.</p>"
        "Nobody marked this sentence as a paragraph of its own."
        "<p>The county has not answered the request for a loan.</p></article></body></html>"
    )
    text = main_text(page)[0]
    assert "report and the second" in text
    assert "there one more" in " ".join(text.split())
    assert "Nobody marked this sentence" in text


def test_a_year_that_a_page_speaks_of_is_not_its_date(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Cranes</title></head><body><p>The harbour opened in 1998.</p>"
        "<p>The harbour had five cranes last year, and six by the end of 2023, said the port.</p></body></html>"
    )
    document = only_document(read_one(tmp_path / "cranes.html", page))
    assert document.source.published is None
    dated = page.replace("<title>", '<meta property="article:published_time" content="2021-05-02"><title>')
    assert only_document(read_one(tmp_path / "dated.html", dated)).source.published == date(2021, 5, 2)


@pytest.mark.parametrize(
    "odd", ["&#11;", "&#x1b;", "&#0;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#99999999;", "&#12"]
)
def test_a_reference_to_no_character_costs_a_page_nothing_but_itself(odd: str) -> None:
    words = "The harbour of Ostwick has five cranes{}says the report &#8211; and &#x41; few &amp; more were planned."
    page = f"<html><body><article><h1>Cranes</h1><p>{words.format(odd)}</p></article></body></html>"
    text, _, _ = main_text(page)
    read = "The harbour of Ostwick has five cranes says the report – and A few & more were planned."
    assert read in text
    assert read in parse_article(page.encode(), "a.html").text


def test_a_header_with_a_carriage_return_within_is_read_or_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"title,te\rxt,note\nCranes,The harbour has five cranes,x\n")
    assert read_documents(path)
    found = [row for _, row in read_csv(io.BytesIO(path.read_bytes()))]
    assert found == [{"title": "Cranes", "te xt": "The harbour has five cranes", "note": "x"}]


@given(st.binary(max_size=80).map(lambda data: b"a,\rb\n" + data))
def test_any_bytes_are_read_as_rows_or_told(data: bytes) -> None:
    assert all(isinstance(row, dict | str) for _, row in read_csv(io.BytesIO(data)))


@pytest.mark.parametrize("root", ["svg", "noscript", "button", "form"])
def test_a_piece_of_a_page_is_read(root: str) -> None:
    page = (
        f"<{root} class='x'></{root}><p>The harbour of Ostwick has five cranes, the yearly report of the port says.</p>"
    )
    for text in (main_text(page)[0], parse_article(page.encode(), "a.html").text):
        assert "five cranes" in text or "second piece" in text


def test_a_text_into_which_zero_bytes_have_strayed_is_read_and_said() -> None:
    found = parse_article("The mill at Arle closed in 2019.\x00 It had £3m of debts.".encode(), "a.txt")
    assert found.text == "The mill at Arle closed in 2019.\ufffd It had £3m of debts."
    assert [notice.reason for notice in found.notices] == ["has 1 NUL byte in its text, shown as \ufffd"]


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"MZ\x00\x00" * 200, b"text \x00 and \xe9\xff more words"])
def test_bytes_with_zeros_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        parse_article(content, "a.txt")
