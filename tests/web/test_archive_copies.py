"""An archive's copy of a page: recognised by whatever names the original, and never taken for the page itself."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from factcheck.web.pages import Page
from tests.cli.command import written
from tests.conftest import ROOT
from tests.web.record import record
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, pages, workspace
from tests.web.test_pages import BODY, html, read

__all__ = ["factcheck", "workspace"]  # fixtures

ARCHIVES = tuple(tomllib.loads((ROOT / "config/factcheck.toml").read_text())["fetch"]["archives"])
MIRRORS = ("archive.ph", "archive.today", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md")
LIVE = "https://news.example.org"
ORIGINAL = f"{LIVE}/2019/harbour"
LONG = f"https://archive.ph/20191203101500/{ORIGINAL}"
TOLD = f"archive copy of {ORIGINAL}, of 2019-12-03"


def archived(*head: str, site: str = "archive.ph", bar: bool = True, line: str = "") -> str:
    """Write a page as archive.today and its mirrors do: a head of their own, a bar, the copy below it."""
    above = (
        f'<div id="HEADER"><a href="https://{site}/">{site}</a> webpage capture <form>Saved from'
        f' <input type="text" name="q" value="{ORIGINAL}"></form> <time datetime="2019-12-03T10:15:00Z">3 Dec 2019'
        f' 10:15:00 UTC</time> All snapshots from host <a href="https://{site}/news.example.org">news.example.org</a>'
        " <span>Webpage</span> <span>Screenshot</span> <span>report bug or abuse</span></div>"
    )
    own = (
        f'<meta property="og:site_name" content="{site}"><meta property="og:url" content="https://{site}/AbCdE">'
        '<meta property="article:published_time" content="2019-12-03T10:15:00Z">'
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!DOCTYPE html><html><head><title>Five cranes in the harbour</title>{own}{''.join(head)}</head><body>"
        f'{above if bar else ""}<div id="CONTENT"><h1>Five cranes in the harbour</h1><p>{line}</p>{text}</div></body>'
    )


CANONICAL = f'<link rel="canonical" href="{LONG}">'
BOOKMARK = f'<link rel="bookmark" href="{LONG.replace("archive.ph", "archive.today").replace("https", "http", 1)}">'


def told(page: Page) -> tuple[str, bool, str]:
    return page.address, page.is_copy, f"{page.archived:%Y-%m-%d}" if page.archived else ""


COPY = (ORIGINAL, True, "2019-12-03")


@pytest.mark.parametrize("site", MIRRORS)
@pytest.mark.parametrize("head", [CANONICAL, BOOKMARK, '<link rel="canonical" href="/AbCdE">', ""])
def test_a_short_link_is_a_copy_of_what_its_page_names(site: str, head: str) -> None:
    assert told(read(archived(head, site=site), url=f"https://{site}/AbCdE", archives=ARCHIVES)) == COPY


@pytest.mark.parametrize("way", ["newest", "o/AbCdE"])
def test_a_copy_that_is_asked_for_without_its_moment_is_of_the_day_above_it(way: str) -> None:
    assert told(read(archived(), url=f"https://archive.ph/{way}/{ORIGINAL}", archives=ARCHIVES)) == COPY


def test_the_headers_of_memento_name_the_original_of_a_short_link() -> None:
    link = f'<{ORIGINAL}>; rel="original", <http://archive.md/timegate/{ORIGINAL}>; rel="timegate"'
    page = read(
        archived(bar=False),
        url="https://archive.ph/AbCdE",
        archives=ARCHIVES,
        memento="Tue, 03 Dec 2019 10:15:00 GMT",
        link=link,
    )
    assert told(page) == COPY


def test_a_page_that_is_no_archives_says_in_vain_that_it_is_a_copy() -> None:
    for head in (CANONICAL, BOOKMARK, ""):
        page = read(archived(head), url="https://evil.example/AbCdE", archives=ARCHIVES)
        assert (page.address, page.is_copy) == ("https://evil.example/AbCdE", False)


def test_the_archives_own_words_are_no_part_of_the_page() -> None:
    page = read(archived(CANONICAL), url="https://archive.ph/AbCdE", archives=ARCHIVES)
    assert [line for line in page.text.split("\n") if line] == list(BODY)
    assert page.documents[0].source.publisher == "news.example.org"
    toolbar = (
        '<div id="wm-ipp-base"><p>12 captures of this page, collected by the crawl of the spring of 2019.</p></div>'
    )
    page = read(
        html().replace("<body>", f"<body>{toolbar}"),
        url=f"https://web.archive.org/web/20191203101500/{ORIGINAL}",
        archives=ARCHIVES,
    )
    assert "captures" not in page.text


def test_a_copy_has_the_day_that_the_original_gives_and_not_that_of_the_copy() -> None:
    line = "Published on 14 November 2019"
    page = read(archived(CANONICAL, line=line), url="https://archive.ph/AbCdE", archives=ARCHIVES)
    assert (str(page.documents[0].source.published), told(page)) == ("2019-11-14", COPY)


@pytest.fixture
async def cassettes(site: Site, tmp_path: Path) -> tuple[str, ...]:
    """Record an archive's copy under its short link, and the page itself, each with its --cassette."""
    site.add("/AbCdE", reply(200, archived(CANONICAL).encode()))
    site.add("/2019/harbour", reply(200, html().encode()))
    for name, path, host in (("copy", "/AbCdE", "https://archive.ph"), ("live", "/2019/harbour", LIVE)):
        await record(tmp_path / f"{name}.yaml", site, [path], host=host)
    return tuple(f"--cassette={tmp_path / name}.yaml" for name in ("copy", "live"))


def test_a_copy_is_told_as_one_wherever_it_is_listed(
    cassettes: tuple[str, ...], factcheck: Command, tmp_path: Path
) -> None:
    found = factcheck("fetch", cassettes[0], "https://archive.ph/AbCdE")
    assert f"  {TOLD}: https://archive.ph/AbCdE" in found.out.splitlines()
    again = factcheck("fetch", cassettes[0], "https://archive.ph/AbCdE")
    assert again.out.startswith("there already")
    assert TOLD in again.out
    (source,) = listed(factcheck)
    assert source["url"] == ORIGINAL
    assert str(source["notice"]).startswith(TOLD)
    assert TOLD in factcheck("corpus", "list").out
    assert TOLD in " ".join(factcheck("corpus", "search", "five cranes").out.split())
    assert json.loads(factcheck("corpus", "search", "five cranes", "--json").out)[0]["notice"].startswith(TOLD)
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    assert f"look: {TOLD}" in " ".join(factcheck("claim", "show", "1").out.split())
    assert f"</strong> {TOLD}" in factcheck("claim-list", "--format", "html").out


def test_the_page_itself_is_asked_for_beside_its_copy_and_is_one_origin_with_it(
    cassettes: tuple[str, ...], factcheck: Command
) -> None:
    factcheck("fetch", cassettes[0], "https://archive.ph/AbCdE")
    (page,) = pages(factcheck("fetch", "--json", cassettes[1], ORIGINAL))
    assert page["became"] == "new"
    copy, live = listed(factcheck)
    assert (copy["origin"], copy["url"]) == (live["origin"], live["url"])
    assert [str(one["notice"]).startswith(TOLD) for one in (copy, live)] == [True, False]
    (page,) = pages(factcheck("fetch", "--json", cassettes[0], "https://archive.ph/AbCdE"))
    assert page["became"] == "there already"
    assert len(listed(factcheck)) == 2


def test_an_article_that_is_read_from_an_archive_is_told_as_a_copy(
    cassettes: tuple[str, ...], factcheck: Command
) -> None:
    found = factcheck("check", cassettes[0], "https://archive.ph/AbCdE", "--json")
    assert TOLD in found.err
    report = json.loads(found.out)
    assert report["report"]["notices"][0] == TOLD
    assert not any("capture" in one["text"] for one in report["extraction"]["sentences"])
