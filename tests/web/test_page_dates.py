"""The day on which a page says that it was published: never one that was made up of a month, a year or a notice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.test_pages import ARTICLE, html, read, script

URL = "https://news.example.org/harbour"


def meta(name: str, content: str) -> str:
    return f'<meta {name} content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        meta('property="article:published_time"', "2021"),
        meta('property="article:published_time"', "2021-03"),
        meta('name="date"', "March 2021"),
        meta('name="dcterms.date"', "2021"),
        meta('name="copyright"', "2021"),
        script({**ARTICLE, "datePublished": "2021"}),
        script({**ARTICLE, "datePublished": "2021-03"}),
        script({**ARTICLE, "datePublished": "March 2021"}),
        '<time datetime="2021-03">March 2021</time>',
        '<time datetime="2021">2021</time>',
        "</head><body><footer>Copyright © 2021 The Bell</footer>",
        '</head><body><p class="date">March 2021</p>',
        '</head><body><p class="date">März 2021</p><p>29 people were there in 2021.</p>',
    ],
)
def test_no_day_is_made_up(head: str) -> None:
    page = read(html(head=head), url=URL)
    assert page.documents[0].source.published is None
    assert page.problems == ()


@pytest.mark.parametrize(
    "head",
    [
        meta('name="date"', "03/04/2021"),
        meta('name="date"', "3/4/2021"),
        '<time class="published">03/04/2021</time>',
        '</head><body><span class="published">Published 03/04/2021</span>',
        script({**ARTICLE, "datePublished": "03/04/2021"}),
        script({**ARTICLE, "datePublished": "03-04-2021"}),
    ],
)
def test_a_date_of_two_days_is_told(head: str) -> None:
    page = read(html(head=head), url=URL)
    assert page.documents[0].source.published is None
    (problem,) = page.problems
    assert "can be read in two ways" in problem.reason


@pytest.mark.parametrize(
    "head",
    [
        meta('property="article:published_time"', "2021-04-03T08:00:00+02:00"),
        meta('name="date"', "03.04.2021"),
        meta('name="date"', "20210403"),
        meta('name="date"', "3 April 2021"),
        meta('name="date"', "April 3, 2021"),
        script({**ARTICLE, "datePublished": "2021-04-03"}),
        '<time datetime="2021-04-03">3/4/2021</time>',
        '</head><body><div class="post-date">Published <b>3</b> <i>April</i> 2021</div>',
        meta('name="date"', "03/04/2021") + script({**ARTICLE, "datePublished": "2021-04-03"}),
    ],
)
def test_a_day_that_is_stated_is_taken(head: str) -> None:
    page = read(html(head=head), url=URL)
    assert page.documents[0].source.published == date(2021, 4, 3)
    assert page.problems == ()


@pytest.mark.parametrize("written", ["13/04/2021", "04/13/2021", "13-Apr-2021", "4/13/2021"])
def test_strokes_in_plain_order_are_no_doubt(written: str) -> None:
    page = read(html(head=meta('name="date"', written)), url=URL)
    assert page.problems == ()
    assert page.documents[0].source.published in (date(2021, 4, 13), None)


def test_a_hostile_page_is_searched_in_time() -> None:
    head = meta('name="date"', "2021-03")
    read(html(("29 " * 50_000) + ("3 april " * 30_000) + "<" * 50_000, head=head), url=URL)
