"""Which of the things that a page's linked data tell of is the page's article: its date, its address, its author."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.corpus.readers import read_article, read_documents
from factcheck.domain import Document, Source

PROSE = (
    "<p>" + "The council of Norderau has passed the budget with 32 votes to 8, the mayor said on Monday. " * 5 + "</p>"
)
ARTICLE = {"@type": "NewsArticle", "headline": "Council passes budget", "datePublished": "2023-11-30"}
OTHER = {"@type": "NewsArticle", "headline": "Ferry runs aground off Brevik", "datePublished": "2019-05-05"}


def page(*nodes: object, head: str = "", title: str = "Council passes budget | Norderau Herald") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}{scripts}</head><body><article>"
        f"<h1>Council passes budget</h1>{PROSE}</article></body></html>"
    )


def read(tmp_path: Path, text: str) -> Source:
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    (found,) = read_documents(tmp_path / "a.html")
    assert isinstance(found, Document)
    return found.source


def graph(*nodes: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


WEB_PAGE = {"@type": "WebPage", "datePublished": "2001-01-01", "name": "Norderau Herald"}
SITE = {"@type": "WebSite", "datePublished": "1999-01-01", "url": "https://herald.example/"}


@pytest.mark.parametrize(
    "nodes",
    [
        [graph(WEB_PAGE, ARTICLE)],
        [graph(ARTICLE, WEB_PAGE)],
        [graph(SITE, WEB_PAGE, {"@type": "Organization", "foundingDate": "1950-01-01"}, ARTICLE)],
        [WEB_PAGE, ARTICLE],
        [{**WEB_PAGE, "mainEntity": ARTICLE}],
        [graph({**WEB_PAGE, "@type": ["WebPage", "FAQPage"]}, {**ARTICLE, "@type": "BlogPosting"})],
        [graph({**WEB_PAGE, "@type": "CreativeWork"}, {**ARTICLE, "@type": ["Article", "NewsArticle"]})],
        [graph(OTHER, ARTICLE)],
        [OTHER, ARTICLE],
        [ARTICLE, OTHER],
        [graph(WEB_PAGE, OTHER, {**ARTICLE, "headline": "COUNCIL PASSES BUDGET"})],
        [[OTHER, {**ARTICLE, "headline": "Council&nbsp;passes budget"}]],
    ],
)
def test_the_article_of_the_page_gives_its_date(tmp_path: Path, nodes: list[object]) -> None:
    assert str(read(tmp_path, page(*nodes)).published) == "2023-11-30"
    assert str(read_article(tmp_path / "a.html").published) == "2023-11-30"


def test_a_page_alone_has_its_date(tmp_path: Path) -> None:
    assert str(read(tmp_path, page(graph(WEB_PAGE))).published) == "2001-01-01"


@pytest.mark.parametrize(
    "own",
    [
        {"url": "https://herald.example/budget"},
        {"@id": "https://herald.example/budget"},
        {"mainEntityOfPage": "https://herald.example/budget"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": "https://herald.example/budget"}},
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://herald.example/budget">',
        '<meta property="og:url" content="https://herald.example/budget">',
    ],
)
def test_of_two_articles_that_of_the_pages_address_wins(tmp_path: Path, own: dict[str, object], head: str) -> None:
    mine = {**ARTICLE, **own, "headline": "Herald: budget", "author": {"@type": "Person", "name": "Clara Holm"}}
    other = {**OTHER, "url": "https://herald.example/ferry", "author": {"@type": "Person", "name": "Lukas Weiss"}}
    source = read(tmp_path, page(graph(other, mine), head=head))
    assert str(source.published) == "2023-11-30"
    assert source.author == "Clara Holm"


@pytest.mark.parametrize(
    "stated",
    ["https://herald.example/budget", {"@type": "WebPage", "@id": "https://herald.example/budget"},
     {"url": "https://herald.example/budget"}],
)  # fmt: skip
def test_a_page_without_a_canonical_address_has_that_of_its_article(tmp_path: Path, stated: object) -> None:
    article = {**ARTICLE, "mainEntityOfPage": stated}
    assert read(tmp_path, page(graph(WEB_PAGE, article))).url == "https://herald.example/budget"
    canonical = '<link rel="canonical" href="https://herald.example/a">'
    assert read(tmp_path, page(graph(article), head=canonical)).url == "https://herald.example/a"


@pytest.mark.parametrize("stated", ["javascript:alert(1)", "/budget", True, {"@id": "#page"}])
def test_what_is_no_address_is_none(tmp_path: Path, stated: object) -> None:
    assert read(tmp_path, page(graph({**ARTICLE, "mainEntityOfPage": stated}))).url == ""


ORGANIZATION = {"@type": "Organization", "@id": "https://herald.example/#org", "name": "Norderau Herald Ltd"}
NAMED_PAGE = {"@type": "WebPage", "@id": "https://herald.example/budget/", "name": "Council passes budget"}
NAMED_SITE = {"@type": "WebSite", "@id": "https://herald.example/#site", "name": "Norderau Herald"}


def referring(name: str, node: dict[str, str]) -> dict[str, object]:
    return {name: {"@id": node["@id"]}}


@pytest.mark.parametrize(
    ("nodes", "publisher"),
    [
        (
            [{**ARTICLE, **referring("publisher", ORGANIZATION)}, NAMED_PAGE, NAMED_SITE, ORGANIZATION],
            "Norderau Herald Ltd",
        ),
        ([{**ARTICLE, "publisher": {"name": "The Herald"}}, NAMED_PAGE], "The Herald"),
        ([ARTICLE, NAMED_PAGE, ORGANIZATION], "Norderau Herald Ltd"),
        (
            [
                {**ARTICLE, **referring("isPartOf", NAMED_PAGE)},
                {**NAMED_PAGE, **referring("isPartOf", NAMED_SITE)},
                NAMED_SITE,
                {**ORGANIZATION, "name": "A firm in its text"},
                {**ORGANIZATION, "name": "Another firm"},
            ],
            "Norderau Herald",
        ),
        ([ARTICLE, NAMED_PAGE], ""),
        ([ARTICLE, {**NAMED_PAGE, "name": "Council passes budget - Norderau Herald"}, NAMED_SITE], "Norderau Herald"),
    ],
)
def test_a_page_is_published_by_whom_its_data_name_and_never_by_itself(
    tmp_path: Path, nodes: list[object], publisher: str
) -> None:
    source = read(tmp_path, page(graph(*nodes)))
    assert source.publisher == publisher
    assert source.title == "Council passes budget"


def test_the_name_that_a_page_gives_its_site_in_its_head_holds(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Herald Online">'
    assert read(tmp_path, page(graph(ARTICLE, NAMED_PAGE), head=head)).publisher == "Herald Online"
