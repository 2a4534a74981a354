"""What is told where a page is not had as it was asked for: why, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError, RefusedError
from factcheck.web.cassette_files import load
from factcheck.web.cassettes import CassetteTransport, Record
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.safety import check_url
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, workspace

__all__ = ["factcheck", "workspace"]  # fixtures


@pytest.mark.parametrize(("delay", "told"), [("45", 1), ("1e9", 1), ("30", 0), ("2", 0)])
def test_a_pause_that_is_cut_short_is_told_once_a_site(site: Site, factcheck: Command, delay: str, told: int) -> None:
    site.add("/robots.txt", reply(200, f"User-agent: *\nCrawl-delay: {delay}\n".encode(), kind="text/plain"))
    found = factcheck("fetch", site.add("/one", reply(200, PAGE)))
    assert found.err.count("seconds between two requests; 30 are kept") == told


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://a.example/",
        "mailto:anna@a.example",
        "https://[fe80::1%25eth0]/",
        "https://a.example:99999/",
        "https://[v1.x]/",
        "https://a.example:22/",
        "https://\u2488.example/",
        "https://a..example/",
        "https://1.2.3.999/",
        f"https://a.example/{'x' * 9000}",
    ],
)
def test_a_refused_address_is_told_with_what_to_do(url: str) -> None:
    with pytest.raises(RefusedError) as caught:
        check_url(url)
    assert len(caught.value.hint.split()) > 2  # words that tell what to do
    assert not caught.value.hint.startswith(("Port", "Codepoint"))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://10.0.0.1/", "the address 10.0.0.1 is not public (private)"),
        ("http://a.example:22/", "port 22 is not for web pages"),
        ("http://name:word@a.example/", "the address carries a user name or password"),
        ("ftp://a.example/", "only http and https addresses are fetched"),
        ("http://[::1", "no web address"),
    ],
)
async def test_a_redirect_to_what_is_never_asked_is_told_as_the_sites(
    site: Site, policy: Policy, target: str, why: str
) -> None:
    url = site.add("/from", reply(302, b"", ("Location", target)))
    async with Fetcher(policy) as fetcher:
        with pytest.raises(RefusedError) as caught:
            await fetcher.fetch(url)
    assert "the page redirects to" in caught.value.message
    assert why in caught.value.message
    assert caught.value.hint
    assert "word" not in str(caught.value.subject)


@pytest.mark.parametrize("text", ["", "a: [", "interactions: 7\nversion: 1\n", "- - - x"])
def test_a_file_that_is_no_cassette_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(InputError, match="this is no cassette: ") as caught:
        load(path)
    assert "--record once" in caught.value.hint
    with pytest.raises(InputError, match="this is no cassette: "):
        CassetteTransport(tmp_path, record=Record.NONE)
