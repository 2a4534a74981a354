"""What a site shows in place of a page that was had: the good text stays, what came is kept, and it is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, pages, signed, workspace
from tests.web.test_pages import BODY, html

__all__ = ["factcheck", "workspace"]  # fixtures

PAYWALL = html(BODY[0], "Subscribe to continue reading this article.").encode()
CONSENT = html(
    "We and our partners store and/or access information on a device. You can manage options or reject all.",
    "Accept all to see personalised ads. Some vendors rely on legitimate interest. We value your privacy.",
    title="Before you continue",
).encode()
LOST = html("Maybe it moved.", title="Page not found").encode()
EMPTY = b"<html><title>App</title><body><div id=root></div><script>start()</script>"


def fetched_and_checked(site: Site, factcheck: Command, folder: Path, *later: bytes) -> str:
    url = site.add("/harbour", reply(200, PAGE), *later)
    factcheck("fetch", url)
    factcheck("check", written(folder, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    return url


@pytest.mark.parametrize("stub", [PAYWALL, CONSENT, EMPTY], ids=["paywall", "consent", "empty"])
def test_what_is_not_shown_replaces_nothing_and_is_told(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, stub: bytes
) -> None:
    fetched_and_checked(site, factcheck, tmp_path, reply(200, stub), reply(200, PAGE))
    before = [one["id"] for one in listed(factcheck)]
    found = factcheck("fetch", "--refetch", "--json")
    (page,) = pages(found)
    assert (page["became"], page["replaced"]) == ("not shown", [])
    drift = page["drift"]
    assert isinstance(drift, list)
    assert {one["became"] for one in drift} == {"not shown"}
    assert "the text that was fetched before stays a source" in found.err
    assert [one["id"] for one in listed(factcheck)] == before
    assert len(list(workspace.glob("snapshots/*/*/*.warc.gz"))) == 2
    assert "source gone" not in factcheck("claim", "show", "1").out
    assert factcheck("fetch", "--refetch").out.startswith("unchanged (200)")


@pytest.mark.parametrize("how", ["soft 404", "home page"])
def test_a_page_that_is_gone_without_saying_so_is_told_as_gone(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, how: str
) -> None:
    site.add("/", reply(200, html(*reversed(BODY), title="The Ostwick Bell").encode()))
    later = reply(200, LOST) if how == "soft 404" else reply(302, b"", ("Location", "/"))
    url = site.add("/harbour", reply(200, PAGE), later)
    signed(url, factcheck, tmp_path)
    before = listed(factcheck)
    found = factcheck("fetch", "--refetch", "--json")
    (page,) = pages(found)
    assert page["became"] == "gone"
    drift = page["drift"]
    assert isinstance(drift, list)
    assert {one["became"] for one in drift} == {"gone"}
    (now,), (then,) = listed(factcheck), before
    assert (now["gone"], then["gone"]) == (True, False)
    assert now == {**then, "gone": True, "notice": now["notice"]}
    assert len(list(workspace.glob("snapshots/*/*/*.warc.gz"))) == 2
    assert "the sign-off is stale: source gone" in factcheck("claim", "show", "1").out


def test_a_paywall_that_was_all_that_was_had_changes_like_any_page(site: Site, factcheck: Command) -> None:
    other = html(BODY[0].replace("five", "six"), "Subscribe to continue reading this article.").encode()
    factcheck("fetch", site.add("/harbour", reply(200, PAYWALL), reply(200, other), reply(200, PAGE)))
    assert factcheck("fetch", "--refetch").out.startswith("changed (200)")
    assert factcheck("fetch", "--refetch").out.startswith("changed (200)")
    (source,) = listed(factcheck)
    assert "five cranes" in factcheck("corpus", "search", "five cranes", "--json").out
    assert json.loads(factcheck("fetch", "--refetch", "--json").out)["pages"][0]["sources"] == [source["id"]]


def test_a_page_that_leads_home_at_once_is_told(site: Site, factcheck: Command, tmp_path: Path) -> None:
    site.add("/", reply(200, PAGE))
    url = site.add("/old/report", reply(302, b"", ("Location", "/")))
    found = factcheck("fetch", url)
    assert "the site leads to its home page in place of the page" in found.err
    checked = factcheck("check", url)
    assert checked.code == 3
    assert "the site leads to its home page" in checked.complaint


def test_what_is_not_shown_alone_is_nothing_that_was_read(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url = fetched_and_checked(site, factcheck, tmp_path, reply(200, CONSENT))
    assert factcheck("fetch", "--refetch", url).code == 3


def test_what_is_but_a_beginning_says_so_wherever_it_is_listed(site: Site, factcheck: Command) -> None:
    notice = "only the free beginning of the page is shown"
    url = site.add("/paid", reply(200, PAYWALL))
    whole = site.add("/whole", reply(200, html(*reversed(BODY), title="The whole report").encode()))
    factcheck("fetch", whole)
    for _ in range(3):
        assert notice in factcheck("fetch", url).err
    assert notice in factcheck("fetch", "--refetch", url).err
    lines = factcheck("corpus", "list").out.splitlines()
    assert [notice in line for line in lines] == ["The whole report" not in line for line in lines]
    assert sorted(str(one["notice"]) for one in listed(factcheck)) == ["", notice]
    assert notice in " ".join(factcheck("corpus", "search", "five cranes in the harbour").out.split())


@pytest.mark.parametrize(("stub", "notice"), [(CONSENT, "cookies or consent"), (PAYWALL, "free beginning")])
def test_what_stands_now_in_place_of_a_text_is_told_until_it_is_gone(
    site: Site, factcheck: Command, stub: bytes, notice: str
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, stub), reply(200, PAGE))
    assert notice not in factcheck("fetch", url).err
    factcheck("fetch", "--refetch", url)
    for _ in range(2):
        assert notice in factcheck("fetch", url).err
    assert notice in factcheck("corpus", "list").out
    factcheck("fetch", "--refetch", url)
    assert notice not in factcheck("fetch", url).err
    assert notice not in factcheck("corpus", "list").out


@pytest.mark.parametrize(("stub", "notice"), [(CONSENT, "cookies or consent"), (LOST, "there is no such page")])
def test_what_is_no_page_is_told_each_time(site: Site, factcheck: Command, stub: bytes, notice: str) -> None:
    url = site.add("/harbour", reply(200, stub))
    for _ in range(2):
        assert notice in factcheck("fetch", url).err


def test_evidence_from_a_page_that_is_not_shown_whole_says_so(site: Site, factcheck: Command, tmp_path: Path) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAYWALL), reply(200, PAGE)))
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    told = "look: only the free beginning of the page is shown"
    assert told in factcheck("claim", "show", "1").out
    assert f"({told})" in " ".join(factcheck("claim", "show", "1", "--brief").out.split())
    view = json.loads(factcheck("claim", "show", "1", "--json").out)
    assert set(view["notices"]) == {one["id"] for one in view["evidence"]}
    factcheck("fetch", "--refetch")
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    assert told not in factcheck("claim", "show", "1").out


TEASERS = (
    b"<html><head><title>The Ostwick Bell</title></head><body><h1>The Ostwick Bell</h1><p>News of the harbour town.</p>"
    + b"".join(
        b"<div class=card><h2><a href='/%d'>The harbour gets its crane number %d</a></h2><p>The port authority says "
        b"that the crane, which came by ship, will be at work before the summer begins.</p></div>" % (one, one)
        for one in range(1, 12)
    )
    + b"</body></html>"
)


@pytest.mark.parametrize("edition", ["/ru", "/en/", "/de/"])
def test_a_page_at_the_address_of_an_edition_is_told_by_what_it_holds(
    site: Site, factcheck: Command, tmp_path: Path, edition: str
) -> None:
    page = site.add(edition, reply(200, html(*BODY * 2).encode()))
    led = site.add("/old/harbour", reply(302, b"", ("Location", edition)))
    found = factcheck("fetch", page, led)
    assert found.out.count("new (200)") >= 1
    assert "home page" not in found.out + found.err
    article = f"The harbour of Ostwick has [five cranes]({page}), the port authority says.\n"
    told = factcheck("check", written(tmp_path, "article.md", article), "--json")
    assert told.code == 0
    assert page in factcheck("claim", "show", "1").out
    assert "address of a whole site" not in factcheck("claim", "show", "1").out


@pytest.mark.parametrize("edition", ["/ru", "/en/", "/de/"])
def test_an_edition_that_lists_its_news_is_a_home_page(site: Site, factcheck: Command, edition: str) -> None:
    home = site.add(edition, reply(200, TEASERS))
    assert "this is the home page of a site" in factcheck("fetch", home).out
    led = site.add("/old/harbour", reply(302, b"", ("Location", edition)))
    found = factcheck("fetch", led)
    assert found.code == 3
    assert "leads to its home page" in found.err
