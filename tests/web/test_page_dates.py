"""The day on which a page says that it was published: never one that was made up of a month, a year or a notice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.corpus.documents import make_pdf
from tests.web.test_pages import ARTICLE, BODY, html, read, script

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


OTHERS = [
    {"@type": "WebSite", "name": "Bell", "datePublished": "2015-03-02"},
    {"@type": ["Organization", "NewsMediaOrganization"], "foundingDate": "1851-10-01", "dateCreated": "2015-03-02"},
    {"@type": "WebPage", "isPartOf": {"@type": "WebSite", "datePublished": "2015-03-02"}},
    {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2015-03-02"}]},
    {"@type": "Person", "name": "Rosa", "dateCreated": "2015-03-02", "dateModified": "2016-03-02"},
    {"@type": "VideoObject", "uploadDate": "2015-03-02", "datePublished": "2015-03-02"},
    {"@type": "WebPage", "comment": [{"@type": "Comment", "datePublished": "2015-03-02"}]},
]


@pytest.mark.parametrize("other", OTHERS)
def test_the_day_of_something_else_is_not_that_of_the_page(other: dict[str, object]) -> None:
    assert read(html(head=script(other)), url=URL).documents[0].source.published is None
    both = html(head=script(other, {"@type": "WebPage", "datePublished": "2021-04-03"}))
    assert read(both, url=URL).documents[0].source.published == date(2021, 4, 3)


@pytest.mark.parametrize(
    "head",
    [
        meta('property="article:modified_time"', "2021-04-03T08:00:00+02:00"),
        meta('property="og:updated_time"', "2021-04-03T08:00:00Z"),
        meta('name="last-modified"', "2021-04-03"),
        meta('itemprop="dateModified"', "2021-04-03"),
        script({"@type": "NewsArticle", "dateModified": "2021-04-03"}),
        '<time itemprop="dateModified" datetime="2021-04-03">lately</time>',
    ],
)
def test_the_day_of_a_change_is_none_of_release(head: str) -> None:
    assert read(html(head=head), url=URL).documents[0].source.published is None
    with_release = html(head=head + meta('property="article:published_time"', "2020-01-02"))
    assert read(with_release, url=URL).documents[0].source.published == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 3 April 2021, updated 9 May 2021", date(2021, 4, 3)),
        ("Last updated 9 May 2021 | First published 3 April 2021", date(2021, 4, 3)),
        ("Posted on April 3, 2021", date(2021, 4, 3)),
        ("3 April 2021", date(2021, 4, 3)),
        ("Last updated 9 May 2021", None),
        ("The council met on 3 April 2021 and voted.", None),
    ],
)
def test_a_day_that_only_the_text_shows_is_read(line: str, day: date | None) -> None:
    page = html().replace("</h1>", f"</h1><div>By Rosa Penhale</div><p>{line}</p>")
    assert read(page, url=URL).documents[0].source.published == day
    (document,) = read(f"Five cranes\n{line}\n\n{BODY[0]}", url=URL, kind="text/plain").documents
    assert (document.source.published, document.source.title) == (day, "Five cranes")


def test_a_plain_text_that_begins_with_its_day_has_the_next_line_as_title() -> None:
    (document,) = read(f"FOR RELEASE: April 3, 2021\n\nFive cranes\n\n{BODY[0]}", url=URL, kind="text/plain").documents
    assert (document.source.published, document.source.title) == (date(2021, 4, 3), "Five cranes")


def test_a_day_that_is_yet_to_come_is_told_and_not_taken() -> None:
    page = read(html(head=script({**ARTICLE, "datePublished": "2039-03-02"})), url=URL, at=date(2024, 1, 1))
    assert page.documents[0].source.published is None
    assert [one.reason for one in page.problems] == [
        "has a date that is yet to come ('2039-03-02'); it is kept without one"
    ]


@pytest.mark.parametrize("written", ["13/04/2021", "04/13/2021", "13-Apr-2021", "4/13/2021"])
def test_strokes_in_plain_order_are_no_doubt(written: str) -> None:
    page = read(html(head=meta('name="date"', written)), url=URL)
    assert page.problems == ()
    assert page.documents[0].source.published in (date(2021, 4, 13), None)


def test_a_hostile_page_is_searched_in_time() -> None:
    head = meta('name="date"', "2021-03")
    read(html(("29 " * 50_000) + ("3 april " * 30_000) + "<" * 50_000, head=head), url=URL)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Rosa Penhale | April 3, 2021", date(2021, 4, 3)),
        ("Rosa Penhale · Sat 3 Apr 2021 08.00 BST · 4 min read", date(2021, 4, 3)),
        ("Publié le 3 avril 2021 à 08h00", date(2021, 4, 3)),
        ("Par Rosa Penhale, le 3 avril 2021", date(2021, 4, 3)),
        ("Par Rosa Penhale - Publié le 03/04/2021 à 8h30 - Mis à jour le 09/05/2021 à 10h00", None),
        ("Mis en ligne le 13/04/2021 à 8h30", date(2021, 4, 13)),
        ("samedi 3 avril 2021", date(2021, 4, 3)),
        ("Publicado el 3 de abril de 2021 a las 08:00", date(2021, 4, 3)),
        ("3 de abril de 2021", date(2021, 4, 3)),
        ("Pubblicato il 3 aprile 2021", date(2021, 4, 3)),
        ("Gepubliceerd op 3 april 2021, 08:00", date(2021, 4, 3)),
        ("Publicado em 3 de abril de 2021", date(2021, 4, 3)),
        ("Mis à jour le 3 avril 2021", None),
        ("Actualizado el 3 de abril de 2021", None),
        ("Aggiornato il 3 aprile 2021", None),
        ("Le port a rouvert le 3 avril 2021, a dit la mairie.", None),
        ("Rosa Penhale, née le 3 avril 1971", None),
        ("The storm of 3 April 2021 | what we know", None),
    ],
)
def test_a_byline_in_other_words_and_languages_gives_its_day(line: str, day: date | None) -> None:
    page = html().replace("</h1>", f"</h1><div>Harbour news</div><p>{line}</p>")
    assert read(page, url=URL).documents[0].source.published == day


ELSEWHERE = [
    "<aside><ul><li><a href=/x>Another town</a> {}</li></ul></aside>",
    "<div class='related-stories'><p><a href=/x>Another town</a> {}</p></div>",
    "<section id=comments><p>Ann, {}: well said</p></section>",
    "<nav>Today is {}</nav>",
    "<div class=teaser-list><h3><a href=/x>Another town</a></h3>{}</div>",
]


@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.parametrize("first", [True, False])
def test_the_day_of_something_beside_the_article_is_not_its_own(place: str, *, first: bool) -> None:
    beside = place.format("<time datetime='2024-05-31T08:00'>31 May 2024</time>")
    plain = html()
    page = (
        plain.replace("<article>", f"{beside}<article>")
        if first
        else plain.replace("</article>", f"</article>{beside}")
    )
    assert read(page, url=URL).documents[0].source.published is None
    dated = page.replace("</h1>", "</h1><p>By Rosa Penhale <time datetime='2021-04-03'>three years ago</time></p>")
    assert read(dated, url=URL).documents[0].source.published == date(2021, 4, 3)


@pytest.mark.parametrize(
    "words",
    [
        "<p>Updated <time datetime='2021-04-03'>3 April 2021</time></p>",
        "<p>Last modified: <time datetime='2021-04-03'>3 April 2021</time></p>",
        "<p>Aktualisiert am <time datetime='2021-04-03'>3. April 2021</time></p>",
        "<p>Mis à jour le <time datetime='2021-04-03'>3 avril 2021</time></p>",
        f"<p>The ferry sank on <time datetime='2021-04-03'>3 April 2021</time>.{' It broke the old pier.' * 5}</p>",
    ],
)
def test_the_day_of_a_time_element_is_that_of_what_is_said_of_it(words: str) -> None:
    page = html().replace("</h1>", f"</h1>{words}")
    assert read(page, url=URL).documents[0].source.published is None
    both = page.replace("</h1>", "</h1><p>Published <time datetime='2020-01-02'>2 January 2020</time></p>")
    assert read(both, url=URL).documents[0].source.published == date(2020, 1, 2)


def test_the_day_on_which_a_page_is_shown_is_not_that_of_its_article() -> None:
    masthead = "<body><header>The Ostwick Bell <time datetime='2024-05-30'>Thursday 30 May 2024</time></header>"
    page = html().replace("<body>", masthead)
    assert read(page, url=URL).documents[0].source.published is None
    own = html().replace("<article>", "<article><header><time datetime='2021-04-03'>3 April</time>")
    assert read(own, url=URL).documents[0].source.published == date(2021, 4, 3)
    above = html().replace("<article>", "<article><p>Harbour</p><p>3 April 2021</p>")
    assert read(above, url=URL).documents[0].source.published == date(2021, 4, 3)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2021/04/03/harbour", date(2021, 4, 3)),
        ("/uk/2021/apr/03/harbour", date(2021, 4, 3)),
        ("/2021/4/3/harbour.html", date(2021, 4, 3)),
        ("/news/2021-04-03/harbour", date(2021, 4, 3)),
        ("/posts/2021-04-03-harbour.html", date(2021, 4, 3)),
        ("/2021/04/harbour", None),
        ("/harbour-of-2021-04-03", None),
        ("/id/20210403", None),
        ("/03/04/2021/harbour", None),
        ("/1944/06/06/harbour", None),
        ("/2031/04/03/harbour", None),
        ("/2021/02/31/harbour", None),
        ("/events/2021/04/03/harbour", None),
        ("/2021/04/03/2022/05/06/harbour", None),
        ("/harbour?next=/2021/04/03/x", None),
    ],
)
def test_the_day_in_an_address_counts_where_nothing_else_states_one(path: str, day: date | None) -> None:
    url, at = f"https://news.example.org{path}", date(2024, 1, 1)
    page = read(html(), url=url, at=at)
    assert page.documents[0].source.published == day
    told = [one.reason for one in page.problems]
    assert told == ([f"states no day for certain; {day} is that of its address"] if day else [])
    stated = read(html().replace("</h1>", "</h1><p>Published 2 January 2021</p>"), url=url, at=at)
    assert (stated.documents[0].source.published, stated.problems) == (date(2021, 1, 2), ())


def test_the_day_on_which_a_pdf_was_made_is_shown_and_is_no_day_of_release() -> None:
    lines = [("The harbour of Ostwick has five cranes, the report says.", 11)]
    made = make_pdf([lines]).replace(b"/Size", b"/Info << /CreationDate (D:20210403101500Z) >> /Size", 1)
    url = "https://news.example.org/report.pdf"
    page = read(made, url=url, kind="application/pdf", at=date(2024, 1, 1))
    source = page.documents[0].source
    assert (source.published, source.made, source.fetched) == (None, date(2021, 4, 3), date(2024, 1, 1))
    dated = make_pdf([[("Published 2 January 2020", 11), *lines]])
    assert read(dated, url=url, kind="application/pdf").documents[0].source.published == date(2020, 1, 2)
