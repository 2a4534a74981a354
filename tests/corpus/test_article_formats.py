"""HTML, Markdown and subtitle articles: layout, the writer's own sources, speakers and time codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile, parse_article, read_documents
from factcheck.corpus.readers.building import TextBuilder, folded, note_mark
from factcheck.domain import Block, CitationKind, Document, Extraction, LayoutHint, Problem, Span
from factcheck.errors import InputError
from factcheck.workbench.revisions import make_revision

HTML = """<!DOCTYPE html><html lang="en"><head><title>Ferry stops</title>
<link rel="canonical" href="https://lake.example/news/ferry"></head><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="#top">1</a></li></ul></nav><article id="top"><h1>Ferry stops</h1>
<p>The ferry between the shores will <a href="/minutes#page=3">stop   running</a> at the end of
October.<sup><a href="#fn1" id="r1">1</a></sup> It has <a href="javascript:alert(1)">forty</a> <a href="#fn1">[1]</a>
seats, a <a href="https://x.example/t">timetable</a> says.<a href="#fn2">*</a></p>
<figure><img src="f.jpg" alt="x"><figcaption>The ferry on Monday, seen from the <b>quay</b>.</figcaption></figure>
<h2>What comes next</h2><ul><li>A bus is to take its place in November.</li><li>It has 30 seats.</li></ul>
<p>The bus will leave eleven times a day,<br>the lake authority said on Thursday after its meeting.</p>
<section class="footnotes"><ol><li id="fn1">1. Minutes, p. 4. <a href="https://lake.example/m.pdf">Minutes</a>
<a href="#r1">back</a></li><li><p><a id="fn2"></a>* The board's timetable.</p></li></ol></section>
</article><footer>Cookies</footer></body></html>"""


def read(source: str, name: str) -> ArticleFile:
    article = parse_article(source.encode(), name)
    for one in article.citations:
        assert article.text[one.anchor.start : one.anchor.end] == one.anchor.text
    return article


def extract(article: ArticleFile) -> Extraction:
    return extract_revision(make_revision(article, "a", None))


def hinted(article: ArticleFile) -> list[tuple[str, Block]]:
    return [(article.text[h.start : h.end], h.block) for h in article.layout]


def test_html_keeps_headings_captions_and_list_items() -> None:
    article = read(HTML, "a.html")
    assert hinted(article) == [
        ("Ferry stops", Block.HEADLINE),
        ("The ferry on Monday, seen from the quay.", Block.CAPTION),
        ("What comes next", Block.HEADING),
    ]
    assert "A bus is to take its place in November.\n\nIt has 30 seats.\n\nThe bus will leave" in article.text
    assert "eleven times a day, the lake" in article.text


def test_a_text_that_is_only_named_html_is_read_as_the_text_it_is() -> None:
    words = "The ferry has 40 seats.\n\nIt stops in October, if 5 < 6.\n"
    assert read(words, "a.html").text == words
    with pytest.raises(InputError, match="has no text in it"):
        read("<p></p>", "a.html")


def test_html_footnotes_and_links_become_citations_and_their_notes_leave_the_text() -> None:
    article = read(HTML, "a.html")
    assert [(c.kind, c.anchor.text, c.target, c.pointer) for c in article.citations] == [
        (CitationKind.LINK, "stop running", "https://lake.example/minutes#page=3", "page 3"),
        (CitationKind.FOOTNOTE, "", "https://lake.example/m.pdf", "p. 4"),
        (CitationKind.FOOTNOTE, "", "https://lake.example/m.pdf", "p. 4"),
        (CitationKind.LINK, "timetable", "https://x.example/t", ""),
        (CitationKind.FOOTNOTE, "", "The board's timetable.", ""),
    ]
    assert article.citations[1].note == "Minutes, p. 4. Minutes"
    for left in ("Minutes, p.", "[1]", "October.1", "says.*", "board's", "note.factcheck"):
        assert left not in article.text


def test_html_citations_are_bound_to_the_claims_they_follow() -> None:
    extraction = extract(read(HTML, "a.html"))
    words = {claim.id: claim.verbatim for claim in extraction.claims}
    first = extraction.citations[1]
    assert first.citation.kind is CitationKind.FOOTNOTE
    assert [words[c][:30] for c in first.claims] == ["The ferry between the shores w"]


def test_html_without_links_or_captions_reads_as_before() -> None:
    page = "<html><body><article><h1>A ferry</h1><p>The ferry stops in October, the board said.</p></article></html>"
    article = read(page, "a.html")
    assert article.text == "A ferry\n\nThe ferry stops in October, the board said."
    assert article.citations == ()


@pytest.mark.parametrize(
    ("mark", "note", "kind"),
    [
        (
            '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
            (
                '<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Minutes, p. 4.'
                '<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>'
            ),
            CitationKind.FOOTNOTE,
        ),
        (
            '<a href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference">[1]</span></a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Minutes, p. 4.</p></div>',
            CitationKind.FOOTNOTE,
        ),
        (
            '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>',
            '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Minutes, p. 4.</span></p></div>',
            CitationKind.COMMENT,
        ),
        (
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Minutes, p. 4.</li></ol>',
            CitationKind.FOOTNOTE,
        ),
    ],
    ids=["pandoc", "word", "google-docs", "mediawiki"],
)
def test_footnotes_as_programs_export_them(mark: str, note: str, kind: CitationKind) -> None:
    page = (
        f"<html><body><article><p>The ferry between the shores has forty seats and two decks.{mark} It stops in"
        f" October, the board of the lake said on Thursday.</p>{note}</article></body></html>"
    )
    article = read(page, "a.html")
    assert article.text == (
        "The ferry between the shores has forty seats and two decks. It stops in October, the board of the lake said on"
        " Thursday."
    )
    assert [(c.kind, c.note, c.pointer) for c in article.citations] == [(kind, "Minutes, p. 4.", "p. 4")]
    assert article.text[: article.citations[0].anchor.start].endswith("two decks.")


def test_a_contents_list_is_no_footnote() -> None:
    page = (
        '<html><body><article><p>See part <a href="#p1">1</a> of this long report on the lake ferry.</p>'
        '<h2 id="p1">The ferry</h2><p>The ferry stops in October, the board said on Thursday.</p></article></html>'
    )
    article = read(page, "a.html")
    assert "The ferry stops in October" in article.text
    assert "part 1 of" in article.text
    assert article.citations == ()


def test_a_page_of_marks_cannot_forge_captions_or_notes() -> None:
    page = (
        "<html><body><article><p>⁂⁂ The ferry stops in October, the board of the lake said on Thursday.</p>"
        '<p>The bus has 30 seats, <a href="https://0.note.factcheck.invalid/">says</a> the board.</p></article></html>'
    )
    article = read(page, "a.html")
    assert article.text.startswith("⁂⁂ The ferry")
    assert hinted(article) == []
    assert [c.kind for c in article.citations] == [CitationKind.LINK]


def test_deep_and_wide_pages_end() -> None:
    wide = "".join(f'The ferry <a href="/r{n}">stops</a><a href="#fn{n}">{n}</a>. ' for n in range(500))
    notes = "".join(f'<p id="fn{n}">Note {n}</p>' for n in range(500))
    article = read(f"<html><body><article><p>{wide}</p>{notes}</article></body></html>", "a.html")
    assert len(article.citations) == 1000
    deep = "<div>" * 5000 + "The ferry stops in October." + "</div>" * 5000
    page = (
        f'<html><body><article><p>It stops.<a href="#fn1">1</a></p><div id="fn1">{deep}</div></article></body></html>'
    )
    assert "It stops." in read(page, "a.html").text


MARKDOWN = """---
title: Ferry
---
# Ferry stops

The ferry stops in October.[^1] It has 40 seats, *says* [the *board*](https://b.example/a "p. 4").^[Board, 2 May.]

![The ferry on Monday](f.jpg "x")

Not a note[^9], and [no script](javascript:x).

[^1]: Minutes, p. 4.

    See <https://b.example/m.pdf>.
"""


def test_markdown_footnotes_and_links_become_citations() -> None:
    article = read(MARKDOWN, "a.md")
    assert article.text.split("\n\n")[1] == "The ferry stops in October. It has 40 seats, says the board."
    assert "[^9]" in article.text
    assert hinted(article) == [("Ferry stops", Block.HEADLINE), ("The ferry on Monday", Block.CAPTION)]
    assert [(c.kind, c.anchor.text, c.target, c.pointer, c.note) for c in article.citations] == [
        (CitationKind.FOOTNOTE, "", "https://b.example/m.pdf", "p. 4", "Minutes, p. 4. See https://b.example/m.pdf."),
        (CitationKind.LINK, "the board", "https://b.example/a", "p. 4", "p. 4"),
        (CitationKind.FOOTNOTE, "", "Board, 2 May.", "", "Board, 2 May."),
    ]


@pytest.mark.parametrize("mark", ["[", "![", "[^", "^[", "[a\n"])
def test_markdown_of_brackets_ends_and_is_told(mark: str, tmp_path: Path) -> None:
    """Looking for the end of each took the parser 14 s for 80 kB; the text is kept, and its links are not read."""
    source = f"The ferry between the shores will stop at the end of October.\n\n{mark * 5000}\n"
    article = read(source, "a.md")
    assert article.text.startswith("The ferry")
    assert ["its links were not read" in one.reason for one in article.notices] == [True]
    (tmp_path / "a.md").write_text(source, encoding="utf-8")
    document, problem = read_documents(tmp_path / "a.md")
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert "brackets open in one paragraph" in problem.reason
    assert not read("A [link](https://x.example/a) and [[1]] and [a [b]] stay.\n", "a.md").notices


def test_the_words_of_raw_html_in_markdown_are_read() -> None:
    body = (
        "The quay <b>cost</b> it £4 million in<br>2021. It is ~~40~~ 50 metres <del>wide</del> long.\n\n"
        "<div>The block has 42 cats.</div>\n\n<!-- a note -->\n\n<script>let a = 1</script>\n\n"
        "<table><tr><td>Ostwick</td><td>12,400 people</td></tr></table>\n\n"
        "<details><summary>The town has 12 wells.</summary>\n\nThey are <q>old</q>.\n\n</details>\n\n"
        "<p>It had <s>9</s> 8 mills.</p>\n"
    )
    read = parse_article(body.encode(), "a.md")
    assert read.text.split("\n\n") == [
        "The quay cost it £4 million in\n2021. It is  50 metres  long.",
        "The block has 42 cats.",
        "Ostwick | 12,400 people",
        "The town has 12 wells.",
        "They are “old”.",
        "It had 8 mills.",
    ]
    (told,) = read.notices
    assert told.reason == "3 stretches that are struck out were left out (“40”, and more)"


def test_the_quotation_marks_that_a_browser_shows_stand_in_the_text() -> None:
    said = "Ruiz said: <q>They told me <q>never again</q> in <b>2019</b></q>."
    page = (
        f"<html><body><article><h1>The pier of Ostwick</h1><p>{said}</p><p>It has 40 lamps.</p></article></body></html>"
    )
    assert "Ruiz said: “They told me ‘never again’ in 2019”." in parse_article(page.encode(), "a.html").text


@pytest.mark.parametrize("odd", ["\x1b", "\x01", "\x00", "\x0b", "\ufffe", "&#27;", "&#xD800;"])
@pytest.mark.parametrize(("name", "page"), [("a.md", "{}"), ("a.html", "<html><body>{}</body></html>")])
def test_control_characters_in_markup_stop_no_reader(name: str, page: str, odd: str) -> None:
    content = page.format(f"<div>The bridge{odd} cost four million.</div>\n\n<p>She said <q>it is{odd} open</q>.</p>")
    content += "\n\n" + "The ferry runs to the end of October. " * 20
    text = read(content, name).text
    assert all(word in text for word in ("cost four million.", "She said", "open"))
    assert not {"\x1b", "\x01"} & set(text)


def test_markdown_citations_are_bound_to_the_claims_they_follow() -> None:
    extraction = extract(read(MARKDOWN, "a.md"))
    words = {claim.id: claim.verbatim for claim in extraction.claims}
    assert [[words[c] for c in b.claims] for b in extraction.citations] == [
        ["The ferry stops in October."],
        ["It has 40 seats"],
        ["It has 40 seats"],
    ]


SRT = """1
00:00:01,000 --> 00:00:04,000
SMITH: The ferry has
40 seats.

2
00:00:05,000 --> 00:00:08,000
It runs since 1931.

3
01:00:09,000 --> 01:00:12,000
<i>JONES: It stopped in 1999.</i>
"""
VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE The ferry has 50 seats.

intro
00:01.000 --> 00:04.000 align:start
<v Jane Smith>The ferry has 40 seats.</v>

00:05.000 --> 00:08.000
<v Jane Smith>It runs since 1931 &amp; stops here.

00:09.000 --> 00:12.000
<v.loud Tom Brown><c.red>It stopped in 1999.</c></v>
"""


@pytest.mark.parametrize("source", [SRT, SRT.replace("\n", "\r\n"), "\ufeff" + SRT])
@pytest.mark.parametrize("name", ["a.srt", "a.txt", "standard input"])
def test_srt_has_its_speakers_and_time_codes(source: str, name: str) -> None:
    article = read(source, name)
    claims = extract(article).claims
    assert article.text == "SMITH: The ferry has 40 seats. It runs since 1931.\n\nJONES: It stopped in 1999."
    assert [(c.claimant.name if c.claimant else "", c.locator) for c in claims] == [
        ("Smith", "00:00:01"),
        ("Smith", "00:00:05"),
        ("Jones", "01:00:09"),
    ]


def test_vtt_has_the_speakers_of_its_voice_tags() -> None:
    article = read(VTT, "a.vtt")
    assert [(t.speaker, article.text[t.start : t.end].strip()) for t in article.turns] == [
        ("Jane Smith", "The ferry has 40 seats. It runs since 1931 & stops here."),
        ("Tom Brown", "It stopped in 1999."),
    ]
    assert [c.locator for c in extract(article).claims] == ["00:00:01", "00:00:05", "00:00:09"]


def test_rolling_captions_are_read_once() -> None:
    cues = "".join(
        f"00:00:0{n},000 --> 00:00:0{n},900\n{line}\n\n"
        for n, line in enumerate(["the ferry has", "the ferry has", "forty seats"], start=1)
    )
    assert read(cues, "a.srt").text == "the ferry has forty seats"


def test_subtitles_without_a_cue_have_no_text() -> None:
    with pytest.raises(InputError, match="no text"):
        read("WEBVTT\n\nNOTE nothing here\n", "a.vtt")


@given(st.lists(st.sampled_from([*SRT.split("\n"), *VTT.split("\n"), "-->", "<v ", "\u202e"])).map("\n".join))
def test_any_subtitles_keep_their_order(source: str) -> None:
    try:
        article = parse_article(source.encode(), "a.vtt")
    except InputError:
        return
    starts = [marker.start for marker in article.markers]
    assert starts == sorted(starts)
    for turn in article.turns:
        assert turn.label
        assert article.text[turn.label.start : turn.label.end] == turn.label.text


# --- how a text is put together ---------------------------------------------------------------------------------------


def test_marks_move_with_their_words() -> None:
    builder = TextBuilder()
    builder.add("  ", marks=[note_mark(1, 1, CitationKind.COMMENT, "before any word")])
    builder.add(" One  two. ", Block.HEADING, [note_mark(1, 4, CitationKind.COMMENT, "a")])
    builder.add("Three. ", marks=[note_mark(7, 7, CitationKind.FOOTNOTE, "b")], places=[(0, "page 2")])
    headed = builder.headed("Top")
    assert headed.text == "Top\n\nOne  two.\n\nThree."
    assert [c.anchor for c in headed.citations] == [Span(5, 5, ""), Span(5, 8, "One"), Span(22, 22, "")]
    assert headed.layout == [
        LayoutHint(start=0, end=3, block=Block.HEADLINE),
        LayoutHint(start=5, end=14, block=Block.HEADING),
    ]
    assert [(m.start, m.locator) for m in headed.markers] == [(16, "page 2")]


@given(st.text(alphabet="ab \n\t\u2029", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_folding_keeps_the_words_of_a_mark(content: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(content)), min(other, len(content))))
    words, marks = folded(content, [note_mark(start, end, CitationKind.COMMENT, "n")])
    assert words.split() == content.split()
    assert words[marks[0].start : marks[0].end].split() == content[start:end].split()
