"""What the writer cites is found where it led to when it was fetched: through redirects, by its canonical address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_displacing import other
from tests.web.test_fetch_command import PAGE, Command, factcheck, workspace
from tests.web.test_pages import BODY, html

__all__ = ["factcheck", "workspace"]  # fixtures


def cited(factcheck: Command, folder: Path, url: str) -> str:
    """Check an article that cites an address; return what is told of its claim."""
    text = f"Five cranes\n\nThe harbour of Ostwick has five cranes.[^1]\n\n[^1]: See {url}\n"
    assert factcheck("check", written(folder, "article.md", text)).code == 0
    return " ".join(factcheck("claim", "show", "1").out.split())


ABSENT = "not in the corpus: no document"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("cite", ["/a", "/m", "/b", "/a/", "/a?utm_source=mail", "/a#part"])
def test_a_cited_address_is_found_where_it_redirects(
    site: Site, factcheck: Command, tmp_path: Path, status: int, cite: str
) -> None:
    site.add("/b", reply(200, PAGE))
    site.add("/m", reply(status, b"", ("Location", "/b")))
    factcheck("fetch", site.add("/a", reply(status, b"", ("Location", "/m"))))
    told = cited(factcheck, tmp_path, site.http + cite)
    assert ABSENT not in told
    assert "found by its address (Five cranes in the harbour)" in told


def test_an_address_that_was_not_fetched_stays_absent(site: Site, factcheck: Command, tmp_path: Path) -> None:
    site.add("/b", reply(200, PAGE))
    factcheck("fetch", site.add("/a", reply(302, b"", ("Location", "/b"))))
    assert ABSENT in cited(factcheck, tmp_path, f"{site.http}/c")


def test_a_page_is_found_by_the_canonical_address_on_its_host(site: Site, factcheck: Command, tmp_path: Path) -> None:
    body = html(*BODY, head=f'<link rel="canonical" href="{site.http}/report">').encode()
    factcheck("fetch", site.add("/print", reply(200, body)))
    assert ABSENT not in cited(factcheck, tmp_path, f"{site.http}/report")


def test_a_page_of_another_host_is_not_found_by_what_it_claims(site: Site, factcheck: Command, tmp_path: Path) -> None:
    body = html(*BODY, head='<link rel="canonical" href="https://www.gov.example/report">').encode()
    factcheck("fetch", site.add("/print", reply(200, body)))
    assert ABSENT in cited(factcheck, tmp_path, "https://www.gov.example/report")


@pytest.mark.parametrize("first", ["/report", "/evil"])
def test_the_page_itself_comes_before_one_that_claims_its_address(
    site: Site, factcheck: Command, tmp_path: Path, first: str
) -> None:
    report = site.add("/report", reply(200, PAGE))
    evil = site.add("/evil", other("Evil", canonical=report))
    for url in (report, evil) if first == "/report" else (evil, report):
        factcheck("fetch", url)
    told = cited(factcheck, tmp_path, report)
    assert "found by its address (Five cranes in the harbour)" in told


def test_a_page_with_a_key_in_its_address_is_found_by_it(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url = site.add("/report", reply(200, PAGE)) + "?token=hush-hush"
    factcheck("fetch", url)
    assert ABSENT not in cited(factcheck, tmp_path, url)
    assert ABSENT in cited(factcheck, tmp_path, url.replace("hush-hush", "other-one"))
