"""A page and what else was had of it (its entry in a feed, another way to it) are one origin, whatever came first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

SUMMARY = "A yearly report counts five cranes in Ostwick, and the authority that runs the quays wants one more soon."
OTHER = "The ferry to Lenn carried more people this summer than in any other since the line was opened in spring."


def feed(*links: str) -> bytes:
    items = zip(links, (SUMMARY, OTHER), strict=False)
    entries = "".join(
        f"<item><title>N</title><link>{url}</link><description>{s}</description></item>" for url, s in items
    )
    return reply(
        200, f"<rss version='2.0'><channel><title>F</title>{entries}</channel></rss>".encode(), kind="text/xml"
    )


WAYS: dict[str, Callable[[Site], tuple[str, str]]] = {
    "the same address": lambda site: (site.add("/a", reply(200, html().encode())), f"{site.http}/a"),
    "with what tracks": lambda site: (site.add("/a", reply(200, html().encode())), f"{site.http}/a?utm_source=rss"),
    "canonical": lambda site: (
        site.add("/a", reply(200, html(head=f'<link rel="canonical" href="{site.http}/c">').encode())),
        f"{site.http}/c",
    ),
    "redirect": lambda site: (
        site.add("/way", reply(301, b"", ("Location", site.add("/a", reply(200, html().encode()))))),
        f"{site.http}/way",
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("first", ["page", "feed"])
def test_a_page_and_its_entry_in_a_feed_are_one_origin(site: Site, factcheck: Command, way: str, first: str) -> None:
    page, link = WAYS[way](site)
    news = site.add("/feed", feed(link, f"{site.http}/other"))
    for url in (page, news) if first == "page" else (news, page):
        assert factcheck("fetch", url).code == 0
    found = listed(factcheck)
    assert len(found) == 3
    assert len({one["origin"] for one in found}) == 2


def test_the_address_of_a_feed_is_no_article_and_its_pages_are_told(site: Site, factcheck: Command) -> None:
    found = factcheck("check", site.add("/feed", feed("http://127.0.0.1/a", "http://127.0.0.1/b")))
    assert found.code == 3
    assert "is a feed, not an article; each page that it lists can be checked: http://127.0.0.1/a" in found.complaint


def test_entries_that_name_no_page_of_their_own_stay_apart(site: Site, factcheck: Command) -> None:
    factcheck("fetch", site.add("/feed", feed("https://elsewhere.example/a", "https://elsewhere.example/b")))
    assert len({one["origin"] for one in listed(factcheck)}) == 2


def test_a_page_that_names_another_host_as_its_own_stays_apart(site: Site, factcheck: Command, tmp_path: Path) -> None:
    there = "https://www.gov.example/report"
    assert factcheck("corpus", "add", written(tmp_path, "a.md", f"---\nurl: {there}\n---\n{SUMMARY}\n")).code == 0
    evil = html(OTHER, OTHER[::-1], title="Evil", head=f'<link rel="canonical" href="{there}">').encode()
    assert factcheck("fetch", site.add("/evil", reply(200, evil))).code == 0
    assert len({one["origin"] for one in listed(factcheck)}) == 2


def test_many_documents_that_give_one_address_are_not_one_origin(factcheck: Command, tmp_path: Path) -> None:
    paths = []
    for number in range(30):
        text = f"---\nurl: https://archive.example/show\n---\nReport {number} says that {number + 7} ships came in.\n"
        paths.append(written(tmp_path, f"{number}.md", text))
    assert factcheck("corpus", "add", *paths).code == 0
    assert len({one["origin"] for one in listed(factcheck)}) > 15
