"""A short page that trafilatura gives as one paragraph: its headline and byline are blocks of their own."""

from __future__ import annotations

from factcheck.corpus.readers import parse_article
from factcheck.corpus.readers.html import main_text
from factcheck.domain import Block

PAGE = (
    "<html><head><title>Quay of Velby mended</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Quay of Velby mended</h1><p class='byline'>By Ada Lind</p><p>The quay of <b>Velby</b> was mended in May"
    " for 40,000 crowns.</p><!-- an advert --><div>The council paid half.</div></article></body></html>"
)
LINES = ["Quay of Velby mended", "By Ada Lind", "The quay of Velby was mended in May for 40,000 crowns."]


def test_headline_and_byline_of_a_short_page_stand_apart() -> None:
    text, _, hints = main_text(PAGE)
    assert text.split("\n\n") == [*LINES, "The council paid half."]
    assert [(text[hint.start : hint.end], hint.block) for hint in hints] == [(LINES[0], Block.HEADLINE)]


def test_the_same_holds_where_the_page_is_the_article_that_is_checked() -> None:
    lines = [line for line in parse_article(PAGE.encode(), "a.html").text.split("\n") if line]
    assert lines == [*LINES, "The council paid half."]


NOTICE = (
    "<html><head><title>Notice</title></head><body><table><tr><td><b>Velby Ferries Ltd</b><br>For release now<br>"
    "The company will run nine boats a day from May.<br><br>“It is what they asked for,” said Ada Lind.</td></tr>"
    "</table></body></html>"
)


def test_a_line_break_parts_words_wherever_it_stands() -> None:
    for text in (main_text(NOTICE)[0], parse_article(NOTICE.encode(), "a.html").text):
        assert "Velby Ferries Ltd For release now The company" in " ".join(text.split())
        assert "from May. “It is" in " ".join(text.split())
