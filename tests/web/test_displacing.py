"""No page takes the place of another: not by a canonical address or a redirect, nor where a key tells them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.web.kept import KeptPages
from factcheck.web.secrets import lacks_secrets, without_secrets
from tests.web.site import Request, Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, pages, workspace
from tests.web.test_pages import BODY, COPY, html

__all__ = ["factcheck", "workspace"]  # fixtures

GOOD = "Five cranes in the harbour"
OTHER = "The ferry to Lenn sinks in the bay, an account says that nobody else has seen so far."


def other(title: str, *, canonical: str = "") -> bytes:
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return reply(200, html(OTHER, *BODY[1:], head=head, title=title).encode())


def titles(factcheck: Command) -> list[str]:
    return sorted(str(one["title"]) for one in listed(factcheck))


@pytest.mark.parametrize("again", [[], ["--refetch"]])
def test_a_page_that_names_another_one_takes_not_its_place(site: Site, factcheck: Command, again: list[str]) -> None:
    good = site.add("/good", reply(200, PAGE))
    evil = site.add("/evil", other("Evil", canonical=good))
    factcheck("fetch", good)
    found = factcheck("fetch", *again, evil)
    assert found.out.splitlines()[0].startswith("new (200): Evil ")
    assert f"says that its canonical address is {good}" in found.out
    assert titles(factcheck) == ["Evil", GOOD]
    assert factcheck("fetch", good).out.startswith(f"there already: {GOOD}")
    assert f"canonical address is {good}" in factcheck("fetch", evil).out
    (one,) = pages(factcheck("fetch", "--refetch", "--json", good))
    assert (one["became"], one["replaced"]) == ("unchanged", [])


def test_the_canonical_address_of_another_host_is_told(site: Site, factcheck: Command) -> None:
    evil = site.add("/evil", other("Evil", canonical="https://www.gov.example/report"))
    (one,) = pages(factcheck("fetch", "--json", evil))
    assert (one["address"], one["canonical"]) == (evil, "https://www.gov.example/report")
    (source,) = listed(factcheck)
    assert source["url"] == evil


@pytest.mark.parametrize("first", ["good", "way"])
def test_who_redirects_to_a_page_cannot_take_its_place_later(site: Site, factcheck: Command, first: str) -> None:
    good = site.add("/good", reply(200, PAGE))
    way = site.add("/way", reply(302, b"", ("Location", "/good")), other("Evil"), reply(404))
    factcheck("init")
    for url in (good, way) if first == "good" else (way, good):
        factcheck("fetch", "--refetch", url)
    assert factcheck("fetch", "--refetch", way).out.startswith("new (200): Evil")
    assert titles(factcheck) == ["Evil", GOOD]
    assert factcheck("fetch", "--refetch", way).out.startswith("gone (404)")
    assert factcheck("fetch", good).out.startswith(f"there already: {GOOD}")


def test_a_way_that_is_gone_says_nothing_of_the_page(site: Site, factcheck: Command) -> None:
    good = site.add("/good", reply(200, PAGE))
    way = site.add("/way", reply(302, b"", ("Location", "/good")), reply(404))
    factcheck("fetch", good, way)
    assert factcheck("fetch", "--refetch", way).out.startswith("not read (404)")
    assert factcheck("fetch", good).out.startswith("there already")


def test_a_page_that_moves_on_its_own_host_is_one_page(site: Site, factcheck: Command) -> None:
    site.add("/new", other("Moved"))
    site.add("/old", reply(200, PAGE))
    way = site.add("/way", reply(301, b"", ("Location", "/old")), reply(301, b"", ("Location", "/new")))
    factcheck("fetch", way)
    assert factcheck("fetch", "--refetch").out.startswith("changed (200): Moved")
    assert titles(factcheck) == ["Moved"]


def test_an_archives_copy_and_the_page_itself_are_two(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from factcheck.web.kept import KeptPage

    shelf = KeptPages(tmp_path)
    live = KeptPage(
        asked=(url := "https://news.example.org/harbour"),
        url=url,
        address=url,
        at=datetime(2024, 1, 1, tzinfo=UTC),
        snapshot="",
        sources=("live",),
    )
    copy = KeptPage(asked=COPY, url=COPY, address=url, at=live.at, snapshot="", sources=("copy",), is_copy=True)
    for order in ((live, copy), (copy, live)):
        for page in order:
            shelf.put(page)
        found = [shelf.get(one) for one in (url, COPY)]
        assert [page.sources for page in found if page] == [("live",), ("copy",)]
        assert len(list(shelf.all())) == 2


class TestKeys:
    @pytest.mark.parametrize("name", ["code", "key", "token", "gift", "sig"])
    def test_pages_that_only_their_keys_tell_apart_stay_two(
        self, site: Site, workspace: Path, factcheck: Command, name: str
    ) -> None:
        def by_key(request: Request) -> bytes:
            return other(f"Report {request.query(name)[0]}")

        site.add("/report", by_key)
        one, two = (f"{site.http}/report?{name}={value}-hush-{value}" for value in ("a", "b"))
        assert factcheck("fetch", one, two).code == 0
        first, second = (str(source["url"]) for source in listed(factcheck))
        assert first != second
        assert lacks_secrets(first)
        assert factcheck("fetch", "--refetch", one).out.startswith("unchanged (200): Report a")
        assert titles(factcheck) == ["Report a", "Report b"]
        asked = len(site.asked)
        assert factcheck("fetch", two).out.startswith("there already: Report b")
        assert len(site.asked) == asked
        for path in (path for path in workspace.rglob("*") if path.is_file()):
            assert b"hush" not in path.read_bytes()

    def test_a_digest_stands_for_a_key_and_stays_as_it_is(self) -> None:
        url = "https://example.org/a?token=hush&next=https%3A%2F%2Fb.example%2F%3Fkey%3Dhush#x"
        kept = without_secrets(url, b"salt")
        assert "hush" not in kept
        assert without_secrets(kept, b"other") == without_secrets(kept) == kept
        assert without_secrets(url, b"other") != kept
        assert lacks_secrets(kept)

    def test_each_workspace_has_a_salt_of_its_own_that_stays(self, tmp_path: Path) -> None:
        one, two = KeptPages(tmp_path / "one"), KeptPages(tmp_path / "two")
        url = "https://example.org/a?token=hush"
        assert one.known_as(url) == KeptPages(tmp_path / "one").known_as(url) != two.known_as(url)
        assert one.known_as("https://example.org/a") == "https://example.org/a"
        assert (tmp_path / "one" / "salt").stat().st_mode & 0o077 == 0
