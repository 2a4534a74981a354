"""Feeds as sites write them: each entry is a document, or a problem that says why not."""

from __future__ import annotations

import json
import shlex
from xml.sax.saxutils import escape

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.errors import InputError
from factcheck.web.pages import Page
from tests.web.test_pages import BODY, read

SITE = "https://news.example.org"


def rss(*items: str, head: str = "") -> Page:
    entries = "".join(f"<item>{item}</item>" for item in items)
    feed = f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>The Bell</title>{entries}</channel></rss>'
    return read(feed, kind="application/rss+xml")


def atom(*entries: str) -> Page:
    joined = "".join(f"<entry>{entry}</entry>" for entry in entries)
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Bell</title>{joined}</feed>'
    return read(feed, kind="application/atom+xml")


def text(number: int) -> str:
    return f"<description>{BODY[number]}</description>"


def test_entries_without_a_link_and_with_one_and_the_same_are_all_there() -> None:
    link = f"<link>{SITE}/a</link>"
    page = rss(text(0), text(1), f"<title>One</title>{link}{text(2)}", f"<title>Two</title>{link}{text(0)}")
    assert [document.text for document in page.documents] == [BODY[0], BODY[1], BODY[2], BODY[0]]
    assert [document.source.url for document in page.documents[2:]] == [f"{SITE}/a"] * 2
    assert len({document.source.id for document in page.documents}) == 4
    assert page.problems == ()


def test_entries_that_say_the_same_are_counted() -> None:
    page = rss(text(0), text(0), text(1), text(0))
    assert len(page.documents) == 2
    (problem,) = page.problems
    assert problem.reason.startswith("2 more entries say what others say")


def test_an_entry_that_only_points_to_a_page_names_it() -> None:
    page = rss(
        f"<title>Cranes</title><link>{SITE}/c</link>", "", text(0), "<enclosure url='x.mp3'/><title>Sound</title>"
    )
    assert len(page.documents) == 1
    assert [problem.reason for problem in page.problems] == [
        "the entry 'Cranes' holds no text of its own",
        "an entry holds no text of its own",
        "the entry 'Sound' holds no text of its own",
    ]
    assert f"factcheck fetch {SITE}/c" in page.problems[0].remedy


def test_a_feed_does_not_write_the_command_that_a_reader_is_told_to_run() -> None:
    link = f"{SITE}/ok;touch${{IFS}}/tmp/x?a=1&b=`id`'$(id)"
    page = rss(f"<title>Cranes</title><link>{escape(link)}</link>", text(0))
    command = page.problems[0].remedy.removeprefix("`").removesuffix("` has its page")
    assert shlex.split(command) == ["factcheck", "fetch", link]


@pytest.mark.parametrize(
    "link",
    [
        "--from /etc/passwd",
        "--from=/etc/passwd",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/relative",
        "https://",
        "https://name:word@a.example/",
        "https://a.example\\@b.example/",
        "https://a.example/x --from y",
        "https://a.example/\u202ex",
        "https://[a/",
    ],
)
@pytest.mark.parametrize("made", ["rss", "json"])
def test_a_command_is_offered_for_web_addresses_alone(link: str, made: str) -> None:
    if made == "rss":
        page = rss(f"<title>Cranes</title><link>{escape(link)}</link>", text(0))
    else:
        items = [{"id": "1", "title": "Cranes", "url": link}, {"id": "2", "content_text": BODY[0]}]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Bell", "items": items}
        page = read(json.dumps(feed), kind="application/feed+json")
    assert [problem.remedy for problem in page.problems] == ["look at the feed in a browser"]


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        (f"<guid>{SITE}/g</guid>", f"{SITE}/g"),
        (f"<guid isPermaLink='true'>{SITE}/g</guid>", f"{SITE}/g"),
        (f"<guid isPermaLink='false'>{SITE}/g</guid>", f"{SITE}/2024/harbour"),
        ("<guid>tag:7</guid>", f"{SITE}/2024/harbour"),
        (f"<link></link><guid>{SITE}/g</guid>", f"{SITE}/g"),
        (f"<link>{SITE}/l</link><guid>{SITE}/g</guid>", f"{SITE}/l"),
    ],
)
def test_an_id_that_is_an_address_stands_for_a_link(guid: str, url: str) -> None:
    (document,) = rss(guid + text(0)).documents
    assert document.source.url == url


@pytest.mark.parametrize(
    ("links", "url"),
    [
        (f'<link rel="self" href="{SITE}/self"/><link href="{SITE}/x"/>', f"{SITE}/x"),
        (f'<link type="application/json" href="{SITE}/x.json"/><link type="text/html" href="{SITE}/x"/>', f"{SITE}/x"),
        (f'<link rel="enclosure" href="{SITE}/x.mp3"/><link rel="alternate" href="{SITE}/x"/>', f"{SITE}/x"),
        (f'<link rel="self" href="{SITE}/self"/>', f"{SITE}/self"),
        (f'<link rel="self" href="{SITE}/self"/><id>{SITE}/x</id>', f"{SITE}/x"),
    ],
)
def test_of_several_links_the_page_counts(links: str, url: str) -> None:
    (document,) = atom(f"<title>A</title>{links}<summary>{BODY[0]}</summary>").documents
    assert document.source.url == url


def test_an_empty_element_before_the_text_hides_nothing() -> None:
    media = '<m:content xmlns:m="http://search.yahoo.com/mrss/" url="x.jpg"/>'
    (document,) = atom(f"<title>A</title>{media}<content>{BODY[0]}</content>").documents
    assert document.text == BODY[0]


@pytest.mark.parametrize(
    "head",
    [
        '<?xml-stylesheet type="text/xsl" href="/a.xsl"?>\n<?xml-stylesheet type="text/css" href="/b.css"?>',
        "<!-- made by hand --><?xml-stylesheet href='a'?><!-- twice -->",
    ],
)
def test_a_feed_with_a_style_sheet_is_one(head: str) -> None:
    page = rss(f"<title>One</title>{text(0)}", f"<title>Two</title>{text(1)}", head=head)
    assert [document.source.title for document in page.documents] == ["One", "Two"]


@pytest.mark.parametrize("kind", ["application/feed+json", "application/json"])
def test_a_json_feed_gives_one_document_an_entry(kind: str) -> None:
    items = [
        {"id": "1", "content_text": BODY[0], "date_published": "2024-11-14T08:00:00Z"},
        {
            "id": f"{SITE}/two",
            "content_html": f"<p>{BODY[1]}</p>",
            "title": "Two",
            "authors": [{"name": "Rosa Penhale"}],
        },
        {"id": "3", "title": "Three", "url": f"{SITE}/three"},
        "nonsense",
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Bell", "items": items}
    page = read(json.dumps(feed), kind=kind)
    assert [document.text for document in page.documents] == [BODY[0], BODY[1]]
    one, two = (document.source for document in page.documents)
    assert (str(one.published), one.publisher) == ("2024-11-14", "news.example.org (says it is The Bell)")
    assert (two.url, two.title, two.author) == (f"{SITE}/two", "Two", "Rosa Penhale")
    assert len(page.problems) == 2


@pytest.mark.parametrize("items", ['{"a": 1}', "null", "7", "[[[]]]"])
def test_a_broken_json_feed_is_no_fault_of_ours(items: str) -> None:
    feed = f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'
    assert read(feed, kind="application/feed+json").documents == ()


ITEMS = [{"id": "1", "url": f"{SITE}/a"}, {"id": f"{SITE}/b"}, 7]
AS_ARTICLES = {
    "rss": f"<rss><channel><item><link>{SITE}/a</link></item><item><link>{SITE}/b</link></item></channel></rss>",
    "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/></entry>'
    f'<entry><link href="{SITE}/b"/></entry></feed>',
    "json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": ITEMS}),
}


@pytest.mark.parametrize("kind", AS_ARTICLES)
def test_a_feed_in_place_of_an_article_says_what_can_be_checked(kind: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_article(AS_ARTICLES[kind].encode(), "news.xml", base=f"{SITE}/feed")
    assert f"is a feed, not an article; each page that it lists can be checked: {SITE}/a, {SITE}/b" in str(caught.value)


@pytest.mark.parametrize("items", ["[]", "7", "null", "[null]"])
def test_a_feed_that_lists_nothing_is_no_article_either(items: str) -> None:
    feed = f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'
    with pytest.raises(InputError, match="it lists no page"):
        parse_article(feed.encode(), "feed.json")


def test_what_comes_before_a_feed_without_end_is_no_hang() -> None:
    assert read("<?xml " * 50_000 + "<rss>", kind="application/rss+xml").documents == ()


def test_half_a_character_is_no_fault_of_ours() -> None:
    page = rss(f"<title>Half &#xD800; a pair</title><description>{BODY[0]} &#xDFFF;</description>")
    (document,) = page.documents
    assert document.source.title.split() == ["Half", "a", "pair"]
    assert document.text.strip() == BODY[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "The harbour&nbsp;of Ostwick has five cranes &amp; two docks.",
            "The harbour of Ostwick has five cranes & two docks.",
        ),
        ("L&rsquo;&eacute;t&eacute; &agrave; Ostwick &ndash; cinq grues.", "L’été à Ostwick – cinq grues."),
        ("See &sign; at the harbour of Ostwick.", "See &sign; at the harbour of Ostwick."),
        ("&lt;p&gt;The harbour&amp;nbsp;has five cranes.&lt;/p&gt;", "The harbour has five cranes."),
        ("<![CDATA[<p>The harbour&nbsp;has five cranes &amp; a dock.</p>]]>", "The harbour has five cranes & a dock."),
    ],
)
def test_what_stands_behind_a_name_that_xml_does_not_have_is_there(written: str, read: str) -> None:
    for head in ("", '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY sign SYSTEM "file:///etc/passwd">]>'):
        (document,) = rss(f"<title>Cranes</title><description>{written}</description>", head=head).documents
        assert " ".join(document.text.split()) == read
