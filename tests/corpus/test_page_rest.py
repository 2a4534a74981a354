"""What a page's main text leaves out of its article is put back, set aside or counted; nothing is lost."""

from __future__ import annotations

import pytest

from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.corpus.readers.html import main_text
from factcheck.domain import Disposition, Extraction, Form
from factcheck.workbench.revisions import make_revision

PAGE = """<!DOCTYPE html><html><head><title>Ferry stops in October</title></head><body>
<nav><a href="/">Home</a></nav><main><article><h1>Ferry stops in October</h1>
<p>The ferry between the two shores of the lake will stop at the end of October, the board said on Thursday.</p>
<p>It has carried passengers and cars since 1931, and lost money in each of the last ten years, the board said.</p>
{inside}
<p>A bus with thirty seats is to take its place in November and will leave eleven times a day, the board said.</p>
<p>The lake authority expects that some two hundred people a day will use it, most of them on their way to work.</p>
{behind}</article></main><aside class="sidebar"><p>The council raised its tax by four per cent.</p></aside>
<footer>Cookies and terms of the page.</footer></body></html>"""


def read(*, inside: str = "", behind: str = "") -> ArticleFile:
    return parse_article(PAGE.format(inside=inside, behind=behind).encode(), "a.html")


def extract(article: ArticleFile) -> Extraction:
    return extract_revision(make_revision(article, "a", None))


@pytest.mark.parametrize(
    "inside",
    [
        '<aside class="fact-box"><p>{}</p></aside>',
        '<div class="infobox"><ul><li>{}</li></ul></div>',
        "<aside><div>{}</div></aside>",
        '<p class="meta">{}</p>',
        "<dl><dt>Berths</dt><dd>{}</dd></dl>",
        "<details><summary>The old port</summary>{}</details>",
        "<blockquote><p>{}</p></blockquote>",
        '<div class="timeline"><time>1961</time> {}</div>',
        "<table><tr><td>{}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("words", ["The port was built in 1961 and has four berths.", "Its mole is 300 metres long."])
def test_what_stands_apart_in_an_article_is_checked_at_its_place(inside: str, words: str) -> None:
    article = read(inside=inside.format(words))
    claims = [claim for claim in extract(article).claims if words.removesuffix(".") in claim.verbatim]
    assert len(claims) == 1
    assert article.text.count(words) == 1
    assert article.text.index("lost money") < article.text.index(words) < article.text.index("A bus with")


@pytest.mark.parametrize(
    ("inside", "words", "disposition"),
    [
        ('<p class="meta">By Ann Lee, 5 March 2024</p>', "By Ann Lee", Disposition.DATELINE),
        ('<div class="related"><p>Tax rises by four per cent in May.</p></div>', "Tax rises", Disposition.TEASER),
        ('<ul><li><a href="/t">The tax of the town rises by four per cent</a></li></ul>', "The tax", None),
        (
            "<figure><img src='a'><figcaption>It on Monday.</figcaption></figure>",
            "on Monday",
            Disposition.CAPTION,
        ),
        ("<aside><p>Cost: £4 million</p></aside>", "Cost: £4 million", Disposition.CLAIMS),
    ],
)
def test_credits_and_other_stories_are_set_aside(inside: str, words: str, disposition: Disposition | None) -> None:
    found = extract(read(inside=inside))
    told = [s.disposition for s in found.sentences if words in s.text]
    assert len(told) == 1
    assert disposition in (None, told[0])
    assert found.citations == () or disposition is None


def test_a_box_behind_the_text_is_of_the_article_and_the_sidebar_is_not() -> None:
    article = read(behind='<aside class="factbox"><p>The port was built in 1961.</p></aside>')
    assert article.text.endswith("The port was built in 1961.")
    assert "council" not in article.text
    assert article.notices == ()


def test_what_is_only_the_page_s_is_counted() -> None:
    comments = '<section class="comments"><p>This is a waste.</p><p>I never used it.</p></section>'
    article = read(behind=comments)
    assert "waste" not in article.text
    (notice,) = article.notices
    assert notice.reason.startswith("2 pieces of the page")
    assert "This is a waste." in notice.reason


def test_links_in_a_box_are_the_writer_s_sources() -> None:
    box = '<aside><p>The port was built in 1961, the <a href="https://x.example/m">minutes</a> say.</p></aside>'
    (bound,) = extract(read(inside=box)).citations
    assert bound.citation.target == "https://x.example/m"
    assert bound.claims


def test_a_table_is_put_back_row_by_row_and_once() -> None:
    head, rows = "<tr><th>Year</th><th>Cars</th></tr>", "<tr><td>2021</td><td>810</td></tr>"
    text = read(inside=f"<table>{head}{rows}</table>").text
    assert text.count("2021 | 810") == 1
    assert text.count("Year | Cars") == 1


def test_raised_digits_of_a_page_are_no_digits_of_the_number_before_them() -> None:
    raised = "<p>The ferry carried 300<sup>2</sup> cars and 10<sup>9</sup> tins by May 5<sup>th</sup>, it said.</p>"
    shown = "The ferry carried 300² cars and 10⁹ tins by May 5th, it said."
    assert shown in read(inside=raised).text
    assert shown in main_text(PAGE.format(inside=raised, behind=""))[0]


UNSHOWN = [
    "<p hidden>The hidden mill burned down on Tuesday and 40 people died.</p>",
    '<p style="display:none">The hidden mill burned down on Tuesday and 40 people died.</p>',
    '<div style="visibility: hidden"><p>The hidden mill burned down on Tuesday and 40 died.</p></div>',
    "<p>The board met. <del>The hidden mill burned down on Tuesday.</del> It will meet again in May.</p>",
    "<p>The board met. <s>The hidden mill burned down on Tuesday.</s> It will meet again in May.</p>",
    "<template><p>The hidden mill burned down on Tuesday.</p></template>",
]


@pytest.mark.parametrize("inside", UNSHOWN)
def test_what_a_page_does_not_show_is_no_claim_and_is_told(inside: str) -> None:
    article = read(inside=inside)
    assert "mill" not in article.text
    assert "It will meet again in May." in article.text or "again" not in inside
    [notice] = [one for one in article.notices if "does not show" in one.reason]
    assert "The hidden mill" in notice.reason
    assert "mill" not in main_text(PAGE.format(inside=inside, behind=""))[0]


def test_a_page_that_hides_its_text_until_a_script_runs_keeps_it() -> None:
    article = parse_article(
        PAGE.format(inside="", behind="").replace("<main>", '<main style="display: none">').encode(), "a.html"
    )
    assert "will stop at the end of October" in article.text
    assert not [one for one in article.notices if "does not show" in one.reason]


@pytest.mark.parametrize(
    "signed",
    [
        "<p>The board has lied to us for years about it.</p><footer>— <cite>Paul Dorn, union leader</cite></footer>",
        "<p>The board has lied to us for years about it.</p><footer>Paul Dorn, union leader</footer>",
        "<p>The board has lied to us for years about it.</p><cite>Paul Dorn, union leader</cite>",
        "The board has lied to us for years about it.<footer>Paul Dorn, union leader</footer>",
    ],
)
def test_who_signs_a_blockquote_says_it(signed: str) -> None:
    found = extract(read(inside=f"<blockquote>{signed}</blockquote>"))
    [claim] = [one for one in found.claims if "lied" in one.verbatim]
    assert claim.verbatim == "The board has lied to us for years about it."
    assert claim.claimant
    assert (claim.claimant.name, claim.claimant.office) == ("Paul Dorn", "union leader")
    assert claim.form is Form.DIRECT


@pytest.mark.parametrize(
    "quoted",
    [
        "<p>The board wrote in <cite>The Courier</cite> that it was late.</p>",
        "<p>It was late.</p><footer>" + "The board wrote that it was late and will meet. " * 3 + "</footer>",
        "<footer>Paul Dorn, union leader</footer><p>It was late and the board knew it.</p>",
    ],
)
def test_a_blockquote_without_a_signature_has_no_speaker_of_its_own(quoted: str) -> None:
    found = extract(read(inside=f"<blockquote>{quoted}</blockquote>"))
    told = [one.claimant.name for one in found.claims if one.claimant]
    assert "Paul Dorn" not in told
    assert any("late" in one.text for one in found.sentences)


def test_soft_hyphens_and_blanks_without_width_are_no_part_of_a_name() -> None:
    found = extract(read(inside="<p>Ann Re&shy;ed of the board said it lost nine mil&#8203;lion euros in May.</p>"))
    [claim] = [one for one in found.claims if "million" in one.verbatim]
    assert claim.claimant
    assert claim.claimant.name == "Ann Reed"
    assert [one.low for one in claim.quantities] == [9_000_000]
