"""What a feed sums a page up with is told as that until the page is there, which then stands for both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import called, written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, pages, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

ALONE = "summary from a feed, page not fetched"
BESIDE = "summary from a feed; its page is a source, too"
TEASER = "The harbour of Ostwick has five cranes, and a sixth one is to come in spring, the yearly report says."
CLAIM = "The harbour of Ostwick has five cranes, and a sixth one is to come in spring.\n"


def rss(*items: tuple[str, str, str]) -> bytes:
    entries = "".join(f"<item><title>{title}</title><link>{link}</link>{text}</item>" for title, link, text in items)
    return f'<rss version="2.0"><channel><title>Bell</title>{entries}</channel></rss>'.encode()


def atom(*items: tuple[str, str, str]) -> bytes:
    entries = "".join(
        f'<entry><title>{title}</title><link href="{link}"/>{text.replace("description", "summary")}</entry>'
        for title, link, text in items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bell</title>{entries}</feed>'.encode()


@pytest.fixture(params=[rss, atom])
def feed(request: pytest.FixtureRequest, site: Site) -> tuple[str, str]:
    """Serve a feed with one summary and the page of it; return their addresses."""
    page = site.add("/2024/harbour", reply(200, html().encode()))
    made = request.param(("Five cranes", page, f"<description>{TEASER}</description>"))
    return site.add("/feed", reply(200, made, kind="application/xml")), page


def notices(factcheck: Command) -> list[object]:
    return sorted(str(one["notice"]) for one in listed(factcheck))


def test_a_summary_says_that_it_is_one_wherever_it_is_listed(
    feed: tuple[str, str], factcheck: Command, tmp_path: Path
) -> None:
    found = factcheck("fetch", feed[0])
    assert f"  {ALONE}: 1 of 1" in found.out.splitlines()
    assert notices(factcheck) == [ALONE]
    assert f"[{ALONE}]" in factcheck("corpus", "list").out
    assert f"[{ALONE}]" in " ".join(factcheck("corpus", "search", "five cranes").out.split())
    factcheck("check", written(tmp_path, "article.txt", CLAIM))
    assert f"look: {ALONE}" in " ".join(factcheck("claim", "show", "1").out.split())
    assert f"(look: {ALONE})" in " ".join(factcheck("claim", "show", "1", "--brief").out.split())
    (notice,) = json.loads(factcheck("claim", "show", "1", "--json").out)["notices"].values()
    assert notice == ALONE
    assert f"</strong> {ALONE}" in factcheck("claim-list", "--format", "html").out


@pytest.mark.parametrize("first", [0, 1])
def test_the_page_stands_for_its_summary_and_they_are_one_origin(
    feed: tuple[str, str], factcheck: Command, tmp_path: Path, first: int
) -> None:
    article = written(tmp_path, "article.txt", CLAIM)
    factcheck("fetch", feed[first])
    factcheck("fetch", feed[1 - first])
    assert notices(factcheck) == ["", BESIDE]
    assert len({one["origin"] for one in listed(factcheck)}) == 1
    factcheck("check", article)
    view = json.loads(factcheck("claim", "show", "1", "--json").out)
    (item,) = view["evidence"]
    assert item["candidate"]["source"]["title"] == "Five cranes in the harbour"
    assert item["candidate"]["locator"] != "feed's summary"
    assert view["notices"] == {}
    assert [one["title"] for one in item["candidate"]["carriers"]] == ["Five cranes"]
    assert (view["summary"]["corroborates"], view["summary"]["conflicts"]) in ((1, 0), (0, 0))


def test_evidence_from_a_summary_stands_when_the_page_comes(
    feed: tuple[str, str], factcheck: Command, tmp_path: Path
) -> None:
    factcheck("fetch", feed[0])
    factcheck("check", written(tmp_path, "article.txt", CLAIM))
    verdict = ("--rating", "confirmed", "--rationale", "the feed", "--cite", "e1", "--yes")
    assert factcheck("claim", "stance", "1", "e1", "corroborates").code == 0
    assert factcheck("claim", "verdict", "1", *verdict).code == 0
    factcheck("fetch", feed[1])
    view = json.loads(factcheck("claim", "show", "1", "--json").out)
    assert view["source_states"] == {}
    assert set(view["notices"].values()) == {BESIDE}


def test_an_entry_with_all_of_its_page_is_no_summary(site: Site, factcheck: Command) -> None:
    whole = f"<x:encoded xmlns:x='http://purl.org/rss/1.0/modules/content/'>{TEASER}</x:encoded>"
    entry = ("Five cranes", f"{site.http}/2024/harbour", f"<description>Cranes.</description>{whole}")
    found = factcheck("fetch", site.add("/feed", reply(200, rss(entry), kind="application/xml")))
    assert ALONE not in found.out
    assert notices(factcheck) == [""]


def test_other_entries_of_a_feed_are_not_the_page_of_a_summary(site: Site, factcheck: Command) -> None:
    """Entries without an address have that of the feed, and one that holds all of its page is the page of none."""
    whole = f"<x:encoded xmlns:x='http://purl.org/rss/1.0/modules/content/'>{TEASER}</x:encoded>"
    short = "<description>The ferry of Velmouth took three thousand people over the sound.</description>"
    factcheck("fetch", site.add("/feed", reply(200, rss(("A", "", whole), ("B", "", short)), kind="application/xml")))
    assert notices(factcheck) == ["", ALONE]


def test_a_feed_from_a_file_says_so_too(factcheck: Command, tmp_path: Path) -> None:
    entry = ("Five cranes", "https://news.example.org/harbour", f"<description>{TEASER}</description>")
    factcheck("corpus", "add", written(tmp_path, "feed.xml", rss(entry).decode()))
    assert notices(factcheck) == [ALONE]
    (source,) = listed(factcheck)
    factcheck("corpus", "remove", str(source["id"]))
    factcheck("corpus", "add", written(tmp_path, "feed.xml", rss(entry).decode()))
    assert notices(factcheck) == [ALONE]


def test_summaries_of_a_corpus_that_an_earlier_version_made_are_told(
    feed: tuple[str, str], workspace: Path, capsys: pytest.CaptureFixture[str], factcheck: Command
) -> None:
    import sqlite3
    from contextlib import closing

    from tests.corpus.documents import WITHOUT_SAID

    factcheck("fetch", feed[0])
    with closing(sqlite3.connect(workspace / "corpus" / "documents.db")) as db, db:
        db.executescript("DROP INDEX document_mark; ALTER TABLE document DROP COLUMN mark")
        db.executescript(f"{WITHOUT_SAID}; DROP TABLE summary; DROP TABLE alias; PRAGMA user_version = 9")
    ended = called(capsys, "--workspace", str(workspace), "corpus", "list", "--json")
    assert [one["notice"] for one in json.loads(ended.out)] == [ALONE]
    assert pages(factcheck("fetch", "--json", feed[0]))[0]["became"] == "there already"


def test_of_a_source_that_is_not_open_nothing_is_told_to_machines(feed: tuple[str, str], factcheck: Command) -> None:
    factcheck("fetch", feed[0])
    (source,) = listed(factcheck)
    factcheck("corpus", "mark", str(source["id"]), "--sensitivity", "confidential")
    told = factcheck("corpus", "list", "--json").out + factcheck("corpus", "search", "five cranes", "--json").out
    assert [ALONE in told, feed[1] in told, "six" in told, "five cranes" in told] == [False] * 4
